// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/parser.h"
#include "redis/session.h"
#include "redis/transport.h"

#include <memory>

namespace oxp {
class ReadStream;
}

namespace oxp::redis {

/// One connection: transport, parser, handshake and what is owed to it. Its raw calls are open to ReadSession
/// and WriteSession only. Made, used and destroyed on one lane's thread.
class Session {
public:
  struct Config {
    Credentials credentials;
    Endpoint endpoint; ///< its database is chosen, and errors name it
    Role role = Role::Viewer;
    std::chrono::milliseconds timeout = CommandTimeout;
  };

  Session(Config config, std::unique_ptr<Transport> transport);
  ~Session();

  /// Opens, then AUTH, SELECT, CLIENT SETNAME, CLIENT ID, INFO, TIME. Auth when the password is refused; a
  /// server that is loading is connected, with facts().loading set.
  Result<void> connect(std::stop_token stop);

  bool isOpen() const { return m_open; }
  /// What ended it; Cancelled when it was this side's choice.
  const Error &cut() const { return m_cut; }
  Role role() const { return m_config.role; }
  const ServerFacts &facts() const { return m_facts; }
  /// For poll() while idle; -1 when closed.
  int descriptor() const;
  /// While idle: Disconnected when the server has hung up (or sends what nobody asked for).
  Result<void> checkIdle();
  /// Makes the connection fit for the next job: undoes an open MULTI or WATCH, takes in replies that a
  /// cancelled read left behind. Closes the connection when that does not work at once.
  void tidy(std::stop_token stop);
  void close();
  /// Closes it by this side's choice, so that a new connection is made at once.
  void giveUp();

private:
  static constexpr qsizetype ReadSize = 65'536; ///< bytes taken from the socket at a time
  friend class oxp::ReadSession;
  friend class oxp::WriteSession;
  friend class oxp::ReadStream;
  struct Exchange;

  Result<std::vector<Reply>> exchange(std::span<const Command> commands, std::stop_token stop,
                                      const CallOptions &options);
  Result<void> pump(Exchange &exchange);
  Result<void> takeReplies(Exchange &exchange);
  // connectionstream.cpp
  Result<void> sendAhead(const QByteArray &bytes, std::stop_token stop, const CallOptions &options);
  Result<qsizetype> takeFlat(qsizetype most, const ReplyBound &bound, const std::stop_token &stop,
                             const CallOptions &options);
  Result<void> putAhead();
  Result<void> getMore(const WaitLimits &limits);
  void leaveStream(qsizetype outstanding);

  Result<void> drainOwed(const WaitLimits &limits);
  Result<void> drainSome(const WaitLimits &limits);
  // listening.cpp
  Result<void> listen(std::span<const QByteArray> patterns, const Listener &listener,
                      const std::stop_token &stop);
  Result<void> send(const Command &command, const WaitLimits &limits);
  Result<std::vector<Reply>> hear(const WaitLimits &limits);
  struct Subscribing;
  Result<void> subscribe(Subscribing &state, const QByteArray &pattern, const std::stop_token &stop);
  Result<void> heard(Subscribing &state, const Reply &reply, const Listener &listener,
                     const std::stop_token &stop);
  Result<void> hearUntilStopped(Subscribing &state, const Listener &listener, const std::stop_token &stop);
  Result<void> leaveChannels();

  Error cutOff(const Exchange &exchange, Error error);
  std::chrono::milliseconds timeoutOf(const CallOptions &options) const {
    return options.timeout.value_or(m_config.timeout);
  }
  Error named(Error error, const QByteArray &verb = {}) const;
  void trackState(const Command &command, const Reply &reply);
  Result<void> greet(std::stop_token stop);
  Result<void> takeGreeting(const std::vector<Command> &commands, const std::vector<Reply> &replies);
  Result<ServerClock> readClock(std::stop_token stop);

  Config m_config;
  std::unique_ptr<Transport> m_transport;
  Parser m_parser;
  ServerFacts m_facts;
  Error m_cut;                      ///< what ended the connection
  std::optional<Error> m_lastWords; ///< an error reply right before the end
  bool m_open = false;
  bool m_inMulti = false;
  bool m_watching = false;
  qsizetype m_owed = 0; ///< replies still to come for cancelled reads
  QByteArray m_ahead;   ///< of a stream: handed over, not all of it sent
  qsizetype m_aheadSent = 0;
};

} // namespace oxp::redis
