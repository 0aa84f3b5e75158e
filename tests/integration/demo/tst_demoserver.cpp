// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"
#include "fakes/redis/testsession.h"

#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <memory>

using namespace oxp;

namespace {

constexpr int StartMs = 30'000;

/// Where a demo runs, as others see it.
struct Traces {
  QString folder;
  pid_t server = 0;
  pid_t guard = 0; ///< the server's parent

  bool gone() const { return !QFileInfo::exists(folder) && !runs(server) && !runs(guard); }

  /// False for a zombie too: whoever should have asked after it was killed.
  static bool runs(pid_t process) {
    const QByteArray state = statOf(process);
    return !state.isEmpty() && !state.startsWith("Z");
  }
  /// The state and what follows it in /proc/<pid>/stat.
  static QByteArray statOf(pid_t process) {
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
      return {};
    const QByteArray line = file.readAll();
    return line.mid(line.lastIndexOf(')') + 2);
  }
};

Result<Traces> tracesOf(const QString &url) {
  const auto parsed = parseConnectionUrl(url);
  if (!parsed)
    return fail(parsed.error());
  test::TestSession session(parsed->endpoint);
  if (auto connected = session.connect(); !connected)
    return fail(connected.error());
  const auto info = session.read().call(Command::of("INFO", "server"), {});
  if (!info)
    return fail(info.error());
  Traces traces;
  traces.folder = QFileInfo(parsed->endpoint.socketPath).path();
  const QByteArray text = info->bytes.mid(info->bytes.indexOf("process_id:") + 11);
  traces.server = text.left(text.indexOf('\r')).toInt();
  traces.guard = Traces::statOf(traces.server).split(' ').value(1).toInt();
  return traces;
}

/// Sets PATH for a while.
class PathGuard {
public:
  explicit PathGuard(const QByteArray &path)
      : m_before(qgetenv("PATH")) {
    qputenv("PATH", path);
  }
  ~PathGuard() { qputenv("PATH", m_before); }

private:
  QByteArray m_before;
};

} // namespace

class TestDemoServer : public QObject {
  Q_OBJECT

private slots:
  void saysHowToGetTheServer();
  void saysWhyTheServerDidNotStart();
  void givesAnUrlForTheWindow();
  void keepsOthersOut();
  void leavesNothingBehind();
  void leavesNothingBehindWhenEndedEarly();
  void leavesNothingBehindWhenKilled();
};

void TestDemoServer::saysHowToGetTheServer() {
  const QTemporaryDir empty;
  const PathGuard path(empty.path().toUtf8());
  DemoServer demo;
  QSignalSpy ready(&demo, &DemoServer::ready);
  QSignalSpy failed(&demo, &DemoServer::failed);
  demo.start();
  QTRY_COMPARE(failed.size(), 1);
  QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("apt install redis-server")));
  QCOMPARE(ready.size(), 0);
}

void TestDemoServer::saysWhyTheServerDidNotStart() {
  const QTemporaryDir folder;
  QFile program(folder.filePath(QStringLiteral("redis-server")));
  QVERIFY(program.open(QIODevice::WriteOnly));
  program.write("#!/bin/sh\necho 'cannot do this' >&2\nexit 1\n");
  program.close();
  QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
  const PathGuard path(folder.path().toUtf8() + ':' + qgetenv("PATH"));
  DemoServer demo;
  QSignalSpy failed(&demo, &DemoServer::failed);
  demo.start();
  QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 5'000);
  QVERIFY2(failed.at(0).at(0).toString().contains(QStringLiteral("cannot do this")),
           qPrintable(failed.at(0).at(0).toString()));
}

void TestDemoServer::givesAnUrlForTheWindow() {
  DemoServer demo;
  QSignalSpy ready(&demo, &DemoServer::ready);
  demo.start();
  QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, StartMs);
  const auto url = parseConnectionUrl(ready.at(0).at(0).toString());
  QVERIFY2(url, url ? "" : qPrintable(url.error().detail));
  QVERIFY(url->endpoint.isUnixSocket());
  QVERIFY(QFileInfo::exists(url->endpoint.socketPath));
  QCOMPARE(url->endpoint.database, 0);
  QCOMPARE(url->name, QStringLiteral("Demo"));
  QVERIFY(url->environment == Environment::Local);
  QVERIFY(url->role == Role::Operator);
  QCOMPARE(url->prefixes, std::vector<QByteArray>{"*"});
}

void TestDemoServer::keepsOthersOut() {
  DemoServer demo;
  QSignalSpy ready(&demo, &DemoServer::ready);
  demo.start();
  QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, StartMs);
  const auto url = parseConnectionUrl(ready.at(0).at(0).toString());
  const QFileInfo folder(QFileInfo(url->endpoint.socketPath).path());
  const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                      QFile::WriteOther | QFile::ExeOther;
  QCOMPARE(folder.permissions() & others, QFile::Permissions());
  test::TestSession session(url->endpoint);
  QVERIFY(session.connect());
  const auto port = session.read().call(Command::of("INFO", "server"), {});
  QVERIFY(port && port->bytes.contains("tcp_port:0\r"));
}

void TestDemoServer::leavesNothingBehind() {
  auto demo = std::make_unique<DemoServer>();
  QSignalSpy ready(demo.get(), &DemoServer::ready);
  demo->start();
  QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, StartMs);
  const auto traces = tracesOf(ready.at(0).at(0).toString());
  QVERIFY(traces && Traces::runs(traces->server) && Traces::runs(traces->guard));
  demo.reset();
  QTRY_VERIFY_WITH_TIMEOUT(traces->gone(), 10'000);
}

void TestDemoServer::leavesNothingBehindWhenEndedEarly() {
  const QTemporaryDir place;
  const QByteArray before = qgetenv("TMPDIR");
  qputenv("TMPDIR", place.path().toUtf8());
  const QDir folder(place.path());
  auto demo = std::make_unique<DemoServer>();
  demo->start();
  qputenv("TMPDIR", before);
  if (before.isEmpty())
    qunsetenv("TMPDIR");
  QCOMPARE(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
  demo.reset();
  QTRY_VERIFY_WITH_TIMEOUT(folder.isEmpty(), 10'000);
}

void TestDemoServer::leavesNothingBehindWhenKilled() {
  QProcess holder;
  holder.start(QStringLiteral(OXP_DEMO_HOLDER), {});
  QTRY_VERIFY_WITH_TIMEOUT(holder.canReadLine(), StartMs);
  const auto traces = tracesOf(QString::fromUtf8(holder.readLine().trimmed()));
  QVERIFY(traces && Traces::runs(traces->server) && Traces::runs(traces->guard));
  QVERIFY(QFileInfo::exists(traces->folder));
  holder.kill(); // SIGKILL: nothing of its own runs any more
  QTRY_VERIFY_WITH_TIMEOUT(traces->gone(), 10'000);
  QTRY_COMPARE(holder.state(), QProcess::NotRunning);
}

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demoserver.moc"
