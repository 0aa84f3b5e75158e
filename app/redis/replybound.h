// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/command.h"

#include <algorithm>
#include <span>

namespace oxp {

/// What one reply may hold. A server that sends more is not believed, and costs no more memory than this.
struct ReplyBound {
  qint64 bytes = 0; ///< of all texts in it
  qint64 items = 0; ///< of all arrays in it, those inside of others too

  /// Enough for either.
  ReplyBound widest(const ReplyBound &other) const {
    return {std::max(bytes, other.bytes), std::max(items, other.items)};
  }
  bool operator==(const ReplyBound &) const = default;
};

/// A value in Redis is no longer than this (its default for proto-max-bulk-len).
inline constexpr qint64 LongestValue = 512LL * 1024 * 1024;

/// What the reply to a command may hold: what was asked for, generously. `valueBytes` is how long a value
/// that it asks for is known to be, 0 where nobody knows. Verbs that are in no table may answer 65,536 items
/// and 16 MiB.
ReplyBound boundFor(const Command &command, qint64 valueBytes = 0);

/// What the texts of all replies to commands that are sent together may hold, each within its own bound: as
/// much as the values that are asked for are known to be, else two of the longest; no less than one of the
/// replies may hold by itself.
qint64 bytesTogether(std::span<const Command> commands, qint64 valueBytes = 0);

} // namespace oxp
