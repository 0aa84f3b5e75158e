// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/naturalorder.h"

namespace oxp {
namespace {

/// Length of the run of ASCII digits at `from`.
qsizetype digitsAt(QStringView text, qsizetype from) {
  qsizetype end = from;
  while (end < text.size() && text[end] >= u'0' && text[end] <= u'9')
    ++end;
  return end - from;
}

} // namespace

int compareTitles(const QString &left, const QString &right) {
  qsizetype l = 0, r = 0;
  while (l < left.size() && r < right.size()) {
    const qsizetype leftDigits = digitsAt(left, l), rightDigits = digitsAt(right, r);
    if (leftDigits > 0 && rightDigits > 0) {
      if (leftDigits != rightDigits)
        return leftDigits < rightDigits ? -1 : 1;
      if (const int order =
              QStringView(left).sliced(l, leftDigits).compare(QStringView(right).sliced(r, rightDigits)))
        return order;
      l += leftDigits;
      r += rightDigits;
      continue;
    }
    const char16_t a = left[l++].toCaseFolded().unicode(), b = right[r++].toCaseFolded().unicode();
    if (a != b)
      return a < b ? -1 : 1;
  }
  if (left.size() - l != right.size() - r)
    return left.size() - l < right.size() - r ? -1 : 1;
  return left.compare(right);
}

} // namespace oxp
