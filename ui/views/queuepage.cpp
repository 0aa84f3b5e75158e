// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/queuepage.h"

#include "ui/actions/actionset.h"
#include "ui/panes/jobheader.h"
#include "ui/panes/jobpane.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/panestack.h"
#include "ui/views/queueheader.h"
#include "ui/views/receiptspanel.h"
#include "ui/views/schedulerspanel.h"
#include "ui/widgets/banner.h"
#include "workspace/jobrequests.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

#include <QDockWidget>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace oxp {
namespace {

constexpr int RightFrom = 1280; // px of window width
constexpr int PaneWidth = 568;
constexpr int PaneHeight = 320, LeastPane = 178; // below that its buttons lose height
constexpr int ListHeight = 304;                  ///< search line, header and a dozen compact rows
constexpr int RoomForReceipts = 760;             // px of window height

QList<StateTab> tabsFor(Family family) {
  QList<StateTab> tabs{StateTab::Latest,    StateTab::Waiting,     StateTab::Active,
                       StateTab::Delayed,   StateTab::Prioritized, StateTab::WaitingChildren,
                       StateTab::Completed, StateTab::Failed,      StateTab::Schedulers};
  if (family == Family::Bull4) {
    tabs.removeOne(StateTab::Prioritized);
    tabs.removeOne(StateTab::WaitingChildren);
  }
  return tabs;
}

} // namespace

QueuePage::QueuePage(ActionSet &actions, Workspace &workspace, QWidget *window)
    : QWidget(window)
    , m_settings(workspace.settings())
    , m_header(new QueueHeader(actions))
    , m_tabs(new StateTabBar)
    , m_banner(new Banner)
    , m_body(new QMainWindow)
    , m_lists(new QStackedWidget)
    , m_list(new JobListPanel(actions, workspace.settings(), workspace.activity()))
    , m_schedulers(new SchedulersPanel)
    , m_receipts(new ReceiptsPanel(workspace.receipts()))
    , m_pane(new JobPane(actions, workspace, window))
    , m_stack(new PaneStack(m_list, m_pane))
    , m_dock(new QDockWidget(tr("Job"))) {
  setupTop();
  setupBody();
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_header);
  layout->addWidget(m_tabs);
  layout->addWidget(m_banner);
  layout->addWidget(m_body, 1);
}

void QueuePage::setupTop() {
  m_tabs->setAccessibleName(tr("States"));
  connect(m_tabs, &StateTabBar::currentTabChanged, this, &QueuePage::showTab);
}

void QueuePage::setupBody() {
  m_lists->addWidget(m_list);
  m_lists->addWidget(m_schedulers);
  m_body->setWindowFlags(Qt::Widget);
  auto *middle = new QWidget;
  auto *column = new QVBoxLayout(middle);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_lists, 1);
  column->addWidget(m_receipts);
  m_body->setCentralWidget(middle);
  m_dock->setObjectName(QStringLiteral("JobPaneDock"));
  m_dock->setAllowedAreas(Qt::RightDockWidgetArea | Qt::BottomDockWidgetArea | Qt::LeftDockWidgetArea);
  m_dock->setTitleBarWidget(m_stack->header());
  m_dock->setWidget(m_stack);
  const int least = LeastPane - m_pane->header()->sizeHint().height(); // its tabs ask for more
  m_pane->setMinimumHeight(least);
  m_stack->setMinimumHeight(least);
  m_body->addDockWidget(Qt::RightDockWidgetArea, m_dock);
  connect(m_dock, &QDockWidget::visibilityChanged, this,
          [this] { emit paneShownChanged(!m_dock->isHidden()); });
  connect(m_list, &JobListPanel::currentJobChanged, this,
          [this](const QueueInfo &queue, const std::optional<JobRow> &job) {
            if (job && m_session)
              m_openedById = false;
            m_stack->setCurrent(queue, job);
            emit stateChanged();
          });
  connect(m_list, &JobListPanel::selectionChanged, this, &QueuePage::stateChanged);
  connect(m_stack, &PaneStack::coveredChanged, this, &QueuePage::stateChanged);
  connect(m_list, &JobListPanel::searchCompleted, this, &QueuePage::matchFound);
  connect(m_list, &JobListPanel::tabWanted, this, &QueuePage::setCurrentTab);
  connect(m_list, &JobListPanel::contextMenuWanted, this, &QueuePage::contextMenuWanted);
  connect(m_pane, &JobPane::detailChanged, this, &QueuePage::stateChanged);
  connect(m_schedulers, &SchedulersPanel::jobWanted, this,
          [this](const QueueId &, const QByteArray &jobId) { openJob(jobId); });
}

