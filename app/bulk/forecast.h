// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/bulkwork.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace oxp {

/// What a run would do to the jobs of a choice, were it done now.
struct Forecast {
  /// So many jobs are left alone for the same reason.
  struct Refusal {
    audit::ItemState end = audit::ItemState::Skipped; ///< that such a job would have
    QByteArray code;                                  ///< stable word, such as `gone`, `unchanged`
    qint64 jobs = 0;
    QByteArray example; ///< id of the first
  };
  /// A job that would be done, with what would change of its data.
  struct Sample {
    QByteArray jobId, name;
    JobState state = JobState::Unknown;
    std::vector<json::Change> changes;
  };
  static constexpr size_t MostSamples = 20;
  static constexpr qint64 LargestSample = 65'536; ///< bytes of data; larger jobs are no samples

  qint64 jobs = 0;               ///< of the choice; the sum of `done` and the refusals
  qint64 done = 0;               ///< would be done
  qint64 sensitive = 0;          ///< of them, edits that touch a sensitive field
  qint64 bytes = 0;              ///< that the local store takes for it, about
  qint64 room = 0;               ///< bytes that the local store keeps at most
  std::vector<Refusal> refusals; ///< the most jobs first
  std::vector<Sample> samples;   ///< the first ones
};

/// Looks at each job of a choice as carryOn() would, and writes nothing. `setup.run` is the choice; rate and
/// pause say nothing here. `told`: how many jobs have been looked at. Lane thread.
Result<Forecast> forecast(const BulkSetup &setup, ReadSession &session, std::stop_token stop,
                          const std::function<void(qint64 jobs)> &told);

} // namespace oxp
