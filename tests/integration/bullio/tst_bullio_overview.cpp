// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/overviewlook.h"
#include "bullio/reader.h"
#include "integration/bullio/seededredis.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

using namespace oxp;
using namespace oxp::reader;
using namespace oxp::test;

namespace {

constexpr qint64 MinuteMs = 60'000, HourMs = 60 * MinuteMs;

QueueInfo infoOf(const QString &library, const QByteArray &name = "orders") {
  return {{"bull", name}, familyOf(library), {}, false, {}};
}

qint64 statOf(RedisServer &server, const QByteArray &name) {
  const QByteArray info = server.run({"INFO", "stats"}).bytes;
  const qsizetype at = info.indexOf(name + ':') + name.size() + 1;
  return info.mid(at, info.indexOf('\r', at) - at).toLongLong();
}

/// Commands that the server has carried out.
qint64 commandsOf(RedisServer &server) {
  return statOf(server, "total_commands_processed");
}

} // namespace

/// What a page of many queues asks, of queues that the real libraries filled.
class TestBullioOverview : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void tellsWhatTheLibrariesLeft_data() { eachLibrary(); }
  void tellsWhatTheLibrariesLeft();
  void countsWhatIsTooMuchToList();
  void countsManyQueuesTogether();
  void sortsFailuresIntoTheirParts();
  void asksNoMoreThanIsWanted();
  void findsWorkersByTheirConnections_data() { eachLibrary(); }
  void findsWorkersByTheirConnections();
  void tellsWhatIsKeptBack();
  void measuresBySamples();

private:
  static void eachLibrary();
  QList<QByteArray> addAll(const QString &library, const QJsonArray &jobs);
  QueueLook look(const QueueInfo &queue, quint32 parts = LookAll);
  qint64 now() { return m_session->read().facts().clock.nowMs(); }

  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<TestSession> m_session;
};

void TestBullioOverview::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  m_session = std::make_unique<TestSession>(m_server->endpoint());
  QVERIFY(m_session->connect());
}

void TestBullioOverview::cleanup() {
  m_session.reset();
  m_server.reset();
}

void TestBullioOverview::eachLibrary() {
  QTest::addColumn<QString>("library");
  for (const char *library : {"bullmq4", "bullmq5", "bullmq6", "bull4"})
    QTest::newRow(library) << library;
}

QList<QByteArray> TestBullioOverview::addAll(const QString &library, const QJsonArray &jobs) {
  const NodeAnswer answer =
      NodePeer::run(u"add.mjs"_qs, m_server->socketPath(),
                    {u"--library"_qs, library, u"--queue"_qs, u"orders"_qs}, QJsonDocument(jobs).toJson());
  if (!answer.ok)
    qWarning("%s", qPrintable(answer.error));
  QList<QByteArray> ids;
  for (const QJsonValue &id : answer[u"ids"_qs].toArray())
    ids += id.toString().toUtf8();
  return ids;
}

QueueLook TestBullioOverview::look(const QueueInfo &queue, quint32 parts) {
  const auto found = looks(m_session->read(), {{queue, parts}}, {});
  if (!found)
    qWarning("%s", qPrintable(found.error().detail));
  return found ? found->front() : QueueLook();
}

