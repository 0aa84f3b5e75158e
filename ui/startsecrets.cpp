// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startsecrets.h"

#include "workspace/connectionline.h"

#include <cstdlib>
#include <cstring>

namespace oxp {

namespace {

constexpr const char *PasswordVariable = "OXPECKER_PASSWORD";

SecretString takeEnvironmentPassword() {
  char *value = std::getenv(PasswordVariable);
  if (!value)
    return {};
  SecretString password{QByteArray(value)};
  // Also out of the memory that /proc shows as the environment.
  explicit_bzero(value, std::strlen(value));
  ::unsetenv(PasswordVariable);
  return password;
}

struct UrlParts {
  qsizetype body, at; ///< behind `://`; the '@', or -1
};

UrlParts partsOf(const QString &url) {
  const qsizetype mark = url.indexOf(QLatin1StringView("://"));
  const qsizetype body = mark < 0 ? 0 : mark + 3;
  const qsizetype query = url.indexOf(u'?', body);
  const qsizetype at = QStringView(url).left(query < 0 ? url.size() : query).lastIndexOf(u'@');
  return {body, at < body ? -1 : at};
}

/// All that is masked where it is typed, and the characters that have to be seen there to be mended.
std::vector<TextRange> secretsOf(const QString &text) {
  using Kind = LineProblem::Kind;
  const ConnectionLine line = readConnectionLine(text);
  std::vector<TextRange> secrets = line.secrets;
  if (!line.problem || (line.problem->kind != Kind::RawCharacter && line.problem->kind != Kind::RawPercent))
    return secrets;
  secrets.push_back(line.problem->where);
  const auto raw = [&text](qsizetype at) {
    return at >= 0 && at < text.size() && u"#?%/ \t"_qs.contains(text[at]);
  };
  for (TextRange &secret : secrets) {
    for (; raw(secret.start - 1); ++secret.length)
      --secret.start;
    while (raw(secret.end()))
      ++secret.length;
  }
  return secrets;
}

} // namespace

StartSecrets::StartSecrets(int argc, char **argv)
    : m_password(takeEnvironmentPassword()) {
  for (int i = 1; i < argc; ++i)
    if (argv[i][0] != '-')
      hide(argv[i]);
}

void StartSecrets::hide(char *argument) {
  const QString text = QString::fromLocal8Bit(argument);
  const std::vector<TextRange> secrets = secretsOf(text);
  const size_t length = std::strlen(argument);
  for (const TextRange &secret : secrets) {
    const auto start = size_t(text.left(secret.start).toLocal8Bit().size());
    const auto end = size_t(text.left(secret.end()).toLocal8Bit().size());
    if (end <= length)
      std::memset(argument + start, 'x', end - start);
  }
  if (!secrets.empty())
    m_arguments.emplace_back(QString::fromLocal8Bit(argument), text);
}

QStringList StartSecrets::arguments(QStringList hidden) const {
  for (QString &each : hidden)
    each = argument(each);
  return hidden;
}

QString StartSecrets::argument(const QString &hidden) const {
  for (const auto &[now, before] : m_arguments)
    if (now == hidden)
      return before;
  return hidden;
}

QString urlWithPassword(const QString &url, const SecretString &password) {
  const UrlParts parts = partsOf(url);
  if (password.isEmpty())
    return url;
  const QString userInfo = parts.at < 0 ? QString() : url.mid(parts.body, parts.at - parts.body);
  return url.left(parts.body) + userInfo.section(u':', 0, 0) + u':' +
         QString::fromLatin1(password.reveal().toPercentEncoding()) + u'@' +
         url.mid(parts.at < 0 ? parts.body : parts.at + 1);
}

bool hasPassword(const QString &url) {
  const UrlParts parts = partsOf(url);
  return parts.at >= 0 && QStringView(url).sliced(parts.body, parts.at - parts.body).contains(u':');
}

} // namespace oxp
