// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rows/rows.h"

#include "bench/pinger.h"
#include "bench/runstage.h"
#include "bulk/bulkroad.h"

#include <algorithm>

namespace oxp::bench {
namespace {

using Shared = std::shared_ptr<std::unique_ptr<RunStage>>;
/// One side's way to do it once, on what was made ready for it.
using Way = std::function<Result<Sample>(RunStage &)>;

constexpr qsizetype UsualSize = 1'000, SmallSize = 200;

/// A row as all of its sides find it, and what shows afterwards that it was done.
struct Task {
  QByteArray state;
  qint64 jobs = 0, waiting = 0;
  qsizetype size = UsualSize;
  std::function<QString(RunStage &)> outcome;
};

/// Everything anew, then the way, with another client beside it all the time.
Side sideOf(const Shared &shared, const Task &task, const QString &who, Kind kind, Way way) {
  return {who, kind, [shared, task, way = std::move(way)]() -> Result<Sample> {
            RunStage &stage = **shared;
            if (const auto seeded = stage.seed(task.state, task.jobs, task.waiting, task.size); !seeded)
              return fail(seeded.error());
            const Pinger other(stage.server().endpoint());
            Result<Sample> sample = way(stage);
            if (sample) {
              sample->more[QStringLiteral("PING ms")] = other.longestMs();
              sample->answer = task.outcome(stage);
            }
            return sample;
          }};
}

Way ours(const char *operation, JobState state, const QByteArray &changes = {}) {
  return [operation = QByteArray(operation), state, changes](RunStage &stage) {
    OperationRequest wish;
    wish.operation = operation;
    wish.queue = stage.queue();
    if (!changes.isEmpty())
      wish.arguments.insert(ChangesArgument, changes);
    return stage.runAll(state, wish);
  };
}

/// A request of bull-board's server, without a browser.
Way byBoard(const QString &what) {
  return [what](RunStage &stage) -> Result<Sample> {
    Board *board = stage.board();
    if (!board)
      return fail(ErrorKind::Disconnected, QStringLiteral("bull-board did not start"));
    const Cost cost(stage.server());
    const Board::Answer said =
        board->put(QStringLiteral("/api/queues/%1/%2").arg(QLatin1String(RunStage::Queue), what));
    if (said.status != 200)
      return fail(ErrorKind::Server, QStringLiteral("HTTP %1").arg(said.status));
    Sample sample{said.ms, {}, {{QStringLiteral("MB"), residentMB(board->processId())}}};
    cost.tellInto(sample);
    return sample;
  };
}

Way byNode(const QString &task, const QByteArray &state) {
  return [task, state](RunStage &stage) {
    return askNode(stage.server(),
                   {QStringLiteral("--library"), QLatin1String(RunStage::Library), QStringLiteral("--queue"),
                    QLatin1String(RunStage::Queue), QStringLiteral("--do"), task, QStringLiteral("--state"),
                    QString::fromLatin1(state)});
  };
}

Way bareSwap(qint64 jobs) {
  return [jobs](RunStage &stage) {
    return askLimit(stage.server(),
                    {QStringLiteral("swap"), QString::fromUtf8(stage.key({})),
                     QString::fromUtf8(stage.key("failed")), QStringLiteral(R"("status":")"),
                     QStringLiteral("moved")},
                    jobs);
  };
}

Row rowOf(Stage &stage, const Shared &shared, const QString &title) {
  Row row;
  row.title = title;
  row.rounds = std::min(3, stage.sizes().rounds);
  row.prepare = [shared] {
    if (!*shared)
      *shared = std::make_unique<RunStage>();
    return (*shared)->start();
  };
  return row;
}

/// How many are left where they were, and how many wait now.
QString movedOn(RunStage &stage, const QByteArray &from) {
  return QStringLiteral("%1 left, %2 waiting")
      .arg(stage.number({"ZCARD", stage.key(from)}))
      .arg(stage.number({"LLEN", stage.key("wait")}));
}

Row retryRow(Stage &stage, const Shared &shared) {
  const qint64 jobs = stage.sizes().bulk;
  Row row = rowOf(stage, shared, QStringLiteral("retry %1 failed jobs").arg(jobs));
  const Task task{"failed", jobs, 0, UsualSize, [](RunStage &at) { return movedOn(at, "failed"); }};
  row.expected = QStringLiteral("0 left, %1 waiting").arg(jobs);
  row.sides = {sideOf(shared, task, QStringLiteral("Oxpecker, choice and run"), Kind::Ours,
                      ours("job.retry", JobState::Failed)),
               sideOf(shared, task, QStringLiteral("bull-board, retry all"), Kind::Peer,
                      byBoard(QStringLiteral("retry/failed"))),
               sideOf(shared, task, QStringLiteral("BullMQ, retryJobs"), Kind::Peer,
                      byNode(QStringLiteral("retryJobs"), "failed"))};
  return row;
}

Row removeRow(Stage &stage, const Shared &shared) {
  const qint64 jobs = stage.sizes().bulk;
  Row row = rowOf(stage, shared, QStringLiteral("remove %1 failed jobs").arg(jobs));
  const Task task{
      "failed", jobs, 0, UsualSize, [](RunStage &at) {
        const qint64 hashes = at.number({"EXISTS", at.key("1"), at.key("2"), at.key(QByteArray::number(3))});
        return QStringLiteral("%1 left, %2 hashes").arg(at.number({"ZCARD", at.key("failed")})).arg(hashes);
      }};
  row.expected = QStringLiteral("0 left, 0 hashes");
  row.sides = {sideOf(shared, task, QStringLiteral("Oxpecker, choice and run"), Kind::Ours,
                      ours("job.remove", JobState::Failed)),
               sideOf(shared, task, QStringLiteral("bull-board, clean all"), Kind::Peer,
                      byBoard(QStringLiteral("clean/failed"))),
               sideOf(shared, task, QStringLiteral("BullMQ, getJobs and remove"), Kind::Peer,
                      byNode(QStringLiteral("removeMany"), "failed"))};
  return row;
}

Row promoteRow(Stage &stage, const Shared &shared) {
  const qint64 jobs = stage.sizes().bulk;
  Row row = rowOf(stage, shared, QStringLiteral("promote %1 delayed jobs").arg(jobs));
  const Task task{"delayed", jobs, 0, UsualSize, [](RunStage &at) { return movedOn(at, "delayed"); }};
  row.expected = QStringLiteral("0 left, %1 waiting").arg(jobs);
  row.sides = {sideOf(shared, task, QStringLiteral("Oxpecker, choice and run"), Kind::Ours,
                      ours("job.promote", JobState::Delayed)),
               sideOf(shared, task, QStringLiteral("bull-board, promote all"), Kind::Peer,
                      byBoard(QStringLiteral("promote"))),
               sideOf(shared, task, QStringLiteral("BullMQ, getJobs and promote"), Kind::Peer,
                      byNode(QStringLiteral("promoteMany"), "delayed"))};
  return row;
}

/// How many of the chosen jobs have the new value.
QString edited(RunStage &stage, qint64 jobs) {
  const qint64 found = stage.number({"EVAL", R"(local found = 0
    for i = 1, tonumber(ARGV[1]) do
      if string.find(redis.call('HGET', KEYS[1] .. i, 'data'), '"status":"moved"', 1, true) then
        found = found + 1
      end
    end
    return found)",
                                     "1", stage.key({}), QByteArray::number(jobs)});
  return QStringLiteral("%1 edited").arg(found);
}

Row editRow(Stage &stage, const Shared &shared, qint64 waiting) {
  const qint64 jobs = stage.sizes().bulk;
  const QString beside = waiting > 0 ? QStringLiteral(", %1 others waiting").arg(waiting) : QString();
  Row row = rowOf(stage, shared, QStringLiteral("edit %1 jobs of 1 KB%2").arg(jobs).arg(beside));
  const Task task{"failed", jobs, waiting, UsualSize, [jobs](RunStage &at) { return edited(at, jobs); }};
  row.expected = QStringLiteral("%1 edited").arg(jobs);
  row.sides = {sideOf(shared, task, QStringLiteral("Oxpecker, choice and run"), Kind::Ours,
                      ours("job.updateData", JobState::Failed,
                           R"([{"change":"set","path":"status","value":"moved"}])")),
               sideOf(shared, task, QStringLiteral("BullMQ, getJobs and updateData"), Kind::Peer,
                      byNode(QStringLiteral("editMany"), "failed")),
               sideOf(shared, task, QStringLiteral("bare hiredis loop, compare and set"), Kind::Limit,
                      bareSwap(jobs))};
  return row;
}

/// What was chosen lies on the disk: `MB` is what all of it takes in memory.
Row longRunRow(Stage &stage, const Shared &shared) {
  const qint64 jobs = stage.sizes().longRun;
  Row row = rowOf(stage, shared, QStringLiteral("retry %1 small failed jobs").arg(jobs));
  const Task task{"failed", jobs, 0, SmallSize, [](RunStage &at) { return movedOn(at, "failed"); }};
  row.expected = QStringLiteral("0 left, %1 waiting").arg(jobs);
  row.rounds = 1;
  row.sides = {sideOf(shared, task, QStringLiteral("Oxpecker, choice and run"), Kind::Ours,
                      ours("job.retry", JobState::Failed))};
  return row;
}

} // namespace

std::vector<Row> bulkRows(Stage &stage) {
  const auto shared = std::make_shared<std::unique_ptr<RunStage>>();
  std::vector<Row> rows{retryRow(stage, shared),
                        removeRow(stage, shared),
                        promoteRow(stage, shared),
                        editRow(stage, shared, 0),
                        editRow(stage, shared, stage.sizes().bulkWaiting),
                        longRunRow(stage, shared)};
  rows.back().finish = [shared] { shared->reset(); };
  return rows;
}

} // namespace oxp::bench
