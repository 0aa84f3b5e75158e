// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connectionreading.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace oxp::reading {

namespace {

/// As the pages of providers show it: copied with the bullets.
bool isOnlyMask(const QString &password) {
  return password.size() >= 3 && std::all_of(password.begin(), password.end(), [](QChar letter) {
           return letter == u'•' || letter == u'*' || letter == u'●';
         });
}

/// A shell and Node's path helpers know the home folder, and a file dialog knows no `~`.
QString withHome(const QString &path) {
  for (const QLatin1StringView home :
       {QLatin1StringView("~/"), QLatin1StringView("$HOME/"), QLatin1StringView("${HOME}/")})
    if (path.startsWith(home))
      return QDir::homePath() + path.mid(home.size() - 1);
  return path;
}

} // namespace

void Reading::problem(LineProblem::Kind kind, const TextRange &where, const QString &word,
                      const QString &repaired) {
  if (!line.problem)
    line.problem = LineProblem{kind, where, word, repaired};
}

void Reading::secret(const TextRange &range) {
  line.secrets.push_back(range);
}

void Reading::leaveOut(const QString &name, LeftOut::Why why, std::optional<LineField> field) {
  // Where quotation marks went wrong, a name may hold anything.
  static const QRegularExpression plain(u"^[-A-Za-z0-9_.$(){}<> #…/\\[\\]]{1,60}$"_qs);
  const bool spaced = name.contains(u' ') && why != LeftOut::Why::NotKnownHere;
  const LeftOut left{plain.match(name).hasMatch() && !spaced ? name : u"…"_qs, why, field};
  if (!line.leftOut.contains(left))
    line.leftOut += left;
}

QString Reading::with(const TextRange &range, const QString &replacement) const {
  return QString(text).replace(range.start, range.length, replacement);
}

void Reading::say(LineField field) {
  if (!line.said.contains(field))
    line.said += field;
}

void Reading::setHost(const QString &host) {
  line.endpoint.host = host;
  say(LineField::Host);
}

void Reading::setPort(const QString &port, const TextRange &where) {
  bool ok = false;
  const int number = port.toInt(&ok);
  if (!ok || number < 1 || number > 65535)
    return problem(LineProblem::Kind::Port, where);
  line.endpoint.port = static_cast<quint16>(number);
  say(LineField::Port);
}

void Reading::setDatabase(const QString &database, const TextRange &where) {
  bool ok = false;
  const int number = database.toInt(&ok);
  if (!ok || number < 0)
    return problem(LineProblem::Kind::Database, where);
  line.endpoint.database = number;
  say(LineField::Database);
}

void Reading::setSocket(const QString &path, const TextRange &where) {
  if (!path.startsWith(u'/') || path.size() < 2)
    return problem(LineProblem::Kind::SocketPath, where);
  line.endpoint.socketPath = path;
  say(LineField::Socket);
}

void Reading::setUser(const QString &user) {
  line.credentials.user = user;
  if (!user.isEmpty())
    say(LineField::User);
}

void Reading::setPassword(const QString &password, const TextRange &where) {
  secret(where);
  if (password.isEmpty())
    return;
  if (isOnlyMask(password))
    return problem(LineProblem::Kind::MaskedPassword, where);
  line.credentials.password = SecretString(password.toUtf8());
  say(LineField::Password);
}

void Reading::setTls(bool on) {
  if (on)
    line.endpoint.tls.emplace();
  else
    line.endpoint.tls.reset();
  say(LineField::Tls);
}

void Reading::setPrefix(const QString &prefix) {
  if (prefix.isEmpty() || line.prefixes.contains(prefix.toUtf8()))
    return;
  line.prefixes += prefix.toUtf8();
  say(LineField::Prefix);
}

void Reading::setName(const QString &name) {
  if (name.isEmpty())
    return;
  line.name = name;
  say(LineField::Name);
}

void Reading::setTlsWord(LineField field, const QString &value) {
  if (value.isEmpty())
    return;
  switch (field) {
  case LineField::CaFile:
    m_tls.caFile = withHome(value);
    break;
  case LineField::CertificateFile:
    m_tls.certificateFile = withHome(value);
    break;
  case LineField::KeyFile:
    m_tls.keyFile = withHome(value);
    break;
  case LineField::ServerName:
    m_tls.serverName = value;
    break;
  default:
    m_tls.verifyName = value;
  }
  say(field);
}

void Reading::finish() {
  if (line.endpoint.tls)
    line.endpoint.tls = m_tls;
}

void Reading::setNodeEnvironment(const QString &value) {
  const QString word = value.toLower();
  const auto begins = [&word](std::initializer_list<const char *> words) {
    return std::any_of(words.begin(), words.end(),
                       [&word](const char *start) { return word.startsWith(QLatin1StringView(start)); });
  };
  if (begins({"prod", "live"}))
    line.environment = Environment::Production;
  else if (begins({"stag", "test", "qa", "uat", "preview", "preprod", "pre-prod"}))
    line.environment = Environment::Staging;
  else if (begins({"dev", "local"}))
    line.environment = Environment::Local;
  else
    return;
  if (word.startsWith(u"preprod") || word.startsWith(u"pre-prod"))
    line.environment = Environment::Staging;
  line.environmentOfNode = true;
  say(LineField::Environment);
}

} // namespace oxp::reading
