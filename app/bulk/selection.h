// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

#include <QList>

#include <variant>

namespace oxp {

/// Which jobs of a queue a person means: those that are named, or all of a state. None named is none, never
/// all.
struct Selection {
  struct Job {
    QByteArray id;
    JobState state = JobState::Unknown; ///< where it was seen
    QByteArray timestamp = {};          ///< ms, that it had then; empty = not known
    bool operator==(const Job &) const = default;
  };
  using Jobs = QList<Job>; ///< shared, as there may be a hundred thousand
  struct WholeState {
    JobState state = JobState::Unknown;
    qint64 limit = -1; ///< so many from its newest (or next due) on; -1 = all
    /// So many from its oldest on instead. Of finished jobs only, within no bounds.
    bool oldest = false;
    QByteArray min = "-inf", max = "+inf"; ///< bounds of the score, as ZRANGEBYSCORE takes them
    bool operator==(const WholeState &) const = default;
  };
  QueueInfo queue;
  std::variant<Jobs, WholeState> of = Jobs();
};

/// A selection that stands: which job of each id is meant is known, and those that come later are not.
struct FrozenSelection {
  qint64 run = 0;    ///< in the journal
  qint64 jobs = 0;   ///< that the run is over
  qint64 gone = 0;   ///< of them, those that were not there any more
  qint64 passed = 0; ///< of them, those in a state that the operation is not for
  QByteArray digest; ///< SHA-256 over ids, timestamps and states
};

} // namespace oxp
