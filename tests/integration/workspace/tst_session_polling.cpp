// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"
#include "workspace/jobwatch.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/sessionrunner.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace oxp::test;

class TestPolling : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void countsEachOnceAndThenVisibleOnesOnly();
  void countsWhatIsAskedForAsItConnects();
  void findsNewQueues();
  void looksForNewQueuesAtSmallCost();
  void pollsNothingWhileHidden();
  void knowsAtOnceWhatWasPausedFromHere();
  void watchesTheOpenJob();
  void tellsThatTheOpenJobIsGone();
  void tellsThatAJobWentBeforeItsFirstPulse();

private:
  /// Commands that the server has run so far.
  qint64 commands() {
    const QByteArray info = m_server->run({"INFO", "stats"}).bytes;
    const QByteArray word = "total_commands_processed:";
    const qsizetype at = info.indexOf(word) + word.size();
    return info.mid(at, info.indexOf('\r', at) - at).toLongLong();
  }

  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<Surroundings> m_around;
  std::unique_ptr<ProfileSession> m_session;
};

void TestPolling::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  seedQueue(*m_server, Orders, 3);
  seedQueue(*m_server, {"bull", "mail"}, 1);
  m_around = std::make_unique<Surroundings>();
  SessionSetup setup = m_around->setup(profileOf(m_server->endpoint()));
  setup.rediscoverMs = 100;
  m_session = std::make_unique<ProfileSession>(std::move(setup));
  m_session->link().connectNow();
  QTRY_VERIFY(m_session->queues().discovery().complete);
}

void TestPolling::cleanup() {
  m_session.reset();
  m_around.reset();
  m_server.reset();
}

void TestPolling::countsEachOnceAndThenVisibleOnesOnly() {
  QSignalSpy changed(&m_session->counts(), &QueueCounter::countsChanged);
  m_session->live().setVisibleQueues({Orders});
  QTRY_VERIFY(m_session->counts().of(Orders));
  QCOMPARE(m_session->counts().of(Orders)->of(JobState::Waiting), 3);
  // Another queue's figures are there when its row comes on the screen, and are not read again before that.
  const QueueId mail{"bull", "mail"};
  QTRY_VERIFY(m_session->counts().of(mail));
  const QueueCounts mailBefore = *m_session->counts().of(mail);
  m_server->run({"LPUSH", mail.key("wait"), "78"});
  m_server->run({"LPUSH", Orders.key("wait"), "77"});
  QTRY_COMPARE(m_session->counts().of(Orders)->of(JobState::Waiting), 4);
  QSignalSpy ticks(&m_session->live(), &LiveWatch::pollTick);
  changed.clear();
  QTRY_VERIFY(ticks.size() >= 3);
  QCOMPARE(changed.size(), 0);
  QCOMPARE(*m_session->counts().of(mail), mailBefore);
}

/// The window shows remembered queues as soon as it hears that it is connected.
void TestPolling::countsWhatIsAskedForAsItConnects() {
  SessionSetup setup = m_around->setup(profileOf(m_server->endpoint()));
  setup.knownQueues = {*m_session->queues().find(Orders)};
  ProfileSession session(std::move(setup));
  connect(&session.link(), &ServerLink::statusChanged, this, [&session](const SessionStatus &status) {
    if (status.connected())
      session.live().setVisibleQueues({Orders});
  });
  session.link().connectNow();
  QTRY_VERIFY(session.counts().of(Orders));
  QTRY_VERIFY(session.queues().discovery().complete);
  QTRY_VERIFY(session.counts().of({"bull", "mail"}));
}

void TestPolling::findsNewQueues() {
  QSignalSpy changed(&m_session->queues(), &QueueRegistry::queuesChanged);
  seedQueue(*m_server, {"bull", "late"}, 1);
  m_session->refresh();
  QTRY_VERIFY(m_session->queues().find({"bull", "late"}));
  m_server->run({"DEL", "bull:late:meta", "bull:late:wait", "bull:late:1"});
  QTRY_VERIFY(!m_session->queues().find({"bull", "late"}));
  QVERIFY(changed.size() >= 2);
}

/// By itself, with two commands a look; what is known is not asked about again, and an open queue seldom.
void TestPolling::looksForNewQueuesAtSmallCost() {
  m_session->live().setOpenQueue(Orders);
  QTRY_VERIFY(!m_session->queues().discovery().running);
  const qint64 looks = callsOf(*m_server, "dbsize");
  QTRY_VERIFY(callsOf(*m_server, "dbsize") > looks);
  const qint64 hmget = callsOf(*m_server, "hmget"), type = callsOf(*m_server, "type");
  const qint64 scans = callsOf(*m_server, "scan"), from = callsOf(*m_server, "dbsize");
  QTRY_VERIFY(callsOf(*m_server, "dbsize") >= from + 5);
  QTRY_VERIFY(!m_session->queues().discovery().running);
  QCOMPARE(callsOf(*m_server, "hmget"), hmget);
  QCOMPARE(callsOf(*m_server, "type"), type);
  QVERIFY(callsOf(*m_server, "scan") - scans <= callsOf(*m_server, "dbsize") - from + 1);
  seedQueue(*m_server, {"bull", "late"}, 1);
  QTRY_VERIFY(m_session->queues().find({"bull", "late"}));
}

