// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/linestyler.h"

#include <algorithm>

namespace oxp {
namespace {

bool isWordByte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         byte == '+' || byte == '-' || byte == '.' || byte == '_';
}

/// Behind the closing quote, or the end of the line when there is none.
qsizetype stringEnd(QByteArrayView line, qsizetype start) {
  for (qsizetype i = start + 1; i < line.size(); ++i) {
    if (line[i] == '\\')
      ++i;
    else if (line[i] == '"')
      return i + 1;
  }
  return -1;
}

bool isKey(QByteArrayView line, qsizetype end) {
  while (end < line.size() && (line[end] == ' ' || line[end] == '\t'))
    ++end;
  return end < line.size() && line[end] == ':';
}

void styleEscapes(QByteArrayView line, qsizetype from, qsizetype to, QByteArray &styles) {
  for (qsizetype i = from; i + 1 < to; ++i) {
    if (line[i] != '\\')
      continue;
    const qsizetype length = line[i + 1] == 'u' ? 6 : 2;
    for (qsizetype k = i; k < std::min(i + length, to); ++k)
      styles[k] = EscapeStyle;
    i += length - 1;
  }
}

EditorStyle wordStyle(QByteArrayView word) {
  if (word == QByteArrayView("true") || word == QByteArrayView("false") || word == QByteArrayView("null"))
    return LiteralStyle;
  const char first = word.front();
  return first == '-' || (first >= '0' && first <= '9') ? NumberStyle : BrokenStyle;
}

} // namespace

QByteArray styleOf(QByteArrayView line) {
  QByteArray styles(line.size(), PlainStyle);
  const auto paint = [&](qsizetype from, qsizetype to, char style) {
    std::fill(styles.begin() + from, styles.begin() + to, style);
  };
  for (qsizetype i = 0; i < line.size();) {
    const char byte = line[i];
    if (byte == '"') {
      const qsizetype end = stringEnd(line, i);
      const qsizetype to = end < 0 ? line.size() : end;
      paint(i, to, end < 0 ? BrokenStyle : isKey(line, end) ? PropertyStyle : StringStyle);
      if (end >= 0)
        styleEscapes(line, i + 1, to - 1, styles);
      i = to;
    } else if (isWordByte(byte)) {
      qsizetype to = i;
      while (to < line.size() && isWordByte(line[to]))
        ++to;
      paint(i, to, wordStyle(line.sliced(i, to - i)));
      i = to;
    } else {
      if (byte != ' ' && byte != '\t' && byte != '\r' && byte != '\n')
        styles[i] = uchar(byte) < 0x80 ? PunctuationStyle : PlainStyle;
      ++i;
    }
  }
  return styles;
}

} // namespace oxp
