// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/utf8.h"

#include "json/scanner.h"

#include <cstring>

namespace oxp::json {

qsizetype invalidUtf8At(QByteArrayView text) {
  const auto *begin = reinterpret_cast<const uchar *>(text.data());
  const uchar *end = begin + text.size();
  const uchar *p = begin;
  while (p != end) {
    quint64 word;
    if (end - p >= 8 && (std::memcpy(&word, p, 8), (word & 0x8080808080808080) == 0)) {
      p += 8;
      continue;
    }
    const int length = utf8Length(p, end);
    if (length == 0)
      return p - begin;
    p += length;
  }
  return -1;
}

LineColumn lineColumn(QByteArrayView text, qsizetype offset) {
  const auto *begin = reinterpret_cast<const uchar *>(text.data());
  const uchar *end = begin + text.size();
  const uchar *stop = begin + qBound(qsizetype(0), offset, text.size());
  const uchar *lineStart = begin;
  LineColumn place;
  for (const uchar *p = begin; p < stop; ++p) {
    const bool lineEnd = *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n'));
    if (lineEnd) {
      ++place.line;
      lineStart = p + 1;
    }
  }
  for (const uchar *p = lineStart; p < stop; p += qMax(1, utf8Length(p, end)))
    ++place.column;
  return place;
}

} // namespace oxp::json
