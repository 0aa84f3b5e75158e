// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/redisserver.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>

#include <hiredis/hiredis.h>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace oxp::test {

namespace {

constexpr int StartTimeoutMs = 20'000;

/// Asks the kernel for a port that is free now.
quint16 freePort() {
  const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof(address);
  quint16 port = 0;
  if (::bind(fd, reinterpret_cast<sockaddr *>(&address), length) == 0 &&
      ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &length) == 0)
    port = ntohs(address.sin_port);
  ::close(fd);
  return port;
}

Reply toReply(const redisReply &from) {
  const QByteArray text(from.str, static_cast<qsizetype>(from.str ? from.len : 0));
  switch (from.type) {
  case REDIS_REPLY_INTEGER:
    return Reply::ofInt(from.integer);
  case REDIS_REPLY_STATUS:
    return Reply::ofStatus(text);
  case REDIS_REPLY_STRING:
    return Reply::ofBytes(text);
  case REDIS_REPLY_ERROR:
    return Reply::ofError(text);
  case REDIS_REPLY_ARRAY: {
    std::vector<Reply> items;
    for (size_t i = 0; i < from.elements; ++i)
      items.push_back(toReply(*from.element[i]));
    return Reply::ofArray(std::move(items));
  }
  default:
    return Reply::nil();
  }
}

Reply send(redisContext *context, const std::vector<QByteArray> &parts) {
  std::vector<const char *> pointers;
  std::vector<size_t> lengths;
  for (const QByteArray &part : parts) {
    pointers.push_back(part.constData());
    lengths.push_back(static_cast<size_t>(part.size()));
  }
  void *made = redisCommandArgv(context, static_cast<int>(parts.size()), pointers.data(), lengths.data());
  if (!made)
    return Reply::ofError(QByteArray("ERR ") + context->errstr);
  const Reply reply = toReply(*static_cast<redisReply *>(made));
  freeReplyObject(made);
  return reply;
}

/// Not by QProcess: its fork makes ThreadSanitizer blind for the rest of the test.
pid_t spawn(const QStringList &words) {
  std::vector<QByteArray> bytes;
  for (const QString &word : words)
    bytes.push_back(word.toLocal8Bit());
  std::vector<char *> pointers;
  for (QByteArray &word : bytes)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_t process = 0;
  return ::posix_spawnp(&process, pointers[0], nullptr, nullptr, pointers.data(), environ) == 0 ? process : 0;
}

struct ContextDeleter {
  void operator()(redisContext *context) const { redisFree(context); }
};
using Context = std::unique_ptr<redisContext, ContextDeleter>;

Context connectTo(const QString &socketPath) {
  Context context(redisConnectUnix(socketPath.toLocal8Bit().constData()));
  if (context && context->err)
    context.reset();
  return context;
}

} // namespace

RedisServer::RedisServer(RedisServerOptions options)
    : m_options(std::move(options)) {}

RedisServer::~RedisServer() {
  killHard();
}

bool RedisServer::start() {
  if (!m_folder.isValid()) {
    m_error = m_folder.errorString();
    return false;
  }
  // A port that was free a moment ago may be taken by a test that runs beside this one.
  for (int tries = 0; tries < 5; ++tries) {
    if (m_options.tcp)
      m_port = freePort();
    if (m_options.tls)
      m_tlsPort = freePort();
    if (launch())
      return true;
    if (!m_options.tcp && !m_options.tls)
      break;
  }
  return false;
}

bool RedisServer::restart() {
  killHard();
  return launch();
}

bool RedisServer::launch() {
  const QString program = QStandardPaths::findExecutable(QStringLiteral("redis-server"));
  if (program.isEmpty()) {
    m_error = QStringLiteral("redis-server is not installed; this test needs it");
    return false;
  }
  QFile::remove(logFile());
  // setpriv ties the server's life to ours, however that ends.
  m_process = spawn(QStringList{QStringLiteral("setpriv"),      QStringLiteral("--pdeathsig"),
                                QStringLiteral("KILL"),         program,
                                QStringLiteral("--port"),       QString::number(m_port),
                                QStringLiteral("--bind"),       QStringLiteral("127.0.0.1"),
                                QStringLiteral("--unixsocket"), socketPath(),
                                QStringLiteral("--save"),       QString(),
                                QStringLiteral("--appendonly"), QStringLiteral("no"),
                                QStringLiteral("--dir"),        m_folder.path(),
                                QStringLiteral("--logfile"),    logFile(),
                                QStringLiteral("--tls-port"),   QString::number(m_tlsPort)} +
                    m_options.arguments);
  if (m_process == 0) {
    m_error = QStringLiteral("setpriv (util-linux) is not installed; this test needs it");
    return false;
  }
  return waitUntilReady();
}

bool RedisServer::hasEnded() {
  if (m_process == 0 || ::waitpid(m_process, nullptr, WNOHANG) == 0)
    return m_process == 0;
  m_process = 0;
  return true;
}

bool RedisServer::waitUntilReady() {
  const QDeadlineTimer deadline(StartTimeoutMs);
  while (!deadline.hasExpired()) {
    if (const Context context = connectTo(socketPath())) {
      const Reply reply = send(context.get(), {"PING"});
      if (reply.type == Reply::Type::Status || reply.bytes.startsWith("NOAUTH") ||
          reply.bytes.startsWith("LOADING"))
        return true;
    }
    if (hasEnded())
      break;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  QFile log(logFile());
  const QByteArray said = log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
  m_error = QStringLiteral("redis-server did not start: ") + QString::fromUtf8(said);
  killHard();
  return false;
}

void RedisServer::killHard() {
  end(SIGKILL);
}

void RedisServer::stop() {
  end(SIGTERM);
}

void RedisServer::end(int signal) {
  if (m_process == 0)
    return;
  ::kill(m_process, signal);
  ::waitpid(m_process, nullptr, 0);
  m_process = 0;
}

void RedisServer::freeze() {
  ::kill(m_process, SIGSTOP);
}

void RedisServer::thaw() {
  ::kill(m_process, SIGCONT);
}

QString RedisServer::logFile() const {
  return m_folder.filePath(QStringLiteral("redis.log"));
}

QString RedisServer::socketPath() const {
  return m_folder.filePath(QStringLiteral("redis.sock"));
}

Endpoint RedisServer::endpoint(int database) const {
  Endpoint endpoint;
  endpoint.socketPath = socketPath();
  endpoint.database = database;
  return endpoint;
}

Endpoint RedisServer::tcpEndpoint(int database) const {
  Endpoint endpoint;
  endpoint.port = m_port;
  endpoint.database = database;
  return endpoint;
}

Endpoint RedisServer::tlsEndpoint(int database) const {
  Endpoint endpoint;
  endpoint.port = m_tlsPort;
  endpoint.database = database;
  endpoint.tls.emplace();
  return endpoint;
}

QString RedisServer::url(int database) const {
  return QStringLiteral("unix://%1?db=%2").arg(socketPath()).arg(database);
}

Reply RedisServer::run(const std::vector<QByteArray> &parts, int database) {
  const Context context = connectTo(socketPath());
  if (!context)
    return Reply::ofError("ERR cannot connect");
  if (database != 0)
    send(context.get(), {"SELECT", QByteArray::number(database)});
  return send(context.get(), parts);
}

} // namespace oxp::test
