// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/planting.h"

#include "bullio/reader.h"
#include "fakes/redis/testsession.h"
#include "operations/compareandset.h"

#include <QCryptographicHash>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace oxp;
using namespace oxp::test;

namespace {

QByteArray payload(bool large, const char *n = "1") {
  return "{\"blob\":\"" + QByteArray(large ? ScriptDataLimit : 10, 'x') + "\",\"n\":" + n + '}';
}

} // namespace

/// What holds when the job changes between the last look and the write: the guards that stand innermost.
class TstInnerGuards : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void init() { m_queue = m_fixture->queue(Libraries[0], "orders"); }
  void editOfWhatChanged_data() { sizes(); }
  void editOfWhatChanged();
  void changedAfterTheLookAhead_data();
  void changedAfterTheLookAhead();
  void otherFieldsMayMoveOnce();
  void otherFieldsMayNotMoveForEver();
  void announcedOnlyWhatWasAnnounced();
  void oddLengthsOfTheStream_data() { sizes(); }
  void oddLengthsOfTheStream();
  void lockedBrokenJobNeedsTheTick();
  void lifoJobsGoToTheFront_data() { libraries(); }
  void lifoJobsGoToTheFront();
  void attemptsLeftAreCounted_data() { libraries(); }
  void attemptsLeftAreCounted();
  void bull4SaysWhoHoldsTheLock();
  void pushesIntoMixedListsAreRefused_data() { libraries(); }
  void pushesIntoMixedListsAreRefused();
  void startsAreCountedAnew();
  void guardsRunThoughTheBareScriptIsLoaded_data() { libraries(); }
  void guardsRunThoughTheBareScriptIsLoaded();
  void retryOfWhatHasLeftItsSet_data() { libraries(); }
  void retryOfWhatHasLeftItsSet();

private:
  static void sizes();
  static void libraries();
  void set(const std::vector<QByteArray> &parts) { m_fixture->redis(parts); }
  QByteArray key(const char *suffix) const { return m_queue.id.key(suffix); }
  QByteArray stored() { return m_fixture->redis({"HGET", key("1"), "data"}).bytes; }
  JobDetail detail() { return reader::detail(m_session->read(), m_queue, "1", {}).value_or(JobDetail()); }
  /// Carries it out as the runner does after its last look at `job`; `meanwhile` comes after the look ahead.
  Ended planned(const OperationRequest &request, const JobDetail &job,
                const std::function<void()> &meanwhile = {});

  std::unique_ptr<OperationsFixture> m_fixture;
  std::unique_ptr<TestSession> m_session;
  QueueInfo m_queue;
};

void TstInnerGuards::initTestCase() {
  m_fixture = std::make_unique<OperationsFixture>();
  QVERIFY2(m_fixture->start(), qPrintable(m_fixture->server->error()));
  m_session = std::make_unique<TestSession>(m_fixture->server->endpoint());
  QVERIFY(m_session->connect());
}

void TstInnerGuards::sizes() {
  QTest::addColumn<bool>("large");
  QTest::newRow("by script") << false;
  QTest::newRow("by WATCH") << true;
}

void TstInnerGuards::libraries() {
  QTest::addColumn<int>("library");
  for (int i = 0; i < 4; ++i)
    QTest::newRow(Libraries[i].name) << i;
}

Ended TstInnerGuards::planned(const OperationRequest &request, const JobDetail &job,
                              const std::function<void()> &meanwhile) {
  const auto bundle = m_fixture->scripts->bundleFor(m_queue.family, m_queue.version);
  PlanContext context{m_session->write(), *m_fixture->scripts, **bundle, request, job, {}};
  context.newSha1 = QCryptographicHash::hash(request.newData, QCryptographicHash::Sha1);
  const OperationSpec *spec = findOperation(request.operation);
  if (meanwhile) {
    if (spec->lookAhead)
      spec->lookAhead(context);
    meanwhile();
  }
  Ended ended{spec->plan(context), {}};
  ended.detail.theirs = context.theirs;
  m_session->connection().tidy({});
  return ended;
}

