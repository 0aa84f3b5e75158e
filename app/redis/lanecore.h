// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/connection.h"
#include "redis/lane.h"
#include "redis/wakeup.h"

#include <array>
#include <deque>
#include <mutex>
#include <thread>
#include <variant>

namespace oxp::redis {

/// A lane's thread and what it shares with the GUI thread: jobs going in, events coming out, each behind the
/// mutex, with a bell each way. Never touches a QObject.
class LaneCore {
public:
  /// "Look this name up for me"; answered by addressesFound().
  struct LookUp {
    QString host;
  };
  using Event = std::variant<LaneState, std::unique_ptr<LaneJob>, LookUp>;

  explicit LaneCore(Lane::Options options);
  ~LaneCore();

  // For the GUI thread.
  quint64 enqueue(std::unique_ptr<LaneJob> job);
  void cancel(quint64 job);
  void reconnectNow();
  void setCredentials(Credentials credentials);
  void addressesFound(QStringList addresses, QString error);
  /// Joins the thread and ends what is left.
  void stop();
  bool isStopped() const;
  std::optional<Event> takeEvent();
  size_t eventCount() const;
  /// Rings when there are events.
  WakeUp &outBell() { return m_outBell; }

private:
  std::stop_source takeBack(quint64 job);

  static constexpr size_t Priorities = 3;
  struct Answer {
    QStringList addresses;
    QString error;
  };

  // For the lane's thread.
  void run(const std::stop_token &stop);
  void rest(const std::stop_token &stop);
  void serve(const std::stop_token &stop);
  void runJob(std::unique_ptr<LaneJob> job, const std::stop_token &stop);
  void tryConnect(const std::stop_token &stop);
  void connected(std::unique_ptr<Session> session);
  void connectFailed(const Error &error);
  void lost();
  void waitUntil(SteadyTime when, LaneState::Phase phase, const Error &error);
  Result<QStringList> addresses(const std::stop_token &stop);
  std::unique_ptr<Transport> openTransport(const QStringList &addresses, const Credentials &with) const;
  std::unique_ptr<LaneJob> takeJob();
  bool takeWanted();
  void publish(LaneState::Phase phase);
  void push(Event event);

  // Called with the mutex held.
  void failWaitingJobs(const Error &error);
  void ensureThread();

  const Lane::Options m_options;
  WakeUp m_inBell;
  WakeUp m_outBell;

  mutable std::mutex m_mutex;
  std::array<std::deque<std::unique_ptr<LaneJob>>, Priorities> m_jobs;
  std::deque<Event> m_events;
  std::optional<Error> m_away; ///< why jobs fail at once
  std::optional<Answer> m_answer;
  Credentials m_credentials;
  std::stop_source m_runningStop{std::nostopstate};
  quint64 m_running = 0;
  quint64 m_lastJob = 0;
  bool m_wanted = false; ///< connect now
  bool m_stopping = false;

  // The lane thread's own.
  std::unique_ptr<Session> m_session;
  LaneState m_state;
  Backoff m_backoff;
  std::optional<SteadyTime> m_nextTry;
  SteadyTime m_connectedAt;

  std::jthread m_thread;
};

} // namespace oxp::redis
