// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/operationsfixture.h"

#include "fakes/redis/stallingproxy.h"
#include "operations/attemptrecord.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::test;
using Direction = StallingProxy::Direction;
using Scope = StallingProxy::Scope;
using AtLimit = StallingProxy::AtLimit;
using audit::Outcome;

namespace {

// Long enough that the write alone passes the limits below, short enough for the script.
QByteArray payload(const char *tail) {
  return "{\"blob\":\"" + QByteArray(200'000, 'x') + "\",\"tail\":\"" + tail + "\"}";
}
constexpr qint64 MoreThanReads = 50'000;

void plant(OperationsFixture &fixture, const QueueInfo &queue, const QByteArray &id) {
  fixture.redis(
      {"HSET", queue.id.key(id), "name", "n", "data", payload("old"), "timestamp", "17", "opts", "{}"});
  fixture.redis({"LPUSH", queue.id.key("wait"), id});
}

} // namespace

/// A write whose reply never comes: it is settled behind a fence, and the record says how it ended.
class TstUnknownOutcome : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void writeThatNeverArrived();
  void writeWhoseReplyWasLost();
  void retryWhoseReplyWasLost();
  void serverKilledInBetween();
  void withoutTheFenceItStaysUnknown();
  void nextStartSettles_data();
  void nextStartSettles();
  void whatIsUnderWayIsLeftAlone();
  void viewerDoesNotSettle();
  void cancelledBeforeItRanWritesNothing();

private:
  void start(OperationsFixture::Options options = {});
  OperationRequest edit(const char *to) {
    return editRequest(queue, fixture->snapshot(queue, "1"), payload(to));
  }
  /// Runs it until its bytes hang in the proxy, then takes it back, as a broken connection would.
  Ended runUntilStuck(const OperationRequest &request, Direction direction, qint64 stuckBytes = 1);
  /// Bytes that the server answers before the write itself.
  qint64 answersBeforeWriting(const OperationRequest &request);
  Outcome outcomeOf(qint64 recordId);
  QByteArray stored() { return fixture->redis({"HGET", queue.id.key("1"), "data"}).bytes; }

  std::unique_ptr<OperationsFixture> fixture;
  std::unique_ptr<StallingProxy> proxy;
  std::unique_ptr<QSignalSpy> settled;
  QueueInfo queue;
};

void TstUnknownOutcome::init() {
  start();
}

void TstUnknownOutcome::cleanup() {
  settled.reset();
  fixture.reset();
  proxy.reset();
}

void TstUnknownOutcome::start(OperationsFixture::Options options) {
  settled.reset();
  fixture = std::make_unique<OperationsFixture>(std::move(options));
  proxy = std::make_unique<StallingProxy>(fixture->server->socketPath());
  fixture->options.endpoint = proxy->endpoint();
  QVERIFY2(fixture->start(), qPrintable(fixture->server->error()));
  settled = std::make_unique<QSignalSpy>(fixture->runner.get(), &OperationRunner::settled);
  queue = fixture->queue(Libraries[0], "orders");
  plant(*fixture, queue, "1");
}

