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

Result<OperationReport> plan(PlanContext &context) {
  const auto script = bundleScript(context, "promote");
  if (!script)
    return fail(script.error());
  const auto keys = keysFor(Layouts, context, **script);
  if (!keys)
    return fail(keys.error());
  std::vector<QByteArray> args = {context.request.queue.id.key({}), context.request.jobId};
  if (context.bundle.family() == Family::Bull4)
    args.emplace_back("oxpecker"); // the token, which only names a channel
  const qint64 notDelayed = context.bundle.family() == Family::Bull4 ? -1 : -3;
  const auto code =
      runOnJob(context, {"guardPush"}, **script, *keys, withPushGuard(context, args), {0, notDelayed});
  if (!code)
    return fail(code.error());
  if (*code == notDelayed)
    return refused(context,
                   {ErrorKind::WrongState, "moved", QStringLiteral("the job is not delayed any more")});
  return jobReport(context);
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
  spec.states = {JobState::Delayed};
  spec.sameness = OperationSpec::Sameness::FiveAndSixUnpaused;
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
  spec.plan = plan;
  spec.settle = settlePromote;
  return spec;
}

} // namespace oxp
