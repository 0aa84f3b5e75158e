// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/joblistpanel.h"

#include "models/format.h"
#include "models/refusaltext.h"
#include "ui/actions/actionset.h"
#include "ui/flows/errornotice.h"
#include "ui/theme/style.h"
#include "ui/views/joblistchoice.h"
#include "ui/views/joblistcolumns.h"
#include "ui/views/joblistfeed.h"
#include "ui/views/joblistmark.h"
#include "ui/views/joblistsort.h"
#include "ui/views/jobwindowbar.h"
#include "ui/views/searchcontrol.h"
#include "ui/views/searchpanel.h"
#include "ui/views/selectionbar.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/searchbox.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/serverlink.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <climits>

namespace oxp {
namespace {

constexpr int ClockMs = 2'000;

/// What looks at the table's selection wants its model to be there.
JobTableView *makeTable(JobTableModel *model) {
  auto *table = new JobTableView;
  table->setAccessibleName(JobListPanel::tr("Jobs"));
  table->setObjectName(QStringLiteral("Jobs"));
  table->setModel(model);
  table->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table->setContextMenuPolicy(Qt::CustomContextMenu);
  return table;
}

} // namespace

JobListPanel::JobListPanel(ActionSet &actions, Settings &settings, ActivityModel &activity, QWidget *parent)
    : QWidget(parent)
    , m_model(new JobTableModel(this))
    , m_table(makeTable(m_model))
    , m_searchBox(new SearchBox)
    , m_search(new SearchControl(m_searchBox, settings, this))
    , m_filters(new FilterChips)
    , m_results(new SearchPanel(settings, activity))
    , m_banner(new Banner)
    , m_chip(new QPushButton)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyPlace)
    , m_byError(new QPushButton(tr("Group by error")))
    , m_mark(new JobListMark(m_model, m_table, this))
    , m_columns(new JobListColumns(m_place, m_model, m_table, settings, this))
    , m_feed(new JobListFeed(m_place, m_model, m_table, this))
    , m_sort(new JobListSort(m_place, {m_model, m_table, m_searchBox, m_results, m_banner, activity}, this))
    , m_bar(new SelectionBar(actions.selectionActions()))
    , m_choice(new JobListChoice(m_place, {m_model, m_table, m_results, m_search, m_columns, m_stack}, m_bar,
                                 this)) {
  setupTable();
  setupFeed();
  setupSort();
  setupSearch();
  setupResults();
  setupFilters();
  setupByError();
  connect(m_byError, &QPushButton::clicked, actions.action("tools.failures"), &QAction::trigger);
  setupChip();
  setupChoice();
  setupLayout();
}

JobListPanel::~JobListPanel() = default;

const JobListSelection &JobListPanel::selection() const {
  return m_choice->selection();
}

void JobListPanel::setupTable() {
  connect(m_table, &QWidget::customContextMenuRequested, this,
          [this](const QPoint &place) { emit contextMenuWanted(m_table->viewport()->mapToGlobal(place)); });
  connect(m_mark, &JobListMark::currentChanged, this,
          [this](const std::optional<JobRow> &job) { emit currentJobChanged(m_place.queue, job); });
  connect(m_mark, &JobListMark::selectionChanged, this, &JobListPanel::selectionChanged);
  connect(m_table, &QAbstractItemView::activated, this, &JobListPanel::jobActivated);
  connect(m_table, &JobTableView::headHoldChanged, &m_model->window(), &JobWindow::setHoldHead);
  m_clock.setInterval(ClockMs);
  connect(&m_clock, &QTimer::timeout, m_table, &JobTableView::refreshVisible);
}

void JobListPanel::setupFeed() {
  connect(m_model, &JobTableModel::loaded, this, &JobListPanel::showEmptyWords);
  connect(m_model, &JobTableModel::totalChanged, this, &JobListPanel::showEmptyWords);
  connect(m_feed, &JobListFeed::read, this, [this](const RefusedCommands &refused) {
    m_banner->withdraw("read");
    tellRefused(refused);
    emit listRead();
  });
  connect(m_feed, &JobListFeed::failed, this,
          [this](const Error &error) { m_banner->post(errorNotice(error, Doing::Reading, "read")); });
}

void JobListPanel::setupSort() {
  connect(m_columns, &JobListColumns::menuOpening, m_sort, &JobListSort::addToMenu);
  connect(m_sort, &JobListSort::ownOrderWanted, this, &JobListPanel::load);
  connect(m_sort, &JobListSort::made, this,
          [this](JobState state, const std::shared_ptr<const SortedIds> &order) {
            m_feed->load(state, order);
            showEmptyWords();
          });
}

