// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/numbers.h"
#include "search/plan.h"
#include "search/values.h"

#include <limits>

namespace oxp::search {

namespace {

/// Whole numbers from low up to, but not with, high. The least and the greatest that there are mean no bound.
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
/// times 4096, prioritized (BullMQ only) by priority times 2^32 with a counter below.
std::optional<Scored> scoredBy(JobState state) {
  if (state == JobState::Completed || state == JobState::Failed)
    return Scored{Field::Finished, 1};
  if (state == JobState::Delayed)
    return Scored{Field::Due, 4096};
  if (state == JobState::Prioritized)
    return Scored{Field::Priority, qint64(1) << 32};
  return std::nullopt;
}

/// `start` and `end` are those of what was typed.
Range valuesThat(Op op, qint64 start, qint64 end) {
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

/// The stretch of whole numbers that a value covers: of a time what was typed, of a number itself. Nothing
/// for what is neither.
std::optional<Range> stretchOf(const Value &value, Field field) {
  if (field != Field::Priority)
    return value.timeMs ? std::optional(Range{*value.timeMs, timeEnd(value)}) : std::nullopt;
  bool whole = false;
  const qint64 number = value.number ? value.number->toLongLong(&whole) : 0;
  return whole && number < Range().high ? std::optional(Range{number, number + 1}) : std::nullopt;
}

Range rangeOf(const Plan &plan, const PlanNode &node, Field field) {
  if (node.kind == PlanNode::Kind::Leaf) {
    const Leaf &leaf = plan.leaves[node.leaf];
    const std::optional<Range> stretch =
        node.negated || leaf.field() != field ? std::nullopt : stretchOf(leaf.value(), field);
    // `priority : 1` is true of 10 as well.
    if (!stretch || (leaf.op() == Op::Contains && field == Field::Priority))
      return {};
    return valuesThat(leaf.op(), stretch->low, stretch->high);
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
  const qint64 most = (qint64(1) << 53) / factor;
  return -most <= value && value <= most;
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
