// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/joblistpanel.h"

#include "models/jobcells.h"
#include "models/jobtablemodel.h"
#include "ui/actions/actionset.h"
#include "ui/flows/errornotice.h"
#include "ui/theme/style.h"
#include "ui/views/searchcontrol.h"
#include "ui/views/searchpanel.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/searchbox.h"
#include "workspace/settings.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace oxp {

std::optional<JobColumn> orderColumn(StateTab tab) {
  switch (tab) {
  case StateTab::Waiting:
  case StateTab::WaitingChildren:
    return JobColumn::Created;
  case StateTab::Active:
    return JobColumn::Processed;
  case StateTab::Delayed:
    return JobColumn::Due;
  case StateTab::Prioritized:
    return JobColumn::Priority;
  case StateTab::Completed:
  case StateTab::Failed:
    return JobColumn::Finished;
  case StateTab::Latest:
    return JobColumn::Changed;
  case StateTab::Schedulers:
    break;
  }
  return {};
}

JobListPanel::JobListPanel(ActionSet &actions, Settings &settings, ActivityModel &activity, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_actions(actions)
    , m_activity(activity)
    , m_model(new JobTableModel(this))
    , m_table(new JobTableView)
    , m_searchBox(new SearchBox)
    , m_search(new SearchControl(m_searchBox, settings, this))
    , m_filters(new FilterChips)
    , m_results(new SearchPanel(settings, activity))
    , m_banner(new Banner)
    , m_chip(new QPushButton)
    , m_windowBar(new QScrollBar(Qt::Vertical))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyPlace)
    , m_byError(new QPushButton(tr("Group by error"))) {
  setupTable();
  setupHeader();
  setupSearch();
  setupFilters();
  setupChip();
  setupScroll();
  setupLayout();
  setupClock();
}

JobListPanel::~JobListPanel() = default;

void JobListPanel::setupTable() {
  m_table->setAccessibleName(tr("Jobs"));
  m_table->setObjectName(QStringLiteral("Jobs"));
  m_table->setModel(m_model);
  m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_table->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(m_table, &QWidget::customContextMenuRequested, this,
          [this](const QPoint &place) { emit contextMenuWanted(m_table->viewport()->mapToGlobal(place)); });
  connect(m_table, &QAbstractItemView::pressed, this, &JobListPanel::choose);
  connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
    choose(index);
    emit jobActivated();
  });
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex &current) {
            if (m_model->isRemoving())
              return leaveRow(current);
            const JobRow *row = current.isValid() ? m_model->rowAt(current.row()) : nullptr;
            if (current.isValid())
              m_wantedId.clear();
            tellCurrent(row);
          });
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &JobListPanel::selectionChanged);
  connect(m_model, &QAbstractItemModel::dataChanged, this, &JobListPanel::keepSelection);
  connect(m_model, &JobTableModel::loaded, this, [this] {
    showEmptyWords();
    keepSelection();
  });
  connect(m_model, &JobTableModel::pageRead, this, [this](const RefusedCommands &refused) {
    m_banner->withdraw("read");
    tellRefused(refused);
    emit listRead();
  });
  connect(m_model, &JobTableModel::totalChanged, this, &JobListPanel::showEmptyWords);
  connect(m_model, &JobTableModel::fetchFailed, this,
          [this](const Error &error) { m_banner->post(errorNotice(error, Doing::Reading, "read")); });
}

/// A row may be the current one and still not the open job's: that one came by its id, or its row has left.
void JobListPanel::choose(const QModelIndex &index) {
  const JobRow *row = m_model->rowAt(index.row());
  if (!row || row->id == m_openId)
    return;
  m_wantedId.clear();
  tellCurrent(row);
}

void JobListPanel::tellCurrent(const JobRow *row) {
  m_currentId = row ? row->id : QByteArray();
  if (row)
    m_openId = row->id;
  emit currentJobChanged(m_shown.queue, row ? std::optional(*row) : std::nullopt);
}

/// The row of the current job has gone. Only a person opens another job: the view's own choice of a neighbour
/// is taken back, and the job is marked again should its row return.
void JobListPanel::leaveRow(const QModelIndex &neighbour) {
  m_neighbour = neighbour;
  if (m_wantedId.isEmpty())
    m_wantedId = std::exchange(m_currentId, {});
  QMetaObject::invokeMethod(
      this,
      [this] {
        if (!m_wantedId.isEmpty() && m_currentId.isEmpty())
          m_table->selectionModel()->clearCurrentIndex();
        emit selectionChanged();
      },
      Qt::QueuedConnection);
}

