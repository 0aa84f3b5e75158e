// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include "fakes/nodepeer/nodepeer.h"
#include "fakes/redis/stallingproxy.h"
#include "workspace/alertwatch.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"

#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace oxp::test;
using alerts::Alert;
using alerts::AlertKind;
using alerts::AlertRule;

namespace {

const QueueId Legacy{"bull", "legacy"};

AlertRule ruleOf(AlertKind kind, qint64 limit, int minutes = 5) {
  return {kind, std::nullopt, limit, minutes, true};
}

} // namespace

class TestSessionAlerts : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void tellsFailuresWhileHidden();
  void tellsFailuresOfAQueueWithoutEvents();
  void tellsFailuresWhoseEventsWereTrimmed();
  void tellsFailuresOfAnOutageAndNothingTwice();
  void tellsABacklogAndItsEnd();
  void seesADrainedQueue();
  void tellsOfAJobThatWaitsTooLong();
  void tellsOfAPrioritizedJobThatWaitsTooLong();
  void tellsOfADelayedJobWhenItsTimeIsLongOver();
  void countsARetriedJobFromItsFirstSight();
  void tellsThatNobodyListens();
  void followsWhatAGivenUpDiscoveryFound();
  void asksNothingWithoutRules();
  void readsOnlyWhatMoved();

private:
  void make(const Endpoint &endpoint);
  void open(const Endpoint &endpoint);
  void watch(std::vector<AlertRule> rules) {
    m_watch = std::make_unique<AlertWatch>(*m_session, 50);
    connect(m_watch.get(), &AlertWatch::raised, this, [this](const std::vector<Alert> &alerts) {
      m_raised += {alerts.begin(), alerts.end()};
    });
    connect(m_watch.get(), &AlertWatch::over, this, [this](const std::vector<Alert> &alerts) {
      m_over += {alerts.begin(), alerts.end()};
    });
    m_watch->setRules(std::move(rules));
  }
  void tell(const QueueId &queue, const QByteArray &event) {
    m_server->run({"XADD", queue.key("events"), "*", "event", event, "jobId", "1"});
  }
  /// The only job that waits, with these fields besides those of a new one.
  void putNext(const std::vector<QByteArray> &fields) {
    m_server->run({"DEL", Orders.key("wait"), Orders.key("1")});
    std::vector<QByteArray> command{"HSET", Orders.key("1"), "timestamp", "1700000000000", "opts", "{}"};
    command.insert(command.end(), fields.begin(), fields.end());
    m_server->run(command);
    m_server->run({"LPUSH", Orders.key("wait"), "1"});
  }
  /// Whether so many more backlogs were read, and all but the last of them looked at.
  bool looks(int count) {
    const qint64 before = calls("lrange");
    return QTest::qWaitFor([&] { return calls("lrange") >= before + 4 * (count + 1); }, 20'000);
  }
  qint64 calls(const QByteArray &command) { return callsOf(*m_server, command); }

  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<Surroundings> m_around;
  std::unique_ptr<ProfileSession> m_session;
  std::unique_ptr<AlertWatch> m_watch;
  QList<Alert> m_raised, m_over;
};

void TestSessionAlerts::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  seedQueue(*m_server, Orders, 3);
  tell(Orders, "added");
  m_around = std::make_unique<Surroundings>();
  open(m_server->endpoint());
}

void TestSessionAlerts::make(const Endpoint &endpoint) {
  m_watch.reset();
  m_session = std::make_unique<ProfileSession>(m_around->setup(profileOf(endpoint)));
  m_session->live().setWindowActive(false);
  m_raised.clear();
  m_over.clear();
}

void TestSessionAlerts::open(const Endpoint &endpoint) {
  make(endpoint);
  m_session->link().connectNow();
  QTRY_VERIFY(m_session->queues().discovery().complete);
}

void TestSessionAlerts::cleanup() {
  m_watch.reset();
  m_session.reset();
  m_around.reset();
  m_server.reset();
}

void TestSessionAlerts::tellsFailuresWhileHidden() {
  watch({ruleOf(AlertKind::FailedRises, 3), ruleOf(AlertKind::Stalled, 1)});
  QTRY_VERIFY(m_session->live().speaks(Orders));
  tell(Orders, "failed");
  tell(Orders, "failed");
  tell(Orders, "stalled");
  QTRY_COMPARE(m_raised.size(), 1);
  QCOMPARE(m_raised.front().rule.kind, AlertKind::Stalled);
  tell(Orders, "failed");
  QTRY_COMPARE(m_raised.size(), 2);
  QCOMPARE(m_raised.back().queue, Orders);
  QCOMPARE(m_raised.back().value, 3);
  m_watch->setRules({});
  QCOMPARE(m_over.size(), 2);
}

