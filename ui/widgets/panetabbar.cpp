// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panetabbar.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {
constexpr int Height = 30, Padding = 8, Dot = 6, DotGap = 5, Underline = 2;
} // namespace

PaneTabBar::PaneTabBar(QWidget *parent)
    : QTabBar(parent) {
  setDrawBase(false);
  setExpanding(false);
  setElideMode(Qt::ElideNone);
  setUsesScrollButtons(true);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PaneTabBar::setUnsaved(int index, bool unsaved) {
  if (isUnsaved(index) == unsaved)
    return;
  setTabData(index, unsaved);
  setTabToolTip(index, unsaved ? tr("Not saved yet") : QString());
  setTabText(index, tabText(index)); // the width has changed
  update();
}

bool PaneTabBar::isUnsaved(int index) const {
  return tabData(index).toBool();
}

QSize PaneTabBar::tabSizeHint(int index) const {
  const int dot = isUnsaved(index) ? Dot + DotGap : 0;
  return {fontMetrics().horizontalAdvance(tabText(index)) + dot + 2 * Padding,
          qMax(Height, fontMetrics().height() + 10)};
}

QSize PaneTabBar::minimumTabSizeHint(int index) const {
  return tabSizeHint(index);
}

void PaneTabBar::paintEvent(QPaintEvent *) {
  QPainter painter(this);
  painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().hair);
  for (int index = 0; index < count(); ++index)
    paintTab(&painter, index);
}

void PaneTabBar::paintTab(QPainter *painter, int index) const {
  const Tokens &t = tokens();
  const QRect tab = tabRect(index);
  const bool enabled = isEnabled() && isTabEnabled(index);
  const bool current = index == currentIndex() && enabled;
  if (enabled && !current && underMouse() && tab.contains(mapFromGlobal(QCursor::pos())))
    painter->fillRect(tab.adjusted(0, 0, 0, -1), mixed(t.text, t.window, 0.04));
  const QRect room = tab.adjusted(Padding, 0, 0, 0);
  const QColor colour = !enabled ? t.text3 : current ? t.text : t.text2;
  const int width = drawLine(painter, room, tabText(index), font(), colour, Qt::AlignLeft, Qt::ElideNone);
  if (isUnsaved(index))
    drawBox(painter, QRectF(room.x() + width + DotGap, tab.center().y() - Dot / 2 + 1, Dot, Dot), t.accent,
            QColor(), 0, Dot / 2.0);
  if (current)
    painter->fillRect(QRect(tab.x(), tab.bottom() - Underline + 1, tab.width(), Underline), t.accent);
  if (current && hasFocus())
    drawFocusRing(painter, QRectF(tab).adjusted(1, 2, -1, -4), t.accent);
}

} // namespace oxp