void JobListPanel::keepSelection() {
  // While a job is waited for nobody else's becomes the open one: the neighbour of a row that has just left
  // is current until the view has been told.
  if (!m_wantedId.isEmpty()) {
    if (const int row = m_model->rowOf(m_wantedId); row >= 0)
      markAgain(row);
    return;
  }
  // A row that was loading when it became current has its job now.
  const QModelIndex current = m_table->currentIndex();
  if (!current.isValid() || !m_currentId.isEmpty())
    return;
  if (const JobRow *row = m_model->rowAt(current.row())) {
    // A row that is loading cannot be selected yet.
    if (!m_table->selectionModel()->hasSelection())
      m_table->selectionModel()->select(current, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    tellCurrent(row);
  }
}

void JobListPanel::setupHeader() {
  QHeaderView *header = m_table->horizontalHeader();
  header->setSectionsMovable(true);
  header->setContextMenuPolicy(Qt::CustomContextMenu);
  header->setSectionsClickable(true);
  connect(header, &QWidget::customContextMenuRequested, this, &JobListPanel::chooseColumns);
  connect(header, &QHeaderView::sectionResized, this, &JobListPanel::saveWidths);
  connect(header, &QHeaderView::sectionMoved, this, &JobListPanel::saveWidths);
  connect(header, &QHeaderView::sectionClicked, this, &JobListPanel::headerClicked);
}

void JobListPanel::setupChip() {
  setButtonKind(m_chip, ButtonKind::Flat);
  m_chip->hide();
  connect(m_model, &JobTableModel::newAtHeadChanged, this, [this](int count) {
    m_chip->setText(tr("%n new", nullptr, count));
    m_chip->setAccessibleName(m_chip->text());
    m_chip->setVisible(count > 0);
  });
  connect(m_chip, &QPushButton::clicked, this, [this] {
    m_model->takeNew();
    m_table->scrollToTop();
  });
}

void JobListPanel::setupScroll() {
  m_windowBar->setAccessibleName(tr("Place in the whole state"));
  m_windowBar->hide();
  connect(m_model, &JobTableModel::windowChanged, this, &JobListPanel::updateWindow);
  connect(m_windowBar, &QScrollBar::valueChanged, this, [this](int value) {
    const qint64 most = std::max<qint64>(0, m_model->total() - JobTableModel::WindowRows);
    m_model->setWindowStart(m_windowBar->maximum() > 0 ? most * value / m_windowBar->maximum() : 0);
  });
  connect(m_table, &JobTableView::headHoldChanged, m_model, &JobTableModel::setHoldHead);
}

void JobListPanel::updateWindow(bool windowed, qint64 start, qint64 total) {
  constexpr int Steps = 10'000;
  m_windowBar->setVisible(windowed);
  const QSignalBlocker quiet(m_windowBar);
  m_windowBar->setRange(0, Steps);
  m_windowBar->setPageStep(Steps / 50);
  const qint64 most = std::max<qint64>(1, total - JobTableModel::WindowRows);
  m_windowBar->setValue(int(start * Steps / most));
}

void JobListPanel::setupLayout() {
  auto *list = new QWidget;
  auto *row = new QHBoxLayout(list);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(m_table, 1);
  row->addWidget(m_windowBar);
  m_stack->addWidget(list);
  m_empty->setAtTop();
  m_stack->addWidget(m_empty);
  m_stack->addWidget(m_results);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_banner);
  layout->addWidget(m_searchBox);
  layout->addWidget(m_filters);
  layout->addWidget(m_chip, 0, Qt::AlignHCenter);
  layout->addWidget(m_stack, 1);
}

JobListKind JobListPanel::kind() const {
  const std::optional<JobState> state = stateOf(m_shown.tab);
  return state ? listKind(*state) : JobListKind::Latest;
}

void JobListPanel::show(ProfileSession *session, const QueueInfo &queue, StateTab tab) {
  if (m_shown.session)
    m_shown.session->disconnect(this);
  cancelSort();
  m_sort.reset();
  m_latestRequest.cancel();
  m_latestBusy = m_latestAgain = m_readAgain = false;
  m_latestMark.clear();
  m_readRest.stop();
  m_shown = {session, queue, tab};
  m_byError->setVisible(tab == StateTab::Failed);
  m_currentId.clear();
  m_neighbour = QPersistentModelIndex();
  m_openId.clear();
  m_wantedId.clear();
  m_refused.clear();
  m_banner->clear();
  if (!session) {
    m_model->clear();
    m_results->clear();
    m_search->setPlace(nullptr, queue, tab);
    return;
  }
  connect(session, &ProfileSession::pollTick, this, &JobListPanel::tick);
  connect(session, &ProfileSession::queuesMoved, this, &JobListPanel::follow);
  connect(session, &ProfileSession::refreshed, this, &JobListPanel::refresh);
  connect(session, &ProfileSession::countsChanged, this, &JobListPanel::applyCounts);
  m_model->setClockOffset(session->clockOffset());
  applyColumns();
  load();
  m_search->setPlace(session, queue, tab);
}

