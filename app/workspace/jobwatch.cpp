// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/jobwatch.h"

#include "bull/queuechange.h"
#include "bullio/reader.h"
#include "workspace/laneset.h"
#include "workspace/serverlink.h"

#include <algorithm>

namespace oxp {
namespace {

using Depth = JobWatch::Depth;

/// Looks at the job's mark first, where that is enough. The whole detail is read when the pulse moved, and of
/// a running job always (its progress and logs move without).
Result<JobWatch::Seen> readWatched(ReadSession &session, const QueueInfo &queue, const QByteArray &id,
                                   JobWatch::Seen last, Depth depth, std::stop_token stop) {
  const JobDetail &before = last.pulse.detail;
  const bool told = before.row.id == id; // the first pulse is news, that of a job gone by then too
  const Result<QByteArray> mark =
      reader::mark(session, queue, id, before.dataSize, before.row.state == JobState::Active, stop);
  if (!mark)
    return fail(mark.error());
  const bool moved = *mark != std::exchange(last.mark, *mark);
  if (told && !moved && depth == Depth::Mark)
    return last;
  const Result<reader::Pulse> pulse = reader::pulse(session, queue, id, stop);
  if (!pulse)
    return fail(pulse.error());
  const bool same = told && !moved && before.exists == pulse->exists && before.row.state == pulse->state &&
                    before.locked == pulse->locked && before.timestamp == pulse->timestamp &&
                    std::max<qint64>(before.dataSize, 0) == pulse->dataSize && last.pulse.sha1 == pulse->sha1;
  last.pulse.sha1 = pulse->sha1;
  if (same && depth != Depth::Whole && pulse->state != JobState::Active)
    return last;
  Result<JobDetail> detail = reader::detail(session, queue, id, stop);
  if (!detail)
    return fail(detail.error());
  last.pulse.detail = std::move(*detail);
  return last;
}

} // namespace

JobWatch::JobWatch(LaneSet &lanes, const ServerLink &link, int intervalMs, QObject *parent)
    : QObject(parent)
    , m_lanes(lanes)
    , m_link(link) {
  m_timer.setInterval(intervalMs);
  connect(&m_timer, &QTimer::timeout, this, [this] { poll(Depth::Mark); });
}

void JobWatch::watch(const QueueInfo &queue, const QByteArray &jobId) {
  m_watched = {queue, jobId};
  m_seen = {};
  forgetAsking();
}

void JobWatch::unwatch() {
  m_watched.reset();
  forgetAsking();
}

void JobWatch::forgetAsking() {
  ++m_number;
  m_busy = false;
  m_again = Depth::Mark;
}

std::optional<QueueId> JobWatch::queue() const {
  return m_watched ? std::optional(m_watched->first.id) : std::nullopt;
}

void JobWatch::setPolling(bool polling) {
  if (polling)
    m_timer.start();
  else
    m_timer.stop();
}

void JobWatch::apply(const QueueChange &change) {
  if (m_watched && m_watched->first.id == change.queue && change.concerns(m_watched->second))
    poll(Depth::Whole);
}

void JobWatch::poll(Depth depth) {
  if (!m_link.isConnected() || !m_active || !m_watched)
    return;
  if (m_busy) {
    m_again = std::max(m_again, depth);
    return;
  }
  m_busy = true;
  const auto &[queue, id] = *m_watched;
  const auto work = [queue = queue, id = id, last = m_seen, depth](ReadSession &session,
                                                                   std::stop_token stop) {
    return readWatched(session, queue, id, last, depth, stop);
  };
  const auto done = [this, number = m_number, connection = m_link.connection()](const Result<Seen> &seen) {
    if (number == m_number && connection == m_link.connection())
      take(seen);
  };
  m_lanes.watch().post(Priority::Normal, work, this, done);
}

void JobWatch::take(const Result<Seen> &seen) {
  m_busy = false;
  if (const Depth again = std::exchange(m_again, Depth::Mark); again != Depth::Mark)
    QMetaObject::invokeMethod(
        this, [this, again] { poll(again); }, Qt::QueuedConnection);
  if (!seen)
    return;
  m_seen = *seen;
  emit polled(m_seen.pulse);
}

} // namespace oxp
