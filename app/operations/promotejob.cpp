// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "operations/plan.h"
#include "operations/specs.h"

namespace oxp {
namespace {

const std::vector<KeyLayout> Layouts = {
    {Family::BullMq6,
     {"delayed", "wait", "paused", "meta", "prioritized", "active", "pc", "events", "marker"}},
    {Family::BullMq5,
     {"delayed", "wait", "paused", "meta", "prioritized", "active", "pc", "events", "marker"}},
    {Family::BullMq4, {"delayed", "wait", "paused", "meta", "prioritized", "pc", "events"}},
    {Family::Bull4, {"delayed", "wait", "paused", "meta-paused", "priority"}},
};

std::vector<QByteArray> argumentsOf(const ScriptSubject &subject) {
  std::vector<QByteArray> args = {subject.request.queue.id.key({}), subject.request.jobId};
  if (subject.bundle.family() == Family::Bull4)
    args.emplace_back("oxpecker"); // the token, which only names a channel
  return args;
}

const ScriptedPlan Scripted = {
    .script = "promote",
    .layouts = Layouts,
    .pushes = true,
    .arguments = argumentsOf,
    .answers = {{0}, {-1, ScriptAnswer::Moved, Bull4Only}, {-3, ScriptAnswer::Moved, AnyMq}}};

Result<OperationReport> plan(PlanContext &context) {
  const auto done = runScripted(context, Scripted);
  return done ? Result<OperationReport>(jobReport(context)) : fail(done.error());
}

} // namespace

Result<audit::Outcome> settlePromote(ReadSession &session, const SettleFacts &facts, std::stop_token stop) {
  const auto job = reader::detail(session, facts.queue, facts.jobId, stop);
  if (!job)
    return fail(job.error());
  if (!job->exists || job->timestamp != facts.jobTimestamp || job->row.state == JobState::Unknown)
    return audit::Outcome::Unknown;
  return job->row.state == JobState::Delayed && job->row.due == facts.due ? audit::Outcome::Failed
                                                                          : audit::Outcome::Done;
}

OperationSpec promoteJobSpec() {
  OperationSpec spec;
  spec.id = "job.promote";
  spec.title = QT_TRANSLATE_NOOP("Operations", "Promote");
  spec.help = QT_TRANSLATE_NOOP("Operations",
                                "Lets the delayed job run now: it goes to the waiting ones, behind those "
                                "that are there.");
  spec.icon = "promote";
  spec.shortcut = "";
  spec.words = {QT_TRANSLATE_NOOP("Receipt", "Promoted %1"), QT_TRANSLATE_NOOP("Receipt", "Promote: %1"),
                QT_TRANSLATE_NOOP("Receipt", "Promoted by you %1.")};
  spec.scope = OperationSpec::Scope::Job;
  spec.needs = policy::Capability::Promote;
  spec.states = {JobState::Delayed};
  spec.sameness = OperationSpec::Sameness::FiveAndSixUnpaused;
  spec.afterEditTitle = QT_TRANSLATE_NOOP("Operations", "Edit and promote");
  spec.place = OperationSpec::Place::Header;
  spec.writes = {
      {AnyFamily, "HSET", "#", {"delay", "0"}},
      {AnyFamily, "LPUSH", "wait", {""}},
      {AnyMq, "LPOP", "wait", {}},
      {AnyFamily, "ZREM", "delayed", {""}},
      {Mq5Or6, "ZADD", "marker", {"0", "0"}},
      {AnyMq, "XADD", "events", {"*", "event", ""}},
      {Bull4Only, "PUBLISH", "waiting@oxpecker", {""}},
      {AnyMq, "INCR", "pc", {}, true},
      {AnyMq, "ZADD", "prioritized", {"0", ""}, true},
      {Bull4Only, "ZADD", "priority", {"0", ""}, true},
      {Bull4Only, "LINSERT", "wait", {"BEFORE", "", ""}, true},
      {Bull4Only, "RPUSH", "wait", {""}, true},
  };
  spec.scripted = &Scripted;
  spec.plan = plan;
  spec.settle = settlePromote;
  return spec;
}

} // namespace oxp
