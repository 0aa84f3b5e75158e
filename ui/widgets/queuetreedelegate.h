// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QStyledItemDelegate>

namespace oxp {

/// Draws a whole row of the queue tree: the mark or icon, the name, and at the right one figure. The view
/// gives it the row from the end of the branch to the right edge.
class QueueTreeDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  explicit QueueTreeDelegate(QObject *parent = nullptr);

  void setCompact(bool compact) { m_compact = compact; }
  /// `option.rect`: from the row's indentation to the right edge of the view.
  void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
  QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
  int paintRight(QPainter *painter, const QRect &row, const QModelIndex &index) const;
  int paintFigure(QPainter *painter, const QRect &row, const QModelIndex &index) const;
  int paintBadge(QPainter *painter, const QRect &row, qint64 failed) const;
  int paintLeft(QPainter *painter, const QRect &row, const QModelIndex &index) const;

  bool m_compact = false;
};

} // namespace oxp
