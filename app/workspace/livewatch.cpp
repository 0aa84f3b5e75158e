// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/livewatch.h"

#include "workspace/channelfeed.h"
#include "workspace/jobwatch.h"
#include "workspace/laneset.h"
#include "workspace/livefeed.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"

#include <algorithm>

namespace oxp {

LiveWatch::LiveWatch(Parts parts, int pollMs, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_feed(std::make_unique<LiveFeed>(LiveFeed::Options()))
    , m_channels(std::make_unique<ChannelFeed>([this] { return m_parts.lanes.make("channels"); })) {
  setupFeeds();
  m_poll.setInterval(pollMs);
  connect(&m_poll, &QTimer::timeout, this, &LiveWatch::tick);
  connect(&m_parts.queues, &QueueRegistry::queuesSeen, this, [this](const std::vector<QueueInfo> &queues) {
    m_parts.counts.markUncounted(queues);
    followAndCount();
  });
}

LiveWatch::~LiveWatch() = default;

void LiveWatch::setupFeeds() {
  LaneSet &lanes = m_parts.lanes;
  m_feed->setLane(&lanes.events());
  connect(m_feed.get(), &LiveFeed::changed, this, &LiveWatch::apply);
  connect(m_feed.get(), &LiveFeed::voicesChanged, this, &LiveWatch::voicesChanged);
  connect(m_channels.get(), &ChannelFeed::changed, this, &LiveWatch::apply);
  connect(m_channels.get(), &ChannelFeed::voicesChanged, this, &LiveWatch::voicesChanged);
  connect(&lanes, &LaneSet::credentialsChanged, m_channels.get(), &ChannelFeed::dropLane);
  connect(&lanes, &LaneSet::leaving, this, [this] {
    m_channels->dropLane();
    m_feed->setLane(nullptr);
  });
  connect(&lanes, &LaneSet::made, this, [this] { m_feed->setLane(&m_parts.lanes.events()); });
}

bool LiveWatch::polls() const {
  return m_parts.link.isConnected() && m_active && !m_paused;
}

void LiveWatch::setVisibleQueues(const std::vector<QueueId> &queues) {
  if (m_visible == queues)
    return;
  m_visible = queues;
  followAndCount();
}

void LiveWatch::setPinnedQueues(std::vector<QueueId> queues) {
  m_pinned = std::move(queues);
  followAndCount();
}

void LiveWatch::setAwaitedQueues(std::vector<QueueId> queues) {
  if (m_awaited == queues)
    return;
  m_awaited = std::move(queues);
  followAndCount();
}

void LiveWatch::setFollowsAll(bool follows) {
  if (m_followsAll == follows)
    return;
  m_followsAll = follows;
  followAndCount();
}

void LiveWatch::setOpenQueue(const std::optional<QueueId> &queue) {
  if (m_parts.counts.open() == queue)
    return;
  m_parts.counts.setOpen(queue);
  m_parts.queues.setOpen(queue);
  followAndCount();
}

void LiveWatch::setAlertQueues(std::vector<QueueId> queues) {
  m_alerts = std::move(queues);
  update();
}

/// What the tree shows, and the pinned and the awaited queues that exist.
std::vector<QueueId> LiveWatch::shown() const {
  std::vector<QueueId> shown = m_visible;
  for (const std::vector<QueueId> *more : {&m_pinned, &m_awaited})
    for (const QueueId &id : *more)
      if (m_parts.queues.find(id) && std::find(shown.begin(), shown.end(), id) == shown.end())
        shown.push_back(id);
  return shown;
}

std::vector<QueueId> LiveWatch::allFollowed() const {
  std::vector<QueueId> followed;
  if (m_followsAll)
    for (const QueueInfo &queue : m_parts.queues.all())
      followed.push_back(queue.id);
  return followed;
}

/// Bull 4 publishes its events, the others write them to a stream.
bool LiveWatch::publishes(const QueueId &queue) const {
  const std::optional<QueueInfo> known = m_parts.queues.find(queue);
  return known && known->family == Family::Bull4;
}

/// Whose events matter. Channels are listened to for what is on the screen only: each costs the server
/// something with every message.
std::vector<QueueId> LiveWatch::heard(const std::vector<QueueId> &followed) const {
  const QueueCounter &counts = m_parts.counts;
  std::vector<QueueId> heard = m_alerts;
  if (polls()) {
    for (const QueueId &id : followed)
      if (!publishes(id))
        heard.push_back(id);
    heard.insert(heard.end(), counts.shown().begin(), counts.shown().end());
    if (counts.open())
      heard.push_back(*counts.open());
  }
  std::sort(heard.begin(), heard.end());
  heard.erase(std::unique(heard.begin(), heard.end()), heard.end());
  return heard;
}

/// Tells the counter and the feeds what is wanted.
void LiveWatch::follow() {
  const std::vector<QueueId> followed = allFollowed();
  m_parts.counts.setShown(shown(), followed);
  std::vector<QueueId> streams = heard(followed);
  const auto channels = std::stable_partition(streams.begin(), streams.end(),
                                              [this](const QueueId &id) { return !publishes(id); });
  m_channels->setQueues({channels, streams.end()});
  streams.erase(channels, streams.end());
  m_feed->setQueues(std::move(streams));
}

void LiveWatch::followAndCount() {
  follow();
  m_parts.counts.countNow();
}

bool LiveWatch::speaks(const QueueId &queue) const {
  return m_feed->speaks(queue) || m_channels->speaks(queue);
}

void LiveWatch::apply(const std::vector<QueueChange> &changes) {
  emit eventsHeard(changes);
  if (!polls())
    return;
  for (const QueueChange &change : changes) {
    m_parts.counts.apply(change);
    m_parts.openJob.apply(change);
  }
  m_parts.counts.countNow();
  emit queuesMoved(changes);
}

void LiveWatch::setWindowActive(bool active) {
  if (m_active == active)
    return;
  m_active = active;
  m_parts.openJob.setActive(active);
  look();
  update();
  m_parts.link.setActive(active);
}

void LiveWatch::setPaused(bool paused) {
  if (m_paused == paused)
    return;
  m_paused = paused;
  look();
  emit pausedChanged(paused);
  update();
}

/// Whether somebody looks.
void LiveWatch::look() {
  m_parts.counts.setAwake(m_active && !m_paused);
  m_parts.queues.setAwake(m_active && !m_paused);
}

void LiveWatch::setPollInterval(int ms) {
  m_poll.setInterval(ms);
  m_parts.counts.setPollInterval(ms);
}

void LiveWatch::update() {
  const bool on = polls();
  const bool changed = on != m_poll.isActive();
  follow();
  const bool listens = m_parts.link.isConnected() && (on || !m_alerts.empty());
  m_feed->setRunning(listens);
  m_channels->setRunning(listens);
  if (!changed)
    return;
  m_parts.openJob.setPolling(on);
  if (on)
    return wake();
  m_poll.stop();
  m_parts.counts.rest();
}

void LiveWatch::wake() {
  m_poll.start();
  m_feed->restart(); // what was told meanwhile was not shown: all is read again
  m_channels->restart();
  m_parts.counts.markAll();
  tick();
  m_parts.queues.catchUp();
}

/// The slow poll: what has no event.
void LiveWatch::tick() {
  if (!polls())
    return;
  ++m_ticks;
  m_parts.counts.countSlowly([this](const QueueId &id) { return speaks(id); });
  const std::optional<QueueId> open = m_parts.openJob.queue();
  if (!open || !speaks(*open) || m_ticks % TicksPerSpoken == 0)
    m_parts.openJob.poll(JobWatch::Depth::Full);
  emit pollTick();
}

} // namespace oxp
