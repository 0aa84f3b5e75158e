// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/painting.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>

namespace oxp::paint {

namespace {

constexpr int MenuIconColumn = 32;
constexpr int HeaderPadding = 8;

/// The label of a header section and, while it is sorted, the arrow at the side away from the text's end.
void drawHeaderLabel(QPainter *painter, const QStyleOptionHeader &option, const QRect &room) {
  const Tokens &t = tokens();
  const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
  QFont font = painter->font();
  font.setBold(sorted);
  const bool right = option.textAlignment & Qt::AlignRight;
  QRect label = room;
  if (sorted)
    label.adjust(right ? SmallIcon + 6 : 0, 0, right ? 0 : -SmallIcon - 6, 0);
  const int width = drawLine(painter, label, option.text, font, sorted ? t.text : t.text2,
                             right ? Qt::AlignRight : Qt::AlignLeft);
  if (!sorted)
    return;
  const int x = right ? label.right() + 1 - width - SmallIcon - 6 : label.x() + width + 6;
  // Qt names these the other way round: SortUp is the descending order.
  const bool down = option.sortIndicator == QStyleOptionHeader::SortUp;
  drawIcon(painter, QRect(x, room.y(), SmallIcon, room.height()),
           down ? IconId::ChevronDown : IconId::ChevronUp, t.text2, SmallIcon);
}

} // namespace

void branch(QPainter *painter, const QStyleOption &option) {
  if (!(option.state & QStyle::State_Children))
    return;
  const bool open = option.state & QStyle::State_Open;
  drawIcon(painter, option.rect, open ? IconId::ChevronDown : IconId::ChevronRight, tokens().text2,
           SmallIcon);
}

void header(QPainter *painter, const QStyleOptionHeader &option, const QWidget *widget) {
  const Tokens &t = tokens();
  const QRect &r = option.rect;
  const bool movable = option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled;
  painter->fillRect(r, option.state & QStyle::State_Sunken ? t.selOff
                       : movable                           ? mixed(t.text, t.window, 0.03)
                                                           : t.window);
  if (option.orientation == Qt::Vertical) {
    drawLine(painter, r.adjusted(HeaderPadding, 0, -HeaderPadding, 0), option.text, painter->font(), t.text2,
             Qt::AlignRight);
    return;
  }
  painter->fillRect(QRect(r.x(), r.bottom(), r.width(), 1), t.hair);
  const bool last =
      option.position == QStyleOptionHeader::End || option.position == QStyleOptionHeader::OnlyOneSection;
  if (!last)
    painter->fillRect(QRect(r.right(), r.y() + 6, 1, r.height() - 12), t.hair);
  drawHeaderLabel(painter, option, r.adjusted(HeaderPadding, 0, -HeaderPadding, 0));
  if (widget && widget->hasFocus() && option.state & QStyle::State_HasFocus)
    drawFocusRing(painter, r, t.accent);
}

void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &thumb) {
  const Tokens &t = tokens();
  painter->fillRect(option.rect, t.window);
  if (option.minimum >= option.maximum)
    return;
  constexpr int Thickness = 6;
  QRectF bar = thumb;
  if (option.orientation == Qt::Vertical)
    bar = QRectF(thumb.x() + (thumb.width() - Thickness) / 2.0, thumb.y() + 2, Thickness, thumb.height() - 4);
  else
    bar = QRectF(thumb.x() + 2, thumb.y() + (thumb.height() - Thickness) / 2.0, thumb.width() - 4, Thickness);
  const bool held =
      option.state & QStyle::State_Sunken && option.activeSubControls & QStyle::SC_ScrollBarSlider;
  const bool enabled = option.state & QStyle::State_Enabled;
  drawBox(painter, bar, held ? t.text2 : enabled ? t.border : t.hair, QColor(), 0, Thickness / 2.0);
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar &option) {
  const qint64 range = qint64(option.maximum) - option.minimum;
  drawProgress(painter, option.rect, range <= 0 ? -1 : double(option.progress - option.minimum) / range);
}

void menuBarItem(QPainter *painter, const QStyleOptionMenuItem &option) {
  const Tokens &t = tokens();
  painter->fillRect(option.rect, t.window);
  const bool enabled = option.state & QStyle::State_Enabled;
  if (enabled && option.state & (QStyle::State_Selected | QStyle::State_Sunken))
    drawBox(painter, QRectF(option.rect).adjusted(1, 2, -1, -2), mixed(t.text, t.window, 0.10), QColor());
  painter->setPen(enabled ? t.text : t.text3);
  painter->setFont(option.font);
  const bool underline = option.state & QStyle::State_KeyboardFocusChange;
  painter->drawText(option.rect, Qt::AlignCenter | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                    option.text);
}

namespace {

void drawMenuMark(QPainter *painter, const QStyleOptionMenuItem &option, const QRect &place,
                  const QColor &colour) {
  if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
    if (option.checked)
      drawIcon(painter, place, IconId::Check, colour, StripIcon);
  } else if (!option.icon.isNull()) {
    const bool enabled = option.state & QStyle::State_Enabled;
    option.icon.paint(painter, QRect(0, 0, NormalIcon, NormalIcon).translated(place.center() - QPoint(7, 7)),
                      Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
  }
}

} // namespace

void menuItem(QPainter *painter, const QStyleOptionMenuItem &option) {
  const Tokens &t = tokens();
  const QRect &r = option.rect;
  if (option.menuItemType == QStyleOptionMenuItem::Separator) {
    painter->fillRect(QRect(r.x() + 4, r.center().y(), r.width() - 8, 1), t.hair);
    return;
  }
  const bool enabled = option.state & QStyle::State_Enabled;
  if (enabled && option.state & QStyle::State_Selected)
    drawBox(painter, r, t.sel, QColor());
  const QColor colour = enabled ? t.text : t.text3;
  drawMenuMark(painter, option, QRect(r.x() + 4, r.y(), MenuIconColumn - 8, r.height()), colour);
  const qsizetype tabAt = option.text.indexOf(u'\t');
  const QString label = tabAt < 0 ? option.text : option.text.left(tabAt);
  const QRect words = r.adjusted(MenuIconColumn, 0, -28, 0);
  painter->setFont(option.font);
  painter->setPen(colour);
  painter->drawText(words, Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, label);
  if (tabAt >= 0)
    drawLine(painter, r.adjusted(0, 0, -12, 0), option.text.mid(tabAt + 1), fonts::monoId(),
             enabled ? t.text2 : t.text3, Qt::AlignRight, Qt::ElideNone);
  if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
    drawIcon(painter, QRect(r.right() - 20, r.y(), 16, r.height()), IconId::ChevronRight, colour, SmallIcon);
}

void tab(QPainter *painter, const QStyleOptionTab &option) {
  const Tokens &t = tokens();
  const bool current = option.state & QStyle::State_Selected;
  const bool enabled = option.state & QStyle::State_Enabled;
  const QRect &r = option.rect;
  if (enabled && !current && option.state & QStyle::State_MouseOver)
    painter->fillRect(r.adjusted(0, 0, 0, -1), mixed(t.text, t.window, 0.04));
  painter->setPen(!enabled ? t.text3 : current ? t.text : t.text2);
  painter->drawText(r, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
  if (current)
    painter->fillRect(QRect(r.x(), r.bottom() - 1, r.width(), 2), t.accent);
  if (option.state & QStyle::State_HasFocus)
    drawFocusRing(painter, QRectF(r).adjusted(0, 2, 0, -3), t.accent);
}

} // namespace oxp::paint
