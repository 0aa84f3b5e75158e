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

namespace {

/// Never kills, so that only waiting is seen.
FenceOptions patient() {
  return {.killAfter = 1h, .giveUpAfter = 20s};
}

} // namespace

/// A proxy swallows a write, the client loses patience and comes back, and only then is the write passed on.
class TestFence : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void init();

  void waitsForAHeldWrite();
  void killsAfterAWhile();
  void givesUpWhereItMayNotKill();
  void saysWhenItMayNotLook();
  void aRestartedServerHoldsNothing();
  void needsAnId();
  void canBeCancelled();
  void looksThroughTheWholeListWhereThereIsNoOther();
  void longerIdsAreOthers();

private:
  /// Leaves a `SET k held` in the proxy, given up by its sender.
  ClientMark holdWrite(StallingProxy &proxy, const Credentials &credentials = {});

  RedisServer m_server;
};

void TestFence::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
}

void TestFence::init() {
  m_server.run({"SET", "k", "old"});
}

ClientMark TestFence::holdWrite(StallingProxy &proxy, const Credentials &credentials) {
  test::TestSession session(proxy.endpoint(), Role::Operator, credentials);
  if (!session.connect())
    return {};
  proxy.limit(Scope::Open, Direction::ToServer, 0, AtLimit::Hold);
  CallOptions options;
  options.timeout = 100ms;
  const auto reply = session.write().call(Command::of("SET", "k", "held"), {}, options);
  if (reply || reply.error().kind != ErrorKind::OutcomeUnknown || reply.error().code != "Timeout")
    return {};
  return session.write().mark();
}

void TestFence::waitsForAHeldWrite() {
  StallingProxy proxy(m_server.socketPath());
  const ClientMark old = holdWrite(proxy);
  QVERIFY(old.id > 0);
  QVERIFY(proxy.held(Direction::ToServer) > 0);

  test::TestSession next(proxy.endpoint());
  QVERIFY(next.connect());
  // What a plain look would say, wrongly:
  QCOMPARE(next.read().call(Command::of("GET", "k"), {})->bytes, QByteArray("old"));
  const FenceOptions shortly{.killAfter = 1h, .giveUpAfter = 200ms};
  QCOMPARE(next.write().awaitGone(old, {}, shortly), FenceState::StillThere);

  std::jthread releaser([&] { proxy.release(); });
  QCOMPARE(next.write().awaitGone(old, {}, patient()), FenceState::Gone);
  QCOMPARE(next.read().call(Command::of("GET", "k"), {})->bytes, QByteArray("held"));
}

void TestFence::killsAfterAWhile() {
  StallingProxy proxy(m_server.socketPath());
  const ClientMark old = holdWrite(proxy);
  test::TestSession next(proxy.endpoint());
  QVERIFY(next.connect());
  const FenceOptions options{.killAfter = 100ms, .giveUpAfter = 20s};
  QCOMPARE(next.write().awaitGone(old, {}, options), FenceState::Gone);
  proxy.release();
  QTRY_COMPARE(proxy.held(Direction::ToServer), 0);
  QCOMPARE(next.read().call(Command::of("GET", "k"), {})->bytes, QByteArray("old"));
}

void TestFence::givesUpWhereItMayNotKill() {
  m_server.run({"ACL", "SETUSER", "gentle", "on", ">pw", "~*", "+@all", "-client|kill"});
  const Credentials gentle{QStringLiteral("gentle"), SecretString("pw")};
  StallingProxy proxy(m_server.socketPath());
  const ClientMark old = holdWrite(proxy, gentle);
  test::TestSession next(proxy.endpoint(), Role::Operator, gentle);
  QVERIFY(next.connect());
  const FenceOptions options{.killAfter = 50ms, .giveUpAfter = 300ms};
  QCOMPARE(next.write().awaitGone(old, {}, options), FenceState::StillThere);
}

