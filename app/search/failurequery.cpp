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
  // BullMQ puts the class into the stack alone, as a rule. Where the reason names it too, it is no part of
  // the message: what `?+` took is not given back.
  const QString name = QString::fromLatin1(print.errorClass);
  const QString head = name.isEmpty() ? u"^\\s*"_s : u"^\\s*(%1:\\s*)?+"_s.arg(name);
  if (!print.message.isEmpty())
    return failed + u"error ~ "_s + quoted(head + messagePattern(print.message));
  const QString nothing = u"not error ~ \"\\S\""_s;
  if (name.isEmpty())
    return failed + nothing;
  return failed + u"(error ~ "_s + quoted(u"^\\s*%1:\\s*$"_s.arg(name)) + u" or "_s + nothing + u')';
}

} // namespace oxp::search
