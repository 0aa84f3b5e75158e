// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/document.h"

#include "json/fields.h"

#include <algorithm>
#include <cstring>

namespace oxp::search {

using json::Token;
using json::TokenKind;

QByteArrayView contentOf(QByteArrayView token, QByteArray &buffer) {
  const QByteArrayView content = token.sliced(1, token.size() - 2);
  if (std::memchr(content.data(), '\\', size_t(content.size())) == nullptr)
    return content;
  buffer = json::unescapeUtf8(token);
  return buffer;
}

Scalar scalarOf(QByteArrayView text, const Token &token, QByteArray &buffer) {
  const QByteArrayView bytes = json::tokenText(text, token);
  switch (token.kind) {
  case TokenKind::Number:
    return {Scalar::Kind::Number, bytes};
  case TokenKind::True:
  case TokenKind::False:
    return {Scalar::Kind::Boolean, bytes};
  case TokenKind::Null:
    return {Scalar::Kind::Null, bytes};
  default:
    return {Scalar::Kind::String, contentOf(bytes, buffer)};
  }
}

const json::Scan &Document::scan() {
  if (!m_scanned) {
    m_scan = json::scan(m_text);
    m_scanned = true;
  }
  return m_scan;
}

QByteArray Document::keyOf(const Token &token) const {
  return json::unescapeUtf8(json::tokenText(m_text, token));
}

bool Document::isKey(const Token &token, const QByteArray &key) const {
  QByteArray buffer;
  return contentOf(json::tokenText(m_text, token), buffer) == QByteArrayView(key);
}

std::vector<quint32> Document::childrenAt(quint32 begin, const Step &step) const {
  std::vector<quint32> out;
  const Token &container = m_scan.tokens[begin];
  const bool byKey = step.kind == Step::Kind::Key;
  if (container.kind != (byKey ? TokenKind::ObjectBegin : TokenKind::ArrayBegin))
    return out;
  qint64 index = 0;
  for (quint32 i = begin + 1; i < container.partner; i = json::skipValue(m_scan, i), ++index) {
    if (byKey && isKey(m_scan.tokens[i], step.key))
      out.push_back(i + 1);
    else if (step.kind == Step::Kind::AnyIndex || (step.kind == Step::Kind::Index && index == step.index))
      out.push_back(i);
  }
  return out;
}

std::vector<quint32> Document::find(const std::vector<Step> &steps, Duplicates duplicates) {
  std::vector<quint32> places;
  if (!isMissing() && isValid())
    places.push_back(0);
  for (const Step &step : steps) {
    std::vector<quint32> next;
    for (const quint32 place : places) {
      std::vector<quint32> below = childrenAt(place, step);
      if (duplicates == Duplicates::Last && step.kind == Step::Kind::Key && below.size() > 1)
        below.erase(below.begin(), below.end() - 1);
      next.insert(next.end(), below.begin(), below.end());
    }
    places = std::move(next);
  }
  return places;
}

bool Document::holds(const Leaf &leaf, const Hides &hides) {
  if (isMissing() || isHidden(leaf.path(), hides))
    return false;
  const bool whole = leaf.path().steps.empty();
  if (whole && leaf.asksExistence())
    return true;
  if (whole && !isValid()) {
    // What is no JSON is a text, unless something in it may have to stay hidden.
    return !hides && (leaf.holdsForRaw(m_text) || (leaf.op() == Op::Matches && leaf.matchesRegex(m_text)));
  }
  const std::vector<quint32> places = find(leaf.path().steps);
  return std::any_of(places.begin(), places.end(),
                     [&](quint32 place) { return leaf.asksExistence() || holdsAt(leaf, hides, place); });
}

bool Document::holdsAt(const Leaf &leaf, const Hides &hides, quint32 place) {
  const Token &token = m_scan.tokens[place];
  if (!token.opens())
    return holdsForToken(leaf, token) || (leaf.path().steps.empty() && leaf.holdsForRaw(m_text));
  if (holdsBelow(leaf, hides, place))
    return true;
  const QByteArrayView raw = leaf.path().steps.empty() ? m_text : json::valueText(m_text, m_scan, place);
  return leaf.holdsForRaw(raw) && !holdsHidden(place, hides);
}

bool Document::holdsHidden(quint32 begin, const Hides &hides) const {
  if (!hides)
    return false;
  const auto from = m_scan.tokens.begin() + begin;
  const auto to = m_scan.tokens.begin() + m_scan.tokens[begin].partner;
  return std::any_of(from, to,
                     [&](const Token &token) { return token.kind == TokenKind::Key && hides(keyOf(token)); });
}

bool Document::holdsForToken(const Leaf &leaf, const Token &token) const {
  QByteArray buffer;
  return leaf.holds(scalarOf(m_text, token, buffer));
}

/// Keys (for `:`) and scalars below a container, all but what is hidden; equality and order have none.
bool Document::holdsBelow(const Leaf &leaf, const Hides &hides, quint32 begin) const {
  const bool contains = leaf.op() == Op::Contains;
  if (!contains && leaf.op() != Op::Matches)
    return false;
  const quint32 end = m_scan.tokens[begin].partner;
  for (quint32 i = begin + 1; i < end; ++i) {
    const Token &token = m_scan.tokens[i];
    if (token.opens() || token.closes())
      continue;
    const bool isKey = token.kind == TokenKind::Key;
    if ((contains || !isKey) && holdsForToken(leaf, token))
      return true;
    // Where something is hidden the raw bytes count token by token.
    if (contains && hides && leaf.contains(json::tokenText(m_text, token)))
      return true;
    if (isKey && hides && hides(keyOf(token)))
      i = json::skipValue(m_scan, i) - 1;
  }
  return false;
}

} // namespace oxp::search
