// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/alertwatch.h"

#include "workspace/profilesession.h"

#include <algorithm>

namespace oxp {

using policy::AlertKind;
using policy::AlertSample;

AlertWatch::AlertWatch(ProfileSession &session, int lookMs, QObject *parent)
    : QObject(parent)
    , m_session(session) {
  m_timer.setInterval(lookMs);
  connect(&m_timer, &QTimer::timeout, this, &AlertWatch::look);
  connect(&session, &ProfileSession::eventsHeard, this, &AlertWatch::hear);
  connect(&session, &ProfileSession::queuesChanged, this, &AlertWatch::follow);
  connect(&session, &ProfileSession::statusChanged, this, [this] {
    m_busy = false;
    m_fresh.clear();
  });
}

void AlertWatch::setRules(std::vector<policy::AlertRule> rules) {
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

/// Queues come and go; the rules stay.
void AlertWatch::follow() {
  const std::vector<QueueInfo> before = std::exchange(m_queues, {});
  std::vector<QueueId> ids;
  for (const QueueInfo &queue : m_session.queues()) {
    const auto covers = [&](const policy::AlertRule &rule) { return rule.covers(queue.id); };
    if (std::none_of(m_rules.begin(), m_rules.end(), covers))
      continue;
    m_queues.push_back(queue);
    ids.push_back(queue.id);
  }
  for (const QueueInfo &queue : before)
    if (std::find(ids.begin(), ids.end(), queue.id) == ids.end())
      m_engine.forget(queue.id);
  m_session.setAlertQueues(std::move(ids));
}

bool AlertWatch::wants(AlertKind kind) const {
  return std::any_of(m_rules.begin(), m_rules.end(),
                     [&](const policy::AlertRule &rule) { return rule.on && rule.kind == kind; });
}

void AlertWatch::hear(const std::vector<QueueChange> &changes) {
  if (m_rules.empty())
    return;
  for (const QueueChange &change : changes) {
    m_fresh.remove(change.queue);
    if (change.failed == 0 && change.stalled == 0)
      continue;
    AlertSample sample;
    sample.queue = change.queue;
    sample.at = m_session.serverNow();
    sample.failed = change.failed;
    sample.stalled = change.stalled;
    m_engine.take(sample);
  }
  decide();
}

void AlertWatch::look() {
  if (!m_session.isConnected())
    return;
  readBacklogs();
  if (m_looks++ % LooksPerWorkers == 0)
    readWorkers();
  decide();
}

/// What may have another backlog than was read last, in turn.
std::vector<QueueInfo> AlertWatch::due() {
  std::vector<QueueInfo> queues;
  for (size_t i = 0; i < m_queues.size() && queues.size() < QueuesPerLook; ++i) {
    const QueueInfo &queue = m_queues[m_next++ % m_queues.size()];
    if (!m_session.speaks(queue.id) || !m_fresh.contains(queue.id))
      queues.push_back(queue);
  }
  return queues;
}

void AlertWatch::readBacklogs() {
  const bool wanted =
      wants(AlertKind::WaitingAbove) || wants(AlertKind::OldestWaiting) || wants(AlertKind::FailedRises);
  const std::vector<QueueInfo> asked = wanted && !m_busy ? due() : std::vector<QueueInfo>();
  if (asked.empty())
    return;
  m_busy = true;
  for (const QueueInfo &queue : asked)
    m_fresh.insert(queue.id); // an event from now on makes it due again
  m_session.requestBacklogs(asked, this, [this, asked](const Result<std::vector<reader::Backlog>> &found) {
    m_busy = false;
    if (found)
      applyBacklogs(asked, *found);
    else
      m_fresh.clear();
  });
}

void AlertWatch::applyBacklogs(const std::vector<QueueInfo> &asked,
                               const std::vector<reader::Backlog> &found) {
  for (size_t i = 0; i < asked.size() && i < found.size(); ++i) {
    AlertSample sample;
    sample.queue = asked[i].id;
    sample.at = m_session.serverNow();
    sample.waiting = found[i].waiting;
    sample.oldest = found[i].oldest;
    // Without events only the growth of failed tells; what was removed meanwhile is not seen.
    const auto before = m_failed.constFind(sample.queue);
    if (!m_session.speaks(sample.queue) && before != m_failed.constEnd())
      sample.failed = int(std::max<qint64>(0, found[i].failed - *before));
    m_failed[sample.queue] = found[i].failed;
    m_engine.take(sample);
  }
  decide();
}

void AlertWatch::readWorkers() {
  if (!wants(AlertKind::NoWorker) || m_queues.empty())
    return;
  const auto take = [this, asked = m_queues](const Result<std::vector<reader::Workers>> &found) {
    for (size_t i = 0; found && i < asked.size() && i < found->size(); ++i) {
      AlertSample sample;
      sample.queue = asked[i].id;
      sample.at = m_session.serverNow();
      if ((*found)[i].known)
        sample.workers = (*found)[i].count;
      m_engine.take(sample);
    }
    decide();
  };
  m_session.requestAllWorkers(m_queues, this, take);
}

void AlertWatch::decide() {
  const policy::AlertEngine::Change change = m_engine.look(m_session.serverNow());
  for (const policy::Alert &alert : change.over)
    emit over(alert);
  for (const policy::Alert &alert : change.raised)
    emit raised(alert);
}

} // namespace oxp
