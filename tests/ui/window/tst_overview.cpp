// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowtest.h"

#include "base/clock.h"
#include "models/overviewcolumns.h"
#include "models/roles.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/widgets/togglechip.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTableView>
#include <QTreeView>

using namespace oxp;
using namespace oxp::test;

namespace {

void declareQueue(RedisServer &server, const QByteArray &name) {
  server.run({"HSET", "bull:" + name + ":meta", "opts.maxLenEvents", "10000", "version", "bullmq:5.81.5"});
}

void addFailed(RedisServer &server, const QByteArray &name, const QByteArray &id, qint64 at) {
  const QByteArray base = "bull:" + name + ':';
  server.run({"HSET", base + id, "name", "work", "data", "{}", "timestamp", QByteArray::number(at),
              "failedReason", "x", "finishedOn", QByteArray::number(at)});
  server.run({"ZADD", base + "failed", QByteArray::number(at), id});
}

void addWaiting(RedisServer &server, const QByteArray &name, const QByteArray &id, qint64 at) {
  const QByteArray base = "bull:" + name + ':';
  server.run(
      {"HSET", base + id, "name", "work", "data", "{}", "opts", "{}", "timestamp", QByteArray::number(at)});
  server.run({"LPUSH", base + "wait", id});
}

/// What happened, as BullMQ tells it.
void tell(RedisServer &server, const QByteArray &name, const QByteArray &event) {
  server.run({"XADD", "bull:" + name + ":events", "*", "event", event, "jobId", "1"});
}

} // namespace

/// A profile's page: by keyboard, and how it stays as it is under somebody's hand.
class TestOverviewWindow : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void showsAllQueuesOfAProfile();
  void goesToAQueueAndBackByKeyboard();
  void theChevronOnlyOpens();
  void narrowsByChipsSumsAndWords();
  void followsEventsWithoutJumping();
  void asksNothingWhileNobodyLooks();
  void saysWhyThereIsNothing();
  void staysWhereTheServerIsAway();
  void measuresMemoryWhenAsked();

private:
  static void fill(RedisServer &server);
  static QTableView *open(WindowTest &t);
  static QString cell(const QAbstractItemView *table, const QString &queue, OverviewColumn column,
                      int role = Qt::DisplayRole);
  static QStringList names(const QAbstractItemView *table);
};

