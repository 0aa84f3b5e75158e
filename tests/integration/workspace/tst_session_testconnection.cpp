// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"
#include "workspace/testconnection.h"

#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace oxp::test;
using Access = ConnectionReport::Access;

class TestTestConnection : public QObject {
  Q_OBJECT

private slots:
  void reports();
  void warnsOfEviction();
  void tellsWhatAReaderMay();
  void tellsThatAPasswordIsRefused();
  void tellsThatNobodyIsThere();
  void canBeCancelled();
  void sumsUpWhatLiesUnderEachPrefix();
};

namespace {

/// Runs a test to its end and gives its report, or the error's kind.
struct Outcome {
  std::optional<ConnectionReport> report;
  std::optional<Error> error;
};

Outcome tryOut(const Profile &profile, const SecretString &password = {},
               TestConnection::Look look = TestConnection::Look::Queues) {
  TestConnection test;
  Outcome outcome;
  QObject::connect(&test, &TestConnection::done,
                   [&](const ConnectionReport &report) { outcome.report = report; });
  QObject::connect(&test, &TestConnection::failed, [&](const Error &error) { outcome.error = error; });
  test.start(profile, password, {}, look);
  [&] { QTRY_VERIFY(outcome.report || outcome.error); }();
  return outcome;
}

} // namespace

void TestTestConnection::reports() {
  RedisServer server({true, {}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 1);
  const Outcome outcome = tryOut(profileOf(server.tcpEndpoint()));
  QVERIFY(outcome.report);
  QCOMPARE(outcome.report->facts.kind, ServerKind::Redis);
  QVERIFY(outcome.report->latencyUs > 0);
  QCOMPARE(outcome.report->queues, 1);
  QCOMPARE(outcome.report->user, "default"_qba);
  QCOMPARE(outcome.report->access, Access::Write);
  QVERIFY(!outcome.report->facts.evicts());
  QVERIFY(outcome.report->text().contains(u"Redis"_qs));
}

void TestTestConnection::warnsOfEviction() {
  RedisServer server({false, {u"--maxmemory-policy"_qs, u"allkeys-lru"_qs}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  const Outcome outcome = tryOut(profileOf(server.endpoint()));
  QVERIFY(outcome.report);
  QVERIFY(outcome.report->facts.evicts());
  QVERIFY(outcome.report->text().contains(u"allkeys-lru"_qs));
}

void TestTestConnection::tellsWhatAReaderMay() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  server.run({"ACL", "SETUSER", "reader", "on", ">pw", "%R~bull:*", "-@all", "+@read", "+@connection",
              "+info", "+time", "+acl|whoami", "+acl|dryrun", "+scan", "+type"});
  Profile profile = profileOf(server.endpoint());
  profile.user = u"reader"_qs;
  const Outcome outcome = tryOut(profile, SecretString("pw"));
  QVERIFY(outcome.report);
  QCOMPARE(outcome.report->access, Access::Read);
  QVERIFY(outcome.report->refused.contains("XADD"));
  QVERIFY(!outcome.report->refused.contains("HGETALL"));
}

void TestTestConnection::tellsThatAPasswordIsRefused() {
  RedisServer server({false, {u"--requirepass"_qs, u"x"_qs}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  const Outcome outcome = tryOut(profileOf(server.endpoint()), SecretString("y"));
  QVERIFY(outcome.error);
  QCOMPARE(outcome.error->kind, ErrorKind::Auth);
}

void TestTestConnection::tellsThatNobodyIsThere() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  server.stop();
  const Outcome outcome = tryOut(profileOf(server.endpoint()));
  QVERIFY(outcome.error);
  QCOMPARE(outcome.error->kind, ErrorKind::Disconnected);
}

void TestTestConnection::sumsUpWhatLiesUnderEachPrefix() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 3);
  seedFailed(server, Orders, "f", "x");
  seedQueue(server, {Orders.prefix, "mail"}, 2);
  const QueueId newer{"{shop}", "orders"};
  seedQueue(server, newer, 1);
  server.run({"HSET", newer.key("1"), "timestamp", "1700000900000"});
  const Outcome outcome = tryOut(profileOf(server.endpoint()), {}, TestConnection::Look::Prefixes);
  QVERIFY(outcome.report);
  const std::vector<PrefixSummary> &prefixes = outcome.report->prefixes;
  QCOMPARE(prefixes.size(), size_t(2));
  QCOMPARE(prefixes[0].prefix, "{shop}"_qba); // the newest first
  QCOMPARE(prefixes[0].queues, 1);
  QCOMPARE(prefixes[0].jobs, 1);
  QCOMPARE(prefixes[0].newestMs, 1'700'000'900'000);
  QCOMPARE(prefixes[1].prefix, Orders.prefix);
  QCOMPARE(prefixes[1].queues, 2);
  QCOMPARE(prefixes[1].jobs, 6);
  QCOMPARE(prefixes[1].newestMs, 1'700'000'002'000);
  QCOMPARE(prefixes[1].newestQueues, (std::vector<QByteArray>{Orders.name, "mail"}));
  QCOMPARE(prefixes[1].kinds.size(), size_t(1));
  const QString line = outcome.report->line();
  QVERIFY2(line.contains(u"3 queue"_qs) && line.contains(u"under 2 prefix"_qs), qPrintable(line));
  QVERIFY(line.contains(u"a primary"_qs));
}

void TestTestConnection::canBeCancelled() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  server.freeze();
  TestConnection test;
  QSignalSpy done(&test, &TestConnection::done);
  QStringList failures;
  connect(&test, &TestConnection::failed, this,
          [&](const Error &error) { failures += QLatin1String(errorKindName(error.kind)); });
  test.start(profileOf(server.endpoint()), {});
  QVERIFY(test.running());
  test.cancel();
  QVERIFY(!test.running());
  server.thaw();
  test.start(profileOf(server.endpoint()), {});
  QTRY_VERIFY(!test.running());
  QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u" "_qs)));
  QCOMPARE(done.size(), 1);
}

QTEST_GUILESS_MAIN(TestTestConnection)
#include "tst_session_testconnection.moc"
