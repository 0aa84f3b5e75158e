// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rows/rows.h"

#include "bench/heartbeat.h"
#include "bench/seeding.h"
#include "bench/waiting.h"
#include "workspace/longreads.h"

#include <algorithm>

namespace oxp::bench {
namespace {

const QByteArray Name = QByteArrayLiteral("failures");
const QString Key = QStringLiteral("bull:failures:failed");

/// How many jobs are of each kind, the most frequent first: what all sides answer.
QString answerOf(std::vector<qint64> counts) {
  std::sort(counts.begin(), counts.end(), std::greater<>());
  QStringList words;
  for (const qint64 count : counts)
    words << QString::number(count);
  return words.join(u' ');
}

QString expectedOf(qint64 jobs) {
  std::vector<qint64> counts(FailureKinds, 0);
  for (qint64 i = 1; i <= jobs; ++i)
    ++counts[size_t(failureKindOf(i))];
  return answerOf(std::move(counts));
}

/// From the request to the last report on the window's thread; the first one shows groups already.
Result<Sample> group(Stage &stage) {
  const Result<ProfileSession *> session = stage.session();
  if (!session)
    return fail(session.error());
  const Cost cost(stage.server());
  const PeakMemory memory;
  Heartbeat heart;
  heart.restart();
  double first = 0;
  const auto take = [&](const FailureReport &) { first = first > 0 ? first : heart.totalMs(); };
  const auto report = await<FailureReport>([&](QObject *context, auto handler) {
    (*session)->longReads().requestFailures({stage.queueInfo(Name)}, context, take, handler);
  });
  const double ms = heart.totalMs();
  if (!report)
    return fail(report.error());
  std::vector<qint64> counts;
  for (const FailureGroup &each : report->groups)
    counts.push_back(each.count);
  Sample sample{ms, answerOf(std::move(counts)), {}};
  sample.more[QStringLiteral("stall ms")] = heart.longestMs();
  sample.more[QStringLiteral("first hit ms")] = first > 0 ? first : ms;
  sample.more[QStringLiteral("MB")] = memory.megabytes();
  cost.tellInto(sample);
  return sample;
}

Result<void> seed(Stage &stage, qint64 jobs) {
  Seeder seeder(stage.server().socketPath());
  seeder.failures(Name, jobs);
  return seeder.finish() ? Result<void>()
                         : fail(ErrorKind::Server, QStringLiteral("it took not all failed jobs"));
}

/// The rows behind this one want the memory, and the queues that they know.
void clear(Stage &stage, qint64 jobs) {
  Seeder seeder(stage.server().socketPath());
  for (qint64 i = 1; i <= jobs; ++i)
    seeder.command({"UNLINK", "bull:" + Name + ':' + QByteArray::number(i)});
  seeder.command({"UNLINK", Key.toUtf8()});
  seeder.finish();
}

} // namespace

std::vector<Row> failureRows(Stage &stage) {
  const qint64 jobs = stage.sizes().failures;
  const QStringList words{QStringLiteral("--queue"), QString::fromUtf8(Name), QStringLiteral("--do")};
  Row row;
  row.title = QStringLiteral("group %1 failed jobs by their error").arg(jobs);
  row.expected = expectedOf(jobs);
  row.rounds = std::min(3, stage.sizes().rounds);
  row.prepare = [&stage, jobs] { return seed(stage, jobs); };
  row.finish = [&stage, jobs] { clear(stage, jobs); };
  row.sides = {{QStringLiteral("Oxpecker, with stacks"), Kind::Ours, [&stage] { return group(stage); }},
               nodeSide(stage, QStringLiteral("BullMQ, getJobs in pages of 1,000, messages alone"),
                        words + QStringList{QStringLiteral("groupByGetJobs")}),
               nodeSide(stage, QStringLiteral("Node, pipelined HGET, messages alone"),
                        words + QStringList{QStringLiteral("groupByPipeline")}),
               limitSide(stage, QStringLiteral("bare hiredis loop, HGET of each message"),
                         {QStringLiteral("scan"), QStringLiteral("bull:failures:"),
                          QStringLiteral("failedReason"), Key},
                         jobs, row.expected)};
  row.sides[1].rounds = 1;
  return {row};
}

} // namespace oxp::bench
