// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/stallingproxy.h"
#include "ui/editor/jsoneditor.h"
#include "ui/panes/datapane.h"
#include "ui/panes/draftguard.h"
#include "ui/window/windowtest.h"

#include <QDeadlineTimer>
#include <QDialog>
#include <QProcess>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>

using namespace oxp;
using namespace oxp::test;
using Direction = StallingProxy::Direction;
using Scope = StallingProxy::Scope;
using AtLimit = StallingProxy::AtLimit;

namespace {

const QByteArray Order = "{\"to\": \"12 Long Road\",\"total\" : 1.10}";
const QByteArray Edited = "{\"to\": \"7 Short Road\",\"total\" : 1.10}";
const QByteArray Large = "{\"blob\":\"" + QByteArray(150'000, 'x') + "\",\"to\": \"12 Long Road\"}";
constexpr qint64 MoreThanReads = 50'000;

/// Whether a draft with these bytes is in the folder for good. Another process may have it open.
bool draftHolds(const QString &folder, const QByteArray &bytes) {
  bool holds = false;
  {
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"look"_qs);
    database.setDatabaseName(folder + u"/records/audit.sqlite"_qs);
    database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_qs);
    if (database.open()) {
      QSqlQuery query(u"SELECT bytes FROM draft_text"_qs, database);
      while (query.next())
        holds |= query.value(0).toByteArray().contains(bytes);
    }
  }
  QSqlDatabase::removeDatabase(u"look"_qs);
  return holds;
}

} // namespace

/// Typed text outlives the program, however that ends.
class TestDraft : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void isOfferedAfterAKill();
  void goesOnFromTheVersionThatItWasTypedOn();
  void isOfferedAfterClosingUntilItIsDiscarded();
  void survivesAKillInTheMiddleOfASave();
  void isKeptBeforeTheWriteGoesOut_data();
  void isKeptBeforeTheWriteGoesOut();
  void isThereUntilTheWriteIs_data();
  void isThereUntilTheWriteIs();
  void isNotOfferedWhenItSaysWhatIsStored();
  void isKeptWhenTheEditorIsLeft();

private:
  /// Another process types "7 Short" over "12 Long", and is killed once that is kept.
  static void typeAndKill(WindowTest &t, const QByteArray &id, const QString &url);
};

void TestDraft::typeAndKill(WindowTest &t, const QByteArray &id, const QString &url) {
  QProcess typist;
  typist.setProcessChannelMode(QProcess::ForwardedChannels);
  typist.start(QStringLiteral(OXP_TYPIST),
               {url, t.folder.path(), QString::fromUtf8(id), u"failed"_qs, u"12 Long"_qs, u"7 Short"_qs});
  QTRY_VERIFY_WITH_TIMEOUT(draftHolds(t.folder.path(), "7 Short Road"), Patience);
  QCOMPARE(typist.state(), QProcess::Running);
  typist.kill();
  QVERIFY(typist.waitForFinished());
  QCOMPARE(typist.exitStatus(), QProcess::CrashExit);
}

void TestDraft::isOfferedAfterAKill() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  typeAndKill(t, id, t.shop.url("local"));
  QCOMPARE(t.shop.data(id), Order);

  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.reads(u"Unsaved text from"_qs));
  QVERIFY(person.reads(u"The job has not changed since."_qs));
  QVERIFY2(person.text().contains("12 Long Road"), "nobody has asked for the draft yet");
  QVERIFY(person.press(u"Restore draft"_qs));
  QVERIFY(person.waits("the draft", [&] { return person.text().contains("7 Short Road"); }));
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data(id), Edited);
  QTRY_VERIFY_WITH_TIMEOUT(!draftHolds(t.folder.path(), "7 Short Road"), Patience);

  person.leave();
  QVERIFY(t.open("local"));
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.text().contains("7 Short Road"));
  QVERIFY(!person.sees(u"Restore draft"_qs));
}

