// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/searchfollower.h"

#include "models/searchresultsmodel.h"
#include "ui/widgets/jobtableview.h"
#include "workspace/jobrequests.h"
#include "workspace/jobwatch.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"

#include <QScrollBar>

#include <algorithm>

namespace oxp {

namespace {

constexpr int RestMs = 1'000;
constexpr qsizetype MostToldJobs = 5'000; ///< of one queue; beyond that all of it counts as told

QByteArray keyOf(const SearchHit &hit) {
  return hit.queue.id.key(hit.row.id);
}

} // namespace

SearchFollower::SearchFollower(SearchResultsModel *model, JobTableView *table, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_table(table) {
  m_rest.setSingleShot(true);
  m_rest.setInterval(RestMs);
  connect(&m_rest, &QTimer::timeout, this, &SearchFollower::look);
  connect(table->verticalScrollBar(), &QScrollBar::valueChanged, this, &SearchFollower::look);
  connect(model, &QAbstractItemModel::layoutChanged, this, &SearchFollower::look);
  connect(model, &QAbstractItemModel::rowsInserted, this, &SearchFollower::look);
}

void SearchFollower::follow(ProfileSession *session) {
  if (m_session)
    m_session->forget(this);
  m_session = session;
  m_told.clear();
  m_read.clear();
  m_request.cancel();
  m_busy = false;
  ++m_number;
  if (!session)
    return;
  connect(&session->live(), &LiveWatch::queuesMoved, this, &SearchFollower::note);
  connect(&session->live(), &LiveWatch::pollTick, this, &SearchFollower::noteSilent);
  connect(&session->openJob(), &JobWatch::polled, this, &SearchFollower::applyPulse);
}

void SearchFollower::note(const std::vector<QueueChange> &changes) {
  ++m_now;
  for (const QueueChange &change : changes) {
    Told &told = m_told[change.queue];
    if (change.allJobs || change.resync || told.ofJob.size() + change.jobs.size() > MostToldJobs) {
      told = {m_now, {}};
      continue;
    }
    for (const QByteArray &id : change.jobs)
      told.ofJob.insert(id, m_now);
  }
  look();
}

/// A slow poll came by: who tells nothing may have changed.
void SearchFollower::noteSilent() {
  ++m_now;
  const auto [first, last] = m_table->visibleRows();
  for (int row = first; row <= last; ++row) {
    const SearchHit *hit = m_model->hitAt(row);
    if (hit && !m_session->live().speaks(hit->queue.id))
      m_told[hit->queue.id] = {m_now, {}};
  }
  look();
}

/// The open job is polled in any case.
void SearchFollower::applyPulse(const JobPulse &pulse) {
  const SearchHit *hit = m_model->hitAt(m_model->rowOf(pulse.detail.queue, pulse.detail.row.id));
  if (!hit)
    return;
  JobRow row = pulse.detail.exists ? pulse.detail.row : hit->row;
  row.missing = !pulse.detail.exists;
  m_model->applyRow(pulse.detail.queue, row);
}

bool SearchFollower::isOld(const SearchHit &hit) const {
  const auto told = m_told.constFind(hit.queue.id);
  if (told == m_told.constEnd())
    return false;
  const quint64 at = std::max(told->ofAll, told->ofJob.value(hit.row.id));
  return at > m_read.value(keyOf(hit));
}

/// Reads what is old and on the screen, unless something was read a moment ago: then by and by.
void SearchFollower::look() {
  if (!m_session || m_busy || m_rest.isActive())
    return;
  if (const std::vector<QPersistentModelIndex> places = oldOnScreen(); !places.empty())
    ask(places);
}

/// Those of one queue: another's have their turn next.
std::vector<QPersistentModelIndex> SearchFollower::oldOnScreen() const {
  std::vector<QPersistentModelIndex> places;
  std::optional<QueueId> queue;
  const auto [first, last] = m_table->visibleRows();
  for (int row = first; row <= last; ++row) {
    const SearchHit *hit = m_model->hitAt(row);
    if (!hit || !isOld(*hit) || (queue && hit->queue.id != *queue))
      continue;
    queue = hit->queue.id;
    places.emplace_back(m_model->index(row, 0));
  }
  return places;
}

void SearchFollower::ask(const std::vector<QPersistentModelIndex> &places) {
  std::vector<QByteArray> ids;
  for (const QPersistentModelIndex &place : places) {
    const SearchHit *hit = m_model->hitAt(place.row());
    ids.push_back(hit->row.id);
    m_read.insert(keyOf(*hit), m_now);
  }
  m_busy = true;
  m_rest.start();
  const QueueInfo queue = m_model->hitAt(places.front().row())->queue;
  m_request = m_session->jobs().requestRows(
      queue, JobState::Unknown, ids, AllJobFields, this,
      [this, places, number = m_number](const Result<std::vector<JobRow>> &rows) {
        if (number == m_number)
          take(places, rows);
      });
}

/// What could not be read stays as it is until something is told of it again.
void SearchFollower::take(const std::vector<QPersistentModelIndex> &places,
                          const Result<std::vector<JobRow>> &rows) {
  m_busy = false;
  for (size_t i = 0; rows && i < places.size() && i < rows->size(); ++i)
    m_model->applyRowAt(places[i].row(), (*rows)[i]);
  look();
}

} // namespace oxp
