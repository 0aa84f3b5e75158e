// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/jobstate.h"

#include <QByteArray>
#include <QItemSelection>

#include <vector>

namespace oxp {

/// Rows of a table, both ends among them.
struct RowRange {
  int first;
  int last;
  bool operator==(const RowRange &) const = default;
};

/// The rows of a selection, ascending, each once. By its ranges and never by its cells, for everything may be
/// selected.
std::vector<RowRange> rowRanges(const QItemSelection &selection);

/// What chosen rows stand for, in row order: jobs where they are known, places in the state's own order where
/// they are not.
struct ChosenRows {
  struct Job {
    QByteArray id;
    JobState state = JobState::Unknown;
    bool operator==(const Job &) const = default;
  };
  struct Stretch {
    qint64 position = 0;
    qint64 count = 0;
    size_t before = 0; ///< so many of `jobs` stand before it
    bool operator==(const Stretch &) const = default;
  };
  std::vector<Job> jobs;
  std::vector<Stretch> stretches;
  JobState state = JobState::Unknown; ///< that the stretches are of
  bool reversed = false;              ///< the stretches count from the other end of its order
  bool everything = false;            ///< all jobs that the state has

  qint64 unread() const; ///< rows in the stretches
  /// The next row is not known: it stands at this place.
  void addUnread(qint64 position);
};

} // namespace oxp
