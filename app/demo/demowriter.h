// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "redis/session.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace oxp {

/// Fills the demo's server and moves its jobs, on a thread of its own. It writes to the socket that it is
/// given and knows no other server.
class DemoWriter {
public:
  /// `notify` is called on the writer's thread whenever outcome() has something new to say.
  DemoWriter(QString socketPath, std::function<void()> notify);
  ~DemoWriter(); ///< ends the thread; well under 200 ms
  DemoWriter(const DemoWriter &) = delete;
  DemoWriter &operator=(const DemoWriter &) = delete;

  /// Nothing yet; then that the queues are filled, or why not. Any thread.
  std::optional<Result<void>> outcome() const;

private:
  void run(const std::stop_token &stop);
  using Sessions = std::vector<std::unique_ptr<redis::Session>>;
  std::unique_ptr<redis::Session> newSession() const;
  Sessions standInWorkers(const std::stop_token &stop);
  Result<void> connect(redis::Session &session, const std::stop_token &stop);
  void keepMoving(WriteSession &session, const std::stop_token &stop);
  void tell(Result<void> outcome);

  QString m_socketPath;
  std::function<void()> m_notify;
  mutable std::mutex m_mutex;
  std::optional<Result<void>> m_outcome;
  std::jthread m_thread;
};

} // namespace oxp
