// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/planting.h"

#include "bullio/reader.h"
#include "fakes/redis/testsession.h"
#include "operations/attemptrecord.h"

#include <QCryptographicHash>
#include <QtTest>

using namespace oxp;
using namespace oxp::test;
using audit::Outcome;

namespace {

QByteArray sha1Of(const QByteArray &data) {
  return QCryptographicHash::hash(data, QCryptographicHash::Sha1);
}

} // namespace

/// What the settling halves of the operations make of what they find.
class TstSettling : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void retry();
  void promote();
  void remove();
  void pauseAndResume_data();
  void pauseAndResume();
  void edit();
  void nonsenseSettlesNothing();
  void recordsHoldWhatSettlingNeeds();

private:
  QByteArray key(const char *suffix) const { return m_queue.id.key(suffix); }
  void set(const std::vector<QByteArray> &parts) { m_fixture->redis(parts); }
  /// Of the job as it is now.
  SettleFacts facts(const char *operation);
  QByteArray settled(const SettleFacts &facts);

  std::unique_ptr<OperationsFixture> m_fixture;
  std::unique_ptr<TestSession> m_session;
  QueueInfo m_queue;
};

void TstSettling::initTestCase() {
  m_fixture = std::make_unique<OperationsFixture>();
  QVERIFY2(m_fixture->start(), qPrintable(m_fixture->server->error()));
  m_session = std::make_unique<TestSession>(m_fixture->server->endpoint());
  QVERIFY(m_session->connect());
  m_queue = m_fixture->queue(Libraries[0], "orders");
}

SettleFacts TstSettling::facts(const char *id) {
  const JobDetail job = reader::detail(m_session->read(), m_queue, "1", {}).value_or(JobDetail());
  return settleFacts(operation(id, m_queue, QByteArray(id).startsWith("job.") ? "1" : ""), job, {});
}

QByteArray TstSettling::settled(const SettleFacts &facts) {
  const auto outcome = findOperation(facts.operation)->settle(m_session->read(), facts, {});
  if (!outcome)
    return errorKindName(outcome.error().kind);
  return *outcome == Outcome::Done ? "done" : *outcome == Outcome::Failed ? "not done" : "unknown";
}

void TstSettling::retry() {
  plant(*m_fixture, m_queue, {.state = "failed"});
  const SettleFacts before = facts("job.retry");
  QCOMPARE(before.finished, 99);
  QCOMPARE(settled(before), QByteArray("not done"));
  // It ran, and failed again.
  set({"HSET", key("1"), "finishedOn", "120"});
  QCOMPARE(settled(before), QByteArray("done"));
  set({"ZREM", key("failed"), "1"});
  set({"ZADD", key("completed"), "120", "1"});
  QCOMPARE(settled(before), QByteArray("done"));
  // It waits, runs.
  plant(*m_fixture, m_queue, {.state = "wait"});
  QCOMPARE(settled(before), QByteArray("done"));
  plant(*m_fixture, m_queue, {.state = "active"});
  QCOMPARE(settled(before), QByteArray("done"));
  // In no list: broken off half-way.
  set({"DEL", key("active")});
  QCOMPARE(settled(before), QByteArray("unknown"));
  // Another job of the id, whatever its state; none.
  plant(*m_fixture, m_queue, {.state = "wait"});
  set({"HSET", key("1"), "timestamp", "18"});
  QCOMPARE(settled(before), QByteArray("unknown"));
  plant(*m_fixture, m_queue, {.state = "failed"});
  set({"HSET", key("1"), "timestamp", "18"});
  QCOMPARE(settled(before), QByteArray("unknown"));
  set({"FLUSHALL"});
  QCOMPARE(settled(before), QByteArray("unknown"));
}

