// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/unixsocket.h"

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace oxp::test {

namespace {

sockaddr_un addressOf(const QString &path) {
  const QByteArray bytes = path.toLocal8Bit();
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  Q_ASSERT(bytes.size() < static_cast<qsizetype>(sizeof address.sun_path));
  std::memcpy(address.sun_path, bytes.constData(), static_cast<size_t>(bytes.size()));
  return address;
}

} // namespace

int newUnixSocket() {
  return ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

int listenAt(const QString &path) {
  const sockaddr_un address = addressOf(path);
  const int listener = newUnixSocket();
  ::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address);
  ::listen(listener, 16);
  return listener;
}

int connectTo(const QString &path) {
  const sockaddr_un address = addressOf(path);
  int connected = newUnixSocket();
  if (::connect(connected, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
    closeDescriptor(connected);
  return connected;
}

void closeDescriptor(int &descriptor) {
  if (descriptor >= 0)
    ::close(descriptor);
  descriptor = -1;
}

} // namespace oxp::test
