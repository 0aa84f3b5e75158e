// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/queue.h"
#include "workspace/jobpulse.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <utility>

namespace oxp {

class LaneSet;
struct QueueChange;
class ServerLink;

/// Keeps the open job fresh: one command every two seconds says whether it moved, and only then it is read
/// again. One look is under way at a time. GUI thread.
class JobWatch : public QObject {
  Q_OBJECT

public:
  /// How closely the job is looked at.
  enum class Depth {
    Mark,  ///< one command: whether its own fields moved; the rest only then
    Full,  ///< its place too
    Whole, ///< everything is read anew
  };

  /// The job as it was seen last.
  struct Seen {
    JobPulse pulse;
    QByteArray mark; ///< of reader::mark()
  };

  /// Lanes and link outlive this.
  JobWatch(LaneSet &lanes, const ServerLink &link, int intervalMs, QObject *parent = nullptr);

  /// The open job: polled until unwatched, told by polled(); that it is gone stands in its pulse.
  void watch(const QueueInfo &queue, const QByteArray &jobId);
  void unwatch();
  /// The queue of the watched job.
  std::optional<QueueId> queue() const;
  /// Asks for the watched job's pulse now (after a save).
  void pollNow() { poll(Depth::Whole); }
  /// Does nothing without a watched job, while the server is away and while the window is hidden.
  void poll(Depth depth);
  /// Something happened in a queue.
  void apply(const QueueChange &change);

  /// Nothing is asked while the window is hidden.
  void setActive(bool active) { m_active = active; }
  /// Whether to look at it by itself.
  void setPolling(bool polling);
  /// The connection is lost: what is under way will not be answered.
  void giveUp() { m_busy = false; }

signals:
  void polled(const oxp::JobPulse &pulse);

private:
  void take(const Result<Seen> &seen);
  void forgetAsking();

  LaneSet &m_lanes;
  const ServerLink &m_link;
  QTimer m_timer;
  std::optional<std::pair<QueueInfo, QByteArray>> m_watched;
  Seen m_seen; ///< as told last
  Depth m_again = Depth::Mark;
  bool m_active = true;
  bool m_busy = false;
  quint64 m_number = 0; ///< tells the answer for an earlier watched job
};

} // namespace oxp
