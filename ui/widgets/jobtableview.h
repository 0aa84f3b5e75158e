// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace oxp {

class JobTableDelegate;

/// A table as the window has them: no grid, a rule below each row, whole rows selected and lit, columns with
/// the pointer's row. Sets its delegate and its headers up; a model is all it needs.
class JobTableView : public QTableView {
  Q_OBJECT

public:
  explicit JobTableView(QWidget *parent = nullptr);

  void setCompact(bool compact);
  /// The rows that can be seen now; for clocks and fetches. Empty: first > last.
  std::pair<int, int> visibleRows() const;
  /// Repaints the times without asking the model for anything but what is seen.
  void refreshVisible();

  void setModel(QAbstractItemModel *model) override;

protected:
  void mouseMoveEvent(QMouseEvent *event) override;
  bool viewportEvent(QEvent *event) override;
  void focusInEvent(QFocusEvent *event) override;
  void focusOutEvent(QFocusEvent *event) override;
  void wheelEvent(QWheelEvent *event) override;

private:
  void setHoveredRow(int row);
  void setupHeaders();

  JobTableDelegate *m_delegate = nullptr;
};

} // namespace oxp
