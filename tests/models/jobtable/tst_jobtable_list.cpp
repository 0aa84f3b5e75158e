// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "fakesource.h"
#include "models/jobtablemodel.h"
#include "signaltally.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

using namespace oxp;
using namespace oxp::test;

namespace {

/// A job with its three times, seconds after a moment.
JobRow timed(const QByteArray &id, int created, int processed = 0, int finished = 0) {
  const auto stamp = [](int seconds) { return seconds > 0 ? 1'700'000'000'000 + seconds * 1'000LL : 0; };
  JobRow row = job(id);
  row.created = stamp(created);
  row.processed = stamp(processed);
  row.finished = stamp(finished);
  return row;
}

QString dump(const JobTableModel &model) {
  QStringList ids;
  for (int row = 0; row < model.rowCount(); ++row)
    ids += QString::fromUtf8(model.idAt(row));
  return ids.join(u' ');
}

struct List {
  JobTableModel model;
  QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

/// A list that is all there is, such as Latest.
class TestJobTableList : public QObject {
  Q_OBJECT

private slots:
  void beginsWithTheNewest();
  void keepsItsOrderWhileJobsChange();
  void movesSelectionsWithTheirJobs();
  void sortsByAnyColumn_data();
  void sortsByAnyColumn();
  void staysSortedWhileLive();
  void followsAnyHistory_data();
  void followsAnyHistory();
  void tellsWhichTimeTheLastOneIs();
  void tellsOfAClockThatIsAhead();
};

void TestJobTableList::beginsWithTheNewest() {
  List list;
  list.model.setList({timed("old", 1), timed("done", 2, 3, 90), timed("new", 60), timed("at work", 5, 70)});
  QCOMPARE(dump(list.model), u"done at work new old"_qs);
}

void TestJobTableList::keepsItsOrderWhileJobsChange() {
  List list;
  list.model.setList({timed("a", 30), timed("b", 20), timed("c", 10)});
  SignalTally tally(&list.model);
  list.model.applyRows({timed("c", 10, 50)});
  QCOMPARE(dump(list.model), u"c a b"_qs);
  QCOMPARE(tally.take(), u"~2..2 layout"_qs);
  list.model.setList({timed("a", 30), timed("b", 20, 60), timed("c", 10, 50)});
  QCOMPARE(dump(list.model), u"b c a"_qs);
  QCOMPARE(tally.take(), u"layout ~0..0"_qs);
}

void TestJobTableList::movesSelectionsWithTheirJobs() {
  List list;
  list.model.setList({timed("a", 30), timed("b", 20), timed("c", 10)});
  const QPersistentModelIndex a = list.model.index(0, 1), c = list.model.index(2, 1);
  list.model.setList({timed("new", 70), timed("a", 30), timed("c", 10, 50)});
  QCOMPARE(dump(list.model), u"new c a"_qs);
  QCOMPARE(a.row(), 2);
  QCOMPARE(c.row(), 1);
  QCOMPARE(c.column(), 1);
  list.model.setListOrder({JobColumn::Changed, false});
  QCOMPARE(dump(list.model), u"a c new"_qs);
  QCOMPARE(a.row(), 0);
}

void TestJobTableList::sortsByAnyColumn_data() {
  QTest::addColumn<int>("column");
  QTest::addColumn<bool>("descending");
  QTest::addColumn<QString>("order");
  QTest::newRow("ids that are numbers")
      << int(JobColumn::Id) << false << u"9 10 100 b a7"_qs.replace(u"b a7"_qs, u"a7 b"_qs);
  QTest::newRow("ids, backwards") << int(JobColumn::Id) << true << u"b a7 100 10 9"_qs;
  QTest::newRow("names, none last") << int(JobColumn::Name) << false << u"100 9 10 b a7"_qs;
  QTest::newRow("names backwards, none last") << int(JobColumn::Name) << true << u"10 b 9 100 a7"_qs;
  QTest::newRow("sizes, unknown last") << int(JobColumn::Size) << true << u"9 100 10 b a7"_qs;
}

void TestJobTableList::sortsByAnyColumn() {
  QFETCH(int, column);
  QFETCH(bool, descending);
  std::vector<JobRow> rows{timed("10", 9), timed("9", 8), timed("100", 7), timed("b", 6), timed("a7", 5)};
  rows[0].name = rows[3].name = "send";
  rows[1].name = "mail";
  rows[2].name = "capture";
  rows[4].missing = true;
  rows[0].size = 5;
  rows[1].size = 1'000;
  rows[2].size = 20;
  List list;
  list.model.setList(rows);
  list.model.setListOrder({JobColumn(column), descending});
  QTEST(dump(list.model), "order");
}

void TestJobTableList::staysSortedWhileLive() {
  List list;
  list.model.setListOrder({JobColumn::Name, false});
  list.model.setList({job("1", "b"), job("2", "d")});
  list.model.setList({job("3", "c"), job("2", "d"), job("1", "b"), job("4", "a")});
  QCOMPARE(dump(list.model), u"4 1 3 2"_qs);
}

void TestJobTableList::followsAnyHistory_data() {
  QTest::addColumn<quint32>("seed");
  for (quint32 seed = 1; seed <= 40; ++seed)
    QTest::addRow("seed %u", seed) << seed;
}

/// Whatever comes, changes, moves and goes: the rows are those that were given, in the list's order, and an
/// index stands for the same job as long as that is listed.
void TestJobTableList::followsAnyHistory() {
  QFETCH(quint32, seed);
  QRandomGenerator random(seed);
  List list;
  std::vector<JobRow> rows;
  int next = 1;
  std::vector<std::pair<QPersistentModelIndex, QByteArray>> watched;
  for (int round = 0; round < 30; ++round) {
    for (int change = int(random.bounded(5)); change > 0; --change) {
      const size_t at = rows.empty() ? 0 : random.bounded(quint32(rows.size()));
      if (rows.empty() || random.bounded(2) == 0)
        rows.push_back(timed(QByteArray::number(next++), 1 + int(random.bounded(50))));
      else if (random.bounded(3) == 0)
        rows.erase(rows.begin() + qsizetype(at));
      else
        rows[at].processed = rows[at].created + random.bounded(90'000);
    }
    list.model.setList(rows);
    const JobOrder &order = list.model.listOrder();
    QCOMPARE(list.model.rowCount(), int(rows.size()));
    QSet<QByteArray> listed;
    for (int row = 0; row < list.model.rowCount(); ++row) {
      listed.insert(list.model.idAt(row));
      if (row > 0)
        QVERIFY(!order.before(*list.model.rowAt(row), *list.model.rowAt(row - 1)));
    }
    for (const JobRow &row : rows)
      QCOMPARE(*list.model.rowAt(list.model.rowOf(row.id)), row);
    for (const auto &[index, id] : watched) {
      QCOMPARE(index.isValid(), listed.contains(id));
      if (index.isValid())
        QCOMPARE(list.model.idAt(index.row()), id);
    }
    std::erase_if(watched, [](const auto &one) { return !one.first.isValid(); });
    if (list.model.rowCount() > 0) {
      const int row = int(random.bounded(list.model.rowCount()));
      watched.emplace_back(list.model.index(row, 0), list.model.idAt(row));
    }
    if (random.bounded(6) == 0)
      list.model.setListOrder(
          {random.bounded(2) ? JobColumn::Id : JobColumn::Changed, random.bounded(2) == 0});
  }
}

void TestJobTableList::tellsWhichTimeTheLastOneIs() {
  List list;
  list.model.setList({timed("done", 1, 2, 3), timed("at work", 1, 2), timed("new", 1)});
  const auto tip = [&](int row) {
    return list.model.index(row, int(JobColumn::Changed)).data(Qt::ToolTipRole).toString();
  };
  QVERIFY2(tip(0).startsWith(u"Finished: 2023-11-1"_qs), qPrintable(tip(0)));
  QVERIFY(tip(1).startsWith(u"Processed: "_qs));
  QVERIFY(tip(2).startsWith(u"Created: "_qs));
  QVERIFY(!tip(2).contains(u'\n'));
}

void TestJobTableList::tellsOfAClockThatIsAhead() {
  List list;
  JobRow row = job("1");
  row.created = wallClockMs() + 16 * 3'600'000 + 30'000;
  list.model.setList({row});
  const QModelIndex created = list.model.index(0, int(JobColumn::Created));
  QCOMPARE(created.data().toString(), u"16 h ahead"_qs);
  QVERIFY(created.data(Qt::ToolTipRole).toString().contains(u"Later than the server's clock"_qs));
  row.created = wallClockMs() - 60'000;
  row.state = JobState::Delayed;
  row.due = wallClockMs() + 16 * 3'600'000; // as it should be
  list.model.setList({row});
  const QString due = list.model.index(0, int(JobColumn::Due)).data(Qt::ToolTipRole).toString();
  QVERIFY2(!due.isEmpty() && !due.contains(u"clock"_qs), qPrintable(due));
}

QTEST_GUILESS_MAIN(TestJobTableList)
#include "tst_jobtable_list.moc"
