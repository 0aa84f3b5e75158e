// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jobtabledelegate.h"

#include "bull/jobstate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/itempainting.h"
#include "ui/widgets/markcells.h"
#include "ui/widgets/queuecells.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {

bool isFirstColumn(const QStyleOptionViewItem &option, const QModelIndex &index) {
  const auto *table = qobject_cast<const QTableView *>(option.widget);
  return table ? table->horizontalHeader()->visualIndex(index.column()) == 0 : index.column() == 0;
}

/// A bar where a text will stand, of a width that differs from row to row but not from paint to paint.
void drawLoading(QPainter *painter, const QRect &room, const QModelIndex &index, bool right) {
  constexpr int BarHeight = 8;
  const int share = 45 + (index.row() * 37 + index.column() * 61) % 40;
  const int width = room.width() * share / 100;
  const int x = right ? room.right() + 1 - width : room.x();
  drawBox(painter, QRect(x, room.center().y() - BarHeight / 2, width, BarHeight), tokens().hair, QColor(), 0,
          3);
}

bool isRightAligned(CellKind kind) {
  return kind == CellKind::Time || kind == CellKind::Number || kind == CellKind::Size;
}

} // namespace

JobTableDelegate::JobTableDelegate(QObject *parent)
    : QStyledItemDelegate(parent) {}

void JobTableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const {
  drawRowBackground(painter, option, index.row() == m_hoveredRow, isFirstColumn(option, index));
  drawRowRule(painter, option.rect);
  const auto kind = CellKind(index.data(CellKindRole).toInt());
  const QRect room = option.rect.adjusted(CellPadding, 0, -CellPadding, -1);
  if (index.data(LoadingRole).toBool()) {
    m_sawLoading = true;
    if (m_showLoading)
      drawLoading(painter, room, index, isRightAligned(kind));
    return;
  }
  paintCell(painter, room, kind, index);
}

void JobTableDelegate::paintCell(QPainter *painter, const QRect &room, CellKind kind,
                                 const QModelIndex &index) const {
  const Tokens &t = tokens();
  const QString text = index.data(Qt::DisplayRole).toString();
  const bool missing = index.data(MissingRole).toBool();
  if (paintQueueCell(painter, room, kind, index) || paintMarkCell(painter, room, kind, index))
    return;
  switch (kind) {
  case CellKind::Id:
    drawLine(painter, room, text, fonts::monoId(), missing ? t.text2 : t.text, Qt::AlignLeft,
             Qt::ElideMiddle);
    return;
  case CellKind::State:
    return paintState(painter, room, index);
  case CellKind::Error:
    return paintError(painter, room, index);
  case CellKind::Time:
  case CellKind::Number:
  case CellKind::Size:
    drawLine(painter, room, text, fonts::figures(), t.text2, Qt::AlignRight, Qt::ElideRight);
    return;
  case CellKind::Code:
    drawLine(painter, room, text, fonts::monoId(), t.text2);
    return;
  case CellKind::Course:
    return paintCourse(painter, room, index);
  default:
    break;
  }
  drawLine(painter, room, text, fonts::ui(), missing ? t.text2 : t.text);
}

void JobTableDelegate::paintState(QPainter *painter, const QRect &room, const QModelIndex &index) const {
  const QString word = index.data(Qt::DisplayRole).toString();
  if (word.isEmpty()) // a ghost is in no state
    return;
  const auto state = JobState(index.data(StateRole).toInt());
  drawIcon(painter, QRect(room.x(), room.y(), NormalIcon, room.height()), iconOf(state),
           tokens().state(state));
  drawLine(painter, room.adjusted(NormalIcon + 6, 0, CellPadding, 0), word, fonts::ui(), tokens().text,
           Qt::AlignLeft, Qt::ElideNone);
}

void JobTableDelegate::paintError(QPainter *painter, const QRect &room, const QModelIndex &index) const {
  const QString name = index.data(ErrorClassRole).toString();
  const QString message = index.data(ErrorMessageRole).toString();
  const QString head = name.isEmpty() || message.isEmpty() ? name : name + u": "_s;
  const QFontMetrics metrics(fonts::ui());
  const int headWidth = metrics.horizontalAdvance(head);
  // Where only the class has room, the dots stand behind it and say that there is more.
  if (headWidth + metrics.horizontalAdvance(u'…') > room.width()) {
    drawLine(painter, room, head + message, fonts::ui(), tokens().text);
    return;
  }
  drawLine(painter, room, head, fonts::ui(), tokens().text);
  drawLine(painter, room.adjusted(headWidth, 0, 0, 0), message, fonts::ui(), tokens().text2);
}

/// Bars as high as the row allows for the most frequent part; parts without anything leave the ground line.
void JobTableDelegate::paintCourse(QPainter *painter, const QRect &room, const QModelIndex &index) const {
  constexpr int Above = 4, Below = 4, Gap = 1, LeastHeight = 2;
  const auto parts = index.data(CourseRole).value<QList<qint64>>();
  const qint64 most = parts.isEmpty() ? 0 : *std::max_element(parts.begin(), parts.end());
  if (most <= 0)
    return;
  const int ground = room.bottom() + 1 - Below, height = room.height() - Above - Below;
  const int step = std::max(2, room.width() / int(parts.size()));
  painter->fillRect(QRect(room.x(), ground, step * int(parts.size()) - Gap, 1), tokens().hair);
  for (int i = 0; i < int(parts.size()); ++i) {
    if (parts[i] <= 0)
      continue;
    const int bar = std::max<int>(LeastHeight, int(height * parts[i] / most));
    painter->fillRect(QRect(room.x() + i * step, ground - bar, step - Gap, bar + 1),
                      tokens().state(JobState::Failed));
  }
}

QSize JobTableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
  const QString text = index.data(Qt::DisplayRole).toString();
  const auto kind = CellKind(index.data(CellKindRole).toInt());
  const int icon = kind == CellKind::State || kind == CellKind::Outcome ? NormalIcon + 6 : 0;
  return {option.fontMetrics.horizontalAdvance(text) + icon + 2 * CellPadding + 2,
          fonts::rowHeight(option.font)};
}

} // namespace oxp
