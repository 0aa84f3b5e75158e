// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/accesscheck.h"

#include "base/refusal.h"
#include "operations/plan.h"

#include <QCryptographicHash>

namespace oxp {
namespace {

/// A script that does nothing but answer.
const struct {
  QByteArray lua = "return 'ran'";
  QByteArray sha1 = QCryptographicHash::hash(lua, QCryptographicHash::Sha1).toHex();
} Trial;

Command commandOf(const WriteSample &sample, const OperationRequest &request) {
  const QueueId &queue = request.queue.id;
  const QByteArray suffix = sample.suffix[0] == '#' ? request.jobId : QByteArray(sample.suffix);
  Command command = Command::of(sample.verb, queue.key(suffix));
  if (QByteArray(sample.verb) == "RENAME")
    command.add(queue.key(suffix == "wait" ? "paused" : "wait"));
  for (const char *argument : sample.rest)
    command.add(argument);
  return command;
}

std::vector<Command> samplesFor(const OperationSpec &spec, const OperationRequest &request,
                                bool hasPriority) {
  const FamilySet family = setOf(request.queue.family);
  std::vector<Command> commands;
  for (const WriteSample &sample : spec.writes) {
    if ((sample.families & family) && (hasPriority || !sample.ofPriority))
      commands.push_back(commandOf(sample, request));
  }
  return commands;
}

} // namespace

Result<void> AccessCheck::check(WriteSession &session, const OperationSpec &spec,
                                const OperationRequest &request, bool hasPriority, std::stop_token stop) {
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
  if (!m_scripts->run && !spec.worksWithoutScripts)
    return fail(ErrorKind::Unsupported, QStringLiteral("the server runs no scripts for this user"),
                QByteArrayLiteral("no-eval"));
  const QByteArray subject = request.operation + (hasPriority ? "+ " : " ") + request.queue.id.base();
  if (m_allowed.contains(subject))
    return {};
  const auto allowed = dryRun(session, samplesFor(spec, request, hasPriority), stop);
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
