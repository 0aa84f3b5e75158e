// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobsearch.h"
#include "bullio/jobsort.h"
#include "bullio/scriptregistry.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/testsession.h"
#include "unit/json/randomjson.h"
#include "unit/search/randomquery.h"

#include <QSet>
#include <QTest>

#include <thread>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr qint64 Now = 1'760'000'000'000;
const QueueInfo Queue{{"bull", "shop"}, Family::BullMq6, "6.7.0", false, {}};

QString describe(const Error &error) {
  return QString::fromLatin1(errorKindName(error.kind)) + u' ' + error.detail;
}

/// Ids of hits, in order.
std::vector<QByteArray> idsOf(const std::vector<SearchHit> &hits) {
  std::vector<QByteArray> ids;
  for (const SearchHit &hit : hits)
    ids.push_back(hit.row.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

} // namespace

/// Both engines against a redis-server, and against looking at every job by itself.
class TestBullioSearch : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanup();

  void findsTheOneJob_data();
  void findsTheOneJob();
  void bothEnginesFindTheSame();
  void looksAtTheNewestWithinTheBudget();
  void readsOnlyWithinTheBoundsOfTheScore();
  void showsWhatStandsAtTheNamedPaths();
  void masksAndRefuses();
  void tellsJobsThatMoveOnceAndMissesNoneThatStays();
  void countsNoFewerThanItLookedAt();
  void findsJobsWithLargeFields_data();
  void findsJobsWithLargeFields();
  void sortsByLargeErrors();
  void leavesOthersTheirTurn();
  void sortsByFieldsAndPaths_data();
  void sortsByFieldsAndPaths();
  void endsWhenCancelled();
  void readsWhereTheScriptIsRefused_data();
  void readsWhereTheScriptIsRefused();
  void readsWhereSizesAreRefused();
  void failsWhereTheSizeThatCountsIsRefused();
  void bothEnginesPassOverWhatIsNoHash();

private:
  struct Outcome {
    std::vector<SearchHit> hits;
    SearchReport report;
  };
  void add(const QByteArray &id, const QByteArray &data, JobState state = JobState::Completed,
           qint64 time = 0, const std::vector<QByteArray> &more = {});
  std::optional<Outcome> search(const QString &text, SearchRequest request = {});

  /// Hangs up on a client that has more than this waiting for it.
  RedisServer m_server{
      {false, {u"--client-output-buffer-limit"_qs, u"normal"_qs, u"16mb"_qs, u"0"_qs, u"0"_qs}}};
  std::unique_ptr<test::TestSession> m_session;
  std::optional<ScriptRegistry> m_scripts;
  QString m_error;
};

void TestBullioSearch::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
  m_session = std::make_unique<test::TestSession>(m_server.endpoint());
  QVERIFY(m_session->connect());
  auto scripts = ScriptRegistry::load();
  QVERIFY(scripts);
  m_scripts = std::move(*scripts);
  QVERIFY(m_scripts->own("searchSlice"));
}

void TestBullioSearch::cleanup() {
  m_server.run({"FLUSHALL"});
}

void TestBullioSearch::add(const QByteArray &id, const QByteArray &data, JobState state, qint64 time,
                           const std::vector<QByteArray> &more) {
  std::vector<QByteArray> hash{
      "HSET", Queue.id.key(id), "name", "order", "data", data, "timestamp", QByteArray::number(Now + time)};
  hash.insert(hash.end(), more.begin(), more.end());
  m_server.run(hash);
  const QByteArray key = Queue.id.key(stateKey(state));
  if (state == JobState::Waiting)
    m_server.run({"LPUSH", key, id});
  else
    m_server.run(
        {"ZADD", key, QByteArray::number((Now + time) * (state == JobState::Delayed ? 4096 : 1)), id});
}

std::optional<TestBullioSearch::Outcome> TestBullioSearch::search(const QString &text,
                                                                  SearchRequest request) {
  auto query = search::parse(text, Now);
  if (!query) {
    m_error = u"no query: "_qs + query.error().word;
    return {};
  }
  request.query = *query;
  if (request.scopes.empty())
    request.scopes = {{Queue, {JobState::Waiting, JobState::Delayed, JobState::Completed, JobState::Failed}}};
  request.script = m_scripts->own("searchSlice");
  Outcome out;
  const auto tell = [&](SearchProgress progress) {
    std::move(progress.hits.begin(), progress.hits.end(), std::back_inserter(out.hits));
  };
  const auto report = searchJobs(m_session->read(), request, tell, {});
  if (!report) {
    m_error = describe(report.error());
    return {};
  }
  out.report = *report;
  return out;
}

