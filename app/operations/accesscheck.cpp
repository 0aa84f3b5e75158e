// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/accesscheck.h"

#include "base/refusal.h"
#include "operations/plan.h"

#include <QCryptographicHash>

namespace oxp {
namespace {

enum Families {
  Bull4 = 1,
  Mq4 = 2,
  Mq5 = 4,
  Mq6 = 8,
  Mq = Mq4 | Mq5 | Mq6,
  Newer = Mq5 | Mq6,
  All = Bull4 | Mq
};

Families familyBit(Family family) {
  switch (family) {
  case Family::Bull4:
    return Bull4;
  case Family::BullMq4:
    return Mq4;
  case Family::BullMq5:
    return Mq5;
  default:
    return Mq6;
  }
}

/// One write that an operation makes, as a command that DRYRUN can judge: its verb and the key's suffix.
struct Sample {
  const char *operations; ///< ids begin with this
  int families;
  const char *verb;
  const char *suffix; ///< `#` is the job's own key
  std::vector<const char *> rest;
  bool ofPriority = false; ///< only for jobs that have one
};

// What the scripts of the libraries send (bullmq-protocol 4.23), less what only jobs of flows, debounced and
// rate-limited ones need. BullMQ 5 is resumed by the script of 6.
const std::vector<Sample> Samples = {
    {"job.updateData", All, "HSET", "#", {"data", ""}},
    {"job.updateData", Mq, "XADD", "events", {"*", "event", ""}},
    {"job.retry", All, "HDEL", "#", {"finishedOn"}},
    {"job.retry", Bull4, "HSET", "#", {"retriedOn", "0"}},
    {"job.retry", Newer, "HSET", "meta", {"opts.maxLenEvents", "0"}},
    {"job.retry", All, "LPUSH", "wait", {""}},
    {"job.retry", All, "RPUSH", "wait", {""}},
    {"job.retry", All, "ZREM", "failed", {""}},
    {"job.retry", Newer, "ZADD", "marker", {"0", "0"}},
    {"job.retry", Mq, "XADD", "events", {"*", "event", ""}},
    {"job.retry", Bull4, "PUBLISH", "waiting@oxpecker", {""}},
    {"job.retry", Mq6, "INCR", "pc", {}, true},
    {"job.retry", Mq6, "ZADD", "prioritized", {"0", ""}, true},
    {"job.promote", All, "HSET", "#", {"delay", "0"}},
    {"job.promote", All, "LPUSH", "wait", {""}},
    {"job.promote", Mq, "LPOP", "wait", {}},
    {"job.promote", All, "ZREM", "delayed", {""}},
    {"job.promote", Newer, "ZADD", "marker", {"0", "0"}},
    {"job.promote", Mq, "XADD", "events", {"*", "event", ""}},
    {"job.promote", Bull4, "PUBLISH", "waiting@oxpecker", {""}},
    {"job.promote", Mq, "INCR", "pc", {}, true},
    {"job.promote", Mq, "ZADD", "prioritized", {"0", ""}, true},
    {"job.promote", Bull4, "ZADD", "priority", {"0", ""}, true},
    {"job.promote", Bull4, "LINSERT", "wait", {"BEFORE", "", ""}, true},
    {"job.promote", Bull4, "RPUSH", "wait", {""}, true},
    {"job.remove", All, "DEL", "#", {}},
    {"job.remove", All, "LREM", "wait", {"0", ""}},
    {"job.remove", All, "ZREM", "failed", {""}},
    {"job.remove", Newer, "HSET", "meta", {"opts.maxLenEvents", "0"}},
    {"job.remove", Mq, "XADD", "events", {"*", "event", ""}},
    {"queue.", All, "HSET", "meta", {"paused", "1"}},
    {"queue.", All, "HDEL", "meta", {"paused"}},
    {"queue.pause", Bull4 | Mq4 | Mq5, "RENAME", "wait", {}},
    {"queue.pause", Bull4, "SET", "meta-paused", {"1"}},
    {"queue.pause", Newer, "DEL", "marker", {}},
    {"queue.resume", All, "RENAME", "paused", {}},
    {"queue.resume", Bull4, "DEL", "meta-paused", {}},
    {"queue.resume", Bull4 | Mq4, "LPUSH", "paused", {""}},
    {"queue.resume", Bull4 | Mq4, "DEL", "wait", {}},
    {"queue.resume", Newer, "RPUSH", "wait", {""}},
    {"queue.resume", Newer, "LTRIM", "paused", {"0", "1"}},
    {"queue.resume", Newer, "ZADD", "marker", {"0", "0"}},
    {"queue.", Mq, "XADD", "events", {"*", "event", ""}},
    {"queue.", Bull4, "PUBLISH", "paused", {""}},
};

/// A script that does nothing but answer.
const struct {
  QByteArray lua = "return 'ran'";
  QByteArray sha1 = QCryptographicHash::hash(lua, QCryptographicHash::Sha1).toHex();
} Trial;

Command commandOf(const Sample &sample, const OperationRequest &request) {
  const QueueId &queue = request.queue.id;
  const QByteArray suffix = sample.suffix[0] == '#' ? request.jobId : QByteArray(sample.suffix);
  Command command = Command::of(sample.verb, queue.key(suffix));
  if (QByteArray(sample.verb) == "RENAME")
    command.add(queue.key(suffix == "wait" ? "paused" : "wait"));
  for (const char *argument : sample.rest)
    command.add(argument);
  return command;
}

std::vector<Command> samplesFor(const OperationRequest &request, bool hasPriority) {
  const Families family = familyBit(request.queue.family);
  std::vector<Command> commands;
  for (const Sample &sample : Samples) {
    if ((sample.families & family) && request.operation.startsWith(sample.operations) &&
        (hasPriority || !sample.ofPriority))
      commands.push_back(commandOf(sample, request));
  }
  return commands;
}

} // namespace

Result<void> AccessCheck::check(WriteSession &session, const OperationRequest &request, bool hasPriority,
                                std::stop_token stop) {
  if (m_connection != session.mark()) {
    m_connection = session.mark();
    m_allowed.clear();
    m_scripts.reset();
  }
  if (!m_scripts) {
    const auto rights = tryScript(session, stop);
    if (!rights)
      return fail(rights.error());
    m_scripts = *rights;
  }
  if (!m_scripts->run && request.operation != "job.updateData")
    return fail(ErrorKind::Unsupported, QStringLiteral("the server runs no scripts for this user"),
                QByteArrayLiteral("no-eval"));
  const QByteArray subject = request.operation + (hasPriority ? "+ " : " ") + request.queue.id.base();
  if (m_allowed.contains(subject))
    return {};
  const auto allowed = dryRun(session, samplesFor(request, hasPriority), stop);
  if (!allowed)
    return fail(allowed.error());
  m_allowed.insert(subject);
  return {};
}

/// What COMMAND INFO and DRYRUN say of EVAL, which are reads; where they do not tell, a script that does
/// nothing does: EVAL may be refused by whatever stands in front of the server, in words of its own.
Result<AccessCheck::ScriptRights> AccessCheck::tryScript(WriteSession &session, std::stop_token stop) {
  const auto known = session.pipeline({Command::of("COMMAND", "INFO", "EVAL", "EVALSHA")}, stop);
  if (!known)
    return fail(known.error());
  const std::vector<Reply> &commands = known->front().items;
  if (commands.size() == 2 && commands.front().isNil())
    return ScriptRights(); // renamed away
  if (commands.size() == 2 && commands.front().isArray()) {
    std::vector<Command> tries{Command::of("EVAL", "return 1", 0)};
    if (commands.back().isArray())
      tries.push_back(Command::of("EVALSHA", Trial.sha1, 0));
    const auto allowed = dryRun(session, tries, stop);
    if (!allowed && allowed.error().code == "NOPERM")
      return ScriptRights{.run = refusedCommand(allowed.error()) == "EVALSHA"};
    if (!allowed)
      return fail(allowed.error());
    if (*allowed)
      return ScriptRights{.run = true, .byHash = tries.size() == 2};
  }
  return runScript(session, stop);
}

/// By EVAL, and by EVALSHA of what EVAL has left there.
Result<AccessCheck::ScriptRights> AccessCheck::runScript(WriteSession &session, std::stop_token stop) {
  const auto replies =
      session.pipeline({Command::of("EVAL", Trial.lua, 0), Command::of("EVALSHA", Trial.sha1, 0)}, stop);
  if (!replies)
    return fail(beforeWriting(replies.error()));
  const Reply &whole = replies->front();
  if (!whole.isError())
    return whole.bytes == "ran"
               ? Result<ScriptRights>({.run = true, .byHash = replies->back().bytes == "ran"})
               : fail(ErrorKind::Protocol, QStringLiteral("EVAL answered something else"));
  const Error error = *whole.error();
  const bool answered = error.kind == ErrorKind::Server || error.kind == ErrorKind::Denied;
  const bool passing = provesNothingDone(error) && !refusesCommand(error); // such as BUSY or LOADING
  return answered && !passing ? Result<ScriptRights>(ScriptRights()) : fail(error);
}

Result<bool> AccessCheck::dryRun(WriteSession &session, const std::vector<Command> &samples,
                                 std::stop_token stop) {
  const auto user = session.call(Command::of("ACL", "WHOAMI"), stop);
  if (!user && (user.error().kind == ErrorKind::Server || user.error().kind == ErrorKind::Denied))
    return false; // before Redis 6, or kept back: the write itself will tell
  if (!user)
    return fail(user.error());
  std::vector<Command> tries;
  for (const Command &sample : samples) {
    Command dry = Command::of("ACL", "DRYRUN", user->bytes);
    for (const QByteArray &part : sample.parts())
      dry.add(part);
    tries.push_back(std::move(dry));
  }
  const auto replies = session.pipeline(tries, stop);
  if (!replies)
    return fail(replies.error());
  for (const Reply &reply : *replies) {
    if (reply.isError())
      return false; // no DRYRUN here (before Redis 7), or not for this user
    if (reply.bytes != "OK")
      return fail(ErrorKind::Denied, QString::fromUtf8(reply.bytes), // it names the command or the key
                  QByteArrayLiteral("NOPERM"));
  }
  return true;
}

} // namespace oxp
