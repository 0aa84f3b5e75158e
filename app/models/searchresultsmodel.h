// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobcolumns.h"
#include "search/searchhit.h"

#include <QAbstractTableModel>

#include <vector>

namespace oxp {

/// The jobs that a search found. Columns: those of JobColumn in their order, the queue, then one for each
/// path that the query names. Hits are appended as they come and stay where they are until somebody sorts; a
/// sort of many rows, the reading of their keys included, is made on the thread pool and applied when it is
/// done. GUI thread.
class SearchResultsModel : public QAbstractTableModel {
  Q_OBJECT

public:
  static constexpr int QueueColumn = JobColumnCount;
  static constexpr int FirstPathColumn = JobColumnCount + 1;

  explicit SearchResultsModel(QObject *parent = nullptr);

  /// Empties the list for a new search; `paths` become columns.
  void begin(std::vector<search::Path> paths);
  void append(std::vector<SearchHit> hits);
  /// New facts on a job that is listed. Never moves rows.
  void applyRow(const QueueId &queue, const JobRow &row);
  /// The same where the row is known; another job's facts are left alone.
  void applyRowAt(int at, const JobRow &row);
  /// The server's clock in ms against this machine's, for relative times.
  void setClockOffset(qint64 ms) { m_clockOffset = ms; }

  const SearchHit *hitAt(int row) const; ///< nullptr when out of range
  int rowOf(const QueueId &queue, const QByteArray &jobId) const;
  const std::vector<search::Path> &paths() const { return m_paths; }
  /// What it is sorted by, -1 = the order in which they were found.
  int sortColumn() const { return m_sortColumn; }
  Qt::SortOrder sortOrder() const { return m_sortOrder; }

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
  /// -1 goes back to the order in which they were found.
  void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
  QVariant pathData(const SearchHit &hit, size_t path, int role) const;
  void sortLater();
  void applyOrder(const std::vector<int> &order);

  std::vector<search::Path> m_paths;
  std::vector<SearchHit> m_hits; ///< as they were found
  std::vector<int> m_order;      ///< of m_hits, by row
  int m_sortColumn = -1;
  Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
  qint64 m_clockOffset = 0;
  quint64 m_sorting = 0; ///< number of the sort under way; an older one's answer is dropped
  bool m_busy = false, m_again = false;
};

} // namespace oxp
