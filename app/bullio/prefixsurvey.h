// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/prefixsummary.h"
#include "redis/session.h"

#include <stop_token>
#include <vector>

namespace oxp {

/// Queues of which the newest job is looked for; of the others only the counts are read.
inline constexpr size_t MostDatedQueues = 500;

/// What lies under each prefix of these queues, in order of their jobs' time, the newest first: counts in the
/// usual pipelines, and two more for the times. Reads only. Lane thread.
Result<std::vector<PrefixSummary>> surveyPrefixes(ReadSession &session, const std::vector<QueueInfo> &queues,
                                                  std::stop_token stop);

} // namespace oxp
