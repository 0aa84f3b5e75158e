// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/planting.h"

#include "fakes/redis/lyingproxy.h"
#include "operations/compareandset.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::test;
using Lie = LyingProxy::Lie;
using audit::Outcome;

namespace {

struct Deed {
  const char *name;
  Lie::Deed deed;
  const char *words = "";
};
// What cannot be told from the truth is left out: `:1` instead of a reply is a reply.
constexpr Deed Deeds[] = {
    {"reset", Lie::Reset},
    {"silence", Lie::Silence},
    {"half open", Lie::HalfOpen},
    {"garbage", Lie::Says, "HTTP/1.1 502 Bad Gateway\r\n\r\n"},
    {"status", Lie::Says, "+OK\r\n"},
    {"nil", Lie::Says, "$-1\r\n"},
    {"nil array", Lie::Says, "*-1\r\n"},
    {"other number", Lie::Says, ":-77\r\n"},
    {"other array", Lie::Says, "*2\r\n:1\r\n$1\r\nx\r\n"},
    {"too much", Lie::Says, "*2147483647\r\n"},
    {"forged error", Lie::Says, "-ERR something went wrong\r\n"},
    {"forged busy", Lie::Says, "-BUSY Redis is busy running a script.\r\n"},
    {"forged replica", Lie::Says, "-READONLY You can't write against a read only replica.\r\n"},
    {"forged memory", Lie::Says, "-OOM command not allowed when used memory > 'maxmemory'.\r\n"},
    {"forged disk", Lie::Says, "-MISCONF Redis is configured to save RDB snapshots\r\n"},
    {"forged login", Lie::Says, "-NOAUTH Authentication required.\r\n"},
    {"error of a script", Lie::Says,
     "-WRONGTYPE Operation against a key script: 1234, on @user_script:7.\r\n"},
};

struct Point {
  const char *name;
  Lie::Point point;
};
constexpr Point Points[] = {{"before its bytes", Lie::BeforeBytes},
                            {"half of them", Lie::HalfOfThem},
                            {"after them", Lie::AfterThem},
                            {"after the reply", Lie::AfterReply}};

struct Wish {
  const char *operation;
  const char *state; ///< of the job, or of the queue
  bool large = false;
};
constexpr Wish Wishes[] = {{"job.updateData", "wait"},    {"job.updateData", "wait", true},
                           {"job.retry", "failed"},       {"job.promote", "delayed"},
                           {"job.remove", "failed"},      {"queue.pause", "wait"},
                           {"queue.resume", "both lists"}};

/// The command that changes something: one of the scripts, or the EXEC of a transaction.
bool isTheWrite(const QByteArrayList &words) {
  const QByteArray verb = words.value(0).toUpper();
  return verb == "EXEC" || verb == "EVALSHA" || (verb == "EVAL" && words.value(1).size() > 100);
}

} // namespace

/// Every operation, cut off or lied to at every point: what is told of it is what Redis holds.
class TstOutcomes : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();
  void toldIsTrue_data();
  void toldIsTrue();
  void toldOfTheWholeTransaction_data();
  void toldOfTheWholeTransaction();
  void laterErrorsProveNothing();
  void brokenOffScriptIsNotUndone();

private:
  void plant(const Wish &wish);
  OperationRequest request(const Wish &wish);
  void judge(const OperationRequest &request, bool lied = true);
  Outcome recorded(qint64 id);

  std::unique_ptr<OperationsFixture> m_fixture;
  std::unique_ptr<LyingProxy> m_proxy;
  QueueInfo m_queue;
};

