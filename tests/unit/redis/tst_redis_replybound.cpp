// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/readbatch.h"
#include "redis/replybound.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <vector>

using namespace oxp;

namespace {

constexpr qint64 MiB = 1024 * 1024;
/// The longest value and some shorter ones.
constexpr qint64 MostOpen = LongestValue + 16 * MiB;

} // namespace

/// What a reply may hold follows from what was asked for.
class TestReplyBound : public QObject {
  Q_OBJECT

private slots:
  void followsFromTheCommand_data();
  void followsFromTheCommand();
  void knownValuesAreBoundByTheirLength();
  void takesTheLongestValueBesideOthers();
  void repliesShareABound();
  void batchTakesItsWidest();
};

void TestReplyBound::followsFromTheCommand_data() {
  QTest::addColumn<QByteArrayList>("words");
  QTest::addColumn<qint64>("items");
  QTest::addColumn<qint64>("mostBytes");
  const auto row = [](const char *command, qint64 items, qint64 mostBytes) {
    QTest::newRow(command) << QByteArray(command).split(' ') << items << mostBytes;
  };
  row("LLEN k", 0, MiB);
  row("hset k f v", 0, MiB);
  row("ZSCORE k m", 0, MiB);
  row("TIME", 2, MiB);
  row("GET k", 0, MostOpen);
  row("HGET k f", 0, MostOpen);
  row("HMGET k a b c", 3, MostOpen);
  row("ZRANGE k 0 99", 100, 17 * MiB);
  row("ZRANGE k 0 99 WITHSCORES", 200, 17 * MiB);
  row("ZRANGE k 100 199", 100, 17 * MiB);
  row("ZREVRANGE k -50 -1", 50, 17 * MiB);
  row("ZRANGE k 5 2", 0, 17 * MiB);
  row("ZRANGE k 0 -1", 262'144, 2048 * MiB);
  row("LRANGE k -51 -2", 50, MostOpen);
  row("ZRANGEBYSCORE k 0 9 LIMIT 0 20", 20, 17 * MiB);
  row("ZRANGEBYSCORE k 0 9 WITHSCORES LIMIT 0 20", 20, 17 * MiB);
  row("ZRANGEBYSCORE k 0 9", 262'144, 2048 * MiB);
  row("SCAN 0 COUNT 1000", 85'536, 512 * MiB);
  row("HGETALL k", 262'144, MostOpen);
  row("CLIENT LIST", 0, 64 * MiB);
  row("INFO server", 0, 64 * MiB);
  row("EVALSHA sha 1 k a", 4'101, 16 * MiB);
  row("WHATEVER", 65'536, 16 * MiB);
}

void TestReplyBound::followsFromTheCommand() {
  QFETCH(QByteArrayList, words);
  QFETCH(qint64, items);
  QFETCH(qint64, mostBytes);
  const ReplyBound bound = boundFor(Command(std::vector<QByteArray>(words.begin(), words.end())));
  QCOMPARE(bound.items, items);
  QVERIFY2(bound.bytes > 0 && bound.bytes <= mostBytes, QByteArray::number(bound.bytes).constData());
}

void TestReplyBound::knownValuesAreBoundByTheirLength() {
  const Command get = Command::of("HGET", "k", "data");
  QCOMPARE(boundFor(get, 5 * MiB).bytes, 21 * MiB);
  QCOMPARE(boundFor(get, 0).bytes, MostOpen);
  QCOMPARE(boundFor(Command::of("LLEN", "k"), 5 * MiB), boundFor(Command::of("LLEN", "k")));
}

void TestReplyBound::takesTheLongestValueBesideOthers() {
  QVERIFY(boundFor(Command::of("HMGET", "k", "data", "timestamp")).bytes >= LongestValue + 13);
  QVERIFY(boundFor(Command::of("HGETALL", "k")).bytes >= LongestValue + MiB);
}

void TestReplyBound::repliesShareABound() {
  const std::vector<Command> values(200, Command::of("HMGET", "k", "name", "failedReason"));
  QCOMPARE(bytesTogether(values), 2 * LongestValue);
  QCOMPARE(bytesTogether(values, 5 * MiB), 21 * MiB);
  const Command ids = Command::of("ZRANGE", "k", 0, -1);
  const std::array mixed{values.front(), ids};
  QCOMPARE(bytesTogether(mixed), std::max(2 * LongestValue, boundFor(ids).bytes));
  QCOMPARE(bytesTogether(mixed, 5 * MiB), boundFor(ids).bytes); // less than one of them may hold is no bound
}

void TestReplyBound::batchTakesItsWidest() {
  ReadBatch batch;
  QCOMPARE(batch.bound(), ReplyBound());
  batch.add(Command::of("ZRANGE", "k", 0, 9));
  QCOMPARE(batch.bound(), boundFor(Command::of("ZRANGE", "k", 0, 9)));
  batch.add(ReadShape(Command::of("HMGET", "", "a", "b")), "k", "1");
  QCOMPARE(batch.bound().items, 10);
  QCOMPARE(batch.bound().bytes, MostOpen);
  batch.clear();
  batch.add(Command::of("LLEN", "k"));
  QCOMPARE(batch.bound(), boundFor(Command::of("LLEN", "k")));
}

QTEST_GUILESS_MAIN(TestReplyBound)
#include "tst_redis_replybound.moc"
