// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/queuechange.h"
#include "redis/session.h"

#include <QHash>

#include <stop_token>
#include <vector>

/// The events that BullMQ 4 to 6 write to `<queue>:events` (bullmq-protocol 1.7, 4.12), of many queues by one
/// XREAD. Lane thread; a lane of their own, because XREAD blocks. No payload is kept.
namespace oxp::events {

/// How far a queue's stream was read.
struct Place {
  QByteArray lastId;   ///< an entry's id; empty = this queue's events may not be read
  bool speaks = false; ///< its stream exists: what happens there is told
  bool operator==(const Place &) const = default;
};
using Cursor = QHash<QueueId, Place>;

struct Options {
  std::chrono::milliseconds block{2'000}; ///< how long to wait for the first event; 0 = do not wait
  int entries = 20'000;                   ///< over all streams and one XREAD
  int jobs = 200;                         ///< named in one change
  int rounds = 4; ///< XREADs at most, before what is left is skipped and told as a resync
};

struct Batch {
  Cursor cursor; ///< for the next read()
  std::vector<QueueChange> changes;
  int events = 0;
};

/// What happened since `cursor`. Queues that it does not hold yet begin at their streams' ends and come back
/// at once as a resync, without waiting: who counts them after that misses nothing. A queue whose events the
/// user may not read, or whose key is no stream, gets an empty place and is left out from then on. Denied
/// where XREAD itself is refused.
Result<Batch> read(ReadSession &session, const std::vector<QueueId> &queues, Cursor cursor,
                   const Options &options, std::stop_token stop);

} // namespace oxp::events
