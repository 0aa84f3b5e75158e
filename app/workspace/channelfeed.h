// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queuechange.h"
#include "redis/lane.h"
#include "redis/lanehandle.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace oxp {

class GuiMailbox;

/// Like LiveFeed, for the queues of Bull 4, which publish to channels. Its lane, and with it a connection, is
/// made when such a queue is wanted for the first time. GUI thread.
class ChannelFeed : public QObject {
  Q_OBJECT

public:
  using MakeLane = std::function<std::unique_ptr<Lane>()>;

  explicit ChannelFeed(MakeLane makeLane, QObject *parent = nullptr);
  ~ChannelFeed() override;

  void setQueues(std::vector<QueueId> queues);
  void setRunning(bool running);
  /// The connection or what it may do has changed.
  void restart();
  /// Ends the lane; the next is made with the credentials of then.
  void dropLane();
  bool speaks(const QueueId &queue) const { return m_heard.contains(queue); }

signals:
  void changed(const std::vector<oxp::QueueChange> &changes);
  void voicesChanged();

private:
  void listen();
  void stopListening();
  void take(const std::vector<QueueChange> &changes);
  void ended(const Error &error);

  const MakeLane m_makeLane;
  std::unique_ptr<GuiMailbox> m_mailbox; ///< outlives the lane
  std::unique_ptr<Lane> m_lane;
  std::vector<QueueId> m_queues;
  QSet<QueueId> m_heard; ///< subscribed to
  LaneHandle m_job;
  QTimer m_again;
  bool m_running = false;
  bool m_refused = false; ///< this user may not PSUBSCRIBE there
  quint64 m_number = 0;
};

} // namespace oxp
