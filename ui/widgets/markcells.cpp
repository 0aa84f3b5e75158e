// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markcells.h"

#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace oxp {
namespace {

constexpr int IconRoom = 6, BarWidth = 96, BarGap = 8; // px

QString textOf(const QModelIndex &index) {
  return index.data(Qt::DisplayRole).toString();
}

void drawOutcome(QPainter *painter, const QRect &room, const QModelIndex &index) {
  const MarkLook look = lookOf(Mark(index.data(MarkRole).toInt()));
  drawIcon(painter, QRect(room.x(), room.y(), NormalIcon, room.height()), look.icon,
           tokens().tint(look.tint));
  drawLine(painter, room.adjusted(NormalIcon + IconRoom, 0, 0, 0), textOf(index), fonts::ui(), tokens().text);
}

void drawBar(QPainter *painter, QRect room, const QModelIndex &index) {
  const QVariant share = index.data(ProgressShareRole);
  if (share.isValid()) {
    const int width = std::min(BarWidth, room.width() / 2);
    drawProgress(painter, QRect(room.x(), room.y(), width, room.height()), share.toDouble());
    room.setLeft(room.left() + width + BarGap);
  }
  drawLine(painter, room, textOf(index), fonts::ui(), tokens().text2);
}

/// What went wrong keeps its colour among the figures; all others are plain.
QColor tallyColour(const QModelIndex &index) {
  if (Strength(index.data(StrengthRole).toInt()) == Strength::Faint)
    return tokens().text2;
  const QVariant mark = index.data(MarkRole);
  if (!mark.isValid())
    return tokens().text;
  const Tint tint = lookOf(Mark(mark.toInt())).tint;
  return tint == Tint::Warn || tint == Tint::Err ? tokens().tint(tint) : tokens().text;
}

} // namespace

MarkLook lookOf(Mark mark) {
  switch (mark) {
  case Mark::Done:
    return {IconId::Completed, Tint::Completed};
  case Mark::Skipped:
    return {IconId::Skip, Tint::Text2};
  case Mark::Conflict:
  case Mark::CutOff:
  case Mark::NotDone:
    return {IconId::Warn, Tint::Warn};
  case Mark::Failed:
    return {IconId::Failed, Tint::Err};
  case Mark::Waiting:
    return {IconId::Waiting, Tint::Text2};
  case Mark::Running:
    return {IconId::Active, Tint::Active};
  case Mark::Paused:
    return {IconId::Paused, Tint::Paused};
  case Mark::Undone:
    return {IconId::Undo, Tint::Text2};
  case Mark::Cancelled:
    return {IconId::Square, Tint::Text2};
  case Mark::Unknown:
    break;
  }
  return {IconId::Unknown, Tint::Text2};
}

bool paintMarkCell(QPainter *painter, const QRect &room, CellKind kind, const QModelIndex &index) {
  switch (kind) {
  case CellKind::Outcome:
    drawOutcome(painter, room, index);
    return true;
  case CellKind::Progress:
    drawBar(painter, room, index);
    return true;
  case CellKind::Tally:
    drawLine(painter, room, textOf(index), fonts::figures(), tallyColour(index), Qt::AlignRight,
             Qt::ElideRight);
    return true;
  default:
    return false;
  }
}

} // namespace oxp
