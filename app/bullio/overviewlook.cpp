// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/overviewlook.h"

#include "bull/fieldtext.h"
#include "bullio/reader.h"
#include "bullio/replies.h"

#include <algorithm>

namespace oxp::reader {

namespace {

constexpr int MostListed = 200;       ///< failed jobs of a queue; where there are more they are counted
constexpr size_t CountedAtOnce = 40;  ///< queues in a pipeline, each with a command for each part
constexpr qint64 ScorePerMs = 0x1000; ///< what all libraries multiply the time of a delayed job with

bool answers(const Reply &reply) {
  return !reply.isError() || replies::isWrongType(reply);
}

/// The failures of the last two hours of one queue.
class FailureLook {
public:
  FailureLook(const QueueInfo &queue, qint64 now, QueueLook &look)
      : m_key(queue.id.key("failed"))
      , m_now(now)
      , m_look(look) {}

  void append(std::vector<Command> &commands) const {
    commands.push_back(Command::of("ZREVRANGEBYSCORE", m_key, "+inf", FailureBars(m_now).from(), "LIMIT", 0,
                                   MostListed, "WITHSCORES"));
  }
  /// True when there are more: appendCounts() asks for all of them.
  bool take(const Reply &reply) {
    if (!answers(reply))
      return false;
    const std::vector<QByteArray> pairs = replies::list(reply);
    FailureBars bars(m_now);
    for (size_t i = 1; i < pairs.size(); i += 2)
      bars.add(fieldtext::number(pairs[i]));
    m_look.failures = bars;
    return pairs.size() >= size_t(2 * MostListed);
  }
  void appendCounts(std::vector<Command> &commands) const {
    for (int part = 0; part < FailureBars::Parts; ++part) {
      const qint64 first = startOf(part);
      const bool last = part + 1 == FailureBars::Parts;
      commands.push_back(
          Command::of("ZCOUNT", m_key, first,
                      last ? QByteArray("+inf") : '(' + QByteArray::number(first + FailureBars::PartMs)));
    }
  }
  void takeCounts(std::span<const Reply> replies) {
    FailureBars bars(m_now);
    for (int part = 0; part < FailureBars::Parts; ++part)
      bars.add(startOf(part), int(replies::integer(replies[size_t(part)])));
    m_look.failures = bars;
  }

private:
  qint64 startOf(int part) const { return FailureBars(m_now).from() + part * FailureBars::PartMs; }

  QByteArray m_key;
  qint64 m_now;
  QueueLook &m_look;
};

std::optional<qint64> dueOf(const Reply &reply) {
  if (!answers(reply))
    return std::nullopt;
  const std::vector<QByteArray> pair = replies::list(reply);
  return pair.size() == 2 ? fieldtext::number(pair[1]) / ScorePerMs : 0;
}

/// A bad hour makes many queues fail at once: some are asked together, and other clients come in between.
Result<void> countAll(ReadSession &session, std::span<FailureLook> queues, const std::stop_token &stop) {
  while (!queues.empty()) {
    const std::span<FailureLook> some = queues.first(std::min(queues.size(), CountedAtOnce));
    queues = queues.subspan(some.size());
    std::vector<Command> commands;
    for (const FailureLook &queue : some)
      queue.appendCounts(commands);
    const auto counted = session.pipeline(commands, stop);
    if (!counted)
      return fail(counted.error());
    std::span<const Reply> rest(*counted);
    for (FailureLook &queue : some) {
      queue.takeCounts(rest.first(FailureBars::Parts));
      rest = rest.subspan(FailureBars::Parts);
    }
  }
  return {};
}

Result<void> lookAtSets(ReadSession &session, const std::vector<LookRequest> &requests,
                        std::vector<QueueLook> &all, std::stop_token stop) {
  const qint64 now = session.facts().clock.nowMs();
  std::vector<Command> commands;
  for (size_t i = 0; i < requests.size(); ++i) {
    if (requests[i].parts & LookFailures)
      FailureLook(requests[i].queue, now, all[i]).append(commands);
    if (requests[i].parts & LookDelayed)
      commands.push_back(Command::of("ZRANGE", requests[i].queue.id.key("delayed"), 0, 0, "WITHSCORES"));
  }
  if (commands.empty())
    return {};
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  std::vector<FailureLook> many;
  std::span<const Reply> rest(*replies);
  const auto next = [&rest]() -> const Reply & {
    const Reply &reply = rest.front();
    rest = rest.subspan(1);
    return reply;
  };
  for (size_t i = 0; i < requests.size(); ++i) {
    FailureLook failures(requests[i].queue, now, all[i]);
    if ((requests[i].parts & LookFailures) && failures.take(next()))
      many.push_back(failures);
    if (requests[i].parts & LookDelayed)
      all[i].nextDelayed = dueOf(next());
  }
  return countAll(session, many, stop);
}

Result<void> lookAtWaiting(ReadSession &session, const std::vector<LookRequest> &requests,
                           std::vector<QueueLook> &all, std::stop_token stop) {
  std::vector<QueueInfo> queues;
  std::vector<QueueLook *> asking;
  for (size_t i = 0; i < requests.size(); ++i)
    if (requests[i].parts & LookOldest) {
      queues.push_back(requests[i].queue);
      asking.push_back(&all[i]);
    }
  if (queues.empty())
    return {};
  const auto found = backlogs(session, queues, std::move(stop));
  if (!found)
    return fail(found.error());
  for (size_t i = 0; i < asking.size(); ++i) {
    const Backlog &backlog = (*found)[i];
    if (!backlog.known)
      continue;
    qint64 oldest = 0;
    for (const WaitingJob &job : backlog.oldest)
      if (job.since > 0 && (oldest == 0 || job.since < oldest))
        oldest = job.since;
    asking[i]->oldestWaiting = oldest;
  }
  return {};
}

} // namespace

Result<std::vector<QueueLook>> looks(ReadSession &session, const std::vector<LookRequest> &requests,
                                     std::stop_token stop) {
  std::vector<QueueLook> all(requests.size());
  if (const auto done = lookAtSets(session, requests, all, stop); !done)
    return fail(done.error());
  if (const auto done = lookAtWaiting(session, requests, all, stop); !done)
    return fail(done.error());
  return all;
}

} // namespace oxp::reader
