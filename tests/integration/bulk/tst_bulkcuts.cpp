// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever cuts a run off, it is carried on: no job twice, none forgotten, and journal, records and server
// agree.
#include "integration/bulk/bulkfixture.h"

#include "fakes/redis/lyingproxy.h"
#include "fakes/redis/stallingproxy.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

#include <random>

using namespace oxp;
using namespace oxp::test;
using audit::ItemState;
using audit::RunState;
using Direction = StallingProxy::Direction;
using Lie = LyingProxy::Lie;

namespace {

constexpr int Jobs = 800;
constexpr int MostCuts = 100; ///< then something is wrong

const QStringList DurableServer{QStringLiteral("--appendonly"), QStringLiteral("yes"),
                                QStringLiteral("--appendfsync"), QStringLiteral("always")};

bool isWrite(const QByteArrayList &words) {
  return words.first() == "EVALSHA" || words.first() == "EVAL";
}

} // namespace

class TstBulkCuts : public QObject {
  Q_OBJECT

private slots:
  void cleanup();
  void theConnectionBreaks_data();
  void theConnectionBreaks();
  void aCancelSettlesWhatWasUnderWay();
  void anEditIsCutOff_data() { theConnectionBreaks_data(); }
  void anEditIsCutOff();
  void anEditAndWhatFollowsAreCutOff_data() { theConnectionBreaks_data(); }
  void anEditAndWhatFollowsAreCutOff();
  void theServerIsKilled();
  void theProgramIsKilled();
  void theProgramEndsWhileTheServerHangs();
  void anAnswerIsForged_data();
  void anAnswerIsForged();
  void theStoreCannotBeWritten();
  void aRefusalOfAllStopsTheRun();

private:
  void start(BulkFixture::Options options = {});
  void begin(const std::function<void()> &beforeTheStart = {});
  bool execOutside(const char *sql);
  /// Begins the run over connections that break after so many bytes, `most` at most, and goes on until it has
  /// ended; how often it was cut off.
  int runOverBreakingConnections(Direction direction, qint64 least, qint64 most);
  /// Each payload `{"n":i}` is `{"n":1000000+i}` now: done twice, a number would say so.
  void verifyEachIncrementedOnce();
  /// Goes on with the run, after whatever broke it off.
  Stopped carryOn();
  void verifyEachOnce(qint64 cuts);

  std::unique_ptr<BulkFixture> m_fixture;
  std::unique_ptr<StallingProxy> m_proxy;
  std::unique_ptr<LyingProxy> m_liar;
  QueueInfo m_queue;
  OperationRequest m_wish;
};

void TstBulkCuts::cleanup() {
  m_fixture.reset();
  m_proxy.reset();
  m_liar.reset();
}

void TstBulkCuts::start(BulkFixture::Options options) {
  options.backoff = {std::chrono::milliseconds(1), std::chrono::milliseconds(5)};
  m_fixture = std::make_unique<BulkFixture>(std::move(options));
  m_proxy = std::make_unique<StallingProxy>(m_fixture->server->socketPath());
  m_liar = std::make_unique<LyingProxy>(m_fixture->server->socketPath());
  m_fixture->options.endpoint = m_proxy->endpoint();
  QVERIFY2(m_fixture->startBulk(), qPrintable(m_fixture->server->error()));
  m_queue = m_fixture->queue(Libraries[1], "orders");
  m_wish = operation("job.retry", m_queue);
  m_fixture->plant(m_queue, JobState::Failed, Jobs);
}

/// Chosen, agreed to, and under way.
void TstBulkCuts::begin(const std::function<void()> &beforeTheStart) {
  const OperationRequest &wish = m_wish;
  const FrozenSelection chosen = m_fixture->choose(all(m_queue, JobState::Failed), wish);
  QCOMPARE(chosen.jobs, Jobs);
  if (beforeTheStart)
    beforeTheStart();
  m_fixture->stopped.reset();
  m_fixture->bulk->start(m_fixture->agreed(wish, chosen), chosen);
}

/// Another program's hands in the store.
bool TstBulkCuts::execOutside(const char *sql) {
  bool done = false;
  {
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("outside"));
    database.setDatabaseName(m_fixture->folder->filePath(QStringLiteral("audit/audit.sqlite")));
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    done = database.open() && QSqlQuery(database).exec(QLatin1String(sql));
  }
  QSqlDatabase::removeDatabase(QStringLiteral("outside"));
  return done;
}

