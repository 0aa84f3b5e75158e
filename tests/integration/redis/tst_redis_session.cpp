// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/lyingproxy.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/stallingproxy.h"
#include "fakes/redis/testsession.h"

#include <QTest>

#include <thread>

using namespace oxp;
using namespace oxp::test;
using namespace std::chrono_literals;
using Direction = StallingProxy::Direction;
using AtLimit = StallingProxy::AtLimit;
using Scope = StallingProxy::Scope;

class TestSessionCalls : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanup();

  void connectsByBothSockets();
  void choosesTheDatabase();
  void tellsWhatServerItIs();
  void keepsTheMillisecondsOfTheServersClock();
  void triesEveryAddress();
  void callsAndPipelines();
  void carriesLargeValues();
  void keepsErrorsOfAPipelineInPlace();
  void readSessionsSendNoWrite();
  void viewersSendNoWrite();
  void sendsNothingThatChangesTheConnection();
  void undoesWhatAJobLeftOpen();
  void staysSoundAfterACancelledRead();
  void timesOut();
  void givesMovingValuesTime();
  void saysWhyItWasTurnedAway();
  void saysWhyItWasTurnedAwayLater();
  void refusedPasswords_data();
  void refusedPasswords();
  void ignoresANeedlessPassword();
  void worksForAnAclViewer();
  void cutOffReadsAreDisconnected();
  void cutOffWritesAreUnknown_data();
  void cutOffWritesAreUnknown();
  void connectFails_data();
  void connectFails();

private:
  RedisServer m_server{{.tcp = true, .arguments = {}}};
};

void TestSessionCalls::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
}

void TestSessionCalls::cleanup() {
  m_server.run({"FLUSHALL"});
}

void TestSessionCalls::connectsByBothSockets() {
  for (const Endpoint &endpoint : {m_server.endpoint(), m_server.tcpEndpoint()}) {
    test::TestSession session(endpoint);
    QVERIFY(session.connect());
    const auto reply = session.read().call(Command::of("PING"), {});
    QVERIFY(reply);
    QCOMPARE(*reply, Reply::ofStatus("PONG"));
    const auto clients = session.read().call(Command::of("CLIENT", "LIST"), {})->asBytes();
    QVERIFY(clients->contains("id=" + QByteArray::number(session.read().facts().clientId) + ' '));
    QVERIFY(clients->contains("name=oxpecker"));
  }
}

void TestSessionCalls::choosesTheDatabase() {
  m_server.run({"SET", "k", "in 3"}, 3);
  test::TestSession session(m_server.endpoint(3));
  QVERIFY(session.connect());
  QCOMPARE(session.read().call(Command::of("GET", "k"), {})->asBytes(), QByteArray("in 3"));
  test::TestSession beyond(m_server.endpoint(99));
  QCOMPARE(beyond.connect().error().kind, ErrorKind::Server);
}

void TestSessionCalls::tellsWhatServerItIs() {
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  const ServerFacts &facts = session.read().facts();
  QVERIFY(facts.kind == ServerKind::Redis || facts.kind == ServerKind::Valkey);
  QVERIFY(facts.version.contains('.'));
  QCOMPARE(facts.mode, QByteArray("standalone"));
  QCOMPARE(facts.maxmemoryPolicy, QByteArray("noeviction"));
  QCOMPARE(facts.runId.size(), 40);
  QVERIFY(facts.clientId > 0);
  QVERIFY(!facts.loading && !facts.readOnlyReplica);
  QVERIFY(facts.latency.count() > 0);
  QVERIFY(facts.clock.known);
  QVERIFY(qAbs(facts.clock.offset.count()) < 1000);
  QVERIFY(session.read().ping({}));
  QVERIFY(session.read().readClock({}));
}

