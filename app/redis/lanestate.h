// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "redis/serverfacts.h"

#include <QMetaType>

namespace oxp {

/// How a lane fares. A plain value, told on the GUI thread.
struct LaneState {
  enum class Phase {
    Idle,       ///< nobody wanted anything yet
    Connecting, ///< looking up the name, opening, shaking hands
    Connected,
    Waiting, ///< the server is away; the next try is at retryAtMs
    Refused, ///< the server does not take user and password; tried again at retryAtMs
    Loading, ///< the server is reading its data from disk; tried again at retryAtMs
    Stopped,
  };

  Phase phase = Phase::Idle;
  Error error;          ///< why, in Waiting, Refused and Loading
  ServerFacts facts;    ///< of the last connection
  qint64 retryAtMs = 0; ///< this machine's wall clock; 0 = no try is due
  int attempt = 0;      ///< tries since the last time connected

  bool isConnected() const { return phase == Phase::Connected; }

  bool operator==(const LaneState &) const = default;
};

/// "Waiting" and the like, for logs and tests.
const char *lanePhaseName(LaneState::Phase phase);

} // namespace oxp

Q_DECLARE_METATYPE(oxp::LaneState)