void TestFence::saysWhenItMayNotLook() {
  m_server.run({"ACL", "SETUSER", "blind", "on", ">pw", "~*", "+@all", "-client|list"});
  const Credentials blind{QStringLiteral("blind"), SecretString("pw")};
  StallingProxy proxy(m_server.socketPath());
  const ClientMark old = holdWrite(proxy, blind);
  test::TestSession next(proxy.endpoint(), Role::Operator, blind);
  QVERIFY(next.connect());
  QCOMPARE(next.write().awaitGone(old, {}, patient()).error().kind, ErrorKind::Denied);
}

void TestFence::aRestartedServerHoldsNothing() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  ClientMark old;
  {
    test::TestSession first(server.endpoint());
    QVERIFY(first.connect());
    old = first.write().mark();
  }
  QVERIFY2(server.restart(), qPrintable(server.error()));
  test::TestSession next(server.endpoint());
  QVERIFY(next.connect());
  // Ids start again: the old number may be that of anybody now.
  old.id = next.write().mark().id;
  QCOMPARE(next.write().awaitGone(old, {}, patient()), FenceState::Gone);
}

void TestFence::needsAnId() {
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  QCOMPARE(session.write().awaitGone({}, {}, patient()).error().kind, ErrorKind::Unsupported);
  QCOMPARE(session.write().awaitGone(session.write().mark(), {}, patient()).error().kind, ErrorKind::Invalid);
}

void TestFence::canBeCancelled() {
  StallingProxy proxy(m_server.socketPath());
  const ClientMark old = holdWrite(proxy);
  test::TestSession next(proxy.endpoint());
  QVERIFY(next.connect());
  std::stop_source stop;
  std::jthread canceller([&] { stop.request_stop(); });
  QCOMPARE(next.write().awaitGone(old, stop.get_token(), patient()).error().kind, ErrorKind::Cancelled);
}

/// Before Redis 6.2 CLIENT LIST takes no id.
void TestFence::looksThroughTheWholeListWhereThereIsNoOther() {
  LyingProxy proxy(m_server.socketPath());
  const auto byId = [](const QByteArrayList &words) {
    return words.value(1) == "LIST" && words.value(2) == "ID";
  };
  const LyingProxy::Lie old{LyingProxy::Lie::BeforeBytes, LyingProxy::Lie::Says, "-ERR syntax error\r\n"};
  test::TestSession next(proxy.endpoint());
  QVERIFY(next.connect());
  ClientMark mark;
  {
    test::TestSession open(m_server.endpoint());
    QVERIFY(open.connect());
    mark = open.write().mark();
    proxy.lieAbout(byId, old);
    const FenceOptions once{.killAfter = 1h, .giveUpAfter = 0ms};
    QCOMPARE(next.write().awaitGone(mark, {}, once), FenceState::StillThere);
    QVERIFY(proxy.hasLied());
  }
  proxy.lieAbout(byId, old);
  QCOMPARE(next.write().awaitGone(mark, {}, patient()), FenceState::Gone);
  QVERIFY(proxy.hasLied());
}

/// In the whole list an id stands among all others, and some begin with it.
void TestFence::longerIdsAreOthers() {
  for (int i = 0; i < 10; ++i)
    m_server.run({"PING"}); // an id each
  LyingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  ClientMark gone = session.write().mark();
  QVERIFY(gone.id >= 10);
  gone.id /= 10;
  proxy.lieAbout([](const QByteArrayList &words) { return words.value(2) == "ID"; },
                 {LyingProxy::Lie::BeforeBytes, LyingProxy::Lie::Says, "-ERR syntax error\r\n"});
  const FenceOptions once{.killAfter = 1h, .giveUpAfter = 0ms};
  QCOMPARE(session.write().awaitGone(gone, {}, once), FenceState::Gone);
  QVERIFY(proxy.hasLied());
}

QTEST_GUILESS_MAIN(TestFence)
#include "tst_redis_fence.moc"
