// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rows/rows.h"

#include "bench/heartbeat.h"
#include "bench/waiting.h"
#include "bullio/reader.h"
#include "redis/lane.h"
#include "workspace/jobrequests.h"
#include "workspace/queueregistry.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace oxp::bench {
namespace {

constexpr int PageSize = 50;
const QString Warm = QStringLiteral("5");

qint64 sumOf(const QJsonObject &counts) {
  qint64 sum = 0;
  for (const QJsonValue &count : counts)
    sum += count.toInteger();
  return sum;
}

/// All jobs of all queues, from bull-board's overview.
QString boardTotal(const QByteArray &body) {
  qint64 sum = 0;
  for (const QJsonValue &queue : QJsonDocument::fromJson(body)[QStringLiteral("queues")].toArray())
    sum += sumOf(queue[QStringLiteral("counts")].toObject());
  return QString::number(sum);
}

QString boardIds(const QByteArray &body) {
  QStringList ids;
  for (const QJsonValue &queue : QJsonDocument::fromJson(body)[QStringLiteral("queues")].toArray())
    for (const QJsonValue &job : queue[QStringLiteral("jobs")].toArray())
      ids << job[QStringLiteral("id")].toString();
  return ids.join(u' ');
}

Result<Sample> countAll(Stage &stage, Lane &lane) {
  const Result<ProfileSession *> session = stage.session();
  if (!session)
    return fail(session.error());
  const std::vector<QueueInfo> queues = (*session)->queues().all();
  const Cost cost(stage.server());
  Heartbeat heart;
  heart.restart();
  using Counts = std::vector<QueueCounts>;
  const Result<Counts> counts = await<Counts>([&](QObject *context, auto handler) {
    lane.post(
        Priority::Normal,
        [queues](ReadSession &redis, std::stop_token stop) { return reader::counts(redis, queues, stop); },
        context, handler);
  });
  Sample sample{heart.totalMs(), {}, {{QStringLiteral("stall ms"), heart.longestMs()}}};
  if (!counts)
    return fail(counts.error());
  qint64 sum = 0;
  for (const QueueCounts &one : *counts)
    for (const qint64 jobs : one.byState)
      sum += jobs;
  sample.answer = QString::number(sum);
  cost.tellInto(sample);
  return sample;
}

Row queueList(Stage &stage) {
  Lane::Options options;
  options.endpoint = stage.server().endpoint();
  const auto lane = std::make_shared<Lane>(options);
  Row row;
  row.title = QStringLiteral("counts of %1 queues").arg(stage.sizes().queues);
  row.rounds = stage.sizes().rounds;
  row.sides = {{QStringLiteral("Oxpecker"), Kind::Ours, [&stage, lane] { return countAll(stage, *lane); }},
               boardSide(stage, QStringLiteral("bull-board, overview"),
                         QStringLiteral("/api/queues?page=1&jobsPerPage=10"), boardTotal),
               nodeSide(stage, QStringLiteral("BullMQ, getJobCounts of all at once"),
                        {QStringLiteral("--do"), QStringLiteral("counts"), QStringLiteral("--queues"),
                         stage.queueNames().join(u','), QStringLiteral("--warm"), Warm})};
  row.prepare = [&stage, lane]() -> Result<void> {
    const Result<Sample> first = countAll(stage, *lane); // connects
    return first ? Result<void>() : fail(first.error());
  };
  return row;
}

Result<Sample> readPage(Stage &stage, JobState state, qint64 from) {
  const Result<ProfileSession *> session = stage.session();
  if (!session)
    return fail(session.error());
  reader::PageRequest request;
  request.queue = stage.queueInfo("big");
  request.state = state;
  request.offset = from;
  request.count = PageSize;
  request.reversed = state == JobState::Waiting; // newest first, as the peers have it
  request.fields = AllJobFields;
  const Cost cost(stage.server());
  Heartbeat heart;
  heart.restart();
  const auto page = await<reader::Page>(
      [&](QObject *context, auto handler) { (*session)->jobs().requestPage(request, context, handler); });
  Sample sample{heart.totalMs(), {}, {{QStringLiteral("stall ms"), heart.longestMs()}}};
  if (!page)
    return fail(page.error());
  QStringList ids;
  for (const JobRow &job : page->rows)
    ids << QString::fromUtf8(job.id);
  sample.answer = ids.join(u' ');
  cost.tellInto(sample);
  return sample;
}

Row pageRow(Stage &stage, const QString &title, JobState state, const QString &word, qint64 pageNumber) {
  const qint64 from = (pageNumber - 1) * PageSize;
  Row row;
  row.title = title;
  row.rounds = stage.sizes().rounds;
  row.sides = {{QStringLiteral("Oxpecker"), Kind::Ours,
                [&stage, state, from] { return readPage(stage, state, from); }},
               boardSide(stage, QStringLiteral("bull-board"),
                         QStringLiteral("/api/queues?activeQueue=big&status=%1&page=%2&jobsPerPage=%3")
                             .arg(word)
                             .arg(pageNumber)
                             .arg(PageSize),
                         boardIds),
               nodeSide(stage, QStringLiteral("BullMQ, getJobs"),
                        {QStringLiteral("--do"), QStringLiteral("page"), QStringLiteral("--state"), word,
                         QStringLiteral("--from"), QString::number(from), QStringLiteral("--count"),
                         QString::number(PageSize), QStringLiteral("--warm"), Warm})};
  row.prepare = [&stage, state, from]() -> Result<void> {
    const Result<Sample> first = readPage(stage, state, from); // connects
    return first ? Result<void>() : fail(first.error());
  };
  return row;
}

} // namespace

std::vector<Row> listRows(Stage &stage) {
  const Sizes &sizes = stage.sizes();
  const QString completed = QStringLiteral("completed"), waiting = QStringLiteral("waiting");
  const qint64 deep = sizes.completed() / PageSize - 5, middle = sizes.waiting() / PageSize / 2;
  return {queueList(stage),
          pageRow(stage, QStringLiteral("page 1 of %1 completed, 50 jobs").arg(sizes.completed()),
                  JobState::Completed, completed, 1),
          pageRow(stage, QStringLiteral("page %1 of %2 completed").arg(deep).arg(sizes.completed()),
                  JobState::Completed, completed, deep),
          pageRow(stage, QStringLiteral("page %1 of %2 waiting (a list)").arg(middle).arg(sizes.waiting()),
                  JobState::Waiting, waiting, middle)};
}

} // namespace oxp::bench
