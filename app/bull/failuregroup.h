// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/fingerprint.h"
#include "bull/queue.h"

#include <array>
#include <vector>

namespace oxp {

/// A failed job as an example of its group.
struct FailureExample {
  QueueInfo queue;
  QByteArray jobId;
  qint64 finished = 0;   ///< ms
  QByteArray error = {}; ///< the first line of what it failed with, its beginning
  bool operator==(const FailureExample &) const = default;
};

/// Failed jobs of one fingerprint.
struct FailureGroup {
  static constexpr size_t Buckets = 24;
  static constexpr size_t MostExamples = 5;
  static constexpr size_t MostQueues = 20;

  Fingerprint print;
  qint64 count = 0;
  qint64 first = 0, last = 0;           ///< ms: the earliest and the latest finishedOn
  std::array<qint64, Buckets> course{}; ///< failures over the report's time, in equal parts
  std::vector<FailureExample> examples; ///< the latest
  std::vector<QueueId> queues;          ///< where it was seen, at most MostQueues
  bool operator==(const FailureGroup &) const = default;
};

struct FailureReport {
  std::vector<FailureGroup> groups; ///< the largest first
  qint64 from = 0, to = 0;          ///< ms: what `course` spans
  qint64 looked = 0, total = 0;     ///< failed jobs, each counted once
  qint64 ungrouped = 0;             ///< beyond the most groups that are kept apart
  bool lostTrack = false;           ///< a queue moved faster than it could be read: some may be missing
  bool complete = false;
};

} // namespace oxp
