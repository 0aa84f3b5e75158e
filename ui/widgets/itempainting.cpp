// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/itempainting.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace oxp {

bool viewHasFocus(const QStyleOptionViewItem &option) {
  return option.widget && option.widget->hasFocus();
}

void drawRowBackground(QPainter *painter, const QStyleOptionViewItem &option, bool hovered, bool bar) {
  const Tokens &t = tokens();
  const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
  if (option.state & QStyle::State_Selected) {
    const bool focus = viewHasFocus(option);
    painter->fillRect(option.rect, focus ? t.sel : t.selOff);
    if (focus && bar)
      painter->fillRect(QRect(option.rect.x(), option.rect.y(), SelectionBar, option.rect.height()),
                        t.accent);
  } else if (hovered) {
    // On the chrome the usual colour would hardly show.
    const bool chrome = view && view->viewport()->backgroundRole() == QPalette::Window;
    painter->fillRect(option.rect, chrome ? mixed(t.text, t.window, 0.04) : t.hover);
  }
}

void drawRowRule(QPainter *painter, const QRect &rect) {
  painter->fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), tokens().rowRule());
}

} // namespace oxp
