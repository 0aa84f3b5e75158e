// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/idpage.h"
#include "bullio/reader.h"
#include "bullio/replies.h"

#include <algorithm>

namespace oxp::reader {

namespace {

constexpr size_t QueuesPerPipeline = 200;
constexpr std::array SetStates = {JobState::Delayed, JobState::Prioritized, JobState::WaitingChildren,
                                  JobState::Completed, JobState::Failed};

/// Only Bull 4 pauses by a key of its own.
bool mayPauseByKey(const QueueInfo &queue) {
  return queue.family != Family::BullMq4 && queue.family != Family::BullMq5 &&
         queue.family != Family::BullMq6 && !isUnsure(queue.family);
}

/// Only BullMQ 4 keeps markers in its lists.
bool mayHaveMarkers(const QueueInfo &queue) {
  return queue.family != Family::BullMq5 && queue.family != Family::BullMq6 &&
         queue.family != Family::BullMq5Or6 && queue.family != Family::Bull4;
}

/// Keys that few queues have. One EXISTS over many queues tells that none has them, and spares a command
/// each.
enum Rare : quint32 { Paused = 1, WaitingChildren = 2, Repeat = 4, PausedKey = 8 };
constexpr std::array<std::pair<Rare, const char *>, 4> RareKeys{{{Paused, "paused"},
                                                                 {WaitingChildren, "waiting-children"},
                                                                 {Repeat, "repeat"},
                                                                 {PausedKey, "meta-paused"}}};

/// Of so few queues it is likely that none has any, which one command tells.
constexpr size_t FewQueues = 10;

Command anyRareOf(std::span<const QueueInfo> queues) {
  Command command = Command::of("EXISTS");
  for (const QueueInfo &queue : queues)
    for (const auto &[rare, suffix] : RareKeys)
      command.add(queue.id.key(suffix));
  return command;
}

/// Which of them some of the queues have. All, where the server does not take keys of several slots at once.
Result<quint32> rareIn(ReadSession &session, std::span<const QueueInfo> queues, std::stop_token stop) {
  if (queues.size() <= FewQueues) {
    const auto any = session.pipeline({anyRareOf(queues)}, stop);
    if (!any)
      return fail(any.error());
    if (!any->front().isError() && replies::integer(any->front()) == 0)
      return quint32(0);
  }
  std::vector<Command> commands;
  for (const auto &[rare, suffix] : RareKeys) {
    Command command = Command::of("EXISTS");
    for (const QueueInfo &queue : queues)
      command.add(queue.id.key(suffix));
    commands.push_back(std::move(command));
  }
  const auto replies = session.pipeline(commands, std::move(stop));
  if (!replies)
    return fail(replies.error());
  quint32 found = 0;
  for (size_t i = 0; i < RareKeys.size(); ++i)
    if ((*replies)[i].isError() || replies::integer((*replies)[i]) > 0)
      found |= RareKeys[i].first;
  return found;
}

/// Without LRANGE a list's markers cannot be told from jobs, of which there is one at most: all other counts
/// are right. A count that is refused itself is not known.
std::optional<Error> refusalOf(std::span<const Reply> replies) {
  for (const Reply &reply : replies)
    if (const auto error = reply.isError() && !replies::isWrongType(reply) ? reply.error() : std::nullopt;
        error && refusedCommand(*error) != "LRANGE")
      return error;
  return std::nullopt;
}

/// What is asked of one queue, and how the replies are read: once to write the commands, once to take them.
class CountReader {
public:
  CountReader(const QueueInfo &info, quint32 rare)
      : m_info(info)
      , m_rare(rare) {}

  void append(std::vector<Command> &commands) const {
    appendList(commands, "wait");
    if (m_rare & Paused)
      appendList(commands, "paused");
    commands.push_back(Command::of("LLEN", m_info.id.key("active")));
    for (const JobState state : SetStates)
      if (asks(state))
        commands.push_back(Command::of("ZCARD", m_info.id.key(stateKey(state))));
    if (m_rare & Repeat)
      commands.push_back(Command::of("ZCARD", m_info.id.key("repeat")));
    commands.push_back(Command::of("HEXISTS", m_info.id.key("meta"), "paused"));
    if (asksPausedKey())
      commands.push_back(Command::of("EXISTS", m_info.id.key("meta-paused")));
  }

  /// Takes its replies off the front.
  QueueCounts take(std::span<const Reply> &replies) const {
    QueueCounts counts;
    const auto next = [&]() -> const Reply & {
      const Reply &reply = replies.front();
      counts.wrongTypes = counts.wrongTypes || replies::isWrongType(reply);
      replies = replies.subspan(1);
      return reply;
    };
    const auto count = [&](JobState state) -> qint64 & { return counts.byState[static_cast<size_t>(state)]; };
    const auto list = [&] {
      const qint64 length = replies::integer(next());
      return mayHaveMarkers(m_info) ? length - qint64(markerPositions(replies::list(next())).size()) : length;
    };
    count(JobState::Waiting) = list();
    if (m_rare & Paused)
      count(JobState::Waiting) += list();
    count(JobState::Active) = replies::integer(next());
    for (const JobState state : SetStates)
      if (asks(state))
        count(state) = replies::integer(next());
    if (m_rare & Repeat)
      counts.schedulers = replies::integer(next());
    counts.paused = replies::integer(next()) > 0;
    if (asksPausedKey())
      counts.paused = replies::integer(next()) > 0 || counts.paused;
    return counts;
  }

private:
  bool asks(JobState state) const { return state != JobState::WaitingChildren || (m_rare & WaitingChildren); }
  bool asksPausedKey() const { return (m_rare & PausedKey) && mayPauseByKey(m_info); }
  void appendList(std::vector<Command> &commands, const char *list) const {
    commands.push_back(Command::of("LLEN", m_info.id.key(list)));
    if (mayHaveMarkers(m_info))
      commands.push_back(Command::of("LRANGE", m_info.id.key(list), -MarkerWindow, -1));
  }

  const QueueInfo &m_info;
  quint32 m_rare;
};

} // namespace

Result<std::vector<QueueCounts>> counts(ReadSession &session, const std::vector<QueueInfo> &queues,
                                        std::stop_token stop) {
  std::vector<QueueCounts> all;
  all.reserve(queues.size());
  for (size_t begin = 0; begin < queues.size(); begin += QueuesPerPipeline) {
    const auto some = std::span(queues).subspan(begin, std::min(QueuesPerPipeline, queues.size() - begin));
    const auto rare = rareIn(session, some, stop);
    if (!rare)
      return fail(rare.error());
    std::vector<Command> commands;
    for (const QueueInfo &queue : some)
      CountReader(queue, *rare).append(commands);
    const auto replies = session.pipeline(commands, stop);
    if (!replies)
      return fail(replies.error());
    if (const auto refused = refusalOf(*replies))
      return fail(*refused);
    auto left = std::span<const Reply>(*replies);
    for (const QueueInfo &queue : some)
      all.push_back(CountReader(queue, *rare).take(left));
  }
  return all;
}

} // namespace oxp::reader
