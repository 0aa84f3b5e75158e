// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/sockettransport.h"

#include "redis/tlstransport.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/un.h>
#include <unistd.h>

namespace oxp::redis {

namespace {

/// poll() takes its time as an int.
constexpr std::chrono::hours MostWait{1};

tl::unexpected<Error> disconnected(int error) {
  const bool reset = error == ECONNRESET || error == EPIPE;
  const bool noWay = error == ENETUNREACH || error == EHOSTUNREACH || error == EADDRNOTAVAIL;
  return fail(ErrorKind::Disconnected, QString::fromLocal8Bit(std::strerror(error)),
              error == ECONNREFUSED ? "REFUSED"
              : reset               ? "RESET"
              : noWay               ? "NO-WAY"
                                    : "");
}

bool wouldBlock(int error) {
  return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

// A peer that vanished without a word (a laptop that slept, a dropped NAT entry) is noticed in about a
// minute.
void setTcpOptions(int descriptor) {
  constexpr int On = 1, IdleSeconds = 30, IntervalSeconds = 10, Probes = 3;
  ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &On, sizeof On);
  ::setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &On, sizeof On);
  ::setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, &IdleSeconds, sizeof IdleSeconds);
  ::setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, &IntervalSeconds, sizeof IntervalSeconds);
  ::setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPCNT, &Probes, sizeof Probes);
}

} // namespace

SocketTransport::~SocketTransport() {
  SocketTransport::close();
}

void SocketTransport::close() {
  if (m_descriptor >= 0)
    ::close(m_descriptor);
  m_descriptor = -1;
}

Result<qsizetype> SocketTransport::readSome(std::span<char> into) {
  const ssize_t got = ::recv(m_descriptor, into.data(), into.size(), 0);
  if (got > 0)
    return static_cast<qsizetype>(got);
  if (got == 0)
    return fail(ErrorKind::Disconnected, QStringLiteral("the server closed the connection"), "CLOSED");
  if (wouldBlock(errno))
    return 0;
  return disconnected(errno);
}

Result<qsizetype> SocketTransport::writeSome(QByteArrayView bytes) {
  const ssize_t put = ::send(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
  if (put >= 0)
    return static_cast<qsizetype>(put);
  if (wouldBlock(errno))
    return 0;
  return disconnected(errno);
}

Result<Transport::Ready> SocketTransport::wait(Ready wanted, const WaitLimits &limits) {
  const auto events = static_cast<short>((wanted.read ? POLLIN : 0) | (wanted.write ? POLLOUT : 0));
  std::array<pollfd, 2> pollers{{{m_descriptor, events, 0}, {m_stopped.descriptor(), POLLIN, 0}}};
  const std::stop_callback ring(limits.stop, [this] { m_stopped.ring(); });
  while (true) {
    if (limits.stop.stop_requested())
      return fail(ErrorKind::Cancelled);
    const auto left = limits.deadline.left();
    if (left.count() == 0)
      return fail(ErrorKind::Timeout, QStringLiteral("no answer in time"));
    pollers[0].revents = pollers[1].revents = 0;
    const auto most = std::min<std::chrono::milliseconds>(left, MostWait);
    if (::poll(pollers.data(), pollers.size(), static_cast<int>(most.count())) < 0 && errno != EINTR)
      return disconnected(errno);
    if (pollers[1].revents != 0)
      m_stopped.hear(); // it may be the ring of an earlier wait
    if (const short moved = pollers[0].revents; moved != 0) {
      // An error or a hang-up shows at the next read or write.
      const bool broken = moved & (POLLERR | POLLHUP | POLLNVAL);
      return Ready{wanted.read && (broken || (moved & POLLIN)),
                   wanted.write && (broken || (moved & POLLOUT))};
    }
  }
}

Result<void> SocketTransport::connectTo(const sockaddr *address, socklen_t length, const WaitLimits &limits) {
  close();
  m_descriptor = ::socket(address->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (m_descriptor < 0)
    return disconnected(errno);
  if (address->sa_family != AF_UNIX)
    setTcpOptions(m_descriptor);
  if (::connect(m_descriptor, address, length) == 0)
    return {};
  Result<void> done = errno == EINPROGRESS ? finishConnect(limits) : disconnected(errno);
  if (!done)
    close();
  return done;
}

Result<void> SocketTransport::finishConnect(const WaitLimits &limits) {
  if (const auto ready = SocketTransport::wait({.read = false, .write = true}, limits); !ready)
    return fail(ready.error());
  int error = 0;
  socklen_t length = sizeof error;
  ::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &length);
  if (error != 0)
    return disconnected(error);
  return {};
}

Result<void> TcpTransport::open(const WaitLimits &limits) {
  Result<void> last = fail(ErrorKind::Disconnected, QStringLiteral("the name has no address"), "NOADDRESS");
  for (qsizetype i = 0; i < m_addresses.size(); ++i) {
    // Each address gets its share of the time that is left, so that one that swallows packets leaves some.
    const auto share = limits.deadline.left() / (m_addresses.size() - i);
    last = openAddress(m_addresses[i], {limits.stop, limits.deadline.earlier(Deadline::in(share))});
    if (last || last.error().kind == ErrorKind::Cancelled)
      return last;
  }
  return last;
}

Result<void> TcpTransport::openAddress(const QString &address, const WaitLimits &limits) {
  addrinfo hints{};
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV; // parses only, never asks a name server
  hints.ai_socktype = SOCK_STREAM;
  addrinfo *found = nullptr;
  const QByteArray port = QByteArray::number(m_port);
  if (::getaddrinfo(address.toLatin1().constData(), port.constData(), &hints, &found) != 0)
    return fail(ErrorKind::Invalid, QStringLiteral("not an address: ") + address, "host");
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
  return connectTo(found->ai_addr, found->ai_addrlen, limits);
}

Result<void> UnixTransport::open(const WaitLimits &limits) {
  const QByteArray path = m_path.toLocal8Bit();
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
    return fail(ErrorKind::Invalid, QStringLiteral("the socket's path is too long"), "socket");
  std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
  return connectTo(reinterpret_cast<sockaddr *>(&address), sizeof address, limits);
}

namespace {

std::unique_ptr<Transport> makeSocketTransport(const Endpoint &endpoint, const QStringList &addresses) {
  if (endpoint.isUnixSocket())
    return std::make_unique<UnixTransport>(endpoint.socketPath);
  return std::make_unique<TcpTransport>(addresses, endpoint.port);
}

} // namespace

std::unique_ptr<Transport> makeTransport(const Endpoint &endpoint, const QStringList &addresses,
                                         const SecretString &keyPassphrase) {
  auto socket = makeSocketTransport(endpoint, addresses);
  if (!endpoint.tls)
    return socket;
  return std::make_unique<TlsTransport>(std::move(socket), *endpoint.tls, endpoint.host, keyPassphrase);
}

} // namespace oxp::redis
