// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/fieldtext.h"

#include <cmath>

namespace oxp::fieldtext {

qint64 number(const QByteArray &text) {
  bool whole = false;
  const qint64 value = text.toLongLong(&whole);
  if (whole)
    return value;
  const double real = text.toDouble();
  constexpr double Limit = 9007199254740992.0; // beyond it a double is no exact count of anything
  return std::isfinite(real) && std::abs(real) <= Limit ? static_cast<qint64>(real) : 0;
}

qint64 dueFromScore(const QByteArray &score) {
  const double value = std::floor(score.toDouble() / 4096.0);
  return std::isfinite(value) ? static_cast<qint64>(value) : 0;
}

QByteArray cutUtf8(const QByteArray &text, qsizetype limit) {
  if (text.size() <= limit)
    return text;
  qsizetype end = limit;
  while (end > limit - 3 && (static_cast<uchar>(text[end]) & 0xc0) == 0x80)
    --end;
  return text.left(end);
}

} // namespace oxp::fieldtext
