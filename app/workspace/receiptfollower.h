// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/job.h"
#include "bull/queuechange.h"
#include "models/receipt.h"
#include "redis/lanehandle.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace oxp {

class ProfileSession;
class ReceiptsModel;

/// Follows the jobs and queues of one profile's receipts. Events say which may have moved, and only these are
/// read, all of a queue in one request, one request at a time and at most one each half second; jobs of
/// queues without events are looked at by the slow poll. GUI thread.
class ReceiptFollower : public QObject {
  Q_OBJECT

public:
  /// The newest so many receipts are followed; beyond that they stay as they were seen last.
  static constexpr int MostFollowed = 50;

  /// Both outlive this.
  ReceiptFollower(ReceiptsModel &model, ProfileSession &session, QObject *parent);

  /// Receipts came or went.
  void followAgain();
  /// A receipt came: where its job is now is read at once.
  void look(const Receipt &receipt);

private:
  struct Followed {
    QueueInfo queue;
    QByteArray jobId;
  };
  std::vector<Followed> followed() const;
  bool isMine(const Receipt &receipt) const;
  void note(const std::vector<QueueChange> &changes);
  void noteSilent();
  void noteAll();
  void applyStatus();
  void applyCounts();
  void ask();
  void take(const QueueId &queue, const std::vector<QByteArray> &ids,
            const Result<std::vector<JobRow>> &rows);
  void explain(const QueueChange &change);
  void applyRow(Receipt &receipt, const JobRow &row);
  void applyMissing(Receipt &receipt);

  ReceiptsModel &m_model;
  ProfileSession &m_session;
  QSet<QByteArray> m_due;       ///< keys of jobs that may have moved
  QSet<QByteArray> m_completed; ///< keys of jobs that were told to have completed
  QSet<QByteArray> m_missed;    ///< keys of jobs that were not there once
  QTimer m_rest;
  LaneHandle m_request;
  bool m_busy = false;
};

} // namespace oxp
