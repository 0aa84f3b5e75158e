// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "bull/queue.h"
#include "redis/session.h"

#include <QSet>

#include <array>
#include <stop_token>
#include <vector>

namespace oxp {

/// Notices queues where nobody looks for them, so that they can be offered: with three commands a base, and
/// no more than it takes to count them. A value: what one sweep over the keys has looked at is not looked at
/// in the next, which then costs what is new. look() is for the lane's thread.
class OtherPrefixes {
public:
  /// What a key that was met is called after its base.
  enum class Trail : quint8 { Meta, Id };
  struct Met {
    QByteArray base;
    Trail trail = Trail::Meta;
  };
  /// Bases of each trail that are looked at. Other programs may have millions of keys with such names, and
  /// thousands that end as `user:5:id` hide no queue that has a meta key.
  static constexpr qsizetype MostLooks = 1'000;

  /// The keys are gone through anew, from their beginning.
  void begin() { m_met.clear(); }
  /// Takes in bases of keys that end as a queue's do. True when some of them are queues that were not known.
  Result<bool> look(ReadSession &session, const std::vector<Met> &met, std::stop_token stop);
  /// All keys were gone through: queues that were not met are gone.
  void end();
  /// What was no queue may have become one.
  void forgetMisses();
  /// There are more bases than are looked at.
  bool isFull() const;

  /// In order, and without what BullMQ left inside a queue that is counted already (bullmq-protocol 4.10).
  std::vector<QueueId> settled() const;

private:
  void take(const QueueId &id);

  std::array<QSet<QByteArray>, 2> m_misses; ///< looked at and no queue, by trail
  std::array<qsizetype, 2> m_looks{};       ///< since they were forgotten
  QSet<QByteArray> m_known;                 ///< bases of m_found
  QSet<QByteArray> m_met;                   ///< of these, in this sweep
  std::vector<QueueId> m_found;
};

} // namespace oxp
