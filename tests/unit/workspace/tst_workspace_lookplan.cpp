// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/lookplan.h"
#include "workspace/serverlook.h"

#include <QTest>

using namespace oxp;
using namespace oxp::reader;

namespace {

constexpr qint64 Now = 1'800'000'000'000;

QueueInfo queue(const QByteArray &name) {
  return {{"bull", name}, Family::BullMq5, {}, false, {}};
}

QueueCounts counts(qint64 waiting, qint64 failed = 0, qint64 delayed = 0) {
  QueueCounts made;
  made.byState[size_t(JobState::Waiting)] = waiting;
  made.byState[size_t(JobState::Failed)] = failed;
  made.byState[size_t(JobState::Delayed)] = delayed;
  return made;
}

QueueChange change(const QByteArray &name, int failed = 0) {
  QueueChange made;
  made.queue = {"bull", name};
  made.events = 3;
  made.failed = failed;
  return made;
}

/// `a:5 b:1`: who is asked about what.
QByteArray asked(const std::vector<LookRequest> &requests) {
  QByteArrayList words;
  for (const LookRequest &request : requests)
    words << request.queue.id.name + ':' + QByteArray::number(request.parts);
  return words.join(' ');
}

void answer(LookPlan &plan, const std::vector<LookRequest> &requests) {
  for (const LookRequest &request : requests) {
    QueueLook look;
    look.failures.emplace(Now);
    look.failures->add(Now, 2);
    look.oldestWaiting = Now - 1'000;
    look.nextDelayed = Now + 1'000;
    plan.apply(request, look);
  }
}

} // namespace

/// What the overview asks, and what it does not ask.
class TestLookPlan : public QObject {
  Q_OBJECT

private slots:
  void asksOnlyWhereThereIsSomething();
  void asksNothingTwice();
  void asksAgainWhatMoved();
  void eventsMakeDue();
  void theScreenComesFirst();
  void isCompleteWhenAllWereSeen();
  void givesBackWhatWasNotAnswered();
  void forgetsQueuesThatAreGone();
  void readsInfo();
  void tellsWhatIsNotSaved_data();
  void tellsWhatIsNotSaved();
};

void TestLookPlan::asksOnlyWhereThereIsSomething() {
  LookPlan plan;
  plan.setQueues({queue("a"), queue("b"), queue("c"), queue("d")});
  QCOMPARE(asked(plan.take({}, 9)), ""); // not counted yet
  plan.applyCounts({"bull", "a"}, counts(0), Now);
  plan.applyCounts({"bull", "b"}, counts(1, 1, 1), Now);
  plan.applyCounts({"bull", "c"}, counts(0, 3), Now);
  QCOMPARE(plan.facts({"bull", "a"}).failures, FailureBars(Now)); // known without a question
  QVERIFY(!plan.facts({"bull", "b"}).failures);
  QCOMPARE(asked(plan.take({}, 9)), "b:7 c:1");
}

void TestLookPlan::asksNothingTwice() {
  LookPlan plan;
  plan.setQueues({queue("a")});
  plan.applyCounts({"bull", "a"}, counts(1), Now);
  const auto first = plan.take({}, 9);
  QCOMPARE(asked(first), "a:2");
  QCOMPARE(asked(plan.take({}, 9)), "");
  answer(plan, first);
  QCOMPARE(asked(plan.take({}, 9)), "");
  plan.applyCounts({"bull", "a"}, counts(1), Now);
  QVERIFY(!plan.hasDue());
}

void TestLookPlan::asksAgainWhatMoved() {
  LookPlan plan;
  plan.setQueues({queue("a")});
  const QueueId id{"bull", "a"};
  plan.applyCounts(id, counts(2, 2, 2), Now);
  answer(plan, plan.take({}, 9));
  QCOMPARE(plan.facts(id).failures->inHour(Now), 2);
  plan.applyCounts(id, counts(2, 3, 2), Now);
  const auto failures = plan.take({}, 9);
  QCOMPARE(asked(failures), "a:1");
  plan.applyCounts(id, counts(1, 3, 2), Now); // while it is asked
  QVERIFY(!plan.hasDue());
  answer(plan, failures);
  const auto oldest = plan.take({}, 9);
  QCOMPARE(asked(oldest), "a:2");
  answer(plan, oldest);
  plan.applyCounts(id, counts(0, 0, 0), Now);
  QVERIFY(!plan.hasDue());
  QCOMPARE(plan.facts(id), (QueueFacts{FailureBars(Now), 0, 0, {}, {}}));
}

void TestLookPlan::eventsMakeDue() {
  LookPlan plan;
  plan.setQueues({queue("a"), queue("b")});
  plan.applyCounts({"bull", "a"}, counts(1, 1, 0), Now);
  plan.applyCounts({"bull", "b"}, counts(0, 1, 1), Now);
  answer(plan, plan.take({}, 9));
  plan.applyChange(change("a"));
  QCOMPARE(asked(plan.take({}, 9)), "a:2");
  plan.applyChange(change("b", 1));
  QCOMPARE(asked(plan.take({}, 9)), "b:5");
  QueueChange resync;
  resync.queue = {"bull", "b"};
  resync.resync = true;
  plan.applyChange(resync);
  QVERIFY(!plan.hasDue()); // its counts are read anew, and tell
}

void TestLookPlan::theScreenComesFirst() {
  LookPlan plan;
  std::vector<QueueInfo> queues;
  for (char name = 'a'; name <= 'f'; ++name)
    queues.push_back(queue(QByteArray(1, name)));
  plan.setQueues(queues);
  for (const QueueInfo &each : queues)
    plan.applyCounts(each.id, counts(1), Now);
  QCOMPARE(asked(plan.take({{"bull", "e"}, {"bull", "c"}}, 3)), "e:2 c:2 a:2");
  QCOMPARE(asked(plan.take({{"bull", "e"}}, 3)), "b:2 d:2 f:2");
}

