// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A run over many jobs is polite to the others on the server: it asks and writes job by job, so that each of
// them has its turn in between, however many jobs there are.
#include "bulk/bulkroad.h"
#include "integration/bulk/bulkfixture.h"
#include "integration/bulk/monitor.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr int Jobs = 5'000;
/// The first job of a run goes by the road of a single write, which looks where the job is afterwards: at
/// both ends of each list that a queue may have.
constexpr int MostWalks = 8;

struct Wish {
  const char *operation;
  JobState state;
};
constexpr Wish Wishes[] = {{"job.retry", JobState::Failed},
                           {"job.remove", JobState::Failed},
                           {"job.promote", JobState::Delayed},
                           {"job.updateData", JobState::Failed}};

/// Commands whose cost does not grow with a queue: they are about the elements that are named.
const std::set<QByteArray> OfWhatIsNamed{
    "EXISTS", "EXPIRE", "GET",  "HDEL",  "HEXISTS", "HGET",   "HINCRBY", "HLEN",  "HMGET",  "HSET", "HSTRLEN",
    "INCR",   "LINDEX", "LLEN", "LPUSH", "RPUSH",   "SADD",   "SCARD",   "SREM",  "TIME",   "TYPE", "UNLINK",
    "DEL",    "XADD",   "ZADD", "ZCARD", "ZREM",    "ZSCORE", "SMOVE",   "HMSET", "HSETNX", "XLEN", "PING"};
/// And those of a connection, or of scripts; what scripts call is looked at by itself.
const std::set<QByteArray> OfTheConnection{"CLIENT", "HELLO",  "INFO", "SELECT", "EVALSHA",
                                           "EVAL",   "SCRIPT", "ACL",  "AUTH",   "COMMAND"};

QByteArray verbOf(const QByteArrayList &words) {
  return words.value(0).toUpper();
}

/// The jobs whose hashes or locks are among the words.
std::set<QByteArray> jobsIn(const QByteArrayList &words, const QByteArray &base) {
  std::set<QByteArray> jobs;
  for (const QByteArray &word : words) {
    const QByteArray rest = word.startsWith(base) ? word.mid(base.size()) : QByteArray();
    const QByteArray id = rest.left(rest.indexOf(':') < 0 ? rest.size() : rest.indexOf(':'));
    if (bool isNumber = false; id.toInt(&isNumber), isNumber)
      jobs.insert(id);
  }
  return jobs;
}

/// Where a single write is looked up afterwards: a walk, but no further than MAXLEN from the ends of a list.
bool isBoundedWalk(const QByteArrayList &words) {
  return verbOf(words) == "LPOS" && words.contains("MAXLEN");
}

/// What is wrong with a command, or nothing.
QByteArray rudeness(const Seen &seen, const QByteArray &base) {
  std::set<QByteArray> jobs = jobsIn(seen.words, base);
  const QByteArray verb = verbOf(seen.words);
  if (!OfWhatIsNamed.contains(verb) && !OfTheConnection.contains(verb) && !isBoundedWalk(seen.words))
    return verb;
  for (const QByteArrayList &words : seen.inside) {
    if (!OfWhatIsNamed.contains(verbOf(words)))
      return verb + ": " + words.join(' ');
    jobs.merge(jobsIn(words, base));
  }
  return jobs.size() > 1 ? verb + " of " + QByteArray::number(jobs.size()) + " jobs" : QByteArray();
}

/// All that is wrong with them, each once.
QByteArray rudeness(const std::vector<Seen> &all, const QByteArray &base) {
  std::set<QByteArray> rude;
  for (const Seen &seen : all) {
    if (const QByteArray what = rudeness(seen, base); !what.isEmpty())
      rude.insert(what);
  }
  return QByteArrayList(rude.begin(), rude.end()).mid(0, 5).join(" | ");
}

} // namespace

class TstBulkManners : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup() { m_fixture.reset(); }
  void holdsNobodyUp_data();
  void holdsNobodyUp();

private:
  static OperationRequest wishFor(const Wish &wish, const QueueInfo &queue);
  std::vector<Seen> runAll(const Wish &wish);
  QByteArrayList slowCommands();

  std::unique_ptr<BulkFixture> m_fixture;
  QueueInfo m_queue;
};

void TstBulkManners::init() {
  m_fixture = std::make_unique<BulkFixture>();
  QVERIFY2(m_fixture->startBulk(), qPrintable(m_fixture->server->error()));
  m_queue = m_fixture->queue(Libraries[1], "orders");
}

OperationRequest TstBulkManners::wishFor(const Wish &wish, const QueueInfo &queue) {
  OperationRequest request = operation(wish.operation, queue);
  if (QByteArray(wish.operation) == "job.updateData")
    request.arguments.insert(ChangesArgument, R"([{"change":"increment","path":"n","value":1}])");
  return request;
}

/// Chooses all jobs of the state, and does it; what the server was sent for the latter.
std::vector<Seen> TstBulkManners::runAll(const Wish &wish) {
  const OperationRequest request = wishFor(wish, m_queue);
  const FrozenSelection chosen = m_fixture->choose(all(m_queue, wish.state), request);
  Monitor monitor;
  if (!monitor.start(m_fixture->server->socketPath()))
    return {};
  m_fixture->stopped.reset();
  m_fixture->bulk->start(m_fixture->agreed(request, chosen), chosen);
  m_fixture->awaitStop();
  return monitor.stop();
}

QByteArrayList TstBulkManners::slowCommands() {
  QByteArrayList slow;
  for (const Reply &entry : m_fixture->redis({"SLOWLOG", "GET", "10"}).items)
    slow << entry.items.at(3).items.at(0).bytes + " took us " + QByteArray::number(entry.items.at(2).integer);
  return slow;
}

void TstBulkManners::holdsNobodyUp_data() {
  QTest::addColumn<int>("wish");
  for (int wish = 0; wish < int(std::size(Wishes)); ++wish)
    QTest::newRow(Wishes[wish].operation) << wish;
}

void TstBulkManners::holdsNobodyUp() {
  QFETCH(int, wish);
  m_fixture->plant(m_queue, Wishes[wish].state, Jobs); // one script, which is slow
  m_fixture->redis({"CONFIG", "SET", "slowlog-log-slower-than", "10000"});
  m_fixture->redis({"SLOWLOG", "RESET"});
  const std::vector<Seen> sent = runAll(Wishes[wish]);
  // Told, not judged: its clock goes on while the machine does something else.
  qInfo() << "slow log:" << slowCommands();
  QCOMPARE(summary(m_fixture->items(m_fixture->lastRun)), QByteArray("Done " + QByteArray::number(Jobs)));
  QVERIFY(sent.size() > size_t(Jobs)); // it was listened to
  QCOMPARE(rudeness(sent, m_queue.id.key({})), QByteArray());
  QVERIFY(std::count_if(sent.begin(), sent.end(),
                        [](const Seen &seen) { return isBoundedWalk(seen.words); }) <= MostWalks);
}

QTEST_GUILESS_MAIN(TstBulkManners)
#include "tst_bulkmanners.moc"