void JobListPanel::setupSearch() {
  connect(m_search, &SearchControl::wanted, this, [this](const SearchAsk &ask) {
    m_choice->forgetAll(); // all that match are those of one question
    showResults(true);
    m_filters->setCount({});
    m_results->start(ask);
    emit selectionChanged();
  });
  connect(m_search, &SearchControl::emptied, this, [this] { showResults(false); });
  connect(m_search, &SearchControl::broken, this, [this] { showResults(false); });
  connect(m_search, &SearchControl::cancelled, this, [this] {
    m_results->cancel();
    m_sort->cancel();
  });
}

void JobListPanel::setupResults() {
  connect(m_results, &SearchPanel::progressed, m_searchBox, &SearchBox::setRunning);
  connect(m_results, &SearchPanel::ended, m_sort, &JobListSort::takeLine);
  connect(m_results, &SearchPanel::completed, this, &JobListPanel::searchCompleted);
  connect(m_results, &SearchPanel::everythingWanted, m_search, &SearchControl::askEverything);
  connect(m_results, &SearchPanel::jobActivated, this, &JobListPanel::jobActivated);
  connect(m_results, &SearchPanel::selectionChanged, this, &JobListPanel::selectionChanged);
  connect(m_results, &SearchPanel::contextMenuWanted, this, &JobListPanel::contextMenuWanted);
  connect(m_results, &SearchPanel::currentHitChanged, this, [this](const std::optional<SearchHit> &hit) {
    emit currentJobChanged(hit ? hit->queue : m_place.queue, hit ? std::optional(hit->row) : std::nullopt);
  });
}

void JobListPanel::setupFilters() {
  m_search->setFailureWords([this](const QByteArray &failure) { return failureWords(failure); });
  connect(m_search, &SearchControl::filtersChanged, this, &JobListPanel::showFilters);
  connect(m_results, &SearchPanel::counted, this, &JobListPanel::showCount);
  connect(m_results, &SearchPanel::clearWanted, m_search, &SearchControl::clear);
  connect(m_filters, &FilterChips::removed, m_search, &SearchControl::removeFilter);
  connect(m_filters, &FilterChips::cleared, m_search, &SearchControl::clear);
}

void JobListPanel::setupByError() {
  m_byError->setObjectName(QStringLiteral("Group by error"));
  m_byError->setAccessibleName(m_byError->text());
  m_byError->setToolTip(tr("Failures: what these jobs failed with, how often and since when"));
  m_byError->hide();
  m_searchBox->addButton(m_byError);
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
    m_model->window().takeNew();
    m_table->scrollToTop();
  });
}

void JobListPanel::setupLayout() {
  auto *list = new QWidget;
  auto *row = new QHBoxLayout(list);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(m_table, 1);
  row->addWidget(new JobWindowBar(m_model));
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
  layout->addWidget(m_bar);
}

void JobListPanel::setupChoice() {
  connect(m_choice, &JobListChoice::changed, this, &JobListPanel::selectionChanged);
  connect(m_choice, &JobListChoice::shown, this, &JobListPanel::chosenChanged);
  connect(m_choice, &JobListChoice::leaveWanted, this, &JobListPanel::leaveManyWanted);
  connect(this, &JobListPanel::selectionChanged, m_choice, &JobListChoice::show);
}

void JobListPanel::show(ProfileSession *session, const QueueInfo &queue, StateTab tab) {
  if (m_place.session) {
    m_place.session->forget(this);
    m_place.session->counts().disconnect(m_choice);
  }
  m_sort->leave();
  m_feed->leave();
  m_place.session = session;
  m_place.queue = queue;
  m_place.tab = tab;
  m_byError->setVisible(tab == StateTab::Failed);
  m_mark->reset();
  m_choice->forgetAll();
  m_refused.clear();
  m_banner->clear();
  if (!session) {
    m_model->clear();
    m_results->clear();
    m_search->setPlace(nullptr, queue, tab);
    return m_choice->show();
  }
  m_feed->follow();
  connect(session, &ProfileSession::refreshed, this, &JobListPanel::refresh);
  connect(&session->counts(), &QueueCounter::countsChanged, m_choice, [this] {
    if (!m_place.covered) // what a search found has a count of its own
      m_choice->show();
  });
  m_model->setClockOffset(session->link().clockOffset());
  m_columns->apply();
  load();
  m_search->setPlace(session, queue, tab);
  m_choice->show();
}

void JobListPanel::load() {
  if (!m_place.session)
    return;
  m_feed->load();
  m_sort->mark();
  showEmptyWords();
}

void JobListPanel::showEvent(QShowEvent *event) {
  QWidget::showEvent(event);
  m_clock.start();
}

void JobListPanel::hideEvent(QHideEvent *event) {
  QWidget::hideEvent(event);
  m_clock.stop();
}

void JobListPanel::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  m_columns->fit();
}

void JobListPanel::select(const QByteArray &jobId) {
  if (!m_place.covered)
    m_mark->set(jobId);
  else if (!m_results->select(m_place.queue.id, jobId))
    m_results->unmark();
}

