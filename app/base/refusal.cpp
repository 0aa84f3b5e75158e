// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/refusal.h"

namespace oxp {

QByteArray refusedCommand(const Error &error) {
  constexpr QLatin1StringView Head("to run the '");
  if (error.kind != ErrorKind::Denied || error.code != "NOPERM")
    return {};
  const qsizetype at = error.detail.indexOf(Head);
  const qsizetype end = at < 0 ? -1 : error.detail.indexOf(u'\'', at + Head.size());
  if (end < 0)
    return {};
  const qsizetype begin = at + Head.size();
  return error.detail.mid(begin, end - begin).toUpper().replace(u'|', u' ').toLatin1();
}

namespace {
constexpr QLatin1StringView PrimaryMark(" Its primary is ");
} // namespace

QByteArray refusalWithPrimary(const QByteArray &line, const QByteArray &primary) {
  return primary.isEmpty() ? line : line + PrimaryMark.data() + primary;
}

QString primaryOf(const Error &error) {
  const qsizetype at = error.code == "READONLY" ? error.detail.lastIndexOf(PrimaryMark) : -1;
  return at < 0 ? QString() : error.detail.mid(at + PrimaryMark.size());
}

} // namespace oxp
