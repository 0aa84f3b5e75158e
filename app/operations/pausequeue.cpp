// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/pausedflag.h"
#include "operations/plan.h"
#include "operations/specs.h"

namespace oxp {
namespace {

const std::vector<KeyLayout> Layouts = {
    {Family::BullMq6, {"wait", "paused", "meta", "prioritized", "events", "delayed", "marker"}},
    {Family::BullMq5, {"wait", "paused", "meta", "prioritized", "events", "delayed", "marker"}},
    {Family::BullMq4, {"wait", "paused", "meta", "prioritized", "events"}},
    {Family::Bull4, {"wait", "paused", "meta-paused", "paused", "meta"}},
};

Result<OperationReport> plan(PlanContext &context) {
  const auto before = readPausedFlag(context.session, context.request.queue.id, context.stop);
  if (!before)
    return fail(before.error());
  OperationReport report;
  if (before->paused) { // another RENAME would bring nothing and may lose something
    report.note = "already";
    return report;
  }
  const auto script = bundleScript(context.bundle, "pause");
  if (!script)
    return fail(script.error());
  const auto keys = keysFor(Layouts, context.subject(), **script);
  if (!keys)
    return fail(keys.error());
  // BullMQ 6 leaves the jobs where they are; all others rename the list.
  const bool renames = context.bundle.family() != Family::BullMq6;
  const auto whole = renames ? guarded(context.scripts, {"guardRename"}, **script) : Result<Script>(**script);
  if (!whole)
    return fail(whole.error());
  // BullMQ 6 answers how many jobs it left behind, which a pause does not do; the others nothing.
  const auto code = runForNumber(context, *whole, *keys, {"paused", "1"},
                                 OwnAnswers{.codes = renames ? std::vector<qint64>{} : std::vector<qint64>{0},
                                            .nothing = renames,
                                            .guarded = renames});
  if (!code)
    return fail(code.error());
  report.count = 1;
  return report;
}

} // namespace

Result<audit::Outcome> settlePause(ReadSession &session, const SettleFacts &facts, std::stop_token stop) {
  const auto now = readPausedFlag(session, facts.queue.id, stop);
  if (!now)
    return fail(now.error());
  return now->paused ? audit::Outcome::Done : audit::Outcome::Failed;
}

OperationSpec pauseQueueSpec() {
  OperationSpec spec;
  spec.id = "queue.pause";
  spec.title = QT_TRANSLATE_NOOP("Operations", "Pause queue");
  spec.help = QT_TRANSLATE_NOOP("Operations",
                                "Workers take no more jobs from this queue until it is resumed. Running jobs "
                                "run to their end.");
  spec.icon = "paused";
  spec.shortcut = "";
  spec.words = {QT_TRANSLATE_NOOP("Receipt", "Paused %1"), QT_TRANSLATE_NOOP("Receipt", "Pause: %1"),
                QT_TRANSLATE_NOOP("Receipt", "Paused by you %1.")};
  spec.scope = OperationSpec::Scope::Queue;
  spec.needs = policy::Capability::PauseQueue;
  spec.place = OperationSpec::Place::Header;
  spec.onPaused = false;
  spec.leaves = OperationSpec::Leaves::PausedQueue;
  spec.writes = {
      {AnyFamily, "HSET", "meta", {"paused", "1"}},
      {AnyFamily, "HDEL", "meta", {"paused"}},
      {Bull4Only | Mq4 | Mq5, "RENAME", "wait", {}},
      {Bull4Only, "SET", "meta-paused", {"1"}},
      {Mq5Or6, "DEL", "marker", {}},
      {AnyMq, "XADD", "events", {"*", "event", ""}},
      {Bull4Only, "PUBLISH", "paused", {""}},
  };
  spec.plan = plan;
  spec.settle = settlePause;
  return spec;
}

} // namespace oxp
