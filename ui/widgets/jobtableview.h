// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>

#include <utility>
#include <vector>

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
  /// Whether new rows at the top would push away what the person looks at: the list is scrolled, or it is too
  /// long for the screen and a row is chosen or under the pointer.
  bool wantsHeadHeld() const;
  void setModel(QAbstractItemModel *model) override;

signals:
  void headHoldChanged(bool hold);

protected:
  void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
  void paintEvent(QPaintEvent *event) override;
  bool viewportEvent(QEvent *event) override;
  void scrollContentsBy(int dx, int dy) override;
  void focusInEvent(QFocusEvent *event) override;
  void focusOutEvent(QFocusEvent *event) override;

private:
  void setHoveredRow(int row);
  void updateHover();
  void setupHeaders();
  void updateHold();
  void noteSeen();
  void keepSeen();

  /// A row that was on the screen before the model changed.
  struct Seen {
    QPersistentModelIndex index;
    int below; ///< rows below the top of the screen
  };
  std::vector<Seen> m_seen;
  bool m_hold = false;
  JobTableDelegate *m_delegate = nullptr;
  QTimer m_loadingDelay;
};

} // namespace oxp
