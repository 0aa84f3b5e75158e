// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "bullio/replies.h"

namespace oxp::reader {

namespace {

constexpr size_t CommandsPerQueue = 6;

void appendCommands(std::vector<Command> &commands, const QueueId &queue) {
  commands.push_back(Command::of("LLEN", queue.key("wait")));
  commands.push_back(Command::of("LLEN", queue.key("paused")));
  commands.push_back(Command::of("ZCARD", queue.key("prioritized")));
  commands.push_back(Command::of("ZCARD", queue.key("failed")));
  commands.push_back(Command::of("LINDEX", queue.key("wait"), -1));
  commands.push_back(Command::of("LINDEX", queue.key("paused"), -1));
}

} // namespace

Result<std::vector<Backlog>> backlogs(ReadSession &session, const std::vector<QueueInfo> &queues,
                                      std::stop_token stop) {
  std::vector<Command> commands;
  for (const QueueInfo &queue : queues)
    appendCommands(commands, queue.id);
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  std::vector<Backlog> all;
  std::vector<Command> stamps;
  for (size_t i = 0; i < queues.size(); ++i) {
    const auto own = std::span(*replies).subspan(i * CommandsPerQueue, CommandsPerQueue);
    all.push_back({replies::integer(own[0]) + replies::integer(own[1]) + replies::integer(own[2]),
                   replies::integer(own[3]), 0});
    // The one that is next stands at the tail; the list `paused` is used by Bull 4 and BullMQ 4 and 5.
    const QByteArray next = replies::has(own[4]) ? replies::bytes(own[4]) : replies::bytes(own[5]);
    stamps.push_back(Command::of("HGET", queues[i].id.key(next), "timestamp"));
  }
  const auto made = session.pipeline(stamps, stop);
  if (!made)
    return fail(made.error());
  for (size_t i = 0; i < all.size(); ++i)
    all[i].oldest = replies::integer((*made)[i]);
  return all;
}

} // namespace oxp::reader
