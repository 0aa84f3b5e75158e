// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/runjournal.h"
#include "operations/accesscheck.h"
#include "operations/attemptrecord.h"
#include "operations/ratelimit.h"
#include "policy/rules.h"

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>

namespace oxp {

/// What a run works with.
struct BulkSetup {
  qint64 run = 0;
  OperationRequest wish; ///< operation, queue, arguments, reason; of no job
  Author author;
  AuditStore *audit = nullptr;
  const ScriptRegistry *scripts = nullptr;
  std::shared_ptr<AccessCheck> access; ///< of the lane
  std::shared_ptr<RateLimit> rate;
  policy::SharedRules rules;
  std::shared_ptr<std::atomic<bool>> pause; ///< set: no further slice is begun
};

/// How far a run has come.
struct BulkProgress {
  qint64 run = 0;
  audit::RunCounts counts;
  bool waiting = false; ///< for the rate limit
};

/// Carries a run on from where the journal says it stands, slice after slice: first what was under way when
/// it was cut off is settled, then the rest is done, each job at most once. Ends when every job has its end,
/// when it is to pause or stop (within one slice), or with the error that broke it off; the journal says then
/// what became of each job, and this carries on from it, over a new connection and after a new start. Lane
/// thread.
Result<audit::RunCounts> carryOn(const BulkSetup &setup, WriteSession &session, std::stop_token stop,
                                 const std::function<void(const BulkProgress &)> &tell);

} // namespace oxp
