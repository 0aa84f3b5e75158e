// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>

namespace oxp {

class JobTableModel;

/// Moves the table's window over a state that is too long to be a table; hidden where it is not.
class JobWindowBar : public QScrollBar {
  Q_OBJECT

public:
  /// `model` outlives this.
  explicit JobWindowBar(JobTableModel *model, QWidget *parent = nullptr);

private:
  void applyWindow(bool windowed, qint64 start, qint64 total);
};

} // namespace oxp