void TestLookPlan::isCompleteWhenAllWereSeen() {
  LookPlan plan;
  plan.setQueues({queue("a"), queue("b")});
  QVERIFY(!plan.isComplete());
  plan.applyCounts({"bull", "a"}, counts(1), Now);
  const auto some = plan.take({}, 9);
  plan.applyCounts({"bull", "b"}, counts(0), Now);
  QVERIFY(!plan.isComplete());
  answer(plan, some);
  QVERIFY(plan.isComplete());
  plan.applyCounts({"bull", "a"}, counts(2), Now);
  QVERIFY(plan.isComplete()); // it was once
  plan.setQueues({queue("a"), queue("b"), queue("c")});
  QVERIFY(!plan.isComplete());
}

void TestLookPlan::givesBackWhatWasNotAnswered() {
  LookPlan plan;
  plan.setQueues({queue("a")});
  plan.applyCounts({"bull", "a"}, counts(1, 1), Now);
  const auto requests = plan.take({}, 9);
  plan.giveBack(requests);
  QVERIFY(!plan.isComplete());
  QCOMPARE(asked(plan.take({}, 9)), "a:3");
}

void TestLookPlan::forgetsQueuesThatAreGone() {
  LookPlan plan;
  plan.setQueues({queue("a"), queue("b")});
  for (const char *name : {"a", "b"})
    plan.applyCounts({"bull", name}, counts(0, 1), Now);
  const auto requests = plan.take({}, 9);
  plan.setQueues({queue("b")});
  answer(plan, requests);
  QVERIFY(!plan.facts({"bull", "a"}).failures);
  QVERIFY(plan.facts({"bull", "b"}).failures);
  QVERIFY(plan.isComplete());
}

void TestLookPlan::readsInfo() {
  QCOMPARE(serverLook(""), ServerLook());
  const ServerLook look =
      serverLook("# Server\r\nredis_version:7.2.4\r\nuptime_in_seconds:3542400\r\n"
                 "connected_clients:143\r\nused_memory:1820000000\r\nmaxmemory:4000000000\r\n"
                 "maxmemory_policy:allkeys-lru\r\nloading:0\r\n"
                 "rdb_last_save_time:1764460000\r\nrdb_last_bgsave_status:ok\r\n"
                 "aof_enabled:1\r\naof_last_write_status:ok\r\nrole:master\r\n"
                 "connected_slaves:1\r\n");
  QCOMPARE(look.version, "7.2.4");
  QCOMPARE(look.role, "master");
  QCOMPARE(look.replicas, 1);
  QCOMPARE(look.uptimeSeconds, 3'542'400);
  QCOMPARE(look.clients, 143);
  QCOMPARE(look.usedMemory, 1'820'000'000);
  QCOMPARE(look.maxMemory, 4'000'000'000);
  QVERIFY(look.evicts() && look.appendsToFile && !look.saveFailed && !look.loading);
  QCOMPARE(look.lastSave, 1'764'460'000);
  QVERIFY(serverLook("rdb_last_bgsave_status:err\r\n").saveFailed);
  QVERIFY(serverLook("aof_enabled:1\r\naof_last_write_status:err\r\n").saveFailed);
  QVERIFY(!serverLook("aof_enabled:0\r\naof_last_write_status:err\r\n").saveFailed);
}

void TestLookPlan::tellsWhatIsNotSaved_data() {
  QTest::addColumn<QByteArray>("more");
  QTest::addColumn<bool>("unsaved");
  QTest::addColumn<qint64>("lastSave");
  const QByteArray changed = "rdb_changes_since_last_save:7\r\n";
  const QByteArray started = "rdb_last_save_time:1764460000\r\n", hours = "uptime_in_seconds:7200\r\n";
  const QByteArray now = "server_time_usec:1764467200500000\r\n"; // 7200 s later
  const qint64 said = 1'764'460'000;
  QTest::newRow("hours without a snapshot") << now + hours + started + changed << true << qint64(0);
  QTest::newRow("by a server that counts them") << now + hours + started + changed + "rdb_saves:0\r\n"
                                                << true << qint64(0);
  QTest::newRow("nothing has changed") << now + hours + started << false << qint64(0);
  QTest::newRow("it has just begun to") << now + hours + started + changed + "rdb_bgsave_in_progress:1\r\n"
                                        << false << qint64(0);
  QTest::newRow("by AOF") << now + hours + started + changed + "aof_enabled:1\r\n" << false << qint64(0);
  QTest::newRow("it may still come") << "server_time_usec:1764461000500000\r\nuptime_in_seconds:1000\r\n" +
                                            started + changed
                                     << false << qint64(0);
  QTest::newRow("saved, long ago") << now + "uptime_in_seconds:90000\r\n" + started + changed << false
                                   << said;
  QTest::newRow("saved at once") << now + hours + started + changed + "rdb_saves:1\r\n" << false << said;
  QTest::newRow("who does not tell its time is believed") << hours + started + changed << false << said;
}

/// Before the first snapshot the time of the last one is that of the start.
void TestLookPlan::tellsWhatIsNotSaved() {
  QFETCH(QByteArray, more);
  const ServerLook look = serverLook(more);
  QTEST(look.unsaved, "unsaved");
  QTEST(look.lastSave, "lastSave");
}

QTEST_GUILESS_MAIN(TestLookPlan)
#include "tst_workspace_lookplan.moc"
