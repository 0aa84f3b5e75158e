// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alerts.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace oxp {

class TextLabel;

/// One alert rule in a line that reads like a sentence: when, how many, within how long, where.
class AlertRuleRow : public QWidget {
  Q_OBJECT

public:
  AlertRuleRow(const alerts::AlertRule &rule, const std::vector<QueueInfo> &queues,
               QWidget *parent = nullptr);

  alerts::AlertRule rule() const;
  void focusFirst();

signals:
  void removeWanted();

private:
  void setupKind(alerts::AlertKind kind);
  void setupNumbers(const alerts::AlertRule &rule);
  void setupQueues(const alerts::AlertRule &rule, const std::vector<QueueInfo> &queues);
  alerts::AlertKind kind() const;
  void showFields();

  QCheckBox *m_on;
  QComboBox *m_kind;
  QSpinBox *m_limit;
  TextLabel *m_within;
  QSpinBox *m_minutes;
  QComboBox *m_queue;
  std::vector<std::optional<QueueId>> m_queues; ///< by entry of m_queue
};

} // namespace oxp
