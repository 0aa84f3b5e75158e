// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/channelfeed.h"
#include "workspace/livefeed.h"
#include "workspace/sessionask.h"

#include "base/clock.h"

#include <algorithm>
#include <utility>

// What keeps the screen live: events tell which queues changed, and only these are read again; a slow poll
// finds what has no event. None of them overlaps itself.

namespace oxp {
namespace {

/// What the slow poll may spend on queues that tell nothing by themselves: ms a queue. One costs seven
/// commands.
constexpr int MsPerCount = 4'000;
/// By how much the server's time may differ from what this side takes it for.
constexpr qint64 ClockSlackMs = 2'000;
/// How long a count holds of a queue that has never told anything.
constexpr qint64 SilentFreshMs = 60'000;

qint64 steadyMs() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now().time_since_epoch()).count();
}

} // namespace

void ProfileSession::setupLive() {
  m_feed = std::make_unique<LiveFeed>(LiveFeed::Options());
  connect(m_feed.get(), &LiveFeed::changed, this, &ProfileSession::applyLive);
  connect(m_feed.get(), &LiveFeed::voicesChanged, this, &ProfileSession::voicesChanged);
  m_channels = std::make_unique<ChannelFeed>([this] { return makeLane("channels"); });
  connect(m_channels.get(), &ChannelFeed::changed, this, &ProfileSession::applyLive);
  connect(m_channels.get(), &ChannelFeed::voicesChanged, this, &ProfileSession::voicesChanged);
  m_poll.setInterval(m_setup.pollMs);
  connect(&m_poll, &QTimer::timeout, this, &ProfileSession::tick);
  m_pulseTimer.setInterval(std::min(m_setup.pulseMs, m_setup.pollMs));
  connect(&m_pulseTimer, &QTimer::timeout, this, [this] {
    if (polls())
      pollJob(PulseDepth::Mark);
  });
  m_countRest.setSingleShot(true);
  connect(&m_countRest, &QTimer::timeout, this, &ProfileSession::countNow);
}

void ProfileSession::refresh() {
  if (!isConnected())
    return;
  startDiscovery(true);
  m_plan.markAll();
  countAtOnce();
  pollJobNow();
  emit refreshed();
}

/// Also while the view stands still.
void ProfileSession::countAtOnce() {
  m_countAtOnce = m_countsBusy; // what is under way was asked before
  if (!m_countsBusy)
    readCounts(m_plan.takeChanged(steadyMs(), CountPlan::Pace::AtOnce));
}

void ProfileSession::setVisibleQueues(const std::vector<QueueId> &queues) {
  if (m_visibleQueues == queues)
    return;
  m_visibleQueues = queues;
  followQueues();
  countNow();
}

void ProfileSession::setPinnedQueues(std::vector<QueueId> queues) {
  m_pinnedQueues = std::move(queues);
  followQueues();
  countNow();
}

void ProfileSession::setAwaitedQueues(std::vector<QueueId> queues) {
  if (m_awaitedQueues == queues)
    return;
  m_awaitedQueues = std::move(queues);
  followQueues();
  countNow();
}

/// What the tree shows, and the pinned and the awaited queues that exist.
std::vector<QueueId> ProfileSession::shownQueues() const {
  std::vector<QueueId> shown = m_visibleQueues;
  for (const std::vector<QueueId> *more : {&m_pinnedQueues, &m_awaitedQueues})
    for (const QueueId &id : *more)
      if (queue(id) && std::find(shown.begin(), shown.end(), id) == shown.end())
        shown.push_back(id);
  return shown;
}

void ProfileSession::setFollowsAll(bool follows) {
  if (m_followsAll == follows)
    return;
  m_followsAll = follows;
  followQueues();
  countNow();
}

std::vector<QueueId> ProfileSession::followedQueues() const {
  std::vector<QueueId> followed;
  if (m_followsAll)
    for (const QueueInfo &queue : m_queues)
      followed.push_back(queue.id);
  return followed;
}

