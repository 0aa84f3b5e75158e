// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <compare>

namespace oxp::json {

/// Compares two JSON numbers by their exact value, whatever their length: 1e2 equals 100, and
/// 9007199254740993 is greater than 9007199254740992. -0 equals 0. Exponents of more than 17 digits count
/// as equally large.
std::strong_ordering compareNumbers(QByteArrayView a, QByteArrayView b);

inline bool sameNumber(QByteArrayView a, QByteArrayView b) {
  return compareNumbers(a, b) == 0;
}

} // namespace oxp::json
