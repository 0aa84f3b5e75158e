// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/overviewplace.h"

#include "ui/views/joblistpanel.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/window/navigator.h"
#include "ui/window/windowcentre.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"

#include <QShortcut>

namespace oxp {

OverviewPlace::OverviewPlace(WindowCentre *centre, QueueTreePanel *tree, Navigator *navigator,
                             QObject *parent)
    : QObject(parent)
    , m_centre(centre)
    , m_tree(tree)
    , m_navigator(navigator) {
  connect(m_centre->overview(), &OverviewPage::queueWanted, this, [this](const QueueId &queue, bool failed) {
    m_navigator->openQueue(m_centre->overview()->session()->id(), queue,
                           failed ? StateTab::Failed : StateTab::Latest);
    m_centre->page()->focusList();
  });
  auto *back = new QShortcut(Qt::Key_Backspace, m_centre->page()->list());
  back->setContext(Qt::WidgetWithChildrenShortcut);
  connect(back, &QShortcut::activated, this, &OverviewPlace::goBack);
}

void OverviewPlace::goBack() {
  ProfileSession *session = m_navigator->session();
  if (!session)
    return;
  m_navigator->setProfile(session->id());
  m_tree->selectProfile(session->id().toUtf8());
  m_navigator->showProfile(session->id());
  if (!m_centre->showsOverview())
    return;
  const QueuePage *page = m_centre->page();
  if (page->session() == session)
    m_centre->overview()->select(page->queue().id);
  m_centre->overview()->focusTable();
}

void OverviewPlace::applyStatus(const ProfileSession &session) {
  const bool here = m_navigator->profile() == session.id();
  const bool shown = m_centre->showsOverview();
  const bool old = shown && m_centre->overview()->session() == &session && !session.queues().all().empty();
  if (here && !old && (m_centre->place() == WindowCentre::Place::Empty || shown))
    m_navigator->showProfile(session.id());
}

} // namespace oxp