/// Looked at, then changed, then written.
void TstInnerGuards::editOfWhatChanged() {
  QFETCH(bool, large);
  const auto again = [&] {
    plant(*m_fixture, m_queue, {.state = "wait", .data = payload(large)});
    return wishFor(*m_fixture, m_queue, "job.updateData");
  };
  const OperationRequest request = again();
  const JobDetail job = detail();
  // The id was removed and added again, with the very same data.
  set({"HSET", key("1"), "timestamp", "18"});
  Keys before = m_fixture->keys();
  QCOMPARE(word(planned(request, job)), QByteArray("NotFound/other-job"));
  set({"HDEL", key("1"), "timestamp"});
  before = m_fixture->keys();
  QCOMPARE(word(planned(request, job)), QByteArray("NotFound/other-job"));
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
  // Changed, by a byte or as a whole.
  again();
  for (const QByteArray &theirs : {payload(large, "7"), QByteArray("{}"), QByteArray()}) {
    set({"HSET", key("1"), "data", theirs});
    before = m_fixture->keys();
    const Ended ended = planned(request, job);
    QCOMPARE(word(ended), QByteArray("Conflict/changed"));
    QVERIFY(ended.detail.theirs && ended.detail.theirs->data == theirs);
    QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
  }
  set({"HDEL", key("1"), "data"});
  before = m_fixture->keys();
  QCOMPARE(word(planned(request, job)), QByteArray("Conflict/changed"));
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
  set({"DEL", key("1")});
  before = m_fixture->keys();
  QCOMPARE(word(planned(request, job)), QByteArray("NotFound/gone"));
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>()); // no orphan is made
  again();
  QCOMPARE(word(planned(request, job)), QByteArray("done"));
  QCOMPARE(stored(), payload(large, "2"));
}

void TstInnerGuards::changedAfterTheLookAhead_data() {
  QTest::addColumn<QByteArray>("field");
  QTest::addColumn<QByteArray>("value");
  QTest::addColumn<QByteArray>("ends");
  QTest::newRow("data") << QByteArray("data") << payload(true, "7") << QByteArray("Conflict/changed");
  QTest::newRow("identity") << QByteArray("timestamp") << QByteArray("18")
                            << QByteArray("NotFound/other-job");
}

