// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/connection.h"

#include "base/logging.h"

namespace oxp::redis {

namespace {

const QByteArray ClientName = QByteArrayLiteral("oxpecker");

bool saysNoPasswordNeeded(const Reply &reply) {
  return reply.isError() && (reply.bytes.contains("without any password configured") ||
                             reply.bytes.contains("but no password is set"));
}

Command authCommand(const Credentials &credentials) {
  Command command = Command::of("AUTH");
  if (!credentials.user.isEmpty())
    command.add(credentials.user.toUtf8());
  return command.add(credentials.password.reveal());
}

std::vector<Command> greetingFor(const Credentials &credentials, int database) {
  std::vector<Command> commands;
  if (!credentials.password.isEmpty() || !credentials.user.isEmpty())
    commands.push_back(authCommand(credentials));
  if (database != 0)
    commands.push_back(Command::of("SELECT", database));
  commands.push_back(Command::of("CLIENT", "SETNAME", ClientName));
  commands.push_back(Command::of("CLIENT", "ID"));
  // One section a call: servers before 7.0 take no more.
  for (const char *section : {"server", "memory", "replication", "persistence"})
    commands.push_back(Command::of("INFO", section));
  return commands;
}

std::chrono::microseconds since(SteadyTime start) {
  return std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - start);
}

/// TIME's two words, seconds and microseconds, in milliseconds.
std::optional<std::chrono::milliseconds> timeOf(const Reply &reply) {
  if (reply.items.size() != 2)
    return std::nullopt;
  const auto seconds = reply.items[0].asInt();
  const auto micros = reply.items[1].asInt();
  if (!seconds || !micros)
    return std::nullopt;
  return std::chrono::milliseconds(*seconds * 1000 + *micros / 1000);
}

} // namespace

Result<void> Session::connect(std::stop_token stop) {
  const WaitLimits limits{stop, Deadline::in(ConnectTimeout)};
  if (auto opened = m_transport->open(limits); !opened)
    return opened;
  m_open = true;
  m_facts.tls = m_transport->tlsVersion();
  auto greeted = greet(std::move(stop));
  if (!greeted)
    close();
  return greeted;
}

Result<void> Session::greet(std::stop_token stop) {
  const std::vector<Command> commands = greetingFor(m_config.credentials, m_config.endpoint.database);
  const auto replies = exchange(commands, stop, {.timeout = ConnectTimeout});
  if (!replies) {
    // Nothing of a greeting changes data, so its end is never unknown. A server that turns us away says why
    // and hangs up.
    const Error error = replies.error().kind == ErrorKind::OutcomeUnknown ? m_cut : replies.error();
    return fail(error.kind == ErrorKind::Disconnected && m_lastWords ? *m_lastWords : error);
  }
  if (auto taken = takeGreeting(commands, *replies); !taken)
    return taken;
  const auto clock = readClock(std::move(stop));
  if (!clock && !m_open)
    return fail(clock.error());
  return {};
}

Result<void> Session::takeGreeting(const std::vector<Command> &commands, const std::vector<Reply> &replies) {
  for (size_t i = 0; i < commands.size(); ++i) {
    const QByteArray &verb = commands[i].verb();
    const Reply &reply = replies[i];
    auto error = reply.error();
    if (error && verb == "AUTH" && !saysNoPasswordNeeded(reply))
      return fail(ErrorKind::Auth, error->detail, error->code);
    if (error && (error->kind == ErrorKind::Auth || verb == "SELECT"))
      return fail(*error);
    if (verb == "CLIENT" && reply.type == Reply::Type::Integer)
      m_facts.clientId = reply.integer;
    if (verb == "INFO" && !error)
      applyInfo(reply.bytes, m_facts);
  }
  return {};
}

Result<ServerClock> Session::readClock(std::stop_token stop) {
  const Command time = Command::of("TIME");
  const SteadyTime start = SteadyClock::now();
  const auto replies = exchange({&time, 1}, std::move(stop), {.timeout = ConnectTimeout});
  if (!replies)
    return fail(replies.error());
  m_facts.latency = since(start);
  if (const auto error = replies->front().error())
    return fail(*error);
  const auto server = timeOf(replies->front());
  if (!server)
    return fail(ErrorKind::Protocol, QStringLiteral("TIME answered oddly"));
  // The server looked at its clock about half a round trip ago.
  const auto half = std::chrono::duration_cast<std::chrono::milliseconds>(m_facts.latency / 2);
  m_facts.clock = {.offset = *server + half - std::chrono::milliseconds(wallClockMs()), .known = true};
  return m_facts.clock;
}

} // namespace oxp::redis
