// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/failures.h"
#include "bullio/jobsearch.h"
#include "bullio/scriptregistry.h"
#include "fakes/nodepeer/nodepeer.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/testsession.h"
#include "search/failurequery.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>
#include <map>
#include <numeric>
#include <random>
#include <set>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr qint64 Now = 1'760'000'000'000;

QueueInfo queue(const char *name) {
  return {{"bull", name}, Family::BullMq6, "6.7.0", false, {}};
}

/// A null text = the job has no such field.
struct Failure {
  QueueInfo queue;
  QByteArray id, reason, stack;
  qint64 finished = 0;
};

/// `queue/id` of each.
using JobNames = std::set<QByteArray>;

/// What the groups should say of one kind of failure, counted by hand.
struct Plain {
  qint64 count = 0, first = 0, last = 0;
  std::map<qint64, QByteArray> ids; ///< by time
  QSet<QByteArray> queues;
};

/// Parts of the report's time, counted by walking through them.
std::array<qint64, FailureGroup::Buckets> courseOf(const Plain &plain, const FailureReport &report) {
  std::array<qint64, FailureGroup::Buckets> course{};
  for (const auto &[time, id] : plain.ids) {
    size_t part = 0;
    while (part + 1 < course.size() &&
           qint64(part + 1) * (report.to - report.from) <= (time - report.from) * qint64(course.size()))
      ++part;
    ++course[part];
  }
  return course;
}

qint64 countOf(const FailureReport &report) {
  return std::accumulate(report.groups.begin(), report.groups.end(), report.ungrouped,
                         [](qint64 sum, const FailureGroup &group) { return sum + group.count; });
}

} // namespace

/// The groups against counting by hand.
class TestBullioFailures : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanup();

  void countsAsByHand();
  void putsEachFailureIntoItsPartOfTheTime();
  void tellsTheGroupsSoFar();
  void countsAJobOnceHoweverItMoves();
  void countsNoFewerThanItLookedAt();
  void saysThatItLostTrack();
  void countsFailuresWithLargeErrors_data();
  void countsFailuresWithLargeErrors();
  void leavesOutJobsThatAreGone();
  void findsNothingWhereNothingFailed();
  void endsWhenCancelled();
  void aSearchFindsExactlyAGroup();
  void aSearchFindsWhatTheLibrariesLeft();

private:
  void add(const Failure &failure);
  std::vector<JobNames> addKinds(const std::vector<QueueInfo> &queues);
  std::optional<JobNames> search(const std::vector<QueueInfo> &queues, const QString &text,
                                 SearchEngine engine = SearchEngine::Reading);
  void compareSearches(const std::vector<QueueInfo> &queues, std::vector<JobNames> kinds);

  /// Hangs up on a client that has more than this waiting for it.
  RedisServer m_server{
      {false, {u"--client-output-buffer-limit"_qs, u"normal"_qs, u"16mb"_qs, u"0"_qs, u"0"_qs}}};
  std::unique_ptr<test::TestSession> m_session;
  std::optional<ScriptRegistry> m_scripts;
};

void TestBullioFailures::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
  m_session = std::make_unique<test::TestSession>(m_server.endpoint());
  QVERIFY(m_session->connect());
  auto scripts = ScriptRegistry::load();
  QVERIFY(scripts);
  m_scripts = std::move(*scripts);
}

void TestBullioFailures::cleanup() {
  m_server.run({"FLUSHALL"});
}

void TestBullioFailures::add(const Failure &failure) {
  std::vector<QByteArray> hash{
      "HSET", failure.queue.id.key(failure.id), "name", "order", "data", R"({"kind":"order"})"};
  if (!failure.reason.isNull())
    hash.insert(hash.end(), {"failedReason", failure.reason});
  if (!failure.stack.isNull())
    hash.insert(hash.end(), {"stacktrace", failure.stack});
  m_server.run(hash);
  m_server.run({"ZADD", failure.queue.id.key("failed"), QByteArray::number(failure.finished), failure.id});
}

