// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/guimailbox.h"
#include "workspace/sessionask.h"

#include "bullio/discovery.h"

#include <QCryptographicHash>

#include <algorithm>

// What keeps a session fresh: discovery and the open job; counts and events are in sessionlive.cpp. None of
// them overlaps itself.

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

/// Looks at the job's mark first, where that is enough. The whole detail is read when the pulse moved, and of
/// a running job always (its progress and logs move without).
Result<WatchedJob> readWatched(ReadSession &session, const QueueInfo &queue, const QByteArray &id,
                               WatchedJob last, PulseDepth depth, std::stop_token stop) {
  const JobDetail &before = last.pulse.detail;
  const bool told = before.row.id == id; // the first pulse is news, that of a job gone by then too
  const Result<QByteArray> mark =
      reader::mark(session, queue, id, before.dataSize, before.row.state == JobState::Active, stop);
  if (!mark)
    return fail(mark.error());
  const bool moved = *mark != std::exchange(last.mark, *mark);
  if (told && !moved && depth == PulseDepth::Mark)
    return last;
  const Result<reader::Pulse> pulse = reader::pulse(session, queue, id, stop);
  if (!pulse)
    return fail(pulse.error());
  const bool same = told && !moved && before.exists == pulse->exists && before.row.state == pulse->state &&
                    before.locked == pulse->locked && before.timestamp == pulse->timestamp &&
                    std::max<qint64>(before.dataSize, 0) == pulse->dataSize && last.pulse.sha1 == pulse->sha1;
  last.pulse.sha1 = pulse->sha1;
  if (same && depth != PulseDepth::Whole && pulse->state != JobState::Active)
    return last;
  Result<JobDetail> detail = reader::detail(session, queue, id, stop);
  if (!detail)
    return fail(detail.error());
  last.pulse.detail = std::move(*detail);
  return last;
}

} // namespace

void ProfileSession::rediscover() {
  m_rediscoverDue = !polls();
  if (polls())
    startDiscovery(false);
}

/// Those that need not be inspected again: the open one may have been upgraded meanwhile.
std::vector<QueueInfo> ProfileSession::settledQueues() const {
  std::vector<QueueInfo> settled;
  for (const QueueInfo &queue : m_queues)
    if (queue.family != Family::Unknown && m_plan.open() != queue.id && isConfirmed(queue.id))
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
  const std::vector<QueueInfo> known = inspectAll ? std::vector<QueueInfo>() : settledQueues();
  std::vector<QueueId> first;
  for (const QueueInfo &queue : inspectAll ? m_queues : std::vector<QueueInfo>())
    first.push_back(queue.id);
  const auto work = [tell, wanted, known, first](ReadSession &session, std::stop_token stop) {
    return Discovery::run(session, wanted, tell, stop, known, first);
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

void ProfileSession::countUncounted(const std::vector<QueueInfo> &queues) {
  for (const QueueInfo &queue : queues)
    if (!m_counts.contains(queue.id))
      m_plan.markNew(queue.id);
  followQueues();
  countNow();
}

/// What took long on a large server is done less often than was set.
void ProfileSession::restBeforeDiscovery() {
  const qint64 rest = std::max({qint64(m_setup.rediscoverMs), m_discoveryTookMs * RestPerDiscovery,
                                Discovery::scansFor(m_discovery.keysTotal) * m_setup.rediscoverMs / 60});
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
  restBeforeDiscovery();
  if (!result) {
    m_discovery.failed = true;
    m_discovery.error = result.error();
    return tellDiscovery();
  }
  m_discovery.complete = true;
  std::sort(result->begin(), result->end(), byId);
  m_queues = std::move(*result);
  m_unconfirmed.clear();
  tellDiscovery();
  if (m_queues != std::exchange(m_queuesAtStart, {}))
    emit queuesChanged();
  countUncounted(m_queues);
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

std::optional<QueueInfo> ProfileSession::queue(const QueueId &id) const {
  const auto at = std::lower_bound(m_queues.begin(), m_queues.end(), QueueInfo{id, {}, {}, false, {}}, byId);
  return at != m_queues.end() && at->id == id ? std::optional(*at) : std::nullopt;
}

std::optional<QueueCounts> ProfileSession::counts(const QueueId &id) const {
  const auto found = m_counts.constFind(id);
  return found != m_counts.constEnd() ? std::optional(*found) : std::nullopt;
}

void ProfileSession::watchJob(const QueueInfo &queue, const QByteArray &jobId) {
  m_watched = {queue, jobId};
  m_pulse = {};
  ++m_watchNumber;
  m_jobBusy = false;
  m_jobAgain = PulseDepth::Mark;
}

void ProfileSession::unwatchJob() {
  m_watched.reset();
  ++m_watchNumber;
  m_jobBusy = false;
  m_jobAgain = PulseDepth::Mark;
}

void ProfileSession::pollJobNow() {
  pollJob(PulseDepth::Whole);
}

void ProfileSession::pollJob(PulseDepth depth) {
  if (!isConnected() || !m_active || !m_watched)
    return;
  if (m_jobBusy) {
    m_jobAgain = std::max(m_jobAgain, depth);
    return;
  }
  m_jobBusy = true;
  const auto &[queue, id] = *m_watched;
  const auto work = [queue = queue, id = id, last = m_pulse, depth](ReadSession &session,
                                                                    std::stop_token stop) {
    return readWatched(session, queue, id, last, depth, stop);
  };
  const auto done = [this, number = m_watchNumber, connection = m_connection](const Result<WatchedJob> &job) {
    if (number != m_watchNumber || connection != m_connection)
      return;
    m_jobBusy = false;
    if (const PulseDepth again = std::exchange(m_jobAgain, PulseDepth::Mark); again != PulseDepth::Mark)
      QMetaObject::invokeMethod(
          this, [this, again] { pollJob(again); }, Qt::QueuedConnection);
    if (!job)
      return;
    m_pulse = *job;
    emit jobPolled(m_pulse.pulse);
  };
  m_watch->post(Priority::Normal, work, this, done);
}

} // namespace oxp
