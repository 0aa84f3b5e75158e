// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/stoptoken.h"

#include <condition_variable>
#include <mutex>

namespace oxp {

bool pause(std::chrono::milliseconds time, const std::stop_token &stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait_for(lock, stop, time, [] { return false; });
  return !stop.stop_requested();
}

} // namespace oxp
