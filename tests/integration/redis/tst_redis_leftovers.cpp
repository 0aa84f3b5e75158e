// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/redisserver.h"
#include "fakes/redis/stallingproxy.h"
#include "fakes/redis/testsession.h"
#include "redis/readpartner.h"
#include "redis/readstream.h"

#include <QTest>

#include <poll.h>
#include <thread>

using namespace oxp;
using namespace oxp::test;
using namespace std::chrono_literals;
using Direction = StallingProxy::Direction;
using AtLimit = StallingProxy::AtLimit;
using Scope = StallingProxy::Scope;

namespace {

bool isReadable(int descriptor) {
  pollfd watched{descriptor, POLLIN, 0};
  return ::poll(&watched, 1, 0) == 1;
}

Listener quietListener() {
  Listener listener;
  listener.message = [](const QByteArray &, const QByteArray &, const QByteArray &) {};
  listener.beat = [] {};
  return listener;
}

} // namespace

/// What an exchange that was broken off leaves: a connection that is fit for the next one, or none.
class TestLeftovers : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void init();

  void onlyWhatIsOwedIsTakenIn();
  void cancelledWatchIsUndone();
  void refusedWatchForgetsNoOther();
  void lateRepliesAreNotUnasked();
  void writeThatNeverWentOutIsNoRiddle();
  void halfSentReadsEndTheConnection();
  void halfSentStreamsEndTheConnection();
  void cancelledStreamsLeaveASoundSession();
  void droppedBatchesAreNotAnswered();
  void valuesThatTrickleAreGivenUp();
  void whatIsStillListenedToEndsTheConnection();
  void oneRefusedPatternEndsNoListening();

private:
  /// Sends the commands and takes it back once some of the replies' bytes are held.
  void cancelOnceHeld(test::TestSession &session, std::initializer_list<Command> commands);
  /// A transaction goes through although somebody else has changed `k`: nothing is watched any more.
  void watchesNothing(test::TestSession &session);

  RedisServer m_server;
  std::unique_ptr<StallingProxy> m_proxy;
};

void TestLeftovers::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
}

void TestLeftovers::init() {
  m_server.run({"FLUSHALL"});
  m_server.run({"SET", "k", "value"});
  m_proxy = std::make_unique<StallingProxy>(m_server.socketPath());
}

void TestLeftovers::cancelOnceHeld(test::TestSession &session, std::initializer_list<Command> commands) {
  std::stop_source stop;
  std::jthread canceller([&] {
    while (m_proxy->held(Direction::ToClient) == 0)
      std::this_thread::yield();
    stop.request_stop();
  });
  const auto replies = session.read().pipeline(commands, stop.get_token());
  canceller.join();
  QVERIFY(!replies);
  QCOMPARE(replies.error().kind, ErrorKind::Cancelled);
  QVERIFY(session.read().isOpen());
}

/// Those that came before the cancelling are not waited for again.
void TestLeftovers::onlyWhatIsOwedIsTakenIn() {
  m_server.run({"SET", "big", QByteArray(2'000'000, 'x')});
  test::TestSession session(m_proxy->endpoint());
  QVERIFY(session.connect());
  // More than sockets hold: when this much has passed, the first reply has been taken in.
  m_proxy->limit(Scope::Open, Direction::ToClient, 1'500'000, AtLimit::Hold);
  cancelOnceHeld(session,
                 {Command::of("STRLEN", "k"), Command::of("GET", "big"), Command::of("EXISTS", "k")});
  m_proxy->release();
  QCOMPARE(session.read().call(Command::of("GET", "k"), {})->bytes, QByteArray("value"));
}

void TestLeftovers::watchesNothing(test::TestSession &session) {
  session.connection().tidy({});
  m_server.run({"SET", "k", "theirs"});
  const auto replies = session.write().pipeline(
      {Command::of("MULTI"), Command::of("SET", "k", "ours"), Command::of("EXEC")}, {});
  QVERIFY(replies);
  QVERIFY(replies->back().isArray());
}

