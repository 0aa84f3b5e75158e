// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/runsplace.h"

#include "ui/dialogs/cancelrundialog.h"
#include "ui/flows/runexportflow.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/views/runspage.h"
#include "ui/window/navigator.h"
#include "ui/window/runreminder.h"
#include "ui/window/runsactivity.h"
#include "ui/window/runsguard.h"
#include "ui/window/runstarter.h"
#include "ui/window/windowcentre.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/sessionruns.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QPointer>

#include <algorithm>

namespace oxp {

RunsPlace::RunsPlace(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_page(parts.centre->runs())
    , m_guard(new RunsGuard(parts.workspace, window))
    , m_exports(new RunExportFlow(parts.workspace.activity(), window)) {
  const auto lead = [this](const QString &profileId, qint64 run) { open(profileId, run); };
  m_reminder = new RunReminder(parts.banner, lead, this);
  m_activity = new RunsActivity(parts.workspace.activity(), lead, this);
  connect(m_parts.tree, &QueueTreePanel::runsSelected, this,
          [this](const QByteArray &profileId) { open(QString::fromUtf8(profileId)); });
  connect(m_page, &RunsPage::leaveWanted, this, &RunsPlace::leave);
  connect(m_exports, &RunExportFlow::told, this, &RunsPlace::told);
  connect(m_page, &RunsPage::exportWanted, this, [this](const RunRow &row) {
    if (m_page->session())
      m_exports->start(m_page->session(), row);
  });
  connect(m_page, &RunsPage::cancelWanted, this, &RunsPlace::askCancel);
  connect(m_page, &RunsPage::jobWanted, this, [this](const QueueId &queue, const QByteArray &jobId) {
    if (m_page->session())
      m_parts.navigator->openQueue(m_page->session()->id(), queue, StateTab::Latest, jobId);
  });
}

void RunsPlace::setBulk(BulkFlow *flow) {
  auto *starter = new RunStarter(flow, this);
  connect(starter, &RunStarter::told, this, &RunsPlace::told);
  connect(m_page, &RunsPage::undoWanted, starter, [this, starter](const RunRow &row) {
    if (m_page->session())
      starter->undo(m_page->session(), row);
  });
  connect(m_page, &RunsPage::restWanted, starter, [this, starter](const RunRow &row) {
    if (m_page->session())
      starter->tryRest(m_page->session(), row);
  });
  m_page->setWrites(true);
}

void RunsPlace::open() {
  if (ProfileSession *session = m_parts.navigator->session())
    show(session);
}

void RunsPlace::open(const QString &profileId, qint64 run) {
  ProfileSession *session = m_parts.workspace.session(profileId);
  if (!session)
    return;
  show(session);
  if (run > 0)
    m_page->select(run);
}

void RunsPlace::show(ProfileSession *session) {
  const bool there = m_parts.centre->place() == WindowCentre::Place::Runs;
  if (there && m_page->session() == session)
    return;
  if (!there)
    m_ofQueue = m_parts.centre->showsQueue() && m_parts.centre->page()->session() == session;
  m_parts.navigator->setProfile(session->id());
  m_page->open(session);
  m_parts.centre->setPlace(WindowCentre::Place::Runs);
  const bool byTree = m_parts.tree->isAncestorOf(QApplication::focusWidget());
  m_parts.tree->selectRuns(session->id().toUtf8());
  if (!byTree) // there the next key goes to the next row
    m_page->focusTable();
}

void RunsPlace::follow(ProfileSession *session) {
  m_reminder->follow(session);
  m_activity->follow(session);
  m_guard->follow(session);
  connect(&session->runs(), &SessionRuns::changed, this, [this, session] { showRow(*session); });
  showRow(*session);
}

/// Also while its server is away: a current row that goes would lead elsewhere.
void RunsPlace::showRow(const ProfileSession &session) {
  m_parts.workspace.queueTree().applyRuns(
      session.id().toUtf8(), {int(session.runs().runs().size()), int(session.runs().underWay().size())});
}

void RunsPlace::close(const QString &profileId) {
  m_reminder->close(profileId);
  m_activity->close(profileId);
  if (m_page->session() && m_page->session()->id() == profileId) {
    m_page->close();
    leave();
  }
  m_parts.workspace.queueTree().applyRuns(profileId.toUtf8(), {});
}

bool RunsPlace::mayClose() {
  return m_guard->mayClose();
}

/// To the queue as it was.
void RunsPlace::leave() {
  if (m_parts.centre->place() != WindowCentre::Place::Runs)
    return;
  const QueuePage *page = m_parts.centre->page();
  if (!page->isOpen() || !m_ofQueue || page->session()->id() != m_parts.navigator->profile()) {
    m_parts.tree->selectProfile(m_parts.navigator->profile().toUtf8());
    m_parts.navigator->showProfile(m_parts.navigator->profile());
    return m_parts.centre->overview()->focusTable();
  }
  m_parts.centre->setPlace(WindowCentre::Place::Queue);
  m_parts.tree->select(page->session()->id().toUtf8(), page->queue().id);
  m_parts.centre->page()->list()->focusTable();
}

void RunsPlace::askCancel(const RunRow &row) {
  ProfileSession *session = m_page->session();
  if (!session)
    return;
  const Profile &profile = session->profile();
  auto *dialog = new CancelRunDialog(row, profile.environment, profile.name, m_window);
  connect(dialog, &CancelRunDialog::agreed, this, [this, session = QPointer(session), id = row.run.id] {
    if (!session)
      return;
    const auto &runs = session->runs().runs(); // as it stands by now
    const auto run =
        std::find_if(runs.begin(), runs.end(), [id](const audit::Run &each) { return each.id == id; });
    if (run != runs.end() && session->runs().cancel(*run))
      m_page->noteStopping(id);
  });
  dialog->open();
}

} // namespace oxp
