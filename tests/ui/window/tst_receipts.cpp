// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/nodepeer/nodepeer.h"
#include "fakes/redis/stallingproxy.h"
#include "models/receiptsmodel.h"
#include "ui/editor/jsoneditor.h"
#include "ui/window/windowtest.h"

#include <QAbstractButton>
#include <QListView>

using namespace oxp;
using namespace oxp::test;

namespace {

/// The texts of the receipts, newest first; none while the list does not show.
QStringList receipts(Person &person) {
  QStringList texts;
  for (const auto *list : person.window()->findChildren<QListView *>(u"Receipts"_qs))
    for (int row = 0; list->isVisible() && row < list->model()->rowCount(); ++row)
      texts << list->model()->index(row, 0).data().toString();
  return texts;
}

bool tells(Person &person, const QString &words) {
  return person.waits(qPrintable(words + u"; receipts: "_qs + receipts(person).join(u" | "_qs)),
                      [&] { return receipts(person).join(u'\n').contains(words); });
}

/// The widget of a receipt, with its buttons.
QWidget *receiptRow(Person &person, int row) {
  auto *list = person.see<QListView>(u"Receipts"_qs);
  return list ? list->indexWidget(list->model()->index(row, 0)) : nullptr;
}

QString deed(Person &person) {
  const auto *strip = person.window()->findChild<QWidget *>(u"Deed"_qs);
  return strip && strip->isVisible() ? strip->accessibleDescription() : QString();
}

bool retryFromKeyboard(Person &person) {
  return person.key(Qt::Key_R, Qt::ControlModifier);
}

} // namespace

/// What stands there after an operation, and what becomes of it.
class TestReceipts : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void aRetryKeepsThePaneAndIsDoneOnce();
  void aDoubleClickOnRetryIsOneClick();
  void isFollowedUntilItsJobIsCompleted();
  void saysThatItCompleted();
  void saysThatItFailedAgain();
  void saysThatTheJobWasRemovedWhenItCompleted();
  void staysTrueWhileTheConnectionIsLost();
  void ofPauseAndResumeTheLastOneStands();
  void aRemovedJobIsSaidToBeRemovedByThePerson();
  void aSaveCanBeTakenBackFromItsReceipt();
  void areDismissedByHandOnlyAndDeleteRemovesNoJob();
};

void TestReceipts::aRetryKeepsThePaneAndIsDoneOnce() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray other = t.shop.add("failed", "{\"b\":1}"), id = t.shop.add("failed", "{\"a\":1}");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  const auto events = t.shop.events().size();
  QVERIFY(retryFromKeyboard(person));
  QVERIFY(retryFromKeyboard(person)); // while the first is on its way
  QVERIFY(tells(person, u"Retried checkout #%1 in orders: waiting"_qs.arg(QString::fromUtf8(id))));
  QVERIFY(person.see(u"Next failed job"_qs));
  QVERIFY(!person.sees(u"Retry"_qs));
  QVERIFY(retryFromKeyboard(person)); // and after it
  QVERIFY(person.waits("the strip", [&] {
    return deed(person).startsWith(u"Retried by you") &&
           deed(person).contains(u"It left the list of failed jobs; this pane stays with it."_qs);
  }));
  QVERIFY(person.text().contains("\"a\""));
  QCOMPARE(t.shop.waiting(), QList<QByteArray>{id});
  QCOMPARE(t.shop.events().size(), events + 1);

  // Only a person goes on to another job; and then it is that one that Retry is about.
  QVERIFY(person.key(Qt::Key_Down, Qt::AltModifier));
  QVERIFY(person.waits("the next failed job", [&] { return person.text().contains("\"b\""); }));
  QVERIFY(person.see(u"Retry"_qs));
  QVERIFY(deed(person).isEmpty());
  QVERIFY(!t.shop.server.run({"ZSCORE", "bull:orders:failed", other}).isNil());
}

void TestReceipts::aDoubleClickOnRetryIsOneClick() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray other = t.shop.add("failed", "{\"b\":1}"), id = t.shop.add("failed", "{\"a\":1}");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  auto *retry = person.see<QAbstractButton>(u"Retry"_qs);
  QTest::mouseClick(retry, Qt::LeftButton);
  QVERIFY(person.see(u"Next failed job"_qs));
  QTest::mouseDClick(retry, Qt::LeftButton); // the same place, which means something else by now
  QVERIFY(tells(person, u"waiting"_qs));
  QVERIFY(person.text().contains("\"a\""));
  QCOMPARE(t.shop.waiting(), QList<QByteArray>{id});
}

