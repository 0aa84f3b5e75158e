// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "bullio/rangecursor.h"
#include "redis/flatreplies.h"
#include "redis/readbatch.h"

#include <deque>
#include <vector>

namespace oxp {

/// An id on its way through a scan.
struct ScanId {
  QByteArray id;
  QByteArray score; ///< where it was asked for
  qint64 size = -1; ///< bytes of its large fields, -1 = not measured
};

/// Which ids are walked, in which order.
struct WalkRequest {
  QueueId queue;
  JobState state = JobState::Waiting;
  bool scores = false;                   ///< wanted with the ids; with bounds they are read in any case
  qint64 limit = -1;                     ///< jobs, from the first on; -1 = all
  QByteArray min = "-inf", max = "+inf"; ///< bounds of the score, as ZRANGEBYSCORE takes them

  bool bounded() const { return min != "-inf" || max != "+inf"; }
};

/// Where the ids of a scan come from: the keys of one state, range after range, while jobs come and go in
/// them. Lists are read from their newest end, completed, failed and waiting-children newest first, the other
/// sets from the lowest score. Says what to ask and takes the replies; it sends nothing itself.
class ScanWalk {
public:
  /// `step`: ids in a range.
  ScanWalk(WalkRequest request, qint64 step);

  /// What is asked first: how much there is, and where the bounds begin.
  ReadBatch sizes() const;
  Result<void> takeSizes(const FlatReplies &replies);

  bool atEnd() const { return m_walks.empty() || isFull(); }
  /// The next range. Only one may be under way.
  Command range() const;
  /// Denied when the user may not read the state.
  Result<void> takeRange(const FlatReplies &replies, std::deque<ScanId> &into);
  void stop() { m_walks.clear(); }

  qint64 total() const { return m_total; } ///< jobs in the state (within the bounds) at the start
  bool lostTrack() const { return m_lost; }

private:
  struct Walk {
    QByteArray key;
    bool isSet = false;
    bool descending = false;
    RangeCursor cursor;
    qint64 length = 0; ///< jobs at the start
    qint64 given = 0;  ///< ids that came out
    qint64 kept = 0;   ///< of them, those that count for the limit
    int restarts = 0;
    bool begun = false;
  };

  bool isFull() const { return m_request.limit >= 0 && m_kept >= m_request.limit; }
  bool isLists() const;
  bool withScores() const;
  Walk walkOf(const QByteArray &key) const;
  void keep(std::vector<QByteArray> ids, std::vector<QByteArray> scores, std::deque<ScanId> &into);
  bool isBeyond(const QByteArray &score) const;
  void leaveWalk();

  WalkRequest m_request;
  qint64 m_step;
  std::deque<Walk> m_walks;
  qint64 m_total = 0;
  qint64 m_kept = 0;     ///< ids that came out, those that came again after a restart once
  qint64 m_waitKept = 0; ///< of them, from the list `wait`
  bool m_again = false;  ///< `wait` is walked a second time
  bool m_lost = false;
};

} // namespace oxp
