// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/leaf.h"
#include "search/matcher.h"

#include <vector>

/// A query made ready: negations stand at its leaves, cheap conditions before dear ones. Inside this layer
/// only.
namespace oxp::search {

struct PlanNode {
  enum class Kind { All, Any, Leaf };
  Kind kind = Kind::All;
  std::vector<PlanNode> children;
  size_t leaf = 0;      ///< index into Plan::leaves
  bool negated = false; ///< of a leaf
  int cost = 0;
};

struct Plan {
  std::vector<Leaf> leaves;
  PlanNode root;
};

Plan planOf(const Node &root);
Needs needsOf(const Plan &plan);
Prefilter dataPrefilter(const Plan &plan);
bool mayMatch(const Plan &plan, JobState state);
ScoreBounds scoreBounds(const Plan &plan, JobState state);

/// Whether a condition (not its negation) on the field `state` holds.
bool holdsForState(const Leaf &leaf, JobState state);

} // namespace oxp::search
