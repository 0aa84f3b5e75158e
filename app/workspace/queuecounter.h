// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/queue.h"
#include "workspace/countplan.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace oxp {

class LaneSet;
struct OperationRequest;
struct QueueChange;
class QueueRegistry;
class ServerLink;

/// How many jobs the queues of a profile have in each state, as far as somebody wants to know: what changed
/// is counted again, as CountPlan has it, one request at a time. Counts known so far stay when the connection
/// goes. GUI thread.
class QueueCounter : public QObject {
  Q_OBJECT

public:
  /// All outlive this. `pollMs`: for so long a count holds of a queue that has told nothing since.
  QueueCounter(LaneSet &lanes, const ServerLink &link, QueueRegistry &queues, int pollMs,
               QObject *parent = nullptr);

  std::optional<QueueCounts> of(const QueueId &id) const;

  /// What is on the screen, and what is kept up to date beside it (CountPlan).
  void setShown(std::vector<QueueId> shown, const std::vector<QueueId> &followed);
  const std::vector<QueueId> &shown() const { return m_plan.visible(); }
  void setOpen(const std::optional<QueueId> &queue);
  const std::optional<QueueId> &open() const { return m_plan.open(); }

  /// Reads what has changed, now or as soon as it may; nothing while nobody looks.
  void countNow();
  /// All of them, also while the view stands still.
  void countAll();
  /// What the slow poll may ask: the open queue, and some of those that tell nothing by themselves.
  void countSlowly(const std::function<bool(const QueueId &)> &speaks);
  /// What was told meanwhile was not heard.
  void markAll() { m_plan.markAll(); }
  /// These were found: each is counted once.
  void markUncounted(const std::vector<QueueInfo> &queues);
  /// Something happened in a queue.
  void apply(const QueueChange &change);
  /// A write from here ended.
  void noteRun(const OperationRequest &request);

  /// Whether somebody looks.
  void setAwake(bool awake) { m_awake = awake; }
  /// Stops what waits for its time.
  void rest() { m_rest.stop(); }
  void setPollInterval(int ms) { m_pollMs = ms; }
  /// The connection is lost: what is under way will not be answered, and another server may come.
  void giveUp();

signals:
  void countsChanged(const std::vector<oxp::QueueId> &queues);

private:
  bool asks() const;
  bool isFresh(const QueueId &queue) const;
  bool isCountedSince(const QueueChange &change) const;
  void countAtOnce();
  void read(const std::vector<QueueId> &queues);
  void take(const std::vector<QueueInfo> &asked, const Result<std::vector<QueueCounts>> &counts);
  void takeFailure(const std::vector<QueueInfo> &asked, const Error &error);
  void applyCounts(const std::vector<QueueInfo> &asked, const std::vector<QueueCounts> &counts);

  LaneSet &m_lanes;
  const ServerLink &m_link;
  QueueRegistry &m_queues;
  CountPlan m_plan;
  QHash<QueueId, QueueCounts> m_counts;
  QHash<QueueId, qint64> m_countedAt; ///< when they were asked for last, ms by the server's clock
  QHash<QueueId, qint64> m_movedAt;   ///< when a queue told something last, likewise
  QTimer m_rest;
  int m_pollMs;
  bool m_awake = true;
  bool m_busy = false;
  bool m_atOnce = false; ///< again after what is under way, which was asked before
};

} // namespace oxp