std::optional<JobState> JobListPanel::listedState() const {
  return m_place.covered ? std::nullopt : m_place.state();
}

bool JobListPanel::hasNextFailed() const {
  if (m_place.covered)
    return m_results->nextFailedRow() >= 0;
  return m_place.tab == StateTab::Failed && m_mark->nextRow() >= 0;
}

void JobListPanel::selectNextFailed() {
  if (m_place.covered)
    return m_results->selectRow(m_results->nextFailedRow());
  if (hasNextFailed())
    m_mark->choose(m_mark->nextRow());
}

void JobListPanel::focusTable() {
  if (m_place.covered)
    return m_results->focusTable();
  m_table->setFocus();
  if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
    m_table->setCurrentIndex(m_model->index(0, 0));
}

void JobListPanel::focusList() {
  const bool shown = m_place.covered ? m_results->rest() : m_stack->currentIndex() == 0;
  if (!shown)
    m_searchBox->field()->setFocus();
  else if (!m_place.covered)
    m_table->setFocus();
}

void JobListPanel::focusSearch() {
  m_searchBox->field()->setFocus();
  m_searchBox->field()->selectAll();
}

bool JobListPanel::selectFound(const QueueId &queue, const QByteArray &jobId) {
  const bool found = m_results->select(queue, jobId) || m_results->selectOnly();
  if (!found)
    m_mark->forgetOpen();
  return found;
}

void JobListPanel::search(const QString &text, const std::vector<QueueId> &queues) {
  m_search->ask(text, queues);
}

QString JobListPanel::searchWords() const {
  return m_place.covered ? m_searchBox->text().trimmed() : QString();
}

bool JobListPanel::isSearchRunning() const {
  return m_place.covered && m_results->isRunning();
}

void JobListPanel::setCompact(bool compact) {
  m_searchBox->setCompact(compact);
  m_table->setCompact(compact);
  m_results->setCompact(compact);
}

void JobListPanel::refresh() {
  if (m_place.covered)
    m_results->restart();
  else
    m_feed->refresh();
}

/// The list stays as it was behind the results, and is read again when it comes back.
void JobListPanel::showResults(bool on) {
  if (m_place.covered == on)
    return;
  m_place.covered = on;
  m_choice->forgetAll();
  m_sort->tell();
  if (on) {
    m_chip->hide();
    m_stack->setCurrentWidget(m_results);
    return m_choice->show();
  }
  m_results->clear();
  m_mark->openCurrent();
  m_chip->setVisible(m_model->window().newAtHead() > 0);
  showEmptyWords();
  m_feed->readShown();
  emit selectionChanged(); // the list's own again
}

/// The keyboard comes back to the search when the row that had it goes.
void JobListPanel::showFilters() {
  const QWidget *focus = QApplication::focusWidget();
  const bool here = focus && m_filters->isAncestorOf(focus);
  m_filters->setFilters(m_search->filters());
  if (here && m_search->filters().empty())
    m_searchBox->field()->setFocus();
}

/// With the first job that was found the words of its failure may be known.
void JobListPanel::showCount(qint64 found, qint64 total) {
  m_filters->setCount(total < 0 ? QString()
                                : tr("%1 of %Ln job(s)", nullptr, int(std::min<qint64>(total, INT_MAX)))
                                      .arg(format::number(found)));
  m_filters->setFilters(m_search->filters());
}

/// All jobs that are found by it failed alike.
QString JobListPanel::failureWords(const QByteArray &failure) const {
  const QString known = m_failureWords ? m_failureWords(failure) : QString();
  if (!known.isEmpty() || !m_place.covered)
    return known;
  const format::ErrorParts parts = format::errorParts(m_results->firstError());
  return parts.className.isEmpty() ? parts.message : tr("%1: %2").arg(parts.className, parts.message);
}

void JobListPanel::showEmptyWords() {
  const bool knownEmpty = m_place.session && m_model->rowCount() == 0 &&
                          (m_model->mode() == JobTableModel::Mode::FixedList || m_model->total() == 0);
  if (!m_place.covered)
    m_stack->setCurrentIndex(knownEmpty ? 1 : 0);
  if (!knownEmpty)
    return;
  m_empty->clear();
  const std::optional<JobState> state = m_place.state();
  m_empty->setHeadline(state ? tr("No %1 jobs").arg(stateTitle(*state)) : tr("No jobs yet"));
  m_empty->setSentence(state ? tr("Jobs appear here by themselves when they come.")
                             : tr("The newest jobs of all states appear here by themselves."));
  if (const std::optional<JobState> other = state ? m_place.otherState() : std::nullopt) {
    QPushButton *link = m_empty->addButton(tr("Show %1").arg(stateTitle(*other)), ButtonKind::Flat);
    connect(link, &QPushButton::clicked, this, [this, other] { emit tabWanted(tabOf(*other)); });
  }
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

} // namespace oxp