void TestBullioSearch::findsTheOneJob_data() {
  QTest::addColumn<QString>("text");
  for (const char *text :
       {"data.orderId = \"ORD-777\"", "data.orderId = ORD-777", "ORD-777", "data.big = 9007199254740993",
        "data : ord-777", "data.lines[*].sku = S-777", "id = 777", "data.orderId ~ \"^ORD-7{3}$\""})
    QTest::newRow(text) << QString::fromLatin1(text);
}

void TestBullioSearch::findsTheOneJob() {
  QFETCH(QString, text);
  for (int i = 1; i <= 1'500; ++i) {
    const QByteArray number = QByteArray::number(i);
    add(number,
        R"({"orderId":"ORD-)" + number + R"(","big":)" + QByteArray::number(9007199254740993 - 777 + i) +
            R"(,"lines":[{"sku":"A"},{"sku":"S-)" + number + "\"}]}",
        i % 2 ? JobState::Completed : JobState::Waiting, i);
  }
  for (const SearchEngine engine : {SearchEngine::Reading, SearchEngine::Script}) {
    SearchRequest request;
    request.engine = engine;
    const auto out = this->search(text, request);
    QVERIFY2(out, qPrintable(m_error));
    QCOMPARE(idsOf(out->hits), std::vector<QByteArray>{"777"});
    QCOMPARE(out->report.found, 1);
    QCOMPARE(out->report.looked, text.startsWith(u"id") ? out->report.looked : 1'500);
    QCOMPARE(out->hits[0].row.state, JobState::Completed);
    QCOMPARE(out->hits[0].row.created, Now + 777);
    QCOMPARE(out->hits[0].row.name, "order");
    QVERIFY(out->hits[0].row.size > 0);
  }
}

/// Random payloads and queries; what each engine finds is what the matcher says of each job by itself.
void TestBullioSearch::bothEnginesFindTheSame() {
  RandomJson random(7);
  std::vector<std::pair<QByteArray, QByteArray>> jobs;
  for (int i = 0; i < 400; ++i) {
    QByteArray text = random.untidy(random.value());
    if (i % 17 == 0)
      text.chop(1); // broken
    if (i % 5 == 0)
      text = R"({"a":)" + text + R"(,"caf\u00e9":"Gr\u00f6\u00dfe \/ x)" + QByteArray::number(i % 11) + "\"}";
    jobs.emplace_back("j" + QByteArray::number(i), text);
    add(jobs.back().first, text, i % 3 ? JobState::Failed : JobState::Waiting, i);
  }
  std::vector<QString> texts{u"data.a = 1"_qs,         u"größe"_qs,
                             u"data : GRÖSSE"_qs,      u"x3 or x7"_qs,
                             u"x3 data : caf"_qs,      u"not data : x3"_qs,
                             u"data.a : e"_qs,         u"data > 1"_qs,
                             u"data.a != null"_qs,     u"(x1 or x2) not x10"_qs,
                             u"data.a[*] = true"_qs,   u"data : \"/ x3\""_qs,
                             u"data.a[0] >= 0"_qs,     u"size > 60 x"_qs,
                             u"data ~ \"[a-z]{3}\""_qs};
  RandomQuery dice(random);
  for (int i = 0; i < 150; ++i)
    if (const QString text = QString::fromUtf8(dice.text(2)); search::parse(text, Now))
      texts.push_back(text);
  QVERIFY(texts.size() > 100);
  qint64 hits = 0;
  for (const QString &text : texts) {
    const auto query = search::parse(text, Now);
    QVERIFY2(query, qPrintable(text));
    search::Matcher matcher(*query);
    std::vector<QByteArray> expected;
    for (size_t i = 0; i < jobs.size(); ++i) {
      std::vector<QByteArrayView> fields;
      for (const QByteArray &field : matcher.needs().fields)
        fields.push_back(field == "data"   ? QByteArrayView(jobs[i].second)
                         : field == "name" ? QByteArrayView("order")
                                           : QByteArrayView());
      const JobState state = i % 3 ? JobState::Failed : JobState::Waiting;
      if (matcher.matches({jobs[i].first, state, {}, fields, jobs[i].second.size()}))
        expected.push_back(jobs[i].first);
    }
    std::sort(expected.begin(), expected.end());
    hits += qint64(expected.size());
    for (const SearchEngine engine : {SearchEngine::Reading, SearchEngine::Script}) {
      SearchRequest request;
      request.engine = engine;
      const auto out = this->search(text, request);
      QVERIFY2(out, qPrintable(m_error));
      QVERIFY2(idsOf(out->hits) == expected, qPrintable(text));
    }
  }
  QVERIFY(hits > 300);
}

