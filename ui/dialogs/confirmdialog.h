// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consentfields.h"
#include "ui/dialogs/dialogframe.h"

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
  void updateMain();

  ConsentFields *m_consent;
  QPushButton *m_main = nullptr;
};

} // namespace oxp