void TestOverviewWindow::fill(RedisServer &server) {
  const qint64 now = wallClockMs();
  for (const char *name : {"shop.orders", "shop.emails", "shop.idle", "media.encode", "media.cut"})
    declareQueue(server, name);
  addFailed(server, "shop.orders", "f1", now - 3 * 60'000);
  addFailed(server, "shop.orders", "f2", now - 4 * 60'000);
  addFailed(server, "media.cut", "f1", now - 90 * 60'000);
  addWaiting(server, "shop.emails", "1", now - 2 * 3'600'000);
  server.run({"ZADD", "bull:shop.emails:prioritized", "4294967297", "2"});
  server.run({"HSET", "bull:media.encode:meta", "paused", "1"});
}

QTableView *TestOverviewWindow::open(WindowTest &t) {
  if (!t.shop.start())
    return nullptr;
  fill(t.shop.server);
  if (!t.open("local"))
    return nullptr;
  auto *table = t.person.see<QTableView>(u"Overview"_qs);
  const auto known = [&] {
    return table && cell(table, u"shop.orders"_qs, OverviewColumn::FailedHour) == u"2"_qs &&
           cell(table, u"shop.emails"_qs, OverviewColumn::Oldest) != u"–"_qs &&
           cell(table, u"shop.emails"_qs, OverviewColumn::Workers) == u"0"_qs;
  };
  return t.person.waits("the overview with all that it knows", known) ? table : nullptr;
}

QString TestOverviewWindow::cell(const QAbstractItemView *table, const QString &queue, OverviewColumn column,
                                 int role) {
  for (int row = 0; row < table->model()->rowCount(); ++row)
    if (table->model()->index(row, 0).data().toString() == queue)
      return table->model()->index(row, int(column)).data(role).toString();
  return {};
}

QStringList TestOverviewWindow::names(const QAbstractItemView *table) {
  QStringList all;
  for (int row = 0; row < table->model()->rowCount(); ++row)
    all << table->model()->index(row, 0).data().toString();
  return all;
}

void TestOverviewWindow::showsAllQueuesOfAProfile() {
  WindowTest t;
  const QTableView *table = open(t);
  QVERIFY(table);
  QCOMPARE(names(table).size(), 5);
  QTRY_COMPARE_WITH_TIMEOUT(names(table).first(), u"shop.orders"_qs,
                            Patience);           // failed most in the last hour
  QCOMPARE(names(table).at(1), u"media.cut"_qs); // then by what failed at all
  using C = OverviewColumn;
  QCOMPARE(cell(table, u"shop.emails"_qs, C::Waiting), u"2"_qs);
  QCOMPARE(cell(table, u"shop.emails"_qs, C::Oldest), u"2 h"_qs);
  QCOMPARE(cell(table, u"shop.emails"_qs, C::Group), u"shop"_qs);
  QCOMPARE(cell(table, u"shop.idle"_qs, C::FailedHour), u"0"_qs);
  QCOMPARE(cell(table, u"media.encode"_qs, C::Paused), u"paused"_qs);
  QVERIFY(cell(table, u"shop.orders"_qs, C::FailedHour, Qt::AccessibleTextRole)
              .startsWith(u"2 failed in the last hour, most "_qs));
  QCOMPARE(t.person.see<QAbstractButton>(u"waiting"_qs)->accessibleDescription(), u"2, 1 prioritized"_qs);
  QCOMPARE(t.person.see<QAbstractButton>(u"failed"_qs)->accessibleDescription(), u"3"_qs);
  QCOMPARE(t.person.see<ToggleChip>(u"Waiting without workers"_qs)->accessibleDescription(), u"1"_qs);
  QTRY_VERIFY_WITH_TIMEOUT(
      t.person.see(u"Redis"_qs)->accessibleDescription().contains(u"eviction noeviction"_qs), Patience);
}

void TestOverviewWindow::goesToAQueueAndBackByKeyboard() {
  WindowTest t;
  QTableView *table = open(t);
  QVERIFY(table);
  auto *tree = t.person.see<QTreeView>(u"Queues"_qs);
  tree->setFocus();
  tree->setCurrentIndex(t.person.row({u"Shop"_qs}));
  QVERIFY(t.person.type(u"Filter overview"_qs, u"orders"_qs));
  QCOMPARE(names(table), QStringList{u"shop.orders"_qs});
  QVERIFY(t.person.key(Qt::Key_Return)); // from the field to the table
  QVERIFY(table->hasFocus());
  QVERIFY(t.person.key(Qt::Key_Return));
  QVERIFY(t.person.waits("the queue", [&] { return t.person.window()->page()->isVisible(); }));
  QCOMPARE(t.person.window()->page()->queue().id, (QueueId{"bull", "shop.orders"}));
  QCOMPARE(t.person.window()->page()->currentTab(), StateTab::Latest);
  QVERIFY(t.person.key(Qt::Key_Left, Qt::AltModifier));
  QVERIFY(t.person.waits("the overview again", [&] { return table->isVisible() && table->hasFocus(); }));
  QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"shop.orders"_qs);

  // On the number of failed jobs: to these.
  table->setCurrentIndex(table->currentIndex().siblingAtColumn(int(OverviewColumn::Failed)));
  QVERIFY(t.person.key(Qt::Key_Return));
  QVERIFY(t.person.waits("failed jobs", [&] {
    return t.person.window()->page()->isVisible() &&
           t.person.window()->page()->currentTab() == StateTab::Failed;
  }));
  t.person.see<QTableView>(u"Jobs"_qs)->setFocus();
  QVERIFY(t.person.key(Qt::Key_Backspace));
  QVERIFY(t.person.waits("the overview by Backspace", [&] { return table->isVisible(); }));

  // Return on the profile's row leads here as well.
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"shop"_qs, u"shop.idle"_qs}));
  QVERIFY(t.person.waits("a queue", [&] { return t.person.window()->page()->isVisible(); }));
  tree->setFocus();
  tree->setCurrentIndex(t.person.row({u"Shop"_qs}));
  QVERIFY(t.person.window()->page()->isVisible()); // passing by is no choice
  QVERIFY(t.person.key(Qt::Key_Return));
  QVERIFY(t.person.waits("the overview by Return", [&] { return table->isVisible(); }));
}

void TestOverviewWindow::theChevronOnlyOpens() {
  WindowTest t;
  QTableView *table = open(t);
  QVERIFY(table);
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"shop"_qs, u"shop.idle"_qs}));
  QVERIFY(t.person.waits("a queue", [&] { return t.person.window()->page()->isVisible(); }));
  auto *tree = t.person.see<QTreeView>(u"Queues"_qs);
  const QModelIndex profile = t.person.row({u"Shop"_qs});
  const QRect row = tree->visualRect(profile);
  QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                    {row.left() - tree->indentation() / 2, row.center().y()});
  QVERIFY(!tree->isExpanded(profile));
  QVERIFY(t.person.window()->page()->isVisible());
  QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, row.center());
  QVERIFY(table->isVisible());
}

void TestOverviewWindow::narrowsByChipsSumsAndWords() {
  WindowTest t;
  QTableView *table = open(t);
  QVERIFY(table);
  QVERIFY(t.person.press(u"With failed jobs"_qs));
  QCOMPARE(names(table).size(), 2);
  QVERIFY(t.person.press(u"Waiting without workers"_qs));
  QCOMPARE(names(table), QStringList{u"shop.emails"_qs});
  QVERIFY(t.person.press(u"paused"_qs)); // the sum
  QCOMPARE(names(table), QStringList{u"media.encode"_qs});
  QVERIFY(t.person.see<ToggleChip>(u"Paused"_qs)->isChecked());
  QVERIFY(t.person.press(u"All"_qs));
  QVERIFY(t.person.press(u"waiting"_qs));
  QCOMPARE(names(table).size(), 5);
  QCOMPARE(names(table).first(), u"shop.emails"_qs);
  QVERIFY(t.person.type(u"Filter overview"_qs, u"MEDIA"_qs));
  QCOMPARE(names(table).size(), 2);
}

