// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/guimailbox.h"
#include "workspace/sessionask.h"

#include "bullio/discovery.h"

#include <QPointer>

#include <algorithm>

// Which queues there are: found by looking through the keys, now and then again, or named by the person.

namespace oxp {
namespace {

/// A server where looking for queues takes long is not asked all the time.
constexpr qint64 RestPerDiscovery = 20;
/// A new queue should show within seconds; a server of very many keys is asked for some of them a second.
constexpr qint64 RestPerScanMs = 1'000;
/// What changes seldom is looked at less often: the open queue's version, and keys under other prefixes that
/// were no queues.
constexpr qint64 LookEveryMs = 60'000;
constexpr qint64 FewScans = 10;

bool byId(const QueueInfo &left, const QueueInfo &right) {
  return left.id < right.id;
}

void addSorted(std::vector<QueueInfo> &queues, const QueueInfo &queue) {
  const auto at = std::lower_bound(queues.begin(), queues.end(), queue, byId);
  if (at != queues.end() && at->id == queue.id)
    *at = queue;
  else
    queues.insert(at, queue);
}

} // namespace

void ProfileSession::rediscover() {
  m_rediscoverDue = !polls();
  if (polls())
    startDiscovery(false);
}

/// Those that need not be inspected again: the open one may have been upgraded meanwhile, and one of which
/// the release is not known may tell it by now.
std::vector<QueueInfo> ProfileSession::settledQueues(bool looksClosely) const {
  std::vector<QueueInfo> settled;
  for (const QueueInfo &queue : m_queues)
    if (queue.family != Family::Unknown && !isUnsure(queue.family) && isConfirmed(queue.id) &&
        (m_plan.open() != queue.id || !looksClosely))
      settled.push_back(queue);
  return settled;
}

void ProfileSession::takeKnownQueues() {
  m_queues = std::move(m_setup.knownQueues);
  std::sort(m_queues.begin(), m_queues.end(), byId);
  for (const QueueInfo &queue : m_queues)
    m_unconfirmed.insert(queue.id);
}

void ProfileSession::startDiscovery(bool inspectAll) {
  if (!isConnected() || m_discovery.running)
    return;
  m_rediscover.stop();
  m_discovery.running = true;
  m_discovery.failed = false;
  const bool looksClosely = inspectAll || !m_looked.isValid() || m_looked.hasExpired(LookEveryMs);
  const bool few = Discovery::scansFor(m_discovery.keysTotal) <= FewScans;
  if (inspectAll) {
    m_others = {};
    m_discovery.missing.clear();
  } else if (looksClosely && few) {
    m_others.forgetMisses();
  }
  // Those that are known cost a sweep nothing; where there are too many to know them all, each costs its
  // name.
  const auto others = m_others.isFull() ? std::nullopt : std::optional(m_others);
  if (looksClosely)
    m_looked.start();
  m_discovery.keysSeen = m_discovery.keysTotal = 0;
  m_discoveryTime.start();
  m_queuesAtStart = m_queues;
  tellDiscovery();
  const auto tell = [this, number = ++m_discoveryNumber](Discovery::Progress progress) {
    m_mailbox->post([this, number, progress = std::move(progress)] {
      if (number != m_discoveryNumber)
        return;
      if (progress.others)
        takeOthers(*progress.others);
      m_discovery.missing.insert(progress.missing.begin(), progress.missing.end());
      applyFound(progress.found, progress.keysSeen, progress.keysTotal);
    });
  };
  const QList<QByteArray> &prefixes = m_setup.profile.prefixes;
  const std::vector<QByteArray> wanted(prefixes.begin(), prefixes.end());
  const std::vector<QueueInfo> known = inspectAll ? std::vector<QueueInfo>() : settledQueues(looksClosely);
  std::vector<QueueId> first;
  for (const QueueInfo &queue : inspectAll ? m_queues : std::vector<QueueInfo>())
    first.push_back(queue.id);
  const auto work = [tell, wanted, known, first, others](ReadSession &session, std::stop_token stop) {
    return Discovery::run(session, wanted, tell, stop, known, first, others);
  };
  const auto done = [this, number = m_discoveryNumber](Result<std::vector<QueueInfo>> result) {
    if (number == m_discoveryNumber)
      finishDiscovery(std::move(result));
  };
  m_discoveryHandle = m_scan->post(Priority::Background, work, this, done, WhenAway::Wait);
}

void ProfileSession::takeOthers(const OtherPrefixes &others) {
  m_others = others;
  m_discovery.others = others.settled();
}

void ProfileSession::applyFound(const std::vector<QueueInfo> &found, qint64 seen, qint64 total) {
  if (!m_discovery.running)
    return;
  for (const QueueInfo &queue : found) {
    addSorted(m_queues, queue);
    m_unconfirmed.remove(queue.id);
  }
  m_discovery.keysSeen = seen;
  m_discovery.keysTotal = total;
  tellDiscovery();
  countUncounted(found);
  if (!found.empty())
    emit queuesFound(found);
}

/// Nor those whose counts are on their way: the end of a look names all that it told before.
void ProfileSession::countUncounted(const std::vector<QueueInfo> &queues) {
  for (const QueueInfo &queue : queues)
    if (!m_counts.contains(queue.id) && !m_countedAt.contains(queue.id))
      m_plan.markNew(queue.id);
  followQueues();
  countNow();
}

/// What took long on a large server is done less often than was set.
void ProfileSession::restBeforeDiscovery() {
  const qint64 rest = std::max({qint64(m_setup.rediscoverMs), m_discoveryTookMs * RestPerDiscovery,
                                (Discovery::scansFor(m_discovery.keysTotal) - 1) * RestPerScanMs});
  m_rediscover.start(int(rest));
}

void ProfileSession::setRediscoverInterval(int ms) {
  m_setup.rediscoverMs = ms;
  if (m_rediscover.isActive())
    restBeforeDiscovery();
}

void ProfileSession::finishDiscovery(Result<std::vector<QueueInfo>> result) {
  m_discovery.running = false;
  m_discoveryTookMs = m_discoveryTime.elapsed();
  if (!result) {
    m_discovery.failed = true;
    m_discovery.error = result.error();
    if (m_discovery.refused())
      takeRefusal(); // asking again by itself would only fill the server's log
    else
      restBeforeDiscovery();
    return tellDiscovery();
  }
  restBeforeDiscovery();
  m_discovery.complete = true;
  std::sort(result->begin(), result->end(), byId);
  m_queues = std::move(*result);
  m_unconfirmed.clear();
  for (const QueueInfo &queue : m_named)
    if (!this->queue(queue.id))
      addSorted(m_queues, queue);
  tellDiscovery();
  if (m_queues != std::exchange(m_queuesAtStart, {}))
    emit queuesChanged();
  countUncounted(m_queues);
}

/// Those known from an earlier time were looked at before SCAN was refused: who was not found is not there,
/// or not for this user.
void ProfileSession::takeRefusal() {
  const size_t before = m_queues.size();
  std::erase_if(m_queues, [this](const QueueInfo &queue) { return !isConfirmed(queue.id); });
  m_unconfirmed.clear();
  if (m_queues.size() != before)
    emit queuesChanged();
}

LaneHandle ProfileSession::requestQueue(const QueueId &id, QObject *context, Handler<QueueInfo> handler) {
  const auto work = [id](ReadSession &session, std::stop_token stop) {
    return Discovery::find(session, id, stop);
  };
  const auto taken = [self = QPointer(this), handler = std::move(handler)](Result<QueueInfo> queue) {
    if (queue && self)
      self->addNamed(*queue);
    handler(std::move(queue));
  };
  return ask<QueueInfo>(m_watch.get(), Priority::Interactive, work, context, taken);
}

void ProfileSession::addNamed(const QueueInfo &queue) {
  addSorted(m_named, queue);
  addSorted(m_queues, queue);
  m_unconfirmed.remove(queue.id);
  countUncounted({queue});
  emit queuesFound({queue});
}

/// Whatever runs is given up: what to look for has changed.
void ProfileSession::restartDiscovery() {
  m_discoveryHandle.cancel();
  ++m_discoveryNumber;
  m_discovery.running = false;
  startDiscovery(true);
}

void ProfileSession::tellDiscovery() {
  emit discoveryChanged(m_discovery);
}

void ProfileSession::cancelDiscovery() {
  m_discoveryHandle.cancel();
}

} // namespace oxp
