// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/failuregroup.h"
#include "models/mergedtable.h"

namespace oxp {

/// A few failed jobs of one group.
class FailureExamplesModel : public MergedTable<FailureExample> {
  Q_OBJECT

public:
  enum Column { Id, Error, Queue, Failed, ColumnCount };

  explicit FailureExamplesModel(QObject *parent = nullptr);

  void apply(const std::vector<FailureExample> &examples);
  const FailureExample *at(int row) const; ///< nullptr when out of range
  /// The server's clock in ms against this machine's, for relative times.
  void setClockOffset(qint64 ms) { m_clockOffset = ms; }

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
  QString text(const FailureExample &example, int column) const;
  QString tip(const FailureExample &example, int column) const;

  qint64 m_clockOffset = 0;
};

} // namespace oxp
