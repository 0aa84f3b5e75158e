// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/accesscheck.h"

#include "operations/plan.h"

namespace oxp {
namespace {

/// One write that a script makes, as a command that DRYRUN can judge: its verb and the keys' suffix.
struct Sample {
  const char *verb;
  const char *suffix; ///< `#` is the job's own key
  std::vector<const char *> rest;
};

const std::vector<Sample> EditWrites = {{"HSET", "#", {"data", ""}}};
const std::vector<Sample> Announcement = {{"XADD", "events", {"*", "event", ""}}};
// bullmq-protocol 4.23: what the scripts of the libraries send, less what only some branches need.
const std::vector<Sample> PushWrites = {{"HSET", "#", {"delay", "0"}},
                                        {"HDEL", "#", {"finishedOn"}},
                                        {"LPUSH", "wait", {""}},
                                        {"RPUSH", "wait", {""}},
                                        {"ZREM", "failed", {""}}};
const std::vector<Sample> RemoveWrites = {
    {"DEL", "#", {}}, {"LREM", "wait", {"0", ""}}, {"ZREM", "failed", {""}}};
const std::vector<Sample> PauseWrites = {{"HSET", "meta", {"paused", "1"}}, {"HDEL", "meta", {"paused"}}};
const std::vector<Sample> Bull4Events = {{"PUBLISH", "paused", {""}}};
const std::vector<Sample> BullMqEvents = {{"XADD", "events", {"*", "event", ""}}};

void append(std::vector<Command> &commands, const std::vector<Sample> &samples,
            const OperationRequest &request) {
  for (const Sample &sample : samples) {
    const QByteArray suffix = sample.suffix[0] == '#' ? request.jobId : QByteArray(sample.suffix);
    Command command = Command::of(sample.verb, request.queue.id.key(suffix));
    for (const char *argument : sample.rest)
      command.add(argument);
    commands.push_back(command);
  }
}

std::vector<Command> samplesFor(const OperationRequest &request) {
  const bool bull4 = request.queue.family == Family::Bull4;
  std::vector<Command> commands;
  if (request.operation == "job.updateData") {
    append(commands, EditWrites, request);
    if (!bull4)
      append(commands, Announcement, request);
    return commands;
  }
  const bool ofQueue = request.operation.startsWith("queue.");
  append(commands,
         ofQueue                             ? PauseWrites
         : request.operation == "job.remove" ? RemoveWrites
                                             : PushWrites,
         request);
  if (request.operation != "job.remove" || !bull4) // Bull 4 removes in silence
    append(commands, bull4 ? Bull4Events : BullMqEvents, request);
  return commands;
}

} // namespace

Result<void> AccessCheck::check(WriteSession &session, const OperationRequest &request,
                                std::stop_token stop) {
  if (m_connection != session.mark()) {
    m_connection = session.mark();
    m_allowed.clear();
    m_runsScripts.reset();
  }
  if (!m_runsScripts) {
    const auto runs = tryScript(session, stop);
    if (!runs)
      return fail(runs.error());
    m_runsScripts = *runs;
  }
  if (!*m_runsScripts && request.operation != "job.updateData")
    return fail(ErrorKind::Unsupported, QStringLiteral("the server runs no scripts for this user"),
                QByteArrayLiteral("no-eval"));
  const QByteArray subject = request.operation + ' ' + request.queue.id.base();
  if (m_allowed.contains(subject))
    return {};
  const auto allowed = dryRun(session, samplesFor(request), stop);
  if (!allowed)
    return fail(allowed.error());
  m_allowed.insert(subject);
  return {};
}

/// By a script that does nothing: EVAL may be renamed, kept from the user, or refused by whatever stands in
/// front of the server, each in words of its own.
Result<bool> AccessCheck::tryScript(WriteSession &session, std::stop_token stop) {
  const auto reply = session.call(Command::of("EVAL", "return 'ran'", 0), stop);
  if (reply)
    return reply->bytes == "ran" ? Result<bool>(true)
                                 : fail(ErrorKind::Protocol, QStringLiteral("EVAL answered something else"));
  const Error error = beforeWriting(reply.error());
  const bool answered = error.kind == ErrorKind::Server || error.kind == ErrorKind::Denied;
  const bool passing = provesNothingDone(error) && !refusesCommand(error); // such as BUSY or LOADING
  return answered && !passing ? Result<bool>(false) : fail(error);
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
  for (size_t i = 0; i < replies->size(); ++i) {
    const Reply &reply = (*replies)[i];
    if (reply.isError())
      return false; // no DRYRUN here (before Redis 7), or not for this user
    if (reply.bytes != "OK")
      return fail(ErrorKind::Denied,
                  QStringLiteral("the user may not send %1").arg(QString::fromLatin1(samples[i].verb())),
                  QByteArrayLiteral("NOPERM"));
  }
  return true;
}

} // namespace oxp
