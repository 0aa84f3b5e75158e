// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/livefeed.h"

#include "redis/lane.h"

namespace oxp {

LiveFeed::LiveFeed(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options)) {
  m_next.setSingleShot(true);
  connect(&m_next, &QTimer::timeout, this, &LiveFeed::read);
}

LiveFeed::~LiveFeed() = default;

void LiveFeed::setLane(Lane *lane) {
  m_lane = lane;
  restart();
}

void LiveFeed::setQueues(std::vector<QueueId> queues) {
  if (m_queues == queues)
    return;
  m_queues = std::move(queues);
  readSoon(0);
}

void LiveFeed::setRunning(bool running) {
  if (m_running == running)
    return;
  m_running = running;
  restart();
}

void LiveFeed::restart() {
  // A read that is under way ends by itself; its answer is known by its number.
  ++m_number;
  m_busy = m_refused = false;
  m_cursor.clear();
  m_next.stop();
  readSoon(0);
  emit voicesChanged();
}

bool LiveFeed::speaks(const QueueId &queue) const {
  return m_running && !m_refused && m_cursor.value(queue).speaks;
}

void LiveFeed::readSoon(int ms) {
  if (m_running && !m_refused && m_lane && !m_busy && !m_queues.empty() && !m_next.isActive())
    m_next.start(ms);
}

/// Without the queues whose events are known to be kept back.
std::vector<QueueId> LiveFeed::wanted() const {
  std::vector<QueueId> queues;
  for (const QueueId &queue : m_queues)
    if (const auto place = m_cursor.constFind(queue);
        place == m_cursor.constEnd() || !place->lastId.isEmpty())
      queues.push_back(queue);
  return queues;
}

void LiveFeed::read() {
  if (!m_running || m_busy)
    return;
  if (wanted().empty())
    return;
  m_busy = true;
  const auto work = [queues = m_queues, cursor = m_cursor, options = m_options.read](ReadSession &session,
                                                                                     std::stop_token stop) {
    return events::read(session, queues, cursor, options, std::move(stop));
  };
  const auto done = [this, number = m_number](Result<events::Batch> batch) {
    if (number == m_number)
      apply(std::move(batch));
  };
  m_lane->post(Priority::Normal, work, this, done, WhenAway::Wait);
}

QSet<QueueId> LiveFeed::speaking() const {
  QSet<QueueId> queues;
  for (auto place = m_cursor.begin(); place != m_cursor.end(); ++place)
    if (place->speaks)
      queues.insert(place.key());
  return queues;
}

void LiveFeed::apply(Result<events::Batch> batch) {
  m_busy = false;
  const QSet<QueueId> before = speaking();
  if (batch) {
    m_cursor = std::move(batch->cursor);
    readSoon(batch->events > 0 ? m_options.restMs : 0);
  } else {
    m_cursor.clear();
    m_refused = batch.error().kind == ErrorKind::Denied;
    readSoon(m_options.retryMs);
  }
  if (speaking() != before)
    emit voicesChanged();
  if (batch && !batch->changes.empty())
    emit changed(batch->changes);
}

} // namespace oxp
