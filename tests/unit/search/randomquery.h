// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "unit/json/randomjson.h"

#include <QByteArray>

#include <vector>

namespace oxp {

/// Queries as text, so that the parser is under test as well.
class RandomQuery {
public:
  explicit RandomQuery(RandomJson &dice)
      : m_dice(dice) {}

  QByteArray text(int depth) {
    const int what = depth == 0 ? 9 : m_dice.below(10);
    if (what < 2)
      return text(depth - 1) + pick({" and ", " "}) + text(depth - 1);
    if (what < 3)
      return '(' + text(depth - 1) + " or " + text(depth - 1) + ')';
    if (what < 4)
      return "not (" + text(depth - 1) + ')';
    return condition();
  }

private:
  QByteArray pick(const std::vector<QByteArray> &from) {
    return from[size_t(m_dice.below(int(from.size())))];
  }

  QByteArray condition() {
    const QByteArray op = pick({"=", "=", "!=", ":", ":", "~", "<", "<=", ">", ">="});
    return path() + pick({"", " "}) + op + pick({"", " "}) + (op == "~" ? pattern() : value());
  }

  QByteArray path() {
    QByteArray out("data");
    const int steps = m_dice.below(4);
    for (int i = 0; i < steps; ++i)
      out +=
          pick({".a", ".a", ".b", ".c", ".\"\"", ".\"a#2\"", ".\"x/y\"", ".10", "[*]", "[*]", "[0]", "[1]"});
    return out;
  }

  QByteArray value() {
    return pick({"0",
                 "1",
                 "5",
                 "10",
                 "100",
                 "1e2",
                 "-0",
                 "1.1",
                 "1.10",
                 "9007199254740993",
                 "9007199254740992",
                 "1e400",
                 "1e-999",
                 "123456789012345678901234567890",
                 "0.123456789012345678901234567890",
                 "true",
                 "false",
                 "null",
                 "a",
                 "order",
                 "ORDER",
                 "aorder",
                 "\"\"",
                 "\"\\\"\"",
                 "\"\\\\\"",
                 "/",
                 "//",
                 "\xe8\xae\xa2",
                 "\xe8\xae\xa2\xe5\x8d\x95",
                 "\xf0\x9f\xa6\xac",
                 "\xc3\x89",
                 "\xc3\xa9"
                 "a",
                 "\xc3\x89ORDER",
                 "\"{\"",
                 "[]",
                 "{}",
                 "\" \"",
                 "\",\"",
                 "\"a\\\":\"",
                 "u0061",
                 "ud800"});
  }

  QByteArray pattern() {
    return pick({"^a", "order$", "\"^$\"", "[0-9]{2}", "\\x{8ba2}", "a|b", "^(true|null)$", "\\n"});
  }

  RandomJson &m_dice;
};

} // namespace oxp
