// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"
#include "ui/theme/icons.h"

#include <QModelIndex>

class QPainter;
class QRect;

namespace oxp {

/// The picture of a mark and its tint.
struct MarkLook {
  IconId icon;
  Tint tint;
};
MarkLook lookOf(Mark mark);

/// Draws the cells of lists of runs and of what became of jobs by their CellKind, see models/roles.h; false
/// for other kinds.
bool paintMarkCell(QPainter *painter, const QRect &room, CellKind kind, const QModelIndex &index);

} // namespace oxp
