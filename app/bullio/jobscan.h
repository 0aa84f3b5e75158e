// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "bullio/rangecursor.h"
#include "redis/readstream.h"

#include <deque>
#include <functional>
#include <span>
#include <stop_token>
#include <variant>
#include <vector>

namespace oxp {

/// Which jobs of one state are read, and what of each.
struct ScanRequest {
  QueueId queue;
  JobState state = JobState::Waiting;
  std::vector<QByteArray> fields;        ///< of the job's hash; none = only ids
  bool size = false;                     ///< the length of data too
  bool scores = false;                   ///< of sorted sets; with bounds they are read in any case
  qint64 limit = -1;                     ///< jobs, from the newest (or next due) on; -1 = all
  QByteArray min = "-inf", max = "+inf"; ///< bounds of the score, as ZRANGEBYSCORE takes them

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
/// score. Jobs that stay in the state are never missed; one that moves may be met twice. Lane thread.
class JobScan {
public:
  static constexpr qint64 ChunkIds = 2'000;         ///< ids asked for at a time
  static constexpr qint64 SliceJobs = 256;          ///< jobs read at a time, at most
  static constexpr qint64 SliceBytes = 256 * 1'024; ///< of replies, aimed at

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
  struct Asked {
    std::variant<Ids, Slice, Extra> what;
  };

  Result<void> begin();
  Result<void> fill();
  Result<void> takeOldest(const Visit &visit, const Tell &tell);
  Result<void> takeIds(const FlatReplies &replies);
  void keepIds(std::vector<QByteArray> ids, std::vector<QByteArray> scores);
  Result<void> takeSlice(const Slice &slice, const FlatReplies &replies, const Visit &visit);
  Result<void> sendIds();
  Result<void> sendSlice();
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
  std::deque<QByteArray> m_ids, m_scores; ///< read and not sent yet
  std::deque<Asked> m_asked;
  std::deque<std::pair<ReadBatch, Extra>> m_extras;
  ReadBatch m_batch;
  FlatReplies m_replies;
  std::vector<QByteArrayView> m_fields;
  ScanReport m_report;
  qint64 m_sentJobs = 0;
  double m_jobBytes = 8'192; ///< an average that forgets; begins high, so that the first slices are small
  bool m_idsAsked = false;
  bool m_done = false;
};

} // namespace oxp
