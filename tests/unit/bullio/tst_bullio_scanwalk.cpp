// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/scanwalk.h"

#include <QTest>

using namespace oxp;

namespace {

FlatReplies numbers(std::initializer_list<qint64> values) {
  FlatReplies replies;
  for (const qint64 value : values)
    replies.add(Reply::Type::Integer, value);
  return replies;
}

FlatReplies texts(const QByteArrayList &values) {
  FlatReplies replies;
  replies.add(Reply::Type::Array, values.size());
  for (const QByteArray &value : values)
    replies.addText(Reply::Type::Bytes, value.constData(), value.size());
  return replies;
}

QByteArray written(const Command &command) {
  QByteArrayList parts(command.parts().begin(), command.parts().end());
  return parts.join(' ');
}

QByteArray idsOf(const std::deque<ScanId> &jobs) {
  QByteArrayList ids;
  for (const ScanId &job : jobs)
    ids << job.id;
  return ids.join(' ');
}

WalkRequest waiting() {
  return {{"bull", "shop"}, JobState::Waiting};
}

} // namespace

/// What is asked of the server, and what is made of its answers, without a server.
class TestScanWalk : public QObject {
  Q_OBJECT

private slots:
  void walksBothListsOfAQueue();
  void walksWaitAgainWhenTheQueueIsResumed();
  void countsNoJobTwiceForTheLimit();
  void countsAResumedQueueAnewForTheLimit();
  void letsTheServerFindWhereTheBoundsBegin_data();
  void letsTheServerFindWhereTheBoundsBegin();
  void endsBehindTheFarBound();
  void tellsARefusal();
};

void TestScanWalk::walksBothListsOfAQueue() {
  ScanWalk walk(waiting(), 100);
  QCOMPARE(walk.sizes().count(), 2);
  QVERIFY(walk.takeSizes(numbers({2, 1})));
  QCOMPARE(walk.total(), 3);
  std::deque<ScanId> ids;
  QCOMPARE(written(walk.range()), "LRANGE bull:shop:wait 0 99");
  QVERIFY(walk.takeRange(texts({"b", "0:7", "a"}), ids)); // a marker is no job
  QCOMPARE(written(walk.range()), "LRANGE bull:shop:paused 0 99");
  QVERIFY(walk.takeRange(texts({"c"}), ids));
  QVERIFY(walk.atEnd());
  QCOMPARE(idsOf(ids), "b a c");
}

/// `paused` is renamed to `wait` behind the walk's back.
void TestScanWalk::walksWaitAgainWhenTheQueueIsResumed() {
  ScanWalk walk(waiting(), 100);
  QVERIFY(walk.takeSizes(numbers({1, 3})));
  std::deque<ScanId> ids;
  QVERIFY(walk.takeRange(texts({"a"}), ids));
  QVERIFY(walk.takeRange(texts({}), ids));
  QVERIFY(!walk.atEnd());
  QCOMPARE(written(walk.range()), "LRANGE bull:shop:wait 0 99");
  QVERIFY(walk.takeRange(texts({"a", "d", "c", "b"}), ids));
  QVERIFY(walk.atEnd());
  QCOMPARE(idsOf(ids), "a a d c b");
}

void TestScanWalk::countsAResumedQueueAnewForTheLimit() {
  WalkRequest request = waiting();
  request.limit = 4;
  ScanWalk walk(request, 100);
  QVERIFY(walk.takeSizes(numbers({1, 3})));
  std::deque<ScanId> ids;
  QVERIFY(walk.takeRange(texts({"a"}), ids));
  QVERIFY(walk.takeRange(texts({}), ids));
  QVERIFY(walk.takeRange(texts({"a", "d", "c", "b", "too many"}), ids));
  QCOMPARE(idsOf(ids), "a a d c b");
}

