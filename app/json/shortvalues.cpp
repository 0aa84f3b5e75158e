// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/shortvalues.h"

#include "json/elisions.h"

#include <algorithm>
#include <limits>

namespace oxp::json {

namespace {

constexpr qsizetype TooLong = std::numeric_limits<qsizetype>::max() / 2;
constexpr qsizetype Quotes = 2;
constexpr qsizetype LongestCharacter = 4; // bytes

bool isText(TokenKind kind) {
  return kind == TokenKind::String || kind == TokenKind::Key;
}

} // namespace

qsizetype characters(QByteArrayView bytes) {
  return std::count_if(bytes.begin(), bytes.end(), [](char byte) { return (uchar(byte) & 0xC0) != 0x80; });
}

bool ShortValues::contains(quint32 begin, qsizetype room) const {
  const Token &first = m_scan.tokens[begin];
  const quint32 end = first.partner;
  const qsizetype most = std::min(m_style.shortUpTo, room);
  if (end == NoToken || qsizetype(end - begin) > most)
    return false;
  qsizetype length = 1;
  for (quint32 i = begin + 1; i <= end && length <= most; ++i)
    length += gapBefore(i) + lengthOf(m_scan.tokens[i]);
  return length <= most;
}

qsizetype ShortValues::gapBefore(quint32 i) const {
  const Token &token = m_scan.tokens[i];
  const Token &before = m_scan.tokens[i - 1];
  if (before.kind == TokenKind::Key)
    return m_style.colon.size();
  if (!before.opens() && !token.closes())
    return m_style.comma.size() + 1;
  const TokenKind container = token.closes() ? m_scan.tokens[token.partner].kind : before.kind;
  const bool empty = before.opens() && token.closes();
  return empty || container == TokenKind::ArrayBegin ? 0 : m_style.padding.size();
}

qsizetype ShortValues::lengthOf(const Token &token) const {
  if (token.kind == TokenKind::Elided)
    return elidedLength(token);
  if (!isText(token.kind))
    return token.length;
  if (token.length > LongestCharacter * ShortString + Quotes)
    return TooLong;
  const qsizetype length = characters(tokenText(m_text, token));
  return length > ShortString + Quotes ? TooLong : length;
}

/// A value kept out of the text counts as it stood there, so that hiding it changes no layout.
qsizetype ShortValues::elidedLength(const Token &token) const {
  const int number = Elisions::markAt(m_text, token.offset);
  if (!m_elisions || number < 0 || number >= m_elisions->size())
    return TooLong;
  const QByteArray &bytes = m_elisions->at(number).bytes;
  if (bytes.size() > LongestCharacter * m_style.shortUpTo)
    return TooLong;
  const Scan inner = scan(bytes);
  if (!inner.valid())
    return TooLong;
  const ShortValues values(bytes, inner, m_style, nullptr);
  qsizetype length = values.lengthOf(inner.tokens.front());
  for (quint32 i = 1; i < inner.tokens.size() && length < TooLong; ++i)
    length += values.gapBefore(i) + values.lengthOf(inner.tokens[i]);
  return length;
}

} // namespace oxp::json
