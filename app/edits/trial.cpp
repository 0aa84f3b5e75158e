// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/trial.h"

#include "edits/apply.h"

#include <algorithm>

namespace oxp::edits {
namespace {

using Kind = TrialOutcome::Kind;

TrialOutcome tryOut(const TrialJob &job, const std::vector<Change> &changes) {
  if (job.bar != TrialJob::Bar::None)
    return {.kind = Kind::Refused, .bar = job.bar};
  auto splices = splicesOf(job.data, changes);
  if (!splices)
    return {.kind = Kind::Refused, .problem = splices.error()};
  if (splices->empty())
    return {};
  return {.kind = Kind::Changes, .splices = std::move(*splices)};
}

} // namespace

int TrialSum::reasonOf(const TrialOutcome &outcome) const {
  if (outcome.kind != Kind::Refused)
    return -1;
  const auto found = std::find_if(reasons.begin(), reasons.end(), [&](const Reason &reason) {
    return reason.bar == outcome.bar && reason.problem == outcome.problem;
  });
  return found == reasons.end() ? -1 : int(found - reasons.begin());
}

std::vector<TrialOutcome> tryOut(const std::vector<TrialJob> &jobs, const std::vector<Change> &changes,
                                 std::stop_token stop) {
  std::vector<TrialOutcome> outcomes;
  outcomes.reserve(jobs.size());
  for (const TrialJob &job : jobs) {
    if (stop.stop_requested())
      break;
    outcomes.push_back(tryOut(job, changes));
  }
  return outcomes;
}

TrialSum sumOf(const std::vector<TrialOutcome> &outcomes) {
  TrialSum sum;
  for (const TrialOutcome &outcome : outcomes) {
    sum.changes += outcome.kind == Kind::Changes;
    sum.stay += outcome.kind == Kind::Stays;
    if (outcome.kind != Kind::Refused)
      continue;
    ++sum.refused;
    const int known = sum.reasonOf(outcome);
    if (known < 0)
      sum.reasons.push_back({outcome.bar, outcome.problem, 1});
    else
      ++sum.reasons[size_t(known)].jobs;
  }
  std::stable_sort(sum.reasons.begin(), sum.reasons.end(),
                   [](const auto &a, const auto &b) { return a.jobs > b.jobs; });
  return sum;
}

} // namespace oxp::edits
