// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference.h"

#include "json/decimal.h"
#include "json/fields.h"
#include "json/scanner.h"

#include <QRegularExpression>

#include <algorithm>

using namespace oxp;
using namespace oxp::search;

namespace {

/// A value with its raw text.
struct Tree {
  char kind = '0'; ///< { [ " 0 (number) t (true, false) n
  QByteArray raw;
  QByteArray text; ///< content of a scalar
  std::vector<std::pair<QByteArray, Tree>> members;
  std::vector<QByteArray> rawKeys;
};

/// Reads what is known to be JSON.
class Reader {
public:
  explicit Reader(const QByteArray &text)
      : m_text(text) {}

  Tree value() {
    space();
    const qsizetype from = m_at;
    Tree tree = peek() == '{' || peek() == '[' ? container() : scalar();
    tree.raw = m_text.mid(from, m_at - from);
    return tree;
  }

private:
  char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  void space() {
    while (m_at < m_text.size() && QByteArray(" \n\r\t").contains(peek()))
      ++m_at;
  }

  QByteArray string() {
    const qsizetype from = m_at++;
    for (; peek() != '"'; ++m_at)
      m_at += peek() == '\\' ? 1 : 0;
    ++m_at;
    return m_text.mid(from, m_at - from);
  }

  Tree scalar() {
    Tree tree;
    if (peek() == '"') {
      tree.kind = '"';
      tree.text = json::unescapeUtf8(string());
      return tree;
    }
    while (m_at < m_text.size() && !QByteArray(" \n\r\t,]}").contains(peek()))
      tree.text += m_text[m_at++];
    tree.kind = tree.text == "null" ? 'n' : tree.text == "true" || tree.text == "false" ? 't' : '0';
    return tree;
  }

  Tree container() {
    Tree tree;
    tree.kind = m_text[m_at++];
    while (true) {
      space();
      if (peek() == ',') {
        ++m_at;
        continue;
      }
      if (peek() == '}' || peek() == ']')
        break;
      QByteArray key;
      if (tree.kind == '{') {
        tree.rawKeys.push_back(string());
        key = json::unescapeUtf8(tree.rawKeys.back());
        space();
        ++m_at;
      }
      tree.members.emplace_back(key, value());
    }
    ++m_at;
    return tree;
  }

