// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/silentserver.h"

#include <array>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace oxp::test {

SilentServer::SilentServer()
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), length) == 0 &&
      ::listen(m_listener, 8) == 0 &&
      ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &length) == 0)
    m_port = ntohs(address.sin_port);
}

SilentServer::~SilentServer() {
  ::close(m_client);
  ::close(m_listener);
}

Endpoint SilentServer::endpoint() const {
  Endpoint endpoint;
  endpoint.port = m_port;
  return endpoint;
}

QByteArray SilentServer::hear() {
  if (m_client >= 0)
    ::close(m_client);
  m_client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
  std::array<char, 16'384> buffer{};
  const ssize_t got = ::recv(m_client, buffer.data(), buffer.size(), 0);
  return {buffer.data(), got > 0 ? got : 0};
}

} // namespace oxp::test
