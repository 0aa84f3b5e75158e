// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/prefixsummary.h"

#include <QAbstractTableModel>

#include <vector>

namespace oxp {

/// The prefixes that were found on a server, each to be ticked. Filled anew after each test.
class PrefixesModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { PrefixColumn, QueuesColumn, LibraryColumn, JobsColumn, NewestColumn, ColumnCount };
  /// Those with a job since then are ticked at first.
  static constexpr qint64 RecentMs = 7LL * 24 * 3600 * 1000;

  using QAbstractTableModel::QAbstractTableModel;

  /// `now`: the server's time. `wanted`: prefixes that somebody named; where there are any, those are ticked.
  void setPrefixes(std::vector<PrefixSummary> prefixes, qint64 now, const QList<QByteArray> &wanted);
  void clear() { setPrefixes({}, 0, {}); }
  QList<QByteArray> ticked() const;

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
  Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
  void tickedChanged();

private:
  QString text(const PrefixSummary &summary, int column) const;

  std::vector<PrefixSummary> m_prefixes;
  std::vector<bool> m_ticked;
  qint64 m_now = 0;
};

} // namespace oxp