void QueuePage::open(ProfileSession *session, const QueueInfo &queue, StateTab tab) {
  const bool same = m_session == session && m_queue.id == queue.id;
  if (!same) {
    if (m_session)
      m_session->forget(this);
    m_pane->close();
    m_openedById = false;
    m_session = session;
    m_stack->setSession(session);
    m_queue = queue;
    m_workers = QueueHeader::NotRead;
    m_workersBusy = false;
    m_banner->clear();
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setTabs(tabsFor(queue.family));
    m_tabs->clearCounts();
    connect(&session->counts(), &QueueCounter::countsChanged, this, &QueuePage::applyCounts);
    connect(&session->live(), &LiveWatch::pollTick, this, &QueuePage::loadWorkers);
    connect(&session->queues(), &QueueRegistry::queuesFound, this, &QueuePage::applyQueue);
    connect(&session->queues(), &QueueRegistry::queuesChanged, this, &QueuePage::applyQueue);
    loadWorkers();
  }
  m_queue = queue;
  applyCounts();
  if (!same || currentTab() != tab) {
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setCurrentTab(tab);
    showTab(tab);
  }
  emit stateChanged();
}

void QueuePage::close() {
  if (m_session)
    m_session->forget(this);
  m_pane->close();
  m_stack->setSession(nullptr);
  m_list->show(nullptr, {}, StateTab::Latest);
  m_schedulers->show(nullptr, {});
  m_session = nullptr;
  emit stateChanged();
}

StateTab QueuePage::currentTab() const {
  return m_tabs->currentTab();
}

void QueuePage::setCurrentTab(StateTab tab) {
  if (m_tabs->indexOf(tab) >= 0)
    m_tabs->setCurrentTab(tab);
}

void QueuePage::showTab(StateTab tab) {
  if (!m_session)
    return;
  const bool schedulers = tab == StateTab::Schedulers;
  m_lists->setCurrentIndex(schedulers ? 1 : 0);
  m_schedulers->show(schedulers ? m_session.data() : nullptr, m_queue);
  m_list->show(schedulers ? nullptr : m_session.data(), m_queue, tab);
  emit tabShown(tab);
  emit stateChanged();
}

/// Its release may be known by now, or be another one after a deployment.
void QueuePage::applyQueue() {
  const std::optional<QueueInfo> known = m_session ? m_session->queues().find(m_queue.id) : std::nullopt;
  if (!known || *known == m_queue)
    return;
  m_queue = *known;
  updateHeader();
  emit stateChanged();
}

void QueuePage::applyCounts() {
  const std::optional<QueueCounts> counts = m_session ? m_session->counts().of(m_queue.id) : std::nullopt;
  if (counts) {
    for (const JobState state : ShownStates)
      m_tabs->setCount(tabOf(state), counts->of(state));
    m_tabs->setCount(StateTab::Schedulers, counts->schedulers);
  }
  const bool paused = counts && counts->paused;
  const bool changed = paused != m_paused;
  m_paused = paused;
  updateHeader();
  if (changed)
    emit stateChanged();
}

void QueuePage::updateHeader() {
  m_header->setQueue(m_queue, m_paused, m_workers);
}

void QueuePage::loadWorkers() {
  if (m_workersBusy || !m_session || !m_session->isConnected())
    return;
  m_workersBusy = true;
  const QueueId asked = m_queue.id;
  m_session->jobs().requestWorkers(m_queue, this, [this, asked](const Result<reader::Workers> &workers) {
    if (asked != m_queue.id)
      return;
    m_workersBusy = false;
    m_workers = !workers ? QueueHeader::NotRead : workers->known ? workers->count : QueueHeader::NotToldHere;
    updateHeader();
  });
}

