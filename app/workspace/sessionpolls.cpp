// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sessionask.h"

#include <QCryptographicHash>

#include <algorithm>

// What keeps the open job fresh; discovery is in sessiondiscovery.cpp, counts and events are in
// sessionlive.cpp. None of them overlaps itself.

namespace oxp {
namespace {

bool byId(const QueueInfo &left, const QueueInfo &right) {
  return left.id < right.id;
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

std::optional<QueueInfo> ProfileSession::queue(const QueueId &id) const {
  const auto at =
      std::lower_bound(m_queues.begin(), m_queues.end(), QueueInfo{id, {}, {}, false, {}, {}}, byId);
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
