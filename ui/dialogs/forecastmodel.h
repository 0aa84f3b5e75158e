// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/forecast.h"
#include "models/roles.h"

#include <QAbstractTableModel>

#include <vector>

namespace oxp {

/// What would become of many jobs as rows: the outcome, how many, and why. The numbers add up to all of them.
/// While they are being counted there is one row that says so.
class ForecastModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Outcome, Jobs, Why, ColumnCount };

  /// `done`: how a job that is done is called, such as `would change`.
  explicit ForecastModel(QString done, QObject *parent = nullptr);

  /// So many have been looked at so far.
  void setCounting(qint64 jobs);
  void setForecast(const Forecast &forecast);

  int rowCount(const QModelIndex &parent = {}) const override;
  int columnCount(const QModelIndex &parent = {}) const override;
  QVariant data(const QModelIndex &index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  struct Row {
    Mark mark = Mark::Waiting;
    QString outcome;
    QString jobs;
    QString why;
  };
  void set(std::vector<Row> rows);

  QString m_done;
  std::vector<Row> m_rows;
};

} // namespace oxp
