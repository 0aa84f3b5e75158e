// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobsort.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/testsession.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

using namespace oxp;
using namespace oxp::test;
using search::Field;

namespace {

constexpr qint64 Now = 1'760'000'000'000;
const QueueInfo Queue{{"bull", "shop"}, Family::BullMq6, "6.7.0", false, {}};

/// What a value sorts by, as the generator that made it knows: kinds in the order that search::Found names,
/// then the text before a number, then the number. Missing values stand last either way.
struct Key {
  enum Kind { Null, Boolean, Number, Text, Container, Missing };
  Kind kind = Missing;
  QByteArray text;
  double number = 0;

  bool operator<(const Key &other) const {
    return std::tie(kind, text, number) < std::tie(other.kind, other.text, other.number);
  }
};

/// A job as it lies in Redis, and what each column of it is worth.
struct Job {
  QByteArray id, score;
  std::map<QByteArray, QByteArray> hash;
  std::map<QByteArray, Key> keys;
};

class Generator {
public:
  explicit Generator(quint32 seed)
      : m_dice(seed) {}

  Job job(int number, JobState state) {
    m_job = {};
    m_job.id = "j" + QByteArray::number(number);
    m_job.keys["id"] = {Key::Text, "j", double(number)};
    addTexts();
    addNumbers();
    addTimes(state);
    addProgress();
    addData();
    return m_job;
  }

private:
  int below(int end) { return int(m_dice() % quint32(end)); }
  bool chance(int percent) { return below(100) < percent; }
  void set(const char *field, const QByteArray &value) { m_job.hash[field] = value; }

  void addTexts() {
    const int number = below(30);
    set("name", "n-" + QByteArray::number(number));
    m_job.keys["name"] = {Key::Text, "n-", double(number)};
    if (!chance(60))
      return;
    const QByteArray failed = chance(20) ? QByteArray() : "Error " + QByteArray::number(number);
    set("failedReason", failed);
    if (!failed.isEmpty())
      m_job.keys["error"] = {Key::Text, "Error ", double(number)};
  }

  /// Attempts lie in either of two fields, and both attempts and priority are 0 where they are missing.
  void addNumbers() {
    const int made = below(4), other = below(4), priority = below(3);
    const bool inFirst = chance(40), inSecond = chance(40);
    if (inFirst)
      set("attemptsMade", QByteArray::number(made));
    if (inSecond)
      set("atm", QByteArray::number(other));
    m_job.keys["attempts"] = {Key::Number, {}, double(inFirst ? made : inSecond ? other : 0)};
    const bool hasPriority = chance(60);
    if (hasPriority)
      set("priority", QByteArray::number(priority));
    m_job.keys["priority"] = {Key::Number, {}, double(hasPriority ? priority : 0)};
  }

  void addTimes(JobState state) {
    const auto moment = [this] { return Now + below(20); };
    const qint64 created = moment(), due = moment();
    set("timestamp", QByteArray::number(created));
    m_job.keys["created"] = {Key::Number, {}, double(created)};
    for (const auto &[column, field] : {std::pair("processed", "processedOn"), {"finished", "finishedOn"}}) {
      if (!chance(70))
        continue;
      const qint64 time = chance(10) ? 0 : moment();
      set(field, QByteArray::number(time));
      if (time != 0)
        m_job.keys[column] = {Key::Number, {}, double(time)};
    }
    m_job.score = QByteArray::number(state == JobState::Delayed ? due * 4096 + below(4096) : due);
    if (state == JobState::Delayed)
      m_job.keys["due"] = {Key::Number, {}, double(due)};
  }

  /// Quarters, which doubles hold exactly, in some of the ways of writing them.
  QByteArray spelled(double number) {
    switch (below(4)) {
    case 0:
      return QByteArray::number(number * 10, 'f', 1) + "e-1";
    case 1:
      return QByteArray::number(number, 'f', 2);
    default:
      return QByteArray::number(number);
    }
  }

  void addProgress() {
    const double number = below(80) / 4.0;
    Key key{Key::Number, {}, 0};
    switch (below(6)) {
    case 0:
      break;
    case 1:
      set("progress", R"({"done":)" + QByteArray::number(below(9)) + '}');
      key = {Key::Container, R"({"done":)", double(m_job.hash["progress"].at(8) - '0')};
      break;
    case 2:
      set("progress", "step " + QByteArray::number(below(20)));
      key = {Key::Text, "step ", m_job.hash["progress"].sliced(5).toDouble()};
      break;
    default:
      set("progress", spelled(number));
      key.number = number;
    }
    m_job.keys["progress"] = key;
  }

