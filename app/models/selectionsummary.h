// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

#include <QString>

#include <utility>
#include <vector>

namespace oxp {

/// What counts of a selected job. Shares its texts with the row that it is of.
struct SelectedJob {
  QByteArray name, error;
  JobState state = JobState::Unknown;
  qint64 finished = 0; ///< ms, 0 = it has not
  int attemptsMade = 0, attemptsMax = 0;
  qint64 size = -1; ///< of data, bytes; -1 = not known

  static SelectedJob of(const JobRow &row);
};

/// How many jobs have what in common: what most have, and what the others come to.
struct Tally {
  static constexpr size_t Most = 4;

  struct Entry {
    QString words;
    qint64 jobs = 0;
    bool operator==(const Entry &) const = default;
  };
  std::vector<Entry> top; ///< most jobs first; never all but one
  qint64 others = 0;      ///< different ones that are not among them
  qint64 otherJobs = 0;

  bool isEmpty() const { return top.empty(); }
  bool operator==(const Tally &) const = default;
};

/// What several jobs are, taken together.
struct SelectionSummary {
  qint64 jobs = 0; ///< that were counted
  Tally names;
  Tally errors;                                    ///< of those that failed, in the words of the failures
  std::vector<std::pair<JobState, qint64>> states; ///< most jobs first
  qint64 firstFinished = 0, lastFinished = 0;      ///< ms; 0 = none has
  qint64 attemptsUsed = 0;         ///< jobs that have had all their attempts; of those that have begun one
  qint64 attemptsLeft = 0;         ///< jobs that have begun, and may be tried again
  qint64 bytes = -1, largest = -1; ///< of data; -1 = not known of each of them

  bool operator==(const SelectionSummary &) const = default;
};

/// Counts them; `known`: which fields have been read (JobField values or-ed), the others are left out. Pure,
/// any thread; a millisecond for some thousand jobs.
SelectionSummary summaryOf(const std::vector<SelectedJob> &jobs, JobFields known = AllJobFields);

} // namespace oxp
