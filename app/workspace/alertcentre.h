// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/alerts.h"
#include "workspace/alertstore.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>

namespace oxp {

class ActivityModel;
class AlertWatch;
class ProfileSession;
class QueueTreeModel;

/// An alert as a person is told of it.
struct AlertNews {
  QString profileId;
  QueueId queue;
  QString title;      ///< `orders (Shop)`
  QString sentence;   ///< `12 jobs failed within 5 minutes`
  bool quiet = false; ///< it is night: marked in the tree and in Activity only
};

/// The alerts of all open profiles: keeps their rules, marks queues in the tree, writes each into Activity
/// and tells whoever shows it. GUI thread.
class AlertCentre : public QObject {
  Q_OBJECT

public:
  AlertCentre(QSettings &settings, QueueTreeModel &tree, ActivityModel &activity, QObject *parent = nullptr);
  ~AlertCentre() override;

  const policy::AlertSettings &alerts(const QString &profileId) const;
  void setAlerts(const QString &profileId, const policy::AlertSettings &alerts);
  /// The profile was deleted.
  void forget(const QString &profileId);

  void watch(ProfileSession &session);
  void unwatch(const QString &profileId);

  /// What a rule says, such as `12 jobs failed within 5 minutes`.
  static QString sentence(const policy::Alert &alert);

signals:
  void raised(const oxp::AlertNews &news);

private:
  void raise(const ProfileSession &session, const policy::Alert &alert);
  void mark(const QString &profileId, const QueueId &queue);

  AlertStore m_store;
  QueueTreeModel &m_tree;
  ActivityModel &m_activity;
  mutable std::map<QString, policy::AlertSettings> m_alerts; ///< as far as they were read
  std::map<QString, std::unique_ptr<AlertWatch>> m_watches;
};

} // namespace oxp
