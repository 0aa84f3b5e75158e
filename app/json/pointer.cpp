// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/pointer.h"

#include "json/fields.h"

#include <algorithm>
#include <limits>

namespace oxp::json {

namespace {

bool isScalar(const Token &token) {
  return !token.opens() && !token.closes() && token.kind != TokenKind::Key;
}

bool isDigits(QByteArrayView text) {
  return !text.isEmpty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Position of the `#` of a trailing `#digits`; -1 when there is none.
qsizetype occurrenceMark(QByteArrayView text) {
  const qsizetype at = text.lastIndexOf('#');
  return at >= 0 && isDigits(text.sliced(at + 1)) ? at : -1;
}

QByteArray stepText(const Pointer::Step &step) {
  QByteArray text = step.key;
  text.replace("~", "~0").replace("/", "~1");
  if (step.occurrence > 1 || occurrenceMark(text) >= 0)
    text.append('#').append(QByteArray::number(step.occurrence));
  return text;
}

Pointer::Step stepFromText(QByteArrayView text) {
  Pointer::Step step;
  if (const qsizetype mark = occurrenceMark(text); mark >= 0) {
    step.occurrence = qMax(1u, text.sliced(mark + 1).toByteArray().toUInt());
    text = text.first(mark);
  }
  step.key = text.toByteArray().replace("~1", "/").replace("~0", "~");
  return step;
}

bool sameKey(QByteArrayView text, const Token &key, QByteArrayView name) {
  const QByteArrayView token = tokenText(text, key);
  if (!token.contains('\\'))
    return token.sliced(1, token.size() - 2) == name;
  return unescapeUtf8(token) == name;
}

Pointer::Step stepInObject(QByteArrayView text, const Scan &scan, quint32 begin, quint32 keyToken) {
  Pointer::Step step{unescapeUtf8(tokenText(text, scan.tokens[keyToken])), 1};
  for (quint32 i = begin + 1; i < keyToken; i = skipValue(scan, i))
    step.occurrence += sameKey(text, scan.tokens[i], step.key) ? 1 : 0;
  return step;
}

Pointer::Step stepInArray(const Scan &scan, quint32 begin, quint32 element) {
  qsizetype index = 0;
  for (quint32 i = begin + 1; i < element; i = skipValue(scan, i))
    ++index;
  return {QByteArray::number(index), 1};
}

quint32 memberAt(QByteArrayView text, const Scan &scan, quint32 begin, const Pointer::Step &step) {
  quint32 left = step.occurrence;
  for (quint32 i = begin + 1; scan.tokens[i].kind == TokenKind::Key; i = skipValue(scan, i)) {
    if (sameKey(text, scan.tokens[i], step.key) && --left == 0)
      return i + 1;
  }
  return NoToken;
}

quint32 elementAt(const Scan &scan, quint32 begin, const Pointer::Step &step) {
  if (!isDigits(step.key) || step.occurrence != 1 || (step.key.size() > 1 && step.key.startsWith('0')))
    return NoToken;
  bool ok = false;
  qulonglong left = step.key.toULongLong(&ok);
  const quint32 end = scan.tokens[begin].partner;
  quint32 i = begin + 1;
  while (ok && i < end && left-- > 0)
    i = skipValue(scan, i);
  return ok && i < end ? i : NoToken;
}

} // namespace

Pointer Pointer::child(QByteArray key, quint32 occurrence) const {
  Pointer below = *this;
  below.steps.push_back({std::move(key), occurrence});
  return below;
}

bool Pointer::contains(const Pointer &other) const {
  return other.steps.size() >= steps.size() && std::equal(steps.begin(), steps.end(), other.steps.begin());
}

QByteArray Pointer::toString() const {
  QByteArray text;
  for (const Step &step : steps)
    text.append('/').append(stepText(step));
  return text;
}

QByteArray Pointer::head(qsizetype limit) const {
  QByteArray text;
  for (auto step = steps.begin(); step != steps.end() && text.size() < limit; ++step)
    text.append('/').append(stepText({step->key.first(std::min(step->key.size(), limit)), step->occurrence}));
  return text;
}

Pointer Pointer::fromString(QByteArrayView text) {
  Pointer pointer;
  while (text.startsWith('/')) {
    text = text.sliced(1);
    const qsizetype slash = text.indexOf('/');
    const qsizetype length = slash < 0 ? text.size() : slash;
    pointer.steps.push_back(stepFromText(text.first(length)));
    text = text.sliced(length);
  }
  return pointer;
}

Pointer pointerOf(QByteArrayView text, const Scan &scan, quint32 token) {
  Pointer pointer;
  if (scan.tokens[token].closes())
    token = scan.tokens[token].partner;
  for (quint32 at = token; scan.tokens[at].parent != NoToken; at = scan.tokens[at].parent) {
    const quint32 begin = scan.tokens[at].parent;
    if (scan.tokens[begin].kind == TokenKind::ArrayBegin) {
      pointer.steps.push_back(stepInArray(scan, begin, at));
      continue;
    }
    const quint32 key = scan.tokens[at].kind == TokenKind::Key ? at : at - 1;
    pointer.steps.push_back(stepInObject(text, scan, begin, key));
  }
  std::reverse(pointer.steps.begin(), pointer.steps.end());
  return pointer;
}

quint32 find(QByteArrayView text, const Scan &scan, const Pointer &pointer) {
  quint32 at = scan.tokens.empty() ? NoToken : 0;
  for (const Pointer::Step &step : pointer.steps) {
    if (at == NoToken || !scan.tokens[at].opens())
      return NoToken;
    const bool object = scan.tokens[at].kind == TokenKind::ObjectBegin;
    at = object ? memberAt(text, scan, at, step) : elementAt(scan, at, step);
  }
  return at;
}

quint32 tokenAt(const Scan &scan, qsizetype offset) {
  const auto after = std::upper_bound(scan.tokens.begin(), scan.tokens.end(), offset,
                                      [](qsizetype at, const Token &token) { return at < token.offset; });
  return after == scan.tokens.begin() ? NoToken : quint32(after - scan.tokens.begin() - 1);
}

quint32 valueAt(const Scan &scan, qsizetype offset) {
  const quint32 at = tokenAt(scan, offset);
  if (at == NoToken)
    return NoToken;
  const Token &token = scan.tokens[at];
  if (token.kind == TokenKind::Key)
    return at + 1 < scan.tokens.size() ? at + 1 : NoToken;
  if (isScalar(token) && offset <= token.end())
    return at;
  if (token.opens())
    return at;
  // Where a scalar and the bracket behind it touch, the caret belongs to the scalar.
  const bool atBracket = token.closes() && offset == token.offset;
  if (atBracket && isScalar(scan.tokens[at - 1]) && scan.tokens[at - 1].end() == offset)
    return at - 1;
  return token.closes() && offset <= token.end() ? token.partner : token.parent;
}

quint32 scalarAt(const Scan &scan, qsizetype offset, qsizetype from, qsizetype to) {
  if (const quint32 at = valueAt(scan, offset); at != NoToken && isScalar(scan.tokens[at]))
    return at;
  quint32 nearest = NoToken;
  qsizetype least = std::numeric_limits<qsizetype>::max();
  const auto first = std::lower_bound(scan.tokens.begin(), scan.tokens.end(), from,
                                      [](const Token &token, qsizetype at) { return token.offset < at; });
  for (auto token = first; token != scan.tokens.end() && token->offset <= to; ++token) {
    if (!isScalar(*token))
      continue;
    const quint32 index = quint32(token - scan.tokens.begin());
    const bool member = index > 0 && scan.tokens[index - 1].kind == TokenKind::Key;
    const qsizetype begin = member ? scan.tokens[index - 1].offset : token->offset;
    const qsizetype away = std::max({qsizetype(0), begin - offset, offset - qsizetype(token->end())});
    if (away < least) {
      least = away;
      nearest = index;
    }
  }
  return nearest;
}

std::vector<quint32> ancestry(const Scan &scan, quint32 token) {
  std::vector<quint32> containers;
  for (quint32 at = scan.tokens[token].parent; at != NoToken; at = scan.tokens[at].parent)
    containers.push_back(at);
  std::reverse(containers.begin(), containers.end());
  return containers;
}

std::vector<quint32> children(const Scan &scan, quint32 begin) {
  std::vector<quint32> found;
  const quint32 end = qMin(scan.tokens[begin].partner, quint32(scan.tokens.size()));
  for (quint32 i = begin + 1; i < end && !scan.tokens[i].closes(); i = skipValue(scan, i))
    found.push_back(i);
  return found;
}

} // namespace oxp::json
