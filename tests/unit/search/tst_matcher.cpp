// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bull/fingerprint.h"
#include "queries.h"
#include "search/matcher.h"

#include <QTest>

#include <map>

using namespace oxp;
using namespace oxp::search;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A job as it lies in Redis.
struct Job {
  QByteArray id = "42";
  JobState state = JobState::Failed;
  QByteArray score;
  std::map<QByteArray, QByteArray> fields;
};

Job sampleJob() {
  Job job;
  job.fields = {
      {"name", "send-mail"},
      {"data", R"({"orderId":"ORD-9","amount":120.50,"items":[{"sku":"A1"},{"sku":"b2"}],"ok":true})"},
      {"opts", R"({"attempts":3,"delay":0})"},
      {"returnvalue", R"("sent")"},
      {"failedReason", "Connection REFUSED by peer"},
      {"atm", "2"},
      {"progress", "50"},
      {"timestamp", at(10, 30, 15, 250)},
      {"processedOn", at(10, 31, 0)},
      {"finishedOn", at(11, 0, 0)}};
  return job;
}

bool matches(Matcher &matcher, const Job &job) {
  std::vector<QByteArrayView> values;
  for (const QByteArray &field : matcher.needs().fields) {
    const auto found = job.fields.find(field);
    values.push_back(found == job.fields.end() ? QByteArrayView() : QByteArrayView(found->second));
  }
  const auto data = job.fields.find("data");
  const qint64 size = data == job.fields.end() ? 0 : data->second.size();
  return matcher.matches({job.id, job.state, job.score, values, matcher.needs().size ? size : -1});
}

bool matches(const QString &text, const Job &job, const Hides &hides = {}) {
  Matcher matcher(queryOf(text), hides);
  return matches(matcher, job);
}

/// An array of texts that a nested repetition takes apart in every way.
QByteArray manyTexts(int count) {
  QByteArrayList texts;
  for (int i = 0; i < count; ++i)
    texts << '"' + QByteArray(40, 'a') + "!\"";
  return '[' + texts.join(',') + ']';
}

} // namespace

class TestMatcher : public QObject {
  Q_OBJECT
private slots:
  void judgesFields_data();
  void judgesFields();
  void judgesFailures_data();
  void judgesFailures();
  void judgesMissingFields_data();
  void judgesMissingFields();
  void judgesData_data();
  void judgesData();
  void judgesBrokenData_data();
  void judgesBrokenData();
  void hides_data();
  void hides();
  void hidesWhatStandsBehindTheHidden();
  void judgesDueOfDelayedJobsAlone();
  void namesTheHiddenPath();
  void comparesTheLastMoments_data();
  void comparesTheLastMoments();
  void endsHostileExpressions();
  void endsHostileExpressionsInManyTexts();
  void stopsWithinAJob();
  void survivesDepth();
};

void TestMatcher::judgesFields_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<bool>("expected");
  const auto row = [](const char *text, bool expected) {
    QTest::newRow(text) << QString::fromUtf8(text) << expected;
  };
  row("", true);
  row("id = 42", true);
  row("id = 042", false);
  row("id < 100", true);
  row("id > 5", true);
  row("id != 42", false);
  row("name = send-mail", true);
  row("name = SEND-MAIL", false);
  row("name : MAIL", true);
  row("name ~ ^send", true);
  row("name ~ ^SEND", false);
  row("name < t", true);
  row("state = failed", true);
  row("state = Failed", true);
  row("state != failed", false);
  row("state = waiting", false);
  row("state : fail", true);
  row("state ~ ed$", true);
  row("error : refused", true);
  row("error = \"Connection REFUSED by peer\"", true);
  row("attempts = 2", true);
  row("attempts = 2.0", true);
  row("attempts < 3", true);
  row("priority = 0", true);
  row("progress = 50", true);
  row("progress >= 50.0", true);
  row("size < 1KB", true);
  row("size > 1KB", false);
  row("created : \"\"", true); // there is one
  row("processed : \"\"", true);
  row("finished : \"\"", true);
  row("due : \"\"", false);
  row("created = 2026-11-22", true);
  row("created = 2026-11-22T10:30", true);
  row("created = 2026-11-22T10:31", false);
  row("created = 2026-11-22T10:30:15", true);
  row("created = 2026-11-22T10:30:15.250", true);
  row("created = 2026-11-22T10:30:15.251", false);
  row("created <= 2026-11-22", true);
  row("created < 2026-11-22", false);
  row("created > 2026-11-21", true);
  row("created > 2026-11-22", false);
  row("created >= 2026-11-22", true);
  row("created != 2026-11-22", false);
  row("created : 2026-11-22", true);
  row("created > -2h", true);
  row("created > -1h", false);
  row("finished < -30m", true);
  row("finished = 2026-11-22T10:59", false); // it ended as that minute did
  row("finished > 2026-11-22T10:59", true);
  row("finished <= 2026-11-22T10:59", false);
  row("created = 2026-11-22T10:30:14", false);
  row("created > 2026-11-22T10:30:14", true);
  row("due < 10m", false);
  row("opts.attempts = 3", true);
  row("opts : delay", true);
  row("result = sent", true);
  row("result : SEN", true);
  row("mail", true);
  row("refused", true);
  row("ord-9", true);
  row("\"orderid\"", true);
  row("42", true);
  row("nowhere", false);
  row("nowhere or mail", true);
  row("mail not nowhere", true);
}

