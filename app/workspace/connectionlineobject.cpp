// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connectionreading.h"
#include "workspace/scriptliteral.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace oxp::reading {

namespace {

using script::Member;
using script::Value;
using Why = LeftOut::Why;
using Kind = LineProblem::Kind;

enum class Key {
  Host,
  Port,
  Password,
  User,
  Database,
  Url,
  Socket,
  Tls,
  Prefix,
  Sentinels,
  WorkersOnly,
  NotNeeded,
  Other, ///< may hold a connection
};

struct KeyWord {
  const char *word;
  Key key;
};
constexpr std::array KeyWords = {
    KeyWord{"host", Key::Host},
    KeyWord{"hostname", Key::Host},
    KeyWord{"port", Key::Port},
    KeyWord{"password", Key::Password},
    KeyWord{"pass", Key::Password},
    KeyWord{"auth_pass", Key::Password},
    KeyWord{"authPass", Key::Password},
    KeyWord{"username", Key::User},
    KeyWord{"user", Key::User},
    KeyWord{"db", Key::Database},
    KeyWord{"database", Key::Database},
    KeyWord{"url", Key::Url},
    KeyWord{"uri", Key::Url},
    KeyWord{"redisUrl", Key::Url},
    KeyWord{"connectionString", Key::Url},
    KeyWord{"path", Key::Socket},
    KeyWord{"tls", Key::Tls},
    KeyWord{"ssl", Key::Tls},
    KeyWord{"prefix", Key::Prefix},
    KeyWord{"sentinels", Key::Sentinels},
    KeyWord{"maxRetriesPerRequest", Key::WorkersOnly},
    KeyWord{"enableReadyCheck", Key::WorkersOnly},
    KeyWord{"enableOfflineQueue", Key::WorkersOnly},
    KeyWord{"retryStrategy", Key::WorkersOnly},
    KeyWord{"clusterRetryStrategy", Key::WorkersOnly},
    KeyWord{"reconnectOnError", Key::WorkersOnly},
    KeyWord{"reconnectStrategy", Key::WorkersOnly},
    KeyWord{"lazyConnect", Key::WorkersOnly},
    KeyWord{"autoResubscribe", Key::WorkersOnly},
    KeyWord{"autoResendUnfulfilledCommands", Key::WorkersOnly},
    KeyWord{"maxLoadingRetryTime", Key::WorkersOnly},
    KeyWord{"enableAutoPipelining", Key::WorkersOnly},
    KeyWord{"skipVersionCheck", Key::WorkersOnly},
    KeyWord{"skipWaitingForReady", Key::WorkersOnly},
    KeyWord{"blockingConnection", Key::WorkersOnly},
    KeyWord{"concurrency", Key::WorkersOnly},
    KeyWord{"lockDuration", Key::WorkersOnly},
    KeyWord{"lockRenewTime", Key::WorkersOnly},
    KeyWord{"stalledInterval", Key::WorkersOnly},
    KeyWord{"maxStalledCount", Key::WorkersOnly},
    KeyWord{"drainDelay", Key::WorkersOnly},
    KeyWord{"autorun", Key::WorkersOnly},
    KeyWord{"limiter", Key::WorkersOnly},
    KeyWord{"settings", Key::WorkersOnly},
    KeyWord{"metrics", Key::WorkersOnly},
    KeyWord{"telemetry", Key::WorkersOnly},
    KeyWord{"defaultJobOptions", Key::WorkersOnly},
    KeyWord{"removeOnComplete", Key::WorkersOnly},
    KeyWord{"removeOnFail", Key::WorkersOnly},
    KeyWord{"connectTimeout", Key::NotNeeded},
    KeyWord{"commandTimeout", Key::NotNeeded},
    KeyWord{"socketTimeout", Key::NotNeeded},
    KeyWord{"disconnectTimeout", Key::NotNeeded},
    KeyWord{"keepAlive", Key::NotNeeded},
    KeyWord{"noDelay", Key::NotNeeded},
    KeyWord{"family", Key::NotNeeded},
    KeyWord{"keyPrefix", Key::NotNeeded},
    KeyWord{"connectionName", Key::NotNeeded},
    KeyWord{"showFriendlyErrorStack", Key::NotNeeded},
    KeyWord{"dnsLookup", Key::NotNeeded},
    KeyWord{"scaleReads", Key::NotNeeded},
    KeyWord{"natMap", Key::NotNeeded},
    KeyWord{"slotsRefreshTimeout", Key::NotNeeded},
};

Key keyOf(const QString &name) {
  const auto found = std::find_if(KeyWords.begin(), KeyWords.end(), [&name](const KeyWord &candidate) {
    return name == QLatin1StringView(candidate.word);
  });
  return found == KeyWords.end() ? Key::Other : found->key;
}

bool isSecretName(const QString &name) {
  static const QRegularExpression secret(u"pass|secret|token|auth|apikey|private|^key$"_qs,
                                         QRegularExpression::CaseInsensitiveOption);
  return secret.match(name).hasMatch();
}

std::optional<LineField> fieldOf(Key key) {
  switch (key) {
  case Key::Host:
  case Key::Url:
    return LineField::Host;
  case Key::Port:
    return LineField::Port;
  case Key::Password:
    return LineField::Password;
  case Key::User:
    return LineField::User;
  case Key::Database:
    return LineField::Database;
  case Key::Tls:
    return LineField::Tls;
  case Key::Prefix:
    return LineField::Prefix;
  default:
    return std::nullopt;
  }
}

class ObjectReader {
public:
  explicit ObjectReader(Reading &reading)
      : m_reading(reading) {}

