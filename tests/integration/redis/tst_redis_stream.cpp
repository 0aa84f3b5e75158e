// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/redisserver.h"
#include "fakes/redis/testsession.h"
#include "redis/readstream.h"

#include <QTest>

using namespace oxp;
using namespace oxp::test;
using Type = Reply::Type;

class TestStream : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanup();

  void shapesWriteTheSameBytesAsCommands();
  void takesBatchesInTheirOrder();
  void keepsThePiecesOfNestedReplies();
  void carriesLargeAndOddValues();
  void sendsNoWrite();
  void leavesASoundSessionWhenGivenUp();
  void endsWithTheStop();
  void saysThatTheServerWent();

private:
  RedisServer m_server;
};

void TestStream::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
}

void TestStream::cleanup() {
  m_server.run({"FLUSHALL"});
}

void TestStream::shapesWriteTheSameBytesAsCommands() {
  ReadBatch batch;
  const ReadShape shape(Command::of("HMGET", "any", "data", "name"));
  batch.add(shape, "bull:q:", "12");
  batch.add(shape, "", "");
  batch.add(Command::of("PING"));
  QByteArray expected;
  Command::of("HMGET", "bull:q:12", "data", "name").appendTo(expected);
  Command::of("HMGET", "", "data", "name").appendTo(expected);
  Command::of("PING").appendTo(expected);
  QCOMPARE(batch.bytes(), expected);
  QCOMPARE(batch.count(), 3);
  QVERIFY(batch.isReadOnly());
  batch.add(Command::of("DEL", "k"));
  QVERIFY(!batch.isReadOnly());
  batch.clear();
  QVERIFY(batch.isReadOnly());
  QCOMPARE(batch.count(), 0);
  QVERIFY(batch.bytes().isEmpty());
  QCOMPARE(batch.bound(), ReadBatch().bound());
}

void TestStream::takesBatchesInTheirOrder() {
  for (int i = 0; i < 2'000; ++i)
    m_server.run({"HSET", "q:" + QByteArray::number(i), "data", QByteArray(i % 977, 'x')});
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  ReadStream stream(session.read(), {});
  const ReadShape shape(Command::of("HGET", "", "data"));
  const auto send = [&](int slice) {
    ReadBatch batch;
    for (int i = slice * 100; i < slice * 100 + 100; ++i)
      batch.add(shape, "q:", QByteArray::number(i));
    return stream.send(batch).has_value();
  };
  QVERIFY(send(0));
  FlatReplies replies;
  for (int slice = 0; slice < 20; ++slice) {
    if (slice < 19)
      QVERIFY(send(slice + 1));
    QVERIFY(stream.receive(replies));
    QCOMPARE(replies.pieces().size(), 100U);
    for (size_t i = 0; i < 100; ++i)
      QCOMPARE(replies.bytes(replies.pieces()[i]).size(), (slice * 100 + int(i)) % 977);
  }
  QCOMPARE(stream.inFlight(), 0U);
}

void TestStream::keepsThePiecesOfNestedReplies() {
  m_server.run({"HSET", "job", "name", "a"});
  m_server.run({"SET", "text", "x"});
  m_server.run({"XADD", "stream", "1-1", "event", "added"});
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  ReadStream stream(session.read(), {});
  ReadBatch batch;
  batch.add(Command::of("HMGET", "job", "name", "none"));
  batch.add(Command::of("HGET", "text", "name"));
  batch.add(Command::of("XRANGE", "stream", "-", "+"));
  batch.add(Command::of("HLEN", "job"));
  QVERIFY(stream.send(batch));
  FlatReplies replies;
  QVERIFY(stream.receive(replies));
  QByteArray dump;
  for (const FlatReplies::Piece &piece : replies.pieces()) {
    dump += piece.type == Type::Array     ? '[' + QByteArray::number(piece.number)
            : piece.type == Type::Integer ? ':' + QByteArray::number(piece.number)
            : piece.type == Type::Nil     ? QByteArray("nil")
                                          : replies.bytes(piece).first(1).toByteArray();
    dump += ' ';
  }
  QCOMPARE(dump, "[2 a nil W [1 [2 1 [2 e a :1 ");
}

void TestStream::carriesLargeAndOddValues() {
  const QByteArray large = QByteArray(5'000'000, 'z') + QByteArray("\0\r\n$3\r\n", 8);
  m_server.run({"HSET", "big", "data", large});
  m_server.run({"HSET", "none", "data", ""});
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  ReadStream stream(session.read(), {});
  ReadBatch batch;
  for (const char *key : {"none", "big", "none", "missing"})
    batch.add(Command::of("HGET", key, "data"));
  QVERIFY(stream.send(batch));
  FlatReplies replies;
  QVERIFY(stream.receive(replies));
  QCOMPARE(replies.pieces().size(), 4U);
  QCOMPARE(replies.bytes(replies.pieces()[0]).size(), 0);
  QCOMPARE(replies.bytes(replies.pieces()[1]).toByteArray(), large);
  QVERIFY(!replies.bytes(replies.pieces()[2]).isNull());
  QVERIFY(replies.bytes(replies.pieces()[3]).isNull());
}

void TestStream::sendsNoWrite() {
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  ReadStream stream(session.read(), {});
  ReadBatch batch;
  batch.add(Command::of("GET", "a"));
  batch.add(ReadShape(Command::of("DEL", "a")), "a", "");
  const auto sent = stream.send(batch);
  QVERIFY(!sent);
  QCOMPARE(sent.error().kind, ErrorKind::Denied);
  QCOMPARE(stream.inFlight(), 0U);
}

void TestStream::leavesASoundSessionWhenGivenUp() {
  m_server.run({"HSET", "big", "data", QByteArray(3'000'000, 'z')});
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  const ClientMark mark = session.read().mark();
  {
    ReadStream stream(session.read(), {});
    ReadBatch batch;
    for (int i = 0; i < 3; ++i)
      batch.add(Command::of("HMGET", "big", "data", "data"));
    QVERIFY(stream.send(batch));
    QVERIFY(stream.send(batch));
    FlatReplies replies;
    QVERIFY(stream.receive(replies));
  }
  const auto pong = session.read().call(Command::of("ECHO", "x"), {});
  QVERIFY(!pong); // not among the read verbs: nothing was sent
  const auto size = session.read().call(Command::of("HSTRLEN", "big", "data"), {});
  QVERIFY(size);
  QCOMPARE(*size, Reply::ofInt(3'000'000));
  QCOMPARE(session.read().mark(), mark);
}

void TestStream::endsWithTheStop() {
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  std::stop_source stop;
  ReadStream stream(session.read(), stop.get_token());
  ReadBatch batch;
  batch.add(Command::of("PING"));
  QVERIFY(stream.send(batch));
  stop.request_stop();
  FlatReplies replies;
  const auto received = stream.receive(replies);
  QVERIFY(!received);
  QCOMPARE(received.error().kind, ErrorKind::Cancelled);
}

void TestStream::saysThatTheServerWent() {
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  ReadStream stream(session.read(), {});
  m_server.killHard();
  ReadBatch batch;
  batch.add(Command::of("PING"));
  FlatReplies replies;
  Result<void> done = stream.send(batch);
  if (done)
    done = stream.receive(replies);
  QVERIFY(!done);
  QCOMPARE(done.error().kind, ErrorKind::Disconnected);
  QVERIFY(!session.read().isOpen());
}

QTEST_GUILESS_MAIN(TestStream)
#include "tst_redis_stream.moc"
