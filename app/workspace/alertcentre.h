// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alerts.h"
#include "workspace/alertstore.h"
#include "workspace/alertwatch.h"

#include <QObject>
#include <QString>
#include <QTime>

#include <functional>
#include <map>
#include <memory>

namespace oxp {

class ActivityModel;
class ProfileSession;
class QueueTreeModel;

/// What a person is told of at once: a rule that began to hold for a queue, or for many.
struct AlertNews {
  QString profileId;
  QueueId queue;      ///< the first of them
  QString title;      ///< `orders (Shop)`, `orders, mail, sms and 205 more (Shop)`
  QString sentence;   ///< `12 jobs failed within 5 minutes`
  bool quiet = false; ///< it is night: told after it if it still holds
};

/// The alerts of all open profiles: keeps their rules, marks queues in the tree, writes what began into
/// Activity and tells whoever shows it, once for a rule however many queues it began for. GUI thread.
class AlertCentre : public QObject {
  Q_OBJECT

public:
  /// `clock` tells the time of day that quiet hours are about.
  AlertCentre(QSettings &settings, QueueTreeModel &tree, ActivityModel &activity,
              std::function<QTime()> clock = &QTime::currentTime, QObject *parent = nullptr);
  ~AlertCentre() override;

  const alerts::AlertSettings &alerts(const QString &profileId) const;
  void setAlerts(const QString &profileId, const alerts::AlertSettings &alerts);
  /// The profile was deleted.
  void forget(const QString &profileId);

  void watch(ProfileSession &session, int lookMs = AlertWatch::LookMs);
  void unwatch(const QString &profileId);

  /// What a rule says, such as `12 jobs failed within 5 minutes`.
  static QString sentence(const alerts::Alert &alert);
  /// The same where it began for several queues, such as `In each, 10 or more jobs failed within 5 minutes`.
  static QString sentenceOfMany(const alerts::AlertRule &rule);
  /// `orders, mail, sms and 205 more`.
  static QString names(const std::vector<alerts::Alert> &alerts);

signals:
  void raised(const oxp::AlertNews &news);

private:
  void raise(const ProfileSession &session, const std::vector<alerts::Alert> &alerts);
  void tellLate(const ProfileSession &session);
  void end(const QString &profileId, const std::vector<alerts::Alert> &alerts);
  bool isQuiet(const QString &profileId) const;
  AlertNews newsOf(const ProfileSession &session, const std::vector<alerts::Alert> &ofOneRule) const;
  bool forgetUntold(const QString &profileId, const alerts::Alert &alert);
  void mark(const QString &profileId, const std::vector<alerts::Alert> &alerts);

  AlertStore m_store;
  QueueTreeModel &m_tree;
  ActivityModel &m_activity;
  std::function<QTime()> m_clock;
  mutable std::map<QString, alerts::AlertSettings> m_alerts;                     ///< as far as they were read
  std::map<QString, std::map<QueueId, std::vector<alerts::AlertRule>>> m_untold; ///< began in quiet hours
  std::map<QString, std::unique_ptr<AlertWatch>> m_watches;
};

} // namespace oxp
