// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/characters.h"

#include "json/fields.h"
#include "json/utf8.h"

#include <QChar>
#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr qsizetype Window = 4'000; // bytes looked at for one cluster
constexpr char32_t Joiner = 0x200D;

const std::vector<std::pair<char32_t, const char *>> &names() {
  static const std::vector<std::pair<char32_t, const char *>> table{
      {0x00A0, "NBSP"}, {0x00AD, "SHY"},  {0x034F, "CGJ"},  {0x061C, "ALM"},  {0x115F, "HF"},
      {0x1160, "HF"},   {0x180E, "MVS"},  {0x2000, "NQSP"}, {0x2001, "MQSP"}, {0x2002, "ENSP"},
      {0x2003, "EMSP"}, {0x2004, "3/EM"}, {0x2005, "4/EM"}, {0x2006, "6/EM"}, {0x2007, "FSP"},
      {0x2008, "PSP"},  {0x2009, "THSP"}, {0x200A, "HSP"},  {0x200B, "ZWSP"}, {0x200C, "ZWNJ"},
      {0x200D, "ZWJ"},  {0x200E, "LRM"},  {0x200F, "RLM"},  {0x2028, "LS"},   {0x2029, "PS"},
      {0x202A, "LRE"},  {0x202B, "RLE"},  {0x202C, "PDF"},  {0x202D, "LRO"},  {0x202E, "RLO"},
      {0x202F, "NNBS"}, {0x205F, "MMSP"}, {0x2060, "WJ"},   {0x2061, "FA"},   {0x2062, "IT"},
      {0x2063, "IS"},   {0x2064, "IP"},   {0x2066, "LRI"},  {0x2067, "RLI"},  {0x2068, "FSI"},
      {0x2069, "PDI"},  {0x3164, "HF"},   {0xFEFF, "BOM"},  {0xFFA0, "HF"},   {0xFFF9, "IAA"},
      {0xFFFA, "IAS"},  {0xFFFB, "IAT"}};
  return table;
}

/// Calls `visit(at, length, character)`; a broken byte counts as a character of its own.
template <typename Visit>
void forEachCharacter(QByteArrayView text, Visit visit) {
  const auto *begin = reinterpret_cast<const uchar *>(text.data());
  const uchar *end = begin + text.size();
  for (const uchar *p = begin; p < end;) {
    const int length = json::utf8Length(p, end);
    visit(p - begin, qsizetype(std::max(1, length)), length > 0 ? json::utf8Decode(p, length) : 0xFFFD);
    p += std::max(1, length);
  }
}

bool isAscii(QByteArrayView text) {
  return std::none_of(text.begin(), text.end(), [](char byte) { return uchar(byte) >= 0x80; });
}

bool isPicture(char32_t character) {
  return character >= 0x1F000 || (character >= 0x2190 && character <= 0x2BFF) || character == 0xFE0F ||
         character == 0x3030 || character == 0x303D || character == 0x00A9 || character == 0x00AE;
}

enum class Side { Break, RightToLeft, Number, Mark, Neutral };

Side sideOf(char32_t character) {
  if (character == '"' || character == '\\')
    return Side::Break;
  switch (QChar::direction(character)) {
  case QChar::DirR:
  case QChar::DirAL:
    return QChar::category(character) == QChar::Other_Format ? Side::Break : Side::RightToLeft;
  case QChar::DirEN:
  case QChar::DirAN:
    return Side::Number;
  case QChar::DirNSM:
    return Side::Mark;
  case QChar::DirES:
  case QChar::DirET:
  case QChar::DirCS:
  case QChar::DirWS:
  case QChar::DirON:
    return Side::Neutral;
  case QChar::DirBN:
    return character == Joiner || character == 0x200C ? Side::Neutral : Side::Break;
  default:
    return Side::Break; // letters from left to right, and the controls, which have marks of their own
  }
}

bool isBoundary(uchar byte) {
  return (byte & 0xC0) != 0x80;
}

} // namespace

