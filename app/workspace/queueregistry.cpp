// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/queueregistry.h"

#include "bullio/discovery.h"
#include "workspace/laneset.h"
#include "workspace/serverlink.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

/// A server where looking for queues takes long is not asked all the time.
constexpr qint64 RestPerDiscovery = 20;
/// A new queue should show within ten seconds, also among a million keys; a server is asked for some of them
/// at a time.
constexpr qint64 RestPerScanMs = 40;
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

QueueRegistry::QueueRegistry(LaneSet &lanes, const ServerLink &link, Setup setup, QObject *parent)
    : QObject(parent)
    , m_lanes(lanes)
    , m_link(link)
    , m_setup(std::move(setup))
    , m_queues(std::exchange(m_setup.known, {})) {
  std::sort(m_queues.begin(), m_queues.end(), byId);
  for (const QueueInfo &queue : m_queues)
    m_unconfirmed.insert(queue.id);
  m_rediscover.setSingleShot(true);
  connect(&m_rediscover, &QTimer::timeout, this, &QueueRegistry::rediscover);
}

std::optional<QueueInfo> QueueRegistry::find(const QueueId &id) const {
  const auto at =
      std::lower_bound(m_queues.begin(), m_queues.end(), QueueInfo{id, {}, {}, false, {}, {}}, byId);
  return at != m_queues.end() && at->id == id ? std::optional(*at) : std::nullopt;
}

void QueueRegistry::catchUp() {
  if (m_due)
    rediscover();
}

void QueueRegistry::rediscover() {
  m_due = !m_awake || !m_link.isConnected();
  if (!m_due)
    discover(Depth::New);
}

void QueueRegistry::look() {
  discover(Depth::All);
}

/// Those that need not be inspected again: the open one may have been upgraded meanwhile, and one of which
/// the release is not known may tell it by now.
std::vector<QueueInfo> QueueRegistry::settled(bool looksClosely) const {
  std::vector<QueueInfo> settled;
  for (const QueueInfo &queue : m_queues)
    if (queue.family != Family::Unknown && !isUnsure(queue.family) && isConfirmed(queue.id) &&
        (m_open != queue.id || !looksClosely))
      settled.push_back(queue);
  return settled;
}

/// What the next look starts from.
void QueueRegistry::beginLook(Depth depth, bool looksClosely) {
  m_rediscover.stop();
  m_discovery.running = true;
  m_discovery.failed = false;
  const bool few = Discovery::scansFor(m_discovery.keysTotal) <= FewScans;
  if (depth == Depth::All) {
    m_others = {};
    m_discovery.missing.clear();
  } else if (looksClosely && few) {
    m_others.forgetMisses();
  }
  if (looksClosely)
    m_looked.start();
  m_discovery.keysSeen = m_discovery.keysTotal = 0;
  m_time.start();
  m_before = m_queues;
  tellDiscovery();
}

void QueueRegistry::discover(Depth depth) {
  if (!m_link.isConnected() || m_discovery.running)
    return;
  const bool all = depth == Depth::All;
  const bool looksClosely = all || !m_looked.isValid() || m_looked.hasExpired(LookEveryMs);
  beginLook(depth, looksClosely);
  // The lane may outlive this, and its mailbox outlives the lane.
  const auto tell = [mailbox = &m_lanes.mailbox(), self = QPointer<QueueRegistry>(this),
                     number = ++m_number](Discovery::Progress progress) {
    mailbox->post([self, number, progress = std::move(progress)] {
      if (self && number == self->m_number)
        self->take(progress);
    });
  };
  // Those that are known cost a sweep nothing; where there are too many to know them all, each costs its
  // name.
  const auto others = m_others.isFull() ? std::nullopt : std::optional(m_others);
  const std::vector<QByteArray> wanted(m_setup.prefixes.begin(), m_setup.prefixes.end());
  const std::vector<QueueInfo> known = all ? std::vector<QueueInfo>() : settled(looksClosely);
  std::vector<QueueId> first;
  for (const QueueInfo &queue : all ? m_queues : std::vector<QueueInfo>())
    first.push_back(queue.id);
  const auto work = [tell, wanted, known, first, others](ReadSession &session, std::stop_token stop) {
    return Discovery::run(session, wanted, tell, stop, known, first, others);
  };
  const auto done = [this, number = m_number](Result<std::vector<QueueInfo>> result) {
    if (number == m_number)
      finish(std::move(result));
  };
  m_running = m_lanes.scan().post(Priority::Background, work, this, done, WhenAway::Wait);
}

