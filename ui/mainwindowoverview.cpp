// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile's page: all of its queues, and the way there and back.
#include "ui/mainwindow.h"

#include "ui/actions/actionset.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/livestatus.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptyplace.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QShortcut>
#include <QStackedWidget>

namespace oxp {

void MainWindow::setupOverview() {
  m_centre->addWidget(m_overview);
  connect(m_overview, &OverviewPage::queueWanted, this, [this](const QueueId &queue, bool failed) {
    openQueue(m_overview->session()->id(), queue, failed ? StateTab::Failed : StateTab::Latest);
    m_page->focusList();
  });
  connect(m_overview, &OverviewPage::failuresWanted, this, &MainWindow::openFailures);
  connect(m_overview, &OverviewPage::connectionWanted, this,
          [this] { openConnections(m_currentProfile, false); });
  connect(m_overview, &OverviewPage::offerTaken, this, [this] { showOthers(m_currentProfile); });
  connect(m_overview, &OverviewPage::visibleChanged, this, &MainWindow::updateVisibleQueues,
          Qt::QueuedConnection);
  connect(m_overview, &OverviewPage::read, this, [this] {
    if (!overviewShown())
      return;
    m_live->setRead();
    updateLive();
  });
  connect(m_tree, &QueueTreePanel::profileChosen, this,
          [this](const QByteArray &profileId) { showProfilePlace(QString::fromUtf8(profileId)); });
  m_commands["view.overview"] = [this](bool) { backToOverview(); };
  auto *back = new QShortcut(Qt::Key_Backspace, m_page->list());
  back->setContext(Qt::WidgetWithChildrenShortcut);
  connect(back, &QShortcut::activated, this, &MainWindow::backToOverview);
}

bool MainWindow::overviewShown() const {
  return m_centre->currentIndex() == OverviewPlace && m_overview->session();
}

void MainWindow::showOverview(ProfileSession &session) {
  m_overview->open(&session);
  m_centre->setCurrentIndex(OverviewPlace);
  updateOverviewPlace();
  tellConnection(session);
  updateStatus();
  updateActions();
  updateVisibleQueues();
}

/// Why there are no queues, where there are none.
void MainWindow::updateOverviewPlace() {
  ProfileSession *session = m_overview->session();
  if (!session)
    return;
  const bool none = session->queues().all().empty();
  m_overview->showEmpty(none);
  m_overview->setOffer(queuesOffer(*session));
  if (none)
    showQueuesPlace(*session, *m_overview->empty());
  updateActions(); // what fits depends on whether there are queues
}

/// With the queue that was open as the current row, and the keyboard in the table.
void MainWindow::backToOverview() {
  ProfileSession *session = currentSession();
  if (!session)
    return;
  m_currentProfile = session->id();
  m_tree->selectProfile(session->id().toUtf8());
  showProfilePlace(session->id());
  if (!overviewShown())
    return;
  if (m_page->session() == session)
    m_overview->select(m_page->queue().id);
  m_overview->focusTable();
}

/// The page stays while the server is away: what it shows is old, and a banner says so.
void MainWindow::updateConnectedPlace(ProfileSession &session) {
  const bool here = m_currentProfile == session.id();
  const bool old = overviewShown() && m_overview->session() == &session && !session.queues().all().empty();
  if (here && !old && (m_centre->currentIndex() == EmptyPage || overviewShown()))
    showProfilePlace(session.id());
}

} // namespace oxp
