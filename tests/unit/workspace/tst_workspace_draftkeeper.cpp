// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/draftkeeper.h"

#include "audit/auditstore.h"

#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace oxp;

namespace {

const QueueId Queue{"bull", "orders"};

audit::Draft draft(const QByteArray &job, const QByteArray &text) {
  audit::Draft made;
  made.profileId = u"p"_qs;
  made.queue = Queue;
  made.jobId = job;
  made.baseData = "{}";
  made.baseTimestamp = "1";
  made.text = text;
  return made;
}

AuditStore::Options options(const QTemporaryDir &folder) {
  AuditStore::Options made;
  made.folder = folder.filePath(u"records"_qs);
  made.sensitiveKey = [](const QByteArray &) { return false; };
  return made;
}

QByteArray textOf(DraftKeeper &keeper, const QByteArray &job) {
  QByteArray text = "(no answer)";
  bool answered = false;
  keeper.request(u"p"_qs, Queue, job, &keeper, [&](const Result<std::optional<audit::Draft>> &found) {
    text = found && *found ? (*found)->text : QByteArray("(none)");
    answered = true;
  });
  [&] { QTRY_VERIFY(answered); }();
  return text;
}

/// Whether a draft's text lies in the folder for good. The store has it open.
bool onDisk(const QTemporaryDir &folder, const QByteArray &text) {
  bool holds = false;
  {
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"look"_qs);
    database.setDatabaseName(folder.filePath(u"records/audit.sqlite"_qs));
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_qs);
    if (database.open()) {
      QSqlQuery query(u"SELECT bytes FROM draft_text"_qs, database);
      while (query.next())
        holds |= query.value(0).toByteArray() == text;
    }
  }
  QSqlDatabase::removeDatabase(u"look"_qs);
  return holds;
}

/// A store that knows of one sensitive key.
AuditStore::Options withSecrets(const QTemporaryDir &folder) {
  AuditStore::Options made = options(folder);
  made.sensitiveKey = [](const QByteArray &key) { return key == "token"; };
  return made;
}

const QByteArray Secret = R"({"token":1})";

} // namespace

class TestDraftKeeper : public QObject {
  Q_OBJECT

private slots:
  void handsOverAtOnce();
  void isDurableBeforeTheIntentOfAWrite();
  void putsBackWhatWasShortened();
  void offersWhatWasNotedJustNow();
  void keepsWhatWasNotedAtTheEnd();
  void forgets();
  void waitsForAStore();
  void saysWhatIsInMemoryOnlyUntilItIsNot_data();
  void saysWhatIsInMemoryOnlyUntilItIsNot();
  void saysThatTheDiskIsAway();
  void forgetsWhatWasDroppedWhileItWasBeingKept();
};

void TestDraftKeeper::handsOverAtOnce() {
  const QTemporaryDir folder;
  AuditStore store(options(folder));
  DraftKeeper keeper;
  keeper.setStore(&store);
  QSignalSpy stored(&keeper, &DraftKeeper::stored), settled(&keeper, &DraftKeeper::settled);
  keeper.note(draft("1", "{\"a\":1}"));
  keeper.note(draft("1", "{\"a\":12}"));
  QVERIFY(!keeper.isSettled());
  QTRY_COMPARE(settled.size(), 1);
  QCOMPARE(stored.size(), 2);
  QVERIFY(keeper.isSettled());
  QCOMPARE(textOf(keeper, "1"), "{\"a\":12}"_qba);
}

/// What a lane does: it waits for the intent, and writes then.
void TestDraftKeeper::isDurableBeforeTheIntentOfAWrite() {
  const QTemporaryDir folder;
  AuditStore store(options(folder));
  DraftKeeper keeper;
  keeper.setStore(&store);
  keeper.note(draft("1", "typed last"));
  audit::Record intent;
  intent.profileId = u"p"_qs;
  intent.operation = "job.updateData";
  intent.queue = Queue;
  intent.jobId = "1";
  QVERIFY(store.begin(intent));
  QVERIFY2(!keeper.isSettled(), "nobody has told this thread yet");
  QVERIFY(onDisk(folder, "typed last"));
}

void TestDraftKeeper::putsBackWhatWasShortened() {
  const QTemporaryDir folder;
  DraftKeeper keeper;
  json::Elisions elisions;
  const int number = elisions.add("\"a long one\"", json::Elision::Reason::Long);
  const QByteArray typed = "{\"a\":" + json::Elisions::mark(number) + "}";
  keeper.note(draft("1", typed), elisions);
  QCOMPARE(textOf(keeper, "1"), R"({"a":"a long one"})"_qba);
  AuditStore store(options(folder));
  keeper.setStore(&store);
  QCOMPARE(textOf(keeper, "1"), R"({"a":"a long one"})"_qba);
}

void TestDraftKeeper::offersWhatWasNotedJustNow() {
  const QTemporaryDir folder;
  AuditStore store(options(folder));
  DraftKeeper keeper;
  keeper.setStore(&store);
  keeper.note(draft("1", "{1"));
  QCOMPARE(textOf(keeper, "1"), "{1"_qba);
  QCOMPARE(textOf(keeper, "2"), "(none)"_qba);
}

