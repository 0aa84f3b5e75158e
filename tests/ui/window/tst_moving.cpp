// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/stallingproxy.h"
#include "ui/editor/jsoneditor.h"
#include "ui/window/windowtest.h"

#include <QCheckBox>
#include <QDialog>
#include <QPushButton>

using namespace oxp;
using namespace oxp::test;

namespace {

const QByteArray Order = "{\"to\": \"12 Long Road\",\"total\" : 1.10}";
const QByteArray Edited = "{\"to\": \"7 Short Road\",\"total\" : 1.10}";

} // namespace

/// The job moves between states while it is edited, or the person moves to another job.
class TestMoving : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void savesAJobThatWasRetriedMeanwhile();
  void asksForTheTickWhenAWorkerHasTakenTheJob();
  void saysThatARunLeftTheEditAlone();
  void saysThatARunOverwroteTheEdit();
  void offersTheTextAgainAfterAnotherJob();
  void tellsOfASaveWhoseJobWasLeft();
  void keepsWhatIsTypedWhileDataAreOnTheirWay();

private:
  /// An active job with "12 Long" typed over and saved, with the tick.
  void saveRunning(WindowTest &t);
  QByteArray id;
};

void TestMoving::savesAJobThatWasRetriedMeanwhile() {
  WindowTest t;
  QVERIFY(t.shop.start());
  id = t.shop.add("failed", Order);
  QVERIFY(t.open());
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(person.press(u"Save"_qs));
  QWidget *review = person.see(u"Review changes"_qs);
  QVERIFY(review);
  t.shop.server.run({"ZREM", "bull:orders:failed", id});
  t.shop.server.run({"LPUSH", "bull:orders:wait", id});
  QVERIFY(person.press(u"Save changes"_qs, review));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.work().raw, Edited);
}

void TestMoving::asksForTheTickWhenAWorkerHasTakenTheJob() {
  WindowTest t;
  QVERIFY(t.shop.start());
  id = t.shop.add("waiting", Order);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"waiting"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  t.shop.server.run({"LMOVE", "bull:orders:wait", "bull:orders:active", "RIGHT", "LEFT"});
  t.shop.server.run({"SET", t.shop.key(id) + ":lock", "token", "PX", "600000"});
  QVERIFY(person.press(u"Save"_qs));
  // Whether the program has seen it already or hears it from the refused write: the review asks.
  QWidget *review = person.see(u"Review changes"_qs);
  QVERIFY(review);
  QCOMPARE(t.shop.data(id), Order);
  auto *save = person.see<QPushButton>(u"Save changes"_qs, review);
  QVERIFY(!save->isEnabled());
  QTest::mouseClick(person.see<QCheckBox>(u"The job is running"_qs, review), Qt::LeftButton, {},
                    QPoint(8, 8));
  QVERIFY(save->isEnabled());
  QVERIFY(person.press(u"Save changes"_qs, review));
  QVERIFY(person.reads(u"The worker that runs it goes on with the old data."_qs));
  QCOMPARE(t.shop.data(id), Edited);
}

void TestMoving::saveRunning(WindowTest &t) {
  QVERIFY(t.shop.start());
  id = t.shop.add("active", Order);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"active"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(person.press(u"Save"_qs));
  QWidget *review = person.see(u"Review changes"_qs);
  QVERIFY(review);
  QTest::mouseClick(person.see<QCheckBox>(u"The job is running"_qs, review), Qt::LeftButton, {},
                    QPoint(8, 8));
  QVERIFY(person.press(u"Save changes"_qs, review));
  QVERIFY(person.reads(u"The worker that runs it goes on with the old data."_qs));
  QCOMPARE(t.shop.data(id), Edited);
}

void TestMoving::saysThatARunLeftTheEditAlone() {
  WindowTest t;
  saveRunning(t);
  t.shop.server.run({"LREM", "bull:orders:active", "0", id});
  t.shop.server.run({"ZADD", "bull:orders:failed", "1700000000000", id});
  t.shop.server.run({"DEL", t.shop.key(id) + ":lock"});
  QVERIFY(t.person.reads(u"The run is over, and your data are still there."_qs));
}

