// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "bullio/jobscan.h"
#include "search/matcher.h"
#include "search/searchhit.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace oxp {

struct Script;

/// Where a search looks.
struct SearchScope {
  QueueInfo queue;
  std::vector<JobState> states;
  bool operator==(const SearchScope &) const = default;
};

enum class SearchEngine {
  Reading, ///< the payloads come here and are looked at here: quick where the server is near
  Script,  ///< a read-only script of ours sorts out on the server what cannot match: little travels
};

struct SearchRequest {
  std::vector<SearchScope> scopes;
  search::Query query;
  /// Values that this person may not see at all; nothing is ever found by them.
  search::Hides refused;
  /// Values that are masked in the columns of the results.
  search::Hides masked;
  qint64 limit = 100'000;    ///< jobs looked at a state, from the newest on; -1 = all
  qint64 mostHits = 100'000; ///< found jobs that are kept; then the search ends
  JobFields fields = AllJobFields;
  SearchEngine engine = SearchEngine::Reading;
  const Script *script = nullptr; ///< searchSlice, for SearchEngine::Script; lives as long as the program
};

/// How much of one state was looked at.
struct StateLook {
  QueueId queue;
  JobState state = JobState::Unknown;
  qint64 looked = 0;
  qint64 total = 0; ///< jobs that the search could have looked at
};

struct SearchProgress {
  std::vector<SearchHit> hits; ///< new since the last time
  qint64 found = 0;
  qint64 looked = 0;
  qint64 total = 0; ///< jobs that will be looked at, as far as it is known
};

struct SearchReport {
  qint64 found = 0;
  qint64 looked = 0;
  std::vector<StateLook> states;
  qint64 limitHits = 0;   ///< texts that a regular expression gave up on
  bool lostTrack = false; ///< a state moved faster than it could be read
  bool capped = false;    ///< ended at mostHits
  bool usedScript = false;
  bool scriptRefused = false; ///< the server does not run it: done by reading instead
  qint64 tookMs = 0;
};

/// Looks for jobs. `tell` is called on the lane's thread, a few times a second, and at once for the first
/// hits. No job is told twice, and none that stays where it is goes unseen. Where the server does not run our
/// script (its age, its ACL), the search is done by reading. Lane thread.
Result<SearchReport> searchJobs(ReadSession &session, const SearchRequest &request,
                                const std::function<void(SearchProgress)> &tell, std::stop_token stop);

} // namespace oxp
