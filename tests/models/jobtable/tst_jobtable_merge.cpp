// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesource.h"
#include "models/jobtablemodel.h"
#include "signaltally.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

using namespace oxp;
using namespace oxp::test;

namespace {

QString dump(const JobTableModel &model) {
  QStringList ids;
  for (int row = 0; row < model.rowCount(); ++row)
    ids += model.rowAt(row) ? QString::fromUtf8(model.idAt(row)) : u"?"_qs;
  return ids.join(u' ');
}

/// A model over a fake state, all of it loaded.
struct Table {
  explicit Table(std::vector<JobRow> rows) {
    source->rows = std::move(rows);
    model.setSource(source, JobState::Waiting);
    load();
    tally.take();
  }
  void load() { model.applyPage(source->page(0, JobTableModel::PageRows)); }

  std::shared_ptr<FakeSource> source = std::make_shared<FakeSource>();
  JobTableModel model;
  QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
  SignalTally tally{&model};
};

} // namespace

class TestJobTableMerge : public QObject {
  Q_OBJECT

private slots:
  void saysNothingWhenNothingChanged();
  void insertsAtTheHead();
  void insertsInTheMiddle();
  void removesWhatIsGone();
  void growsAtTheTail();
  void changesInPlace();
  void swapsARowForAnother();
  void emptiesAndFills();
  void keepsSelectionsOnTheirJobs();
  void holdsNewJobsBack();
  void countsHeldJobsThatLeave();
  void mergesAnyHistory_data();
  void mergesAnyHistory();
  void mergesFixedLists();
  void takesFactsById();
  void survivesIdsThatStandTwice();
  void neverGivesADroppedRowToAnotherJob();
  void readsAgainWithoutAReset();
};

void TestJobTableMerge::saysNothingWhenNothingChanged() {
  Table table(jobs(0, 30));
  table.load();
  QCOMPARE(table.tally.take(), QString());
}

void TestJobTableMerge::insertsAtTheHead() {
  Table table(jobs(0, 150));
  table.source->rows.insert(table.source->rows.begin(), {job("a"), job("b"), job("c")});
  table.load();
  QCOMPARE(table.tally.take(), u"+0..2 ~0..2"_qs);
  QCOMPARE(table.model.rowCount(), 153);
  QCOMPARE(table.model.idAt(3), "0"_qba);
}

void TestJobTableMerge::insertsInTheMiddle() {
  Table table(jobs(0, 30));
  table.source->rows.insert(table.source->rows.begin() + 10, job("new"));
  table.load();
  QCOMPARE(table.tally.take(), u"+10..10 ~10..10"_qs);
}

void TestJobTableMerge::removesWhatIsGone() {
  Table table(jobs(0, 30));
  table.source->rows.erase(table.source->rows.begin() + 5, table.source->rows.begin() + 8);
  table.load();
  QCOMPARE(table.tally.take(), u"-5..7"_qs);
}

void TestJobTableMerge::growsAtTheTail() {
  Table table(jobs(0, 30));
  table.source->rows.push_back(job("last"));
  table.load();
  QCOMPARE(table.tally.take(), u"+30..30 ~30..30"_qs);
}

void TestJobTableMerge::changesInPlace() {
  Table table(jobs(0, 30));
  table.source->rows[7].name = "other";
  table.source->rows[8].missing = true;
  table.load();
  QCOMPARE(table.tally.take(), u"~7..8"_qs);
}

void TestJobTableMerge::swapsARowForAnother() {
  Table table(jobs(0, 30));
  const QPersistentModelIndex gone = table.model.index(7, 0);
  table.source->rows[7] = job("stranger");
  table.load();
  QVERIFY2(!gone.isValid(), "a row must not become another job");
  QCOMPARE(table.model.idAt(7), "stranger"_qba);
  QCOMPARE(table.model.rowCount(), 30);
}

