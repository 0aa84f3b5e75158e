// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/stallingproxy.h"

#include "fakes/redis/unixsocket.h"

#include <poll.h>
#include <sys/socket.h>

namespace oxp::test {

namespace {

constexpr qsizetype Chunk = 64 * 1024;

size_t index(StallingProxy::Direction direction) {
  return static_cast<size_t>(direction);
}

} // namespace

StallingProxy::StallingProxy(QString targetSocket)
    : m_target(std::move(targetSocket)) {
  m_listener = listenAt(endpoint().socketPath);
  m_thread = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

StallingProxy::~StallingProxy() {
  m_thread.request_stop();
  m_bell.ring();
  m_thread.join();
  for (const auto &pair : m_pairs)
    closePair(*pair);
  closeDescriptor(m_listener);
}

Endpoint StallingProxy::endpoint() const {
  Endpoint endpoint;
  endpoint.socketPath = m_folder.filePath(QStringLiteral("proxy.sock"));
  return endpoint;
}

void StallingProxy::limit(Scope scope, Direction direction, qint64 bytes, AtLimit atLimit) {
  const std::lock_guard lock(m_mutex);
  const Limit limit{bytes, atLimit};
  if (scope == Scope::New)
    m_newLimits[index(direction)] = limit;
  else
    for (const auto &pair : m_pairs)
      pair->streams[index(direction)].limit = limit;
  m_bell.ring();
}

void StallingProxy::release() {
  const std::lock_guard lock(m_mutex);
  m_newLimits = {};
  for (const auto &pair : m_pairs)
    for (Stream &stream : pair->streams)
      stream.limit = {};
  m_bell.ring();
}

void StallingProxy::dropAll() {
  const std::lock_guard lock(m_mutex);
  for (const auto &pair : m_pairs)
    pair->dropped = true;
  m_bell.ring();
}

void StallingProxy::refuseNew(bool refuse) {
  const std::lock_guard lock(m_mutex);
  m_refuse = refuse;
}

qint64 StallingProxy::held(Direction direction) const {
  const std::lock_guard lock(m_mutex);
  qint64 sum = 0;
  for (const auto &pair : m_pairs)
    sum += pair->streams[index(direction)].held.size();
  return sum;
}

qint64 StallingProxy::passed(Direction direction) const {
  const std::lock_guard lock(m_mutex);
  return m_passed[index(direction)];
}

bool StallingProxy::awaitPassed(Direction direction, qint64 bytes, const std::stop_token &stop) const {
  std::unique_lock lock(m_mutex);
  return m_moved.wait(lock, stop, [&] { return m_passed[index(direction)] >= bytes; });
}

int StallingProxy::openClients() const {
  const std::lock_guard lock(m_mutex);
  int count = 0;
  for (const auto &pair : m_pairs)
    count += pair->client >= 0 && !pair->streams[index(Direction::ToServer)].ended;
  return count;
}

int StallingProxy::accepted() const {
  const std::lock_guard lock(m_mutex);
  return m_accepted;
}

void StallingProxy::closePair(Pair &pair) {
  closeDescriptor(pair.client);
  closeDescriptor(pair.server);
}

void StallingProxy::run(std::stop_token stop) {
  while (!stop.stop_requested()) {
    std::vector<pollfd> watched{{m_bell.descriptor(), POLLIN, 0}, {m_listener, POLLIN, 0}};
    {
      const std::lock_guard lock(m_mutex);
      for (const auto &pair : m_pairs) {
        const auto events = [&](Direction in, Direction out) {
          return static_cast<short>((wantsRead(*pair, in) ? POLLIN : 0) |
                                    (wantsWrite(*pair, out) ? POLLOUT : 0));
        };
        // A descriptor of which nothing is wanted is left out, or its hang-up would keep poll() from waiting.
        const short client = events(Direction::ToServer, Direction::ToClient);
        const short server = events(Direction::ToClient, Direction::ToServer);
        watched.push_back({client ? pair->client : -1, client, 0});
        watched.push_back({server ? pair->server : -1, server, 0});
      }
    }
    ::poll(watched.data(), watched.size(), -1);
    m_bell.hear();
    const std::lock_guard lock(m_mutex);
    for (size_t i = 0; i < m_pairs.size(); ++i)
      serve(*m_pairs[i], watched[2 + 2 * i].revents, watched[3 + 2 * i].revents);
    std::erase_if(m_pairs, [](const auto &pair) { return pair->client < 0 && pair->server < 0; });
    if (watched[1].revents & POLLIN)
      accept();
  }
}

void StallingProxy::accept() {
  int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
  if (client < 0)
    return;
  ++m_accepted;
  int server = m_refuse ? -1 : connectTo(m_target);
  if (server < 0)
    return closeDescriptor(client);
  auto pair = std::make_unique<Pair>();
  pair->client = client;
  pair->server = server;
  for (size_t i = 0; i < m_newLimits.size(); ++i)
    pair->streams[i].limit = m_newLimits[i];
  m_pairs.push_back(std::move(pair));
}

bool StallingProxy::wantsRead(const Pair &pair, Direction direction) const {
  const Stream &stream = pair.streams[index(direction)];
  const bool blocked = stream.limit.left == 0 && stream.limit.atLimit == AtLimit::Block;
  return !stream.ended && !blocked;
}

bool StallingProxy::wantsWrite(const Pair &pair, Direction direction) const {
  const Stream &stream = pair.streams[index(direction)];
  return !stream.held.isEmpty() && stream.limit.left != 0;
}

void StallingProxy::serve(Pair &pair, short clientEvents, short serverEvents) {
  constexpr short Readable = POLLIN | POLLHUP | POLLERR;
  if (clientEvents & Readable && wantsRead(pair, Direction::ToServer))
    take(pair, Direction::ToServer);
  if (serverEvents & Readable && wantsRead(pair, Direction::ToClient))
    take(pair, Direction::ToClient);
  pass(pair, Direction::ToServer);
  pass(pair, Direction::ToClient);
  Stream &up = pair.streams[index(Direction::ToServer)];
  const Stream &down = pair.streams[index(Direction::ToClient)];
  if (up.ended && up.held.isEmpty())
    closeDescriptor(pair.server);
  // The client's end is passed on only after everything that it sent, like a proxy with a buffer does.
  const bool clientLeft = up.ended && up.held.isEmpty();
  const bool serverLeft = down.ended && down.held.isEmpty();
  if (pair.dropped || clientLeft || serverLeft)
    closePair(pair);
}

void StallingProxy::take(Pair &pair, Direction direction) {
  Stream &stream = pair.streams[index(direction)];
  const int from = direction == Direction::ToServer ? pair.client : pair.server;
  std::array<char, Chunk> buffer;
  size_t room = buffer.size();
  if (stream.limit.left > 0 && stream.limit.atLimit == AtLimit::Block)
    room = static_cast<size_t>(std::min<qint64>(stream.limit.left, Chunk));
  const ssize_t got = ::recv(from, buffer.data(), room, MSG_DONTWAIT);
  if (got > 0)
    stream.held.append(buffer.data(), got);
  else if (got == 0 || (errno != EAGAIN && errno != EINTR))
    stream.ended = true;
}

void StallingProxy::pass(Pair &pair, Direction direction) {
  Stream &stream = pair.streams[index(direction)];
  const int to = direction == Direction::ToServer ? pair.server : pair.client;
  const qint64 allowed =
      stream.limit.left < 0 ? stream.held.size() : std::min<qint64>(stream.limit.left, stream.held.size());
  if (allowed > 0) {
    const ssize_t put =
        ::send(to, stream.held.constData(), static_cast<size_t>(allowed), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (put > 0) {
      stream.held.remove(0, put);
      m_passed[index(direction)] += put;
      m_moved.notify_all();
      if (stream.limit.left > 0)
        stream.limit.left -= put;
    } else if (put < 0 && errno != EAGAIN) {
      stream.held.clear();
      // The one that reads has left; a client's bytes still have to reach the server, not the other way
      // round.
      if (direction == Direction::ToServer)
        pair.dropped = true;
    }
  }
  if (stream.limit.left == 0 && stream.limit.atLimit == AtLimit::Drop)
    pair.dropped = true;
}

} // namespace oxp::test