void TestMatcher::judgesFields() {
  QFETCH(QString, text);
  QFETCH(bool, expected);
  QCOMPARE(matches(text, sampleJob()), expected);
}

/// `X` stands for the id of a TypeError that was thrown in a.js.
void TestMatcher::judgesFailures_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QByteArray>("reason");
  QTest::addColumn<QByteArray>("stack");
  QTest::addColumn<bool>("expected");
  const auto row = [](const char *text, const char *reason, const char *stack, bool expected) {
    QTest::addRow("%s | %s | %s", text, reason ? reason : "none", stack ? stack : "none")
        << QString::fromUtf8(text) << QByteArray(reason) << QByteArray(stack) << expected;
  };
  const char *stack = R"j(["TypeError: no total\n    at run (/app/a.js:1:2)"])j";
  row("failure = X", "no total", stack, true);
  row("failure != X", "no total", stack, false);
  row("not failure = X", "no total", stack, false);
  row("failure : \"\"", "no total", stack, true);
  row("failure ~ ^[0-9a-f]{12}$", "no total", stack, true);
  row("failure = X failure != 0", "no total", stack, true);
  row("failure = \"\"", "no total", stack, false);
  row("failure = X", "TypeError: no total", stack, true);
  row("failure = X", "no totals", stack, false);
  row("failure != X", "no totals", stack, true);
  row("failure = X", "no total", "[]", false);
  row("failure = X", "no total", nullptr, false);
  row("failure = X", "no total", R"j(["RangeError: no total\n    at run (/app/a.js:1:2)"])j", false);
  row("failure = X", "no total", R"j(["TypeError: no total\n    at run (/app/b.js:1:2)"])j", false);
  for (const char *reason : {static_cast<const char *>(nullptr), ""}) {
    row("failure = X", reason, reason, false);
    row("failure != X", reason, reason, true);
    row("failure : \"\"", reason, reason, false);
    row("failure = \"\"", reason, reason, false);
  }
  row("failure = X", nullptr, stack, false); // retried: the stacks of earlier attempts are kept
}

void TestMatcher::judgesFailures() {
  QFETCH(QString, text);
  QFETCH(QByteArray, reason);
  QFETCH(QByteArray, stack);
  QFETCH(bool, expected);
  Job job;
  if (!reason.isNull())
    job.fields["failedReason"] = reason;
  if (!stack.isNull())
    job.fields["stacktrace"] = stack;
  const Fingerprint wanted{"TypeError", "no total", "run (app/a.js:1)"};
  QCOMPARE(matches(text.replace(u'X', QLatin1StringView(failureId(wanted))), job), expected);
}

void TestMatcher::judgesMissingFields_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<bool>("expected");
  const auto row = [](const char *text, bool expected) {
    QTest::newRow(text) << QString::fromUtf8(text) << expected;
  };
  row("name : \"\"", false);
  row("name = x", false);
  row("name != x", true);
  row("attempts = 0", true);
  row("progress = 0", true);
  row("progress : \"\"", false);
  row("size = 0", true);
  row("finished > 2000-01-01", false);
  row("processed : \"\"", false);
  row("finished < 2100-01-01", false);
  row("finished != 2026-11-22", true);
  row("finished : \"\"", false);
  row("data : \"\"", false);
  row("data.a = 1", false);
  row("data.a != 1", true);
  row("result : x", false);
  row("error : \"\"", false);
  row("42", true);
}

