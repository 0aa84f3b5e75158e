// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/outcomedelegate.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/itempainting.h"

#include <QPainter>

namespace oxp {
namespace {

constexpr int IconRoom = 28, NumberWidth = 48, Indent = 20; // px
constexpr auto Left = Qt::AlignLeft | Qt::AlignVCenter;

} // namespace

void OutcomeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const {
  const Tokens &t = tokens();
  drawRowBackground(painter, option, option.state & QStyle::State_MouseOver, true);
  QRect room = option.rect.adjusted(CellPadding, 0, -CellPadding, 0);
  const QVariant iconId = index.data(IconRole);
  const int jobs = index.data(JobsRole).toInt();
  const bool isReason = !iconId.isValid();
  if (!isReason)
    drawIcon(painter, QRect(room.x(), room.y(), NormalIcon, room.height()), IconId(iconId.toInt()),
             jobs > 0 ? t.tint(Tint(index.data(TintRole).toInt())) : t.text2);
  const QFont number = isReason || jobs == 0 ? fonts::figures() : fonts::uiBold();
  const QRect place(room.x() + IconRoom + (isReason ? Indent : 0), room.y(), NumberWidth, room.height());
  drawLine(painter, place, format::number(jobs), number, jobs > 0 && !isReason ? t.text : t.text2,
           Qt::AlignRight | Qt::AlignVCenter);
  room.setLeft(place.right() + CellPadding);
  if (jobs > 0)
    room.setRight(
        room.right() - CellPadding -
        drawLine(painter, room, tr("Show"), fonts::small(), t.accent, Qt::AlignRight | Qt::AlignVCenter));
  drawLine(painter, room, index.data(Qt::DisplayRole).toString(), fonts::ui(),
           isReason || jobs == 0 ? t.text2 : t.text, Left);
}

QSize OutcomeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const {
  return {0, RowHeight};
}

} // namespace oxp
