// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/terms.h"

namespace oxp::search {
namespace {

/// The parser gives no place of its own to what only joins terms at the top.
bool joinsAtTop(const Query &query) {
  return query.root.kind == Node::Kind::And && query.root.length == 0;
}

} // namespace

QByteArray Term::equals(Field field) const {
  const bool fits = node.kind == Node::Kind::Condition && node.condition.op == Op::Equal &&
                    node.condition.path.root == field;
  return fits ? node.condition.value.text : QByteArray();
}

std::vector<Term> topTerms(const Query &query) {
  if (query.matchesEverything())
    return {};
  if (!joinsAtTop(query))
    return {{query.text.trimmed(), query.root}};
  std::vector<Term> terms;
  for (const Node &node : query.root.children)
    terms.push_back({query.text.mid(node.start, node.length), node});
  return terms;
}

/// Up to the next term, or of the last one from the end of the one before.
QString withoutTerm(const Query &query, size_t index) {
  const std::vector<Node> &terms = query.root.children;
  if (!joinsAtTop(query) || index >= terms.size() || terms.size() < 2)
    return {};
  const bool last = index + 1 == terms.size();
  const qsizetype from = last ? terms[index - 1].start + terms[index - 1].length : terms[index].start;
  const qsizetype to = last ? query.text.size() : terms[index + 1].start;
  return QString(query.text).remove(from, to - from).trimmed();
}

} // namespace oxp::search
