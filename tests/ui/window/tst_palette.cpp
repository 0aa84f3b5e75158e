// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsoneditor.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobpane.h"
#include "ui/views/queuepage.h"
#include "ui/window/windowtest.h"

#include <QLineEdit>
#include <QListWidget>

using namespace oxp;
using namespace oxp::test;

/// Where one gets by name, from anywhere.
class TestWindowPalette : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void keepsKeysOutOfOtherJobs();
  void goesToAStateOfAQueue();
  void findsAnIdInEveryQueue();
  void remembersPlaces();
  void listsEachPlaceOnce_data();
  void listsEachPlaceOnce();
};

namespace {

/// Opens the palette, types, and the texts of its hits.
QStringList hits(Person &person, const QString &typed) {
  if (!person.sees(u"Hits"_qs) && !person.key(Qt::Key_K, Qt::ControlModifier))
    return {};
  auto *field = person.see<QLineEdit>(u"Command palette"_qs);
  auto *list = person.see<QListWidget>(u"Hits"_qs);
  if (!field || !list)
    return {};
  field->setText(typed);
  QStringList texts;
  for (int row = 0; row < list->count(); ++row)
    texts << list->item(row)->text();
  return texts;
}

bool run(Person &person) {
  return person.key(Qt::Key_Return) && person.loses(u"Command palette"_qs);
}

QByteArray openId(const Person &person) {
  return person.window()->page()->pane()->context().jobId;
}

/// Another queue beside `orders`, with one job.
void addQueue(Shop &shop, const QByteArray &name, const QByteArray &id) {
  const QByteArray base = "bull:" + name;
  shop.server.run({"HSET", base + ":meta", "version", "bullmq:5.81.0", "opts.maxLenEvents", "10000"});
  shop.server.run({"HSET", base + ':' + id, "name", "refund", "data", "{\"other\":true}", "opts", "{}",
                   "timestamp", "1700000000000", "delay", "0", "priority", "0"});
  shop.server.run({"LPUSH", base + ":wait", id});
}

} // namespace

/// The keyboard was in an editor; after the jump it is in the list, and what is typed changes no job.
void TestWindowPalette::keepsKeysOutOfOtherJobs() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray first = t.shop.add("waiting", R"({"a":1})"), second = t.shop.add("waiting", R"({"b":2})");
  addQueue(t.shop, "refunds", "7");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.row({u"Shop"_qs, u"refunds"_qs}).isValid());
  QVERIFY(person.openJob(first, u"waiting"_qs));
  person.editor()->setFocus();
  QVERIFY(!hits(person, QString::fromUtf8(second)).isEmpty());
  QVERIFY(run(person));
  QTRY_COMPARE_WITH_TIMEOUT(openId(person), second, Patience);
  QVERIFY(person.waits("the data", [&] { return person.text().contains("\"b\""); }));
  QVERIFY2(!person.editor()->hasFocus(), "typed keys would go into another job");
  QVERIFY(person.see(u"Jobs"_qs)->hasFocus());
  person.editor()->setFocus();
  QVERIFY(!hits(person, u"refunds"_qs).isEmpty());
  QVERIFY(run(person));
  QCOMPARE(person.window()->page()->queue().id.name, "refunds"_qba);
  QVERIFY(person.see(u"Jobs"_qs)->hasFocus());
  QVERIFY(person.keys(u"zz"_qs));
  QVERIFY(!person.window()->page()->pane()->hasUnsaved());
  // What is run is about the place that it was called from.
  QVERIFY(person.openJob(first, u"waiting"_qs));
  person.editor()->setFocus();
  QVERIFY(person.command(u"Find and replace"_qs));
  QVERIFY(person.see(u"Replace with"_qs));
}

void TestWindowPalette::goesToAStateOfAQueue() {
  WindowTest t;
  QVERIFY(t.shop.start());
  t.shop.add("failed", "{}");
  addQueue(t.shop, "refunds", "7");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.row({u"Shop"_qs, u"refunds"_qs}).isValid());
  QVERIFY(person.row({u"Shop"_qs, u"orders"_qs}).isValid());
  QCOMPARE(hits(person, u"orders failed"_qs).value(0), u"orders: failed"_qs);
  QVERIFY(run(person));
  QCOMPARE(person.window()->page()->queue().id.name, "orders"_qba);
  QCOMPARE(person.window()->page()->currentTab(), StateTab::Failed);
}

