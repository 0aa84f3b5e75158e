// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/viewsetup.h"

#include "ui/theme/fonts.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QTableView>
#include <QTreeView>

namespace oxp {
namespace {

void setupView(QAbstractItemView *view, const QString &name) {
  view->setAccessibleName(name);
  view->setObjectName(name);
  view->setFrameShape(QFrame::NoFrame);
  view->setSelectionBehavior(QAbstractItemView::SelectRows);
  view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view->setTabKeyNavigation(false);
  view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
}

} // namespace

void setupTable(QTableView *view, const QString &accessibleName) {
  setupView(view, accessibleName);
  view->setShowGrid(false);
  view->setWordWrap(false);
  view->verticalHeader()->hide();
  view->verticalHeader()->setMinimumSectionSize(16);
  view->verticalHeader()->setDefaultSectionSize(fonts::rowHeight(fonts::ui()));
  view->horizontalHeader()->setHighlightSections(false);
  view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void setupTree(QTreeView *view, const QString &accessibleName) {
  setupView(view, accessibleName);
  view->setUniformRowHeights(true);
  view->setAllColumnsShowFocus(true);
}

int selectedRowCount(const QAbstractItemView &view) {
  int count = 0;
  for (const QItemSelectionRange &range : view.selectionModel()->selection())
    count += range.height();
  return count;
}

} // namespace oxp
