// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/tlsprobe.h"

#include "redis/sockettransport.h"
#include "redis/tlstransport.h"

#include <array>

namespace oxp::redis {

namespace {

constexpr std::chrono::milliseconds ProbeTime{1'000};

bool isHangUp(const Error &error) {
  return error.kind == ErrorKind::Disconnected && (error.code == "CLOSED" || error.code == "RESET");
}

/// Whatever is wrong with its certificate.
bool speaksTls(const Endpoint &endpoint, const QStringList &addresses, const WaitLimits &limits) {
  TlsTransport transport(std::make_unique<TcpTransport>(addresses, endpoint.port), {}, endpoint.host, {});
  const auto opened = transport.open(limits);
  return opened || (opened.error().kind == ErrorKind::Tls && opened.error().code != "NO-TLS");
}

bool speaksPlain(const Endpoint &endpoint, const QStringList &addresses, const WaitLimits &limits) {
  TcpTransport transport(addresses, endpoint.port);
  if (!transport.open(limits) || !transport.writeSome("PING\r\n") ||
      !transport.wait({.read = true, .write = false}, limits))
    return false;
  std::array<char, 1> first{};
  const auto got = transport.readSome(first);
  return got && *got == 1 && (first[0] == '+' || first[0] == '-');
}

} // namespace

Error explained(const Error &error, const Endpoint &endpoint, const QStringList &addresses,
                const std::stop_token &stop) {
  if (endpoint.isUnixSocket())
    return error;
  const WaitLimits limits{stop, Deadline::in(ProbeTime)};
  if (!endpoint.tls && isHangUp(error) && speaksTls(endpoint, addresses, limits))
    return Error{ErrorKind::Tls, "SPEAKS-TLS", QStringLiteral("the server speaks TLS only")};
  if (endpoint.tls && error.kind == ErrorKind::Timeout && speaksPlain(endpoint, addresses, limits))
    return Error{ErrorKind::Tls, "NO-TLS", QStringLiteral("the server speaks no TLS")};
  return error;
}

} // namespace oxp::redis
