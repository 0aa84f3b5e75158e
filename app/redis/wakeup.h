// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace oxp::redis {

/// A bell between threads (an eventfd). Ringing twice before it is heard is one ring. It carries nothing:
/// what was said lies behind a mutex elsewhere.
class WakeUp {
public:
  WakeUp();
  ~WakeUp();
  WakeUp(const WakeUp &) = delete;
  WakeUp &operator=(const WakeUp &) = delete;

  int descriptor() const { return m_descriptor; }
  /// Any thread.
  void ring();
  /// Takes a ring in, so that the descriptor is quiet again.
  void hear();
  /// Waits for a ring (taken in), for `other` to become readable (true), or for the time to pass (none: for
  /// ever).
  bool wait(std::optional<std::chrono::milliseconds> time, int other = -1);

private:
  int m_descriptor;
};

} // namespace oxp::redis
