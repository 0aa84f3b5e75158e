// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queuetreeview.h"

#include "ui/widgets/itempainting.h"
#include "ui/widgets/queuetreedelegate.h"

#include <QHeaderView>
#include <QHoverEvent>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace oxp {

namespace {

constexpr int Indentation = 16;
constexpr int CountColumnWidth = 72;

int depthOf(const QModelIndex &index) {
  int depth = 0;
  for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
    ++depth;
  return depth;
}

} // namespace

QueueTreeView::QueueTreeView(QWidget *parent)
    : QTreeView(parent)
    , m_delegate(new QueueTreeDelegate(this)) {
  setObjectName(u"Queues"_s);
  setAccessibleName(tr("Queues"));
  setItemDelegate(m_delegate);
  setFrameShape(QFrame::NoFrame);
  setHeaderHidden(true);
  setIndentation(Indentation);
  setUniformRowHeights(true);
  setAllColumnsShowFocus(true);
  setAnimated(false);
  setSelectionBehavior(SelectRows);
  setEditTriggers(NoEditTriggers);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setContextMenuPolicy(Qt::CustomContextMenu);
  viewport()->setBackgroundRole(QPalette::Window);
  viewport()->setAutoFillBackground(true);
  viewport()->setAttribute(Qt::WA_Hover);
}

void QueueTreeView::setCompact(bool compact) {
  m_delegate->setCompact(compact);
  scheduleDelayedItemsLayout();
}

void QueueTreeView::setModel(QAbstractItemModel *model) {
  QTreeView::setModel(model);
  header()->setMinimumSectionSize(0);
  header()->setStretchLastSection(false);
  if (model && model->columnCount() > 0)
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
  if (model && model->columnCount() > 1) {
    header()->setSectionResizeMode(1, QHeaderView::Fixed);
    header()->resizeSection(1, CountColumnWidth);
  }
}

void QueueTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const {
  QStyleOptionViewItem row = option;
  row.widget = this;
  row.rect.setWidth(viewport()->width());
  const QModelIndex first = index.siblingAtColumn(0);
  row.state.setFlag(QStyle::State_Selected, selectionModel() && selectionModel()->isSelected(first));
  drawRowBackground(painter, row, m_hovered.isValid() && m_hovered == first, true);

  const int start = depthOf(first) * indentation();
  QStyleOptionViewItem branch = row;
  branch.rect.setRect(start, row.rect.y(), indentation(), row.rect.height());
  style()->drawPrimitive(QStyle::PE_IndicatorBranch, &branch, painter, this);
  row.rect.setLeft(start + indentation());
  m_delegate->paint(painter, row, first);
}

bool QueueTreeView::viewportEvent(QEvent *event) {
  switch (event->type()) {
  case QEvent::HoverMove:
  case QEvent::HoverEnter:
    setHovered(indexAt(static_cast<QHoverEvent *>(event)->position().toPoint()).siblingAtColumn(0));
    break;
  case QEvent::HoverLeave:
    setHovered({});
    break;
  default:
    break;
  }
  return QTreeView::viewportEvent(event);
}

void QueueTreeView::setHovered(const QModelIndex &index) {
  if (m_hovered == index)
    return;
  m_hovered = index;
  viewport()->update();
}

void QueueTreeView::focusInEvent(QFocusEvent *event) {
  QTreeView::focusInEvent(event);
  viewport()->update();
}

void QueueTreeView::focusOutEvent(QFocusEvent *event) {
  QTreeView::focusOutEvent(event);
  viewport()->update();
}

} // namespace oxp
