// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobexport.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/testsession.h"
#include "unit/json/randomjson.h"
#include "json/layout.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr qint64 Now = 1'760'000'000'000;
const QueueInfo Queue{{"bull", "shop"}, Family::BullMq6, "6.7.0", false, {}};

QString describe(const Error &error) {
  return QString::fromLatin1(errorKindName(error.kind)) + u' ' + QString::fromUtf8(error.code) + u' ' +
         error.detail;
}

/// RFC 4180, read as it is written there.
std::vector<QByteArrayList> parseCsv(const QByteArray &text) {
  std::vector<QByteArrayList> lines{{QByteArray()}};
  bool quoted = false;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const char c = text[i];
    QByteArray &cell = lines.back().back();
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
      cell += text[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && c == ',')
      lines.back() << QByteArray();
    else if (!quoted && c == '\r')
      continue;
    else if (!quoted && c == '\n')
      lines.push_back({QByteArray()});
    else
      cell += c;
  }
  lines.pop_back(); // behind the last line break
  return lines;
}

/// Files may not grow beyond a size while this lives: what a full disk looks like.
class SmallFiles {
public:
  explicit SmallFiles(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &m_before);
    m_handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{bytes, m_before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallFiles() {
    setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handler);
  }

private:
  rlimit m_before{};
  void (*m_handler)(int) = nullptr;
};

} // namespace

/// What is written to a file is what stood in Redis.
class TestBullioExport : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void init();
  void cleanup();

  void writesPayloadsAsStored_data();
  void writesPayloadsAsStored();
  void writesJobsWithLargeFields_data();
  void writesJobsWithLargeFields();
  void keepsEveryTokenOfRandomPayloads();
  void writesAllFieldsByBullMqsNames();
  void writesAnArray();
  void writesCsvThatReadsBack();
  void masksOnlyTheValues();
  void masksOneWithinAnotherOnce();
  void writesTheSameIdOfEachQueue();
  void writesAListInItsOrder();
  void writesPlacesAsTheyStand_data();
  void writesPlacesAsTheyStand();
  void writesWhatWasReadOfAStateOnce();
  void writesJobsThatMoveOnceAndMissesNoneThatStays();
  void leavesNothingWhenCancelled();
  void leavesNothingWhenTheDiskIsFull();
  void saysThatTheFolderIsMissing();
  void writesAFileWithoutJobs();

private:
  void add(const QByteArray &id, const QByteArray &data, JobState state = JobState::Completed,
           const std::vector<QByteArray> &more = {});
  std::optional<ExportReport> write(ExportRequest request = {});
  QByteArray text() const;
  QByteArrayList lines() const;
  QByteArrayList ids() const;

  /// Hangs up on a client that has more than this waiting for it.
  RedisServer m_server{
      {false, {u"--client-output-buffer-limit"_qs, u"normal"_qs, u"16mb"_qs, u"0"_qs, u"0"_qs}}};
  std::unique_ptr<test::TestSession> m_session;
  std::optional<QTemporaryDir> m_folder;
  QString m_path, m_error;
  qint64 m_time = 0;
};

void TestBullioExport::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
  m_session = std::make_unique<test::TestSession>(m_server.endpoint());
  QVERIFY(m_session->connect());
}

void TestBullioExport::init() {
  m_folder.emplace();
  m_path = m_folder->filePath(u"jobs.out"_qs);
}

void TestBullioExport::cleanup() {
  m_server.run({"FLUSHALL"});
  m_folder.reset();
}

void TestBullioExport::add(const QByteArray &id, const QByteArray &data, JobState state,
                           const std::vector<QByteArray> &more) {
  const QByteArray time = QByteArray::number(Now + ++m_time);
  std::vector<QByteArray> hash{"HSET", Queue.id.key(id), "name", "order", "data", data, "timestamp", time};
  hash.insert(hash.end(), more.begin(), more.end());
  m_server.run(hash);
  const QByteArray key = Queue.id.key(stateKey(state));
  if (state == JobState::Waiting)
    m_server.run({"LPUSH", key, id});
  else
    m_server.run({"ZADD", key, time, id});
}

