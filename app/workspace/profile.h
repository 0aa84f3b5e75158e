// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"
#include "base/result.h"
#include "redis/endpoint.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace oxp {

/// A connection as the person set it up. Never holds a password or a passphrase.
struct Profile {
  QString id; ///< uuid without braces; stable over renames
  QString name;
  QString host = QStringLiteral("127.0.0.1");
  quint16 port = 6379;
  QString socketPath; ///< when set it goes before host and port
  int database = 0;
  std::optional<TlsOptions> tls; ///< nothing = in plain
  QString user;
  QList<QByteArray> prefixes = {QByteArrayLiteral("bull")}; ///< `*` = find them
  Environment environment = Environment::Local;
  Role role = Role::Operator;
  bool passwordSaved = false;   ///< the keychain holds one: it is asked before connecting
  bool passphraseSaved = false; ///< likewise for what unlocks the key of `tls`
  bool stored = true;           ///< false: from a URL, gone with the window

  Endpoint endpoint() const;
  /// `127.0.0.1:6379/0` or `/run/redis.sock`, for tool tips.
  QString address() const;
  bool operator==(const Profile &) const = default;
};

/// A new profile with an id of its own and the defaults.
Profile newProfile();

/// The environment that an address suggests when nobody said: loopback and unix sockets are local, everything
/// else production (the careful guess).
Environment guessEnvironment(const Endpoint &endpoint);

/// A profile that is not stored, from a URL of the command line, and its password. Server, database and user
/// decide its id.
struct UrlProfile {
  Profile profile;
  SecretString password;
};
Result<UrlProfile> profileFromUrl(const QString &url);

/// What is wrong with a profile, as stable words of the fields concerned (`name`, `host`, `port`, `database`,
/// `certificate`, `prefixes`); empty = it can be stored.
QList<QByteArray> profileProblems(const Profile &profile);

} // namespace oxp