void TestScanWalk::countsNoJobTwiceForTheLimit() {
  WalkRequest request = waiting();
  request.limit = 3;
  ScanWalk walk(request, 2);
  QVERIFY(walk.takeSizes(numbers({4, 0})));
  std::deque<ScanId> ids;
  QVERIFY(walk.takeRange(texts({"a", "b"}), ids));
  // Both are gone; ahead is the end, and the walk begins again.
  QCOMPARE(written(walk.range()), "LRANGE bull:shop:wait 0 3");
  QVERIFY(walk.takeRange(texts({"c", "d"}), ids));
  QVERIFY(!walk.atEnd());
  QCOMPARE(written(walk.range()), "LRANGE bull:shop:wait 0 1");
  QVERIFY(walk.takeRange(texts({"c", "d"}), ids));
  QVERIFY(walk.takeRange(texts({"c", "d", "e", "f"}), ids));
  QVERIFY(walk.atEnd());
  QCOMPARE(idsOf(ids), "a b c d e");
}

void TestScanWalk::letsTheServerFindWhereTheBoundsBegin_data() {
  QTest::addColumn<JobState>("state");
  QTest::addColumn<QByteArray>("first");
  QTest::addColumn<QByteArray>("second");
  QTest::newRow("newest first") << JobState::Completed
                                << QByteArray(
                                       "ZREVRANGEBYSCORE bull:shop:completed (90 10 WITHSCORES LIMIT 0 2")
                                << QByteArray("ZREVRANGE bull:shop:completed 500 503 WITHSCORES");
  QTest::newRow("lowest first") << JobState::Delayed
                                << QByteArray("ZRANGEBYSCORE bull:shop:delayed 10 (90 WITHSCORES LIMIT 0 2")
                                << QByteArray("ZRANGE bull:shop:delayed 500 503 WITHSCORES");
}

void TestScanWalk::letsTheServerFindWhereTheBoundsBegin() {
  QFETCH(JobState, state);
  QFETCH(QByteArray, first);
  QFETCH(QByteArray, second);
  WalkRequest request = waiting();
  request.state = state;
  request.min = "10";
  request.max = "(90";
  ScanWalk walk(request, 2);
  QCOMPARE(walk.sizes().count(), 2);
  QVERIFY(walk.takeSizes(numbers({40, 500})));
  QCOMPARE(walk.total(), 40);
  QCOMPARE(written(walk.range()), first);
  std::deque<ScanId> ids;
  QVERIFY(walk.takeRange(texts({"a", "50", "b", "50"}), ids));
  QCOMPARE(written(walk.range()), second);
}

void TestScanWalk::endsBehindTheFarBound() {
  WalkRequest request = waiting();
  request.state = JobState::Delayed;
  request.max = "50";
  ScanWalk walk(request, 4);
  QVERIFY(walk.takeSizes(numbers({2})));
  std::deque<ScanId> ids;
  QVERIFY(walk.takeRange(texts({"a", "10", "b", "50", "c", "51", "d", "52"}), ids));
  QVERIFY(walk.atEnd());
  QCOMPARE(idsOf(ids), "a b");
  QCOMPARE(ids[1].score, "50");
  request.max = "(50"; // an open one leaves its own score out
  ScanWalk open(request, 4);
  QVERIFY(open.takeSizes(numbers({1})));
  ids.clear();
  QVERIFY(open.takeRange(texts({"a", "10", "b", "50", "c", "51", "d", "52"}), ids));
  QVERIFY(open.atEnd());
  QCOMPARE(idsOf(ids), "a");
}

void TestScanWalk::tellsARefusal() {
  ScanWalk walk(waiting(), 100);
  FlatReplies replies;
  const QByteArray words = "NOPERM this user has no permissions to run the 'llen' command";
  replies.addText(Reply::Type::Error, words.constData(), words.size());
  replies.add(Reply::Type::Integer, 0);
  const auto taken = walk.takeSizes(replies);
  QVERIFY(!taken);
  QCOMPARE(taken.error().kind, ErrorKind::Denied);
}

QTEST_GUILESS_MAIN(TestScanWalk)
#include "tst_bullio_scanwalk.moc"
