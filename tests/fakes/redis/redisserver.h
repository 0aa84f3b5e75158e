// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/endpoint.h"
#include "redis/reply.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <sys/types.h>
#include <vector>

namespace oxp::test {

/// How a private server is started. It keeps nothing on disk unless the extra arguments say so.
struct RedisServerOptions {
  bool tcp = false;      ///< also listens on a free port of 127.0.0.1
  QStringList arguments; ///< more arguments of redis-server, such as {"--requirepass", "secret"}
  bool tls = false;      ///< also listens on a free port for TLS; `arguments` name the certificate
};

/// A redis-server of the test's own on a unix socket in a temporary folder. Gone with this object, and with
/// the test program however that ends. Without the redis-server program start() fails, and so must the test:
/// `QVERIFY2(server.start(), qPrintable(server.error()));`
class RedisServer {
public:
  explicit RedisServer(RedisServerOptions options = {});
  ~RedisServer();
  RedisServer(const RedisServer &) = delete;
  RedisServer &operator=(const RedisServer &) = delete;

  /// Returns when the server answers PING (also while it asks for a password or loads).
  [[nodiscard]] bool start();
  QString error() const { return m_error; }

  /// kill -9, and waits until it is gone.
  void killHard();
  /// Ends it in order (SHUTDOWN by signal).
  void stop();
  /// For the next start.
  void setArguments(QStringList arguments) { m_options.arguments = std::move(arguments); }
  /// Starts again on the same socket and port (data are gone, unless the arguments keep them).
  [[nodiscard]] bool restart();
  /// Stops and goes on answering (SIGSTOP, SIGCONT).
  void freeze();
  void thaw();

  QString folder() const { return m_folder.path(); }
  QString socketPath() const;
  quint16 port() const { return m_port; }
  qint64 processId() const { return m_process; }
  /// Over the unix socket.
  Endpoint endpoint(int database = 0) const;
  Endpoint tcpEndpoint(int database = 0) const;
  /// To the port for TLS; with options as they are for who says nothing.
  Endpoint tlsEndpoint(int database = 0) const;
  /// `unix:///…?db=n`, for programs that take a URL.
  QString url(int database = 0) const;

  /// One command over a connection of the test's own (plain hiredis, blocking): to prepare and to check.
  Reply run(const std::vector<QByteArray> &parts, int database = 0);

private:
  bool launch();
  bool waitUntilReady();
  bool hasEnded();
  void end(int signal);
  QString logFile() const;

  RedisServerOptions m_options;
  QTemporaryDir m_folder;
  pid_t m_process = 0;
  quint16 m_port = 0;
  quint16 m_tlsPort = 0;
  QString m_error;
};

} // namespace oxp::test
