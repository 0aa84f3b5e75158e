// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/joblistfeed.h"

#include "ui/widgets/jobtableview.h"
#include "workspace/jobrequests.h"
#include "workspace/livewatch.h"
#include "workspace/longreads.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/sortedpagesource.h"
#include "workspace/statepagesource.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr int ReadEveryMs = 250;

} // namespace

JobListFeed::JobListFeed(const JobListPlace &place, JobTableModel *model, JobTableView *table, QWidget *panel)
    : QObject(panel)
    , m_place(place)
    , m_model(model)
    , m_table(table)
    , m_panel(panel) {
  m_rest.setSingleShot(true);
  m_rest.setInterval(ReadEveryMs);
  connect(&m_rest, &QTimer::timeout, this, [this] {
    if (std::exchange(m_again, false))
      readShown();
  });
  connect(m_model, &JobTableModel::pageRead, this, &JobListFeed::read);
  connect(m_model, &JobTableModel::fetchFailed, this, &JobListFeed::failed);
}

void JobListFeed::leave() {
  if (m_place.session)
    m_place.session->forget(this);
  m_latestRequest.cancel();
  m_latestBusy = m_latestAgain = m_again = false;
  m_latestMark.clear();
  m_latestRefused.clear();
  m_ownOrder = true;
  m_rest.stop();
}

void JobListFeed::follow() {
  ProfileSession *session = m_place.session;
  connect(&session->live(), &LiveWatch::pollTick, this, &JobListFeed::tick);
  connect(&session->live(), &LiveWatch::queuesMoved, this, &JobListFeed::noteMoved);
  connect(&session->counts(), &QueueCounter::countsChanged, this, &JobListFeed::noteCounts);
}

void JobListFeed::load() {
  if (!m_place.session)
    return;
  m_ownOrder = true;
  if (const std::optional<JobState> state = m_place.state()) {
    m_model->setSource(std::make_shared<StatePageSource>(m_place.session, m_place.queue, *state), *state,
                       m_place.count().value_or(-1), m_model->reversed());
    return;
  }
  m_model->setListOrder({});
  m_model->clear(); // not known to be empty before it is read
  loadLatest();
}

void JobListFeed::load(JobState state, std::shared_ptr<const SortedIds> order) {
  m_ownOrder = false;
  const qint64 total = order->size();
  m_model->setSource(
      std::make_shared<SortedPageSource>(m_place.session, m_place.queue, state, std::move(order)), state,
      total, false);
}

void JobListFeed::loadLatest(JobTableModel::Look look) {
  if (!m_place.session)
    return;
  m_latestAgain = m_latestBusy; // what changed after that was asked is asked for after it
  if (m_latestBusy)
    return;
  m_latestBusy = true;
  const JobFields fields = m_model->fields();
  const QByteArray known =
      look == JobTableModel::Look::Ids && m_latestFields == fields ? m_latestMark : QByteArray();
  m_latestRequest = m_place.session->jobs().requestLatest(
      m_place.queue, fields, known, this,
      [this, asked = m_place.queue.id, fields](const Result<reader::Latest> &latest) {
        if (asked == m_place.queue.id && m_place.tab == StateTab::Latest)
          takeLatest(latest, fields);
      });
}

void JobListFeed::takeLatest(const Result<reader::Latest> &latest, JobFields fields) {
  m_latestBusy = false;
  if (!latest) {
    if (latest.error().kind != ErrorKind::Cancelled)
      emit failed(latest.error());
    return;
  }
  m_latestMark = latest->mark;
  m_latestFields = fields;
  if (!latest->unchanged) {
    m_latestRefused = latest->refused;
    m_model->setList(latest->rows, JobListKind::Latest);
  }
  emit read(m_latestRefused);
  if (m_latestAgain)
    loadLatest();
}

/// The slow poll. All is read again seldom: for what has no event. Of a queue that tells nothing it is asked
/// each time which jobs there are.
void JobListFeed::tick() {
  const bool spoken = m_place.session && m_place.session->live().speaks(m_place.queue.id);
  if (++m_ticks % LiveWatch::TicksPerSpoken == 0)
    readShown();
  else if (!spoken && m_ownOrder)
    readShown(JobTableModel::Look::Ids);
}

void JobListFeed::noteMoved(const std::vector<QueueChange> &changes) {
  const auto ours = [this](const QueueChange &change) { return change.queue == m_place.queue.id; };
  if (std::any_of(changes.begin(), changes.end(), ours))
    readShown();
}

/// Where jobs came or went is only known from a page.
void JobListFeed::noteCounts() {
  if (!m_ownOrder || m_model->mode() != JobTableModel::Mode::State)
    return;
  if (const std::optional<qint64> count = m_place.count(); count && *count != m_model->total())
    readShown();
}

void JobListFeed::readShown(JobTableModel::Look look) {
  if (!m_panel->isVisible() || m_place.covered)
    return;
  if (m_rest.isActive()) {
    m_again = true;
    return;
  }
  m_rest.start();
  if (m_place.tab == StateTab::Latest) {
    loadLatest(look);
    return;
  }
  const auto [first, last] = m_table->visibleRows();
  m_model->refreshVisible(first, last, look);
}

void JobListFeed::refresh() {
  if (!m_place.session)
    return;
  if (m_place.tab == StateTab::Latest)
    loadLatest();
  else
    m_model->refreshAll();
}

} // namespace oxp
