// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/argument.h"
#include "ui/dialogs/dialogframe.h"

namespace oxp {

class ArgumentForm;

/// The options of many jobs: each field leaves its option as it is until something is chosen. Leads to the
/// preview and stays open behind it.
class ManyOptionsDialog : public DialogFrame {
  Q_OBJECT

public:
  ManyOptionsDialog(const DialogSubject &subject, Family family, QWidget *parent = nullptr);

signals:
  /// The fields that change something, as withOptionsOfMany() takes them.
  void previewWanted(const oxp::Arguments &fields);

private:
  void update();

  Family m_family;
  ArgumentForm *m_form;
  QPushButton *m_preview = nullptr;
};

} // namespace oxp
