// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/alertcentre.h"

#include "models/activitymodel.h"
#include "models/format.h"
#include "models/queuetreemodel.h"
#include "workspace/profilesession.h"

#include <QTime>

#include <algorithm>
#include <limits>

namespace oxp {

using policy::Alert;
using policy::AlertKind;

namespace {

constexpr qint64 MinuteMs = 60'000;
constexpr size_t NamedQueues = 3;

int countOf(qint64 value) {
  return int(std::min<qint64>(value, std::numeric_limits<int>::max()));
}

std::vector<std::vector<Alert>> byRule(const std::vector<Alert> &alerts) {
  std::vector<std::vector<Alert>> groups;
  for (const Alert &alert : alerts) {
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const std::vector<Alert> &known) {
      return known.front().rule == alert.rule;
    });
    if (group != groups.end())
      group->push_back(alert);
    else
      groups.push_back({alert});
  }
  for (std::vector<Alert> &group : groups)
    std::sort(group.begin(), group.end(),
              [](const Alert &left, const Alert &right) { return left.queue < right.queue; });
  return groups;
}

} // namespace

AlertCentre::AlertCentre(QSettings &settings, QueueTreeModel &tree, ActivityModel &activity, QObject *parent)
    : QObject(parent)
    , m_store(settings)
    , m_tree(tree)
    , m_activity(activity) {}

AlertCentre::~AlertCentre() = default;

const policy::AlertSettings &AlertCentre::alerts(const QString &profileId) const {
  const auto known = m_alerts.find(profileId);
  return known != m_alerts.end() ? known->second : m_alerts[profileId] = m_store.load(profileId);
}

void AlertCentre::setAlerts(const QString &profileId, const policy::AlertSettings &alerts) {
  m_alerts[profileId] = alerts;
  m_store.save(profileId, alerts);
  if (const auto watch = m_watches.find(profileId); watch != m_watches.end())
    watch->second->setRules(alerts.rules);
}

void AlertCentre::forget(const QString &profileId) {
  unwatch(profileId);
  m_alerts.erase(profileId);
  m_store.remove(profileId);
}

void AlertCentre::watch(ProfileSession &session, int lookMs) {
  auto watch = std::make_unique<AlertWatch>(session, lookMs);
  connect(watch.get(), &AlertWatch::raised, this,
          [this, &session](const std::vector<Alert> &alerts) { raise(session, alerts); });
  connect(watch.get(), &AlertWatch::over, this,
          [this, &session](const std::vector<Alert> &alerts) { mark(session.id(), alerts); });
  watch->setRules(alerts(session.id()).rules);
  m_watches[session.id()] = std::move(watch);
}

void AlertCentre::unwatch(const QString &profileId) {
  m_watches.erase(profileId);
}

QString AlertCentre::sentence(const Alert &alert) {
  const int count = countOf(alert.value);
  const QString span = format::duration(alert.rule.minutes * MinuteMs);
  const QString age = format::duration(std::max(alert.value / MinuteMs, qint64(1)) * MinuteMs);
  switch (alert.rule.kind) {
  case AlertKind::FailedRises:
    return tr("%n job(s) failed within %1.", nullptr, count).arg(span);
  case AlertKind::Stalled:
    return tr("%n job(s) stalled within %1.", nullptr, count).arg(span);
  case AlertKind::WaitingAbove:
    return tr("%n job(s) wait, more than %1.", nullptr, count).arg(format::number(alert.rule.limit));
  case AlertKind::OldestWaiting:
    return tr("A job has waited for %1.").arg(age);
  case AlertKind::NoWorker:
    return tr("No worker has listened for %1.").arg(age);
  }
  return {};
}

QString AlertCentre::sentenceOfMany(const policy::AlertRule &rule) {
  const int count = countOf(rule.limit);
  const QString span = format::duration(rule.minutes * MinuteMs);
  switch (rule.kind) {
  case AlertKind::FailedRises:
    return tr("In each, %n or more job(s) failed within %1.", nullptr, count).arg(span);
  case AlertKind::Stalled:
    return tr("In each, %n or more job(s) stalled within %1.", nullptr, count).arg(span);
  case AlertKind::WaitingAbove:
    return tr("In each, more than %n job(s) wait.", nullptr, count);
  case AlertKind::OldestWaiting:
    return tr("In each, a job has waited for more than %1.").arg(span);
  case AlertKind::NoWorker:
    return tr("No worker has listened to them for more than %1.").arg(span);
  }
  return {};
}

QString AlertCentre::names(const std::vector<Alert> &alerts) {
  QStringList names;
  for (size_t i = 0; i < std::min(alerts.size(), NamedQueues); ++i)
    names += format::safeText(alerts[i].queue.name);
  const QString named = names.join(u", "_qs);
  const int more = int(alerts.size()) - int(names.size());
  return more > 0 ? tr("%1 and %n more", "queues", more).arg(named) : named;
}

/// Marks every queue and tells once a rule: who is told two hundred times reads none of it.
void AlertCentre::raise(const ProfileSession &session, const std::vector<Alert> &alerts) {
  mark(session.id(), alerts);
  for (const std::vector<Alert> &ofOneRule : byRule(alerts))
    tell(session, ofOneRule);
}

void AlertCentre::tell(const ProfileSession &session, const std::vector<Alert> &ofOneRule) {
  const Alert &first = ofOneRule.front();
  AlertNews news;
  news.profileId = session.id();
  news.queue = first.queue;
  news.title = tr("%1 (%2)", "a queue and its profile").arg(names(ofOneRule), session.profile().name);
  news.sentence = ofOneRule.size() == 1 ? sentence(first) : sentenceOfMany(first.rule);
  const QTime now = QTime::currentTime();
  news.quiet = alerts(news.profileId).quiet.covers(now.hour() * 60 + now.minute());
  m_activity.note(tr("Alert: %1").arg(news.title), news.sentence);
  emit raised(news);
}

/// All that stands for the queues of these alerts, in their rows of the tree.
void AlertCentre::mark(const QString &profileId, const std::vector<Alert> &alerts) {
  std::map<QueueId, QStringList> sentences;
  for (const Alert &alert : alerts)
    sentences[alert.queue];
  if (const auto watch = m_watches.find(profileId); watch != m_watches.end())
    for (const Alert &alert : watch->second->standing())
      if (const auto queue = sentences.find(alert.queue); queue != sentences.end())
        queue->second += sentence(alert);
  for (const auto &[queue, lines] : sentences)
    m_tree.applyAlert(profileId.toUtf8(), queue, lines.join(u'\n'));
}

} // namespace oxp