void TestBullioOverview::tellsWhatTheLibrariesLeft() {
  QFETCH(QString, library);
  const QueueLook none = look(infoOf(library));
  QVERIFY(none.failures && none.oldestWaiting && none.nextDelayed);
  QCOMPARE(none.failures->inHour(now()), 0);
  QCOMPARE(*none.oldestWaiting, 0);
  QCOMPARE(*none.nextDelayed, 0);

  const qint64 made = QDateTime::currentMSecsSinceEpoch() - 7 * MinuteMs;
  const QJsonObject old{{u"timestamp"_qs, made}};
  const QList<QByteArray> ids =
      addAll(library, {QJsonObject{{u"state"_qs, u"failed"_qs}}, QJsonObject{{u"state"_qs, u"failed"_qs}},
                       QJsonObject{{u"state"_qs, u"waiting"_qs}, {u"opts"_qs, old}},
                       QJsonObject{{u"state"_qs, u"waiting"_qs}}, QJsonObject{{u"state"_qs, u"delayed"_qs}}});
  QCOMPARE(ids.size(), 5);
  const QueueLook found = look(infoOf(library));
  QCOMPARE(found.failures->inHour(now()), 2);
  QCOMPARE(found.failures->inHourBefore(now()), 0);
  QCOMPARE(*found.oldestWaiting, made);
  const qint64 added = m_server->run({"HGET", "bull:orders:" + ids.back(), "timestamp"}).bytes.toLongLong();
  QCOMPARE(*found.nextDelayed, added + HourMs);
}