void TestBullioFailures::countsAsByHand() {
  std::mt19937 random(5);
  const std::vector<QueueInfo> queues{queue("orders"), queue("mail"), queue("empty")};
  // Each kind with what differs from job to job; the number stands for it.
  const std::vector<std::pair<QByteArray, QByteArray>> kinds{
      {"TypeError: order %1 has no total", "pay"},     {"TypeError: order %1 has no total", "ship"},
      {"CardError: card declined (%1)", "pay"},        {"plain words", ""},
      {"Timeout after %1 ms at 10.0.0.%1:6379", "io"}, {"", ""}};
  std::map<size_t, Plain> plain;
  for (int i = 0; i < 3'000; ++i) {
    const size_t kind = random() % kinds.size();
    const QByteArray number = QByteArray::number(random() % 100'000);
    QByteArray reason = kinds[kind].first;
    reason.replace("%1", number);
    const QByteArray &frame = kinds[kind].second;
    const QByteArray stack = frame.isEmpty()
                                 ? QByteArray("[]")
                                 : "[\"older\",\"" + reason + "\\n    at " + frame + " (/app/a.js:4:2)\"]";
    const Failure failure{queues[random() % 2], QByteArray::number(i), reason, stack,
                          Now + qint64(random() % 1'000'000) * 1'000 + i};
    add(failure);
    Plain &group = plain[kind];
    group.first = group.count == 0 ? failure.finished : std::min(group.first, failure.finished);
    group.last = std::max(group.last, failure.finished);
    group.ids[failure.finished] = failure.queue.id.name + '/' + failure.id;
    group.queues.insert(failure.queue.id.name);
    ++group.count;
  }
  const auto report = groupFailures(m_session->read(), queues, {}, {});
  QVERIFY(report);
  QVERIFY(report->complete);
  QCOMPARE(report->looked, 3'000);
  QCOMPARE(report->total, 3'000);
  QCOMPARE(report->ungrouped, 0);
  QCOMPARE(report->groups.size(), kinds.size());
  for (size_t i = 1; i < report->groups.size(); ++i)
    QVERIFY(report->groups[i - 1].count >= report->groups[i].count);
  for (const auto &[kind, expected] : plain) {
    const auto same = [&](const FailureGroup &group) { return group.last == expected.last; };
    const auto group = std::find_if(report->groups.begin(), report->groups.end(), same);
    QVERIFY(group != report->groups.end());
    QCOMPARE(group->count, expected.count);
    QCOMPARE(group->first, expected.first);
    QCOMPARE(group->course, courseOf(expected, *report));
    QCOMPARE(group->queues.size(), size_t(expected.queues.size()));
    QCOMPARE(group->examples.size(), FailureGroup::MostExamples);
    auto latest = expected.ids.rbegin();
    for (const FailureExample &example : group->examples) {
      QCOMPARE(example.finished, latest->first);
      QCOMPARE(example.error,
               m_server.run({"HGET", example.queue.id.key(example.jobId), "failedReason"}).bytes);
      QCOMPARE(latest++->second, example.queue.id.name + '/' + example.jobId);
    }
  }
}

/// 24 equal parts from the earliest failure of all queues to the latest.
void TestBullioFailures::putsEachFailureIntoItsPartOfTheTime() {
  constexpr qint64 Part = 60'000;
  auto failed = [this, id = 0](const char *name, const char *reason, qint64 after) mutable {
    add({queue(name), QByteArray::number(++id), reason, "[]", Now + after});
  };
  failed("orders", "one", 0);
  failed("orders", "one", Part - 1);
  failed("mail", "one", Part);
  failed("mail", "one", 5 * Part + Part / 2);
  failed("orders", "one", 24 * Part - 1);
  failed("orders", "two", 23 * Part);
  failed("mail", "two", 24 * Part); // the very last is in the last part
  const auto report = groupFailures(m_session->read(), {queue("orders"), queue("mail")}, {}, {});
  QVERIFY(report);
  QCOMPARE(report->from, Now);
  QCOMPARE(report->to, Now + 24 * Part);
  QCOMPARE(report->groups.size(), 2U);
  std::array<qint64, FailureGroup::Buckets> one{}, two{};
  one[0] = 2;
  one[1] = one[5] = one[23] = 1;
  two[23] = 2;
  QCOMPARE(report->groups[0].course, one);
  QCOMPARE(report->groups[1].course, two);
}

void TestBullioFailures::tellsTheGroupsSoFar() {
  for (int i = 0; i < 2'000; ++i)
    add({queue("orders"), QByteArray::number(i), i % 4 ? "Error: one" : "Error: two", "[]", Now + i});
  std::vector<FailureReport> told;
  const auto tell = [&](FailureReport so) { told.push_back(std::move(so)); };
  const auto report = groupFailures(m_session->read(), {queue("orders")}, tell, {}, 0);
  QVERIFY(report);
  QVERIFY2(told.size() >= 5, QByteArray::number(told.size()));
  QVERIFY(told.front().looked < 1'000);
  qint64 before = 0;
  for (const FailureReport &so : told) {
    QVERIFY(!so.complete);
    QVERIFY(so.looked > before && so.looked <= so.total);
    QCOMPARE(so.total, 2'000);
    QCOMPARE(countOf(so), so.looked);
    before = so.looked;
  }
  QVERIFY(report->complete);
  QCOMPARE(report->looked, 2'000);
  QCOMPARE(report->groups.size(), 2U);
  QCOMPARE(report->groups.front().count, 1'500);
  QCOMPARE(report->from, Now);
  QCOMPARE(report->to, Now + 1'999);
}

/// What the walk holds on to is taken away from under it, and it begins again.
void TestBullioFailures::countsAJobOnceHoweverItMoves() {
  constexpr int Count = 30'000;
  const QByteArray fill =
      "for i = 1, ARGV[1] do redis.call('HSET', KEYS[1] .. i, 'failedReason', 'Error: one') "
      "redis.call('ZADD', KEYS[1] .. 'failed', i, i) end";
  m_server.run({"EVAL", fill, "1", queue("orders").id.key(""), QByteArray::number(Count)});
  int asked = 0;
  const auto tell = [&](const FailureReport &so) {
    if (asked++ == 0) // the newest half, some of which was read
      m_server.run(
          {"ZREMRANGEBYRANK", queue("orders").id.key("failed"), QByteArray::number(-Count / 2), "-2000"});
    QVERIFY(countOf(so) == so.looked);
  };
  const auto report = groupFailures(m_session->read(), {queue("orders")}, tell, {}, 0);
  QVERIFY(report);
  QCOMPARE(report->groups.size(), 1U);
  QVERIFY2(report->looked >= Count / 2 && report->looked <= Count, QByteArray::number(report->looked));
  QCOMPARE(report->groups.front().count, report->looked);
  QSet<QByteArray> examples;
  for (const FailureExample &example : report->groups.front().examples)
    examples.insert(example.jobId);
  QCOMPARE(size_t(examples.size()), FailureGroup::MostExamples);
}

/// Whenever it looks, the queue is full of others.
/// Jobs that failed before, and come while it reads: a share of more than all would be none.
void TestBullioFailures::countsNoFewerThanItLookedAt() {
  constexpr int Count = 30'000;
  const QByteArray fill =
      "for i = 1, 30000 do redis.call('HSET', KEYS[1] .. ARGV[1] .. i, 'failedReason', 'Error: one') "
      "redis.call('ZADD', KEYS[1] .. 'failed', i * ARGV[2], ARGV[1] .. i) end";
  m_server.run({"EVAL", fill, "1", queue("orders").id.key(""), "young", "1"});
  int asked = 0;
  const auto tell = [&](const FailureReport &so) {
    if (asked++ == 0)
      m_server.run({"EVAL", fill, "1", queue("orders").id.key(""), "old", "-1"});
    QVERIFY(so.looked <= so.total);
  };
  const auto report = groupFailures(m_session->read(), {queue("orders")}, tell, {}, 0);
  QVERIFY(report);
  QCOMPARE(report->looked, 2 * Count);
  QCOMPARE(report->total, report->looked);
}

void TestBullioFailures::saysThatItLostTrack() {
  constexpr int Sets = 60;
  const QByteArray failed = queue("orders").id.key("failed");
  const QByteArray fill = "for set = 0, ARGV[1] - 1 do for i = 1, 10000 do "
                          "redis.call('ZADD', KEYS[1] .. set, i, set * 10000 + i) end end";
  m_server.run({"EVAL", fill, "1", failed, QByteArray::number(Sets)});
  int turns = 0;
  const auto turn = [&] {
    if (turns > 0)
      m_server.run({"RENAME", failed, failed + QByteArray::number((turns - 1) % Sets)});
    m_server.run({"RENAME", failed + QByteArray::number(turns++ % Sets), failed});
  };
  turn();
  const auto report = groupFailures(
      m_session->read(), {queue("orders")}, [&](const FailureReport &) { turn(); }, {}, 0);
  QVERIFY(report);
  QVERIFY2(report->lostTrack, QByteArray::number(turns));
}

void TestBullioFailures::countsFailuresWithLargeErrors_data() {
  QTest::addColumn<int>("reason");
  QTest::addColumn<int>("stack");
  QTest::newRow("100 KB of reason") << 100'000 << 100;
  QTest::newRow("1 MB of reason") << 1'000'000 << 100;
  QTest::newRow("100 KB of stack trace") << 100 << 100'000;
  QTest::newRow("1 MB of stack trace") << 100 << 1'000'000;
}

/// 300 of them, which the server would not hold ready all at once: it hangs up at 16 MB.
void TestBullioFailures::countsFailuresWithLargeErrors() {
  QFETCH(int, reason);
  QFETCH(int, stack);
  constexpr int Count = 300;
  for (int i = 0; i < Count; ++i)
    add({queue("orders"), QByteArray::number(i),
         QByteArray(i % 3 ? "Error: one" : "Error: two") + '\n' + QByteArray(reason, 'x'),
         "[\"Error\\n    at pay (/app/a.js:4:2)\\n" + QByteArray(stack, 'y') + "\"]", Now + i});
  const auto report = groupFailures(m_session->read(), {queue("orders")}, {}, {});
  QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
  QCOMPARE(report->looked, Count);
  QCOMPARE(report->groups.size(), 2U);
  QCOMPARE(report->groups[0].count, 200);
  QCOMPARE(report->groups[1].count, 100);
  QCOMPARE(report->groups[1].print.message, "two");
}

void TestBullioFailures::leavesOutJobsThatAreGone() {
  add({queue("orders"), "1", "Error: one", "[]", Now});
  m_server.run({"ZADD", queue("orders").id.key("failed"), QByteArray::number(Now), "removed"});
  m_server.run({"HSET", queue("orders").id.key("bare"), "name", "order"});
  m_server.run({"ZADD", queue("orders").id.key("failed"), QByteArray::number(Now), "bare"});
  const auto report = groupFailures(m_session->read(), {queue("orders")}, {}, {});
  QVERIFY(report);
  QCOMPARE(report->looked, 2);
  QCOMPARE(countOf(*report), 2);
  QVERIFY(!report->lostTrack);
}

void TestBullioFailures::findsNothingWhereNothingFailed() {
  const auto report = groupFailures(m_session->read(), {queue("orders")}, {}, {});
  QVERIFY(report);
  QVERIFY(report->complete);
  QVERIFY(report->groups.empty());
}

void TestBullioFailures::endsWhenCancelled() {
  add({queue("orders"), "1", "Error: one", "[]", Now});
  std::stop_source stop;
  stop.request_stop();
  const auto report = groupFailures(m_session->read(), {queue("orders")}, {}, stop.get_token());
  QVERIFY(!report);
  QCOMPARE(report.error().kind, ErrorKind::Cancelled);
  QVERIFY(m_session->read().call(Command::of("PING"), {}));
}

std::optional<JobNames> TestBullioFailures::search(const std::vector<QueueInfo> &queues, const QString &text,
                                                   SearchEngine engine) {
  const auto query = search::parse(text, Now);
  if (!query)
    return {};
  SearchRequest request;
  for (const QueueInfo &queue : queues)
    request.scopes.push_back({queue, {ShownStates.begin(), ShownStates.end()}});
  request.query = *query;
  request.engine = engine;
  request.script = m_scripts->own("searchSlice");
  JobNames found;
  const auto tell = [&found](const SearchProgress &progress) {
    for (const SearchHit &hit : progress.hits)
      found.insert(hit.queue.id.name + '/' + hit.row.id);
  };
  return searchJobs(m_session->read(), request, tell, {}) ? std::optional(found) : std::nullopt;
}

/// Each group's search, by both engines, finds the jobs of one kind; and no kind is left.
void TestBullioFailures::compareSearches(const std::vector<QueueInfo> &queues, std::vector<JobNames> kinds) {
  const auto report = groupFailures(m_session->read(), queues, {}, {});
  QVERIFY(report);
  QCOMPARE(report->groups.size(), kinds.size());
  for (const FailureGroup &group : report->groups) {
    const QString text = search::failureQuery(group.print);
    const auto found = search(queues, text);
    QVERIFY2(found, qPrintable(text));
    QCOMPARE(qint64(found->size()), group.count);
    const auto kind = std::find(kinds.begin(), kinds.end(), *found);
    QVERIFY2(kind != kinds.end(), group.print.message + ' ' + group.print.frame);
    kinds.erase(kind);
    // With a condition that gives the script something to sort out.
    const QString sifted = text + u" data.kind = order"_qs;
    QCOMPARE(search(queues, sifted, SearchEngine::Script), found);
    QCOMPARE(search(queues, sifted, SearchEngine::Reading), found);
  }
}

/// Failures that are alike but for one thing, in counts of their own; `%1` differs from job to job.
std::vector<JobNames> TestBullioFailures::addKinds(const std::vector<QueueInfo> &queues) {
  struct Spelling {
    QByteArray reason, stack;
  };
  const auto thrown = [](const char *text, const char *file) {
    return "[\"Error: an earlier attempt\\n    at old (/app/old.js:1:1)\",\"" + QByteArray(text) +
           "\\n    at charge (/app/src/" + file + ":4:2)\"]";
  };
  const std::vector<std::vector<Spelling>> kinds{
      {{"order %1 has no total", thrown("TypeError: order %1 has no total", "pay.js")},
       {"TypeError: order %1 has no total", thrown("TypeError: order %1 has no total", "pay.js")}},
      {{"order %1 has no total", thrown("RangeError: order %1 has no total", "pay.js")}},
      {{"order %1 has no total", thrown("TypeError: order %1 has no total", "ship.js")}},
      {{"order %1 has no total", thrown("RangeError: order %1 has no total", "ship.js")}},
      {{"order %1 has no total", "[]"}, {"order %1 has no total", {}}, {"order %1 has no total", "[null]"}},
      {{"RangeError: order %1 has no total", "[]"}, {"RangeError: order %1 has no total", {}}},
      {{"RangeError: order %1 has no total", thrown("Error: RangeError: order %1 has no total", "pay.js")}},
      {{"order %1 has no total at all", thrown("TypeError: order %1 has no total at all", "pay.js")}},
      {{"", thrown("Error", "pay.js")}},
      {{"", "[]"}, {" ", {}}, {{}, "[]"}, {{}, {}}, {{}, thrown("Error: gone", "pay.js")}}};
  std::vector<JobNames> names;
  int id = 0;
  for (const std::vector<Spelling> &kind : kinds) {
    names.emplace_back();
    for (size_t i = 0; i < 10 + names.size(); ++i) {
      Failure failure{queues[i % queues.size()], QByteArray::number(++id), kind[i % kind.size()].reason,
                      kind[i % kind.size()].stack, Now + id};
      failure.reason.replace("%1", failure.id);
      failure.stack.replace("%1", failure.id);
      add(failure);
      names.back().insert(failure.queue.id.name + '/' + failure.id);
    }
  }
  return names;
}

/// The same words, but another class, another file, or a class in the words; one queue is Bull 4's.
void TestBullioFailures::aSearchFindsExactlyAGroup() {
  std::vector<QueueInfo> queues{queue("orders"), queue("mail")};
  queues.back().family = Family::Bull4;
  const std::vector<JobNames> kinds = addKinds(queues);
  // It failed once, and is done: no group counts it.
  add({queues.front(), "done", "order 1 has no total", "[]", Now});
  m_server.run({"ZREM", queues.front().id.key("failed"), "done"});
  m_server.run({"ZADD", queues.front().id.key("completed"), "1", "done"});
  compareSearches(queues, kinds);
  JobNames all;
  for (const JobNames &kind : kinds)
    all.insert(kind.begin(), kind.end());
  QCOMPARE(search(queues, u"state = failed failure != 0"_qs), all);
}

void TestBullioFailures::aSearchFindsWhatTheLibrariesLeft() {
  const std::pair<const char *, Family> libraries[] = {{"bullmq6", Family::BullMq6},
                                                       {"bullmq5", Family::BullMq5},
                                                       {"bullmq4", Family::BullMq4},
                                                       {"bull4", Family::Bull4}};
  std::vector<QueueInfo> queues;
  JobNames missing, declined; // Bull 4's are given no stack, and so no class
  JobNames missingOfBull4, declinedOfBull4;
  for (const auto &[library, family] : libraries) {
    queues.push_back({{"bull", library}, family, {}, false, {}});
    QJsonArray jobs;
    for (const char *error : {"Order 17 not found", "CardError: card 42 declined", "Order 4711 not found"})
      jobs.append(QJsonObject{{u"state"_qs, u"failed"_qs},
                              {u"error"_qs, QLatin1String(error)},
                              {u"data"_qs, QJsonObject{{u"kind"_qs, u"order"_qs}}}});
    const NodeAnswer answer =
        NodePeer::run(u"add.mjs"_qs, m_server.socketPath(),
                      {u"--library"_qs, QLatin1String(library), u"--queue"_qs, QLatin1String(library)},
                      QJsonDocument(jobs).toJson(QJsonDocument::Compact) + '\n');
    QVERIFY2(answer.ok, qPrintable(answer.error));
    const auto name = [&](int job) { return library + ('/' + answer[u"ids"_qs][job].toString().toUtf8()); };
    JobNames &ofMissing = family == Family::Bull4 ? missingOfBull4 : missing;
    ofMissing.insert({name(0), name(2)});
    (family == Family::Bull4 ? declinedOfBull4 : declined).insert(name(1));
  }
  compareSearches(queues, {missing, declined, missingOfBull4, declinedOfBull4});
}

QTEST_GUILESS_MAIN(TestBullioFailures)
#include "tst_bullio_failures.moc"
