// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queuechange.h"
#include "bullio/reader.h"
#include "policy/alerts.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace oxp {

class ProfileSession;

/// Looks at what the alert rules of one open profile are about and tells what has begun and what is over.
/// Goes on while the window is hidden: that is when somebody wants to be told. Without rules it asks nothing.
///
/// Failures and stalls come from the events; how much waits is read again only where events say that
/// something moved, and where there are none. GUI thread.
class AlertWatch : public QObject {
  Q_OBJECT

public:
  static constexpr int LookMs = 15'000;
  static constexpr size_t QueuesPerLook = 50; ///< the others follow in the next
  static constexpr int LooksPerWorkers = 4;   ///< CLIENT LIST is long on a busy server

  /// The session outlives it.
  explicit AlertWatch(ProfileSession &session, int lookMs = LookMs, QObject *parent = nullptr);

  void setRules(std::vector<policy::AlertRule> rules);
  const std::vector<policy::Alert> &standing() const { return m_engine.standing(); }

signals:
  void raised(const oxp::policy::Alert &alert);
  void over(const oxp::policy::Alert &alert);

private:
  void follow();
  void hear(const std::vector<QueueChange> &changes);
  void look();
  void readBacklogs();
  void applyBacklogs(const std::vector<QueueInfo> &asked, const std::vector<reader::Backlog> &found);
  void readWorkers();
  void decide();
  bool wants(policy::AlertKind kind) const;
  std::vector<QueueInfo> due();

  ProfileSession &m_session;
  policy::AlertEngine m_engine;
  std::vector<policy::AlertRule> m_rules;
  std::vector<QueueInfo> m_queues; ///< that the rules are about
  QSet<QueueId> m_fresh;           ///< read since their last event
  QHash<QueueId, qint64> m_failed; ///< jobs in failed, of queues without events
  size_t m_next = 0;               ///< whose turn it is, in m_queues
  int m_looks = 0;
  bool m_busy = false;
  QTimer m_timer;
};

} // namespace oxp
