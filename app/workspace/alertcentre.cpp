// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/alertcentre.h"

#include "models/activitymodel.h"
#include "models/format.h"
#include "models/queuetreemodel.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace oxp {

using alerts::Alert;
using alerts::AlertKind;

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

AlertCentre::AlertCentre(QSettings &settings, QueueTreeModel &tree, ActivityModel &activity,
                         std::function<QTime()> clock, QObject *parent)
    : QObject(parent)
    , m_store(settings)
    , m_tree(tree)
    , m_activity(activity)
    , m_clock(std::move(clock)) {}

AlertCentre::~AlertCentre() = default;

const alerts::AlertSettings &AlertCentre::alerts(const QString &profileId) const {
  const auto known = m_alerts.find(profileId);
  return known != m_alerts.end() ? known->second : m_alerts[profileId] = m_store.load(profileId);
}

void AlertCentre::setAlerts(const QString &profileId, const alerts::AlertSettings &alerts) {
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
  unwatch(session.id());
  auto watch = std::make_unique<AlertWatch>(session, lookMs);
  connect(watch.get(), &AlertWatch::raised, this,
          [this, &session](const std::vector<Alert> &alerts) { raise(session, alerts); });
  connect(watch.get(), &AlertWatch::over, this,
          [this, &session](const std::vector<Alert> &alerts) { end(session.id(), alerts); });
  connect(watch.get(), &AlertWatch::decided, this, [this, &session] { tellLate(session); });
  watch->setRules(alerts(session.id()).rules);
  m_watches[session.id()] = std::move(watch);
}

void AlertCentre::unwatch(const QString &profileId) {
  m_watches.erase(profileId);
  m_untold.erase(profileId);
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

QString AlertCentre::sentenceOfMany(const alerts::AlertRule &rule) {
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
  const QString named = format::listed(names);
  const int more = int(alerts.size()) - int(names.size());
  return more > 0 ? tr("%1 and %n more", "queues", more).arg(named) : named;
}

/// Marks every queue and tells once a rule: who is told two hundred times reads none of it.
void AlertCentre::raise(const ProfileSession &session, const std::vector<Alert> &alerts) {
  mark(session.id(), alerts);
  const bool quiet = isQuiet(session.id());
  if (quiet)
    for (const Alert &alert : alerts)
      m_untold[session.id()][alert.queue].push_back(alert.rule);
  for (const std::vector<Alert> &ofOneRule : byRule(alerts)) {
    AlertNews news = newsOf(session, ofOneRule);
    news.quiet = quiet;
    m_activity.note(tr("Alert: %1").arg(news.title), news.sentence);
    emit raised(news);
  }
}

/// What began in quiet hours and holds still, once they are over. Activity has it already.
void AlertCentre::tellLate(const ProfileSession &session) {
  const auto watch = m_watches.find(session.id());
  if (watch == m_watches.end() || !m_untold.contains(session.id()) || isQuiet(session.id()))
    return;
  std::vector<Alert> late;
  for (const Alert &alert : watch->second->standing())
    if (alert.seen && forgetUntold(session.id(), alert))
      late.push_back(alert);
  for (const std::vector<Alert> &ofOneRule : byRule(late))
    emit raised(newsOf(session, ofOneRule));
}

void AlertCentre::end(const QString &profileId, const std::vector<Alert> &alerts) {
  mark(profileId, alerts);
  for (const Alert &alert : alerts)
    forgetUntold(profileId, alert);
}

/// False when it was not among them.
bool AlertCentre::forgetUntold(const QString &profileId, const Alert &alert) {
  const auto profile = m_untold.find(profileId);
  if (profile == m_untold.end())
    return false;
  const auto queue = profile->second.find(alert.queue);
  if (queue == profile->second.end() || std::erase(queue->second, alert.rule) == 0)
    return false;
  if (queue->second.empty())
    profile->second.erase(queue);
  if (profile->second.empty())
    m_untold.erase(profile);
  return true;
}

bool AlertCentre::isQuiet(const QString &profileId) const {
  const QTime now = m_clock();
  return alerts(profileId).quiet.covers(now.hour() * 60 + now.minute());
}

AlertNews AlertCentre::newsOf(const ProfileSession &session, const std::vector<Alert> &ofOneRule) const {
  const Alert &first = ofOneRule.front();
  AlertNews news;
  news.profileId = session.id();
  news.queue = first.queue;
  news.title = tr("%1 (%2)", "a queue and its profile").arg(names(ofOneRule), session.profile().name);
  news.sentence = ofOneRule.size() == 1 ? sentence(first) : sentenceOfMany(first.rule);
  return news;
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
