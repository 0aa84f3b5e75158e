// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/job.h"
#include "bull/queuechange.h"
#include "redis/lanehandle.h"

#include <QHash>
#include <QObject>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QTimer>

#include <vector>

namespace oxp {

struct JobPulse;
class JobTableView;
class ProfileSession;
class SearchResultsModel;
struct SearchHit;

/// Keeps found jobs up to date while they are on the screen: what the events of their queues name is read
/// again, as are queues that tell nothing by the slow poll. One request at a time, and one a second at most.
/// Rows change where they are; none comes, moves or leaves. What changed off the screen is read when it comes
/// into sight.
class SearchFollower : public QObject {
  Q_OBJECT

public:
  SearchFollower(SearchResultsModel *model, JobTableView *table, QObject *parent = nullptr);

  /// Begins anew with what a session tells from now on; nullptr = follows nobody.
  void follow(ProfileSession *session);

private:
  /// When something of a queue was told last, as numbers that grow.
  struct Told {
    quint64 ofAll = 0;
    QHash<QByteArray, quint64> ofJob;
  };

  void note(const std::vector<QueueChange> &changes);
  void noteSilent();
  void applyPulse(const JobPulse &pulse);
  bool isOld(const SearchHit &hit) const;
  void look();
  std::vector<QPersistentModelIndex> oldOnScreen() const;
  void ask(const std::vector<QPersistentModelIndex> &places);
  void take(const std::vector<QPersistentModelIndex> &places, const Result<std::vector<JobRow>> &rows);

  SearchResultsModel *m_model;
  JobTableView *m_table;
  QPointer<ProfileSession> m_session;
  QHash<QueueId, Told> m_told;
  QHash<QByteArray, quint64> m_read; ///< by the job's key: the number that was reached when it was read
  quint64 m_now = 0;
  QTimer m_rest; ///< runs for a second after each request
  LaneHandle m_request;
  bool m_busy = false;
  quint64 m_number = 0; ///< tells the answer to an earlier session's request
};

} // namespace oxp
