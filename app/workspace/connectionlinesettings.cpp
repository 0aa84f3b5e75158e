// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connectionreading.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <vector>

namespace oxp::reading {

namespace {

using Why = LeftOut::Why;

/// `NAME=value`, its value without quotes.
struct Setting {
  QString name;
  TextRange value;
  bool quoted = false;
};

enum class Meaning {
  Url,
  RestUrl,
  Host,
  Port,
  Password,
  User,
  Database,
  Tls,
  Prefix,
  NodeEnvironment,
  Other
};

bool oneOf(const QString &word, std::initializer_list<const char *> words) {
  return std::any_of(words.begin(), words.end(),
                     [&word](const char *one) { return word == QLatin1StringView(one); });
}

/// `REDISHOST` of Railway is REDIS and HOST.
QStringList wordsOf(const QString &name) {
  QStringList words;
  for (const QString &part : name.toUpper().split(QRegularExpression(u"[_.-]"_qs), Qt::SkipEmptyParts)) {
    constexpr QLatin1StringView Redis("REDIS");
    const bool glued = part.startsWith(Redis) && part.size() > Redis.size() &&
                       !oneOf(part, {"REDISCLOUD", "REDISTOGO", "REDISGREEN", "REDISCLI"});
    if (glued)
      words << Redis << part.mid(Redis.size());
    else
      words << part;
  }
  return words;
}

bool isRedisWord(const QString &word) {
  return oneOf(word, {"REDIS", "IOREDIS", "VALKEY", "KEYDB", "BULL", "BULLMQ", "QUEUE", "KV", "UPSTASH",
                      "REDISCLOUD", "REDISTOGO", "REDISGREEN", "REDISCLI", "ELASTICACHE", "MEMORYSTORE"});
}

bool isRedisName(const QString &name) {
  const QStringList words = wordsOf(name);
  return std::any_of(words.begin(), words.end(), isRedisWord);
}

Meaning meaningOf(const QString &name) {
  const QStringList words = wordsOf(name);
  const QString last = words.isEmpty() ? QString() : words.last();
  if (oneOf(name, {"NODE_ENV", "APP_ENV", "ENVIRONMENT", "RAILS_ENV", "APP_ENVIRONMENT", "DEPLOY_ENV"}))
    return Meaning::NodeEnvironment;
  if (oneOf(last, {"URL", "URI", "DSN", "STRING", "REDIS", "REDISCLOUD"}))
    return words.contains(u"REST"_qs) ? Meaning::RestUrl : Meaning::Url;
  if (words.contains(u"REST"_qs))
    return Meaning::Other;
  if (oneOf(last, {"HOST", "HOSTNAME", "SERVER", "ENDPOINT", "ADDRESS", "ADDR"}))
    return Meaning::Host;
  if (last == u"PORT")
    return Meaning::Port;
  if (oneOf(last, {"PASSWORD", "PASS", "PASSWD", "PW", "PWD", "AUTH", "TOKEN", "SECRET"}))
    return Meaning::Password;
  if (oneOf(last, {"USER", "USERNAME", "LOGIN"}))
    return Meaning::User;
  if (oneOf(last, {"DB", "DATABASE", "INDEX", "NUMBER"}))
    return Meaning::Database;
  if (oneOf(last, {"TLS", "SSL"}) ||
      (last == u"ENABLED" && (words.contains(u"TLS"_qs) || words.contains(u"SSL"_qs))))
    return Meaning::Tls;
  return last == u"PREFIX" ? Meaning::Prefix : Meaning::Other;
}

bool isSecretName(const QString &name) {
  for (const QString &word : wordsOf(name))
    if (oneOf(word,
              {"PASSWORD", "PASS", "PASSWD", "PW", "PWD", "AUTH", "TOKEN", "SECRET", "KEY", "CREDENTIALS"}))
      return true;
  return false;
}

class SettingsReader {
public:
  explicit SettingsReader(Reading &reading)
      : m_reading(reading)
      , m_text(reading.text) {}

  bool read() {
    if (!isSettings())
      return false;
    m_reading.line.form = LineForm::Settings;
    find();
    const auto redis = [](const Setting &setting) { return isRedisName(setting.name); };
    m_bare = std::none_of(m_settings.begin(), m_settings.end(), redis);
    // The address that works from outside goes before the one inside a provider's network.
    for (const char *word : {"PUBLIC", "TLS", ""})
      for (const Setting &setting : m_settings)
        if (meaningOf(setting.name) == Meaning::Url &&
            setting.name.toUpper().contains(QLatin1StringView(word)))
          apply(setting);
    for (const Setting &setting : m_settings)
      apply(setting);
    return true;
  }

private:
  /// By its first line that is no heading of a compose file.
  bool isSettings() const {
    static const QRegularExpression heading(u"^\\s*(#.*|-?\\s*[a-z_-]+:\\s*)$"_qs);
    static const QRegularExpression setting(
        u"^\\s*(-\\s*|-e\\s+)?[\"']?((export|set|ENV|heroku config:set)\\s+)?[A-Za-z_][A-Za-z0-9_.]*\\s*=\\s*"
        "(?![>={\\[]|new\\b|await\\b|require\\b)"_qs);
    static const QRegularExpression yaml(
        u"^\\s*(-\\s*)?([A-Z][A-Z0-9_]*|host|hostname|port|password|user|username|db|database|url|tls|ssl)"
        ":\\s+[^,{\\[\\s][^,{]*$"_qs);
    for (const QString &line : m_text.split(u'\n')) {
      if (line.trimmed().isEmpty() || heading.match(line).hasMatch())
        continue;
      return setting.match(line).hasMatch() || (yaml.match(line).hasMatch() && !m_text.contains(u",\n"_qs));
    }
    return false;
  }

