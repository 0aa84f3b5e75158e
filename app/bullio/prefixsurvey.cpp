// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/prefixsurvey.h"

#include "bullio/reader.h"
#include "bullio/replies.h"

#include <algorithm>
#include <map>
#include <span>

namespace oxp {

namespace {

constexpr size_t NamedQueues = 2;
constexpr size_t CommandsAQueue = 5;

/// Where a queue's newest jobs stand: the ends of the lists that they enter first, and the ids that are given
/// out in order.
void appendLooks(const QueueId &queue, std::vector<Command> &commands) {
  commands.push_back(Command::of("ZREVRANGE", queue.key("completed"), 0, 0, "WITHSCORES"));
  commands.push_back(Command::of("ZREVRANGE", queue.key("failed"), 0, 0, "WITHSCORES"));
  commands.push_back(Command::of("LINDEX", queue.key("wait"), 0));
  commands.push_back(Command::of("LINDEX", queue.key("active"), 0));
  commands.push_back(Command::of("GET", queue.key("id")));
}

qint64 scoreOf(const Reply &reply) {
  return reply.items.size() == 2 ? qint64(reply.items[1].bytes.toDouble()) : 0;
}

/// When something last happened in each of the queues; 0 where nothing tells.
class Dates {
public:
  Dates(ReadSession &session, std::span<const QueueInfo> queues, std::stop_token stop)
      : m_session(session)
      , m_queues(queues)
      , m_stop(std::move(stop))
      , m_times(queues.size(), 0) {}

  Result<std::vector<qint64>> read() {
    if (m_queues.empty())
      return m_times;
    std::vector<Command> commands;
    for (const QueueInfo &queue : m_queues)
      appendLooks(queue.id, commands);
    const auto replies = m_session.pipeline(commands, m_stop);
    if (!replies)
      return fail(replies.error());
    for (size_t i = 0; i < m_queues.size(); ++i)
      take(i, std::span(*replies).subspan(i * CommandsAQueue, CommandsAQueue));
    if (auto done = readTimestamps(); !done)
      return fail(done.error());
    return m_times;
  }

private:
  void take(size_t queue, std::span<const Reply> replies) {
    m_times[queue] = std::max(scoreOf(replies[0]), scoreOf(replies[1]));
    for (const Reply &id : replies.subspan(2)) {
      if (id.isError() || id.bytes.isEmpty())
        continue;
      m_asked.push_back(Command::of("HGET", m_queues[queue].id.key(id.bytes), "timestamp"));
      m_owners.push_back(queue);
    }
  }

  Result<void> readTimestamps() {
    if (m_asked.empty())
      return {};
    const auto replies = m_session.pipeline(m_asked, m_stop);
    if (!replies)
      return fail(replies.error());
    for (size_t i = 0; i < m_owners.size(); ++i)
      if (!(*replies)[i].isError())
        m_times[m_owners[i]] = std::max(m_times[m_owners[i]], (*replies)[i].bytes.toLongLong());
    return {};
  }

  ReadSession &m_session;
  std::span<const QueueInfo> m_queues;
  std::stop_token m_stop;
  std::vector<qint64> m_times;
  std::vector<Command> m_asked;
  std::vector<size_t> m_owners;
};

qint64 jobsOf(const QueueCounts &counts) {
  qint64 jobs = 0;
  for (const qint64 count : counts.byState)
    jobs += count;
  return jobs;
}

bool isSameKind(const QueueInfo &one, const QueueInfo &other) {
  return one.family == other.family && one.version == other.version;
}

struct Dated {
  qint64 time;
  QByteArray name;
};

std::vector<PrefixSummary> summarise(const std::vector<QueueInfo> &queues,
                                     const std::vector<QueueCounts> &counts,
                                     const std::vector<qint64> &times) {
  std::map<QByteArray, PrefixSummary> byPrefix;
  std::map<QByteArray, std::vector<Dated>> dated;
  for (size_t i = 0; i < queues.size(); ++i) {
    const QueueInfo &queue = queues[i];
    PrefixSummary &summary = byPrefix[queue.id.prefix];
    summary.prefix = queue.id.prefix;
    ++summary.queues;
    summary.jobs += i < counts.size() ? jobsOf(counts[i]) : 0;
    if (i < times.size() && times[i] > 0)
      dated[queue.id.prefix].push_back({times[i], queue.id.name});
    const bool known = std::any_of(summary.kinds.begin(), summary.kinds.end(),
                                   [&](const QueueInfo &kind) { return isSameKind(kind, queue); });
    if (!known)
      summary.kinds.push_back(queue);
  }
  std::vector<PrefixSummary> summaries;
  for (auto &[prefix, summary] : byPrefix) {
    std::vector<Dated> &times = dated[prefix];
    std::sort(times.begin(), times.end(),
              [](const Dated &one, const Dated &other) { return one.time > other.time; });
    summary.newestMs = times.empty() ? 0 : times.front().time;
    for (size_t i = 0; i < std::min(NamedQueues, times.size()); ++i)
      summary.newestQueues.push_back(times[i].name);
    summaries.push_back(std::move(summary));
  }
  std::stable_sort(
      summaries.begin(), summaries.end(),
      [](const PrefixSummary &one, const PrefixSummary &other) { return one.newestMs > other.newestMs; });
  return summaries;
}

} // namespace

Result<std::vector<PrefixSummary>> surveyPrefixes(ReadSession &session, const std::vector<QueueInfo> &queues,
                                                  std::stop_token stop) {
  const auto counts = reader::counts(session, queues, stop);
  if (!counts)
    return fail(counts.error());
  const auto times =
      Dates(session, std::span(queues).first(std::min(queues.size(), MostDatedQueues)), stop).read();
  if (!times)
    return fail(times.error());
  return summarise(queues, *counts, *times);
}

} // namespace oxp