void TstOutcomes::initTestCase() {
  OperationsFixture::Options options;
  options.commandTimeout = std::chrono::milliseconds(1'000);
  options.backoff = {std::chrono::milliseconds(5), std::chrono::milliseconds(20)};
  m_fixture = std::make_unique<OperationsFixture>(options);
  m_proxy = std::make_unique<LyingProxy>(m_fixture->server->socketPath());
  m_fixture->options.endpoint = m_proxy->endpoint();
  QVERIFY2(m_fixture->start(), qPrintable(m_fixture->server->error()));
  m_queue = m_fixture->queue(Libraries[0], "orders");
  for (const Wish &wish : Wishes) { // from now on the server knows the scripts
    plant(wish);
    const Ended ended = m_fixture->run(request(wish));
    QVERIFY2(ended.report, why(ended).constData());
  }
}

void TstOutcomes::cleanupTestCase() {
  m_fixture.reset();
  m_proxy.reset();
}

void TstOutcomes::plant(const Wish &wish) {
  const QByteArray blob(wish.large ? ScriptDataLimit : 10, 'x');
  test::plant(*m_fixture, m_queue, {.state = wish.state, .data = "{\"blob\":\"" + blob + "\",\"n\":1}"});
}

OperationRequest TstOutcomes::request(const Wish &wish) {
  // The lie before may have left a connection that answers nothing.
  (void)QTest::qWaitFor([&] { return m_fixture->snapshot(m_queue, "1").present; }, 20'000);
  return wishFor(*m_fixture, m_queue, wish.operation);
}

Outcome TstOutcomes::recorded(qint64 id) {
  for (const audit::Record &record : m_fixture->records()) {
    if (record.id == id)
      return record.outcome;
  }
  return Outcome::Intent;
}

/// Runs it, waits until it is settled, and compares what was told with what lies in Redis.
void TstOutcomes::judge(const OperationRequest &request, bool lied) {
  QSignalSpy settled(m_fixture->runner.get(), &OperationRunner::settled);
  const Keys before = m_fixture->keys();
  const Ended ended = m_fixture->run(request);
  QCOMPARE(m_proxy->hasLied(), lied);
  if (ended.report) {
    QVERIFY2(!differing(before, m_fixture->keys()).isEmpty(), "told as done");
    return;
  }
  Outcome told = Outcome::Failed;
  if (ended.report.error().kind == ErrorKind::OutcomeUnknown) {
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 30'000);
    QCOMPARE(settled.at(0).at(0).toLongLong(), ended.detail.recordId);
    told = settled.at(0).at(1).value<Outcome>();
    QVERIFY2(told == Outcome::Done || told == Outcome::Failed, "never found out");
  }
  const QList<QByteArray> changed = differing(before, m_fixture->keys());
  QVERIFY2(changed.isEmpty() == (told == Outcome::Failed), why(ended) + " but changed: " + changed.join(' '));
  QCOMPARE(recorded(ended.detail.recordId) == Outcome::Done, told == Outcome::Done);
}

void TstOutcomes::toldIsTrue_data() {
  QTest::addColumn<int>("wish");
  QTest::addColumn<int>("point");
  QTest::addColumn<int>("deed");
  for (int wish = 0; wish < int(std::size(Wishes)); ++wish)
    for (int point = 0; point < int(std::size(Points)); ++point)
      for (int deed = 0; deed < int(std::size(Deeds)); ++deed)
        QTest::addRow("%s%s, %s: %s", Wishes[wish].operation, Wishes[wish].large ? " large" : "",
                      Points[point].name, Deeds[deed].name)
            << wish << point << deed;
}

void TstOutcomes::toldIsTrue() {
  QFETCH(int, wish);
  QFETCH(int, point);
  QFETCH(int, deed);
  plant(Wishes[wish]);
  const OperationRequest wanted = request(Wishes[wish]);
  m_proxy->lieAbout(isTheWrite, {Points[point].point, Deeds[deed].deed, Deeds[deed].words});
  judge(wanted);
}

void TstOutcomes::toldOfTheWholeTransaction_data() {
  QTest::addColumn<QByteArray>("verb");
  QTest::addColumn<QByteArray>("words");
  for (const char *verb : {"MULTI", "HSET", "XADD"})
    for (const char *words :
         {"+OK\r\n", "$-1\r\n", "-ERR something went wrong\r\n", "-NOPERM not this one\r\n"})
      QTest::addRow("%s %s", verb, QByteArray(words).trimmed().constData())
          << QByteArray(verb) << QByteArray(words);
}

/// A lie about a step before EXEC, which the server took: MULTI answered by an error runs all the same.
void TstOutcomes::toldOfTheWholeTransaction() {
  QFETCH(QByteArray, verb);
  QFETCH(QByteArray, words);
  plant(Wishes[1]);
  const OperationRequest wanted = request(Wishes[1]);
  for (const Lie::Point point : {Lie::AfterThem, Lie::BeforeBytes}) {
    if (verb == "HSET" && point == Lie::BeforeBytes)
      continue; // who drops one command of a transaction makes another one of it
    m_proxy->lieAbout([verb](const QByteArrayList &all) { return all.value(0) == verb; },
                      {point, Lie::Says, words});
    judge(wanted);
    if (QTest::currentTestFailed())
      return;
    plant(Wishes[1]);
  }
}

/// The second of the calls that resume a long list fails: the first has changed something.
void TstOutcomes::laterErrorsProveNothing() {
  m_fixture->redis({"FLUSHALL"});
  std::vector<QByteArray> push{"RPUSH", m_queue.id.key("paused")};
  for (int i = 0; i < 8'000; ++i)
    push.push_back(QByteArray::number(i));
  m_fixture->redis(push);
  m_fixture->redis({"LPUSH", m_queue.id.key("wait"), "first"});
  m_fixture->redis({"HSET", m_queue.id.key("meta"), "paused", "1"});
  int calls = 0;
  m_proxy->lieAbout([&](const QByteArrayList &words) { return isTheWrite(words) && ++calls == 2; },
                    {Lie::BeforeBytes, Lie::Says, "-OOM command not allowed\r\n"});
  QSignalSpy settled(m_fixture->runner.get(), &OperationRunner::settled);
  const Ended ended = m_fixture->run(request(Wishes[6]));
  QCOMPARE(m_fixture->redis({"LLEN", m_queue.id.key("paused")}).integer, 1'000);
  QCOMPARE(word(ended), QByteArray("OutcomeUnknown/Server"));
  QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 30'000);
  QCOMPARE(settled.at(0).at(1).value<Outcome>(), Outcome::Unknown); // neither resumed nor untouched
  QCOMPARE(word(m_fixture->run(request(Wishes[6]))), QByteArray("done"));
}

/// A library's script that ends in an error after its first write.
void TstOutcomes::brokenOffScriptIsNotUndone() {
  plant(Wishes[2]);
  m_fixture->redis({"SET", m_queue.id.key("wait"), "no list"});
  QSignalSpy settled(m_fixture->runner.get(), &OperationRunner::settled);
  const Keys before = m_fixture->keys();
  const Ended ended = m_fixture->run(request(Wishes[2]));
  QVERIFY(!differing(before, m_fixture->keys()).isEmpty());
  QCOMPARE(word(ended), QByteArray("OutcomeUnknown/Server"));
  QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 30'000);
  QVERIFY(settled.at(0).at(1).value<Outcome>() != Outcome::Failed);
}

QTEST_GUILESS_MAIN(TstOutcomes)
#include "tst_outcomes.moc"
