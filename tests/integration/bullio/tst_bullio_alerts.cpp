// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "integration/bullio/seededredis.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr qint64 HourMs = 3'600'000;

QueueInfo infoOf(const QString &library) {
  return {{"bull", "orders"}, familyOf(library), {}, false, {}};
}

/// A job that is made `age` ms ago.
QJsonObject aged(qint64 now, qint64 age, QJsonObject opts, const QString &id = {}) {
  opts[u"timestamp"_qs] = now - age;
  QJsonObject job{{u"state"_qs, u"waiting"_qs}, {u"opts"_qs, opts}};
  if (!id.isEmpty())
    job[u"id"_qs] = id;
  return job;
}

/// Since when the oldest of them waits.
qint64 longest(const reader::Backlog &backlog) {
  const auto oldest =
      std::min_element(backlog.oldest.begin(), backlog.oldest.end(),
                       [](const auto &left, const auto &right) { return left.since < right.since; });
  return oldest != backlog.oldest.end() ? oldest->since : 0;
}

} // namespace

/// Which jobs wait and since when, told of queues that the real libraries filled.
class TestBullioAlerts : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void tellsSinceWhenJobsWait_data() { eachLibrary(); }
  void tellsSinceWhenJobsWait();
  void findsTheOldestOfThoseThatArePutInFront_data() { eachLibrary(); }
  void findsTheOldestOfThoseThatArePutInFront();
  void findsTheOldestOfTheLastPriority_data() { eachLibrary(); }
  void findsTheOldestOfTheLastPriority();
  void findsTheOldestBehindThoseWithAPriority();
  void looksAtThePausedOnesToo();
  void looksAtAFewJobsOnly();
  void passesOverMarkers();
  void doesNotGuessWhenAJobCameBack_data();
  void doesNotGuessWhenAJobCameBack();
  void marksAJobAnewWhenItRan();
  void tellsWhatIsKeptBack();

private:
  static void eachLibrary();
  /// Lets the real library add jobs; their ids.
  QList<QByteArray> addAll(const QString &library, const QJsonArray &jobs, const QStringList &arguments = {});
  QByteArray add(const QString &library, const QJsonObject &job) { return addAll(library, {job}).value(0); }
  reader::Backlog backlog(const QueueInfo &queue);
  QByteArray field(const QByteArray &id, const QByteArray &name) {
    return m_server->run({"HGET", "bull:orders:" + id, name}).bytes;
  }
  /// From delayed to the end of wait, as promoting or its time does it.
  void promote(const QByteArray &id) {
    m_server->run({"ZREM", "bull:orders:delayed", id});
    m_server->run({"HSET", "bull:orders:" + id, "delay", "0"});
    m_server->run({"LPUSH", "bull:orders:wait", id});
  }

  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<TestSession> m_session;
};

void TestBullioAlerts::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  m_session = std::make_unique<TestSession>(m_server->endpoint());
  QVERIFY(m_session->connect());
}

void TestBullioAlerts::cleanup() {
  m_session.reset();
  m_server.reset();
}

QList<QByteArray> TestBullioAlerts::addAll(const QString &library, const QJsonArray &jobs,
                                           const QStringList &arguments) {
  const NodeAnswer answer =
      NodePeer::run(u"add.mjs"_qs, m_server->socketPath(),
                    QStringList{u"--library"_qs, library, u"--queue"_qs, u"orders"_qs} + arguments,
                    QJsonDocument(jobs).toJson());
  if (!answer.ok)
    qWarning("%s", qPrintable(answer.error));
  QList<QByteArray> ids;
  for (const QJsonValue &id : answer[u"ids"_qs].toArray())
    ids += id.toString().toUtf8();
  return ids;
}

reader::Backlog TestBullioAlerts::backlog(const QueueInfo &queue) {
  const auto found = reader::backlogs(m_session->read(), {queue}, {});
  return found ? found->front() : reader::Backlog();
}

void TestBullioAlerts::eachLibrary() {
  QTest::addColumn<QString>("library");
  for (const char *library : {"bullmq4", "bullmq5", "bullmq6", "bull4"})
    QTest::newRow(library) << library;
}

void TestBullioAlerts::tellsSinceWhenJobsWait() {
  QFETCH(QString, library);
  const QueueInfo queue = infoOf(library);
  QCOMPARE(backlog(queue), (reader::Backlog{true, 0, 0, {}}));
  const QByteArray delayed = add(library, {{u"state"_qs, u"delayed"_qs}});
  QVERIFY2(backlog(queue).oldest.empty(), "it does not wait yet");
  promote(delayed);
  reader::Backlog found = backlog(queue);
  QCOMPARE(found.waiting, 1);
  QCOMPARE(found.oldest.size(), size_t(1));
  QCOMPARE(found.oldest.front().since, field(delayed, "timestamp").toLongLong() + HourMs);
  const QByteArray first =
      add(library, {{u"state"_qs, u"waiting"_qs}, {u"opts"_qs, QJsonObject{{u"lifo"_qs, true}}}});
  found = backlog(queue);
  QCOMPARE(found.waiting, 2);
  QCOMPARE(found.oldest.size(), size_t(2));
  QCOMPARE(found.oldest.front().since, field(first, "timestamp").toLongLong());
}

