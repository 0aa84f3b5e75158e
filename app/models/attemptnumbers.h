// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

namespace oxp {

/// What says which attempt a kept trace is of.
struct AttemptFacts {
  int made = 0;             ///< attempts that have ended
  int limit = -1;           ///< opts.stackTraceLimit; -1 = not said
  bool keepsOldest = false; ///< and it is the oldest traces that are kept then
  bool newestTold = true;   ///< the newest trace tells the failedReason, or there is none

  bool operator==(const AttemptFacts &) const = default;
};

/// Of a job as it was read. BullMQ 4 counts an attempt when it starts (attemptsMade), BullMQ 5, 6 and Bull 4
/// when it ends. With a stackTraceLimit BullMQ before 5.4.6 keeps the oldest traces, all others the newest.
AttemptFacts attemptFacts(const QueueInfo &queue, const JobDetail &detail);

/// The attempt (from 1) of the trace at `index` of `count`, oldest first; 0 where it cannot be told: not
/// every attempt leaves a trace (a job that stalled has none), and a retry may begin to count anew.
qint64 attemptNumber(const AttemptFacts &facts, qint64 count, qint64 index);

} // namespace oxp
