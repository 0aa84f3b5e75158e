// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/pausedflag.h"
#include "operations/plan.h"
#include "operations/specs.h"

namespace oxp {
namespace {

const std::vector<KeyLayout> OldLayouts = {
    {Family::BullMq4, {"paused", "wait", "meta", "prioritized", "events"}},
    {Family::Bull4, {"paused", "wait", "meta-paused", "resumed", "meta"}}};

/// By the library's own script, once the lists are one: a newer script would leave `marker`, which these
/// libraries know nothing of, and the queue would be taken for a younger one by it.
Result<void> resumeOld(PlanContext &context) {
  const auto script = bundleScript(context.bundle, "pause");
  if (!script)
    return fail(script.error());
  const auto keys = keysFor(OldLayouts, context.subject(), **script);
  if (!keys)
    return fail(keys.error());
  const auto whole = guarded(context.scripts, {"mergeLists"}, **script);
  if (!whole)
    return fail(whole.error());
  const auto code = runForNumber(context, *whole, *keys, {"resumed"}, {.nothing = true, .guarded = true});
  return code ? Result<void>() : fail(code.error());
}

/// BullMQ 5 and 6. The newest resume merges the paused list into wait, whoever has filled it; those before
/// rename it over wait and lose what was there (bullmq-protocol 3.4).
Result<void> resumeBullMq(PlanContext &context) {
  const Script *script = context.scripts.newestBullMq().find("pause");
  if (!script || script->keyCount != 7)
    return fail(ErrorKind::Unsupported, QStringLiteral("the newest release has no resume that is known"),
                QByteArrayLiteral("no-script"));
  std::vector<QByteArray> keys;
  for (const char *suffix : {"paused", "wait", "meta", "prioritized", "events", "delayed", "marker"})
    keys.push_back(context.request.queue.id.key(suffix));
  // It moves 7,000 ids a call and says how many are left. Only the first call announces.
  qint64 left = 1;
  for (const char *announce = "1"; left > 0; announce = "0") {
    const auto code = runForNumber(context, *script, keys, {"resumed", announce}, {.count = true});
    if (!code)
      return fail(code.error());
    context.changed = true;
    left = *code;
  }
  return {};
}

Result<OperationReport> plan(PlanContext &context) {
  const auto before = readPausedFlag(context.session, context.request.queue.id, context.stop);
  if (!before)
    return fail(before.error());
  OperationReport report;
  if (!before->paused && before->pausedList == 0) {
    report.note = "already";
    return report;
  }
  const auto done = context.bundle.family() == Family::Bull4 || context.bundle.family() == Family::BullMq4
                        ? resumeOld(context)
                        : resumeBullMq(context);
  if (!done)
    return fail(done.error());
  report.count = 1;
  return report;
}

} // namespace

Result<audit::Outcome> settleResume(ReadSession &session, const SettleFacts &facts, std::stop_token stop) {
  const auto now = readPausedFlag(session, facts.queue.id, stop);
  if (!now)
    return fail(now.error());
  if (now->paused)
    return audit::Outcome::Failed;
  // It runs, and jobs lie in the paused list: half resumed, or never paused and not merged yet.
  return now->pausedList == 0 ? audit::Outcome::Done : audit::Outcome::Unknown;
}

OperationSpec resumeQueueSpec() {
  OperationSpec spec;
  spec.id = "queue.resume";
  spec.title = QT_TRANSLATE_NOOP("Operations", "Resume queue");
  spec.help = QT_TRANSLATE_NOOP(
      "Operations", "Workers take jobs from this queue again, in the order in which they were added.");
  spec.icon = "play";
  spec.shortcut = "";
  spec.words = {QT_TRANSLATE_NOOP("Receipt", "Resumed %1"), QT_TRANSLATE_NOOP("Receipt", "Resume: %1"),
                QT_TRANSLATE_NOOP("Receipt", "Resumed by you %1.")};
  spec.scope = OperationSpec::Scope::Queue;
  spec.needs = policy::Capability::PauseQueue;
  spec.sameness = OperationSpec::Sameness::FiveAndSix;
  spec.place = OperationSpec::Place::Header;
  spec.onPaused = true;
  spec.leaves = OperationSpec::Leaves::RunningQueue;
  spec.writes = {
      {AnyFamily, "HSET", "meta", {"paused", "1"}},
      {AnyFamily, "HDEL", "meta", {"paused"}},
      {AnyFamily, "RENAME", "paused", {}},
      {Bull4Only, "DEL", "meta-paused", {}},
      {Bull4Only | Mq4, "LPUSH", "paused", {""}},
      {Bull4Only | Mq4, "DEL", "wait", {}},
      {Mq5Or6, "RPUSH", "wait", {""}},
      {Mq5Or6, "LTRIM", "paused", {"0", "1"}},
      {Mq5Or6, "ZADD", "marker", {"0", "0"}},
      {AnyMq, "XADD", "events", {"*", "event", ""}},
      {Bull4Only, "PUBLISH", "paused", {""}},
  };
  spec.plan = plan;
  spec.settle = settleResume;
  return spec;
}

} // namespace oxp
