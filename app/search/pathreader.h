// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/matcher.h"
#include "search/query.h"

#include <QByteArrayView>

#include <compare>
#include <memory>

namespace oxp::search {

/// What stands at a path: a value to show and to sort by. Kinds sort in this order.
struct Found {
  enum class Kind { Missing, Null, Boolean, Number, String, Container };
  Kind kind = Kind::Missing;
  QByteArray
      text; ///< a number's token, a string's content (UTF-8), `true`; a container's raw text, cut at `limit`
  bool operator==(const Found &) const = default;
};

/// Reads one path out of many payloads. Not thread-safe: one a lane.
class PathReader {
public:
  /// `limit`: bytes of text that are kept (cut between characters). Numbers stay whole, as one that is cut is
  /// another; of more than 1,000 digits they are texts. What is hidden from the person is Missing; a
  /// container that holds something hidden has no text.
  explicit PathReader(Path path, qsizetype limit = 256, Hides hides = {});
  ~PathReader();
  PathReader(PathReader &&) noexcept;
  PathReader &operator=(PathReader &&) noexcept;
  /// The first value at the path, of duplicate keys the last as a worker sees it; Missing in broken JSON.
  /// For `progress` the stored field: any JSON, a text where it is none, and 0 where it is missing or empty,
  /// as BullMQ reads it.
  Found read(QByteArrayView json);

private:
  struct State;
  std::unique_ptr<State> m;
};

/// By kind, then numbers by exact value and texts by code points, digits in them by value (`ORD-9` before
/// `ORD-10`).
std::strong_ordering compare(const Found &a, const Found &b);
/// The part of it for texts.
std::strong_ordering compareNaturally(QByteArrayView a, QByteArrayView b);

} // namespace oxp::search