void TestSessionAlerts::tellsFailuresOfAQueueWithoutEvents() {
  seedQueue(*m_server, Legacy, 1);
  m_server->run({"DEL", Orders.key("events")});
  m_session->refresh();
  QTRY_VERIFY(m_session->queues().find(Legacy));
  QSignalSpy backlogs(&m_session->link(), &ServerLink::statusChanged);
  watch({ruleOf(AlertKind::FailedRises, 2)});
  seedFailed(*m_server, Legacy, "old", "it was there before");
  const qint64 before = calls("zcard");
  QTRY_VERIFY(calls("zcard") >= before + 8); // twice, two of each queue
  QVERIFY(m_raised.isEmpty());
  for (const char *id : {"a", "b", "c"})
    seedFailed(*m_server, Legacy, id, "new");
  QTRY_COMPARE(m_raised.size(), 1);
  QCOMPARE(m_raised.front().queue, Legacy);
}

void TestSessionAlerts::tellsFailuresWhoseEventsWereTrimmed() {
  watch({ruleOf(AlertKind::FailedRises, 3)});
  QTRY_VERIFY(m_session->live().speaks(Orders));
  QVERIFY(looks(1)); // what had failed by now is known
  const QByteArray script = "for i = 1, 3 do redis.call('XADD', KEYS[1], '*', 'event', 'failed', 'jobId', i)"
                            "  redis.call('ZADD', KEYS[2], i, i) end "
                            "redis.call('XTRIM', KEYS[1], 'MAXLEN', 0) "
                            "redis.call('XADD', KEYS[1], '*', 'event', 'added', 'jobId', 9)";
  m_server->run({"EVAL", script, "2", Orders.key("events"), Orders.key("failed")});
  QTRY_COMPARE(m_raised.size(), 1);
  QCOMPARE(m_raised.front().value, 3);
}

void TestSessionAlerts::tellsFailuresOfAnOutageAndNothingTwice() {
  StallingProxy proxy(m_server->socketPath());
  open(proxy.endpoint());
  watch({ruleOf(AlertKind::WaitingAbove, 2), ruleOf(AlertKind::FailedRises, 3)});
  QTRY_VERIFY(m_session->live().speaks(Orders));
  QTRY_COMPARE(m_raised.size(), 1);
  QCOMPARE(m_raised.front().rule.kind, AlertKind::WaitingAbove);
  proxy.refuseNew(true);
  proxy.dropAll();
  QTRY_VERIFY(!m_session->isConnected());
  for (const char *id : {"a", "b", "c"}) {
    seedFailed(*m_server, Orders, id, "while nobody looked");
    tell(Orders, "failed");
  }
  proxy.refuseNew(false);
  QTRY_COMPARE(m_raised.size(), 2);
  QCOMPARE(m_raised.back().rule.kind, AlertKind::FailedRises);
  QCOMPARE(m_raised.back().value, 3);
  QVERIFY(m_over.isEmpty());
  QCOMPARE(m_watch->standing().size(), size_t(2));
}

void TestSessionAlerts::tellsABacklogAndItsEnd() {
  watch({ruleOf(AlertKind::WaitingAbove, 3)});
  QTRY_VERIFY(m_session->live().speaks(Orders));
  m_server->run({"LPUSH", Orders.key("wait"), "4"});
  tell(Orders, "added");
  QTRY_COMPARE(m_raised.size(), 1);
  QCOMPARE(m_raised.front().value, 4);
  m_server->run({"RPOP", Orders.key("wait")});
  tell(Orders, "active");
  QTRY_COMPARE(m_over.size(), 1);
  QVERIFY(m_watch->standing().empty());
}

