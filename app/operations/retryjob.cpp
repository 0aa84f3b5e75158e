// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "operations/plan.h"
#include "operations/specs.h"

#include "json/pointer.h"
#include "json/scanner.h"

namespace oxp {
namespace {

const std::vector<KeyLayout> Layouts = {
    {Family::BullMq6, {"#", "events", "@", "wait", "meta", "active", "marker", "prioritized", "pc"}},
    {Family::BullMq6, {"#", "events", "@", "wait", "meta", "paused", "active", "marker"}},
    {Family::BullMq5, {"#", "events", "@", "wait", "meta", "paused", "active", "marker"}},
    {Family::BullMq4, {"#", "events", "@", "wait", "meta", "paused"}},
    {Family::Bull4, {"#", "#:lock", "@", "wait", "meta-paused", "paused"}},
};

/// Jobs that were added with `lifo` go to the front again, as the libraries' own retry does.
QByteArray pushCommand(const QByteArray &opts) {
  const json::Scan scan = json::scan(opts);
  if (!scan.valid())
    return QByteArrayLiteral("LPUSH");
  const quint32 lifo = json::find(opts, scan, json::Pointer::fromString("/lifo"));
  const bool front = lifo != json::NoToken && scan.tokens[lifo].kind == json::TokenKind::True;
  return front ? QByteArrayLiteral("RPUSH") : QByteArrayLiteral("LPUSH");
}

std::vector<QByteArray> argumentsOf(const ScriptSubject &subject) {
  const bool failed = subject.job.row.state == JobState::Failed;
  const QByteArray &id = subject.request.jobId, push = pushCommand(subject.job.opts);
  if (subject.bundle.family() == Family::Bull4)
    return {id, push, "oxpecker", QByteArray::number(subject.now)};
  std::vector<QByteArray> args = {id, push, failed ? "failedReason" : "returnvalue",
                                  failed ? "failed" : "completed"};
  if (subject.bundle.family() == Family::BullMq4)
    return args;
  const QByteArray reset = isTicked(subject.request.arguments, "resetAttempts") ? "1" : "0";
  args.push_back(reset);
  args.push_back(reset);
  return args;
}

/// BullMQ 6 puts a job with a priority back among its like, BullMQ 5 before them.
std::optional<Error> refusalOf(const ScriptSubject &subject) {
  if (isUnsure(subject.request.queue.family) && subject.job.row.priority > 0)
    return unsureFamily();
  return std::nullopt;
}

const ScriptedPlan Scripted = {.script = "reprocessJob",
                               .layouts = Layouts,
                               .pushes = true,
                               .arguments = argumentsOf,
                               .answers = {{1},
                                           {0, ScriptAnswer::Gone, Bull4Only},
                                           {-1, ScriptAnswer::Locked, Bull4Only},
                                           {-2, ScriptAnswer::Moved, Bull4Only},
                                           {-1, ScriptAnswer::Gone, AnyMq},
                                           {-3, ScriptAnswer::Moved, AnyMq}},
                               .refusal = refusalOf};

Result<OperationReport> plan(PlanContext &context) {
  if (const auto done = runScripted(context, Scripted); !done)
    return fail(done.error());
  OperationReport report = jobReport(context);
  const JobRow &row = context.job.row;
  if (row.attemptsMax > 0 && row.attemptsMade >= row.attemptsMax &&
      !isTicked(context.request.arguments, "resetAttempts"))
    report.note = "will-fail-again";
  return report;
}

} // namespace

Result<audit::Outcome> settleRetry(ReadSession &session, const SettleFacts &facts, std::stop_token stop) {
  const auto job = reader::detail(session, facts.queue, facts.jobId, stop);
  if (!job)
    return fail(job.error());
  if (!job->exists || job->timestamp != facts.jobTimestamp)
    return audit::Outcome::Unknown; // it may have run and been cleaned up, or been removed as it was
  const bool finished = job->row.state == JobState::Failed || job->row.state == JobState::Completed;
  if (job->row.state == JobState::Unknown) // in no list: a script that broke off half-way, perhaps
    return audit::Outcome::Unknown;
  return finished && job->row.finished == facts.finished ? audit::Outcome::Failed : audit::Outcome::Done;
}

OperationSpec retryJobSpec() {
  OperationSpec spec;
  spec.id = "job.retry";
  spec.title = QT_TRANSLATE_NOOP("Operations", "Retry");
  spec.help = QT_TRANSLATE_NOOP("Operations",
                                "Puts the job back to the waiting ones. Its data and logs stay as they are.");
  spec.icon = "retry";
  spec.shortcut = "Ctrl+R";
  spec.words = {QT_TRANSLATE_NOOP("Receipt", "Retried %1"), QT_TRANSLATE_NOOP("Receipt", "Retry: %1"),
                QT_TRANSLATE_NOOP("Receipt", "Retried by you %1.")};
  spec.scope = OperationSpec::Scope::Job;
  spec.needs = policy::Capability::RunAgain;
  spec.states = {JobState::Failed, JobState::Completed};
  spec.sameness = OperationSpec::Sameness::FiveAndSixUnpaused;
  spec.askTitle = QT_TRANSLATE_NOOP("Operations", "Retry with options");
  spec.afterEditTitle = QT_TRANSLATE_NOOP("Operations", "Edit and retry");
  spec.place = OperationSpec::Place::Header;
  spec.runsAgain = true;
  spec.arguments = {
      {.id = "resetAttempts",
       .title = QT_TRANSLATE_NOOP("Operations", "Reset attempts"),
       .help = QT_TRANSLATE_NOOP("Operations",
                                 "The job gets all of its attempts anew. Without it a job that has used "
                                 "them up is tried once."),
       .families = Mq5Or6}};
  spec.writes = {
      {AnyFamily, "HDEL", "#", {"finishedOn"}},
      {Bull4Only, "HSET", "#", {"retriedOn", "0"}},
      {Mq5Or6, "HSET", "meta", {"opts.maxLenEvents", "0"}},
      {AnyFamily, "LPUSH", "wait", {""}},
      {AnyFamily, "RPUSH", "wait", {""}},
      {AnyFamily, "ZREM", "failed", {""}},
      {Mq5Or6, "ZADD", "marker", {"0", "0"}},
      {AnyMq, "XADD", "events", {"*", "event", ""}},
      {Bull4Only, "PUBLISH", "waiting@oxpecker", {""}},
      {Mq6, "INCR", "pc", {}, true},
      {Mq6, "ZADD", "prioritized", {"0", ""}, true},
  };
  spec.scripted = &Scripted;
  spec.plan = plan;
  spec.settle = settleRetry;
  return spec;
}

} // namespace oxp
