// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/failures.h"

#include "bull/fieldtext.h"
#include "bullio/jobscan.h"
#include "bullio/replies.h"
#include "bullio/seenids.h"

#include <QElapsedTimer>
#include <QHash>

#include <algorithm>

namespace oxp {

namespace {

constexpr qsizetype MostGroups = 2'000;
constexpr qsizetype ErrorLimit = 300; ///< bytes of an example's error

class Grouping {
public:
  Grouping(ReadSession &session, const std::vector<QueueInfo> &queues,
           const std::function<void(FailureReport)> &tell, std::stop_token stop, qint64 tellEveryMs)
      : m_session(session)
      , m_queues(queues)
      , m_tell(tell)
      , m_tellEveryMs(tellEveryMs)
      , m_stop(std::move(stop)) {}

  Result<FailureReport> run();

private:
  Result<void> measure();
  Result<void> read(const QueueInfo &queue);
  void add(const QueueInfo &queue, const ScannedJob &job);
  size_t bucketOf(qint64 time) const;
  FailureReport soFar() const;
  void tellSome();

  ReadSession &m_session;
  const std::vector<QueueInfo> &m_queues;
  const std::function<void(FailureReport)> &m_tell;
  qint64 m_tellEveryMs;
  std::stop_token m_stop;
  FailureReport m_report;
  std::vector<qint64> m_counts; ///< failed jobs by queue
  QHash<Fingerprint, FailureGroup> m_groups;
  SeenIds m_seen; ///< in the queue that is read now: a job that moves is met again
  QElapsedTimer m_sinceTold;
};

/// How many there are, and from when to when.
Result<void> Grouping::measure() {
  std::vector<Command> commands;
  for (const QueueInfo &queue : m_queues) {
    const QByteArray key = queue.id.key("failed");
    commands.push_back(Command::of("ZCARD", key));
    commands.push_back(Command::of("ZRANGE", key, 0, 0, "WITHSCORES"));
    commands.push_back(Command::of("ZRANGE", key, -1, -1, "WITHSCORES"));
  }
  const auto replies = m_session.pipeline(commands, m_stop);
  if (!replies)
    return fail(replies.error());
  if (const auto refused = replies::refusal(*replies))
    return fail(*refused);
  for (size_t i = 0; i < m_queues.size(); ++i) {
    m_counts.push_back(replies::integer((*replies)[3 * i]));
    m_report.total += m_counts.back();
    const auto earliest = replies::list((*replies)[3 * i + 1]);
    const auto latest = replies::list((*replies)[3 * i + 2]);
    if (earliest.size() < 2 || latest.size() < 2)
      continue;
    const qint64 from = fieldtext::number(earliest[1]), to = fieldtext::number(latest[1]);
    m_report.from = m_report.from == 0 ? from : std::min(m_report.from, from);
    m_report.to = std::max(m_report.to, to);
  }
  return {};
}

size_t Grouping::bucketOf(qint64 time) const {
  const qint64 span = std::max<qint64>(1, m_report.to - m_report.from);
  const qint64 at = (time - m_report.from) * qint64(FailureGroup::Buckets) / span;
  return size_t(std::clamp<qint64>(at, 0, FailureGroup::Buckets - 1));
}

QByteArray beginningOf(QByteArrayView text) {
  text = text.trimmed();
  const qsizetype line = text.indexOf('\n');
  return fieldtext::cutUtf8(text.first(std::min(line < 0 ? text.size() : line, 2 * ErrorLimit)).toByteArray(),
                            ErrorLimit);
}

/// The latest of all queues; a queue is read from its latest failure on, so most jobs are seen to be too old
/// at once.
void keepLatest(std::vector<FailureExample> &examples, const QueueInfo &queue, const ScannedJob &job,
                qint64 time) {
  if (examples.size() == FailureGroup::MostExamples && time <= examples.back().finished)
    return;
  const auto place = std::find_if(examples.begin(), examples.end(),
                                  [&](const FailureExample &example) { return example.finished < time; });
  examples.insert(place, {queue, job.id, time, beginningOf(job.fields[0])});
  if (examples.size() > FailureGroup::MostExamples)
    examples.pop_back();
}

/// A job that was removed since its id was read has no fields at all.
bool isGone(const ScannedJob &job) {
  return std::all_of(job.fields.begin(), job.fields.end(), [](auto field) { return field.isNull(); });
}

void Grouping::add(const QueueInfo &queue, const ScannedJob &job) {
  if (isGone(job) || !m_seen.add(job.id))
    return;
  ++m_report.looked;
  const Fingerprint print = fingerprint(job.fields[0], job.fields[1]);
  auto group = m_groups.find(print);
  if (group == m_groups.end()) {
    if (m_groups.size() >= MostGroups) {
      ++m_report.ungrouped;
      return;
    }
    group = m_groups.insert(print, {print, 0, 0, 0, {}, {}, {}});
  }
  const qint64 time = fieldtext::number(job.score.toByteArray());
  ++group->count;
  group->first = group->count == 1 ? time : std::min(group->first, time);
  group->last = std::max(group->last, time);
  ++group->course[bucketOf(time)];
  keepLatest(group->examples, queue, job, time);
  const bool known = std::find(group->queues.begin(), group->queues.end(), queue.id) != group->queues.end();
  if (!known && group->queues.size() < FailureGroup::MostQueues)
    group->queues.push_back(queue.id);
}

Result<void> Grouping::read(const QueueInfo &queue) {
  ScanRequest request;
  request.queue = queue.id;
  request.state = JobState::Failed;
  request.fields = {"failedReason", "stacktrace", "name"}; // every job has a name
  request.scores = true;
  JobScan scan(m_session, request, m_stop);
  const auto visit = [&](const ScannedJob &job) {
    add(queue, job);
    return true;
  };
  m_seen.clear();
  const auto report = scan.run(visit, [this](const ScanReport &) { tellSome(); });
  if (!report)
    return fail(report.error());
  m_report.lostTrack = m_report.lostTrack || report->lostTrack;
  return {};
}

/// A hash has no order of its own: without the last line rows would change places from report to report.
bool comesBefore(const FailureGroup &a, const FailureGroup &b) {
  if (a.count != b.count)
    return a.count > b.count;
  return a.last != b.last ? a.last > b.last : a.print.message < b.print.message;
}

FailureReport Grouping::soFar() const {
  FailureReport report = m_report;
  report.groups.assign(m_groups.cbegin(), m_groups.cend());
  std::sort(report.groups.begin(), report.groups.end(), comesBefore);
  report.total = std::max(report.total, report.looked);
  return report;
}

void Grouping::tellSome() {
  if (!m_tell || m_sinceTold.elapsed() < m_tellEveryMs)
    return;
  m_sinceTold.restart();
  m_tell(soFar());
}

Result<FailureReport> Grouping::run() {
  m_sinceTold.start();
  if (const auto measured = measure(); !measured)
    return fail(measured.error());
  for (size_t i = 0; i < m_queues.size(); ++i) {
    if (m_counts[i] == 0)
      continue;
    if (const auto done = read(m_queues[i]); !done)
      return fail(done.error());
  }
  FailureReport report = soFar();
  report.complete = true;
  return report;
}

} // namespace

Result<FailureReport> groupFailures(ReadSession &session, const std::vector<QueueInfo> &queues,
                                    const std::function<void(FailureReport)> &tell, std::stop_token stop,
                                    qint64 tellEveryMs) {
  return Grouping(session, queues, tell, std::move(stop), tellEveryMs).run();
}

} // namespace oxp
