// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/command.h"
#include "redis/reply.h"

#include <span>

namespace oxp::redis {

/// A server's error line as it may be kept and shown: one line of at most 300 bytes, without the arguments
/// that a server repeats when it does not know a command ("…, with args beginning with: …").
QByteArray plainErrorLine(const QByteArray &line);

/// Takes out of the error lines in a reply what they repeat of the commands' arguments: those may be payload,
/// or the source of a script.
void dropEchoes(Reply &reply, std::span<const Command> commands);

} // namespace oxp::redis
