// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policy.h"
#include "search/matcher.h"
#include "workspace/profile.h"

/// Which values of a profile's jobs are not for everybody's eyes, as what reads many jobs wants to know it.
namespace oxp::masks {

inline bool isSensitive(const QByteArray &key) {
  return policy::fieldKind(key) == policy::FieldKind::Sensitive;
}

/// Values that this profile's person may never reveal: nothing may be found or ordered by them.
inline search::Hides refused(const Profile &profile) {
  return policy::mayReveal(profile.environment, profile.role) ? search::Hides() : isSensitive;
}

/// Values that are masked until revealed.
inline search::Hides masked(const Profile &profile) {
  return policy::masksValues(profile.environment) ? isSensitive : search::Hides();
}

} // namespace oxp::masks
