// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace oxp {

/// The tabs of the job pane: words only, an underline below the current one, a dot where something is
/// unsaved.
class PaneTabBar : public QTabBar {
  Q_OBJECT

public:
  explicit PaneTabBar(QWidget *parent = nullptr);

  /// Shows or hides the dot; the tool tip says what it means.
  void setUnsaved(int index, bool unsaved);
  bool isUnsaved(int index) const;

protected:
  QSize tabSizeHint(int index) const override;
  QSize minimumTabSizeHint(int index) const override;
  void paintEvent(QPaintEvent *event) override;

private:
  void paintTab(QPainter *painter, int index) const;
};

} // namespace oxp
