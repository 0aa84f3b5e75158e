// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bullio/eventstream.h"
#include "redis/lanehandle.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace oxp {

class Lane;

/// Listens to the events of some queues on a lane of its own and tells what changed, folded and at most four
/// times a second however many events there are. GUI thread.
///
/// One XREAD is under way at a time; it is never cut off, so another set of queues is listened to within its
/// blocking time. Who stopped listening begins anew with a resync of every queue.
class LiveFeed : public QObject {
  Q_OBJECT

public:
  struct Options {
    events::Options read;
    int restMs = 250;    ///< from one change to the next
    int retryMs = 1'000; ///< after an error
  };

  /// The lane outlives the feed or its next setLane().
  explicit LiveFeed(Options options, QObject *parent = nullptr);
  ~LiveFeed() override;

  /// Another lane, or none; starts anew.
  void setLane(Lane *lane);
  /// Whose events are wanted.
  void setQueues(std::vector<QueueId> queues);
  /// Whether to listen at all.
  void setRunning(bool running);
  bool isRunning() const { return m_running; }
  /// The connection was replaced: what it told is no longer certain.
  void restart();
  /// What happens in this queue is told. False for one without a stream (Bull 4, nothing ever added), whose
  /// events this user may not read, and while the feed does not run.
  bool speaks(const QueueId &queue) const;

signals:
  void changed(const std::vector<oxp::QueueChange> &changes);
  /// speaks() may answer otherwise for some queue.
  void voicesChanged();

private:
  void readSoon(int ms);
  void read();
  void apply(Result<events::Batch> batch);
  std::vector<QueueId> wanted() const;
  QSet<QueueId> speaking() const;

  const Options m_options;
  Lane *m_lane = nullptr;
  std::vector<QueueId> m_queues;
  events::Cursor m_cursor;
  QTimer m_next;
  bool m_running = false;
  bool m_busy = false;
  bool m_refused = false; ///< this user may not XREAD: asked again on the next connection
  quint64 m_number = 0;   ///< tells the answer of what was given up
};

} // namespace oxp
