// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/refusal.h"
#include "base/result.h"
#include "bull/detection.h"
#include "redis/session.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace oxp {

/// What was read of queues, in their order.
struct Inspection {
  /// Nothing in the place of a queue whose keys this user may not see (SCAN names them all the same).
  std::vector<std::optional<QueueEvidence>> evidence;
  RefusedCommands refused; ///< without them there is less evidence
};

/// Reads the traces by which a queue's library is told, of many queues in two round trips; in one more where
/// TYPE is kept back.
Result<Inspection> inspectQueues(ReadSession &session, std::span<const QueueId> ids, std::stop_token stop);

} // namespace oxp
