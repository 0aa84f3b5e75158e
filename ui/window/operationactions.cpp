// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/operationactions.h"

#include "bulk/bulkroad.h"
#include "operations/joboption.h"
#include "operations/specs.h"
#include "policy/rules.h"
#include "ui/flows/operationflow.h"
#include "ui/panes/jobpane.h"
#include "ui/views/queuepage.h"
#include "ui/window/actionfacts.h"
#include "ui/window/manydesk.h"
#include "ui/window/operationdesk.h"
#include "ui/window/windowparts.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"

#include <algorithm>

namespace oxp {
namespace {

policy::Capabilities heldBy(const ProfileSession &session) {
  return session.rules()->capabilitiesOf(session.profile().role);
}

/// Where several jobs are selected no operation is on one of them.
bool isOnMany(const OperationSpec &operation, const ActionFacts &facts) {
  return operation.scope == OperationSpec::Scope::Job && facts.jobs.isMany();
}

/// There is one that it is for among those that are selected.
bool fitsMany(const OperationSpec &operation, const ActionFacts &facts) {
  if (!goesToMany(operation) || !facts.jobs.isKnown())
    return false;
  const ProfileSession &session = *facts.page->session();
  return std::any_of(facts.jobs.states.begin(), facts.jobs.states.end(), [&](JobState state) {
    return offers(operation, *facts.jobs.queue, state, heldBy(session), facts.page->isPaused());
  });
}

/// The open job or queue is there, nothing is on its way to it.
bool isReady(const OperationSpec &operation, const ActionFacts &facts) {
  const bool ofJob = operation.scope == OperationSpec::Scope::Job;
  if (ofJob && !facts.job.session)
    return false;
  return !facts.parts.operations->isRunning((ofJob ? facts.job : facts.queue).subject());
}

bool fits(const OperationSpec &operation, const ActionFacts &facts) {
  if (!facts.page || !facts.page->session()->isConnected())
    return false;
  if (isOnMany(operation, facts))
    return fitsMany(operation, facts);
  return isReady(operation, facts) && offers(operation, facts.page->queue(), facts.job.state,
                                             heldBy(*facts.page->session()), facts.page->isPaused());
}

/// On the selected jobs where there are several, else on the open job or queue.
void run(const WindowParts &parts, const OperationSpec &operation, OperationFlow::Ask ask) {
  if (operation.scope == OperationSpec::Scope::Job && parts.many->isMany())
    parts.many->run(operation);
  else
    parts.operations->run(operation, ask);
}

/// `place`: on the bar of several selected jobs.
ActionSpec specOf(const OperationSpec &operation, int place) {
  const bool isJob = operation.scope == OperationSpec::Scope::Job;
  return {
      .id = operation.id,
      .menu = isJob ? MenuId::Job : MenuId::Queue,
      .title = operation.title,
      .shortcut = operation.shortcut,
      .context = "Operations",
      .help = operation.help,
      .icon = operation.icon,
      .atHeader = operation.place == OperationSpec::Place::Header,
      .selectionPlace = isJob && goesToMany(operation) ? place : 0,
      .run = [&operation](WindowParts &parts, bool) { run(parts, operation, OperationFlow::Ask::AsPolicy); },
      .enabled = [&operation](const ActionFacts &facts) { return fits(operation, facts); }};
}

/// Its dialog opens also where nothing has to be asked: for the arguments.
ActionSpec askingSpecOf(const OperationSpec &operation) {
  return {
      .id = askId(operation),
      .menu = operation.scope == OperationSpec::Scope::Job ? MenuId::Job : MenuId::Queue,
      .title = operation.askTitle,
      .context = "Operations",
      .help = operation.help,
      .run = [&operation](WindowParts &parts, bool) { run(parts, operation, OperationFlow::Ask::Always); },
      .enabled =
          [&operation](const ActionFacts &facts) {
            return !isOnMany(operation, facts) && fits(operation, facts) &&
                   !argumentsFor(operation.arguments, facts.page->queue().family).empty();
          }};
}

/// What the open job's are can be read.
bool hasOptions(const ActionFacts &facts) {
  return !optionRows(facts.page->pane()->detail().opts, facts.job.queue.family).empty();
}

/// Its form is made of the job's options, so it has an entry of its own.
ActionSpec editOptionsAction() {
  static const OperationSpec operation = editOptionsSpec();
  return {.id = operation.id,
          .menu = MenuId::Job,
          .title = operation.title,
          .context = "Operations",
          .help = operation.help,
          .icon = operation.icon,
          .run =
              [](WindowParts &parts, bool) {
                if (parts.many->isMany())
                  parts.many->editOptions();
                else
                  parts.operations->editOptions();
              },
          .enabled =
              [](const ActionFacts &facts) {
                return fits(operation, facts) && (isOnMany(operation, facts) || hasOptions(facts));
              }};
}

constexpr int BehindTheFirst = 15; ///< on the bar of several selected jobs

ActionSpec bulkEditSpec() {
  return {.id = "job.bulkEdit",
          .menu = MenuId::Job,
          .title = QT_TRANSLATE_NOOP("Actions", "Bulk edit"),
          .shortcut = "Ctrl+Alt+E",
          .help = QT_TRANSLATE_NOOP("Actions", "Changes the data of all selected jobs alike."),
          .icon = "edit",
          .selectionPlace = BehindTheFirst,
          .selectionTitle = QT_TRANSLATE_NOOP("Actions", "Edit"),
          .run = [](WindowParts &parts, bool) { parts.many->edit(); },
          .enabled =
              [](const ActionFacts &facts) {
                return facts.page && facts.page->session()->isConnected() && facts.jobs.isMany() &&
                       fitsMany(updateDataSpec(), facts);
              }};
}

} // namespace

QList<ActionSpec> operationActions() {
  QList<ActionSpec> specs;
  bool firstJob = true;
  int place = 0;
  for (const OperationSpec &operation : operationCatalogue()) {
    if (!operation.inMenu)
      continue;
    ActionSpec spec = specOf(operation, place += 10);
    spec.separatorBefore = spec.menu == MenuId::Job && std::exchange(firstJob, false);
    specs << spec;
    if (*operation.askTitle)
      specs << askingSpecOf(operation);
  }
  specs << editOptionsAction() << bulkEditSpec();
  return specs;
}

} // namespace oxp