void TestBullioSearch::looksAtTheNewestWithinTheBudget() {
  for (int i = 1; i <= 1'000; ++i)
    add(QByteArray::number(i), R"({"a":1})", i % 2 ? JobState::Completed : JobState::Waiting, i);
  SearchRequest request;
  request.limit = 100;
  const auto out = this->search(u"data.a = 1"_qs, request);
  QVERIFY2(out, qPrintable(m_error));
  QCOMPARE(out->report.found, 200);
  QCOMPARE(out->report.looked, 200);
  QSet<int> ids;
  for (const SearchHit &hit : out->hits)
    ids.insert(hit.row.id.toInt());
  for (int id = 801; id <= 1'000; ++id)
    QVERIFY2(ids.contains(id), QByteArray::number(id).constData());
  for (const StateLook &look : out->report.states) {
    const bool used = look.state == JobState::Completed || look.state == JobState::Waiting;
    QCOMPARE(look.looked, used ? 100 : 0);
    QCOMPARE(look.total, used ? 500 : 0);
  }
}

void TestBullioSearch::readsOnlyWithinTheBoundsOfTheScore() {
  for (int i = 0; i < 1'000; ++i)
    add(QByteArray::number(i), R"({"a":1})", JobState::Completed, i * 60'000 - 1'000 * 60'000,
        {"finishedOn", QByteArray::number(Now + i * 60'000 - 1'000 * 60'000)});
  SearchRequest request;
  request.scopes = {{Queue, {JobState::Completed}}};
  const auto out = this->search(u"data.a = 1 finished > -1h"_qs, request);
  QVERIFY2(out, qPrintable(m_error));
  QCOMPARE(out->report.found, 59);
  QVERIFY2(out->report.looked <= 61, QByteArray::number(out->report.looked).constData());
  const auto old = this->search(u"data.a = 1 finished < -16h"_qs, request);
  QVERIFY2(old, qPrintable(m_error));
  QCOMPARE(old->report.found, 40);
  QVERIFY2(old->report.looked <= 41, QByteArray::number(old->report.looked).constData());
}

void TestBullioSearch::showsWhatStandsAtTheNamedPaths() {
  add("1", R"({"orderId":"A-1","sum":1.10,"customer":{"name":"Ann"}})");
  add("2", R"({"orderId":"A-2","customer":5})");
  const auto out = this->search(u"data.orderId : A- data.sum != 7 data.customer.name != x"_qs);
  QVERIFY2(out, qPrintable(m_error));
  QCOMPARE(out->hits.size(), 2U);
  const auto hit = [&](const char *id) {
    return *std::find_if(out->hits.begin(), out->hits.end(), [&](auto &each) { return each.row.id == id; });
  };
  const search::Found missing;
  QCOMPARE(hit("1").values[0].text, "A-1");
  QCOMPARE(hit("1").values[1].text, "1.10");
  QCOMPARE(hit("1").values[2].text, "Ann");
  QVERIFY(hit("2").values[1] == missing);
  QVERIFY(hit("2").values[2] == missing);
}

void TestBullioSearch::masksAndRefuses() {
  add("1", R"({"apiKey":"K-4242","note":"K-17"})");
  add("2", R"({"apiKey":"K-17"})");
  const search::Hides secret = [](const QByteArray &key) { return key == "apiKey"; };
  SearchRequest request;
  request.masked = secret;
  const auto masked = this->search(u"data.apiKey = K-4242"_qs, request);
  QVERIFY2(masked, qPrintable(m_error));
  QCOMPARE(masked->hits.size(), 1U);
  QVERIFY(masked->hits[0].masked[0]);
  QVERIFY(masked->hits[0].values[0].text.isEmpty());
  request.refused = secret;
  const auto refused = this->search(u"K-17"_qs, request);
  QVERIFY2(refused, qPrintable(m_error));
  QCOMPARE(idsOf(refused->hits), std::vector<QByteArray>{"1"});
}

/// Jobs leave, come and go round while the search runs.
void TestBullioSearch::tellsJobsThatMoveOnceAndMissesNoneThatStays() {
  constexpr int Count = 6'000;
  for (int i = 0; i < Count; ++i)
    add(QByteArray::number(i), R"({"a":1})", i % 2 ? JobState::Completed : JobState::Waiting, i);
  std::jthread mover([&](const std::stop_token &stop) {
    for (int i = 0; !stop.stop_requested() && i < Count / 2; i += 3) {
      const QByteArray id = QByteArray::number(i);
      m_server.run({"LREM", Queue.id.key("wait"), "1", id});
      m_server.run({"ZADD", Queue.id.key("completed"), QByteArray::number(Now + Count + i), id});
      m_server.run({"ZREM", Queue.id.key("completed"), QByteArray::number(i + 1)});
      m_server.run({"LPUSH", Queue.id.key("wait"), "new" + id});
    }
  });
  for (int turn = 0; turn < 6; ++turn) {
    SearchRequest request;
    request.engine = turn % 2 ? SearchEngine::Script : SearchEngine::Reading;
    const auto out = this->search(u"data.a = 1"_qs, request);
    QVERIFY2(out, qPrintable(m_error));
    const std::vector<QByteArray> ids = idsOf(out->hits);
    QVERIFY(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
    const QSet<QByteArray> found(ids.begin(), ids.end());
    for (int i = Count / 2 + 2; i < Count; ++i)
      QVERIFY2(found.contains(QByteArray::number(i)), QByteArray::number(i).constData());
  }
}

/// Jobs that come to the far end while it reads: it never says that it looked at more than there are.
void TestBullioSearch::countsNoFewerThanItLookedAt() {
  constexpr int Count = 20'000;
  const QByteArray fill =
      "for i = 1, 20000 do redis.call('HSET', KEYS[1] .. ARGV[1] .. i, 'name', 'order', 'data', "
      "'{\"a\":1}') redis.call('RPUSH', KEYS[1] .. 'wait', ARGV[1] .. i) end";
  m_server.run({"EVAL", fill, "1", Queue.id.key(""), "young"});
  SearchRequest request;
  request.query = *search::parse(u"data.a = 1"_qs, Now);
  request.scopes = {{Queue, {JobState::Waiting}}};
  bool filled = false;
  const auto tell = [&](const SearchProgress &so) {
    QVERIFY(so.looked <= so.total);
    if (so.looked > 0 && !std::exchange(filled, true))
      m_server.run({"EVAL", fill, "1", Queue.id.key(""), "old"});
  };
  const auto report = searchJobs(m_session->read(), request, tell, {});
  QVERIFY(report);
  QCOMPARE(report->states.size(), 1U);
  QCOMPARE(report->states[0].looked, 2 * Count);
  QCOMPARE(report->states[0].total, 2 * Count);
}

void TestBullioSearch::findsJobsWithLargeFields_data() {
  QTest::addColumn<QByteArray>("field");
  QTest::addColumn<QString>("text");
  QTest::addColumn<int>("found");
  for (const char *field : {"failedReason", "stacktrace", "progress", "opts", "returnvalue"})
    QTest::addRow("rows of hits with large %s", field) << QByteArray(field) << u"data.a = 1"_qs << 300;
  QTest::newRow("in the error") << QByteArray("failedReason") << u"error : zzz"_qs << 100;
  QTest::newRow("anywhere") << QByteArray("failedReason") << u"zzz"_qs << 100;
}

/// 300 of 100 KB, which the server would not hold ready all at once: it hangs up at 16 MB.
void TestBullioSearch::findsJobsWithLargeFields() {
  QFETCH(QByteArray, field);
  QFETCH(QString, text);
  QFETCH(int, found);
  for (int i = 0; i < 300; ++i)
    add(QByteArray::number(i), R"({"a":1})", JobState::Failed, i,
        {field, "Error: " + QByteArray(100'000, 'x') + (i % 3 ? "" : "zzz")});
  for (const SearchEngine engine : {SearchEngine::Reading, SearchEngine::Script}) {
    SearchRequest request;
    request.engine = engine;
    const auto out = this->search(text, request);
    QVERIFY2(out, qPrintable(m_error));
    QCOMPARE(out->report.found, found);
    QCOMPARE(out->hits.size(), size_t(found));
    for (const SearchHit &hit : out->hits) {
      QCOMPARE(hit.row.created, Now + hit.row.id.toInt());
      QCOMPARE(hit.row.size, 7);
      QCOMPARE(hit.row.error.startsWith("Error: xx"), field == "failedReason");
    }
  }
}

void TestBullioSearch::sortsByLargeErrors() {
  for (int i = 0; i < 300; ++i)
    add(QByteArray::number(i), "{}", JobState::Failed, i * 7 % 300,
        {"failedReason", "Error " + QByteArray::number(i) + QByteArray(100'000, 'x')});
  SortRequest request;
  request.queue = Queue;
  request.state = JobState::Failed;
  request.by = {*search::fieldNamed(u"error"_qs), {}};
  const auto ids = sortJobs(m_session->read(), request, {}, {});
  QVERIFY2(ids, ids ? "" : qPrintable(describe(ids.error())));
  QCOMPARE(ids->size(), 300);
  for (int i = 0; i < 300; ++i)
    QCOMPARE(ids->at(i), QByteArray::number(i));
}

/// What the server itself says of its time for one command: slices stay far below 5 ms, also where payloads
/// grow all at once. (The mean: a busy machine may stop the server at any moment.)
void TestBullioSearch::leavesOthersTheirTurn() {
  for (int i = 0; i < 2'000; ++i)
    add(QByteArray::number(i), "{\"a\":\"" + QByteArray(i < 1'500 ? 100 : 40'000, 'x') + "\"}");
  m_server.run({"CONFIG", "RESETSTAT"});
  for (const SearchEngine engine : {SearchEngine::Reading, SearchEngine::Script}) {
    SearchRequest request;
    request.engine = engine;
    const auto out = this->search(u"data.a = y or data.b = 1"_qs, request);
    QVERIFY2(out, qPrintable(m_error));
    QCOMPARE(out->report.looked, 2'000);
  }
  const QByteArray stats = m_server.run({"INFO", "commandstats"}).bytes;
  for (const char *command : {"hget", "zrevrange", "eval_ro"}) {
    const qsizetype line = stats.indexOf("cmdstat_" + QByteArray(command) + ':');
    QVERIFY2(line >= 0, command);
    const qsizetype at = stats.indexOf("usec_per_call=", line) + 14;
    const double each = stats.sliced(at, stats.indexOf(',', at) - at).toDouble();
    QVERIFY2(each < 5'000, QByteArray::number(each).constData());
  }
}

void TestBullioSearch::sortsByFieldsAndPaths_data() {
  QTest::addColumn<QString>("by");
  QTest::addColumn<bool>("descending");
  QTest::addColumn<QByteArray>("order");
  QTest::newRow("numbers exactly") << u"data.n"_qs << false << QByteArray("d a c b e f");
  QTest::newRow("and the other way round") << u"data.n"_qs << true << QByteArray("b c a d e f");
  QTest::newRow("digits in texts") << u"data.t"_qs << false << QByteArray("b a c d e f");
  QTest::newRow("by id") << u"id"_qs << true << QByteArray("f e d c b a");
  QTest::newRow("by time") << u"created"_qs << false << QByteArray("a b c d e f");
  QTest::newRow("by size") << u"size"_qs << false << QByteArray("f e d b a c");
}

void TestBullioSearch::sortsByFieldsAndPaths() {
  QFETCH(QString, by);
  QFETCH(bool, descending);
  QFETCH(QByteArray, order);
  add("a", R"({"n":9007199254740992,"t":"ORD-10"})", JobState::Completed, 1);
  add("b", R"({"n":1e300,"t":"ORD-9"})", JobState::Completed, 2);
  add("c", R"({"n":9007199254740993,"t":"ORD-101","x":"xxxxxx"})", JobState::Completed, 3);
  add("d", R"({"n":-1.50,"t":"Z"})", JobState::Completed, 4);
  add("e", R"({"m":1})", JobState::Completed, 5);
  add("f", R"({"n")", JobState::Completed, 6);
  SortRequest request;
  request.queue = Queue;
  request.state = JobState::Completed;
  const auto path = search::parsePath(by);
  request.by = path ? *path : search::Path{*search::fieldNamed(by), {}};
  request.descending = descending;
  const auto ids = sortJobs(m_session->read(), request, {}, {});
  QVERIFY2(ids, ids ? "" : qPrintable(describe(ids.error())));
  QByteArrayList sorted;
  for (qint64 i = 0; i < ids->size(); ++i)
    sorted.append(ids->at(i));
  // Equal (here: missing) ones keep the state's own order, newest first.
  if (by == u"data.n" || by == u"data.t")
    order.replace("e f", "f e");
  QCOMPARE(sorted.join(' '), order);
}

void TestBullioSearch::endsWhenCancelled() {
  for (int i = 0; i < 2'000; ++i)
    add(QByteArray::number(i), R"({"a":1})");
  SearchRequest request;
  request.query = *search::parse(u"data.a = 1"_qs, Now);
  request.scopes = {{Queue, {JobState::Completed}}};
  std::stop_source stop;
  const auto report = searchJobs(
      m_session->read(), request, [&](const SearchProgress &) { stop.request_stop(); }, stop.get_token());
  QVERIFY(!report);
  QCOMPARE(report.error().kind, ErrorKind::Cancelled);
  QVERIFY(m_session->read().call(Command::of("PING"), {})); // and the session is sound
}

void TestBullioSearch::readsWhereTheScriptIsRefused_data() {
  QTest::addColumn<QByteArray>("command");
  QTest::newRow("the script") << QByteArray("eval_ro");
  QTest::newRow("the length of a field") << QByteArray("hstrlen");
  QTest::newRow("one field") << QByteArray("hget");
  QTest::newRow("the time") << QByteArray("time");
}

void TestBullioSearch::readsWhereTheScriptIsRefused() {
  QFETCH(QByteArray, command);
  for (int i = 0; i < 100; ++i)
    add(QByteArray::number(i), "{\"a\":" + QByteArray::number(i) + '}');
  const QString text = u"data.a = 7 name : order"_qs; // two fields are read by HMGET
  SearchRequest request;
  request.engine = SearchEngine::Script;
  const auto allowed = this->search(text, request);
  QVERIFY2(allowed, qPrintable(m_error));
  QVERIFY(allowed->report.usedScript && !allowed->report.scriptRefused);
  m_server.run({"ACL", "SETUSER", "default", '-' + command});
  const auto refused = this->search(text, request);
  m_server.run({"ACL", "SETUSER", "default", '+' + command});
  QVERIFY2(refused, qPrintable(m_error));
  QCOMPARE(idsOf(refused->hits), std::vector<QByteArray>{"7"});
  QCOMPARE(refused->report.looked, 100);
  QVERIFY(refused->report.scriptRefused && !refused->report.usedScript);
}

/// Nothing is measured then, and the rows do not show a size.
void TestBullioSearch::readsWhereSizesAreRefused() {
  for (int i = 0; i < 3'000; ++i)
    add(QByteArray::number(i), "{\"a\":" + QByteArray::number(i % 1'000) + '}');
  m_server.run({"ACL", "SETUSER", "default", "-hstrlen"});
  const auto out = this->search(u"data.a = 7"_qs);
  m_server.run({"ACL", "SETUSER", "default", "+hstrlen"});
  QVERIFY2(out, qPrintable(m_error));
  QCOMPARE(idsOf(out->hits), (std::vector<QByteArray>{"1007", "2007", "7"}));
  for (const SearchHit &hit : out->hits)
    QCOMPARE(hit.row.size, -1);
}

/// Every job would otherwise count as one of no bytes.
void TestBullioSearch::failsWhereTheSizeThatCountsIsRefused() {
  add("1", "{\"a\":1}");
  QVERIFY(this->search(u"size > 3"_qs));
  m_server.run({"ACL", "SETUSER", "default", "-hstrlen"});
  const auto out = this->search(u"size > 3"_qs);
  m_server.run({"ACL", "SETUSER", "default", "+hstrlen"});
  QVERIFY(!out);
  QVERIFY2(m_error.startsWith(u"Denied"), qPrintable(m_error));
}

void TestBullioSearch::bothEnginesPassOverWhatIsNoHash() {
  for (int i = 0; i < 100; ++i)
    add(QByteArray::number(i), R"({"a":1})");
  m_server.run({"DEL", Queue.id.key("50")});
  m_server.run({"SET", Queue.id.key("50"), "a text"});
  for (const SearchEngine engine : {SearchEngine::Reading, SearchEngine::Script}) {
    SearchRequest request;
    request.engine = engine;
    const auto out = this->search(u"data.a = 1"_qs, request);
    QVERIFY2(out, qPrintable(m_error));
    QCOMPARE(out->report.usedScript, engine == SearchEngine::Script);
    QCOMPARE(out->report.found, 99);
    QCOMPARE(out->report.looked, 100);
  }
}

QTEST_GUILESS_MAIN(TestBullioSearch)
#include "tst_bullio_search.moc"
