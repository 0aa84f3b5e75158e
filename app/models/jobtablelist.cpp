// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A fixed list: all of it is there, and it keeps its order while its jobs change. Jobs that move keep their
// indexes, so that selections stay on them.
#include "models/jobtablemodel.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace oxp {

void JobTableModel::setList(std::vector<JobRow> rows, JobListKind kind) {
  m_source.reset();
  if (m_mode != Mode::FixedList || m_kind != kind)
    restart(Mode::FixedList, kind);
  std::vector<const JobRow *> asGiven;
  for (const JobRow &row : rows)
    asGiven.push_back(&row);
  Rows target;
  for (const int place : ordered(asGiven, m_listOrder))
    target.push_back(rows[size_t(place)]);
  arrangeLike(target);
  mergeWhole(target, m_fields);
  if (!std::exchange(m_loadedOnce, true))
    emit loaded();
}

void JobTableModel::setListOrder(const JobOrder &order) {
  m_listOrder = order;
  if (m_mode == Mode::FixedList)
    keepListOrder();
}

void JobTableModel::keepListOrder() {
  std::vector<const JobRow *> rows;
  for (const Slot &slot : m_slots)
    rows.push_back(&slot->row);
  arrange(ordered(rows, m_listOrder));
}

/// Those that stand in both lists, in the order of the new one; the others keep the place that they had.
void JobTableModel::arrangeLike(const Rows &rows) {
  QHash<QByteArray, int> places;
  for (size_t i = 0; i < rows.size(); ++i)
    places.insert(rows[i].id, int(i));
  std::vector<int> from(m_slots.size()), known;
  std::iota(from.begin(), from.end(), 0);
  for (const int row : from)
    if (places.contains(m_slots[size_t(row)]->row.id))
      known.push_back(row);
  std::vector<int> moved = known;
  std::stable_sort(moved.begin(), moved.end(), [&](int a, int b) {
    return places.value(m_slots[size_t(a)]->row.id) < places.value(m_slots[size_t(b)]->row.id);
  });
  for (size_t i = 0; i < known.size(); ++i)
    from[size_t(known[i])] = moved[i];
  arrange(from);
}

/// Row i becomes what stands at from[i] now.
void JobTableModel::arrange(const std::vector<int> &from) {
  if (std::is_sorted(from.begin(), from.end()))
    return;
  emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
  std::vector<Slot> moved(m_slots.size());
  std::vector<int> to(m_slots.size());
  for (size_t row = 0; row < from.size(); ++row) {
    moved[row] = std::move(m_slots[size_t(from[row])]);
    to[size_t(from[row])] = int(row);
  }
  m_slots = std::move(moved);
  const QModelIndexList before = persistentIndexList();
  QModelIndexList after;
  for (const QModelIndex &was : before)
    after << index(to[size_t(was.row())], was.column());
  changePersistentIndexList(before, after);
  emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace oxp
