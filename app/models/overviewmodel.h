// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mergedtable.h"
#include "models/overviewcolumns.h"

namespace oxp {

/// Which queues of a profile the overview shows.
struct OverviewFilter {
  enum class Kind { All, WithFailed, Paused, WithoutWorkers };
  Kind kind = Kind::All;
  QString text; ///< part of the name, the group or the version
  bool accepts(const OverviewRow &row) const;
  bool operator==(const OverviewFilter &) const = default;
};

/// The queues of a profile. Takes facts by apply(), whole lists that are merged; what is there stays where it
/// is, whatever its figures become, until somebody sorts, filters or renewOrder() is called: a row does not
/// jump from under a pointer. New queues come at the end.
class OverviewModel : public MergedTable<OverviewRow> {
  Q_OBJECT

public:
  explicit OverviewModel(QObject *parent = nullptr);

  void apply(std::vector<OverviewRow> rows);
  void setFilter(const OverviewFilter &filter);
  const OverviewFilter &filter() const { return m_filter; }
  /// Sorts and filters by what is known now.
  void renewOrder();
  /// The server's clock in ms against this machine's.
  void setClockOffset(qint64 ms) { m_clockOffset = ms; }
  qint64 now() const;
  /// Says of a paused queue before its name what the column Paused says else.
  void setMarksPaused(bool marks);
  /// Whether Memory was asked for; its header offers it else.
  void setMeasured(bool measured);

  const OverviewRow *at(int row) const; ///< nullptr when out of range
  QModelIndex indexOf(const QueueId &queue) const;
  const std::vector<OverviewRow> &all() const { return m_all; }
  OverviewColumn sortColumn() const { return m_sortColumn; }
  Qt::SortOrder sortOrder() const { return m_sortOrder; }

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
  void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
  std::vector<OverviewRow> ordered(std::vector<OverviewRow> rows) const;
  void mergeRows(const std::vector<OverviewRow> &target);
  QVariant courseOf(const OverviewRow &row) const;

  std::vector<OverviewRow> m_all;
  OverviewFilter m_filter;
  OverviewColumn m_sortColumn = OverviewColumn::FailedHour;
  Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
  qint64 m_clockOffset = 0;
  bool m_marksPaused = false, m_measured = false;
};

} // namespace oxp
