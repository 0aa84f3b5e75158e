// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "integration/bullio/seededredis.h"

#include <QJsonDocument>
#include <QTest>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr qint64 HourMs = 3'600'000;

QueueInfo infoOf(const QString &library) {
  return {{"bull", "orders"}, familyOf(library), {}, false, {}};
}

} // namespace

/// Which job is next and since when it waits, told of queues that the real libraries filled.
class TestBullioAlerts : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void tellsSinceWhenJobsWait_data();
  void tellsSinceWhenJobsWait();
  void passesOverMarkers();
  void doesNotGuessWhenAJobCameBack_data();
  void doesNotGuessWhenAJobCameBack();
  void marksAJobAnewWhenItRan();
  void tellsWhatIsKeptBack();

private:
  /// Lets the real library add a job; its id.
  QByteArray add(const QString &library, const QJsonObject &job);
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

QByteArray TestBullioAlerts::add(const QString &library, const QJsonObject &job) {
  const NodeAnswer answer = NodePeer::run(u"add.mjs"_qs, m_server->socketPath(),
                                          {u"--library"_qs, library, u"--queue"_qs, u"orders"_qs},
                                          QJsonDocument(QJsonArray{job}).toJson());
  if (!answer.ok)
    qWarning("%s", qPrintable(answer.error));
  return answer[u"ids"_qs].toArray().first().toString().toUtf8();
}

reader::Backlog TestBullioAlerts::backlog(const QueueInfo &queue) {
  const auto found = reader::backlogs(m_session->read(), {queue}, {});
  return found ? found->front() : reader::Backlog();
}

void TestBullioAlerts::tellsSinceWhenJobsWait_data() {
  QTest::addColumn<QString>("library");
  for (const char *library : {"bullmq4", "bullmq5", "bullmq6", "bull4"})
    QTest::newRow(library) << library;
}

void TestBullioAlerts::tellsSinceWhenJobsWait() {
  QFETCH(QString, library);
  const QueueInfo queue = infoOf(library);
  QCOMPARE(backlog(queue), (reader::Backlog{true, 0, 0, {}}));
  const QByteArray delayed = add(library, {{u"state"_qs, u"delayed"_qs}});
  QVERIFY2(backlog(queue).next.empty(), "it does not wait yet");
  promote(delayed);
  reader::Backlog found = backlog(queue);
  QCOMPARE(found.waiting, 1);
  QCOMPARE(found.next.size(), size_t(1));
  QCOMPARE(found.next.front().since, field(delayed, "timestamp").toLongLong() + HourMs);
  const QByteArray first =
      add(library, {{u"state"_qs, u"waiting"_qs}, {u"opts"_qs, QJsonObject{{u"lifo"_qs, true}}}});
  found = backlog(queue);
  QCOMPARE(found.waiting, 2);
  QCOMPARE(found.next.size(), size_t(1));
  QCOMPARE(found.next.front().since, field(first, "timestamp").toLongLong());
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
    QCOMPARE(found.next.size(), size_t(1));
    QVERIFY(found.next.front().mark.startsWith(id + ' '));
    QCOMPARE(found.next.front().since, field(id, "timestamp").toLongLong());
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
  QTest::newRow("it never left") << QList<QByteArray>{"HSET", key, "progress", "1"} << 1700000000000LL;
  QTest::newRow("a ghost") << QList<QByteArray>{"DEL", key} << 0LL;
}

void TestBullioAlerts::doesNotGuessWhenAJobCameBack() {
  QFETCH(QList<QByteArray>, command);
  m_server->run({"HSET", "bull:orders:1", "timestamp", "1700000000000", "opts", "{}", "delay", "0"});
  m_server->run({"LPUSH", "bull:orders:wait", "1"});
  m_server->run({command.begin(), command.end()});
  const reader::Backlog found = backlog(infoOf(u"bullmq5"_qs));
  QCOMPARE(found.next.size(), size_t(1));
  QTEST(found.next.front().since, "since");
}

/// The mark tells a job that came back between two looks from one that stayed.
void TestBullioAlerts::marksAJobAnewWhenItRan() {
  m_server->run({"HSET", "bull:orders:1", "timestamp", "1700000000000", "opts", "{}", "atm", "1"});
  m_server->run({"LPUSH", "bull:orders:wait", "1"});
  const QueueInfo queue = infoOf(u"bullmq5"_qs);
  const QByteArray mark = backlog(queue).next.front().mark;
  m_server->run({"HSET", "bull:orders:1", "progress", "50"});
  QCOMPARE(backlog(queue).next.front().mark, mark);
  m_server->run({"HSET", "bull:orders:1", "atm", "2"});
  QVERIFY(backlog(queue).next.front().mark != mark);
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
}

QTEST_GUILESS_MAIN(TestBullioAlerts)
#include "tst_bullio_alerts.moc"
