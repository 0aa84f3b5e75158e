// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/redisserver.h"
#include "ui/passwordreader.h"
#include "ui/startsecrets.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr int Patience = 30'000; // ms
const QByteArray Secret = "s3cr3t-PW";

QByteArray contentOf(const QString &path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every process below this one, and itself.
QList<qint64> familyOf(qint64 process) {
  QList<qint64> family{process};
  for (const QByteArray &child : contentOf(u"/proc/%1/task/%1/children"_qs.arg(process)).split(' '))
    if (child.toLongLong() > 0)
      family += familyOf(child.toLongLong());
  return family;
}

} // namespace

/// Passwords at the start of the program: they arrive, and are nowhere to be read.
class TestStartSecrets : public QObject {
  Q_OBJECT

private slots:
  void takesThemOutOfArguments();
  void hidesThemInEveryLine_data();
  void hidesThemInEveryLine();
  void putsAPasswordIntoAUrl();
  void readsALineWithoutWaiting();
  void readsUpToTheEnd();
  void connectsWithAUrl();
  void connectsWithARedisCliLine();
  void connectsWithTheEnvironment();
  void connectsWithStandardInput();
  void childrenDoNotInheritIt();

private:
  /// Starts the program and waits until it is connected with the password.
  void start(QProcess &program, const QStringList &arguments, const QByteArray &variable = {});
  bool isConnected();
  static void end(QProcess &program);

  std::unique_ptr<RedisServer> m_server;
  QTemporaryDir m_folder;
};

void TestStartSecrets::takesThemOutOfArguments() {
  QByteArray program("oxpecker"), url("rediss://ada:s3cr3t-PW@h:6380/2"), other("--demo");
  char *argv[] = {program.data(), url.data(), other.data(), nullptr};
  qputenv("OXPECKER_PASSWORD", "from-outside");
  const StartSecrets secrets(3, argv);
  QCOMPARE(QByteArray(argv[1]), "rediss://ada:xxxxxxxxx@h:6380/2"_qba);
  QCOMPARE(QByteArray(argv[2]), "--demo"_qba);
  QCOMPARE(secrets.argument(QString::fromLocal8Bit(argv[1])), u"rediss://ada:s3cr3t-PW@h:6380/2"_qs);
  QCOMPARE(secrets.argument(u"--demo"_qs), u"--demo"_qs);
  QCOMPARE(secrets.environmentPassword().reveal(), "from-outside"_qba);
  QVERIFY(!qEnvironmentVariableIsSet("OXPECKER_PASSWORD"));
}

void TestStartSecrets::hidesThemInEveryLine_data() {
  QTest::addColumn<QByteArray>("line");
  QTest::addColumn<QByteArray>("shown");
  const auto row = [](const char *line, const char *shown) {
    QTest::newRow(line) << QByteArray(line) << QByteArray(shown);
  };
  row("redis-cli -h h -a s3cr3t", "redis-cli -h h -a xxxxxx");
  row("redis-cli -u redis://u:s3cr3t@h", "redis-cli -u redis://u:xxxxxx@h");
  row("u:s3cr3t@h:6380", "u:xxxxxx@h:6380");
  row("REDIS_PASSWORD=s3cr3t REDIS_HOST=h", "REDIS_PASSWORD=xxxxxx REDIS_HOST=h");
  row("{ host: 'h', password: 's3cr3t' }", "{ host: 'h', password: 'xxxxxx' }");
  row("h:6380,password=s3cr3t,ssl=True", "h:6380,password=xxxxxx,ssl=True");
  row("redis://u:a#bc@h", "redis://u:xxxx@h");
  row("redis://u:##a%@h", "redis://u:xxxx@h");
  row("redis://u:#@h", "redis://u:x@h");
  row("redis://h:6380?family=6", "redis://h:6380?family=6");
  row("http://localhost:6379", "http://localhost:6379");
  row("127.0.0.1:6380", "127.0.0.1:6380");
  row("/tmp/a folder", "/tmp/a folder");
}

void TestStartSecrets::hidesThemInEveryLine() {
  QFETCH(QByteArray, line);
  QFETCH(QByteArray, shown);
  QByteArray program("oxpecker"), argument(line);
  argument.detach();
  char *argv[] = {program.data(), argument.data(), nullptr};
  const StartSecrets secrets(2, argv);
  QCOMPARE(QByteArray(argv[1]), shown);
  QCOMPARE(secrets.arguments({QString::fromLocal8Bit(argv[1])}), QStringList{QString::fromLocal8Bit(line)});
}

void TestStartSecrets::putsAPasswordIntoAUrl() {
  const auto with = [](const char *url) {
    return urlWithPassword(QLatin1StringView(url), SecretString("a#@b"));
  };
  QCOMPARE(with("redis://h:6380/2"), u"redis://:a%23%40b@h:6380/2"_qs);
  QCOMPARE(with("redis://ada@h"), u"redis://ada:a%23%40b@h"_qs);
  QCOMPARE(with("redis://ada:old@h?name=x@y"), u"redis://ada:a%23%40b@h?name=x@y"_qs);
  QCOMPARE(with("unix:///run/redis.sock?db=1"), u"unix://:a%23%40b@/run/redis.sock?db=1"_qs);
  QCOMPARE(urlWithPassword(u"redis://h"_qs, {}), u"redis://h"_qs);
  QVERIFY(hasPassword(u"redis://:x@h"_qs) && !hasPassword(u"redis://ada@h"_qs) &&
          !hasPassword(u"redis://h:1"_qs));
}