Stopped TstBulkCuts::carryOn() {
  const auto runs = m_fixture->runs();
  if (runs.size() != 1)
    return {};
  m_fixture->lastRun = runs.front().id;
  m_fixture->stopped.reset();
  m_fixture->bulk->resume(runs.front(), m_queue);
  return m_fixture->awaitStop();
}

int TstBulkCuts::runOverBreakingConnections(Direction direction, qint64 least, qint64 most) {
  std::mt19937 random(20'261'130);
  const auto limit = [&] {
    m_proxy->limit(StallingProxy::Scope::New, direction, least + qint64(random() % quint64(most - least)),
                   StallingProxy::AtLimit::Drop);
  };
  begin(limit);
  Stopped stopped = m_fixture->awaitStop();
  int cuts = 0;
  for (; stopped.state != RunState::Ended && cuts < MostCuts; ++cuts) {
    limit();
    stopped = carryOn();
  }
  return cuts;
}

void TstBulkCuts::verifyEachIncrementedOnce() {
  QCOMPARE(summary(m_fixture->items(m_fixture->lastRun)), "Done " + QByteArray::number(Jobs));
  for (int i = 1; i <= Jobs; ++i)
    QCOMPARE(m_fixture->redis({"HGET", m_queue.id.key(QByteArray::number(i)), "data"}).bytes,
             "{\"n\":" + QByteArray::number(1'000'000 + i) + "}");
}

void TstBulkCuts::verifyEachOnce(qint64 cuts) {
  const auto items = m_fixture->items(m_fixture->lastRun);
  QCOMPARE(summary(items), "Done " + QByteArray::number(Jobs));
  const auto waiting = m_fixture->list(m_queue.id.key("wait"));
  QCOMPARE(waiting.size(), Jobs);
  QCOMPARE(QSet<QByteArray>(waiting.begin(), waiting.end()).size(), Jobs);
  QCOMPARE(m_fixture->redis({"ZCARD", m_queue.id.key("failed")}).integer, 0);
  // The library announces each retry.
  QCOMPARE(m_fixture->redis({"XLEN", m_queue.id.key("events")}).integer, Jobs);
  std::map<QByteArray, int> doneRecords;
  for (const audit::Record &record : m_fixture->allRecords())
    doneRecords[record.jobId] += record.outcome == audit::Outcome::Done ? 1 : 0;
  for (const QByteArray &id : waiting)
    QCOMPARE(doneRecords[id], 1);
  qInfo("%lld cuts, %lld settled afterwards", cuts,
        qint64(std::count_if(items.begin(), items.end(), [](const auto &item) { return item.settled; })));
}

void TstBulkCuts::theConnectionBreaks_data() {
  QTest::addColumn<Direction>("direction");
  QTest::newRow("to the server") << Direction::ToServer;
  QTest::newRow("to the client") << Direction::ToClient;
}

void TstBulkCuts::theConnectionBreaks() {
  QFETCH(Direction, direction);
  start();
  std::mt19937 random(20'261'130);
  const qint64 most = direction == Direction::ToServer ? 150'000 : 50'000;
  begin([&] { m_proxy->limit(StallingProxy::Scope::New, direction, most, StallingProxy::AtLimit::Drop); });
  Stopped stopped = m_fixture->awaitStop();
  int cuts = 0;
  for (; stopped.state != RunState::Ended && cuts < MostCuts; ++cuts) {
    QVERIFY(!stopped.counts);
    m_proxy->limit(StallingProxy::Scope::New, direction, most / 4 + random() % most,
                   StallingProxy::AtLimit::Drop);
    stopped = carryOn();
  }
  QVERIFY(cuts > 0);
  verifyEachOnce(cuts);
}

void TstBulkCuts::aCancelSettlesWhatWasUnderWay() {
  start();
  m_fixture->options.endpoint = m_liar->endpoint();
  m_fixture->restartBulk();
  int seen = 0;
  m_liar->lieAbout([&seen](const QByteArrayList &command) { return isWrite(command) && ++seen == 77; },
                   {Lie::AfterThem, Lie::Reset, {}, {}});
  begin();
  QVERIFY(!m_fixture->awaitStop().counts);
  const audit::Run run = m_fixture->runs().front();
  QVERIFY(run.counts[ItemState::UnderWay] > 0);
  m_fixture->stopped.reset();
  m_fixture->bulk->cancel(run, m_queue);
  const Stopped stopped = m_fixture->awaitStop();
  QCOMPARE(stopped.state, RunState::Cancelled);
  QVERIFY(stopped.counts);
  QCOMPARE((*stopped.counts)[ItemState::UnderWay], 0);
  QCOMPARE((*stopped.counts)[ItemState::Done], m_fixture->redis({"LLEN", m_queue.id.key("wait")}).integer);
  QTRY_COMPARE(m_fixture->runs().front().state, RunState::Cancelled);
}

