// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>

#include <utility>

namespace oxp {

class JobTableDelegate;

/// A table as the window has them: no grid, a rule below each row, whole rows selected and lit. Sets its
/// delegate and its headers up; a model is all it needs.
class JobTableView : public QTableView {
  Q_OBJECT

public:
  explicit JobTableView(QWidget *parent = nullptr);

  void setCompact(bool compact);
  /// First and last row that can be seen now; first > last when there is none.
  std::pair<int, int> visibleRows() const;
  /// Paints what is seen again, as when a second has passed.
  void refreshVisible();

protected:
  void paintEvent(QPaintEvent *event) override;
  bool viewportEvent(QEvent *event) override;
  void scrollContentsBy(int dx, int dy) override;
  void focusInEvent(QFocusEvent *event) override;
  void focusOutEvent(QFocusEvent *event) override;

private:
  void setHoveredRow(int row);
  void updateHover();
  void setupHeaders();

  JobTableDelegate *m_delegate = nullptr;
  QTimer m_loadingDelay;
};

} // namespace oxp