  /// Paths with numbers, with texts, and with anything or nothing.
  void addData() {
    const double number = (below(400) - 200) / 4.0;
    const int order = below(120);
    QByteArray data = R"({"n":)" + spelled(number) + ",\"t\":\"ORD-" + QByteArray::number(order) + '"';
    m_job.keys["data.n"] = {Key::Number, {}, number};
    m_job.keys["data.t"] = {Key::Text, "ORD-", double(order)};
    const auto [mixed, key] = anything();
    if (!mixed.isEmpty())
      data += ",\"in\":[{\"m\":" + mixed + "}]";
    m_job.keys["data.in[0].m"] = key;
    data += chance(5) ? "" : "}"; // now and then broken: then none of its paths is there
    if (!data.endsWith('}'))
      m_job.keys["data.n"] = m_job.keys["data.t"] = m_job.keys["data.in[0].m"] = {};
    set("data", data);
    m_job.keys["size"] = {Key::Number, {}, double(data.size())};
  }

  std::pair<QByteArray, Key> anything() {
    const int number = below(30);
    const QByteArray digits = QByteArray::number(number);
    switch (below(6)) {
    case 0:
      return {{}, {}};
    case 1:
      return {"null", {Key::Null, "null", 0}};
    case 2:
      return {number % 2 ? "true" : "false", {Key::Boolean, number % 2 ? "true" : "false", 0}};
    case 3:
      return {spelled(number), {Key::Number, {}, double(number)}};
    case 4:
      return {"\"A" + digits + '"', {Key::Text, "A", double(number)}};
    default:
      return {'[' + digits + ']', {Key::Container, "[", double(number)}};
    }
  }

  std::mt19937 m_dice;
  Job m_job;
};

QByteArray joined(const SortedIds &ids) {
  QByteArrayList list;
  for (qint64 i = 0; i < ids.size(); ++i)
    list << ids.at(i);
  return list.join(' ');
}

} // namespace

/// Random jobs in a redis-server, sorted by each column either way, against std::stable_sort over what their
/// generator knows of them.
class TestBullioSort : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanup() { m_server.run({"FLUSHALL"}); }

  void sortsLikeThePlainReference_data();
  void sortsLikeThePlainReference();
  void comparesLongNumbersByValue();
  void listsAJobThatWasMetTwiceOnce();
  void hidesWhatMayNotBeSeen();
  void endsWhenCancelled();
  void doesNotBeginWhenCancelledBefore();

private:
  void write(const Job &job, JobState state);
  std::vector<QByteArray> idsInOrder(JobState state);
  Result<SortedIds> sort(const QByteArray &by, JobState state, bool descending = false,
                         const search::Hides &hidden = {}, std::stop_token stop = {});

  RedisServer m_server;
  std::unique_ptr<TestSession> m_session;
};

void TestBullioSort::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
  m_session = std::make_unique<TestSession>(m_server.endpoint());
  QVERIFY(m_session->connect());
}

void TestBullioSort::write(const Job &job, JobState state) {
  std::vector<QByteArray> command{"HSET", Queue.id.key(job.id)};
  for (const auto &[field, value] : job.hash)
    command.insert(command.end(), {field, value});
  m_server.run(command);
  const QByteArray key = Queue.id.key(stateKey(state));
  if (state == JobState::Waiting)
    m_server.run({"LPUSH", key, job.id});
  else
    m_server.run({"ZADD", key, job.score, job.id});
}

/// As the table shows the state: what equal jobs keep.
std::vector<QByteArray> TestBullioSort::idsInOrder(JobState state) {
  const QByteArray key = Queue.id.key(stateKey(state));
  const char *verb = state == JobState::Waiting   ? "LRANGE"
                     : state == JobState::Delayed ? "ZRANGE"
                                                  : "ZREVRANGE";
  std::vector<QByteArray> ids;
  for (const Reply &id : m_server.run({verb, key, "0", "-1"}).items)
    ids.push_back(id.bytes);
  return ids;
}

Result<SortedIds> TestBullioSort::sort(const QByteArray &by, JobState state, bool descending,
                                       const search::Hides &hidden, std::stop_token stop) {
  const QString text = QString::fromLatin1(by);
  const auto path = search::parsePath(text);
  SortRequest request;
  request.queue = Queue;
  request.state = state;
  request.by = path ? *path : search::Path{*search::fieldNamed(text), {}};
  request.descending = descending;
  request.hidden = hidden;
  return sortJobs(m_session->read(), request, {}, std::move(stop));
}

void TestBullioSort::sortsLikeThePlainReference_data() {
  QTest::addColumn<int>("state");
  QTest::addColumn<quint32>("seed");
  for (quint32 seed = 1; seed <= 5; ++seed) {
    for (const JobState state : {JobState::Waiting, JobState::Delayed, JobState::Completed})
      QTest::addRow("%s %u", stateWord(state).constData(), seed) << int(state) << seed;
  }
}