  void find() {
    static const QRegularExpression name(
        u"(?:^|[\\s\"'])([A-Za-z_][A-Za-z0-9_.]*)(?:[ \\t]*=[ \\t]*|[ \\t]*:[ \\t]+)"_qs,
        QRegularExpression::MultilineOption);
    qsizetype from = 0;
    while (true) {
      const auto match = name.match(m_text, from);
      if (!match.hasMatch())
        return;
      Setting setting{match.captured(1), {}, false};
      from = readValue(setting, match.capturedEnd());
      if (!isComment(match.capturedStart(1)))
        m_settings.push_back(setting);
      else
        m_reading.secret(setting.value); // an old password, perhaps
    }
  }

  bool isComment(qsizetype at) const {
    const qsizetype line = at == 0 ? 0 : m_text.lastIndexOf(u'\n', at - 1) + 1;
    const QStringView before = QStringView(m_text).sliced(line, at - line);
    return before.trimmed().startsWith(u'#');
  }

  /// Where reading goes on.
  qsizetype readValue(Setting &setting, qsizetype at) {
    const QChar quote = at < m_text.size() ? m_text[at] : QChar();
    if (quote == u'"' || quote == u'\'') {
      setting.quoted = true;
      const qsizetype close = m_text.indexOf(quote, at + 1);
      if (close < 0)
        m_reading.problem(LineProblem::Kind::OpenQuote, {at, 1}, quote, m_text + quote);
      setting.value = {at + 1, (close < 0 ? m_text.size() : close) - at - 1};
      return close < 0 ? m_text.size() : close + 1;
    }
    qsizetype end = at;
    while (end < m_text.size() && !m_text[end].isSpace())
      ++end;
    setting.value = {at, end - at};
    // `- "REDIS_URL=…"`: the quotation mark stands around the whole setting.
    if (setting.value.length > 0 && u"\"'"_qs.contains(m_text[end - 1]))
      --setting.value.length;
    return end;
  }

  void apply(const Setting &setting) {
    const bool known = isRedisName(setting.name) || m_bare;
    const Meaning meaning = meaningOf(setting.name);
    if (m_done.contains(setting.value.start))
      return;
    m_done.insert(setting.value.start);
    if (meaning == Meaning::NodeEnvironment)
      return m_reading.setNodeEnvironment(m_reading.view(setting.value).toString());
    if (!known || meaning == Meaning::Other || meaning == Meaning::RestUrl)
      return leaveOut(setting);
    if (setting.value.length == 0)
      return;
    if (!isUnknown(setting, meaning))
      applyValue(setting, meaning);
  }

  void leaveOut(const Setting &setting) {
    if (isSecretName(setting.name))
      m_reading.secret(setting.value);
    else
      maskInUrl(setting.value);
    m_reading.leaveOut(setting.name, Why::NotThisServer);
    if (meaningOf(setting.name) == Meaning::RestUrl && m_settings.size() <= 2)
      m_reading.problem(LineProblem::Kind::RestAddress, setting.value);
  }

  void maskInUrl(const TextRange &value) {
    static const QRegularExpression user(u"://[^@\\s]*@"_qs);
    if (const auto match = user.match(m_reading.view(value).toString()); match.hasMatch())
      m_reading.secret({value.start + match.capturedStart() + 3, match.capturedLength() - 4});
  }

  static std::optional<LineField> fieldOf(Meaning meaning) {
    switch (meaning) {
    case Meaning::Url:
    case Meaning::Host:
      return LineField::Host;
    case Meaning::Port:
      return LineField::Port;
    case Meaning::Password:
      return LineField::Password;
    case Meaning::User:
      return LineField::User;
    case Meaning::Database:
      return LineField::Database;
    case Meaning::Tls:
      return LineField::Tls;
    default:
      return std::nullopt;
    }
  }

  /// A reference to another setting, or a place for one to be written in.
  bool isUnknown(const Setting &setting, Meaning meaning) {
    static const QRegularExpression reference(u"^(\\$\\{.*\\}|\\$[A-Za-z_][A-Za-z0-9_]*|<[^>]*>)$"_qs);
    const QString value = m_reading.view(setting.value).toString();
    if (!reference.match(value).hasMatch())
      return false;
    m_reading.leaveOut(value.left(60), Why::NotKnownHere, fieldOf(meaning));
    return true;
  }

  void applyValue(const Setting &setting, Meaning meaning) {
    const QString value = m_reading.view(setting.value).toString();
    const std::optional<LineField> field = fieldOf(meaning);
    if (meaning == Meaning::Password)
      m_reading.secret(setting.value);
    if (field && m_reading.line.says(*field))
      return meaning == Meaning::Url ? leaveOut(setting) : void();
    switch (meaning) {
    case Meaning::Url:
    case Meaning::Host:
      return looksLikeUrl(value) ? readUrl(m_reading, setting.value) : readAddress(m_reading, setting.value);
    case Meaning::Port:
      return m_reading.setPort(value, setting.value);
    case Meaning::Password:
      return m_reading.setPassword(value, setting.value);
    case Meaning::User:
      return m_reading.setUser(value);
    case Meaning::Database:
      return m_reading.setDatabase(value, setting.value);
    case Meaning::Tls:
      return m_reading.setTls(!oneOf(value.toUpper(), {"0", "FALSE", "NO", "OFF"}));
    case Meaning::Prefix:
      return m_reading.setPrefix(value);
    default:
      return;
    }
  }

  Reading &m_reading;
  const QString &m_text;
  std::vector<Setting> m_settings;
  QSet<qsizetype> m_done;
  bool m_bare = false; ///< no name speaks of Redis: `HOST` is the server's then
};

} // namespace

bool readSettings(Reading &reading) {
  return SettingsReader(reading).read();
}

} // namespace oxp::reading