void TestJobTableMerge::emptiesAndFills() {
  Table table(jobs(0, 3));
  table.source->rows.clear();
  table.load();
  QCOMPARE(table.model.rowCount(), 0);
  table.source->rows = jobs(5, 2);
  table.load();
  QCOMPARE(dump(table.model), u"5 6"_qs);
}

void TestJobTableMerge::keepsSelectionsOnTheirJobs() {
  Table table(jobs(0, 250));
  const QPersistentModelIndex selected = table.model.index(40, 0);
  auto &rows = table.source->rows;
  rows.insert(rows.begin(), {job("x"), job("y")});
  rows.erase(rows.begin() + 20);
  rows.insert(rows.begin() + 30, job("z"));
  table.load();
  QCOMPARE(table.model.idAt(selected.row()), "40"_qba);
  QCOMPARE(selected.row(), 42);
}

void TestJobTableMerge::holdsNewJobsBack() {
  Table table(jobs(0, 150));
  table.model.setHoldHead(true);
  table.source->rows.insert(table.source->rows.begin(), {job("a"), job("b")});
  table.load();
  QCOMPARE(table.tally.take(), QString());
  QCOMPARE(table.model.newAtHead(), 2);
  QCOMPARE(table.model.total(), 152);
  QCOMPARE(table.model.idAt(0), "0"_qba);
  table.model.takeNew();
  QCOMPARE(table.model.newAtHead(), 0);
  QCOMPARE(table.tally.take(), u"+0..1"_qs);
  table.load();
  QCOMPARE(table.model.idAt(0), "a"_qba);
  QCOMPARE(table.model.idAt(2), "0"_qba);
}

void TestJobTableMerge::countsHeldJobsThatLeave() {
  Table table(jobs(0, 150));
  table.model.setHoldHead(true);
  table.source->rows.insert(table.source->rows.begin(), {job("a"), job("b"), job("c")});
  table.load();
  table.source->rows.erase(table.source->rows.begin());
  table.load();
  QCOMPARE(table.model.newAtHead(), 2);
  QCOMPARE(table.model.idAt(0), "0"_qba);
  QCOMPARE(table.model.rowCount(), 150);
}

void TestJobTableMerge::mergesAnyHistory_data() {
  QTest::addColumn<quint32>("seed");
  for (quint32 seed = 1; seed <= 60; ++seed)
    QTest::addRow("seed %u", seed) << seed;
}

/// Whatever happens to the state between refreshes: once every page was read again the rows are the state's,
/// and no index ever stood for two jobs.
void TestJobTableMerge::mergesAnyHistory() {
  QFETCH(quint32, seed);
  QRandomGenerator random(seed);
  int next = 1'000;
  Table table(jobs(0, 20 + int(random.bounded(60))));
  auto &rows = table.source->rows;
  std::vector<std::pair<QPersistentModelIndex, QByteArray>> watched;
  for (int round = 0; round < 20; ++round) {
    for (int change = int(random.bounded(6)); change > 0; --change) {
      const size_t at = rows.empty() ? 0 : random.bounded(quint32(rows.size()));
      if (random.bounded(2) == 0)
        rows.insert(rows.begin() + (random.bounded(2) ? 0 : qsizetype(at)), job(QByteArray::number(next++)));
      else if (!rows.empty())
        rows.erase(rows.begin() + qsizetype(at));
    }
    table.model.applyPage(table.source->page(random.bounded(quint32(rows.size() + 1)), 25));
    for (const auto &[index, id] : watched)
      if (index.isValid() && table.model.rowAt(index.row()))
        QCOMPARE(table.model.idAt(index.row()), id);
    if (table.model.rowCount() > 0)
      if (const int row = int(random.bounded(table.model.rowCount())); table.model.rowAt(row))
        watched.emplace_back(table.model.index(row, 0), table.model.idAt(row));
    QCOMPARE(table.model.rowCount(), int(rows.size()));
  }
  for (int offset = 0; offset < int(rows.size()); offset += 25)
    table.model.applyPage(table.source->page(offset, 25));
  for (int offset = 0; offset < int(rows.size()); offset += 25)
    table.model.applyPage(table.source->page(offset, 25));
  QCOMPARE(table.model.rowCount(), int(rows.size()));
  for (int row = 0; row < int(rows.size()); ++row)
    QCOMPARE(table.model.idAt(row), rows[size_t(row)].id);
}

