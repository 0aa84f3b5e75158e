// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/refusal.h"
#include "bull/queue.h"

#include <vector>

namespace oxp {

/// How far discovery is.
struct DiscoveryStatus {
  bool running = false;
  bool complete = false; ///< ended at least once since connecting
  qint64 keysSeen = 0;
  qint64 keysTotal = 0; ///< 0 = not known
  Error error;          ///< of the last run, kind Cancelled when it was stopped
  bool failed = false;
  /// Queues under prefixes that the profile does not name, noticed while its own were looked for.
  std::vector<QueueId> others;
  /// Kept back in the last look that went through: queues are found without it, and less is known of them.
  RefusedCommands missing;

  /// The server's ACL keeps back what it takes, SCAN above all: queues can be opened by their names.
  bool refused() const { return failed && error.kind == ErrorKind::Denied; }
};

} // namespace oxp
