// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queuechange.h"
#include "bull/queuefacts.h"
#include "bullio/overviewlook.h"

#include <QHash>

namespace oxp {

/// Which queues the overview asks about next, and what: only what may have moved since it was asked. Holds
/// what was answered. A pure decision, without a clock or a connection of its own.
class LookPlan {
public:
  /// These queues are there now; what is known of the others is forgotten.
  void setQueues(const std::vector<QueueInfo> &queues);
  /// A queue's counts as they are now. Where a state is empty there is nothing to ask.
  void applyCounts(const QueueId &queue, const QueueCounts &counts, qint64 now);
  /// Something happened in a queue.
  void applyChange(const QueueChange &change);
  /// All may be old.
  void markAll();
  /// What a queue waits for may have moved without a word.
  void doubt(const QueueId &queue);

  /// What to ask now, at most so many queues: those of `first` before all others.
  std::vector<reader::LookRequest> take(const std::vector<QueueId> &first, size_t most);
  bool hasDue() const;
  /// Every queue was counted and looked at once.
  bool isComplete() const { return m_unseen == 0; }
  void apply(const reader::LookRequest &asked, const reader::QueueLook &look);
  /// The answer did not come.
  void giveBack(const std::vector<reader::LookRequest> &asked);

  /// What is known of a queue, but for its workers and memory.
  const QueueFacts &facts(const QueueId &queue) const;

private:
  struct Known {
    QueueInfo info;
    std::optional<QueueCounts> counts;
    QueueFacts facts;
    quint32 due = 0;   ///< LookPart values or-ed
    quint32 asked = 0; ///< under way
    bool seen = false;
  };
  /// What of these parts can say anything.
  static quint32 useful(const Known &known, quint32 parts);
  void settle(Known &known);

  QHash<QueueId, Known> m_known;
  std::vector<QueueId> m_order; ///< all of them; whose turn it is goes round
  size_t m_next = 0;
  qsizetype m_unseen = 0;
};

} // namespace oxp
