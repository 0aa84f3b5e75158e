// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablemodel.h"

#include <algorithm>

namespace oxp {

int JobTableModel::rowsWanted() const {
  const qint64 shown = std::max<qint64>(m_total - m_newAtHead - m_windowStart, 0);
  return int(std::min<qint64>(shown, m_windowed ? WindowRows : RealRowLimit));
}

/// The window opens around what was on the screen at the last refresh, so that the place is kept.
void JobTableModel::openWindow() {
  const qint64 most = std::max<qint64>(m_total - m_newAtHead - WindowRows, 0);
  const int start = int(std::clamp<qint64>(m_visibleFirst - WindowRows / 2, 0, most));
  if (const int end = start + WindowRows; size() > end)
    removeSlots(end, size() - end);
  removeSlots(0, std::min(start, size()));
  m_windowStart = start;
}

void JobTableModel::setTotal(qint64 total) {
  // A state that goes up and down around the limit does not change its form each time.
  const bool windowed = total - m_newAtHead > (m_windowed ? RealRowLimit - WindowRows : RealRowLimit);
  const bool changed = total != m_total || windowed != m_windowed;
  if (!changed)
    return;
  m_total = total;
  if (m_windowed && !windowed && m_windowStart > 0)
    insertSlots(0, int(std::exchange(m_windowStart, 0)));
  if (!m_windowed && windowed)
    openWindow();
  m_windowed = windowed;
  if (m_windowed)
    m_windowStart =
        std::clamp<qint64>(m_windowStart, 0, std::max<qint64>(total - m_newAtHead - WindowRows, 0));
  emit totalChanged(total);
  emit windowChanged(m_windowed, m_windowStart, m_total);
}

void JobTableModel::fitRows() {
  const int wanted = rowsWanted();
  if (size() < wanted)
    insertSlots(size(), wanted - size());
  else if (size() > wanted)
    removeSlots(wanted, size() - wanted);
}

void JobTableModel::insertSlots(int row, int count) {
  if (count <= 0)
    return;
  tellChanged();
  beginInsertRows({}, row, row + count - 1);
  std::vector<Slot> empty(static_cast<size_t>(count));
  m_slots.insert(m_slots.begin() + row, std::make_move_iterator(empty.begin()),
                 std::make_move_iterator(empty.end()));
  endInsertRows();
}

void JobTableModel::removeSlots(int row, int count) {
  if (count <= 0)
    return;
  tellChanged();
  m_removing = true;
  beginRemoveRows({}, row, row + count - 1);
  const auto first = m_slots.begin() + row;
  m_loadedCount -= int(std::count_if(first, first + count, [](const Slot &slot) { return bool(slot); }));
  m_knownCount -= int(std::count_if(first, first + count, [](const Slot &slot) { return slot.known(); }));
  m_slots.erase(first, first + count);
  endRemoveRows();
  m_removing = false;
}

/// Collects neighbouring rows, so that a page's changes are one signal.
void JobTableModel::noteChanged(int row) {
  if (m_changedFirst >= 0 && row >= m_changedFirst - 1 && row <= m_changedLast + 1) {
    m_changedFirst = std::min(m_changedFirst, row);
    m_changedLast = std::max(m_changedLast, row);
    return;
  }
  tellChanged();
  m_changedFirst = m_changedLast = row;
}

void JobTableModel::tellChanged() {
  if (m_changedFirst < 0)
    return;
  const int first = std::exchange(m_changedFirst, -1);
  emit dataChanged(index(first, 0), index(m_changedLast, JobColumnCount - 1));
}

void JobTableModel::setHoldHead(bool hold) {
  m_hold = hold;
  if (!hold && m_newAtHead > 0)
    takeNew();
}

void JobTableModel::setNewAtHead(int count) {
  if (m_newAtHead == count)
    return;
  m_newAtHead = count;
  emit newAtHeadChanged(count);
}

void JobTableModel::takeNew() {
  const int count = m_newAtHead;
  if (count == 0)
    return;
  setNewAtHead(0);
  if (m_windowed && m_windowStart > 0) {
    m_windowStart += count; // the rows stay the same jobs
    setWindowStart(0);
    return;
  }
  insertSlots(0, std::min<int>(count, int(m_total)));
  setTotal(m_total);
  fitRows();
}

void JobTableModel::setWindowStart(qint64 start) {
  if (!m_windowed)
    return;
  start = std::clamp<qint64>(start, 0, std::max<qint64>(m_total - m_newAtHead - WindowRows, 0));
  const qint64 distance = start - m_windowStart;
  if (distance == 0)
    return;
  if (std::abs(distance) >= size()) {
    removeSlots(0, size());
    m_windowStart = start;
  } else if (distance > 0) {
    removeSlots(0, int(distance));
    m_windowStart = start;
  } else {
    removeSlots(size() + int(distance), int(-distance));
    m_windowStart = start;
    insertSlots(0, int(-distance));
  }
  fitRows();
  emit windowChanged(m_windowed, m_windowStart, m_total);
}

int JobTableModel::rowForPosition(qint64 position) {
  if (position < 0 || position >= m_total)
    return -1;
  if (position < m_newAtHead)
    takeNew();
  const qint64 shown = position - m_newAtHead;
  if (m_windowed && (shown < m_windowStart || shown >= m_windowStart + size()))
    setWindowStart(shown - WindowRows / 2);
  const qint64 row = shown - m_windowStart;
  return row >= 0 && row < size() ? int(row) : -1;
}

} // namespace oxp
