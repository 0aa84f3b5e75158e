// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/storestate.h"
#include "base/result.h"

namespace oxp::audit {

/// Checks the records of the store in `folder` on a connection of its own, which is closed at the end:
/// whoever writes there goes on meanwhile. Any thread; takes some seconds for a million records.
Result<VerifyReport> verifyStore(const QString &folder);

} // namespace oxp::audit