void TestStartSecrets::readsALineWithoutWaiting() {
  int ends[2];
  QCOMPARE(::pipe(ends), 0);
  PasswordReader reader(ends[0]);
  QByteArray got;
  int times = 0;
  connect(&reader, &PasswordReader::done, this, [&](const SecretString &password) {
    got = password.reveal();
    ++times;
  });
  QCoreApplication::processEvents(); // nothing is there, and nothing waits
  QCOMPARE(times, 0);
  QCOMPARE(::write(ends[1], "s3cr", 4), 4);
  QTest::qWait(1);
  QCOMPARE(times, 0);
  QCOMPARE(::write(ends[1], "3t-PW\r\nmore\n", 12), 12);
  QTRY_COMPARE(times, 1);
  QCOMPARE(got, Secret);
  ::close(ends[1]);
  ::close(ends[0]);
}

void TestStartSecrets::readsUpToTheEnd() {
  int ends[2];
  QCOMPARE(::pipe(ends), 0);
  PasswordReader reader(ends[0]);
  QByteArray got("nothing yet");
  connect(&reader, &PasswordReader::done, this,
          [&](const SecretString &password) { got = password.reveal(); });
  QCOMPARE(::write(ends[1], Secret.data(), size_t(Secret.size())), ssize_t(Secret.size()));
  ::close(ends[1]);
  QTRY_COMPARE(got, Secret);
  ::close(ends[0]);
}

void TestStartSecrets::start(QProcess &program, const QStringList &arguments, const QByteArray &variable) {
  m_server = std::make_unique<RedisServer>(RedisServerOptions{true, {}});
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  m_server->run({"ACL", "SETUSER", "ada", "on", ">" + Secret, "~*", "&*", "+@all"});
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(u"QT_QPA_PLATFORM"_qs, u"offscreen"_qs);
  environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_qs, u"disabled:"_qs);
  if (!variable.isEmpty())
    environment.insert(u"OXPECKER_PASSWORD"_qs, QString::fromLatin1(variable));
  program.setProcessEnvironment(environment);
  QStringList all{u"--new-instance"_qs, u"--data-dir"_qs, m_folder.path()};
  for (QString argument : arguments)
    all << argument.replace(u"PORT"_qs, QString::number(m_server->port()));
  program.start(QStringLiteral(OXP_PROGRAM), all);
  QVERIFY(program.waitForStarted(Patience));
}

/// Only with the password there is a client of this user.
bool TestStartSecrets::isConnected() {
  return QTest::qWaitFor(
      [this] {
        return m_server->run({"CLIENT", "LIST"}).bytes.contains("user=ada");
      },
      Patience);
}

void TestStartSecrets::end(QProcess &program) {
  program.terminate();
  if (!program.waitForFinished(Patience))
    program.kill();
  program.waitForFinished(Patience);
}

void TestStartSecrets::connectsWithAUrl() {
  QProcess program;
  start(program, {u"redis://ada:s3cr3t-PW@127.0.0.1:PORT"_qs});
  QVERIFY(isConnected());
  const QByteArray line = contentOf(u"/proc/%1/cmdline"_qs.arg(program.processId()));
  QVERIFY2(line.contains("redis://ada:xxxxxxxxx@127.0.0.1"), line.constData());
  QVERIFY(!line.contains(Secret));
  end(program);
}

void TestStartSecrets::connectsWithARedisCliLine() {
  QProcess program;
  start(program, {u"redis-cli -h 127.0.0.1 -p PORT --user ada -a s3cr3t-PW"_qs});
  QVERIFY(isConnected());
  const QByteArray line = contentOf(u"/proc/%1/cmdline"_qs.arg(program.processId()));
  QVERIFY2(line.contains("--user ada -a xxxxxxxxx") && !line.contains(Secret), line.constData());
  end(program);
}

void TestStartSecrets::connectsWithTheEnvironment() {
  QProcess program;
  start(program, {u"ada@127.0.0.1:PORT"_qs}, Secret);
  QVERIFY(isConnected());
  QVERIFY(!contentOf(u"/proc/%1/environ"_qs.arg(program.processId())).contains(Secret));
  QVERIFY(!contentOf(u"/proc/%1/cmdline"_qs.arg(program.processId())).contains(Secret));
  end(program);
}

void TestStartSecrets::connectsWithStandardInput() {
  QProcess program;
  start(program, {u"--password-stdin"_qs, u"redis://ada@127.0.0.1:PORT"_qs});
  program.write(Secret + "\n");
  QVERIFY(isConnected());
  QVERIFY(!contentOf(u"/proc/%1/cmdline"_qs.arg(program.processId())).contains(Secret));
  end(program);
}

/// The demo's server is a process of ours.
void TestStartSecrets::childrenDoNotInheritIt() {
  QProcess program;
  start(program, {u"--demo"_qs}, Secret);
  QList<qint64> family;
  const auto hasChildren = [&] { return (family = familyOf(program.processId())).size() > 1; };
  QVERIFY(QTest::qWaitFor(hasChildren, Patience));
  for (const qint64 process : std::as_const(family))
    QVERIFY(!contentOf(u"/proc/%1/environ"_qs.arg(process)).contains(Secret));
  end(program);
}

QTEST_MAIN(TestStartSecrets)
#include "tst_startsecrets.moc"
