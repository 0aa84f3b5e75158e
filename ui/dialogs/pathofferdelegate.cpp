// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pathofferdelegate.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/itempainting.h"

#include <QPainter>

#include <algorithm>

namespace oxp {
namespace {

constexpr int RowHeight = 24, KindsWidth = 100, ShareWidth = 64; // px

/// Left of `right`; where it begins comes back.
int drawAtRight(QPainter *painter, QRect row, int right, int width, const QString &text) {
  row.setLeft(right - width);
  row.setRight(right);
  drawLine(painter, row, text, fonts::small(), tokens().text2, Qt::AlignRight | Qt::AlignVCenter);
  return row.left();
}

} // namespace

void PathOfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const {
  const Tokens &t = tokens();
  const bool current = option.state & QStyle::State_Selected;
  painter->fillRect(option.rect, current ? t.sel : t.base);
  if (current)
    painter->fillRect(QRect(option.rect.x(), option.rect.y(), SelectionBar, option.rect.height()), t.accent);
  const int right = option.rect.right() - CellPadding;
  const int share = drawAtRight(painter, option.rect, right, ShareWidth, index.data(ShareRole).toString());
  const int kinds =
      drawAtRight(painter, option.rect, share - CellPadding, KindsWidth, index.data(KindsRole).toString());
  QRect room = option.rect.adjusted(CellPadding, 0, 0, 0);
  room.setRight(kinds - CellPadding);
  const QString path = index.data(Qt::DisplayRole).toString();
  const qsizetype typed = std::min<qsizetype>(index.data(TypedRole).toLongLong(), path.size());
  QFont bold = fonts::monoId();
  bold.setBold(true);
  const auto safe = [](const QString &text) { return format::safeText(text.toUtf8()); };
  room.setLeft(room.left() + drawLine(painter, room, safe(path.first(typed)), bold, t.text,
                                      Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle));
  drawLine(painter, room, safe(path.sliced(typed)), fonts::monoId(), t.text, Qt::AlignLeft | Qt::AlignVCenter,
           Qt::ElideMiddle);
}

QSize PathOfferDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const {
  return {0, RowHeight};
}

} // namespace oxp
