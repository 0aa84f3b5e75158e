// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/compareandset.h"
#include "operations/specs.h"
#include "operations/storefield.h"
#include "json/pointer.h"

namespace oxp {
namespace {

bool overSizeLimit(const QByteArray &opts, qsizetype size) {
  const json::Scan scan = json::scan(opts);
  if (!scan.valid())
    return false;
  const quint32 limit = json::find(opts, scan, json::Pointer::fromString("/sizeLimit"));
  return limit != json::NoToken && scan.tokens[limit].kind == json::TokenKind::Number &&
         static_cast<double>(size) > json::tokenText(opts, scan.tokens[limit]).toByteArray().toDouble();
}

QByteArray noteFor(const PlanContext &context, const JobSnapshot &after) {
  if (after.data != context.request.newData)
    return "changed-again";
  if (context.job.schedulerPending) {
    const Family family = context.request.queue.family;
    if (!context.job.schedulerHasTemplate && isUnsure(family))
      return "may-become-template";
    return family == Family::BullMq5 && !context.job.schedulerHasTemplate ? "becomes-template"
                                                                          : "this-run-only";
  }
  if (after.state == JobState::Completed)
    return "no-worker-will-read";
  if (after.state == JobState::Active && after.locked)
    return "worker-has-old-data";
  if (overSizeLimit(context.job.opts, after.data.size()))
    return "over-size-limit";
  return {};
}

Result<OperationReport> plan(PlanContext &context) {
  return storeField(context, noteFor);
}

} // namespace

OperationSpec updateDataSpec() {
  OperationSpec spec;
  spec.id = "job.updateData";
  spec.title = QT_TRANSLATE_NOOP("Operations", "Save changes");
  spec.help = QT_TRANSLATE_NOOP("Operations",
                                "Stores the edited data. State, id and place in the queue stay as they are.");
  spec.icon = "edit";
  spec.shortcut = "";
  spec.words = {QT_TRANSLATE_NOOP("Receipt", "Saved %1"), QT_TRANSLATE_NOOP("Receipt", "Save: %1"),
                QT_TRANSLATE_NOOP("Receipt", "Saved by you %1.")};
  spec.takenBack = {QT_TRANSLATE_NOOP("Receipt", "Reverted %1"),
                    QT_TRANSLATE_NOOP("Receipt", "Take back: %1"),
                    QT_TRANSLATE_NOOP("Receipt", "Taken back by you %1.")};
  spec.historyTitle = QT_TRANSLATE_NOOP("Operations", "Changed data");
  spec.scope = OperationSpec::Scope::Job;
  spec.needs = policy::Capability::EditData;
  spec.inMenu = false;
  spec.sameness = OperationSpec::Sameness::FourToSix;
  spec.edits = true;
  spec.worksWithoutScripts = true;
  spec.writes = {
      {AnyFamily, "HSET", "#", {"data", ""}},
      {AnyMq, "XADD", "events", {"*", "event", ""}},
  };
  spec.plan = plan;
  spec.lookAhead = watchAhead;
  spec.settle = settleEdit;
  return spec;
}

} // namespace oxp
