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
  m_seen = {};
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
  sendPage({0, PageRows, m_fields, m_reversed}, false);
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

void JobTableModel::applyRows(const std::vector<JobRow> &rows) {
  for (const JobRow &row : rows)
    if (const int at = rowOf(row.id); at >= 0)
      store(at, row, m_slots[size_t(at)]->have);
  tellChanged();
  if (m_mode == Mode::FixedList)
    keepListOrder();
}

void JobTableModel::refreshVisible(int first, int last, Look look) {
  m_visibleFirst = std::max(first, 0);
  m_visibleLast = std::max(last, m_visibleFirst);
  m_refreshAgain = m_refreshing; // what changed after that was asked is asked for after it
  if (m_mode != Mode::State || m_refreshing)
    return;
  const int from = std::max(m_visibleFirst - RefreshMargin, 0);
  const int count = std::clamp(m_visibleLast - from + RefreshMargin + 1, PageRows, MaxRefreshRows);
  PageWish wish{positionOf(from), count, m_fields, m_reversed};
  const bool sameAsSeen =
      m_seen.offset == wish.offset && m_seen.count == wish.count && m_seen.fields == wish.fields;
  if (look == Look::Ids && sameAsSeen)
    wish.known = m_seen.known;
  sendPage(wish, true);
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
      sendPage({page * PageRows, PageRows, m_fields, m_reversed}, false);
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

void JobTableModel::sendPage(const PageWish &wish, bool refresh) {
  if (!m_source)
    return;
  if (refresh)
    m_refreshing = true;
  else
    m_inFlight.insert(wish.offset);
  const auto answer = [this, refresh, wish, generation = m_generation](Result<JobPage> page) {
    if (generation == m_generation)
      takeAnswer(refresh, wish, std::move(page));
  };
  m_source->fetch(wish, this, answer);
}

void JobTableModel::takeAnswer(bool refresh, const PageWish &wish, Result<JobPage> answer) {
  if (refresh)
    m_refreshing = false;
  else
    m_inFlight.erase(wish.offset);
  if (!answer) {
    if (answer.error().kind != ErrorKind::Cancelled)
      emit fetchFailed(answer.error());
    return;
  }
  if (refresh) {
    m_seen = wish;
    m_seen.known = answer->mark;
  }
  if (!answer->unchanged)
    m_refused = answer->refused;
  if (!answer->unchanged)
    mergePage(std::move(*answer), wish.fields);
  if (!std::exchange(m_loadedOnce, true))
    emit loaded();
  emit pageRead(m_refused);
  flushWanted();
  if (m_refreshAgain && !m_refreshing)
    refreshVisible(m_visibleFirst, m_visibleLast);
}

std::vector<JobRow> JobTableModel::rowsFor(const std::vector<RowRange> &ranges) const {
  std::vector<JobRow> rows;
  for (const RowRange &range : ranges)
    for (int row = range.first; row <= range.last; ++row)
      if (const JobRow *job = rowAt(row))
        rows.push_back(*job);
  return rows;
}

ChosenRows JobTableModel::chosenRows(const std::vector<RowRange> &ranges) const {
  ChosenRows chosen;
  chosen.state = m_state;
  chosen.reversed = m_reversed;
  for (const RowRange &range : ranges)
    for (int row = range.first; row <= range.last; ++row)
      chooseRow(row, chosen);
  chosen.everything = !chosen.stretches.empty() && !m_windowed && m_newAtHead == 0 && ranges.size() == 1 &&
                      ranges.front() == RowRange{0, size() - 1};
  return chosen;
}

void JobTableModel::chooseRow(int row, ChosenRows &chosen) const {
  if (const JobRow *job = rowAt(row))
    return chosen.jobs.push_back({job->id, job->state});
  const qint64 position = positionOf(row);
  if (const QByteArray id = m_source ? m_source->idAt(position, m_reversed) : QByteArray(); !id.isEmpty())
    return chosen.jobs.push_back({id, m_state});
  ChosenRows::Stretch *last = chosen.stretches.empty() ? nullptr : &chosen.stretches.back();
  if (last && last->position + last->count == position)
    ++last->count;
  else
    chosen.stretches.push_back({position, 1, chosen.jobs.size()});
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
