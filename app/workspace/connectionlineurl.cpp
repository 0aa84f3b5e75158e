// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connectionreading.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace oxp::reading {

namespace {

using Kind = LineProblem::Kind;

/// The schemes that people's programs take, and what they mean.
struct Scheme {
  const char *word;
  bool tls;
  bool socket;
};
constexpr std::array Schemes = {
    Scheme{"redis", false, false},       Scheme{"rediss", true, false},
    Scheme{"valkey", false, false},      Scheme{"valkeys", true, false},
    Scheme{"tcp", false, false},         Scheme{"tls", true, false},
    Scheme{"redis+tls", true, false},    Scheme{"redis+ssl", true, false},
    Scheme{"redis-tls", true, false},    Scheme{"unix", false, true},
    Scheme{"redis+socket", false, true}, Scheme{"redis-socket", false, true},
    Scheme{"redis+unix", false, true},
};

constexpr std::array OwnOptions = {"db", "name", "prefix", "environment", "role"};

constexpr std::array TlsWords = {
    std::pair{"cacert", LineField::CaFile}, std::pair{"cert", LineField::CertificateFile},
    std::pair{"key", LineField::KeyFile}, std::pair{"sni", LineField::ServerName},
    std::pair{"verify", LineField::VerifyName}};

const Scheme *schemeOf(QStringView word) {
  const auto found = std::find_if(Schemes.begin(), Schemes.end(), [word](const Scheme &scheme) {
    return word.compare(QLatin1StringView(scheme.word), Qt::CaseInsensitive) == 0;
  });
  return found == Schemes.end() ? nullptr : &*found;
}

bool isNumber(QStringView text) {
  return !text.isEmpty() &&
         std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.isDigit(); });
}

/// `key=`, as a query begins.
bool beginsOption(QStringView text) {
  const qsizetype equals = text.indexOf(u'=');
  return equals > 0 && std::all_of(text.begin(), text.begin() + equals,
                                   [](QChar letter) { return letter.isLetter() || letter == u'_'; });
}

/// Whether what is behind a host can be a path or a query of Redis, which may hold an '@' of its own.
bool isPlausibleRest(QStringView rest) {
  if (rest.startsWith(u'?'))
    return beginsOption(rest.sliced(1));
  if (!rest.startsWith(u'/'))
    return false;
  const qsizetype query = rest.indexOf(u'?');
  return isNumber(rest.sliced(1, (query < 0 ? rest.size() : query) - 1)) || query == 1;
}

/// `family=6` and its like, which need no mask: a known option, with a number or a word of its own.
bool isHarmless(const QString &key, const QString &value) {
  static const QStringList options{u"family"_qs,         u"ssl_cert_reqs"_qs,   u"connectTimeout"_qs,
                                   u"commandTimeout"_qs, u"connect_timeout"_qs, u"socket_timeout"_qs,
                                   u"keepAlive"_qs,      u"timeout"_qs,         u"protocol"_qs};
  static const QRegularExpression plain(u"^([0-9]{1,6}|none|optional|required|true|false)$"_qs);
  return options.contains(key) && plain.match(value).hasMatch();
}

bool isPlausiblePlace(QStringView place) {
  const qsizetype colon = place.lastIndexOf(u':');
  return !place.isEmpty() && colon != 0 && (colon < 0 || isNumber(place.sliced(colon + 1)));
}

/// One URL at its place. All positions are of the whole text.
class UrlReader {
public:
  UrlReader(Reading &reading, const TextRange &range)
      : m_reading(reading)
      , m_text(reading.text)
      , m_end(range.end())
      , m_start(range.start) {}

  void read() {
    const qsizetype mark = m_text.indexOf(u"://", m_start);
    const QStringView word = slice(m_start, mark);
    m_body = mark + 3;
    if (word.startsWith(u"http", Qt::CaseInsensitive))
      return notRedis(word);
    const Scheme *scheme = schemeOf(word);
    if (!scheme) {
      maskForeign();
      return m_reading.problem(Kind::Scheme, {m_start, mark - m_start}, word.toString());
    }
    if (scheme->tls)
      m_reading.setTls(true);
    endAtSpace();
    findParts();
    if (!readUserInfo())
      return;
    const bool placed = scheme->socket ? readSocket() : readPlace();
    if (placed)
      readQuery();
  }

private:
  QStringView slice(qsizetype from, qsizetype to) const {
    return QStringView(m_text).sliced(from, to - from);
  }

  /// Of another kind of URL: whoever it is for, and what stands behind its server. A plain host is no secret.
  void maskForeign() {
    const qsizetype at = m_text.lastIndexOf(u'@', m_end - 1);
    const qsizetype place = at >= m_body ? at + 1 : m_body;
    m_reading.secret({m_body, std::max<qsizetype>(place - 1 - m_body, 0)});
    qsizetype end = place;
    while (end < m_end && !u"/?# \t\n"_qs.contains(m_text[end]))
      ++end;
    if (place < end && !isPlausiblePlace(slice(place, end)))
      end = place; // `user:password`, while the rest is still to be typed
    if (end + 1 < m_end)
      m_reading.secret({end, m_end - end});
  }

