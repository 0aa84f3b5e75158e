// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/compareandset.h"

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr int Tries = 3;

/// Listeners know of changed data alone.
bool announces(const PlanContext &context) {
  return context.bundle.family() != Family::Bull4 && isDataEdit(context.request.operation);
}

/// An error from inside compareAndSet.lua has changed nothing: it tries the right to write first, and writes
/// last.
bool isFromInside(const Error &error, const Script &script) {
  return isInsideScript(error) && error.detail.contains(QLatin1String(script.sha1));
}

/// Redis 6 and 7 word differently that a command inside a script is kept from this user.
bool isDeniedInside(const Error &error) {
  return error.detail.contains(QLatin1String("can't run this command")) ||
         error.detail.contains(QLatin1String("NOPERM")) ||
         error.detail.contains(QLatin1String("can't access at least one"));
}

tl::unexpected<Error> scriptFailed(PlanContext &context, const Script &script, Error error) {
  if (error.kind == ErrorKind::OutcomeUnknown)
    return fail(std::move(error));
  if (!isFromInside(error, script))
    return writeFailed(context, std::move(error));
  context.word = error.code; // which others than the script may have written
  if (isDeniedInside(error))
    return refused(context, {ErrorKind::Denied, "NOPERM", error.detail});
  return refused(context, std::move(error));
}

Result<Swap> byScript(PlanContext &context) {
  const Script *script = context.scripts.own("compareAndSet");
  if (!script)
    return fail(ErrorKind::Unsupported, QStringLiteral("the script compareAndSet is missing"),
                QByteArrayLiteral("no-script"));
  const ScriptCall call = swapCall(context.request, announces(context));
  const auto reply = sendScript(context, *script, call.keys, call.args);
  if (!reply)
    return scriptFailed(context, *script, reply.error());
  const auto swap = readSwap(*reply);
  if (!swap)
    return fail(swap.error());
  return Swap{*swap, *swap == Swap::Written && announces(context)};
}

/// NOMKSTREAM came with Redis 6.2; elsewhere EXISTS just before has to do.
bool knowsNoMkStream(const ServerFacts &facts) {
  const QList<QByteArray> parts = facts.version.split('.');
  const int major = parts.value(0).toInt(), minor = parts.value(1).toInt();
  const bool redis = facts.kind == ServerKind::Redis || facts.kind == ServerKind::Valkey;
  return redis && (major > 6 || (major == 6 && minor >= 2));
}

