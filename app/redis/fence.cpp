// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/session.h"

#include "base/stoptoken.h"
#include "redis/connection.h"

#include <QList>

namespace oxp {

namespace {

constexpr std::chrono::milliseconds FencePoll{50};

/// Lines of CLIENT LIST begin with `id=<n> `.
bool lists(const QByteArray &text, qint64 id) {
  const QByteArray head = "id=" + QByteArray::number(id) + ' ';
  for (const QByteArray &line : text.split('\n')) {
    if (line.startsWith(head))
      return true;
  }
  return false;
}

/// A server that knows no such command is Unsupported; a connection or an ACL that fails says so itself.
Error fenceError(const Error &error) {
  if (error.kind != ErrorKind::Server)
    return error;
  return Error{ErrorKind::Unsupported, error.code, error.detail};
}

Result<bool> isListed(ReadSession &session, qint64 id, const std::stop_token &stop) {
  auto reply = session.call(Command::of("CLIENT", "LIST", "ID", id), stop);
  // Before Redis 6.2 there is only the whole list.
  if (!reply && reply.error().kind == ErrorKind::Server)
    reply = session.call(Command::of("CLIENT", "LIST"), stop);
  if (!reply)
    return fail(fenceError(reply.error()));
  const auto text = reply->asBytes();
  if (!text)
    return fail(fenceError(text.error()));
  return lists(*text, id);
}

} // namespace

Result<FenceState> WriteSession::awaitGone(const ClientMark &old, const std::stop_token &stop,
                                           const FenceOptions &options) {
  const ClientMark own = mark();
  // A server that was started anew took every old connection with it, and gives ids out again from 1.
  if (!old.runId.isEmpty() && !own.runId.isEmpty() && old.runId != own.runId)
    return FenceState::Gone;
  if (old.id < 0)
    return fail(ErrorKind::Unsupported, QStringLiteral("the server gave the connection no id"), "CLIENT-ID");
  if (old.id == own.id)
    return fail(ErrorKind::Invalid, QStringLiteral("a connection cannot wait for its own end"), "CLIENT-ID");
  const Deadline kill = Deadline::in(options.killAfter);
  const Deadline giveUp = Deadline::in(options.giveUpAfter);
  bool killed = false;
  while (true) {
    const auto listed = isListed(*this, old.id, stop);
    if (!listed)
      return fail(listed.error());
    if (!*listed)
      return FenceState::Gone;
    if (giveUp.passed())
      return FenceState::StillThere;
    if (kill.passed() && !killed) {
      killed = true;
      // Where that is not allowed, waiting goes on.
      (void)call(Command::of("CLIENT", "KILL", "ID", old.id), stop);
      continue;
    }
    if (!pause(FencePoll, stop))
      return fail(ErrorKind::Cancelled);
  }
}

} // namespace oxp
