// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/operationactions.h"

#include "operations/specs.h"
#include "policy/rules.h"
#include "ui/flows/operationflow.h"
#include "ui/views/queuepage.h"
#include "ui/window/actionfacts.h"
#include "ui/window/operationdesk.h"
#include "ui/window/windowparts.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"

namespace oxp {
namespace {

/// The open job or queue is there, nothing is on its way to it, and the server may be asked. Of several jobs
/// that are selected none is meant.
bool isReady(const OperationSpec &operation, const ActionFacts &facts) {
  if (!facts.page || !facts.page->session()->isConnected())
    return false;
  const bool ofJob = operation.scope == OperationSpec::Scope::Job;
  if (ofJob && (!facts.job.session || facts.selected > 1))
    return false;
  return !facts.parts.operations->isRunning((ofJob ? facts.job : facts.queue).subject());
}

bool fits(const OperationSpec &operation, const ActionFacts &facts) {
  if (!isReady(operation, facts))
    return false;
  const ProfileSession &session = *facts.page->session();
  const policy::Capabilities may = session.rules()->capabilitiesOf(session.profile().role);
  return offers(operation, facts.page->queue(), facts.job.state, may, facts.page->isPaused());
}

ActionSpec specOf(const OperationSpec &operation) {
  const bool isJob = operation.scope == OperationSpec::Scope::Job;
  return {.id = operation.id,
          .menu = isJob ? MenuId::Job : MenuId::Queue,
          .title = operation.title,
          .shortcut = operation.shortcut,
          .context = "Operations",
          .help = operation.help,
          .icon = operation.icon,
          .atHeader = operation.place == OperationSpec::Place::Header,
          .run = [&operation](WindowParts &parts,
                              bool) { parts.operations->run(operation, OperationFlow::Ask::AsPolicy); },
          .enabled = [&operation](const ActionFacts &facts) { return fits(operation, facts); }};
}

/// Its dialog opens also where nothing has to be asked: for the arguments.
ActionSpec askingSpecOf(const OperationSpec &operation) {
  return {.id = askId(operation),
          .menu = operation.scope == OperationSpec::Scope::Job ? MenuId::Job : MenuId::Queue,
          .title = operation.askTitle,
          .context = "Operations",
          .help = operation.help,
          .run = [&operation](WindowParts &parts,
                              bool) { parts.operations->run(operation, OperationFlow::Ask::Always); },
          .enabled =
              [&operation](const ActionFacts &facts) {
                return fits(operation, facts) &&
                       !argumentsFor(operation.arguments, facts.page->queue().family).empty();
              }};
}

} // namespace

QList<ActionSpec> operationActions() {
  QList<ActionSpec> specs;
  bool firstJob = true;
  for (const OperationSpec &operation : operationCatalogue()) {
    if (!operation.inMenu)
      continue;
    ActionSpec spec = specOf(operation);
    spec.separatorBefore = spec.menu == MenuId::Job && std::exchange(firstJob, false);
    specs << spec;
    if (*operation.askTitle)
      specs << askingSpecOf(operation);
  }
  return specs;
}

} // namespace oxp
