// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/query.h"
#include "search/values.h"
#include "search/words.h"

namespace oxp::search {

namespace {

/// Those that stand without a path.
QStringList plainFieldNames() {
  QStringList names = fieldNames();
  names.removeIf([](const QString &name) { return takesPath(*fieldNamed(name)); });
  return names;
}

using Code = Problem::Code;

/// Brackets and `not` nest so deep and no deeper.
constexpr int DepthLimit = 64;

/// Recursive descent over one line; every function is false when it has left a problem.
class Parser {
public:
  Parser(const QString &text, qint64 now)
      : m_line(text)
      , m_text(m_line)
      , m_now(now) {}

  tl::expected<Query, Problem> run();

private:
  bool orTerms(Node &node);
  bool andTerms(Node &node);
  bool unary(Node &node);
  bool bareUnary(Node &node);
  bool notTerm(Node &node);
  bool bracket(Node &node);
  bool term(Node &node);
  bool quotedText(Node &node);
  bool bareText(Node &node);
  bool condition(Node &node, const words::PathWord &path, qsizetype opAt);
  bool unknownField(const words::PathWord &path, qsizetype opAt);
  bool value(Condition &condition, qsizetype opAt);
  bool readsAsText(const words::PathWord &path, qsizetype opAt) const;

  bool fail(Code code, qsizetype start, qsizetype length, const QString &repair = {});
  bool atEnd() const { return m_at >= m_text.size(); }
  bool at(QChar c) const { return !atEnd() && m_text[m_at] == c; }
  bool atKeyword(QStringView word) const { return words::keywordAt(m_text, m_at, word); }
  /// Whether no further term can begin here.
  bool atTermsEnd() const { return atEnd() || at(u')') || atKeyword(u"or"); }
  void skipSpaces() { m_at = words::skipSpaces(m_text, m_at); }