void TestDraft::goesOnFromTheVersionThatItWasTypedOn() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  typeAndKill(t, id, t.shop.url("local"));
  t.shop.setData(id, "{\"to\": \"12 Long Road\",\"total\" : 2.20}");

  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.reads(u"The job has changed since; saving compares both."_qs));
  QVERIFY(person.press(u"Restore draft"_qs));
  QVERIFY(person.waits("the draft", [&] { return person.text().contains("7 Short Road"); }));
  QVERIFY2(person.text().contains("1.10"), "as it was typed");
  QVERIFY(person.press(u"Save"_qs));
  auto *dialog = person.see<QDialog>(u"Job changed meanwhile"_qs);
  QVERIFY(dialog);
  QVERIFY(person.press(u"Save merged"_qs, dialog));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data(id), "{\"to\": \"7 Short Road\",\"total\" : 2.20}");
}

void TestDraft::isOfferedAfterClosingUntilItIsDiscarded() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  QVERIFY(t.open());
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  person.leave(); // at once: what was typed last is kept too

  QVERIFY(t.open());
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.press(u"Discard draft"_qs));
  QVERIFY(person.loses(u"Discard draft"_qs));
  QVERIFY(person.text().contains("12 Long Road"));
  QTRY_VERIFY_WITH_TIMEOUT(!draftHolds(t.folder.path(), "7 Short Road"), Patience);
  person.leave();

  QVERIFY(t.open());
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(!person.see<QPushButton>(u"Save"_qs)->isEnabled());
  QVERIFY(!person.sees(u"Restore draft"_qs));
  QCOMPARE(t.shop.data(id), Order);
}

void TestDraft::survivesAKillInTheMiddleOfASave() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Large);
  StallingProxy proxy(t.shop.server.socketPath());
  const QString url =
      QStringLiteral("unix://%1?name=Shop&environment=local").arg(proxy.endpoint().socketPath);
  proxy.limit(Scope::New, Direction::ToServer, MoreThanReads, AtLimit::Hold);
  {
    QProcess typist;
    typist.setProcessChannelMode(QProcess::ForwardedChannels);
    typist.start(QStringLiteral(OXP_TYPIST), {url, t.folder.path(), QString::fromUtf8(id), u"failed"_qs,
                                              u"12 Long"_qs, u"7 Short"_qs, u"save"_qs});
    QTRY_VERIFY_WITH_TIMEOUT(proxy.held(Direction::ToServer) > 0, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(draftHolds(t.folder.path(), "7 Short Road"), Patience);
    typist.kill();
    QVERIFY(typist.waitForFinished());
  }
  proxy.dropAll();
  proxy.release();

  Person &person = t.person;
  QVERIFY(person.start(url, t.folder.path()));
  QVERIFY(person.reads(u"The write did not arrive; nothing was changed."_qs));
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.press(u"Restore draft"_qs));
  QVERIFY(person.waits("the draft", [&] { return person.text().contains("7 Short Road"); }));
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.reads(u"Saved."_qs));
  QByteArray expected = Large;
  expected.replace("12 Long", "7 Short");
  QCOMPARE(t.shop.data(id), expected);
}

