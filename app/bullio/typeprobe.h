// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bullio/replies.h"
#include "redis/command.h"

/// Whether a key is of a type, for users who may not send TYPE: by a command that answers for that type
/// alone. Where that one is refused too, nothing is shown.
namespace oxp::typeprobe {

/// `type` as TYPE calls it: string, hash, list, zset or stream.
inline Command command(QByteArrayView type, const QByteArray &key) {
  return Command::of(type == "string" ? "STRLEN"
                     : type == "hash" ? "HLEN"
                     : type == "list" ? "LLEN"
                     : type == "zset" ? "ZCARD"
                                      : "XLEN",
                     key);
}

/// The reply of another type's key is an error, and that of none is 0. An empty stream goes unseen.
inline bool shows(const Reply &reply) {
  return replies::integer(reply) > 0;
}

} // namespace oxp::typeprobe
