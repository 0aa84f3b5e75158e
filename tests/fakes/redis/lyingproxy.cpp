// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/lyingproxy.h"

#include "fakes/redis/unixsocket.h"
#include "redis/parser.h"

#include <array>
#include <poll.h>
#include <sys/socket.h>

namespace oxp::test {

namespace {

bool sendAll(int to, QByteArrayView bytes) {
  while (!bytes.isEmpty()) {
    const ssize_t put = ::send(to, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
    if (put <= 0)
      return false;
    bytes = bytes.sliced(put);
  }
  return true;
}

void appendTo(QByteArray &out, const Reply &reply) {
  switch (reply.type) {
  case Reply::Type::Nil:
    out += reply.nilArray ? "*-1\r\n" : "$-1\r\n";
    break;
  case Reply::Type::Integer:
    out += ':' + QByteArray::number(reply.integer) + "\r\n";
    break;
  case Reply::Type::Status:
  case Reply::Type::Error:
    out += (reply.isError() ? '-' : '+') + reply.bytes + "\r\n";
    break;
  case Reply::Type::Bytes:
    out += '$' + QByteArray::number(reply.bytes.size()) + "\r\n" + reply.bytes + "\r\n";
    break;
  case Reply::Type::Array:
    out += '*' + QByteArray::number(qsizetype(reply.items.size())) + "\r\n";
    for (const Reply &item : reply.items)
      appendTo(out, item);
  }
}

QByteArray bytesOf(const Reply &reply) {
  QByteArray bytes;
  appendTo(bytes, reply);
  return bytes;
}

/// Reads what comes and drops it, until the other side leaves.
void swallow(int from) {
  std::array<char, 4'096> buffer;
  while (::recv(from, buffer.data(), buffer.size(), 0) > 0)
    ;
}

/// Until nobody listens any more.
bool sayAgain(int to, const QByteArray &words) {
  while (sendAll(to, words))
    ;
  return false;
}

/// Waits for the other side to leave, without reading what it sends.
void ignore(int from) {
  pollfd watched{from, POLLRDHUP, 0};
  ::poll(&watched, 1, -1);
}

} // namespace

/// Whole replies (and commands, which look the same) with their bytes.
class LyingProxy::Wire {
public:
  explicit Wire(int from)
      : m_from(from) {}

  /// The next one; nothing at the end of the connection.
  std::optional<Reply> next() {
    std::array<char, 65'536> buffer;
    for (;;) {
      if (auto reply = m_parser.next(); reply && *reply)
        return std::move(**reply);
      const ssize_t got = ::recv(m_from, buffer.data(), buffer.size(), 0);
      if (got <= 0)
        return std::nullopt;
      m_parser.feed(QByteArrayView(buffer.data(), got));
    }
  }

private:
  int m_from;
  redis::Parser m_parser;
};

LyingProxy::LyingProxy(QString targetSocket)
    : m_target(std::move(targetSocket))
    , m_listener(listenAt(endpoint().socketPath))
    , m_thread([this] { run(); }) {}

LyingProxy::~LyingProxy() {
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    ::shutdown(m_listener, SHUT_RDWR);
    for (Connection &connection : m_connections) {
      ::shutdown(connection.client, SHUT_RDWR);
      ::shutdown(connection.server, SHUT_RDWR);
    }
  }
  m_thread.join();
  for (Connection &connection : m_connections) {
    connection.thread.join();
    closeDescriptor(connection.client);
    closeDescriptor(connection.server);
  }
  closeDescriptor(m_listener);
}

Endpoint LyingProxy::endpoint() const {
  Endpoint endpoint;
  endpoint.socketPath = m_folder.filePath(QStringLiteral("liar.sock"));
  return endpoint;
}

void LyingProxy::lieAbout(Which which, Lie lie) {
  const std::lock_guard lock(m_mutex);
  m_which = std::move(which);
  m_lie = std::move(lie);
  m_lied = false;
}

bool LyingProxy::hasLied() const {
  const std::lock_guard lock(m_mutex);
  return m_lied;
}

std::optional<LyingProxy::Lie> LyingProxy::lieFor(const QByteArrayList &words) {
  const std::lock_guard lock(m_mutex);
  if (m_lied || !m_which || !m_which(words))
    return std::nullopt;
  m_lied = true;
  return m_lie;
}

void LyingProxy::run() {
  for (;;) {
    int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0)
      return;
    int server = connectTo(m_target);
    const std::lock_guard lock(m_mutex);
    if (server < 0 || m_stopping) {
      closeDescriptor(client);
      closeDescriptor(server);
      continue;
    }
    Connection &connection = m_connections.emplace_back();
    connection.client = client;
    connection.server = server;
    connection.thread = std::jthread([this, &connection] { serve(connection); });
  }
}

void LyingProxy::serve(Connection &connection) {
  Wire commands(connection.client), replies(connection.server);
  while (const auto command = commands.next()) {
    QByteArrayList words;
    for (const Reply &part : command->items)
      words << part.bytes;
    const auto lie = lieFor(words);
    if (!pass(connection, replies, bytesOf(*command), lie) || (lie && !tell(connection, *lie)))
      break;
  }
  ::shutdown(connection.server, SHUT_RDWR);
  ::shutdown(connection.client, SHUT_RDWR);
}

/// One command and its reply, as far as the lie lets them. False when a side has left.
bool LyingProxy::pass(Connection &connection, Wire &replies, const QByteArray &command,
                      const std::optional<Lie> &lie) {
  if (lie && lie->point == Lie::BeforeBytes)
    return true;
  if (lie && lie->point == Lie::HalfOfThem)
    return sendAll(connection.server, QByteArrayView(command).first(command.size() / 2));
  const auto reply = sendAll(connection.server, command) ? replies.next() : std::nullopt;
  if (!reply || (lie && lie->point == Lie::AfterThem))
    return reply.has_value();
  return sendAll(connection.client, bytesOf(*reply));
}

/// False when the connection is of no more use.
bool LyingProxy::tell(Connection &connection, const Lie &lie) {
  switch (lie.deed) {
  case Lie::Reset:
    return false;
  case Lie::Silence:
    ignore(connection.client);
    return false;
  case Lie::HalfOpen:
    ::shutdown(connection.client, SHUT_WR);
    swallow(connection.client);
    return false;
  case Lie::Says:
    if (!lie.again.isEmpty())
      return sendAll(connection.client, lie.words) && sayAgain(connection.client, lie.again);
    return sendAll(connection.client, lie.words) && lie.point != Lie::HalfOfThem;
  }
  return false;
}

} // namespace oxp::test
