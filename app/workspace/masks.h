// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/rules.h"
#include "search/matcher.h"
#include "workspace/profile.h"

/// Which values of a profile's jobs are not for everybody's eyes, as what reads many jobs wants to know it.
namespace oxp::masks {

inline search::Hides sensitive(const policy::SharedRules &rules) {
  return [rules](const QByteArray &key) { return rules->isSensitive(key); };
}

/// Values that this profile's person may never reveal: nothing may be found or ordered by them.
inline search::Hides refused(const policy::SharedRules &rules, const Profile &profile) {
  return rules->mayReveal(profile.environment, profile.role) ? search::Hides() : sensitive(rules);
}

/// Values that are masked until revealed.
inline search::Hides masked(const policy::SharedRules &rules, const Profile &profile) {
  return rules->masksValues(profile.environment) ? sensitive(rules) : search::Hides();
}

} // namespace oxp::masks
