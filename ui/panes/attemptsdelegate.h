// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attemptsmodel.h"

#include <QStyledItemDelegate>

namespace oxp {

/// Draws the rows of AttemptsModel over their whole width. Lines wrap by the cells of the fixed font, which
/// costs a count and no layout.
class AttemptsDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
  QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

  /// Where the sign for copying stands in a row; empty for rows without one.
  static QRect copyRect(const QRect &row, const QModelIndex &index);
  /// Width that rows are laid out for: whether the scroll bar is there makes no difference to it.
  static int widthOf(const QWidget *view);

private:
  void paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
  void paintTitle(QPainter *painter, const QRect &room, const QModelIndex &index) const;
  void paintText(QPainter *painter, const QRect &row, const QModelIndex &index, bool isLong) const;
  void paintFrame(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

/// A text in rows of at most `cells` cells of the fixed font, two for a wide character and none for one that
/// is put on another. No more than `mostRows`, the last one with an ellipsis when more would follow.
QStringList wrappedRows(const QString &text, int cells, int mostRows);

} // namespace oxp
