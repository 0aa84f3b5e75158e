// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/nodepeer/nodepeer.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <QProcessEnvironment>

namespace oxp::test {

namespace {

QByteArray lastLine(const QByteArray &out) {
  const QByteArray text = out.trimmed();
  return text.mid(text.lastIndexOf('\n') + 1);
}

} // namespace

void NodePeer::launch(const QString &script, const QString &socket, const QStringList &arguments,
                      const QByteArray &input) {
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("OXP_NODE_PACKAGES"), QStringLiteral(OXP_NODE_PACKAGES));
  m_process.setProcessEnvironment(environment);
  m_process.setProgram(QStringLiteral(OXP_NODE));
  m_process.setArguments(QStringList{QDir(QStringLiteral(OXP_NODE_SCRIPTS)).filePath(script),
                                     QStringLiteral("--socket"), socket} +
                         arguments);
  m_process.start();
  m_process.write(input);
  m_process.closeWriteChannel();
}

NodeAnswer NodePeer::run(const QString &script, const QString &socket, const QStringList &arguments,
                         const QByteArray &input, int timeoutMs) {
  NodePeer peer;
  peer.launch(script, socket, arguments, input);
  return peer.finish(timeoutMs);
}

NodePeer::~NodePeer() {
  if (m_process.state() == QProcess::NotRunning)
    return;
  m_process.kill();
  m_process.waitForFinished();
}

bool NodePeer::start(const QString &script, const QString &socket, const QStringList &arguments,
                     const QByteArray &input, int timeoutMs) {
  launch(script, socket, arguments, input);
  return !nextLine(timeoutMs).isEmpty();
}

QJsonObject NodePeer::firstLine() const {
  return QJsonDocument::fromJson(m_out.left(m_out.indexOf('\n'))).object();
}

QJsonObject NodePeer::nextLine(int timeoutMs) {
  QDeadlineTimer deadline(timeoutMs);
  while (true) {
    m_unfinished += m_process.readAllStandardOutput();
    if (const qsizetype end = m_unfinished.indexOf('\n'); end >= 0) {
      const QByteArray line = m_unfinished.left(end + 1);
      m_unfinished.remove(0, end + 1);
      m_out += line;
      return QJsonDocument::fromJson(line).object();
    }
    if (m_process.state() == QProcess::NotRunning || deadline.hasExpired() ||
        !m_process.waitForReadyRead(int(deadline.remainingTime())))
      return {};
  }
}

NodeAnswer NodePeer::finish(int timeoutMs) {
  NodeAnswer answer;
  const bool ended = m_process.state() == QProcess::NotRunning ? m_process.error() != QProcess::FailedToStart
                                                               : m_process.waitForFinished(timeoutMs);
  answer.out = m_out + m_unfinished + m_process.readAllStandardOutput();
  answer.error = QString::fromUtf8(m_process.readAllStandardError());
  if (!ended) {
    answer.error.prepend(m_process.errorString() + u'\n');
    return answer;
  }
  const QJsonDocument document = QJsonDocument::fromJson(lastLine(answer.out));
  answer.value = document.object();
  answer.ok =
      m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0 && document.isObject();
  if (!answer.ok)
    answer.error.prepend(QStringLiteral("exit code %1: ").arg(m_process.exitCode()));
  return answer;
}

} // namespace oxp::test