  void read(const script::Script &script) {
    readAny(script.value);
    if (!script.open)
      return;
    // Columns and values are right all the same; it is told, as something may be missing behind it.
    const QString repaired = m_reading.text.trimmed() + script.open->closing;
    m_reading.problem(script.open->quote ? Kind::OpenQuote : Kind::OpenBracket, script.open->where,
                      m_reading.text.mid(script.open->where.start, 1), repaired);
  }

private:
  void readAny(const Value &value) {
    switch (value.kind) {
    case Value::Kind::Object:
      return readObjectValue(value);
    case Value::Kind::Call:
      return readCall(value);
    case Value::Kind::Expression:
      nameFallback(value, u"URL"_qs);
      [[fallthrough]];
    case Value::Kind::List:
      for (const Value &item : value.items)
        readAny(item);
      return;
    case Value::Kind::Text:
      if (looksLikeUrl(value.text))
        readUrlText(value);
      return;
    default:
      return;
    }
  }

  /// `process.env.REDIS_URL || 'redis://…'`: what is taken is not what the program may run with, so it is
  /// told.
  void nameFallback(const Value &value, const QString &what) {
    const bool url = std::any_of(value.items.begin(), value.items.end(), [](const Value &item) {
      return item.kind == Value::Kind::Text && looksLikeUrl(item.text);
    });
    const Value *literal = url ? literalOf(value) : nullptr;
    const bool fallback = literal && !isCast(*literal, value);
    if (fallback || (url && isEnvironment(value.text))) // also `process.env.X ? … : …`
      m_reading.leaveOut(nameOf(value, what), Why::NotKnownHere, LineField::Host);
  }

  /// `'h' as string`: nothing stands before the literal.
  static bool isCast(const Value &literal, const Value &whole) {
    return literal.where.start <= whole.where.start + 1;
  }

  /// `import { Queue } from …` and `const { Queue } = require(…)` hold no values.
  static bool isOnlyNames(const Value &object) {
    return std::all_of(object.members.begin(), object.members.end(), [](const Member &member) {
      return member.value.kind == Value::Kind::Expression && member.value.text == member.name &&
             keyOf(member.name) == Key::Other;
    });
  }

  void readObjectValue(const Value &object) {
    if (isOnlyNames(object))
      return;
    const auto host = std::find_if(object.members.begin(), object.members.end(), [](const Member &member) {
      return keyOf(member.name) == Key::Host || keyOf(member.name) == Key::Url;
    });
    if (host != object.members.end() && m_reading.line.says(LineField::Host))
      return maskAll(object, host->name);
    for (const Member &member : object.members)
      readMember(member);
  }

  /// A second server: named, and nothing is taken from it.
  void maskAll(const Value &object, const QString &name) {
    for (const Member &member : object.members)
      if (isSecretName(member.name) || keyOf(member.name) == Key::Url)
        mask(member.value);
    m_reading.leaveOut(name, Why::NotThisServer);
  }

  void mask(const Value &value) {
    if (value.kind == Value::Kind::Text)
      m_reading.secret(value.where);
    for (const Value &item : value.items)
      mask(item);
    for (const Member &member : value.members)
      mask(member.value);
  }

  void readMember(const Member &member) {
    const Key key = keyOf(member.name);
    if (isSecretName(member.name))
      mask(member.value);
    switch (key) {
    case Key::Tls:
      return readTls(member.value);
    case Key::Sentinels:
      return m_reading.problem(Kind::Sentinels, member.value.where);
    case Key::WorkersOnly:
      return m_reading.leaveOut(member.name, Why::WorkersOnly);
    case Key::NotNeeded:
      return m_reading.leaveOut(member.name, Why::NotNeeded);
    case Key::Other:
      return readOther(member);
    default:
      return readField(member, key);
    }
  }