std::optional<ExportReport> TestBullioExport::write(ExportRequest request) {
  if (request.parts.empty())
    request.parts = {{Queue, JobState::Completed, {}}};
  request.path = m_path;
  const auto report = exportJobs(m_session->read(), request, {}, {});
  if (report)
    return *report;
  m_error = describe(report.error());
  return {};
}

QByteArray TestBullioExport::text() const {
  QFile file(m_path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

QByteArrayList TestBullioExport::lines() const {
  QByteArrayList all = text().split('\n');
  return all.takeLast().isEmpty() ? all : QByteArrayList();
}

QByteArrayList TestBullioExport::ids() const {
  QByteArrayList all;
  for (const QByteArray &line : lines())
    all << line.sliced(7, line.indexOf('"', 7) - 7);
  return all;
}

void TestBullioExport::writesPayloadsAsStored_data() {
  QTest::addColumn<QByteArray>("data");
  QTest::addColumn<QByteArray>("member");
  const auto same = [](const char *name, const QByteArray &data) {
    QTest::newRow(name) << data << "\"data\":" + data;
  };
  same("big numbers", R"({"n":9007199254740993,"x":1.10,"e":1E+400,"z":-0.0})");
  same("escapes", R"({"a":"\u00eb\/\ud800 \" \\n","\u0061":"ë"})");
  same("doubled keys", R"({"a":1,"a":2,"a":{"a":3}})");
  same("white space", "{ \"a\" :\t[ 1 , 2 ] }");
  same("a text", R"("only a text")");
  same("nothing", "null");
  same("five megabytes", "{\"a\":\"" + QByteArray(5'000'000, 'x') + "\"}");
  same("line separators", "{\"a\":\"\xe2\x80\xa8\xc2\x85\"}");
  QTest::newRow("lines") << QByteArray("{\r\n  \"a\": [1,\n 2],\n  \"b\": \"x  y\" }\n")
                         << QByteArray(R"("data":{"a":[1,2],"b":"x  y"})");
  QTest::newRow("broken") << QByteArray("{\"a\":\n1,}") << QByteArray(R"("dataText":"{\"a\":\n1,}")");
  QTest::newRow("empty") << QByteArray("") << QByteArray(R"("dataText":"")");
  QTest::newRow("binary") << QByteArray("\x80\x00\xff{\"", 5)
                          << "\"dataBase64\":\"" + QByteArray("\x80\x00\xff{\"", 5).toBase64() + '"';
}

void TestBullioExport::writesPayloadsAsStored() {
  QFETCH(QByteArray, data);
  QFETCH(QByteArray, member);
  add("1", data);
  const auto report = write();
  QVERIFY2(report, qPrintable(m_error));
  QCOMPARE(report->jobs, 1);
  QCOMPARE(report->bytes, text().size());
  QCOMPARE(lines().size(), 1);
  const QByteArray line = lines().constFirst();
  QVERIFY(json::scan(line).valid());
  QVERIFY2(line.contains(',' + member + '}'), line.left(500).constData());
}

void TestBullioExport::writesJobsWithLargeFields_data() {
  QTest::addColumn<QByteArray>("field");
  for (const char *field : {"data", "returnvalue", "failedReason", "stacktrace", "opts", "progress"})
    QTest::newRow(field) << QByteArray(field);
}

/// 300 of 100 KB, which the server would not hold ready all at once: it hangs up at 16 MB.
void TestBullioExport::writesJobsWithLargeFields() {
  QFETCH(QByteArray, field);
  constexpr int Count = 300, Bytes = 100'000;
  for (int i = 0; i < Count; ++i)
    add(QByteArray::number(i), "{}", JobState::Completed, {field, QByteArray(Bytes, 'x')});
  const auto report = write();
  QVERIFY2(report, qPrintable(m_error));
  QCOMPARE(report->jobs, Count);
  const QByteArrayList all = lines();
  QCOMPARE(all.size(), Count);
  for (const QByteArray &line : all)
    QVERIFY(line.contains(QByteArray(Bytes, 'x')));
}

void TestBullioExport::keepsEveryTokenOfRandomPayloads() {
  RandomJson random(11);
  std::vector<QByteArray> payloads;
  for (int i = 0; i < 500; ++i) {
    payloads.push_back(random.untidy(random.value()));
    add(QByteArray::number(i), payloads.back());
  }
  const auto report = write();
  QVERIFY2(report, qPrintable(m_error));
  const QByteArrayList all = lines();
  QCOMPARE(all.size(), 500);
  for (int i = 0; i < 500; ++i) {
    const QByteArray &line = all[499 - i]; // the newest stands first
    const QByteArray &payload = payloads[size_t(i)];
    const bool broken = payload.contains('\n') || payload.contains('\r');
    const auto expected = broken ? json::minify(payload) : payload;
    QVERIFY2(expected && line.endsWith("\"data\":" + *expected + '}'), payload.constData());
  }
}

void TestBullioExport::writesAllFieldsByBullMqsNames() {
  add("a \"1\"", "{}", JobState::Failed, {"atm",          "3",
                                          "ats",          "4",
                                          "processedOn",  "5",
                                          "finishedOn",   "6",
                                          "opts",         R"({"attempts":3})",
                                          "progress",     "0.50",
                                          "failedReason", "no \"money\"\nleft",
                                          "stacktrace",   R"(["Error: x\n at y"])",
                                          "returnvalue",  "null",
                                          "priority",     "",
                                          "delay",        "007",
                                          "pb",           "worker-1",
                                          "parentKey",    "bull:flow:1",
                                          "rjk",          "\xff"});
  ExportRequest request;
  request.parts = {{Queue, JobState::Failed, {}}};
  QVERIFY2(write(request), qPrintable(m_error));
  const QByteArray expected =
      R"({"id":"a \"1\"","queue":"shop","prefix":"bull","state":"failed","name":"order","timestamp":)" +
      QByteArray::number(Now + m_time) +
      R"(,"processedOn":5,"finishedOn":6,"delay":"007","priority":"","attemptsMade":3,"attemptsStarted":4,)"
      R"("progress":0.50,"processedBy":"worker-1","repeatJobKeyBase64":"/w==","parentKey":"bull:flow:1",)"
      R"("failedReason":"no \"money\"\nleft","opts":{"attempts":3},"data":{},"returnvalue":null,)"
      R"("stacktrace":["Error: x\n at y"]})";
  QCOMPARE(lines(), QByteArrayList{expected});
}

