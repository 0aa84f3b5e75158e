// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of runs over many jobs, and of what became of each of these.
#include "models/roles.h"
#include "models/runitemsmodel.h"
#include "models/runpace.h"
#include "models/runsmodel.h"
#include "models/runtext.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using audit::ItemState;

namespace {

constexpr auto Reporting = QAbstractItemModelTester::FailureReportingMode::QtTest;

RunRow row(qint64 id, RunStage stage, qint64 done, qint64 waiting = 0) {
  RunRow made;
  made.run.id = id;
  made.run.operation = "job.retry";
  made.run.queue = {"bull", "orders"};
  made.run.begunAt = 1'000'000;
  made.run.counts[ItemState::Done] = done;
  made.run.counts[ItemState::Waiting] = waiting;
  made.stage = stage;
  return made;
}

QString cells(const QAbstractItemModel &model, int number, int first = 0) {
  QStringList cells;
  for (int column = first; column < model.columnCount(); ++column)
    cells << model.index(number, column).data().toString();
  return cells.join(u'|');
}

/// As many jobs as a store holds, told later and in pages.
class FakeItems {
public:
  explicit FakeItems(int jobs) {
    for (int i = 1; i <= jobs; ++i) {
      audit::RunItem item;
      item.seq = i;
      item.jobId = QByteArray::number(i);
      items.push_back(item);
    }
  }
  RunItemsModel::Source source() {
    return [this](qint64 after, int limit, const RunItemsModel::Page &page) {
      asked << limit;
      answers << [this, after, limit, page] {
        std::vector<audit::RunItem> found;
        for (const audit::RunItem &item : items)
          if (item.seq > after && found.size() < size_t(limit))
            found.push_back(item);
        page(found);
      };
    };
  }
  void answer() {
    const auto all = std::exchange(answers, {});
    for (const auto &each : all)
      each();
  }

  std::vector<audit::RunItem> items;
  QList<int> asked;
  QList<std::function<void()>> answers;
};

} // namespace

class TestRuns : public QObject {
  Q_OBJECT

private slots:
  void sayHowEachStands();
  void keepTheirRowsWhileOthersCome();
  void countWhatIsUnknownWithWhatFailed();
  void readJobsByPages();
  void readAgainWhatHasBeenRead();
  void forgetAnswersToAnEarlierQuestion();
  void sayWhyAJobWasNotDone();
  void haveAPace();
  void sayHowTheyGo();
};

