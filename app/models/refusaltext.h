// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/refusal.h"

#include <QString>

namespace oxp {

/// What stands there although some commands were refused.
enum class RefusalPlace {
  Jobs,   ///< a list of jobs
  Queues, ///< the queues of a profile
};

/// "The Redis user may not send LRANGE, HMGET."; empty for none.
QString refusalHeadline(const RefusedCommands &commands);
/// What that costs the person there, a sentence a command.
QString refusalCost(const RefusedCommands &commands, RefusalPlace place);

} // namespace oxp
