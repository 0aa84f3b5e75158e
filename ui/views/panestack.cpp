// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/panestack.h"

#include "models/format.h"
#include "models/selectiontext.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobheader.h"
#include "ui/panes/jobpane.h"
#include "ui/panes/selectionheader.h"
#include "ui/panes/selectionpane.h"
#include "ui/views/joblistchoice.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/selectioncounter.h"
#include "ui/widgets/strip.h"
#include "workspace/serverlink.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <climits>
#include <utility>

namespace oxp {
namespace {

enum Shown { TheJob, TheSelection };

} // namespace

PaneStack::PaneStack(JobListPanel *list, JobPane *pane, QWidget *parent)
    : QStackedWidget(parent)
    , m_list(list)
    , m_pane(pane)
    , m_selection(new SelectionPane)
    , m_counter(new SelectionCounter(list->selection(), this))
    , m_headers(new QStackedWidget)
    , m_selected(new Strip) {
  addWidget(makeJobPage());
  addWidget(m_selection);
  m_headers->addWidget(m_pane->header());
  m_headers->addWidget(m_selection->header());
  setupList();
  setupKeys();
  connect(m_selection->header(), &SelectionHeader::jobWanted, this, &PaneStack::showCurrent);
  connect(m_pane->dataPane(), &DataPane::unsavedChanged, this, &PaneStack::tellKept);
  connect(m_counter, &SelectionCounter::counted, this, [this](const SelectionSummary &sum) {
    m_selection->setSummary(sum, m_session ? m_session->link().serverNow() : 0);
  });
}

QWidget *PaneStack::makeJobPage() {
  auto *page = new QWidget;
  auto *column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_selected);
  column->addWidget(m_pane, 1);
  m_selected->hide();
  connect(m_selected, &Strip::linkActivated, this, &PaneStack::leave);
  return page;
}

void PaneStack::setupList() {
  connect(m_list, &JobListPanel::chosenChanged, this, &PaneStack::setChosen);
  connect(m_list, &JobListPanel::leaveManyWanted, this, &PaneStack::leave);
  connect(m_list, &JobListPanel::listRead, this, [this] {
    if (isCovered())
      m_counter->request(); // more of the rows are known by now
  });
  // Before whoever goes on to the text of the job.
  connect(m_list, &JobListPanel::jobActivated, this, [this] {
    if (isCovered())
      showCurrent();
  });
}

/// Esc goes one step back at a time: from the job to the selection, from that to one job.
void PaneStack::setupKeys() {
  auto *key = new QShortcut(Qt::Key_Escape, m_headers);
  key->setContext(Qt::WidgetWithChildrenShortcut);
  connect(key, &QShortcut::activated, this, &PaneStack::leave);
  connect(m_pane->dataPane(), &DataPane::leaveWanted, this, [this] {
    if (m_alone)
      leave();
  });
}

bool PaneStack::isCovered() const {
  return currentIndex() == TheSelection;
}

void PaneStack::setSession(ProfileSession *session) {
  m_session = session;
  m_current.reset();
  m_pending = m_alone = false;
  showChosen();
}

void PaneStack::setCurrent(const QueueInfo &queue, const std::optional<JobRow> &job) {
  m_queue = queue;
  m_current = job;
  m_alone = false;
  m_pending = job && m_session;
  // A press makes a row the current one before it says what is selected.
  if (m_pending && m_pane->hasUnsaved())
    QMetaObject::invokeMethod(this, &PaneStack::settle, Qt::QueuedConnection);
  else
    openCurrent();
  showChosen();
}

void PaneStack::openCurrent() {
  if (std::exchange(m_pending, false) && m_session)
    m_pane->open(m_session, m_queue, m_current->id, m_list->listedState(), m_current->name);
}

void PaneStack::settle() {
  if (!m_chosen.isMany())
    openCurrent();
}

void PaneStack::setChosen(const ChosenJobs &chosen) {
  const bool wasMany = m_chosen.isMany();
  m_chosen = chosen;
  if (!chosen.isMany())
    m_alone = false;
  if (wasMany && !chosen.isMany() && m_pending)
    QMetaObject::invokeMethod(this, &PaneStack::settle, Qt::QueuedConnection);
  showChosen();
}

void PaneStack::showPane() {
  m_pending = false;
  m_alone = m_chosen.isMany();
  showChosen();
}

/// The one of the selected jobs that the current row is of.
void PaneStack::showCurrent() {
  if (!m_current || !m_session)
    return;
  m_pending = true;
  openCurrent();
  showPane();
  m_pane->focusTab();
}

void PaneStack::leave() {
  if (m_alone) {
    m_alone = false;
    showChosen();
  } else if (m_chosen.isMany()) {
    m_list->choice()->clear();
  }
  m_list->focusList();
}

void PaneStack::showChosen() {
  const bool covered = m_chosen.isMany() && !m_alone;
  const bool changed = covered != isCovered();
  m_selected->setVisible(m_alone);
  if (m_alone)
    m_selected->setContent(
        NoticeKind::Info,
        tr("%Ln job(s) are selected", nullptr, int(std::min<qint64>(m_chosen.count, INT_MAX))),
        tr("Back to the selection"));
  if (covered) {
    m_selection->setChosen(m_chosen, m_list->searchWords());
    m_selection->header()->setJob(m_current ? selectiontext::jobWords(m_current->name, m_current->id)
                                            : QString());
    tellKept();
    m_counter->request();
  } else {
    m_counter->stop();
  }
  setCurrentIndex(covered ? TheSelection : TheJob);
  m_headers->setCurrentIndex(covered ? TheSelection : TheJob);
  if (changed)
    emit coveredChanged();
}

void PaneStack::tellKept() {
  const JobContext &open = m_pane->context();
  const bool kept = m_pane->hasUnsaved() && !open.isNull();
  m_selection->setKept(kept ? selectiontext::jobWords(m_pane->detail().row.name, open.jobId) : QString());
}

void PaneStack::focusShown() {
  if (isCovered())
    m_selection->focusLists();
  else
    m_pane->focusTab();
}

void PaneStack::stepTab(int direction) {
  if (!isCovered())
    m_pane->stepTab(direction);
}

void PaneStack::setCompact(bool compact) {
  m_pane->setCompact(compact);
  m_selection->setCompact(compact);
}

/// What nobody in the pane had a use for.
void PaneStack::keyPressEvent(QKeyEvent *event) {
  if (event->key() == Qt::Key_Escape && m_chosen.isMany())
    leave();
  else
    QStackedWidget::keyPressEvent(event);
}

} // namespace oxp
