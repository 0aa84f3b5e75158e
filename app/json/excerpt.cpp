// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/excerpt.h"

#include "json/fields.h"

#include <algorithm>

namespace oxp::json {

namespace {

bool opens(TokenKind kind) {
  return kind == TokenKind::ObjectBegin || kind == TokenKind::ArrayBegin;
}

/// Whether a token ends by itself: a number or a word would grow by what is put directly beside it.
bool isDelimited(const Token &token) {
  return token.opens() || token.closes() || token.kind == TokenKind::Key || token.kind == TokenKind::String;
}

/// The innermost container whose brackets stand in front of `first` and not before `last`.
quint32 containerAround(const Scan &scan, qsizetype first, qsizetype last) {
  const auto after = std::partition_point(scan.tokens.begin(), scan.tokens.end(),
                                          [&](const Token &token) { return token.offset < first; });
  if (after == scan.tokens.begin())
    return NoToken;
  const Token &token = *(after - 1);
  quint32 at = opens(token.kind) ? quint32(after - 1 - scan.tokens.begin()) : token.parent;
  while (at != NoToken && scan.tokens[scan.tokens[at].partner].offset < last)
    at = scan.tokens[at].parent;
  return at;
}

QByteArray member(bool object, const QByteArray &standIn) {
  return object ? standIn + ":0" : standIn;
}

/// Whether the stand-in behind the inside is still a child of its own: an open string would have taken it in.
bool tailStands(const Scan &scan, bool object, qsizetype size, const QByteArray &standIn) {
  const size_t back = object ? 3 : 2;
  if (scan.tokens.size() < back + 1)
    return false;
  const Token &token = scan.tokens[scan.tokens.size() - back];
  return token.parent == 0 && token.offset == size - 1 - member(object, standIn).size() &&
         token.length == standIn.size();
}

} // namespace

std::optional<Stretch> stretchAround(const Scan &scan, const std::vector<Splice> &splices) {
  if (splices.empty() || !scan.valid())
    return {};
  const qsizetype first = splices.front().offset;
  const qsizetype last = splices.back().offset + splices.back().removed;
  Stretch stretch;
  stretch.container = containerAround(scan, first, last);
  if (stretch.container == NoToken)
    return {};
  const std::vector<quint32> all = children(scan, stretch.container);
  const auto isBefore = [&](quint32 child) {
    const Token &end = scan.tokens[skipValue(scan, child) - 1];
    return end.end() < first || (end.end() == first && isDelimited(end));
  };
  const auto isBehind = [&](quint32 child) {
    const Token &begin = scan.tokens[child];
    return begin.offset > last || (begin.offset == last && isDelimited(begin));
  };
  const auto head = std::partition_point(all.begin(), all.end(), isBefore);
  const auto tail = std::partition_point(head, all.end(), [&](quint32 child) { return !isBehind(child); });
  stretch.head = quint32(head - all.begin());
  stretch.tail = quint32(all.end() - tail);
  const Token &bracket = scan.tokens[stretch.container];
  stretch.begin = head == all.begin() ? bracket.end() : scan.tokens[skipValue(scan, *(head - 1)) - 1].end();
  stretch.end = tail == all.end() ? scan.tokens[bracket.partner].offset : scan.tokens[*tail].offset;
  return stretch;
}

QByteArray standInFor(QByteArrayView a, QByteArrayView b) {
  QByteArray text = "\"~\"";
  while (a.contains(text) || b.contains(text))
    text.insert(1, '~');
  return text;
}

QByteArray condensed(bool object, const Stretch &stretch, QByteArrayView inside, const QByteArray &standIn) {
  QByteArray text;
  text.reserve(inside.size() + 2 * standIn.size() + 8);
  text.append(object ? '{' : '[');
  if (stretch.head > 0)
    text.append(member(object, standIn));
  text.append(inside);
  if (stretch.tail > 0)
    text.append(member(object, standIn));
  return text.append(object ? '}' : ']');
}

Excerpt::Excerpt(const ScannedText &whole, const Stretch &stretch)
    : m_whole(&whole)
    , m_stretch(stretch)
    , m_place(pointerOf(whole.text(), whole.scan(), stretch.container)) {}

std::optional<Excerpt> Excerpt::of(const ScannedText &before, QByteArrayView after,
                                   const std::vector<Splice> &splices) {
  const auto stretch = stretchAround(before.scan(), splices);
  if (!stretch)
    return {};
  const qsizetype size = stretch->end - stretch->begin;
  const qsizetype grown = after.size() - before.text().size();
  if (size + grown < 0)
    return {};
  const QByteArrayView old = QByteArrayView(before.text()).sliced(stretch->begin, size);
  const QByteArrayView young = after.sliced(stretch->begin, size + grown);
  const bool object = before.scan().tokens[stretch->container].kind == TokenKind::ObjectBegin;
  Excerpt excerpt(before, *stretch);
  excerpt.m_standIn = standInFor(old, young);
  excerpt.m_before = condensed(object, *stretch, old, excerpt.m_standIn);
  excerpt.m_after = condensed(object, *stretch, young, excerpt.m_standIn);
  const Scan scan = json::scan(excerpt.m_after);
  // What is wrong with the part may be put right by what stands around it, such as `],[` in an array of them.
  if (!scan.valid() ||
      (stretch->tail > 0 && !tailStands(scan, object, excerpt.m_after.size(), excerpt.m_standIn)))
    return {};
  return excerpt;
}

quint32 Excerpt::keysInFront(const QByteArray &key) const {
  const Scan &scan = m_whole->scan();
  quint32 count = 0, at = m_stretch.container + 1;
  for (quint32 i = 0; i < m_stretch.head; ++i, at = skipValue(scan, at))
    count += unescapeUtf8(tokenText(m_whole->text(), scan.tokens[at])) == key;
  return count;
}

Pointer Excerpt::toWhole(Pointer pointer) const {
  if (!pointer.isRoot() && m_stretch.head > 0) {
    Pointer::Step &step = pointer.steps.front();
    if (m_before.startsWith('['))
      step.key = QByteArray::number(step.key.toLongLong() - 1 + m_stretch.head);
    else
      step.occurrence += keysInFront(step.key) - (unescapeUtf8(m_standIn) == step.key ? 1 : 0);
  }
  Pointer whole = m_place;
  whole.steps.insert(whole.steps.end(), pointer.steps.begin(), pointer.steps.end());
  return whole;
}

bool isApplied(QByteArrayView before, const std::vector<Splice> &splices, QByteArrayView after) {
  qsizetype from = 0, to = 0;
  const auto takes = [&](QByteArrayView part) {
    const bool same = part.size() <= after.size() - to && after.sliced(to, part.size()) == part;
    to += part.size();
    return same;
  };
  for (const Splice &splice : splices) {
    if (splice.offset < from || splice.removed < 0 || splice.removed > before.size() - splice.offset ||
        !takes(before.sliced(from, splice.offset - from)) || !takes(splice.inserted))
      return false;
    from = splice.offset + splice.removed;
  }
  return takes(before.sliced(from)) && to == after.size();
}

std::optional<ScanError> errorAfter(const ScannedText &before, QByteArrayView after,
                                    const std::vector<Splice> &splices) {
  if (before.valid() && Excerpt::of(before, after, splices))
    return {};
  return json::scan(after).error;
}

} // namespace oxp::json