void TestBullioExport::writesAnArray() {
  for (int i = 0; i < 300; ++i)
    add(QByteArray::number(i), R"({"n":)" + QByteArray::number(i) + '}');
  ExportRequest request;
  request.format = ExportFormat::Json;
  QVERIFY2(write(request), qPrintable(m_error));
  const QJsonArray jobs = QJsonDocument::fromJson(text()).array();
  QCOMPARE(jobs.size(), 300);
  QCOMPARE(jobs[0][u"data"_qs][u"n"_qs].toInt(), 299);
  QCOMPARE(jobs[299][u"id"_qs].toString(), u"0"_qs);
}

void TestBullioExport::writesCsvThatReadsBack() {
  const QByteArray lines = "{\n \"a\": \"x, \\\"y\\\"\"\r\n}";
  add("=1+1", lines, JobState::Completed, {"failedReason", "-1", "opts", "", "returnvalue", "\xff\""});
  add("2", "{}", JobState::Completed, {"failedReason", "a \"quoted\", text", "name", "@cmd"});
  ExportRequest request;
  request.format = ExportFormat::Csv;
  QVERIFY2(write(request), qPrintable(m_error));
  const std::vector<QByteArrayList> table = parseCsv(text());
  QCOMPARE(table.size(), 3U);
  const auto cell = [&](size_t line, const char *column) {
    return table[line].value(table[0].indexOf(QByteArray(column)));
  };
  for (const QByteArrayList &line : table)
    QCOMPARE(line.size(), table[0].size());
  QCOMPARE(cell(1, "id"), "2");
  QCOMPARE(cell(1, "failedReason"), "a \"quoted\", text");
  QCOMPARE(cell(1, "name"), "@cmd");
  QCOMPARE(cell(1, "base64"), "");
  QCOMPARE(cell(2, "id"), "=1+1");
  QCOMPARE(cell(2, "data"), lines);
  QCOMPARE(cell(2, "failedReason"), "-1");
  QCOMPARE(QByteArray::fromBase64(cell(2, "returnvalue")), "\xff\"");
  QCOMPARE(cell(2, "base64"), "returnvalue");
  QVERIFY(text().contains("\r\n\"=1+1\",shop,bull,completed,order,")); // kept, quoted
  QVERIFY(text().contains(",-1,,\"\",\"{\n"));                         // missing is nothing, empty is ""
}

