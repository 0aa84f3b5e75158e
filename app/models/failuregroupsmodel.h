// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/failuregroup.h"
#include "models/mergedtable.h"

#include <optional>

namespace oxp {

/// Failed jobs by what they have in common, the most frequent first unless somebody sorts otherwise. Reports
/// are merged while they come: a group keeps its row's index as long as it is there.
class FailureGroupsModel : public MergedTable<FailureGroup> {
  Q_OBJECT

public:
  enum Column { Count, Reason, Frame, Queues, First, Last, Course, ColumnCount };

  explicit FailureGroupsModel(QObject *parent = nullptr);

  void apply(const FailureReport &report);
  void clear();
  const FailureGroup *at(int row) const; ///< nullptr when out of range
  /// The server's clock in ms against this machine's, for relative times.
  void setClockOffset(qint64 ms) { m_clockOffset = ms; }
  /// Whether a column can be sorted by.
  static bool sorts(int column);
  int sortColumn() const { return m_sortColumn; }
  Qt::SortOrder sortOrder() const { return m_sortOrder; }

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
  void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
  std::vector<FailureGroup> ordered(std::vector<FailureGroup> groups) const;
  QString text(const FailureGroup &group, int column) const;
  QString tip(const FailureGroup &group, int column) const;
  QString courseText(const FailureGroup &group) const;

  qint64 m_from = 0, m_to = 0; ///< what the courses span
  qint64 m_clockOffset = 0;
  int m_sortColumn = Count;
  Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

/// `CardError: card declined (code #)`; a sentence where nothing is told.
QString failureText(const Fingerprint &print);

} // namespace oxp
