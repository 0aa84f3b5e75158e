// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/backoff.h"
#include "redis/lanehandle.h"
#include "redis/lanejob.h"
#include "redis/lanestate.h"
#include "redis/session.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <type_traits>

class QHostInfo;

namespace oxp {

namespace redis {
class LaneCore;
class Transport;
} // namespace redis

/// One thread with one Redis session that it makes and destroys itself. Jobs are straight-line functions that
/// run there; their Results come back on the thread that made the Lane (the GUI's). It connects at the first
/// job, comes back by itself with growing pauses when the server was away, and says how it fares by
/// stateChanged().
///
/// Every job ends in exactly one Result, on shutdown too (Cancelled). While the server is away a job fails at
/// once with the reason (Disconnected, Auth, or Server/LOADING), unless it is WhenAway::Wait. A handler whose
/// context object is gone is not called. All functions: GUI thread.
class Lane : public QObject {
  Q_OBJECT

public:
  struct Options {
    QString name = QStringLiteral("lane"); ///< of the thread, up to 15 letters
    Endpoint endpoint;
    Credentials credentials;
    Role role = Role::Viewer;
    Backoff::Limits backoff;
    std::chrono::milliseconds timeout = CommandTimeout; ///< of commands that say nothing else
    /// Another way to reach the server, for tests and tunnels; called on the lane's thread.
    std::function<std::unique_ptr<redis::Transport>(const Endpoint &, const QStringList &addresses)>
        transport;
  };

  explicit Lane(Options options, QObject *parent = nullptr);
  /// Stops like stop(), but hands out the rest from the event loop, when the handlers' contexts may be gone
  /// too.
  ~Lane() override;

  /// `work` is `Result<T>(ReadSession &, std::stop_token)` and runs on the lane; `handler` takes the
  /// Result<T> on this thread, if `context` still lives then.
  template <typename Work, typename Handler>
  LaneHandle post(Priority priority, Work work, QObject *context, Handler handler,
                  WhenAway whenAway = WhenAway::Fail) {
    using R = std::invoke_result_t<Work &, ReadSession &, std::stop_token>;
    return enqueue(std::make_unique<redis::TypedJob<R>>(
        [work = std::move(work)](redis::Session &session, std::stop_token stop) mutable -> R {
          ReadSession read(session);
          return work(read, std::move(stop));
        },
        context, std::function<void(R)>(std::move(handler)), priority, whenAway));
  }

  /// The same with a WriteSession, for who holds a key.
  template <typename Work, typename Handler>
  LaneHandle postWrite(WriteKey key, Priority priority, Work work, QObject *context, Handler handler,
                       WhenAway whenAway = WhenAway::Fail) {
    using R = std::invoke_result_t<Work &, WriteSession &, std::stop_token>;
    return enqueue(std::make_unique<redis::TypedJob<R>>(
        [key, work = std::move(work)](redis::Session &session, std::stop_token stop) mutable -> R {
          WriteSession write(key, session);
          return work(write, std::move(stop));
        },
        context, std::function<void(R)>(std::move(handler)), priority, whenAway));
  }

  const LaneState &state() const { return m_state; }
  /// Connects without waiting for a job.
  void connectNow() { reconnectNow(); }
  /// Tries at once, whatever pause was running. Does nothing while connected.
  void reconnectNow();
  /// For the next connection; a running one is kept. For a password that was asked for.
  void setCredentials(Credentials credentials);
  /// Ends the thread (well under 200 ms, unless a job itself blocks) and hands out what is left, Cancelled.
  /// Handlers are called from in here.
  void stop();

signals:
  void stateChanged(const oxp::LaneState &state);

private slots:
  void lookedUp(const QHostInfo &info);

private:
  using Self = std::shared_ptr<Lane *>; ///< null once the lane is gone

  LaneHandle enqueue(std::unique_ptr<redis::LaneJob> job);
  void deliver();
  static bool deliverOne(redis::LaneCore &core, const Self &self);
  void lookUp(const QString &host);

  std::shared_ptr<redis::LaneCore> m_core;
  Self m_self = std::make_shared<Lane *>(this);
  LaneState m_state;
};

} // namespace oxp
