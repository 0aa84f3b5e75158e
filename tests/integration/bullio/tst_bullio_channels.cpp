// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/channels.h"
#include "fakes/nodepeer/nodepeer.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/testsession.h"

#include <QJsonArray>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace oxp;
using namespace oxp::test;

namespace {

const QueueId Videos{"bull", "videos"}, Odd{"leg", "odd[*]?:name"};

/// Listens on a thread of its own, as a lane does.
class Ear {
public:
  Ear(TestSession &session, std::vector<QueueId> queues)
      : m_thread([this, &session, queues = std::move(queues)] {
        const auto tell = [this](const std::vector<QueueChange> &changes) {
          const std::lock_guard lock(m_mutex);
          m_changes.insert(m_changes.end(), changes.begin(), changes.end());
        };
        m_result = channels::listen(session.read(), queues, tell, m_stop.get_token());
        m_ended = true;
      }) {}
  ~Ear() { end(); }

  Result<void> end() {
    m_stop.request_stop();
    if (m_thread.joinable())
      m_thread.join();
    return m_result;
  }
  /// What was told of a queue so far, folded.
  QueueChange of(const QueueId &queue) {
    const std::lock_guard lock(m_mutex);
    QueueChange all;
    all.queue = queue;
    for (const QueueChange &change : m_changes) {
      if (change.queue != queue)
        continue;
      all.jobs += change.jobs;
      all.failed += change.failed;
      all.stalled += change.stalled;
      all.events += change.events;
      all.resync = all.resync || change.resync;
      all.allJobs = all.allJobs || change.allJobs;
    }
    return all;
  }
  bool hasEnded() const { return m_ended; }
  size_t told() {
    const std::lock_guard lock(m_mutex);
    return m_changes.size();
  }

private:
  std::mutex m_mutex;
  std::vector<QueueChange> m_changes;
  std::stop_source m_stop;
  Result<void> m_result;
  std::atomic<bool> m_ended = false;
  std::thread m_thread;
};

} // namespace

/// Against a real redis-server, and what the real Bull 4 publishes.
class TestChannels : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void tellsWhatARealWorkerDoes();
  void hearsItsOwnQueuesOnly();
  void tellsTheQueueOfTheLongerName();
  void countsOnceWhatSeveralPatternsHear();
  void countsOnceWhereOneIsHeardByItsPrefix();
  void leavesTheLongerNameToItsOwnQueue();
  void leavesTheConnectionWhole();
  void foldsManyMessages();
  void saysThatItMayNot();
  void takesThePrefixWhereAQueueAloneIsRefused();
  void tellsThatThereAreMoreThanItNames();
  void findsTheJobInAMessage_data();
  void findsTheJobInAMessage();

private:
  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<TestSession> m_session;
};

void TestChannels::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  m_session = std::make_unique<TestSession>(m_server->endpoint(), Role::Viewer);
  QVERIFY(m_session->connect());
}

void TestChannels::cleanup() {
  m_session.reset();
  m_server.reset();
}

void TestChannels::tellsWhatARealWorkerDoes() {
  const QStringList at{QStringLiteral("--library"), QStringLiteral("bull4"), QStringLiteral("--queue"),
                       QStringLiteral("videos")};
  Ear ear(*m_session, {Videos});
  QTRY_VERIFY(ear.of(Videos).resync);
  const NodeAnswer added = NodePeer::run(QStringLiteral("add.mjs"), m_server->socketPath(), at,
                                         R"([{"state":"waiting"},{"state":"failed"}])");
  QVERIFY2(added.ok, qPrintable(added.error));
  QTRY_COMPARE(ear.of(Videos).failed, 1);
  for (const QJsonValue &id : added[QStringLiteral("ids")].toArray())
    QTRY_VERIFY(ear.of(Videos).jobs.contains(id.toString().toUtf8()));
}

void TestChannels::hearsItsOwnQueuesOnly() {
  Ear ear(*m_session, {Videos, Odd});
  QTRY_VERIFY(ear.of(Odd).resync && ear.of(Videos).resync);
  m_server->run({"PUBLISH", "bull:videos2:waiting@1", "9"});
  m_server->run({"PUBLISH", "leg:odd1x:name:waiting@1", "9"}); // its name is no pattern
  m_server->run({"PUBLISH", "leg:odd[*]?:name:active@1:2", "3"});
  m_server->run({"PUBLISH", "bull:videos:stalled@1", "5"});
  QTRY_COMPARE(ear.of(Videos).stalled, 1);
  QTRY_COMPARE(ear.of(Odd).jobs, QSet<QByteArray>{"3"});
  QCOMPARE(ear.of(Videos).jobs, QSet<QByteArray>{"5"});
}

