// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

#include <QString>

#include <optional>
#include <vector>

namespace oxp {

/// What a person has chosen in a list, counted. The jobs themselves are asked for when something is done to
/// them: there may be very many.
struct ChosenJobs {
  qint64 count = 0;                   ///< jobs, as far as it is known
  qint64 unread = 0;                  ///< of them, rows whose jobs have not been read yet
  bool isAll = false;                 ///< all that the list or the search has
  bool isRunning = false;             ///< the search that finds them has not ended
  bool isCutShort = false;            ///< it stopped before it had looked at all: more may match
  std::optional<JobState> wholeState; ///< all of a state are meant, whichever they are
  std::vector<JobState> states;       ///< that they are in, as they were seen; each once
  std::optional<QueueInfo> queue;     ///< nothing where they are of several

  bool isMany() const { return count > 1 || isAll; }
  /// It is known of each job that it is meant, and all are of one queue: something can be done to them.
  bool isKnown() const { return queue && !isRunning && (wholeState || unread == 0); }
};

} // namespace oxp