  void notRedis(QStringView word) {
    maskForeign();
    const bool rest = slice(m_body, m_end).contains(u"upstash", Qt::CaseInsensitive);
    m_reading.problem(rest ? Kind::RestAddress : Kind::Scheme, {m_start, word.size()}, word.toString());
  }

  /// A URL ends at white space, unless the password has a raw one.
  void endAtSpace() {
    qsizetype space = m_body;
    while (space < m_end && !m_text[space].isSpace())
      ++space;
    if (space == m_end)
      return;
    const qsizetype at = slice(space, m_end).indexOf(u'@');
    const qsizetype equals = slice(space, m_end).indexOf(u'=');
    if (!slice(m_body, space).contains(u'@') && at >= 0 && (equals < 0 || at < equals))
      return; // the raw space is told with the other characters
    readBehind(space);
    m_end = space;
  }

  /// What somebody copied along behind a URL.
  void readBehind(qsizetype from) {
    for (const QStringView word : slice(from, m_end).split(u' ', Qt::SkipEmptyParts)) {
      const QStringView name = word.left(std::max<qsizetype>(word.indexOf(u'='), 0)).trimmed();
      const qsizetype start = word.data() - m_text.constData();
      if (name == u"NODE_ENV" || name == u"APP_ENV") {
        m_reading.setNodeEnvironment(word.sliced(name.size() + 1).toString());
      } else {
        m_reading.secret({start + (name.isEmpty() ? 0 : name.size() + 1),
                          word.size() - (name.isEmpty() ? 0 : name.size() + 1)});
        if (!name.isEmpty())
          m_reading.leaveOut(name.toString(), LeftOut::Why::NotThisServer);
      }
    }
  }

  /// Where the user's part ends and where the server's does: the last '@' that cannot be one of a query.
  void findParts() {
    const auto authorityEnd = [this](qsizetype from) {
      qsizetype end = from;
      while (end < m_end && !u"/?# \t\n"_qs.contains(m_text[end]))
        ++end;
      return end;
    };
    const qsizetype firstEnd = authorityEnd(m_body);
    const qsizetype at = m_text.lastIndexOf(u'@', firstEnd - 1);
    m_at = at >= m_body ? at : -1;
    const qsizetype later = m_text.lastIndexOf(u'@', m_end - 1);
    const QStringView place = slice(m_at < 0 ? m_body : m_at + 1, firstEnd);
    if (later > firstEnd && !(isPlausiblePlace(place) && isPlausibleRest(slice(firstEnd, m_end))))
      m_at = later;
    m_place = m_at < 0 ? m_body : m_at + 1;
    m_placeEnd = authorityEnd(m_place);
  }

  /// False when it cannot be read on.
  bool readUserInfo() {
    if (m_at < 0)
      return maskUnfinished();
    const qsizetype colon = m_text.indexOf(u':', m_body);
    const bool hasPassword = colon >= 0 && colon < m_at;
    const qsizetype begin = hasPassword ? colon + 1 : m_at;
    m_reading.setUser(decoded(m_body, hasPassword ? colon : m_at));
    if (!checkCharacters(begin))
      return false;
    if (hasPassword)
      m_reading.setPassword(decoded(begin, m_at), {begin, m_at - begin});
    return !m_reading.line.problem;
  }

  /// `redis://user:pass`, while its end is still to be typed: it may be a password.
  bool maskUnfinished() {
    const qsizetype colon = m_text.indexOf(u':', m_body);
    if (m_text[m_body == m_end ? m_body - 1 : m_body] == u'[' || colon < 0 || colon >= m_placeEnd)
      return true;
    const QStringView before = slice(m_body, colon), behind = slice(colon + 1, m_placeEnd);
    if (isNumber(behind) && !before.isEmpty() && before != u"default")
      return true;
    if (QHostAddress address; address.setAddress(slice(m_body, m_placeEnd).toString()))
      return true; // an IPv6 address without brackets
    m_reading.secret({colon + 1, m_end - colon - 1});
    if (behind.isEmpty() && !before.isEmpty())
      return true; // `redis://host:`
    m_reading.problem(Kind::Port, {colon + 1, m_placeEnd - colon - 1});
    return false;
  }

  /// Characters that end a user's part when they stand there as they are.
  bool checkCharacters(qsizetype from) {
    QString mended;
    std::optional<TextRange> first;
    Kind kind = Kind::RawCharacter;
    qsizetype hidden = from;
    for (qsizetype at = from; at < m_at; ++at) {
      const QChar letter = m_text[at];
      const bool code = letter == u'%' && isCode(at);
      const bool bad = (letter == u'%' && !code) || u"#/? \t"_qs.contains(letter);
      mended +=
          bad ? QString::fromLatin1(QByteArray(1, letter.toLatin1()).toPercentEncoding()) : QString(letter);
      if (!bad)
        continue;
      m_reading.secret({hidden, at - hidden}); // the character itself has to be seen
      hidden = at + 1;
      if (!first) {
        first = TextRange{at, 1};
        kind = letter == u'%' ? Kind::RawPercent : Kind::RawCharacter;
      }
    }
    if (!first)
      return true;
    m_reading.secret({hidden, m_at - hidden});
    m_reading.problem(kind, *first, m_text.mid(first->start, 1), m_reading.with({from, m_at - from}, mended));
    return false;
  }

