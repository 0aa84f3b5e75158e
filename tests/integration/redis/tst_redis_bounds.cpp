// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/lyingproxy.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/testsession.h"
#include "redis/readstream.h"

#include <QFile>
#include <QTest>

using namespace oxp;
using namespace oxp::test;
using Lie = LyingProxy::Lie;

namespace {

/// The most memory that this program ever held, in bytes.
qint64 peakMemory() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly))
    return -1;
  for (const QByteArray &line : status.readAll().split('\n')) {
    if (line.startsWith("VmHWM:"))
      return line.mid(6).trimmed().split(' ').first().toLongLong() * 1024;
  }
  return -1;
}

constexpr qint64 MiB = 1024 * 1024;

LyingProxy::Which about(const char *verb) {
  return [verb = QByteArray(verb)](const QByteArrayList &words) { return words.value(0) == verb; };
}

} // namespace

/// A server that sends more than was asked for costs its connection, and not this program's memory.
class TestBounds : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void endsWhoSaysTooMuch_data();
  void endsWhoSaysTooMuch();
  void repliesShareABound();
  void oneReplyTooMuchIsNotTheirSum();
  void streamsAreBoundToo();
  void whatNobodyWaitsForIsBoundToo();
  void aWriteThatIsAnsweredSoIsUnknown();
  void moreRepliesThanCommands();
  void answeredBeforeItWasAsked();
  void takesWhatWasAskedFor();

private:
  RedisServer m_server;
};

void TestBounds::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
}

