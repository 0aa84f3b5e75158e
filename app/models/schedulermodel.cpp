// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schedulermodel.h"

#include "base/clock.h"
#include "models/format.h"
#include "models/roles.h"

namespace oxp {

SchedulerModel::SchedulerModel(QObject *parent)
    : MergedTable(parent) {}

void SchedulerModel::apply(const std::vector<Scheduler> &schedulers) {
  merge(schedulers, [](const Scheduler &row) { return row.id; });
}

const Scheduler *SchedulerModel::at(int row) const {
  return row >= 0 && row < rowCount() ? &m_rows[size_t(row)] : nullptr;
}

int SchedulerModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int SchedulerModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString SchedulerModel::scheduleText(const Scheduler &row) {
  if (!row.pattern.isEmpty())
    return format::safeText(row.pattern, 200);
  return row.every > 0 ? tr("every %1").arg(format::duration(row.every)) : format::missing();
}

QString SchedulerModel::text(const Scheduler &row, int column) const {
  switch (column) {
  case Id:
    return format::safeText(row.id);
  case Name:
    return format::safeText(row.name);
  case Schedule:
    return scheduleText(row);
  case Zone:
    return row.tz.isEmpty() ? format::missing() : format::safeText(row.tz, 100);
  case Next:
    return format::relativeTime(row.next, wallClockMs() + m_clockOffset);
  case Iterations:
    return row.legacy ? format::missing() : format::number(row.iterations);
  case Limit:
    return row.limit > 0 ? format::number(row.limit) : format::missing();
  default:
    return {};
  }
}

QString SchedulerModel::tip(const Scheduler &row, int column) const {
  if (column == Next)
    return format::exactTime(row.next);
  if (row.missing)
    return tr("Listed, but its record is missing: it will not run again.");
  if (row.legacy)
    return tr("A repeatable job of BullMQ before 5.16 or of Bull.");
  return text(row, column);
}

QVariant SchedulerModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const Scheduler &row = m_rows[size_t(index.row())];
  const bool number = index.column() >= Next;
  switch (role) {
  case Qt::DisplayRole:
    return text(row, index.column());
  case ExactTextRole:
  case Qt::ToolTipRole:
    return tip(row, index.column());
  case Qt::TextAlignmentRole:
    return int(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
  case JobIdRole:
    return row.id;
  case MissingRole:
    return row.missing;
  default:
    return {};
  }
}

QVariant SchedulerModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal)
    return {};
  if (role == Qt::TextAlignmentRole)
    return int(Qt::AlignVCenter | (section >= Next ? Qt::AlignRight : Qt::AlignLeft));
  if (role == Qt::ToolTipRole)
    return section == Iterations ? tr("How many jobs it has made")
           : section == Limit    ? tr("How many jobs it makes before it ends")
                                 : QString();
  if (role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Id:
    return tr("Id");
  case Name:
    return tr("Name");
  case Schedule:
    return tr("Schedule");
  case Zone:
    return tr("Time zone");
  case Next:
    return tr("Next run");
  case Iterations:
    return tr("Runs");
  case Limit:
    return tr("Limit");
  default:
    return {};
  }
}

} // namespace oxp
