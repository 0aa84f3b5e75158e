// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/lyingproxy.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/stallingproxy.h"
#include "fakes/redis/writekeyfortests.h"
#include "redis/lane.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <latch>

using namespace oxp;
using namespace oxp::test;
using namespace std::chrono_literals;
using Direction = StallingProxy::Direction;
using AtLimit = StallingProxy::AtLimit;
using Scope = StallingProxy::Scope;
using Phase = LaneState::Phase;

namespace {

constexpr int LongMs = 20'000;

Lane::Options optionsFor(const Endpoint &endpoint, Role role = Role::Operator) {
  Lane::Options options;
  options.endpoint = endpoint;
  options.role = role;
  options.backoff = {.first = 20ms, .most = 100ms};
  return options;
}

/// One that does not come back by itself while a test runs.
Lane::Options slowOptionsFor(const Endpoint &endpoint) {
  Lane::Options options = optionsFor(endpoint);
  options.backoff = {.first = 1h, .most = 1h};
  return options;
}

/// Results in the order in which they came.
struct Results {
  std::vector<Result<QByteArray>> list;

  auto handler() {
    return [this](Result<QByteArray> result) { list.push_back(std::move(result)); };
  }
  size_t count() const { return list.size(); }
  ErrorKind kind(size_t index) const { return list.at(index).error().kind; }
};

auto getting(const char *key) {
  return [key = QByteArray(key)](ReadSession &session, std::stop_token stop) -> Result<QByteArray> {
    const auto reply = session.call(Command::of("GET", key), stop);
    return reply ? reply->asBytes() : fail(reply.error());
  };
}

auto setting(const char *key, const char *value) {
  return [key = QByteArray(key), value = QByteArray(value)](WriteSession &session,
                                                            std::stop_token stop) -> Result<QByteArray> {
    const auto reply = session.call(Command::of("SET", key, value), stop);
    return reply ? reply->asBytes() : fail(reply.error());
  };
}

/// A read that lasts until it is cut off.
auto blocking() {
  return [](ReadSession &session, std::stop_token stop) -> Result<QByteArray> {
    CallOptions options;
    options.timeout = 1h;
    const auto reply =
        session.call(Command::of("XREAD", "BLOCK", 0, "STREAMS", "nothing", "$"), stop, options);
    return reply ? reply->asBytes() : fail(reply.error());
  };
}

QList<Phase> phasesOf(const QSignalSpy &spy) {
  QList<Phase> phases;
  for (const auto &emission : spy)
    phases.append(emission.first().value<LaneState>().phase);
  return phases;
}

} // namespace

class TestLane : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void init();

  void staysIdleUntilAsked();
  void runsJobsAndReturnsValues();
  void runsUrgentJobsFirst();
  void writesOnlyForOperators();
  void cancelsWaitingJobs();
  void cancelsRunningReads();
  void cancelledWritesAreUnknown();
  void forgetsHandlersOfDeadContexts();
  void mayBeDestroyedByAHandler();
  void stopsWithOneResultEach();
  void refusesJobsAfterStop();
  void destructionHandsOutTheRest();
  void ownersMayBeTheContext();
  void manyResultsDoNotHoldTheWindow();

  void failsAtOnceWhileAway();
  void keepsPatientJobs();
  void reconnectsNow();
  void comesBackAfterARestart();
  void noticesAnIdleHangUp();
  void cutOffJobsEndOnce();
  void waitsWhileLoading();
  void tellsOfRefusedPasswords();
  void doesNotStormAServerThatHangsUp();
  void doesNotStormAServerThatHangsUpAfterTheGreeting();
  void replacesAtOnceWhatAJobGaveUp();
  void settlesAnUnknownWrite();
  void looksUpNames();

private:
  bool isServing(const char *command);

  RedisServer m_server{{.tcp = true, .arguments = {}}};
  WriteKey m_key = WriteKeyForTests::make();
};

void TestLane::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
}

void TestLane::init() {
  m_server.run({"FLUSHALL"});
  m_server.run({"SET", "k", "value"});
}

