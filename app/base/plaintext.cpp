// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace oxp::plaintext {
namespace {

constexpr char Escape = 0x1b, Bell = 0x07;
constexpr qsizetype LongestCommand = 2'000; // bytes of a title or link; what is longer is no command

constexpr std::array<const char *, 33> ControlNames = {
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS",  "TAB", "LF",
    "VT",  "FF",  "CR",  "SO",  "SI",  "DLE", "DC1", "DC2", "DC3", "DC4", "NAK",
    "SYN", "ETB", "CAN", "EM",  "SUB", "ESC", "FS",  "GS",  "RS",  "US",  "SP"};

struct Named {
  char32_t from, to;
  const char *name; ///< nullptr = by its number
};
/// In the order of their numbers.
constexpr Named Unseen[] = {
    {0x7F, 0x7F, "DEL"},       {0x80, 0x9F, nullptr},     {0xA0, 0xA0, "NBSP"},
    {0xAD, 0xAD, "SHY"},       {0x34F, 0x34F, "CGJ"},     {0x61C, 0x61C, "ALM"},
    {0x115F, 0x1160, "HF"},    {0x17B4, 0x17B5, nullptr}, {0x180E, 0x180E, "MVS"},
    {0x200B, 0x200B, "ZWSP"},  {0x200C, 0x200C, "ZWNJ"},  {0x200D, 0x200D, "ZWJ"},
    {0x200E, 0x200E, "LRM"},   {0x200F, 0x200F, "RLM"},   {0x2028, 0x2028, "LS"},
    {0x2029, 0x2029, "PS"},    {0x202A, 0x202A, "LRE"},   {0x202B, 0x202B, "RLE"},
    {0x202C, 0x202C, "PDF"},   {0x202D, 0x202D, "LRO"},   {0x202E, 0x202E, "RLO"},
    {0x202F, 0x202F, "NNBSP"}, {0x2060, 0x2060, "WJ"},    {0x2061, 0x2065, nullptr},
    {0x2066, 0x2066, "LRI"},   {0x2067, 0x2067, "RLI"},   {0x2068, 0x2068, "FSI"},
    {0x2069, 0x2069, "PDI"},   {0x206A, 0x206F, nullptr}, {0x3164, 0x3164, "HF"},
    {0xFDD0, 0xFDEF, nullptr}, {0xFEFF, 0xFEFF, "BOM"},   {0xFFA0, 0xFFA0, "HF"},
    {0xFFF0, 0xFFFB, nullptr}, {0xFFFE, 0xFFFF, nullptr}, {0xE0000, 0xE0FFF, nullptr},
};

QString byNumber(char32_t c) {
  return QStringLiteral("U+%1").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
}

/// Behind the command that begins at `at` with an escape; `at` where none does.
qsizetype commandEnd(const QByteArray &text, qsizetype at) {
  qsizetype p = at + 1;
  if (p >= text.size())
    return at;
  if (text[p] == '[') {
    for (++p; p < text.size() && p - at < LongestCommand; ++p) {
      if (text[p] >= 0x40 && text[p] <= 0x7E)
        return p + 1;
      if (text[p] < 0x20 || text[p] > 0x3F)
        return at;
    }
    return at;
  }
  if (text[p] != ']')
    return at;
  for (++p; p < text.size() && p - at < LongestCommand; ++p) {
    if (text[p] == Bell)
      return p + 1;
    if (text[p] == Escape)
      return p + 1 < text.size() && text[p + 1] == '\\' ? p + 2 : at;
    if (text[p] == '\n')
      return at;
  }
  return at;
}

bool isEmoji(char32_t c) {
  return c >= 0x1F000 || c == 0xFE0F || c == 0x20E3 || (c >= 0x2190 && c <= 0x2BFF) || c == 0x3030 ||
         c == 0x303D || c == 0x3297 || c == 0x3299 || c == 0xA9 || c == 0xAE;
}

/// Scripts whose letters change their shapes by their neighbours, which the joiners steer.
bool isShaped(char32_t c) {
  const QChar::Script script = QChar::script(c);
  return QChar::isLetter(c) || QChar::isMark(c)
             ? (script >= QChar::Script_Arabic && script <= QChar::Script_Myanmar) ||
                   script == QChar::Script_Mongolian || script == QChar::Script_Khmer
             : false;
}

} // namespace

QByteArray withoutColours(const QByteArray &text) {
  qsizetype at = text.indexOf(Escape);
  if (at < 0)
    return text;
  QByteArray plain;
  plain.reserve(text.size());
  qsizetype done = 0;
  while (at >= 0) {
    const qsizetype end = commandEnd(text, at);
    if (end > at) {
      plain.append(text.constData() + done, at - done);
      done = end;
    }
    at = text.indexOf(Escape, std::max(end, at + 1));
  }
  plain.append(text.constData() + done, text.size() - done);
  return plain;
}

QString markOf(char32_t c) {
  if (c == U'\n' || c == U'\t')
    return {};
  if (c < 0x20)
    return QLatin1String(ControlNames[c]);
  if (c < 0x7F)
    return {};
  const auto *found = std::lower_bound(std::begin(Unseen), std::end(Unseen), c,
                                       [](const Named &row, char32_t wanted) { return row.to < wanted; });
  if (found == std::end(Unseen) || c < found->from || (c >= 0xE0100 && c <= 0xE01EF))
    return {};
  return found->name ? QString(QLatin1String(found->name)) : byNumber(c);
}

bool belongsToNeighbours(char32_t before, char32_t c, char32_t after) {
  constexpr char32_t NonJoiner = 0x200C, Joiner = 0x200D;
  if (c >= 0xE0020 && c <= 0xE007F)
    return before >= 0x1F000;
  if (c != Joiner && c != NonJoiner)
    return false;
  return (c == Joiner && isEmoji(before) && isEmoji(after)) || isShaped(before);
}

bool isCombining(char32_t c) {
  return c >= 0x300 && QChar::isMark(c) && !(c >= 0xFE00 && c <= 0xFE0F);
}

} // namespace oxp::plaintext