std::vector<RightToLeft> rightToLeftParts(QByteArrayView line) {
  std::vector<RightToLeft> parts;
  if (isAscii(line))
    return parts;
  bool open = false;
  forEachCharacter(line, [&](qsizetype at, qsizetype length, char32_t character) {
    const Side side = sideOf(character);
    if (side == Side::RightToLeft && !open) {
      parts.push_back({at, at});
      open = true;
    }
    open = open && side != Side::Break;
    const bool extends = side == Side::RightToLeft || side == Side::Number ||
                         (side == Side::Mark && open && parts.back().end == at);
    if (open && extends)
      parts.back().end = at + length;
  });
  return parts;
}

QString unseenName(char32_t character) {
  if (character < 0x20 || (character >= 0x7F && character < 0xA0))
    return QString::number(character, 16).rightJustified(2, u'0').toUpper();
  const auto found = std::lower_bound(names().begin(), names().end(), character,
                                      [](const auto &row, char32_t wanted) { return row.first < wanted; });
  return found != names().end() && found->first == character ? QString::fromLatin1(found->second) : QString();
}

QList<char32_t> unseenCharacters() {
  QList<char32_t> characters;
  for (char32_t control = 0; control < 0xA0; control = control == 0x1F ? 0x7F : control + 1) {
    if (control != '\t' && control != '\n' && control != '\r')
      characters.append(control);
  }
  for (const auto &[character, name] : names()) {
    if (character != Joiner)
      characters.append(character);
  }
  return characters;
}

std::vector<CharacterPlace> unseenIn(QByteArrayView line) {
  std::vector<CharacterPlace> places;
  char32_t before = 0;
  qsizetype joinerAt = -1; // one that stands behind a picture
  forEachCharacter(line, [&](qsizetype at, qsizetype, char32_t character) {
    if (joinerAt >= 0 && !isPicture(character))
      places.push_back({joinerAt, Joiner});
    joinerAt = -1;
    if (character == Joiner && isPicture(before))
      joinerAt = at;
    else if (character != '\t' && character != '\n' && character != '\r' && !unseenName(character).isEmpty())
      places.push_back({at, character});
    before = character;
  });
  if (joinerAt >= 0)
    places.push_back({joinerAt, Joiner});
  return places;
}

bool readsFromRight(char32_t character) {
  switch (QChar::direction(character)) {
  case QChar::DirR:
  case QChar::DirAL:
    return QChar::category(character) != QChar::Other_Format;
  case QChar::DirNSM:
    switch (QChar::script(character)) {
    case QChar::Script_Hebrew:
    case QChar::Script_Arabic:
    case QChar::Script_Syriac:
    case QChar::Script_Thaana:
    case QChar::Script_Nko:
      return true;
    default:
      // The vowel signs of Arabic belong to no script of their own.
      return character >= 0x064B && character <= 0x0655;
    }
  default:
    return false;
  }
}

qsizetype clusterBehind(QByteArrayView text, qsizetype at) {
  qsizetype end = std::min(text.size(), at + Window);
  while (end < text.size() && !isBoundary(uchar(text[end])))
    ++end;
  const QString ahead = json::fromUtf8(text.sliced(at, end - at));
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, ahead);
  const qsizetype next = finder.toNextBoundary();
  return next <= 0 ? 0 : QStringView(ahead).first(next).toUtf8().size();
}

qsizetype clusterBefore(QByteArrayView text, qsizetype at) {
  qsizetype begin = std::max<qsizetype>(0, at - Window);
  while (begin > 0 && !isBoundary(uchar(text[begin])))
    --begin;
  const QString back = json::fromUtf8(text.sliced(begin, at - begin));
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, back);
  finder.toEnd();
  const qsizetype before = finder.toPreviousBoundary();
  return before < 0 ? 0 : QStringView(back).sliced(before).toUtf8().size();
}

} // namespace oxp
