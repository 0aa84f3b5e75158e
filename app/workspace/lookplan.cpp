// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/lookplan.h"

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

qint64 waitingIn(const QueueCounts &counts) {
  return counts.of(JobState::Waiting) + counts.of(JobState::Prioritized);
}

} // namespace

void LookPlan::setQueues(const std::vector<QueueInfo> &queues) {
  QHash<QueueId, Known> before = std::exchange(m_known, {});
  m_order.clear();
  m_unseen = 0;
  for (const QueueInfo &queue : queues) {
    Known known = before.value(queue.id);
    known.info = queue;
    m_unseen += !known.seen;
    m_known.insert(queue.id, std::move(known));
    m_order.push_back(queue.id);
  }
  m_next = 0;
}

quint32 LookPlan::useful(const Known &known, quint32 parts) {
  if (!known.counts)
    return 0;
  const QueueCounts &counts = *known.counts;
  quint32 worth = 0;
  if (counts.of(JobState::Failed) > 0)
    worth |= reader::LookFailures;
  if (waitingIn(counts) > 0)
    worth |= reader::LookOldest;
  if (counts.of(JobState::Delayed) > 0)
    worth |= reader::LookDelayed;
  return parts & worth;
}

void LookPlan::applyCounts(const QueueId &queue, const QueueCounts &counts, qint64 now) {
  const auto at = m_known.find(queue);
  if (at == m_known.end() || at->counts == counts)
    return;
  const std::optional<QueueCounts> before = std::exchange(at->counts, counts);
  quint32 moved = before ? 0U : quint32(reader::LookAll);
  if (before && before->of(JobState::Failed) != counts.of(JobState::Failed))
    moved |= reader::LookFailures;
  if (before && (waitingIn(*before) != waitingIn(counts) || before->paused != counts.paused))
    moved |= reader::LookOldest;
  if (before && before->of(JobState::Delayed) != counts.of(JobState::Delayed))
    moved |= reader::LookDelayed;
  at->due = useful(*at, at->due | moved);
  if (counts.of(JobState::Failed) == 0)
    at->facts.failures.emplace(now);
  if (waitingIn(counts) == 0)
    at->facts.oldestWaiting = 0;
  if (counts.of(JobState::Delayed) == 0)
    at->facts.nextDelayed = 0;
  settle(*at);
}

/// A resync tells that counts are read anew, and these tell the rest.
void LookPlan::applyChange(const QueueChange &change) {
  const auto at = m_known.find(change.queue);
  if (at == m_known.end() || change.events == 0)
    return;
  const quint32 moved =
      reader::LookOldest | reader::LookDelayed | (change.failed > 0 ? quint32(reader::LookFailures) : 0);
  at->due |= useful(*at, moved);
}

void LookPlan::markAll() {
  for (Known &known : m_known)
    known.due = useful(known, reader::LookAll);
}

void LookPlan::doubt(const QueueId &queue) {
  if (const auto at = m_known.find(queue); at != m_known.end())
    at->due |= useful(*at, reader::LookOldest);
}

std::vector<reader::LookRequest> LookPlan::take(const std::vector<QueueId> &first, size_t most) {
  std::vector<reader::LookRequest> requests;
  const auto ask = [&](const QueueId &id) {
    const auto at = m_known.find(id);
    if (at == m_known.end() || at->due == 0 || at->asked != 0 || requests.size() >= most)
      return;
    at->asked = std::exchange(at->due, 0);
    requests.push_back({at->info, at->asked});
  };
  std::for_each(first.begin(), first.end(), ask);
  for (size_t i = 0; i < m_order.size() && requests.size() < most; ++i)
    ask(m_order[m_next++ % m_order.size()]);
  return requests;
}

bool LookPlan::hasDue() const {
  return std::any_of(m_known.begin(), m_known.end(),
                     [](const Known &known) { return known.due != 0 && known.asked == 0; });
}

void LookPlan::apply(const reader::LookRequest &asked, const reader::QueueLook &look) {
  const auto at = m_known.find(asked.queue.id);
  if (at == m_known.end())
    return;
  at->asked = 0;
  if (asked.parts & reader::LookFailures)
    at->facts.failures = look.failures;
  if (asked.parts & reader::LookOldest)
    at->facts.oldestWaiting = look.oldestWaiting.value_or(0);
  if (asked.parts & reader::LookDelayed)
    at->facts.nextDelayed = look.nextDelayed.value_or(0);
  settle(*at);
}

void LookPlan::settle(Known &known) {
  if (known.seen || known.due != 0 || known.asked != 0 || !known.counts)
    return;
  known.seen = true;
  --m_unseen;
}

void LookPlan::giveBack(const std::vector<reader::LookRequest> &asked) {
  for (const reader::LookRequest &request : asked)
    if (const auto at = m_known.find(request.queue.id); at != m_known.end()) {
      at->asked = 0;
      at->due |= request.parts;
    }
}

const QueueFacts &LookPlan::facts(const QueueId &queue) const {
  static const QueueFacts nothing;
  const auto at = m_known.constFind(queue);
  return at != m_known.cend() ? at->facts : nothing;
}

} // namespace oxp
