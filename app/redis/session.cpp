// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/session.h"

#include "redis/connection.h"

#include <algorithm>

namespace oxp {

namespace {

tl::unexpected<Error> refusal(const Command &command, ErrorKind kind, const char *code) {
  // The verb only: arguments may be payload.
  return fail(kind, QStringLiteral("not sent: ") + QString::fromUtf8(command.verb()), code);
}

Result<void> mayRead(std::span<const Command> commands) {
  for (const Command &command : commands) {
    if (!isReadOnly(command))
      return refusal(command, ErrorKind::Denied, "READONLY-SESSION");
  }
  return {};
}

Result<void> mayWrite(std::span<const Command> commands, Role role) {
  for (const Command &command : commands) {
    if (changesConnection(command))
      return refusal(command, ErrorKind::Unsupported, "CONNECTION-VERB");
    if (role != Role::Operator && !isReadOnly(command))
      return refusal(command, ErrorKind::Denied, "VIEWER");
  }
  return {};
}

/// The only reply, with an error reply as the Error that it is.
Result<Reply> onlyReply(Result<std::vector<Reply>> replies) {
  if (!replies)
    return fail(replies.error());
  if (auto error = replies->front().error())
    return fail(*std::move(error));
  return std::move(replies->front());
}

std::span<const Command> spanOf(std::initializer_list<Command> commands) {
  return {commands.begin(), commands.size()};
}

} // namespace

Result<Reply> ReadSession::call(const Command &command, std::stop_token stop, const CallOptions &options) {
  return onlyReply(ReadSession::pipeline(std::span(&command, 1), std::move(stop), options));
}

Result<std::vector<Reply>> ReadSession::pipeline(std::span<const Command> commands, std::stop_token stop,
                                                 const CallOptions &options) {
  if (auto allowed = mayRead(commands); !allowed)
    return fail(allowed.error());
  return m_session.exchange(commands, std::move(stop), options);
}

Result<std::vector<Reply>> ReadSession::pipeline(std::initializer_list<Command> commands,
                                                 std::stop_token stop, const CallOptions &options) {
  return ReadSession::pipeline(spanOf(commands), std::move(stop), options);
}

Result<void> ReadSession::listen(std::span<const QByteArray> patterns, const Listener &listener,
                                 const std::stop_token &stop) {
  return m_session.listen(patterns, listener, stop);
}

Result<std::chrono::microseconds> ReadSession::ping(std::stop_token stop) {
  const SteadyTime start = SteadyClock::now();
  if (auto reply = ReadSession::call(Command::of("PING"), std::move(stop)); !reply)
    return fail(reply.error());
  return std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - start);
}

Result<ServerClock> ReadSession::readClock(std::stop_token stop) {
  return m_session.readClock(std::move(stop));
}

const ServerFacts &ReadSession::facts() const {
  return m_session.facts();
}

ClientMark ReadSession::mark() const {
  return {facts().clientId, facts().runId};
}

bool ReadSession::isOpen() const {
  return m_session.isOpen();
}

Result<Reply> WriteSession::call(const Command &command, std::stop_token stop, const CallOptions &options) {
  return onlyReply(WriteSession::pipeline(std::span(&command, 1), std::move(stop), options));
}

Result<std::vector<Reply>> WriteSession::pipeline(std::span<const Command> commands, std::stop_token stop,
                                                  const CallOptions &options) {
  if (auto allowed = mayWrite(commands, m_session.role()); !allowed)
    return fail(allowed.error());
  auto replies = m_session.exchange(commands, std::move(stop), options);
  const bool wasSent = replies || replies.error().kind == ErrorKind::OutcomeUnknown;
  if (wasSent && !std::all_of(commands.begin(), commands.end(), isReadOnly))
    ++m_writes;
  return replies;
}

void WriteSession::giveUp() {
  m_session.giveUp();
}

Result<std::vector<Reply>> WriteSession::pipeline(std::initializer_list<Command> commands,
                                                  std::stop_token stop, const CallOptions &options) {
  return WriteSession::pipeline(spanOf(commands), std::move(stop), options);
}

} // namespace oxp