void TestOverviewWindow::followsEventsWithoutJumping() {
  WindowTest t;
  QTableView *table = open(t);
  QVERIFY(table);
  tell(t.shop.server, "shop.idle", "added");
  const ProfileSession *session = t.person.window()->overview()->session();
  QTRY_VERIFY_WITH_TIMEOUT(session->live().speaks({"bull", "shop.idle"}), Patience);
  QVERIFY(t.person.command(u"Refresh"_qs)); // renews the order
  QTRY_COMPARE_WITH_TIMEOUT(names(table).first(), u"shop.orders"_qs, Patience);
  const QStringList before = names(table);
  const qint64 now = wallClockMs();
  for (int i = 0; i < 9; ++i)
    addFailed(t.shop.server, "shop.idle", "n" + QByteArray::number(i), now);
  tell(t.shop.server, "shop.idle", "failed");
  QTRY_COMPARE_WITH_TIMEOUT(cell(table, u"shop.idle"_qs, OverviewColumn::Failed), u"9"_qs, Patience);
  QTRY_COMPARE_WITH_TIMEOUT(cell(table, u"shop.idle"_qs, OverviewColumn::FailedHour), u"9"_qs, Patience);
  QCOMPARE(names(table), before);
  QVERIFY(t.person.command(u"Refresh"_qs));
  QTRY_COMPARE_WITH_TIMEOUT(names(table).first(), u"shop.idle"_qs, Patience);
}

void TestOverviewWindow::asksNothingWhileNobodyLooks() {
  WindowTest t;
  QTableView *table = open(t);
  QVERIFY(table);
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"shop"_qs, u"shop.idle"_qs}));
  QVERIFY(t.person.waits("a queue", [&] { return !table->isVisible(); }));
  addFailed(t.shop.server, "shop.orders", "f3", wallClockMs());
  QVERIFY(t.person.command(u"Refresh"_qs));
  const ProfileSession *session = t.person.window()->page()->session();
  QTRY_COMPARE_WITH_TIMEOUT(session->counts().of({"bull", "shop.orders"})->of(JobState::Failed), 3, Patience);
  const auto asked = [&] {
    return t.shop.server.run({"INFO", "commandstats"}).bytes.contains("cmdstat_zrevrangebyscore:calls=2,");
  };
  QVERIFY(asked()); // the two queues with failures, when the page was shown
  QVERIFY(t.person.command(u"Overview"_qs));
  QTRY_COMPARE_WITH_TIMEOUT(cell(table, u"shop.orders"_qs, OverviewColumn::FailedHour), u"3"_qs, Patience);
}

void TestOverviewWindow::saysWhyThereIsNothing() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QVERIFY(t.open("local"));
  auto *place = t.person.see(u"No queues yet"_qs);
  QVERIFY(place);
  QVERIFY(t.person.see(u"Look for other prefixes"_qs));
  QVERIFY(t.person.see(u"Open a queue by name…"_qs));
  declareQueue(t.shop.server, "shop.orders");
  QVERIFY(t.person.press(u"Look for other prefixes"_qs));
  auto *table = t.person.see<QTableView>(u"Overview"_qs);
  QVERIFY(table);
  QTRY_COMPARE_WITH_TIMEOUT(names(table), QStringList{u"shop.orders"_qs}, Patience);
}

void TestOverviewWindow::staysWhereTheServerIsAway() {
  WindowTest t;
  QTableView *table = open(t);
  QVERIFY(table);
  t.shop.server.killHard();
  QVERIFY(t.person.reads(u"What you see may be old"_qs));
  QVERIFY(table->isVisible());
  QCOMPARE(names(table).size(), 5);
}

void TestOverviewWindow::measuresMemoryWhenAsked() {
  WindowTest t;
  QTableView *table = open(t);
  QVERIFY(table);
  QVERIFY(table->isColumnHidden(int(OverviewColumn::Memory)));
  QCOMPARE(cell(table, u"shop.orders"_qs, OverviewColumn::Memory), u"–"_qs);
  QVERIFY(t.shop.server.run({"INFO", "commandstats"}).bytes.indexOf("cmdstat_memory") < 0);
  t.person.window()->overview()->measureMemory();
  QVERIFY(!table->isColumnHidden(int(OverviewColumn::Memory)));
  QTRY_VERIFY_WITH_TIMEOUT(cell(table, u"shop.orders"_qs, OverviewColumn::Memory).startsWith(u"≈ "_qs),
                           Patience);
}

QTEST_MAIN(TestOverviewWindow)
#include "tst_overview.moc"
