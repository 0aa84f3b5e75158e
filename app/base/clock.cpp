// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

namespace oxp {

qint64 wallClockMs() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::chrono::milliseconds Deadline::left() const {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_time - SteadyClock::now());
  return left.count() > 0 ? left : std::chrono::milliseconds(0);
}

} // namespace oxp
