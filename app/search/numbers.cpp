// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/numbers.h"

#include <utility>

namespace oxp::search {

namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// A number's parts: the digits of the mantissa and where its point stands among them.
struct Mantissa {
  QByteArray digits;
  qint64 point = 0;
  bool negative = false;
};

std::optional<Mantissa> mantissaOf(QByteArrayView number, qsizetype most) {
  Mantissa out;
  out.negative = number.startsWith('-');
  qint64 fraction = 0;
  bool inFraction = false;
  qsizetype i = 0;
  for (; i < number.size() && (number[i] | 0x20) != 'e'; ++i) {
    inFraction = inFraction || number[i] == '.';
    if (isDigit(number[i])) {
      out.digits.append(number[i]);
      fraction += inFraction ? 1 : 0;
    }
  }
  qint64 exponent = 0;
  if (i < number.size()) {
    bool fits = false;
    exponent = number.sliced(i + 1).toByteArray().toLongLong(&fits);
    if (!fits || qAbs(exponent) > most)
      return std::nullopt;
  }
  out.point = out.digits.size() - fraction + exponent;
  return out;
}

} // namespace

bool isJsonNumber(QByteArrayView text) {
  const char *p = text.data();
  const char *end = p + text.size();
  const auto digits = [&] {
    const char *from = p;
    while (p != end && isDigit(*p))
      ++p;
    return p != from;
  };
  if (p != end && *p == '-')
    ++p;
  if (p != end && *p == '0')
    ++p;
  else if (!digits())
    return false;
  if (p != end && *p == '.' && (++p, !digits()))
    return false;
  if (p != end && (*p == 'e' || *p == 'E')) {
    ++p;
    if (p != end && (*p == '+' || *p == '-'))
      ++p;
    if (!digits())
      return false;
  }
  return p == end;
}

std::optional<QByteArray> canonicalDecimal(QByteArrayView number, qsizetype most) {
  std::optional<Mantissa> mantissa = mantissaOf(number, most);
  if (!mantissa || mantissa->digits.size() > most)
    return std::nullopt;
  QByteArray &digits = mantissa->digits;
  if (mantissa->point < 1)
    digits.prepend(QByteArray(1 - mantissa->point, '0'));
  const qsizetype whole = qMax<qint64>(1, mantissa->point);
  if (digits.size() < whole)
    digits.append(QByteArray(whole - digits.size(), '0'));
  qsizetype leading = 0;
  while (leading + 1 < whole && digits[leading] == '0')
    ++leading;
  QByteArray fraction = digits.sliced(whole);
  while (fraction.endsWith('0'))
    fraction.chop(1);
  QByteArray out = digits.sliced(leading, whole - leading);
  if (!fraction.isEmpty())
    out += '.' + fraction;
  return mantissa->negative && out != "0" ? '-' + out : out;
}

std::optional<QByteArray> readSize(QByteArrayView text) {
  static constexpr std::pair<const char *, int> Units[] = {{"kb", 3}, {"mb", 6}, {"gb", 9}, {"b", 0}};
  const QByteArray lower = text.toByteArray().toLower();
  for (const auto &[unit, power] : Units) {
    if (!lower.endsWith(unit))
      continue;
    const QByteArray number = lower.chopped(qsizetype(qstrlen(unit))).trimmed();
    if (!isJsonNumber(number) || number.contains('e'))
      return std::nullopt;
    return canonicalDecimal(number + 'e' + QByteArray::number(power));
  }
  return isJsonNumber(text) ? std::optional(text.toByteArray()) : std::nullopt;
}

} // namespace oxp::search
