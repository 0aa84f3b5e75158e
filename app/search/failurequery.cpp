// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/failurequery.h"

using namespace Qt::Literals::StringLiterals;

namespace oxp::search {

/// A backslash is itself but before a quote, a backslash and the end.
QString quoted(const QString &text) {
  QString out(u'"');
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar next = i + 1 < text.size() ? text[i + 1] : QChar(u'"');
    if (text[i] == u'"' || (text[i] == u'\\' && (next == u'"' || next == u'\\')))
      out += u'\\';
    out += text[i];
  }
  return out + u'"';
}

QString failureQuery(const Fingerprint &print) {
  const QString failed = u"state = failed "_s;
  if (!print.message.isEmpty())
    return failed + u"error ~ "_s + quoted(messagePattern(print.message));
  const QString nothing = u"not error ~ \"\\S\""_s;
  if (print.errorClass.isEmpty())
    return failed + nothing;
  // The class may stand in the reason, or in the stack alone.
  const QString onlyClass = u'^' + messagePattern(print.errorClass) + u":\\s*$"_s;
  return failed + u"(error ~ "_s + quoted(onlyClass) + u" or "_s + nothing + u')';
}

} // namespace oxp::search