void TestBullioSort::sortsLikeThePlainReference() {
  QFETCH(int, state);
  QFETCH(quint32, seed);
  Generator generator(seed);
  std::map<QByteArray, Job> jobs;
  for (int i = 0; i < 250; ++i) {
    const Job job = generator.job(i, JobState(state));
    write(job, JobState(state));
    jobs[job.id] = job;
  }
  const std::vector<QByteArray> own = idsInOrder(JobState(state));
  QCOMPARE(own.size(), jobs.size());
  for (const char *by : {"id", "name", "error", "attempts", "priority", "progress", "size", "created",
                         "processed", "finished", "due", "data.n", "data.t", "data.in[0].m"}) {
    for (const bool descending : {false, true}) {
      std::vector<QByteArray> expected = own;
      std::stable_sort(expected.begin(), expected.end(),
                       [&](const QByteArray &left, const QByteArray &right) {
                         const Key a = jobs[left].keys[by], b = jobs[right].keys[by];
                         if (a.kind == Key::Missing || b.kind == Key::Missing)
                           return a.kind != Key::Missing && b.kind == Key::Missing;
                         return descending ? b < a : a < b;
                       });
      const auto sorted = sort(by, JobState(state), descending);
      QVERIFY2(sorted, by);
      const QByteArray wanted = QByteArrayList(expected.begin(), expected.end()).join(' ');
      QVERIFY2(joined(*sorted) == wanted, QByteArray(by) + (descending ? " descending" : " ascending") +
                                              "\n" + joined(*sorted) + "\n" + wanted);
    }
  }
}

/// Beyond what a double tells apart, and beyond the part of a text that is kept.
void TestBullioSort::comparesLongNumbersByValue() {
  const QByteArray digits = QByteArray("123456789").repeated(14);
  const std::map<QByteArray, QByteArray> numbers{
      {"a", "9007199254740993"}, {"b", "9007199254740992"}, {"c", digits},
      {"d", digits + "0"},       {"e", digits.chopped(1)},  {"f", "1e400"},
      {"g", "-" + digits},       {"h", "1e-400"},           {"i", "0"}};
  for (const auto &[id, number] : numbers)
    write({id, "1", {{"name", "x"}, {"data", R"({"n":)" + number + '}'}}, {}}, JobState::Completed);
  const auto sorted = sort("data.n", JobState::Completed);
  QVERIFY(sorted);
  QCOMPARE(joined(*sorted), "g i h b a e c d f");
}

/// Where it was met last, as where a list is paused under the reader.
void TestBullioSort::listsAJobThatWasMetTwiceOnce() {
  for (const char *id : {"1", "2", "3"})
    write({id, {}, {{"name", "x"}}, {}}, JobState::Waiting);
  m_server.run({"LPUSH", Queue.id.key("paused"), "2"});
  const auto sorted = sort("name", JobState::Waiting);
  QVERIFY(sorted);
  QCOMPARE(joined(*sorted), "3 1 2");
}

void TestBullioSort::hidesWhatMayNotBeSeen() {
  for (const char *id : {"1", "2", "3"})
    write({id, QByteArray("1") + id, {{"data", R"({"secret":)" + QByteArray(id) + "}"}}, {}},
          JobState::Completed);
  const search::Hides hidden = [](const QByteArray &key) { return key == "secret"; };
  for (const bool descending : {false, true}) {
    const auto sorted = sort("data.secret", JobState::Completed, descending, hidden);
    QVERIFY(sorted);
    QCOMPARE(joined(*sorted), "3 2 1"); // the state's own order tells nothing
  }
}

void TestBullioSort::endsWhenCancelled() {
  for (int i = 0; i < 2'000; ++i)
    write({QByteArray::number(i), "1", {{"data", R"({"a":{"inner":1}})"}}, {}}, JobState::Completed);
  std::stop_source stop;
  // Called in the middle of it: the first time that a payload is looked into.
  const search::Hides cancels = [&stop](const QByteArray &key) {
    if (key == "inner")
      stop.request_stop();
    return false;
  };
  const auto sorted = sort("data.a", JobState::Completed, false, cancels, stop.get_token());
  QVERIFY(!sorted);
  QCOMPARE(sorted.error().kind, ErrorKind::Cancelled);
  QVERIFY(m_session->read().call(Command::of("PING"), {})); // and the session is sound
  const auto again = sort("data.a", JobState::Completed);
  QVERIFY(again);
  QCOMPARE(again->size(), 2'000);
}

void TestBullioSort::doesNotBeginWhenCancelledBefore() {
  write({"1", "1", {{"data", "{}"}}, {}}, JobState::Completed);
  std::stop_source stop;
  stop.request_stop();
  const auto sorted = sort("created", JobState::Completed, false, {}, stop.get_token());
  QVERIFY(!sorted);
  QCOMPARE(sorted.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestBullioSort)
#include "tst_bullio_sort.moc"
