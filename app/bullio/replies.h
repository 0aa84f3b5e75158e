// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/refusal.h"
#include "redis/flatreplies.h"
#include "redis/reply.h"

#include <optional>
#include <span>

/// Short ways to read what a pipeline of reads brought back.
namespace oxp::replies {

inline bool isWrongType(const Reply &reply) {
  return reply.isError() && reply.bytes.startsWith("WRONGTYPE");
}

/// The first error that is not about a key's type: the server refused, or the user may not.
inline std::optional<Error> refusal(std::span<const Reply> replies) {
  for (const Reply &reply : replies) {
    if (reply.isError() && !isWrongType(reply))
      return reply.error();
  }
  return std::nullopt;
}

/// What was refused of a pipeline that is useful without some of it.
struct Refusals {
  RefusedCommands commands;   ///< the user may not send them at all
  std::optional<Error> other; ///< the first refusal of another kind, such as of a key
};
inline Refusals refusals(std::span<const Reply> replies) {
  Refusals refused;
  for (const Reply &reply : replies) {
    if (!reply.isError() || isWrongType(reply))
      continue;
    const std::optional<Error> error = reply.error();
    if (const QByteArray command = refusedCommand(*error); !command.isEmpty())
      refused.commands.insert(command);
    else if (!refused.other)
      refused.other = error;
  }
  return refused;
}

/// The same of one piece.
inline std::optional<Error> refusal(const FlatReplies &replies, const FlatReplies::Piece &piece) {
  if (piece.type != Reply::Type::Error || replies.bytes(piece).startsWith("WRONGTYPE"))
    return std::nullopt;
  return errorFromServer(replies.bytes(piece).toByteArray());
}

inline qint64 integer(const Reply &reply) {
  return reply.asInt().value_or(0);
}

/// The bytes; null for Nil and errors.
inline QByteArray bytes(const Reply &reply) {
  return reply.asBytes().value_or(QByteArray());
}

inline std::vector<QByteArray> list(const Reply &reply) {
  return reply.asBytesList().value_or(std::vector<QByteArray>());
}

/// An answer that is there: no error, not Nil.
inline bool has(const Reply &reply) {
  return !reply.isError() && !reply.isNil();
}

} // namespace oxp::replies