Command announcement(const PlanContext &context, const Reply &maxLen) {
  Command command = Command::of("XADD", context.request.queue.id.key("events"));
  if (knowsNoMkStream(context.session.facts()))
    command.add("NOMKSTREAM");
  bool isNumber = false;
  const qint64 stored = maxLen.bytes.toLongLong(&isNumber);
  return command.add("MAXLEN")
      .add("~")
      .add(isNumber ? std::max<qint64>(stored, 0) : 10'000)
      .add("*")
      .add("event")
      .add("data-updated")
      .add("jobId")
      .add(context.request.jobId);
}

WatchedData::Seen seenOf(const JobSnapshot &base, bool exists, const QByteArray &data,
                         const QByteArray &timestamp) {
  if (!exists)
    return WatchedData::Gone;
  if (timestamp != base.timestamp)
    return WatchedData::OtherJob;
  return data.isNull() == base.present || data != base.data ? WatchedData::Changed : WatchedData::AsBaseline;
}

Result<WatchedData> watch(PlanContext &context) {
  const OperationRequest &request = context.request;
  const QueueId &queue = request.queue.id;
  const QByteArray job = queue.key(request.jobId);
  const auto replies =
      context.session.pipeline({Command::of("WATCH", job), Command::of("EXISTS", job),
                                Command::of("HMGET", job, fieldStoredBy(request.operation), "timestamp"),
                                Command::of("EXISTS", queue.key("events")),
                                Command::of("HGET", queue.key("meta"), "opts.maxLenEvents")},
                               context.stop);
  if (!replies)
    return fail(replies.error());
  for (const Reply &reply : *replies) {
    if (reply.isError())
      return fail(*reply.error());
  }
  const auto fields = (*replies)[2].asBytesList();
  if (!fields || fields->size() != 2)
    return fail(ErrorKind::Protocol, QStringLiteral("HMGET answered something else"));
  return WatchedData{seenOf(*request.baseline, (*replies)[1].integer > 0, (*fields)[0], (*fields)[1]),
                     (*fields)[0] == request.newData, (*replies)[3].integer > 0, (*replies)[4]};
}

bool isStatus(const Reply &reply, const char *word) {
  return reply.type == Reply::Type::Status && reply.bytes == word;
}

/// `<ms>-<number>`, which XADD answers.
bool isStreamId(const Reply &reply) {
  const QList<QByteArray> parts = reply.bytes.split('-');
  const auto isNumber = [](const QByteArray &part) {
    return !part.isEmpty() &&
           std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  return reply.type == Reply::Type::Bytes && parts.size() == 2 && isNumber(parts[0]) && isNumber(parts[1]);
}

/// Its answer is waited for: without it the HSET that follows would be carried out at once, unwatched.
Result<void> beginTransaction(PlanContext &context) {
  const auto begun = context.session.call(Command::of("MULTI"), context.stop);
  if (begun && isStatus(*begun, "OK"))
    return {};
  if (!begun && refusesCommand(begun.error()))
    return refused(context, {ErrorKind::Unsupported, "no-multi", begun.error().detail});
  // Nothing that changes data has gone out; whether the connection is in a transaction now is not known.
  const bool proven = !begun && provesNothingDone(begun.error());
  if (!proven && context.session.isOpen())
    context.session.giveUp();
  return refused(context,
                 begun ? Error{ErrorKind::Protocol, {}, QStringLiteral("MULTI answered something else")}
                       : beforeWriting(begun.error()));
}

/// Why EXEC has carried out nothing: the first command that was not queued says it, or EXEC itself, which is
/// refused in the words of another error.
Error whyAborted(const Error &exec, std::span<const Reply> queued) {
  constexpr QLatin1StringView Head("EXECABORT Transaction discarded because of: ");
  const auto first = std::find_if(queued.begin(), queued.end(), [](const Reply &r) { return r.isError(); });
  if (first != queued.end())
    return *first->error();
  if (!exec.detail.startsWith(Head))
    return exec;
  Error why = errorFromServer(exec.detail.sliced(Head.size()).toUtf8());
  return provesNothingDone(why) ? why : exec;
}

/// What EXEC answered to `queued` commands, HSET first.
Result<Swap> swapFor(PlanContext &context, const std::vector<Reply> &replies, bool announce) {
  const Reply &exec = replies.back();
  const auto queued = std::span(replies).first(replies.size() - 1);
  if (exec.isError()) {
    if (!provesNothingDone(*exec.error()))
      return fail(*exec.error());
    Error why = whyAborted(*exec.error(), queued);
    context.word = why.code;
    return refused(context, std::move(why));
  }
  for (const Reply &reply : queued) {
    if (!isStatus(reply, "QUEUED"))
      return fail(senselessAnswer("MULTI"));
  }
  if (exec.nilArray)
    return Swap{Swap::KeepsMoving};
  // HSET says how many fields are new: WATCH saw to it that `data` is as it was.
  const Reply hset = Reply::ofInt(context.request.baseline->present ? 0 : 1);
  if (exec.items.size() != queued.size() || exec.items.front() != hset)
    return fail(senselessAnswer("EXEC"));
  const Reply &last = exec.items.back();
  if (announce && !last.isError() && !isStreamId(last))
    return fail(senselessAnswer("XADD"));
  return Swap{Swap::Written, announce && !last.isError()};
}

Result<Swap> writeWatched(PlanContext &context, const WatchedData &watched) {
  if (const auto begun = beginTransaction(context); !begun)
    return fail(begun.error());
  const bool announce = announces(context) && watched.stream;
  const OperationRequest &request = context.request;
  std::vector<Command> commands = {Command::of("HSET", request.queue.id.key(request.jobId),
                                               fieldStoredBy(request.operation), request.newData)};
  if (announce)
    commands.push_back(announcement(context, watched.maxLen));
  commands.push_back(Command::of("EXEC"));
  const auto replies = context.session.pipeline(commands, context.stop);
  return replies ? swapFor(context, *replies, announce) : fail(replies.error());
}

Swap::Result resultOf(WatchedData::Seen seen) {
  switch (seen) {
  case WatchedData::Changed:
    return Swap::Changed;
  case WatchedData::OtherJob:
    return Swap::OtherJob;
  default:
    return Swap::Gone;
  }
}

Result<Swap> byWatching(PlanContext &context) {
  for (int i = 0; i < Tries; ++i) {
    const auto ahead = std::exchange(context.ahead, std::nullopt);
    const Result<WatchedData> watched = ahead ? *ahead : watch(context);
    if (!watched)
      return fail(watched.error());
    if (i > 0 && watched->seen == WatchedData::Changed && watched->asWanted)
      return fail(senselessAnswer("EXEC")); // said that it wrote nothing, and here it is
    if (watched->seen != WatchedData::AsBaseline)
      return Swap{resultOf(watched->seen)};
    const auto swap = writeWatched(context, *watched);
    if (!swap || swap->result != Swap::KeepsMoving)
      return swap;
  }
  return Swap{Swap::KeepsMoving};
}

bool isLarge(const OperationRequest &request) {
  return std::max(request.baseline->data.size(), request.newData.size()) > ScriptDataLimit;
}

} // namespace

ScriptCall swapCall(const OperationRequest &request, bool announce) {
  const JobSnapshot &base = *request.baseline;
  const QueueId &queue = request.queue.id;
  return {{queue.key(request.jobId), queue.key("events"), queue.key("meta")},
          {base.present ? "1" : "0", base.sha1.toHex(), base.timestamp, request.newData,
           announce && isDataEdit(request.operation) ? request.jobId : QByteArray(),
           fieldStoredBy(request.operation)}};
}

oxp::Result<Swap::Result> readSwap(const Reply &reply) {
  const auto isNumber = [](const Reply &item) { return item.type == Reply::Type::Integer; };
  if (reply.items.size() != 2 || !std::all_of(reply.items.begin(), reply.items.end(), isNumber))
    return fail(senselessAnswer("compareAndSet"));
  switch (reply.items.front().integer) {
  case 1:
    return Swap::Written;
  case 0:
    return Swap::Changed;
  case -1:
    return Swap::Gone;
  case -2:
    return Swap::OtherJob;
  default:
    return fail(senselessAnswer("compareAndSet"));
  }
}

void watchAhead(PlanContext &context) {
  if (isLarge(context.request))
    context.ahead = watch(context);
}

oxp::Result<Swap> compareAndSet(PlanContext &context) {
  if (isLarge(context.request) || !context.runsScripts)
    return byWatching(context);
  const auto swap = byScript(context);
  // The right to run scripts may have been taken away since, or that to one of the commands inside.
  if (swap || !context.refused || (swap.error().code != "NOPERM" && !refusesCommand(swap.error())))
    return swap;
  if (const auto free = freeForAnotherRoad(context, swap.error()); !free)
    return fail(free.error());
  return byWatching(context);
}

} // namespace oxp
