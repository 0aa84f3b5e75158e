// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runitemsmodel.h"

#include "models/format.h"
#include "models/roles.h"
#include "models/runtext.h"

#include <QDateTime>

#include <algorithm>
#include <limits>
#include <utility>

namespace oxp {
namespace {

constexpr qint64 FromTheStart = std::numeric_limits<qint64>::min();

/// The time alone where it was today.
QString timeText(qint64 at) {
  if (at <= 0)
    return {};
  const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
  return time.date() == QDate::currentDate() ? format::timeOfDay(time.time()) : format::date(at);
}

CellKind kindOf(int column) {
  switch (column) {
  case RunItemsModel::Id:
    return CellKind::Id;
  case RunItemsModel::Outcome:
    return CellKind::Outcome;
  case RunItemsModel::At:
    return CellKind::Time;
  default:
    return CellKind::Faint;
  }
}

} // namespace

RunItemsModel::RunItemsModel(QObject *parent)
    : MergedTable(parent) {}

void RunItemsModel::open(Source source, bool over) {
  close();
  m_source = std::move(source);
  m_over = over;
  m_complete = false;
  ask(FromTheStart, PageSize);
}

void RunItemsModel::close() {
  ++m_number;
  m_source = {};
  m_asking = m_owed = false;
  m_complete = true;
  merge({}, [](const audit::RunItem &item) { return item.seq; });
}

void RunItemsModel::renew(bool over) {
  if (!m_source || rowCount() > MostRenewed)
    return;
  m_over = over;
  m_owed = m_asking;
  if (!m_asking)
    ask(FromTheStart, std::max(1, (rowCount() + PageSize - 1) / PageSize) * PageSize);
}

void RunItemsModel::ask(qint64 after, int limit) {
  m_asking = true;
  m_source(after, limit, [this, number = m_number, after, limit](const auto &page) {
    if (number != m_number)
      return;
    m_asking = false;
    if (page)
      apply(after, limit, *page);
    else
      emit failed(page.error());
    if (std::exchange(m_owed, false))
      renew(m_over);
  });
}

void RunItemsModel::apply(qint64 after, int limit, const std::vector<audit::RunItem> &page) {
  m_complete = page.size() < size_t(limit);
  if (after == FromTheStart) {
    merge(page, [](const audit::RunItem &item) { return item.seq; });
  } else if (!page.empty()) {
    beginInsertRows({}, rowCount(), rowCount() + int(page.size()) - 1);
    m_rows.insert(m_rows.end(), page.begin(), page.end());
    endInsertRows();
  }
  emit filled();
}

bool RunItemsModel::canFetchMore(const QModelIndex &parent) const {
  return !parent.isValid() && m_source && !m_complete && !m_asking;
}

void RunItemsModel::fetchMore(const QModelIndex &parent) {
  if (canFetchMore(parent))
    ask(m_rows.empty() ? FromTheStart : m_rows.back().seq, PageSize);
}

const audit::RunItem *RunItemsModel::at(int row) const {
  return row >= 0 && row < rowCount() ? &m_rows[size_t(row)] : nullptr;
}

int RunItemsModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int RunItemsModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString RunItemsModel::why(const audit::RunItem &item) const {
  QStringList parts;
  if (item.edited > 0 && item.state != audit::ItemState::Done)
    parts << tr("only its edit was made");
  if (item.settled)
    parts << (item.again ? tr("the run was cut off before it was done")
                         : tr("settled after the run was cut off"));
  if (!item.errorKind.isEmpty()) {
    const QString own = runtext::why(item);
    parts << (own.isEmpty() && m_why ? format::bounded(m_why(item), format::LineLimit) : own);
  }
  return format::joined(parts);
}

QString RunItemsModel::text(const audit::RunItem &item, int column) const {
  switch (column) {
  case Id:
    return format::safeText(item.jobId);
  case Outcome:
    return runtext::outcome(item.state, m_over);
  case Why:
    return why(item);
  case At:
    return timeText(item.at);
  default:
    return {};
  }
}

QVariant RunItemsModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const audit::RunItem &item = m_rows[size_t(index.row())];
  switch (role) {
  case Qt::DisplayRole:
    return text(item, index.column());
  case ExactTextRole:
  case Qt::ToolTipRole:
    return index.column() == At && item.at > 0 ? format::exactTime(item.at)
                                               : format::boundedTip(text(item, index.column()));
  case Qt::TextAlignmentRole:
    return int(Qt::AlignVCenter | (index.column() == At ? Qt::AlignRight : Qt::AlignLeft));
  case CellKindRole:
    return int(kindOf(index.column()));
  case MarkRole:
    return index.column() == Outcome ? QVariant(int(runtext::markOf(item.state, m_over))) : QVariant();
  case JobIdRole:
    return item.jobId;
  default:
    return {};
  }
}

QVariant RunItemsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal)
    return {};
  if (role == Qt::TextAlignmentRole)
    return int(Qt::AlignVCenter | (section == At ? Qt::AlignRight : Qt::AlignLeft));
  if (role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Id:
    return tr("Id");
  case Outcome:
    return tr("Outcome");
  case Why:
    return tr("Why");
  case At:
    return tr("At");
  default:
    return {};
  }
}

} // namespace oxp
