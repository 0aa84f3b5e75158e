// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/failureexamplesmodel.h"

#include "base/clock.h"
#include "models/format.h"
#include "models/roles.h"

namespace oxp {

namespace {

CellKind kindOf(int column) {
  switch (column) {
  case FailureExamplesModel::Id:
    return CellKind::Id;
  case FailureExamplesModel::Error:
    return CellKind::Error;
  case FailureExamplesModel::Failed:
    return CellKind::Time;
  default:
    return CellKind::Text;
  }
}

} // namespace

FailureExamplesModel::FailureExamplesModel(QObject *parent)
    : MergedTable(parent) {}

void FailureExamplesModel::apply(const std::vector<FailureExample> &examples) {
  merge(examples, [](const FailureExample &example) { return example.queue.id.key(example.jobId); });
}

const FailureExample *FailureExamplesModel::at(int row) const {
  return row >= 0 && row < rowCount() ? &m_rows[size_t(row)] : nullptr;
}

int FailureExamplesModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int FailureExamplesModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString FailureExamplesModel::text(const FailureExample &example, int column) const {
  switch (column) {
  case Id:
    return format::safeText(example.jobId);
  case Error:
    return format::safeText(example.error);
  case Queue:
    return format::safeText(example.queue.id.name);
  case Failed:
    return format::pastTime(example.finished, wallClockMs() + m_clockOffset);
  default:
    return {};
  }
}

QString FailureExamplesModel::tip(const FailureExample &example, int column) const {
  switch (column) {
  case Failed:
    return format::exactTime(example.finished);
  case Error:
    return format::tipText(example.error);
  default:
    return format::boundedTip(text(example, column));
  }
}

QVariant FailureExamplesModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const FailureExample &example = m_rows[size_t(index.row())];
  const bool time = index.column() == Failed;
  switch (role) {
  case Qt::DisplayRole:
    return text(example, index.column());
  case ExactTextRole:
  case Qt::ToolTipRole:
    return tip(example, index.column());
  case Qt::TextAlignmentRole:
    return int(Qt::AlignVCenter | (time ? Qt::AlignRight : Qt::AlignLeft));
  case CellKindRole:
    return int(kindOf(index.column()));
  case ErrorMessageRole:
    return text(example, Error);
  case JobIdRole:
    return example.jobId;
  default:
    return {};
  }
}

QVariant FailureExamplesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal)
    return {};
  if (role == Qt::TextAlignmentRole)
    return int(Qt::AlignVCenter | (section == Failed ? Qt::AlignRight : Qt::AlignLeft));
  if (role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Id:
    return tr("Id");
  case Error:
    return tr("Error");
  case Queue:
    return tr("Queue");
  case Failed:
    return tr("Failed");
  default:
    return {};
  }
}

} // namespace oxp
