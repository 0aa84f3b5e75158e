// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queuecells.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace oxp {
namespace {

constexpr int IconRoom = 6, BadgePadding = 4, BadgeHeight = 18; // px

QString textOf(const QModelIndex &index) {
  return index.data(Qt::DisplayRole).toString();
}

Strength strengthOf(const QModelIndex &index) {
  return Strength(index.data(StrengthRole).toInt());
}

int drawFigure(QPainter *painter, const QRect &room, const QModelIndex &index) {
  const Strength strength = strengthOf(index);
  QFont font = fonts::figures();
  font.setBold(strength == Strength::Urgent);
  return drawLine(painter, room, textOf(index), font,
                  strength == Strength::Faint ? tokens().text2 : tokens().text, Qt::AlignRight,
                  Qt::ElideRight);
}

void drawName(QPainter *painter, QRect room, const QModelIndex &index) {
  if (index.data(PausedRole).toBool()) {
    drawIcon(painter, QRect(room.x(), room.y(), StripIcon, room.height()), IconId::Paused, tokens().paused,
             StripIcon);
    room.setLeft(room.left() + StripIcon + IconRoom);
  }
  drawLine(painter, room, textOf(index), fonts::ui(), tokens().text, Qt::AlignLeft, Qt::ElideMiddle);
}

/// The share stands at the left, so that it pushes no figure out of its line.
void drawShared(QPainter *painter, const QRect &room, const QModelIndex &index) {
  const int used = drawFigure(painter, room, index);
  const qint64 share = index.data(ShareRole).toLongLong();
  const QString text = format::number(share);
  const int needed = SmallIcon + 4 + QFontMetrics(fonts::figures()).horizontalAdvance(text) + IconRoom;
  if (share <= 0 || used + needed > room.width())
    return;
  const QColor colour = tokens().state(JobState::Prioritized);
  drawIcon(painter, QRect(room.x(), room.y(), SmallIcon, room.height()), IconId::Prioritized, colour,
           SmallIcon);
  drawLine(painter, room.adjusted(SmallIcon + 4, 0, 0, 0), text, fonts::figures(), colour);
}

/// The figure of the badge ends where other figures end; its ground reaches a little beyond.
void drawBadge(QPainter *painter, const QRect &room, const QModelIndex &index) {
  if (strengthOf(index) == Strength::Faint) {
    drawFigure(painter, room, index);
    return;
  }
  const Tokens &t = tokens();
  constexpr int Beyond = BadgePadding;
  const int width = std::min(QFontMetrics(fonts::figures()).horizontalAdvance(textOf(index)) + SmallIcon + 4 +
                                 2 * BadgePadding,
                             room.width() + 2 * Beyond);
  const QRect badge(room.right() + 1 + Beyond - width, room.center().y() - BadgeHeight / 2 + 1, width,
                    BadgeHeight);
  drawBox(painter, badge, t.errBg, QColor(), 0, 3);
  drawIcon(painter, QRect(badge.x() + BadgePadding, room.y(), SmallIcon, room.height()), IconId::Failed,
           t.err, SmallIcon);
  drawLine(painter, badge.adjusted(SmallIcon + BadgePadding, 0, -BadgePadding, 0), textOf(index),
           fonts::figures(), t.err, Qt::AlignRight, Qt::ElideRight);
}

void drawHour(QPainter *painter, const QRect &room, const QModelIndex &index) {
  const auto parts = index.data(CourseRole).value<QList<qint64>>();
  const int width = int(parts.size()) * (BarWidth + BarGap);
  if (!parts.isEmpty() &&
      width + QFontMetrics(fonts::figures()).horizontalAdvance(textOf(index)) + IconRoom <= room.width())
    drawBars(painter, room.x(), room.bottom() - 3, parts, FullBar, std::min(BarHeight, room.height() - 6));
  drawFigure(painter, room, index);
}

void drawStaff(QPainter *painter, const QRect &room, const QModelIndex &index) {
  const int used = drawFigure(painter, room, index);
  if (strengthOf(index) != Strength::Urgent)
    return;
  const QRect place(room.right() + 1 - used - IconRoom - StripIcon, room.y(), StripIcon, room.height());
  drawIcon(painter, place, IconId::Warn, tokens().warn, StripIcon);
}

void drawPause(QPainter *painter, const QRect &room, const QModelIndex &index) {
  if (!index.data(PausedRole).toBool())
    return;
  drawIcon(painter, QRect(room.x(), room.y(), SmallIcon, room.height()), IconId::Paused, tokens().paused,
           SmallIcon);
  drawLine(painter, room.adjusted(SmallIcon + IconRoom, 0, 0, 0), textOf(index), fonts::ui(), tokens().text);
}

} // namespace

void drawBars(QPainter *painter, int x, int ground, const QList<qint64> &parts, qint64 full, int height) {
  const Tokens &t = tokens();
  const int step = BarWidth + BarGap, width = int(parts.size()) * step - BarGap;
  painter->fillRect(QRect(x, ground, width, 1), t.hair);
  for (int i = 0; i < int(parts.size()); ++i) {
    const qint64 part = std::min(parts[i], full);
    if (part <= 0)
      continue;
    const int bar = std::max<int>(2, int(height * part / full));
    painter->fillRect(QRect(x + i * step, ground + 1 - bar, BarWidth, bar), t.state(JobState::Failed));
  }
}

bool paintQueueCell(QPainter *painter, const QRect &room, CellKind kind, const QModelIndex &index) {
  switch (kind) {
  case CellKind::Queue:
    drawName(painter, room, index);
    return true;
  case CellKind::Faint:
    drawLine(painter, room, textOf(index), fonts::ui(), tokens().text2);
    return true;
  case CellKind::Amount:
  case CellKind::Age:
    drawFigure(painter, room, index);
    return true;
  case CellKind::Shared:
    drawShared(painter, room, index);
    return true;
  case CellKind::Badge:
    drawBadge(painter, room, index);
    return true;
  case CellKind::Bars:
    drawHour(painter, room, index);
    return true;
  case CellKind::Staff:
    drawStaff(painter, room, index);
    return true;
  case CellKind::Pause:
    drawPause(painter, room, index);
    return true;
  default:
    return false;
  }
}

} // namespace oxp