void TestLane::staysIdleUntilAsked() {
  StallingProxy proxy(m_server.socketPath());
  Lane lane(optionsFor(proxy.endpoint()));
  QCOMPARE(lane.state().phase, Phase::Idle);
  QSignalSpy spy(&lane, &Lane::stateChanged);
  QCoreApplication::processEvents();
  QCOMPARE(proxy.accepted(), 0);
  lane.connectNow();
  QTRY_VERIFY(lane.state().isConnected());
  QCOMPARE(phasesOf(spy), (QList<Phase>{Phase::Connecting, Phase::Connected}));
  QVERIFY(lane.state().facts.clientId > 0);
  lane.reconnectNow();
  Results results;
  lane.post(Priority::Normal, getting("k"), this, results.handler());
  QTRY_COMPARE(results.count(), size_t(1));
  QCOMPARE(proxy.accepted(), 1);
}

void TestLane::runsJobsAndReturnsValues() {
  for (const Endpoint &endpoint : {m_server.endpoint(), m_server.tcpEndpoint()}) {
    Lane lane(optionsFor(endpoint));
    Results results;
    lane.post(Priority::Normal, getting("k"), this, results.handler());
    lane.post(Priority::Normal, getting("missing"), this, results.handler());
    QCOMPARE(results.count(), size_t(0)); // never from within post()
    QTRY_COMPARE(results.count(), size_t(2));
    QCOMPARE(results.list[0], QByteArray("value"));
    QCOMPARE(results.kind(1), ErrorKind::NotFound);
  }
}

void TestLane::runsUrgentJobsFirst() {
  Lane lane(optionsFor(m_server.endpoint()));
  std::latch go(1);
  QByteArray order;
  const auto note = [&](char letter) { return [&order, letter](Result<int>) { order += letter; }; };
  const auto nothing = [](ReadSession &, std::stop_token) -> Result<int> { return 0; };
  std::atomic<bool> running = false;
  const auto first = [&](ReadSession &, std::stop_token) -> Result<int> {
    running = true;
    go.wait();
    return 0;
  };
  lane.post(Priority::Background, first, this, note('0'));
  QTRY_VERIFY(running); // the others wait behind it
  lane.post(Priority::Background, nothing, this, note('c'));
  lane.post(Priority::Normal, nothing, this, note('b'));
  lane.post(Priority::Interactive, nothing, this, note('a'));
  lane.post(Priority::Normal, nothing, this, note('B'));
  go.count_down();
  QTRY_COMPARE(order.size(), 5);
  QCOMPARE(order, QByteArray("0abBc"));
}

void TestLane::writesOnlyForOperators() {
  Lane viewer(optionsFor(m_server.endpoint(), Role::Viewer));
  Lane worker(optionsFor(m_server.endpoint()));
  Results results;
  viewer.postWrite(m_key, Priority::Normal, setting("k", "viewer"), this, results.handler());
  QTRY_COMPARE(results.count(), size_t(1));
  QCOMPARE(results.kind(0), ErrorKind::Denied);
  QCOMPARE(m_server.run({"GET", "k"}).bytes, QByteArray("value"));
  worker.postWrite(m_key, Priority::Normal, setting("k", "operator"), this, results.handler());
  QTRY_COMPARE(results.count(), size_t(2));
  QCOMPARE(m_server.run({"GET", "k"}).bytes, QByteArray("operator"));
}

void TestLane::cancelsWaitingJobs() {
  Lane lane(optionsFor(m_server.endpoint()));
  Results results;
  LaneHandle running = lane.post(Priority::Interactive, blocking(), this, results.handler());
  bool ran = false;
  LaneHandle waiting = lane.post(
      Priority::Normal,
      [&ran](ReadSession &, std::stop_token) -> Result<QByteArray> {
        ran = true;
        return QByteArray();
      },
      this, results.handler());
  QTRY_VERIFY(isServing("XREAD"));
  waiting.cancel();
  QCOMPARE(results.count(), size_t(0));
  QTRY_COMPARE(results.count(), size_t(1)); // while the other still runs
  QCOMPARE(results.kind(0), ErrorKind::Cancelled);
  waiting.cancel();
  running.cancel();
  QTRY_COMPARE(results.count(), size_t(2));
  QVERIFY(!ran);
}

