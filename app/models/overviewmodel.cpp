// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overviewmodel.h"

#include "base/clock.h"
#include "models/familytext.h"
#include "models/format.h"
#include "models/naturalorder.h"
#include "models/overviewcells.h"

#include <QCoreApplication>

namespace oxp {
namespace {

/// What a row is sorted by, taken once: equal ones go by their failures, then by what waits, then by name.
struct SortKey {
  std::optional<qint64> value; ///< nothing = last, whichever way
  QString text, title;
  std::array<qint64, 3> next{};
  size_t row = 0;
};

SortKey keyOf(const OverviewColumnSpec &spec, const OverviewRow &row, qint64 now, size_t at) {
  SortKey key;
  if (spec.value)
    key.value = spec.value(row, now);
  else
    key.text = spec.text(row, now);
  key.title = overviewcells::queue(row, now);
  key.next = {row.facts.failures ? row.facts.failures->inHour(now) : -1,
              row.of(JobState::Failed).value_or(-1), row.waiting().value_or(-1)};
  key.row = at;
  return key;
}

bool before(const SortKey &left, const SortKey &right, Qt::SortOrder order) {
  if (left.value != right.value) {
    if (!left.value || !right.value)
      return left.value.has_value();
    return order == Qt::AscendingOrder ? *left.value < *right.value : *left.value > *right.value;
  }
  if (const int text = compareTitles(left.text, right.text))
    return order == Qt::AscendingOrder ? text < 0 : text > 0;
  if (left.next != right.next)
    return left.next > right.next;
  return compareTitles(left.title, right.title) < 0;
}

QString queueTip(const QueueInfo &info) {
  QStringList lines = {format::tipText(info.id.base()), familyText(info), familyBasisText(info)};
  lines.removeAll(QString());
  return lines.join(u'\n');
}

} // namespace

bool OverviewFilter::accepts(const OverviewRow &row) const {
  const bool fits =
      kind == Kind::All || (kind == Kind::WithFailed && row.of(JobState::Failed).value_or(0) > 0) ||
      (kind == Kind::Paused && row.paused()) || (kind == Kind::WithoutWorkers && row.lacksWorkers());
  if (!fits || text.isEmpty())
    return fits;
  for (const QString &part :
       {overviewcells::queue(row, 0), overviewcells::group(row, 0), familyText(row.info)})
    if (part.contains(text, Qt::CaseInsensitive))
      return true;
  return false;
}

OverviewModel::OverviewModel(QObject *parent)
    : MergedTable(parent) {}

qint64 OverviewModel::now() const {
  return wallClockMs() + m_clockOffset;
}

void OverviewModel::mergeRows(const std::vector<OverviewRow> &target) {
  merge(target, [](const OverviewRow &row) -> const QueueId & { return row.info.id; });
}

void OverviewModel::apply(std::vector<OverviewRow> rows) {
  m_all = std::move(rows);
  if (m_rows.empty())
    return renewOrder();
  QHash<QueueId, size_t> places;
  for (size_t i = 0; i < m_all.size(); ++i)
    places.insert(m_all[i].info.id, i);
  std::vector<OverviewRow> target, added;
  std::vector<bool> shown(m_all.size(), false);
  for (const OverviewRow &row : m_rows)
    if (const auto place = places.constFind(row.info.id); place != places.cend()) {
      target.push_back(m_all[*place]);
      shown[*place] = true;
    }
  for (size_t i = 0; i < m_all.size(); ++i)
    if (!shown[i] && m_filter.accepts(m_all[i]))
      added.push_back(m_all[i]);
  added = ordered(std::move(added));
  target.insert(target.end(), added.begin(), added.end());
  mergeRows(target);
}

void OverviewModel::setFilter(const OverviewFilter &filter) {
  if (m_filter == filter)
    return;
  m_filter = filter;
  renewOrder();
}

void OverviewModel::renewOrder() {
  std::vector<OverviewRow> rows;
  for (const OverviewRow &row : m_all)
    if (m_filter.accepts(row))
      rows.push_back(row);
  mergeRows(ordered(std::move(rows)));
}

std::vector<OverviewRow> OverviewModel::ordered(std::vector<OverviewRow> rows) const {
  const OverviewColumnSpec &spec = overviewColumn(m_sortColumn);
  const qint64 at = now();
  std::vector<SortKey> keys;
  for (size_t i = 0; i < rows.size(); ++i)
    keys.push_back(keyOf(spec, rows[i], at, i));
  std::stable_sort(keys.begin(), keys.end(), [this](const SortKey &left, const SortKey &right) {
    return before(left, right, m_sortOrder);
  });
  std::vector<OverviewRow> sorted;
  sorted.reserve(rows.size());
  for (const SortKey &key : keys)
    sorted.push_back(std::move(rows[key.row]));
  return sorted;
}

void OverviewModel::sort(int column, Qt::SortOrder order) {
  if (column < 0 || column >= OverviewColumnCount)
    return;
  m_sortColumn = static_cast<OverviewColumn>(column);
  m_sortOrder = order;
  renewOrder();
}

void OverviewModel::setMarksPaused(bool marks) {
  if (std::exchange(m_marksPaused, marks) != marks && !m_rows.empty())
    emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void OverviewModel::setMeasured(bool measured) {
  m_measured = measured;
  emit headerDataChanged(Qt::Horizontal, int(OverviewColumn::Memory), int(OverviewColumn::Memory));
}

const OverviewRow *OverviewModel::at(int row) const {
  return row >= 0 && row < rowCount() ? &m_rows[size_t(row)] : nullptr;
}

QModelIndex OverviewModel::indexOf(const QueueId &queue) const {
  for (size_t row = 0; row < m_rows.size(); ++row)
    if (m_rows[row].info.id == queue)
      return index(int(row), 0);
  return {};
}

int OverviewModel::rowCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : int(m_rows.size());
}

int OverviewModel::columnCount(const QModelIndex &parent) const {
  return parent.isValid() ? 0 : OverviewColumnCount;
}

QVariant OverviewModel::courseOf(const OverviewRow &row) const {
  if (!row.facts.failures)
    return {};
  const FailureBars::Hour bars = row.facts.failures->hour(now());
  return QVariant::fromValue(QList<qint64>(bars.begin(), bars.end()));
}

QVariant OverviewModel::data(const QModelIndex &index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const OverviewRow &row = m_rows[size_t(index.row())];
  const auto column = static_cast<OverviewColumn>(index.column());
  const OverviewColumnSpec &spec = overviewColumn(column);
  switch (role) {
  case Qt::DisplayRole:
    return spec.text(row, now());
  case Qt::AccessibleTextRole:
    return spec.spoken ? spec.spoken(row, now()) : spec.text(row, now());
  case Qt::ToolTipRole:
  case ExactTextRole:
    if (column == OverviewColumn::Queue)
      return queueTip(row.info);
    if (column == OverviewColumn::Oldest && row.facts.oldestWaiting > 0)
      return format::exactTime(row.facts.oldestWaiting);
    return spec.spoken ? spec.spoken(row, now()) : spec.text(row, now());
  case Qt::TextAlignmentRole:
    return int(Qt::AlignVCenter | (spec.numeric() ? Qt::AlignRight : Qt::AlignLeft));
  case CellKindRole:
    return int(spec.cell);
  case SortValueRole: {
    const std::optional<qint64> value = spec.value ? spec.value(row, now()) : std::nullopt;
    return value ? QVariant(*value) : QVariant();
  }
  case StrengthRole:
    return int(strengthOf(column, row, now()));
  case ShareRole:
    return row.of(JobState::Prioritized).value_or(0);
  case CourseRole:
    return courseOf(row);
  case PausedRole:
    return row.paused() && (column != OverviewColumn::Queue || m_marksPaused);
  case PrefixRole:
    return row.info.id.prefix;
  case QueueNameRole:
    return row.info.id.name;
  default:
    return {};
  }
}

QVariant OverviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= OverviewColumnCount)
    return {};
  const OverviewColumnSpec &spec = overviewColumn(static_cast<OverviewColumn>(section));
  const bool offers = spec.column == OverviewColumn::Memory && !m_measured;
  switch (role) {
  case Qt::DisplayRole:
    return offers ? tr("%1: measure").arg(spec.translatedTitle()) : spec.translatedTitle();
  case Qt::AccessibleTextRole:
    return spec.translatedSpokenTitle();
  case Qt::TextAlignmentRole:
    return int(Qt::AlignVCenter | (spec.numeric() ? Qt::AlignRight : Qt::AlignLeft));
  case Qt::ToolTipRole:
    return *spec.help ? QCoreApplication::translate("OverviewColumns", spec.help) : QString();
  default:
    return {};
  }
}

} // namespace oxp