void TestRuns::sayHowEachStands() {
  RunsModel model;
  const QAbstractItemModelTester tester(&model, Reporting);
  RunRow ended = row(4, RunStage::Ended, 47'872), cancelled = row(3, RunStage::Cancelled, 12, 88);
  ended.run.endedAt = ended.run.begunAt + 256'000;
  RunRow queued = row(5, RunStage::Queued, 0, 41);
  queued.behind = "job.promote";
  model.apply({row(6, RunStage::Running, 41, 59), queued, ended, cancelled, row(2, RunStage::CutOff, 1, 3)});
  const auto line = [&](int number) { return cells(model, number).section(u'|', 0, 6); };
  QCOMPARE(line(0), u"running|Retry|orders|100|41 %|41|0"_qs);
  QCOMPARE(line(1), u"queued|Retry|orders|41|after Promote||"_qs);
  QCOMPARE(line(2), u"ended|Retry|orders|47,872|4 min 16 s, 187/s|47,872|0"_qs);
  QCOMPARE(line(3), u"cancelled|Retry|orders|100|stopped at 12 %|12|0"_qs);
  QCOMPARE(line(4), u"cut off|Retry|orders|4|25 %|1|0"_qs);
  QCOMPARE(model.index(0, RunsModel::Progress).data(ProgressShareRole).toDouble(), 0.41);
  QVERIFY(!model.index(2, RunsModel::Progress).data(ProgressShareRole).isValid());
  QCOMPARE(model.index(4, RunsModel::State).data(MarkRole).toInt(), int(Mark::CutOff));
}

void TestRuns::keepTheirRowsWhileOthersCome() {
  RunsModel model;
  const QAbstractItemModelTester tester(&model, Reporting);
  model.apply({row(1, RunStage::Running, 1, 9)});
  const QPersistentModelIndex first = model.index(0, 0);
  model.apply({row(2, RunStage::Queued, 0, 5), row(1, RunStage::Running, 2, 8)});
  QCOMPARE(first.row(), 1);
  QCOMPARE(model.rowOf(1), 1);
  QCOMPARE(model.rowOf(7), -1);
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  model.apply({row(2, RunStage::Queued, 0, 5), row(1, RunStage::Running, 3, 7)});
  QCOMPARE(changed.size(), 1);
}

void TestRuns::countWhatIsUnknownWithWhatFailed() {
  RunsModel model;
  RunRow run = row(1, RunStage::Ended, 5);
  run.run.counts[ItemState::Failed] = 2;
  run.run.counts[ItemState::Unknown] = 1;
  model.apply({run});
  QCOMPARE(model.index(0, RunsModel::Failed).data().toString(), u"3"_qs);
  QCOMPARE(model.index(0, RunsModel::Failed).data(MarkRole).toInt(), int(Mark::Failed));
  QCOMPARE(model.index(0, RunsModel::Conflict).data(StrengthRole).toInt(), int(Strength::Faint));
}

/// No tester here or below: it would fetch by itself.
void TestRuns::readJobsByPages() {
  FakeItems fake(1'200);
  RunItemsModel model;
  model.open(fake.source(), true);
  QCOMPARE(model.rowCount(), 0);
  QVERIFY(!model.canFetchMore({})); // it is asked already
  fake.answer();
  QCOMPARE(model.rowCount(), 500);
  QVERIFY(model.canFetchMore({}));
  model.fetchMore({});
  model.fetchMore({});
  fake.answer();
  QCOMPARE(model.rowCount(), 1'000);
  model.fetchMore({});
  fake.answer();
  QCOMPARE(model.rowCount(), 1'200);
  QVERIFY(model.isComplete());
  QVERIFY(!model.canFetchMore({}));
  QCOMPARE(fake.asked, (QList<int>{500, 500, 500}));
  QCOMPARE(model.index(1'199, RunItemsModel::Id).data().toString(), u"1200"_qs);
  const QAbstractItemModelTester tester(&model, Reporting);
}

void TestRuns::readAgainWhatHasBeenRead() {
  FakeItems fake(700);
  RunItemsModel model;
  model.open(fake.source(), false);
  fake.answer();
  QCOMPARE(cells(model, 0, RunItemsModel::Outcome), u"waiting||"_qs);
  const QPersistentModelIndex third = model.index(2, 0);
  fake.items[0].state = ItemState::Done;
  fake.items.erase(fake.items.begin() + 1);
  model.renew(false);
  model.renew(true); // asked again behind the answer
  fake.answer();
  QCOMPARE(model.index(0, RunItemsModel::Outcome).data().toString(), u"done"_qs);
  QCOMPARE(third.row(), 1);
  QCOMPARE(fake.answers.size(), 1);
  fake.answer();
  QCOMPARE(model.index(1, RunItemsModel::Outcome).data().toString(), u"not done"_qs);
  QCOMPARE(fake.asked, (QList<int>{500, 500, 500})); // no more than was there
}

void TestRuns::forgetAnswersToAnEarlierQuestion() {
  FakeItems first(3), second(5);
  RunItemsModel model;
  model.open(first.source(), true);
  model.open(second.source(), true);
  second.answer();
  first.answer();
  QCOMPARE(model.rowCount(), 5);
  model.renew(true);
  model.close();
  second.answer();
  QCOMPARE(model.rowCount(), 0);
}

void TestRuns::sayWhyAJobWasNotDone() {
  audit::RunItem item;
  item.from = JobState::Failed;
  item.errorKind = "WrongState";
  item.errorCode = "moved";
  QCOMPARE(runtext::why(item), u"it was not failed any more"_qs);
  item.errorCode = "other-job";
  QCOMPARE(runtext::why(item), u"another job bears this id now"_qs);
  item.errorCode = "OOM";
  QVERIFY(runtext::why(item).isEmpty());
  FakeItems fake(1);
  fake.items = {item};
  RunItemsModel model;
  model.setWhy([](const audit::RunItem &other) { return QString::fromLatin1(other.errorCode); });
  model.open(fake.source(), true);
  fake.answer();
  QCOMPARE(model.index(0, RunItemsModel::Why).data().toString(), u"OOM"_qs);
}

void TestRuns::haveAPace() {
  RunPace pace;
  pace.note(0, 0);
  QCOMPARE(pace.perSecond(), -1);
  pace.note(200, 1'000);
  QCOMPARE(pace.perSecond(), 200);
  QCOMPARE(pace.leftMs(1'000), 5'000);
  for (int second = 2; second <= 20; ++second)
    pace.note(200 + (second - 1) * 50, second * 1'000);
  QCOMPARE(pace.perSecond(), 50); // what was long ago does not count
  pace.note(10, 21'000);
  QCOMPARE(pace.leftMs(5), -1);
}

void TestRuns::sayHowTheyGo() {
  audit::RunCounts counts;
  counts[ItemState::Done] = 29'640;
  counts[ItemState::Waiting] = 18'162;
  QCOMPARE(runtext::going(counts, {}, 200), u"29,640 of 47,802"_qs);
  QCOMPARE(runtext::going(counts, {200, 90'500, false}, 0), u"29,640 of 47,802 · 200/s · 1 min 31 s left"_qs);
  QCOMPARE(runtext::going(counts, {200, -1, true}, 200), u"29,640 of 47,802 · 200/s, the limit"_qs);
  QCOMPARE(runtext::going(counts, {-1, -1, true}, 200),
           u"29,640 of 47,802 · waits for 200/s of this profile"_qs);
}

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
