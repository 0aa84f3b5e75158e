// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "bullio/replies.h"

#include <algorithm>

namespace oxp::reader {
namespace {

constexpr size_t QueuesAtOnce = 500;

} // namespace

/// Every family writes `timestamp` into a job's hash, and into none of a queue's other hashes.
Result<std::vector<QueueId>> holders(ReadSession &session, const std::vector<QueueInfo> &queues,
                                     const QByteArray &jobId, std::stop_token stop) {
  std::vector<QueueId> found;
  for (size_t first = 0; first < queues.size(); first += QueuesAtOnce) {
    const size_t end = std::min(queues.size(), first + QueuesAtOnce);
    std::vector<Command> commands;
    for (size_t i = first; i < end; ++i)
      commands.push_back(Command::of("HEXISTS", queues[i].id.key(jobId), "timestamp"));
    const auto replies = session.pipeline(commands, stop);
    if (!replies)
      return fail(replies.error());
    if (const auto refused = replies::refusal(*replies))
      return fail(*refused);
    for (size_t i = first; i < end; ++i)
      if (replies::integer((*replies)[i - first]) > 0)
        found.push_back(queues[i].id);
  }
  return found;
}

} // namespace oxp::reader