void TestDraftKeeper::keepsWhatWasNotedAtTheEnd() {
  const QTemporaryDir folder;
  {
    AuditStore store(options(folder));
    DraftKeeper keeper;
    keeper.setStore(&store);
    keeper.note(draft("1", "typed"));
  }
  AuditStore store(options(folder));
  DraftKeeper keeper;
  keeper.setStore(&store);
  QCOMPARE(textOf(keeper, "1"), "typed"_qba);
}

void TestDraftKeeper::forgets() {
  const QTemporaryDir folder;
  AuditStore store(options(folder));
  DraftKeeper keeper;
  keeper.setStore(&store);
  keeper.note(draft("1", "typed"));
  keeper.drop(u"p"_qs, Queue, "1");
  QCOMPARE(textOf(keeper, "1"), "(none)"_qba);
  QVERIFY(!onDisk(folder, "typed"));
}

void TestDraftKeeper::waitsForAStore() {
  const QTemporaryDir folder;
  DraftKeeper keeper;
  keeper.note(draft("1", "early"));
  keeper.note(draft("2", "given up"));
  keeper.drop(u"p"_qs, Queue, "2");
  QCOMPARE(textOf(keeper, "1"), "early"_qba);
  AuditStore store(options(folder));
  QSignalSpy stored(&keeper, &DraftKeeper::stored);
  keeper.setStore(&store);
  QTRY_VERIFY(keeper.isSettled());
  QCOMPARE(stored.size(), 1);
  keeper.setStore(nullptr);
}

void TestDraftKeeper::saysWhatIsInMemoryOnlyUntilItIsNot_data() {
  QTest::addColumn<QString>("end");
  for (const char *end : {"dropped", "typed without it", "sealed"})
    QTest::addRow("%s", end) << QString::fromLatin1(end);
}

void TestDraftKeeper::saysWhatIsInMemoryOnlyUntilItIsNot() {
  QFETCH(const QString, end);
  const QTemporaryDir folder;
  AuditStore store(withSecrets(folder));
  DraftKeeper keeper;
  keeper.setStore(&store);
  QSignalSpy told(&keeper, &DraftKeeper::memoryOnlyChanged);
  keeper.note(draft("1", Secret));
  QTRY_COMPARE(told.size(), 1);
  QVERIFY(keeper.holdsMemoryOnly());
  QVERIFY(keeper.holds(DraftKeeper::MemoryOnly::NoKey));
  QVERIFY(!keeper.holds(DraftKeeper::MemoryOnly::NoDisk));
  keeper.note(draft("1", R"({"token":12})"));
  QTRY_VERIFY(keeper.isSettled());
  QCOMPARE(told.size(), 1);
  if (end == u"dropped")
    keeper.drop(u"p"_qs, Queue, "1");
  else if (end == u"sealed")
    store.setKey({QByteArray(32, 'k')}), keeper.recheck();
  else
    keeper.note(draft("1", "{}"));
  QTRY_COMPARE(told.size(), 2);
  QVERIFY(!keeper.holdsMemoryOnly());
}

/// Nothing typed is lost while it is so, and it is written when that works again.
void TestDraftKeeper::saysThatTheDiskIsAway() {
  const QTemporaryDir folder;
  QFile inTheWay(folder.filePath(u"records"_qs)); // where the folder should be
  QVERIFY(inTheWay.open(QIODevice::WriteOnly));
  inTheWay.close();
  AuditStore store(withSecrets(folder));
  DraftKeeper keeper;
  keeper.setStore(&store);
  keeper.note(draft("1", "typed"));
  keeper.note(draft("2", Secret));
  QTRY_VERIFY(keeper.isSettled());
  QVERIFY(keeper.holds(DraftKeeper::MemoryOnly::NoDisk));
  QCOMPARE(textOf(keeper, "1"), "typed"_qba);
  QVERIFY(inTheWay.remove());
  QTRY_VERIFY_WITH_TIMEOUT(!keeper.holds(DraftKeeper::MemoryOnly::NoDisk), 30'000);
  QVERIFY2(keeper.holds(DraftKeeper::MemoryOnly::NoKey), "that one is still waiting for a key");
  QVERIFY(onDisk(folder, "typed"));
}

void TestDraftKeeper::forgetsWhatWasDroppedWhileItWasBeingKept() {
  const QTemporaryDir folder;
  AuditStore store(withSecrets(folder));
  DraftKeeper keeper;
  keeper.setStore(&store);
  keeper.note(draft("1", Secret));
  keeper.drop(u"p"_qs, Queue, "1");
  QTRY_VERIFY(keeper.isSettled());
  QVERIFY(!keeper.holdsMemoryOnly());
}

QTEST_GUILESS_MAIN(TestDraftKeeper)
#include "tst_workspace_draftkeeper.moc"
