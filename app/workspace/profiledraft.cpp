// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profiledraft.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QRegularExpression>

#include <array>

namespace oxp {

namespace {

struct HostWord {
  const char *pattern;
  Environment environment;
};

// Whole words of a host's name. Staging goes first: `preprod` is no production.
const std::array HostWords = {
    HostWord{"(^|[._-])(stag(e|ing)?|stg|test(ing)?|qa|uat|dev(elop(ment)?)?|pre-?prod|preview|sandbox)[0-9]*"
             "([._-]|$)",
             Environment::Staging},
    HostWord{"(^|[._-])(prod(uction)?|prd|live)[0-9]*([._-]|$)", Environment::Production},
};

bool isAddress(const QString &host) {
  return !QHostAddress(host).isNull();
}

QString nameOf(const ConnectionLine &line) {
  const Endpoint &endpoint = line.endpoint;
  if (!line.name.isEmpty())
    return line.name;
  if (endpoint.isUnixSocket())
    return QFileInfo(endpoint.socketPath).fileName();
  return isAddress(endpoint.host) ? endpoint.display() : endpoint.host.section(u'.', 0, 0);
}

} // namespace

EnvironmentGuess guessEnvironment(const ConnectionLine &line) {
  const bool loopback = line.endpoint.isLoopback();
  if (line.environment && !line.environmentOfNode)
    return {*line.environment, EnvironmentBasis::Said};
  if (line.environment) {
    // A developer's settings may name a server that others use.
    const bool elsewhere = *line.environment == Environment::Local && !loopback;
    return {elsewhere ? Environment::Staging : *line.environment, EnvironmentBasis::NodeEnv};
  }
  if (loopback)
    return {Environment::Local, EnvironmentBasis::Loopback};
  for (const HostWord &word : HostWords) {
    const QRegularExpression pattern(QLatin1StringView(word.pattern),
                                     QRegularExpression::CaseInsensitiveOption);
    if (pattern.match(line.endpoint.host).hasMatch())
      return {word.environment, EnvironmentBasis::HostName};
  }
  return {};
}

QString wholePath(const QString &path) {
  return path.isEmpty() ? QString() : QDir::cleanPath(QDir().absoluteFilePath(path));
}

ProfileDraft draftProfile(const ConnectionLine &line) {
  const EnvironmentGuess guess = guessEnvironment(line);
  ProfileDraft draft;
  Profile &profile = draft.profile;
  profile = newProfile();
  profile.name = nameOf(line);
  profile.host = line.missing(LineField::Host).isEmpty() ? line.endpoint.host : QString();
  profile.port = line.endpoint.port;
  profile.socketPath = line.endpoint.socketPath;
  profile.database = line.endpoint.database;
  profile.tls = line.endpoint.tls;
  if (profile.tls)
    for (QString *file : {&profile.tls->caFile, &profile.tls->certificateFile, &profile.tls->keyFile})
      *file = wholePath(*file);
  profile.user = line.credentials.user;
  profile.prefixes = line.prefixes.isEmpty() ? QList<QByteArray>{QByteArrayLiteral("*")} : line.prefixes;
  profile.environment = guess.environment;
  profile.role =
      line.role.value_or(guess.environment == Environment::Production ? Role::Viewer : Role::Operator);
  draft.password = line.credentials.password;
  draft.basis = guess.basis;
  return draft;
}

} // namespace oxp
