// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobwindow.h"

#include "models/jobrowstore.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace oxp {

qint64 JobWindow::lastStart(qint64 total) const {
  return std::max<qint64>(total - m_newAtHead - WindowRows, 0);
}

int JobWindow::rowsWanted() const {
  const qint64 shown = std::max<qint64>(m_total - m_newAtHead - m_start, 0);
  return int(std::min<qint64>(shown, m_open ? WindowRows : RealRowLimit));
}

void JobWindow::reset() {
  m_total = -1;
  m_start = 0;
  m_open = false;
  m_lookedAt = 0;
}

/// Around what was on the screen at the last refresh.
void JobWindow::open() {
  const int start = int(std::clamp<qint64>(m_lookedAt - WindowRows / 2, 0, lastStart(m_total)));
  if (const int end = start + WindowRows; m_rows.size() > end)
    m_rows.remove(end, m_rows.size() - end);
  m_rows.remove(0, std::min(start, m_rows.size()));
  m_start = start;
}

void JobWindow::setTotal(qint64 total) {
  // A state that goes up and down around the limit does not change its form each time.
  const bool isLong = total - m_newAtHead > (m_open ? RealRowLimit - WindowRows : RealRowLimit);
  if (total == m_total && isLong == m_open)
    return;
  m_total = total;
  if (m_open && !isLong && m_start > 0)
    m_rows.insert(0, int(std::exchange(m_start, 0)));
  if (!m_open && isLong)
    open();
  m_open = isLong;
  if (m_open)
    m_start = std::clamp<qint64>(m_start, 0, lastStart(total));
  emit totalChanged(total);
  emit changed(m_open, m_start, m_total);
}

void JobWindow::fit() {
  const int wanted = rowsWanted();
  if (m_rows.size() < wanted)
    m_rows.insert(m_rows.size(), wanted - m_rows.size());
  else if (m_rows.size() > wanted)
    m_rows.remove(wanted, m_rows.size() - wanted);
}

void JobWindow::setHoldHead(bool hold) {
  m_hold = hold;
  if (!hold && m_newAtHead > 0)
    takeNew();
}

void JobWindow::setNewAtHead(int count) {
  if (m_newAtHead == count)
    return;
  m_newAtHead = count;
  emit newAtHeadChanged(count);
}

void JobWindow::takeNew() {
  const int count = m_newAtHead;
  if (count == 0)
    return;
  setNewAtHead(0);
  if (m_open && m_start > 0) {
    m_start += count; // the rows stay the same jobs
    return moveTo(0);
  }
  m_rows.insert(0, std::min<int>(count, int(m_total)));
  setTotal(m_total);
  fit();
}

void JobWindow::moveTo(qint64 start) {
  if (!m_open)
    return;
  start = std::clamp<qint64>(start, 0, lastStart(m_total));
  const qint64 distance = start - m_start;
  if (distance == 0)
    return;
  const int rows = m_rows.size();
  if (std::abs(distance) >= rows)
    m_rows.remove(0, rows);
  else if (distance > 0)
    m_rows.remove(0, int(distance));
  else
    m_rows.remove(rows + int(distance), int(-distance));
  m_start = start;
  if (distance < 0 && -distance < rows)
    m_rows.insert(0, int(-distance));
  fit();
  emit changed(m_open, m_start, m_total);
}

int JobWindow::reach(qint64 position) {
  if (position < 0 || position >= m_total)
    return -1;
  if (position < m_newAtHead)
    takeNew();
  const qint64 shown = position - m_newAtHead;
  if (m_open && (shown < m_start || shown >= m_start + m_rows.size()))
    moveTo(shown - WindowRows / 2);
  const qint64 row = shown - m_start;
  return row >= 0 && row < m_rows.size() ? int(row) : -1;
}

} // namespace oxp
