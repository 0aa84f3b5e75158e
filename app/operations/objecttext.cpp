// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/objecttext.h"

#include "json/fields.h"
#include "json/pointer.h"

#include <algorithm>

namespace oxp {

ObjectText::ObjectText(QByteArray bytes)
    : m_bytes(std::move(bytes))
    , m_scan(json::scan(m_bytes)) {}

bool ObjectText::isObject() const {
  return m_scan.valid() && m_scan.tokens.front().kind == json::TokenKind::ObjectBegin;
}

/// The tokens of their keys.
std::vector<quint32> ObjectText::members() const {
  return isObject() ? json::children(m_scan, 0) : std::vector<quint32>();
}

QByteArray ObjectText::keyOf(quint32 member) const {
  return json::unescapeUtf8(json::tokenText(m_bytes, m_scan.tokens[member]));
}

std::vector<QByteArray> ObjectText::keys() const {
  std::vector<QByteArray> keys;
  for (const quint32 member : members())
    keys.push_back(keyOf(member));
  return keys;
}

quint32 ObjectText::find(QByteArrayView key) const {
  const std::vector<quint32> all = members();
  const auto found =
      std::find_if(all.rbegin(), all.rend(), [&](quint32 member) { return keyOf(member) == key; });
  return found == all.rend() ? json::NoToken : *found;
}

QByteArray ObjectText::value(QByteArrayView key) const {
  const quint32 member = find(key);
  return member == json::NoToken ? QByteArray() : json::valueText(m_bytes, m_scan, member + 1).toByteArray();
}

int ObjectText::count(QByteArrayView key) const {
  const std::vector<quint32> all = members();
  return int(std::count_if(all.begin(), all.end(), [&](quint32 member) { return keyOf(member) == key; }));
}

qsizetype ObjectText::endOf(quint32 value) const {
  return m_scan.tokens[json::skipValue(m_scan, value) - 1].end();
}

void ObjectText::replace(qsizetype from, qsizetype to, const QByteArray &text) {
  m_bytes.replace(from, to - from, text);
  m_scan = json::scan(m_bytes);
}

void ObjectText::set(QByteArrayView key, const QByteArray &value) {
  if (!isObject())
    return;
  if (const quint32 member = find(key); member != json::NoToken)
    return replace(beginOf(member + 1), endOf(member + 1), value);
  const std::vector<quint32> all = members();
  const qsizetype at = all.empty() ? m_scan.tokens.front().end() : endOf(all.back());
  replace(at, at, (all.empty() ? "" : ",") + json::escapeUtf8(key) + ':' + value);
}

/// With the comma before it, or behind it where it is the first.
void ObjectText::remove(QByteArrayView key) {
  const quint32 member = find(key);
  if (member == json::NoToken)
    return;
  const std::vector<quint32> all = members();
  const auto at = std::find(all.begin(), all.end(), member);
  if (at != all.begin())
    replace(endOf(*(at - 1)), endOf(member), {});
  else if (at + 1 != all.end())
    replace(beginOf(member), beginOf(*(at + 1)), {});
  else
    replace(beginOf(member), endOf(member), {});
}

} // namespace oxp
