// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/idpage.h"

#include "bull/fieldtext.h"
#include "bullio/replies.h"

#include <algorithm>

namespace oxp {

namespace {

using fieldtext::isMarker;

/// A list counted from its tail, markers left out.
struct TailList {
  QByteArray key;
  qint64 length = 0;           ///< jobs
  std::vector<qint64> markers; ///< raw distances from the tail, ascending

  qint64 rawPosition(qint64 job) const {
    for (const qint64 marker : markers)
      job += marker <= job;
    return job;
  }
};

Command tailRange(const QByteArray &key, qint64 from, qint64 to) {
  return Command::of("LRANGE", key, -to, -(from + 1));
}

/// Ids from the tail on, without markers.
void appendFromTail(const std::vector<QByteArray> &ids, JobState state, std::vector<ListedJob> &out) {
  for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
    if (!isMarker(*id))
      out.push_back({*id, state, {}});
  }
}

Result<IdPage> readSet(ReadSession &session, const QueueId &queue, JobState state, qint64 offset,
                       qint64 count, bool reversed, std::stop_token stop) {
  const QByteArray key = queue.key(stateKey(state));
  const bool newestFirst = state == JobState::Completed || state == JobState::Failed;
  const auto range = Command::of(newestFirst != reversed ? "ZREVRANGE" : "ZRANGE", key, offset,
                                 offset + count - 1, "WITHSCORES");
  const auto replies = session.pipeline({Command::of("ZCARD", key), range}, stop);
  if (!replies)
    return fail(replies.error());
  if (const auto refused = replies::refusal(*replies))
    return fail(*refused);
  IdPage page{replies::integer((*replies)[0]), {}};
  const auto flat = replies::list((*replies)[1]);
  for (size_t i = 0; i + 1 < flat.size(); i += 2)
    page.jobs.push_back({flat[i], state, flat[i + 1]});
  return page;
}

Result<std::vector<TailList>> measureLists(ReadSession &session, const QueueId &queue,
                                           const std::vector<QByteArray> &names, std::stop_token stop) {
  std::vector<TailList> lists;
  std::vector<Command> commands;
  for (const QByteArray &name : names) {
    lists.push_back({queue.key(name), 0, {}});
    commands.push_back(Command::of("LLEN", lists.back().key));
    commands.push_back(tailRange(lists.back().key, 0, MarkerWindow));
  }
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  if (const auto refused = replies::refusal(*replies))
    return fail(*refused);
  for (size_t i = 0; i < lists.size(); ++i) {
    lists[i].markers = markerPositions(replies::list((*replies)[2 * i + 1]));
    lists[i].length = replies::integer((*replies)[2 * i]) - qint64(lists[i].markers.size());
  }
  return lists;
}

/// The part of [from, to) that falls into each of the lists, which stand one after another.
std::vector<Command> rangesOf(const std::vector<TailList> &lists, qint64 from, qint64 to) {
  std::vector<Command> commands;
  for (const TailList &list : lists) {
    const qint64 first = std::clamp<qint64>(from, 0, list.length);
    const qint64 last = std::clamp<qint64>(to, 0, list.length);
    if (first < last)
      commands.push_back(tailRange(list.key, list.rawPosition(first), list.rawPosition(last - 1) + 1));
    from -= list.length;
    to -= list.length;
  }
  return commands;
}

Result<IdPage> readLists(ReadSession &session, const QueueId &queue, JobState state, qint64 offset,
                         qint64 count, bool reversed, std::stop_token stop) {
  const bool isActive = state == JobState::Active;
  const std::vector<QByteArray> names =
      isActive ? std::vector<QByteArray>{"active"} : std::vector<QByteArray>{"wait", "paused"};
  const auto lists = measureLists(session, queue, names, stop);
  if (!lists)
    return fail(lists.error());
  IdPage page;
  for (const TailList &list : *lists)
    page.total += list.length;
  const qint64 from = reversed ? page.total - offset - count : offset;
  const std::vector<Command> commands = rangesOf(*lists, from, from + count);
  if (commands.empty())
    return page;
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  for (const Reply &reply : *replies)
    appendFromTail(replies::list(reply), state, page.jobs);
  if (reversed)
    std::reverse(page.jobs.begin(), page.jobs.end());
  return page;
}

} // namespace

std::vector<qint64> markerPositions(const std::vector<QByteArray> &tail) {
  std::vector<qint64> positions;
  for (size_t i = 0; i < tail.size(); ++i) {
    if (isMarker(tail[tail.size() - 1 - i]))
      positions.push_back(qint64(i));
  }
  return positions;
}

Result<IdPage> readIds(ReadSession &session, const QueueId &queue, JobState state, qint64 offset,
                       qint64 count, bool reversed, std::stop_token stop) {
  if (state == JobState::Unknown || count <= 0)
    return IdPage{};
  const bool isList = state == JobState::Waiting || state == JobState::Active;
  return isList ? readLists(session, queue, state, offset, count, reversed, stop)
                : readSet(session, queue, state, offset, count, reversed, stop);
}

} // namespace oxp