  QByteArray m_text;
  qsizetype m_at = 0;
};

/// Case as the tests' words have it: ASCII, and one letter that is not.
QByteArray lowered(const QByteArray &text) {
  return text.toLower().replace("\xc3\x89", "\xc3\xa9");
}

bool holdsText(const QByteArray &text, const QByteArray &needle) {
  return lowered(text).contains(lowered(needle));
}

bool isNumber(const QByteArray &text) {
  static const QRegularExpression number(
      QStringLiteral("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?\\z"));
  return number.match(QString::fromUtf8(text)).hasMatch();
}

bool matchesRegex(const QByteArray &text, const QByteArray &pattern) {
  const QRegularExpression regex(QString::fromUtf8(pattern), QRegularExpression::UseUnicodePropertiesOption);
  return regex.match(QString::fromUtf8(text)).hasMatch();
}

bool orders(Op op, int order) {
  switch (op) {
  case Op::Less:
    return order < 0;
  case Op::LessEqual:
    return order <= 0;
  case Op::Greater:
    return order > 0;
  default:
    return order >= 0;
  }
}

int textOrder(const QByteArray &a, const QByteArray &b) {
  return a < b ? -1 : a == b ? 0 : 1;
}

int numberOrder(const QByteArray &a, const QByteArray &b) {
  const auto order = json::compareNumbers(a, b);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

class Judge {
public:
  Judge(const Query &query, const QByteArray &data, const Hides &hides)
      : m_query(query)
      , m_data(data)
      , m_hides(hides)
      , m_valid(json::scan(data).valid()) {
    if (m_valid)
      m_tree = Reader(data).value();
  }

  bool run() const { return holds(m_query.root); }

private:
  bool holds(const Node &node) const {
    const auto child = [this](const Node &below) { return holds(below); };
    switch (node.kind) {
    case Node::Kind::And:
      return std::all_of(node.children.begin(), node.children.end(), child);
    case Node::Kind::Or:
      return std::any_of(node.children.begin(), node.children.end(), child);
    case Node::Kind::Not:
      return !holds(node.children.front());
    case Node::Kind::Condition:
      return condition(node.condition);
    }
    return false;
  }

  bool condition(Condition condition) const {
    if (condition.op == Op::NotEqual) {
      condition.op = Op::Equal;
      return !this->condition(condition);
    }
    if (condition.path.steps.empty())
      return ofWhole(condition);
    for (const Step &step : condition.path.steps) {
      if (step.kind == Step::Kind::Key && m_hides && m_hides(step.key))
        return false;
    }
    return m_valid && below(condition, m_tree, 0);
  }

  bool ofWhole(const Condition &condition) const {
    const QByteArray &text = condition.value.text;
    if (condition.op == Op::Contains && text.isEmpty())
      return true;
    if (m_valid)
      return at(condition, m_tree, m_data);
    if (m_hides)
      return false;
    if (condition.op == Op::Equal)
      return m_data == text && !m_data.isEmpty();
    if (condition.op == Op::Contains)
      return holdsText(m_data, text);
    return condition.op == Op::Matches && matchesRegex(m_data, text);
  }

  bool below(const Condition &condition, const Tree &tree, size_t depth) const {
    if (depth == condition.path.steps.size())
      return at(condition, tree, {});
    const Step &step = condition.path.steps[depth];
    for (size_t i = 0; i < tree.members.size(); ++i) {
      const bool wanted =
          step.kind == Step::Kind::Key
              ? tree.kind == '{' && tree.members[i].first == step.key
              : tree.kind == '[' && (step.kind == Step::Kind::AnyIndex || qint64(i) == step.index);
      if (wanted && below(condition, tree.members[i].second, depth + 1))
        return true;
    }
    return false;
  }

  /// `whole`: the raw bytes when this is all of data.
  bool at(const Condition &condition, const Tree &tree, const QByteArray &whole) const {
    const QByteArray &text = condition.value.text;
    if (condition.op == Op::Contains && text.isEmpty())
      return true;
    const bool container = tree.kind == '{' || tree.kind == '[';
    const bool mayUseRaw = (container || !whole.isEmpty()) && !hidesIn(tree);
    const QByteArray raw = whole.isEmpty() ? tree.raw : whole;
    if (mayUseRaw && condition.op == Op::Equal && raw == text)
      return true;
    if (mayUseRaw && condition.op == Op::Contains && holdsText(raw, text))
      return true;
    return container ? inContainer(condition, tree) : scalar(condition, tree);
  }

  bool inContainer(const Condition &condition, const Tree &tree) const {
    if (condition.op != Op::Contains && condition.op != Op::Matches)
      return false;
    for (size_t i = 0; i < tree.members.size(); ++i) {
      const auto &[key, value] = tree.members[i];
      const bool named = tree.kind == '{';
      if (named && condition.op == Op::Contains &&
          (holdsText(key, condition.value.text) ||
           (m_hides && holdsText(tree.rawKeys[i], condition.value.text))))
        return true;
      if (named && m_hides && m_hides(key))
        continue;
      const bool holder = value.kind == '{' || value.kind == '[';
      if (holder ? inContainer(condition, value) : scalar(condition, value))
        return true;
      if (!holder && m_hides && condition.op == Op::Contains && holdsText(value.raw, condition.value.text))
        return true;
    }
    return false;
  }

  bool hidesIn(const Tree &tree) const {
    return std::any_of(tree.members.begin(), tree.members.end(), [&](const auto &member) {
      return (tree.kind == '{' && m_hides && m_hides(member.first)) || hidesIn(member.second);
    });
  }

  static bool scalar(const Condition &condition, const Tree &tree) {
    const Value &value = condition.value;
    switch (condition.op) {
    case Op::Equal:
    case Op::NotEqual:
      return tree.text == value.text ||
             (tree.kind == '0' && isNumber(value.text) && numberOrder(tree.text, value.text) == 0);
    case Op::Contains:
      return holdsText(tree.text, value.text);
    case Op::Matches:
      return matchesRegex(tree.text, value.text);
    default:
      break;
    }
    if ((tree.kind == '0' || tree.kind == '"') && isNumber(value.text) && isNumber(tree.text))
      return orders(condition.op, numberOrder(tree.text, value.text));
    return tree.kind == '"' && !isNumber(value.text) &&
           orders(condition.op, textOrder(tree.text, value.text));
  }

  const Query &m_query;
  QByteArray m_data;
  const Hides &m_hides;
  bool m_valid;
  Tree m_tree;
};

} // namespace

bool referenceMatches(const Query &query, const QByteArray &data, const Hides &hides) {
  return Judge(query, data, hides).run();
}