void ProfileSession::setOpenQueue(const std::optional<QueueId> &queue) {
  if (m_plan.open() == queue)
    return;
  m_plan.setOpen(queue);
  if (queue && !m_counts.contains(*queue))
    m_plan.markChanged(*queue);
  followQueues();
  countNow();
}

/// Tells the plan and the feeds whose events matter: Bull 4 publishes them, the others write them to a
/// stream. Channels are listened to for what is on the screen only: each costs the server something with
/// every message.
void ProfileSession::followQueues() {
  m_plan.setVisible(shownQueues(), [this](const QueueId &id) { return isFresh(id); });
  const std::vector<QueueId> all = followedQueues();
  m_plan.setFollowed(all);
  std::vector<QueueId> followed = m_alertQueues;
  if (polls()) {
    for (const QueueId &id : all)
      if (const std::optional<QueueInfo> known = queue(id); known && known->family != Family::Bull4)
        followed.push_back(id);
    followed.insert(followed.end(), m_plan.visible().begin(), m_plan.visible().end());
    if (m_plan.open())
      followed.push_back(*m_plan.open());
  }
  std::sort(followed.begin(), followed.end());
  followed.erase(std::unique(followed.begin(), followed.end()), followed.end());
  const auto writes = [this](const QueueId &id) {
    const std::optional<QueueInfo> known = queue(id);
    return !known || known->family != Family::Bull4;
  };
  const auto published = std::stable_partition(followed.begin(), followed.end(), writes);
  m_channels->setQueues({published, followed.end()});
  followed.erase(published, followed.end());
  m_feed->setQueues(std::move(followed));
}

bool ProfileSession::speaks(const QueueId &queue) const {
  return m_feed->speaks(queue) || m_channels->speaks(queue);
}

void ProfileSession::setAlertQueues(std::vector<QueueId> queues) {
  m_alertQueues = std::move(queues);
  followQueues();
  updatePolls();
}

/// Whether a queue that is heard anew was counted after all that its events tell: then nothing was missed.
/// What has no stream yet was moved by nobody, or by hand.
bool ProfileSession::isCountedSince(const QueueChange &change) const {
  const qint64 at = m_countedAt.value(change.queue, 0);
  return m_server.clock.known && change.resync && change.events == 0 && change.lastEventMs >= 0 &&
         at > change.lastEventMs + ClockSlackMs &&
         (change.lastEventMs > 0 || serverNow() - at < SilentFreshMs);
}

/// Whether a queue that comes on the screen was counted less than a slow poll ago, and has told nothing
/// since.
bool ProfileSession::isFresh(const QueueId &queue) const {
  const qint64 at = m_countedAt.value(queue, 0);
  return serverNow() - at < m_setup.pollMs && m_movedAt.value(queue, 0) < at;
}

void ProfileSession::applyLive(const std::vector<QueueChange> &changes) {
  emit eventsHeard(changes);
  if (!polls())
    return;
  for (const QueueChange &change : changes) {
    if (!isCountedSince(change)) {
      m_movedAt.insert(change.queue, serverNow());
      m_plan.markChanged(change.queue);
    }
    if (m_watched && m_watched->first.id == change.queue && change.concerns(m_watched->second))
      pollJob(PulseDepth::Whole);
  }
  countNow();
  emit queuesMoved(changes);
}

/// Reads what has changed, now or as soon as it may.
void ProfileSession::countNow() {
  if (!polls() || m_countsBusy)
    return;
  const qint64 now = steadyMs();
  readCounts(m_plan.takeChanged(now));
  if (m_countsBusy)
    return;
  if (const std::optional<qint64> wait = m_plan.nextInMs(now))
    m_countRest.start(int(*wait));
}