void TestLane::cancelsRunningReads() {
  Lane lane(optionsFor(m_server.endpoint()));
  QSignalSpy spy(&lane, &Lane::stateChanged);
  Results results;
  LaneHandle handle = lane.post(Priority::Normal, blocking(), this, results.handler());
  QTRY_VERIFY(isServing("XREAD"));
  handle.cancel();
  QTRY_COMPARE(results.count(), size_t(1));
  QCOMPARE(results.kind(0), ErrorKind::Cancelled);
  // The next one is served, whatever became of the connection.
  lane.post(Priority::Normal, getting("k"), this, results.handler());
  QTRY_COMPARE(results.count(), size_t(2));
  QCOMPARE(results.list[1], QByteArray("value"));
  QVERIFY(!phasesOf(spy).contains(Phase::Waiting));
}

void TestLane::cancelledWritesAreUnknown() {
  StallingProxy proxy(m_server.socketPath());
  Lane lane(optionsFor(proxy.endpoint()));
  lane.connectNow();
  QTRY_VERIFY(lane.state().isConnected());
  proxy.limit(Scope::Open, Direction::ToClient, 0, AtLimit::Hold);
  Results results;
  LaneHandle handle = lane.postWrite(m_key, Priority::Normal, setting("k", "new"), this, results.handler());
  QTRY_VERIFY(proxy.held(Direction::ToClient) > 0);
  handle.cancel();
  QTRY_COMPARE(results.count(), size_t(1));
  QCOMPARE(results.kind(0), ErrorKind::OutcomeUnknown);
  QTRY_VERIFY(proxy.accepted() == 2 && lane.state().isConnected());
}

void TestLane::forgetsHandlersOfDeadContexts() {
  Lane lane(optionsFor(m_server.endpoint()));
  auto context = std::make_unique<QObject>();
  bool called = false;
  Results results;
  lane.post(Priority::Normal, getting("k"), context.get(), [&called](Result<QByteArray>) { called = true; });
  lane.post(Priority::Normal, getting("k"), this, results.handler());
  context.reset();
  QTRY_COMPARE(results.count(), size_t(1));
  QVERIFY(!called);
}

void TestLane::mayBeDestroyedByAHandler() {
  auto lane = std::make_unique<Lane>(optionsFor(m_server.endpoint()));
  Results results;
  lane->post(Priority::Normal, getting("k"), this, [&lane](Result<QByteArray>) { lane.reset(); });
  for (int i = 0; i < 5; ++i)
    lane->post(Priority::Normal, getting("k"), this, results.handler());
  QTRY_VERIFY(!lane);
  QTRY_COMPARE(results.count(), size_t(5));
}

void TestLane::stopsWithOneResultEach() {
  Lane lane(optionsFor(m_server.endpoint()));
  QSignalSpy spy(&lane, &Lane::stateChanged);
  Results results;
  lane.post(Priority::Normal, blocking(), this, results.handler());
  QTRY_VERIFY(isServing("XREAD"));
  for (int i = 0; i < 10; ++i)
    lane.post(Priority::Normal, getting("k"), this, results.handler());
  lane.stop();
  QCOMPARE(results.count(), size_t(11));
  for (size_t i = 0; i < results.count(); ++i)
    QCOMPARE(results.kind(i), ErrorKind::Cancelled);
  QCOMPARE(lane.state().phase, Phase::Stopped);
  lane.stop();
  QCoreApplication::processEvents();
  QCOMPARE(results.count(), size_t(11));
  QCOMPARE(phasesOf(spy).count(Phase::Stopped), 1); // told once
}

void TestLane::refusesJobsAfterStop() {
  Lane lane(optionsFor(m_server.endpoint()));
  lane.stop();
  Results results;
  lane.post(Priority::Normal, getting("k"), this, results.handler(), WhenAway::Wait);
  QTRY_COMPARE(results.count(), size_t(1));
  QCOMPARE(results.kind(0), ErrorKind::Cancelled);
}

void TestLane::destructionHandsOutTheRest() {
  Results results;
  {
    Lane lane(optionsFor(m_server.endpoint()));
    lane.post(Priority::Normal, blocking(), this, results.handler());
    lane.post(Priority::Normal, getting("k"), this, results.handler());
  }
  QCOMPARE(results.count(), size_t(0)); // not from within the destructor
  QTRY_COMPARE(results.count(), size_t(2));
  QCOMPARE(results.kind(0), ErrorKind::Cancelled);
  QCOMPARE(results.kind(1), ErrorKind::Cancelled);
}