void TestSessionAlerts::tellsOfAJobThatWaitsTooLong() {
  watch({ruleOf(AlertKind::OldestWaiting, 0, 10)}); // the seed's jobs are of 2023
  QTRY_COMPARE(m_raised.size(), 1);
  QVERIFY(m_raised.front().value > 10 * 60'000);
}

/// Draining writes no event.
void TestSessionAlerts::seesADrainedQueue() {
  watch({ruleOf(AlertKind::WaitingAbove, 2)});
  QTRY_VERIFY(m_session->live().speaks(Orders));
  QTRY_COMPARE(m_raised.size(), 1);
  m_server->run({"DEL", Orders.key("wait")});
  QTRY_COMPARE(m_over.size(), 1);
}

void TestSessionAlerts::tellsOfAPrioritizedJobThatWaitsTooLong() {
  m_server->run({"DEL", Orders.key("wait")});
  watch({ruleOf(AlertKind::OldestWaiting, 0, 10)});
  QTRY_VERIFY(m_session->live().speaks(Orders) && calls("lrange") > 0);
  QVERIFY(m_raised.isEmpty());
  m_server->run({"ZADD", Orders.key("prioritized"), "21474836480", "1"});
  tell(Orders, "waiting");
  QTRY_COMPARE(m_raised.size(), 1);
}

void TestSessionAlerts::tellsOfADelayedJobWhenItsTimeIsLongOver() {
  constexpr qint64 MinuteMs = 60'000;
  const qint64 delay = m_session->link().serverNow() - 1'700'000'000'000;
  putNext({"opts", "{\"delay\":" + QByteArray::number(delay) + "}"}); // it was due just now
  watch({ruleOf(AlertKind::OldestWaiting, 0, 10)});
  QVERIFY(looks(2));
  QVERIFY(m_raised.isEmpty());
  putNext({"opts", "{\"delay\":" + QByteArray::number(delay - 20 * MinuteMs) + "}"});
  tell(Orders, "waiting");
  QTRY_COMPARE(m_raised.size(), 1);
  QVERIFY(m_raised.front().value >= 20 * MinuteMs && m_raised.front().value < 30 * MinuteMs);
}

void TestSessionAlerts::countsARetriedJobFromItsFirstSight() {
  putNext({"atm", "2", "processedOn", "1700000001000"});
  watch({ruleOf(AlertKind::OldestWaiting, 0, 10), ruleOf(AlertKind::OldestWaiting, 0, 0)});
  QTRY_COMPARE(m_raised.size(), 1); // it was there at two looks
  QCOMPARE(m_raised.front().rule.minutes, 0);
  QVERIFY(m_raised.front().value < 60'000);
}

/// Against the real BullMQ, which names its connection.
void TestSessionAlerts::tellsThatNobodyListens() {
  const auto worker = [this] {
    auto peer = std::make_unique<NodePeer>();
    const QStringList arguments{u"--queue"_qs, QString::fromUtf8(Orders.name)};
    return peer->start(u"liveworker.mjs"_qs, m_server->socketPath(), arguments) ? std::move(peer) : nullptr;
  };
  std::unique_ptr<NodePeer> listens = worker();
  QVERIFY(listens);
  const qint64 before = calls("client|list");
  watch({ruleOf(AlertKind::NoWorker, 0, 0)});
  QTRY_VERIFY(calls("client|list") >= before + 3);
  QVERIFY(m_raised.isEmpty());
  listens.reset();
  QTRY_COMPARE(m_raised.size(), 1);
  QCOMPARE(m_raised.front().queue, Orders);
  QVERIFY(m_over.isEmpty());
  listens = worker();
  QVERIFY(listens);
  QTRY_COMPARE(m_over.size(), 1);
}

/// The server answers ever more slowly until the person has enough of it: what was found by then stays.
void TestSessionAlerts::followsWhatAGivenUpDiscoveryFound() {
  using Scope = StallingProxy::Scope;
  constexpr auto ToClient = StallingProxy::Direction::ToClient;
  constexpr auto Hold = StallingProxy::AtLimit::Hold;
  m_server->run({"EVAL", "for i = 1, 100000 do redis.call('SET', 'other:' .. i, '') end", "0"});
  for (int i = 0; i < 50; ++i) {
    const QueueId queue{"bull", QByteArray::number(i)};
    seedQueue(*m_server, queue, 1);
    tell(queue, "added");
  }
  StallingProxy proxy(m_server->socketPath());
  make(proxy.endpoint());
  watch({ruleOf(AlertKind::FailedRises, 1)});
  QSignalSpy found(&m_session->queues(), &QueueRegistry::queuesFound);
  QSignalSpy changed(&m_session->queues(), &QueueRegistry::queuesChanged);
  connect(&m_session->link(), &ServerLink::statusChanged, this, [&proxy](const SessionStatus &status) {
    if (status.connected())
      proxy.limit(Scope::New, ToClient, 4'000, Hold);
  });
  m_session->link().connectNow();
  QTRY_VERIFY(m_session->queues().discovery().running);
  // Some more each time that discovery has had longer than it keeps to itself what it found.
  for (int i = 0; i < 100 && !QTest::qWaitFor([&] { return !found.isEmpty(); }, 120); ++i)
    proxy.limit(Scope::Open, ToClient, 500, Hold);
  m_session->queues().cancelDiscovery();
  QTRY_VERIFY(!m_session->queues().discovery().running);
  QVERIFY(m_session->queues().discovery().failed && !m_session->queues().all().empty());
  QCOMPARE(changed.size(), 0);
  proxy.release();
  const QueueId queue = m_session->queues().all().front().id;
  QTRY_VERIFY(m_session->live().speaks(queue));
  tell(queue, "failed");
  QTRY_COMPARE(m_raised.size(), 1);
  QCOMPARE(m_raised.front().queue, queue);
}

void TestSessionAlerts::asksNothingWithoutRules() {
  watch({});
  QTRY_VERIFY(!m_session->queues().discovery().running);
  const qint64 before = calls("llen");
  QVERIFY(ring(50, 5));
  QCOMPARE(calls("llen"), before);
  QCOMPARE(calls("xread"), 0);
}

void TestSessionAlerts::readsOnlyWhatMoved() {
  m_server->run({"DEL", Orders.key("wait")}); // where nothing waits, nothing can go without an event
  watch({ruleOf(AlertKind::WaitingAbove, 1'000)});
  QTRY_VERIFY(m_session->live().speaks(Orders));
  QTRY_VERIFY(calls("lrange") > 0);
  QVERIFY(ring(50, 4)); // looks that have nothing to read
  const qint64 settled = calls("lrange");
  QVERIFY(ring(50, 8));
  QCOMPARE(calls("lrange"), settled);
  tell(Orders, "added");
  QTRY_VERIFY(calls("lrange") > settled);
}

QTEST_GUILESS_MAIN(TestSessionAlerts)
#include "tst_session_alerts.moc"
