// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/queue.h"
#include "bullio/discovery.h"
#include "bullio/otherprefixes.h"
#include "redis/lanehandle.h"
#include "workspace/discoverystatus.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace oxp {

class LaneSet;
class ServerLink;

/// Which queues a profile has: remembered from an earlier time, found by looking through the keys now and
/// then, or named by the person. GUI thread.
class QueueRegistry : public QObject {
  Q_OBJECT

public:
  struct Setup {
    QList<QByteArray> prefixes; ///< `*` = all
    /// Queues of an earlier time: in all() at once, corrected by the first discovery.
    std::vector<QueueInfo> known;
    int rediscoverMs = 8'000; ///< from one look for new queues to the next; longer on a large server
  };

  /// Lanes and link outlive this.
  QueueRegistry(LaneSet &lanes, const ServerLink &link, Setup setup, QObject *parent = nullptr);

  const std::vector<QueueInfo> &all() const { return m_queues; } ///< by id
  std::optional<QueueInfo> find(const QueueId &id) const;
  /// Seen since this session began, not only remembered. Others are not written to.
  bool isConfirmed(const QueueId &id) const { return !m_unconfirmed.contains(id); }
  const DiscoveryStatus &discovery() const { return m_discovery; }

  /// Looks for queues now, and at each of them anew. Does nothing while that is under way or the server is
  /// away.
  void look();
  void cancelDiscovery();
  /// Looks at a queue that the person names, and takes it in. NotFound (`no-queue`) when there is none,
  /// Denied when this user may not read it.
  LaneHandle requestQueue(const QueueId &id, QObject *context,
                          std::function<void(Result<QueueInfo>)> handler);

  /// For the next look.
  void setPrefixes(QList<QByteArray> prefixes) { m_setup.prefixes = std::move(prefixes); }
  /// Looks now; whatever runs is given up.
  void lookAnew();
  /// Another interval between looks for new queues, ms; the next one follows it.
  void setRediscoverInterval(int ms);
  /// Looked at more closely than others now and then: it may have been upgraded meanwhile.
  void setOpen(const std::optional<QueueId> &queue) { m_open = queue; }
  /// New queues are looked for by itself only while somebody looks at the old ones.
  void setAwake(bool awake) { m_awake = awake; }
  /// Looks for new queues if that was due while nobody looked.
  void catchUp();
  /// A command that this user may not use was met elsewhere.
  void noteMissing(const QByteArray &command);
  /// The connection is lost. Queues stay.
  void giveUp();

signals:
  /// Queues found while discovery still runs.
  void queuesFound(const std::vector<oxp::QueueInfo> &queues);
  /// The list after a whole discovery; differs from the last one.
  void queuesChanged();
  /// These are known to be there, whether or not they were before: before queuesFound(), and of all of them
  /// at a discovery's end.
  void queuesSeen(const std::vector<oxp::QueueInfo> &queues);
  void discoveryChanged(const oxp::DiscoveryStatus &status);

private:
  void rediscover();
  /// All: each queue is inspected, else only what is new and what may have changed.
  enum class Depth { New, All };
  void discover(Depth depth);
  void beginLook(Depth depth, bool looksClosely);
  std::vector<QueueInfo> settled(bool looksClosely) const;
  void restBeforeDiscovery();
  void take(const Discovery::Progress &progress);
  void takeOthers(const OtherPrefixes &others);
  void applyFound(const std::vector<QueueInfo> &found, qint64 seen, qint64 total);
  void finish(Result<std::vector<QueueInfo>> result);
  void applyAll(std::vector<QueueInfo> queues);
  void takeRefusal();
  void addNamed(const QueueInfo &queue);
  void tellDiscovery();

  LaneSet &m_lanes;
  const ServerLink &m_link;
  Setup m_setup;
  std::vector<QueueInfo> m_queues; ///< sorted by id
  std::vector<QueueInfo> m_named;  ///< those of requestQueue(), wherever they lie
  std::vector<QueueInfo> m_before; ///< when the running discovery began
  QSet<QueueId> m_unconfirmed;
  std::optional<QueueId> m_open;
  DiscoveryStatus m_discovery;
  LaneHandle m_running;
  OtherPrefixes m_others; ///< for the next look
  QElapsedTimer m_time;   ///< of the running discovery
  QElapsedTimer m_looked; ///< since the open queue was inspected
  QTimer m_rediscover;
  qint64 m_tookMs = 0; ///< the last one
  bool m_awake = true;
  bool m_due = false;
  quint64 m_number = 0; ///< tells the answers of an earlier discovery
};

} // namespace oxp
