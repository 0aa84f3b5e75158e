// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <QList>
#include <QModelIndex>

class QPainter;
class QRect;

namespace oxp {

/// One bar at full height stands for so many failures in two minutes, or more.
inline constexpr qint64 FullBar = 5;
inline constexpr int BarWidth = 3, BarGap = 1, BarHeight = 16; // px

/// Draws the cells of a list of queues by their CellKind, see models/roles.h; false for other kinds.
bool paintQueueCell(QPainter *painter, const QRect &room, CellKind kind, const QModelIndex &index);

/// Bars over a ground line, as wide as they need; `full` = what one of `height` stands for.
void drawBars(QPainter *painter, int x, int ground, const QList<qint64> &parts, qint64 full,
              int height = BarHeight);

} // namespace oxp
