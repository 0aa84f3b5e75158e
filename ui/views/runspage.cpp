// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/runspage.h"

#include "models/runsmodel.h"
#include "models/runtext.h"
#include "ui/flows/errornotice.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/views/runhead.h"
#include "ui/views/runresults.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/pagehead.h"
#include "ui/widgets/textlabel.h"
#include "workspace/profile.h"
#include "workspace/runrows.h"
#include "workspace/serverlink.h"
#include "workspace/sessionruns.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int DetailHeight = 240, TableHeight = 110; // px
/// Below these widths of the page all columns are narrower, and one is left out, so that none scrolls away.
constexpr int NarrowBelow = 980, StartedFrom = 860, SkippedFrom = 680, QueueFrom = 560;
constexpr int StateWidth = 116, QueueWidth = 148, JobsWidth = 76, ProgressWidth = 172, FigureWidth = 76,
              StartedWidth = 104;
constexpr int NarrowState = 104, NarrowQueue = 104, NarrowJobs = 64, NarrowProgress = 132, NarrowFigure = 70;
constexpr int SoonMs = 100, ClockMs = 5'000;

} // namespace

RunsPage::RunsPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new RunsModel(this))
    , m_view(new JobTableView)
    , m_head(new RunHead)
    , m_results(new RunResults)
    , m_banner(new Banner)
    , m_empty(new EmptyPlace)
    , m_stack(new QStackedWidget) {
  setAccessibleName(tr("Runs"));
  setupTable();
  auto *parts = new QSplitter(Qt::Vertical);
  parts->addWidget(m_view);
  parts->addWidget(makeDetail());
  parts->setStretchFactor(0, 0);
  parts->setStretchFactor(1, 1);
  parts->setChildrenCollapsible(false);
  parts->setSizes({TableHeight * 2, DetailHeight * 2});
  m_empty->setHeadline(tr("No runs yet"));
  m_empty->setSentence(tr("Select several jobs and retry, edit or remove them."));
  m_stack->addWidget(parts);
  m_stack->addWidget(m_empty);
  auto *page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  setupHead(page);
  page->addWidget(m_banner);
  page->addWidget(m_stack, 1);
  setupKeys();
  m_soon.setSingleShot(true);
  m_soon.setInterval(SoonMs);
  connect(&m_soon, &QTimer::timeout, this, &RunsPage::apply);
  m_clock.setInterval(ClockMs);
  connect(&m_clock, &QTimer::timeout, m_view, &JobTableView::refreshVisible);
}

void RunsPage::setupHead(QVBoxLayout *page) {
  auto *head = new PageHead(tr("Runs"));
  QHBoxLayout *row = head->row();
  connect(head, &PageHead::leaveWanted, this, &RunsPage::leaveWanted);
  m_facts = new TextLabel({}, Tint::Text2);
  m_facts->setFont(fonts::small());
  m_facts->setElide(Qt::ElideRight);
  row->addWidget(m_facts, 1);
  page->addWidget(head);
}

void RunsPage::setupTable() {
  m_view->setAccessibleName(tr("Runs"));
  m_view->setObjectName(QStringLiteral("Runs"));
  m_view->setModel(m_model);
  m_view->setSelectionMode(QAbstractItemView::SingleSelection);
  m_view->setMinimumHeight(TableHeight);
  QHeaderView *header = m_view->horizontalHeader();
  header->setStretchLastSection(false);
  header->setSectionResizeMode(RunsModel::Operation, QHeaderView::Stretch);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsPage::showRun);
  connect(m_view, &QWidget::customContextMenuRequested, this, &RunsPage::showMenu);
}

void RunsPage::setupKeys() {
  const auto key = [this](QKeySequence keys, QWidget *owner, Qt::ShortcutContext context, auto what) {
    auto *made = new QShortcut(keys, owner);
    made->setContext(context);
    connect(made, &QShortcut::activated, this, what);
  };
  key(Qt::Key_Escape, this, Qt::WidgetWithChildrenShortcut, &RunsPage::leaveWanted);
  key(Qt::Key_Space, m_view, Qt::WidgetShortcut, &RunsPage::turn);
  key(Qt::Key_Delete, m_view, Qt::WidgetShortcut, &RunsPage::wantCancel);
}

