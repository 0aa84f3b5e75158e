// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>

#include <set>

namespace oxp {

/// The command that a server's ACL keeps back altogether, such as `SCAN` or `CLIENT LIST`; empty when the
/// error is about a key or a channel, or no refusal of a server. Redis 6 and 7 quote it: "…no permissions to
/// run the 'scan' command".
QByteArray refusedCommand(const Error &error);

/// The commands that a server's ACL kept back while something was read. What came is whole but for what they
/// would have brought.
using RefusedCommands = std::set<QByteArray>;

/// Marks a replica's refusal of a write with the server that takes it, `host:port`.
QByteArray refusalWithPrimary(const QByteArray &line, const QByteArray &primary);
/// The server that takes a write which a replica refused; empty when that is not known.
QString primaryOf(const Error &error);

} // namespace oxp
