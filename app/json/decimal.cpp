// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/decimal.h"

#include <QByteArray>

#include <optional>

namespace oxp::json {

namespace {

/// The number is 0.d1d2d3… × 10^exponent with d1 and the last digit not 0; no digits: zero.
struct Decimal {
  bool negative = false;
  QByteArray digits;
  qint64 exponent = 0;
};

constexpr qint64 HugeExponent = 100'000'000'000'000'000;

qint64 parseExponent(QByteArrayView text) {
  const bool negative = text.startsWith('-');
  qint64 value = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      value = qMin(HugeExponent, value * 10 + (c - '0'));
  }
  return negative ? -value : value;
}

Decimal parse(QByteArrayView text) {
  Decimal number;
  number.negative = text.startsWith('-');
  qsizetype mantissaEnd = 0;
  while (mantissaEnd < text.size() && text[mantissaEnd] != 'e' && text[mantissaEnd] != 'E')
    ++mantissaEnd;
  bool fraction = false;
  qint64 point = 0; // digits kept before the point, negative for zeros dropped behind it
  for (const char c : text.first(mantissaEnd)) {
    if (c == '.')
      fraction = true;
    if (c < '0' || c > '9')
      continue;
    const bool leadingZero = c == '0' && number.digits.isEmpty();
    if (!leadingZero)
      number.digits.append(c);
    if (fraction == leadingZero)
      point += fraction ? -1 : 1;
  }
  while (number.digits.endsWith('0'))
    number.digits.chop(1);
  if (number.digits.isEmpty())
    return {};
  number.exponent = point;
  if (mantissaEnd < text.size())
    number.exponent += parseExponent(text.sliced(mantissaEnd + 1));
  number.exponent = qBound(-HugeExponent, number.exponent, HugeExponent);
  return number;
}

/// What most numbers are: whole, and short enough for a machine word.
std::optional<qint64> shortInteger(QByteArrayView text) {
  const bool negative = text.startsWith('-');
  if (text.size() > 18)
    return std::nullopt;
  qint64 value = 0;
  for (const char c : text.sliced(negative ? 1 : 0)) {
    if (c < '0' || c > '9')
      return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

int sign(const Decimal &number) {
  return number.digits.isEmpty() ? 0 : number.negative ? -1 : 1;
}

} // namespace

std::strong_ordering compareNumbers(QByteArrayView a, QByteArrayView b) {
  if (const auto x = shortInteger(a), y = shortInteger(b); x && y)
    return *x <=> *y;
  const Decimal left = parse(a);
  const Decimal right = parse(b);
  if (const auto order = sign(left) <=> sign(right); order != 0 || sign(left) == 0)
    return order;
  std::strong_ordering magnitude = left.exponent <=> right.exponent;
  if (magnitude == 0)
    magnitude = left.digits.compare(right.digits) <=> 0;
  return left.negative ? 0 <=> magnitude : magnitude;
}

} // namespace oxp::json
