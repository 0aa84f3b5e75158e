// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/jobactions.h"

#include "ui/views/joblistchoice.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/queuepage.h"
#include "ui/window/actionfacts.h"
#include "ui/window/finder.h"
#include "ui/window/recipedesk.h"
#include "ui/window/windowcentre.h"
#include "ui/window/windowparts.h"

namespace oxp {
namespace {

ActionSpec copyAction(const char *id, const char *title, void (JobListSelection::*copy)() const) {
  return {.id = id,
          .menu = MenuId::Job,
          .title = title,
          .run = [copy](WindowParts &parts, bool) { (parts.centre->page()->list()->selection().*copy)(); },
          .enabled =
              [](const ActionFacts &facts) {
                return facts.page && facts.jobs.count > 0 && facts.jobs.unread == 0;
              }};
}

} // namespace

QList<ActionSpec> jobActions() {
  ActionSpec copyId =
      copyAction("job.copyId", QT_TRANSLATE_NOOP("Actions", "Copy id"), &JobListSelection::copyIds);
  copyId.separatorBefore = true;
  ActionSpec copyRow =
      copyAction("job.copyRow", QT_TRANSLATE_NOOP("Actions", "Copy row"), &JobListSelection::copyRows);
  copyRow.shortcut = "Ctrl+Shift+C";
  return {
      {.id = "job.goTo",
       .menu = MenuId::Job,
       .title = QT_TRANSLATE_NOOP("Actions", "Go to job"),
       .shortcut = "Ctrl+G",
       .run = [](WindowParts &parts, bool) { parts.finder->askJob(); },
       .enabled = [](const ActionFacts &facts) { return facts.page != nullptr; }},
      {.id = "job.nextFailed",
       .menu = MenuId::Job,
       .title = QT_TRANSLATE_NOOP("Actions", "Next failed job"),
       .shortcut = "Alt+Down",
       .run = [](WindowParts &parts, bool) { parts.centre->page()->list()->selectNextFailed(); },
       .enabled = [](const ActionFacts &facts) { return facts.page && facts.page->list()->hasNextFailed(); }},
      {.id = "job.selectAll",
       .menu = MenuId::Job,
       .title = QT_TRANSLATE_NOOP("Actions", "Select all matching"),
       .shortcut = "Ctrl+Shift+A",
       .run = [](WindowParts &parts, bool) { parts.centre->page()->list()->choice()->selectAll(); },
       .enabled =
           [](const ActionFacts &facts) { return facts.page && facts.page->list()->choice()->hasMore(); }},
      {.id = "job.recipes",
       .menu = MenuId::Job,
       .title = QT_TRANSLATE_NOOP("Actions", "Recipes"),
       .shortcut = "Ctrl+Shift+R",
       .run = [](WindowParts &parts, bool) { parts.recipes->showMenu(); },
       .enabled = [](const ActionFacts &facts) { return facts.parts.recipes->isAnyFit(); }},
      copyId,
      copyRow,
      copyAction("job.copyJson", QT_TRANSLATE_NOOP("Actions", "Copy as JSON"), &JobListSelection::copyJson)};
}

} // namespace oxp
