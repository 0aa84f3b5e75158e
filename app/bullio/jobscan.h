// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "bullio/rangecursor.h"
#include "redis/readstream.h"

#include <deque>
#include <functional>
#include <optional>
#include <span>
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

  bool bounded() const { return min != "-inf" || max != "+inf"; }
};

/// One job on its way by. Views live until the call returns.
struct ScannedJob {
  const QByteArray &id;
  QByteArrayView score;
  std::span<const QByteArrayView> fields; ///< as asked for; null (not empty) = the hash has no such field
  qint64 size = -1;
};

struct ScanReport {
  qint64 looked = 0; ///< jobs read; some may have been read twice
  qint64 total = 0;  ///< jobs in the state (within the bounds) at the start
  bool lostTrack =
      false; ///< the order moved faster than it could be read: some jobs may have been passed over
  bool stoppedEarly = false; ///< by the visitor
};

/// Reads many jobs of a state in slices over one session, the next slices asked for while one is looked at.
/// Slices are small (jobs and bytes), so that no other client of the server waits long. Lists are read from
/// their newest end, completed, failed and waiting-children newest first, the other sets from the lowest
/// score. Jobs that stay in the state are never missed; one that moves may be met twice. A given list is read
/// as it is. Lane thread.
class JobScan {
public:
  static constexpr qint64 ChunkIds = 2'000;         ///< ids asked for at a time
  static constexpr qint64 SliceJobs = 256;          ///< jobs read at a time, at most
  static constexpr qint64 SliceBytes = 256 * 1'024; ///< of replies, aimed at
  static constexpr int SieveMs = 2;                 ///< of the server's time, in one go
  static constexpr qint64 SieveJobs = 2'000;
  static constexpr qint64 SieveLargest = 262'144; ///< bytes; larger payloads are looked at here

  /// False ends the scan.
  using Visit = std::function<bool(const ScannedJob &)>;
  /// After each slice; `looked` and `total` move on.
  using Tell = std::function<void(const ScanReport &)>;
  using Extra = std::function<Result<void>(const FlatReplies &)>;

  JobScan(ReadSession &session, ScanRequest request, std::stop_token stop);

  /// The report; Denied when the user may not read the state or its jobs.
  Result<ScanReport> run(const Visit &visit, const Tell &tell = {});
  /// From inside `visit` or `tell`: another batch that goes out with the next slices.
  void also(ReadBatch batch, Extra take);

private:
  struct Walk {
    QByteArray key;
    bool isSet = false;
    bool descending = false;
    RangeCursor cursor{0, ChunkIds};
  };
  struct Ids {};
  struct Slice {
    std::vector<QByteArray> ids, scores;
  };
  struct Sift {
    Slice jobs;
  };
  struct Asked {
    std::variant<Ids, Slice, Sift, Extra> what;
  };
  using Queue = std::deque<std::pair<QByteArray, QByteArray>>; ///< ids with their scores

  Result<void> begin();
  void takeList();
  Result<void> fill();
  Result<void> takeOldest(const Visit &visit, const Tell &tell);
  Result<void> takeIds(const FlatReplies &replies);
  void keepIds(std::vector<QByteArray> ids, std::vector<QByteArray> scores);
  void takeHash(const FlatReplies &replies, size_t first, size_t pairs);
  Result<void> takeSlice(const Slice &slice, const FlatReplies &replies, const Visit &visit);
  Result<void> sendIds();
  Result<void> sendSlice();
  Result<void> sendSift();
  Result<void> takeSift(Slice jobs, const FlatReplies &replies);
  Slice cut(Queue &from, qint64 count);
  bool sieves() const { return !m_request.sieve.lua.isEmpty(); }
  Result<void> sendExtras();
  bool idsLeft() const;
  bool isBeyond(const QByteArray &score) const;
  qint64 sliceJobs() const;
  size_t depth() const;

  ReadSession &m_session;
  ScanRequest m_request;
  std::stop_token m_stop;
  ReadStream m_stream;
  ReadShape m_jobShape, m_sizeShape;
  QByteArray m_base; ///< key of a job without its id
  std::deque<Walk> m_walks;
  Queue m_ids;    ///< read and not asked for yet
  Queue m_sifted; ///< of them, those that passed the sieve
  std::deque<Asked> m_asked;
  std::deque<std::pair<ReadBatch, Extra>> m_extras;
  ReadBatch m_batch;
  FlatReplies m_replies;
  std::vector<QByteArrayView> m_fields;
  std::vector<size_t> m_order; ///< of a whole hash: which field the last job had at each place
  ScanReport m_report;
  qint64 m_kept = 0;         ///< ids that came into the scan, for the limit
  double m_jobBytes = 8'192; ///< an average that forgets; begins high, so that the first slices are small
  double m_siftJobs = 64;    ///< jobs that the sieve deals with in its time
  bool m_idsAsked = false;
  bool m_done = false;
};

} // namespace oxp