void TstSettling::promote() {
  plant(*m_fixture, m_queue, {.state = "delayed"});
  set({"ZADD", key("delayed"), QByteArray::number(qint64(5'000) * 4096), "1"});
  const SettleFacts before = facts("job.promote");
  QVERIFY(before.due > 0);
  QCOMPARE(settled(before), QByteArray("not done"));
  // It ran, and waits for its next try.
  set({"ZADD", key("delayed"), QByteArray::number(qint64(9'000) * 4096), "1"});
  QCOMPARE(settled(before), QByteArray("done"));
  set({"ZREM", key("delayed"), "1"});
  QCOMPARE(settled(before), QByteArray("unknown"));
  set({"LPUSH", key("wait"), "1"});
  QCOMPARE(settled(before), QByteArray("done"));
  set({"HSET", key("1"), "timestamp", "18"});
  QCOMPARE(settled(before), QByteArray("unknown"));
  set({"FLUSHALL"});
  QCOMPARE(settled(before), QByteArray("unknown"));
}

void TstSettling::remove() {
  plant(*m_fixture, m_queue, {.state = "failed"});
  const SettleFacts before = facts("job.remove");
  QCOMPARE(settled(before), QByteArray("not done"));
  set({"HSET", key("1"), "timestamp", "18"}); // the one that was meant is gone
  QCOMPARE(settled(before), QByteArray("done"));
  set({"FLUSHALL"});
  QCOMPARE(settled(before), QByteArray("done"));
}

void TstSettling::pauseAndResume_data() {
  QTest::addColumn<bool>("bull4");
  QTest::newRow("BullMQ") << false;
  QTest::newRow("Bull 4") << true;
}

void TstSettling::pauseAndResume() {
  QFETCH(bool, bull4);
  const QueueInfo queue = m_fixture->queue(Libraries[bull4 ? 3 : 0], "orders");
  SettleFacts paused = facts("queue.pause"), resumed = facts("queue.resume");
  paused.queue = resumed.queue = queue;
  plant(*m_fixture, queue, {.state = "wait"});
  QCOMPARE(settled(paused), QByteArray("not done"));
  QCOMPARE(settled(resumed), QByteArray("done"));
  test::pause(*m_fixture, queue);
  QCOMPARE(settled(paused), QByteArray("done"));
  QCOMPARE(settled(resumed), QByteArray("not done"));
  // It runs and jobs lie in the paused list: half resumed.
  set({"FLUSHALL"});
  set({"LPUSH", queue.id.key("paused"), "1"});
  QCOMPARE(settled(resumed), QByteArray("unknown"));
}

void TstSettling::edit() {
  plant(*m_fixture, m_queue, {.state = "wait", .data = "{\"n\":1}"});
  SettleFacts before = facts("job.updateData");
  before.beforeSha1 = sha1Of("{\"n\":1}");
  before.afterSha1 = sha1Of("{\"n\":2}");
  QCOMPARE(settled(before), QByteArray("not done"));
  set({"HSET", key("1"), "data", "{\"n\":2}"});
  QCOMPARE(settled(before), QByteArray("done"));
  set({"HSET", key("1"), "data", "{\"n\":3}"});
  QCOMPARE(settled(before), QByteArray("unknown"));
  set({"HDEL", key("1"), "data"});
  QCOMPARE(settled(before), QByteArray("unknown"));
  // There was no field before, or an empty one: not the same.
  before.beforePresent = false;
  before.beforeSha1 = sha1Of({});
  QCOMPARE(settled(before), QByteArray("not done"));
  set({"HSET", key("1"), "data", ""});
  QCOMPARE(settled(before), QByteArray("unknown"));
  before.beforePresent = true;
  QCOMPARE(settled(before), QByteArray("not done"));
  // The record kept no hash; another job; none.
  set({"HSET", key("1"), "data", "{\"n\":2}"});
  QCOMPARE(settled(before), QByteArray("done"));
  SettleFacts unkept = before;
  unkept.afterSha1.clear();
  QCOMPARE(settled(unkept), QByteArray("unknown"));
  set({"HSET", key("1"), "timestamp", "18"});
  QCOMPARE(settled(before), QByteArray("unknown"));
  set({"FLUSHALL"});
  QCOMPARE(settled(before), QByteArray("unknown"));
}

/// A key of the wrong type, and no answer, settle nothing.
void TstSettling::nonsenseSettlesNothing() {
  set({"FLUSHALL"});
  set({"SET", key("meta"), "no hash"});
  QCOMPARE(settled(facts("queue.pause")), QByteArray("Server"));
  QCOMPARE(settled(facts("queue.resume")), QByteArray("Server"));
}

void TstSettling::recordsHoldWhatSettlingNeeds() {
  plant(*m_fixture, m_queue, {.state = "failed"});
  for (const char *id : {"job.updateData", "job.retry"}) {
    const OperationRequest request = wishFor(*m_fixture, m_queue, id);
    JobDetail job = reader::detail(m_session->read(), m_queue, "1", {}).value_or(JobDetail());
    job.row.due = 123;
    const ClientMark mark{7, "run"};
    SettleFacts made = settleFacts(request, job, mark);
    made.afterSha1 = request.baseline ? sha1Of(request.newData) : QByteArray();
    const SettleFacts read = settleFacts(recordFor({}, request, made));
    QCOMPARE(read.operation, made.operation);
    QCOMPARE(read.queue.id, made.queue.id);
    QCOMPARE(read.jobId, QByteArray("1"));
    QCOMPARE(read.jobTimestamp, QByteArray(PlantedTimestamp));
    QCOMPARE(read.finished, 99);
    QCOMPARE(read.due, 123);
    QCOMPARE(read.mark, mark);
    QCOMPARE(read.beforeSha1, made.beforeSha1);
    QCOMPARE(read.afterSha1, made.afterSha1);
    QCOMPARE(read.beforePresent, made.beforePresent);
  }
}

QTEST_GUILESS_MAIN(TstSettling)
#include "tst_settling.moc"
