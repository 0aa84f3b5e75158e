// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/historymodel.h"

#include "base/clock.h"
#include "models/format.h"
#include "models/operationtitle.h"
#include "models/roles.h"
#include "operations/operation.h"

namespace oxp {
namespace {

/// What is done to jobs and names none was done to many: the record of a run.
QString operationText(const audit::Record &record) {
  const OperationSpec *spec = findOperation(record.operation);
  const QString title = operationTitle(record.operation);
  return spec && spec->scope == OperationSpec::Scope::Job && record.jobId.isEmpty()
             ? HistoryModel::tr("%1, many jobs", "an operation").arg(title)
             : title;
}

} // namespace

HistoryModel::HistoryModel(QObject *parent)
    : MergedTable(parent) {}

void HistoryModel::apply(const std::vector<audit::Record> &records) {
  merge(records, [](const audit::Record &record) { return record.id; });
}

const audit::Record *HistoryModel::at(int row) const {
  return row >= 0 && row < rowCount() ? &m_rows[size_t(row)] : nullptr;
}

int HistoryModel::rowOf(qint64 recordId) const {
  for (size_t i = 0; i < m_rows.size(); ++i)
    if (m_rows[i].id == recordId)
      return int(i);
  return -1;
}

bool HistoryModel::revertible(const audit::Record &record) {
  return audit::revertible(record);
}

QString HistoryModel::outcomeText(audit::Outcome outcome) {
  switch (outcome) {
  case audit::Outcome::Intent:
    return tr("under way");
  case audit::Outcome::Done:
    return tr("done");
  case audit::Outcome::Failed:
    return tr("failed, nothing changed");
  case audit::Outcome::Conflict:
    return tr("conflict, nothing changed");
  case audit::Outcome::Cancelled:
    return tr("cancelled");
  case audit::Outcome::Unknown:
    return tr("unknown");
  }
  return {};
}

int HistoryModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString HistoryModel::text(const audit::Record &record, int column) const {
  switch (column) {
  case When:
    return format::pastTime(record.at, wallClockMs());
  case Who:
    return format::bounded(record.who, format::LineLimit);
  case Operation:
    return record.revertOf ? tr("Revert") : operationText(record);
  case Outcome:
    return outcomeText(record.outcome);
  case Reason:
    return format::bounded(record.reason, format::LineLimit);
  default:
    return {};
  }
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const audit::Record &record = m_rows[size_t(index.row())];
  switch (role) {
  case Qt::DisplayRole:
    return text(record, index.column());
  case ExactTextRole:
  case Qt::ToolTipRole:
    return index.column() == When ? format::exactTime(record.at)
                                  : format::boundedTip(text(record, index.column()));
  case SortValueRole:
    return index.column() == When ? QVariant(record.at) : QVariant(text(record, index.column()));
  case JobIdRole:
    return record.jobId;
  default:
    return {};
  }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  switch (section) {
  case When:
    return tr("When");
  case Who:
    return tr("Who");
  case Operation:
    return tr("What");
  case Outcome:
    return tr("Outcome");
  case Reason:
    return tr("Reason");
  default:
    return {};
  }
}

} // namespace oxp
