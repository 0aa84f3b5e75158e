// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/lineurl.h"

#include "workspace/connectionline.h"
#include "workspace/connectionwords.h"
#include "workspace/profiledraft.h"

#include <QRegularExpression>
#include <QUrl>

namespace oxp {

namespace {

QString encoded(const QString &text, const QByteArray &asItIs = {}) {
  return QString::fromLatin1(QUrl::toPercentEncoding(text, asItIs));
}

bool isOwnUrl(const QString &text) {
  static const QRegularExpression own(u"^\\s*(rediss?|unix)://\\S*\\s*$"_qs,
                                      QRegularExpression::CaseInsensitiveOption);
  return own.match(text).hasMatch();
}

QString environmentWord(Environment environment) {
  switch (environment) {
  case Environment::Local:
    return u"local"_qs;
  case Environment::Staging:
    return u"staging"_qs;
  default:
    return u"production"_qs;
  }
}

QString userInfo(const Credentials &credentials) {
  const QByteArray password = credentials.password.reveal().toPercentEncoding();
  if (password.isEmpty())
    return credentials.user.isEmpty() ? QString() : encoded(credentials.user) + u'@';
  return encoded(credentials.user) + u':' + QString::fromLatin1(password) + u'@';
}

QString placeOf(const Endpoint &endpoint) {
  if (endpoint.isUnixSocket())
    return encoded(endpoint.socketPath, "/");
  const bool v6 = endpoint.host.contains(u':');
  return (v6 ? u'[' + endpoint.host + u']' : encoded(endpoint.host)) + u':' + QString::number(endpoint.port);
}

QStringList optionsOf(const ConnectionLine &line) {
  QStringList options;
  const auto add = [&options](const char *key, const QString &value) {
    if (!value.isEmpty())
      options << QLatin1StringView(key) + u'=' + value;
  };
  if (line.endpoint.database > 0)
    add("db", QString::number(line.endpoint.database));
  QStringList prefixes;
  for (const QByteArray &prefix : line.prefixes)
    prefixes << QString::fromLatin1(prefix.toPercentEncoding());
  add("prefix", prefixes.join(u','));
  add("name", encoded(line.name));
  if (line.environment)
    add("environment", environmentWord(guessEnvironment(line).environment));
  if (line.role)
    add("role", *line.role == Role::Viewer ? u"viewer"_qs : u"operator"_qs);
  if (const auto &tls = line.endpoint.tls; tls && !line.endpoint.isUnixSocket()) {
    add("cacert", encoded(wholePath(tls->caFile), "/"));
    add("cert", encoded(wholePath(tls->certificateFile), "/"));
    add("key", encoded(wholePath(tls->keyFile), "/"));
    add("sni", encoded(tls->serverName));
    add("verify", encoded(tls->verifyName));
  }
  return options;
}

QString sentenceOf(const QString &text, const ConnectionLine &line) {
  return line.problem ? connectionwords::problem(text, *line.problem) : connectionwords::missing(line);
}

} // namespace

Result<QString> urlOfLine(const QString &text) {
  if (isOwnUrl(text))
    return text;
  const ConnectionLine line = readConnectionLine(text);
  if (!line.isUsable())
    return fail(ErrorKind::Invalid, sentenceOf(text, line), "line");
  const Endpoint &endpoint = line.endpoint;
  const QString scheme = endpoint.isUnixSocket() ? u"unix"_qs : endpoint.tls ? u"rediss"_qs : u"redis"_qs;
  const QString options = optionsOf(line).join(u'&');
  return scheme + u"://"_qs + userInfo(line.credentials) + placeOf(endpoint) +
         (options.isEmpty() ? QString() : u'?' + options);
}

Error lineError(const QString &text, const Error &otherwise) {
  const ConnectionLine line = readConnectionLine(text);
  const QString sentence = line.isUsable() ? QString() : sentenceOf(text, line);
  return sentence.isEmpty() ? otherwise : Error{ErrorKind::Invalid, "line", sentence};
}

} // namespace oxp