/// A queue of Bull 4 may be called as another one and a colon.
void TestChannels::tellsTheQueueOfTheLongerName() {
  const QueueId inner{"bull", "videos:hd"};
  Ear ear(*m_session, {Videos, inner});
  QTRY_VERIFY(ear.of(Videos).resync && ear.of(inner).resync);
  m_server->run({"PUBLISH", "bull:videos:hd:stalled@1", "4"});
  m_server->run({"PUBLISH", "bull:videos:active@1", "5"});
  QTRY_VERIFY(!ear.of(Videos).jobs.isEmpty() && !ear.of(inner).jobs.isEmpty());
  QCOMPARE(ear.of(Videos).jobs, QSet<QByteArray>{"5"});
  QCOMPARE(ear.of(inner).jobs, QSet<QByteArray>{"4"});
  QCOMPARE(ear.of(Videos).stalled, 0);
}

/// The server tells a message to each pattern that it fits.
void TestChannels::countsOnceWhatSeveralPatternsHear() {
  const QueueId inner{"bull", "videos:hd"}, innermost{"bull", "videos:hd:new"};
  for (const std::vector<QueueId> &queues :
       {std::vector<QueueId>{Videos, inner, innermost}, {innermost, inner, Videos}}) {
    Ear ear(*m_session, queues);
    QTRY_VERIFY(ear.of(Videos).resync && ear.of(inner).resync && ear.of(innermost).resync);
    for (int i = 0; i < 7; ++i) {
      m_server->run({"PUBLISH", "bull:videos:hd:new:failed@1", R"({"jobId":"1"})"});
      m_server->run({"PUBLISH", "bull:videos:hd:failed@1", R"({"jobId":"2"})"});
    }
    m_server->run({"PUBLISH", "bull:videos:active@1", "3"});
    QTRY_COMPARE(ear.of(Videos).events, 1); // the last one that was sent
    QCOMPARE(ear.of(inner).events, 7);
    QCOMPARE(ear.of(inner).failed, 7);
    QCOMPARE(ear.of(innermost).events, 7);
    QCOMPARE(ear.of(innermost).failed, 7);
  }
}

/// One queue's own pattern is granted, the other's is not.
void TestChannels::countsOnceWhereOneIsHeardByItsPrefix() {
  m_server->run({"ACL", "SETUSER", "default", "resetchannels", "&bull:*", "&bull:videos:*"});
  const QueueId inner{"bull", "videos:hd"};
  for (const std::vector<QueueId> &queues : {std::vector<QueueId>{Videos, inner}, {inner, Videos}}) {
    m_server->run({"ACL", "SETUSER", "default", "resetchannels", "&bull:*", "&bull:videos:*"});
    m_session = std::make_unique<TestSession>(m_server->endpoint(), Role::Viewer);
    QVERIFY(m_session->connect());
    Ear ear(*m_session, queues);
    QTRY_VERIFY(ear.of(Videos).resync && ear.of(inner).resync);
    m_server->run({"ACL", "SETUSER", "default", "allchannels"}); // of the one who publishes
    for (int i = 0; i < 3; ++i)
      m_server->run({"PUBLISH", "bull:videos:failed@1", R"({"jobId":"1"})"});
    m_server->run({"PUBLISH", "bull:videos:hd:active@1", "3"});
    QTRY_COMPARE(ear.of(inner).events, 1);
    QCOMPARE(ear.of(Videos).events, 3);
  }
}

/// Nobody listens to that one: it is not on the screen.
void TestChannels::leavesTheLongerNameToItsOwnQueue() {
  Ear ear(*m_session, {Videos});
  QTRY_VERIFY(ear.of(Videos).resync);
  m_server->run({"PUBLISH", "bull:videos:hd:failed@1", R"({"jobId":"2"})"});
  m_server->run({"PUBLISH", "bull:videos:active@1:2", "3"});
  QTRY_COMPARE(ear.of(Videos).jobs, QSet<QByteArray>{"3"});
  QCOMPARE(ear.of(Videos).events, 1);
  QVERIFY(!ear.of(Videos).allJobs);
}

void TestChannels::leavesTheConnectionWhole() {
  const qint64 id = m_session->read().facts().clientId;
  for (int round = 0; round < 3; ++round) {
    Ear ear(*m_session, {Videos});
    QTRY_VERIFY(ear.of(Videos).resync);
    m_server->run({"PUBLISH", "bull:videos:active@1", "1"});
    const auto ended = ear.end();
    QVERIFY(!ended);
    QCOMPARE(ended.error().kind, ErrorKind::Cancelled);
    const auto now = m_session->read().call(Command::of("CLIENT", "ID"), {});
    QVERIFY(now);
    QCOMPARE(now->integer, id);
  }
  Ear ear(*m_session, {Videos});
  QTRY_VERIFY(ear.of(Videos).resync);
  m_server->run({"CLIENT", "KILL", "ID", QByteArray::number(id)});
  QTRY_VERIFY(ear.hasEnded());
  QCOMPARE(ear.end().error().kind, ErrorKind::Disconnected);
}

