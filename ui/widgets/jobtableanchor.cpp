// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jobtabledelegate.h"
#include "ui/widgets/jobtableview.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

// What is looked at stays where it is while rows come and go above it. At the very top the list goes on by
// itself.

namespace oxp {

void JobTableView::setModel(QAbstractItemModel *model) {
  if (this->model())
    this->model()->disconnect(this);
  QTableView::setModel(model);
  m_seen.clear();
  if (!model)
    return;
  connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &JobTableView::noteSeen);
  connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &JobTableView::noteSeen);
  connect(model, &QAbstractItemModel::modelReset, this, [this] {
    m_seen.clear();
    updateHold();
  });
}

bool JobTableView::wantsHeadHeld() const {
  const QScrollBar *bar = verticalScrollBar();
  if (bar->value() > 0 || bar->maximum() == 0)
    return bar->value() > 0;
  const auto [first, last] = visibleRows();
  const int row = currentIndex().row();
  return m_delegate->hoveredRow() >= 0 || (row >= first && row <= last);
}

void JobTableView::updateHold() {
  if (const bool hold = wantsHeadHeld(); hold != m_hold)
    emit headHoldChanged(m_hold = hold);
}

void JobTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous) {
  QTableView::currentChanged(current, previous);
  updateHold();
}

/// Before the first change of a turn. The current row goes first: it is what the person works with.
void JobTableView::noteSeen() {
  if (!m_seen.empty() || verticalScrollBar()->value() == 0)
    return;
  // By the scroll bar, which counts rows: where they stand is not always laid out again yet.
  const int first = verticalScrollBar()->value();
  const int last = std::min(model()->rowCount() - 1,
                            first + viewport()->height() / verticalHeader()->defaultSectionSize());
  const auto note = [this, top = first](int row) { m_seen.push_back({model()->index(row, 0), row - top}); };
  if (const int row = currentIndex().row(); row >= first && row <= last)
    note(row);
  for (int row = first; row <= last; ++row)
    note(row);
  QMetaObject::invokeMethod(this, &JobTableView::keepSeen, Qt::QueuedConnection);
}

/// After the last: the first of them that is still there goes back to its place.
void JobTableView::keepSeen() {
  const std::vector<Seen> seen = std::exchange(m_seen, {});
  if (verticalScrollBar()->value() == 0)
    return; // the person has gone to the top meanwhile
  for (const Seen &row : seen) {
    if (!row.index.isValid())
      continue;
    updateGeometries(); // the range of the new rows
    verticalScrollBar()->setValue(std::max(0, row.index.row() - row.below));
    return;
  }
}

} // namespace oxp