void TestJobTableMerge::mergesFixedLists() {
  JobTableModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.setList(jobs(0, 5));
  SignalTally tally(&model);
  std::vector<JobRow> next = jobs(1, 4);
  next.insert(next.begin(), job("new"));
  model.setList(next);
  QCOMPARE(dump(model), u"new 1 2 3 4"_qs);
  QCOMPARE(tally.take(), u"-0..0 +0..0 ~0..0"_qs);
  std::reverse(next.begin(), next.end());
  model.setList(next);
  QCOMPARE(dump(model), u"4 3 2 1 new"_qs);
  model.setList({});
  QCOMPARE(model.rowCount(), 0);
}

void TestJobTableMerge::takesFactsById() {
  Table table(jobs(0, 30));
  JobRow row = job("12", "renamed");
  table.model.applyRows({row, job("not there")});
  QCOMPARE(table.tally.take(), u"~12..12"_qs);
  QCOMPARE(table.model.rowAt(12)->name, "renamed"_qba);
}

void TestJobTableMerge::survivesIdsThatStandTwice() {
  Table table({job("a"), job("b"), job("a"), job("c")});
  QCOMPARE(dump(table.model), u"a b a c"_qs);
  table.load();
  QCOMPARE(dump(table.model), u"a b a c"_qs);
  table.source->rows.erase(table.source->rows.begin());
  table.load();
  QCOMPARE(dump(table.model), u"b a c"_qs);
}

/// Rows that were dropped to save memory come back as the same jobs, or go.
void TestJobTableMerge::neverGivesADroppedRowToAnotherJob() {
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 20'000);
  JobTableModel model;
  model.setSource(source, JobState::Waiting, 20'000);
  model.applyPage(source->page(0, 100));
  const QPersistentModelIndex stays = model.index(40, 0), leaves = model.index(41, 0);
  for (int offset = 1'000; offset < 19'000; offset += 100)
    model.applyPage(source->page(offset, 100));
  QVERIFY2(!model.rowAt(40), "the test wants it dropped");
  source->rows.erase(source->rows.begin() + 41);
  source->rows.insert(source->rows.begin(), {job("a"), job("b"), job("c")});
  model.applyPage(source->page(20, 60));
  QCOMPARE(model.idAt(stays.row()), "40"_qba);
  QVERIFY(!leaves.isValid());
}

void TestJobTableMerge::readsAgainWithoutAReset() {
  Table table(jobs(0, 500));
  table.model.refreshVisible(0, 20);
  QTRY_COMPARE(table.source->calls.size(), size_t(2));
  QCoreApplication::processEvents();
  table.model.applyPage(table.source->page(300, 100));
  const QPersistentModelIndex index = table.model.index(350, 0);
  table.tally.take();
  table.source->rows[3].name = "other";
  table.model.refreshAll();
  QTRY_COMPARE(table.model.rowAt(3)->name, "other"_qba);
  QCOMPARE(table.tally.take(), u"~3..3 ~41..99"_qs);
  QVERIFY2(!table.model.rowAt(350), "read again when it is painted");
  table.source->rows.erase(table.source->rows.begin() + 340);
  table.model.applyPage(table.source->page(300, 100));
  QCOMPARE(table.model.idAt(index.row()), "350"_qba);
}

QTEST_GUILESS_MAIN(TestJobTableMerge)
#include "tst_jobtable_merge.moc"