void ProfileSession::readCounts(const std::vector<QueueId> &queues) {
  std::vector<QueueInfo> asked;
  for (const QueueId &id : queues)
    if (const std::optional<QueueInfo> known = queue(id))
      asked.push_back(*known);
  if (asked.empty())
    return;
  m_countsBusy = true;
  for (const QueueInfo &queue : asked)
    m_countedAt.insert(queue.id, serverNow());
  const auto work = [asked](ReadSession &session, std::stop_token stop) {
    return reader::counts(session, asked, stop);
  };
  const auto done = [this, asked, connection = m_connection](const Result<std::vector<QueueCounts>> &counts) {
    if (connection != m_connection)
      return;
    m_countsBusy = false;
    takeCounts(asked, counts);
    if (m_countAtOnce)
      countAtOnce();
  };
  m_watch->post(Priority::Normal, work, this, done);
}

void ProfileSession::takeCounts(const std::vector<QueueInfo> &asked,
                                const Result<std::vector<QueueCounts>> &counts) {
  if (counts) {
    applyCounts(asked, *counts);
    countNow();
    return;
  }
  for (const QueueInfo &queue : asked) {
    m_countedAt.remove(queue.id);
    m_plan.markChanged(queue.id);
  }
  // Who may not count is told once, and asked again as seldom as what tells nothing.
  const QByteArray refused = refusedCommand(counts.error());
  m_countRest.start(refused.isEmpty() ? int(CountPlan::OthersEveryMs) : m_setup.pollMs);
  if (!refused.isEmpty() && m_discovery.missing.insert(refused).second)
    tellDiscovery();
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

/// A queue that was paused or resumed from here is so at once: the counts of before would say the contrary,
/// and where somebody else turns it back before the next ones, those would seem to tell nothing new.
void ProfileSession::noteRun(const OperationRequest &request) {
  using Leaves = OperationSpec::Leaves;
  const OperationSpec *spec = findOperation(request.operation);
  const auto known = m_counts.find(request.queue.id);
  if (!spec || (spec->leaves != Leaves::PausedQueue && spec->leaves != Leaves::RunningQueue) ||
      known == m_counts.end())
    return;
  const bool paused = spec->leaves == Leaves::PausedQueue;
  if (std::exchange(known->paused, paused) != paused)
    emit countsChanged({request.queue.id});
}

void ProfileSession::setWindowActive(bool active) {
  if (m_active == active)
    return;
  m_active = active;
  updatePolls();
  if (m_clockDue && active && isConnected())
    readClock();
}

void ProfileSession::setLivePaused(bool paused) {
  if (m_paused == paused)
    return;
  m_paused = paused;
  emit livePausedChanged(paused);
  updatePolls();
}

void ProfileSession::setPollInterval(int ms) {
  m_setup.pollMs = ms;
  m_poll.setInterval(ms);
}

/// Starts or stops all that asks by itself. What was missed meanwhile is read at once.
void ProfileSession::updatePolls() {
  const bool on = polls();
  const bool changed = on != m_poll.isActive();
  followQueues();
  const bool listens = isConnected() && (on || !m_alertQueues.empty());
  m_feed->setRunning(listens);
  m_channels->setRunning(listens);
  if (!changed)
    return;
  if (!on) {
    m_poll.stop();
    m_pulseTimer.stop();
    m_countRest.stop();
    return;
  }
  m_poll.start();
  m_pulseTimer.start();
  m_feed->restart(); // what was told meanwhile was not shown: all is read again
  m_channels->restart();
  m_plan.markAll();
  tick();
  if (m_rediscoverDue)
    rediscover();
}

/// The slow poll: what has no event.
void ProfileSession::tick() {
  if (!polls())
    return;
  ++m_ticks;
  countNow();
  if (!m_countsBusy)
    readCounts(m_plan.takeSlow([this](const QueueId &id) { return speaks(id); },
                               std::max(1, m_setup.pollMs / MsPerCount)));
  const bool told = m_watched && speaks(m_watched->first.id);
  if (!told || m_ticks % TicksPerSpoken == 0)
    pollJob(PulseDepth::Full);
  emit pollTick();
}

} // namespace oxp
