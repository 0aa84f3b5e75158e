// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/operationsfixture.h"

#include <QtTest>

#include <algorithm>

using namespace oxp;
using namespace oxp::test;

namespace {

const Library &Six = Libraries[0], &Old = Libraries[3];

QJsonArray waiting(int count) {
  QJsonArray jobs;
  for (int i = 0; i < count; ++i)
    jobs << QJsonObject{{QStringLiteral("state"), QStringLiteral("waiting")}};
  return jobs;
}

} // namespace

Q_DECLARE_METATYPE(const Library *)

/// Pausing and resuming, whoever has paused before: no id is ever lost (bullmq-protocol 3.4).
class TstPausedLists : public QObject {
  Q_OBJECT

private slots:
  void roundTrip_data();
  void roundTrip();
  void pausedByOneResumedByOxpecker_data();
  void pausedByOneResumedByOxpecker();
  void mixedListsAreRefused_data();
  void mixedListsAreRefused();
  void manyIdsAreMergedInSteps();
  void bull4MergesBothLists();
  void tooManyAreNotMerged_data();
  void tooManyAreNotMerged();
  void pauseNeverRenamesOverIds_data();
  void pauseNeverRenamesOverIds();

private:
  QList<QByteArray> idsOf(OperationsFixture &fixture, const QueueInfo &queue) {
    QList<QByteArray> all = fixture.list(queue.id.key("wait")) + fixture.list(queue.id.key("paused"));
    all.removeIf([](const QByteArray &id) { return id.startsWith("0:"); });
    std::sort(all.begin(), all.end());
    return all;
  }
};

void TstPausedLists::roundTrip_data() {
  QTest::addColumn<int>("library");
  for (int i = 0; i < 4; ++i)
    QTest::newRow(Libraries[i].name) << i;
}

void TstPausedLists::roundTrip() {
  QFETCH(int, library);
  const Library &lib = Libraries[library];
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(lib, "mails");
  auto ids = fixture.add(lib, "mails", waiting(3));
  const Ended paused = fixture.run(operation("queue.pause", queue));
  QVERIFY2(paused.report, why(paused).constData());
  QCOMPARE(paused.report->count, 1);
  ids += fixture.add(lib, "mails", waiting(2)); // a producer that knows nothing of it
  std::sort(ids.begin(), ids.end());
  QCOMPARE(idsOf(fixture, queue), ids);
  const Ended again = fixture.run(operation("queue.pause", queue));
  QVERIFY2(again.report, why(again).constData());
  QCOMPARE(again.report->note, QByteArray("already"));
  QCOMPARE(idsOf(fixture, queue), ids);
  const Ended resumed = fixture.run(operation("queue.resume", queue));
  QVERIFY2(resumed.report, why(resumed).constData());
  QCOMPARE(fixture.run(operation("queue.resume", queue)).report->note, QByteArray("already"));
  QCOMPARE(idsOf(fixture, queue), ids);
  QVERIFY(fixture.list(queue.id.key("paused")).isEmpty());
  QCOMPARE(fixture.work(lib, "mails", 5).size(), 5); // the library's worker goes on
}

void TstPausedLists::pausedByOneResumedByOxpecker_data() {
  QTest::addColumn<int>("pausedBy");
  QTest::addColumn<int>("addedBy");
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j)
      QTest::addRow("%s, then %s adds", Libraries[i].name, Libraries[j].name) << i << j;
  }
}

void TstPausedLists::pausedByOneResumedByOxpecker() {
  QFETCH(int, pausedBy);
  QFETCH(int, addedBy);
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  auto ids = fixture.add(Libraries[pausedBy], "mixed", waiting(3), {QStringLiteral("--pause")});
  ids += fixture.add(Libraries[addedBy], "mixed", waiting(2));
  const QByteArray oldest = ids.front();
  std::sort(ids.begin(), ids.end());
  const QueueInfo queue = fixture.queue(Libraries[addedBy], "mixed");
  QCOMPARE(idsOf(fixture, queue), ids);
  const Ended resumed = fixture.run(operation("queue.resume", queue));
  QVERIFY2(resumed.report, why(resumed).constData());
  auto wait = fixture.list(queue.id.key("wait"));
  wait.removeIf([](const QByteArray &id) { return id.startsWith("0:"); });
  std::sort(wait.begin(), wait.end());
  QCOMPARE(wait, ids);
  QCOMPARE(fixture.redis({"EXISTS", queue.id.key("paused")}).integer, 0);
  QCOMPARE(fixture.redis({"HEXISTS", queue.id.key("meta"), "paused"}).integer, 0);
}

void TstPausedLists::mixedListsAreRefused_data() {
  QTest::addColumn<int>("pausedBy");
  QTest::addColumn<int>("seenAs");
  // BullMQ 6 leaves the jobs in wait, the others move them to paused: each would push where the other's
  // resume writes over.
  QTest::newRow("6 pauses, 5 pushes") << 0 << 1;
  QTest::newRow("6 pauses, 4 pushes") << 0 << 2;
  QTest::newRow("5 pauses, 6 pushes") << 1 << 0;
  QTest::newRow("4 pauses, 6 pushes") << 2 << 0;
}

