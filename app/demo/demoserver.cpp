// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"

#include "demo/demoguard.h"
#include "demo/demowriter.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QUrl>

namespace oxp {

namespace {

/// A unix socket's path has room for 107 bytes; the rest is for our folder's and the socket's own names.
constexpr qsizetype LongestPlace = 70;

/// Reachable through the socket only, and by its owner only; nothing is ever written to disk.
QStringList serverCommand(const QString &program, const QString &folder, const QString &socket) {
  const auto word = [](const char *text) { return QString::fromLatin1(text); };
  return {program,        word("--port"),           word("0"),   word("--unixsocket"),
          socket,         word("--unixsocketperm"), word("700"), word("--save"),
          QString(),      word("--appendonly"),     word("no"),  word("--dir"),
          folder,         word("--daemonize"),      word("no"),  word("--loglevel"),
          word("warning")};
}

} // namespace

DemoServer::DemoServer(QObject *parent)
    : QObject(parent) {}

DemoServer::~DemoServer() {
  tearDown();
}

QString DemoServer::socketPath() const {
  return m_folder ? m_folder->filePath(QStringLiteral("redis.sock")) : QString();
}

QString DemoServer::url() const {
  return QStringLiteral("unix://%1?db=0&name=Demo&environment=local&role=operator&prefix=*")
      .arg(QString::fromLatin1(QUrl::toPercentEncoding(socketPath(), "/")));
}

DemoPlace DemoServer::showcase() {
  return {QByteArrayLiteral("bull"), QByteArrayLiteral("shop.orders"), QByteArrayLiteral("104203")};
}

void DemoServer::start() {
  if (m_guard || m_told)
    return;
  const QString program = QStandardPaths::findExecutable(QStringLiteral("redis-server"));
  if (program.isEmpty())
    return giveUp(tr("The demo needs redis-server, which is not installed. On Debian and Ubuntu: sudo apt "
                     "install redis-server"));
  if (const QString reason = prepareFolder(); !reason.isEmpty())
    return giveUp(tr("The demo could not make its folder: %1").arg(reason));
  if (!launchGuard(program))
    return;
  m_writer = std::make_unique<DemoWriter>(socketPath(), [this] {
    QMetaObject::invokeMethod(this, &DemoServer::lookAtWriter, Qt::QueuedConnection);
  });
}

QString DemoServer::prepareFolder() {
  QString place = QDir::tempPath();
  if (QFile::encodeName(place).size() > LongestPlace)
    place = QStringLiteral("/tmp");
  m_folder = std::make_unique<QTemporaryDir>(place + QStringLiteral("/oxpecker-demo-XXXXXX"));
  return m_folder->isValid() ? QString() : m_folder->errorString();
}

bool DemoServer::launchGuard(const QString &program) {
  m_guard = std::make_unique<DemoGuard>();
  // Queued, as giving up ends the guard that has just said so.
  connect(
      m_guard.get(), &DemoGuard::ended, this,
      [this](const QString &lastWords) { giveUp(tr("The demo's redis-server ended: %1").arg(lastWords)); },
      Qt::QueuedConnection);
  if (auto started = m_guard->start(m_folder->path(), serverCommand(program, m_folder->path(), socketPath()));
      !started) {
    giveUp(tr("The demo could not start: %1").arg(started.error().detail));
    return false;
  }
  m_folder->setAutoRemove(false); // from here on that is the guard's
  return true;
}

void DemoServer::lookAtWriter() {
  const auto outcome = m_writer ? m_writer->outcome() : std::nullopt;
  if (!outcome || m_told)
    return;
  if (!*outcome)
    return giveUp(tr("The demo's redis-server did not start: %1").arg(outcome->error().detail));
  m_told = true;
  emit ready(url());
}

/// Later on it is for the connection to say that its server is away.
void DemoServer::giveUp(const QString &sentence) {
  if (m_told)
    return;
  m_told = true;
  tearDown();
  emit failed(sentence);
}

/// The guard sees the end of its pipe and cleans up by itself; waiting for it here would hold the window up.
void DemoServer::tearDown() {
  m_writer.reset();
  m_guard.reset();
  m_folder.reset();
}

} // namespace oxp