void TestMatcher::judgesMissingFields() {
  QFETCH(QString, text);
  QFETCH(bool, expected);
  QCOMPARE(matches(text, Job()), expected);
}

void TestMatcher::judgesData_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QByteArray>("data");
  QTest::addColumn<bool>("expected");
  const auto row = [](const char *text, const QByteArray &data, bool expected) {
    QTest::newRow(text + (" over " + data)) << QString::fromUtf8(text) << data << expected;
  };
  row("data.a = 5", R"({"a":5})", true);
  row("data.a = 5", R"({"a":"5"})", true);
  row("data.a = \"5\"", R"({"a":5})", true);
  row("data.a = 5", R"({"a":5.0})", true);
  row("data.a = 5", R"({"a":0.5e1})", true);
  row("data.a = 5.0", R"({"a":"5"})", false);
  row("data.a = 9007199254740993", R"({"a":9007199254740992})", false);
  row("data.a > 9007199254740992", R"({"a":9007199254740993})", true);
  row("data.a = true", R"({"a":true})", true);
  row("data.a = null", R"({"a":null})", true);
  row("data.a = TRUE", R"({"a":true})", false);
  row("data.a = x", R"({"\u0061":"\u0078"})", true);
  row("data.a = 1", R"({"a":2,"a":1})", true);
  row("data.a = 2", R"({"a":2,"a":1})", true);
  row("data.a != 1", R"({"a":2,"a":1})", false);
  row("data.a != 1", R"({"b":1})", true);
  row("data.a[*] = 3", R"({"a":[1,2,3]})", true);
  row("data.a[*] != 3", R"({"a":[1,2,3]})", false);
  row("data.a[1] = 2", R"({"a":[1,2,3]})", true);
  row("data.a[9] = 2", R"({"a":[1,2,3]})", false);
  row("data.a[*].b[*] = 4", R"({"a":[{"b":[1]},{"b":[3,4]}]})", true);
  row("data[0] = 1", "[1]", true);
  row("data = 1", "1.0", true);
  row("data.a = \"[1, 2]\"", R"({"a":[1, 2]})", true);
  row("data.a = [1,2]", R"({"a":[1, 2]})", false);
  row("data.a : \"\"", R"({"a":null})", true);
  row("data.b : \"\"", R"({"a":null})", false);
  row("data.a : B", R"({"a":{"b":1}})", true);
  row("data.a : 2", R"({"a":{"b":[1,2]}})", true);
  row("data.a : \"[1,\"", R"({"a":{"b":[1,2]}})", true);
  row("data : \"line\nbreak\"", R"({"a":"line\nbreak"})", true);
  row("data : \xc3\x89t\xc3\x89", "{\"a\":\"\xc3\xa9T\xc3\xa9\"}", true);
  row("data : k", "{\"a\":\"\xe2\x84\xaa\"}", false);
  row("data : \xe2\x84\xaa", "{\"a\":\"k\"}", false); // nor the other way round
  row("data : \xe2\x84\xaa", "{\"a\":\"\xe2\x84\xaa\"}", true);
  row("data.a ~ ^b$", R"({"a":["a","b"]})", true);
  row("data.a ~ ^k$", R"({"a":{"k":1}})", false);
  row("data.a > 5", R"({"a":"10"})", true);
  row("data.a > 5", R"({"a":true})", false);
  row("data.a > 5", R"({"a":"n/a"})", false);
  row("data.a < 5", R"({"a":"4 pieces"})", false);
  row("data.a > \"5x\"", R"({"a":"n/a"})", true);
  row("data.a > abc", R"({"a":"abd"})", true);
  row("data.a > abc", R"({"a":5})", false);
  row("data.a >= 2026-11-22", R"({"a":"2026-11-22T00:00:00.000Z"})", true);
  row("data.a > -1h", QByteArray("{\"a\":") + QByteArray::number(Now - 60'000) + '}', true);
  row("data.a > -1h", QByteArray("{\"a\":") + QByteArray::number(Now - 7'200'000) + '}', false);
  row("data.a > -1h", "{\"a\":\"2030-01-01T00:00:00.000Z\"}", true);
  row("data.a > -1h", "{\"a\":\"2020-01-01T00:00:00.000Z\"}", false);
  row("data.a > -1h", "{\"a\":\"soon\"}", false);
  row("data.a > 2026-11-22", QByteArray("{\"a\":") + QByteArray::number(Now) + '}', false);
  row("data.a = -1h", R"({"a":"-1h"})", true);
}

