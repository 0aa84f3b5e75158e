// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/selection.h"
#include "bullio/failures.h"
#include "bullio/jobexport.h"
#include "bullio/jobsearch.h"
#include "bullio/jobsort.h"
#include "edits/trial.h"
#include "policy/rules.h"
#include "redis/lanehandle.h"
#include "search/fieldpaths.h"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QObject;

namespace oxp {

class LaneSet;
struct Profile;

/// What reads a great many jobs of one profile, each on a lane of its own: searches, sorts, exports, groups
/// of failures. What is refused and what is masked follows the profile's environment and role; requests need
/// not say. `progress` (GUI thread) may be empty. GUI thread; answers come later, and none when the context
/// died.
class LongReads {
public:
  template <typename T>
  using Handler = std::function<void(Result<T>)>;

  /// Profile and lanes outlive this. `slice` is our script of that name; null: all is searched by reading.
  LongReads(LaneSet &lanes, const Profile &profile, policy::SharedRules rules, const Script *slice)
      : m_lanes(lanes)
      , m_profile(profile)
      , m_rules(std::move(rules))
      , m_slice(slice) {}

  LaneHandle requestSearch(SearchRequest request, QObject *context,
                           std::function<void(SearchProgress)> progress, Handler<SearchReport> handler);
  /// Why a query may not be asked here: it names a value that this person may not see.
  std::optional<search::Path> refusedPath(const search::Query &query) const;
  /// The fields seen in the newest jobs of a queue, for completion.
  LaneHandle requestFieldPaths(const QueueInfo &queue, QObject *context, Handler<search::FieldPaths> handler);
  /// Denied (`MASKED`) where the order would tell masked values.
  LaneHandle requestSort(SortRequest request, QObject *context, std::function<void(SortProgress)> progress,
                         Handler<SortedIds> handler);
  /// Writes jobs to a file. Values that this profile masks are masked there too, unless `withMasked`; Denied
  /// (`MASKED`) where this person may not reveal them.
  LaneHandle requestExport(ExportRequest request, bool withMasked, QObject *context,
                           std::function<void(ExportProgress)> progress, Handler<ExportReport> handler);
  /// The failed jobs of these queues, grouped by what they have in common; `progress` gets the groups so far.
  LaneHandle requestFailures(const std::vector<QueueInfo> &queues, QObject *context,
                             std::function<void(FailureReport)> progress, Handler<FailureReport> handler);
  /// Jobs of a selection with their data, to try an edit on: the newest of a state, the first of named ones.
  LaneHandle requestTrialJobs(const Selection &selection, QObject *context,
                              Handler<std::vector<edits::TrialJob>> handler);

private:
  LaneSet &m_lanes;
  const Profile &m_profile;
  policy::SharedRules m_rules;
  const Script *m_slice;
};

} // namespace oxp
