// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobscan.h"
#include "bullio/scriptregistry.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/testsession.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace oxp;
using namespace oxp::test;

namespace {

const QueueId Queue{"bull", "shop"};
constexpr qint64 Megabyte = 1'000'000;

/// A session that reads with another one's help.
struct Helped {
  ReadPartner partner;
  ReadSession &session;
  Result<void> served;
  std::jthread thread;

  Helped(ReadSession &reader, ReadSession &second)
      : session(reader)
      , thread([this, &second] { served = partner.serve(second, {}); }) {
    session.setPartner(&partner);
  }
  ~Helped() {
    partner.close();
    session.setPartner(nullptr);
  }
  /// What the helping side said at its end.
  Result<void> end() {
    thread.join();
    session.setPartner(nullptr);
    return served;
  }
};

} // namespace

/// Many jobs on their way from a real server, while others use it too.
class TestBullioScan : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanup();

  void neverFillsTheServersMemoryWithReplies_data();
  void neverFillsTheServersMemoryWithReplies();
  void measuresFewOfManySmallJobs_data();
  void measuresFewOfManySmallJobs();
  void readsEachOnceThoughVeryManyComeInFront();
  void missesNoneWhenTheQueueIsResumed();
  void leavesOthersTheirTurn_data();
  void leavesOthersTheirTurn();
  void readsWithAPartner();
  void endsWithItsPartner();

private:
  void add(const QByteArray &id, const QByteArray &value, const char *state = "wait",
           const QByteArray &field = "data");
  void addMany(int first, int count, qint64 bytes, const char *state = "wait",
               const QByteArray &field = "data");
  Result<ScanReport> scan(ScanRequest request, const JobScan::Visit &visit = {});
  std::unique_ptr<test::TestSession> connect();

  /// Hangs up on a client that has more than this waiting for it.
  RedisServer m_server{
      {false, {u"--client-output-buffer-limit"_qs, u"normal"_qs, u"16mb"_qs, u"0"_qs, u"0"_qs}}};
  std::unique_ptr<test::TestSession> m_session;
  QSet<QByteArray> m_seen;
};

void TestBullioScan::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
  m_session = connect();
  QVERIFY(m_session);
}

void TestBullioScan::cleanup() {
  m_server.run({"FLUSHALL"});
  m_seen.clear();
}

std::unique_ptr<test::TestSession> TestBullioScan::connect() {
  auto session = std::make_unique<test::TestSession>(m_server.endpoint());
  return session->connect() ? std::move(session) : nullptr;
}

void TestBullioScan::add(const QByteArray &id, const QByteArray &value, const char *state,
                         const QByteArray &field) {
  m_server.run({"HSET", Queue.key(id), "name", "order", field, value});
  m_server.run({"LPUSH", Queue.key(state), id});
}

void TestBullioScan::addMany(int first, int count, qint64 bytes, const char *state, const QByteArray &field) {
  const QByteArray value = "\"" + QByteArray(bytes - 2, 'x') + "\"";
  for (int i = first; i < first + count; ++i)
    add(QByteArray::number(i), value, state, field);
}

Result<ScanReport> TestBullioScan::scan(ScanRequest request, const JobScan::Visit &visit) {
  request.queue = Queue;
  if (request.fields.empty())
    request.fields = {"data"};
  return JobScan(m_session->read(), request, {}).run([&](const ScannedJob &job) {
    m_seen.insert(job.id);
    return !visit || visit(job);
  });
}

void TestBullioScan::neverFillsTheServersMemoryWithReplies_data() {
  QTest::addColumn<QByteArray>("field");
  QTest::addColumn<bool>("whole");
  QTest::addColumn<bool>("givenList");
  for (const char *field : {"data", "returnvalue", "failedReason", "stacktrace", "opts", "progress"}) {
    QTest::addRow("%s", field) << QByteArray(field) << false << false;
    QTest::addRow("whole hashes with %s", field) << QByteArray(field) << true << false;
  }
  QTest::newRow("a given list") << QByteArray("data") << false << true;
}

