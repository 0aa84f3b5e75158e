// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/wakeup.h"

#include <array>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace oxp::redis {

WakeUp::WakeUp()
    : m_descriptor(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

WakeUp::~WakeUp() {
  ::close(m_descriptor);
}

void WakeUp::ring() {
  const std::uint64_t one = 1;
  // It can only fail when it is rung already.
  [[maybe_unused]] const auto put = ::write(m_descriptor, &one, sizeof one);
}

void WakeUp::hear() {
  std::uint64_t rings = 0;
  [[maybe_unused]] const auto got = ::read(m_descriptor, &rings, sizeof rings);
}

bool WakeUp::wait(std::optional<std::chrono::milliseconds> time, int other) {
  std::array<pollfd, 2> watched{{{m_descriptor, POLLIN, 0}, {other, POLLIN, 0}}};
  // A negative descriptor is left out by poll().
  ::poll(watched.data(), watched.size(), time ? static_cast<int>(time->count()) : -1);
  if (watched[0].revents != 0)
    hear();
  return watched[1].revents != 0;
}

} // namespace oxp::redis
