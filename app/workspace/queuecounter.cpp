// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/queuecounter.h"

#include "base/clock.h"
#include "bull/queuechange.h"
#include "bullio/reader.h"
#include "operations/operation.h"
#include "workspace/laneset.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"

#include <algorithm>
#include <utility>

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

QueueCounter::QueueCounter(LaneSet &lanes, const ServerLink &link, QueueRegistry &queues, int pollMs,
                           QObject *parent)
    : QObject(parent)
    , m_lanes(lanes)
    , m_link(link)
    , m_queues(queues)
    , m_pollMs(pollMs) {
  m_rest.setSingleShot(true);
  connect(&m_rest, &QTimer::timeout, this, &QueueCounter::countNow);
}

std::optional<QueueCounts> QueueCounter::of(const QueueId &id) const {
  const auto found = m_counts.constFind(id);
  return found != m_counts.constEnd() ? std::optional(*found) : std::nullopt;
}

bool QueueCounter::asks() const {
  return m_link.isConnected() && m_awake;
}

void QueueCounter::setShown(std::vector<QueueId> shown, const std::vector<QueueId> &followed) {
  m_plan.setVisible(std::move(shown), [this](const QueueId &id) { return isFresh(id); });
  m_plan.setFollowed(followed);
}

void QueueCounter::setOpen(const std::optional<QueueId> &queue) {
  m_plan.setOpen(queue);
  if (queue && !m_counts.contains(*queue))
    m_plan.markChanged(*queue);
}

/// Not those whose counts are on their way: the end of a look names all that it told before.
void QueueCounter::markUncounted(const std::vector<QueueInfo> &queues) {
  for (const QueueInfo &queue : queues)
    if (!m_counts.contains(queue.id) && !m_countedAt.contains(queue.id))
      m_plan.markNew(queue.id);
}

/// Whether a queue that is heard anew was counted after all that its events tell: then nothing was missed.
/// What has no stream yet was moved by nobody, or by hand.
bool QueueCounter::isCountedSince(const QueueChange &change) const {
  const qint64 at = m_countedAt.value(change.queue, 0);
  return m_link.server().clock.known && change.resync && change.events == 0 && change.lastEventMs >= 0 &&
         at > change.lastEventMs + ClockSlackMs &&
         (change.lastEventMs > 0 || m_link.serverNow() - at < SilentFreshMs);
}

/// Whether a queue that comes on the screen was counted less than a slow poll ago, and has told nothing
/// since.
bool QueueCounter::isFresh(const QueueId &queue) const {
  const qint64 at = m_countedAt.value(queue, 0);
  return m_link.serverNow() - at < m_pollMs && m_movedAt.value(queue, 0) < at;
}

void QueueCounter::apply(const QueueChange &change) {
  if (isCountedSince(change))
    return;
  m_movedAt.insert(change.queue, m_link.serverNow());
  m_plan.markChanged(change.queue);
}

void QueueCounter::countNow() {
  if (!asks() || m_busy)
    return;
  const qint64 now = steadyMs();
  read(m_plan.takeChanged(now));
  if (m_busy)
    return;
  if (const std::optional<qint64> wait = m_plan.nextInMs(now))
    m_rest.start(int(*wait));
}

void QueueCounter::countAll() {
  m_plan.markAll();
  countAtOnce();
}

void QueueCounter::countAtOnce() {
  m_atOnce = m_busy;
  if (!m_busy)
    read(m_plan.takeChanged(steadyMs(), CountPlan::Pace::AtOnce));
}

void QueueCounter::countSlowly(const std::function<bool(const QueueId &)> &speaks) {
  countNow();
  if (!m_busy)
    read(m_plan.takeSlow(speaks, std::max(1, m_pollMs / MsPerCount)));
}

void QueueCounter::read(const std::vector<QueueId> &queues) {
  std::vector<QueueInfo> asked;
  for (const QueueId &id : queues)
    if (const std::optional<QueueInfo> known = m_queues.find(id))
      asked.push_back(*known);
  if (asked.empty())
    return;
  m_busy = true;
  for (const QueueInfo &queue : asked)
    m_countedAt.insert(queue.id, m_link.serverNow());
  const auto work = [asked](ReadSession &session, std::stop_token stop) {
    return reader::counts(session, asked, stop);
  };
  const auto done = [this, asked,
                     connection = m_link.connection()](const Result<std::vector<QueueCounts>> &counts) {
    if (connection == m_link.connection())
      take(asked, counts);
  };
  m_lanes.watch().post(Priority::Normal, work, this, done);
}

void QueueCounter::take(const std::vector<QueueInfo> &asked, const Result<std::vector<QueueCounts>> &counts) {
  m_busy = false;
  if (counts) {
    applyCounts(asked, *counts);
    countNow();
  } else {
    takeFailure(asked, counts.error());
  }
  if (m_atOnce)
    countAtOnce();
}

/// Who may not count is told once, and asked again as seldom as what tells nothing.
void QueueCounter::takeFailure(const std::vector<QueueInfo> &asked, const Error &error) {
  for (const QueueInfo &queue : asked) {
    m_countedAt.remove(queue.id);
    m_plan.markChanged(queue.id);
  }
  const QByteArray refused = refusedCommand(error);
  m_rest.start(refused.isEmpty() ? int(CountPlan::OthersEveryMs) : m_pollMs);
  if (!refused.isEmpty())
    m_queues.noteMissing(refused);
}

void QueueCounter::applyCounts(const std::vector<QueueInfo> &asked, const std::vector<QueueCounts> &counts) {
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
void QueueCounter::noteRun(const OperationRequest &request) {
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

void QueueCounter::giveUp() {
  m_busy = m_atOnce = false;
  m_countedAt.clear();
}

} // namespace oxp