/// Fresh jobs are always taken first; the one that came first waits at the other end.
void TestBullioAlerts::findsTheOldestOfThoseThatArePutInFront() {
  QFETCH(QString, library);
  const qint64 now = QDateTime::currentMSecsSinceEpoch();
  const QJsonObject lifo{{u"lifo"_qs, true}};
  QJsonArray jobs{aged(now, HourMs, lifo)};
  for (int i = 0; i < 20; ++i)
    jobs.append(aged(now, 0, lifo));
  addAll(library, jobs);
  const reader::Backlog found = backlog(infoOf(library));
  QCOMPARE(found.waiting, 21);
  QCOMPARE(longest(found), now - HourMs);
}

/// It starves behind those of priority 1, and others of its own came later. Ids in another order than ages.
void TestBullioAlerts::findsTheOldestOfTheLastPriority() {
  QFETCH(QString, library);
  const qint64 now = QDateTime::currentMSecsSinceEpoch();
  QJsonArray jobs{aged(now, HourMs, {{u"priority"_qs, 9}}, u"zz"_qs)};
  for (int i = 0; i < 6; ++i) {
    jobs.append(aged(now, 0, {{u"priority"_qs, 9}}));
    jobs.append(aged(now, 0, {{u"priority"_qs, 1}}));
  }
  addAll(library, jobs);
  const reader::Backlog found = backlog(infoOf(library));
  QCOMPARE(found.waiting, 13);
  QCOMPARE(longest(found), now - HourMs);
}

/// Bull 4 takes jobs without a priority after the others.
void TestBullioAlerts::findsTheOldestBehindThoseWithAPriority() {
  const qint64 now = QDateTime::currentMSecsSinceEpoch();
  QJsonArray jobs{aged(now, HourMs, {})};
  for (int i = 0; i < 6; ++i) {
    jobs.append(aged(now, 0, {}));
    jobs.append(aged(now, 0, {{u"priority"_qs, 1 + i % 2}}));
  }
  addAll(u"bull4"_qs, jobs);
  const reader::Backlog found = backlog(infoOf(u"bull4"_qs));
  QCOMPARE(found.waiting, 13);
  QCOMPARE(longest(found), now - HourMs);
}

void TestBullioAlerts::looksAtThePausedOnesToo() {
  const qint64 now = QDateTime::currentMSecsSinceEpoch();
  const QJsonObject lifo{{u"lifo"_qs, true}};
  addAll(u"bullmq5"_qs, {aged(now, HourMs, lifo), aged(now, 0, lifo), aged(now, 0, lifo)},
         {u"--pause"_qs, u"1"_qs});
  QCOMPARE(m_server->run({"LLEN", "bull:orders:paused"}).integer, 3);
  QCOMPARE(longest(backlog(infoOf(u"bullmq5"_qs))), now - HourMs);
}

