// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connectionreading.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <vector>

namespace oxp::reading {

namespace {

using Kind = LineProblem::Kind;

/// A word of a command line, and the place of what is in its quotes.
struct Word {
  QString text;
  TextRange where;
};

/// Takes a command line into words as a shell does, but for what it would look up.
class Words {
public:
  explicit Words(Reading &reading)
      : m_reading(reading)
      , m_text(reading.text) {}

  std::vector<Word> read(qsizetype from) {
    m_at = from;
    while (skipSpace())
      m_words.push_back(readWord());
    return std::move(m_words);
  }

private:
  bool skipSpace() {
    while (m_at < m_text.size() && (m_text[m_at].isSpace() || isContinuation()))
      ++m_at;
    return m_at < m_text.size();
  }

  bool isContinuation() const {
    return m_text[m_at] == u'\\' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n';
  }

  Word readWord() {
    Word word;
    const qsizetype start = m_at;
    bool quoted = false;
    while (m_at < m_text.size() && !m_text[m_at].isSpace()) {
      const QChar letter = m_text[m_at];
      if (letter == u'\'' || letter == u'"') {
        quoted = quoted || m_at == start;
        readQuoted(word.text, letter);
      } else if (letter == u'\\' && m_at + 1 < m_text.size()) {
        word.text += m_text[m_at + 1];
        m_at += 2;
      } else {
        word.text += letter;
        ++m_at;
      }
    }
    // The quotes stay to be seen where they are the word's first and last letters.
    const bool whole = quoted && m_at - start == word.text.size() + 2;
    word.where = whole ? TextRange{start + 1, m_at - start - 2} : TextRange{start, m_at - start};
    return word;
  }

  void readQuoted(QString &into, QChar quote) {
    const qsizetype open = m_at++;
    while (m_at < m_text.size() && m_text[m_at] != quote) {
      const bool escape = quote == u'"' && m_text[m_at] == u'\\' && m_at + 1 < m_text.size() &&
                          u"\"\\$`"_qs.contains(m_text[m_at + 1]);
      into += m_text[escape ? ++m_at : m_at];
      ++m_at;
    }
    if (m_at == m_text.size())
      m_reading.problem(Kind::OpenQuote, {open, 1}, quote, m_text + quote);
    else
      ++m_at;
  }

  Reading &m_reading;
  const QString &m_text;
  qsizetype m_at = 0;
  std::vector<Word> m_words;
};

enum class Takes { Nothing, Value };

/// What redis-cli takes and has nothing to do with where the server is.
struct Other {
  const char *name;
  Takes takes;
};
constexpr std::array Others = {
    Other{"-t", Takes::Value},
    Other{"-r", Takes::Value},
    Other{"-i", Takes::Value},
    Other{"-d", Takes::Value},
    Other{"-D", Takes::Value},
    Other{"-X", Takes::Value},
    Other{"--pattern", Takes::Value},
    Other{"--quoted-pattern", Takes::Value},
    Other{"--eval", Takes::Value},
    Other{"--rdb", Takes::Value},
    Other{"--functions-rdb", Takes::Value},
    Other{"--tls-ciphers", Takes::Value},
    Other{"--tls-ciphersuites", Takes::Value},
    Other{"--cacertdir", Takes::Value},
};

class CliReader {
public:
  CliReader(Reading &reading, std::vector<Word> words)
      : m_reading(reading)
      , m_words(std::move(words)) {}

  void read() {
    while (m_next < m_words.size()) {
      const Word &word = m_words[m_next++];
      if (!word.text.startsWith(u'-'))
        return leaveOutCommand(word.text);
      readOption(word);
    }
  }

private:
  /// A command of Redis begins; no more of it is told than its name.
  void leaveOutCommand(const QString &word) {
    static const QRegularExpression name(u"^[A-Za-z]{2,20}$"_qs);
    m_reading.leaveOut(name.match(word).hasMatch() ? word : u"…"_qs, LeftOut::Why::NotNeeded);
  }