void TstBulkCuts::anEditIsCutOff() {
  QFETCH(Direction, direction);
  start();
  m_wish = operation("job.updateData", m_queue);
  m_wish.arguments.insert("changes", R"([{"change":"increment","path":"n","value":1000000}])");
  QVERIFY(runOverBreakingConnections(direction, 30'000, 90'000) > 0);
  verifyEachIncrementedOnce();
}

/// Each half once, the edit first.
void TstBulkCuts::anEditAndWhatFollowsAreCutOff() {
  QFETCH(Direction, direction);
  start();
  m_wish = operation("job.updateData", m_queue);
  m_wish.arguments = {{"changes", R"([{"change":"increment","path":"n","value":1000000}])"},
                      {"then", "job.retry"}};
  const qint64 most = direction == Direction::ToServer ? 400'000 : 100'000; // answers are shorter
  QVERIFY(runOverBreakingConnections(direction, 30'000, most) > 0);
  verifyEachIncrementedOnce();
  QCOMPARE(m_fixture->redis({"LLEN", m_queue.id.key("wait")}).integer, Jobs);
  QCOMPARE(m_fixture->redis({"ZCARD", m_queue.id.key("failed")}).integer, 0);
  std::map<std::pair<QByteArray, QByteArray>, int> doneRecords;
  for (const audit::Record &record : m_fixture->allRecords())
    doneRecords[{record.jobId, record.operation}] += record.outcome == audit::Outcome::Done ? 1 : 0;
  for (int i = 1; i <= Jobs; ++i) {
    QCOMPARE((doneRecords[{QByteArray::number(i), "job.updateData"}]), 1);
    QCOMPARE((doneRecords[{QByteArray::number(i), "job.retry"}]), 1);
  }
}

void TstBulkCuts::theServerIsKilled() {
  BulkFixture::Options options;
  options.server.arguments = DurableServer;
  start(std::move(options));
  std::mt19937 random(7);
  begin();
  int cuts = 0;
  while (cuts < MostCuts) {
    const qint64 far = m_proxy->passed(Direction::ToServer) + 100'000 + qint64(random() % 200'000);
    std::jthread killer([&](const std::stop_token &stop) {
      if (m_proxy->awaitPassed(Direction::ToServer, far, stop))
        m_fixture->server->killHard();
    });
    Stopped stopped = cuts == 0 ? m_fixture->awaitStop() : carryOn();
    killer.request_stop();
    killer.join();
    if (stopped.state == RunState::Ended)
      break;
    ++cuts;
    QVERIFY(m_fixture->server->restart());
  }
  QVERIFY(cuts > 1);
  verifyEachOnce(cuts);
}

/// kill -9 of another process that does the run, at moments spread over it. One near its end may come too
/// late.
void TstBulkCuts::theProgramIsKilled() {
  int cuts = 0;
  for (int tenth = 0; tenth < 10; ++tenth) {
    start();
    const QString folder = m_fixture->folder->filePath(QStringLiteral("victim"));
    QProcess victim;
    victim.start(QStringLiteral(OXP_BULK_VICTIM), {m_fixture->server->socketPath(), folder});
    QVERIFY(victim.waitForStarted());
    while (m_fixture->redis({"LLEN", m_queue.id.key("wait")}).integer <= tenth * Jobs / 10)
      QVERIFY2(victim.state() == QProcess::Running, victim.readAllStandardError().constData());
    victim.kill();
    QVERIFY(victim.waitForFinished());
    m_fixture->options.auditFolder = folder;
    m_fixture->bulk.reset();
    m_fixture->restartProgram();
    m_fixture->restartBulk();
    QCOMPARE(m_fixture->runs().size(), size_t(1));
    const bool cut = m_fixture->runs().front().state == RunState::Running; // nobody runs it
    cuts += cut;
    QVERIFY(cut || m_fixture->runs().front().state == RunState::Ended);
    m_fixture->lastRun = m_fixture->runs().front().id;
    QVERIFY(!cut || carryOn().state == RunState::Ended);
    verifyEachOnce(cut);
  }
  QVERIFY2(cuts >= 5, qPrintable(QString::number(cuts)));
}

/// Nobody waits for a server that does not answer.
void TstBulkCuts::theProgramEndsWhileTheServerHangs() {
  start();
  begin();
  QVERIFY(QTest::qWaitFor([&] {
    return !m_fixture->progress.empty() && m_fixture->progress.back().counts[ItemState::Done] > 0;
  }));
  m_fixture->server->freeze();
  QElapsedTimer timer;
  timer.start();
  m_fixture->bulk.reset();
  const qint64 waited = timer.elapsed();
  m_fixture->server->thaw();
  QVERIFY(waited < CommandTimeout.count() / 2);
  m_fixture->restartBulk();
  QCOMPARE(carryOn().state, RunState::Ended);
  verifyEachOnce(1);
}

void TstBulkCuts::anAnswerIsForged_data() {
  QTest::addColumn<QByteArray>("words");
  QTest::addColumn<int>("point");
  QTest::addColumn<bool>("breaksOff");
  for (const int point : {int(Lie::BeforeBytes), int(Lie::AfterThem)}) {
    const char *when = point == Lie::BeforeBytes ? "before" : "after";
    QTest::addRow("+OK %s", when) << QByteArray("+OK\r\n") << point << true;
    QTest::addRow("nil %s", when) << QByteArray("*-1\r\n") << point << true;
    QTest::addRow("NOSCRIPT %s", when) << QByteArray("-NOSCRIPT No matching script\r\n") << point << false;
    QTest::addRow("OOM %s", when) << QByteArray("-OOM command not allowed\r\n") << point << false;
    QTest::addRow("ERR %s", when) << QByteArray("-ERR proxy is tired\r\n") << point << false;
  }
}

/// What stands between says of a call in the middle of a slice what is not so.
void TstBulkCuts::anAnswerIsForged() {
  QFETCH(QByteArray, words);
  QFETCH(int, point);
  QFETCH(bool, breaksOff);
  start();
  m_fixture->options.endpoint = m_liar->endpoint();
  m_fixture->restartBulk();
  int seen = 0;
  m_liar->lieAbout([&seen](const QByteArrayList &command) { return isWrite(command) && ++seen == 77; },
                   {Lie::Point(point), Lie::Says, words, {}});
  begin();
  Stopped stopped = m_fixture->awaitStop();
  QVERIFY(m_liar->hasLied());
  QCOMPARE(!stopped.counts.has_value(), breaksOff);
  if (breaksOff)
    stopped = carryOn();
  QCOMPARE(stopped.state, RunState::Ended);
  m_fixture->lastRun = m_fixture->runs().front().id;
  verifyEachOnce(1);
}

/// A slice that was written and could not be put down as such is settled like one whose answer was lost.
void TstBulkCuts::theStoreCannotBeWritten() {
  start();
  begin([&] {
    QVERIFY(execOutside("CREATE TRIGGER stop BEFORE UPDATE ON run_item WHEN NEW.seq=-500 AND NEW.state<>1 "
                        "BEGIN SELECT RAISE(ABORT,'no'); END"));
  });
  const Stopped stopped = m_fixture->awaitStop();
  QVERIFY(!stopped.counts);
  QCOMPARE(stopped.counts.error().kind, ErrorKind::AuditUnavailable);
  QVERIFY(m_fixture->redis({"ZSCORE", m_queue.id.key("failed"), "301"}).isNil());
  QVERIFY(execOutside("DROP TRIGGER stop"));
  QCOMPARE(carryOn().state, RunState::Ended);
  verifyEachOnce(1);
}

/// What would be said of every job is said once, and no job is told to have failed.
void TstBulkCuts::aRefusalOfAllStopsTheRun() {
  start();
  m_fixture->redis({"CONFIG", "SET", "min-replicas-to-write", "1"});
  begin();
  const Stopped stopped = m_fixture->awaitStop();
  QVERIFY(!stopped.counts);
  QCOMPARE(stopped.counts.error().code, QByteArray("NOREPLICAS"));
  QCOMPARE(summary(m_fixture->items(m_fixture->runs().front().id)), "Waiting " + QByteArray::number(Jobs));
  m_fixture->redis({"CONFIG", "SET", "min-replicas-to-write", "0"});
  QCOMPARE(carryOn().state, RunState::Ended);
  verifyEachOnce(1);
}

QTEST_GUILESS_MAIN(TstBulkCuts)
#include "tst_bulkcuts.moc"