/// However many wait: nothing is scanned.
void TestBullioAlerts::looksAtAFewJobsOnly() {
  m_server->run({"EVAL",
                 "for i = 1, 5000 do redis.call('LPUSH', KEYS[1], i) redis.call('LPUSH', KEYS[2], 'p' .. i) "
                 "redis.call('ZADD', KEYS[3], i * 2 ^ 32 + i, 'z' .. i) end",
                 "3", "bull:orders:wait", "bull:orders:paused", "bull:orders:prioritized"});
  const reader::Backlog found = backlog(infoOf(u"bullmq5"_qs));
  QCOMPARE(found.waiting, 15'000);
  QList<QByteArray> ids;
  for (const reader::WaitingJob &job : found.oldest)
    ids += job.mark.split(' ').front();
  QCOMPARE(ids, (QList<QByteArray>{"1", "5000", "p1", "p5000", "z1", "z5000"}));
}

/// BullMQ 4 wakes its workers by an entry that is no job; prioritized jobs stand in a set of their own.
void TestBullioAlerts::passesOverMarkers() {
  for (const QString &library : {u"bullmq4"_qs, u"bullmq6"_qs}) {
    m_server->run({"FLUSHALL"});
    const QByteArray id = add(library, {{u"state"_qs, u"prioritized"_qs}});
    add(library, {{u"state"_qs, u"prioritized"_qs}, {u"opts"_qs, QJsonObject{{u"priority"_qs, 9}}}});
    if (library == u"bullmq4"_qs)
      QVERIFY2(m_server->run({"LINDEX", "bull:orders:wait", "-1"}).bytes.startsWith("0:"),
               "else it tests nothing");
    const reader::Backlog found = backlog(infoOf(library));
    QCOMPARE(found.waiting, 2);
    QCOMPARE(found.oldest.size(), size_t(2));
    QVERIFY(found.oldest.front().mark.startsWith(id + ' '));
    QCOMPARE(found.oldest.front().since, field(id, "timestamp").toLongLong());
  }
}

void TestBullioAlerts::doesNotGuessWhenAJobCameBack_data() {
  QTest::addColumn<QList<QByteArray>>("command");
  QTest::addColumn<qint64>("since");
  const QByteArray key = "bull:orders:1";
  QTest::newRow("attempts, BullMQ 5") << QList<QByteArray>{"HSET", key, "atm", "1"} << 0LL;
  QTest::newRow("attempts, Bull 4") << QList<QByteArray>{"HSET", key, "attemptsMade", "1"} << 0LL;
  QTest::newRow("stalled") << QList<QByteArray>{"HSET", key, "processedOn", "1700000001000"} << 0LL;
  QTest::newRow("retried by hand") << QList<QByteArray>{"HSET", key, "stacktrace", "[\"Error: x\"]"} << 0LL;
  QTest::newRow("its children are done")
      << QList<QByteArray>{"HSET", key + ":processed", "bull:x:1", "1"} << 0LL;
  QTest::newRow("Bull 4 keeps it") << QList<QByteArray>{"HSET", key, "retriedOn", "1700000009000"}
                                   << 1700000009000LL;
  QTest::newRow("Bull 4 keeps it, and it was taken again")
      << QList<QByteArray>{"HSET", key, "retriedOn", "1700000009000", "processedOn", "1700000009500"} << 0LL;
  QTest::newRow("it never left") << QList<QByteArray>{"HSET", key, "progress", "1"} << 1700000000000LL;
  QTest::newRow("a ghost") << QList<QByteArray>{"DEL", key} << 0LL;
}

void TestBullioAlerts::doesNotGuessWhenAJobCameBack() {
  QFETCH(QList<QByteArray>, command);
  m_server->run({"HSET", "bull:orders:1", "timestamp", "1700000000000", "opts", "{}", "delay", "0"});
  m_server->run({"LPUSH", "bull:orders:wait", "1"});
  m_server->run({command.begin(), command.end()});
  const reader::Backlog found = backlog(infoOf(u"bullmq5"_qs));
  QCOMPARE(found.oldest.size(), size_t(1));
  QTEST(found.oldest.front().since, "since");
}

/// The mark tells a job that came back between two looks from one that stayed.
void TestBullioAlerts::marksAJobAnewWhenItRan() {
  m_server->run({"HSET", "bull:orders:1", "timestamp", "1700000000000", "opts", "{}", "atm", "1"});
  m_server->run({"LPUSH", "bull:orders:wait", "1"});
  const QueueInfo queue = infoOf(u"bullmq5"_qs);
  const QByteArray mark = backlog(queue).oldest.front().mark;
  m_server->run({"HSET", "bull:orders:1", "progress", "50"});
  QCOMPARE(backlog(queue).oldest.front().mark, mark);
  m_server->run({"HSET", "bull:orders:1", "atm", "2"});
  QVERIFY(backlog(queue).oldest.front().mark != mark);
}

/// What may not be read is not an empty queue: none has failed, and then all of them.
void TestBullioAlerts::tellsWhatIsKeptBack() {
  m_server->run({"LPUSH", "bull:orders:wait", "1"});
  m_server->run({"ACL", "SETUSER", "default", "resetkeys", "~bull:mail:*"});
  const QueueInfo mail{{"bull", "mail"}, Family::BullMq5, {}, false, {}};
  const auto found = reader::backlogs(m_session->read(), {infoOf(u"bullmq5"_qs), mail}, {});
  QVERIFY(found);
  QVERIFY(!found->at(0).known);
  QVERIFY(found->at(1).known);
  m_server->run({"ACL", "SETUSER", "default", "allkeys", "-zrangebyscore"});
  m_server->run({"ZADD", "bull:orders:prioritized", "4294967297", "2", "8589934594", "3"});
  QVERIFY2(!backlog(infoOf(u"bullmq5"_qs)).known, "who may not ask for the last priority knows too little");
}

QTEST_GUILESS_MAIN(TestBullioAlerts)
#include "tst_bullio_alerts.moc"
