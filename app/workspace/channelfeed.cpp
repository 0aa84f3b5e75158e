// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/channelfeed.h"

#include "base/guimailbox.h"
#include "bullio/channels.h"

namespace oxp {
namespace {

/// Scrolling the tree changes what is wanted many times a second.
constexpr int SettleMs = 250;
constexpr int RetryMs = 1'000;

} // namespace

ChannelFeed::ChannelFeed(MakeLane makeLane, QObject *parent)
    : QObject(parent)
    , m_makeLane(std::move(makeLane))
    , m_mailbox(std::make_unique<GuiMailbox>()) {
  m_again.setSingleShot(true);
  connect(&m_again, &QTimer::timeout, this, &ChannelFeed::listen);
}

ChannelFeed::~ChannelFeed() {
  ++m_number;
  m_lane.reset();
}

void ChannelFeed::setQueues(std::vector<QueueId> queues) {
  if (m_queues == queues)
    return;
  m_queues = std::move(queues);
  m_refused = false;
  if (m_running)
    m_again.start(SettleMs);
}

void ChannelFeed::setRunning(bool running) {
  if (m_running == running)
    return;
  m_running = running;
  restart();
}

void ChannelFeed::restart() {
  stopListening();
  m_refused = false;
  m_again.stop();
  if (m_running)
    m_again.start(0);
}

void ChannelFeed::dropLane() {
  stopListening();
  m_lane.reset();
  if (m_running)
    m_again.start(0);
}

void ChannelFeed::stopListening() {
  ++m_number;
  m_job.cancel();
  if (!std::exchange(m_heard, {}).isEmpty())
    emit voicesChanged();
}

void ChannelFeed::listen() {
  stopListening();
  if (!m_running || m_refused || m_queues.empty())
    return;
  if (!m_lane)
    m_lane = m_makeLane();
  const auto tell = [this, number = m_number](std::vector<QueueChange> changes) {
    m_mailbox->post([this, number, changes = std::move(changes)] {
      if (number == m_number)
        take(changes);
    });
  };
  const auto work = [tell, queues = m_queues](ReadSession &session, std::stop_token stop) {
    return channels::listen(session, queues, tell, stop);
  };
  const auto done = [this, number = m_number](const Result<void> &result) {
    if (number == m_number && !result)
      ended(result.error());
  };
  m_job = m_lane->post(Priority::Normal, work, this, done, WhenAway::Wait);
}

void ChannelFeed::take(const std::vector<QueueChange> &changes) {
  const qsizetype before = m_heard.size();
  for (const QueueChange &change : changes)
    m_heard.insert(change.queue);
  if (m_heard.size() != before)
    emit voicesChanged();
  emit changed(changes);
}

void ChannelFeed::ended(const Error &error) {
  m_refused = error.kind == ErrorKind::Denied;
  stopListening();
  if (!m_refused && m_running)
    m_again.start(RetryMs);
}

} // namespace oxp
