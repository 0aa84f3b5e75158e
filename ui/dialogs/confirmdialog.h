// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policy.h"
#include "ui/dialogs/dialogframe.h"
#include "ui/dialogs/reviewdialog.h"

class QCheckBox;
class QLineEdit;

namespace oxp {

/// Asks before an operation runs. The title and the main button bear the operation's name.
class ConfirmDialog : public DialogFrame {
  Q_OBJECT

public:
  ConfirmDialog(const DialogSubject &subject, const policy::Decision &decision, bool destructive,
                QWidget *parent = nullptr);

signals:
  void agreed(const oxp::ReviewAnswer &answer);

private:
  void setupFields();
  void updateMain();

  policy::Decision m_decision;
  QCheckBox *m_running = nullptr;
  QLineEdit *m_typed = nullptr;
  QPushButton *m_main = nullptr;
};

} // namespace oxp
