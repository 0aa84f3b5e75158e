// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/searchresultsmodel.h"

#include "base/background.h"
#include "base/clock.h"
#include "models/format.h"
#include "models/jobcells.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace oxp {
namespace {

using search::Found;

constexpr size_t SortedAtOnce = 5'000; ///< rows that take no noticeable time
constexpr qsizetype CellLimit = 200;   ///< bytes of a value that a cell shows

/// Jobs without a value stand last either way.
bool before(const Found &a, const Found &b, bool descending) {
  const bool aMissing = a.kind == Found::Kind::Missing, bMissing = b.kind == Found::Kind::Missing;
  if (aMissing || bMissing)
    return !aMissing && bMissing;
  const std::strong_ordering order = search::compare(a, b);
  return descending ? order > 0 : order < 0;
}

std::vector<int> sorted(const std::vector<Found> &keys, bool descending) {
  std::vector<int> order(keys.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](int a, int b) { return before(keys[size_t(a)], keys[size_t(b)], descending); });
  return order;
}

} // namespace

SearchResultsModel::SearchResultsModel(QObject *parent)
    : QAbstractTableModel(parent) {}

void SearchResultsModel::begin(std::vector<search::Path> paths) {
  beginResetModel();
  m_paths = std::move(paths);
  m_hits.clear();
  m_order.clear();
  ++m_sorting;
  m_busy = m_again = false;
  if (m_sortColumn >= columnCount())
    m_sortColumn = -1;
  endResetModel();
}

void SearchResultsModel::append(std::vector<SearchHit> hits) {
  if (hits.empty())
    return;
  const int first = int(m_hits.size());
  beginInsertRows({}, first, first + int(hits.size()) - 1);
  for (SearchHit &hit : hits) {
    m_order.push_back(int(m_hits.size()));
    m_hits.push_back(std::move(hit));
  }
  endInsertRows();
  if (m_sortColumn >= 0)
    sortLater();
}

void SearchResultsModel::applyRow(const QueueId &queue, const JobRow &row) {
  const int at = rowOf(queue, row.id);
  if (at < 0)
    return;
  JobRow &listed = m_hits[size_t(m_order[size_t(at)])].row;
  if (listed == row)
    return;
  listed = row;
  emit dataChanged(index(at, 0), index(at, columnCount() - 1));
}

const SearchHit *SearchResultsModel::hitAt(int row) const {
  return row >= 0 && row < int(m_order.size()) ? &m_hits[size_t(m_order[size_t(row)])] : nullptr;
}

int SearchResultsModel::rowOf(const QueueId &queue, const QByteArray &jobId) const {
  for (size_t row = 0; row < m_order.size(); ++row) {
    const SearchHit &hit = m_hits[size_t(m_order[row])];
    if (hit.row.id == jobId && hit.queue.id == queue)
      return int(row);
  }
  return -1;
}

std::vector<SearchHit> SearchResultsModel::hitsFor(const QModelIndexList &indexes) const {
  std::set<int> rows;
  for (const QModelIndex &index : indexes)
    rows.insert(index.row());
  std::vector<SearchHit> hits;
  for (const int row : rows) {
    if (const SearchHit *hit = hitAt(row))
      hits.push_back(*hit);
  }
  return hits;
}

int SearchResultsModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_order.size());
}

int SearchResultsModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : FirstPathColumn + int(m_paths.size());
}

QVariant SearchResultsModel::data(const QModelIndex &index, int role) const {
  const SearchHit *hit = index.isValid() ? hitAt(index.row()) : nullptr;
  if (!hit)
    return {};
  const int column = index.column();
  if (role == JobIdRole)
    return hit->row.id;
  if (role == StateRole)
    return int(hit->row.state);
  if (role == MissingRole)
    return hit->row.missing;
  if (role == CellKindRole)
    return headerData(column, Qt::Horizontal, CellKindRole);
  if (column >= FirstPathColumn)
    return pathData(*hit, size_t(column - FirstPathColumn), role);
  if (column == QueueColumn) {
    const bool shown = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == ExactTextRole;
    return shown ? QVariant(format::safeText(hit->queue.id.name)) : QVariant();
  }
  return jobcells::data(hit->row, jobColumns()[size_t(column)], role, wallClockMs() + m_clockOffset);
}

