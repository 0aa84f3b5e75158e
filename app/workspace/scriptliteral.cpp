// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/scriptliteral.h"

#include <algorithm>
#include <utility>

namespace oxp::script {

namespace {

constexpr int DeepestNest = 32; ///< brackets that are looked into

bool isNameLetter(QChar letter) {
  return letter.isLetterOrNumber() || letter == u'_' || letter == u'$';
}

QChar closingOf(QChar open) {
  return open == u'{' ? u'}' : open == u'[' ? u']' : u')';
}

class Reader {
public:
  explicit Reader(const QString &text)
      : m_text(text) {}

  /// The members of an object whose braces were not copied.
  Script readBare() {
    Script script;
    readMembers(script.value);
    script.value.where = {0, m_text.size()};
    script.open = m_open;
    return script;
  }

  Script read() {
    Script script;
    script.value.kind = Value::Kind::Expression;
    while (!atEnd()) {
      Value value = readValue();
      if (value.kind != Value::Kind::Expression || !value.items.empty() || !value.text.isEmpty())
        script.value.items.push_back(std::move(value));
      if (!atEnd()) // a separator, or a bracket that closes nothing
        ++m_at;
    }
    script.value.where = {0, m_text.size()};
    script.open = m_open;
    return script;
  }

private:
  QChar here() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
  QChar next() const { return m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar(); }

  bool atEnd() {
    skip();
    return m_at >= m_text.size();
  }

  /// White space and comments.
  void skip() {
    while (m_at < m_text.size()) {
      if (here().isSpace()) {
        ++m_at;
      } else if (here() == u'/' && next() == u'/') {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
      } else if (here() == u'/' && next() == u'*') {
        const qsizetype end = m_text.indexOf(u"*/"_qs, m_at + 2);
        m_at = end < 0 ? m_text.size() : end + 2;
      } else {
        return;
      }
    }
  }

  bool atSeparator() const { return m_at >= m_text.size() || u",;}])"_qs.contains(here()); }

  /// One value up to the separator behind it. What consists of more than a literal is an Expression.
  Value readValue() {
    Value whole;
    whole.kind = Value::Kind::Expression;
    skip();
    whole.where.start = m_at;
    int pieces = 0;
    for (skip(); !atSeparator(); skip(), ++pieces)
      readPiece(whole);
    whole.where.length = m_at - whole.where.start;
    if (pieces == 1 && whole.items.size() == 1)
      return std::move(whole.items.front());
    return whole;
  }

  void readPiece(Value &whole) {
    const QChar letter = here();
    if (letter == u'"' || letter == u'\'' || letter == u'`')
      whole.items.push_back(readText(letter));
    else if (letter == u'{' || letter == u'[' || letter == u'(')
      readBracket(whole, letter);
    else if (letter.isDigit())
      whole.items.push_back(readNumber());
    else if (isNameLetter(letter))
      readName(whole);
    else
      ++m_at; // an operator, or a bracket of types
  }

  Value readText(QChar quote) {
    Value value;
    value.kind = Value::Kind::Text;
    const qsizetype open = m_at++;
    bool computed = false;
    while (m_at < m_text.size() && here() != quote && (quote == u'`' || here() != u'\n')) {
      computed = computed || (quote == u'`' && here() == u'$' && next() == u'{');
      if (here() == u'\\' && m_at + 1 < m_text.size())
        readEscape(value.text);
      else
        value.text += m_text[m_at++];
    }
    value.where = {open + 1, m_at - open - 1};
    if (here() == quote && m_at < m_text.size())
      ++m_at;
    else
      noteOpen(true, open, quote);
    if (computed)
      value.kind = Value::Kind::Expression;
    return value;
  }

  void readEscape(QString &into) {
    const QChar letter = m_text[m_at + 1];
    m_at += 2;
    if (letter == u'n' || letter == u't' || letter == u'r') {
      into += letter == u'n' ? u'\n' : letter == u't' ? u'\t' : u'\r';
    } else if (letter == u'u' || letter == u'x') {
      const qsizetype digits = letter == u'u' ? 4 : 2;
      bool ok = false;
      const uint code = QStringView(m_text).mid(m_at, digits).toUInt(&ok, 16);
      into += ok ? QChar(ushort(code)) : letter;
      m_at += ok ? digits : 0;
    } else if (letter != u'\n') {
      into += letter;
    }
  }

  Value readNumber() {
    Value value;
    value.kind = Value::Kind::Number;
    value.where.start = m_at;
    while (m_at < m_text.size() && (isNameLetter(here()) || here() == u'.'))
      value.text += m_text[m_at++];
    value.where.length = m_at - value.where.start;
    value.text.remove(u'_');
    if (std::any_of(value.text.begin(), value.text.end(), [](QChar letter) { return !letter.isDigit(); }))
      value.kind = Value::Kind::Expression; // no port and no database
    return value;
  }

