// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"
#include "bull/queuefacts.h"

namespace oxp {

/// A queue in the overview of its profile.
struct OverviewRow {
  QueueInfo info;
  QByteArray group; ///< as queueGroups() names it; empty = none
  std::optional<QueueCounts> counts;
  QueueFacts facts;

  std::optional<qint64> of(JobState state) const {
    return counts ? std::optional(counts->of(state)) : std::nullopt;
  }
  /// With those that have a priority.
  std::optional<qint64> waiting() const {
    return counts ? std::optional(counts->of(JobState::Waiting) + counts->of(JobState::Prioritized))
                  : std::nullopt;
  }
  bool paused() const { return counts && counts->paused; }
  /// Jobs wait, nobody has paused the queue, and no worker is there to take them.
  bool lacksWorkers() const { return waiting().value_or(0) > 0 && !paused() && facts.workers == 0; }

  bool operator==(const OverviewRow &) const = default;
};

} // namespace oxp
