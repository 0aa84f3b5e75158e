// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "models/mergedtable.h"

#include <vector>

namespace oxp {

/// Records of the local store, newest first.
class HistoryModel : public MergedTable<audit::Record> {
  Q_OBJECT

public:
  enum Column { When, Who, Operation, Outcome, Reason, ColumnCount };

  explicit HistoryModel(QObject *parent = nullptr);
  void apply(const std::vector<audit::Record> &records); ///< merged by record id
  const audit::Record *at(int row) const;
  int rowOf(qint64 recordId) const;
  /// Whether a record has a pre-image that can be put back. Of a list's record whose payload was left out
  /// only AuditStore::requestRecord() can tell.
  static bool revertible(const audit::Record &record);
  static QString outcomeText(audit::Outcome outcome);

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
  QString text(const audit::Record &record, int column) const;
};

} // namespace oxp