  /// `true`, `process.env.X`, `new`, `connection`. A name before a colon at the top is a member without its
  /// braces.
  void readName(Value &whole) {
    Value value;
    value.where.start = m_at;
    while (m_at < m_text.size() && (isNameLetter(here()) || (here() == u'.' && isNameLetter(next())) ||
                                    (here() == u'?' && next() == u'.')))
      value.text += m_text[m_at++];
    value.where.length = m_at - value.where.start;
    static const QList<std::pair<QLatin1StringView, Value::Kind>> constants{
        {QLatin1StringView("true"), Value::Kind::True},
        {QLatin1StringView("false"), Value::Kind::False},
        {QLatin1StringView("null"), Value::Kind::Nothing},
        {QLatin1StringView("undefined"), Value::Kind::Nothing}};
    for (const auto &[word, kind] : constants) {
      if (value.text == word) {
        value.kind = kind;
        return whole.items.push_back(std::move(value));
      }
    }
    m_lastName = value.text;
    noteName(whole, value.text);
  }

  /// The environment's name says most of what an expression is.
  static void noteName(Value &whole, const QString &name) {
    static const QStringList keywords{u"new"_qs, u"await"_qs,  u"const"_qs,   u"let"_qs,
                                      u"var"_qs, u"export"_qs, u"default"_qs, u"as"_qs};
    if (keywords.contains(name))
      return;
    const auto isEnvironment = [](const QString &text) { return text.contains(u"env."); };
    if (whole.text.isEmpty() || (isEnvironment(name) && !isEnvironment(whole.text)))
      whole.text = name;
  }

  void readBracket(Value &whole, QChar open) {
    const qsizetype at = m_at++;
    Value value;
    value.where.start = at;
    ++m_depth;
    if (m_depth > DeepestNest)
      skipBracket();
    else if (open == u'{')
      readMembers(value);
    else
      readItems(value, whole, open);
    --m_depth;
    const QChar close = closingOf(open);
    if (m_at < m_text.size() && here() == close)
      ++m_at;
    else if (m_at >= m_text.size())
      noteOpen(false, at, close);
    value.where.length = m_at - at;
    whole.items.push_back(std::move(value));
  }

  void skipBracket() {
    int open = 1;
    for (; m_at < m_text.size(); ++m_at) {
      open += u"{[("_qs.contains(here()) ? 1 : u"}])"_qs.contains(here()) ? -1 : 0;
      if (open == 0)
        return;
    }
  }

  void readMembers(Value &object) {
    object.kind = Value::Kind::Object;
    while (!atEnd() && here() != u'}') {
      Member member;
      if (here() == u'"' || here() == u'\'') {
        member.name = readText(here()).text;
      } else {
        while (m_at < m_text.size() && isNameLetter(here()))
          member.name += m_text[m_at++];
      }
      skip();
      if (here() == u':') {
        ++m_at;
        member.value = readValue();
      } else { // `{ host }`, `...rest`, a method
        member.value = readValue();
        if (member.value.kind == Value::Kind::Nothing || member.value.text.isEmpty())
          member.value.text = member.name;
        member.value.kind = Value::Kind::Expression;
      }
      object.members.push_back(std::move(member));
      if (m_at < m_text.size() && here() != u'}')
        ++m_at;
    }
  }

  void readItems(Value &list, Value &whole, QChar open) {
    list.kind = open == u'(' ? Value::Kind::Call : Value::Kind::List;
    if (open == u'(')
      list.text = std::exchange(m_lastName, {});
    while (!atEnd() && here() != u']' && here() != u')') {
      Value item = readValue();
      if (item.kind == Value::Kind::Expression)
        noteName(whole, item.text);
      list.items.push_back(std::move(item));
      if (m_at < m_text.size() && here() != u']' && here() != u')')
        ++m_at;
    }
  }

  void noteOpen(bool quote, qsizetype at, QChar closing) {
    if (!m_open)
      m_open = OpenEnd{quote, {at, 1}, closing};
    else if (!quote || !m_open->quote)
      m_open->closing += closing;
    if (!quote)
      m_open->where = {at, 1}; // the outermost comes last
  }

  const QString &m_text;
  qsizetype m_at = 0;
  int m_depth = 0;
  QString m_lastName; ///< before a bracket: what is called
  std::optional<OpenEnd> m_open;
};

} // namespace

bool Value::isScalar() const {
  return kind == Kind::Text || kind == Kind::Number || kind == Kind::True || kind == Kind::False;
}

Script readScript(const QString &text) {
  return Reader(text).read();
}

Script readMembers(const QString &text) {
  return Reader(text).readBare();
}

} // namespace oxp::script