/// Values of 3 MB stand behind a thousand small ones. The server hangs up on whoever asks for much more than
/// it can take.
void TestBullioScan::neverFillsTheServersMemoryWithReplies() {
  QFETCH(QByteArray, field);
  QFETCH(bool, whole);
  QFETCH(bool, givenList);
  constexpr int Large = 40, Small = 1'000;
  addMany(0, Large, 3 * Megabyte, "wait", field);
  addMany(Large, Small, 1'000, "wait", field);
  ScanRequest request;
  request.fields = {whole ? QByteArray("name") : field};
  request.whole = whole;
  if (givenList) {
    request.only.emplace();
    for (int i = Large + Small; i-- > 0;)
      request.only->push_back(QByteArray::number(i));
  }
  const auto report = scan(request);
  QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
  QCOMPARE(report->looked, Large + Small);
  QCOMPARE(m_seen.size(), Large + Small);
}

void TestBullioScan::measuresFewOfManySmallJobs_data() {
  QTest::addColumn<std::vector<QByteArray>>("fields");
  QTest::addColumn<bool>("whole");
  QTest::addColumn<int>("most");
  QTest::newRow("nothing that may be large") << std::vector<QByteArray>{"name", "timestamp"} << false << 0;
  QTest::newRow("payloads") << std::vector<QByteArray>{"data", "name"} << false << 900;
  QTest::newRow("failures") << std::vector<QByteArray>{"failedReason", "stacktrace", "name"} << false
                            << 1'200;
  QTest::newRow("whole hashes") << std::vector<QByteArray>{"name"} << true << 3'500;
}

/// Of 20,000 jobs. What is measured in vain is what bounds cost where everything is small.
void TestBullioScan::measuresFewOfManySmallJobs() {
  QFETCH(std::vector<QByteArray>, fields);
  QFETCH(bool, whole);
  QFETCH(int, most);
  addMany(0, 20'000, 300);
  m_server.run({"CONFIG", "RESETSTAT"});
  ScanRequest request;
  request.fields = fields;
  request.whole = whole;
  QVERIFY(scan(request));
  const QByteArray stats = m_server.run({"INFO", "commandstats"}).bytes;
  const QByteArray head = "cmdstat_hstrlen:calls=";
  const qsizetype at = stats.indexOf(head);
  const QByteArray calls = at < 0 ? QByteArray("0") : stats.sliced(at + head.size()).split(',').constFirst();
  QVERIFY2(calls.toInt() <= most, calls.constData());
}

/// Somebody adds as many jobs as there were, at once, in front of the place that was reached.
void TestBullioScan::readsEachOnceThoughVeryManyComeInFront() {
  constexpr int Count = 10'000, More = 9'000;
  addMany(0, Count, 100);
  int looked = 0;
  const auto report = scan({}, [&](const ScannedJob &) {
    if (++looked != Count / 2)
      return true;
    std::vector<QByteArray> push{"LPUSH", Queue.key("wait")};
    for (int i = 0; i < More; ++i)
      push.push_back("new" + QByteArray::number(i));
    m_server.run(push);
    return true;
  });
  QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
  QVERIFY(!report->lostTrack);
  for (int i = 0; i < Count; ++i)
    QVERIFY2(m_seen.contains(QByteArray::number(i)), QByteArray::number(i).constData());
  QCOMPARE(report->looked, Count);
}

void TestBullioScan::missesNoneWhenTheQueueIsResumed() {
  addMany(0, 50, 100, "wait");
  addMany(50, 9'000, 100, "paused");
  int looked = 0;
  const auto report = scan({}, [&](const ScannedJob &) {
    if (++looked == 60) { // `wait` was walked
      m_server.run({"DEL", Queue.key("wait")});
      m_server.run({"RENAME", Queue.key("paused"), Queue.key("wait")});
    }
    return true;
  });
  QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
  for (int i = 50; i < 9'050; ++i)
    QVERIFY2(m_seen.contains(QByteArray::number(i)), QByteArray::number(i).constData());
}

void TestBullioScan::leavesOthersTheirTurn_data() {
  QTest::addColumn<qint64>("bytes");
  QTest::addColumn<int>("count");
  QTest::addColumn<QByteArray>("sieve");
  QTest::addColumn<QByteArray>("field");
  const QByteArray data = "data", none, text = R"({"kind":"contains","needle":"zz"})",
                   number = R"({"kind":"contains","needle":"17","passExponents":true})",
                   either = R"({"kind":"any","children":[)" + number + ',' + number + "]}";
  QTest::newRow("small ones") << qint64(300) << 20'000 << none << data;
  QTest::newRow("40 KB") << qint64(40'000) << 1'500 << none << data;
  QTest::newRow("500 KB behind small ones") << qint64(500'000) << 100 << none << data;
  QTest::newRow("small ones, by the script") << qint64(300) << 20'000 << text << data;
  QTest::newRow("30 KB, a number, by the script") << qint64(30'000) << 1'000 << either << data;
  QTest::newRow("40 KB, by the script") << qint64(40'000) << 1'000 << number << data;
  QTest::newRow("500 KB of errors") << qint64(500'000) << 100 << none << QByteArray("failedReason");
  QTest::newRow("500 KB of stack traces") << qint64(500'000) << 100 << none << QByteArray("stacktrace");
}

/// Another client asks PING all the while. On a busy machine any single answer may come late, so it is asked
/// of nearly all.
void TestBullioScan::leavesOthersTheirTurn() {
  QFETCH(qint64, bytes);
  QFETCH(int, count);
  QFETCH(QByteArray, sieve);
  QFETCH(QByteArray, field);
  const auto scripts = ScriptRegistry::load();
  QVERIFY(scripts);
  ScanRequest request;
  request.fields = {field};
  if (!sieve.isEmpty())
    request.sieve = {scripts->own("searchSlice")->lua, sieve};
  addMany(0, count, bytes, "wait", field);
  addMany(count, 3'000, 300, "wait", field);
  std::vector<qint64> waited; // µs
  std::atomic<bool> failed = false;
  auto other = connect();
  QVERIFY(other);
  std::jthread pinger([&](const std::stop_token &stop) {
    while (!stop.stop_requested() && !failed) {
      const auto took = other->read().ping({});
      if (took)
        waited.push_back(took->count());
      failed = !took;
    }
  });
  for (int turn = 0; turn < 3; ++turn)
    QVERIFY(scan(request));
  pinger.request_stop();
  pinger.join();
  QVERIFY(!failed);
  QVERIFY(waited.size() > 20);
  const auto late = std::count_if(waited.begin(), waited.end(), [](qint64 us) { return us > 5'000; });
  QVERIFY2(late <= qint64(waited.size() / 20),
           QByteArray::number(late) + " of " + QByteArray::number(qint64(waited.size())));
}

void TestBullioScan::readsWithAPartner() {
  constexpr int Count = 20'000;
  for (int i = 0; i < Count; ++i)
    add(QByteArray::number(i), "\"payload " + QByteArray::number(i) + "\"");
  auto second = connect();
  QVERIFY(second);
  Helped helped(m_session->read(), second->read());
  QTRY_VERIFY(helped.partner.isReady());
  for (int turn = 0; turn < 2; ++turn) {
    bool right = true;
    m_seen.clear();
    const auto report = scan({}, [&](const ScannedJob &job) {
      right = right && job.fields[0] == "\"payload " + job.id + '"';
      return true;
    });
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QVERIFY(right);
    QCOMPARE(m_seen.size(), Count);
    // One that is left in the middle leaves nothing behind for the next.
    QVERIFY(scan({}, [n = 0](const ScannedJob &) mutable { return ++n < 100; }));
  }
  const QByteArray line =
      m_server.run({"CLIENT", "LIST", "ID", QByteArray::number(second->read().mark().id)}).bytes;
  QVERIFY2(line.contains("cmd=hget"), line.constData()); // it has read, too
  helped.partner.close();
  QVERIFY(helped.end());
}

/// The second connection breaks: that ends the scan with its error, and does not hang.
void TestBullioScan::endsWithItsPartner() {
  addMany(0, 20'000, 300);
  auto second = connect();
  QVERIFY(second);
  Helped helped(m_session->read(), second->read());
  QTRY_VERIFY(helped.partner.isReady());
  const qint64 number = second->read().mark().id;
  const auto report = scan({}, [&, n = 0](const ScannedJob &) mutable {
    if (++n == 1'000)
      m_server.run({"CLIENT", "KILL", "ID", QByteArray::number(number)});
    return true;
  });
  QVERIFY(!report);
  QCOMPARE(report.error().kind, ErrorKind::Disconnected);
  const auto served = helped.end();
  QVERIFY(!served);
  QCOMPARE(served.error().kind, ErrorKind::Disconnected);
  QVERIFY(scan({})); // alone it goes on
  QCOMPARE(m_seen.size(), 20'000);
}

QTEST_GUILESS_MAIN(TestBullioScan)
#include "tst_bullio_scan.moc"
