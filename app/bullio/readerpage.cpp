// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/idpage.h"
#include "bullio/jobrows.h"
#include "bullio/reader.h"
#include "bullio/stateprobe.h"

#include "bull/fieldtext.h"
#include "bullio/replies.h"

#include <QCryptographicHash>

#include <algorithm>

namespace oxp::reader {

namespace {

constexpr int LatestPerState = 50;
constexpr size_t LatestRows = 200;
constexpr size_t ProbedAtOnce = 10; ///< jobs a pipeline; other clients come in between
constexpr int ProbeDepth = 5'000;   ///< ids at each end of a list, for each of many jobs

struct LatestSource {
  JobState state;
  const char *key;
  bool list;
  bool bothEnds; ///< scores tell nothing of age: some from each end
};

constexpr LatestSource LatestSources[] = {
    {JobState::Waiting, "wait", true, false},
    {JobState::Waiting, "paused", true, false},
    {JobState::Active, "active", true, false},
    {JobState::Delayed, "delayed", false, true},
    {JobState::Prioritized, "prioritized", false, true},
    {JobState::WaitingChildren, "waiting-children", false, false},
    {JobState::Completed, "completed", false, false},
    {JobState::Failed, "failed", false, false},
};

void appendLatestCommands(std::vector<Command> &commands, const QueueId &queue, const LatestSource &source) {
  const QByteArray key = queue.key(source.key);
  const int last = (source.bothEnds ? LatestPerState / 2 : LatestPerState) - 1;
  commands.push_back(source.list ? Command::of("LRANGE", key, 0, last)
                                 : Command::of("ZREVRANGE", key, 0, last, "WITHSCORES"));
  // The same number of commands for each source keeps the reading simple; an empty range costs nothing.
  commands.push_back(source.bothEnds ? Command::of("ZRANGE", key, 0, last, "WITHSCORES")
                                     : Command::of("EXISTS", key));
}

void addOnce(std::vector<ListedJob> &jobs, ListedJob job) {
  const bool known =
      std::any_of(jobs.begin(), jobs.end(), [&](const ListedJob &one) { return one.id == job.id; });
  if (!known && !fieldtext::isMarker(job.id))
    jobs.push_back(std::move(job));
}

/// What one of the commands of a source brought; members of sets with their scores, which move when a job
/// fails again at the place where it stood.
void addListed(std::vector<ListedJob> &jobs, const LatestSource &source, const Reply &reply) {
  const std::vector<QByteArray> words = replies::list(reply);
  const size_t step = source.list ? 1 : 2;
  for (size_t i = 0; i + step <= words.size(); i += step)
    addOnce(jobs, {words[i], source.state, source.list ? QByteArray() : words[i + 1]});
}

/// Where each of these jobs is by now, a few a pipeline: long lists are walked.
Result<std::vector<ListedJob>> wherever(ReadSession &session, const QueueId &queue,
                                        const std::vector<QByteArray> &ids, std::stop_token stop) {
  const StateProbe probe(session, ProbeDepth);
  std::vector<ListedJob> jobs;
  while (jobs.size() < ids.size()) {
    const size_t first = jobs.size(), end = std::min(ids.size(), first + ProbedAtOnce);
    std::vector<Command> commands;
    for (size_t i = first; i < end; ++i)
      probe.append(commands, queue, ids[i]);
    const auto replies = session.pipeline(commands, stop);
    if (!replies)
      return fail(replies.error());
    for (size_t i = first; i < end; ++i) {
      const auto own = std::span(*replies).subspan((i - first) * StateProbe::CommandCount);
      const StateProbe::Found found = probe.read(own.first(StateProbe::CommandCount), ids[i]);
      jobs.push_back({ids[i], found.state, found.score});
    }
  }
  return jobs;
}

Result<std::vector<JobRow>> rowsOnly(Result<JobRows> read) {
  return read ? Result<std::vector<JobRow>>(std::move(read->rows)) : fail(read.error());
}

/// Empty where some of the jobs run.
QByteArray markOf(qint64 total, std::span<const ListedJob> jobs) {
  QCryptographicHash hash(QCryptographicHash::Sha1);
  hash.addData(QByteArray::number(total));
  for (const ListedJob &job : jobs) {
    if (job.state == JobState::Active)
      return {};
    hash.addData(QByteArray::number(job.id.size()) + ':' + job.id + job.score + ' ' +
                 QByteArray::number(int(job.state)));
  }
  return hash.result();
}

} // namespace

Result<Page> page(ReadSession &session, const PageRequest &request, std::stop_token stop) {
  const QueueId &queue = request.queue.id;
  const auto ids =
      readIds(session, queue, request.state, request.offset, request.count, request.reversed, stop);
  if (!ids)
    return fail(ids.error());
  Page page{{markOf(ids->total, ids->jobs), false, {}}, ids->total, request.offset, {}};
  page.unchanged = !page.mark.isEmpty() && page.mark == request.known;
  if (page.unchanged)
    return page;
  auto read = readRows(session, queue, ids->jobs, request.fields, stop);
  if (!read)
    return fail(read.error());
  page.rows = std::move(read->rows);
  page.refused = std::move(read->refused);
  return page;
}

Result<Latest> latest(ReadSession &session, const QueueInfo &queue, JobFields fields, std::stop_token stop,
                      const QByteArray &known) {
  std::vector<Command> commands;
  for (const LatestSource &source : LatestSources)
    appendLatestCommands(commands, queue.id, source);
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  replies::Refusals refused = replies::refusals(*replies);
  if (refused.other)
    return fail(*refused.other);
  std::vector<ListedJob> jobs;
  for (size_t i = 0; i < replies->size(); ++i)
    addListed(jobs, LatestSources[i / 2], (*replies)[i]);
  const JobFields needed = fields | (JobField::Created | JobField::Processed) | JobField::Finished;
  Latest latest{{markOf(0, jobs), false, std::move(refused.commands)}, {}};
  latest.unchanged = !latest.mark.isEmpty() && latest.mark == known;
  if (latest.unchanged)
    return latest;
  auto read = readRows(session, queue.id, jobs, needed, stop);
  if (!read)
    return fail(read.error());
  latest.refused.merge(read->refused);
  latest.rows = std::move(read->rows);
  std::stable_sort(latest.rows.begin(), latest.rows.end(),
                   [](const JobRow &a, const JobRow &b) { return a.changed() > b.changed(); });
  latest.rows.resize(std::min(latest.rows.size(), LatestRows));
  return latest;
}

Result<std::vector<JobRow>> rows(ReadSession &session, const QueueInfo &queue, JobState state,
                                 const std::vector<QByteArray> &ids, JobFields fields, std::stop_token stop) {
  if (state == JobState::Unknown) {
    const auto jobs = wherever(session, queue.id, ids, stop);
    return jobs ? rowsOnly(readRows(session, queue.id, *jobs, fields, stop)) : fail(jobs.error());
  }
  std::vector<ListedJob> jobs;
  jobs.reserve(ids.size());
  for (const QByteArray &id : ids)
    jobs.push_back({id, state, {}});
  return rowsOnly(readRows(session, queue.id, jobs, fields, stop));
}

} // namespace oxp::reader
