// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/overviewlook.h"

#include "bull/fieldtext.h"
#include "bullio/replies.h"

#include <algorithm>
#include <array>

namespace oxp::reader {

namespace {

constexpr int Samples = 5; ///< of a key's entries, and jobs at each end of a state
constexpr std::array Lists = {"wait", "paused", "active"};
constexpr std::array Sets = {"delayed", "prioritized", "waiting-children", "completed", "failed"};
constexpr std::array OtherKeys = {"events", "meta", "repeat", "priority"};

Command usage(const QByteArray &key) {
  return Command::of("MEMORY", "USAGE", key, "SAMPLES", Samples);
}

/// A state's jobs: how many there are, and some of them.
struct SampledState {
  qint64 count = 0;
  std::vector<QByteArray> ids;

  void take(const Reply &reply) {
    for (const QByteArray &id : replies::list(reply))
      if (!fieldtext::isMarker(id) && std::find(ids.begin(), ids.end(), id) == ids.end())
        ids.push_back(id);
  }
};

struct SampledQueue {
  qint64 own = 0; ///< bytes of the queue's own keys
  std::vector<SampledState> states;
};

template <size_t N>
void appendStates(std::vector<Command> &commands, const QueueId &queue,
                  const std::array<const char *, N> &names, const char *count, const char *range) {
  for (const char *name : names) {
    const QByteArray key = queue.key(name);
    commands.push_back(usage(key));
    commands.push_back(Command::of(count, key));
    commands.push_back(Command::of(range, key, 0, Samples - 1));
    commands.push_back(Command::of(range, key, -Samples, -1));
  }
}

constexpr size_t CommandsPerState = 4;
constexpr size_t CommandsPerQueue = (Lists.size() + Sets.size()) * CommandsPerState + OtherKeys.size();

void appendQueue(std::vector<Command> &commands, const QueueId &queue) {
  appendStates(commands, queue, Lists, "LLEN", "LRANGE");
  appendStates(commands, queue, Sets, "ZCARD", "ZRANGE");
  for (const char *name : OtherKeys)
    commands.push_back(usage(queue.key(name)));
}

SampledQueue takeQueue(std::span<const Reply> replies) {
  SampledQueue queue;
  for (size_t state = 0; state < Lists.size() + Sets.size(); ++state) {
    const auto part = replies.subspan(state * CommandsPerState, CommandsPerState);
    queue.own += replies::integer(part[0]);
    SampledState sampled;
    sampled.count = replies::integer(part[1]);
    sampled.take(part[2]);
    sampled.take(part[3]);
    if (!sampled.ids.empty())
      queue.states.push_back(std::move(sampled));
  }
  for (const Reply &reply : replies.last(OtherKeys.size()))
    queue.own += replies::integer(reply);
  return queue;
}

/// A job that is gone by now takes nothing, and counts as one that does.
qint64 jobsOf(const SampledState &state, std::span<const Reply> sizes) {
  qint64 bytes = 0;
  for (const Reply &size : sizes)
    bytes += replies::integer(size);
  return bytes * state.count / qint64(state.ids.size());
}

} // namespace

Result<std::vector<std::optional<qint64>>>
memoryOf(ReadSession &session, const std::vector<QueueInfo> &queues, std::stop_token stop) {
  std::vector<std::optional<qint64>> all(queues.size());
  std::vector<Command> commands;
  for (const QueueInfo &queue : queues)
    appendQueue(commands, queue.id);
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  std::vector<SampledQueue> sampled;
  commands.clear();
  for (size_t i = 0; i < queues.size(); ++i) {
    const auto part = std::span<const Reply>(*replies).subspan(i * CommandsPerQueue, CommandsPerQueue);
    sampled.push_back(replies::refusal(part) ? SampledQueue() : takeQueue(part));
    if (!replies::refusal(part))
      all[i] = sampled.back().own;
    for (const SampledState &state : sampled.back().states)
      for (const QByteArray &id : state.ids)
        commands.push_back(usage(queues[i].id.key(id)));
  }
  if (commands.empty())
    return all;
  const auto sizes = session.pipeline(commands, stop);
  if (!sizes)
    return fail(sizes.error());
  std::span<const Reply> rest(*sizes);
  for (size_t i = 0; i < queues.size(); ++i)
    for (const SampledState &state : sampled[i].states) {
      *all[i] += jobsOf(state, rest.first(state.ids.size()));
      rest = rest.subspan(state.ids.size());
    }
  return all;
}

} // namespace oxp::reader
