// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the list shows and when that is read again: by events, by the slow poll, or because it was asked for.
#include "ui/views/joblistpanel.h"

#include "models/refusaltext.h"
#include "ui/flows/errornotice.h"
#include "ui/theme/style.h"
#include "ui/views/searchpanel.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/jobtableview.h"
#include "workspace/statepagesource.h"

#include <QPushButton>
#include <QStackedWidget>

namespace oxp {
namespace {

constexpr int ClockMs = 2'000;
constexpr int ReadEveryMs = 250;

} // namespace

/// Relative times go on in every list.
void JobListPanel::setupClock() {
  m_readRest.setSingleShot(true);
  m_readRest.setInterval(ReadEveryMs);
  connect(&m_readRest, &QTimer::timeout, this, [this] {
    if (std::exchange(m_readAgain, false))
      readShown();
  });
  m_clock.setInterval(ClockMs);
  connect(&m_clock, &QTimer::timeout, m_table, &JobTableView::refreshVisible);
}

void JobListPanel::showEvent(QShowEvent *event) {
  QWidget::showEvent(event);
  m_clock.start();
}

void JobListPanel::hideEvent(QHideEvent *event) {
  QWidget::hideEvent(event);
  m_clock.stop();
}

void JobListPanel::load() {
  const std::optional<JobState> state = stateOf(m_shown.tab);
  if (!m_shown.session)
    return;
  if (!state) {
    m_model->setListOrder({});
    m_model->clear(); // not known to be empty before it is read
    loadLatest();
  } else {
    const std::optional<QueueCounts> counts = m_shown.session->counts(m_shown.queue.id);
    m_model->setSource(std::make_shared<StatePageSource>(m_shown.session, m_shown.queue, *state), *state,
                       counts ? counts->of(*state) : -1, m_model->reversed());
  }
  markOrder();
  showEmptyWords();
}

void JobListPanel::loadLatest(JobTableModel::Look look) {
  if (!m_shown.session)
    return;
  m_latestAgain = m_latestBusy; // what changed after that was asked is asked for after it
  if (m_latestBusy)
    return;
  m_latestBusy = true;
  const JobFields fields = m_model->fields();
  const QByteArray known =
      look == JobTableModel::Look::Ids && m_latestFields == fields ? m_latestMark : QByteArray();
  m_latestRequest = m_shown.session->requestLatest(
      m_shown.queue, fields, known, this,
      [this, asked = m_shown.queue.id, fields](const Result<reader::Latest> &latest) {
        if (asked == m_shown.queue.id && m_shown.tab == StateTab::Latest)
          takeLatest(latest, fields);
      });
}

void JobListPanel::takeLatest(const Result<reader::Latest> &latest, JobFields fields) {
  m_latestBusy = false;
  if (!latest) {
    if (latest.error().kind != ErrorKind::Cancelled)
      m_banner->post(errorNotice(latest.error(), Doing::Reading, "read"));
    return;
  }
  m_banner->withdraw("read");
  m_latestMark = latest->mark;
  m_latestFields = fields;
  if (!latest->unchanged) {
    tellRefused(latest->refused);
    m_model->setList(latest->rows, JobListKind::Latest);
    showEmptyWords();
  }
  emit listRead();
  if (m_latestAgain)
    loadLatest();
}

/// What can be read is shown; why it is less than there is stands above it, until the person has closed that.
void JobListPanel::tellRefused(const RefusedCommands &refused) {
  if (m_refused == refused)
    return;
  m_refused = refused;
  m_banner->withdraw("refused");
  if (refused.empty())
    return;
  Notice notice;
  notice.id = "refused";
  notice.kind = NoticeKind::Warn;
  notice.what = refusalHeadline(refused);
  notice.detail = refusalCost(refused, RefusalPlace::Jobs);
  m_banner->post(notice);
}

/// The slow poll. All is read again seldom: for what has no event. Of a queue that tells nothing it is asked
/// each time which jobs there are.
void JobListPanel::tick() {
  const bool spoken = m_shown.session && m_shown.session->speaks(m_shown.queue.id);
  if (++m_ticks % ProfileSession::TicksPerSpoken == 0)
    readShown();
  else if (!spoken && !m_sort)
    readShown(JobTableModel::Look::Ids);
}

void JobListPanel::follow(const std::vector<QueueChange> &changes) {
  const auto ours = [this](const QueueChange &change) { return change.queue == m_shown.queue.id; };
  if (std::any_of(changes.begin(), changes.end(), ours))
    readShown();
}

/// Reads again what is on the screen, at most four times a second; rows are merged, never reset.
void JobListPanel::readShown(JobTableModel::Look look) {
  if (!isVisible() || m_searching)
    return;
  if (m_readRest.isActive()) {
    m_readAgain = true;
    return;
  }
  m_readRest.start();
  if (m_shown.tab == StateTab::Latest) {
    loadLatest(look);
    return;
  }
  const auto [first, last] = m_table->visibleRows();
  m_model->refreshVisible(first, last, look);
}

void JobListPanel::refresh() {
  if (m_searching)
    return m_results->restart();
  if (m_shown.session) {
    if (m_shown.tab == StateTab::Latest)
      loadLatest();
    else
      m_model->refreshAll();
  }
}

void JobListPanel::applyCounts() {
  const std::optional<JobState> state = stateOf(m_shown.tab);
  if (!state || !m_shown.session || m_sort || m_model->mode() != JobTableModel::Mode::State)
    return;
  // Where jobs came or went is only known from a page.
  const auto counts = m_shown.session->counts(m_shown.queue.id);
  if (counts && counts->of(*state) != m_model->total())
    readShown();
}

void JobListPanel::showEmptyWords() {
  const bool knownEmpty = m_shown.session && m_model->rowCount() == 0 &&
                          (m_model->mode() == JobTableModel::Mode::FixedList || m_model->total() == 0);
  if (!m_searching)
    m_stack->setCurrentIndex(knownEmpty ? 1 : 0);
  if (!knownEmpty)
    return;
  m_empty->clear();
  const std::optional<JobState> state = stateOf(m_shown.tab);
  m_empty->setHeadline(state ? tr("No %1 jobs").arg(stateTitle(*state)) : tr("No jobs yet"));
  m_empty->setSentence(state ? tr("Jobs appear here by themselves when they come.")
                             : tr("The newest jobs of all states appear here by themselves."));
  if (const std::optional<JobState> other = state ? otherState(*state) : std::nullopt) {
    QPushButton *link = m_empty->addButton(tr("Show %1").arg(stateTitle(*other)), ButtonKind::Flat);
    connect(link, &QPushButton::clicked, this, [this, other] { emit tabWanted(tabOf(*other)); });
  }
}

/// A state that has jobs, for who looked into one that has none.
std::optional<JobState> JobListPanel::otherState(JobState empty) const {
  const std::optional<QueueCounts> counts =
      m_shown.session ? m_shown.session->counts(m_shown.queue.id) : std::nullopt;
  if (!counts)
    return {};
  for (const JobState state : {JobState::Completed, JobState::Failed, JobState::Waiting, JobState::Active,
                               JobState::Delayed, JobState::Prioritized, JobState::WaitingChildren})
    if (state != empty && counts->of(state) > 0)
      return state;
  return {};
}

} // namespace oxp
