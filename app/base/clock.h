// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace oxp {

using SteadyClock = std::chrono::steady_clock;
using SteadyTime = SteadyClock::time_point;

/// This machine's wall clock, milliseconds since 1970 (UTC).
qint64 wallClockMs();

/// A point on the steady clock by which something has to be done.
class Deadline {
public:
  static Deadline in(std::chrono::milliseconds time) { return Deadline(SteadyClock::now() + time); }
  static Deadline at(SteadyTime time) { return Deadline(time); }

  SteadyTime time() const { return m_time; }
  bool passed() const { return SteadyClock::now() >= m_time; }
  /// Never negative; rounded up, so that waiting for it really gets there.
  std::chrono::milliseconds left() const;
  Deadline earlier(const Deadline &other) const { return m_time < other.m_time ? *this : other; }

private:
  explicit Deadline(SteadyTime time)
      : m_time(time) {}

  SteadyTime m_time;
};

/// A server's clock as seen from here: `offset` is the server's time minus ours. A plain value.
struct ServerClock {
  std::chrono::milliseconds offset{0};
  bool known = false; ///< false: the server did not tell, so our own clock stands in

  /// The server's time now, milliseconds since 1970.
  qint64 nowMs() const { return wallClockMs() + offset.count(); }

  bool operator==(const ServerClock &) const = default;
};

} // namespace oxp
