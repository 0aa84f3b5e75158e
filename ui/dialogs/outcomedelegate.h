// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QStyledItemDelegate>

namespace oxp {

/// How many jobs come to what: icon, number, words, and that they can be shown. A row without an icon is a
/// reason of the one above.
class OutcomeDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  enum Role {
    JobsRole = PrivateRole, ///< int
    IconRole,               ///< int(IconId)
    TintRole,               ///< int(Tint)
  };
  static constexpr int RowHeight = 24; // px

  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
  QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace oxp
