// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/notice.h"
#include "workspace/alertcentre.h"

#include <QObject>
#include <QPointer>

class QSystemTrayIcon;

namespace oxp {

class Workspace;

/// Tells the person of alerts: by the desktop's tray where there is one, else by a notice in the window; and
/// opens the dialog in which the rules are kept.
class AlertFlow : public QObject {
  Q_OBJECT

public:
  AlertFlow(Workspace &workspace, QWidget *window);

  /// `queue`: what a new rule is meant for; nothing = each.
  void editRules(const QString &profileId, const std::optional<QueueId> &queue);

signals:
  void told(const oxp::Notice &notice);
  void queueWanted(const QString &profileId, const oxp::QueueId &queue);

private:
  void tell(const AlertNews &news);
  bool tellByTray(const AlertNews &news);
  void show(const AlertNews &news);

  Workspace &m_workspace;
  QWidget *m_window;
  QPointer<QSystemTrayIcon> m_tray; ///< from the first alert on
  AlertNews m_last;
};

} // namespace oxp
