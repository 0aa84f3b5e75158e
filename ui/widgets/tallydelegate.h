// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace oxp {

/// Words, a bar for their share, and the number at the right.
class TallyDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  enum Role { JobsRole = Qt::UserRole + 1, TotalRole };

  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
  QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace oxp
