// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/endpoint.h"

#include <QByteArrayList>
#include <QTemporaryDir>

#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <thread>

namespace oxp::test {

/// Stands between a client and a server on a unix socket of its own and passes on one command and its reply
/// at a time, until it is told to lie about one: then it does as the lie says, once. A thread a connection;
/// all functions from any other.
class LyingProxy {
public:
  struct Lie {
    /// How far the command gets before it begins.
    enum Point {
      BeforeBytes, ///< the server sees nothing of it
      HalfOfThem,  ///< half of its bytes
      AfterThem,   ///< the server carries it out, and its reply is swallowed
      AfterReply,  ///< it is carried out and answered
    };
    /// What the client gets then.
    enum Deed {
      Reset,    ///< the end of the connection
      Silence,  ///< nothing, and what it sends is not read any more
      HalfOpen, ///< no more bytes, while what it sends is still taken
      Says,     ///< `words`; then all goes on as if nothing had been
    };
    Point point = AfterThem;
    Deed deed = Reset;
    QByteArray words = {};
    QByteArray again = {}; ///< said after `words`, without an end
  };
  /// Told the words of a command.
  using Which = std::function<bool(const QByteArrayList &)>;

  explicit LyingProxy(QString targetSocket);
  ~LyingProxy();
  LyingProxy(const LyingProxy &) = delete;
  LyingProxy &operator=(const LyingProxy &) = delete;

  Endpoint endpoint() const;

  /// About the next command that `which` is true of.
  void lieAbout(Which which, Lie lie);
  /// Whether the lie of the last lieAbout() was told.
  bool hasLied() const;

private:
  struct Connection {
    int client = -1, server = -1;
    std::jthread thread;
  };
  class Wire;

  void run();
  void serve(Connection &connection);
  static bool pass(Connection &connection, Wire &replies, const QByteArray &command,
                   const std::optional<Lie> &lie);
  static bool tell(Connection &connection, const Lie &lie);
  std::optional<Lie> lieFor(const QByteArrayList &words);

  QTemporaryDir m_folder;
  QString m_target;
  int m_listener = -1;
  mutable std::mutex m_mutex;
  std::list<Connection> m_connections;
  Which m_which;
  Lie m_lie;
  bool m_lied = false;
  bool m_stopping = false;
  std::jthread m_thread;
};

} // namespace oxp::test
