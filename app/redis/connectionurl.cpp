// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/endpoint.h"

#include <QStringView>

#include <algorithm>
#include <iterator>

namespace oxp {

namespace {

const QString BadScheme = QStringLiteral("a URL begins with redis://, rediss:// or unix://");

// Nothing in here puts any part of what stands before '@' into a message.

struct Parts {
  QString scheme;
  QString userInfo;
  bool hasUserInfo = false;
  QString place; ///< host[:port][/db], or the path of a socket
  QString query;
  qsizetype placeOffset = 0;
};

QByteArray decoded(const QString &text) {
  return QByteArray::fromPercentEncoding(text.toUtf8());
}

Result<Parts> split(const QString &url) {
  const qsizetype mark = url.indexOf(QLatin1StringView("://"));
  if (mark <= 0)
    return fail(ErrorKind::Invalid, BadScheme, "scheme", 0);
  Parts parts;
  parts.scheme = url.left(mark).toLower();
  const qsizetype begin = mark + 3;
  qsizetype end = url.indexOf(u'?', begin);
  if (end >= 0)
    parts.query = url.mid(end + 1);
  else
    end = url.size();
  const QString body = url.mid(begin, end - begin);
  // The last '@', so that a password may hold one unencoded.
  const qsizetype at = body.lastIndexOf(u'@');
  parts.hasUserInfo = at >= 0;
  parts.userInfo = at >= 0 ? body.left(at) : QString();
  parts.place = body.mid(at + 1);
  parts.placeOffset = begin + at + 1;
  return parts;
}

void applyUserInfo(const Parts &parts, ConnectionUrl &url) {
  if (!parts.hasUserInfo)
    return;
  const qsizetype colon = parts.userInfo.indexOf(u':');
  const QString user = colon < 0 ? parts.userInfo : parts.userInfo.left(colon);
  url.credentials.user = QString::fromUtf8(decoded(user));
  if (colon >= 0)
    url.credentials.password = SecretString(decoded(parts.userInfo.mid(colon + 1)));
}

Result<void> applyDatabase(const QString &text, qsizetype offset, ConnectionUrl &url) {
  bool ok = false;
  const int database = text.toInt(&ok);
  if (!ok || database < 0)
    return fail(ErrorKind::Invalid, QStringLiteral("the database is a number from 0"), "database", offset);
  url.endpoint.database = database;
  return {};
}

Result<void> applyPort(const QString &text, qsizetype offset, ConnectionUrl &url) {
  bool ok = false;
  const int port = text.toInt(&ok);
  if (!ok || port < 1 || port > 65535)
    return fail(ErrorKind::Invalid, QStringLiteral("the port is a number from 1 to 65535"), "port", offset);
  url.endpoint.port = static_cast<quint16>(port);
  return {};
}

Result<void> applyHostAndPort(const QString &text, qsizetype offset, ConnectionUrl &url) {
  const bool bracketed = text.startsWith(u'[');
  const qsizetype close = bracketed ? text.indexOf(u']') : -1;
  const qsizetype colon = text.indexOf(u':', bracketed ? close + 1 : 0);
  const bool badBrackets = bracketed && (close < 0 || (close + 1 < text.size() && colon != close + 1));
  if (badBrackets || (!bracketed && text.count(u':') > 1))
    return fail(ErrorKind::Invalid, QStringLiteral("an IPv6 address stands in brackets: [::1]:6379"), "host",
                offset);
  const QString host = bracketed ? text.mid(1, close - 1) : text.left(colon < 0 ? text.size() : colon);
  if (!host.isEmpty())
    url.endpoint.host = QString::fromUtf8(decoded(host));
  return colon < 0 ? Result<void>{} : applyPort(text.mid(colon + 1), offset + colon + 1, url);
}

Result<void> applyTcpPlace(const Parts &parts, ConnectionUrl &url) {
  const qsizetype slash = parts.place.indexOf(u'/');
  const QString hostAndPort = slash < 0 ? parts.place : parts.place.left(slash);
  if (auto done = applyHostAndPort(hostAndPort, parts.placeOffset, url); !done)
    return done;
  const QString database = slash < 0 ? QString() : parts.place.mid(slash + 1);
  return database.isEmpty() ? Result<void>{} : applyDatabase(database, parts.placeOffset + slash + 1, url);
}

Result<void> applySocketPlace(const Parts &parts, ConnectionUrl &url) {
  if (!parts.place.startsWith(u'/') || parts.place.size() < 2)
    return fail(ErrorKind::Invalid, QStringLiteral("a socket has an absolute path: unix:///path"), "socket",
                parts.placeOffset);
  url.endpoint.socketPath = QString::fromUtf8(decoded(parts.place));
  return {};
}

template <typename Value>
struct Word {
  const char *word;
  Value value;
};

template <typename Value, size_t Count>
Result<Value> oneOf(const Word<Value> (&words)[Count], const QByteArray &text, const char *code,
                    qsizetype offset) {
  for (const auto &word : words) {
    if (text == word.word)
      return word.value;
  }
  return fail(ErrorKind::Invalid, QStringLiteral("not a word for this: ") + QString::fromUtf8(text), code,
              offset);
}

constexpr Word<Environment> EnvironmentWords[] = {{"local", Environment::Local},
                                                  {"staging", Environment::Staging},
                                                  {"production", Environment::Production}};
constexpr Word<Role> RoleWords[] = {{"viewer", Role::Viewer}, {"operator", Role::Operator}};

struct TlsWord {
  const char *word;
  QString TlsOptions::*member;
};

constexpr TlsWord TlsWords[] = {{"cacert", &TlsOptions::caFile},
                                {"cert", &TlsOptions::certificateFile},
                                {"key", &TlsOptions::keyFile},
                                {"sni", &TlsOptions::serverName},
                                {"verify", &TlsOptions::verifyName}};

/// False when it is no option of TLS, or TLS is not spoken: a certificate that went unused would be missed
/// late.
bool applyTlsOption(const QString &key, const QString &value, ConnectionUrl &url) {
  const auto found = std::find_if(std::begin(TlsWords), std::end(TlsWords),
                                  [&](const TlsWord &word) { return key == QLatin1StringView(word.word); });
  if (found == std::end(TlsWords) || !url.endpoint.tls)
    return false;
  (*url.endpoint.tls).*(found->member) = QString::fromUtf8(decoded(value));
  return true;
}

Result<void> applyOption(const QString &key, const QString &value, qsizetype offset, ConnectionUrl &url) {
  if (key == u"db")
    return applyDatabase(value, offset, url);
  if (key == u"name") {
    url.name = QString::fromUtf8(decoded(value));
  } else if (key == u"prefix") {
    // Split before decoding: an encoded comma belongs to a prefix.
    for (const QString &prefix : value.split(u','))
      url.prefixes.push_back(decoded(prefix));
  } else if (key == u"environment") {
    const auto environment = oneOf(EnvironmentWords, decoded(value).toLower(), "environment", offset);
    if (!environment)
      return fail(environment.error());
    url.environment = *environment;
  } else if (key == u"role") {
    const auto role = oneOf(RoleWords, decoded(value).toLower(), "role", offset);
    if (!role)
      return fail(role.error());
    url.role = *role;
  } else if (!applyTlsOption(key, value, url)) {
    // A misspelt `environment` that went unnoticed would make a production server look harmless.
    return fail(ErrorKind::Invalid, QStringLiteral("unknown option: ") + key, "option", offset);
  }
  return {};
}

Result<void> applyQuery(const Parts &parts, qsizetype offset, ConnectionUrl &url) {
  for (const QString &option : parts.query.split(u'&', Qt::SkipEmptyParts)) {
    const qsizetype equals = option.indexOf(u'=');
    const QString key = equals < 0 ? option : option.left(equals);
    const QString value = equals < 0 ? QString() : option.mid(equals + 1);
    if (auto done = applyOption(key, value, offset, url); !done)
      return done;
    offset += option.size() + 1;
  }
  return {};
}

} // namespace

Result<ConnectionUrl> parseConnectionUrl(const QString &text) {
  const auto parts = split(text.trimmed());
  if (!parts)
    return fail(parts.error());
  const bool socket = parts->scheme == u"unix";
  const bool tls = parts->scheme == u"rediss";
  if (!socket && !tls && parts->scheme != u"redis")
    return fail(ErrorKind::Invalid, BadScheme, "scheme", 0);
  ConnectionUrl url;
  if (tls)
    url.endpoint.tls.emplace();
  applyUserInfo(*parts, url);
  auto placed = socket ? applySocketPlace(*parts, url) : applyTcpPlace(*parts, url);
  if (!placed)
    return fail(placed.error());
  const qsizetype queryOffset = parts->placeOffset + parts->place.size() + 1;
  if (auto done = applyQuery(*parts, queryOffset, url); !done)
    return fail(done.error());
  return url;
}

} // namespace oxp
