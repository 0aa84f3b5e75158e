// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "redis/endpoint.h"

#include <QByteArrayView>
#include <QStringList>

#include <chrono>
#include <memory>
#include <span>
#include <stop_token>

namespace oxp::redis {

/// What ends a wait early: a stop (Cancelled) or a point in time (Timeout).
struct WaitLimits {
  std::stop_token stop;
  Deadline deadline;
};

/// A byte stream to a server, and the only thing that blocks on a socket. Made, used and destroyed on one
/// lane's thread. TCP and unix sockets are one class each, TLS goes around either.
class Transport {
public:
  struct Ready {
    bool read = false;
    bool write = false;
  };

  virtual ~Transport() = default;

  /// Cancelled, Timeout or Disconnected. Takes addresses only, so no name look-up can hold it up.
  virtual Result<void> open(const WaitLimits &limits) = 0;
  /// Takes what is there without waiting; 0 = nothing yet. Disconnected at the end of the stream.
  virtual Result<qsizetype> readSome(std::span<char> into) = 0;
  /// Hands over what is accepted without waiting; 0 = full.
  virtual Result<qsizetype> writeSome(QByteArrayView bytes) = 0;
  /// Waits until one of the wanted directions moves. Cancelled or Timeout otherwise.
  virtual Result<Ready> wait(Ready wanted, const WaitLimits &limits) = 0;
  /// For poll() beside other descriptors while idle; -1 when closed.
  virtual int descriptor() const = 0;
  /// `TLS 1.3` while it is open; empty = in plain.
  virtual QString tlsVersion() const { return {}; }
  virtual void close() = 0;
};

/// The transport for an endpoint. `addresses` are numeric (from the name look-up done elsewhere), tried in
/// turn; unused for a unix socket. `keyPassphrase` unlocks the client's key, where TLS wants one.
std::unique_ptr<Transport> makeTransport(const Endpoint &endpoint, const QStringList &addresses,
                                         const SecretString &keyPassphrase = {});

} // namespace oxp::redis
