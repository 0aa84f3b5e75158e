// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "bullio/joblook.h"
#include "bullio/scanwalk.h"
#include "redis/readpartner.h"
#include "redis/readstream.h"

#include <deque>
#include <functional>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace oxp {

/// A test on the server that sorts out jobs before anything of them is read (searchSlice.lua).
struct ScanSieve {
  QByteArray lua;  ///< empty = none
  QByteArray test; ///< search::Prefilter as JSON
};

/// Which jobs of one state are read (or which of a list), and what of each.
struct ScanRequest {
  QueueId queue;
  JobState state = JobState::Waiting;
  std::vector<QByteArray> fields; ///< of the job's hash; none = only ids
  bool whole =
      false; ///< asks for all of the hash: quicker where many fields are wanted and few more are there
  bool size = false;                     ///< the length of data too
  bool scores = false;                   ///< of sorted sets; with bounds they are read in any case
  qint64 limit = -1;                     ///< jobs, from the newest (or next due) on; -1 = all
  QByteArray min = "-inf", max = "+inf"; ///< bounds of the score, as ZRANGEBYSCORE takes them

  /// These instead of a state's, in this order, each once for each time it is named; then `state`, `scores`,
  /// `limit` and the bounds say nothing.
  std::optional<std::vector<QByteArray>> only;

  ScanSieve sieve;
};

struct ScanReport {
  qint64 looked = 0; ///< jobs read; some may have been read twice
  qint64 total = 0;  ///< jobs in the state (within the bounds) at the start
  bool lostTrack =
      false; ///< the order moved faster than it could be read: some jobs may have been passed over
  bool stoppedEarly = false; ///< by the visitor
};

/// Reads many jobs of a state in slices, the next slices asked for while one is looked at. No other client
/// of the server waits long, and its memory is not filled with replies: slices are small, and where jobs may
/// be large their sizes are asked first (JobSizes), so that what is on its way is bounded. A server that
/// refuses to tell sizes is read all the same, by what jobs before have brought. Jobs that stay in the state
/// are never missed; one that moves may be met twice. A given list is read as it is. Lane thread.
class JobScan {
public:
  static constexpr qint64 MostBytes = 4 * 1'024 * 1'024; ///< on their way; a larger job comes alone
  static constexpr int SieveMs = 2;                      ///< of the server's time, in one go
  static constexpr qint64 SieveJobs = 256;
  static constexpr qint64 SieveLargest = 32 * 1'024; ///< bytes; larger payloads are looked at here

  /// False ends the scan.
  using Visit = JobLook::Visit;
  using See = std::function<void(const ScannedJob &)>;
  /// After each slice; `looked` and `total` move on.
  using Tell = std::function<void(const ScanReport &)>;

  /// The session's partner, when it has one, reads about half of the slices.
  JobScan(ReadSession &session, ScanRequest request, std::stop_token stop);
  ~JobScan();

  /// The report; Denied when the user may not read the state or its jobs.
  Result<ScanReport> run(const Visit &visit, const Tell &tell = {});

  /// Before run(): what is read of the jobs that are looked at again, and who sees it.
  void setSecondLook(JobParts parts, See see);
  /// From inside `visit`: `see` gets this job too, with the next slices and under the same bounds. Each comes
  /// once, in the order of these calls, also after the end of the scan.
  void lookAgain(const QByteArray &id) { m_second->look.found().push_back({id, {}}); }

private:
  using Jobs = std::vector<ScanId>;
  struct Look {
    JobLook look;
    Visit visit;
  };
  struct Range {};
  struct Measure {
    Look *of;
    JobSizes::Sample sample;
  };
  struct Sift {
    Jobs jobs;
  };
  struct Slice {
    Look *of;
    JobLook::Slice slice;
    bool byPartner = false;
  };
  struct Asked {
    std::variant<Range, Measure, Sift, Slice> what;
    bool received = false;
    FlatReplies replies = {};
    bool isPartners() const {
      const auto *slice = std::get_if<Slice>(&what);
      return slice && slice->byPartner;
    }
  };

  Result<void> begin();
  Result<void> fill();
  Result<bool> askNext();
  Result<void> receiveOne();
  Result<void> receive(Asked &asked);
  Result<void> takeOldest(const Tell &tell);
  Result<void> take(Asked &asked);
  Result<void> send(Asked asked);

  Result<void> askRange();
  Result<bool> askOf(Look &of);
  Result<void> askMeasure(Look &of, JobLook::Queue &from);
  Result<void> askSlice(Look &of);
  Result<void> askSift();
  Result<void> takeRange();
  Result<void> takeSift(Jobs jobs);
  Result<void> takeSlice(const Slice &slice);
  void leaveRest();

  bool wantsRange() const;
  bool isUnwanted(const Asked &asked) const;
  bool sieves() const { return !m_request.sieve.lua.isEmpty(); }
  size_t depth() const;
  qint64 rangeIds() const;

  ReadSession &m_session;
  ScanRequest m_request;
  std::stop_token m_stop;
  ReadStream m_stream;
  ReadPartner *m_partner;
  Look m_first;
  std::optional<Look> m_second;
  std::optional<ScanWalk> m_walk;
  std::deque<Asked> m_asked;
  ReadBatch m_batch;
  FlatReplies m_replies;
  ScanReport m_report;
  double m_siftJobs = 64;   ///< jobs that the sieve deals with in its time
  qint64 m_bytesAsked = 0;  ///< of the slices on their way
  size_t m_sifting = 0;     ///< batches
  size_t m_withServer = 0;  ///< batches whose replies have not come
  size_t m_withPartner = 0; ///< of them, its slices
  bool m_rangeAsked = false;
  bool m_done = false;
};

} // namespace oxp