void TestMatcher::judgesData() {
  QFETCH(QString, text);
  QFETCH(QByteArray, data);
  QFETCH(bool, expected);
  Job job;
  job.fields["data"] = data;
  QVERIFY(parse(text, Now).has_value());
  QCOMPARE(matches(text, job), expected);
}

void TestMatcher::judgesBrokenData_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<bool>("expected");
  const auto row = [](const char *text, bool expected) {
    QTest::newRow(text) << QString::fromUtf8(text) << expected;
  };
  row("data.a = 1", false);
  row("not data.a = 1", true);
  row("data.a != 1", true);
  row("data.a : \"\"", false);
  row("data : \"a\"", true);
  row("data : \"\"", true);
  row("\"1 x\"", true);
  row("data ~ x$", true);
  row("data = \"{\\\"a\\\":1 x\"", true);
}

void TestMatcher::judgesBrokenData() {
  QFETCH(QString, text);
  QFETCH(bool, expected);
  Job job;
  job.fields["data"] = R"({"a":1 x)";
  QCOMPARE(matches(text, job), expected);
}

void TestMatcher::hides_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<bool>("expected");
  const auto row = [](const char *text, bool expected) {
    QTest::newRow(text) << QString::fromUtf8(text) << expected;
  };
  row("data.user : ann", true);
  row("data.user : hunter2", false);
  row("data : hunter2", false);
  row("hunter2", false);
  row("data.user ~ hunter", false);
  row("data.user.password = hunter2", false);
  row("data.user = \"{\\\"name\\\":\\\"ann\\\",\\\"password\\\":\\\"hunter2\\\"}\"", false);
  row("data : password", true);
  row("data.user.password.deep = 1", false);
  row("data.list[*].password = x", false);
  row("opts : geheim", false);
  row("result : geheim", false);
}

void TestMatcher::hides() {
  QFETCH(QString, text);
  QFETCH(bool, expected);
  Job job;
  job.fields["data"] = R"({"user":{"name":"ann","password":"hunter2"},"list":[{"password":"x"}]})";
  job.fields["opts"] = R"({"password":"geheim"})";
  job.fields["returnvalue"] = R"({"password":["geheim"]})";
  const Hides hidden = [](const QByteArray &key) { return key == "password"; };
  QCOMPARE(matches(text, job, hidden), expected);
  job.fields["data"].append("}");
  QVERIFY2(!matches(u"data : ann"_s, job, hidden), "what is broken cannot be told from what is hidden");
}

/// A key is looked at wherever it stands, and so is what it hides.
void TestMatcher::hidesWhatStandsBehindTheHidden() {
  const Hides hidden = [](const QByteArray &key) { return key == "password"; };
  Job job;
  job.fields["data"] = R"({"password":"one","password":"hunter2","user":"ann"})";
  QVERIFY(!matches(u"data : hunter2"_s, job, hidden));
  QVERIFY(matches(u"data : user"_s, job, hidden));
  job.fields["data"] = R"({"password":"one","user":1})";
  QVERIFY(matches(u"data : user"_s, job, hidden));
}

/// The score of a job that has ended says when it did.
void TestMatcher::judgesDueOfDelayedJobsAlone() {
  Job job;
  job.score = QByteArray::number(Now * 4096);
  QVERIFY(!matches(u"due < 10m"_s, job));
  QVERIFY(!matches(u"due : \"\""_s, job));
  job.state = JobState::Delayed;
  QVERIFY(matches(u"due < 10m"_s, job));
  QVERIFY(matches(u"due : \"\""_s, job));
}

