// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QStyledItemDelegate>

namespace oxp {

/// Draws the list of changes before a save. Columns: kind, path, before, after, mark. Roles: ChangeKindRole,
/// OldTextRole and NewTextRole (null: not there), SensitiveRole; words come from DisplayRole.
class ChangesListDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  enum Column { Kind, Path, Before, After, Mark };
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
  QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
  void paintKind(QPainter *painter, const QRect &room, const QModelIndex &index) const;
  void paintValue(QPainter *painter, const QRect &room, const QModelIndex &index, bool after) const;
};

} // namespace oxp
