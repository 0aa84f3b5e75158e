// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "bull/queue.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace oxp {

class TextLabel;

/// Asks for a queue's name and prefix, for where queues cannot be looked for. Stays open until the queue was
/// found, and says why it was not. Opened with open().
class OpenQueueDialog : public QDialog {
  Q_OBJECT

public:
  OpenQueueDialog(const QByteArray &prefix, QWidget *parent = nullptr);

  /// The queue that was wanted could not be opened.
  void applyError(const Error &error);

signals:
  void wanted(const oxp::QueueId &queue);

private:
  void ask();
  void updateButton();

  QLineEdit *m_name, *m_prefix;
  TextLabel *m_problem;
  QPushButton *m_open;
  bool m_asking = false;
};

} // namespace oxp