void TestChannels::foldsManyMessages() {
  Ear ear(*m_session, {Videos});
  QTRY_VERIFY(ear.of(Videos).resync);
  const size_t before = ear.told();
  m_server->run({"EVAL", "for i = 1, 5000 do redis.call('PUBLISH', 'bull:videos:active@1', i) end", "0"});
  QTRY_COMPARE(ear.of(Videos).events, 5'000);
  QVERIFY(ear.told() - before < 10);
  QVERIFY(ear.of(Videos).concerns("4999"));
}

void TestChannels::saysThatItMayNot() {
  m_server->run({"ACL", "SETUSER", "default", "resetchannels"});
  const auto listened =
      channels::listen(m_session->read(), {Videos}, [](const std::vector<QueueChange> &) {}, {});
  QVERIFY(!listened);
  QCOMPARE(listened.error().kind, ErrorKind::Denied);
  QVERIFY(m_session->read().ping({}));
}

/// As the manual grants it: a pattern is allowed where it is one of the user's, letter by letter.
void TestChannels::takesThePrefixWhereAQueueAloneIsRefused() {
  m_server->run({"ACL", "SETUSER", "default", "resetchannels", "&bull:*"});
  const QueueId other{"bull", "mails"};
  Ear ear(*m_session, {Videos, other, Odd});
  QTRY_VERIFY(ear.of(Videos).resync && ear.of(other).resync);
  m_server->run({"ACL", "SETUSER", "default", "allchannels"}); // of the one who publishes
  m_server->run({"PUBLISH", "leg:odd[*]?:name:active@1:2", "3"});
  m_server->run({"PUBLISH", "bull:unknown:active@1", "8"});
  m_server->run({"PUBLISH", "bull:videos:stalled@1", "5"});
  m_server->run({"PUBLISH", "bull:mails:waiting@1", "6"});
  QTRY_COMPARE(ear.of(other).jobs, QSet<QByteArray>{"6"}); // the last one that was sent
  QCOMPARE(ear.of(Videos).jobs, QSet<QByteArray>{"5"});
  QCOMPARE(ear.of(Videos).events, 1);
  QVERIFY(!ear.of(Odd).resync && ear.of(Odd).jobs.isEmpty()); // not listened to, and not said to be
  QVERIFY(!ear.end());
  QVERIFY(m_session->read().ping({}));
}

void TestChannels::tellsThatThereAreMoreThanItNames() {
  QueueChange change;
  int next = 0;
  while (!change.allJobs && next < 1'000)
    channels::take(change, "active", QByteArray::number(next++));
  QVERIFY(change.allJobs);
  QCOMPARE(change.jobs.size(), next - 1); // the last one found no room
  QueueChange same;
  for (int i = 0; i < 1'000; ++i)
    channels::take(same, "active", QByteArray::number(i % (next - 1)));
  QVERIFY(!same.allJobs);
}

void TestChannels::findsTheJobInAMessage_data() {
  QTest::addColumn<QByteArray>("event");
  QTest::addColumn<QByteArray>("payload");
  QTest::addColumn<QByteArray>("job");
  QTest::newRow("waiting") << QByteArray("waiting") << QByteArray("a:b") << QByteArray("a:b");
  QTest::newRow("completed") << QByteArray("completed") << QByteArray(R"({"jobId":"12","val":"{}"})")
                             << QByteArray("12");
  QTest::newRow("number") << QByteArray("progress") << QByteArray(R"({"jobId":12,"progress":5})")
                          << QByteArray("12");
  const QByteArray large(1'000'000, 'x');
  QTest::newRow("at the tail") << QByteArray("completed")
                               << QByteArray(R"({"val":")" + large + R"(","jobId":"7"})") << QByteArray("7");
  QTest::newRow("nowhere") << QByteArray("completed") << large << QByteArray();
  QTest::newRow("escaped") << QByteArray("failed") << QByteArray(R"({"jobId":"a\"b"})") << QByteArray();
}

void TestChannels::findsTheJobInAMessage() {
  QFETCH(QByteArray, event);
  QFETCH(QByteArray, payload);
  QFETCH(QByteArray, job);
  QueueChange change;
  channels::take(change, event, payload);
  QCOMPARE(change.jobs, job.isEmpty() ? QSet<QByteArray>() : QSet<QByteArray>{job});
  QCOMPARE(change.allJobs, job.isEmpty());
}

QTEST_GUILESS_MAIN(TestChannels)
#include "tst_bullio_channels.moc"