void JobListPanel::reverse() {
  if (m_sort)
    return sortBy(m_sort->by, !m_sort->descending);
  if (m_shown.tab == StateTab::Latest)
    m_model->setListOrder({m_model->listOrder().by, !m_model->listOrder().descending});
  else if (m_model->mode() == JobTableModel::Mode::State)
    m_model->setReversed(!m_model->reversed());
  markOrder();
}

std::vector<JobRow> JobListPanel::selectedJobs() const {
  if (m_searching) {
    std::vector<JobRow> rows;
    for (const SearchHit &hit : m_results->selectedHits())
      rows.push_back(hit.row);
    return rows;
  }
  return m_model->rowsFor(rowRanges(m_table->selectionModel()->selection()));
}

ChosenRows JobListPanel::chosenRows() const {
  return m_model->chosenRows(rowRanges(m_table->selectionModel()->selection()));
}

void JobListPanel::select(const QByteArray &jobId) {
  if (m_searching) {
    if (!m_results->select(m_shown.queue.id, jobId))
      m_results->unmark();
    return;
  }
  const int row = m_model->rowOf(jobId);
  if (row < 0)
    unmark();
  m_openId = jobId;
  m_wantedId = row < 0 ? jobId : QByteArray(); // it may come with the next page
  if (row < 0)
    return;
  m_table->setCurrentIndex(m_model->index(row, 0));
  m_table->scrollTo(m_model->index(row, 0));
}

/// The job that is opened has no row here: another one's must not look as if it were that. `Next failed job`
/// goes on below the row that one was at.
void JobListPanel::unmark() {
  if (const QModelIndex left = m_table->currentIndex(); left.isValid())
    m_neighbour = m_model->index(left.row() + 1, 0);
  m_table->selectionModel()->clear();
}

/// Without a scroll: the person may be looking at other rows.
void JobListPanel::markAgain(int row) {
  m_wantedId.clear();
  m_table->setAutoScroll(false);
  m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  m_table->setAutoScroll(true);
}

std::optional<JobState> JobListPanel::listedState() const {
  return m_searching ? std::nullopt : stateOf(m_shown.tab);
}

/// -1 = there is none but the open one.
int JobListPanel::nextFailedRow() const {
  const bool hasLeft = !m_wantedId.isEmpty() && m_currentId.isEmpty(); // what is current is the view's choice
  const int rows = m_model->rowCount(), current = hasLeft ? -1 : m_table->currentIndex().row();
  if (m_shown.tab != StateTab::Failed || rows == 0)
    return -1;
  const int next = current >= 0 ? current + 1 : m_neighbour.isValid() ? m_neighbour.row() : 0;
  const int row = next < rows ? next : 0;
  return row == current ? -1 : row;
}

bool JobListPanel::hasNextFailed() const {
  return m_searching ? m_results->nextFailedRow() >= 0 : nextFailedRow() >= 0;
}

void JobListPanel::selectNextFailed() {
  if (m_searching)
    return m_results->selectRow(m_results->nextFailedRow());
  const int row = nextFailedRow();
  if (row < 0)
    return;
  m_wantedId.clear();
  m_table->setCurrentIndex(m_model->index(row, 0));
  m_table->scrollTo(m_model->index(row, 0));
  choose(m_model->index(row, 0)); // it may have been the current one already
}

void JobListPanel::focusTable() {
  if (m_searching)
    return m_results->focusTable();
  m_table->setFocus();
  if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
    m_table->setCurrentIndex(m_model->index(0, 0));
}

void JobListPanel::focusList() {
  const bool shown = m_searching ? m_results->rest() : m_stack->currentIndex() == 0;
  if (!shown)
    m_searchBox->field()->setFocus();
  else if (!m_searching)
    m_table->setFocus();
}

void JobListPanel::setCompact(bool compact) {
  m_searchBox->setCompact(compact);
  m_table->setCompact(compact);
  m_results->setCompact(compact);
}

void JobListPanel::copyIds() const {
  QGuiApplication::clipboard()->setText(jobcells::idsText(selectedJobs()));
}

void JobListPanel::copyRows() const {
  const std::vector<JobColumn> columns = m_searching ? m_results->shownColumns() : shownColumns();
  QGuiApplication::clipboard()->setText(jobcells::tableText(selectedJobs(), columns));
}

void JobListPanel::copyJson() const {
  const QByteArray json = jobcells::jsonText(selectedJobs());
  auto *mime = new QMimeData;
  mime->setText(QString::fromUtf8(json));
  mime->setData(QStringLiteral("application/json"), json);
  QGuiApplication::clipboard()->setMimeData(mime);
}

} // namespace oxp