void TestBounds::endsWhoSaysTooMuch_data() {
  QTest::addColumn<QByteArray>("words");
  QTest::addColumn<QByteArray>("again");
  const auto row = [](const char *name, const char *words, const QByteArray &again = {}) {
    QTest::newRow(name) << QByteArray(words) << again;
  };
  row("endless array", "*2147483647\r\n", ":1\r\n");
  row("array of a few too many", "*3\r\n$1\r\na\r\n$1\r\nb\r\n$1\r\nc\r\n");
  row("arrays in arrays", "*1\r\n*100000000\r\n", "$3\r\nabc\r\n");
  row("small arrays in arrays", "*2\r\n*2\r\n:1\r\n:2\r\n*2\r\n", ":1\r\n");
  row("depth without end", "", "*1\r\n");
  row("text of a terabyte", "$1099511627776\r\n", QByteArray(65'536, 'x'));
  row("text in the array", "*2\r\n$900000000\r\n", QByteArray(65'536, 'x'));
  row("line without end", "+", QByteArray(65'536, 'x'));
  row("error without end", "-", QByteArray(65'536, 'x'));
  row("length without end", "*", QByteArray(65'536, '1'));
  row("number without end", "*2\r\n:", QByteArray(65'536, '1'));
}

void TestBounds::endsWhoSaysTooMuch() {
  QFETCH(QByteArray, words);
  QFETCH(QByteArray, again);
  LyingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  const qint64 before = peakMemory();
  proxy.lieAbout(about("HMGET"), {Lie::BeforeBytes, Lie::Says, words, again});
  const auto reply = session.read().call(Command::of("HMGET", "k", "data", "timestamp"), {});
  QVERIFY(!reply);
  QCOMPARE(reply.error().kind, ErrorKind::Protocol);
  QVERIFY2(reply.error().detail.startsWith(proxy.endpoint().display() + QStringLiteral(", HMGET: ")),
           qPrintable(reply.error().detail));
  QVERIFY(reply.error().detail.size() < 300);
  QVERIFY(!session.read().isOpen());
  QVERIFY2(peakMemory() - before < 32 * MiB, QByteArray::number(peakMemory() - before).constData());
}

/// Each reply may be as long as one value, but not all of a list's together.
void TestBounds::repliesShareABound() {
  LyingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  // The second one is only announced: it is refused by what the first one has left.
  const QByteArray text(12 * MiB, 'x');
  const QByteArray first = "*2\r\n$3\r\nabc\r\n$" + QByteArray::number(text.size()) + "\r\n" + text + "\r\n";
  proxy.lieAbout(about("HMGET"), {Lie::BeforeBytes, Lie::Says, first + "*2\r\n$3\r\nabc\r\n$12582912\r\n"});
  const std::vector<Command> rows(3, Command::of("HMGET", "k", "name", "failedReason"));
  const auto replies = session.read().pipeline(rows, {}, {.valueBytes = MiB});
  QVERIFY(!replies);
  QCOMPARE(replies.error().code, QByteArray("replies-together"));
  QCOMPARE(replies.error().detail, proxy.endpoint().display() + QStringLiteral(", HMGET: $12582912"));
  QVERIFY(!session.read().isOpen());
}

/// More than was asked for in one reply is no honest page, however little the others have left.
void TestBounds::oneReplyTooMuchIsNotTheirSum() {
  LyingProxy proxy(m_server.socketPath());
  const QByteArray text(12 * MiB, 'x');
  const QByteArray first = "*2\r\n$3\r\nabc\r\n$" + QByteArray::number(text.size()) + "\r\n" + text + "\r\n";
  for (const QByteArray &more : {QByteArray("*3\r\n$3\r\nabc\r\n"), QByteArray("*2\r\n$900000000\r\n")}) {
    test::TestSession session(proxy.endpoint());
    QVERIFY(session.connect());
    proxy.lieAbout(about("HMGET"), {Lie::BeforeBytes, Lie::Says, first + more});
    const std::vector<Command> rows(3, Command::of("HMGET", "k", "name", "failedReason"));
    const auto replies = session.read().pipeline(rows, {}, {.valueBytes = MiB});
    QVERIFY(!replies);
    QCOMPARE(replies.error().code, QByteArray("reply-bound"));
  }
}

void TestBounds::streamsAreBoundToo() {
  LyingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  proxy.lieAbout(about("HMGET"), {Lie::BeforeBytes, Lie::Says, "*2\r\n$1\r\nx\r\n*2147483647\r\n", ":1\r\n"});
  const ReadShape shape(Command::of("HMGET", "", "data", "name"));
  ReadBatch batch;
  for (int i = 0; i < 5; ++i)
    batch.add(shape, "job:", QByteArray::number(i));
  ReadStream stream(session.read(), {});
  QVERIFY(stream.send(batch));
  FlatReplies replies;
  const auto received = stream.receive(replies);
  QVERIFY(!received);
  QCOMPARE(received.error().code, QByteArray("reply-bound"));
  QVERIFY(!session.read().isOpen());
}

void TestBounds::whatNobodyWaitsForIsBoundToo() {
  LyingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  proxy.lieAbout(about("GET"), {Lie::BeforeBytes, Lie::Says, "*2\r\n:1\r\n*2147483647\r\n", ":1\r\n"});
  {
    ReadStream stream(session.read(), {});
    ReadBatch batch;
    batch.add(Command::of("GET", "k"));
    QVERIFY(stream.send(batch));
  }
  QTRY_VERIFY(proxy.hasLied());
  QCOMPARE(session.read().call(Command::of("PING"), {}).error().code, QByteArray("reply-bound"));
  QVERIFY(!session.read().isOpen());
}

void TestBounds::aWriteThatIsAnsweredSoIsUnknown() {
  LyingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  proxy.lieAbout(about("SET"), {Lie::AfterThem, Lie::Says, "*2147483647\r\n", ":1\r\n"});
  const auto reply = session.write().call(Command::of("SET", "k", "v"), {});
  QCOMPARE(reply.error().kind, ErrorKind::OutcomeUnknown);
  QCOMPARE(reply.error().code, QByteArray("Protocol"));
  QCOMPARE(session.write().writes(), 1);
  QCOMPARE(m_server.run({"GET", "k"}).bytes, QByteArray("v"));
}

void TestBounds::moreRepliesThanCommands() {
  LyingProxy proxy(m_server.socketPath());
  for (const char *verb : {"GET", "SET"}) {
    test::TestSession session(proxy.endpoint());
    QVERIFY(session.connect());
    proxy.lieAbout(about(verb), {Lie::BeforeBytes, Lie::Says, "+OK\r\n+OK\r\n"});
    const auto reply = session.write().call(Command::of(verb, "k", "other"), {});
    QCOMPARE(reply.error().kind, QByteArray(verb) == "SET" ? ErrorKind::OutcomeUnknown : ErrorKind::Protocol);
    QVERIFY(!session.read().isOpen());
  }
  QCOMPARE(m_server.run({"GET", "k"}).bytes, QByteArray("v"));
}

/// What came with the last reply, or after it, is no answer to the next command.
void TestBounds::answeredBeforeItWasAsked() {
  LyingProxy proxy(m_server.socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  // The rest of the large command waits in this program while the answer is here already.
  proxy.lieAbout(about("PING"), {Lie::AfterReply, Lie::Says, ":1\r\n"});
  const auto ping = session.read().call(Command::of("PING"), {});
  const auto set = session.write().call(Command::of("SET", "k", QByteArray(50'000'000, 'x')), {});
  QVERIFY(!ping || !set);
  QVERIFY(!session.read().isOpen());
  QCOMPARE(m_server.run({"GET", "k"}).bytes, QByteArray("v"));
}

void TestBounds::takesWhatWasAskedFor() {
  test::TestSession session(m_server.endpoint());
  QVERIFY(session.connect());
  const QByteArray value(30'000'000, 'x');
  QVERIFY(session.write().call(Command::of("HSET", "h", "data", value, "n", 1), {}));
  QVERIFY(session.read().call(Command::of("HGET", "h", "data"), {})->bytes == value);
  QVERIFY(session.read().call(Command::of("HGET", "h", "data"), {}, {.valueBytes = value.size()}));
  QCOMPARE(session.read().call(Command::of("HGETALL", "h"), {})->items.size(), 4u);
  QCOMPARE(session.read().call(Command::of("HMGET", "h", "data", "n"), {})->items.size(), 2u);
  std::vector<Command> adds;
  for (int i = 0; i < 20'000; ++i)
    adds.push_back(Command::of("ZADD", "z", i, QByteArray(200, 'i') + QByteArray::number(i)));
  QVERIFY(session.write().pipeline(adds, {}));
  QCOMPARE(session.read().call(Command::of("ZRANGE", "z", 0, 19'999, "WITHSCORES"), {})->items.size(),
           40'000u);
  QCOMPARE(session.read().call(Command::of("ZREVRANGE", "z", -20'000, -1), {})->items.size(), 20'000u);
  QCOMPARE(session.read()
               .call(Command::of("ZRANGEBYSCORE", "z", "-inf", "+inf", "LIMIT", 0, 50), {})
               ->items.size(),
           50u);
  QCOMPARE(session.read().call(Command::of("ZRANGE", "z", 0, -1), {})->items.size(), 20'000u);
  QVERIFY(session.read().call(Command::of("ZSCAN", "z", 0, "COUNT", 10'000), {}));
  m_server.run({"DEL", "k"});
}

QTEST_GUILESS_MAIN(TestBounds)
#include "tst_redis_bounds.moc"
