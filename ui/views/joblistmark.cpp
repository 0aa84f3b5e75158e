// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/joblistmark.h"

#include "models/jobtablemodel.h"
#include "ui/widgets/jobtableview.h"

#include <QItemSelectionModel>

#include <utility>

namespace oxp {

JobListMark::JobListMark(JobTableModel *model, JobTableView *table, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_table(table) {
  connect(m_table, &QAbstractItemView::pressed, this, &JobListMark::open);
  connect(m_table, &QAbstractItemView::activated, this, &JobListMark::open);
  const QItemSelectionModel *selection = m_table->selectionModel();
  connect(selection, &QItemSelectionModel::currentRowChanged, this, &JobListMark::currentRowChanged);
  connect(selection, &QItemSelectionModel::selectionChanged, this, &JobListMark::selectionChanged);
  connect(m_model, &QAbstractItemModel::dataChanged, this, &JobListMark::keep);
  connect(m_model, &JobTableModel::loaded, this, &JobListMark::keep);
  // After the view's selection, which chooses the row above first.
  connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
          [this](const QModelIndex &, int, int last) { noteBelow(last + 1); });
}

void JobListMark::reset() {
  m_currentId.clear();
  m_neighbour = QPersistentModelIndex();
  m_openId.clear();
  m_wantedId.clear();
}

void JobListMark::currentRowChanged(const QModelIndex &current) {
  if (m_model->isRemoving())
    return leaveRow();
  const JobRow *row = current.isValid() ? m_model->rowAt(current.row()) : nullptr;
  if (current.isValid())
    m_wantedId.clear();
  tell(row);
}

/// A row may be the current one and still not the open job's: that one came by its id, or its row has left.
void JobListMark::open(const QModelIndex &index) {
  const JobRow *row = m_model->rowAt(index.row());
  if (!row || row->id == m_openId)
    return;
  m_wantedId.clear();
  tell(row);
}

void JobListMark::tell(const JobRow *row) {
  m_currentId = row ? row->id : QByteArray();
  if (row)
    m_openId = row->id;
  emit currentChanged(row ? std::optional(*row) : std::nullopt);
}

/// The row of the current job has gone. The view's own choice of a neighbour is taken back, and the job is
/// marked again should its row return.
void JobListMark::leaveRow() {
  m_leaving = true;
  if (m_wantedId.isEmpty())
    m_wantedId = std::exchange(m_currentId, {});
  QMetaObject::invokeMethod(
      this,
      [this] {
        if (!m_wantedId.isEmpty() && m_currentId.isEmpty())
          m_table->selectionModel()->clearCurrentIndex();
        emit selectionChanged();
      },
      Qt::QueuedConnection);
}

void JobListMark::noteBelow(int row) {
  if (std::exchange(m_leaving, false))
    m_neighbour = m_model->index(row, 0);
}

void JobListMark::keep() {
  // While a job is waited for nobody else's becomes the open one: the neighbour of a row that has just left
  // is current until the view has been told.
  if (!m_wantedId.isEmpty()) {
    if (const int row = m_model->rowOf(m_wantedId); row >= 0)
      markAgain(row);
    return;
  }
  // A row that was loading when it became current has its job now.
  const QModelIndex current = m_table->currentIndex();
  if (!current.isValid() || !m_currentId.isEmpty())
    return;
  if (const JobRow *row = m_model->rowAt(current.row())) {
    // A row that is loading cannot be selected yet.
    if (!m_table->selectionModel()->hasSelection())
      m_table->selectionModel()->select(current, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    tell(row);
  }
}

void JobListMark::set(const QByteArray &jobId) {
  const int row = m_model->rowOf(jobId);
  if (row < 0)
    unmark();
  m_openId = jobId;
  m_wantedId = row < 0 ? jobId : QByteArray();
  if (row < 0)
    return;
  m_table->setCurrentIndex(m_model->index(row, 0));
  m_table->scrollTo(m_model->index(row, 0));
}

/// The job that is opened has no row here: another one's must not look as if it were that. `Next failed job`
/// goes on below the row that one was at.
void JobListMark::unmark() {
  if (const QModelIndex left = m_table->currentIndex(); left.isValid())
    m_neighbour = m_model->index(left.row() + 1, 0);
  m_table->selectionModel()->clear();
}

/// Without a scroll: the person may be looking at other rows.
void JobListMark::markAgain(int row) {
  m_wantedId.clear();
  m_table->setAutoScroll(false);
  m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  m_table->setAutoScroll(true);
}

void JobListMark::forgetOpen() {
  m_openId.clear();
}

void JobListMark::openCurrent() {
  if (m_openId.isEmpty())
    open(m_table->currentIndex());
}

int JobListMark::nextRow() const {
  const bool hasLeft = !m_wantedId.isEmpty() && m_currentId.isEmpty(); // what is current is the view's choice
  const int rows = m_model->rowCount(), current = hasLeft ? -1 : m_table->currentIndex().row();
  if (rows == 0)
    return -1;
  const int next = current >= 0 ? current + 1 : m_neighbour.isValid() ? m_neighbour.row() : 0;
  const int row = next < rows ? next : 0;
  return row == current ? -1 : row;
}

void JobListMark::choose(int row) {
  m_wantedId.clear();
  m_table->setCurrentIndex(m_model->index(row, 0));
  m_table->scrollTo(m_model->index(row, 0));
  open(m_model->index(row, 0)); // it may have been the current one already
}

} // namespace oxp
