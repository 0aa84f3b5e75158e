// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/guimailbox.h"
#include "workspace/sessionask.h"

#include "bullio/discovery.h"

#include <QCryptographicHash>

#include <algorithm>

// What keeps a session fresh: discovery, counts of visible queues, the open job. None of them overlaps
// itself.

namespace oxp {
namespace {

/// A server where looking for queues takes long is not asked all the time.
constexpr qint64 RestPerDiscovery = 20;

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

/// The whole detail is read when the pulse moved, and of a running job always (its progress and logs move
/// without).
Result<JobPulse> readPulse(ReadSession &session, const QueueInfo &queue, const QByteArray &id,
                           const JobPulse &last, bool whole, std::stop_token stop) {
  const Result<reader::Pulse> pulse = reader::pulse(session, queue, id, stop);
  if (!pulse)
    return fail(pulse.error());
  JobPulse now = last;
  now.sha1 = pulse->sha1;
  const JobDetail &before = last.detail;
  const bool told = before.row.id == id; // the first pulse is news, that of a job gone by then too
  const bool same = told && before.exists == pulse->exists && before.row.state == pulse->state &&
                    before.locked == pulse->locked && before.timestamp == pulse->timestamp &&
                    std::max<qint64>(before.dataSize, 0) == pulse->dataSize && last.sha1 == pulse->sha1;
  if (same && !whole && pulse->state != JobState::Active)
    return now;
  Result<JobDetail> detail = reader::detail(session, queue, id, stop);
  if (!detail)
    return fail(detail.error());
  now.detail = std::move(*detail);
  return now;
}

} // namespace

void ProfileSession::rediscover() {
  m_rediscoverDue = !m_active;
  if (m_active)
    startDiscovery();
}

void ProfileSession::startDiscovery() {
  if (!isConnected() || m_discovery.running)
    return;
  m_rediscover.stop();
  m_discovery.running = true;
  m_discovery.failed = false;
  m_discovery.keysSeen = m_discovery.keysTotal = 0;
  m_discoveryTime.start();
  m_queuesAtStart = m_queues;
  tellDiscovery();
  const auto tell = [this, number = ++m_discoveryNumber](Discovery::Progress progress) {
    m_mailbox->post([this, number, progress = std::move(progress)] {
      if (number == m_discoveryNumber)
        applyFound(progress.found, progress.keysSeen, progress.keysTotal);
    });
  };
  const QList<QByteArray> &prefixes = m_setup.profile.prefixes;
  const std::vector<QByteArray> wanted(prefixes.begin(), prefixes.end());
  const auto work = [tell, wanted](ReadSession &session, std::stop_token stop) {
    return Discovery::run(session, wanted, tell, stop);
  };
  const auto done = [this, number = m_discoveryNumber](Result<std::vector<QueueInfo>> result) {
    if (number == m_discoveryNumber)
      finishDiscovery(std::move(result));
  };
  m_discoveryHandle = m_scan->post(Priority::Background, work, this, done, WhenAway::Wait);
}

void ProfileSession::applyFound(const std::vector<QueueInfo> &found, qint64 seen, qint64 total) {
  if (!m_discovery.running)
    return;
  for (const QueueInfo &queue : found)
    addSorted(m_queues, queue);
  m_discovery.keysSeen = seen;
  m_discovery.keysTotal = total;
  tellDiscovery();
  if (!found.empty())
    emit queuesFound(found);
}

void ProfileSession::finishDiscovery(Result<std::vector<QueueInfo>> result) {
  m_discovery.running = false;
  m_rediscover.start(
      int(std::max<qint64>(m_setup.rediscoverMs, m_discoveryTime.elapsed() * RestPerDiscovery)));
  if (!result) {
    m_discovery.failed = true;
    m_discovery.error = result.error();
    return tellDiscovery();
  }
  m_discovery.complete = true;
  std::sort(result->begin(), result->end(), byId);
  m_queues = std::move(*result);
  tellDiscovery();
  if (m_queues != std::exchange(m_queuesAtStart, {}))
    emit queuesChanged();
  refreshCounts();
}

/// Whatever runs is given up: what to look for has changed.
void ProfileSession::restartDiscovery() {
  m_discoveryHandle.cancel();
  ++m_discoveryNumber;
  m_discovery.running = false;
  startDiscovery();
}

void ProfileSession::tellDiscovery() {
  emit discoveryChanged(m_discovery);
}

void ProfileSession::cancelDiscovery() {
  m_discoveryHandle.cancel();
}

std::optional<QueueInfo> ProfileSession::queue(const QueueId &id) const {
  const auto at = std::lower_bound(m_queues.begin(), m_queues.end(), QueueInfo{id, {}, {}, false, {}}, byId);
  return at != m_queues.end() && at->id == id ? std::optional(*at) : std::nullopt;
}

std::optional<QueueCounts> ProfileSession::counts(const QueueId &id) const {
  const auto found = m_counts.constFind(id);
  return found != m_counts.constEnd() ? std::optional(*found) : std::nullopt;
}

void ProfileSession::refresh() {
  if (!isConnected())
    return;
  startDiscovery();
  refreshCounts();
  pollJobNow();
  emit refreshed();
}

void ProfileSession::setVisibleQueues(const std::vector<QueueId> &queues) {
  if (m_visible == queues)
    return;
  m_visible = queues;
  const auto unknown = [this](const QueueId &id) { return !m_counts.contains(id); };
  if (std::any_of(m_visible.begin(), m_visible.end(), unknown))
    refreshCounts();
}

void ProfileSession::refreshCounts() {
  if (!polls())
    return;
  if (m_countsBusy) {
    m_countsAgain = true;
    return;
  }
  std::vector<QueueInfo> asked;
  for (const QueueId &id : m_visible)
    if (const std::optional<QueueInfo> known = queue(id))
      asked.push_back(*known);
  if (asked.empty())
    return;
  m_countsBusy = true;
  const auto work = [asked](ReadSession &session, std::stop_token stop) {
    return reader::counts(session, asked, stop);
  };
  const auto done = [this, asked, connection = m_connection](const Result<std::vector<QueueCounts>> &counts) {
    if (connection != m_connection)
      return;
    m_countsBusy = false;
    if (counts)
      applyCounts(asked, *counts);
    if (std::exchange(m_countsAgain, false))
      refreshCounts();
  };
  m_watch->post(Priority::Normal, work, this, done);
}

void ProfileSession::applyCounts(const std::vector<QueueInfo> &asked,
                                 const std::vector<QueueCounts> &counts) {
  std::vector<QueueId> changed;
  for (size_t i = 0; i < asked.size() && i < counts.size(); ++i) {
    const QueueId &id = asked[i].id;
    if (const auto known = m_counts.constFind(id); known != m_counts.constEnd() && *known == counts[i])
      continue;
    m_counts.insert(id, counts[i]);
    changed.push_back(id);
  }
  if (!changed.empty())
    emit countsChanged(changed);
}

void ProfileSession::setWindowActive(bool active) {
  if (m_active == active)
    return;
  m_active = active;
  if (!active)
    return m_poll.stop();
  if (!isConnected())
    return;
  m_poll.start();
  tick();
  if (m_rediscoverDue)
    rediscover();
}

void ProfileSession::setPollInterval(int ms) {
  m_setup.pollMs = ms;
  m_poll.setInterval(ms);
}

void ProfileSession::tick() {
  refreshCounts();
  pollJob(false);
  emit pollTick();
}

void ProfileSession::watchJob(const QueueInfo &queue, const QByteArray &jobId) {
  m_watched = {queue, jobId};
  m_pulse = {};
  ++m_watchNumber;
  m_jobBusy = false;
}

void ProfileSession::unwatchJob() {
  m_watched.reset();
  ++m_watchNumber;
  m_jobBusy = false;
}

void ProfileSession::pollJobNow() {
  pollJob(true);
}

void ProfileSession::pollJob(bool whole) {
  if (!polls() || !m_watched || m_jobBusy)
    return;
  m_jobBusy = true;
  const auto &[queue, id] = *m_watched;
  const auto work = [queue = queue, id = id, last = m_pulse, whole](ReadSession &session,
                                                                    std::stop_token stop) {
    return readPulse(session, queue, id, last, whole, stop);
  };
  const auto done = [this, number = m_watchNumber, connection = m_connection](const Result<JobPulse> &pulse) {
    if (number != m_watchNumber || connection != m_connection)
      return;
    m_jobBusy = false;
    if (!pulse)
      return;
    m_pulse = *pulse;
    emit jobPolled(m_pulse);
  };
  m_watch->post(Priority::Normal, work, this, done);
}

} // namespace oxp
