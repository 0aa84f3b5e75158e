// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobscan.h"
#include "bullio/scriptregistry.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/stallingproxy.h"
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
  void asksLittleAhead_data();
  void asksLittleAhead();
  void looksAtLittleInOneCall_data();
  void looksAtLittleInOneCall();
  void endsWhereTheVisitorEnds();
  void saysThatItLostTrack();
  void failsWithItsSieve();
  void readsWithAPartner();
  void endsWithItsPartner();

private:
  void add(const QByteArray &id, const QByteArray &value, const char *state = "wait",
           const QByteArray &field = "data");
  void addMany(int first, int count, qint64 bytes, const char *state = "wait",
               const QByteArray &field = "data");
  /// How often the server was sent a command.
  qint64 calls(const QByteArray &command) {
    const QByteArray stats = m_server.run({"INFO", "commandstats"}).bytes,
                     head = "cmdstat_" + command + ":calls=";
    const qsizetype at = stats.indexOf(head);
    return at < 0 ? 0 : stats.sliced(at + head.size()).split(',').constFirst().toLongLong();
  }
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
  QVERIFY2(calls("hstrlen") <= most, QByteArray::number(calls("hstrlen")).constData());
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

void TestBullioScan::asksLittleAhead_data() {
  QTest::addColumn<qint64>("bytes");
  QTest::addColumn<int>("count");
  QTest::addColumn<QByteArray>("field");
  QTest::newRow("small ones") << qint64(300) << 20'000 << QByteArray("data");
  QTest::newRow("40 KB") << qint64(40'000) << 1'500 << QByteArray("data");
  QTest::newRow("500 KB") << qint64(500'000) << 100 << QByteArray("data");
  QTest::newRow("500 KB of errors") << qint64(500'000) << 100 << QByteArray("failedReason");
  QTest::newRow("500 KB of stack traces") << qint64(500'000) << 100 << QByteArray("stacktrace");
}

/// What other clients of the server have to wait for is what one reader has under way. So nothing comes back
/// to it for a while, and what it asked for by then is counted.
void TestBullioScan::asksLittleAhead() {
  QFETCH(qint64, bytes);
  QFETCH(int, count);
  QFETCH(QByteArray, field);
  addMany(0, count, bytes, "wait", field);
  StallingProxy proxy(m_server.socketPath());
  TestSession reader(proxy.endpoint());
  QVERIFY(reader.connect());
  m_server.run({"CONFIG", "RESETSTAT"});
  ScanRequest request;
  request.queue = Queue;
  request.fields = {field};
  std::atomic<int> looked = 0;
  std::atomic<bool> whole = false;
  std::jthread thread([&] {
    const auto report = JobScan(reader.read(), request, {}).run([&](const ScannedJob &) {
      if (++looked == count / 2) // in the middle, where all is known of the sizes
        proxy.limit(StallingProxy::Scope::Open, StallingProxy::Direction::ToClient, 0,
                    StallingProxy::AtLimit::Hold);
      return true;
    });
    whole = report && report->looked == count;
  });
  QTRY_VERIFY_WITH_TIMEOUT(looked >= count / 2, 60'000);
  qint64 asked = -1;
  int still = 0;
  QVERIFY(QTest::qWaitFor(
      [&] {
        still = asked == std::exchange(asked, calls("hget")) ? still + 1 : 0;
        return still > 20;
      },
      60'000));
  const qint64 underWay = asked - looked;
  proxy.release();
  thread.join();
  QVERIFY(whole);
  QVERIFY2(underWay > 0 && underWay <= 32 * JobLook::SliceJobs, QByteArray::number(underWay).constData());
  QVERIFY2(underWay * bytes <= JobScan::MostBytes + bytes, QByteArray::number(underWay).constData());
}

void TestBullioScan::looksAtLittleInOneCall_data() {
  QTest::addColumn<qint64>("bytes");
  QTest::addColumn<int>("count");
  QTest::addColumn<QByteArray>("sieve");
  QTest::addColumn<int>("cost"); ///< times that a byte is looked at
  const QByteArray text = R"({"kind":"contains","needle":"zz"})",
                   number = R"({"kind":"contains","needle":"17","passExponents":true})",
                   either = R"({"kind":"any","children":[)" + number + ',' + number + "]}";
  QTest::newRow("small ones") << qint64(300) << 5'000 << text << 1;
  QTest::newRow("30 KB") << qint64(30'000) << 500 << text << 1;
  QTest::newRow("3 KB, a number") << qint64(3'000) << 1'000 << number << 32;
  QTest::newRow("30 KB, two numbers") << qint64(30'000) << 300 << either << 64;
}

/// The script looks at so many bytes in one call that its time is short; a slow clock only ends it sooner.
void TestBullioScan::looksAtLittleInOneCall() {
  QFETCH(qint64, bytes);
  QFETCH(int, count);
  QFETCH(QByteArray, sieve);
  QFETCH(int, cost);
  const auto scripts = ScriptRegistry::load();
  QVERIFY(scripts);
  addMany(0, count, bytes);
  ScanRequest request;
  request.sieve = {scripts->own("searchSlice")->lua, sieve};
  m_server.run({"CONFIG", "RESETSTAT"});
  const auto report = scan(request);
  QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
  QCOMPARE(report->looked, count);
  QVERIFY(m_seen.isEmpty()); // none passes, so each HGET is the script's
  QCOMPARE(calls("hget"), count);
  const qint64 most = std::min(JobScan::SieveJobs, 24 * JobScan::SieveLargest / (bytes * cost) + 1);
  QVERIFY2(calls("eval_ro") * most >= count, QByteArray::number(calls("eval_ro")).constData());
}

void TestBullioScan::endsWhereTheVisitorEnds() {
  addMany(0, 20'000, 300);
  const auto report = scan({}, [n = 0](const ScannedJob &) mutable { return ++n < 100; });
  QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
  QCOMPARE(report->looked, 100); // and none of those that were asked for already
  QCOMPARE(m_seen.size(), 100);
  QVERIFY(report->stoppedEarly);
  QVERIFY(!scan({})->stoppedEarly);
}

/// All that was seen goes, again and again: then some may be passed over, and that is said.
void TestBullioScan::saysThatItLostTrack() {
  constexpr int Count = 12'000; // far more than is read ahead
  const auto replace = [this](int generation) {
    std::vector<QByteArray> push{"RPUSH", Queue.key("wait")};
    for (int i = 0; i < Count; ++i)
      push.push_back(QByteArray::number(generation) + '-' + QByteArray::number(i));
    m_server.run({"DEL", Queue.key("wait")});
    m_server.run(push);
  };
  replace(0);
  QByteArray generation = "0";
  const auto report = scan({}, [&](const ScannedJob &job) {
    if (job.id.startsWith(generation + '-')) { // the first of it that comes by
      const int next = generation.toInt() + 1;
      generation = QByteArray::number(next);
      if (next < 24)
        replace(next);
    }
    return true;
  });
  QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
  QVERIFY(report->lostTrack);
  cleanup();
  addMany(0, 5'000, 100);
  QVERIFY(!scan({})->lostTrack);
}

void TestBullioScan::failsWithItsSieve() {
  addMany(0, 100, 100);
  ScanRequest request;
  request.sieve = {"return redis.error_reply('ODD no such luck')", "{}"};
  const auto report = scan(request);
  QVERIFY(!report);
  QCOMPARE(report.error().kind, ErrorKind::Server);
  QCOMPARE(report.error().code, QByteArray("ODD"));
  QVERIFY(m_seen.isEmpty());
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
