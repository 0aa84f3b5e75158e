// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/plan.h"

#include "bullio/reader.h"
#include <algorithm>

namespace oxp {
tl::unexpected<Error> refused(PlanContext &context, Error error) {
  context.refused = !context.changed;
  return fail(std::move(error));
}

tl::unexpected<Error> writeFailed(PlanContext &context, Error error) {
  if (!provesNothingDone(error))
    return fail(std::move(error));
  context.word = error.code;
  return refused(context, std::move(error));
}

Error beforeWriting(Error error) {
  if (error.kind == ErrorKind::OutcomeUnknown)
    error.kind = error.code == errorKindName(ErrorKind::Timeout)     ? ErrorKind::Timeout
                 : error.code == errorKindName(ErrorKind::Cancelled) ? ErrorKind::Cancelled
                                                                     : ErrorKind::Disconnected;
  return error;
}

namespace {

bool isOwn(const OwnAnswers &own, qint64 code) {
  return (own.count && code >= 0) || std::find(own.codes.begin(), own.codes.end(), code) != own.codes.end();
}

/// Sends it; an error reply is told as refused() where it proves that nothing was done.
Result<Reply> send(PlanContext &context, const Script &script, const std::vector<QByteArray> &keys,
                   const std::vector<QByteArray> &args) {
  auto reply = sendScript(context, script, keys, args);
  if (reply)
    return reply;
  if (!refusesCommand(reply.error()))
    return writeFailed(context, reply.error());
  context.word = reply.error().code;
  return refused(context, {ErrorKind::Unsupported, "no-eval", reply.error().detail});
}

} // namespace

Result<qint64> runForNumber(PlanContext &context, const Script &script, const std::vector<QByteArray> &keys,
                            const std::vector<QByteArray> &args, const OwnAnswers &own) {
  const auto reply = send(context, script, keys, args);
  if (!reply)
    return fail(reply.error());
  if (own.nothing && reply->isNil() && !reply->nilArray)
    return 0;
  if (reply->type != Reply::Type::Integer)
    return fail(senselessAnswer(script.name));
  if (const auto error = own.guarded ? guardError(reply->integer) : std::nullopt)
    return refused(context, *error);
  if (!isOwn(own, reply->integer))
    return fail(senselessAnswer(script.name));
  return reply->integer;
}

Result<void> runScripted(PlanContext &context, const ScriptedPlan &plan) {
  const auto script = scriptOf(plan, context.scripts, context.bundle);
  if (!script)
    return fail(script.error());
  const auto call = callFor(plan, context.subject(), *script);
  if (!call)
    return fail(call.error());
  const auto reply = send(context, *script, call->keys, call->args);
  if (!reply)
    return fail(reply.error());
  auto done = readAnswer(plan, context.bundle.family(), *reply);
  return done || done.error().kind == ErrorKind::OutcomeUnknown ? done : refused(context, done.error());
}

OperationReport jobReport(PlanContext &context) {
  OperationReport report;
  report.count = 1;
  if (const auto state =
          reader::state(context.session, context.request.queue, context.request.jobId, context.stop))
    report.state = *state;
  return report;
}

} // namespace oxp
