// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/plan.h"

#include "bullio/reader.h"

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

} // namespace

Result<std::vector<QByteArray>> keysFor(std::span<const KeyLayout> layouts, const PlanContext &context,
                                        const Script &script) {
  const auto fits = [&](const KeyLayout &layout) {
    return layout.family == context.bundle.family() &&
           static_cast<int>(layout.keys.size()) == script.keyCount;
  };
  const auto layout = std::find_if(layouts.begin(), layouts.end(), fits);
  if (layout == layouts.end())
    return fail(ErrorKind::Unsupported,
                QStringLiteral("%1 of this release takes other keys").arg(QString::fromLatin1(script.name)),
                QByteArrayLiteral("script-keys"));
  std::vector<QByteArray> keys;
  for (const char *token : layout->keys)
    keys.push_back(keyOf(token, context.request, context.job.row.state));
  return keys;
}

Result<const Script *> bundleScript(const PlanContext &context, const char *name) {
  if (const Script *script = context.bundle.find(name))
    return script;
  return fail(ErrorKind::Unsupported,
              QStringLiteral("this release has no script %1").arg(QLatin1String(name)),
              QByteArrayLiteral("no-script"));
}

Result<Script> guarded(const PlanContext &context, const std::vector<const char *> &guards,
                       const Script &script) {
  Script whole = script;
  whole.lua.clear();
  for (const char *name : guards) {
    const Script *guard = context.scripts.own(name);
    if (!guard)
      return fail(ErrorKind::Invalid, QStringLiteral("the script %1 is missing").arg(QLatin1String(name)));
    whole.lua += guard->lua + '\n';
  }
  whole.lua += script.lua;
  whole.sha1 = QCryptographicHash::hash(whole.lua, QCryptographicHash::Sha1).toHex();
  return whole;
}

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

Error senselessAnswer(const QByteArray &what) {
  return {ErrorKind::OutcomeUnknown, errorKindName(ErrorKind::Protocol),
          QString::fromLatin1(what) + QStringLiteral(" answered something else")};
}

Error unsureFamily() {
  return {ErrorKind::Unsupported, "unsure-family",
          QStringLiteral("the releases that the queue may be of do this in different ways")};
}

namespace {

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

bool isOwn(const OwnAnswers &own, qint64 code) {
  return (own.count && code >= 0) || std::find(own.codes.begin(), own.codes.end(), code) != own.codes.end();
}

} // namespace

Result<qint64> runForNumber(PlanContext &context, const Script &script, const std::vector<QByteArray> &keys,
                            const std::vector<QByteArray> &args, const OwnAnswers &own) {
  const auto reply = sendScript(context, script, keys, args);
  if (!reply && refusesCommand(reply.error())) {
    context.word = reply.error().code;
    return refused(context, {ErrorKind::Unsupported, "no-eval", reply.error().detail});
  }
  if (!reply)
    return writeFailed(context, reply.error());
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

std::vector<QByteArray> withPushGuard(const PlanContext &context, std::vector<QByteArray> args) {
  args.push_back(context.request.queue.id.key({}));
  if (isUnsure(context.request.queue.family)) {
    args.emplace_back("unsure");
    return args;
  }
  switch (context.bundle.family()) {
  case Family::BullMq6:
    args.emplace_back("wait");
    break;
  case Family::Bull4:
    args.emplace_back("bull4");
    break;
  default:
    args.emplace_back("paused");
  }
  return args;
}

Result<qint64> runOnJob(PlanContext &context, std::initializer_list<const char *> guards,
                        const Script &script, const std::vector<QByteArray> &keys,
                        std::vector<QByteArray> args, std::vector<qint64> codes) {
  std::vector<const char *> all = {"guardJob"};
  all.insert(all.end(), guards.begin(), guards.end());
  const auto whole = guarded(context, all, script);
  if (!whole)
    return fail(whole.error());
  const QByteArray state = stateKey(context.job.row.state);
  for (const QByteArray &arg :
       {context.request.queue.id.key({}), context.request.jobId, context.job.timestamp, state})
    args.push_back(arg);
  return runForNumber(context, *whole, keys, args, {.codes = std::move(codes), .guarded = true});
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
