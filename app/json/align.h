// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/tree.h"

#include <optional>
#include <utility>

namespace oxp::json {

using IndexPair = std::pair<quint32, quint32>;

/// The exact search compares every element with every other; this many comparisons are spent on one
/// pair of texts, and arrays that come later are aligned by their common head and tail alone.
struct AlignmentBudget {
  qint64 comparisons = 64'000'000;
};

/// A longest, or nearly longest, common subsequence: index pairs, increasing on both sides. Exact for few
/// differences at any length and for up to 2,000 elements beyond the common head and tail.
std::vector<IndexPair> commonSubsequence(const std::vector<quint64> &a, const std::vector<quint64> &b,
                                         AlignmentBudget &budget);

/// The children of two containers side by side.
struct Alignment {
  std::vector<quint32> before;  ///< first tokens (keys, in objects) of one container's children
  std::vector<quint32> after;   ///< and of the other's
  std::vector<IndexPair> kept;  ///< indexes into both that belong together, increasing on both sides
  std::vector<IndexPair> moved; ///< members that belong together, but changed their place; by `second`

  /// Calls `gap(i, iEnd, j, jEnd)` for the children between kept pairs, and `pair(i, j)` for each of those.
  template <typename Gap, typename Pair>
  void walk(Gap gap, Pair pair) const {
    quint32 i = 0;
    quint32 j = 0;
    for (const auto &[nextI, nextJ] : kept) {
      gap(i, nextI, j, nextJ);
      pair(nextI, nextJ);
      i = nextI + 1;
      j = nextJ + 1;
    }
    gap(i, quint32(before.size()), j, quint32(after.size()));
  }
};

/// Elements that are equal by their hash belong together. What is known of the ends is not looked at.
Alignment alignElements(const Tree &a, quint32 begin, const Tree &b, quint32 beginB, AlignmentBudget &budget,
                        const std::optional<KnownEnds> &known = {});

/// Members with the same key belong together, the first `a` with the first `a` and so on.
Alignment alignMembers(const Tree &a, quint32 begin, const Tree &b, quint32 beginB,
                       const std::optional<KnownEnds> &known = {});

} // namespace oxp::json
