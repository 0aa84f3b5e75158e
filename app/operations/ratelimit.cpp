// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/ratelimit.h"

#include <algorithm>

namespace oxp {

void RateLimit::set(int perSecond) {
  {
    const std::scoped_lock lock(m_mutex);
    m_perSecond = perSecond;
    m_tokens = std::min(m_tokens, 0.0);
    m_at = SteadyClock::now();
  }
  m_changed.notify_all();
}

int RateLimit::perSecond() const {
  const std::scoped_lock lock(m_mutex);
  return m_perSecond;
}

void RateLimit::refill() {
  const SteadyTime now = SteadyClock::now();
  const double seconds = std::chrono::duration<double>(now - m_at).count();
  m_tokens = std::min<double>(m_perSecond, m_tokens + seconds * m_perSecond);
  m_at = now;
}

bool RateLimit::take(int jobs, const std::stop_token &stop, const std::function<void()> &waiting) {
  std::unique_lock lock(m_mutex);
  for (bool told = false; m_perSecond > 0; told = true) {
    refill();
    // More than the bucket holds would wait for ever.
    const double wanted = std::min(jobs, m_perSecond);
    if (m_tokens >= wanted) {
      m_tokens -= jobs;
      return true;
    }
    if (!told && waiting) {
      lock.unlock();
      waiting();
      lock.lock();
    }
    const std::chrono::duration<double> pause((wanted - m_tokens) / m_perSecond);
    m_changed.wait_for(lock, stop, pause, [] { return false; });
    if (stop.stop_requested())
      return false;
  }
  return !stop.stop_requested();
}

void RateLimit::takeAtOnce(int jobs) {
  const std::scoped_lock lock(m_mutex);
  if (m_perSecond == 0)
    return;
  refill();
  m_tokens -= jobs;
}

} // namespace oxp
