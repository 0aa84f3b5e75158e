// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/alertwatch.h"

#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/surveyrequests.h"

#include <algorithm>
#include <utility>

namespace oxp {

using alerts::AlertKind;
using alerts::AlertSample;

AlertWatch::AlertWatch(ProfileSession &session, int lookMs, QObject *parent)
    : QObject(parent)
    , m_session(session) {
  m_timer.setInterval(lookMs);
  connect(&m_timer, &QTimer::timeout, this, &AlertWatch::look);
  connect(&session.live(), &LiveWatch::eventsHeard, this, &AlertWatch::hear);
  connect(&session.queues(), &QueueRegistry::queuesChanged, this, &AlertWatch::follow);
  connect(&session.queues(), &QueueRegistry::queuesFound, this, &AlertWatch::follow);
  connect(&session.link(), &ServerLink::statusChanged, this, &AlertWatch::loseSight);
}

void AlertWatch::setRules(std::vector<alerts::AlertRule> rules) {
  m_rules = std::move(rules);
  m_engine.setRules(m_rules);
  m_fresh.clear();
  follow();
  decide();
  if (m_rules.empty())
    m_timer.stop();
  else
    m_timer.start();
}

/// Queues come and go; the rules stay. Those of a discovery that was given up count as well.
void AlertWatch::follow() {
  m_queues.clear();
  std::vector<QueueId> ids;
  for (const QueueInfo &queue : m_session.queues().all()) {
    const auto covers = [&](const alerts::AlertRule &rule) { return rule.covers(queue.id); };
    if (std::none_of(m_rules.begin(), m_rules.end(), covers))
      continue;
    m_queues.push_back(queue);
    ids.push_back(queue.id);
  }
  const QSet<QueueId> before = std::exchange(m_followed, QSet<QueueId>(ids.begin(), ids.end()));
  for (const QueueId &gone : before - m_followed) {
    m_engine.forget(gone);
    m_readings.remove(gone);
  }
  m_session.live().setAlertQueues(std::move(ids));
}

/// What was seen over another connection says nothing of now, but that so many jobs had failed by then.
void AlertWatch::loseSight() {
  ++m_connection;
  m_busy = false;
  m_fresh.clear();
  m_engine.loseSight();
}

bool AlertWatch::wants(AlertKind kind) const {
  return std::any_of(m_rules.begin(), m_rules.end(),
                     [&](const alerts::AlertRule &rule) { return rule.on && rule.kind == kind; });
}

bool AlertWatch::wantsBacklogs() const {
  return wants(AlertKind::WaitingAbove) || wants(AlertKind::OldestWaiting) || wants(AlertKind::FailedRises);
}

/// The first to be told of is told at once; what a storm brings after it is told together, at the next look.
void AlertWatch::hear(const std::vector<QueueChange> &changes) {
  if (m_rules.empty())
    return;
  for (const QueueChange &change : changes)
    takeChange(change);
  if (!m_toldEarly)
    m_toldEarly = decide();
}

alerts::AlertSample AlertWatch::sampleNow(const QueueId &queue) const {
  AlertSample sample;
  sample.queue = queue;
  sample.at = m_session.link().serverNow();
  return sample;
}

void AlertWatch::takeChange(const QueueChange &change) {
  if (!m_followed.contains(change.queue))
    return;
  m_fresh.remove(change.queue);
  if (const auto reading = m_readings.find(change.queue); reading != m_readings.end()) {
    reading->told += change.failed;
    reading->lost = reading->lost || change.resync;
  }
  if (change.failed == 0 && change.stalled == 0)
    return;
  AlertSample sample = sampleNow(change.queue);
  sample.failed = change.failed;
  sample.stalled = change.stalled;
  m_engine.take(sample);
}

void AlertWatch::look() {
  if (!m_session.isConnected())
    return;
  m_toldEarly = false;
  if (m_looks++ % LooksPerRound == 0) {
    doubtSilence();
    readWorkers();
  }
  readBacklogs();
  decide();
}

/// Draining a queue has no event, and nobody tells that its jobs wait on.
void AlertWatch::doubtSilence() {
  for (auto reading = m_readings.cbegin(); reading != m_readings.cend(); ++reading)
    if (reading->waits)
      m_fresh.remove(reading.key());
}

/// What may have another backlog than was read last, in turn.
std::vector<QueueInfo> AlertWatch::due() {
  std::vector<QueueInfo> queues;
  for (size_t i = 0; i < m_queues.size() && queues.size() < QueuesPerLook; ++i) {
    const QueueInfo &queue = m_queues[m_next++ % m_queues.size()];
    if (!m_session.live().speaks(queue.id) || !m_fresh.contains(queue.id))
      queues.push_back(queue);
  }
  return queues;
}

void AlertWatch::readBacklogs() {
  const std::vector<QueueInfo> asked = wantsBacklogs() && !m_busy ? due() : std::vector<QueueInfo>();
  if (asked.empty())
    return;
  m_busy = true;
  for (const QueueInfo &queue : asked)
    m_fresh.insert(queue.id); // an event from now on makes it due again
  const auto take = [this, asked,
                     connection = m_connection](const Result<std::vector<reader::Backlog>> &found) {
    if (connection != m_connection)
      return;
    m_busy = false;
    if (found)
      applyBacklogs(asked, *found);
    else
      m_fresh.clear();
  };
  m_session.surveys().requestBacklogs(asked, this, take);
}

void AlertWatch::applyBacklogs(const std::vector<QueueInfo> &asked,
                               const std::vector<reader::Backlog> &found) {
  for (size_t i = 0; i < asked.size() && i < found.size(); ++i) {
    if (!found[i].known || !m_followed.contains(asked[i].id))
      continue;
    AlertSample sample = sampleNow(asked[i].id);
    sample.waiting = found[i].waiting;
    sample.oldest.emplace();
    for (const reader::WaitingJob &job : found[i].oldest)
      sample.oldest->push_back({job.mark, job.since});
    countUntold(sample, found[i]);
    m_engine.take(sample);
  }
  decide();
}

/// Where events are lacking or were lost, the growth of `failed` tells what they did not; what was removed
/// from it meanwhile is not seen.
void AlertWatch::countUntold(AlertSample &sample, const reader::Backlog &backlog) {
  const Reading now{sample.at, backlog.failed, 0, false, backlog.waiting > 0};
  const auto before = m_readings.constFind(sample.queue);
  if (before != m_readings.constEnd() && (before->lost || !m_session.live().speaks(sample.queue))) {
    sample.failed = int(std::max<qint64>(0, now.failed - before->failed - before->told));
    sample.from = before->at;
  }
  m_readings.insert(sample.queue, now);
}

void AlertWatch::readWorkers() {
  if (!wants(AlertKind::NoWorker) || m_queues.empty())
    return;
  const auto take = [this, asked = m_queues,
                     connection = m_connection](const Result<std::vector<reader::Workers>> &found) {
    if (found && connection == m_connection)
      applyWorkers(asked, *found);
  };
  m_session.surveys().requestAllWorkers(m_queues, this, take);
}

void AlertWatch::applyWorkers(const std::vector<QueueInfo> &asked,
                              const std::vector<reader::Workers> &found) {
  for (size_t i = 0; i < asked.size() && i < found.size(); ++i) {
    if (!found[i].known || !m_followed.contains(asked[i].id))
      continue;
    AlertSample sample = sampleNow(asked[i].id);
    sample.workers = found[i].count;
    m_engine.take(sample);
  }
  decide();
}

/// True when something began.
bool AlertWatch::decide() {
  const alerts::AlertEngine::Change change = m_engine.look(m_session.link().serverNow());
  if (!change.over.empty())
    emit over(change.over);
  if (!change.raised.empty())
    emit raised(change.raised);
  emit decided();
  return !change.raised.empty();
}

} // namespace oxp
