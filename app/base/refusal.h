// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace oxp {

/// The command that a server's ACL keeps back altogether, such as `SCAN` or `CLIENT LIST`; empty when the
/// error is about a key or a channel, or no refusal of a server. Redis 6 and 7 quote it: "…no permissions to
/// run the 'scan' command".
QByteArray refusedCommand(const Error &error);

} // namespace oxp
