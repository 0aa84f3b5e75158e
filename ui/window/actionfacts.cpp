// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actionfacts.h"

#include "ui/panes/datapane.h"
#include "ui/panes/jobpane.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/panestack.h"
#include "ui/views/queuepage.h"
#include "ui/views/queuetreepanel.h"
#include "ui/window/navigator.h"
#include "ui/window/operationdesk.h"
#include "ui/window/windowcentre.h"
#include "ui/window/windowparts.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/workspace.h"

namespace oxp {

std::optional<QueueRef> chosenQueue(const WindowParts &parts) {
  std::optional<QueueRef> queue = parts.tree->currentQueue();
  const QueuePage *page = parts.centre->page();
  if (!queue && page->isOpen())
    queue = {page->session()->id().toUtf8(), page->queue()};
  return queue;
}

ActionFacts::ActionFacts(const WindowParts &parts)
    : parts(parts)
    , session(parts.navigator->session())
    , isConnected(session && session->isConnected())
    , isProfileKnown(parts.workspace.profiles().find(parts.navigator->profile()) != nullptr)
    , page(parts.centre->showsQueue() ? parts.centre->page() : nullptr)
    , chosen(chosenQueue(parts))
    , jobs(page ? page->list()->selection().chosen() : ChosenJobs())
    , job(parts.operations->job())
    , queue(parts.operations->queue())
    , data(parts.centre->page()->stack()->isCovered() ? DataOffers()
                                                      : parts.centre->page()->pane()->dataPane()->offers()) {}

bool ActionFacts::isSearchable() const {
  return page || (isConnected && !session->queues().all().empty());
}

} // namespace oxp