QWidget *RunsPage::makeDetail() {
  auto *detail = new QWidget;
  detail->setMinimumHeight(DetailHeight);
  auto *column = new QVBoxLayout(detail);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_head);
  column->addWidget(m_results, 1);
  const auto telling = [this](void (RunsPage::*wanted)(const RunRow &)) {
    return [this, wanted] {
      if (const RunRow *row = current())
        emit(this->*wanted)(*row);
    };
  };
  connect(m_head, &RunHead::undoWanted, this, telling(&RunsPage::undoWanted));
  connect(m_head, &RunHead::restWanted, this, telling(&RunsPage::restWanted));
  connect(m_head, &RunHead::exportWanted, this, telling(&RunsPage::exportWanted));
  connect(m_head, &RunHead::cancelWanted, this, &RunsPage::wantCancel);
  connect(m_head, &RunHead::pauseWanted, this, &RunsPage::pause);
  connect(m_head, &RunHead::goOnWanted, this, &RunsPage::goOn);
  connect(m_results, &RunResults::failed, this,
          [this](const Error &error) { m_banner->post(errorNotice(error, Doing::Reading, "read")); });
  connect(m_results, &RunResults::jobWanted, this, [this](const QByteArray &jobId) {
    if (const RunRow *row = current())
      emit jobWanted(row->run.queue, jobId);
  });
  return detail;
}

void RunsPage::open(ProfileSession *session) {
  if (m_session == session)
    return apply();
  close();
  m_session = session;
  follow();
  apply();
}

void RunsPage::follow() {
  SessionRuns &runs = m_session->runs();
  connect(&runs, &SessionRuns::changed, this, &RunsPage::apply);
  connect(&runs, &SessionRuns::progressed, this, [this] {
    if (!m_soon.isActive())
      m_soon.start();
  });
  connect(&m_session->link(), &ServerLink::statusChanged, this, &RunsPage::apply);
  m_clock.start();
}

void RunsPage::close() {
  if (m_session)
    m_session->forget(this);
  m_session = nullptr;
  m_shown = 0;
  m_wanted.reset();
  m_stopping.clear();
  m_soon.stop();
  m_clock.stop();
  m_results->clear();
  m_model->apply({});
  m_banner->clear();
}

void RunsPage::apply() {
  if (!m_session)
    return;
  const std::vector<RunRow> rows = runRows(m_session->runs());
  std::erase_if(m_stopping, [this](qint64 run) { return !m_session->runs().isUnderWay(run); });
  m_model->apply(rows);
  m_facts->setText(m_session->profile().name + QStringLiteral(" · ") +
                   tr("%Ln run(s)", nullptr, int(rows.size())));
  m_stack->setCurrentIndex(rows.empty() ? 1 : 0);
  fitColumns();
  chooseRow();
  showRun();
}

/// The wanted one; else the newest, where none is chosen.
void RunsPage::chooseRow() {
  int row = m_wanted ? m_model->rowOf(*m_wanted) : -1;
  if (row >= 0)
    m_wanted.reset();
  else if (!m_view->currentIndex().isValid())
    row = m_model->rowCount() > 0 ? 0 : -1;
  if (row >= 0)
    m_view->setCurrentIndex(m_model->index(row, 0));
}

void RunsPage::select(qint64 run) {
  m_wanted = run;
  chooseRow();
}

const RunRow *RunsPage::current() const {
  return m_model->at(m_view->currentIndex().row());
}

RunOffers RunsPage::offers(const RunRow &row) const {
  const bool may = m_session && m_session->isConnected() && m_session->profile().role != Role::Viewer;
  return offersFor(row, may, m_writes);
}

void RunsPage::showRun() {
  const RunRow *row = current();
  if (!row || !m_session)
    return;
  if (std::exchange(m_shown, row->run.id) != row->run.id)
    m_results->open(m_session, *row);
  else
    m_results->update(*row);
  m_head->show(*row, offers(*row));
  m_head->setStopping(m_stopping.contains(row->run.id));
  showProgress(*row);
}

