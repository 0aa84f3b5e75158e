// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablemodel.h"

#include "base/clock.h"
#include "models/format.h"
#include "models/jobcells.h"

#include <algorithm>
#include <utility>

namespace oxp {

JobTableModel::JobTableModel(QObject *parent)
    : QAbstractTableModel(parent) {
  JobFields all = 0;
  for (const JobColumnSpec &spec : jobColumns())
    all |= spec.fields;
  m_pages.setFields(all);
  connect(&m_window, &JobWindow::totalChanged, this, &JobTableModel::totalChanged);
  connect(&m_window, &JobWindow::changed, this, &JobTableModel::windowChanged);
  connect(&m_window, &JobWindow::newAtHeadChanged, this, &JobTableModel::newAtHeadChanged);
  connect(&m_pages, &JobPages::came, this,
          [this](const JobPage &page, JobFields fields) { m_merge.mergePage(page, fields); });
  connect(&m_pages, &JobPages::failed, this, &JobTableModel::fetchFailed);
  connect(&m_pages, &JobPages::answered, this, [this](const RefusedCommands &refused) {
    if (!std::exchange(m_loadedOnce, true))
      emit loaded();
    emit pageRead(refused);
  });
}

void JobTableModel::restart(Mode mode, JobListKind kind, std::shared_ptr<PageSource> source, bool reversed) {
  beginResetModel();
  m_rows.clear();
  m_window.reset();
  m_pages.setSource(std::move(source), reversed);
  m_mode = mode;
  m_kind = kind;
  m_loadedOnce = false;
  endResetModel();
  m_window.forgetNew();
}

void JobTableModel::clear() {
  restart(Mode::Empty, JobListKind::Latest, nullptr, reversed());
  emit totalChanged(total());
}

void JobTableModel::setSource(std::shared_ptr<PageSource> source, JobState state, qint64 total,
                              bool reversed) {
  m_state = state;
  restart(Mode::State, listKind(state), std::move(source), reversed);
  if (total >= 0) {
    m_window.setTotal(total);
    m_window.fit();
  }
  m_pages.readHead();
}

void JobTableModel::setList(std::vector<JobRow> rows, JobListKind kind) {
  if (m_mode != Mode::FixedList || m_kind != kind)
    restart(Mode::FixedList, kind, nullptr, reversed());
  std::vector<const JobRow *> asGiven;
  for (const JobRow &row : rows)
    asGiven.push_back(&row);
  std::vector<JobRow> target;
  for (const int place : ordered(asGiven, m_listOrder))
    target.push_back(rows[size_t(place)]);
  arrange(arrangedLike(m_rows, target));
  m_merge.mergeWhole(target, fields());
  emit totalChanged(total());
  if (!std::exchange(m_loadedOnce, true))
    emit loaded();
}

void JobTableModel::setListOrder(const JobOrder &order) {
  m_listOrder = order;
  if (m_mode == Mode::FixedList)
    keepListOrder();
}

/// A fixed list keeps its order while its jobs change.
void JobTableModel::keepListOrder() {
  std::vector<const JobRow *> rows;
  for (int row = 0; row < m_rows.size(); ++row)
    rows.push_back(rowAt(row));
  arrange(ordered(rows, m_listOrder));
}

/// Row i becomes what stands at from[i] now. Jobs that move keep their indexes: selections stay on them.
void JobTableModel::arrange(const std::vector<int> &from) {
  if (std::is_sorted(from.begin(), from.end()))
    return;
  emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
  m_rows.arrange(from);
  std::vector<int> to(from.size());
  for (size_t row = 0; row < from.size(); ++row)
    to[size_t(from[row])] = int(row);
  const QModelIndexList before = persistentIndexList();
  QModelIndexList after;
  for (const QModelIndex &was : before)
    after << index(to[size_t(was.row())], was.column());
  changePersistentIndexList(before, after);
  emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void JobTableModel::setReversed(bool reversed) {
  if (this->reversed() != reversed && m_mode == Mode::State)
    setSource(m_pages.source(), m_state, total(), reversed);
}

void JobTableModel::setShownColumns(const std::vector<JobColumn> &columns) {
  JobFields fields = 0;
  for (const JobColumn column : columns)
    fields |= jobColumn(column).fields;
  m_pages.setFields(fields);
}

void JobTableModel::applyPage(const JobPage &page) {
  if (m_mode == Mode::State)
    m_merge.mergePage(page, fields());
}

void JobTableModel::applyRows(const std::vector<JobRow> &rows) {
  for (const JobRow &row : rows)
    if (const int at = rowOf(row.id); at >= 0)
      m_rows.store(at, row, m_rows.fieldsAt(at));
  m_rows.tell();
  if (m_mode == Mode::FixedList)
    keepListOrder();
}

void JobTableModel::refreshVisible(int first, int last, Look look) {
  m_window.setLookedAt(std::max(first, 0));
  m_pages.refresh(first, last, look);
}

void JobTableModel::rowsCome(int first, int last, const Change &change) {
  beginInsertRows({}, first, last);
  change();
  endInsertRows();
}

void JobTableModel::rowsGo(int first, int last, const Change &change) {
  m_removing = true;
  beginRemoveRows({}, first, last);
  change();
  endRemoveRows();
  m_removing = false;
}

void JobTableModel::rowsDiffer(int first, int last) {
  emit dataChanged(index(first, 0), index(last, JobColumnCount - 1));
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
  chosen.reversed = reversed();
  const PageSource *source = m_pages.source().get();
  for (const RowRange &range : ranges)
    for (int row = range.first; row <= range.last; ++row) {
      const qint64 position = m_window.positionOf(row);
      if (const JobRow *job = rowAt(row))
        chosen.jobs.push_back({job->id, job->state});
      else if (const QByteArray id = source ? source->idAt(position, reversed()) : QByteArray();
               !id.isEmpty())
        chosen.jobs.push_back({id, m_state});
      else
        chosen.addUnread(position);
    }
  chosen.everything = !chosen.stretches.empty() && !m_window.isOpen() && m_window.newAtHead() == 0 &&
                      ranges.size() == 1 && ranges.front() == RowRange{0, m_rows.size() - 1};
  return chosen;
}

QByteArray JobTableModel::idAt(int row) const {
  const JobRow *job = rowAt(row);
  return job ? job->id : QByteArray();
}

int JobTableModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : m_rows.size();
}

int JobTableModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : JobColumnCount;
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const JobColumnSpec &spec = jobColumns()[size_t(index.column())];
  if (role == CellKindRole)
    return int(spec.cell);
  if (role == Qt::TextAlignmentRole)
    return int(Qt::AlignVCenter | (spec.numeric() ? Qt::AlignRight : Qt::AlignLeft));
  const JobRow *job = rowAt(index.row());
  const bool loading = !job || (spec.fields & ~m_rows.fieldsAt(index.row()));
  if (loading)
    m_pages.want(index.row());
  m_rows.use(index.row());
  if (role == LoadingRole)
    return loading;
  if (!job)
    return role == Qt::AccessibleTextRole ? QVariant(tr("loading")) : QVariant();
  if (role == JobIdRole)
    return job->id;
  if (role == MissingRole)
    return job->missing;
  if (role == StateRole)
    return int(job->state);
  return loading ? QVariant() : jobcells::data(*job, spec, role, wallClockMs() + m_clockOffset);
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= JobColumnCount)
    return {};
  return jobcells::headerData(jobColumns()[size_t(section)], role);
}

} // namespace oxp
