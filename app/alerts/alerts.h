// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <QByteArray>
#include <QHash>

#include <deque>
#include <optional>
#include <vector>

/// When somebody wants to be told of a queue: pure decisions over samples, with the time given from outside.
namespace oxp::alerts {

enum class AlertKind {
  FailedRises,   ///< `limit` or more jobs failed within `minutes`
  WaitingAbove,  ///< more than `limit` jobs wait
  OldestWaiting, ///< a job has waited for more than `minutes`
  NoWorker,      ///< nobody has listened for `minutes`
  Stalled,       ///< workers lost `limit` or more jobs within `minutes`
};
inline constexpr int AlertKindCount = 5;

bool usesLimit(AlertKind kind);
bool usesMinutes(AlertKind kind);

struct AlertRule {
  static constexpr int MostMinutes = 24 * 60;

  AlertKind kind = AlertKind::FailedRises;
  std::optional<QueueId> queue; ///< nothing = each queue of the profile
  qint64 limit = 10;
  int minutes = 5;
  bool on = true;

  bool covers(const QueueId &id) const { return on && (!queue || *queue == id); }
  bool operator==(const AlertRule &) const = default;
};

/// Minutes of the day in which nothing is shown or sounds; over midnight when `from` is later than `to`.
struct QuietHours {
  bool on = false;
  int from = 22 * 60;
  int to = 7 * 60;

  bool covers(int minuteOfDay) const;
  bool operator==(const QuietHours &) const = default;
};

struct AlertSettings {
  std::vector<AlertRule> rules;
  QuietHours quiet;
  bool operator==(const AlertSettings &) const = default;
};

/// A job that waits.
struct WaitingJob {
  QByteArray mark;  ///< the same for as long as it is this job and nobody has taken it
  qint64 since = 0; ///< when it began to wait, ms since the epoch; 0 = nothing in it tells
};

/// What was seen of a queue at a moment. What was not looked at is nothing.
struct AlertSample {
  QueueId queue;
  qint64 at = 0;   ///< ms since the epoch, the server's clock
  qint64 from = 0; ///< what failed and stalled did so between this and `at`; 0 = just then
  int failed = 0;  ///< jobs that failed since the last sample
  int stalled = 0; ///< likewise
  std::optional<qint64> waiting;
  /// Those of which one has waited longest; empty = none waits.
  std::optional<std::vector<WaitingJob>> oldest;
  std::optional<int> workers;
};

/// A rule that holds for a queue.
struct Alert {
  AlertRule rule;
  QueueId queue;
  qint64 value = 0; ///< jobs; for OldestWaiting and NoWorker: ms
  qint64 since = 0; ///< ms since the epoch
  bool seen = true; ///< false: it stands from before loseSight(), and may be over by now
};

/// Remembers what was seen as far as the rules look back, and says what has begun and what is over.
class AlertEngine {
public:
  struct Change {
    std::vector<Alert> raised, over;
  };

  /// What stands under a rule that is no more is over at the next look().
  void setRules(std::vector<AlertRule> rules);
  void take(const AlertSample &sample);
  /// Nobody looks any more: how much waits and who listens is not known until it is seen again. What stands
  /// for it stays until then, so that a short outage tells nothing twice.
  void loseSight();
  /// A queue that is no more.
  void forget(const QueueId &queue);
  Change look(qint64 now);
  const std::vector<Alert> &standing() const { return m_standing; }

private:
  /// What happened in a while, so that any number of events takes little room.
  struct Slice {
    qint64 from, at;
    int failed, stalled;

    /// Of a count, what falls behind `begin`: what is not known more exactly is spread evenly.
    qint64 share(int count, qint64 begin) const;
  };
  /// Times are kept as they were when somebody looked: against the present, what was seen long ago would go
  /// on waiting.
  struct Seen {
    std::deque<Slice> slices;
    std::optional<qint64> waiting;
    std::optional<qint64> waited; ///< for how long the oldest had; 0 = none waits
    std::optional<int> workers;
    std::optional<qint64> idleSince;     ///< nobody has listened since then
    qint64 idle = 0;                     ///< for how long nobody had
    QHash<QByteArray, qint64> firstSeen; ///< of the jobs seen last, by mark

    void takeEvents(const AlertSample &sample);
    void takeOldest(const std::vector<WaitingJob> &jobs, qint64 at);
    void takeWorkers(int count, qint64 at);
  };
  static std::optional<qint64> valueOf(const AlertRule &rule, const Seen &seen, qint64 now);
  std::vector<Alert> holding(qint64 now) const;

  std::vector<AlertRule> m_rules;
  QHash<QueueId, Seen> m_seen;
  std::vector<Alert> m_standing;
};

} // namespace oxp::alerts
