// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/machine.h"

#include <QDate>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSysInfo>
#include <QThread>

#include <sys/utsname.h>

namespace oxp::bench {
namespace {

/// The value of the first line of a file that begins with a name.
QString lineOf(const QString &path, const QByteArray &name) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return {};
  for (const QByteArray &line : file.readAll().split('\n'))
    if (line.startsWith(name))
      return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).simplified();
  return {};
}

QString kernel() {
  utsname names{};
  return ::uname(&names) == 0 ? QString::fromLocal8Bit(names.release) : QString();
}

QString memory() {
  const double kilobytes = lineOf(QStringLiteral("/proc/meminfo"), "MemTotal").section(u' ', 0, 0).toDouble();
  return QStringLiteral("%1 GB").arg(qRound(kilobytes / 1024 / 1024));
}

QString outputOf(const QString &program, const QStringList &arguments) {
  QProcess process;
  process.start(program, arguments);
  process.waitForFinished();
  return QString::fromUtf8(process.readAllStandardOutput()).simplified();
}

QString packageVersions() {
  QFile file(QStringLiteral(OXP_BENCH_PEERS "/package.json"));
  if (!file.open(QIODevice::ReadOnly))
    return {};
  const QJsonObject all = QJsonDocument::fromJson(file.readAll())[QStringLiteral("dependencies")].toObject();
  QStringList words;
  for (auto it = all.begin(); it != all.end(); ++it)
    words << it.key() + u' ' + it.value().toString();
  return words.join(QStringLiteral(", "));
}

} // namespace

QString load() {
  QFile file(QStringLiteral("/proc/loadavg"));
  return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().split(' ').first()) : QString();
}

std::vector<std::pair<QString, QString>> describeMachine(test::RedisServer &server) {
  QString redis = QString::fromUtf8(server.run({"INFO", "server"}).bytes);
  redis = redis.mid(redis.indexOf(u"redis_version:") + 14).section(u'\r', 0, 0);
  return {{QStringLiteral("date"), QDate::currentDate().toString(Qt::ISODate)},
          {QStringLiteral("CPU"), lineOf(QStringLiteral("/proc/cpuinfo"), "model name")},
          {QStringLiteral("cores"), QString::number(QThread::idealThreadCount())},
          {QStringLiteral("memory"), memory()},
          {QStringLiteral("system"), QSysInfo::prettyProductName()},
          {QStringLiteral("kernel"), kernel()},
          {QStringLiteral("Redis"), redis + QStringLiteral(", over a unix socket, on the same machine")},
          {QStringLiteral("Qt"), QString::fromLatin1(qVersion())},
          {QStringLiteral("Node"), outputOf(QStringLiteral(OXP_BENCH_NODE), {QStringLiteral("--version")})},
          {QStringLiteral("npm packages"), packageVersions()},
          {QStringLiteral("Oxpecker"),
           QStringLiteral("%1, %2").arg(QStringLiteral(OXPECKER_VERSION), QStringLiteral(OXP_BENCH_BUILD))}};
}

} // namespace oxp::bench
