// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/surroundings.h"

#include "json/shortvalues.h"

namespace oxp::json {

namespace {

/// White space longer than this between two tokens is an accident, not a style.
constexpr qsizetype LongestGap = 1'000;
constexpr int LevelsAsked = 64;
constexpr int ChildrenAsked = 64;

QByteArray lineTail(QByteArrayView gap) {
  return gap.sliced(gap.lastIndexOf('\n') + 1).toByteArray();
}

} // namespace

const Style &SurroundingsFinder::document() const {
  if (!m_document) {
    m_document = detectStyle(m_tree.text(), m_tree.scan());
    if (m_document->colon.size() > LongestGap)
      m_document->colon = Style::oneLine().colon;
    if (m_document->indent.size() > LongestGap)
      m_document->indent = Style::readable().indent;
    if (m_document->comma.size() > LongestGap)
      m_document->comma = Style::oneLine().comma;
  }
  return *m_document;
}

Surroundings SurroundingsFinder::of(quint32 begin) const {
  if (begin == NoToken)
    return {document(), {}};
  if (hasLines(begin))
    return inLines(begin, lineTail(m_tree.gapBefore(begin + 1)));
  const quint32 parent = m_tree.token(begin).parent;
  if (isEmpty(begin) && parent != NoToken && hasLines(parent))
    return inLines(parent, lineTail(m_tree.gapBefore(parent + 1)) + document().indent);
  if (isEmpty(begin) && parent == NoToken)
    return {document(), {}};
  return {inheritedStyle(begin), {}};
}

/// Where a container among the children stands on one line, small ones to come do so too.
Surroundings SurroundingsFinder::inLines(quint32 begin, QByteArray base) const {
  Style style = document().kind == Style::Kind::Pretty ? document() : Style::pretty();
  if (const quint32 child = shortChild(begin); child != NoToken) {
    const QByteArrayView padding = m_tree.gapBefore(child + 1);
    const bool object = m_tree.token(child).kind == TokenKind::ObjectBegin;
    style.padding =
        object && padding.size() <= LongestGap ? padding.toByteArray() : Style::readable().padding;
    style.shortUpTo = ShortLine;
  }
  if (base.size() > LongestGap)
    base.clear();
  return {std::move(style), std::move(base)};
}

/// An object on one line, or an array when there is none; NoToken where all have lines.
quint32 SurroundingsFinder::shortChild(quint32 begin) const {
  quint32 found = NoToken;
  quint32 child = begin + 1;
  for (int i = 0; i < ChildrenAsked && !m_tree.token(child).closes(); ++i) {
    const quint32 value = m_tree.token(child).kind == TokenKind::Key ? child + 1 : child;
    if (m_tree.token(value).opens() && !isEmpty(value) && !hasLines(value)) {
      found = value;
      if (m_tree.token(value).kind == TokenKind::ObjectBegin)
        break;
    }
    child = skipValue(m_tree.scan(), child);
  }
  return found;
}

/// What the container's own white space says; nothing when it has too few children to say anything.
std::optional<Style> SurroundingsFinder::singleLineStyle(quint32 begin) const {
  if (isEmpty(begin))
    return {};
  Style style = Style::oneLine();
  const QByteArrayView padding = m_tree.gapBefore(begin + 1);
  style.padding = padding.size() <= LongestGap ? padding.toByteArray() : QByteArray();
  const bool object = m_tree.token(begin + 1).kind == TokenKind::Key;
  const QByteArrayView colon = object ? m_tree.gapBefore(begin + 2) : QByteArrayView();
  const quint32 second = skipValue(m_tree.scan(), begin + 1);
  const bool several = !m_tree.token(second).closes();
  const QByteArrayView comma = several ? m_tree.gapBefore(second) : QByteArrayView();
  if (!object && !several)
    return {};
  if (colon.size() <= 1 && comma.size() <= 1)
    return Style::minified();
  if (object && colon.size() <= LongestGap)
    style.colon = colon.toByteArray();
  if (several && comma.size() <= LongestGap)
    style.comma = comma.toByteArray();
  return style;
}

Style SurroundingsFinder::inheritedStyle(quint32 begin) const {
  for (int i = 0; i < LevelsAsked && begin != NoToken && !hasLines(begin); ++i) {
    if (std::optional<Style> style = singleLineStyle(begin))
      return *style;
    begin = m_tree.token(begin).parent;
  }
  return document().kind == Style::Kind::Pretty ? Style::oneLine() : document();
}

QByteArray SurroundingsFinder::defaultSeparator(quint32 begin, const Surroundings &around) const {
  const QByteArrayView lead = m_tree.gapBefore(begin + 1);
  if (around.style.kind == Style::Kind::Pretty && lead.size() <= LongestGap)
    return "," + lead.toByteArray();
  return around.style.comma;
}

QByteArray SurroundingsFinder::separatorAt(quint32 begin, quint32 child, const Surroundings &around) const {
  const quint32 next = skipValue(m_tree.scan(), child);
  QByteArrayView gap;
  if (!m_tree.token(next).closes())
    gap = m_tree.gapBefore(next);
  else if (child != begin + 1)
    gap = m_tree.gapBefore(child);
  const bool usable = !gap.isEmpty() && gap.size() <= LongestGap;
  return usable ? gap.toByteArray() : defaultSeparator(begin, around);
}

} // namespace oxp::json
