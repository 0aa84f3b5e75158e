// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <vector>

namespace oxp {

/// What lies under one prefix, for somebody who decides which to connect to.
struct PrefixSummary {
  QByteArray prefix;
  std::vector<QueueInfo> kinds; ///< a queue of each library and version that there is
  int queues = 0;
  qint64 jobs = 0;     ///< in all states
  qint64 newestMs = 0; ///< when something last happened to a job, ms since the epoch; 0 = not known
  std::vector<QByteArray> newestQueues; ///< the names of the queues that moved last, the newest first

  bool operator==(const PrefixSummary &) const = default;
};

} // namespace oxp