void TestMatcher::namesTheHiddenPath() {
  const Hides hidden = [](const QByteArray &key) { return key == "password"; };
  const auto named = [&](const QString &text) {
    const std::optional<Path> path = Matcher(queryOf(text), hidden).hiddenPath();
    return path ? path->toString() : QString();
  };
  QCOMPARE(named(u"data.a = 1 or data.users[*].password : x"_s), u"data.users[*].password"_s);
  QCOMPARE(named(u"opts.password.x = 1"_s), u"opts.password.x"_s);
  QCOMPARE(named(u"data.users : x"_s), QString());
  QCOMPARE(named(u"password"_s), QString());
  QVERIFY(!Matcher(queryOf(u"data.password = 1"_s)).hiddenPath());
}

void TestMatcher::comparesTheLastMoments_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QByteArray>("finished");
  QTest::addColumn<bool>("expected");
  const QByteArray last = "9223372036854775807", first = "-9223372036854775808";
  const auto row = [](const QByteArray &op, const QByteArray &typed, const QByteArray &stored,
                      bool expected) {
    QTest::addRow("%s %s %s", stored.constData(), op.constData(), typed.constData())
        << QString::fromLatin1("finished " + op + ' ' + typed) << stored << expected;
  };
  row("<=", last, "1760000000000", true);
  row("<=", last, last, true);
  row("=", last, last, true);
  row("=", last, "9223372036854775806", false);
  row(">", last, last, false);
  row("<", last, "1760000000000", true);
  row(">", first, last, true);
  row("=", first, last, false);
  row(">=", first, "1760000000000", true);
  row("<", first, first, false);
}

void TestMatcher::comparesTheLastMoments() {
  QFETCH(QString, text);
  QFETCH(QByteArray, finished);
  QFETCH(bool, expected);
  Job job;
  job.fields["finishedOn"] = finished;
  QCOMPARE(matches(text, job), expected);
  // Of a payload the same number, by its exact value.
  job.fields["data"] = R"({"at":)" + finished + '}';
  QCOMPARE(matches(u"data.at"_s + text.mid(text.indexOf(u' ')), job), expected);
}

void TestMatcher::endsHostileExpressions() {
  Job job;
  job.fields["name"] = QByteArray(64, 'a') + '!';
  Matcher matcher(queryOf(u"name ~ ^(a+)+$"_s));
  QVERIFY(!matches(matcher, job));
  QCOMPARE(matcher.limitHits(), 1);
  job.fields["name"] = "aaa";
  QVERIFY(matches(matcher, job));
  QCOMPARE(matcher.limitHits(), 1);
}

void TestMatcher::endsHostileExpressionsInManyTexts() {
  Job job;
  job.fields["data"] = manyTexts(1'000);
  Matcher matcher(queryOf(u"data ~ ^(a+)+$"_s));
  QVERIFY(!matches(matcher, job));
  QVERIFY2(matcher.limitHits() < 20, "a job is given up as a whole");
  job.fields["data"] = R"(["aaa"])";
  QVERIFY2(matches(matcher, job), "the next one is looked at");
}

void TestMatcher::stopsWithinAJob() {
  Job job;
  job.fields["data"] = manyTexts(10);
  Matcher matcher(queryOf(u"data ~ ^(a+)+$"_s));
  std::stop_source stop;
  matcher.setStop(stop.get_token());
  stop.request_stop();
  QVERIFY(!matches(matcher, job));
  QCOMPARE(matcher.limitHits(), 0);
}

void TestMatcher::survivesDepth() {
  const int depth = 20'000;
  Job job;
  job.fields["data"] = R"({"deep":)" + QByteArray("[{\"k\":").repeated(depth / 2) + "\"bottom\"" +
                       QByteArray("}]").repeated(depth / 2) + R"(,"a":1})";
  QVERIFY(matches(u"data.a = 1"_s, job));
  QVERIFY(!matches(u"data.a = 2"_s, job));
  QVERIFY(matches(u"data.deep : bottom"_s, job));
  QVERIFY(matches(u"data.deep ~ ^bottom$"_s, job));
  QVERIFY(matches(u"bottom"_s, job));
  QVERIFY(matches(u"data.deep[0].k[0] : bottom"_s, job));
  const Hides hides = [](const QByteArray &key) { return key == "x"; };
  QVERIFY(matches(u"data : bottom"_s, job, hides));
}

QTEST_APPLESS_MAIN(TestMatcher)
#include "tst_matcher.moc"
