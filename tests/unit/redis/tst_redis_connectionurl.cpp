// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/endpoint.h"

#include <QTest>

using namespace oxp;

class TestConnectionUrl : public QObject {
  Q_OBJECT

private slots:
  void reads_data();
  void reads();
  void readsOptions();
  void readsTls();
  void saysNothingUnasked();
  void refuses_data();
  void refuses();
  void keepsPasswordsOutOfMessages();
  void knowsLoopback();
};

void TestConnectionUrl::reads_data() {
  QTest::addColumn<QString>("url");
  QTest::addColumn<QString>("place");
  QTest::addColumn<int>("database");
  QTest::addColumn<QString>("user");
  QTest::addColumn<QByteArray>("password");
  const auto row = [](const char *url, const char *place, int database = 0, const char *user = "",
                      const char *password = "") {
    QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(place) << database
                       << QString::fromUtf8(user) << QByteArray(password);
  };
  row("redis://localhost", "localhost:6379");
  row("REDIS://localhost", "localhost:6379");
  row("redis://", "127.0.0.1:6379");
  row("redis:///3", "127.0.0.1:6379", 3);
  row("redis://db.example:7000", "db.example:7000");
  row("redis://db.example:7000/", "db.example:7000");
  row("redis://db.example:7000/12", "db.example:7000", 12);
  row("redis://db.example?db=4", "db.example:6379", 4);
  row("redis://[::1]", "[::1]:6379");
  row("redis://[fe80::1%25eth0]:7001/1", "[fe80::1%eth0]:7001", 1);
  row("redis://ann:secret@h:1", "h:1", 0, "ann", "secret");
  row("redis://:secret@h", "h:6379", 0, "", "secret");
  row("redis://ann@h", "h:6379", 0, "ann");
  row("redis://ann:a%40b%3Ac%2F%C3%A9@h/2", "h:6379", 2, "ann", "a@b:c/\xc3\xa9");
  row("redis://ann:a@b:c/d@h/2", "h:6379", 2, "ann", "a@b:c/d");
  row("unix:///run/redis/redis.sock", "/run/redis/redis.sock");
  row("unix:///run/redis%20x.sock?db=5", "/run/redis x.sock", 5);
  row("unix://ann:secret@/run/r.sock", "/run/r.sock", 0, "ann", "secret");
  row("  redis://localhost \n", "localhost:6379");
}

void TestConnectionUrl::reads() {
  QFETCH(QString, url);
  const auto parsed = parseConnectionUrl(url);
  QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().detail));
  QTEST(parsed->endpoint.display(), "place");
  QTEST(parsed->endpoint.database, "database");
  QTEST(parsed->credentials.user, "user");
  QTEST(parsed->credentials.password.reveal(), "password");
}

void TestConnectionUrl::readsOptions() {
  const auto parsed = parseConnectionUrl(QStringLiteral(
      "redis://h/"
      "1?prefix=bull,%7Bshop%7D&prefix=a%2Cb&environment=Production&role=viewer&name=Shop%20%E5%BA%97"));
  QVERIFY(parsed);
  QCOMPARE(parsed->prefixes, (std::vector<QByteArray>{"bull", "{shop}", "a,b"}));
  QCOMPARE(parsed->environment, Environment::Production);
  QCOMPARE(parsed->role, Role::Viewer);
  QCOMPARE(parsed->name, QStringLiteral("Shop 店"));
  QCOMPARE(parsed->endpoint.database, 1);
}

void TestConnectionUrl::readsTls() {
  const auto plain = parseConnectionUrl(QStringLiteral("rediss://ann:secret@db.example:6380/2"));
  QVERIFY(plain);
  QCOMPARE(plain->endpoint.display(), QStringLiteral("db.example:6380"));
  QCOMPARE(plain->endpoint.database, 2);
  QCOMPARE(plain->credentials.password.reveal(), QByteArray("secret"));
  QCOMPARE(plain->endpoint.tls, TlsOptions());

  const auto full = parseConnectionUrl(QStringLiteral(
      "REDISS://h?cacert=/etc/ca%201.pem&cert=/c.pem&key=/k.pem&sni=a.example&verify=b.example&role=viewer"));
  QVERIFY(full);
  TlsOptions tls;
  tls.caFile = QStringLiteral("/etc/ca 1.pem");
  tls.certificateFile = QStringLiteral("/c.pem");
  tls.keyFile = QStringLiteral("/k.pem");
  tls.serverName = QStringLiteral("a.example");
  tls.verifyName = QStringLiteral("b.example");
  QCOMPARE(full->endpoint.tls, tls);
  QCOMPARE(full->role, Role::Viewer);
}

