// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/argument.h"
#include "ui/dialogs/consentfields.h"
#include "ui/dialogs/dialogframe.h"

#include <vector>

namespace oxp {

class ArgumentForm;

/// Asks before an operation runs: its arguments, and what the policy wants to be done. The title and the main
/// button bear the operation's name.
class ConfirmDialog : public DialogFrame {
  Q_OBJECT

public:
  ConfirmDialog(const DialogSubject &subject, const policy::Decision &decision, bool destructive,
                const std::vector<ArgumentSpec> &arguments = {}, QWidget *parent = nullptr);

signals:
  void agreed(const oxp::Answer &answer, const oxp::Arguments &arguments);

private:
  void updateMain();

  ArgumentForm *m_arguments;
  ConsentFields *m_consent;
  QPushButton *m_main = nullptr;
};

} // namespace oxp
