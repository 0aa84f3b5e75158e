// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/datapane.h"
#include "ui/panes/jobpane.h"
#include "ui/views/queuepage.h"
#include "ui/window/windowtest.h"

using namespace oxp;
using namespace oxp::test;

/// What moves on the server must not move what a person is doing.
class TestLive : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void staysWithTheJobWhoseRowLeaves();
  void retriesOneJobAndStaysWithIt();
  void saysThatAServerHasNoQueues();
  void takesTheKeysOfThePaletteAtOnce();
  void asksBeforeTypedTextWouldBeLost();
};

static QByteArray openId(const Person &person) {
  return person.window()->page()->pane()->context().jobId;
}

void TestLive::staysWithTheJobWhoseRowLeaves() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QList<QByteArray> ids;
  for (int i = 0; i < 3; ++i)
    ids << t.shop.add("waiting", "{\"n\":\"job " + QByteArray::number(i) + "\"}");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(ids[1], u"waiting"_qs));
  auto *jobs = person.see<QAbstractItemView>(u"Jobs"_qs);
  QVERIFY(jobs);
  QVERIFY(person.retype(u"job 1"_qs, u"mine"_qs));
  // As a worker that takes it.
  t.shop.server.run({"LREM", "bull:orders:wait", "0", ids[1]});
  t.shop.server.run({"LPUSH", "bull:orders:active", ids[1]});
  QTRY_COMPARE_WITH_TIMEOUT(jobs->model()->rowCount(), 2, Patience);
  QVERIFY(person.keys(u" still"_qs));
  QCOMPARE(openId(person), ids[1]);
  QVERIFY2(person.text().contains("mine still"), person.text().constData());
  QVERIFY2(!jobs->currentIndex().isValid(), "nobody has chosen a neighbour");
  // The row comes back, as after a stall: it is marked again.
  t.shop.server.run({"LREM", "bull:orders:active", "0", ids[1]});
  t.shop.server.run({"RPUSH", "bull:orders:wait", ids[1]});
  QTRY_COMPARE_WITH_TIMEOUT(jobs->currentIndex().siblingAtColumn(0).data().toString().toUtf8(), ids[1],
                            Patience);
  QVERIFY(person.text().contains("mine still"));
}

void TestLive::retriesOneJobAndStaysWithIt() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray older = t.shop.add("failed", "{\"n\":1}"), newer = t.shop.add("failed", "{\"n\":2}");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(newer, u"failed"_qs));
  auto *jobs = person.see<QAbstractItemView>(u"Jobs"_qs);
  QVERIFY(person.press(u"Retry"_qs));
  QTRY_COMPARE_WITH_TIMEOUT(jobs->model()->rowCount(), 1, Patience);
  QVERIFY(person.see(u"Receipts"_qs));
  QCOMPARE(openId(person), newer);
  QTRY_VERIFY_WITH_TIMEOUT(!person.sees(u"Retry"_qs), Patience);
  QVERIFY(person.key(Qt::Key_R, Qt::ControlModifier));
  QCOMPARE(t.shop.waiting(), QList<QByteArray>{newer});
  QVERIFY(!t.shop.server.run({"ZSCORE", "bull:orders:failed", older}).isNil());
}

void TestLive::saysThatAServerHasNoQueues() {
  WindowTest t;
  QVERIFY2(t.shop.server.start(), qPrintable(t.shop.server.error()));
  QVERIFY(t.open("local"));
  const auto words = [&] {
    for (const QWidget *widget : t.person.window()->findChildren<QWidget *>())
      if (widget->isVisible() && widget->property("text").toString().startsWith(u"No queues were found"))
        return true;
    return false;
  };
  QVERIFY(t.person.waits("the sentence", words));
}

void TestLive::takesTheKeysOfThePaletteAtOnce() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", "{}");
  QVERIFY(t.open("local"));
  QVERIFY(t.person.openJob(id, u"waiting"_qs));
  QVERIFY(t.person.key(Qt::Key_K, Qt::ControlModifier));
  QVERIFY(t.person.see(u"Command palette"_qs));
  QVERIFY(t.person.keys(u"pause queue"_qs));
  QVERIFY(t.person.key(Qt::Key_Return));
  QTRY_VERIFY_WITH_TIMEOUT(!t.shop.server.run({"HGET", "bull:orders:meta", "paused"}).isNil(), Patience);
}

void TestLive::asksBeforeTypedTextWouldBeLost() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", R"({"password":"hunter2","note":"old"})");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"waiting"_qs));
  QVERIFY(person.retype(u"old"_qs, u"new"_qs));
  // Without a keychain nothing seals the password, so the draft does not go to the disk; that is said.
  QVERIFY(person.reads(u"memory only"_qs));
  person.window()->close();
  QVERIFY(person.press(u"Stay"_qs, person.see(u"Unsaved text"_qs)));
  QVERIFY(person.window()->isVisible());
  QVERIFY(person.text().contains("new"));
  person.window()->close();
  QVERIFY(person.press(u"Close and lose it"_qs, person.see(u"Unsaved text"_qs)));
  QVERIFY(
      person.waits("the window to go", [&] { return !person.window() || !person.window()->isVisible(); }));
}

QTEST_MAIN(TestLive)
#include "tst_live.moc"
