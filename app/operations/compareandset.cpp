// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/compareandset.h"

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr int Tries = 3;

bool announces(const PlanContext &context) {
  return context.bundle.family() != Family::Bull4;
}

/// A command that the user may not send ends a script with an error of its own (Redis 6 and 7 word it
/// differently). Ours has changed nothing by then.
Error deniedInside(Error error) {
  const bool refused =
      error.kind == ErrorKind::Server && (error.detail.contains(QLatin1String("can't run this command")) ||
                                          error.detail.contains(QLatin1String("NOPERM")) ||
                                          error.detail.contains(QLatin1String("can't access at least one")));
  if (refused) {
    error.kind = ErrorKind::Denied;
    error.code = "NOPERM";
  }
  return error;
}

Result<Swap> byScript(PlanContext &context) {
  const OperationRequest &request = context.request;
  const JobSnapshot &base = *request.baseline;
  const QueueId &queue = request.queue.id;
  const Script *script = context.scripts.own("compareAndSet");
  if (!script)
    return fail(ErrorKind::Unsupported, QStringLiteral("the script compareAndSet is missing"),
                QByteArrayLiteral("no-script"));
  const auto reply =
      runScript(context.session, *script, {queue.key(request.jobId), queue.key("events"), queue.key("meta")},
                {base.present ? "1" : "0", base.sha1.toHex(), base.timestamp, request.newData,
                 announces(context) ? request.jobId : QByteArray()},
                context.stop);
  if (!reply)
    return fail(deniedInside(reply.error()));
  if (!reply->isArray() || reply->items.empty())
    return fail(ErrorKind::Protocol, QStringLiteral("compareAndSet answered something else"));
  switch (reply->items.front().integer) {
  case 1:
    return Swap{Swap::Written, announces(context)};
  case 0:
    return Swap{Swap::Changed};
  case -2:
    return Swap{Swap::OtherJob};
  default:
    return Swap{Swap::Gone};
  }
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
  const auto replies = context.session.pipeline({Command::of("WATCH", job), Command::of("EXISTS", job),
                                                 Command::of("HMGET", job, "data", "timestamp"),
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
                     (*replies)[3].integer > 0, (*replies)[4]};
}

Result<Swap> writeWatched(PlanContext &context, const WatchedData &watched) {
  const bool announce = announces(context) && watched.stream;
  std::vector<Command> commands = {Command::of("MULTI")};
  commands.push_back(Command::of("HSET", context.request.queue.id.key(context.request.jobId), "data",
                                 context.request.newData));
  if (announce)
    commands.push_back(announcement(context, watched.maxLen));
  commands.push_back(Command::of("EXEC"));
  const auto replies = context.session.pipeline(commands, context.stop);
  if (!replies)
    return fail(replies.error());
  for (const Reply &reply : *replies) { // refused while queueing: EXEC has carried out nothing
    if (reply.isError())
      return fail(*reply.error());
  }
  if (replies->back().isNil())
    return Swap{Swap::KeepsMoving};
  const std::vector<Reply> &done = replies->back().items;
  if (done.empty())
    return fail(ErrorKind::Protocol, QStringLiteral("EXEC answered something else"));
  if (done.front().isError())
    return fail(*done.front().error());
  return Swap{Swap::Written, announce && !done.back().isError()};
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

void watchAhead(PlanContext &context) {
  if (isLarge(context.request))
    context.ahead = watch(context);
}

oxp::Result<Swap> compareAndSet(PlanContext &context) {
  if (isLarge(context.request))
    return byWatching(context);
  auto swap = byScript(context);
  // A user may be allowed to write and still not to run scripts.
  if (!swap && swap.error().kind == ErrorKind::Denied)
    return byWatching(context);
  return swap;
}

} // namespace oxp