void TestConnectionUrl::saysNothingUnasked() {
  const auto parsed = parseConnectionUrl(QStringLiteral("redis://h"));
  QVERIFY(parsed);
  QVERIFY(parsed->prefixes.empty());
  QVERIFY(!parsed->environment);
  QVERIFY(!parsed->role);
  QVERIFY(!parsed->endpoint.tls);
  QVERIFY(parsed->name.isEmpty());
}

void TestConnectionUrl::refuses_data() {
  QTest::addColumn<QString>("url");
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<int>("offset");
  const auto row = [](const char *url, const char *code, int offset) {
    QTest::newRow(*url ? url : "(empty)") << QString::fromUtf8(url) << QByteArray(code) << offset;
  };
  row("", "scheme", 0);
  row("localhost:6379", "scheme", 0);
  row("http://localhost", "scheme", 0);
  row("://localhost", "scheme", 0);
  row("redis://h:0", "port", 10);
  row("redis://h:65536", "port", 10);
  row("redis://h:x", "port", 10);
  row("redis://h:", "port", 10);
  row("redis://::1", "host", 8);
  row("redis://[::1", "host", 8);
  row("redis://[::1]x:1", "host", 8);
  row("redis://h/x", "database", 10);
  row("redis://h/-1", "database", 10);
  row("redis://h/1/2", "database", 10);
  row("redis://h?db=one", "database", 10);
  row("redis://h?enviroment=production", "option", 10);
  row("redis://h?name=a&environment=prod", "environment", 17);
  row("redis://h?role=admin", "role", 10);
  row("redis://h?cacert=/ca.pem", "option", 10);
  row("unix:///r.sock?sni=a", "option", 15);
  row("rediss://h?insecure=true", "option", 11);
  row("unix://run/redis.sock", "socket", 7);
  row("unix:///", "socket", 7);
}

void TestConnectionUrl::refuses() {
  QFETCH(QString, url);
  const auto parsed = parseConnectionUrl(url);
  QVERIFY(!parsed);
  QCOMPARE(parsed.error().kind, ErrorKind::Invalid);
  QTEST(parsed.error().code, "code");
  QTEST(int(parsed.error().offset), "offset");
}

void TestConnectionUrl::keepsPasswordsOutOfMessages() {
  for (const char *url : {"redis://ann:hunter2@h:x", "redis://ann:hunter2@h/x", "redis://:hunter2@h?role=x",
                          "rediss://:hunter2@h?x=1", "http://:hunter2@h", "unix://:hunter2@x"}) {
    const auto parsed = parseConnectionUrl(QString::fromUtf8(url));
    QVERIFY(!parsed);
    QVERIFY2(!parsed.error().detail.contains(QStringLiteral("hunter2")), qPrintable(parsed.error().detail));
  }
}

void TestConnectionUrl::knowsLoopback() {
  const auto isLoopback = [](const char *url) {
    return parseConnectionUrl(QString::fromUtf8(url))->endpoint.isLoopback();
  };
  QVERIFY(isLoopback("redis://LocalHost"));
  QVERIFY(isLoopback("redis://127.3.2.1"));
  QVERIFY(isLoopback("redis://[::1]"));
  QVERIFY(isLoopback("unix:///x"));
  QVERIFY(!isLoopback("redis://10.0.0.1"));
  QVERIFY(!isLoopback("redis://localhost.example"));
}

QTEST_GUILESS_MAIN(TestConnectionUrl)
#include "tst_redis_connectionurl.moc"