Ended TstUnknownOutcome::runUntilStuck(const OperationRequest &request, Direction direction,
                                       qint64 stuckBytes) {
  std::optional<Ended> ended;
  LaneHandle handle = fixture->runner->run(request, fixture->runner.get(),
                                           [&](Result<OperationReport> report, OperationReport detail) {
                                             ended = Ended{std::move(report), std::move(detail)};
                                           });
  if (!QTest::qWaitFor([&] { return proxy->held(direction) >= stuckBytes || ended; }, 10'000))
    return {};
  handle.cancel();
  return QTest::qWaitFor([&] { return ended.has_value(); }, 10'000) ? *ended : Ended();
}

qint64 TstUnknownOutcome::answersBeforeWriting(const OperationRequest &request) {
  OperationRequest refused = request; // looks at the job, and is then refused
  refused.newData = payload("other");
  refused.splices.clear();
  const qint64 before = proxy->passed(Direction::ToClient);
  fixture->redis({"LREM", queue.id.key("wait"), "0", "1"});
  fixture->redis({"LPUSH", queue.id.key("active"), "1"});
  if (word(fixture->run(refused)) != "WrongState/now-running")
    return -1;
  fixture->redis({"LREM", queue.id.key("active"), "0", "1"});
  fixture->redis({"LPUSH", queue.id.key("wait"), "1"});
  return proxy->passed(Direction::ToClient) - before;
}

Outcome TstUnknownOutcome::outcomeOf(qint64 recordId) {
  for (const audit::Record &record : fixture->records()) {
    if (record.id == recordId)
      return record.outcome;
  }
  return Outcome::Intent;
}

void TstUnknownOutcome::writeThatNeverArrived() {
  const OperationRequest request = edit("new");
  proxy->limit(Scope::Open, Direction::ToServer, MoreThanReads, AtLimit::Hold);
  const Ended ended = runUntilStuck(request, Direction::ToServer);
  QCOMPARE(ended.report.error().kind, ErrorKind::OutcomeUnknown);
  QVERIFY(ended.detail.recordId > 0);
  QTRY_COMPARE_WITH_TIMEOUT(settled->size(), 1, 20'000);
  QCOMPARE(settled->at(0).at(0).toLongLong(), ended.detail.recordId);
  QCOMPARE(settled->at(0).at(1).value<Outcome>(), Outcome::Failed);
  QCOMPARE(outcomeOf(ended.detail.recordId), Outcome::Failed);
  proxy->release(); // what hung in the net arrives now, and finds nobody
  QCOMPARE(word(fixture->run(edit("later"))), QByteArray("done"));
  QVERIFY(stored() == payload("later"));
}

void TstUnknownOutcome::writeWhoseReplyWasLost() {
  QCOMPARE(word(fixture->run(edit("first"))), QByteArray("done")); // the script is known now, and the rights
  const OperationRequest request = edit("new");
  const qint64 answers = answersBeforeWriting(request);
  QVERIFY(answers > 0);
  proxy->limit(Scope::Open, Direction::ToClient, answers, AtLimit::Hold);
  const Ended ended = runUntilStuck(request, Direction::ToClient);
  QCOMPARE(ended.report.error().kind, ErrorKind::OutcomeUnknown);
  QTRY_COMPARE_WITH_TIMEOUT(settled->size(), 1, 20'000);
  QCOMPARE(settled->at(0).at(1).value<Outcome>(), Outcome::Done);
  QCOMPARE(outcomeOf(ended.detail.recordId), Outcome::Done);
  QVERIFY(stored() == payload("new"));
}

void TstUnknownOutcome::retryWhoseReplyWasLost() {
  const auto ids = fixture->add(Libraries[0], "orders",
                                {QJsonObject{{QStringLiteral("state"), QStringLiteral("failed")}}});
  QCOMPARE(ids.size(), 1);
  const OperationRequest request = operation("job.retry", queue, ids[0]);
  fixture->redis({"HSET", queue.id.key("meta"), "paused", "1"});
  fixture->redis({"RPUSH", queue.id.key("paused"), "x"});
  QCOMPARE(word(fixture->run(request)),
           QByteArray("WrongState/paused-list-mixed")); // rights and script are known
  fixture->redis({"DEL", queue.id.key("paused")});
  fixture->redis({"HDEL", queue.id.key("meta"), "paused"});
  // The guard's answer is as long as `:1`, so all but the last bytes of such a run may pass.
  const qint64 before = proxy->passed(Direction::ToClient);
  fixture->redis({"HSET", queue.id.key("meta"), "paused", "1"});
  fixture->redis({"RPUSH", queue.id.key("paused"), "x"});
  QCOMPARE(word(fixture->run(request)), QByteArray("WrongState/paused-list-mixed"));
  const qint64 answers = proxy->passed(Direction::ToClient) - before - qint64(strlen(":-1001\r\n"));
  fixture->redis({"DEL", queue.id.key("paused")});
  fixture->redis({"HDEL", queue.id.key("meta"), "paused"});
  proxy->limit(Scope::Open, Direction::ToClient, answers, AtLimit::Hold);
  const Ended ended = runUntilStuck(request, Direction::ToClient);
  QCOMPARE(ended.report.error().kind, ErrorKind::OutcomeUnknown);
  QTRY_COMPARE_WITH_TIMEOUT(settled->size(), 1, 20'000);
  QCOMPARE(settled->at(0).at(1).value<Outcome>(), Outcome::Done);
  QCOMPARE(fixture->state(queue, ids[0]), JobState::Waiting);
}

void TstUnknownOutcome::serverKilledInBetween() {
  OperationsFixture::Options options;
  options.server.arguments = {QStringLiteral("--appendonly"), QStringLiteral("yes"),
                              QStringLiteral("--appendfsync"), QStringLiteral("always")};
  start(options);
  const OperationRequest request = edit("new");
  proxy->limit(Scope::Open, Direction::ToServer, MoreThanReads, AtLimit::Hold);
  std::optional<Ended> ended;
  fixture->runner->run(request, fixture->runner.get(),
                       [&](Result<OperationReport> report, OperationReport detail) {
                         ended = Ended{std::move(report), std::move(detail)};
                       });
  QTRY_VERIFY_WITH_TIMEOUT(proxy->held(Direction::ToServer) > 0, 10'000);
  fixture->server->killHard();
  proxy->dropAll();
  QTRY_VERIFY_WITH_TIMEOUT(ended.has_value(), 20'000);
  QCOMPARE(ended->report.error().kind, ErrorKind::OutcomeUnknown);
  QVERIFY(fixture->server->restart());
  QTRY_COMPARE_WITH_TIMEOUT(settled->size(), 1, 40'000);
  QCOMPARE(settled->at(0).at(1).value<Outcome>(), Outcome::Failed);
  QVERIFY(stored() == payload("old"));
  QCOMPARE(word(fixture->run(request)),
           QByteArray("done")); // nothing typed is lost: the same request goes now
}

void TstUnknownOutcome::withoutTheFenceItStaysUnknown() {
  OperationsFixture::Options options;
  options.credentials = {QStringLiteral("ox"), SecretString(QByteArray("pw"))};
  options.settlePatience = std::chrono::milliseconds(1'500);
  start(options);
  fixture->redis({"ACL", "SETUSER", "ox", "on", ">pw", "~*", "+@all", "-client|list", "-client|kill"});
  QCOMPARE(word(fixture->run(edit("first"))), QByteArray("done")); // the script is known now
  const OperationRequest request = edit("new");
  proxy->limit(Scope::Open, Direction::ToServer, MoreThanReads, AtLimit::Hold);
  const Ended ended = runUntilStuck(request, Direction::ToServer, request.newData.size() - MoreThanReads);
  QCOMPARE(ended.report.error().kind, ErrorKind::OutcomeUnknown);
  QTRY_COMPARE_WITH_TIMEOUT(settled->size(), 1, 20'000);
  QCOMPARE(settled->at(0).at(1).value<Outcome>(), Outcome::Unknown);
  QCOMPARE(outcomeOf(ended.detail.recordId), Outcome::Unknown);
  // It was on its way all the time. The next start may look, and finds it.
  proxy->release();
  QTRY_VERIFY(stored() == payload("new"));
  fixture->restartProgram();
  QSignalSpy next(fixture->runner.get(), &OperationRunner::settled);
  fixture->runner->settleUnsettled();
  QTRY_COMPARE_WITH_TIMEOUT(next.size(), 1, 20'000);
  QCOMPARE(next.at(0).at(1).value<Outcome>(), Outcome::Done);
  QCOMPARE(outcomeOf(ended.detail.recordId), Outcome::Done);
}

void TstUnknownOutcome::nextStartSettles_data() {
  QTest::addColumn<QByteArray>("found");
  QTest::addColumn<int>("outcome");
  QTest::newRow("written") << payload("new") << int(Outcome::Done);
  QTest::newRow("not written") << payload("old") << int(Outcome::Failed);
  QTest::newRow("changed by others") << payload("theirs") << int(Outcome::Unknown);
}

void TstUnknownOutcome::nextStartSettles() {
  QFETCH(QByteArray, found);
  QFETCH(int, outcome);
  // What a program leaves that was killed between the intent and the outcome.
  OperationRequest request = edit("new");
  JobDetail job;
  job.timestamp = request.baseline->timestamp;
  const SettleFacts facts =
      settleFacts(request, job,
                  fixture->lane->state().facts.clientId > 0
                      ? ClientMark{fixture->lane->state().facts.clientId, fixture->lane->state().facts.runId}
                      : ClientMark());
  const Author author{QStringLiteral("p1"), QStringLiteral("Test"), QStringLiteral("t"), Environment::Local};
  const auto id = fixture->audit->begin(recordFor(author, request, facts));
  QVERIFY(id);
  fixture->redis({"HSET", queue.id.key("1"), "data", found});
  fixture->restartProgram();
  QSignalSpy next(fixture->runner.get(), &OperationRunner::settled);
  fixture->runner->settleUnsettled();
  QTRY_COMPARE_WITH_TIMEOUT(next.size(), 1, 20'000);
  QCOMPARE(int(next.at(0).at(1).value<Outcome>()), outcome);
  QCOMPARE(next.at(0).at(2).value<OperationRequest>().jobId, QByteArray("1"));
  QVERIFY(stored() == found);
}

/// The newest come first: when the older one is settled, so would be the younger.
void TstUnknownOutcome::whatIsUnderWayIsLeftAlone() {
  const Author author{QStringLiteral("p1"), QStringLiteral("Test"), QStringLiteral("t"), Environment::Local};
  const OperationRequest request = edit("new");
  const JobDetail job = [&] {
    JobDetail made;
    made.timestamp = request.baseline->timestamp;
    return made;
  }();
  audit::Record record = recordFor(author, request, settleFacts(request, job, {1, "a server of before"}));
  record.at -= 60'000;
  const auto older = fixture->audit->begin(record);
  record.at += 120'000;
  const auto younger = fixture->audit->begin(record);
  QVERIFY(older && younger);
  fixture->restartProgram();
  QSignalSpy next(fixture->runner.get(), &OperationRunner::settled);
  fixture->runner->settleUnsettled();
  QTRY_COMPARE_WITH_TIMEOUT(next.size(), 1, 20'000);
  QCOMPARE(next.at(0).at(0).toLongLong(), older->id);
  QCOMPARE(outcomeOf(older->id), Outcome::Failed);
  QCOMPARE(outcomeOf(younger->id), Outcome::Intent);
}

void TstUnknownOutcome::viewerDoesNotSettle() {
  const Author author{QStringLiteral("p1"), QStringLiteral("Test"), QStringLiteral("t"), Environment::Local};
  const OperationRequest request = edit("new");
  JobDetail job;
  job.timestamp = request.baseline->timestamp;
  QVERIFY(fixture->audit->begin(recordFor(author, request, settleFacts(request, job, {1, "before"}))));
  fixture->options.role = Role::Viewer;
  fixture->restartProgram();
  QSignalSpy next(fixture->runner.get(), &OperationRunner::settled);
  fixture->runner->settleUnsettled();
  QVERIFY(fixture->snapshot(queue, "1").present);
  QCOMPARE(fixture->records().at(0).outcome, Outcome::Intent);
  QCOMPARE(next.size(), 0);
}

void TstUnknownOutcome::cancelledBeforeItRanWritesNothing() {
  const OperationRequest request = edit("new");
  std::optional<Ended> ended;
  LaneHandle handle = fixture->runner->run(request, fixture->runner.get(),
                                           [&](Result<OperationReport> report, OperationReport detail) {
                                             ended = Ended{std::move(report), std::move(detail)};
                                           });
  handle.cancel();
  QTRY_VERIFY(ended.has_value());
  if (ended->report)
    QVERIFY(stored() == payload("new")); // it was quicker
  else if (ended->report.error().kind == ErrorKind::Cancelled)
    QVERIFY(stored() == payload("old"));
  else
    QTRY_COMPARE_WITH_TIMEOUT(settled->size(), 1, 20'000);
}

QTEST_GUILESS_MAIN(TstUnknownOutcome)
#include "tst_unknownoutcome.moc"
