// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/jobpane.h"

#include "base/result.h"
#include "models/format.h"
#include "ui/editor/jsoneditor.h"
#include "ui/flows/errornotice.h"
#include "ui/panes/datapane.h"
#include "ui/panes/errorpane.h"
#include "ui/panes/flowpane.h"
#include "ui/panes/historypane.h"
#include "ui/panes/jobheader.h"
#include "ui/panes/jsonpane.h"
#include "ui/panes/logspane.h"
#include "ui/panes/optionspane.h"
#include "ui/panes/placenotice.h"
#include "ui/panes/rawpane.h"
#include "ui/widgets/panetabbar.h"
#include "ui/widgets/strip.h"
#include "workspace/jobrequests.h"
#include "workspace/jobwatch.h"
#include "workspace/profilesession.h"
#include "workspace/serverlink.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace oxp {

JobPane::JobPane(ActionSet &actions, Workspace &workspace, QWidget *window)
    : QWidget(window)
    , m_workspace(workspace)
    , m_header(new JobHeader(actions))
    , m_tabs(new PaneTabBar)
    , m_strip(new Strip)
    , m_left(new Strip)
    , m_banner(new Banner)
    , m_stack(new QStackedWidget)
    , m_data(new DataPane(actions, workspace, window))
    , m_error(new ErrorPane)
    , m_result(new JsonPane(JsonPane::Part::Result))
    , m_options(new OptionsPane(actions))
    , m_logs(new LogsPane)
    , m_flow(new FlowPane)
    , m_history(new HistoryPane)
    , m_raw(new RawPane) {
  setupTabs();
  setupLayout();
  setupError();
  setupDeed();
  connect(m_flow, &FlowPane::jobWanted, this, &JobPane::jobWanted);
  connect(m_history, &HistoryPane::revertWanted, this, &JobPane::revertWanted);
  connect(m_strip, &Strip::linkActivated, this, [this] { showTab(Error); });
  connect(m_header, &JobHeader::stackWanted, this, [this] { showTab(Error); });
  connect(m_data, &DataPane::unsavedChanged, this,
          [this](bool unsaved) { m_tabs->setUnsaved(Data, unsaved); });
  updateTabs();
}

JobTab *JobPane::tabAt(int index) const {
  const std::array<JobTab *, TabCount> tabs{m_data, m_error, m_result,  m_options,
                                            m_logs, m_flow,  m_history, m_raw};
  return index >= 0 && index < TabCount ? tabs[size_t(index)] : nullptr;
}

void JobPane::setupTabs() {
  for (const QString &word : {tr("Data"), tr("Error"), tr("Result"), tr("Options"), tr("Logs"), tr("Flow"),
                              tr("History"), tr("Raw")})
    m_tabs->addTab(word);
  for (int i = 0; i < TabCount; ++i)
    m_stack->addWidget(tabAt(i));
  m_tabs->setAccessibleName(tr("Parts of the job"));
  connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
    m_stack->setCurrentIndex(index);
    updateStrip();
    if (JobTab *tab = tabAt(index))
      tab->activated();
  });
}

void JobPane::setupLayout() {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_tabs);
  layout->addWidget(m_left);
  layout->addWidget(m_banner);
  layout->addWidget(m_strip);
  layout->addWidget(m_stack, 1);
  m_strip->hide();
}

/// What the error says of the payload is a link into the editor.
void JobPane::setupError() {
  JsonEditor *editor = m_data->editor();
  m_error->setPayloadSource([this, editor] {
    return m_data->isLoaded() ? PayloadText{editor->bytes(), editor->scan()} : PayloadText();
  });
  connect(editor, &JsonEditor::validityChanged, m_error, &ErrorPane::payloadChanged);
  connect(m_error, &ErrorPane::valueWanted, this, [this, editor](const json::Pointer &pointer) {
    showTab(Data);
    editor->selectValue(pointer);
  });
  connect(m_error, &ErrorPane::pathsChanged, this, &JobPane::offersChanged);
}

void JobPane::focusTab() {
  JobTab *tab = tabAt(m_tabs->currentIndex());
  if (tab == m_data)
    m_data->focusEditor();
  else if (tab && tab->focusProxy())
    tab->setFocus();
  else
    m_tabs->setFocus();
}

bool JobPane::find() {
  const QWidget *focus = QApplication::focusWidget();
  if (m_tabs->currentIndex() != Error || !focus || !isAncestorOf(focus))
    return false;
  m_error->find();
  return true;
}

bool JobPane::canGoToValue() const {
  return m_error->canGoToValue();
}

void JobPane::goToValue() {
  m_error->goToValue();
}

void JobPane::open(ProfileSession *session, const QueueInfo &queue, const QByteArray &jobId,
                   std::optional<JobState> listed, const QByteArray &name) {
  const JobContext wanted{session, queue, jobId};
  if (m_context.sameJob(wanted))
    return reload();
  if (wanted.isNull())
    return close();
  leave();
  m_context = wanted;
  m_name = name;
  m_listed = listed;
  m_history->setStore(m_workspace.audit());
  connect(&session->openJob(), &JobWatch::polled, this, &JobPane::applyPulse);
  connect(session, &ProfileSession::refreshed, this, &JobPane::reload);
  session->openJob().watch(queue, jobId);
  reload();
}

void JobPane::close() {
  leave();
  m_header->clear();
}

