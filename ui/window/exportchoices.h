// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/exportdialog.h"

#include <optional>
#include <vector>

namespace oxp {

class JobListPanel;

/// What of a queue may be exported, and which of it is proposed.
struct ExportChoices {
  std::vector<ExportChoice> all;
  int proposed = 0; ///< index into `all`
};

/// Of a list of a queue's jobs: the selection, what its search found, the state (nothing = all states). Where
/// several rows are selected, these are proposed, else what was found, else the state.
ExportChoices exportChoices(const JobListPanel &list, const QueueInfo &queue, std::optional<JobState> state,
                            const std::optional<QueueCounts> &counts);

} // namespace oxp
