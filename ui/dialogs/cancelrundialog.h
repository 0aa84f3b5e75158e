// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runrow.h"
#include "ui/dialogs/dialogframe.h"

namespace oxp {

/// Asks before a run ends for good with jobs left.
class CancelRunDialog : public DialogFrame {
  Q_OBJECT

public:
  /// `environment` and `profile`: of the band.
  CancelRunDialog(const RunRow &row, Environment environment, const QString &profile,
                  QWidget *parent = nullptr);

signals:
  void agreed();
};

} // namespace oxp
