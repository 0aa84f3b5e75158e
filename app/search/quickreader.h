// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/leaf.h"

#include <memory>

namespace oxp::search {

/// Looks at the one place of a payload that a condition names and skips the rest, by simdjson. Not a judge:
/// of broken JSON it may say anything, and of what it does not understand it says so.
class QuickReader {
public:
  enum class Verdict {
    No,     ///< the condition does not hold, whether the text is JSON or not
    Yes,    ///< it holds if the text is JSON
    Unsure, ///< only the plain evaluation can tell
  };

  QuickReader();
  ~QuickReader();
  QuickReader(QuickReader &&) noexcept;
  QuickReader &operator=(QuickReader &&) noexcept;

  /// The text of the questions that follow; it must live as long.
  void take(QByteArrayView text);
  /// Whether the condition (not its negation) holds at its path, which must have steps.
  Verdict holds(const Leaf &leaf);

private:
  struct State;
  std::unique_ptr<State> m;
};

} // namespace oxp::search