  bool isCode(qsizetype at) const {
    const auto hex = [this](qsizetype place) {
      return place < m_at && u"0123456789abcdefABCDEF"_qs.contains(m_text[place]);
    };
    return hex(at + 1) && hex(at + 2);
  }

  QString decoded(qsizetype from, qsizetype to) const {
    return QString::fromUtf8(QByteArray::fromPercentEncoding(slice(from, to).toUtf8()));
  }

  bool readSocket() {
    qsizetype end = m_text.indexOf(u'?', m_place);
    end = end < 0 || end > m_end ? m_end : end;
    m_reading.setSocket(decoded(m_place, end), {m_place, end - m_place});
    m_query = end;
    return !m_reading.line.problem;
  }

  bool readPlace() {
    if (!readHostAndPort())
      return false;
    m_query = m_placeEnd;
    if (m_placeEnd < m_end && m_text[m_placeEnd] == u'/') {
      m_query = m_placeEnd + 1;
      while (m_query < m_end && m_text[m_query] != u'?' && m_text[m_query] != u'#')
        ++m_query;
      const TextRange database{m_placeEnd + 1, m_query - m_placeEnd - 1};
      if (database.length > 0)
        m_reading.setDatabase(m_reading.view(database).toString(), database);
    }
    return !m_reading.line.problem;
  }

  bool readHostAndPort() {
    if (m_place == m_placeEnd)
      return true; // the default host
    oxp::reading::readHostAndPort(m_reading, {m_place, m_placeEnd - m_place});
    return !m_reading.line.problem;
  }

  void readQuery() {
    qsizetype fragment = m_text.indexOf(u'#', m_query);
    const qsizetype end = fragment < 0 || fragment > m_end ? m_end : fragment;
    if (end < m_end)
      m_reading.leaveOut(u"#…"_qs, LeftOut::Why::NotNeeded);
    qsizetype from = std::min(m_query + 1, end);
    while (from < end) {
      qsizetype to = m_text.indexOf(u'&', from);
      to = to < 0 || to > end ? end : to;
      readOption(from, to);
      from = to + 1;
    }
  }

  void readOption(qsizetype from, qsizetype to) {
    qsizetype equals = m_text.indexOf(u'=', from);
    equals = equals < 0 || equals > to ? to : equals;
    const QString key = slice(from, equals).toString();
    const TextRange where{std::min(equals + 1, to), to - std::min(equals + 1, to)};
    const QString value = decoded(where.start, where.end());
    if (std::any_of(OwnOptions.begin(), OwnOptions.end(),
                    [&key](const char *own) { return key == QLatin1StringView(own); }))
      return readOwnOption(key, value, where);
    if (key == u"password")
      return m_reading.setPassword(value, where);
    if (key == u"username" || key == u"user")
      return m_reading.setUser(value);
    if (key == u"tls" || key == u"ssl")
      return m_reading.setTls(value.isEmpty() || value == u"true" || value == u"1");
    for (const auto &[word, field] : TlsWords)
      if (key == QLatin1StringView(word))
        return m_reading.setTlsWord(field, value);
    if (!isHarmless(key, value))
      m_reading.secret(where); // who knows
    const bool unchecked =
        key.contains(u"cert_reqs") || key.contains(u"insecure") || key.contains(u"skip_verify");
    m_reading.leaveOut(key, unchecked ? LeftOut::Why::AlwaysChecked : LeftOut::Why::NotNeeded);
  }

  void readOwnOption(const QString &key, const QString &value, const TextRange &where) {
    if (key == u"db")
      return m_reading.setDatabase(value, where);
    // The other options mean what they mean in a URL on the command line, and are read by the same code.
    const auto url = parseConnectionUrl(u"redis://h?%1=%2"_qs.arg(key, m_reading.view(where).toString()));
    if (!url)
      return m_reading.problem(Kind::Option, where, value.left(40));
    m_reading.setName(url->name);
    for (const QByteArray &prefix : url->prefixes)
      m_reading.setPrefix(QString::fromUtf8(prefix));
    if (url->environment) {
      m_reading.line.environment = url->environment;
      m_reading.say(LineField::Environment);
    }
    if (url->role) {
      m_reading.line.role = url->role;
      m_reading.say(LineField::Role);
    }
  }

  Reading &m_reading;
  const QString &m_text;
  qsizetype m_end, m_start;
  qsizetype m_body = 0, m_at = -1, m_place = 0, m_placeEnd = 0, m_query = 0;
};

} // namespace

bool looksLikeUrl(QStringView text) {
  static const QRegularExpression scheme(u"^[A-Za-z][A-Za-z0-9+.-]*://"_qs);
  return scheme.match(text.toString()).hasMatch();
}

void readUrl(Reading &reading, const TextRange &range) {
  UrlReader(reading, range).read();
}

} // namespace oxp::reading
