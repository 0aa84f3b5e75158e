// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activitymodel.h"
#include "models/historymodel.h"
#include "models/logmodel.h"
#include "models/rawfieldsmodel.h"
#include "models/schedulermodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;

namespace {

constexpr auto Reporting = QAbstractItemModelTester::FailureReportingMode::QtTest;

QString column(const QAbstractItemModel &model, int number) {
  QStringList cells;
  for (int row = 0; row < model.rowCount(); ++row)
    cells += model.index(row, number).data().toString();
  return cells.join(u'|');
}

audit::Record record(qint64 id, audit::Outcome outcome) {
  audit::Record made;
  made.id = id;
  made.operation = "job.updateData";
  made.outcome = outcome;
  made.who = u"ann@desk"_qs;
  return made;
}

Scheduler scheduler(const QByteArray &id) {
  Scheduler made;
  made.id = id;
  made.every = 60'000;
  return made;
}

} // namespace

class TestListModels : public QObject {
  Q_OBJECT

private slots:
  void logsGrowByPages();
  void logLinesKeepTheirBreaks();
  void logsShrinkWhenCleared();
  void schedulersMerge();
  void historyMerges();
  void historyKnowsARunFromOneOfItsJobs();
  void historyKnowsWhatCanBeReverted();
  void rawFieldsAreSortedAndSafe();
  void activityTellsHowFar();
  void activityTellsNoTimeLeftOfWhatIsOver();
  void activityKeepsWhatRuns();
  void activityCancels();
};

void TestListModels::logsGrowByPages() {
  LogModel model;
  const QAbstractItemModelTester tester(&model, Reporting);
  QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
  model.applyPage(0, 5, {"a", "b\x1b[0m", "c"});
  QVERIFY(model.more());
  model.applyPage(3, 6, {"d", "e", "f"});
  QVERIFY(!model.more());
  QCOMPARE(inserted.size(), 2);
  QCOMPARE(column(model, 0), u"a|b|c|d|e|f"_qs);
  model.applyPage(0, 6, {"a", "b\x1b[0m", "c"});
  QCOMPARE(inserted.size(), 2);
  QCOMPARE(model.all(), "a\nb\x1b[0m\nc\nd\ne\nf\n"_qba);
  model.applyPage(100, 200, {"far"});
  QCOMPARE(model.rowCount(), 6);
}

