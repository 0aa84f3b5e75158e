// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobpages.h"

#include "models/jobrowstore.h"
#include "models/jobwindow.h"

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

JobPages::JobPages(JobRowStore &rows, const JobWindow &window)
    : m_rows(rows)
    , m_window(window) {
  m_flush.setSingleShot(true);
  m_flush.setInterval(0);
  connect(&m_flush, &QTimer::timeout, this, &JobPages::flush);
}

void JobPages::setSource(std::shared_ptr<PageSource> source, bool reversed) {
  ++m_generation;
  m_source = std::move(source);
  m_reversed = reversed;
  m_refreshing = m_refreshAgain = false;
  m_seen = {};
  m_visibleFirst = m_visibleLast = 0;
  m_wanted.clear();
  m_inFlight.clear();
}

void JobPages::readHead() {
  send({0, PageRows, m_fields, m_reversed}, false);
}

void JobPages::want(int row) {
  if (!m_source)
    return;
  const qint64 page = m_window.positionOf(row) / PageRows;
  if (!m_wanted.empty() && m_wanted.back() == page)
    return;
  std::erase(m_wanted, page);
  if (m_wanted.size() >= MaxWanted)
    m_wanted.erase(m_wanted.begin());
  m_wanted.push_back(page);
  if (!m_flush.isActive())
    m_flush.start();
}

void JobPages::flush() {
  while (!m_wanted.empty() && m_inFlight.size() < MaxInFlight) {
    const qint64 page = m_wanted.back();
    m_wanted.pop_back();
    if (!m_inFlight.contains(page * PageRows) && !isLoaded(page))
      send({page * PageRows, PageRows, m_fields, m_reversed}, false);
  }
}

bool JobPages::isLoaded(qint64 page) const {
  const qint64 first = m_window.rowOf(page * PageRows);
  const qint64 last = std::min<qint64>(first + PageRows, m_rows.size());
  for (qint64 row = std::max<qint64>(first, 0); row < last; ++row)
    if (!m_rows.rowAt(int(row)) || (m_fields & ~m_rows.fieldsAt(int(row))))
      return false;
  return true;
}

void JobPages::refresh(int first, int last, Look look) {
  m_visibleFirst = std::max(first, 0);
  m_visibleLast = std::max(last, m_visibleFirst);
  m_refreshAgain = m_refreshing; // what changed after that was asked is asked for after it
  if (!m_source || m_refreshing)
    return;
  const int from = std::max(m_visibleFirst - RefreshMargin, 0);
  const int count = std::clamp(m_visibleLast - from + RefreshMargin + 1, PageRows, MaxRefreshRows);
  PageWish wish{m_window.positionOf(from), count, m_fields, m_reversed};
  const bool sameAsSeen =
      m_seen.offset == wish.offset && m_seen.count == wish.count && m_seen.fields == wish.fields;
  if (look == Look::Ids && sameAsSeen)
    wish.known = m_seen.known;
  send(wish, true);
}

void JobPages::refreshAll() {
  if (!m_source)
    return;
  for (int row = 0; row < m_rows.size(); ++row)
    if (row < m_visibleFirst - RefreshMargin || row > m_visibleLast + RefreshMargin)
      m_rows.unload(row);
  refresh(m_visibleFirst, m_visibleLast, Look::Rows);
}

void JobPages::send(const PageWish &wish, bool refresh) {
  if (!m_source)
    return;
  if (refresh)
    m_refreshing = true;
  else
    m_inFlight.insert(wish.offset);
  m_source->fetch(wish, this, [this, refresh, wish, generation = m_generation](const Result<JobPage> &page) {
    if (generation == m_generation)
      take(refresh, wish, page);
  });
}

void JobPages::take(bool refresh, const PageWish &wish, const Result<JobPage> &answer) {
  if (refresh)
    m_refreshing = false;
  else
    m_inFlight.erase(wish.offset);
  if (answer)
    apply(refresh, wish, *answer);
  else if (answer.error().kind != ErrorKind::Cancelled)
    emit failed(answer.error());
}

void JobPages::apply(bool refresh, const PageWish &wish, const JobPage &page) {
  if (refresh) {
    m_seen = wish;
    m_seen.known = page.mark;
  }
  if (!page.unchanged) {
    m_refused = page.refused;
    emit came(page, wish.fields);
  }
  emit answered(m_refused);
  flush();
  if (m_refreshAgain && !m_refreshing)
    this->refresh(m_visibleFirst, m_visibleLast, Look::Rows);
}

} // namespace oxp
