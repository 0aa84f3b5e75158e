// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QStyledItemDelegate>

#include <utility>

namespace oxp {

/// Draws the cells of a job table by CellKindRole; see models/roles.h. Works in any QTableView; JobTableView
/// tells it the row under the pointer.
class JobTableDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  explicit JobTableDelegate(QObject *parent = nullptr);

  void setHoveredRow(int row) { m_hoveredRow = row; }
  int hoveredRow() const { return m_hoveredRow; }

  /// Grey bars appear only when a fetch takes long: the view switches them on.
  void setShowLoading(bool show) { m_showLoading = show; }
  bool showsLoading() const { return m_showLoading; }
  /// Whether a cell that is not there yet has been painted since the last call.
  bool takeSawLoading() { return std::exchange(m_sawLoading, false); }

  void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
  QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
  void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
  void paintCell(QPainter *painter, const QRect &room, CellKind kind, const QModelIndex &index) const;
  void paintState(QPainter *painter, const QRect &room, const QModelIndex &index) const;
  void paintError(QPainter *painter, const QRect &room, const QModelIndex &index) const;
  void paintCourse(QPainter *painter, const QRect &room, const QModelIndex &index) const;

  int m_hoveredRow = -1;
  bool m_showLoading = false;
  mutable bool m_sawLoading = false;
};

} // namespace oxp
