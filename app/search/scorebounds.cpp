// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/numbers.h"
#include "search/plan.h"

#include <limits>

namespace oxp::search {

namespace {

/// Whole numbers from low up to, but not with, high.
struct Range {
  qint64 low = std::numeric_limits<qint64>::min();
  qint64 high = std::numeric_limits<qint64>::max();
};

Range both(Range a, Range b) {
  return {qMax(a.low, b.low), qMin(a.high, b.high)};
}

Range either(Range a, Range b) {
  return {qMin(a.low, b.low), qMax(a.high, b.high)};
}

/// Which of a state's jobs the field's value orders, and by what its score is that value times.
struct Scored {
  Field field;
  qint64 factor;
};

/// Scores as BullMQ 4 to 6 and Bull 4 write them: completed and failed by finishedOn, delayed by due time
/// times 4096. Prioritized jobs are few and their field may differ from the score: never narrowed.
std::optional<Scored> scoredBy(JobState state) {
  if (state == JobState::Completed || state == JobState::Failed)
    return Scored{Field::Finished, 1};
  if (state == JobState::Delayed)
    return Scored{Field::Due, 4096};
  return std::nullopt;
}

/// `start` and `end` are those of the time that was typed.
Range timesThat(Op op, qint64 start, qint64 end) {
  switch (op) {
  case Op::Equal:
  case Op::Contains:
    return {start, end};
  case Op::Less:
    return {Range().low, start};
  case Op::LessEqual:
    return {Range().low, end};
  case Op::Greater:
    return {end, Range().high};
  case Op::GreaterEqual:
    return {start, Range().high};
  default:
    return {};
  }
}

Range rangeOf(const Plan &plan, const PlanNode &node, Field field) {
  if (node.kind == PlanNode::Kind::Leaf) {
    const Leaf &leaf = plan.leaves[node.leaf];
    if (node.negated || leaf.field() != field || !leaf.value().timeMs)
      return {};
    const qint64 start = *leaf.value().timeMs;
    return timesThat(leaf.op(), start, start + leaf.value().timeLength);
  }
  const bool all = node.kind == PlanNode::Kind::All;
  Range out;
  if (!all && !node.children.empty())
    out = rangeOf(plan, node.children.front(), field);
  for (const PlanNode &child : node.children) {
    const Range range = rangeOf(plan, child, field);
    out = all ? both(out, range) : either(out, range);
  }
  return out;
}

/// Scores are doubles: beyond 2^53 a bound would be no exact one.
bool isExact(qint64 value, qint64 factor) {
  return qAbs(value) <= (qint64(1) << 53) / factor;
}

} // namespace

ScoreBounds scoreBounds(const Plan &plan, JobState state) {
  ScoreBounds out;
  const std::optional<Scored> scored = scoredBy(state);
  if (!scored)
    return out;
  const Range range = rangeOf(plan, plan.root, scored->field);
  if (range.low != Range().low && isExact(range.low, scored->factor))
    out.min = QByteArray::number(range.low * scored->factor);
  if (range.high != Range().high && isExact(range.high, scored->factor))
    out.max = '(' + QByteArray::number(range.high * scored->factor);
  return out;
}

} // namespace oxp::search
