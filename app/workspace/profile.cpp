// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profile.h"

#include <QUuid>

namespace oxp {

Endpoint Profile::endpoint() const {
  Endpoint made;
  made.host = host;
  made.port = port;
  made.socketPath = socketPath;
  made.database = database;
  made.tls = tls;
  return made;
}

QString Profile::address() const {
  const QString place = endpoint().display();
  return database == 0 && !socketPath.isEmpty() ? place : u"%1/%2"_qs.arg(place).arg(database);
}

Profile newProfile() {
  Profile profile;
  profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
  return profile;
}

namespace {

/// The same for every URL that leads to the same data, whatever else it says: drafts and records are kept
/// under it, and are found again at the next start.
QString idOfPlace(const Endpoint &endpoint, const QString &user) {
  static const QUuid Places = QUuid::fromString(u"{6f2d8f0e-6a0c-4b7e-9d3a-5b1c8a7e4f10}"_qs);
  const QString place = u"%1\n%2\n%3"_qs.arg(endpoint.display()).arg(endpoint.database).arg(user);
  return QUuid::createUuidV5(Places, place).toString(QUuid::WithoutBraces);
}

} // namespace

Environment guessEnvironment(const Endpoint &endpoint) {
  return endpoint.isLoopback() ? Environment::Local : Environment::Production;
}

Result<UrlProfile> profileFromUrl(const QString &url) {
  const Result<ConnectionUrl> read = parseConnectionUrl(url);
  if (!read)
    return fail(read.error());
  Profile profile;
  profile.id = idOfPlace(read->endpoint, read->credentials.user);
  profile.stored = false;
  profile.name = read->name.isEmpty() ? read->endpoint.display() : read->name;
  profile.host = read->endpoint.host;
  profile.port = read->endpoint.port;
  profile.socketPath = read->endpoint.socketPath;
  profile.database = read->endpoint.database;
  profile.tls = read->endpoint.tls;
  profile.user = read->credentials.user;
  if (!read->prefixes.empty())
    profile.prefixes = QList<QByteArray>(read->prefixes.begin(), read->prefixes.end());
  profile.environment = read->environment.value_or(guessEnvironment(read->endpoint));
  profile.role = read->role.value_or(Role::Operator);
  return UrlProfile{std::move(profile), read->credentials.password};
}

QList<QByteArray> profileProblems(const Profile &profile) {
  QList<QByteArray> problems;
  if (profile.name.trimmed().isEmpty())
    problems += "name";
  if (profile.socketPath.isEmpty() && profile.host.trimmed().isEmpty())
    problems += "host";
  if (profile.socketPath.isEmpty() && profile.port == 0)
    problems += "port";
  if (profile.database < 0)
    problems += "database";
  if (profile.tls && profile.tls->certificateFile.isEmpty() && !profile.tls->keyFile.isEmpty())
    problems += "certificate";
  if (profile.prefixes.isEmpty())
    problems += "prefixes";
  return problems;
}

} // namespace oxp