void RunsPage::showProgress(const RunRow &row) {
  const SessionRuns &runs = m_session->runs();
  const bool goes = row.stage == RunStage::Running;
  m_head->showProgress(runtext::share(row.run.counts),
                       row.stage == RunStage::Queued
                           ? runtext::progress(row)
                           : runtext::going(row.run.counts, goes ? runs.speed(row.run) : RunSpeed(),
                                            m_session->runs().rate().perSecond()));
}

void RunsPage::pause() {
  const RunRow *row = current();
  if (!row || !m_session || !row->isUnderWay())
    return;
  const qint64 run = row->run.id; // the row may be another one by then
  m_session->runs().pause(run);
  noteStopping(run);
}

void RunsPage::goOn() {
  const RunRow *row = current();
  if (!row || !m_session || !row->canGoOn())
    return;
  m_banner->withdraw("resume");
  if (m_session->runs().resume(row->run))
    return;
  Notice notice;
  notice.id = "resume";
  notice.kind = NoticeKind::Warn;
  notice.what = tr("The run cannot go on yet.");
  notice.detail = tr("Its queue has not been found on this connection. Nothing was changed.");
  m_banner->post(notice);
}

/// Space.
void RunsPage::turn() {
  const RunRow *row = current();
  if (row && row->isUnderWay())
    pause();
  else if (row && offers(*row).goOn)
    goOn();
}

void RunsPage::wantCancel() {
  const RunRow *row = current();
  if (row && offers(*row).cancel)
    emit cancelWanted(*row);
}

void RunsPage::noteStopping(qint64 run) {
  if (m_session && m_session->runs().isUnderWay(run))
    m_stopping.insert(run);
  m_head->setStopping(m_stopping.contains(m_shown));
}

void RunsPage::showMenu(const QPoint &place) {
  const RunRow *row = current();
  if (!row || !m_view->indexAt(place).isValid())
    return;
  const RunOffers can = offers(*row);
  auto *menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [menu, head = m_head](bool fits, const QString &words, void (RunHead::*what)()) {
    if (fits)
      QObject::connect(menu->addAction(words), &QAction::triggered, head, what);
  };
  add(can.pause, tr("Pause"), &RunHead::pauseWanted);
  add(can.goOn, tr("Resume"), &RunHead::goOnWanted);
  add(can.cancel, tr("Cancel"), &RunHead::cancelWanted);
  add(can.undo, tr("Undo…"), &RunHead::undoWanted);
  add(can.rest, tr("Try the rest again…"), &RunHead::restWanted);
  add(can.exported, tr("Export…"), &RunHead::exportWanted);
  menu->popup(m_view->viewport()->mapToGlobal(place));
}

void RunsPage::focusTable() {
  if (m_model->rowCount() > 0)
    m_view->setFocus();
  else
    setFocus();
}

void RunsPage::setCompact(bool compact) {
  m_view->setCompact(compact);
  m_results->setCompact(compact);
}

void RunsPage::fitColumns() {
  const bool narrow = width() < NarrowBelow;
  QHeaderView *header = m_view->horizontalHeader();
  const auto fit = [&](int column, int wide, int small) {
    header->resizeSection(column, narrow ? small : wide);
  };
  fit(RunsModel::State, StateWidth, NarrowState);
  fit(RunsModel::Queue, QueueWidth, NarrowQueue);
  fit(RunsModel::Jobs, JobsWidth, NarrowJobs);
  fit(RunsModel::Progress, ProgressWidth, NarrowProgress);
  for (const int column : {RunsModel::Done, RunsModel::Skipped, RunsModel::Conflict, RunsModel::Failed})
    fit(column, FigureWidth, NarrowFigure);
  fit(RunsModel::Started, StartedWidth, StartedWidth);
  m_view->setColumnHidden(RunsModel::Queue, width() < QueueFrom);
  m_view->setColumnHidden(RunsModel::Skipped, width() < SkippedFrom);
  m_view->setColumnHidden(RunsModel::Started, width() < StartedFrom);
}

void RunsPage::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  fitColumns();
}

} // namespace oxp