void TestBullioExport::masksOnlyTheValues() {
  add("1", R"({ "apiKey" : "K-1", "n":1.10,"deep":[{"apiKe\u0079":{"a":1}, "apiKey":null, "apiKey":""}]})");
  add("2", "{\"apiKey\":\"K-2\"", JobState::Completed,
      {"opts", R"({"apiKey":42})", "returnvalue", "{\"apiKey\":\n7}"});
  ExportRequest request;
  request.hides = [](const QByteArray &key) { return key == "apiKey"; };
  for (const ExportFormat format : {ExportFormat::Ndjson, ExportFormat::Csv}) {
    request.format = format;
    const auto report = write(request);
    QVERIFY2(report, qPrintable(m_error));
    QCOMPARE(report->masked, 5);
    QVERIFY(!text().contains("K-"));
    QVERIFY(!text().contains("42"));
  }
  request.format = ExportFormat::Ndjson;
  QVERIFY2(write(request), qPrintable(m_error));
  QVERIFY(lines()[1].endsWith(
      R"("data":{ "apiKey" : "••••", "n":1.10,"deep":[{"apiKe\u0079":"••••", "apiKey":null, "apiKey":""}]}})"));
  QVERIFY(
      lines()[0].endsWith(R"("opts":{"apiKey":"••••"},"dataText":"••••","returnvalue":{"apiKey":"••••"}})"));
}

void TestBullioExport::masksOneWithinAnotherOnce() {
  add("1", R"({"token":{"a":1,"token":"x","b":[{"token":2}]},"n":1,"token":"y"})");
  ExportRequest request;
  request.hides = [](const QByteArray &key) { return key == "token"; };
  const auto report = write(request);
  QVERIFY2(report, qPrintable(m_error));
  QCOMPARE(report->masked, 2);
  QVERIFY2(text().contains("\"data\":{\"token\":\"••••\",\"n\":1,\"token\":\"••••\"}"), text().constData());
}

/// Ids are counted by each queue anew.
void TestBullioExport::writesTheSameIdOfEachQueue() {
  const QueueInfo other{{"bull", "other"}, Family::BullMq5, {}, false, {}};
  add("1", "{}");
  m_server.run({"HSET", other.id.key("1"), "name", "else"});
  m_server.run({"ZADD", other.id.key("completed"), "1", "1"});
  ExportRequest request;
  request.parts = {{Queue, JobState::Completed, {}}, {other, JobState::Completed, {}}};
  const auto report = write(request);
  QVERIFY2(report, qPrintable(m_error));
  QCOMPARE(report->jobs, 2);
  QCOMPARE(ids(), (QByteArrayList{"1", "1"}));
  QVERIFY(lines().last().contains("\"queue\":\"other\""));
}

