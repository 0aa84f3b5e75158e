// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/searchresultsmodel.h"

#include "base/background.h"
#include "base/clock.h"
#include "models/format.h"
#include "models/jobcells.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace oxp {
namespace {

using search::Found;

constexpr size_t SortedAtOnce = 5'000; ///< rows that take no noticeable time
constexpr qsizetype CellLimit = 200;   ///< bytes of a value that a cell shows

/// A column's keys, made where it takes no time of the window's: of values only.
using MakeKeys = std::function<std::vector<Found>()>;

/// What a cell of a job's own column sorts by.
Found keyOf(const JobRow &row, const JobColumnSpec &spec) {
  const QVariant value = row.missing && spec.column != JobColumn::Id ? QVariant() : spec.value(row);
  if (!value.isValid())
    return {};
  if (value.typeId() != QMetaType::QString)
    return {Found::Kind::Number, QByteArray::number(value.toLongLong())};
  const QByteArray text = value.toString().toUtf8();
  return text.isEmpty() ? Found{} : Found{Found::Kind::String, text};
}

std::vector<Found> rowKeys(const std::vector<JobRow> &rows, const JobColumnSpec &spec) {
  std::vector<Found> keys;
  keys.reserve(rows.size());
  search::PathReader progress({search::Field::Progress, {}}, CellLimit);
  for (const JobRow &row : rows) {
    const bool reads = spec.column == JobColumn::Progress && !row.missing;
    keys.push_back(reads ? progress.read(row.progress) : keyOf(row, spec));
  }
  return keys;
}

/// Copies what the keys are made of, which is shared and not read here.
template <typename T, typename Pick>
std::vector<T> picked(const std::vector<SearchHit> &hits, Pick pick) {
  std::vector<T> values;
  values.reserve(hits.size());
  for (const SearchHit &hit : hits)
    values.push_back(pick(hit));
  return values;
}

MakeKeys keysOf(const std::vector<SearchHit> &hits, int column) {
  if (column >= SearchResultsModel::FirstPathColumn) {
    const auto path = size_t(column - SearchResultsModel::FirstPathColumn);
    const auto value = [path](const SearchHit &hit) {
      return path < hit.values.size() ? hit.values[path] : Found{};
    };
    return [keys = picked<Found>(hits, value)] { return keys; };
  }
  if (column == SearchResultsModel::QueueColumn) {
    const auto name = [](const SearchHit &hit) { return Found{Found::Kind::String, hit.queue.id.name}; };
    return [keys = picked<Found>(hits, name)] { return keys; };
  }
  const JobColumnSpec &spec = jobColumns()[size_t(column)];
  return [rows = picked<JobRow>(hits, [](const SearchHit &hit) { return hit.row; }), &spec] {
    return rowKeys(rows, spec);
  };
}

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
  // The same column may be another path's now: nobody has asked to sort by that.
  const auto path = size_t(std::max(0, m_sortColumn - FirstPathColumn));
  const bool sortsByPath = m_sortColumn >= FirstPathColumn;
  if (sortsByPath && (path >= paths.size() || paths[path] != m_paths[path]))
    m_sortColumn = -1;
  m_paths = std::move(paths);
  m_hits.clear();
  m_order.clear();
  ++m_sorting;
  m_busy = m_again = false;
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
  applyRowAt(rowOf(queue, row.id), row);
}

void SearchResultsModel::applyRowAt(int at, const JobRow &row) {
  const SearchHit *hit = hitAt(at);
  if (!hit || hit->row.id != row.id)
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
    return shown ? QVariant(format::boundedTip(format::safeText(hit->queue.id.name))) : QVariant();
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
         : whole                            ? format::tipText(value.text)
                                            : format::safeText(value.text);
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
  auto work = [keys = keysOf(m_hits, m_sortColumn), descending = m_sortOrder == Qt::DescendingOrder] {
    return sorted(keys(), descending);
  };
  if (m_hits.size() <= SortedAtOnce)
    return applyOrder(work());
  m_busy = true;
  const auto apply = [this, number = ++m_sorting](const std::vector<int> &order) {
    if (number != m_sorting)
      return;
    m_busy = false;
    applyOrder(order);
    if (std::exchange(m_again, false))
      sortLater();
  };
  runInBackground<std::vector<int>>(this, std::move(work), apply);
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
