// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/compareandset.h"
#include "operations/joboption.h"
#include "operations/optionvalue.h"
#include "operations/specs.h"
#include "operations/storefield.h"

namespace oxp {
namespace {

QByteArray noteFor(const PlanContext &context, const JobSnapshot &after) {
  if (after.data != context.request.newData)
    return "changed-again";
  if (isHandedOn(after.data, after.state))
    return "scheduler-takes-over";
  if (after.state == JobState::Active && after.locked)
    return "worker-has-old-options";
  if (after.state == JobState::Completed)
    return "no-worker-will-read";
  return {};
}

Result<OperationReport> plan(PlanContext &context) {
  auto report = storeField(context, noteFor);
  if (!report && report.error().kind == ErrorKind::Conflict)
    return fail(ErrorKind::Conflict, report.error().detail, QByteArrayLiteral("options-changed"));
  return report;
}

Result<void> checkEdit(const OperationRequest &request) {
  return checkOptions(request.baseline->data, request.newData, request.queue.family, request.revertOf > 0);
}

} // namespace

OperationSpec editOptionsSpec() {
  OperationSpec spec;
  spec.id = "job.editOptions";
  spec.title = QT_TRANSLATE_NOOP("Operations", "Edit options");
  spec.help = QT_TRANSLATE_NOOP(
      "Operations", "Changes what a worker reads when it takes the job. Its data and its place stay.");
  spec.icon = "edit";
  spec.shortcut = "";
  spec.words = {QT_TRANSLATE_NOOP("Receipt", "Edited the options of %1"),
                QT_TRANSLATE_NOOP("Receipt", "Edit the options: %1"),
                QT_TRANSLATE_NOOP("Receipt", "The options were edited by you %1.")};
  spec.takenBack = {QT_TRANSLATE_NOOP("Receipt", "Reverted %1"),
                    QT_TRANSLATE_NOOP("Receipt", "Take back: %1"),
                    QT_TRANSLATE_NOOP("Receipt", "Taken back by you %1.")};
  spec.historyTitle = QT_TRANSLATE_NOOP("Operations", "Changed options");
  spec.scope = OperationSpec::Scope::Job;
  spec.needs = policy::Capability::EditData;
  spec.inMenu = false; // an action of its own leads to its form
  spec.sameness = OperationSpec::Sameness::FourToSix;
  spec.edits = true;
  spec.field = "opts";
  spec.worksWithoutScripts = true;
  spec.writes = {{AnyFamily, "HSET", "#", {"opts", ""}}};
  spec.checkEdit = checkEdit;
  spec.plan = plan;
  spec.lookAhead = watchAhead;
  spec.settle = settleEdit;
  return spec;
}

} // namespace oxp