void TestBullioExport::writesAListInItsOrder() {
  for (int i = 0; i < 1'000; ++i)
    add(QByteArray::number(i), "{}");
  ExportRequest request;
  request.parts = {{Queue, {}, {}},
                   {{{"bull", "other"}, Family::BullMq5, {}, false, {}}, {}, {{"7", JobState::Active}}}};
  QByteArrayList expected;
  for (int i = 0; i < 1'000; i += 3) {
    request.parts[0].jobs.push_back(
        {QByteArray::number(i * 7 % 1'000), i % 2 ? JobState::Failed : JobState::Waiting});
    expected << QByteArray::number(i * 7 % 1'000);
  }
  request.parts[0].jobs.push_back({"gone", JobState::Failed});
  request.parts[0].jobs.push_back(request.parts[0].jobs.front());
  m_server.run({"HSET", "bull:other:7", "name", "else"});
  const auto report = write(request);
  QVERIFY2(report, qPrintable(m_error));
  QCOMPARE(report->gone, 1);
  QCOMPARE(report->jobs, 335);
  const QByteArrayList all = lines();
  QCOMPARE(all.size(), 335);
  for (int i = 0; i < expected.size(); ++i)
    QVERIFY2(all[i].startsWith("{\"id\":\"" + expected[i] + "\",\"queue\":\"shop\""), all[i].constData());
  QVERIFY(all[1].contains("\"state\":\"failed\""));
  QCOMPARE(all.last(), R"({"id":"7","queue":"other","prefix":"bull","state":"active","name":"else"})");
}

void TestBullioExport::writesPlacesAsTheyStand_data() {
  QTest::addColumn<int>("state");
  QTest::addColumn<bool>("reversed");
  QTest::addColumn<bool>("newestFirst");
  QTest::newRow("waiting") << int(JobState::Waiting) << false << false;
  QTest::newRow("waiting, reversed") << int(JobState::Waiting) << true << true;
  QTest::newRow("completed") << int(JobState::Completed) << false << true;
  QTest::newRow("completed, reversed") << int(JobState::Completed) << true << false;
}

/// Places between jobs that are known, and one of those known has moved into the places since.
void TestBullioExport::writesPlacesAsTheyStand() {
  QFETCH(int, state);
  QFETCH(bool, reversed);
  QFETCH(bool, newestFirst);
  constexpr int Count = 6'000;
  for (int i = 0; i < Count; ++i)
    add(QByteArray::number(newestFirst ? Count - 1 - i : i), "{}", JobState(state));
  ExportRequest request;
  request.parts = {{Queue,
                    {},
                    {{"0", JobState(state)}, {"1", JobState(state)}, {"5999", JobState(state)}},
                    {{JobState(state), 2, 5'500, reversed, 2}, {JobState(state), 5'900, 200, reversed, 3}}}};
  QVERIFY2(write(request), qPrintable(m_error));
  QByteArrayList expected;
  for (int i = 0; i < 5'502; ++i)
    expected << QByteArray::number(i);
  expected << "5999";
  for (int i = 5'900; i < 5'999; ++i)
    expected << QByteArray::number(i);
  QCOMPARE(ids(), expected);
  QVERIFY(lines().constFirst().contains("\"state\":\"" + QByteArray(stateWord(JobState(state))) + '"'));
}

void TestBullioExport::writesWhatWasReadOfAStateOnce() {
  for (int i = 0; i < 6'000; ++i)
    add(QByteArray::number(i), "{}");
  add("left", "{}", JobState::Failed); // since it was read
  ExportRequest request;
  request.parts = {{Queue, JobState::Completed, {}},
                   {Queue, {}, {{"5999", JobState::Completed}, {"left", JobState::Completed}}}};
  std::vector<ExportProgress> told;
  request.path = m_path;
  const auto report =
      exportJobs(m_session->read(), request, [&](const ExportProgress &so) { told.push_back(so); }, {});
  QVERIFY(report);
  QCOMPARE(report->jobs, 6'001);
  const QByteArrayList all = ids();
  QCOMPARE(QSet<QByteArray>(all.begin(), all.end()).size(), 6'001);
  QCOMPARE(all.last(), "left");
  QVERIFY(!told.empty());
}

void TestBullioExport::writesJobsThatMoveOnceAndMissesNoneThatStays() {
  constexpr int Count = 6'000;
  for (int i = 0; i < Count; ++i)
    add(QByteArray::number(i), "{}", i % 2 ? JobState::Completed : JobState::Waiting);
  std::jthread mover([&](const std::stop_token &stop) {
    for (int i = 0; !stop.stop_requested() && i < Count / 2; i += 3) {
      const QByteArray id = QByteArray::number(i);
      m_server.run({"LREM", Queue.id.key("wait"), "1", id});
      m_server.run({"ZADD", Queue.id.key("completed"), QByteArray::number(Now + 2 * Count + i), id});
    }
  });
  ExportRequest request;
  request.parts = {{Queue, JobState::Waiting, {}}, {Queue, JobState::Completed, {}}};
  QVERIFY2(write(request), qPrintable(m_error));
  mover.request_stop();
  mover.join();
  QSet<QByteArray> ids;
  for (const QByteArray &line : lines()) {
    const QByteArray id = line.sliced(7, line.indexOf('"', 7) - 7);
    QVERIFY2(!ids.contains(id), id.constData());
    ids.insert(id);
  }
  for (int i = Count / 2 + 2; i < Count; ++i)
    QVERIFY2(ids.contains(QByteArray::number(i)), QByteArray::number(i).constData());
}

void TestBullioExport::leavesNothingWhenCancelled() {
  for (int i = 0; i < 2'000; ++i)
    add(QByteArray::number(i), "{\"a\":\"" + QByteArray(2'000, 'x') + "\"}");
  QFile before(m_path);
  QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
  before.close();
  ExportRequest request;
  request.parts = {{Queue, JobState::Completed, {}}};
  request.path = m_path;
  std::stop_source stop;
  const auto report = exportJobs(
      m_session->read(), request, [&](const ExportProgress &) { stop.request_stop(); }, stop.get_token());
  QVERIFY(!report);
  QCOMPARE(report.error().kind, ErrorKind::Cancelled);
  QCOMPARE(text(), "before");
  QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"jobs.out"_qs});
  QVERIFY(m_session->read().call(Command::of("PING"), {})); // and the session is sound
}

void TestBullioExport::leavesNothingWhenTheDiskIsFull() {
  for (int i = 0; i < 2'000; ++i)
    add(QByteArray::number(i), "{\"a\":\"" + QByteArray(2'000, 'x') + "\"}");
  {
    const SmallFiles limit(100'000);
    QVERIFY(!write());
  }
  QVERIFY2(m_error.startsWith(u"File file-write"), qPrintable(m_error));
  QVERIFY(QDir(m_folder->path()).isEmpty(QDir::Files | QDir::Hidden));
  QVERIFY(m_session->read().call(Command::of("PING"), {}));
}

void TestBullioExport::saysThatTheFolderIsMissing() {
  m_path = m_folder->filePath(u"not there/jobs.out"_qs);
  QVERIFY(!write());
  QVERIFY2(m_error.startsWith(u"File folder-missing"), qPrintable(m_error));
  m_path = m_folder->path(); // a folder is no file
  QVERIFY(!write());
  QVERIFY2(m_error.startsWith(u"File file-write"), qPrintable(m_error));
}

void TestBullioExport::writesAFileWithoutJobs() {
  for (const ExportFormat format : {ExportFormat::Ndjson, ExportFormat::Json, ExportFormat::Csv}) {
    ExportRequest request;
    request.format = format;
    const auto report = write(request);
    QVERIFY2(report, qPrintable(m_error));
    QCOMPARE(report->jobs, 0);
    if (format == ExportFormat::Ndjson)
      QCOMPARE(text(), "");
    else if (format == ExportFormat::Json)
      QVERIFY(QJsonDocument::fromJson(text()).isArray());
    else
      QVERIFY(parseCsv(text()).size() == 1);
  }
}

QTEST_GUILESS_MAIN(TestBullioExport)
#include "tst_bullio_export.moc"