void QueueRegistry::take(const Discovery::Progress &progress) {
  if (progress.others)
    takeOthers(*progress.others);
  m_discovery.missing.insert(progress.missing.begin(), progress.missing.end());
  applyFound(progress.found, progress.keysSeen, progress.keysTotal);
}

void QueueRegistry::takeOthers(const OtherPrefixes &others) {
  m_others = others;
  m_discovery.others = others.settled();
}

void QueueRegistry::applyFound(const std::vector<QueueInfo> &found, qint64 seen, qint64 total) {
  if (!m_discovery.running)
    return;
  for (const QueueInfo &queue : found) {
    addSorted(m_queues, queue);
    m_unconfirmed.remove(queue.id);
  }
  m_discovery.keysSeen = seen;
  m_discovery.keysTotal = total;
  tellDiscovery();
  emit queuesSeen(found);
  if (!found.empty())
    emit queuesFound(found);
}

/// What took long on a large server is done less often than was set.
void QueueRegistry::restBeforeDiscovery() {
  const qint64 rest = std::max({qint64(m_setup.rediscoverMs), m_tookMs * RestPerDiscovery,
                                (Discovery::scansFor(m_discovery.keysTotal) - 1) * RestPerScanMs});
  m_rediscover.start(int(rest));
}

void QueueRegistry::setRediscoverInterval(int ms) {
  m_setup.rediscoverMs = ms;
  if (m_rediscover.isActive())
    restBeforeDiscovery();
}

void QueueRegistry::finish(Result<std::vector<QueueInfo>> result) {
  m_discovery.running = false;
  m_tookMs = m_time.elapsed();
  if (result) {
    restBeforeDiscovery();
    return applyAll(std::move(*result));
  }
  m_discovery.failed = true;
  m_discovery.error = result.error();
  if (m_discovery.refused())
    takeRefusal(); // asking again by itself would only fill the server's log
  else
    restBeforeDiscovery();
  tellDiscovery();
}

void QueueRegistry::applyAll(std::vector<QueueInfo> queues) {
  m_discovery.complete = true;
  m_queues = std::move(queues);
  std::sort(m_queues.begin(), m_queues.end(), byId);
  m_unconfirmed.clear();
  for (const QueueInfo &queue : m_named)
    if (!find(queue.id))
      addSorted(m_queues, queue);
  tellDiscovery();
  if (m_queues != std::exchange(m_before, {}))
    emit queuesChanged();
  emit queuesSeen(m_queues);
}

/// Those known from an earlier time were looked at before SCAN was refused: who was not found is not there,
/// or not for this user.
void QueueRegistry::takeRefusal() {
  const size_t before = m_queues.size();
  std::erase_if(m_queues, [this](const QueueInfo &queue) { return !isConfirmed(queue.id); });
  m_unconfirmed.clear();
  if (m_queues.size() != before)
    emit queuesChanged();
}

LaneHandle QueueRegistry::requestQueue(const QueueId &id, QObject *context,
                                       std::function<void(Result<QueueInfo>)> handler) {
  const auto work = [id](ReadSession &session, std::stop_token stop) {
    return Discovery::find(session, id, stop);
  };
  const auto taken = [self = QPointer(this), handler = std::move(handler)](Result<QueueInfo> queue) {
    if (queue && self)
      self->addNamed(*queue);
    handler(std::move(queue));
  };
  return m_lanes.ask<QueueInfo>(m_lanes.watch(), Priority::Interactive, work, context, taken);
}

void QueueRegistry::addNamed(const QueueInfo &queue) {
  addSorted(m_named, queue);
  addSorted(m_queues, queue);
  m_unconfirmed.remove(queue.id);
  emit queuesSeen({queue});
  emit queuesFound({queue});
}

void QueueRegistry::lookAnew() {
  m_running.cancel();
  ++m_number;
  m_discovery.running = false;
  discover(Depth::All);
}

void QueueRegistry::noteMissing(const QByteArray &command) {
  if (m_discovery.missing.insert(command).second)
    tellDiscovery();
}

void QueueRegistry::giveUp() {
  ++m_number;
  m_rediscover.stop();
  if (!m_discovery.running)
    return;
  m_running.cancel();
  m_discovery.running = false;
  tellDiscovery();
}

void QueueRegistry::cancelDiscovery() {
  m_running.cancel();
}

void QueueRegistry::tellDiscovery() {
  emit discoveryChanged(m_discovery);
}

} // namespace oxp
