// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablemodel.h"

#include <QHash>
#include <QSet>

#include <algorithm>

// How a page is merged: jobs that have a row and stand in the page are anchors. Where the first anchor stood
// and stands says how far everything before it shifted; between two anchors, rows of known jobs are gone,
// rows of unknown ones are filled, and the rest is inserted. So a row never becomes another job's: selections
// stay right.

namespace oxp {
namespace {

/// Never 0, which stands for "never seen".
size_t hashOf(const QByteArray &id) {
  return qHash(id, 1) | 1U;
}

} // namespace

void JobTableModel::mergePage(JobPage page, JobFields fields) {
  if (m_mode != Mode::State)
    return;
  ++m_merge;
  std::vector<Anchor> anchors = anchorsOf(page.rows);
  int first = int(page.offset - m_windowStart - m_newAtHead);
  if (m_knownCount == 0 || m_total < 0) {
    setTotal(page.total);
    fitRows();
    first = int(page.offset - m_windowStart - m_newAtHead);
  } else {
    first = absorbShift(first, page, anchors);
  }
  const bool toTheEnd = page.offset + qint64(page.rows.size()) >= page.total;
  const int hidden = std::clamp(-first, 0, int(page.rows.size()));
  page.rows.erase(page.rows.begin(), page.rows.begin() + hidden);
  std::erase_if(anchors, [hidden](const Anchor &anchor) { return anchor.index < hidden; });
  for (Anchor &anchor : anchors)
    anchor.index -= hidden;
  first = std::max(first, 0);
  const qint64 totalBefore = std::exchange(m_total, page.total);
  const bool pastTheWindow = first > size() || (m_windowed && first >= WindowRows);
  if (!pastTheWindow)
    mergeRows(first, page.rows, anchors, fields, toTheEnd && !m_windowed);
  if (!pastTheWindow)
    removeCopies(first, page.rows);
  m_total = totalBefore;
  setTotal(page.total);
  fitRows();
  tellChanged();
  evict();
}

void JobTableModel::mergeWhole(const Rows &rows, JobFields fields) {
  ++m_merge;
  m_total = qint64(rows.size());
  mergeRows(0, rows, anchorsOf(rows), fields, true);
  tellChanged();
  emit totalChanged(m_total);
}

/// The longest run of jobs that stand in both, in the same order: by rows, a longest increasing subsequence
/// of the places in the page.
std::vector<JobTableModel::Anchor> JobTableModel::anchorsOf(const Rows &rows) const {
  QHash<size_t, int> places;
  places.reserve(qsizetype(rows.size()));
  for (size_t i = 0; i < rows.size(); ++i)
    places.insert(hashOf(rows[i].id), int(i));
  std::vector<Anchor> known;
  if (m_knownCount > 0)
    for (int row = 0; row < size(); ++row)
      if (m_slots[size_t(row)].known())
        if (const auto place = places.constFind(m_slots[size_t(row)].id); place != places.constEnd())
          known.push_back({row, *place});
  std::vector<int> tails, before(known.size(), -1); // indexes into `known`
  for (int i = 0; i < int(known.size()); ++i) {
    const auto less = [&](int tail, int index) { return known[size_t(tail)].index < index; };
    const auto at = std::lower_bound(tails.begin(), tails.end(), known[size_t(i)].index, less);
    if (at != tails.begin())
      before[size_t(i)] = *(at - 1);
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  std::vector<Anchor> anchors;
  for (int i = tails.empty() ? -1 : tails.back(); i >= 0; i = before[size_t(i)])
    anchors.push_back(known[size_t(i)]);
  std::reverse(anchors.begin(), anchors.end());
  return anchors;
}

/// Makes up for what came or went before the page. Returns the row of the page's first job after that,
/// negative when jobs at the head are held back.
int JobTableModel::absorbShift(int first, const JobPage &page, std::vector<Anchor> &anchors) {
  if (anchors.empty())
    return absorbReplacement(first, page);
  const int shift = first + anchors.front().index - anchors.front().row;
  if (shift > 0)
    return absorbInsertsBefore(first, shift, page, anchors);
  return shift < 0 ? absorbRemovalsBefore(first, -shift, page, anchors) : first;
}

int JobTableModel::absorbInsertsBefore(int first, int count, const JobPage &page,
                                       std::vector<Anchor> &anchors) {
  if (m_windowed && m_windowStart > 0) {
    m_windowStart += count;
    return first - count;
  }
  if (m_hold) {
    setNewAtHead(m_newAtHead + count);
    return first - count;
  }
  if (page.offset == 0)
    return first; // the new ones stand in this page: the gap before the first anchor takes them
  if (anchors.front().row >= first && first > 0 && rowAt(first - 1))
    return first; // what stood just above is known and not among them: they came in between
  insertSlots(staleFrom(anchors.front(), first), count);
  for (Anchor &anchor : anchors)
    anchor.row += count;
  return first;
}

int JobTableModel::absorbRemovalsBefore(int first, int count, const JobPage &page,
                                        std::vector<Anchor> &anchors) {
  if (m_windowed && m_windowStart > 0) {
    const int moved = int(std::min<qint64>(count, m_windowStart));
    m_windowStart -= moved;
    first += moved;
    count -= moved;
  }
  if (const int fewer = std::min(count, m_newAtHead); fewer > 0) {
    setNewAtHead(m_newAtHead - fewer);
    first += fewer;
    count -= fewer;
  }
  if (count == 0 || page.offset == 0)
    return first; // at the head the gap before the first anchor says which ones are gone
  removeSlots(staleFrom(anchors.front(), first), count);
  for (Anchor &anchor : anchors)
    anchor.row -= count;
  return first;
}

/// Rows from here down to the page were last seen before the anchor was, or never: what came or went did so
/// there. 0 when nothing above was seen later.
int JobTableModel::staleFrom(const Anchor &anchor, int first) const {
  const Slot &slot = m_slots[size_t(anchor.row)];
  const quint64 seen = slot ? slot->merged : 0;
  int row = std::min(anchor.row, first);
  while (row > 0 && (!m_slots[size_t(row) - 1] || m_slots[size_t(row) - 1]->merged <= seen))
    --row;
  return row;
}

/// Nothing of the page is known. At the head, growth by a page or more means that all of it is new.
int JobTableModel::absorbReplacement(int first, const JobPage &page) {
  const qint64 growth = page.total - m_total;
  const bool allNew = page.offset <= m_newAtHead && !page.rows.empty() && growth >= qint64(page.rows.size());
  if (!allNew || (m_windowed && m_windowStart > 0))
    return first;
  if (m_hold) {
    setNewAtHead(m_newAtHead + int(growth));
    return first - int(growth);
  }
  insertSlots(0, int(std::min<qint64>(growth, RealRowLimit)));
  return first;
}

void JobTableModel::mergeRows(int first, const Rows &rows, const std::vector<Anchor> &anchors,
                              JobFields fields, bool toTheEnd) {
  int row = first, next = 0, shift = 0;
  for (const Anchor &anchor : anchors) {
    const int at = anchor.row + shift;
    Q_ASSERT(at >= row); // absorbShift() leaves no anchor above what this page covers
    const int oldCount = at - row, newCount = anchor.index - next;
    mergeGap(row, oldCount, rows.data() + next, newCount, fields);
    shift += newCount - oldCount;
    row += newCount;
    store(row++, rows[size_t(anchor.index)], fields);
    next = anchor.index + 1;
  }
  const int left = int(rows.size()) - next;
  if (toTheEnd)
    mergeGap(row, size() - row, rows.data() + next, left, fields);
  else
    mergeTail(row, rows.data() + next, left, fields);
}

/// Rows [row, row + oldCount) become exactly these jobs, none of which is there yet.
void JobTableModel::mergeGap(int row, int oldCount, const JobRow *rows, int newCount, JobFields fields) {
  for (int end = row + oldCount; end > row;) {
    if (!m_slots[size_t(end) - 1].known()) {
      --end;
      continue;
    }
    int begin = end - 1;
    while (begin > row && m_slots[size_t(begin) - 1].known())
      --begin;
    removeSlots(begin, end - begin);
    oldCount -= end - begin;
    end = begin;
  }
  if (oldCount > newCount)
    removeSlots(row + newCount, oldCount - newCount);
  else
    insertSlots(row + oldCount, newCount - oldCount);
  for (int i = 0; i < newCount; ++i)
    store(row + i, rows[i], fields);
}

/// What follows the last anchor. Loaded rows there have either moved on, which shows in the total, or are
/// gone.
void JobTableModel::mergeTail(int row, const JobRow *rows, int count, JobFields fields) {
  const int there = std::clamp(size() - row, 0, count);
  const auto first = m_slots.begin() + row;
  const bool free = std::none_of(first, first + there, [](const Slot &slot) { return slot.known(); });
  int kept = there;
  if (!free) {
    const int grown = std::clamp(rowsWanted() - size(), 0, count);
    kept = 0;
    removeSlots(row, std::min(count - grown, there));
  }
  insertSlots(row + kept, count - kept);
  for (int i = 0; i < count; ++i)
    store(row + i, rows[i], fields);
}

void JobTableModel::store(int row, const JobRow &job, JobFields fields) {
  Slot &slot = m_slots[size_t(row)];
  m_knownCount += slot.known() ? 0 : 1;
  slot.id = hashOf(job.id);
  auto &cell = slot.cell;
  if (!cell) {
    cell = std::make_unique<Cell>();
    ++m_loadedCount;
  } else if (cell->row == job && cell->have == fields) {
    cell->used = ++m_stamp;
    cell->merged = m_merge;
    return;
  }
  cell->merged = m_merge;
  cell->row = job;
  cell->have = fields;
  cell->used = ++m_stamp;
  noteChanged(row);
}

/// A job that stands in the page can stand nowhere else: other rows of it are from an older page. The page
/// stays where it is: what it pushed up or down above it is not known before it is read again.
void JobTableModel::removeCopies(int first, const Rows &rows) {
  QSet<size_t> ids;
  for (const JobRow &row : rows)
    ids.insert(hashOf(row.id));
  const int end = first + int(rows.size());
  int above = 0;
  for (int row = size() - 1; row >= 0; --row)
    if ((row < first || row >= end) && m_slots[size_t(row)].known() &&
        ids.contains(m_slots[size_t(row)].id)) {
      removeSlots(row, 1);
      above += row < first ? 1 : 0;
    }
  insertSlots(first - above, above);
}

void JobTableModel::unload(Slot &slot) {
  if (slot)
    --m_loadedCount;
  slot.cell.reset();
}

void JobTableModel::evict() {
  if (m_mode != Mode::State || m_loadedCount <= LoadedLimit)
    return;
  std::vector<quint64> uses;
  uses.reserve(size_t(m_loadedCount));
  for (const Slot &slot : m_slots)
    if (slot)
      uses.push_back(slot->used);
  const auto limit = uses.end() - LoadedLimit * 3 / 4;
  std::nth_element(uses.begin(), limit, uses.end());
  for (Slot &slot : m_slots)
    if (slot && slot->used < *limit)
      unload(slot);
}

} // namespace oxp
