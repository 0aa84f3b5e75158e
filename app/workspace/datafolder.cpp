// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/datafolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QPointer>
#include <QStandardPaths>
#include <QTimer>

namespace oxp {
namespace {

constexpr int HandOverMs = 2'000;
/// A unix socket's path holds some 107 bytes.
constexpr qsizetype LongestSocketPath = 100;
constexpr qsizetype LongestText = 64 * 1024;
const QByteArray Thanks = QByteArrayLiteral("ok\n");

QString defaultPath() {
  return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/oxpecker"_qs;
}

} // namespace

DataFolder::DataFolder(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(QDir(path.isEmpty() ? defaultPath() : path).absolutePath()) {}

DataFolder::~DataFolder() = default;

QString DataFolder::settingsFile() const {
  return m_path + u"/oxpecker.ini"_qs;
}

QString DataFolder::recordsFolder() const {
  return m_path + u"/records"_qs;
}

QString DataFolder::queuesFolder() const {
  return m_path + u"/queues"_qs;
}

QString DataFolder::recipesFolder() const {
  return m_path + u"/recipes"_qs;
}

QString DataFolder::socketName() const {
  const QString own = m_path + u"/instance.socket"_qs;
  if (own.toLocal8Bit().size() < LongestSocketPath)
    return own;
  const QByteArray hash =
      QCryptographicHash::hash(m_path.toUtf8(), QCryptographicHash::Sha256).toHex().first(24);
  return QDir::tempPath() + u"/oxpecker-"_qs + QString::fromLatin1(hash);
}

Result<DataFolder::Claim> DataFolder::claim() {
  if (!QDir().mkpath(m_path))
    return fail(ErrorKind::Denied, u"the data folder cannot be made"_qs, "DATAFOLDER");
  QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
  m_lock = std::make_unique<QLockFile>(m_path + u"/lock"_qs);
  m_lock->setStaleLockTime(0); // by the process id alone, however long it runs
  if (m_lock->tryLock(0)) {
    QFile::setPermissions(m_path + u"/lock"_qs, QFile::ReadOwner | QFile::WriteOwner);
    listen();
    return Claim::Mine;
  }
  const bool taken = m_lock->error() == QLockFile::LockFailedError;
  m_lock.reset();
  if (taken)
    return Claim::Taken;
  return fail(ErrorKind::Denied, u"the data folder cannot be written"_qs, "DATAFOLDER");
}

void DataFolder::listen() {
  m_server = new QLocalServer(this);
  m_server->setSocketOptions(QLocalServer::UserAccessOption);
  QLocalServer::removeServer(socketName()); // the lock is ours: what is left there is from a crash
  connect(m_server, &QLocalServer::newConnection, this, &DataFolder::accept);
  m_server->listen(socketName());
}

void DataFolder::accept() {
  while (QLocalSocket *socket = m_server->nextPendingConnection()) {
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { readFrom(socket); });
  }
}

void DataFolder::readFrom(QLocalSocket *socket) {
  if (!socket->canReadLine()) {
    if (socket->bytesAvailable() > LongestText)
      socket->abort();
    return;
  }
  const QByteArray line = socket->readLine(LongestText).chopped(1);
  socket->write(Thanks);
  socket->disconnectFromServer();
  emit received(QString::fromUtf8(QByteArray::fromPercentEncoding(line)));
}

void DataFolder::handOver(const QString &text, QObject *context, std::function<void(bool)> handler) {
  auto *socket = new QLocalSocket(this);
  const auto end = [socket, alive = QPointer<QObject>(context), handler = std::move(handler)](bool done) {
    if (socket->property("ended").toBool())
      return;
    socket->setProperty("ended", true);
    socket->deleteLater();
    if (alive)
      handler(done);
  };
  // Percent-encoded, so that it is one line whatever it holds.
  connect(socket, &QLocalSocket::connected, socket,
          [socket, line = text.toUtf8().toPercentEncoding()] { socket->write(line + '\n'); });
  connect(socket, &QLocalSocket::readyRead, socket, [socket, end] {
    if (socket->bytesAvailable() >= Thanks.size())
      end(socket->readAll().startsWith(Thanks));
  });
  connect(socket, &QLocalSocket::errorOccurred, socket, [end] { end(false); });
  QTimer::singleShot(HandOverMs, socket, [end] { end(false); });
  socket->connectToServer(socketName());
}

} // namespace oxp
