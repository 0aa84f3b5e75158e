// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/screenqueues.h"

#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/window/windowcentre.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/workspace.h"

#include <QDockWidget>

#include <algorithm>

namespace oxp {
namespace {

void addOnce(std::vector<QueueId> &queues, const QueueId &queue) {
  if (std::find(queues.begin(), queues.end(), queue) == queues.end())
    queues.push_back(queue);
}

} // namespace

ScreenQueues::ScreenQueues(Workspace &workspace, WindowCentre *centre, QueueTreePanel *tree,
                           QDockWidget *dock)
    : QObject(dock)
    , m_workspace(workspace)
    , m_centre(centre)
    , m_tree(tree)
    , m_dock(dock) {
  connect(m_tree, &QueueTreePanel::visibleChanged, this, &ScreenQueues::update, Qt::QueuedConnection);
  connect(m_centre->overview(), &OverviewPage::visibleChanged, this, &ScreenQueues::update,
          Qt::QueuedConnection);
  connect(m_dock, &QDockWidget::visibilityChanged, this, &ScreenQueues::update);
}

void ScreenQueues::update() {
  const QueuePage *page = m_centre->page();
  for (ProfileSession *session : m_workspace.sessions()) {
    const bool open = page->session() == session;
    std::vector<QueueId> queues =
        m_dock->isHidden() ? std::vector<QueueId>() : m_tree->visibleQueues(session->id().toUtf8());
    if (open)
      addOnce(queues, page->queue().id);
    if (m_centre->overview()->session() == session)
      for (const QueueId &queue : m_centre->overview()->visibleQueues())
        addOnce(queues, queue);
    session->live().setVisibleQueues(queues);
    session->live().setOpenQueue(open ? std::optional(page->queue().id) : std::nullopt);
  }
}

} // namespace oxp
