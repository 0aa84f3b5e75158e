// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/refusal.h"
#include "base/result.h"
#include "bull/queue.h"
#include "bullio/otherprefixes.h"
#include "redis/session.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace oxp {

/// Finds queues by incremental SCAN (never KEYS), in slices, telling as it finds. Lane thread.
class Discovery {
public:
  struct Progress {
    std::vector<QueueInfo> found; ///< new since the last call
    qint64 keysSeen = 0;
    qint64 keysTotal = 0; ///< DBSIZE at the start, 0 when refused
    /// What lies under other prefixes than those that were asked for: told when more of it was noticed, and
    /// at the end with what is not there any more left out. For the next run().
    std::optional<OtherPrefixes> others = std::nullopt;
    RefusedCommands missing = {}; ///< kept back so far: less is known of the queues than could be
  };
  /// `prefixes`: which to look for; empty or `*` = all. `tell` is called on the lane's thread about every 100
  /// ms. Queues that are `known` are looked for, but not inspected again: what they are seldom changes. Those
  /// of `first` are inspected before the keys are walked through, and told at once when they are still there.
  /// `others`, as an earlier run told it: queues under other prefixes are noticed as well. They are not
  /// inspected: their number counts.
  static Result<std::vector<QueueInfo>> run(ReadSession &session, const std::vector<QByteArray> &prefixes,
                                            const std::function<void(Progress)> &tell, std::stop_token stop,
                                            const std::vector<QueueInfo> &known = {},
                                            const std::vector<QueueId> &first = {},
                                            std::optional<OtherPrefixes> others = std::nullopt);
  /// Commands that looking through so many keys takes, more or less.
  static qint64 scansFor(qint64 keys);
  /// Family and version of one queue from its keys (bullmq-protocol section 1.9).
  static Result<QueueInfo> inspect(ReadSession &session, const QueueId &id, std::stop_token stop);
  /// The same of a queue that somebody names; NotFound (`no-queue`) when nothing of one is there.
  static Result<QueueInfo> find(ReadSession &session, const QueueId &id, std::stop_token stop);
};

} // namespace oxp
