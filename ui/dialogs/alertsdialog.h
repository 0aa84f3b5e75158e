// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alerts.h"
#include "ui/dialogs/dialogframe.h"
#include "workspace/profile.h"

class QCheckBox;
class QTimeEdit;

namespace oxp {

class AlertRuleRow;

/// The alert rules of a profile and its quiet hours.
class AlertsDialog : public DialogFrame {
  Q_OBJECT

public:
  /// `queue`: what a new rule is meant for; nothing = each.
  AlertsDialog(const Profile &profile, const std::vector<QueueInfo> &queues,
               const alerts::AlertSettings &alerts, const std::optional<QueueId> &queue,
               QWidget *parent = nullptr);

signals:
  void saved(const oxp::alerts::AlertSettings &alerts);

private:
  void setupRules(const alerts::AlertSettings &alerts);
  void setupQuiet(const alerts::QuietHours &quiet);
  void setupButtons();
  AlertRuleRow *addRule(const alerts::AlertRule &rule);
  void removeRule(AlertRuleRow *row);
  alerts::AlertSettings alerts() const;

  std::vector<QueueInfo> m_queues;
  std::optional<QueueId> m_queue;
  QVBoxLayout *m_list = nullptr;
  TextLabel *m_none = nullptr;
  QList<AlertRuleRow *> m_rows;
  QCheckBox *m_quiet = nullptr;
  QTimeEdit *m_from = nullptr, *m_to = nullptr;
};

} // namespace oxp
