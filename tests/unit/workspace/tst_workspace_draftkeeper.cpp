// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/draftkeeper.h"

#include "audit/auditstore.h"

#include <QSignalSpy>
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

} // namespace

class TestDraftKeeper : public QObject {
  Q_OBJECT

private slots:
  void storesSoonAfterTheLastKey();
  void offersWhatIsNotStoredYet();
  void flushesOnClosing();
  void forgets();
  void waitsForAStore();
  void saysOnceThatItIsInMemoryOnly();
};

void TestDraftKeeper::storesSoonAfterTheLastKey() {
  const QTemporaryDir folder;
  AuditStore store(options(folder));
  DraftKeeper keeper;
  keeper.setStore(&store);
  QSignalSpy stored(&keeper, &DraftKeeper::stored);
  keeper.note(draft("1", "{\"a\":1}"));
  keeper.note(draft("1", "{\"a\":12}"));
  QVERIFY(keeper.pending());
  QCOMPARE(stored.size(), 0);
  QTRY_COMPARE(stored.size(), 1);
  QVERIFY(!keeper.pending());
  QCOMPARE(textOf(keeper, "1"), "{\"a\":12}"_qba);
}

void TestDraftKeeper::offersWhatIsNotStoredYet() {
  const QTemporaryDir folder;
  AuditStore store(options(folder));
  DraftKeeper keeper;
  keeper.setStore(&store);
  keeper.note(draft("1", "{1"));
  QCOMPARE(textOf(keeper, "1"), "{1"_qba);
  QCOMPARE(textOf(keeper, "2"), "(none)"_qba);
}

void TestDraftKeeper::flushesOnClosing() {
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
  keeper.note(draft("1", "stored"));
  keeper.flush();
  keeper.note(draft("1", "pending"));
  keeper.drop(u"p"_qs, Queue, "1");
  QVERIFY(!keeper.pending());
  QCOMPARE(textOf(keeper, "1"), "(none)"_qba);
}

void TestDraftKeeper::waitsForAStore() {
  const QTemporaryDir folder;
  DraftKeeper keeper;
  keeper.note(draft("1", "early"));
  keeper.flush();
  QVERIFY(keeper.pending());
  QCOMPARE(textOf(keeper, "1"), "early"_qba);
  AuditStore store(options(folder));
  QSignalSpy stored(&keeper, &DraftKeeper::stored);
  keeper.setStore(&store);
  QTRY_COMPARE(stored.size(), 1);
  keeper.setStore(nullptr);
}

void TestDraftKeeper::saysOnceThatItIsInMemoryOnly() {
  const QTemporaryDir folder;
  AuditStore::Options secrets = options(folder);
  secrets.sensitiveKey = [](const QByteArray &key) { return key == "token"; };
  AuditStore store(secrets);
  DraftKeeper keeper;
  keeper.setStore(&store);
  QSignalSpy stored(&keeper, &DraftKeeper::stored), memoryOnly(&keeper, &DraftKeeper::memoryOnly);
  keeper.note(draft("1", R"({"a":1})"));
  QTRY_COMPARE(stored.size(), 1);
  QCOMPARE(memoryOnly.size(), 0);
  for (const char *job : {"1", "2"}) {
    keeper.note(draft(job, R"({"token":1})"));
    keeper.flush();
  }
  QTRY_COMPARE(stored.size(), 3);
  QCOMPARE(memoryOnly.size(), 1);
  QCOMPARE(textOf(keeper, "2"), R"({"token":1})"_qba);
}

QTEST_GUILESS_MAIN(TestDraftKeeper)
#include "tst_workspace_draftkeeper.moc"
