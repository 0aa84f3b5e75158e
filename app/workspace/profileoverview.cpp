// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profileoverview.h"

#include "base/clock.h"
#include "models/queuegroups.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/surveyrequests.h"

#include <algorithm>

namespace oxp {
namespace {

constexpr int TellMs = 100;            ///< from one rowsChanged() to the next
constexpr qint64 RestPerWorkers = 200; ///< times what CLIENT LIST took
constexpr size_t MemoryPerSlice = 20;

} // namespace

ProfileOverview::ProfileOverview(QObject *parent)
    : QObject(parent) {
  m_rest.setSingleShot(true);
  connect(&m_rest, &QTimer::timeout, this, &ProfileOverview::look);
  m_tell.setSingleShot(true);
  m_tell.setInterval(TellMs);
  connect(&m_tell, &QTimer::timeout, this, &ProfileOverview::tell);
}

ProfileOverview::~ProfileOverview() = default;

void ProfileOverview::setSession(ProfileSession *session) {
  if (m_session == session)
    return;
  if (m_session) {
    m_session->forget(this);
    m_session->live().setFollowsAll(false);
  }
  ++m_number;
  m_session = session;
  m_plan = {};
  m_rows.clear();
  m_onScreen.clear();
  m_server.reset();
  m_busy = m_workersBusy = m_told = false;
  m_memoryLeft = m_doubted = 0;
  m_ticks = 0;
  m_workersRestUntil = m_answeredAt = 0;
  if (!session)
    return;
  connect(&session->queues(), &QueueRegistry::queuesFound, this, &ProfileOverview::takeQueues);
  connect(&session->queues(), &QueueRegistry::queuesChanged, this, &ProfileOverview::takeQueues);
  connect(&session->counts(), &QueueCounter::countsChanged, this, &ProfileOverview::takeCounts);
  connect(&session->live(), &LiveWatch::queuesMoved, this, [this](const std::vector<QueueChange> &changes) {
    for (const QueueChange &change : changes)
      m_plan.applyChange(change);
    lookSoon(RestMs);
  });
  connect(&session->live(), &LiveWatch::pollTick, this, &ProfileOverview::tick);
  connect(session, &ProfileSession::refreshed, this, &ProfileOverview::refresh);
  connect(&session->link(), &ServerLink::statusChanged, this, [this] {
    ++m_number; // what is under way will not be answered
    m_busy = m_workersBusy = false;
    m_memoryLeft = 0;
  });
  takeQueues();
  follow();
}

bool ProfileOverview::asks() const {
  return m_shown && m_session && m_session->isConnected();
}

void ProfileOverview::setShown(bool shown) {
  if (m_shown == shown)
    return;
  m_shown = shown;
  follow();
}

void ProfileOverview::follow() {
  if (!m_session)
    return;
  m_session->live().setFollowsAll(m_shown);
  if (!asks())
    return m_rest.stop();
  readServer();
  readWorkers();
  lookSoon(0);
}

void ProfileOverview::setOnScreen(std::vector<QueueId> queues) {
  m_onScreen = std::move(queues);
}

OverviewRow *ProfileOverview::find(const QueueId &queue) {
  const auto at =
      std::lower_bound(m_rows.begin(), m_rows.end(), queue,
                       [](const OverviewRow &row, const QueueId &id) { return row.info.id < id; });
  return at != m_rows.end() && at->info.id == queue ? &*at : nullptr;
}

void ProfileOverview::takeQueues() {
  const std::vector<QueueInfo> &queues = m_session->queues().all();
  const std::vector<QByteArray> groups = queueGroups(queues);
  m_plan.setQueues(queues);
  std::vector<OverviewRow> rows;
  rows.reserve(queues.size());
  std::vector<QueueId> ids;
  bool grew = false;
  for (size_t i = 0; i < queues.size(); ++i) {
    OverviewRow row;
    const OverviewRow *known = find(queues[i].id);
    grew = grew || !known;
    if (known)
      row = *known;
    row.info = queues[i];
    row.group = groups[i];
    rows.push_back(std::move(row));
    ids.push_back(queues[i].id);
  }
  m_rows = std::move(rows);
  takeCounts(ids);
  if (asks() && grew) // what is found is told again with every look for queues
    readWorkers();
}

void ProfileOverview::takeCounts(const std::vector<QueueId> &queues) {
  for (const QueueId &queue : queues) {
    OverviewRow *row = find(queue);
    const std::optional<QueueCounts> counts = m_session->counts().of(queue);
    if (!row || !counts)
      continue;
    row->counts = counts;
    m_plan.applyCounts(queue, *counts, m_session->link().serverNow());
    takeFacts(*row);
  }
  m_answeredAt = wallClockMs();
  tellSoon();
  lookSoon(m_plan.isComplete() ? RestMs : 0);
}

void ProfileOverview::takeFacts(OverviewRow &row) {
  QueueFacts facts = m_plan.facts(row.info.id);
  facts.workers = row.facts.workers;
  facts.memory = row.facts.memory;
  row.facts = facts;
}

void ProfileOverview::lookSoon(int ms) {
  if (asks() && !m_busy && (!m_rest.isActive() || m_rest.remainingTime() > ms))
    m_rest.start(ms);
}

/// The first time round without a rest; the slices leave the lane to others between them.
void ProfileOverview::look() {
  if (!asks() || m_busy)
    return;
  if (const auto asked = m_plan.take(m_onScreen, m_plan.isComplete() ? QueuesPerLook : QueuesPerSlice);
      !asked.empty())
    lookAt(asked);
}

void ProfileOverview::lookAt(const std::vector<reader::LookRequest> &asked) {
  m_busy = true;
  const std::vector<reader::LookRequest> slice(
      asked.begin(), asked.begin() + qptrdiff(std::min(asked.size(), QueuesPerSlice)));
  const std::vector<reader::LookRequest> rest(asked.begin() + qptrdiff(slice.size()), asked.end());
  const auto done = [this, slice, rest,
                     number = m_number](const Result<std::vector<reader::QueueLook>> &looks) {
    if (number != m_number) {
      m_plan.giveBack(slice);
      return m_plan.giveBack(rest);
    }
    m_busy = false;
    takeLooks(slice, looks);
    if (!rest.empty() && looks && asks())
      return lookAt(rest);
    m_plan.giveBack(rest);
    lookSoon(m_plan.isComplete() || !looks ? RestMs : 0);
  };
  m_session->surveys().requestLooks(slice, this, done);
}

void ProfileOverview::takeLooks(const std::vector<reader::LookRequest> &asked,
                                const Result<std::vector<reader::QueueLook>> &looks) {
  if (!looks)
    return m_plan.giveBack(asked);
  for (size_t i = 0; i < asked.size() && i < looks->size(); ++i) {
    m_plan.apply(asked[i], (*looks)[i]);
    if (OverviewRow *row = find(asked[i].queue.id))
      takeFacts(*row);
  }
  m_answeredAt = wallClockMs();
  tellSoon();
}

/// The slow poll, which comes only while the window is seen and not paused.
void ProfileOverview::tick() {
  if (!asks())
    return;
  ++m_ticks;
  readWorkers();
  if (m_ticks % ServerEveryTicks == 0)
    readServer();
  if (m_ticks % DoubtEveryTicks == 0)
    doubtOne();
  lookSoon(RestMs);
}

/// A queue without events may have other jobs waiting by now, as many as before.
void ProfileOverview::doubtOne() {
  for (size_t i = 0; i < m_onScreen.size(); ++i) {
    const QueueId &queue = m_onScreen[m_doubted++ % m_onScreen.size()];
    const OverviewRow *row = find(queue);
    if (row && row->waiting().value_or(0) > 0 && !m_session->live().speaks(queue))
      return m_plan.doubt(queue);
  }
}

void ProfileOverview::refresh() {
  m_plan.markAll();
  m_workersRestUntil = 0;
  if (!asks())
    return;
  readServer();
  readWorkers();
  lookSoon(0);
}

void ProfileOverview::readWorkers() {
  if (m_workersBusy || wallClockMs() < m_workersRestUntil || m_rows.empty())
    return;
  m_workersBusy = true;
  std::vector<QueueInfo> queues;
  for (const OverviewRow &row : m_rows)
    queues.push_back(row.info);
  const auto done = [this, queues, number = m_number,
                     began = wallClockMs()](const Result<std::vector<reader::Workers>> &workers) {
    if (number != m_number)
      return;
    m_workersBusy = false;
    const qint64 now = wallClockMs();
    m_workersRestUntil = now + (now - began) * RestPerWorkers;
    for (size_t i = 0; workers && i < queues.size() && i < workers->size(); ++i)
      if (OverviewRow *row = find(queues[i].id))
        row->facts.workers = (*workers)[i].known ? std::optional((*workers)[i].count) : std::nullopt;
    tellSoon();
  };
  m_session->surveys().requestAllWorkers(queues, this, done);
}

void ProfileOverview::readServer() {
  const auto done = [this, number = m_number](const Result<ServerLook> &look) {
    if (number != m_number || !look)
      return;
    m_server = *look;
    emit serverChanged();
  };
  m_session->surveys().requestServerLook(this, done);
}

void ProfileOverview::measureMemory() {
  if (!asks() || isMeasuring() || m_rows.empty())
    return;
  m_memoryLeft = m_rows.size();
  measureSome(0);
}

void ProfileOverview::measureSome(size_t from) {
  std::vector<QueueInfo> queues;
  for (size_t i = from; i < m_rows.size() && queues.size() < MemoryPerSlice; ++i)
    queues.push_back(m_rows[i].info);
  m_memoryLeft = queues.empty() || !asks() ? 0 : m_rows.size() - from;
  if (m_memoryLeft == 0)
    return;
  const auto done = [this, queues, from,
                     number = m_number](const Result<std::vector<std::optional<qint64>>> &bytes) {
    if (number != m_number)
      return;
    for (size_t i = 0; bytes && i < queues.size() && i < bytes->size(); ++i)
      if (OverviewRow *row = find(queues[i].id))
        row->facts.memory = (*bytes)[i];
    tellSoon();
    if (bytes)
      return measureSome(from + queues.size());
    m_memoryLeft = 0;
  };
  m_session->surveys().requestMemory(queues, this, done);
}

void ProfileOverview::tellSoon() {
  if (!m_tell.isActive())
    m_tell.start();
}

void ProfileOverview::tell() {
  emit rowsChanged();
  if (m_told || !isComplete())
    return;
  m_told = true;
  if (asks()) { // of all queues, now that all are there
    m_workersRestUntil = 0;
    readWorkers();
  }
  emit completed();
}

} // namespace oxp
