// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>

namespace oxp::policy {

/// What somebody may be let do. A role is a set of them: see RuleTables::roles.
enum class Capability {
  None = 0,        ///< nobody's: what does not say what it needs is refused
  Reveal = 1 << 0, ///< look at masked values
  EditData = 1 << 1,
  RunAgain = 1 << 2,
  Promote = 1 << 3,
  Remove = 1 << 4,
  PauseQueue = 1 << 5, ///< and resume it
};
Q_DECLARE_FLAGS(Capabilities, Capability)
Q_DECLARE_OPERATORS_FOR_FLAGS(Capabilities)

inline bool includes(Capabilities of, Capability one) {
  return one != Capability::None && of.testFlag(one);
}

} // namespace oxp::policy
