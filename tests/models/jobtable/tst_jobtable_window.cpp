// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesource.h"
#include "models/jobtablemodel.h"
#include "signaltally.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace oxp::test;

namespace {
constexpr qint64 TenMillion = 10'000'000;

/// A state of ten million jobs whose ids are their positions plus `grown`.
std::shared_ptr<FakeSource> longState() {
  auto source = std::make_shared<FakeSource>();
  source->size = TenMillion;
  source->rowAt = [raw = source.get()](qint64 i) {
    return job(QByteArray::number(i - (raw->size - TenMillion)));
  };
  return source;
}

/// Of this process, from the kernel.
double residentMegabytes() {
  QFile file(QStringLiteral("/proc/self/statm"));
  const bool open = file.open(QIODevice::ReadOnly);
  const QByteArrayList pages = open ? file.readAll().split(' ') : QByteArrayList();
  return pages.size() > 1 ? pages[1].toDouble() * 4'096 / 1e6 : 1e9;
}

void paint(const JobTableModel &model, int first, int last) {
  for (int row = first; row <= last; ++row)
    model.data(model.index(row, 0));
}

} // namespace

class TestJobTableWindow : public QObject {
  Q_OBJECT

private slots:
  void holdsAWindowOverALongState();
  void reachesAnyJob();
  void keepsRowsThatStay();
  void followsJobsWhenTheHeadGrows();
  void followsJobsWhenTheHeadShrinks();
  void takesNewJobsInFromFarAway();
  void choosesNotAllWhileNewJobsAreHeld();
  void leavesTheWindowWhenTheStateShrinks();
  void dropsNothingThatFits();
  void boundsWhatIsLoaded();
  void showsManyRowsForReal();
  void keepsThePlaceWhenAStateGrowsLong();
};

void TestJobTableWindow::holdsAWindowOverALongState() {
  JobTableModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  QSignalSpy window(&model, &JobTableModel::windowChanged);
  model.setSource(longState(), JobState::Completed, TenMillion);
  QTRY_COMPARE(model.idAt(0), "0"_qba);
  QVERIFY(model.window().isOpen());
  QCOMPARE(model.rowCount(), JobTableModel::WindowRows);
  QCOMPARE(model.total(), TenMillion);
  QVERIFY(!window.isEmpty());
}

void TestJobTableWindow::reachesAnyJob() {
  const double before = residentMegabytes();
  JobTableModel model;
  const auto source = longState();
  model.setSource(source, JobState::Completed, TenMillion);
  for (const qint64 position :
       {qint64(0), qint64(9'999), qint64(10'000), qint64(5'123'456), TenMillion - 1}) {
    const int row = model.window().reach(position);
    QVERIFY(row >= 0);
    paint(model, row, row);
    QTRY_COMPARE(model.idAt(row), QByteArray::number(position));
  }
  QCOMPARE(model.window().reach(TenMillion), -1);
  QCOMPARE(model.window().start(), TenMillion - JobTableModel::WindowRows);
  QVERIFY2(source->calls.size() < 20, "one page a place, not the way to it");
  const double grown = residentMegabytes() - before;
  QVERIFY2(grown < 50, QByteArray::number(grown).constData());
}

