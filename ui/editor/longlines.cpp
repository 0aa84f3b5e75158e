// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/longlines.h"

#include <algorithm>

namespace oxp {
namespace {

constexpr qsizetype KeptEnds = 2'000; // bytes shown at both ends of a stretch that is elided
constexpr int MostIndent = 40;        // spaces

template <typename Visit>
void forEachLine(const QByteArray &text, Visit visit) {
  for (qsizetype at = 0; at < text.size();) {
    const qsizetype end = text.indexOf('\n', at);
    const qsizetype stop = end < 0 ? text.size() : end + 1;
    visit(QByteArrayView(text).sliced(at, stop - at));
    at = stop;
  }
}

bool hasLineAbove(const QByteArray &text, qsizetype limit) {
  bool found = false;
  forEachLine(text, [&](QByteArrayView line) { found = found || line.size() > limit; });
  return found;
}

/// Behind the closing quote; the end of the text when there is none.
qsizetype stringEnd(QByteArrayView text, qsizetype at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      return at + 1;
  }
  return text.size();
}

bool isSpace(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/// Lays out by brackets and commas alone: the text need not be JSON.
QByteArray brokenUp(QByteArrayView text, json::Elisions &elisions) {
  QByteArray out;
  int depth = 0;
  const auto newLine = [&] { out += '\n' + QByteArray(std::min(2 * depth, MostIndent), ' '); };
  for (qsizetype at = 0; at < text.size();) {
    const char byte = text[at];
    if (byte == '"') {
      const qsizetype end = stringEnd(text, at);
      const QByteArrayView token = text.sliced(at, end - at);
      const bool isKey = end < text.size() && text[end] == ':';
      out +=
          token.size() > json::LongValue && !isKey ? json::elideLong(token, elisions) : token.toByteArray();
      at = end;
      continue;
    }
    const bool opens = byte == '{' || byte == '[';
    const bool closes = byte == '}' || byte == ']';
    if (closes) {
      depth = std::max(0, depth - 1);
      newLine();
    }
    if (!isSpace(byte) ||
        !(at > 0 && (isSpace(text[at - 1]) || QByteArrayView("{[,").contains(text[at - 1]))))
      out += byte == '\n' || byte == '\r' ? ' ' : byte;
    if (opens)
      ++depth;
    if (opens || byte == ',')
      newLine();
    ++at;
  }
  return out;
}

qsizetype atCharacter(QByteArrayView text, qsizetype at) {
  while (at > 0 && at < text.size() && (uchar(text[at]) & 0xC0) == 0x80)
    --at;
  return at;
}

QByteArray middleElided(const QByteArray &text, json::Elisions &elisions, qsizetype limit) {
  QByteArray out;
  forEachLine(text, [&](QByteArrayView line) {
    const qsizetype from = atCharacter(line, KeptEnds);
    const qsizetype to = atCharacter(line, std::max(from, line.size() - KeptEnds));
    const int number = line.size() > limit ? elisions.add(elisions.expand(line.sliced(from, to - from)),
                                                          json::Elision::Reason::Long)
                                           : -1;
    if (number < 0)
      out += line;
    else
      out += line.first(from).toByteArray() + json::Elisions::mark(number) + line.sliced(to).toByteArray();
  });
  return out;
}

} // namespace

QByteArray withShortLines(const QByteArray &text, json::Elisions &elisions, qsizetype limit) {
  if (!hasLineAbove(text, limit) || (elisions.isEmpty() && json::Elisions::hasMarks(text)))
    return text;
  const QByteArray lines = brokenUp(text, elisions);
  return hasLineAbove(lines, limit) ? middleElided(lines, elisions, limit) : lines;
}

} // namespace oxp
