// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

#include <QObject>
#include <QPersistentModelIndex>

#include <optional>

namespace oxp {

class JobTableModel;
class JobTableView;

/// Which job of a table is the open one. Only a person opens another job: while rows come and go the mark
/// stays on its job, leaves with its row, and comes back with it.
class JobListMark : public QObject {
  Q_OBJECT

public:
  /// Both outlive this.
  JobListMark(JobTableModel *model, JobTableView *table, QObject *parent);

  /// Another list: nothing is marked or waited for.
  void reset();
  /// Marks a job when it is among the loaded rows, and else no other one: it may come with the next page.
  void set(const QByteArray &jobId);
  /// A job is open that did not come out of this table: the table opens its own again once it is shown.
  void forgetOpen();
  /// Opens the job of the current row where the table has none open.
  void openCurrent();
  /// The row below the marked one, and from the last the first; -1 = there is none but the open one.
  int nextRow() const;
  /// As if a person had chosen that row.
  void choose(int row);

signals:
  /// A person has chosen another job; nothing = none is current any more.
  void currentChanged(const std::optional<oxp::JobRow> &job);
  void selectionChanged();

private:
  void currentRowChanged(const QModelIndex &current);
  void open(const QModelIndex &index);
  void tell(const JobRow *row);
  void leaveRow();
  void noteBelow(int row);
  void keep();
  void unmark();
  void markAgain(int row);

  JobTableModel *m_model;
  JobTableView *m_table;
  QByteArray m_currentId;
  QByteArray m_openId;               ///< the job that the pane was last asked to show
  QByteArray m_wantedId;             ///< to be selected when its row is there
  bool m_leaving = false;            ///< the current row is among those that are being removed
  QPersistentModelIndex m_neighbour; ///< below the row that was the current one and was left, or left
};

} // namespace oxp
