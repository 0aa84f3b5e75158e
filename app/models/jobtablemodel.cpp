// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablemodel.h"

#include "models/jobcells.h"

#include "base/clock.h"
#include "models/format.h"

#include <algorithm>

namespace oxp {
namespace {

/// Pages that are asked for at the same time; more would only queue up behind what is painted next.
constexpr size_t MaxInFlight = 2;
/// Wishes that are kept; older ones have long been scrolled away.
constexpr size_t MaxWanted = 32;
/// Rows around the visible ones that a refresh reads too, so that a shift is recognised.
constexpr int RefreshMargin = 20;
constexpr int MaxRefreshRows = 200;

} // namespace

JobTableModel::JobTableModel(QObject *parent)
    : QAbstractTableModel(parent) {
  for (const JobColumnSpec &spec : jobColumns())
    m_fields |= spec.fields;
  m_flush.setSingleShot(true);
  m_flush.setInterval(0);
  connect(&m_flush, &QTimer::timeout, this, &JobTableModel::flushWanted);
}

JobTableModel::~JobTableModel() = default;

void JobTableModel::restart(Mode mode, JobListKind kind) {
  beginResetModel();
  ++m_generation;
  m_slots.clear();
  m_loadedCount = m_knownCount = 0;
  m_mode = mode;
  m_kind = kind;
  m_total = -1;
  m_windowStart = 0;
  m_windowed = false;
  m_loadedOnce = false;
  m_refreshing = m_refreshAgain = false;
  m_visibleFirst = m_visibleLast = 0;
  m_wanted.clear();
  m_inFlight.clear();
  endResetModel();
  setNewAtHead(0);
}

void JobTableModel::clear() {
  m_source.reset();
  restart(Mode::Empty, JobListKind::Latest);
  emit totalChanged(m_total);
}

void JobTableModel::setSource(std::shared_ptr<PageSource> source, JobState state, qint64 total,
                              bool reversed) {
  m_source = std::move(source);
  m_state = state;
  m_reversed = reversed;
  restart(Mode::State, listKind(state));
  if (total >= 0) {
    setTotal(total);
    fitRows();
  }
  sendPage(0, PageRows, false);
}

void JobTableModel::setList(std::vector<JobRow> rows, JobListKind kind) {
  m_source.reset();
  if (m_mode != Mode::FixedList || m_kind != kind)
    restart(Mode::FixedList, kind);
  mergeWhole(rows, m_fields);
  if (!std::exchange(m_loadedOnce, true))
    emit loaded();
}

void JobTableModel::setReversed(bool reversed) {
  if (m_reversed == reversed || m_mode != Mode::State)
    return;
  setSource(m_source, m_state, m_total, reversed);
}

void JobTableModel::setShownColumns(const std::vector<JobColumn> &columns) {
  JobFields fields = 0;
  for (const JobColumn column : columns)
    fields |= jobColumn(column).fields;
  // What lacks a field is asked for again when it is painted: see data().
  m_fields = fields;
}

void JobTableModel::applyPage(const JobPage &page) {
  mergePage(page, m_fields);
}

void JobTableModel::applyTotal(qint64 total) {
  // Where jobs came or went is only known from a page; rows at the tail would be a guess.
  if (m_mode == Mode::State && total != m_total)
    refreshVisible(m_visibleFirst, m_visibleLast);
}

void JobTableModel::applyRows(const std::vector<JobRow> &rows) {
  for (const JobRow &row : rows)
    if (const int at = rowOf(row.id); at >= 0)
      store(at, row, m_slots[size_t(at)]->have);
  tellChanged();
}

void JobTableModel::refreshVisible(int first, int last) {
  m_visibleFirst = std::max(first, 0);
  m_visibleLast = std::max(last, m_visibleFirst);
  m_refreshAgain = m_refreshing; // what changed after that was asked is asked for after it
  if (m_mode != Mode::State || m_refreshing)
    return;
  const int from = std::max(m_visibleFirst - RefreshMargin, 0);
  const int count = std::clamp(m_visibleLast - from + RefreshMargin + 1, PageRows, MaxRefreshRows);
  sendPage(positionOf(from), count, true);
}

void JobTableModel::refreshAll() {
  if (m_mode != Mode::State)
    return;
  for (int row = 0; row < size(); ++row)
    if (row < m_visibleFirst - RefreshMargin || row > m_visibleLast + RefreshMargin)
      unload(m_slots[size_t(row)]);
  refreshVisible(m_visibleFirst, m_visibleLast);
}

void JobTableModel::want(int row) const {
  if (m_mode != Mode::State)
    return;
  const qint64 page = positionOf(row) / PageRows;
  if (!m_wanted.empty() && m_wanted.back() == page)
    return;
  std::erase(m_wanted, page);
  if (m_wanted.size() >= MaxWanted)
    m_wanted.erase(m_wanted.begin());
  m_wanted.push_back(page);
  if (!m_flush.isActive())
    m_flush.start();
}

void JobTableModel::flushWanted() {
  while (!m_wanted.empty() && m_inFlight.size() < MaxInFlight) {
    const qint64 page = m_wanted.back();
    m_wanted.pop_back();
    if (!m_inFlight.contains(page * PageRows) && !pageLoaded(page))
      sendPage(page * PageRows, PageRows, false);
  }
}

bool JobTableModel::pageLoaded(qint64 page) const {
  const qint64 first = page * PageRows - m_windowStart - m_newAtHead;
  const qint64 last = std::min<qint64>(first + PageRows, size());
  for (qint64 row = std::max<qint64>(first, 0); row < last; ++row) {
    const Slot &cell = m_slots[size_t(row)];
    if (!cell || (m_fields & ~cell->have))
      return false;
  }
  return true;
}

void JobTableModel::sendPage(qint64 position, int count, bool refresh) {
  if (!m_source)
    return;
  if (refresh)
    m_refreshing = true;
  else
    m_inFlight.insert(position);
  const auto answer = [this, refresh, position, fields = m_fields,
                       generation = m_generation](Result<JobPage> page) {
    if (generation == m_generation)
      takeAnswer(refresh, position, fields, std::move(page));
  };
  m_source->fetch(position, count, m_fields, m_reversed, this, answer);
}

void JobTableModel::takeAnswer(bool refresh, qint64 position, JobFields fields, Result<JobPage> answer) {
  if (refresh)
    m_refreshing = false;
  else
    m_inFlight.erase(position);
  if (!answer) {
    if (answer.error().kind != ErrorKind::Cancelled)
      emit fetchFailed(answer.error());
    return;
  }
  mergePage(std::move(*answer), fields);
  if (!std::exchange(m_loadedOnce, true))
    emit loaded();
  emit pageRead();
  flushWanted();
  if (m_refreshAgain && !m_refreshing)
    refreshVisible(m_visibleFirst, m_visibleLast);
}

std::vector<JobRow> JobTableModel::rowsFor(const QModelIndexList &indexes) const {
  std::set<int> numbers;
  for (const QModelIndex &index : indexes)
    numbers.insert(index.row());
  std::vector<JobRow> rows;
  for (const int number : numbers)
    if (const JobRow *row = rowAt(number))
      rows.push_back(*row);
  return rows;
}

QByteArray JobTableModel::idAt(int row) const {
  const JobRow *job = rowAt(row);
  return job ? job->id : QByteArray();
}

const JobRow *JobTableModel::rowAt(int row) const {
  return row >= 0 && row < size() && m_slots[size_t(row)] ? &m_slots[size_t(row)]->row : nullptr;
}

int JobTableModel::rowOf(const QByteArray &id) const {
  for (size_t row = 0; row < m_slots.size(); ++row)
    if (m_slots[row] && m_slots[row]->row.id == id)
      return int(row);
  return -1;
}

std::vector<QByteArray> JobTableModel::idsAt(int first, int last) const {
  std::vector<QByteArray> ids;
  for (int row = std::max(first, 0); row <= std::min(last, size() - 1); ++row)
    if (const JobRow *job = rowAt(row))
      ids.push_back(job->id);
  return ids;
}

bool JobTableModel::loadedAll(int first, int last) const {
  for (int row = std::max(first, 0); row <= std::min(last, size() - 1); ++row)
    if (!rowAt(row))
      return false;
  return true;
}

int JobTableModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : size();
}

int JobTableModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : JobColumnCount;
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const JobColumnSpec &spec = jobColumns()[size_t(index.column())];
  const Slot &cell = m_slots[size_t(index.row())];
  if (role == CellKindRole)
    return int(spec.cell);
  if (role == Qt::TextAlignmentRole)
    return int(Qt::AlignVCenter | (spec.numeric() ? Qt::AlignRight : Qt::AlignLeft));
  const bool loading = !cell || (spec.fields & ~cell->have);
  if (loading)
    want(index.row());
  if (cell)
    cell->used = ++m_stamp;
  if (role == LoadingRole)
    return loading;
  if (!cell)
    return role == Qt::AccessibleTextRole ? QVariant(tr("loading")) : QVariant();
  if (role == JobIdRole)
    return cell->row.id;
  if (role == MissingRole)
    return cell->row.missing;
  if (role == StateRole)
    return int(cell->row.state);
  return loading ? QVariant() : jobcells::data(cell->row, spec, role, wallClockMs() + m_clockOffset);
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= JobColumnCount)
    return {};
  return jobcells::headerData(jobColumns()[size_t(section)], role);
}

} // namespace oxp
