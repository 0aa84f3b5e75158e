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
constexpr size_t CommandsPerQueue = 12; ///< and one more for Bull 4

/// Only Bull 4 pauses by a key of its own.
bool mayPauseByKey(const QueueInfo &queue) {
  return queue.family != Family::BullMq4 && queue.family != Family::BullMq5 &&
         queue.family != Family::BullMq6;
}

void appendCommands(std::vector<Command> &commands, const QueueInfo &info) {
  const QueueId &queue = info.id;
  for (const char *list : {"wait", "paused"}) {
    commands.push_back(Command::of("LLEN", queue.key(list)));
    commands.push_back(Command::of("LRANGE", queue.key(list), -MarkerWindow, -1));
  }
  commands.push_back(Command::of("LLEN", queue.key("active")));
  for (const JobState state : SetStates)
    commands.push_back(Command::of("ZCARD", queue.key(stateKey(state))));
  commands.push_back(Command::of("ZCARD", queue.key("repeat")));
  commands.push_back(Command::of("HEXISTS", queue.key("meta"), "paused"));
  if (mayPauseByKey(info))
    commands.push_back(Command::of("EXISTS", queue.key("meta-paused")));
}

qint64 waitingIn(const Reply &length, const Reply &tail) {
  return replies::integer(length) - qint64(markerPositions(replies::list(tail)).size());
}

QueueCounts countsFrom(std::span<const Reply> replies) {
  QueueCounts counts;
  auto count = [&](JobState state) -> qint64 & { return counts.byState[static_cast<size_t>(state)]; };
  count(JobState::Waiting) = waitingIn(replies[0], replies[1]) + waitingIn(replies[2], replies[3]);
  count(JobState::Active) = replies::integer(replies[4]);
  for (size_t i = 0; i < SetStates.size(); ++i)
    count(SetStates[i]) = replies::integer(replies[5 + i]);
  counts.schedulers = replies::integer(replies[10]);
  const auto flags = replies.subspan(11);
  counts.paused =
      std::any_of(flags.begin(), flags.end(), [](const Reply &flag) { return replies::integer(flag) > 0; });
  counts.wrongTypes = std::any_of(replies.begin(), replies.end(), replies::isWrongType);
  return counts;
}

} // namespace

Result<std::vector<QueueCounts>> counts(ReadSession &session, const std::vector<QueueInfo> &queues,
                                        std::stop_token stop) {
  std::vector<QueueCounts> all;
  all.reserve(queues.size());
  for (size_t begin = 0; begin < queues.size(); begin += QueuesPerPipeline) {
    const size_t end = std::min(queues.size(), begin + QueuesPerPipeline);
    std::vector<Command> commands;
    for (size_t i = begin; i < end; ++i)
      appendCommands(commands, queues[i]);
    const auto replies = session.pipeline(commands, stop);
    if (!replies)
      return fail(replies.error());
    if (const auto refused = replies::refusal(*replies))
      return fail(*refused);
    auto left = std::span<const Reply>(*replies);
    for (size_t i = begin; i < end; ++i) {
      const size_t own = CommandsPerQueue + (mayPauseByKey(queues[i]) ? 1 : 0);
      all.push_back(countsFrom(left.first(own)));
      left = left.subspan(own);
    }
  }
  return all;
}

} // namespace oxp::reader
