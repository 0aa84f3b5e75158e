// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/analysis.h"

#include "ui/editor/changedlines.h"

#include <QChar>

#include <algorithm>

namespace oxp {
namespace {

constexpr qsizetype MarkSize = 4;
constexpr char MarkLead = '\xf3';

} // namespace

Analysis analyse(const QByteArray &text, const json::Elisions &elisions, const QByteArray &base) {
  Analysis result;
  auto scan = std::make_shared<json::Scan>(json::scan(text, &elisions));
  result.folds = FoldTable(text, *scan);
  if (scan->error)
    result.errorPlace = json::lineColumn(text, scan->error->offset);
  result.scan = std::move(scan);
  result.changed = changedLines(base, text);
  result.size = text.size();
  result.ascii = std::none_of(text.begin(), text.end(), [](char byte) { return uchar(byte) >= 0x80; });
  return result;
}

std::vector<MarkPlace> marksIn(QByteArrayView text, qint64 offset, const json::Elisions &elisions) {
  std::vector<MarkPlace> places;
  if (elisions.isEmpty())
    return places;
  for (qsizetype at = text.indexOf(MarkLead); at >= 0; at = text.indexOf(MarkLead, at + 1)) {
    const int number = json::Elisions::markAt(text, at);
    if (number >= 0 && number < elisions.size())
      places.push_back({offset + at, number});
  }
  return places;
}

QByteArray escapeMarks(const QByteArray &text) {
  if (!text.contains(MarkLead))
    return text;
  QByteArray out;
  qsizetype from = 0;
  for (qsizetype at = text.indexOf(MarkLead); at >= 0; at = text.indexOf(MarkLead, at + 1)) {
    const int number = json::Elisions::markAt(text, at);
    if (number < 0)
      continue;
    const char32_t character = json::Elisions::First + char32_t(number);
    out += QByteArrayView(text).sliced(from, at - from);
    for (const char16_t half : {QChar::highSurrogate(character), QChar::lowSurrogate(character)})
      out += "\\u" + QByteArray::number(half, 16);
    from = at + MarkSize;
  }
  return out + QByteArrayView(text).sliced(from).toByteArray();
}

} // namespace oxp
