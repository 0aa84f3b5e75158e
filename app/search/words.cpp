// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/words.h"

#include <QStringList>

#include <algorithm>

namespace oxp::search::words {

namespace {

bool isOpCharacter(QChar c) {
  return c == u'=' || c == u'!' || c == u':' || c == u'~' || c == u'<' || c == u'>';
}

/// Steps behind a field's name, one after the other.
class PathLexer {
public:
  PathLexer(QStringView text, qsizetype at)
      : m_text(text)
      , m_start(at)
      , m_at(at) {}

  PathWord run();

private:
  QString keyRun();
  bool dot();
  bool bracket();
  bool quotedKey();
  bool bracketWord(qsizetype open);
  bool fail(qsizetype from, qsizetype to, const std::optional<QString> &replacement);
  bool at(QChar c) const { return m_at < m_text.size() && m_text[m_at] == c; }

  QStringView m_text;
  qsizetype m_start;
  qsizetype m_at;
  PathWord m_word;
};

PathWord PathLexer::run() {
  m_word.name = keyRun();
  while (!m_word.name.isEmpty()) {
    const bool more = at(u'.') ? dot() : at(u'[') ? bracket() : false;
    if (!more)
      break;
  }
  m_word.end = m_at;
  return std::move(m_word);
}

QString PathLexer::keyRun() {
  const qsizetype from = m_at;
  while (isKeyCharacter(m_text, m_at))
    ++m_at;
  return m_text.sliced(from, m_at - from).toString();
}

bool PathLexer::dot() {
  const qsizetype from = m_at++;
  if (at(u'"'))
    return quotedKey();
  const QString key = keyRun();
  if (key.isEmpty())
    return fail(from, m_at, QString());
  m_word.steps.push_back({Step::Kind::Key, key.toUtf8(), 0});
  return true;
}

bool PathLexer::quotedKey() {
  const Quoted quoted = quotedAt(m_text, m_at);
  const qsizetype from = m_at;
  m_at = quoted.end;
  if (!quoted.closed) {
    // It was probably meant to end before the operator.
    qsizetype end = from + 1;
    while (end < m_text.size() && !isSpace(m_text[end]) && !operatorAt(m_text, end))
      ++end;
    return fail(from, end, m_text.sliced(from, end - from).toString() + u'"');
  }
  m_word.steps.push_back({Step::Kind::Key, quoted.content.toUtf8(), 0});
  return true;
}

bool PathLexer::bracket() {
  const qsizetype open = m_at++;
  if (at(u'"')) {
    if (!quotedKey())
      return false;
    if (!at(u']'))
      return fail(open, m_at, m_text.sliced(open, m_at - open).toString() + u']');
    ++m_at;
    return true;
  }
  return bracketWord(open);
}

bool PathLexer::bracketWord(qsizetype open) {
  const qsizetype from = m_at;
  while (m_at < m_text.size() && m_text[m_at] != u']' && isKeyCharacter(m_text, m_at))
    ++m_at;
  const QString inner = m_text.sliced(from, m_at - from).toString();
  bool whole = false;
  const qint64 index = inner.toLongLong(&whole);
  const bool number = whole && index >= 0 && !inner.startsWith(u'+');
  const QString asKey = inner.isEmpty() || whole ? QString() : u'.' + inner;
  if (!at(u']'))
    return fail(open, m_at, number || inner == u"*" ? u'[' + inner + u']' : asKey);
  ++m_at;
  if (inner == u"*")
    m_word.steps.push_back({Step::Kind::AnyIndex, {}, 0});
  else if (number)
    m_word.steps.push_back({Step::Kind::Index, {}, index});
  else if (whole)
    return fail(open, m_at, std::nullopt);
  else
    return fail(open, m_at, inner.isEmpty() ? QStringLiteral("[*]") : asKey);
  return true;
}

/// The repair is the whole path with `replacement`, where there is one, in place of the wrong part.
bool PathLexer::fail(qsizetype from, qsizetype to, const std::optional<QString> &replacement) {
  m_at = to;
  while (m_at < m_text.size() && !isSpace(m_text[m_at]) && !operatorAt(m_text, m_at))
    ++m_at;
  PathFault fault{m_start, m_at - m_start, {}};
  if (replacement)
    fault.repair = m_text.sliced(m_start, from - m_start).toString() + *replacement +
                   m_text.sliced(to, m_at - to).toString();
  m_word.fault = fault;
  return false;
}

struct WrongOp {
  QStringView run, repair;
};

constexpr WrongOp WrongOps[] = {
    {u"===", u"="}, {u"==", u"="},  {u"!==", u"!="}, {u"<>", u"!="}, {u"=~", u"~"}, {u"~=", u"~"},
    {u"=>", u">="}, {u"=<", u"<="}, {u"::", u":"},   {u"!~", u""},   {u"!:", u""},
};

int distance(QStringView a, QStringView b) {
  std::vector<int> row(size_t(b.size()) + 1);
  for (size_t j = 0; j < row.size(); ++j)
    row[j] = int(j);
  for (qsizetype i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = int(i);
    for (size_t j = 1; j < row.size(); ++j) {
      const int change = diagonal + (a[i - 1] == b[qsizetype(j) - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row.back();
}

} // namespace

bool isSpace(QChar c) {
  return c.isSpace();
}

qsizetype skipSpaces(QStringView text, qsizetype at) {
  while (at < text.size() && isSpace(text[at]))
    ++at;
  return at;
}

bool isKeyCharacter(QStringView text, qsizetype at) {
  if (at >= text.size())
    return false;
  const QChar c = text[at];
  if (c == u'!')
    return at + 1 >= text.size() || text[at + 1] != u'=';
  return !isSpace(c) && !isOpCharacter(c) && c != u'.' && c != u'[' && c != u']' && c != u'"' && c != u'(' &&
         c != u')';
}

PathWord pathAt(QStringView text, qsizetype at) {
  return PathLexer(text, at).run();
}

Quoted quotedAt(QStringView text, qsizetype at) {
  Quoted out;
  for (qsizetype i = at + 1; i < text.size(); ++i) {
    if (text[i] == u'"') {
      out.end = i + 1;
      out.closed = true;
      return out;
    }
    const bool escape =
        text[i] == u'\\' && i + 1 < text.size() && (text[i + 1] == u'"' || text[i + 1] == u'\\');
    if (escape)
      ++i;
    out.content.append(text[i]);
  }
  out.end = text.size();
  return out;
}

std::optional<OpWord> operatorAt(QStringView text, qsizetype at) {
  qsizetype end = at;
  while (end < text.size() && isOpCharacter(text[end]))
    ++end;
  const QStringView run = text.sliced(qMin(at, text.size()), end - at);
  for (const WrongOp &wrong : WrongOps) {
    if (run == wrong.run)
      return OpWord{{}, run.size(), wrong.repair.toString()};
  }
  static constexpr std::pair<QStringView, Op> Ops[] = {
      {u"!=", Op::NotEqual}, {u"<=", Op::LessEqual}, {u">=", Op::GreaterEqual}, {u"=", Op::Equal},
      {u":", Op::Contains},  {u"~", Op::Matches},    {u"<", Op::Less},          {u">", Op::Greater},
  };
  for (const auto &[spelling, op] : Ops) {
    if (run.startsWith(spelling))
      return OpWord{op, spelling.size(), {}};
  }
  return std::nullopt;
}

qsizetype wordEnd(QStringView text, qsizetype at) {
  std::vector<qsizetype> open;
  qsizetype i = at;
  for (; i < text.size() && !isSpace(text[i]); ++i) {
    if (text[i] == u'(') {
      open.push_back(i);
    } else if (text[i] == u')') {
      if (open.empty())
        return i;
      open.pop_back();
    }
  }
  return open.empty() ? i : open.front();
}

bool keywordAt(QStringView text, qsizetype at, QStringView keyword) {
  if (!text.sliced(at).startsWith(keyword, Qt::CaseInsensitive))
    return false;
  const qsizetype end = at + keyword.size();
  return end == text.size() || isSpace(text[end]) || text[end] == u'(' || text[end] == u')';
}

QString nearest(const QString &word, const QStringList &candidates) {
  const QString lower = word.toLower();
  QString best;
  int least = word.size() <= 4 ? 2 : 3;
  for (const QString &candidate : candidates) {
    const int steps = distance(lower, candidate);
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

} // namespace oxp::search::words
