// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QStyledItemDelegate>

namespace oxp {

/// A path among suggestions: what was typed in bold, at the right what stands there and how often.
class PathOfferDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  enum Role {
    KindsRole = PrivateRole, ///< QString
    ShareRole,               ///< QString
    TypedRole,               ///< qsizetype: characters of the path that were typed
  };

  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
  QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace oxp
