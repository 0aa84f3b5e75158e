// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"
#include "redis/session.h"

namespace oxp {

/// Whether a queue is paused, as any of the libraries says it, and what its two waiting lists hold.
struct PausedFlag {
  bool paused = false;
  qint64 waiting = 0;    ///< ids in `wait`
  qint64 pausedList = 0; ///< ids in `paused`
};

inline Result<PausedFlag> readPausedFlag(ReadSession &session, const QueueId &queue, std::stop_token stop) {
  const auto replies = session.pipeline(
      {Command::of("HEXISTS", queue.key("meta"), "paused"), Command::of("EXISTS", queue.key("meta-paused")),
       Command::of("LLEN", queue.key("wait")), Command::of("LLEN", queue.key("paused"))},
      stop);
  if (!replies)
    return fail(replies.error());
  for (const Reply &reply : *replies) {
    if (const auto number = reply.asInt(); !number)
      return fail(number.error());
  }
  PausedFlag flag;
  flag.paused = (*replies)[0].integer > 0 || (*replies)[1].integer > 0;
  flag.waiting = (*replies)[2].integer;
  flag.pausedList = (*replies)[3].integer;
  return flag;
}

} // namespace oxp
