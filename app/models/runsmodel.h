// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mergedtable.h"
#include "models/runrow.h"

namespace oxp {

/// The runs of a profile over many jobs, newest first.
class RunsModel : public MergedTable<RunRow> {
  Q_OBJECT

public:
  enum Column {
    State,
    Operation,
    Queue,
    Jobs,
    Progress,
    Done,
    Skipped,
    Conflict,
    Failed,
    Started,
    ColumnCount
  };

  explicit RunsModel(QObject *parent = nullptr);

  void apply(const std::vector<RunRow> &rows); ///< merged by the run's id
  const RunRow *at(int row) const;             ///< nullptr when out of range
  int rowOf(qint64 run) const;                 ///< -1 = it is not there

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

} // namespace oxp
