// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runsmodel.h"

#include "base/clock.h"
#include "models/format.h"
#include "models/roles.h"
#include "models/runtext.h"

#include <optional>

namespace oxp {
namespace {

using Column = RunsModel::Column;
using audit::ItemState;

std::optional<ItemState> stateOf(int column) {
  switch (column) {
  case RunsModel::Done:
    return ItemState::Done;
  case RunsModel::Skipped:
    return ItemState::Skipped;
  case RunsModel::Conflict:
    return ItemState::Conflict;
  case RunsModel::Failed:
    return ItemState::Failed;
  default:
    return {};
  }
}

/// What nobody knows the end of was not done as far as is known: it counts with what failed.
qint64 countOf(const RunRow &row, ItemState state) {
  const audit::RunCounts &counts = row.run.counts;
  return state == ItemState::Failed ? counts[ItemState::Failed] + counts[ItemState::Unknown] : counts[state];
}

qint64 startOf(const RunRow &row) {
  return row.run.begunAt > 0 ? row.run.begunAt : row.run.createdAt;
}

CellKind kindOf(int column) {
  switch (column) {
  case RunsModel::State:
    return CellKind::Outcome;
  case RunsModel::Operation:
    return CellKind::Text;
  case RunsModel::Queue:
    return CellKind::Queue;
  case RunsModel::Progress:
    return CellKind::Progress;
  case RunsModel::Started:
    return CellKind::Time;
  default:
    return CellKind::Tally;
  }
}

bool isRight(int column) {
  return kindOf(column) == CellKind::Tally || kindOf(column) == CellKind::Time;
}

QString textOf(const RunRow &row, int column) {
  if (const auto state = stateOf(column))
    return row.stage == RunStage::Queued ? QString() : format::number(countOf(row, *state));
  switch (column) {
  case RunsModel::State:
    return runtext::stage(row.stage);
  case RunsModel::Operation:
    return runtext::operation(row);
  case RunsModel::Queue:
    return format::safeText(row.run.queue.name);
  case RunsModel::Jobs:
    return format::number(row.run.counts.total());
  case RunsModel::Progress:
    return runtext::progress(row);
  case RunsModel::Started:
    return format::pastTime(startOf(row), wallClockMs());
  default:
    return {};
  }
}

/// The state's picture; of a figure the outcome that it counts, unless it is 0.
QVariant markFor(const RunRow &row, int column) {
  if (column == RunsModel::State)
    return int(runtext::markOf(row.stage));
  const auto state = stateOf(column);
  return state && countOf(row, *state) > 0 ? QVariant(int(runtext::markOf(*state, true))) : QVariant();
}

QVariant strengthFor(const RunRow &row, int column) {
  const auto state = stateOf(column);
  return int(state && countOf(row, *state) == 0 ? Strength::Faint : Strength::Plain);
}

QVariant shareFor(const RunRow &row, int column) {
  const bool shown = row.stage == RunStage::Running || row.canGoOn();
  return column == RunsModel::Progress && shown ? QVariant(runtext::share(row.run.counts)) : QVariant();
}

QString tipOf(const RunRow &row, int column) {
  if (column == RunsModel::Started)
    return format::exactTime(startOf(row));
  if (column == RunsModel::Operation)
    return format::boundedTip(row.run.reason);
  return format::boundedTip(textOf(row, column));
}

} // namespace

RunsModel::RunsModel(QObject *parent)
    : MergedTable(parent) {}

void RunsModel::apply(const std::vector<RunRow> &rows) {
  merge(rows, [](const RunRow &row) { return row.run.id; });
}

const RunRow *RunsModel::at(int row) const {
  return row >= 0 && row < rowCount() ? &m_rows[size_t(row)] : nullptr;
}

int RunsModel::rowOf(qint64 run) const {
  for (size_t i = 0; i < m_rows.size(); ++i)
    if (m_rows[i].run.id == run)
      return int(i);
  return -1;
}

int RunsModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const RunRow &row = m_rows[size_t(index.row())];
  switch (role) {
  case Qt::DisplayRole:
    return textOf(row, index.column());
  case ExactTextRole:
  case Qt::ToolTipRole:
    return tipOf(row, index.column());
  case Qt::TextAlignmentRole:
    return int(Qt::AlignVCenter | (isRight(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
  case CellKindRole:
    return int(kindOf(index.column()));
  case MarkRole:
    return markFor(row, index.column());
  case StrengthRole:
    return strengthFor(row, index.column());
  case ProgressShareRole:
    return shareFor(row, index.column());
  default:
    return {};
  }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal)
    return {};
  if (role == Qt::TextAlignmentRole)
    return int(Qt::AlignVCenter | (isRight(section) ? Qt::AlignRight : Qt::AlignLeft));
  if (role != Qt::DisplayRole)
    return {};
  switch (section) {
  case State:
    return tr("State");
  case Operation:
    return tr("Operation");
  case Queue:
    return tr("Queue");
  case Jobs:
    return tr("Jobs");
  case Progress:
    return tr("Progress");
  case Done:
    return tr("Done");
  case Skipped:
    return tr("Skipped");
  case Conflict:
    return tr("Conflict");
  case Failed:
    return tr("Failed");
  case Started:
    return tr("Started");
  default:
    return {};
  }
}

} // namespace oxp
