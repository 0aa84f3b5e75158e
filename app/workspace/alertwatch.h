// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alerts.h"
#include "bull/queuechange.h"
#include "bullio/reader.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace oxp {

class ProfileSession;

/// Looks at what the alert rules of one open profile are about and tells what has begun and what is over.
/// Goes on while the window is hidden: that is when somebody wants to be told. Without rules it asks nothing.
///
/// Failures and stalls come from the events, failures that these may have missed from the growth of `failed`;
/// how much waits is read again where events say that something moved, where there are none, and now and then
/// where something waits. GUI thread.
class AlertWatch : public QObject {
  Q_OBJECT

public:
  static constexpr int LookMs = 15'000;
  static constexpr size_t QueuesPerLook = 50; ///< the others follow in the next
  static constexpr int LooksPerRound = 4;     ///< CLIENT LIST is long on a busy server

  /// The session outlives it.
  explicit AlertWatch(ProfileSession &session, int lookMs = LookMs, QObject *parent = nullptr);

  void setRules(std::vector<alerts::AlertRule> rules);
  const std::vector<alerts::Alert> &standing() const { return m_engine.standing(); }

signals:
  /// What began, all together: in a storm it is hundreds.
  void raised(const std::vector<oxp::alerts::Alert> &alerts);
  void over(const std::vector<oxp::alerts::Alert> &alerts);
  /// After each of its decisions, and after what these raised and ended.
  void decided();

private:
  /// What was read of a queue last, against which the next reading is held.
  struct Reading {
    qint64 at = 0;     ///< ms since the epoch, the server's clock
    qint64 failed = 0; ///< jobs in `failed`
    qint64 told = 0;   ///< failures that events told since then
    bool lost = false; ///< since then events were lost
    bool waits = false;
  };

  void follow();
  void loseSight();
  void hear(const std::vector<QueueChange> &changes);
  alerts::AlertSample sampleNow(const QueueId &queue) const;
  void takeChange(const QueueChange &change);
  void look();
  void readBacklogs();
  void applyBacklogs(const std::vector<QueueInfo> &asked, const std::vector<reader::Backlog> &found);
  void countUntold(alerts::AlertSample &sample, const reader::Backlog &backlog);
  void readWorkers();
  void applyWorkers(const std::vector<QueueInfo> &asked, const std::vector<reader::Workers> &found);
  bool decide();
  bool wants(alerts::AlertKind kind) const;
  bool wantsBacklogs() const;
  std::vector<QueueInfo> due();
  void doubtSilence();

  ProfileSession &m_session;
  alerts::AlertEngine m_engine;
  std::vector<alerts::AlertRule> m_rules;
  std::vector<QueueInfo> m_queues; ///< that the rules are about
  QSet<QueueId> m_followed;        ///< the same
  QSet<QueueId> m_fresh;           ///< read since their last event
  QHash<QueueId, Reading> m_readings;
  size_t m_next = 0; ///< whose turn it is, in m_queues
  int m_looks = 0;
  bool m_busy = false;
  bool m_toldEarly = false; ///< events have raised something since the last look
  quint64 m_connection = 0; ///< tells the answers of an earlier connection
  QTimer m_timer;
};

} // namespace oxp
