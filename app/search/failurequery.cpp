// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/failurequery.h"

namespace oxp::search {

QString failureQuery(const Fingerprint &print) {
  const QByteArray id = failureId(print);
  return id.isEmpty() ? QStringLiteral("state = failed not failure : \"\"")
                      : QStringLiteral("state = failed failure = ") + QString::fromLatin1(id);
}

} // namespace oxp::search