  QString m_line;
  QStringView m_text;
  qint64 m_now;
  qsizetype m_at = 0;
  int m_depth = 0;
  /// What a missing condition is missing behind: the last keyword or bracket.
  qsizetype m_lastStart = 0, m_lastLength = 0;
  Problem m_problem;
};

Node group(Node::Kind kind, std::vector<Node> children) {
  if (children.size() == 1)
    return std::move(children.front());
  return {kind, std::move(children), {}};
}

Node anywhere(const QString &text, bool quoted) {
  Node node{Node::Kind::Condition, {}, {}};
  node.condition.path.root = Field::Anywhere;
  node.condition.value.text = text.toUtf8();
  node.condition.value.quoted = quoted;
  return node;
}

tl::expected<Query, Problem> Parser::run() {
  Query query{m_line, {}, m_now};
  skipSpaces();
  if (atEnd())
    return query;
  if (!orTerms(query.root))
    return tl::unexpected(m_problem);
  if (!atEnd()) {
    fail(Code::BracketUnexpected, m_at, 1);
    return tl::unexpected(m_problem);
  }
  return query;
}

bool Parser::orTerms(Node &node) {
  std::vector<Node> children;
  while (true) {
    if (!andTerms(children.emplace_back()))
      return false;
    if (atEnd() || !atKeyword(u"or"))
      break;
    m_lastStart = m_at;
    m_lastLength = 2;
    m_at += 2;
    skipSpaces();
  }
  node = group(Node::Kind::Or, std::move(children));
  return true;
}

bool Parser::andTerms(Node &node) {
  std::vector<Node> children;
  while (true) {
    if (!unary(children.emplace_back()))
      return false;
    skipSpaces();
    if (atTermsEnd())
      break;
    if (!atKeyword(u"and"))
      continue;
    m_lastStart = m_at;
    m_lastLength = 3;
    m_at += 3;
    skipSpaces();
  }
  node = group(Node::Kind::And, std::move(children));
  return true;
}

bool Parser::unary(Node &node) {
  const qsizetype start = m_at;
  if (!bareUnary(node))
    return false;
  node.start = start;
  node.length = m_at - start;
  return true;
}

bool Parser::bareUnary(Node &node) {
  if (atTermsEnd() || atKeyword(u"and")) {
    const bool here = !atEnd() && m_lastLength == 0;
    const qsizetype wordLength = at(u')') ? 1 : atKeyword(u"or") ? 2 : 3;
    return here || at(u')') ? fail(Code::ConditionMissing, m_at, wordLength)
                            : fail(Code::ConditionMissing, m_lastStart, m_lastLength);
  }
  if (atKeyword(u"not"))
    return notTerm(node);
  return at(u'(') ? bracket(node) : term(node);
}

bool Parser::notTerm(Node &node) {
  const qsizetype start = m_at;
  if (++m_depth > DepthLimit)
    return fail(Code::TooDeep, start, 3);
  m_lastStart = start;
  m_lastLength = 3;
  m_at += 3;
  skipSpaces();
  node = {Node::Kind::Not, std::vector<Node>(1), {}};
  if (!unary(node.children.front()))
    return false;
  --m_depth;
  return true;
}

bool Parser::bracket(Node &node) {
  const qsizetype start = m_at++;
  if (++m_depth > DepthLimit)
    return fail(Code::TooDeep, start, 1);
  m_lastStart = start;
  m_lastLength = 1;
  skipSpaces();
  if (!orTerms(node))
    return false;
  if (!at(u')'))
    return fail(Code::BracketOpen, start, m_text.size() - start, m_text.sliced(start).toString() + u')');
  ++m_at;
  --m_depth;
  return true;
}

bool Parser::term(Node &node) {
  if (at(u'"'))
    return quotedText(node);
  const words::PathWord path = words::pathAt(m_text, m_at);
  const std::optional<Field> field = fieldNamed(path.name);
  const bool rooted = field && takesPath(*field);
  if (path.fault && rooted)
    return fail(Code::BadPath, path.fault->start, path.fault->length,
                parsePath(path.fault->repair) ? path.fault->repair : QString());
  const qsizetype opAt = words::skipSpaces(m_text, path.end);
  if (!words::operatorAt(m_text, opAt) || readsAsText(path, opAt))
    return bareText(node);
  if (path.name.isEmpty())
    return fail(Code::ConditionMissing, opAt, words::operatorAt(m_text, opAt)->length);
  if (!field)
    return unknownField(path, opAt);
  if (!rooted && (!path.steps.empty() || path.fault))
    return fail(Code::PathOnPlainField, m_at, path.end - m_at, path.name);
  node = {Node::Kind::Condition, {}, {}};
  node.condition.path.root = *field;
  return condition(node, path, opAt);
}

/// `http://x`, `std::move` and `10:30` are words with a colon, no conditions.
bool Parser::readsAsText(const words::PathWord &path, qsizetype opAt) const {
  if (path.name.isEmpty() || fieldNamed(path.name) || opAt != path.end || m_text[opAt] != u':')
    return false;
  const QChar first = path.name.front();
  const QStringView behind = m_text.sliced(opAt + 1);
  return !(first.isLetter() || first == u'_' || first == u'$') || behind.startsWith(u':') ||
         behind.startsWith(u"//");
}

bool Parser::quotedText(Node &node) {
  const words::Quoted quoted = words::quotedAt(m_text, m_at);
  if (!quoted.closed)
    return fail(Code::QuoteOpen, m_at, quoted.end - m_at, m_text.sliced(m_at).toString() + u'"');
  m_at = quoted.end;
  node = anywhere(quoted.content, true);
  return true;
}

bool Parser::bareText(Node &node) {
  const qsizetype end = words::wordEnd(m_text, m_at);
  const QString word = m_text.sliced(m_at, end - m_at).toString();
  if (word == u"&&" || word == u"||")
    return fail(Code::OperatorMissing, m_at, 2, word == u"&&" ? QStringLiteral("and") : QStringLiteral("or"));
  m_at = end;
  node = anywhere(word, false);
  return true;
}

/// A path below data whose first word was forgotten is the likeliest meaning, then a field misspelt, then a
/// text that happens to hold a colon.
bool Parser::unknownField(const words::PathWord &path, qsizetype opAt) {
  const QString spelled = m_text.sliced(m_at, path.end - m_at).toString();
  const qsizetype wordEnd = words::wordEnd(m_text, m_at);
  const bool manyColons = m_text[opAt] == u':' && opAt == path.end && wordEnd > opAt + 1 &&
                          m_text.sliced(opAt + 1, wordEnd - opAt - 1).contains(u':');
  if (manyColons && !m_text.sliced(m_at, wordEnd - m_at).contains(u'"'))
    return fail(Code::UnknownField, m_at, wordEnd - m_at,
                u'"' + m_text.sliced(m_at, wordEnd - m_at).toString() + u'"');
  QString repair = words::nearest(path.name, path.steps.empty() ? plainFieldNames() : fieldNames());
  if (!repair.isEmpty())
    repair += m_text.sliced(m_at + path.name.size(), path.end - m_at - path.name.size());
  else if (const QString below = QStringLiteral("data.") + spelled; parsePath(below))
    repair = below;
  return fail(Code::UnknownField, m_at, path.end - m_at, repair);
}

bool Parser::condition(Node &node, const words::PathWord &path, qsizetype opAt) {
  const words::OpWord op = *words::operatorAt(m_text, opAt);
  if (!op.op)
    return fail(Code::OperatorMissing, opAt, op.length, op.repair);
  node.condition.path.steps = path.steps;
  node.condition.op = *op.op;
  m_at = words::skipSpaces(m_text, opAt + op.length);
  return value(node.condition, opAt);
}

bool Parser::value(Condition &condition, qsizetype opAt) {
  const qsizetype start = m_at;
  if (at(u'"')) {
    const words::Quoted quoted = words::quotedAt(m_text, m_at);
    if (!quoted.closed)
      return fail(Code::QuoteOpen, start, quoted.end - start, m_text.sliced(start).toString() + u'"');
    condition.value.text = quoted.content.toUtf8();
    condition.value.quoted = true;
    m_at = quoted.end;
  } else {
    m_at = words::wordEnd(m_text, start);
    if (m_at == start || words::keywordAt(m_text, start, u"and") || words::keywordAt(m_text, start, u"or"))
      return fail(Code::ValueMissing, opAt, words::operatorAt(m_text, opAt)->length);
    condition.value.text = m_text.sliced(start, m_at - start).toUtf8();
  }
  const std::optional<ValueFault> fault = readValue(condition, m_now);
  if (!fault)
    return true;
  fail(fault->code, start, m_at - start, fault->repair);
  m_problem.detail = fault->detail;
  return false;
}

bool Parser::fail(Code code, qsizetype start, qsizetype length, const QString &repair) {
  m_problem = {code, start, length, m_text.sliced(start, length).toString(), repair, {}};
  return false;
}

} // namespace

tl::expected<Query, Problem> parse(const QString &text, qint64 now) {
  return Parser(text, now).run();
}

} // namespace oxp::search
