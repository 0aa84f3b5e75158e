// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/plan.h"

#include "search/values.h"

#include <algorithm>

namespace oxp::search {

namespace {

int costOf(const Leaf &leaf) {
  switch (leaf.field()) {
  case Field::Data:
    return leaf.prefilter().isTrue() ? 40 : 30;
  case Field::Opts:
  case Field::Result:
  case Field::Anywhere:
    return 20;
  case Field::Failure:
    return 10;
  default:
    return leaf.op() == Op::Matches ? 2 : 1;
  }
}

class Planner {
public:
  explicit Planner(Plan &plan)
      : m_plan(plan) {}

  PlanNode node(const Node &from, bool negated) {
    if (from.kind == Node::Kind::Not)
      return node(from.children.front(), !negated);
    if (from.kind == Node::Kind::Condition)
      return leaf(from.condition, negated);
    return group(from, negated);
  }

private:
  PlanNode leaf(const Condition &condition, bool negated) {
    m_plan.leaves.emplace_back(condition);
    const Leaf &made = m_plan.leaves.back();
    return {PlanNode::Kind::Leaf, {}, m_plan.leaves.size() - 1, negated != made.negated(), costOf(made)};
  }

  /// De Morgan: the negation of an And is an Or of negations.
  PlanNode group(const Node &from, bool negated) {
    PlanNode out;
    out.kind = (from.kind == Node::Kind::And) != negated ? PlanNode::Kind::All : PlanNode::Kind::Any;
    for (const Node &child : from.children)
      out.children.push_back(node(child, negated));
    std::stable_sort(out.children.begin(), out.children.end(),
                     [](const PlanNode &a, const PlanNode &b) { return a.cost < b.cost; });
    for (const PlanNode &child : out.children)
      out.cost = qMax(out.cost, child.cost);
    return out;
  }

  Plan &m_plan;
};

void addNeeds(const Leaf &leaf, Needs &needs) {
  const auto add = [&needs](const char *field) {
    if (std::find(needs.fields.begin(), needs.fields.end(), field) == needs.fields.end())
      needs.fields.emplace_back(field);
  };
  switch (leaf.field()) {
  case Field::Name:
    return add("name");
  case Field::Error:
    return add("failedReason");
  case Field::Failure:
    add("failedReason");
    return add("stacktrace");
  case Field::Attempts:
    add("attemptsMade");
    return add("atm");
  case Field::Progress:
    return add("progress");
  case Field::Priority:
    return add("priority");
  case Field::Created:
    return add("timestamp");
  case Field::Processed:
    return add("processedOn");
  case Field::Finished:
    return add("finishedOn");
  case Field::Opts:
    return add("opts");
  case Field::Result:
    return add("returnvalue");
  case Field::Anywhere:
    add("name");
    return add("failedReason");
  case Field::Id:
  case Field::State:
  case Field::Size:
  case Field::Due:
  case Field::Data:
    return;
  }
}

bool wantsData(const Leaf &leaf) {
  return leaf.field() == Field::Data || leaf.field() == Field::Anywhere;
}

Prefilter prefilterOf(const Plan &plan, const PlanNode &node) {
  if (node.kind == PlanNode::Kind::Leaf) {
    const Leaf &leaf = plan.leaves[node.leaf];
    return node.negated || leaf.field() != Field::Data ? Prefilter() : leaf.prefilter();
  }
  const bool all = node.kind == PlanNode::Kind::All;
  Prefilter out{all ? Prefilter::Kind::All : Prefilter::Kind::Any, {}, false, false, false, {}};
  for (const PlanNode &child : node.children) {
    Prefilter part = prefilterOf(plan, child);
    if (part.isTrue() && !all)
      return {};
    if (!part.isTrue())
      out.children.push_back(std::move(part));
  }
  if (all && out.children.empty())
    return {};
  return out.children.size() == 1 ? Prefilter(out.children.front()) : out;
}

/// Known without looking at the job: no = none of the state, yes = all of it.
enum class Known { No, Maybe, Yes };

Known leafByState(const Leaf &leaf, bool negated, JobState state) {
  bool holds = false;
  if (leaf.field() == Field::State)
    holds = holdsForState(leaf, state);
  else if (leaf.field() != Field::Due || state == JobState::Delayed)
    return Known::Maybe;
  return holds != negated ? Known::Yes : Known::No;
}

Known knownByState(const Plan &plan, const PlanNode &node, JobState state) {
  if (node.kind == PlanNode::Kind::Leaf)
    return leafByState(plan.leaves[node.leaf], node.negated, state);
  const Known decisive = node.kind == PlanNode::Kind::All ? Known::No : Known::Yes;
  Known out = decisive == Known::No ? Known::Yes : Known::No;
  for (const PlanNode &child : node.children) {
    const Known known = knownByState(plan, child, state);
    if (known == decisive)
      return decisive;
    if (known == Known::Maybe)
      out = Known::Maybe;
  }
  return out;
}

} // namespace

bool holdsForState(const Leaf &leaf, JobState state) {
  const QByteArray word = stateWord(state);
  if (leaf.op() == Op::Equal)
    return state != JobState::Unknown && stateFromWord(leaf.value().text.toLower()) == state;
  return leaf.holds({Scalar::Kind::String, word}) ||
         (leaf.op() == Op::Contains && leaf.contains(stateKey(state)));
}

Plan planOf(const Node &root) {
  Plan plan;
  plan.root = Planner(plan).node(root, false);
  return plan;
}

Needs needsOf(const Plan &plan) {
  Needs needs;
  needs.data = std::any_of(plan.leaves.begin(), plan.leaves.end(), wantsData);
  if (needs.data)
    needs.fields.emplace_back("data");
  for (const Leaf &leaf : plan.leaves) {
    addNeeds(leaf, needs);
    needs.size = needs.size || (leaf.field() == Field::Size && !needs.data);
  }
  return needs;
}

Prefilter dataPrefilter(const Plan &plan) {
  return prefilterOf(plan, plan.root);
}

bool mayMatch(const Plan &plan, JobState state) {
  return knownByState(plan, plan.root, state) != Known::No;
}

} // namespace oxp::search