void TestLane::ownersMayBeTheContext() {
  struct Owner : QObject {
    explicit Owner(const Lane::Options &options)
        : lane(options) {}
    Lane lane;
  };
  bool called = false;
  {
    Owner owner(optionsFor(m_server.endpoint()));
    owner.lane.post(Priority::Normal, blocking(), &owner, [&called](Result<QByteArray>) { called = true; });
  }
  QCoreApplication::sendPostedEvents();
  QCoreApplication::processEvents();
  QVERIFY(!called);
}

void TestLane::manyResultsDoNotHoldTheWindow() {
  Lane lane(optionsFor(m_server.endpoint()));
  int done = 0;
  for (int i = 0; i < 40; ++i) {
    lane.post(
        Priority::Normal, [](ReadSession &, std::stop_token) -> Result<int> { return 0; }, this,
        [&done](Result<int>) {
          const Deadline busy = Deadline::in(5ms);
          while (!busy.passed()) {
          }
          ++done;
        });
  }
  // Other events get their turn between the handlers: none waits for all forty.
  int turns = 0;
  QTimer timer;
  connect(&timer, &QTimer::timeout, this, [&turns] { ++turns; });
  timer.start(0);
  QTRY_COMPARE(done, 40);
  QVERIFY2(turns >= 10, qPrintable(QString::number(turns)));
}

void TestLane::failsAtOnceWhileAway() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  const Endpoint endpoint = server.endpoint();
  server.stop();
  Lane lane(slowOptionsFor(endpoint));
  Results results;
  lane.post(Priority::Normal, getting("k"), this, results.handler());
  QTRY_COMPARE(results.count(), size_t(1));
  QCOMPARE(results.kind(0), ErrorKind::Disconnected);
  QTRY_COMPARE(lane.state().phase, Phase::Waiting);
  QVERIFY(lane.state().retryAtMs > wallClockMs());
  QCOMPARE(lane.state().error.kind, ErrorKind::Disconnected);
  lane.post(Priority::Normal, getting("k"), this, results.handler());
  QTRY_COMPARE(results.count(), size_t(2));
  QCOMPARE(results.kind(1), ErrorKind::Disconnected);
  QCOMPARE(lane.state().attempt, 1);
}

void TestLane::keepsPatientJobs() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  const Endpoint endpoint = server.endpoint();
  server.killHard();
  Lane lane(optionsFor(endpoint));
  Results patient, hasty;
  lane.post(Priority::Normal, getting("k"), this, patient.handler(), WhenAway::Wait);
  lane.post(Priority::Normal, getting("k"), this, hasty.handler());
  QTRY_COMPARE(hasty.count(), size_t(1));
  QTRY_VERIFY(lane.state().attempt >= 3);
  QCOMPARE(patient.count(), size_t(0));
  QVERIFY2(server.restart(), qPrintable(server.error()));
  server.run({"SET", "k", "back"});
  QTRY_COMPARE_WITH_TIMEOUT(patient.count(), size_t(1), LongMs);
  QVERIFY(patient.list[0] || patient.kind(0) == ErrorKind::NotFound);
}

void TestLane::reconnectsNow() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  const Endpoint endpoint = server.endpoint();
  server.killHard();
  Lane lane(slowOptionsFor(endpoint));
  lane.connectNow();
  QTRY_COMPARE(lane.state().phase, Phase::Waiting);
  QVERIFY2(server.restart(), qPrintable(server.error()));
  lane.reconnectNow();
  QTRY_VERIFY(lane.state().isConnected());
  QCOMPARE(lane.state().attempt, 0);
}

void TestLane::comesBackAfterARestart() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  Lane lane(optionsFor(server.endpoint()));
  lane.connectNow();
  QTRY_VERIFY(lane.state().isConnected());
  const QByteArray run = lane.state().facts.runId;
  server.killHard();
  QTRY_COMPARE(lane.state().phase, Phase::Waiting);
  QVERIFY2(server.restart(), qPrintable(server.error()));
  QTRY_VERIFY_WITH_TIMEOUT(lane.state().isConnected(), LongMs);
  QVERIFY(lane.state().facts.runId != run);
  Results results; // and is there for hasty jobs again
  lane.post(Priority::Normal, getting("k"), this, results.handler());
  QTRY_COMPARE(results.count(), size_t(1));
  QCOMPARE(results.kind(0), ErrorKind::NotFound);
}