void TestReceipts::isFollowedUntilItsJobIsCompleted() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", "{\"a\":1}");
  const NodeAnswer mail =
      NodePeer::run(u"add.mjs"_qs, t.shop.server.socketPath(),
                    {u"--library"_qs, u"bullmq5"_qs, u"--queue"_qs, u"mail"_qs}, R"([{"state":"waiting"}])");
  QVERIFY2(mail.ok, qPrintable(mail.error));
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  auto *model =
      qobject_cast<ReceiptsModel *>(person.window()->findChild<QListView *>(u"Receipts"_qs)->model());
  QStringList spoken; // what is announced
  connect(model, &ReceiptsModel::spoke, this,
          [&spoken, model](int row) { spoken << model->index(row).data().toString(); });
  QVERIFY(retryFromKeyboard(person));
  QVERIFY(tells(person, u": waiting"_qs));
  QVERIFY(person.chooseRow({u"Shop"_qs, u"mail"_qs})); // also while another queue is shown
  QVERIFY(person.key(Qt::Key_B, Qt::ControlModifier)); // and without the tree
  const NodeAnswer held = NodePeer::run(u"worker.mjs"_qs, t.shop.server.socketPath(),
                                        {u"--library"_qs, u"bullmq5"_qs, u"--queue"_qs, u"orders"_qs});
  QVERIFY2(held.ok, qPrintable(held.error));
  QVERIFY(tells(person, u": completed, after "_qs));
  model->disconnect(this);
  const QString heard = spoken.join(u'\n');
  QCOMPARE(heard.count(u": waiting"_qs), 1);
  QCOMPARE(heard.count(u": completed"_qs), 1);
  QVERIFY(person.press(u"Show"_qs, receiptRow(person, 0)));
  QVERIFY(person.waits("the job where it is", [&] { return person.text().contains("\"a\""); }));
  auto *jobs = person.see<QAbstractItemView>(u"Jobs"_qs);
  QVERIFY(person.waits(
      "its row", [&] { return jobs->currentIndex().siblingAtColumn(0).data().toString().toUtf8() == id; }));
}

/// And no longer what would be if it failed.
void TestReceipts::saysThatItCompleted() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", "{\"a\":1}");
  t.shop.server.run({"HSET", t.shop.key(id), "atm", "2", "attemptsMade", "2", "opts", R"({"attempts":2})"});
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(retryFromKeyboard(person));
  QVERIFY(person.waits("the warning", [&] { return deed(person).contains(u"It has no attempts left"); }));
  t.shop.work();
  QVERIFY(person.waits("the strip", [&] { return deed(person).contains(u"It completed."); }));
}

void TestReceipts::saysThatItFailedAgain() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", "{\"a\":1}");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(retryFromKeyboard(person));
  QVERIFY(tells(person, u": waiting"_qs));
  const NodeAnswer held = NodePeer::run(
      u"worker.mjs"_qs, t.shop.server.socketPath(),
      {u"--library"_qs, u"bullmq5"_qs, u"--queue"_qs, u"orders"_qs, u"--outcome"_qs, u"fail"_qs});
  QVERIFY2(held.ok, qPrintable(held.error));
  QVERIFY(tells(person, u": failed again, peer failed %1"_qs.arg(QString::fromUtf8(id))));
  QVERIFY(person.waits("the strip", [&] { return deed(person).contains(u"It failed again."_qs); }));
  QVERIFY(person.see(u"Retry"_qs)); // of this same job
  QVERIFY(retryFromKeyboard(person));
  QVERIFY(person.waits("the second retry", [&] { return t.shop.waiting() == QList<QByteArray>{id}; }));
  QVERIFY(tells(person, u": waiting"_qs));
  QCOMPARE(receipts(person).size(), 1); // the same action on the same job
}

void TestReceipts::saysThatTheJobWasRemovedWhenItCompleted() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id =
      t.shop.add("failed", "{\"a\":1}", {{u"opts"_qs, QJsonObject{{u"removeOnComplete"_qs, true}}}});
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(retryFromKeyboard(person));
  QVERIFY(tells(person, u": waiting"_qs));
  t.shop.work();
  QVERIFY(t.shop.job(id).isEmpty());
  QVERIFY(tells(person, u": gone, removed when completed"_qs));
  QVERIFY(!person.sees(u"Show"_qs, receiptRow(person, 0)));
}

void TestReceipts::staysTrueWhileTheConnectionIsLost() {
  WindowTest t;
  QVERIFY(t.shop.start());
  StallingProxy proxy(t.shop.server.socketPath());
  const QByteArray id = t.shop.add("failed", "{\"a\":1}");
  const QString url =
      QStringLiteral("unix://%1?name=Shop&environment=local").arg(proxy.endpoint().socketPath);
  Person &person = t.person;
  QVERIFY(person.start(url, t.folder.path()));
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(retryFromKeyboard(person));
  QVERIFY(tells(person, u": waiting"_qs));
  proxy.refuseNew(true);
  proxy.dropAll();
  QVERIFY(tells(person, u": not known: connection lost"_qs));
  t.shop.work();
  proxy.refuseNew(false);
  QVERIFY(person.press(u"Reconnect now"_qs));
  QVERIFY(tells(person, u": completed"_qs));
}

