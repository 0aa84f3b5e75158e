// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace oxp {

/// Waiting times between tries: doubling from `first` to `most`, each moved by up to a quarter either way, so
/// that many clients do not come back at the same moment.
class Backoff {
public:
  struct Limits {
    std::chrono::milliseconds first{250};
    std::chrono::milliseconds most{15'000};
  };

  /// `random` yields values in [0, 1); the default is a generator seeded by the system.
  explicit Backoff(Limits limits, std::function<double()> random = {});

  std::chrono::milliseconds next();
  void reset() { m_current = m_limits.first; }
  const Limits &limits() const { return m_limits; }

private:
  Limits m_limits;
  std::chrono::milliseconds m_current;
  std::function<double()> m_random;
};

} // namespace oxp
