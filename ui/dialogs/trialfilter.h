// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/trialreport.h"

#include <optional>

namespace oxp {

/// Which jobs of a trial are shown.
struct TrialFilter {
  std::optional<edits::TrialOutcome::Kind> kind = {}; ///< none = all
  int reason = -1;                                    ///< of the refused ones, this; -1 = all of them

  bool takes(const TrialRow &row) const {
    return !kind || (row.kind == *kind && (reason < 0 || row.reason == reason));
  }
  bool operator==(const TrialFilter &) const = default;
};

} // namespace oxp