/// Killed in the moment in which the first bytes of the write arrive: what was typed and saved is on the
/// disk.
void TestDraft::isKeptBeforeTheWriteGoesOut_data() {
  QTest::addColumn<qint64>("bytes");
  for (const qint64 bytes : {40'000, 90'000, 149'000})
    QTest::addRow("after %lld bytes", static_cast<long long>(bytes)) << bytes;
}

void TestDraft::isKeptBeforeTheWriteGoesOut() {
  QFETCH(const qint64, bytes);
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Large);
  StallingProxy proxy(t.shop.server.socketPath());
  const QString url =
      QStringLiteral("unix://%1?name=Shop&environment=local").arg(proxy.endpoint().socketPath);
  proxy.limit(Scope::New, Direction::ToServer, bytes, AtLimit::Hold);
  QProcess typist;
  typist.setProcessChannelMode(QProcess::ForwardedChannels);
  typist.start(QStringLiteral(OXP_TYPIST), {url, t.folder.path(), QString::fromUtf8(id), u"failed"_qs,
                                            u"12 Long"_qs, u"7 Short"_qs, u"save"_qs});
  // Nothing else of that size goes to the server. No event loop in between: it is killed at once.
  QDeadlineTimer patience(Patience);
  while (proxy.held(Direction::ToServer) == 0 && !patience.hasExpired())
    QThread::usleep(100);
  typist.kill();
  QVERIFY(typist.waitForFinished());
  QVERIFY(proxy.held(Direction::ToServer) > 0);
  proxy.dropAll();
  QCOMPARE(t.shop.data(id), Large);
  QVERIFY(draftHolds(t.folder.path(), "7 Short Road"));
}

/// At no moment of a save is the text neither in Redis nor in a draft.
void TestDraft::isThereUntilTheWriteIs_data() {
  QTest::addColumn<int>("ms");
  for (const int ms : {0, 4, 9, 15, 25, 50})
    QTest::addRow("%d ms after", ms) << ms;
}

void TestDraft::isThereUntilTheWriteIs() {
  QFETCH(const int, ms);
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  QProcess typist;
  typist.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  typist.start(QStringLiteral(OXP_TYPIST), {t.shop.url("local"), t.folder.path(), QString::fromUtf8(id),
                                            u"failed"_qs, u"12 Long"_qs, u"7 Short"_qs, u"ask"_qs});
  QTRY_VERIFY_WITH_TIMEOUT(draftHolds(t.folder.path(), "7 Short Road"), Patience);
  typist.write("go\n");
  QVERIFY(typist.waitForReadyRead(Patience));
  QThread::msleep(static_cast<unsigned long>(ms)); // the moment, whatever happens in it
  typist.kill();
  QVERIFY(typist.waitForFinished());
  const QByteArray stored = t.shop.data(id);
  const bool kept = draftHolds(t.folder.path(), "7 Short Road");
  QVERIFY(stored == Edited || (stored == Order && kept));

  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  if (stored == Order) { // how the write ended is said too
    while (!person.sees(u"Restore draft"_qs) && person.press(u"Close"_qs))
      ;
    QVERIFY(person.press(u"Restore draft"_qs));
  }
  QVERIFY(person.waits("what was typed", [&] { return person.text().contains("7 Short Road"); }));
  // What is stored by now is not offered as unsaved text.
  QTRY_COMPARE_WITH_TIMEOUT(draftHolds(t.folder.path(), "7 Short Road"), stored == Order, Patience);
  QVERIFY(!person.sees(u"Restore draft"_qs));
}

/// Killed between the write and the end of its draft.
void TestDraft::isNotOfferedWhenItSaysWhatIsStored() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  typeAndKill(t, id, t.shop.url("local"));
  t.shop.setData(id, Edited);
  QVERIFY(t.open("local"));
  QVERIFY(t.person.openJob(id, u"failed"_qs));
  QTRY_VERIFY_WITH_TIMEOUT(!draftHolds(t.folder.path(), "7 Short Road"), Patience);
  QVERIFY(!t.person.sees(u"Restore draft"_qs));
  QVERIFY(t.person.text().contains("7 Short Road"));
}

/// Another tab: what was typed is handed to the disk in the same moment.
void TestDraft::isKeptWhenTheEditorIsLeft() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  auto *data = person.window()->findChild<DataPane *>();
  auto *guard = data->findChild<DraftGuard *>();
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QCoreApplication::sendPostedEvents(); // the editor tells of what was typed
  person.see(u"Search jobs"_qs)->setFocus();
  QVERIFY(!guard->isBehind());
  QTRY_VERIFY_WITH_TIMEOUT(draftHolds(t.folder.path(), "7 Short Road"), Patience);
  // Without the focus, as a dialog changes it.
  person.editor()->replaceRange(person.text().indexOf("7 Short"), 7, "9 Middle");
  QCoreApplication::sendPostedEvents();
  QVERIFY(guard->isBehind());
  data->setVisible(false);
  QVERIFY(!guard->isBehind());
  QTRY_VERIFY_WITH_TIMEOUT(draftHolds(t.folder.path(), "9 Middle Road"), Patience);
}

QTEST_MAIN(TestDraft)
#include "tst_draft.moc"
