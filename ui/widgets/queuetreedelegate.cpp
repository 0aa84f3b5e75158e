// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queuetreedelegate.h"

#include "base/environment.h"
#include "bull/jobstate.h"
#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/itempainting.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {

constexpr int MarkSize = 14, Indent = 3, Gap = 8, RightGap = 6;
constexpr int BadgePadding = 4, BadgeHeight = 18;

NodeKind kindOf(const QModelIndex &index) {
  return NodeKind(index.data(NodeKindRole).toInt());
}

QString figureText(const QVariant &count) {
  return count.isValid() ? format::number(count.toLongLong()) : u"–"_s;
}

} // namespace

QueueTreeDelegate::QueueTreeDelegate(QObject *parent)
    : QStyledItemDelegate(parent) {}

void QueueTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const {
  QRect row = option.rect.adjusted(0, 0, -CellPadding, 0);
  row.setRight(row.right() - paintRight(painter, row, index) - Gap);
  row.setLeft(row.left() + paintLeft(painter, row, index));
  const Tokens &t = tokens();
  const NodeKind kind = kindOf(index);
  const bool connected = index.data(ConnectedRole).toBool();
  const bool strong =
      kind == NodeKind::Queue || kind == NodeKind::Runs || (kind == NodeKind::Profile && connected);
  const QFont font = kind == NodeKind::Profile && connected ? fonts::uiBold() : fonts::ui();
  drawLine(painter, row, index.data(Qt::DisplayRole).toString(), font, strong ? t.text : t.text2,
           Qt::AlignLeft, Qt::ElideMiddle);
}

int QueueTreeDelegate::paintLeft(QPainter *painter, const QRect &row, const QModelIndex &index) const {
  const Tokens &t = tokens();
  switch (kindOf(index)) {
  case NodeKind::Profile: {
    const auto environment = Environment(index.data(EnvironmentRole).toInt());
    drawIcon(painter, QRect(row.x() + Indent, row.y(), MarkSize, row.height()),
             markOf(environment, index.data(ConnectedRole).toBool()), t.environment(environment).mark,
             MarkSize);
    return Indent + MarkSize + Gap - 1;
  }
  case NodeKind::State: {
    const auto state = JobState(index.data(StateRole).toInt());
    drawIcon(painter, QRect(row.x() + Indent, row.y(), NormalIcon, row.height()), iconOf(state),
             t.state(state));
    return Indent + NormalIcon + Gap - 2;
  }
  case NodeKind::Schedulers:
    drawIcon(painter, QRect(row.x() + Indent, row.y(), NormalIcon, row.height()), IconId::Schedulers,
             t.schedulers);
    return Indent + NormalIcon + Gap - 2;
  case NodeKind::Runs:
    drawIcon(painter, QRect(row.x() + 2, row.y(), StripIcon, row.height()), IconId::Runs, t.text2, StripIcon);
    return 2 + StripIcon + Gap;
  case NodeKind::Group:
  case NodeKind::Queue:
    break;
  }
  return 2;
}

int QueueTreeDelegate::paintRight(QPainter *painter, const QRect &row, const QModelIndex &index) const {
  const Tokens &t = tokens();
  const NodeKind kind = kindOf(index);
  if (kind == NodeKind::Group)
    return 0;
  if (kind == NodeKind::Profile || kind == NodeKind::Runs)
    return drawLine(painter,
                    QRect(row.center().x(), row.y(), row.right() - row.center().x() + 1, row.height()),
                    index.data(DetailRole).toString(), fonts::small(),
                    index.data(FailedRole).toBool() ? t.err : t.text2, Qt::AlignRight);
  int used = paintFigure(painter, row, index);
  if (index.data(PausedRole).toBool()) {
    used += RightGap + SmallIcon;
    drawIcon(painter, QRect(row.right() + 1 - used, row.y(), SmallIcon, row.height()), IconId::Paused,
             t.paused, SmallIcon);
  }
  if (!index.data(AlertRole).toString().isEmpty()) {
    used += RightGap + StripIcon;
    drawIcon(painter, QRect(row.right() + 1 - used, row.y(), StripIcon, row.height()), IconId::Warn, t.warn,
             StripIcon);
  }
  if (index.data(PinnedRole).toBool()) {
    used += RightGap + SmallIcon;
    drawIcon(painter, QRect(row.right() + 1 - used, row.y(), SmallIcon, row.height()), IconId::Pin, t.text2,
             SmallIcon);
  }
  return used;
}

/// One figure a row: what failed, else what waits, else what is delayed.
int QueueTreeDelegate::paintFigure(QPainter *painter, const QRect &row, const QModelIndex &index) const {
  const Tokens &t = tokens();
  const qint64 failed = index.data(FailedCountRole).toLongLong();
  if (failed > 0)
    return paintBadge(painter, row, failed);
  const qint64 delayed = index.data(DelayedCountRole).toLongLong();
  const QString figure = figureText(delayed > 0 ? QVariant(delayed) : index.data(CountRole));
  const int used = drawLine(painter, row, figure, fonts::figures(), t.text2, Qt::AlignRight, Qt::ElideNone);
  if (delayed <= 0)
    return used;
  constexpr int Before = 4;
  drawIcon(painter, QRect(row.right() + 1 - used - Before - SmallIcon, row.y(), SmallIcon, row.height()),
           IconId::Delayed, t.delayed, SmallIcon);
  return used + Before + SmallIcon;
}

/// The figure of the badge ends where other figures end; its ground reaches a little beyond.
int QueueTreeDelegate::paintBadge(QPainter *painter, const QRect &row, qint64 failed) const {
  const Tokens &t = tokens();
  const QString text = format::number(failed);
  const QFont font = fonts::small();
  constexpr int Beyond = BadgePadding - 2;
  const int width = QFontMetrics(font).horizontalAdvance(text) + SmallIcon + 4 + 2 * BadgePadding;
  const QRect badge(row.right() + 1 + Beyond - width, row.center().y() - BadgeHeight / 2 + 1, width,
                    BadgeHeight);
  drawBox(painter, badge, t.errBg, QColor());
  drawIcon(painter, QRect(badge.x() + BadgePadding, row.y(), SmallIcon, row.height()), IconId::Failed, t.err,
           SmallIcon);
  drawLine(painter, badge.adjusted(0, 0, -BadgePadding, 0), text, font, t.err, Qt::AlignRight, Qt::ElideNone);
  return width - Beyond;
}

QSize QueueTreeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const {
  return {120, fonts::rowHeight(fonts::ui(), m_compact)};
}

} // namespace oxp
