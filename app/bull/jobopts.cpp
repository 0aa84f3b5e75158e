// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/jobopts.h"

#include "bull/fieldtext.h"
#include "json/fields.h"
#include "json/scanner.h"

namespace oxp::jobopts {

namespace {

/// Token of the value of the last member with this key; NoToken when there is none.
quint32 findMember(QByteArrayView text, const json::Scan &scan, quint32 object, QByteArrayView key) {
  quint32 found = json::NoToken;
  if (scan.tokens[object].kind != json::TokenKind::ObjectBegin)
    return found;
  for (quint32 at = object + 1; at < scan.tokens[object].partner; at = json::skipValue(scan, at)) {
    const QByteArrayView quoted = json::tokenText(text, scan.tokens[at]);
    if (quoted.sliced(1, quoted.size() - 2) == key)
      found = at + 1;
  }
  return found;
}

} // namespace

QByteArrayView member(const QByteArray &opts, std::initializer_list<QByteArrayView> path) {
  const json::Scan scan = json::scan(opts);
  if (!scan.valid())
    return {};
  quint32 at = 0;
  for (const QByteArrayView key : path) {
    at = findMember(opts, scan, at, key);
    if (at == json::NoToken)
      return {};
  }
  return json::valueText(opts, scan, at);
}

QByteArray text(const QByteArray &opts, std::initializer_list<QByteArrayView> path) {
  const QByteArrayView raw = member(opts, path);
  return raw.startsWith('"') ? json::unescapeUtf8(raw) : QByteArray();
}

qint64 number(const QByteArray &opts, std::initializer_list<QByteArrayView> path) {
  return fieldtext::number(member(opts, path).toByteArray());
}

} // namespace oxp::jobopts
