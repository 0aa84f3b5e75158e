// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <QSet>

#include <functional>
#include <optional>
#include <vector>

namespace oxp {

/// Which queues' counts are read next: those that changed at once, the others now and then, within a budget.
/// A pure decision, without a clock of its own.
class CountPlan {
public:
  /// The open queue's counts follow each change; other queues' this often at most.
  static constexpr qint64 OthersEveryMs = 1'000;
  static constexpr size_t NewAtOnce = 200; ///< queues; more in one go would hold the window up

  using IsFresh = std::function<bool(const QueueId &)>;
  /// The queues on the screen. Those that come there are counted, but for what is about to be and for those
  /// that `isFresh` (may be empty) calls up to date. Returns true when there are some.
  bool setVisible(std::vector<QueueId> queues, const IsFresh &isFresh = {});
  void setOpen(std::optional<QueueId> queue);
  /// Queues that are kept up to date although they are not on the screen: after those that are, and no more
  /// of them at once than of new ones.
  void setFollowed(const std::vector<QueueId> &queues);
  const std::vector<QueueId> &visible() const { return m_visible; }
  const std::optional<QueueId> &open() const { return m_open; }

  void markChanged(const QueueId &queue);
  /// A queue that was never counted: once it is, on the screen or not, so that its figures are there when it
  /// comes there.
  void markNew(const QueueId &queue);
  /// Everything on the screen may be old.
  void markAll();

  enum class Pace { Measured, AtOnce };
  /// What to count now, and marks it as counted. At once: without the rest that others than the open queue
  /// are given.
  std::vector<QueueId> takeChanged(qint64 nowMs, Pace pace = Pace::Measured);
  /// When takeChanged() has more to give: ms from now; nothing = when something changes.
  std::optional<qint64> nextInMs(qint64 nowMs) const;
  /// What to count in a slow poll: the open queue, `budget` queues more of those that tell nothing by
  /// themselves, and one of those that do (some changes have no event); of those on the screen and of the
  /// followed ones.
  std::vector<QueueId> takeSlow(const std::function<bool(const QueueId &)> &speaks, int budget);

private:
  bool shows(const QueueId &queue) const;

  std::vector<QueueId> m_visible;
  std::vector<QueueId> m_followed; ///< sorted
  std::optional<QueueId> m_open;
  QSet<QueueId> m_changed;
  std::vector<QueueId> m_new; ///< in the order in which they came
  QSet<QueueId> m_newOnes;    ///< the same
  qint64 m_othersAt = 0;
  size_t m_silentNext = 0, m_speakingNext = 0; ///< whose turn it is, in m_visible
};

} // namespace oxp