void TestListModels::logLinesKeepTheirBreaks() {
  LogModel model;
  const QByteArray large = QByteArray("long\n").repeated(500'000);
  model.applyPage(0, 3, {"one\ntwo\r\nthree\n", "\xff\x01", large});
  QCOMPARE(model.index(0).data().toString(), u"one\ntwo\nthree"_qs);
  QCOMPARE(model.index(1).data().toString(), u"\\xff\\x01"_qs);
  QVERIFY(!model.index(0).data(LogModel::CutRole).toBool());
  QVERIFY(model.index(2).data(LogModel::CutRole).toBool());
  QCOMPARE(model.index(2).data(LogModel::SizeRole).toLongLong(), large.size());
  QVERIFY(model.index(2).data().toString().size() <= 2'001);
  QVERIFY(model.index(2).data(Qt::ToolTipRole).toString().size() <= 2'100);
  QCOMPARE(model.lineAt(2), large);
}

void TestListModels::logsShrinkWhenCleared() {
  LogModel model;
  model.applyPage(0, 3, {"a", "b", "c"});
  model.applyPage(0, 1, {"new"});
  QCOMPARE(column(model, 0), u"new"_qs);
  model.clear();
  QCOMPARE(model.rowCount(), 0);
}

void TestListModels::schedulersMerge() {
  SchedulerModel model;
  const QAbstractItemModelTester tester(&model, Reporting);
  model.apply({scheduler("a"), scheduler("b"), scheduler("c")});
  const QPersistentModelIndex c = model.index(2, 0);
  QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved),
      changed(&model, &QAbstractItemModel::dataChanged);
  Scheduler moved = scheduler("c");
  moved.pattern = "*/5 * * * *";
  model.apply({moved, scheduler("a"), scheduler("d")});
  QCOMPARE(column(model, SchedulerModel::Id), u"c|a|d"_qs);
  QCOMPARE(column(model, SchedulerModel::Schedule), u"*/5 * * * *|every 1 min|every 1 min"_qs);
  QCOMPARE(c.row(), 0);
  QCOMPARE(removed.size(), 1);
  QCOMPARE(changed.size(), 1);
}

void TestListModels::historyMerges() {
  HistoryModel model;
  const QAbstractItemModelTester tester(&model, Reporting);
  model.apply({record(2, audit::Outcome::Intent), record(1, audit::Outcome::Done)});
  QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted),
      changed(&model, &QAbstractItemModel::dataChanged);
  model.apply(
      {record(3, audit::Outcome::Done), record(2, audit::Outcome::Done), record(1, audit::Outcome::Done)});
  QCOMPARE(inserted.size(), 1);
  QCOMPARE(changed.size(), 1);
  QCOMPARE(model.rowOf(1), 2);
  QCOMPARE(column(model, HistoryModel::Outcome), u"done|done|done"_qs);
}

void TestListModels::historyKnowsARunFromOneOfItsJobs() {
  HistoryModel model;
  audit::Record run = record(1, audit::Outcome::Done), job = record(2, audit::Outcome::Done),
                queue = record(3, audit::Outcome::Done);
  run.operation = job.operation = "job.retry";
  job.jobId = "7";
  queue.operation = "queue.pause";
  model.apply({queue, job, run});
  QCOMPARE(column(model, HistoryModel::Operation), u"Pause queue|Retry|Retry, many jobs"_qs);
}

void TestListModels::historyKnowsWhatCanBeReverted() {
  audit::Record made = record(1, audit::Outcome::Done);
  QVERIFY(!HistoryModel::revertible(made));
  made.before.emplace().bytes = "1";
  QVERIFY(!HistoryModel::revertible(made));
  made.after.emplace().bytes = "2";
  QVERIFY(HistoryModel::revertible(made));
  made.after->left = true;
  QVERIFY(!HistoryModel::revertible(made));
  made.before->left = true;
  QVERIFY(!HistoryModel::revertible(made));
  made.splices = {{0, 1, "2"}}; // values were left out, and none of them was changed
  QVERIFY(HistoryModel::revertible(made));
  made.outcome = audit::Outcome::Unknown;
  QVERIFY(HistoryModel::revertible(made));
  made.outcome = audit::Outcome::Conflict;
  QVERIFY(!HistoryModel::revertible(made));
}

void TestListModels::rawFieldsAreSortedAndSafe() {
  RawFieldsModel model;
  const QAbstractItemModelTester tester(&model, Reporting);
  model.apply({{"name", "x"}, {"atm", QByteArray("\0\xff", 2)}}, {{"data", 5'000'000}});
  QCOMPARE(column(model, RawFieldsModel::Field), u"atm|data|name"_qs);
  QCOMPARE(model.index(0, RawFieldsModel::Value).data().toString(), u"\\x00\\xff"_qs);
  QCOMPARE(column(model, RawFieldsModel::Size), u"2 B|5.0 MB|1 B"_qs);
  const QString tip = model.index(0, RawFieldsModel::Field).data(Qt::ToolTipRole).toString();
  QVERIFY2(tip.startsWith(u"atm\n"_qs) && tip.contains(u"attempts have ended"_qs), qPrintable(tip));
  QVERIFY(model.elidedAt(1));
  QCOMPARE(model.valueAt(0), QByteArray("\0\xff", 2));
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  model.apply({{"name", "y"}, {"atm", QByteArray("\0\xff", 2)}}, {{"data", 5'000'000}});
  QCOMPARE(changed.size(), 1);
}

void TestListModels::activityTellsHowFar() {
  ActivityModel model;
  const QAbstractItemModelTester tester(&model, Reporting);
  QSignalSpy running(&model, &ActivityModel::runningChanged);
  const int first = model.begin(u"Looking"_qs, u"keys"_qs);
  model.begin(u"Second"_qs, {});
  QCOMPARE(column(model, 0), u"Second|Looking"_qs);
  model.progress(first, 25, 100);
  QCOMPARE(model.index(1, 0).data(ActivityModel::ProgressRole).toDouble(), 0.25);
  QVERIFY(!model.index(0, 0).data(ActivityModel::ProgressRole).isValid());
  model.end(first, ActivityModel::Status::Done, u"12 found"_qs);
  QCOMPARE(model.index(1, 0).data(ActivityModel::NoteRole).toString(), u"12 found"_qs);
  QCOMPARE(model.runningCount(), 1);
  QCOMPARE(running.size(), 3);
}

/// Nobody knows how much there is, or there was more than was thought.
void TestListModels::activityTellsNoTimeLeftOfWhatIsOver() {
  ActivityModel model;
  const auto text = [&model](int role) { return model.index(0, 0).data(role).toString(); };
  const int id = model.begin(u"Looking"_qs, u"keys"_qs);
  model.progress(id, 25, 100);
  QTRY_VERIFY(!text(ActivityModel::LeftRole).isEmpty()); // it has run long enough to be told
  QVERIFY(!text(ActivityModel::RateRole).isEmpty());
  for (const qint64 total : {qint64(0), qint64(100)}) {
    model.progress(id, 100, total);
    QCOMPARE(text(ActivityModel::LeftRole), QString());
    QVERIFY(!text(ActivityModel::RateRole).isEmpty());
  }
}

void TestListModels::activityKeepsWhatRuns() {
  ActivityModel model;
  const QAbstractItemModelTester tester(&model, Reporting);
  const int runs = model.begin(u"Export"_qs, {});
  for (int i = 0; i < ActivityModel::KeptRows + 5; ++i)
    model.note(u"done"_qs, {});
  const QModelIndex last = model.index(model.rowCount() - 1, 0);
  QCOMPARE(last.data().toString(), u"Export"_qs);
  model.end(runs, ActivityModel::Status::Done, {});
  model.note(u"another"_qs, {});
  QCOMPARE(model.rowCount(), ActivityModel::KeptRows);
}

void TestListModels::activityCancels() {
  ActivityModel model;
  int cancelled = 0, id = 0;
  id = model.begin(u"Work"_qs, {}, [&] {
    ++cancelled;
    model.end(id, ActivityModel::Status::Cancelled, {});
  });
  QCOMPARE(model.index(0, 0).data(ActivityModel::CancellableRole).toBool(), true);
  model.cancel(0);
  model.cancel(0);
  QCOMPARE(cancelled, 1);
  QCOMPARE(model.index(0, 0).data(ActivityModel::StatusRole).toInt(), int(ActivityModel::Status::Cancelled));
}

QTEST_GUILESS_MAIN(TestListModels)
#include "tst_listmodels.moc"