void TestLane::noticesAnIdleHangUp() {
  Lane lane(optionsFor(m_server.endpoint()));
  lane.connectNow();
  QTRY_VERIFY(lane.state().isConnected());
  const qint64 id = lane.state().facts.clientId;
  QCOMPARE(m_server.run({"CLIENT", "KILL", "ID", QByteArray::number(id)}), Reply::ofInt(1));
  QTRY_VERIFY(lane.state().isConnected() && lane.state().facts.clientId != id);
}

void TestLane::cutOffJobsEndOnce() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  Lane lane(optionsFor(server.endpoint()));
  lane.connectNow();
  QTRY_VERIFY(lane.state().isConnected());
  server.freeze();
  Results reads, writes;
  lane.postWrite(m_key, Priority::Interactive, setting("k", "v"), this, writes.handler());
  lane.post(Priority::Normal, getting("k"), this, reads.handler());
  server.killHard();
  QTRY_COMPARE(writes.count() + reads.count(), size_t(2));
  // Killed before or after the bytes went out: never anything in between.
  QVERIFY(writes.kind(0) == ErrorKind::OutcomeUnknown || writes.kind(0) == ErrorKind::Disconnected);
  QCOMPARE(reads.kind(0), ErrorKind::Disconnected);
}

void TestLane::waitsWhileLoading() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  server.run({"EVAL", "for i = 1, 20000 do redis.call('SET', 'key:' .. i, i) end", "0"});
  QCOMPARE(server.run({"DBSIZE"}), Reply::ofInt(20000));
  QCOMPARE(server.run({"SAVE"}), Reply::ofStatus("OK"));
  // 20,000 keys at 2 ms each: longer than anybody waits for it here.
  server.setArguments({QStringLiteral("--key-load-delay"), QStringLiteral("2000"),
                       QStringLiteral("--loading-process-events-interval-bytes"), QStringLiteral("1024")});
  QVERIFY2(server.restart(), qPrintable(server.error()));
  Lane lane(optionsFor(server.endpoint()));
  Results results;
  lane.post(Priority::Normal, getting("k"), this, results.handler());
  QTRY_COMPARE_WITH_TIMEOUT(lane.state().phase, Phase::Loading, LongMs);
  QTRY_COMPARE(results.count(), size_t(1));
  QCOMPARE(results.list[0].error().code, QByteArray("LOADING"));
  QVERIFY(lane.state().facts.loading);
  server.run({"CONFIG", "SET", "key-load-delay", "0"});
  QTRY_VERIFY_WITH_TIMEOUT(lane.state().isConnected(), LongMs);
}

