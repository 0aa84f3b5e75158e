// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace oxp {

/// Makes room for all of its content where there is room, and scrolls up and down where there is less. For
/// the middle of a dialog, whose head and buttons always show.
class FitArea : public QScrollArea {
  Q_OBJECT

public:
  explicit FitArea(QWidget *content, QWidget *parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override;
  int heightForWidth(int width) const override;

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace oxp