void TestMoving::saysThatARunOverwroteTheEdit() {
  WindowTest t;
  saveRunning(t);
  t.shop.setData(id, "{\"to\": \"12 Long Road\",\"step\":2}");
  QVERIFY(t.person.reads(u"Your edit was overwritten while the job ran."_qs));
  QVERIFY(t.person.waits("their text", [&] { return t.person.text().contains("\"step\""); }));
}

void TestMoving::offersTheTextAgainAfterAnotherJob() {
  WindowTest t;
  QVERIFY(t.shop.start());
  id = t.shop.add("failed", Order);
  const QByteArray other = t.shop.add("failed", "{\"b\":2}");
  QVERIFY(t.open());
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(person.chooseJob(other));
  QVERIFY(person.waits("the other job", [&] { return person.text().contains("\"b\""); }));
  QVERIFY(person.chooseJob(id));
  QVERIFY(person.press(u"Restore draft"_qs));
  QVERIFY(person.waits("the draft", [&] { return person.text().contains("7 Short Road"); }));
  QVERIFY(person.chooseState(u"waiting"_qs));
  QVERIFY(person.keys(u"!"_qs));
  QVERIFY2(person.text().contains("7 Short Road"), "another list is no other job");
  QCOMPARE(t.shop.data(id), Order);
}

void TestMoving::tellsOfASaveWhoseJobWasLeft() {
  WindowTest t;
  QVERIFY(t.shop.start());
  StallingProxy proxy(t.shop.server.socketPath());
  id = t.shop.add("failed", Order);
  const QByteArray other = t.shop.add("failed", "{\"b\":2}");
  const QString url =
      QStringLiteral("unix://%1?name=Shop&environment=local").arg(proxy.endpoint().socketPath);
  Person &person = t.person;
  QVERIFY(person.start(url, t.folder.path()));
  QVERIFY(person.openJob(other, u"failed"_qs));
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.waits("the job", [&] { return person.text().contains("12 Long Road"); }));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  proxy.limit(StallingProxy::Scope::Open, StallingProxy::Direction::ToServer, 0,
              StallingProxy::AtLimit::Hold);
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.waits("the save", [&] { return proxy.held(StallingProxy::Direction::ToServer) > 0; }));
  QVERIFY(person.chooseJob(other));
  proxy.release();
  QVERIFY(person.reads(u"Job %1: Saved."_qs.arg(QString::fromUtf8(id))));
  QVERIFY(person.waits("the other job", [&] { return person.text().contains("\"b\""); }));
  QCOMPARE(t.shop.data(id), Edited);
  QCOMPARE(t.shop.data(other), "{\"b\":2}");
  QVERIFY(person.chooseJob(id));
  QVERIFY(person.waits("what was saved", [&] { return person.text().contains("7 Short Road"); }));
  QVERIFY(!person.sees(u"Restore draft"_qs));
}

void TestMoving::keepsWhatIsTypedWhileDataAreOnTheirWay() {
  WindowTest t;
  QVERIFY(t.shop.start());
  StallingProxy proxy(t.shop.server.socketPath());
  id = t.shop.add("failed", Order);
  const QString url =
      QStringLiteral("unix://%1?name=Shop&environment=local").arg(proxy.endpoint().socketPath);
  Person &person = t.person;
  QVERIFY(person.start(url, t.folder.path()));
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  proxy.limit(StallingProxy::Scope::Open, StallingProxy::Direction::ToClient, 0,
              StallingProxy::AtLimit::Hold);
  QVERIFY(person.press(u"Discard"_qs)); // reads the stored text anew
  QVERIFY(person.waits("the answer", [&] { return proxy.held(StallingProxy::Direction::ToClient) > 0; }));
  QVERIFY(person.retype(u"7 Short"_qs, u"3 Wide"_qs));
  proxy.release();
  QVERIFY(person.reads(u"Your text is kept."_qs));
  QVERIFY(person.text().contains("3 Wide Road"));
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data(id), "{\"to\": \"3 Wide Road\",\"total\" : 1.10}");
}

QTEST_MAIN(TestMoving)
#include "tst_moving.moc"
