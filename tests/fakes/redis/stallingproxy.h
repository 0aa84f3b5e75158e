// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/endpoint.h"
#include "redis/wakeup.h"

#include <QTemporaryDir>

#include <array>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace oxp::test {

/// Stands between a client and a server on a unix socket of its own and misbehaves on demand: passes on only
/// so many bytes and then holds, blocks or drops. A thread of its own; all functions from any other.
class StallingProxy {
public:
  enum class Direction { ToServer, ToClient };
  enum class AtLimit {
    Hold,  ///< goes on taking bytes in, and keeps them until release(), even when the sender has left
    Block, ///< takes no more in, so that the sender gets stuck
    Drop,  ///< closes both sides
  };
  enum class Scope { Open, New }; ///< connections that are open now, or those to come

  explicit StallingProxy(QString targetSocket);
  ~StallingProxy();
  StallingProxy(const StallingProxy &) = delete;
  StallingProxy &operator=(const StallingProxy &) = delete;

  Endpoint endpoint() const;

  /// After `bytes` more in this direction each such connection does as told.
  void limit(Scope scope, Direction direction, qint64 bytes, AtLimit atLimit);
  /// Lifts every limit and passes on what was held.
  void release();
  /// Closes every connection now; what was held is lost.
  void dropAll();
  /// Closes new connections as soon as they come.
  void refuseNew(bool refuse);

  /// Bytes taken in and not passed on.
  qint64 held(Direction direction) const;
  /// Bytes passed on since the start, over all connections.
  qint64 passed(Direction direction) const;
  /// Waits until so many have been; false when it was stopped before.
  bool awaitPassed(Direction direction, qint64 bytes, const std::stop_token &stop) const;
  int openClients() const;
  int accepted() const;

private:
  struct Limit {
    qint64 left = -1; ///< -1 = none
    AtLimit atLimit = AtLimit::Hold;
  };
  struct Stream {
    Limit limit;
    QByteArray held;
    bool ended = false; ///< the sender has closed
  };
  struct Pair {
    int client = -1;
    int server = -1;
    std::array<Stream, 2> streams;
    bool dropped = false;
  };

  void run(std::stop_token stop);
  void accept();
  void serve(Pair &pair, short clientEvents, short serverEvents);
  void take(Pair &pair, Direction direction);
  void pass(Pair &pair, Direction direction);
  bool wantsRead(const Pair &pair, Direction direction) const;
  bool wantsWrite(const Pair &pair, Direction direction) const;
  static void closePair(Pair &pair);

  QTemporaryDir m_folder;
  QString m_target;
  int m_listener = -1;
  redis::WakeUp m_bell;
  mutable std::mutex m_mutex;
  mutable std::condition_variable_any m_moved; ///< bytes were passed on
  std::vector<std::unique_ptr<Pair>> m_pairs;
  std::array<Limit, 2> m_newLimits;
  std::array<qint64, 2> m_passed{};
  bool m_refuse = false;
  int m_accepted = 0;
  std::jthread m_thread;
};

} // namespace oxp::test
