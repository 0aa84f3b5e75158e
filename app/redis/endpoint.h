// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"
#include "base/result.h"
#include "base/secret.h"
#include "redis/tlsoptions.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace oxp {

/// Where a Redis listens. A socket path, when set, goes before host and port.
struct Endpoint {
  QString host = QStringLiteral("127.0.0.1"); ///< name or address, IPv6 without brackets
  quint16 port = 6379;
  QString socketPath;
  int database = 0;
  std::optional<TlsOptions> tls; ///< nothing = in plain

  bool isUnixSocket() const { return !socketPath.isEmpty(); }
  /// A unix socket, `localhost`, 127.0.0.0/8 or ::1.
  bool isLoopback() const;
  /// `host:port`, `[v6]:port` or the socket's path, for titles and logs.
  QString display() const;

  bool operator==(const Endpoint &) const = default;
};

/// User and password empty: the server is asked for nothing. A password without a user is that of `default`.
struct Credentials {
  QString user;
  SecretString password;
  SecretString keyPassphrase{}; ///< unlocks the key of TlsOptions; never sent

  bool operator==(const Credentials &) const = default;
};

/// What a URL on the command line says. What it does not say stays empty, so that the profile's defaults
/// apply.
struct ConnectionUrl {
  Endpoint endpoint;
  Credentials credentials;
  std::vector<QByteArray> prefixes; ///< `*` = find them
  std::optional<Environment> environment;
  std::optional<Role> role;
  QString name;

  bool operator==(const ConnectionUrl &) const = default;
};

/// Reads `redis://[user[:password]@]host[:port][/db]`, the same with `rediss://` for TLS, and
/// `unix:///path?db=0`, all with `prefix=` (repeated or with commas), `environment=`, `role=`, `name=`;
/// `rediss://` also with `cacert=`, `cert=`, `key=` (paths), `sni=` and `verify=` (names). Percent-encoded
/// parts are decoded. Fails with Invalid; the detail never repeats the password.
Result<ConnectionUrl> parseConnectionUrl(const QString &url);

} // namespace oxp
