// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/failuresplace.h"

#include "ui/views/failurespanel.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/window/navigator.h"
#include "ui/window/windowcentre.h"
#include "workspace/profilesession.h"

#include <utility>

namespace oxp {

FailuresPlace::FailuresPlace(WindowCentre *centre, QueueTreePanel *tree, Navigator *navigator,
                             QObject *parent)
    : QObject(parent)
    , m_centre(centre)
    , m_tree(tree)
    , m_navigator(navigator) {
  FailuresPanel *panel = m_centre->failures();
  JobListPanel *list = m_centre->page()->list();
  list->setFailureWords([panel](const QByteArray &failure) { return panel->wordsOf(failure); });
  connect(m_centre->overview(), &OverviewPage::failuresWanted, this, &FailuresPlace::open);
  connect(panel, &FailuresPanel::leaveWanted, this, &FailuresPlace::leave);
  connect(panel, &FailuresPanel::jobWanted, this,
          [this, panel](const QueueId &queue, const QByteArray &jobId) {
            if (panel->session())
              m_navigator->openQueue(panel->session()->id(), queue, StateTab::Failed, jobId);
          });
  connect(panel, &FailuresPanel::searchWanted, this,
          [this, panel, list](const std::vector<QueueId> &queues, const QString &text) {
            if (!panel->session() || queues.empty())
              return;
            m_navigator->openQueue(panel->session()->id(), queues.front(), StateTab::Failed);
            list->search(text, queues);
            list->focusTable();
          });
}

void FailuresPlace::open() {
  ProfileSession *session = m_navigator->session();
  if (!session)
    return;
  m_ofAll = m_centre->showsOverview();
  std::optional<QueueInfo> queue;
  if (!m_ofAll) {
    const std::optional<QueueRef> chosen = m_tree->currentQueue();
    if (chosen && QString::fromUtf8(chosen->profileId) == session->id())
      queue = chosen->info;
    else if (m_centre->showsQueue() && m_centre->page()->session() == session)
      queue = m_centre->page()->queue();
  }
  m_centre->setPlace(WindowCentre::Place::Failures);
  m_centre->failures()->open(session, queue);
  m_centre->failures()->focusTable();
}

void FailuresPlace::close(const QString &profileId) {
  FailuresPanel *panel = m_centre->failures();
  if (!panel->session() || panel->session()->id() != profileId)
    return;
  panel->close();
  leave();
}

void FailuresPlace::leave() {
  if (m_centre->place() != WindowCentre::Place::Failures)
    return;
  if (!m_centre->page()->isOpen() || std::exchange(m_ofAll, false)) {
    m_navigator->showProfile(m_navigator->profile());
    return m_centre->overview()->focusTable();
  }
  m_centre->setPlace(WindowCentre::Place::Queue);
  m_centre->page()->list()->focusTable();
}

} // namespace oxp