void TestSessionCalls::keepsTheMillisecondsOfTheServersClock() {
  LyingProxy proxy(m_server.socketPath());
  proxy.lieAbout(
      [](const QByteArrayList &words) { return words.value(0) == "TIME"; },
      {LyingProxy::Lie::BeforeBytes, LyingProxy::Lie::Says, "*2\r\n$7\r\n1000000\r\n$6\r\n998765\r\n"});
  constexpr qint64 Told = 1'000'000'998;
  test::TestSession session(proxy.endpoint());
  const qint64 before = wallClockMs();
  QVERIFY(session.connect());
  const qint64 after = wallClockMs(), offset = session.read().facts().clock.offset.count();
  QVERIFY2(offset >= Told - after && offset <= Told + (after - before) - before,
           qPrintable(QString::number(offset + before - Told)));
}

void TestSessionCalls::triesEveryAddress() {
  redis::Session session({{}, m_server.tcpEndpoint(), Role::Viewer},
                         redis::makeTransport(m_server.tcpEndpoint(),
                                              {QStringLiteral("127.0.0.9"), QStringLiteral("127.0.0.1")}));
  QVERIFY(session.connect({}));
  QVERIFY(session.facts().clientId > 0);
}

void TestSessionCalls::callsAndPipelines() {
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  std::vector<Command> writes;
  for (int i = 0; i < 20'000; ++i)
    writes.push_back(Command::of("HSET", "h", i, i * 2));
  const auto written = session.write().pipeline(writes, {});
  QVERIFY(written);
  QCOMPARE(written->size(), writes.size());
  std::vector<Command> reads;
  for (int i = 0; i < 20'000; ++i)
    reads.push_back(Command::of("HGET", "h", i));
  const auto replies = session.read().pipeline(reads, {});
  QVERIFY(replies);
  for (int i = 0; i < 20'000; ++i)
    QCOMPARE((*replies)[size_t(i)].asInt(), i * 2);
  QVERIFY(session.read().pipeline(std::span<const Command>(), {})->empty());
}

void TestSessionCalls::carriesLargeValues() {
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  QByteArray value(30'000'000, 'x');
  for (qsizetype i = 0; i < value.size(); i += 997)
    value[i] = char(i);
  qint64 sent = 0, received = 0, tellings = 0;
  CallOptions options;
  options.progress = [&](qint64 out, qint64 in) {
    QVERIFY(out >= sent && in >= received);
    sent = out;
    received = in;
    ++tellings;
  };
  QVERIFY(session.write().call(Command::of("SET", "big", value), {}, options));
  QVERIFY(sent > 29'000'000);
  sent = 0;
  const auto reply = session.read().call(Command::of("GET", "big"), {}, options);
  QVERIFY(reply);
  QVERIFY(reply->bytes == value);
  QVERIFY(received > 29'000'000);
  QVERIFY(tellings <= 2 * 30'000'000 / (64 * 1024) + 2);
}

void TestSessionCalls::keepsErrorsOfAPipelineInPlace() {
  m_server.run({"SET", "text", "x"});
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  const auto replies = session.read().pipeline(
      {Command::of("GET", "text"), Command::of("HGET", "text", "f"), Command::of("TYPE", "text")}, {});
  QVERIFY(replies);
  QCOMPARE((*replies)[0].bytes, QByteArray("x"));
  QCOMPARE((*replies)[1].error()->code, QByteArray("WRONGTYPE"));
  QCOMPARE((*replies)[2].bytes, QByteArray("string"));
  const auto single = session.read().call(Command::of("HGET", "text", "f"), {});
  QCOMPARE(single.error().kind, ErrorKind::Server);
  QCOMPARE(single.error().code, QByteArray("WRONGTYPE"));
}

void TestSessionCalls::readSessionsSendNoWrite() {
  StallingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  const qint64 before = proxy.passed(Direction::ToServer);
  ReadSession &read = session.read();
  QCOMPARE(read.call(Command::of("SET", "k", "v"), {}).error().kind, ErrorKind::Denied);
  QCOMPARE(read.call(Command::of("EVAL", "return 1", 0), {}).error().kind, ErrorKind::Denied);
  QCOMPARE(read.call(Command::of("MULTI"), {}).error().kind, ErrorKind::Denied);
  QCOMPARE(read.pipeline({Command::of("GET", "k"), Command::of("DEL", "k")}, {}).error().kind,
           ErrorKind::Denied);
  QVERIFY(read.call(Command::of("PING"), {}));
  QCOMPARE(proxy.passed(Direction::ToServer) - before, qint64(sizeof("*1\r\n$4\r\nPING\r\n") - 1));
}

void TestSessionCalls::viewersSendNoWrite() {
  StallingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint(), Role::Viewer);
  QVERIFY(session.connect());
  const qint64 before = proxy.passed(Direction::ToServer);
  for (const char *verb : {"eval",   "EVALSHA", "script",  "del",   "unlink", "set",     "persist", "incr",
                           "rename", "hset",    "hmset",   "hdel",  "lpush",  "rpush",   "lpop",    "rpop",
                           "lrem",   "lset",    "ltrim",   "sadd",  "srem",   "zadd",    "zrem",    "xadd",
                           "xtrim",  "linsert", "publish", "multi", "exec",   "flushall"}) {
    const auto reply = session.write().call(Command::of(verb, "k", "v"), {});
    QVERIFY2(!reply && reply.error().kind == ErrorKind::Denied, verb);
  }
  QCOMPARE(proxy.passed(Direction::ToServer), before);
  QVERIFY(session.write().call(Command::of("GET", "k"), {}));
}

void TestSessionCalls::sendsNothingThatChangesTheConnection() {
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  for (const char *verb : {"SELECT", "AUTH", "HELLO", "RESET", "SUBSCRIBE", "MONITOR", "QUIT"}) {
    const auto reply = session.write().call(Command::of(verb, 1), {});
    QVERIFY2(!reply && reply.error().kind == ErrorKind::Unsupported, verb);
  }
}

void TestSessionCalls::undoesWhatAJobLeftOpen() {
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  QVERIFY(session.write().pipeline(
      {Command::of("WATCH", "k"), Command::of("MULTI"), Command::of("SET", "k", 1)}, {}));
  session.connection().tidy({});
  QCOMPARE(session.read().call(Command::of("GET", "k"), {}), Reply::nil());
  QVERIFY(session.read().call(Command::of("WATCH", "k"), {}));
  session.connection().tidy({});
  m_server.run({"SET", "k", "theirs"});
  const auto replies = session.write().pipeline(
      {Command::of("MULTI"), Command::of("SET", "k", "ours"), Command::of("EXEC")}, {});
  QVERIFY(replies);
  QVERIFY(replies->back().isArray());
}

void TestSessionCalls::staysSoundAfterACancelledRead() {
  m_server.run({"SET", "k", "value"});
  StallingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  proxy.limit(Scope::Open, Direction::ToClient, 3, AtLimit::Hold);
  std::stop_source stop;
  std::jthread canceller([&] {
    while (proxy.held(Direction::ToClient) == 0)
      std::this_thread::yield();
    stop.request_stop();
  });
  QCOMPARE(session.read().call(Command::of("GET", "k"), stop.get_token()).error().kind, ErrorKind::Cancelled);
  canceller.join();
  QVERIFY(session.read().isOpen());
  proxy.release();
  session.connection().tidy({});
  QCOMPARE(session.read().call(Command::of("STRLEN", "k"), {})->asInt(), 5);
  QCOMPARE(proxy.accepted(), 1);
}

void TestSessionCalls::timesOut() {
  StallingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  proxy.limit(Scope::Open, Direction::ToClient, 0, AtLimit::Hold);
  CallOptions options;
  options.timeout = 100ms;
  QCOMPARE(session.read().call(Command::of("GET", "k"), {}, options).error().kind, ErrorKind::Timeout);
  QVERIFY(!session.read().isOpen());
  QCOMPARE(session.read().call(Command::of("GET", "k"), {}).error().kind, ErrorKind::Disconnected);
}

void TestSessionCalls::givesMovingValuesTime() {
  const QByteArray value(16'000'000, 'x');
  m_server.run({"SET", "big", value});
  StallingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  CallOptions options;
  options.timeout = 500ms;
  // A little at a time, the next once that has gone, until the time-out is over; then all the rest.
  constexpr qint64 Portion = 64;
  qint64 passed = proxy.passed(Direction::ToClient);
  proxy.limit(Scope::Open, Direction::ToClient, Portion, AtLimit::Block);
  const SteadyTime start = SteadyClock::now();
  std::jthread feeder([&](const std::stop_token &stop) {
    while (SteadyClock::now() < start + 2 * *options.timeout) {
      if (!proxy.awaitPassed(Direction::ToClient, passed += Portion, stop))
        return;
      proxy.limit(Scope::Open, Direction::ToClient, Portion, AtLimit::Block);
    }
    proxy.release();
  });
  const auto reply = session.read().call(Command::of("GET", "big"), {}, options);
  QVERIFY2(reply, reply ? "" : errorKindName(reply.error().kind));
  QVERIFY(reply->bytes == value);
  QVERIFY(SteadyClock::now() - start > options.timeout);
}

void TestSessionCalls::saysWhyItWasTurnedAway() {
  RedisServer small({.arguments = {QStringLiteral("--maxclients"), QStringLiteral("2")}});
  QVERIFY2(small.start(), qPrintable(small.error()));
  test::TestSession first(small.endpoint()), second(small.endpoint()), third(small.endpoint());
  QVERIFY(first.connect());
  QVERIFY(second.connect());
  const auto refused = third.connect();
  QVERIFY(!refused);
  QCOMPARE(refused.error().kind, ErrorKind::Server);
  QVERIFY(refused.error().detail.contains(QStringLiteral("max number of clients")));
}

/// The greeting has gone out already when the server says it.
void TestSessionCalls::saysWhyItWasTurnedAwayLater() {
  LyingProxy proxy(m_server.socketPath());
  proxy.lieAbout([](const QByteArrayList &words) { return words.value(0) == "CLIENT"; },
                 {LyingProxy::Lie::HalfOfThem, LyingProxy::Lie::Says, "-ERR too many of you\r\n"});
  test::TestSession session(proxy.endpoint());
  const auto refused = session.connect();
  QVERIFY(!refused);
  QCOMPARE(refused.error().kind, ErrorKind::Server);
  QVERIFY(refused.error().detail.contains(QStringLiteral("too many of you")));
}

void TestSessionCalls::refusedPasswords_data() {
  QTest::addColumn<QString>("user");
  QTest::addColumn<QByteArray>("password");
  QTest::addColumn<bool>("taken");
  QTest::newRow("none") << QString() << QByteArray() << false;
  QTest::newRow("wrong") << QString() << QByteArray("wrong") << false;
  QTest::newRow("unknown user") << QStringLiteral("nobody") << QByteArray("secret") << false;
  QTest::newRow("right") << QString() << QByteArray("secret") << true;
  QTest::newRow("right with user") << QStringLiteral("default") << QByteArray("secret") << true;
}

void TestSessionCalls::refusedPasswords() {
  QFETCH(QString, user);
  QFETCH(QByteArray, password);
  QFETCH(bool, taken);
  RedisServer locked({.arguments = {QStringLiteral("--requirepass"), QStringLiteral("secret")}});
  QVERIFY2(locked.start(), qPrintable(locked.error()));
  test::TestSession session(locked.endpoint(), Role::Operator, {user, SecretString(password)});
  const auto connected = session.connect();
  QCOMPARE(connected.has_value(), taken);
  if (!taken) {
    QCOMPARE(connected.error().kind, ErrorKind::Auth);
    QVERIFY(!session.read().isOpen());
  }
}

void TestSessionCalls::ignoresANeedlessPassword() {
  test::TestSession session(m_server.endpoint(), Role::Operator, {{}, SecretString("needless")});
  QVERIFY(session.connect());
}

void TestSessionCalls::worksForAnAclViewer() {
  m_server.run({"SET", "bull:k", "v"});
  QCOMPARE(m_server.run(
               {"ACL", "SETUSER", "narrow", "on", ">pw", "resetkeys", "%R~bull:*", "-@all", "+get", "+auth"}),
           Reply::ofStatus("OK"));
  test::TestSession session(m_server.endpoint(), Role::Operator,
                            {QStringLiteral("narrow"), SecretString("pw")});
  QVERIFY(session.connect()); // CLIENT, INFO and TIME are refused to it
  QCOMPARE(session.read().facts().kind, ServerKind::Unknown);
  QCOMPARE(session.read().facts().clientId, -1);
  QVERIFY(!session.read().facts().clock.known);
  QCOMPARE(session.read().call(Command::of("GET", "bull:k"), {})->bytes, QByteArray("v"));
  QCOMPARE(session.read().call(Command::of("GET", "other"), {}).error().kind, ErrorKind::Denied);
  QCOMPARE(session.write().call(Command::of("SET", "bull:k", 1), {}).error().code, QByteArray("NOPERM"));
}

void TestSessionCalls::cutOffReadsAreDisconnected() {
  m_server.run({"SET", "k", "value"});
  StallingProxy proxy(m_server.socketPath());
  for (const Direction direction : {Direction::ToServer, Direction::ToClient}) {
    test::TestSession session(proxy.endpoint());
    QVERIFY(session.connect());
    proxy.limit(Scope::Open, direction, 3, AtLimit::Drop);
    QCOMPARE(session.read().call(Command::of("GET", "k"), {}).error().kind, ErrorKind::Disconnected);
  }
}

void TestSessionCalls::cutOffWritesAreUnknown_data() {
  QTest::addColumn<bool>("onTheWayThere");
  QTest::addColumn<int>("bytes");
  QTest::newRow("first byte") << true << 1;
  QTest::newRow("half the command") << true << 15;
  QTest::newRow("before the reply") << false << 1;
  QTest::newRow("half the reply") << false << 3;
}

void TestSessionCalls::cutOffWritesAreUnknown() {
  QFETCH(bool, onTheWayThere);
  QFETCH(int, bytes);
  StallingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  proxy.limit(Scope::Open, onTheWayThere ? Direction::ToServer : Direction::ToClient, bytes, AtLimit::Drop);
  const auto reply = session.write().call(Command::of("SET", "k", "v"), {});
  QVERIFY(!reply);
  QCOMPARE(reply.error().kind, ErrorKind::OutcomeUnknown);
  QCOMPARE(reply.error().code, QByteArray("Disconnected"));
  QVERIFY(!session.write().isOpen());
  QVERIFY(session.write().mark().id > 0);
}

void TestSessionCalls::connectFails_data() {
  QTest::addColumn<QString>("socket");
  QTest::addColumn<ErrorKind>("kind");
  QTest::newRow("no such file") << QStringLiteral("/nowhere/redis.sock") << ErrorKind::Disconnected;
  QTest::newRow("path too long") << QString(200, u'x') << ErrorKind::Invalid;
}

void TestSessionCalls::connectFails() {
  QFETCH(QString, socket);
  QFETCH(ErrorKind, kind);
  Endpoint endpoint;
  endpoint.socketPath = socket;
  test::TestSession session(endpoint);
  QCOMPARE(session.connect().error().kind, kind);
}

QTEST_GUILESS_MAIN(TestSessionCalls)
#include "tst_redis_session.moc"
