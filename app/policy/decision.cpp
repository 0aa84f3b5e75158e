// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/decision.h"

#include <algorithm>

namespace oxp::policy {

const Requirement *Decision::find(Requirement::Kind kind) const {
  const auto found = std::find_if(requirements.begin(), requirements.end(),
                                  [kind](const Requirement &one) { return one.kind == kind; });
  return found == requirements.end() ? nullptr : &*found;
}

bool Decision::needs(const Requirement &requirement) const {
  return std::find(requirements.begin(), requirements.end(), requirement) != requirements.end();
}

void Decision::require(const Requirement &requirement) {
  if (needs(requirement))
    return;
  const auto behind = std::find_if(requirements.begin(), requirements.end(),
                                   [&](const Requirement &one) { return one.kind > requirement.kind; });
  requirements.insert(behind, requirement);
}

void Decision::join(const Decision &other) {
  if (other.verdict == Verdict::Deny)
    verdict = Verdict::Deny;
  for (const Requirement &requirement : other.requirements)
    require(requirement);
  cancelIsDefault |= other.cancelIsDefault;
  for (const QByteArray &reason : other.reasons) {
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
      reasons.push_back(reason);
  }
}

} // namespace oxp::policy
