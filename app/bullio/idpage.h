// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/job.h"
#include "redis/session.h"

#include <stop_token>
#include <vector>

namespace oxp {

/// An id as it stands in a state's list or set.
struct ListedJob {
  QByteArray id;
  JobState state = JobState::Unknown;
  QByteArray score; ///< text, where a sorted set was read with its scores; else empty
};

struct IdPage {
  qint64 total = 0;
  std::vector<ListedJob> jobs;
};

/// Ids `offset` to `offset + count` of a state in its own order: waiting and active from the tail (next to
/// run, longest running), completed and failed newest first, the other sets by score. `reversed` turns the
/// whole order round. Waiting is the list `wait`, then what is left in `paused`; BullMQ 4's markers at the
/// tails are left out.
Result<IdPage> readIds(ReadSession &session, const QueueId &queue, JobState state, qint64 offset,
                       qint64 count, bool reversed, std::stop_token stop);

/// How many ids at a list's tail are looked at for markers.
inline constexpr int MarkerWindow = 16;
/// Distances from the tail at which markers stand, ascending; `tail` = LRANGE -MarkerWindow -1.
std::vector<qint64> markerPositions(const std::vector<QByteArray> &tail);

} // namespace oxp
