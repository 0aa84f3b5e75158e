// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace oxp::search {

/// A cheap test on the raw bytes of a payload, which every payload passes that can match: the text stands in
/// it, or it holds a way to spell it otherwise (a backslash; for numbers an exponent). Any thread.
struct Prefilter {
  enum class Kind { True, Contains, All, Any };
  Kind kind = Kind::True;
  QByteArray needle;          ///< of Contains; lower case when case does not count
  bool ignoreCase = false;    ///< of ASCII letters
  bool passEscapes = false;   ///< a backslash anywhere passes
  bool passExponents = false; ///< a digit followed by e or E passes
  std::vector<Prefilter> children;

  bool passes(QByteArrayView bytes) const;
  bool isTrue() const { return kind == Kind::True; }
  /// As the server's script takes it, JSON: `{"kind":"contains","needle":"x","ignoreCase":true,
  /// "passEscapes":true,"passExponents":true}` (flags that are false are left out), `{"kind":"all",
  /// "children":[…]}`, `{"kind":"any","children":[…]}`, `{"kind":"true"}`.
  QByteArray toJson() const;
  bool operator==(const Prefilter &) const = default;
};

/// First place of a needle; ASCII letters of `text` count as lower case when `ignoreCase`, and the needle is
/// in lower case then. -1 = none.
qsizetype findBytes(QByteArrayView text, QByteArrayView needle, bool ignoreCase);

} // namespace oxp::search
