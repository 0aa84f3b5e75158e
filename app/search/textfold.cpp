// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/textfold.h"

#include "search/prefilter.h"
#include "json/utf8.h"

#include <QString>

#include <algorithm>

namespace oxp::search {

namespace {

bool isAscii(char c) {
  return uchar(c) < 0x80;
}

char lowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

void appendFolded(QByteArray &out, char32_t c) {
  const char32_t other = QChar::toCaseFolded(c);
  out.append(QString::fromUcs4(other < 0x80 ? &c : &other, 1).toUtf8());
}

} // namespace

QByteArray folded(QByteArrayView text) {
  QByteArray out;
  out.reserve(text.size());
  const auto *p = reinterpret_cast<const uchar *>(text.data());
  const auto *end = p + text.size();
  while (p != end) {
    const int length = json::utf8Length(p, end);
    if (length <= 1)
      out.append(lowerAscii(char(*p)));
    else
      appendFolded(out, json::utf8Decode(p, length));
    p += qMax(1, length);
  }
  return out;
}

QByteArrayView longestAsciiRun(QByteArrayView text) {
  QByteArrayView best = text.first(0);
  for (qsizetype i = 0; i < text.size(); ++i) {
    const qsizetype from = i;
    while (i < text.size() && isAscii(text[i]))
      ++i;
    if (i - from > best.size())
      best = text.sliced(from, i - from);
  }
  return best;
}

FoldedNeedle::FoldedNeedle(QByteArrayView text)
    : m_needle(folded(text))
    , m_run(longestAsciiRun(m_needle).toByteArray()) {}

bool FoldedNeedle::in(QByteArrayView text) const {
  if (findBytes(text, m_run, true) < 0)
    return false;
  return m_run.size() == m_needle.size() || findBytes(folded(text), m_needle, false) >= 0;
}

} // namespace oxp::search
