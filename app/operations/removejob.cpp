// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "operations/plan.h"
#include "operations/specs.h"

namespace oxp {
namespace {

const std::vector<KeyLayout> Layouts = {
    {Family::BullMq6, {"#", "repeat"}},
    {Family::BullMq5, {"#", "repeat"}},
    {Family::BullMq4, {""}},
    {Family::Bull4,
     {"active", "wait", "delayed", "paused", "completed", "failed", "priority", "#", "#:logs", "limiter",
      ""}},
};

/// The pending job of a scheduler or repeatable of any age: its id ends with the time of the next run.
Result<bool> keepsSchedulerAlive(PlanContext &context) {
  const QByteArray &id = context.request.jobId;
  const qsizetype colon = id.lastIndexOf(':');
  if (context.job.schedulerPending)
    return true;
  if (!id.startsWith("repeat:") || colon < 7)
    return false;
  const QByteArray time = id.mid(colon + 1);
  const auto due = context.session.call(
      Command::of("ZRANGEBYSCORE", context.request.queue.id.key("repeat"), time, time), context.stop);
  if (!due && due.error().kind == ErrorKind::Server)
    return false; // no number: it only looks like one of those ids
  if (!due)
    return fail(due.error());
  return due->isArray() && !due->items.empty();
}

// The children stay. The libraries' scripts go through them one by one, in whatever queue they are: a right
// that is missing there, or a colon in a child's id, would leave half of it done.
const QByteArray LeaveChildren = "0";

std::vector<QByteArray> argumentsOf(const ScriptSubject &subject) {
  switch (subject.bundle.family()) {
  case Family::Bull4:
    return {subject.request.jobId, "oxpecker"};
  case Family::BullMq4:
    return {subject.request.jobId, LeaveChildren};
  default:
    return {subject.request.jobId, LeaveChildren, subject.request.queue.id.key({})};
  }
}

std::optional<Error> refusalOf(const ScriptSubject &subject) {
  if (subject.job.locked)
    return errorOf(ScriptAnswer::Locked);
  if (subject.job.schedulerPending)
    return errorOf(ScriptAnswer::SchedulerJob);
  // Its parent may go on then, and the releases wake their workers in different ways.
  if (isUnsure(subject.request.queue.family) && !subject.job.parentKey.isEmpty())
    return unsureFamily();
  return std::nullopt;
}

// Locks and schedulers are looked at before anything is removed, in every family.
const ScriptedPlan Scripted = {
    .script = "removeJob",
    .layouts = Layouts,
    .arguments = argumentsOf,
    .answers = {{1}, {0, ScriptAnswer::Locked}, {-8, ScriptAnswer::SchedulerJob, Mq5Or6}},
    .refusal = refusalOf};

Result<OperationReport> plan(PlanContext &context) {
  const auto pending = keepsSchedulerAlive(context);
  if (!pending)
    return fail(pending.error());
  if (*pending)
    return fail(errorOf(ScriptAnswer::SchedulerJob));
  if (const auto done = runScripted(context, Scripted); !done)
    return fail(done.error());
  OperationReport report;
  report.count = 1;
  return report;
}

} // namespace

Result<audit::Outcome> settleRemove(ReadSession &session, const SettleFacts &facts, std::stop_token stop) {
  const auto job = reader::detail(session, facts.queue, facts.jobId, stop);
  if (!job)
    return fail(job.error());
  return job->exists && job->timestamp == facts.jobTimestamp ? audit::Outcome::Failed : audit::Outcome::Done;
}

OperationSpec removeJobSpec() {
  OperationSpec spec;
  spec.id = "job.remove";
  spec.title = QT_TRANSLATE_NOOP("Operations", "Remove");
  spec.help = QT_TRANSLATE_NOOP(
      "Operations", "Deletes the job with its logs. This cannot be undone. Children of a flow stay.");
  spec.icon = "trash";
  spec.shortcut = "Del";
  spec.words = {QT_TRANSLATE_NOOP("Receipt", "Removed %1"), QT_TRANSLATE_NOOP("Receipt", "Remove: %1"),
                QT_TRANSLATE_NOOP("Receipt", "Removed by you %1.")};
  spec.scope = OperationSpec::Scope::Job;
  spec.needs = policy::Capability::Remove;
  spec.destructive = true;
  spec.sameness = OperationSpec::Sameness::FourToSix;
  spec.leaves = OperationSpec::Leaves::NoJob;
  spec.writes = {
      {AnyFamily, "DEL", "#", {}},
      {AnyFamily, "LREM", "wait", {"0", ""}},
      {AnyFamily, "ZREM", "failed", {""}},
      {Mq5Or6, "HSET", "meta", {"opts.maxLenEvents", "0"}},
      {AnyMq, "XADD", "events", {"*", "event", ""}},
  };
  spec.scripted = &Scripted;
  spec.plan = plan;
  spec.settle = settleRemove;
  return spec;
}

} // namespace oxp
