// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/serverfacts.h"

#include <QTest>

using namespace oxp;

class TestServerFacts : public QObject {
  Q_OBJECT

private slots:
  void knowsProducts_data();
  void knowsProducts();
  void readsTheRest();
  void seesReplicas();
  void takesOddTexts();
};

void TestServerFacts::knowsProducts_data() {
  QTest::addColumn<QByteArray>("info");
  QTest::addColumn<ServerKind>("kind");
  QTest::addColumn<QByteArray>("version");
  QTest::newRow("redis") << QByteArray("# Server\r\nredis_version:7.0.15\r\n") << ServerKind::Redis
                         << QByteArray("7.0.15");
  QTest::newRow("valkey") << QByteArray(
                                 "redis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.0.1\r\n")
                          << ServerKind::Valkey << QByteArray("8.0.1");
  QTest::newRow("valkey first") << QByteArray("valkey_version:8.0.1\r\nredis_version:7.2.4\r\n")
                                << ServerKind::Valkey << QByteArray("8.0.1");
  QTest::newRow("dragonfly") << QByteArray("redis_version:7.2.0\r\ndragonfly_version:df-v1.21.2\r\n")
                             << ServerKind::Dragonfly << QByteArray("1.21.2");
  QTest::newRow("keydb") << QByteArray("redis_version:6.3.4\r\nexecutable:/usr/bin/keydb-server\r\n")
                         << ServerKind::KeyDb << QByteArray("6.3.4");
  QTest::newRow("nothing") << QByteArray() << ServerKind::Unknown << QByteArray();
}

void TestServerFacts::knowsProducts() {
  QFETCH(QByteArray, info);
  ServerFacts facts;
  applyInfo(info, facts);
  QTEST(facts.kind, "kind");
  QTEST(facts.version, "version");
}

void TestServerFacts::readsTheRest() {
  ServerFacts facts;
  applyInfo("redis_mode:cluster\r\nrun_id:abc\r\nused_memory:1000\r\nmaxmemory:2000\r\n", facts);
  applyInfo("maxmemory_policy:allkeys-lru\r\nloading:1\r\n", facts);
  QCOMPARE(facts.mode, QByteArray("cluster"));
  QCOMPARE(facts.runId, QByteArray("abc"));
  QCOMPARE(facts.usedMemory, 1000);
  QCOMPARE(facts.maxMemory, 2000);
  QVERIFY(facts.evicts());
  QVERIFY(facts.loading);
  applyInfo("maxmemory_policy:noeviction\r\nloading:0\r\n", facts);
  QVERIFY(!facts.evicts());
  QVERIFY(!facts.loading);
}

void TestServerFacts::seesReplicas() {
  ServerFacts facts;
  applyInfo("role:slave\r\nslave_read_only:1\r\n", facts);
  QVERIFY(facts.readOnlyReplica);
  applyInfo("role:slave\r\nslave_read_only:0\r\n", facts);
  QVERIFY(!facts.readOnlyReplica);
  applyInfo("role:slave\r\nmaster_host:10.0.0.1\r\nmaster_port:6380\r\nslave_read_only:1\r\n", facts);
  QCOMPARE(facts.primary, QByteArray("10.0.0.1:6380"));
  applyInfo("role:slave\r\nmaster_host:fd00::1\r\nmaster_port:6380\r\n", facts);
  QCOMPARE(facts.primary, QByteArray("[fd00::1]:6380"));
  applyInfo("role:master\r\n", facts);
  QVERIFY(facts.primary.isEmpty() && !facts.readOnlyReplica);
}

void TestServerFacts::takesOddTexts() {
  ServerFacts facts;
  applyInfo("\r\n:\r\nmaxmemory\r\n# redis_version:1\r\nrun_id:a:b\n", facts);
  QCOMPARE(facts.kind, ServerKind::Unknown);
  QCOMPARE(facts.runId, QByteArray("a:b"));
}

QTEST_GUILESS_MAIN(TestServerFacts)
#include "tst_redis_serverfacts.moc"
