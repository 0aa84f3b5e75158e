// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/scriptedplan.h"

#include "operations/operation.h"

#include <QCryptographicHash>

#include <algorithm>

namespace oxp {
namespace {

QByteArray keyOf(const QByteArray &token, const OperationRequest &request, JobState state) {
  const QueueId &queue = request.queue.id;
  if (token.startsWith('#'))
    return queue.key(request.jobId) + token.mid(1);
  return queue.key(token == "@" ? stateKey(state) : token);
}

/// What guardPush has to know: where the queue keeps its waiting jobs while it is paused.
QByteArray pausedLayout(const ScriptSubject &subject) {
  if (isUnsure(subject.request.queue.family))
    return QByteArrayLiteral("unsure");
  switch (subject.bundle.family()) {
  case Family::BullMq6:
    return QByteArrayLiteral("wait");
  case Family::Bull4:
    return QByteArrayLiteral("bull4");
  default:
    return QByteArrayLiteral("paused");
  }
}

} // namespace

Error errorOf(ScriptAnswer::Meaning meaning) {
  switch (meaning) {
  case ScriptAnswer::Gone:
    return {ErrorKind::NotFound, "gone", QStringLiteral("the job is gone")};
  case ScriptAnswer::Locked:
    return {ErrorKind::WrongState, "locked", QStringLiteral("a worker holds the job")};
  case ScriptAnswer::SchedulerJob:
    return {ErrorKind::WrongState, "scheduler-job",
            QStringLiteral("the scheduler would stop without its next job")};
  default:
    return {ErrorKind::WrongState, "moved", QStringLiteral("the job has left this state")};
  }
}

Result<const Script *> bundleScript(const ScriptBundle &bundle, const char *name) {
  if (const Script *script = bundle.find(name))
    return script;
  return fail(ErrorKind::Unsupported,
              QStringLiteral("this release has no script %1").arg(QLatin1String(name)),
              QByteArrayLiteral("no-script"));
}

Result<Script> guarded(const ScriptRegistry &scripts, const std::vector<const char *> &guards,
                       const Script &script) {
  Script whole = script;
  whole.lua.clear();
  for (const char *name : guards) {
    const Script *guard = scripts.own(name);
    if (!guard)
      return fail(ErrorKind::Invalid, QStringLiteral("the script %1 is missing").arg(QLatin1String(name)));
    whole.lua += guard->lua + '\n';
  }
  whole.lua += script.lua;
  whole.sha1 = QCryptographicHash::hash(whole.lua, QCryptographicHash::Sha1).toHex();
  return whole;
}

Result<std::vector<QByteArray>> keysFor(std::span<const KeyLayout> layouts, const ScriptSubject &subject,
                                        const Script &script) {
  const auto fits = [&](const KeyLayout &layout) {
    return layout.family == subject.bundle.family() &&
           static_cast<int>(layout.keys.size()) == script.keyCount;
  };
  const auto layout = std::find_if(layouts.begin(), layouts.end(), fits);
  if (layout == layouts.end())
    return fail(ErrorKind::Unsupported,
                QStringLiteral("%1 of this release takes other keys").arg(QString::fromLatin1(script.name)),
                QByteArrayLiteral("script-keys"));
  std::vector<QByteArray> keys;
  for (const char *token : layout->keys)
    keys.push_back(keyOf(token, subject.request, subject.job.row.state));
  return keys;
}

Result<Script> scriptOf(const ScriptedPlan &plan, const ScriptRegistry &scripts, const ScriptBundle &bundle) {
  const auto script = bundleScript(bundle, plan.script);
  if (!script)
    return fail(script.error());
  std::vector<const char *> guards = {"guardJob"};
  if (plan.pushes)
    guards.push_back("guardPush");
  return guarded(scripts, guards, **script);
}

Result<ScriptCall> callFor(const ScriptedPlan &plan, const ScriptSubject &subject, const Script &script) {
  if (const auto refusal = plan.refusal ? plan.refusal(subject) : std::nullopt)
    return fail(*refusal);
  auto keys = keysFor(plan.layouts, subject, script);
  if (!keys)
    return fail(keys.error());
  const QByteArray base = subject.request.queue.id.key({});
  ScriptCall call{std::move(*keys), plan.arguments(subject)};
  if (plan.pushes) {
    call.args.push_back(base);
    call.args.push_back(pausedLayout(subject));
  }
  for (const QByteArray &arg :
       {base, subject.request.jobId, subject.job.timestamp, QByteArray(stateKey(subject.job.row.state))})
    call.args.push_back(arg);
  return call;
}

Result<void> readAnswer(const ScriptedPlan &plan, Family family, const Reply &reply) {
  if (reply.type != Reply::Type::Integer)
    return fail(senselessAnswer(plan.script));
  if (const auto error = guardError(reply.integer))
    return fail(*error);
  for (const ScriptAnswer &answer : plan.answers) {
    if (answer.code == reply.integer && (answer.families & setOf(family)))
      return answer.meaning == ScriptAnswer::Done ? Result<void>() : fail(errorOf(answer.meaning));
  }
  return fail(senselessAnswer(plan.script));
}

std::optional<Error> guardError(qint64 code) {
  switch (code) {
  case ReleaseMatters:
    return unsureFamily();
  case ListsMixed:
    return Error{ErrorKind::WrongState, "paused-list-mixed",
                 QStringLiteral("the queue's waiting jobs lie in both lists; resume merges them")};
  case JobGone:
    return Error{ErrorKind::NotFound, "gone", QStringLiteral("the job is gone")};
  case OtherJob:
    return Error{ErrorKind::NotFound, "other-job", QStringLiteral("another job bears this id now")};
  case StateMoved:
    return Error{ErrorKind::WrongState, "moved", QStringLiteral("the job has left this state")};
  default:
    return std::nullopt;
  }
}

Error unsureFamily() {
  return {ErrorKind::Unsupported, "unsure-family",
          QStringLiteral("the releases that the queue may be of do this in different ways")};
}

Error senselessAnswer(const QByteArray &what) {
  return {ErrorKind::OutcomeUnknown, errorKindName(ErrorKind::Protocol),
          QString::fromLatin1(what) + QStringLiteral(" answered something else")};
}

} // namespace oxp