  void readOther(const Member &member) {
    const Value &value = member.value;
    const bool nothing = value.isScalar() || value.kind == Value::Kind::Nothing;
    if (value.kind == Value::Kind::Text && looksLikeUrl(value.text))
      return readUrlText(value);
    const qsizetype said = m_reading.line.said.size();
    const qsizetype left = m_reading.line.leftOut.size();
    if (!nothing)
      readAny(value);
    if (said == m_reading.line.said.size() && left == m_reading.line.leftOut.size())
      m_reading.leaveOut(member.name.left(60), Why::NotNeeded);
  }

  /// A literal, also where `as`, Number(…) or a fallback stand around it; else null.
  const Value *literalOf(const Value &value) const {
    if (value.isScalar())
      return &value;
    static const QStringList conversions{u"Number"_qs, u"parseInt"_qs, u"String"_qs, u"Boolean"_qs,
                                         QString()};
    const bool conversion = value.kind == Value::Kind::Call && conversions.contains(value.text);
    if (conversion && !value.items.empty())
      return literalOf(value.items.front());
    if (value.kind != Value::Kind::Expression || value.items.size() != 1)
      return nullptr;
    const Value &only = value.items.front();
    const QStringView before =
        m_reading.view({value.where.start, std::max<qsizetype>(only.where.start - value.where.start, 0)});
    QString head = before.toString();
    head = head.remove(QRegularExpression(u"[\"'`\\s]"_qs));
    const bool fallback = head.endsWith(u"||") || head.endsWith(u"??");
    const bool cast = head.isEmpty() && !m_reading.view(value.where).contains(u'+');
    const bool called = only.kind == Value::Kind::Call && conversions.contains(only.text);
    return fallback || cast || called ? literalOf(only) : nullptr;
  }

  static const QRegularExpression &environmentName() {
    static const QRegularExpression name(
        u"(process\\.env|import\\.meta\\.env|Deno\\.env|env)\\.[A-Za-z0-9_.]+"_qs);
    return name;
  }

  static bool isEnvironment(const QString &text) { return environmentName().match(text).hasMatch(); }

  /// What an expression is called when it is told that it is not known.
  static QString nameOf(const Value &value, const QString &fallback) {
    const auto match = environmentName().match(value.text);
    if (match.hasMatch())
      return match.captured().left(60);
    static const QRegularExpression name(u"^[A-Za-z_$][A-Za-z0-9_$.]*$"_qs);
    return value.kind == Value::Kind::Expression && name.match(value.text).hasMatch() ? value.text.left(60)
                                                                                      : fallback;
  }

  void readField(const Member &member, Key key) {
    const Value &value = member.value;
    if (value.kind == Value::Kind::Nothing)
      return;
    if (value.kind == Value::Kind::Object)
      return readObjectValue(value); // `url: { … }`
    const Value *literal = literalOf(value);
    if (value.kind == Value::Kind::Expression && looksLikeUrl(value.text))
      m_reading.secret(value.where); // a template with a password in it, perhaps
    if (!literal || (literal != &value && !isCast(*literal, value)))
      m_reading.leaveOut(nameOf(value, member.name), Why::NotKnownHere, fieldOf(key));
    if (literal)
      setField(key, *literal);
  }

  void setField(Key key, const Value &value) {
    switch (key) {
    case Key::Host:
    case Key::Url:
      return readHost(value);
    case Key::Port:
      return m_reading.setPort(value.text, value.where);
    case Key::Password:
      return m_reading.setPassword(value.text, value.where);
    case Key::User:
      return m_reading.setUser(value.text);
    case Key::Database:
      return m_reading.setDatabase(value.text, value.where);
    case Key::Socket:
      return m_reading.setSocket(value.text, value.where);
    default:
      return m_reading.setPrefix(value.text);
    }
  }

  void readHost(const Value &value) {
    if (looksLikeUrl(value.text))
      return readUrlText(value);
    if (value.text.contains(u':') && !value.text.startsWith(u'['))
      return m_reading.setHost(value.text); // an IPv6 address has no brackets here
    readHostAndPort(m_reading, value.where);
  }

  /// Where a text has escapes its columns are not those of a URL, and all of it is masked.
  void readUrlText(const Value &value) {
    if (m_reading.line.says(LineField::Host)) {
      m_reading.secret(value.where);
      return m_reading.leaveOut(u"URL"_qs, Why::NotThisServer);
    }
    if (m_reading.view(value.where) != value.text)
      m_reading.secret(value.where);
    readUrl(m_reading, value.where);
  }

