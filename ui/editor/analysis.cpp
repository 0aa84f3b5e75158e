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

qint64 elidedSize(const json::Elision &value) {
  if (value.kind != json::TokenKind::ObjectBegin && value.kind != json::TokenKind::ArrayBegin)
    return value.bytes.size();
  return compactSize(json::scan(value.bytes), value.bytes, {});
}

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
  if (result.scan->valid())
    result.compactSize = compactSize(*result.scan, text, elisions);
  result.ascii = std::none_of(text.begin(), text.end(), [](char byte) { return uchar(byte) >= 0x80; });
  return result;
}

qint64 compactSize(const json::Scan &scan, QByteArrayView text, const json::Elisions &elisions) {
  qint64 size = 0;
  const json::Token *before = nullptr;
  for (const json::Token &token : scan.tokens) {
    const bool first = !before || before->opens() || before->kind == json::TokenKind::Key;
    size += token.length;
    if (!first && !token.closes())
      ++size; // the comma before it
    if (token.kind == json::TokenKind::Key)
      ++size; // the colon behind it
    if (token.kind == json::TokenKind::Elided)
      size += elidedSize(elisions.at(json::Elisions::markAt(text, token.offset))) - token.length;
    before = &token;
  }
  return size;
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