void TestJobTableWindow::keepsRowsThatStay() {
  JobTableModel model;
  model.setSource(longState(), JobState::Completed, TenMillion);
  model.window().moveTo(1'000'000);
  paint(model, 5'000, 5'020);
  QTRY_COMPARE(model.idAt(5'000), "1005000"_qba);
  const QPersistentModelIndex index = model.index(5'000, 0);
  SignalTally tally(&model);
  model.window().moveTo(1'001'000);
  QCOMPARE(index.row(), 4'000);
  QCOMPARE(model.idAt(4'000), "1005000"_qba);
  QCOMPARE(tally.take(), u"-0..999 +9000..9999"_qs);
  model.window().moveTo(1'000'500);
  QCOMPARE(index.row(), 4'500);
}

void TestJobTableWindow::followsJobsWhenTheHeadGrows() {
  JobTableModel model;
  const auto source = longState();
  model.setSource(source, JobState::Completed, TenMillion);
  model.window().moveTo(1'000'000);
  paint(model, 5'000, 5'020);
  QTRY_COMPARE(model.idAt(5'000), "1005000"_qba);
  SignalTally tally(&model);
  source->size += 37;
  model.refreshVisible(5'000, 5'020);
  QTRY_COMPARE(model.total(), TenMillion + 37);
  QCOMPARE(model.idAt(5'000), "1005000"_qba);
  QCOMPARE(model.window().start(), 1'000'037);
  QVERIFY2(!tally.take().contains(u'-'), "the rows on the screen stay");
}

void TestJobTableWindow::followsJobsWhenTheHeadShrinks() {
  JobTableModel model;
  const auto source = longState();
  model.setSource(source, JobState::Completed, TenMillion);
  model.window().moveTo(1'000'000);
  paint(model, 5'000, 5'020);
  QTRY_COMPARE(model.idAt(5'000), "1005000"_qba);
  const QPersistentModelIndex index = model.index(5'000, 0);
  source->size -= 37;
  model.refreshVisible(5'000, 5'020);
  QTRY_COMPARE(model.total(), TenMillion - 37);
  QCOMPARE(model.window().start(), 999'963);
  QCOMPARE(index.row(), 5'000);
  QCOMPARE(model.idAt(5'000), "1005000"_qba);
}

/// New jobs are held back at the head while somebody is elsewhere: the rows that stay are the same jobs.
void TestJobTableWindow::takesNewJobsInFromFarAway() {
  JobTableModel model;
  const auto source = longState();
  model.setSource(source, JobState::Completed, TenMillion);
  model.window().setHoldHead(true);
  QTRY_COMPARE(model.idAt(0), "0"_qba);
  source->size += 37;
  model.refreshVisible(0, 20);
  QTRY_COMPARE(model.window().newAtHead(), 37);
  model.window().moveTo(1'000);
  paint(model, 100, 120);
  QTRY_COMPARE(model.idAt(100), "1100"_qba);
  const QPersistentModelIndex index = model.index(100, 0);
  model.window().takeNew();
  QCOMPARE(model.window().newAtHead(), 0);
  QCOMPARE(model.window().start(), 0);
  QCOMPARE(index.row(), 1'137);
  QCOMPARE(model.idAt(1'137), "1100"_qba);
  paint(model, 0, 20);
  QTRY_COMPARE(model.idAt(0), "-37"_qba);
}

/// All rows are not all jobs then.
void TestJobTableWindow::choosesNotAllWhileNewJobsAreHeld() {
  JobTableModel model;
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 1'000);
  model.setSource(source, JobState::Waiting, 1'000);
  QTRY_VERIFY(model.rowAt(0));
  QVERIFY(model.chosenRows({{0, 999}}).everything);
  model.window().setHoldHead(true);
  source->rows.insert(source->rows.begin(), {job("a"), job("b")});
  model.refreshVisible(0, 20);
  QTRY_COMPARE(model.window().newAtHead(), 2);
  QVERIFY(!model.chosenRows({{0, 999}}).everything);
  model.window().takeNew();
  QVERIFY(model.chosenRows({{0, 1'001}}).everything);
}

/// However often rows are dropped to be read again: what is loaded stays while it is few.
void TestJobTableWindow::dropsNothingThatFits() {
  auto source = std::make_shared<FakeSource>();
  source->rows = jobs(0, 1'000);
  JobTableModel model;
  model.setSource(source, JobState::Waiting, 1'000);
  for (int round = 0; round < 12; ++round) {
    for (int offset = 0; offset < 1'000; offset += 100)
      model.applyPage(source->page(offset, 100));
    QVERIFY2(model.rowsFor({{0, 999}}).size() == size_t(1000), qPrintable(QString::number(round)));
    model.refreshAll();
  }
}

void TestJobTableWindow::leavesTheWindowWhenTheStateShrinks() {
  JobTableModel model;
  const auto source = longState();
  model.setSource(source, JobState::Completed, TenMillion);
  model.window().moveTo(5'000'000);
  source->rowAt = {};
  source->rows = jobs(0, 50);
  model.refreshVisible(0, 20);
  QTRY_COMPARE(model.total(), 50);
  QVERIFY(!model.window().isOpen());
  QCOMPARE(model.window().start(), 0);
  QCOMPARE(model.rowCount(), 50);
}

void TestJobTableWindow::boundsWhatIsLoaded() {
  JobTableModel model;
  const auto source = longState();
  model.setSource(source, JobState::Completed, TenMillion);
  for (int first = 0; first < 9'900; first += 100) {
    paint(model, first, first + 40);
    QTRY_VERIFY(model.rowAt(first + 40));
  }
  int loaded = 0;
  for (int row = 0; row < model.rowCount(); ++row)
    loaded += model.rowAt(row) ? 1 : 0;
  QVERIFY(loaded <= JobTableModel::LoadedLimit);
  QVERIFY2(model.rowAt(9'800), "what was painted last stays");
}

void TestJobTableWindow::showsManyRowsForReal() {
  JobTableModel model;
  auto source = std::make_shared<FakeSource>();
  source->size = JobTableModel::RealRowLimit;
  source->rowAt = [](qint64 i) { return job(QByteArray::number(i)); };
  model.setSource(source, JobState::Completed, source->size);
  QCOMPARE(model.rowCount(), JobTableModel::RealRowLimit);
  QVERIFY(!model.window().isOpen());
  paint(model, 199'999, 199'999);
  QTRY_COMPARE(model.idAt(199'999), "199999"_qba);
}

/// A row is a job until there are too many; then a window opens around what is looked at.
void TestJobTableWindow::keepsThePlaceWhenAStateGrowsLong() {
  JobTableModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  auto source = std::make_shared<FakeSource>();
  source->size = JobTableModel::RealRowLimit - 10;
  source->rowAt = [](qint64 i) { return job(QByteArray::number(i)); };
  model.setSource(source, JobState::Waiting, source->size);
  paint(model, 150'000, 150'020);
  QTRY_COMPARE(model.idAt(150'010), "150010"_qba);
  const QPersistentModelIndex looked = model.index(150'010, 0);
  source->size += 100; // at the tail
  model.refreshVisible(150'000, 150'020);
  QTRY_VERIFY(model.window().isOpen());
  QCOMPARE(model.rowCount(), JobTableModel::WindowRows);
  QVERIFY(looked.isValid());
  QCOMPARE(model.idAt(looked.row()), "150010"_qba);
  QCOMPARE(model.window().start() + looked.row(), 150'010);
  // A few less do not close it again.
  source->size -= 200;
  model.refreshVisible(looked.row() - 10, looked.row() + 10);
  QTRY_COMPARE(model.total(), source->size);
  QVERIFY(model.window().isOpen());
  source->size -= JobTableModel::WindowRows;
  model.refreshVisible(looked.row() - 10, looked.row() + 10);
  QTRY_VERIFY(!model.window().isOpen());
  QCOMPARE(looked.row(), 150'010);
}

QTEST_GUILESS_MAIN(TestJobTableWindow)
#include "tst_jobtable_window.moc"
