// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobrowstore.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <utility>

namespace oxp {

size_t JobRowStore::hashOf(const QByteArray &id) {
  return qHash(id, 1) | 1U;
}

const JobRow *JobRowStore::rowAt(int row) const {
  return row >= 0 && row < size() && slot(row).cell ? &slot(row).cell->row : nullptr;
}

int JobRowStore::rowOf(const QByteArray &id) const {
  for (size_t row = 0; row < m_slots.size(); ++row)
    if (m_slots[row].cell && m_slots[row].cell->row.id == id)
      return int(row);
  return -1;
}

void JobRowStore::insert(int row, int count) {
  if (count <= 0)
    return;
  tell();
  m_listener.rowsCome(row, row + count - 1, [this, row, count] {
    std::vector<Slot> empty(static_cast<size_t>(count));
    m_slots.insert(m_slots.begin() + row, std::make_move_iterator(empty.begin()),
                   std::make_move_iterator(empty.end()));
  });
}

void JobRowStore::remove(int row, int count) {
  if (count <= 0)
    return;
  tell();
  m_listener.rowsGo(row, row + count - 1, [this, row, count] { erase(row, count); });
}

void JobRowStore::erase(int row, int count) {
  const auto first = m_slots.begin() + row;
  const auto isLoaded = [](const Slot &slot) { return slot.cell != nullptr; };
  const auto isKnown = [](const Slot &slot) { return slot.id != 0; };
  m_loaded -= int(std::count_if(first, first + count, isLoaded));
  m_known -= int(std::count_if(first, first + count, isKnown));
  m_slots.erase(first, first + count);
}

void JobRowStore::store(int row, const JobRow &job, JobFields fields) {
  Slot &slot = m_slots[size_t(row)];
  m_known += slot.id != 0 ? 0 : 1;
  slot.id = hashOf(job.id);
  const bool same = slot.cell && slot.cell->row == job && slot.cell->have == fields;
  if (!slot.cell) {
    slot.cell = std::make_unique<Cell>();
    ++m_loaded;
  }
  slot.cell->merged = m_merge;
  slot.cell->used = ++m_uses;
  if (same)
    return;
  slot.cell->row = job;
  slot.cell->have = fields;
  note(row);
}

/// Collects neighbouring rows, so that a page's changes are one signal.
void JobRowStore::note(int row) {
  if (m_changedFirst >= 0 && row >= m_changedFirst - 1 && row <= m_changedLast + 1) {
    m_changedFirst = std::min(m_changedFirst, row);
    m_changedLast = std::max(m_changedLast, row);
    return;
  }
  tell();
  m_changedFirst = m_changedLast = row;
}

void JobRowStore::tell() {
  if (m_changedFirst >= 0)
    m_listener.rowsDiffer(std::exchange(m_changedFirst, -1), m_changedLast);
}

void JobRowStore::arrange(const std::vector<int> &from) {
  std::vector<Slot> moved(m_slots.size());
  for (size_t row = 0; row < from.size(); ++row)
    moved[row] = std::move(m_slots[size_t(from[row])]);
  m_slots = std::move(moved);
}

void JobRowStore::clear() {
  m_slots.clear();
  m_loaded = m_known = 0;
}

void JobRowStore::use(int row) const {
  if (slot(row).cell)
    slot(row).cell->used = ++m_uses;
}

void JobRowStore::drop(Slot &slot) {
  if (slot.cell)
    --m_loaded;
  slot.cell.reset();
}

void JobRowStore::unload(int row) {
  drop(m_slots[size_t(row)]);
}

void JobRowStore::evict() {
  if (m_loaded <= LoadedLimit)
    return;
  std::vector<quint64> uses;
  uses.reserve(size_t(m_loaded));
  for (const Slot &slot : m_slots)
    if (slot.cell)
      uses.push_back(slot.cell->used);
  const auto limit = uses.end() - LoadedLimit * 3 / 4;
  std::nth_element(uses.begin(), limit, uses.end());
  for (Slot &slot : m_slots)
    if (slot.cell && slot.cell->used < *limit)
      drop(slot);
}

std::vector<int> arrangedLike(const JobRowStore &rows, const std::vector<JobRow> &jobs) {
  QHash<QByteArray, int> places;
  for (size_t i = 0; i < jobs.size(); ++i)
    places.insert(jobs[i].id, int(i));
  std::vector<int> from(static_cast<size_t>(rows.size())), known;
  std::iota(from.begin(), from.end(), 0);
  for (const int row : from)
    if (places.contains(rows.rowAt(row)->id))
      known.push_back(row);
  std::vector<int> moved = known;
  std::stable_sort(moved.begin(), moved.end(), [&](int a, int b) {
    return places.value(rows.rowAt(a)->id) < places.value(rows.rowAt(b)->id);
  });
  for (size_t i = 0; i < known.size(); ++i)
    from[size_t(known[i])] = moved[i];
  return from;
}

} // namespace oxp