void QueuePage::focusSearch() {
  if (currentTab() == StateTab::Schedulers)
    setCurrentTab(StateTab::Latest);
  m_list->focusSearch();
}

void QueuePage::focusList() {
  if (currentTab() == StateTab::Schedulers)
    m_tabs->setFocus();
  else
    m_list->focusList();
}

/// After a search the pane shows one of the jobs that it found, or none: another customer's would be taken
/// for it. Text that is being edited stays where it is.
void QueuePage::matchFound() {
  if (m_pane->hasUnsaved() || m_openedById)
    return;
  const JobContext open = m_pane->context();
  if (!m_list->selectFound(open.queue.id, open.jobId))
    m_pane->close();
}

void QueuePage::openJob(const QByteArray &jobId) {
  if (!m_session || jobId.isEmpty())
    return;
  setPaneShown(true);
  m_list->select(jobId);
  m_openedById = true;
  m_pane->open(m_session, m_queue, jobId);
  m_stack->showPane();
}

void QueuePage::setPanePlace(PanePlace place) {
  m_place = place;
  m_placed = false;
  placePane();
}

void QueuePage::placePane() {
  if (m_dock->isFloating())
    return;
  const bool right =
      m_place == PanePlace::Right || (m_place == PanePlace::Automatic && window()->width() >= RightFrom);
  const Qt::DockWidgetArea wanted = right ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea;
  if (m_placed && m_body->dockWidgetArea(m_dock) == wanted)
    return;
  m_placed = true;
  const bool hidden = m_dock->isHidden();
  m_body->addDockWidget(wanted, m_dock);
  m_dock->setHidden(hidden);
  m_ownWidth = right;
  m_ownHeight = !right;
  fitPane();
  fitError();
}

/// A width or a height is nothing to docks that are not shown yet.
void QueuePage::fitPane() {
  if (m_dock->isFloating() || !m_dock->isVisible())
    return;
  if (std::exchange(m_ownWidth, false))
    m_body->resizeDocks({m_dock}, {PaneWidth}, Qt::Horizontal);
  if (m_ownHeight)
    fitHeight();
}

/// Below the list: high enough to read in, and never so high that only a few jobs are left. Until a person
/// gives it another height.
void QueuePage::fitHeight() {
  constexpr int Rounding = 8;
  if (m_fitted > 0 && std::abs(m_dock->height() - m_fitted) > Rounding) {
    m_ownHeight = false;
    return;
  }
  m_fitted = std::clamp(m_body->height() - ListHeight, LeastPane, PaneHeight);
  m_body->resizeDocks({m_dock}, {m_fitted}, Qt::Vertical);
}

void QueuePage::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  placePane();
  m_receipts->setShownRows(window()->height() >= RoomForReceipts ? ReceiptsPanel::MostRows : 1);
  // The body has its new height only after this.
  QMetaObject::invokeMethod(this, &QueuePage::fitPane, Qt::QueuedConnection);
}

void QueuePage::showEvent(QShowEvent *event) {
  QWidget::showEvent(event);
  QMetaObject::invokeMethod(this, &QueuePage::fitPane, Qt::QueuedConnection);
}

void QueuePage::setPaneShown(bool shown) {
  m_dock->setVisible(shown);
}

bool QueuePage::paneShown() const {
  return !m_dock->isHidden();
}

void QueuePage::setCompact(bool compact) {
  m_compact = compact;
  m_header->setCompact(compact);
  m_list->setCompact(compact);
  m_stack->setCompact(compact);
  fitError();
}

/// Below the list the pane's header is wide, and each line counts.
void QueuePage::fitError() {
  m_pane->setErrorInHeader(m_compact && m_body->dockWidgetArea(m_dock) == Qt::BottomDockWidgetArea);
}

QByteArray QueuePage::saveArrangement() const {
  return m_body->saveState();
}

void QueuePage::restoreArrangement(const QByteArray &state) {
  if (!state.isEmpty() && m_body->restoreState(state)) {
    m_placed = true;
    m_ownWidth = m_ownHeight = false;
  }
}

} // namespace oxp