  void readTls(const Value &value) {
    if (value.kind == Value::Kind::Object) {
      m_reading.setTls(true);
      for (const Member &member : value.members)
        readTlsMember(member);
    } else if (value.isScalar()) {
      m_reading.setTls(value.kind != Value::Kind::False);
    } else if (value.kind != Value::Kind::Nothing) {
      m_reading.leaveOut(nameOf(value, u"tls"_qs), Why::NotKnownHere, LineField::Tls);
    }
  }

  void readTlsMember(const Member &member) {
    static const std::array files{std::pair{u"ca"_qs, LineField::CaFile},
                                  std::pair{u"cert"_qs, LineField::CertificateFile},
                                  std::pair{u"key"_qs, LineField::KeyFile}};
    if (member.name == u"servername")
      return m_reading.setTlsWord(LineField::ServerName, member.value.text);
    if (member.name == u"rejectUnauthorized" && member.value.kind == Value::Kind::True)
      return;
    if (member.name == u"rejectUnauthorized" || member.name == u"checkServerIdentity")
      return m_reading.leaveOut(member.name, Why::AlwaysChecked);
    for (const auto &[name, field] : files)
      if (member.name == name)
        return readFile(member, field);
    m_reading.leaveOut(member.name, Why::NotNeeded);
  }

  /// `fs.readFileSync('ca.pem')` names a file; a certificate in the text itself is none.
  void readFile(const Member &member, LineField field) {
    const Value *call = &member.value;
    while (call->kind != Value::Kind::Call && !call->items.empty())
      call = &call->items.front();
    const bool reads = call->kind == Value::Kind::Call && call->text.contains(u"readFile") &&
                       !call->items.empty() && call->items.front().kind == Value::Kind::Text;
    if (reads)
      return m_reading.setTlsWord(field, call->items.front().text);
    mask(member.value);
    m_reading.leaveOut(member.name, Why::NeedsFile);
  }

  /// `new Redis(6379, 'host', { … })`, `new Redis('redis://…')`, `new Queue('name', { … })`.
  void readCall(const Value &call) {
    const bool client = call.text.contains(u"Redis") || call.text.contains(u"redis");
    bool hadPort = false;
    for (const Value &item : call.items) {
      const Value *literal = client ? literalOf(item) : nullptr;
      if (literal && literal->kind == Value::Kind::Number && !hadPort) {
        readArgument(item, *literal, LineField::Port);
        hadPort = true;
      } else if (literal && literal->kind == Value::Kind::Text) {
        readArgument(item, *literal, LineField::Host);
      } else if (client && item.kind == Value::Kind::Expression && item.items.empty()) {
        m_reading.leaveOut(nameOf(item, call.text), Why::NotKnownHere, LineField::Host);
      } else {
        readAny(item);
      }
    }
  }

  /// A port, a socket, a host or a URL; where it is only a fallback, what it stands in for is named.
  void readArgument(const Value &item, const Value &literal, LineField field) {
    if (&literal != &item && !isCast(literal, item))
      m_reading.leaveOut(nameOf(item, field == LineField::Port ? u"port"_qs : u"URL"_qs), Why::NotKnownHere,
                         field);
    if (field == LineField::Port)
      m_reading.setPort(literal.text, literal.where);
    else if (literal.text.startsWith(u'/'))
      m_reading.setSocket(literal.text, literal.where);
    else
      readHost(literal);
  }

  Reading &m_reading;
};

} // namespace

bool readObject(Reading &reading) {
  static const QRegularExpression bare(
      u"^\\s*[\"']?(host|port|password|username|db|url|tls|path|connection|redis)[\"']?\\s*:\\s*"
      "([\"'`{]|\\s|process\\.|new\\s|\\d+\\s*,)"_qs);
  static const QRegularExpression code(u"\\bnew\\s+[A-Za-z.]+\\s*\\(|createClient\\s*\\("_qs);
  const bool members = bare.match(reading.text).hasMatch();
  QString plain = reading.text;
  static const QRegularExpression reference(u"\\$\\{[^}]*\\}"_qs);
  plain.remove(reference);
  if (!members && !plain.contains(u'{') && !code.match(reading.text).hasMatch())
    return false;
  reading.line.form = LineForm::Object;
  ObjectReader(reading).read(members ? script::readMembers(reading.text) : script::readScript(reading.text));
  return true;
}

} // namespace oxp::reading
