// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/endpoint.h"

#include <QHostAddress>

namespace oxp {

bool Endpoint::isLoopback() const {
  return isUnixSocket() || host.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0 ||
         QHostAddress(host).isLoopback();
}

QString Endpoint::display() const {
  if (isUnixSocket())
    return socketPath;
  const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
  return shown + u':' + QString::number(port);
}

} // namespace oxp
