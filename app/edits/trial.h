// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/change.h"
#include "json/splice.h"

#include <stop_token>

namespace oxp::edits {

/// A job that changes are tried on.
struct TrialJob {
  /// Why a run would leave it alone, whatever the changes are.
  enum class Bar {
    None,
    Gone,
    Running, ///< a worker holds it
    Large,   ///< its data are over 1 MB
  };
  QByteArray id;
  QByteArray name = {};
  QByteArray data = {}; ///< not read where there is a bar
  Bar bar = Bar::None;
};

/// What the changes would make of one job.
struct TrialOutcome {
  enum class Kind { Changes, Stays, Refused };
  Kind kind = Kind::Stays;
  std::vector<json::Splice> splices = {};  ///< of one that changes, on its data
  TrialJob::Bar bar = TrialJob::Bar::None; ///< of one that is refused, whatever the changes are;
  Problem problem = {};                    ///< else why they cannot be made
};

/// The outcomes of all jobs, counted. The three numbers add up to the jobs, and those of the reasons to the
/// refused ones.
struct TrialSum {
  struct Reason {
    TrialJob::Bar bar = TrialJob::Bar::None;
    Problem problem = {};
    int jobs = 0;
    bool operator==(const Reason &) const = default;
  };
  int changes = 0, stay = 0, refused = 0;
  std::vector<Reason> reasons = {}; ///< the most frequent first

  bool operator==(const TrialSum &) const = default;
  /// Which reason a refused job has; -1 for others.
  int reasonOf(const TrialOutcome &outcome) const;
};

/// Tries changes on jobs; nothing is written. In the order of the jobs; fewer when it was stopped. Pure, any
/// thread; some 5 ms per MB of payloads.
std::vector<TrialOutcome> tryOut(const std::vector<TrialJob> &jobs, const std::vector<Change> &changes,
                                 std::stop_token stop = {});
TrialSum sumOf(const std::vector<TrialOutcome> &outcomes);

} // namespace oxp::edits
