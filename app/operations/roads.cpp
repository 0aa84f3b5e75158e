// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The roads by which a write reaches the server, and when it may go out by another one.
#include "operations/plan.h"

namespace oxp {
namespace {

/// An error line is only a word: a proxy may have sent it though the server ran the write. So what lies in
/// Redis is looked at too.
bool isSurelyRefused(PlanContext &context) {
  return context.refused && (context.word.isEmpty() || isBorneOut(context));
}

} // namespace

Result<OperationReport> runPlan(PlanContext &context, const OperationSpec &spec) {
  const qint64 before = context.session.writes();
  Result<OperationReport> report = spec.plan(context);
  if (report)
    return report;
  const Error &error = report.error();
  if (error.kind != ErrorKind::OutcomeUnknown &&
      (context.session.writes() == before || isSurelyRefused(context)))
    return report;
  if (context.session.isOpen())
    context.session.giveUp();
  if (error.kind == ErrorKind::OutcomeUnknown)
    return report;
  return fail(ErrorKind::OutcomeUnknown, error.detail, errorKindName(error.kind));
}

bool isBorneOut(PlanContext &context) {
  const OperationSpec *spec = findOperation(context.request.operation);
  if (!context.facts || !spec || !spec->settle)
    return true;
  const auto seen = spec->settle(context.session, *context.facts, context.stop);
  return seen ? *seen == audit::Outcome::Failed : seen.error().code == context.word;
}

Result<void> freeForAnotherRoad(PlanContext &context, const Error &refusal) {
  context.word = refusal.code;
  context.refused = false;
  if (isBorneOut(context))
    return {};
  return fail(ErrorKind::OutcomeUnknown, refusal.detail, errorKindName(refusal.kind));
}

namespace {

/// A server that does not hold the script cannot have run it by its hash: then it goes on as if nothing had
/// been. All else that asks for the whole script is looked into.
Result<void> freeForTheWhole(PlanContext &context, const Script &script, const Error &refusal) {
  if (refusal.code == "NOSCRIPT") {
    if (const auto holds = holdsScript(context.session, script, context.stop); holds && !*holds)
      return {};
  }
  return freeForAnotherRoad(context, refusal);
}

} // namespace

Result<Reply> sendScript(PlanContext &context, const Script &script, const std::vector<QByteArray> &keys,
                         const std::vector<QByteArray> &args) {
  if (context.takesHashes) {
    const auto reply = runScript(context.session, script, ScriptBody::Hash, keys, args, context.stop);
    if (reply || (reply.error().code != "NOSCRIPT" && !refusesCommand(reply.error())))
      return reply;
    if (const auto free = freeForTheWhole(context, script, reply.error()); !free)
      return fail(free.error());
  }
  return runScript(context.session, script, ScriptBody::Whole, keys, args, context.stop);
}

} // namespace oxp
