// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/failuregroup.h"
#include "redis/session.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace oxp {

/// Groups the failed jobs of some queues by what they have in common, each job once; `tell` gets the groups
/// so far, every so many milliseconds at most. At most 2,000 groups are kept apart. Lane thread.
Result<FailureReport> groupFailures(ReadSession &session, const std::vector<QueueInfo> &queues,
                                    const std::function<void(FailureReport)> &tell, std::stop_token stop,
                                    qint64 tellEveryMs = 250);

} // namespace oxp
