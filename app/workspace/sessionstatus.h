// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace oxp {

/// How a profile's connection stands.
struct SessionStatus {
  enum class State {
    Disconnected, ///< not asked for
    Connecting,   ///< looking the host's name up, opening, saying hello
    Connected,
    Waiting,       ///< the server is away; next try at retryAt
    NeedsPassword, ///< the server wants one and there is none: ask, then setPassword()
    Refused,       ///< the server does not take user or password
    Loading,       ///< the server is loading its data; next try at retryAt
    Failed,        ///< will not get better by itself (no Redis there, …)
  };
  State state = State::Disconnected;
  Error error;        ///< why, in Waiting, Refused, Loading and Failed
  qint64 retryAt = 0; ///< ms, this machine's clock; 0 = no try is due
  int attempt = 0;

  bool connected() const { return state == State::Connected; }
  bool operator==(const SessionStatus &) const = default;
};
/// "Waiting" and the like, for logs and tests.
const char *sessionStateName(SessionStatus::State state);

} // namespace oxp
