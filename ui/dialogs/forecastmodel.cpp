// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/forecastmodel.h"

#include "models/format.h"
#include "models/runtext.h"

#include <QCoreApplication>

#include <utility>

namespace oxp {
namespace {

using audit::ItemState;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ForecastModel)
};

/// Nobody is asked to do anything about those that are as they should be.
bool isUnchanged(const Forecast::Refusal &refusal) {
  return refusal.code == "unchanged";
}

QString outcomeOf(const Forecast::Refusal &refusal) {
  if (isUnchanged(refusal))
    return Words::tr("unchanged");
  switch (refusal.end) {
  case ItemState::Skipped:
    return Words::tr("left out");
  case ItemState::Conflict:
    return Words::tr("conflict");
  default:
    return Words::tr("refused");
  }
}

QString whyOf(const Forecast::Refusal &refusal) {
  audit::RunItem item;
  item.state = refusal.end;
  item.errorCode = refusal.code;
  const QString why = runtext::why(item);
  return why.isEmpty() ? QString::fromUtf8(refusal.code) : why;
}

} // namespace

ForecastModel::ForecastModel(QString done, QObject *parent)
    : QAbstractTableModel(parent)
    , m_done(std::move(done)) {}

void ForecastModel::set(std::vector<Row> rows) {
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

void ForecastModel::setCounting(qint64 jobs) {
  set({{Mark::Waiting, tr("counting"), jobs > 0 ? format::number(jobs) : QStringLiteral("…"),
        tr("looked at so far")}});
}

void ForecastModel::setForecast(const Forecast &forecast) {
  std::vector<Row> rows{{Mark::Done, m_done, format::number(forecast.done), {}}};
  for (const Forecast::Refusal &refusal : forecast.refusals) {
    const Mark mark = refusal.end == ItemState::Skipped    ? Mark::Skipped
                      : refusal.end == ItemState::Conflict ? Mark::Conflict
                                                           : Mark::Failed;
    rows.push_back({mark, outcomeOf(refusal), format::number(refusal.jobs), whyOf(refusal)});
  }
  set(std::move(rows));
}

int ForecastModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int ForecastModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant ForecastModel::data(const QModelIndex &index, int role) const {
  const Row &row = m_rows.at(size_t(index.row()));
  switch (role) {
  case Qt::DisplayRole:
    return index.column() == Outcome ? row.outcome : index.column() == Jobs ? row.jobs : row.why;
  case CellKindRole:
    return int(index.column() == Outcome ? CellKind::Outcome
               : index.column() == Jobs  ? CellKind::Number
                                         : CellKind::Faint);
  case MarkRole:
    return int(row.mark);
  default:
    return {};
  }
}

QVariant ForecastModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal)
    return {};
  if (role == Qt::TextAlignmentRole)
    return int((section == Jobs ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole)
    return {};
  return section == Outcome ? tr("What becomes of them") : section == Jobs ? tr("Jobs") : tr("Why");
}

} // namespace oxp
