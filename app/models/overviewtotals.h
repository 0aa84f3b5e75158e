// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overviewrow.h"

#include <vector>

namespace oxp {

/// Sums over all queues of a profile. Nothing where not one queue is known to it.
struct OverviewTotals {
  std::optional<qint64> waiting, prioritized, active, delayed, waitingChildren, failed;
  std::optional<qint64> failedHour, failedHourBefore;
  FailureBars::Hour bars{};
  qint64 nextDelayed = 0; ///< ms by the server's clock; 0 = none, or not known
  int queues = 0, groups = 0;
  int withFailed = 0, paused = 0;
  std::optional<qint64> workers;
  int lackWorkers = 0; ///< queues in which jobs wait and no worker is
  bool operator==(const OverviewTotals &) const = default;
};

OverviewTotals totalsOf(const std::vector<OverviewRow> &rows, qint64 now);

} // namespace oxp
