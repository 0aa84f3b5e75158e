// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowcentre.h"

#include "ui/start/startpage.h"
#include "ui/views/failurespanel.h"
#include "ui/views/overviewpage.h"
#include "ui/views/queuepage.h"
#include "ui/views/runspage.h"
#include "ui/widgets/emptyplace.h"
#include "workspace/workspace.h"

namespace oxp {

WindowCentre::WindowCentre(ActionSet &actions, Workspace &workspace, QWidget *window)
    : m_empty(new EmptyPlace)
    , m_page(new QueuePage(actions, workspace, window))
    , m_failures(new FailuresPanel(workspace.activity()))
    , m_start(new StartPage(workspace))
    , m_overview(new OverviewPage(actions, workspace.settings()))
    , m_runs(new RunsPage) {
  const QWidgetList inOrderOfPlaces{m_empty, m_page, m_failures, m_start, m_overview, m_runs};
  for (QWidget *widget : inOrderOfPlaces)
    addWidget(widget);
}

bool WindowCentre::showsQueue() const {
  return m_page->isOpen() && place() == Place::Queue;
}

bool WindowCentre::showsOverview() const {
  return place() == Place::Overview && m_overview->session();
}

void WindowCentre::setCompact(bool compact) {
  m_page->setCompact(compact);
  m_failures->setCompact(compact);
  m_overview->setCompact(compact);
  m_runs->setCompact(compact);
}

} // namespace oxp