void TestPolling::pollsNothingWhileHidden() {
  m_session->live().setVisibleQueues({Orders});
  QTRY_VERIFY(m_session->counts().of(Orders));
  m_session->live().setWindowActive(false);
  m_session->openJob().watch(*m_session->queues().find(Orders), "1");
  QTRY_VERIFY(!m_session->queues().discovery().running);
  QSignalSpy ticks(&m_session->live(), &LiveWatch::pollTick);
  qint64 before = commands();
  const auto isStill = [&] { // what was under way has come
    if (!ring(50, 2))
      return false;
    const qint64 now = commands();
    return now - std::exchange(before, now) < 5;
  };
  QTRY_VERIFY(isStill());
  ticks.clear();
  QVERIFY(ring(50, 6));
  QCOMPARE(ticks.size(), 0);
  QVERIFY2(commands() - before < 5, "only the test's own INFO");
  m_session->live().setWindowActive(true);
  QCOMPARE(ticks.size(), 1);
}

/// Without a look: the next one may come after somebody else has turned it back.
void TestPolling::knowsAtOnceWhatWasPausedFromHere() {
  m_session->live().setVisibleQueues({Orders});
  QTRY_VERIFY(m_session->counts().of(Orders));
  m_session->live().setWindowActive(false);
  QSignalSpy changed(&m_session->counts(), &QueueCounter::countsChanged);
  for (const char *operation : {"queue.pause", "queue.resume"}) {
    OperationRequest request;
    request.operation = operation;
    request.queue = *m_session->queues().find(Orders);
    QSignalSpy done(&m_session->runner(), &SessionRunner::finished);
    changed.clear();
    m_session->runner().run(request, this, [](const Result<OperationReport> &, const OperationReport &) {});
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(m_session->counts().of(Orders)->paused, QByteArray(operation) == "queue.pause");
    QCOMPARE(changed.size(), 1);
  }
}

void TestPolling::watchesTheOpenJob() {
  QList<JobPulse> pulses;
  connect(&m_session->openJob(), &JobWatch::polled, this, [&](const JobPulse &pulse) { pulses += pulse; });
  m_session->openJob().watch(*m_session->queues().find(Orders), "2");
  QTRY_VERIFY(!pulses.isEmpty());
  QVERIFY(pulses.last().detail.exists);
  QCOMPARE(pulses.last().detail.row.name, "order 2"_qba);
  QCOMPARE(pulses.last().sha1, QCryptographicHash::hash("{\"n\":2}", QCryptographicHash::Sha1));
  m_server->run({"HSET", Orders.key("2"), "data", "{\"n\":3}"});
  QTRY_COMPARE(pulses.last().sha1, QCryptographicHash::hash("{\"n\":3}", QCryptographicHash::Sha1));
  m_server->run({"LREM", Orders.key("wait"), "0", "2"});
  m_server->run({"LPUSH", Orders.key("active"), "2"});
  QTRY_COMPARE(pulses.last().detail.row.state, JobState::Active);
  m_session->openJob().unwatch();
  QSignalSpy ticks(&m_session->live(), &LiveWatch::pollTick);
  QTRY_VERIFY(ticks.size() >= 1);
  pulses.clear();
  QTRY_VERIFY(ticks.size() >= 4);
  QVERIFY(pulses.isEmpty());
}

void TestPolling::tellsThatTheOpenJobIsGone() {
  std::optional<JobPulse> last;
  connect(&m_session->openJob(), &JobWatch::polled, this, [&](const JobPulse &pulse) { last = pulse; });
  m_session->openJob().watch(*m_session->queues().find(Orders), "3");
  QTRY_VERIFY(last && last->detail.exists);
  m_server->run({"DEL", Orders.key("3")});
  QTRY_VERIFY(!last->detail.exists);
}

void TestPolling::tellsThatAJobWentBeforeItsFirstPulse() {
  std::optional<JobPulse> last;
  connect(&m_session->openJob(), &JobWatch::polled, this, [&](const JobPulse &pulse) { last = pulse; });
  m_server->run({"DEL", Orders.key("3")});
  m_session->openJob().watch(*m_session->queues().find(Orders), "3");
  QTRY_VERIFY(last);
  QVERIFY(!last->detail.exists);
  QCOMPARE(last->detail.row.id, "3");
  QCOMPARE(last->detail.queue, Orders);
}

QTEST_GUILESS_MAIN(TestPolling)
#include "tst_session_polling.moc"