  void readOption(const Word &word) {
    const qsizetype equals = word.text.startsWith(u"--") ? word.text.indexOf(u'=') : -1;
    const QString name = word.text.left(equals < 0 ? word.text.size() : equals);
    if (name == u"--tls")
      return m_reading.setTls(true);
    if (name == u"--insecure")
      return m_reading.leaveOut(name, LeftOut::Why::AlwaysChecked);
    if (!takesValue(name))
      return m_reading.leaveOut(name, LeftOut::Why::NotNeeded);
    if (equals >= 0) // redis-cli itself takes none like this, people write it all the same
      return apply(
          name, {word.text.mid(equals + 1), {word.where.start + equals + 1, word.where.length - equals - 1}});
    if (m_next == m_words.size())
      return m_reading.problem(Kind::NoValue, word.where, name);
    apply(name, m_words[m_next++]);
  }

  bool takesValue(const QString &name) const {
    static const QStringList own{u"-h"_qs, u"-p"_qs, u"-s"_qs,    u"-a"_qs,       u"--pass"_qs, u"--user"_qs,
                                 u"-n"_qs, u"-u"_qs, u"--sni"_qs, u"--cacert"_qs, u"--cert"_qs, u"--key"_qs};
    const auto other = std::find_if(Others.begin(), Others.end(), [&name](const Other &candidate) {
      return name == QLatin1StringView(candidate.name);
    });
    return own.contains(name) || (other != Others.end() && other->takes == Takes::Value);
  }

  /// `$NAME` and `${NAME}`: the shell knows it, and nobody here.
  bool isUnknown(const Word &value, std::optional<LineField> field) {
    static const QRegularExpression variable(u"^\\$(\\{[^}]*\\}|\\(.*|[A-Za-z_][A-Za-z0-9_]*)"_qs);
    if (!variable.match(value.text).hasMatch() || m_reading.text[value.where.end() - 1] == u'\'')
      return false;
    m_reading.leaveOut(value.text.left(60), LeftOut::Why::NotKnownHere, field);
    return true;
  }

  void apply(const QString &name, const Word &value) {
    if (name == u"-a" || name == u"--pass") {
      if (!isUnknown(value, LineField::Password))
        m_reading.setPassword(value.text, value.where);
    } else if (name == u"-h") {
      if (!isUnknown(value, LineField::Host))
        m_reading.setHost(value.text);
    } else if (name == u"-p") {
      if (!isUnknown(value, LineField::Port))
        m_reading.setPort(value.text, value.where);
    } else if (name == u"-u") {
      readUrlWord(value);
    } else {
      applyOther(name, value);
    }
  }

  void readUrlWord(const Word &value) {
    if (isUnknown(value, LineField::Host))
      return;
    if (looksLikeUrl(m_reading.view(value.where)))
      readUrl(m_reading, value.where);
    else
      readAddress(m_reading, value.where);
  }

  void applyOther(const QString &name, const Word &value) {
    if (name == u"-n")
      m_reading.setDatabase(value.text, value.where);
    else if (name == u"-s")
      m_reading.setSocket(value.text, value.where);
    else if (name == u"--user")
      m_reading.setUser(value.text);
    else if (name == u"--sni")
      m_reading.setTlsWord(LineField::ServerName, value.text);
    else if (name == u"--cacert")
      m_reading.setTlsWord(LineField::CaFile, value.text);
    else if (name == u"--cert")
      m_reading.setTlsWord(LineField::CertificateFile, value.text);
    else if (name == u"--key")
      m_reading.setTlsWord(LineField::KeyFile, value.text);
    else
      m_reading.leaveOut(name, LeftOut::Why::NotNeeded);
  }

  Reading &m_reading;
  std::vector<Word> m_words;
  size_t m_next = 0;
};

} // namespace

bool readCli(Reading &reading) {
  static const QRegularExpression client(u"(^|[\\s/])(redis|valkey|keydb)-cli(?=\\s|$)"_qs);
  const auto match = client.match(reading.text);
  if (!match.hasMatch())
    return false;
  reading.line.form = LineForm::RedisCli;
  static const QRegularExpression auth(u"REDISCLI_AUTH=(['\"]?)([^\\s'\"]+)\\1"_qs);
  if (const auto given = auth.match(reading.text.left(match.capturedStart() + 1)); given.hasMatch()) {
    const TextRange where{given.capturedStart(2), given.capturedLength(2)};
    if (!given.captured(2).startsWith(u'$'))
      reading.setPassword(given.captured(2), where);
  }
  CliReader(reading, Words(reading).read(match.capturedEnd())).read();
  return true;
}

} // namespace oxp::reading