void TestLane::tellsOfRefusedPasswords() {
  RedisServer server({.arguments = {QStringLiteral("--requirepass"), QStringLiteral("secret")}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  Lane::Options options = slowOptionsFor(server.endpoint());
  options.credentials.password = SecretString("wrong");
  Lane lane(options);
  Results results;
  lane.post(Priority::Normal, getting("k"), this, results.handler());
  QTRY_COMPARE(lane.state().phase, Phase::Refused);
  QTRY_COMPARE(results.count(), size_t(1));
  QCOMPARE(results.kind(0), ErrorKind::Auth);
  lane.setCredentials({{}, SecretString("secret")});
  lane.reconnectNow();
  QTRY_VERIFY(lane.state().isConnected());
}

void TestLane::doesNotStormAServerThatHangsUp() {
  StallingProxy proxy(m_server.socketPath());
  proxy.refuseNew(true);
  Lane::Options options = optionsFor(proxy.endpoint());
  options.backoff = {.first = 50ms, .most = 1h};
  Lane lane(options);
  lane.connectNow();
  QTRY_VERIFY(lane.state().attempt >= 3);
  // 37 + 75 ms at the least lie between three tries, more before the next.
  QVERIFY(proxy.accepted() <= 5);
}

/// One that takes everybody in and hangs up right after the greeting: there is a pause all the same.
void TestLane::doesNotStormAServerThatHangsUpAfterTheGreeting() {
  LyingProxy proxy(m_server.socketPath());
  proxy.lieAbout([](const QByteArrayList &words) { return words.value(0) == "TIME"; }, // its last words
                 {LyingProxy::Lie::AfterReply, LyingProxy::Lie::Reset});
  Lane lane(slowOptionsFor(proxy.endpoint()));
  QSignalSpy spy(&lane, &Lane::stateChanged);
  lane.connectNow();
  QTRY_VERIFY_WITH_TIMEOUT(spy.size() >= 3, LongMs);
  QCOMPARE(phasesOf(spy), (QList<Phase>{Phase::Connecting, Phase::Connected, Phase::Waiting}));
  QVERIFY(lane.state().retryAtMs > 0);
}

/// Whatever its age: it was no fault of the server's.
void TestLane::replacesAtOnceWhatAJobGaveUp() {
  Lane lane(slowOptionsFor(m_server.endpoint()));
  Results results;
  const auto giveUp = [](WriteSession &session, std::stop_token) -> Result<QByteArray> {
    session.giveUp();
    return QByteArray("given up");
  };
  lane.postWrite(m_key, Priority::Normal, giveUp, this, results.handler());
  lane.post(Priority::Normal, getting("k"), this, results.handler());
  QTRY_COMPARE(results.count(), size_t(2));
  QVERIFY(results.list[1]);
  QCOMPARE(results.list[1], QByteArray("value"));
}

void TestLane::settlesAnUnknownWrite() {
  StallingProxy proxy(m_server.socketPath());
  Lane lane(optionsFor(proxy.endpoint()));
  lane.connectNow();
  QTRY_VERIFY(lane.state().isConnected());
  proxy.limit(Scope::Open, Direction::ToServer, 0, AtLimit::Hold);

  ClientMark mark;
  std::optional<Error> error;
  const auto write = [](WriteSession &session, std::stop_token stop) -> Result<std::pair<ClientMark, Error>> {
    CallOptions options;
    options.timeout = 100ms;
    const auto reply = session.call(Command::of("SET", "k", "held"), stop, options);
    return std::pair(session.mark(), reply ? Error{} : reply.error());
  };
  lane.postWrite(m_key, Priority::Interactive, write, this, [&](Result<std::pair<ClientMark, Error>> result) {
    mark = result->first;
    error = result->second;
  });
  QTRY_VERIFY(error);
  QCOMPARE(error->kind, ErrorKind::OutcomeUnknown);

  Results results;
  const auto settle = [&mark](WriteSession &session, std::stop_token stop) -> Result<QByteArray> {
    const auto gone = session.awaitGone(mark, stop, {.killAfter = 1h, .giveUpAfter = 20s});
    if (!gone)
      return fail(gone.error());
    const auto reply = session.ReadSession::call(Command::of("GET", "k"), stop);
    return reply ? reply->asBytes() : fail(reply.error());
  };
  lane.postWrite(m_key, Priority::Interactive, settle, this, results.handler(), WhenAway::Wait);
  QTRY_COMPARE(proxy.openClients(), 1);
  QTRY_VERIFY(isServing("CLIENT"));
  QCOMPARE(results.count(), size_t(0));
  proxy.release();
  QTRY_COMPARE(results.count(), size_t(1));
  QCOMPARE(results.list[0], QByteArray("held"));
}

void TestLane::looksUpNames() {
  Endpoint endpoint = m_server.tcpEndpoint();
  endpoint.host = QStringLiteral("localhost");
  Lane local(optionsFor(endpoint));
  local.connectNow();
  QTRY_VERIFY(local.state().isConnected());
  endpoint.host = QStringLiteral("no-such-host.invalid");
  Lane nowhere(slowOptionsFor(endpoint));
  nowhere.connectNow();
  QTRY_COMPARE_WITH_TIMEOUT(nowhere.state().phase, Phase::Waiting, LongMs);
  QCOMPARE(nowhere.state().error.code, QByteArray("HOSTNAME"));
}

/// Whether the server has such a command in hand, or had it last, for a connection of ours.
bool TestLane::isServing(const char *command) {
  const QByteArray clients = m_server.run({"CLIENT", "LIST"}).bytes;
  for (const QByteArray &line : clients.split('\n')) {
    if (line.contains("name=oxpecker") && line.contains("cmd=" + QByteArray(command).toLower()))
      return true;
  }
  return false;
}

QTEST_GUILESS_MAIN(TestLane)
#include "tst_redis_lane.moc"
