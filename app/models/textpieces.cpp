// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/textpieces.h"

#include "base/plaintext.h"

#include <QString>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace oxp {
namespace {

constexpr qsizetype MarkCost = 8;      // a control character is shown as a word
constexpr qsizetype SpaceWithin = 200; // bytes before the largest size in which a space is looked for
constexpr qsizetype LookBack = 64, LookAhead = 32;

bool isTail(char byte) {
  return (uchar(byte) & 0xC0) == 0x80;
}

/// Back to the first byte of a character.
qsizetype characterStart(const QByteArray &text, qsizetype at) {
  qsizetype start = at;
  while (start > at - 3 && start > 0 && isTail(text[start]))
    --start;
  return isTail(text[start]) ? at : start;
}

/// The last place at or before `at` that does not part what belongs together; `at` where none is near.
qsizetype betweenCharacters(const QByteArray &text, qsizetype from, qsizetype at) {
  if (uchar(text[at]) < 0x80)
    return at;
  const qsizetype begin = characterStart(text, std::max(from, at - LookBack));
  const QString before = QString::fromUtf8(text.constData() + begin, at - begin);
  const QString around =
      before + QString::fromUtf8(text.constData() + at, std::min(LookAhead, text.size() - at));
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, around);
  finder.setPosition(before.size());
  if (finder.isAtBoundary() || finder.toPreviousBoundary() <= 0)
    return at;
  return begin + QStringView(around).first(finder.position()).toUtf8().size();
}

/// Where a long line that began at `from` is cut, at the latest before `at`.
qsizetype cutBefore(const QByteArray &text, qsizetype from, qsizetype at) {
  const qsizetype latest = characterStart(text, at);
  const qsizetype begin = std::max(from, latest - SpaceWithin);
  const qsizetype space = QByteArrayView(text).sliced(begin, latest - begin).lastIndexOf(' ');
  if (space >= 0)
    return begin + space + 1;
  const qsizetype cut = betweenCharacters(text, from, latest);
  return cut > from ? cut : at;
}

qsizetype pieceEnd(const QByteArray &text, qsizetype from) {
  qsizetype cost = 0;
  for (qsizetype at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n')
      return at + 1;
    const bool broken = c == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    cost += broken ? 0 : uchar(c) < 0x20 && c != '\t' ? MarkCost : 1;
    if (cost > TextPieces::Largest)
      return cutBefore(text, from, at);
  }
  return text.size();
}

qint64 charactersIn(QByteArrayView bytes) {
  return std::count_if(bytes.begin(), bytes.end(), [](char byte) { return !isTail(byte); });
}

} // namespace

TextPieces TextPieces::of(const QByteArray &utf8) {
  TextPieces pieces;
  pieces.m_text = plaintext::withoutColours(utf8);
  const QByteArray &text = pieces.m_text;
  pieces.m_starts = {0};
  pieces.m_characters = {0};
  pieces.m_lines = 0;
  qsizetype at = 0;
  qint64 characters = 0;
  do {
    const qsizetype end = pieceEnd(text, at);
    characters += charactersIn(QByteArrayView(text).sliced(at, end - at));
    at = end;
    pieces.m_starts.push_back(quint32(at));
    pieces.m_characters.push_back(quint32(characters));
    pieces.m_lines += at == text.size() || text[at - 1] == '\n';
  } while (at < text.size());
  return pieces;
}

qsizetype TextPieces::end(qsizetype piece) const {
  const qsizetype from = start(piece);
  qsizetype to = start(piece + 1);
  if (to > from && m_text[to - 1] == '\n')
    --to;
  if (to > from && to < m_text.size() && m_text[to] == '\n' && m_text[to - 1] == '\r')
    --to;
  return to;
}

QByteArrayView TextPieces::bytes(qsizetype piece) const {
  return QByteArrayView(m_text).sliced(start(piece), end(piece) - start(piece));
}

qsizetype TextPieces::pieceAt(qsizetype byte) const {
  const auto after =
      std::upper_bound(m_starts.begin(), m_starts.end(), quint32(std::max<qsizetype>(0, byte)));
  return std::clamp<qsizetype>(after - m_starts.begin() - 1, 0, count() - 1);
}

qint64 TextPieces::charactersAt(qsizetype byte) const {
  const qsizetype place = std::clamp<qsizetype>(byte, 0, size());
  const qsizetype piece = pieceAt(place);
  return charactersBefore(piece) +
         charactersIn(QByteArrayView(m_text).sliced(start(piece), place - start(piece)));
}

qsizetype TextPieces::byteOfCharacter(qint64 character) const {
  if (character <= 0)
    return 0;
  if (character >= m_characters.back())
    return size();
  const auto after = std::upper_bound(m_characters.begin(), m_characters.end(), quint32(character));
  const qsizetype piece = after - m_characters.begin() - 1;
  qint64 left = character - charactersBefore(piece);
  for (qsizetype at = start(piece); at < size(); ++at)
    if (!isTail(m_text[at]) && left-- == 0)
      return at;
  return size();
}

} // namespace oxp
