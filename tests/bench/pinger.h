// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/redis/testsession.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace oxp::bench {

/// Another client of the server, which asks PING every millisecond: how long it has to wait at the most while
/// something else is measured.
class Pinger {
public:
  explicit Pinger(const Endpoint &endpoint)
      : m_session(endpoint)
      , m_thread([this](const std::stop_token &stop) { run(stop); }) {}

  double longestMs() const { return double(m_longest) / 1e3; }

private:
  void run(const std::stop_token &stop) {
    if (!m_session.connect(stop))
      return;
    while (!stop.stop_requested()) {
      if (const auto took = m_session.read().ping({}))
        m_longest = std::max<qint64>(m_longest, took->count());
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }

  test::TestSession m_session;
  std::atomic<qint64> m_longest = 0; ///< µs
  std::jthread m_thread;
};

} // namespace oxp::bench