void TestReceipts::ofPauseAndResumeTheLastOneStands() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", "{\"a\":1}");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"waiting"_qs));
  QVERIFY(person.command(u"Pause queue"_qs));
  QVERIFY(tells(person, u"Paused orders: paused"_qs));
  QVERIFY(person.command(u"Resume queue"_qs));
  QVERIFY(tells(person, u"Resumed orders: running"_qs));
  QCOMPARE(receipts(person).size(), 1);
  // By somebody else.
  t.shop.server.run({"HSET", "bull:orders:meta", "paused", "1"});
  QVERIFY(tells(person, u"Resumed orders: paused"_qs));
}

void TestReceipts::aRemovedJobIsSaidToBeRemovedByThePerson() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray other = t.shop.add("failed", "{\"b\":1}"), id = t.shop.add("failed", "{\"a\":1}");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.command(u"Remove"_qs));
  if (QWidget *dialog = person.see(u"Remove"_qs); dialog && dialog->isWindow())
    QVERIFY(person.press(u"Remove"_qs, dialog));
  QVERIFY(tells(person, u"Removed checkout #%1 in orders: removed"_qs.arg(QString::fromUtf8(id))));
  QVERIFY(person.waits("the strip", [&] { return deed(person).startsWith(u"Removed by you"); }));
  QVERIFY(person.text().contains("\"a\""));
  QVERIFY(person.see(u"Next failed job"_qs));
  QVERIFY(person.key(Qt::Key_Delete)); // nothing is left that it could remove
  QVERIFY(person.press(u"Next failed job"_qs));
  QVERIFY(person.waits("the next failed job", [&] { return person.text().contains("\"b\""); }));
  QVERIFY(!t.shop.server.run({"ZSCORE", "bull:orders:failed", other}).isNil());
}

void TestReceipts::aSaveCanBeTakenBackFromItsReceipt() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray other = t.shop.add("failed", "{\"b\":1}"),
                   id = t.shop.add("failed", "{\"to\":\"12 Long\"}");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(tells(person, u"Saved checkout #%1 in orders: failed"_qs.arg(QString::fromUtf8(id))));
  QVERIFY(person.chooseJob(other));
  QVERIFY(person.waits("the other job", [&] { return person.text().contains("\"b\""); }));
  QVERIFY(person.press(u"Undo"_qs, receiptRow(person, 0)));
  QVERIFY(person.waits("the old data", [&] { return t.shop.data(id) == "{\"to\":\"12 Long\"}"; }));
  QVERIFY(tells(person, u"Reverted checkout"_qs));
  QCOMPARE(receipts(person).size(), 1);
}

void TestReceipts::areDismissedByHandOnlyAndDeleteRemovesNoJob() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QList<QByteArray> ids;
  for (int i = 0; i < 5; ++i)
    ids << t.shop.add("failed", "{\"n\":" + QByteArray::number(i) + "}");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  for (int i = 0; i < 4; ++i) {
    QVERIFY(person.openJob(ids[i], u"failed"_qs));
    QVERIFY(person.waits("the job", [&] { return person.text().contains(QByteArray::number(i)); }));
    QVERIFY(retryFromKeyboard(person));
    QVERIFY(tells(person, u"#%1 in orders: waiting"_qs.arg(QString::fromUtf8(ids[i]))));
  }
  QVERIFY(person.openJob(ids[4], u"failed"_qs)); // a live Remove, had Delete its usual meaning
  QCOMPARE(receipts(person).size(), 4);
  auto *list = person.see<QListView>(u"Receipts"_qs);
  QCOMPARE(list->height(), 3 * list->sizeHintForRow(0));
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(300, 10));
  list->setFocus();
  list->setCurrentIndex(list->model()->index(0, 0));
  QVERIFY(person.key(Qt::Key_Delete));
  QCOMPARE(receipts(person).size(), 3);
  QVERIFY(!person.sees(u"Remove"_qs));
  QVERIFY(person.press(u"Dismiss"_qs, receiptRow(person, 0)));
  QCOMPARE(receipts(person).size(), 2);
  QVERIFY(person.press(u"Dismiss all"_qs));
  QVERIFY(!person.sees(u"Receipts"_qs));
  QVERIFY(!t.shop.server.run({"ZSCORE", "bull:orders:failed", ids[4]}).isNil());
}

QTEST_MAIN(TestReceipts)
#include "tst_receipts.moc"