/// What was read ahead is what WATCH protects; what it does not know any more is read again.
void TstInnerGuards::changedAfterTheLookAhead() {
  QFETCH(QByteArray, field);
  QFETCH(QByteArray, value);
  QFETCH(QByteArray, ends);
  plant(*m_fixture, m_queue, {.state = "wait", .data = payload(true)});
  const OperationRequest request = wishFor(*m_fixture, m_queue, "job.updateData");
  Keys before;
  const Ended ended = planned(request, detail(), [&] {
    set({"HSET", key("1"), field, value});
    before = m_fixture->keys();
  });
  QCOMPARE(word(ended), ends);
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

void TstInnerGuards::otherFieldsMayMoveOnce() {
  plant(*m_fixture, m_queue, {.state = "wait", .data = payload(true)});
  const OperationRequest request = wishFor(*m_fixture, m_queue, "job.updateData");
  const Ended ended = planned(request, detail(), [&] { set({"HSET", key("1"), "progress", "50"}); });
  QVERIFY2(ended.report, why(ended).constData());
  QCOMPARE(stored(), payload(true, "2"));
  QCOMPARE(m_fixture->redis({"HGET", key("1"), "progress"}).bytes, QByteArray("50"));
}

/// A job that is touched at every try, as the server's own script would do it.
void TstInnerGuards::otherFieldsMayNotMoveForEver() {
  plant(*m_fixture, m_queue, {.state = "wait", .data = payload(true)});
  const OperationRequest request = wishFor(*m_fixture, m_queue, "job.updateData");
  std::atomic<bool> stop{false};
  std::atomic<int> moves{0};
  std::jthread busy([&] {
    while (!stop) {
      m_fixture->redis({"HINCRBY", key("1"), "progress", "1"});
      ++moves;
    }
  });
  // Between the look ahead and the first try there is one for certain; the others mostly.
  const Ended ended = planned(request, detail(), [&] {
    const int before = moves;
    while (moves < before + 2)
      std::this_thread::yield();
  });
  stop = true;
  busy.join();
  QVERIFY2(word(ended) == "done" || word(ended) == "WrongState/keeps-moving", why(ended).constData());
  QCOMPARE(stored() == payload(true, "2"), bool(ended.report));
}

void TstInnerGuards::announcedOnlyWhatWasAnnounced() {
  plant(*m_fixture, m_queue, {.state = "wait", .data = payload(true)});
  set({"DEL", key("events")});
  set({"SET", key("events"), "no stream"});
  const Ended ended = m_fixture->run(wishFor(*m_fixture, m_queue, "job.updateData"));
  QVERIFY2(ended.report, why(ended).constData());
  QVERIFY(!ended.report->announced);
  QCOMPARE(stored(), payload(true, "2"));
  plant(*m_fixture, m_queue, {.state = "wait", .data = payload(true)});
  const Ended told = m_fixture->run(wishFor(*m_fixture, m_queue, "job.updateData"));
  QVERIFY(told.report && told.report->announced);
  QCOMPARE(m_fixture->redis({"XLEN", key("events")}).integer, 2);
}

/// Whatever a queue's settings say of how many events it keeps, an edit goes through and is told.
void TstInnerGuards::oddLengthsOfTheStream() {
  QFETCH(bool, large);
  for (const char *length : {"-5", "0", "many", "", "12"}) {
    plant(*m_fixture, m_queue, {.state = "wait", .data = payload(large)});
    set({"HSET", key("meta"), "opts.maxLenEvents", length});
    const Ended ended = m_fixture->run(wishFor(*m_fixture, m_queue, "job.updateData"));
    QVERIFY2(ended.report, why(ended).constData());
    QVERIFY2(ended.report->announced, length);
    QCOMPARE(stored(), payload(large, "2"));
  }
}

void TstInnerGuards::lockedBrokenJobNeedsTheTick() {
  plant(*m_fixture, m_queue, {.state = "active", .data = "{'not': json"});
  set({"SET", key("1:lock"), "token"});
  const JobSnapshot now = m_fixture->snapshot(m_queue, "1");
  OperationRequest request = editRequest(m_queue, now, "{}");
  QCOMPARE(word(m_fixture->run(request)), QByteArray("Denied/no-consent"));
  agree(request);
  std::erase_if(request.grants, [](const Grant &grant) { return grant.proof == "Tick running"; });
  QCOMPARE(word(m_fixture->run(request)), QByteArray("Denied/no-running-tick"));
  QCOMPARE(stored(), QByteArray("{'not': json"));
  agree(request);
  QCOMPARE(word(m_fixture->run(request)), QByteArray("done"));
}

void TstInnerGuards::lifoJobsGoToTheFront() {
  QFETCH(int, library);
  m_queue = m_fixture->queue(Libraries[library], "orders");
  for (const bool lifo : {true, false}) {
    plant(*m_fixture, m_queue, {.state = "failed", .opts = lifo ? "{\"lifo\":true}" : "{\"lifo\":false}"});
    set({"LPUSH", key("wait"), "other"});
    QCOMPARE(word(m_fixture->run(wishFor(*m_fixture, m_queue, "job.retry"))), QByteArray("done"));
    // Workers take from the end.
    QCOMPARE(m_fixture->list(key("wait")),
             lifo ? (QList<QByteArray>{"other", "1"}) : (QList<QByteArray>{"1", "other"}));
  }
}

void TstInnerGuards::attemptsLeftAreCounted() {
  QFETCH(int, library);
  m_queue = m_fixture->queue(Libraries[library], "orders");
  const QByteArray made = m_queue.family == Family::Bull4 ? "attemptsMade" : "atm";
  for (const int attempts : {1, 2, 3}) {
    plant(*m_fixture, m_queue,
          {.state = "failed", .opts = "{\"attempts\":2}", .fields = {made, QByteArray::number(attempts)}});
    const Ended ended = m_fixture->run(wishFor(*m_fixture, m_queue, "job.retry"));
    QVERIFY2(ended.report, why(ended).constData());
    QCOMPARE(ended.report->note, attempts < 2 ? QByteArray() : QByteArray("will-fail-again"));
  }
  plant(*m_fixture, m_queue, {.state = "failed", .opts = "{\"attempts\":2}", .fields = {made, "2"}});
  OperationRequest request = wishFor(*m_fixture, m_queue, "job.retry");
  request.arguments.insert("resetAttempts", "1");
  agree(request);
  const Ended reset = m_fixture->run(request);
  if (m_queue.family != Family::BullMq5 && m_queue.family != Family::BullMq6) {
    QCOMPARE(word(reset), QByteArray("Invalid/argument")); // their scripts keep the attempts
    return;
  }
  QVERIFY2(reset.report, why(reset).constData());
  QCOMPARE(reset.report->note, QByteArray());
  QCOMPARE(m_fixture->redis({"HEXISTS", key("1"), "atm"}).integer, 0);
}

void TstInnerGuards::bull4SaysWhoHoldsTheLock() {
  m_queue = m_fixture->queue(Libraries[3], "orders");
  plant(*m_fixture, m_queue, {.state = "failed"});
  const OperationRequest request = wishFor(*m_fixture, m_queue, "job.retry");
  set({"SET", key("1:lock"), "token"});
  const Keys before = m_fixture->keys();
  QCOMPARE(word(m_fixture->run(request)), QByteArray("WrongState/locked"));
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

/// A paused queue keeps its waiting jobs in one list: what is in the other would be lost.
void TstInnerGuards::pushesIntoMixedListsAreRefused() {
  QFETCH(int, library);
  m_queue = m_fixture->queue(Libraries[library], "orders");
  const bool six = m_queue.family == Family::BullMq6;
  for (const char *id : {"job.retry", "job.promote"}) {
    const QByteArray state = QByteArray(id) == "job.retry" ? "failed" : "delayed";
    plant(*m_fixture, m_queue, {.state = state});
    set({"LPUSH", key(six ? "paused" : "wait"), "other"}); // the list that a paused queue does not use
    const OperationRequest request = wishFor(*m_fixture, m_queue, id);
    test::pause(*m_fixture, m_queue);
    const Keys before = m_fixture->keys();
    QCOMPARE(word(m_fixture->run(request)), QByteArray("WrongState/paused-list-mixed"));
    QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
    // One list in use, and it is the right one.
    set({"RENAME", key(six ? "paused" : "wait"), key(six ? "wait" : "paused")});
    QCOMPARE(word(m_fixture->run(request)), QByteArray("done"));
    QCOMPARE(m_fixture->list(key(six ? "wait" : "paused")).size(), 2);
    // Not paused: whatever lies in the other list is no matter of this push.
    plant(*m_fixture, m_queue, {.state = state});
    set({"LPUSH", key(six ? "paused" : "wait"), "other"});
    QCOMPARE(word(m_fixture->run(wishFor(*m_fixture, m_queue, id))), QByteArray("done"));
  }
}

/// Those of a job that keeps its attempts stay, and both go together.
void TstInnerGuards::startsAreCountedAnew() {
  for (const bool anew : {false, true}) {
    plant(*m_fixture, m_queue, {.state = "failed", .fields = {"ats", "3"}});
    OperationRequest request = wishFor(*m_fixture, m_queue, "job.retry");
    request.arguments.insert("resetAttempts", anew ? "1" : "0");
    agree(request);
    QCOMPARE(word(m_fixture->run(request)), QByteArray("done"));
    for (const char *counter : {"atm", "ats"})
      QCOMPARE(m_fixture->redis({"HEXISTS", key("1"), counter}).integer, anew ? 0 : 1);
  }
}

/// Every worker loads the library's script, and the server knows scripts by their hash.
void TstInnerGuards::guardsRunThoughTheBareScriptIsLoaded() {
  QFETCH(int, library);
  m_queue = m_fixture->queue(Libraries[library], "orders");
  const auto bundle = m_fixture->scripts->bundleFor(m_queue.family, m_queue.version);
  for (const char *script : {"reprocessJob", "promote", "removeJob"})
    QCOMPARE(m_fixture->redis({"SCRIPT", "LOAD", (*bundle)->find(script)->lua}).bytes,
             (*bundle)->find(script)->sha1);
  plant(*m_fixture, m_queue, {.state = "failed"});
  const OperationRequest request = wishFor(*m_fixture, m_queue, "job.retry");
  const JobDetail seen = detail();
  set({"HSET", key("1"), "timestamp", "18"});
  const Keys before = m_fixture->keys();
  QCOMPARE(word(planned(request, seen)), QByteArray("NotFound/other-job"));
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

/// Bull 4's script would change the job's fields before it looks whether the job is in the set.
void TstInnerGuards::retryOfWhatHasLeftItsSet() {
  QFETCH(int, library);
  m_queue = m_fixture->queue(Libraries[library], "orders");
  plant(*m_fixture, m_queue, {.state = "failed"});
  const OperationRequest request = wishFor(*m_fixture, m_queue, "job.retry");
  const JobDetail failed = detail();
  set({"ZREM", key("failed"), "1"});
  set({"LPUSH", key("wait"), "1"});
  const Keys before = m_fixture->keys();
  QCOMPARE(word(planned(request, failed)), QByteArray("WrongState/moved"));
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

QTEST_GUILESS_MAIN(TstInnerGuards)
#include "tst_innerguards.moc"
