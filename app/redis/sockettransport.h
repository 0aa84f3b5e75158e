// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/transport.h"
#include "redis/wakeup.h"

#include <sys/socket.h>

namespace oxp::redis {

/// What TCP and unix sockets share: a non-blocking descriptor, and a poll() that a stop ends at once.
class SocketTransport : public Transport {
public:
  ~SocketTransport() override;

  Result<qsizetype> readSome(std::span<char> into) override;
  Result<qsizetype> writeSome(QByteArrayView bytes) override;
  Result<Ready> wait(Ready wanted, const WaitLimits &limits) override;
  int descriptor() const override { return m_descriptor; }
  void close() override;

protected:
  /// A fresh socket, connected to `address` within the limits.
  Result<void> connectTo(const sockaddr *address, socklen_t length, const WaitLimits &limits);

private:
  Result<void> finishConnect(const WaitLimits &limits);

  int m_descriptor = -1;
  WakeUp m_stopped; ///< rung by the stop token of the wait that is under way
};

/// Over IPv4 or IPv6, to numeric addresses.
class TcpTransport final : public SocketTransport {
public:
  TcpTransport(QStringList addresses, quint16 port)
      : m_addresses(std::move(addresses))
      , m_port(port) {}
  Result<void> open(const WaitLimits &limits) override;

private:
  Result<void> openAddress(const QString &address, const WaitLimits &limits);

  QStringList m_addresses;
  quint16 m_port;
};

/// Over a socket in the file system.
class UnixTransport final : public SocketTransport {
public:
  explicit UnixTransport(QString path)
      : m_path(std::move(path)) {}
  Result<void> open(const WaitLimits &limits) override;

private:
  QString m_path;
};

} // namespace oxp::redis