void TestLeftovers::cancelledWatchIsUndone() {
  test::TestSession session(m_proxy->endpoint());
  QVERIFY(session.connect());
  m_proxy->limit(Scope::Open, Direction::ToClient, 0, AtLimit::Hold);
  cancelOnceHeld(session, {Command::of("WATCH", "k"), Command::of("GET", "k")});
  m_proxy->release();
  QVERIFY(session.read().call(Command::of("PING"), {})); // takes in what is owed, however long that takes
  watchesNothing(session);
}

void TestLeftovers::refusedWatchForgetsNoOther() {
  test::TestSession session(m_proxy->endpoint());
  QVERIFY(session.connect());
  QVERIFY(session.read().call(Command::of("WATCH", "k"), {}));
  QVERIFY(!session.read().call(Command::of("WATCH"), {})); // of nothing
  watchesNothing(session);
}

void TestLeftovers::lateRepliesAreNotUnasked() {
  test::TestSession session(m_proxy->endpoint());
  QVERIFY(session.connect());
  m_proxy->limit(Scope::Open, Direction::ToClient, 0, AtLimit::Hold);
  cancelOnceHeld(session, {Command::of("GET", "k")});
  m_proxy->release();
  QTRY_VERIFY(isReadable(session.connection().descriptor()));
  QVERIFY(session.connection().checkIdle());
  QCOMPARE(session.read().call(Command::of("STRLEN", "k"), {})->asInt(), 5);
}

void TestLeftovers::writeThatNeverWentOutIsNoRiddle() {
  test::TestSession session(m_proxy->endpoint());
  QVERIFY(session.connect());
  m_proxy->dropAll();
  QTRY_VERIFY(isReadable(session.connection().descriptor()));
  const auto reply = session.write().call(Command::of("SET", "k", "ours"), {});
  QCOMPARE(reply.error().kind, ErrorKind::Disconnected);
  QCOMPARE(session.write().writes(), 0);
}

void TestLeftovers::halfSentReadsEndTheConnection() {
  test::TestSession session(m_proxy->endpoint());
  QVERIFY(session.connect());
  m_proxy->limit(Scope::Open, Direction::ToServer, 0, AtLimit::Block);
  std::stop_source stop;
  CallOptions options;
  options.progress = [&](qint64, qint64) { stop.request_stop(); };
  const auto reply =
      session.read().call(Command::of("GET", QByteArray(5'000'000, 'k')), stop.get_token(), options);
  QCOMPARE(reply.error().kind, ErrorKind::Cancelled);
  QVERIFY(!session.read().isOpen());
}

void TestLeftovers::halfSentStreamsEndTheConnection() {
  test::TestSession session(m_proxy->endpoint());
  QVERIFY(session.connect());
  m_proxy->limit(Scope::Open, Direction::ToServer, 0, AtLimit::Block);
  {
    ReadStream stream(session.read(), {});
    ReadBatch batch;
    batch.add(Command::of("GET", QByteArray(5'000'000, 'k')));
    QVERIFY(stream.send(batch));
  }
  QVERIFY(!session.read().isOpen());
}

void TestLeftovers::cancelledStreamsLeaveASoundSession() {
  test::TestSession session(m_proxy->endpoint());
  QVERIFY(session.connect());
  m_proxy->limit(Scope::Open, Direction::ToClient, 0, AtLimit::Hold);
  {
    std::stop_source stop;
    ReadStream stream(session.read(), stop.get_token());
    ReadBatch batch;
    batch.add(Command::of("GET", "k"));
    QVERIFY(stream.send(batch));
    std::jthread canceller([&] {
      while (m_proxy->held(Direction::ToClient) == 0)
        std::this_thread::yield();
      stop.request_stop();
    });
    FlatReplies replies;
    QCOMPARE(stream.receive(replies).error().kind, ErrorKind::Cancelled);
  }
  QVERIFY(session.read().isOpen());
  m_proxy->release();
  QCOMPARE(session.read().call(Command::of("STRLEN", "k"), {})->asInt(), 5);
}

