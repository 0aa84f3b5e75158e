// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/countplan.h"

#include <algorithm>

namespace oxp {

bool CountPlan::shows(const QueueId &queue) const {
  return m_open == queue || std::binary_search(m_followed.begin(), m_followed.end(), queue) ||
         std::find(m_visible.begin(), m_visible.end(), queue) != m_visible.end();
}

bool CountPlan::setVisible(std::vector<QueueId> queues, const IsFresh &isFresh) {
  QSet<QueueId> old(m_visible.begin(), m_visible.end());
  m_visible = std::move(queues);
  bool fresh = false;
  for (const QueueId &queue : m_visible) {
    if (old.contains(queue) || m_newOnes.contains(queue) || (isFresh && isFresh(queue)))
      continue;
    m_changed.insert(queue);
    fresh = true;
  }
  return fresh;
}

void CountPlan::setOpen(std::optional<QueueId> queue) {
  m_open = std::move(queue);
}

void CountPlan::setFollowed(const std::vector<QueueId> &queues) {
  m_followed = queues;
  std::sort(m_followed.begin(), m_followed.end());
  for (auto queue = m_changed.begin(); queue != m_changed.end();)
    queue = shows(*queue) ? std::next(queue) : m_changed.erase(queue);
}

void CountPlan::markChanged(const QueueId &queue) {
  if (shows(queue))
    m_changed.insert(queue);
}

void CountPlan::markNew(const QueueId &queue) {
  if (m_changed.contains(queue) || m_newOnes.contains(queue))
    return;
  m_newOnes.insert(queue);
  m_new.push_back(queue);
}

void CountPlan::markAll() {
  for (const QueueId &queue : m_visible)
    m_changed.insert(queue);
  for (const QueueId &queue : m_followed)
    m_changed.insert(queue);
  if (m_open)
    m_changed.insert(*m_open);
}

std::vector<QueueId> CountPlan::takeChanged(qint64 nowMs, Pace pace) {
  std::vector<QueueId> due;
  if (m_open && m_changed.remove(*m_open))
    due.push_back(*m_open);
  const auto newEnd = m_new.begin() + qptrdiff(std::min(m_new.size(), NewAtOnce));
  due.insert(due.end(), m_new.begin(), newEnd);
  std::for_each(m_new.begin(), newEnd, [this](const QueueId &queue) { m_newOnes.remove(queue); });
  m_new.erase(m_new.begin(), newEnd);
  const bool rests = pace == Pace::Measured && nowMs < m_othersAt + OthersEveryMs;
  if (m_changed.isEmpty() || rests)
    return due;
  m_othersAt = nowMs;
  for (const QueueId &queue : m_visible)
    if (m_changed.remove(queue))
      due.push_back(queue);
  size_t more = 0;
  for (auto queue = m_changed.begin(); queue != m_changed.end() && more < NewAtOnce; ++more) {
    if (shows(*queue))
      due.push_back(*queue);
    queue = m_changed.erase(queue);
  }
  return due;
}

std::optional<qint64> CountPlan::nextInMs(qint64 nowMs) const {
  if (!m_new.empty() || (m_open && m_changed.contains(*m_open)))
    return 0;
  if (m_changed.isEmpty())
    return std::nullopt;
  return std::max<qint64>(0, m_othersAt + OthersEveryMs - nowMs);
}

std::vector<QueueId> CountPlan::takeSlow(const std::function<bool(const QueueId &)> &speaks, int budget) {
  std::vector<QueueId> silent, speaking, due;
  const auto sort = [&](const QueueId &queue) {
    if (queue != m_open)
      (speaks(queue) ? speaking : silent).push_back(queue);
  };
  std::for_each(m_visible.begin(), m_visible.end(), sort);
  for (const QueueId &queue : m_followed)
    if (std::find(m_visible.begin(), m_visible.end(), queue) == m_visible.end())
      sort(queue);
  const auto turn = [&due](const std::vector<QueueId> &queues, size_t &next, size_t most) {
    const size_t count = std::min(most, queues.size());
    for (size_t i = 0; i < count; ++i)
      due.push_back(queues[next++ % queues.size()]);
  };
  if (m_open)
    due.push_back(*m_open);
  turn(silent, m_silentNext, size_t(std::max(budget, 1)));
  turn(speaking, m_speakingNext, 1);
  for (const QueueId &queue : due)
    m_changed.remove(queue);
  return due;
}

} // namespace oxp
