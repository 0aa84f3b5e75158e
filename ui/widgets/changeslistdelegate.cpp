// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/changeslistdelegate.h"

#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/itempainting.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {

constexpr int Height = 28, ChipPadding = 4;

struct KindLook {
  IconId icon;
  Tint tint;
};

KindLook lookOf(ChangeKind kind) {
  switch (kind) {
  case ChangeKind::Added:
    return {IconId::Plus, Tint::Ok};
  case ChangeKind::Removed:
    return {IconId::Minus, Tint::Err};
  case ChangeKind::Changed:
    break;
  }
  return {IconId::Edit, Tint::Accent};
}

void drawIconAndWord(QPainter *painter, const QRect &room, IconId icon, const QColor &colour,
                     const QString &word, const QColor &wordColour) {
  drawIcon(painter, QRect(room.x() + 2, room.y(), NormalIcon, room.height()), icon, colour);
  drawLine(painter, room.adjusted(NormalIcon + 8, 0, 0, 0), word, fonts::ui(), wordColour);
}

} // namespace

void ChangesListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const {
  const Tokens &t = tokens();
  drawRowBackground(painter, option, false, index.column() == Kind);
  drawRowRule(painter, option.rect);
  const QRect room = option.rect.adjusted(CellPadding, 0, -CellPadding, -1);
  const QString text = index.data(Qt::DisplayRole).toString();
  switch (index.column()) {
  case Kind:
    return paintKind(painter, room, index);
  case Path:
    // The end of a path names the field.
    drawLine(painter, room, text, fonts::monoId(), t.text, Qt::AlignLeft, Qt::ElideLeft);
    return;
  case Before:
    return paintValue(painter, room, index, false);
  case After:
    return paintValue(painter, room, index, true);
  default:
    if (index.data(SensitiveRole).toBool())
      drawIconAndWord(painter, room, IconId::Shield, t.prioritized, text, t.prioritized);
    else
      drawLine(painter, room, text, fonts::ui(), t.text2);
  }
}

void ChangesListDelegate::paintKind(QPainter *painter, const QRect &room, const QModelIndex &index) const {
  const KindLook look = lookOf(ChangeKind(index.data(ChangeKindRole).toInt()));
  drawIconAndWord(painter, room, look.icon, tokens().tint(look.tint), index.data(Qt::DisplayRole).toString(),
                  tokens().text);
}

void ChangesListDelegate::paintValue(QPainter *painter, const QRect &room, const QModelIndex &index,
                                     bool after) const {
  const Tokens &t = tokens();
  const QString text = index.data(Qt::DisplayRole).toString();
  if (index.data(after ? NewTextRole : OldTextRole).toString().isNull()) {
    drawLine(painter, room, text, fonts::small(), t.text2);
    return;
  }
  const QFont font = fonts::monoId();
  const QFontMetrics metrics(font);
  const QString sign = after ? u"+ "_s : u"− "_s;
  const int signWidth = metrics.horizontalAdvance(sign);
  const int width = qMin(room.width(), metrics.horizontalAdvance(text) + signWidth + 2 * ChipPadding + 1);
  const int height = qMin(room.height() - 4, metrics.height() + 2);
  const QRect chip(room.x(), room.y() + (room.height() - height) / 2, width, height);
  drawBox(painter, chip, after ? t.addBg : t.delBg, QColor(), 0, 3);
  drawLine(painter, chip.adjusted(ChipPadding, 0, 0, 0), sign, font, after ? t.ok : t.err);
  drawLine(painter, chip.adjusted(ChipPadding + signWidth, 0, -ChipPadding, 0), text, font, t.text,
           Qt::AlignLeft, Qt::ElideMiddle);
}

QSize ChangesListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
  return {120, qMax(Height, option.fontMetrics.height() + 8)};
}

} // namespace oxp
