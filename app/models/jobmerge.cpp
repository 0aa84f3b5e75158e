// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobmerge.h"

#include "models/jobrowstore.h"
#include "models/jobwindow.h"

#include <QSet>

#include <algorithm>

namespace oxp {
namespace {

/// Jobs that are held back have no row: what stands before row 0 leaves the page.
void cutHead(std::vector<JobRow> &rows, std::vector<JobAnchor> &anchors, int first) {
  const int hidden = std::clamp(-first, 0, int(rows.size()));
  rows.erase(rows.begin(), rows.begin() + hidden);
  std::erase_if(anchors, [hidden](const JobAnchor &anchor) { return anchor.index < hidden; });
  for (JobAnchor &anchor : anchors)
    anchor.index -= hidden;
}

void moveRows(std::vector<JobAnchor> &anchors, int by) {
  for (JobAnchor &anchor : anchors)
    anchor.row += by;
}

} // namespace

int JobMerge::rowOfPage(const JobPage &page) const {
  return int(m_window.rowOf(page.offset));
}

void JobMerge::mergePage(JobPage page, JobFields fields) {
  m_rows.beginMerge();
  Anchors anchors = anchorsOf(m_rows, page.rows);
  int first = rowOfPage(page);
  if (m_rows.knownCount() == 0 || m_window.total() < 0) {
    m_window.setTotal(page.total);
    m_window.fit();
    first = rowOfPage(page);
  } else {
    first = absorbShift(first, page, anchors);
  }
  const bool toTheEnd = page.offset + qint64(page.rows.size()) >= page.total;
  cutHead(page.rows, anchors, first);
  first = std::max(first, 0);
  const qint64 totalBefore = m_window.exchangeTotal(page.total);
  const bool pastTheWindow = first > m_rows.size() || (m_window.isOpen() && first >= JobWindow::WindowRows);
  if (!pastTheWindow) {
    mergeRows(first, page.rows, anchors, fields, toTheEnd && !m_window.isOpen());
    removeCopies(first, page.rows);
  }
  m_window.exchangeTotal(totalBefore);
  m_window.setTotal(page.total);
  m_window.fit();
  m_rows.tell();
  m_rows.evict();
}

void JobMerge::mergeWhole(const std::vector<JobRow> &rows, JobFields fields) {
  m_rows.beginMerge();
  m_window.exchangeTotal(qint64(rows.size()));
  mergeRows(0, rows, anchorsOf(m_rows, rows), fields, true);
  m_rows.tell();
}

/// Makes up for what came or went before the page. Returns the row of the page's first job after that,
/// negative when jobs at the head are held back.
int JobMerge::absorbShift(int first, const JobPage &page, Anchors &anchors) {
  if (anchors.empty())
    return absorbReplacement(first, page);
  const int shift = first + anchors.front().index - anchors.front().row;
  if (shift > 0)
    return absorbInsertsBefore(first, shift, page, anchors);
  return shift < 0 ? absorbRemovalsBefore(first, -shift, page, anchors) : first;
}

int JobMerge::absorbInsertsBefore(int first, int count, const JobPage &page, Anchors &anchors) {
  if (m_window.isOpen() && m_window.start() > 0) {
    m_window.shift(count);
    return first - count;
  }
  if (m_window.holdsHead()) {
    m_window.addNewAtHead(count);
    return first - count;
  }
  if (page.offset == 0)
    return first; // the new ones stand in this page: the gap before the first anchor takes them
  if (anchors.front().row >= first && first > 0 && m_rows.rowAt(first - 1))
    return first; // what stood just above is known and not among them: they came in between
  m_rows.insert(staleFrom(anchors.front(), first), count);
  moveRows(anchors, count);
  return first;
}

int JobMerge::absorbRemovalsBefore(int first, int count, const JobPage &page, Anchors &anchors) {
  if (m_window.isOpen() && m_window.start() > 0) {
    const int moved = int(std::min<qint64>(count, m_window.start()));
    m_window.shift(-moved);
    first += moved;
    count -= moved;
  }
  if (const int fewer = std::min(count, m_window.newAtHead()); fewer > 0) {
    m_window.addNewAtHead(-fewer);
    first += fewer;
    count -= fewer;
  }
  if (count == 0 || page.offset == 0)
    return first; // at the head the gap before the first anchor says which ones are gone
  m_rows.remove(staleFrom(anchors.front(), first), count);
  moveRows(anchors, -count);
  return first;
}

/// Rows from here down to the page were last seen before the anchor was, or never: what came or went did so
/// there. 0 when nothing above was seen later.
int JobMerge::staleFrom(const JobAnchor &anchor, int first) const {
  const quint64 seen = m_rows.mergeAt(anchor.row);
  int row = std::min(anchor.row, first);
  while (row > 0 && m_rows.mergeAt(row - 1) <= seen)
    --row;
  return row;
}

/// Nothing of the page is known. At the head, growth by a page or more means that all of it is new.
int JobMerge::absorbReplacement(int first, const JobPage &page) {
  const qint64 growth = page.total - m_window.total();
  const bool allNew =
      page.offset <= m_window.newAtHead() && !page.rows.empty() && growth >= qint64(page.rows.size());
  if (!allNew || (m_window.isOpen() && m_window.start() > 0))
    return first;
  if (m_window.holdsHead()) {
    m_window.addNewAtHead(int(growth));
    return first - int(growth);
  }
  m_rows.insert(0, int(std::min<qint64>(growth, JobWindow::RealRowLimit)));
  return first;
}

void JobMerge::mergeRows(int first, const std::vector<JobRow> &rows, const Anchors &anchors, JobFields fields,
                         bool toTheEnd) {
  int row = first, next = 0, shift = 0;
  for (const JobAnchor &anchor : anchors) {
    const int at = anchor.row + shift;
    Q_ASSERT(at >= row); // absorbShift() leaves no anchor above what this page covers
    const int oldCount = at - row, newCount = anchor.index - next;
    mergeGap(row, oldCount, rows.data() + next, newCount, fields);
    shift += newCount - oldCount;
    row += newCount;
    m_rows.store(row++, rows[size_t(anchor.index)], fields);
    next = anchor.index + 1;
  }
  const int left = int(rows.size()) - next;
  if (toTheEnd)
    mergeGap(row, m_rows.size() - row, rows.data() + next, left, fields);
  else
    mergeTail(row, rows.data() + next, left, fields);
}

/// Rows [row, row + oldCount) become exactly these jobs, none of which is there yet.
void JobMerge::mergeGap(int row, int oldCount, const JobRow *rows, int newCount, JobFields fields) {
  for (int end = row + oldCount; end > row;) {
    if (!m_rows.isKnown(end - 1)) {
      --end;
      continue;
    }
    int begin = end - 1;
    while (begin > row && m_rows.isKnown(begin - 1))
      --begin;
    m_rows.remove(begin, end - begin);
    oldCount -= end - begin;
    end = begin;
  }
  if (oldCount > newCount)
    m_rows.remove(row + newCount, oldCount - newCount);
  else
    m_rows.insert(row + oldCount, newCount - oldCount);
  for (int i = 0; i < newCount; ++i)
    m_rows.store(row + i, rows[i], fields);
}

/// What follows the last anchor. Loaded rows there have either moved on, which shows in the total, or are
/// gone.
void JobMerge::mergeTail(int row, const JobRow *rows, int count, JobFields fields) {
  const int there = std::clamp(m_rows.size() - row, 0, count);
  bool free = true;
  for (int i = row; i < row + there; ++i)
    free = free && !m_rows.isKnown(i);
  int kept = there;
  if (!free) {
    const int grown = std::clamp(m_window.rowsWanted() - m_rows.size(), 0, count);
    kept = 0;
    m_rows.remove(row, std::min(count - grown, there));
  }
  m_rows.insert(row + kept, count - kept);
  for (int i = 0; i < count; ++i)
    m_rows.store(row + i, rows[i], fields);
}

/// A job that stands in the page can stand nowhere else: other rows of it are from an older page. The page
/// stays where it is: what it pushed up or down above it is not known before it is read again.
void JobMerge::removeCopies(int first, const std::vector<JobRow> &rows) {
  QSet<size_t> ids;
  for (const JobRow &row : rows)
    ids.insert(JobRowStore::hashOf(row.id));
  const int end = first + int(rows.size());
  int above = 0;
  for (int row = m_rows.size() - 1; row >= 0; --row)
    if ((row < first || row >= end) && m_rows.isKnown(row) && ids.contains(m_rows.idAt(row))) {
      m_rows.remove(row, 1);
      above += row < first ? 1 : 0;
    }
  m_rows.insert(first - above, above);
}

} // namespace oxp
