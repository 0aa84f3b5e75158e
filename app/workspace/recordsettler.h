// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "redis/session.h"

#include <QString>

#include <functional>
#include <stop_token>

namespace oxp {

class AuditStore;

/// What became of writes whose end was not known.
struct SettledCount {
  int settled = 0;
  int unknown = 0; ///< looked at, and still not to be told
};

/// Work for the command lane: looks at the jobs of records that began before `startedAt` (ms, this machine's
/// clock) and have no end, because the program or the connection was cut off, and writes down what can be
/// told from the data now. The store outlives the lane.
std::function<Result<SettledCount>(ReadSession &, std::stop_token)>
settleWork(AuditStore *store, QString profileId, qint64 startedAt);

} // namespace oxp