/// Nothing of the job stays but its words in the header, which are replaced at once.
void JobPane::leave() {
  ++m_generation;
  m_request.cancel();
  if (m_context.session) {
    m_context.session->openJob().unwatch();
    m_context.session->forget(this);
  }
  m_context = {};
  m_name.clear();
  m_detail = {};
  m_loaded = false;
  m_lockUntil = 0;
  m_deed.reset();
  m_deedNote.clear();
  m_listed.reset();
  updateDeed();
  m_banner->clear();
  m_strip->hide();
  for (int i = 0; i < TabCount; ++i)
    tabAt(i)->clearJob();
  updateTabs();
  emit detailChanged();
}

void JobPane::reload() {
  if (m_context.isNull())
    return;
  const quint64 generation = ++m_generation;
  if (!m_loaded)
    m_header->setOpening(m_name, m_context.jobId);
  m_request = m_context.session->jobs().requestDetail(
      m_context.queue, m_context.jobId, this, [this, generation](const oxp::Result<JobDetail> &detail) {
        if (generation != m_generation)
          return;
        if (detail)
          applyDetail(*detail, !m_loaded);
        else
          applyUnread(detail.error());
      });
}

void JobPane::applyUnread(const oxp::Error &error) {
  if (!m_loaded)
    m_header->setUnread();
  if (error.kind != ErrorKind::Cancelled)
    m_banner->post(errorNotice(error, Doing::Reading, "read"));
}

void JobPane::applyDetail(const JobDetail &detail, bool first) {
  m_banner->withdraw("read");
  const JobDetail before = m_detail;
  // A job that is gone leaves what was last known of it on the screen, and the text that is being edited.
  if (!detail.exists && m_loaded) {
    m_detail.exists = false;
    m_detail.row.missing = true;
    m_detail.row.unheld = false;
    m_detail.alsoIn.clear();
  } else {
    m_detail = detail;
  }
  const qint64 now = m_context.session->link().serverNow();
  followLock(now);
  m_header->setJob(m_detail, now);
  placenotice::show(*m_banner, before, m_detail, now);
  for (int i = 0; i < TabCount; ++i) {
    if (first)
      tabAt(i)->setJob(m_context, m_detail);
    else
      tabAt(i)->updateJob(m_detail);
  }
  m_loaded = true;
  updateTabs();
  updateStrip();
  updateDeed();
  emit detailChanged();
}

/// A lock that is gone does not say when it ended; only who saw it before knows.
void JobPane::followLock(qint64 now) {
  if (m_detail.row.state != JobState::Active)
    m_lockUntil = 0;
  else if (m_detail.locked)
    m_lockUntil = m_detail.lockTtlMs >= 0 ? now + m_detail.lockTtlMs : 0;
  else
    m_detail.lockEndedAt = std::min(m_lockUntil, now);
}

void JobPane::applyPulse(const JobPulse &pulse) {
  if (!m_loaded || pulse.detail.queue != m_context.queue.id || pulse.detail.row.id != m_context.jobId)
    return;
  applyDetail(pulse.detail, false);
  m_data->applyPulse(pulse);
}

void JobPane::updateTabs() {
  const bool open = isOpen() && m_loaded;
  const bool failed = !m_detail.failedReason.isEmpty() || m_detail.stacktrace.size() > 2;
  const std::array<bool, TabCount> filled{open,
                                          open && failed,
                                          open && m_detail.returnvalueSize >= 0,
                                          open,
                                          open && m_detail.logCount > 0,
                                          open &&
                                              (m_detail.childrenCount > 0 || !m_detail.parentKey.isEmpty()),
                                          open,
                                          open};
  // Turning the current tab off would make the bar choose another one by itself.
  if (open && !filled[size_t(m_tabs->currentIndex())]) {
    m_tabs->setTabEnabled(Data, true);
    m_tabs->setCurrentIndex(Data);
  }
  for (int i = 0; i < TabCount; ++i)
    m_tabs->setTabEnabled(i, filled[size_t(i)] || (!open && i == m_tabs->currentIndex()));
}

void JobPane::updateStrip() {
  const bool shown = m_loaded && m_detail.row.state == JobState::Failed && !m_detail.failedReason.isEmpty() &&
                     m_tabs->currentIndex() != Error;
  const QString words = shown ? format::safeText(m_detail.failedReason, 400) : QString();
  m_header->setError(m_errorInHeader ? words : QString());
  m_strip->setVisible(shown && !m_errorInHeader);
  if (shown)
    m_strip->setContent(NoticeKind::Err, words, tr("Stack"), true);
}

void JobPane::setCompact(bool compact) {
  m_header->setCompact(compact);
  m_data->setCompact(compact);
}

void JobPane::setErrorInHeader(bool there) {
  if (std::exchange(m_errorInHeader, there) != there)
    updateStrip();
}

void JobPane::showTab(Tab tab) {
  if (m_tabs->isTabEnabled(tab))
    m_tabs->setCurrentIndex(tab);
}

void JobPane::stepTab(int direction) {
  for (int step = 1; step < TabCount; ++step) {
    const int index = (m_tabs->currentIndex() + direction * step + TabCount) % TabCount;
    if (m_tabs->isTabEnabled(index))
      return m_tabs->setCurrentIndex(index);
  }
}

bool JobPane::hasUnsaved() const {
  return m_data->hasUnsaved();
}

void JobPane::applyTheme() {
  m_data->applyTheme();
  m_result->applyTheme();
  m_options->applyTheme();
  m_error->applyTheme();
}

} // namespace oxp
