// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/alertcentre.h"

#include "models/activitymodel.h"
#include "models/format.h"
#include "models/queuetreemodel.h"
#include "workspace/alertwatch.h"
#include "workspace/profilesession.h"

#include <QTime>

#include <algorithm>
#include <limits>

namespace oxp {

using policy::Alert;
using policy::AlertKind;

namespace {
constexpr qint64 MinuteMs = 60'000;
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

void AlertCentre::watch(ProfileSession &session) {
  auto watch = std::make_unique<AlertWatch>(session);
  connect(watch.get(), &AlertWatch::raised, this,
          [this, &session](const Alert &alert) { raise(session, alert); });
  connect(watch.get(), &AlertWatch::over, this,
          [this, &session](const Alert &alert) { mark(session.id(), alert.queue); });
  watch->setRules(alerts(session.id()).rules);
  m_watches[session.id()] = std::move(watch);
}

void AlertCentre::unwatch(const QString &profileId) {
  m_watches.erase(profileId);
}

QString AlertCentre::sentence(const Alert &alert) {
  const int count = int(std::min<qint64>(alert.value, std::numeric_limits<int>::max()));
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
    return tr("The next job has waited for %1.").arg(age);
  case AlertKind::NoWorker:
    return tr("No worker has listened for %1.").arg(age);
  }
  return {};
}

void AlertCentre::raise(const ProfileSession &session, const Alert &alert) {
  AlertNews news;
  news.profileId = session.id();
  news.queue = alert.queue;
  news.title = tr("%1 (%2)", "a queue and its profile")
                   .arg(QString::fromUtf8(alert.queue.name), session.profile().name);
  news.sentence = sentence(alert);
  const QTime now = QTime::currentTime();
  news.quiet = alerts(news.profileId).quiet.covers(now.hour() * 60 + now.minute());
  m_activity.note(tr("Alert: %1").arg(news.title), news.sentence);
  mark(news.profileId, alert.queue);
  emit raised(news);
}

/// All that stands for a queue, in its row of the tree.
void AlertCentre::mark(const QString &profileId, const QueueId &queue) {
  QStringList sentences;
  if (const auto watch = m_watches.find(profileId); watch != m_watches.end())
    for (const Alert &alert : watch->second->standing())
      if (alert.queue == queue)
        sentences += sentence(alert);
  m_tree.applyAlert(profileId.toUtf8(), queue, sentences.join(u'\n'));
}

} // namespace oxp
