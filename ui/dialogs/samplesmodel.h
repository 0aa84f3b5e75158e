// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/trialfilter.h"

#include <QAbstractTableModel>

namespace oxp {

/// The jobs of a trial as rows: id, name, what becomes of each.
class SamplesModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Id, Name, Outcome, What, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  /// Null: none.
  void setReport(std::shared_ptr<const TrialReport> report);
  const TrialReport *report() const { return m_report.get(); }
  void setFilter(const TrialFilter &filter);
  const TrialFilter &filter() const { return m_filter; }
  /// Which of the trial's jobs a row shows.
  size_t jobAt(int row) const { return m_shown[size_t(row)]; }
  /// The row of a job; -1 where it is not shown.
  int rowOf(const QByteArray &id) const;

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  void show();
  QString text(const TrialRow &row, int column) const;

  std::shared_ptr<const TrialReport> m_report;
  TrialFilter m_filter;
  std::vector<size_t> m_shown; ///< indexes of jobs
};

} // namespace oxp
