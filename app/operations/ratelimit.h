// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>

namespace oxp {

/// How many jobs a second may be written through one profile, single ones and runs together: a bucket of
/// tokens that holds one second's worth. Any thread.
class RateLimit {
public:
  /// 0 = no limit.
  explicit RateLimit(int perSecond = 0)
      : m_perSecond(perSecond) {}

  void set(int perSecond);
  int perSecond() const;
  /// Waits until `jobs` may be written, or the stop; false then. `waiting` is called once when it has to.
  bool take(int jobs, const std::stop_token &stop, const std::function<void()> &waiting = {});
  /// For a single write, which a person waits for: it goes at once, and runs wait for it afterwards.
  void takeAtOnce(int jobs);

private:
  void refill();

  mutable std::mutex m_mutex;
  std::condition_variable_any m_changed;
  int m_perSecond;
  double m_tokens = 0; ///< below 0: taken at once
  SteadyTime m_at = SteadyClock::now();
};

} // namespace oxp
