// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/backoff.h"
#include "bull/queue.h"
#include "policy/rules.h"
#include "workspace/profile.h"

#include <functional>
#include <vector>

namespace oxp {

class AuditStore;
class ScriptRegistry;

/// What a profile's session is made of.
struct SessionSetup {
  Profile profile;
  SecretString password;
  SecretString keyPassphrase;  ///< of the client certificate's key
  bool passwordKnown = false;  ///< false: none is stored, ask when the server wants one
  QString who;                 ///< user@host for records
  AuditStore *audit = nullptr; ///< outlives the session
  const ScriptRegistry *scripts = nullptr;
  policy::SharedRules rules; ///< which fields are masked, what a write needs; never null
  std::function<policy::ReviewSetting()> review;
  /// Queues of an earlier time: known at once, corrected by the first discovery.
  std::vector<QueueInfo> knownQueues;
  int pollMs = 10'000;      ///< the slow poll, for what has no event
  int pulseMs = 2'000;      ///< the open job's mark
  int rediscoverMs = 8'000; ///< from one look for new queues to the next; longer on a large server
  Backoff::Limits backoff;
};

} // namespace oxp
