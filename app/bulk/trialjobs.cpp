// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/trialjobs.h"

#include "bullio/jobscan.h"
#include "operations/compareandset.h"

#include <algorithm>

namespace oxp {
namespace {

using edits::TrialJob;

constexpr qint64 MostTogether = 4 * 1'024 * 1'024; ///< bytes asked for in one go

/// A job with the length of what is to be read of it.
struct Found {
  TrialJob job;
  qint64 size = 0;
  JobState state = JobState::Unknown;
};

class TrialReader {
public:
  TrialReader(ReadSession &session, const QueueId &queue, std::stop_token stop)
      : m_session(session)
      , m_queue(queue)
      , m_stop(std::move(stop)) {}

  Result<std::vector<TrialJob>> run(const Selection &selection);

private:
  Result<void> find(ScanRequest request);
  Result<void> findNamed(const Selection::Jobs &jobs);
  Result<void> findHeld();
  Result<std::vector<TrialJob>> read();
  Result<void> readTogether(size_t from, size_t to);
  size_t endOfBatch(size_t from) const;

  ReadSession &m_session;
  const QueueId &m_queue;
  std::stop_token m_stop;
  std::vector<Found> m_found;
};

Result<std::vector<TrialJob>> TrialReader::run(const Selection &selection) {
  Result<void> found;
  if (const auto *jobs = std::get_if<Selection::Jobs>(&selection.of)) {
    found = findNamed(*jobs);
  } else {
    const auto &whole = std::get<Selection::WholeState>(selection.of);
    ScanRequest request;
    request.state = whole.state;
    request.limit = whole.limit < 0 ? MostTrialJobs : std::min(whole.limit, MostTrialJobs);
    request.min = whole.min;
    request.max = whole.max;
    found = find(std::move(request));
  }
  if (found)
    found = findHeld();
  return found ? read() : fail(found.error());
}

/// Each in the order in which they were chosen; where each was seen is of no matter here.
Result<void> TrialReader::findNamed(const Selection::Jobs &jobs) {
  ScanRequest request;
  request.only.emplace();
  for (const Selection::Job &job : jobs) {
    if (qint64(request.only->size()) == MostTrialJobs)
      break;
    request.only->push_back(job.id);
  }
  const size_t named = request.only->size();
  auto found = find(std::move(request));
  for (size_t i = 0; found && i < std::min(named, m_found.size()); ++i)
    m_found[i].state = jobs[i].state;
  return found;
}

Result<void> TrialReader::find(ScanRequest request) {
  request.queue = m_queue;
  request.fields = {"timestamp", "name"};
  request.size = true;
  const JobState state = request.state;
  JobScan scan(m_session, std::move(request), m_stop);
  const auto report = scan.run([&](const ScannedJob &job) {
    Found found{{.id = job.id, .name = job.fields[1].toByteArray()}, job.size, state};
    if (job.fields[0].isNull() && job.fields[1].isNull())
      found.job.bar = TrialJob::Bar::Gone;
    else if (job.size > ScriptDataLimit)
      found.job.bar = TrialJob::Bar::Large;
    m_found.push_back(std::move(found));
    return true;
  });
  return report ? Result<void>() : fail(report.error());
}

/// A worker that holds a job has the old data.
Result<void> TrialReader::findHeld() {
  std::vector<Command> commands;
  for (const Found &found : m_found)
    commands.push_back(Command::of("EXISTS", m_queue.key(found.job.id) + ":lock"));
  if (commands.empty())
    return {};
  const auto replies = m_session.pipeline(commands, m_stop);
  if (!replies)
    return fail(replies.error());
  for (size_t i = 0; i < m_found.size(); ++i) {
    TrialJob &job = m_found[i].job;
    const bool held = (*replies)[i].integer > 0 || m_found[i].state == JobState::Active;
    if (held && job.bar != TrialJob::Bar::Gone)
      job.bar = TrialJob::Bar::Running;
  }
  return {};
}

size_t TrialReader::endOfBatch(size_t from) const {
  qint64 bytes = 0;
  size_t to = from;
  for (; to < m_found.size(); ++to) {
    if (m_found[to].job.bar == TrialJob::Bar::None)
      bytes += std::max<qint64>(0, m_found[to].size);
    if (bytes > MostTogether && to > from)
      break;
  }
  return to;
}

Result<std::vector<TrialJob>> TrialReader::read() {
  std::vector<TrialJob> jobs;
  qint64 bytes = 0;
  for (size_t from = 0; from < m_found.size() && bytes < MostTrialBytes;) {
    const size_t to = endOfBatch(from);
    if (auto got = readTogether(from, to); !got)
      return fail(got.error());
    for (; from < to; ++from) {
      bytes += m_found[from].job.data.size();
      jobs.push_back(std::move(m_found[from].job));
    }
  }
  return jobs;
}

Result<void> TrialReader::readTogether(size_t from, size_t to) {
  std::vector<Command> commands;
  std::vector<TrialJob *> jobs;
  qint64 bytes = 0;
  for (size_t i = from; i < to; ++i) {
    Found &found = m_found[i];
    if (found.job.bar != TrialJob::Bar::None)
      continue;
    commands.push_back(Command::of("HGET", m_queue.key(found.job.id), "data"));
    jobs.push_back(&found.job);
    bytes += std::max<qint64>(0, found.size);
  }
  if (commands.empty())
    return {};
  const auto replies = m_session.pipeline(commands, m_stop, {.valueBytes = bytes});
  if (!replies)
    return fail(replies.error());
  for (size_t i = 0; i < jobs.size(); ++i) {
    const Reply &data = (*replies)[i];
    if (data.isError())
      return fail(*data.error());
    jobs[i]->data = data.bytes;
  }
  return {};
}

} // namespace

Result<std::vector<edits::TrialJob>> readTrialJobs(ReadSession &session, const Selection &selection,
                                                   std::stop_token stop) {
  return TrialReader(session, selection.queue.id, std::move(stop)).run(selection);
}

} // namespace oxp
