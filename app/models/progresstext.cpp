// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/format.h"
#include "json/fields.h"
#include "json/scanner.h"

#include <QLocale>

namespace oxp::format {
namespace {

constexpr qsizetype ScanLimit = 16'384; ///< bytes that are taken apart; more is no progress but a payload
constexpr qsizetype TextLimit = 200;    ///< of what is told

QString scalarText(QByteArrayView text, const json::Token &token) {
  const QByteArrayView bytes = json::tokenText(text, token);
  return safeText(token.kind == json::TokenKind::String ? json::unescapeUtf8(bytes) : bytes.toByteArray(),
                  TextLimit);
}

/// The values with the names of the members that hold them, one after the other.
QString membersText(QByteArrayView text, const json::Scan &scan) {
  QStringList parts;
  QString names;
  qsizetype length = 0;
  for (const json::Token &token : scan.tokens) {
    if (token.kind == json::TokenKind::Key) {
      const QString name = safeText(json::unescapeUtf8(json::tokenText(text, token)), TextLimit);
      names += names.isEmpty() ? name : u' ' + name;
      continue;
    }
    if (token.opens())
      continue;
    if (!token.closes())
      parts << (names.isEmpty() ? QString() : names + u": "_qs) + scalarText(text, token);
    names.clear();
    length += parts.isEmpty() ? 0 : parts.back().size();
    if (length > TextLimit)
      return parts.join(u", "_qs).first(TextLimit) + u'…';
  }
  return parts.join(u", "_qs);
}

/// A number from 0 to 100 is a share: that is how every library's workers use it.
QString numberText(QByteArrayView text) {
  const double value = text.toDouble();
  const QString digits = safeText(text.toByteArray(), TextLimit);
  return value >= 0 && value <= 100 ? u"%1 %"_qs.arg(digits) : digits;
}

} // namespace

QString progressText(const QByteArray &progress) {
  const QByteArray text = progress.size() <= ScanLimit ? progress.trimmed() : QByteArray();
  const json::Scan scan = json::scan(text);
  if (!scan.valid())
    return safeText(progress, TextLimit);
  const json::Token &first = scan.tokens.front();
  if (first.opens())
    return membersText(text, scan);
  if (first.kind != json::TokenKind::Number)
    return first.kind == json::TokenKind::Null ? QString() : scalarText(text, first);
  return text == "0" ? QString() : numberText(text);
}

} // namespace oxp::format