/// More than is listed: each part is counted then, and nothing is estimated.
void TestBullioOverview::countsWhatIsTooMuchToList() {
  qint64 at = now();
  m_server->run({"EVAL",
                 "for i = 1, 3000 do redis.call('ZADD', KEYS[1], ARGV[1] - (i % 100) * 60000, i) end "
                 "redis.call('ZADD', KEYS[1], ARGV[1] + 600000, 'ahead')",
                 "1", "bull:orders:failed", QByteArray::number(at)});
  const qint64 base = at;
  QueueLook found;
  do { // another time where a part ends in between
    at = now();
    found = look(infoOf(u"bullmq5"_qs));
    QVERIFY(found.failures);
  } while (found.failures->from() != FailureBars(at).from());
  FailureBars expected(at);
  for (int i = 1; i <= 3'000; ++i)
    expected.add(base - (i % 100) * MinuteMs);
  expected.add(base + 10 * MinuteMs);
  QCOMPARE(*found.failures, expected);
}

/// A bad hour of many queues costs a few round trips, not one for each of them.
void TestBullioOverview::countsManyQueuesTogether() {
  constexpr int Queues = 150, Failed = 250;
  std::vector<LookRequest> requests;
  for (int i = 0; i < Queues; ++i) {
    const QByteArray name = "q" + QByteArray::number(i);
    requests.push_back({infoOf(u"bullmq5"_qs, name), LookFailures});
    m_server->run({"EVAL",
                   "for i = 1, ARGV[2] do redis.call('ZADD', KEYS[1], ARGV[1] - i * 1000, i) end "
                   "return redis.call('ZADD', KEYS[1], ARGV[1], ARGV[3])",
                   "1", "bull:" + name + ":failed", QByteArray::number(now()), QByteArray::number(Failed + i),
                   "last"});
  }
  // What the server reads at once holds many commands, so its reads bound the round trips.
  const qint64 before = statOf(*m_server, "total_reads_processed");
  const auto found = looks(m_session->read(), requests, {});
  const qint64 reads = statOf(*m_server, "total_reads_processed") - before;
  QVERIFY(found);
  for (int i = 0; i < Queues; ++i)
    QCOMPARE(found->at(size_t(i)).failures->inHour(now()), Failed + i + 1);
  QVERIFY2(reads < Queues / 2, qPrintable(QString::number(reads)));
}

void TestBullioOverview::sortsFailuresIntoTheirParts() {
  const qint64 at = now();
  int n = 0;
  for (const qint64 minutes : {0, 0, 30, 58, 61, 90, 119, 125, 5'000})
    m_server->run(
        {"ZADD", "bull:orders:failed", QByteArray::number(at - minutes * MinuteMs), QByteArray::number(++n)});
  const QueueLook found = look(infoOf(u"bullmq6"_qs), LookFailures);
  QVERIFY(found.failures && !found.oldestWaiting && !found.nextDelayed);
  const FailureBars &failures = *found.failures;
  const qint64 inTwoHours = failures.inHour(at) + failures.inHourBefore(at);
  QVERIFY2(inTwoHours == 6 || inTwoHours == 7, qPrintable(QString::number(inTwoHours)));
  QVERIFY(failures.hour(at).back() >= 1);
}

void TestBullioOverview::asksNoMoreThanIsWanted() {
  std::vector<LookRequest> requests;
  for (int i = 0; i < 50; ++i)
    requests.push_back({infoOf(u"bullmq5"_qs, "q" + QByteArray::number(i)), LookFailures});
  const qint64 before = commandsOf(*m_server);
  QVERIFY(looks(m_session->read(), requests, {}));
  const qint64 asked = commandsOf(*m_server) - before - 1;
  QCOMPARE(asked, 50);
}

/// One CLIENT LIST for all queues.
void TestBullioOverview::findsWorkersByTheirConnections() {
  QFETCH(QString, library);
  const std::vector<QueueInfo> queues{infoOf(library), infoOf(library, "other"), infoOf(library, "ord")};
  const auto count = [&] {
    const auto found = workers(m_session->read(), queues, {});
    QList<int> counts;
    for (const Workers &each : found ? *found : std::vector<Workers>())
      counts << (each.known ? each.count : -1);
    return counts;
  };
  QCOMPARE(count(), (QList<int>{0, 0, 0}));
  NodePeer worker;
  QVERIFY(worker.start(u"liveworker.mjs"_qs, m_server->socketPath(),
                       {u"--library"_qs, library, u"--queue"_qs, u"orders"_qs}));
  QTRY_COMPARE_WITH_TIMEOUT(count(), (QList<int>{1, 0, 0}), 20'000);
}

/// What may not be read is no zero.
void TestBullioOverview::tellsWhatIsKeptBack() {
  m_server->run({"ZADD", "bull:orders:failed", QByteArray::number(now()), "1"});
  m_server->run({"LPUSH", "bull:orders:wait", "2"});
  m_server->run({"ACL", "SETUSER", "default", "resetkeys", "~bull:mail:*", "-memory"});
  const auto found = looks(m_session->read(), {{infoOf(u"bullmq5"_qs)}, {infoOf(u"bullmq5"_qs, "mail")}}, {});
  QVERIFY(found);
  QCOMPARE(found->at(0), QueueLook());
  QVERIFY(found->at(1).failures && found->at(1).oldestWaiting && found->at(1).nextDelayed);
  const auto memory = memoryOf(m_session->read(), {infoOf(u"bullmq5"_qs, "mail")}, {});
  QVERIFY(memory && !memory->front());
  m_server->run({"SET", "bull:mail:failed", "junk"});
  QCOMPARE(look(infoOf(u"bullmq5"_qs, "mail"), LookFailures).failures->inHour(now()), 0);
}

/// Near to what the whole of it takes, whatever it is asked over.
void TestBullioOverview::measuresBySamples() {
  m_server->run({"EVAL",
                 "local data = string.rep('x', 2000) for i = 1, 3000 do redis.call('HSET', KEYS[1] .. i, "
                 "'name', 'n', 'data', data) redis.call('LPUSH', KEYS[1] .. 'wait', i) end",
                 "1", "bull:orders:"});
  qint64 whole = m_server->run({"MEMORY", "USAGE", "bull:orders:wait", "SAMPLES", "0"}).integer;
  for (int i = 1; i <= 3'000; ++i)
    whole += m_server->run({"MEMORY", "USAGE", "bull:orders:" + QByteArray::number(i)}).integer;
  const qint64 before = commandsOf(*m_server);
  const auto found = memoryOf(m_session->read(), {infoOf(u"bullmq5"_qs), infoOf(u"bullmq5"_qs, "none")}, {});
  QVERIFY(commandsOf(*m_server) - before < 100);
  QVERIFY(found && found->at(0) && found->at(1));
  QVERIFY2(std::abs(*found->at(0) - whole) < whole / 10, qPrintable(QString::number(*found->at(0))));
  QCOMPARE(*found->at(1), 0);
}

QTEST_GUILESS_MAIN(TestBullioOverview)
#include "tst_bullio_overview.moc"
