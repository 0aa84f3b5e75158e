// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <QDialog>

#include <vector>

class QListWidget;
class QPushButton;

namespace oxp {

/// Lets a person tick queues. Opened with open().
class ChooseQueuesDialog : public QDialog {
  Q_OBJECT

public:
  ChooseQueuesDialog(const std::vector<QueueInfo> &queues, const std::vector<QueueId> &ticked,
                     QWidget *parent = nullptr);

signals:
  void chosen(const std::vector<oxp::QueueId> &queues);

private:
  void setupList(const std::vector<QueueId> &ticked);
  QWidget *makeButtons();
  void filter(const QString &text);
  std::vector<QueueId> tickedQueues() const;

  std::vector<QueueInfo> m_queues;
  QListWidget *m_list;
  QPushButton *m_search = nullptr;
};

} // namespace oxp
