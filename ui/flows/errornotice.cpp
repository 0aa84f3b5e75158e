// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/errornotice.h"

namespace oxp {

Notice errorNotice(const Error &error, Doing doing, const QByteArray &id) {
  const ErrorText text = errorText(error, doing);
  Notice notice;
  notice.id = id;
  notice.kind = error.kind == ErrorKind::OutcomeUnknown ? NoticeKind::Warn : NoticeKind::Err;
  notice.what = text.headline;
  notice.detail =
      text.effect + (text.effect.isEmpty() || text.remedy.isEmpty() ? u""_qs : u" "_qs) + text.remedy;
  return notice;
}

Notice okNotice(const QString &what, const QString &detail, const QByteArray &id) {
  Notice notice;
  notice.id = id;
  notice.kind = NoticeKind::Ok;
  notice.what = what;
  notice.detail = detail;
  return notice;
}

} // namespace oxp