QVariant SearchResultsModel::pathData(const SearchHit &hit, size_t path, int role) const {
  const bool whole = role == Qt::ToolTipRole || role == ExactTextRole;
  if ((role != Qt::DisplayRole && !whole) || path >= hit.values.size())
    return {};
  if (hit.masked[path])
    return whole ? tr("Masked: reveal it in the job's data.") : QStringLiteral("••••");
  const Found &value = hit.values[path];
  return value.kind == Found::Kind::Missing ? QString()
                                            : format::safeText(value.text, whole ? -1 : CellLimit);
}

QVariant SearchResultsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
    return {};
  if (section < JobColumnCount)
    return jobcells::headerData(jobColumns()[size_t(section)], role);
  switch (role) {
  case Qt::DisplayRole:
  case Qt::AccessibleTextRole:
    return section == QueueColumn ? tr("Queue") : m_paths[size_t(section - FirstPathColumn)].toString();
  case Qt::TextAlignmentRole:
    return int(Qt::AlignVCenter | Qt::AlignLeft);
  case CellKindRole:
    return int(CellKind::Text);
  default:
    return {};
  }
}

Found SearchResultsModel::sortKey(const SearchHit &hit, int column) const {
  if (column >= FirstPathColumn)
    return hit.values[size_t(column - FirstPathColumn)];
  if (column == QueueColumn)
    return {Found::Kind::String, hit.queue.id.name};
  const QVariant value = jobColumns()[size_t(column)].value(hit.row);
  if (!value.isValid())
    return {};
  if (value.typeId() == QMetaType::QString)
    return {Found::Kind::String, value.toString().toUtf8()};
  return {Found::Kind::Number, QByteArray::number(value.toLongLong())};
}

void SearchResultsModel::sort(int column, Qt::SortOrder order) {
  m_sortColumn = column < columnCount() ? column : -1;
  m_sortOrder = order;
  if (m_sortColumn >= 0)
    return sortLater();
  ++m_sorting;
  m_busy = m_again = false;
  std::vector<int> asFound(m_hits.size());
  std::iota(asFound.begin(), asFound.end(), 0);
  applyOrder(asFound);
}

/// One sort at a time; rows that come meanwhile are sorted in the next.
void SearchResultsModel::sortLater() {
  if (m_busy) {
    m_again = true;
    return;
  }
  std::vector<Found> keys;
  keys.reserve(m_hits.size());
  for (const SearchHit &hit : m_hits)
    keys.push_back(sortKey(hit, m_sortColumn));
  const bool descending = m_sortOrder == Qt::DescendingOrder;
  if (keys.size() <= SortedAtOnce)
    return applyOrder(sorted(keys, descending));
  m_busy = true;
  const auto work = [keys = std::move(keys), descending] { return sorted(keys, descending); };
  const auto apply = [this, number = ++m_sorting](const std::vector<int> &order) {
    if (number != m_sorting)
      return;
    m_busy = false;
    applyOrder(order);
    if (std::exchange(m_again, false))
      sortLater();
  };
  runInBackground<std::vector<int>>(this, work, apply);
}

/// `order` may be of fewer rows than there are by now: the newer ones stay at the end.
void SearchResultsModel::applyOrder(const std::vector<int> &order) {
  emit layoutAboutToBeChanged({}, VerticalSortHint);
  std::vector<int> rowBefore = m_order; // hit by row
  m_order = order;
  for (int hit = int(order.size()); hit < int(m_hits.size()); ++hit)
    m_order.push_back(hit);
  std::vector<int> rowOfHit(m_hits.size());
  for (size_t row = 0; row < m_order.size(); ++row)
    rowOfHit[size_t(m_order[row])] = int(row);
  const QModelIndexList from = persistentIndexList();
  QModelIndexList to;
  for (const QModelIndex &index : from)
    to.append(createIndex(rowOfHit[size_t(rowBefore[size_t(index.row())])], index.column()));
  changePersistentIndexList(from, to);
  emit layoutChanged({}, VerticalSortHint);
}

} // namespace oxp
