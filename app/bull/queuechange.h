// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <QSet>

namespace oxp {

/// What a queue's events told since the last look, folded: thousands of events become one of these.
struct QueueChange {
  QueueId queue;
  QSet<QByteArray> jobs;      ///< jobs that events named, as long as there are few
  QSet<QByteArray> completed; ///< those of `jobs` that completed; such a job may be gone by now
  bool allJobs = false;       ///< more than `jobs` holds may have changed
  bool resync = false;        ///< events were lost (trimmed, skipped, or nobody listened): read all again
  /// Of a queue that is listened to anew: when its newest event came, ms by the server's clock; 0 = there has
  /// been none, -1 = who knows.
  qint64 lastEventMs = -1;
  int events = 0;
  int failed = 0;  ///< of these, jobs that failed
  int stalled = 0; ///< and jobs that a worker had lost

  /// Whether something may have happened to this job.
  bool concerns(const QByteArray &jobId) const { return allJobs || resync || jobs.contains(jobId); }
  bool operator==(const QueueChange &) const = default;
};

} // namespace oxp