/// What was asked before is no answer to what is asked now.
void TestLeftovers::droppedBatchesAreNotAnswered() {
  test::TestSession session(m_proxy->endpoint());
  QVERIFY(session.connect());
  m_proxy->limit(Scope::Open, Direction::ToClient, 0, AtLimit::Hold);
  ReadPartner partner;
  std::jthread helper([&](const std::stop_token &stop) { (void)partner.serve(session.read(), stop); });
  const auto batchOf = [](const Command &command) {
    ReadBatch batch;
    batch.add(command);
    return batch;
  };
  partner.send(batchOf(Command::of("GET", "k")));
  QTRY_VERIFY(m_proxy->held(Direction::ToClient) > 0);
  partner.drop();
  QVERIFY(!partner.isReady());
  partner.send(batchOf(Command::of("STRLEN", "k")));
  m_proxy->release();
  FlatReplies replies;
  QVERIFY(partner.receive(replies, {}));
  QCOMPARE(replies.pieces().size(), 1U);
  QCOMPARE(replies.pieces()[0].type, Reply::Type::Integer);
  QVERIFY(partner.isReady());
  partner.close();
}

/// Bytes that keep coming do not keep a value for ever.
void TestLeftovers::valuesThatTrickleAreGivenUp() {
  m_server.run({"SET", "slow", QByteArray(3'000, 'x')});
  test::TestSession session(m_proxy->endpoint());
  QVERIFY(session.connect());
  m_proxy->limit(Scope::Open, Direction::ToClient, 10, AtLimit::Block);
  std::jthread feeder([&](const std::stop_token &stop) {
    while (!stop.stop_requested()) {
      std::this_thread::sleep_for(10ms);
      m_proxy->limit(Scope::Open, Direction::ToClient, 10, AtLimit::Block);
    }
  });
  CallOptions options;
  options.timeout = 300ms;
  QCOMPARE(session.read().call(Command::of("GET", "slow"), {}, options).error().kind, ErrorKind::Timeout);
}

/// The end of each of the patterns is waited for.
void TestLeftovers::whatIsStillListenedToEndsTheConnection() {
  test::TestSession session(m_proxy->endpoint());
  QVERIFY(session.connect());
  std::stop_source stop;
  int subscribed = 0;
  Listener listener = quietListener();
  listener.subscribed = [&](const QByteArray &) {
    if (++subscribed < 2)
      return;
    const QByteArray oneEnd = "*3\r\n$12\r\npunsubscribe\r\n$3\r\na.*\r\n:1\r\n";
    m_proxy->limit(Scope::Open, Direction::ToClient, oneEnd.size(), AtLimit::Hold);
    stop.request_stop();
  };
  const std::vector<QByteArray> patterns{"a.*", "b.*"};
  QCOMPARE(session.read().listen(patterns, listener, stop.get_token()).error().kind, ErrorKind::Cancelled);
  QVERIFY(!session.read().isOpen());
}

void TestLeftovers::oneRefusedPatternEndsNoListening() {
  m_server.run({"ACL", "SETUSER", "half", "on", ">pw", "~*", "+@all", "resetchannels", "&a.*"});
  test::TestSession session(m_proxy->endpoint(), Role::Operator,
                            {QStringLiteral("half"), SecretString("pw")});
  QVERIFY(session.connect());
  std::stop_source stop;
  Listener listener = quietListener();
  listener.subscribed = [&](const QByteArray &pattern) {
    QCOMPARE(pattern, QByteArray("a.*"));
    m_server.run({"PUBLISH", "a.x", "hello"}); // behind the answer to the other pattern
  };
  QByteArray heard;
  listener.message = [&](const QByteArray &, const QByteArray &channel, const QByteArray &payload) {
    heard = channel + ' ' + payload;
    stop.request_stop();
  };
  const std::vector<QByteArray> patterns{"a.*", "b.*"};
  QCOMPARE(session.read().listen(patterns, listener, stop.get_token()).error().kind, ErrorKind::Cancelled);
  QCOMPARE(heard, QByteArray("a.x hello"));
  QCOMPARE(session.read().call(Command::of("GET", "k"), {})->bytes, QByteArray("value"));
}

QTEST_GUILESS_MAIN(TestLeftovers)
#include "tst_redis_leftovers.moc"