void TstPausedLists::mixedListsAreRefused() {
  QFETCH(int, pausedBy);
  QFETCH(int, seenAs);
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  QJsonArray jobs = waiting(2);
  jobs.prepend(QJsonObject{{QStringLiteral("state"), QStringLiteral("failed")}});
  jobs.prepend(QJsonObject{{QStringLiteral("state"), QStringLiteral("delayed")}});
  const auto ids = fixture.add(Libraries[pausedBy], "mixed", jobs, {QStringLiteral("--pause")});
  QCOMPARE(ids.size(), 4);
  const QueueInfo queue = fixture.queue(Libraries[seenAs], "mixed");
  const Keys before = fixture.keys();
  QCOMPARE(word(fixture.run(operation("job.promote", queue, ids[0]))),
           QByteArray("WrongState/paused-list-mixed"));
  QCOMPARE(word(fixture.run(operation("job.retry", queue, ids[1]))),
           QByteArray("WrongState/paused-list-mixed"));
  QCOMPARE(differing(before, fixture.keys()), QList<QByteArray>()); // and nothing happened
  // What is offered instead works, and then the rest does too.
  QCOMPARE(word(fixture.run(operation("queue.resume", queue))), QByteArray("done"));
  QCOMPARE(word(fixture.run(operation("job.promote", queue, ids[0]))), QByteArray("done"));
  QCOMPARE(word(fixture.run(operation("job.retry", queue, ids[1]))), QByteArray("done"));
  QCOMPARE(idsOf(fixture, queue).size(), 4);
}

void TstPausedLists::manyIdsAreMergedInSteps() {
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(Six, "many");
  std::vector<QByteArray> push = {"RPUSH", queue.id.key("paused")};
  for (int i = 0; i < 20'000; ++i)
    push.push_back("p" + QByteArray::number(i));
  fixture.redis(push);
  fixture.redis({"RPUSH", queue.id.key("wait"), "w1", "w2"});
  fixture.redis({"HSET", queue.id.key("meta"), "paused", "1"});
  const Ended resumed = fixture.run(operation("queue.resume", queue));
  QVERIFY2(resumed.report, why(resumed).constData());
  QCOMPARE(fixture.redis({"LLEN", queue.id.key("wait")}).integer, 20'002);
  QCOMPARE(fixture.redis({"LLEN", queue.id.key("paused")}).integer, 0);
  QCOMPARE(fixture.redis({"XLEN", queue.id.key("events")}).integer, 1); // told once
}

void TstPausedLists::bull4MergesBothLists() {
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const auto ids = fixture.add(Old, "mixed", waiting(2), {QStringLiteral("--pause")});
  const QueueInfo queue = fixture.queue(Old, "mixed");
  fixture.redis({"RPUSH", queue.id.key("wait"), "w2", "w1"}); // w1 would be next
  const QList<QByteArray> pausedList = fixture.list(queue.id.key("paused"));
  QCOMPARE(word(fixture.run(operation("queue.resume", queue))), QByteArray("done"));
  QCOMPARE(fixture.list(queue.id.key("wait")), QList<QByteArray>({"w2", "w1"}) + pausedList);
  QVERIFY(fixture.list(queue.id.key("paused")).isEmpty());
  QCOMPARE(ids.size(), 2);
}

void TstPausedLists::tooManyAreNotMerged_data() {
  QTest::addColumn<int>("library");
  QTest::newRow("BullMQ 4") << 2;
  QTest::newRow("Bull 4") << 3;
}

/// Those in `wait` would have to move, and the server stand still: of the other list there may be any number.
void TstPausedLists::tooManyAreNotMerged() {
  QFETCH(int, library);
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(Libraries[library], "many");
  const QByteArray wait = queue.id.key("wait"), paused = queue.id.key("paused");
  const auto fill = [&](const QByteArray &many, const QByteArray &one) {
    fixture.redis({"FLUSHALL"});
    fixture.redis({"EVAL", "for i = 1, 100001 do redis.call('RPUSH', KEYS[1], i) end", "1", many});
    fixture.redis({"RPUSH", one, "one"});
  };
  fill(wait, paused);
  QCOMPARE(word(fixture.run(operation("queue.resume", queue))), QByteArray("WrongState/paused-list-mixed"));
  QCOMPARE(fixture.redis({"LLEN", wait}).integer, 100'001);
  QCOMPARE(fixture.list(paused), QList<QByteArray>{"one"});
  fill(paused, wait);
  QCOMPARE(word(fixture.run(operation("queue.resume", queue))), QByteArray("done"));
  QCOMPARE(fixture.redis({"LLEN", wait}).integer, 100'002);
  QCOMPARE(fixture.redis({"EXISTS", paused}).integer, 0);
}

void TstPausedLists::pauseNeverRenamesOverIds_data() {
  QTest::addColumn<int>("library");
  for (int i = 1; i < 4; ++i)
    QTest::newRow(Libraries[i].name) << i;
}

void TstPausedLists::pauseNeverRenamesOverIds() {
  QFETCH(int, library);
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(Libraries[library], "left");
  fixture.add(Libraries[library], "left", waiting(2));
  fixture.redis({"RPUSH", queue.id.key("paused"), "left-over"});
  const Keys before = fixture.keys();
  QCOMPARE(word(fixture.run(operation("queue.pause", queue))), QByteArray("WrongState/paused-list-mixed"));
  QCOMPARE(differing(before, fixture.keys()), QList<QByteArray>());
  QCOMPARE(word(fixture.run(operation("queue.resume", queue))),
           QByteArray("done")); // merges what was left over
  QCOMPARE(idsOf(fixture, queue).size(), 3);
  QCOMPARE(word(fixture.run(operation("queue.pause", queue))), QByteArray("done"));
  QCOMPARE(idsOf(fixture, queue).size(), 3);
}

QTEST_GUILESS_MAIN(TstPausedLists)
#include "tst_pausedlists.moc"
