// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"
#include "models/mergedtable.h"

#include <vector>

namespace oxp {

/// The job schedulers of a queue.
class SchedulerModel : public MergedTable<Scheduler> {
  Q_OBJECT

public:
  enum Column { Id, Name, Schedule, Zone, Next, Iterations, Limit, ColumnCount };

  explicit SchedulerModel(QObject *parent = nullptr);
  void apply(const std::vector<Scheduler> &schedulers); ///< merged by id
  const Scheduler *at(int row) const;
  void setClockOffset(qint64 ms) { m_clockOffset = ms; }

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
  static QString scheduleText(const Scheduler &row);
  QString text(const Scheduler &row, int column) const;
  QString tip(const Scheduler &row, int column) const;

  qint64 m_clockOffset = 0;
};

} // namespace oxp
