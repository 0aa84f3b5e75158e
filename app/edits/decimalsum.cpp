// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/decimalsum.h"

#include <QByteArray>

#include <algorithm>

namespace oxp::edits {
namespace {

constexpr qint64 MostDigits = 1'000;

/// digits / 10^scale
struct Decimal {
  bool negative = false;
  QByteArray digits; ///< without leading zeros; empty = 0
  qint64 scale = 0;  ///< at least 0
};

QByteArray withoutZeros(QByteArray digits) {
  qsizetype zeros = 0;
  while (zeros < digits.size() && digits[zeros] == '0')
    ++zeros;
  return digits.mid(zeros);
}

std::optional<Decimal> read(QByteArrayView number) {
  Decimal read;
  QByteArray text = number.toByteArray().toLower();
  read.negative = text.startsWith('-');
  if (read.negative)
    text.remove(0, 1);
  qint64 exponent = 0;
  if (const qsizetype e = text.indexOf('e'); e >= 0) {
    bool fits = false;
    exponent = text.mid(e + 1).toLongLong(&fits);
    if (!fits || std::abs(exponent) > MostDigits)
      return std::nullopt;
    text.truncate(e);
  }
  if (const qsizetype point = text.indexOf('.'); point >= 0) {
    read.scale = text.size() - point - 1;
    text.remove(point, 1);
  }
  read.scale -= exponent;
  if (read.scale < 0) {
    text += QByteArray(-read.scale, '0');
    read.scale = 0;
  }
  read.digits = withoutZeros(text);
  return read;
}

/// Of two numbers of as many digits.
QByteArray sum(const QByteArray &a, const QByteArray &b) {
  QByteArray out(a.size() + 1, '0');
  int carry = 0;
  for (qsizetype i = a.size() - 1; i >= 0; --i) {
    const int digit = (a[i] - '0') + (b[i] - '0') + carry;
    out[i + 1] = char('0' + digit % 10);
    carry = digit / 10;
  }
  out[0] = char('0' + carry);
  return out;
}

/// The same; `a` is not the smaller one.
QByteArray difference(const QByteArray &a, const QByteArray &b) {
  QByteArray out(a.size(), '0');
  int borrowed = 0;
  for (qsizetype i = a.size() - 1; i >= 0; --i) {
    const int digit = (a[i] - '0') - (b[i] - '0') - borrowed;
    out[i] = char('0' + (digit + 10) % 10);
    borrowed = digit < 0 ? 1 : 0;
  }
  return out;
}

QByteArray spelled(bool negative, const QByteArray &digits, qint64 scale) {
  QByteArray text = withoutZeros(digits);
  if (text.isEmpty())
    negative = false;
  if (text.size() <= scale)
    text.prepend(QByteArray(scale + 1 - text.size(), '0'));
  if (scale > 0)
    text.insert(text.size() - scale, '.');
  return negative ? '-' + text : text;
}

} // namespace

std::optional<QByteArray> decimalSum(QByteArrayView a, QByteArrayView b) {
  auto left = read(a), right = read(b);
  if (!left || !right)
    return std::nullopt;
  const qint64 scale = std::max(left->scale, right->scale);
  left->digits += QByteArray(scale - left->scale, '0');
  right->digits += QByteArray(scale - right->scale, '0');
  const qsizetype size = std::max(left->digits.size(), right->digits.size());
  left->digits = left->digits.rightJustified(size, '0');
  right->digits = right->digits.rightJustified(size, '0');
  if (left->negative == right->negative)
    return spelled(left->negative, sum(left->digits, right->digits), scale);
  if (left->digits < right->digits)
    std::swap(left, right);
  return spelled(left->negative, difference(left->digits, right->digits), scale);
}

} // namespace oxp::edits