void TestWindowPalette::findsAnIdInEveryQueue() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray first = t.shop.add("waiting", "{}");
  addQueue(t.shop, "refunds", "customer-4711");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.row({u"Shop"_qs, u"refunds"_qs}).isValid());
  QVERIFY(person.openJob(first, u"waiting"_qs));
  QVERIFY(!hits(person, u"customer-4711"_qs).isEmpty());
  auto *list = person.see<QListWidget>(u"Hits"_qs);
  QVERIFY(person.waits("the queue that has it",
                       [&] { return list->item(0) && list->item(0)->toolTip().contains(u"refunds"_qs); }));
  QCOMPARE(list->currentRow(), 0);
  QVERIFY(run(person));
  QTRY_COMPARE_WITH_TIMEOUT(openId(person), "customer-4711"_qba, Patience);
  QCOMPARE(person.window()->page()->queue().id.name, "refunds"_qba);
  // A queue's own keys are no jobs.
  (void)hits(person, u"meta"_qs);
  list = person.see<QListWidget>(u"Hits"_qs);
  QVERIFY(list->item(list->count() - 1)->toolTip().contains(u"refunds"_qs));
  (void)hits(person, QString::fromUtf8(first));
  list = person.see<QListWidget>(u"Hits"_qs);
  QVERIFY(person.waits("the look that came after it",
                       [&] { return list->item(0) && list->item(0)->toolTip().contains(u"orders"_qs); }));
}

void TestWindowPalette::remembersPlaces() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", "{}");
  addQueue(t.shop, "refunds", "7");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.row({u"Shop"_qs, u"refunds"_qs}).isValid());
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(person.goTo(id));
  QVERIFY(person.chooseRow({u"Shop"_qs, u"refunds"_qs}));
  const QStringList first = hits(person, {}).first(2);
  QVERIFY2(first.contains(u"orders"_qs), qPrintable(first.join(u", "_qs)));
  QVERIFY2(first.contains(u"Go to job "_qs + QString::fromUtf8(id)), qPrintable(first.join(u", "_qs)));
}

void TestWindowPalette::listsEachPlaceOnce_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<bool>("looks"); ///< for an id, in every queue
  QTest::newRow("nothing") << QString() << false;
  QTest::newRow("the id of a job that was visited") << u"customer-4711"_qs << true;
  QTest::newRow("a part of it") << u"customer"_qs << false;
  QTest::newRow("a queue that was visited") << u"refunds"_qs << false;
  QTest::newRow("the queue that is shown") << u"orders"_qs << false;
  QTest::newRow("a state of it") << u"orders waiting"_qs << false;
  QTest::newRow("an action") << u"Refresh"_qs << false;
  QTest::newRow("an action whose name others begin with") << u"Re"_qs << false;
}

/// Jobs, queues, states and actions, whichever way each of them came into the list.
void TestWindowPalette::listsEachPlaceOnce() {
  QFETCH(QString, typed);
  QFETCH(bool, looks);
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray first = t.shop.add("waiting", "{}");
  addQueue(t.shop, "refunds", "customer-4711");
  addQueue(t.shop, "mails", "customer-4711");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.row({u"Shop"_qs, u"mails"_qs}).isValid());
  QVERIFY(person.chooseRow({u"Shop"_qs, u"refunds"_qs}));
  QVERIFY(person.goTo("customer-4711"));
  QTRY_COMPARE_WITH_TIMEOUT(openId(person), "customer-4711"_qba, Patience);
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(person.goTo(first));
  (void)hits(person, typed);
  auto *list = person.see<QListWidget>(u"Hits"_qs);
  const auto tips = [list] {
    QStringList all;
    for (int row = 0; row < list->count(); ++row)
      all << list->item(row)->toolTip();
    return all;
  };
  if (looks)
    QVERIFY(person.waits("the other queue that has it", [&] {
      return !tips().filter(u"mails"_qs).isEmpty() && !tips().filter(u"orders"_qs).contains(typed);
    }));
  const QStringList all = tips();
  QVERIFY(!all.isEmpty());
  for (const QString &tip : all)
    QVERIFY2(all.count(tip) == 1, qPrintable(tip));
  if (looks)
    QCOMPARE(all.filter(u"Go to job customer-4711"_qs).size(), 2);
}

QTEST_MAIN(TestWindowPalette)
#include "tst_palette.moc"
