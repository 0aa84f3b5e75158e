// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queuechange.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace oxp {

class ChannelFeed;
class JobWatch;
class LaneSet;
class LiveFeed;
class QueueCounter;
class QueueRegistry;
class ServerLink;

/// What keeps the screen live: listens to the events of what is shown, so that only what changed is read
/// again, and finds by a slow poll what has no event. GUI thread.
class LiveWatch : public QObject {
  Q_OBJECT

public:
  /// What it looks by and what it drives; all outlive it.
  struct Parts {
    LaneSet &lanes;
    ServerLink &link;
    QueueRegistry &queues;
    QueueCounter &counts;
    JobWatch &openJob;
  };
  LiveWatch(Parts parts, int pollMs, QObject *parent = nullptr);
  ~LiveWatch() override;

  /// The queues whose counts are on the screen. Only their events are listened to, and only these are
  /// counted: when they changed, and now and then by a slow poll for what has no event.
  void setVisibleQueues(const std::vector<QueueId> &queues);
  /// Queues that are followed like visible ones wherever their rows are. One that does not exist is as soon
  /// as it is found.
  void setPinnedQueues(std::vector<QueueId> queues);
  /// All queues of the profile are on one page: the events of all of them are listened to, and counts are
  /// read as they change, those of visible ones first.
  void setFollowsAll(bool follows);
  /// Queues whose jobs somebody waits for: followed like visible ones too.
  void setAwaitedQueues(std::vector<QueueId> queues);
  /// The queue whose jobs are on the screen; its counts follow at once.
  void setOpenQueue(const std::optional<QueueId> &queue);
  /// Queues whose events are listened to also while nothing is shown (eventsHeard): somebody wants to be
  /// told.
  void setAlertQueues(std::vector<QueueId> queues);
  /// Whether this queue's events arrive, so that nobody needs to poll it often.
  bool speaks(const QueueId &queue) const;

  /// Nothing polls or listens while the window is hidden.
  void setWindowActive(bool active);
  /// The person wants the view to stand still; F5 still reads. Nothing polls or listens.
  void setPaused(bool paused);
  bool isPaused() const { return m_paused; }
  /// Another interval of the slow poll, ms.
  void setPollInterval(int ms);
  /// Slow polls from one to the next over a queue that speaks.
  static constexpr int TicksPerSpoken = 12;
  /// The connection came or went: starts or stops all that asks by itself. What was missed meanwhile is read
  /// at once.
  void update();

signals:
  /// Events came, folded and at most four times a second: what is shown of these queues may be old.
  void queuesMoved(const std::vector<oxp::QueueChange> &changes);
  /// The same also while nothing is shown, of the queues of setAlertQueues().
  void eventsHeard(const std::vector<oxp::QueueChange> &changes);
  /// speaks() may answer otherwise for some queue.
  void voicesChanged();
  void pausedChanged(bool paused);
  /// The moment to refresh what else is on the screen and has no event: every slow poll.
  void pollTick();

private:
  void setupFeeds();
  bool polls() const;
  void look();
  void wake();
  void follow();
  void followAndCount();
  std::vector<QueueId> shown() const;
  std::vector<QueueId> allFollowed() const;
  std::vector<QueueId> heard(const std::vector<QueueId> &followed) const;
  bool publishes(const QueueId &queue) const;
  void apply(const std::vector<QueueChange> &changes);
  void tick();

  Parts m_parts;
  std::unique_ptr<LiveFeed> m_feed;
  std::unique_ptr<ChannelFeed> m_channels; ///< of Bull 4
  std::vector<QueueId> m_visible, m_pinned, m_awaited, m_alerts;
  QTimer m_poll;
  int m_ticks = 0;
  bool m_active = true;
  bool m_paused = false;
  bool m_followsAll = false;
};

} // namespace oxp
