// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/discovery.h"
#include "integration/operations/operationsfixture.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace oxp;
using namespace oxp::test;

namespace {

/// What a person does, in this order: on a running queue, then on a paused one.
struct Step {
  const char *operation;
  const char *job; ///< "" for the queue
};
constexpr Step Steps[] = {
    {"job.retry", "broken"},  {"job.retry", "broken-first"}, {"job.retry", "done"},
    {"job.promote", "soon"},  {"job.promote", "urgent"},     {"job.updateData", "next"},
    {"job.remove", "next"},   {"queue.pause", ""},           {"job.retry", "broken-paused"},
    {"job.promote", "later"}, {"job.updateData", "kept"},    {"job.remove", "broken-last"},
    {"queue.resume", ""},
};

QJsonObject job(const char *state, const char *id, const QJsonObject &opts = {}) {
  return {{QStringLiteral("state"), QLatin1String(state)},
          {QStringLiteral("id"), QLatin1String(id)},
          {QStringLiteral("opts"), opts}};
}

bool hasRun(const QByteArray &id) {
  return id.startsWith("broken") || id == "done";
}

/// `ran`: with jobs that a worker has had.
QJsonArray jobs(bool ran) {
  const QJsonObject urgent{{QStringLiteral("priority"), 3}, {QStringLiteral("delay"), 3'600'000}};
  const QJsonObject first{{QStringLiteral("priority"), 2}};
  QJsonArray all;
  if (ran)
    all = {job("failed", "broken"), job("completed", "done"), job("failed", "broken-paused"),
           job("failed", "broken-last"), job("failed", "broken-first", first)};
  for (const QJsonObject &more : {job("waiting", "next"), job("waiting", "kept"), job("delayed", "soon"),
                                  job("delayed", "later"), job("delayed", "urgent", urgent)})
    all << more;
  return all;
}

/// Suffix and type of a queue's keys; jobs count as one kind whatever their id.
using Kinds = std::set<QByteArray>;

QByteArray kindOf(QByteArray key, const QByteArray &base, const QByteArray &type) {
  key = key.mid(base.size() + 1);
  for (const QJsonValue &each : jobs(true)) {
    const QByteArray id = each[QStringLiteral("id")].toString().toUtf8();
    if (key == id || key.startsWith(id + ':'))
      key = "<job>" + key.mid(id.size());
  }
  return key + ' ' + type;
}

} // namespace

/// A write never leaves a key that the queue's own library would not have made: what lies there says which
/// library a queue is of. The real libraries do the same beside it.
class TstKeyKinds : public QObject {
  Q_OBJECT

private slots:
  void asTheLibraryWould_data();
  void asTheLibraryWould();
  void flowsAloneAreNotGuessed_data() { libraries(3); }
  void flowsAloneAreNotGuessed();
  void anOldQueueStaysOld();

private:
  static void libraries(int count) {
    QTest::addColumn<int>("library");
    for (int i = 0; i < count; ++i)
      QTest::newRow(Libraries[i].name) << i;
  }
  static std::optional<QueueInfo> inspect(OperationsFixture &fixture, const QByteArray &name);
  static Kinds kinds(OperationsFixture &fixture, const QByteArray &base);
  static std::vector<Kinds> byLibrary(OperationsFixture &fixture, const Library &library,
                                      const QByteArray &queue, const QJsonArray &steps);
  static OperationRequest requestFor(OperationsFixture &fixture, const QueueInfo &queue, const Step &step);
  static void forgetLocks(OperationsFixture &fixture, const QueueId &queue);
};

std::optional<QueueInfo> TstKeyKinds::inspect(OperationsFixture &fixture, const QByteArray &name) {
  std::optional<Result<QueueInfo>> got;
  fixture.lane->post(
      Priority::Normal,
      [name](ReadSession &session, std::stop_token stop) {
        return Discovery::inspect(session, {"bull", name}, stop);
      },
      fixture.runner.get(), [&](Result<QueueInfo> info) { got = std::move(info); }, WhenAway::Wait);
  if (!QTest::qWaitFor([&] { return got.has_value(); }, 30'000) || !*got)
    return std::nullopt;
  return **got;
}

Kinds TstKeyKinds::kinds(OperationsFixture &fixture, const QByteArray &base) {
  Kinds all;
  for (const Reply &key : fixture.redis({"KEYS", base + ":*"}).items)
    all.insert(kindOf(key.bytes, base, fixture.redis({"TYPE", key.bytes}).bytes));
  return all;
}

std::vector<Kinds> TstKeyKinds::byLibrary(OperationsFixture &fixture, const Library &library,
                                          const QByteArray &queue, const QJsonArray &steps) {
  const NodeAnswer answer = NodePeer::run(QStringLiteral("operate.mjs"), fixture.server->socketPath(),
                                          {QStringLiteral("--library"), QLatin1String(library.name),
                                           QStringLiteral("--queue"), QString::fromUtf8(queue)},
                                          QJsonDocument(steps).toJson(QJsonDocument::Compact));
  if (!answer.ok)
    qWarning("%s", qPrintable(answer.error));
  std::vector<Kinds> all;
  for (const QJsonValue &step : answer[QStringLiteral("steps")].toArray()) {
    Kinds kinds;
    for (const QJsonValue &key : step[QStringLiteral("keys")].toArray())
      kinds.insert(kindOf(key[0].toString().toUtf8(), "bull:" + queue, key[1].toString().toLatin1()));
    all.push_back(std::move(kinds));
  }
  return all;
}

/// A worker of the peer holds them for half an hour.
void TstKeyKinds::forgetLocks(OperationsFixture &fixture, const QueueId &queue) {
  for (const Reply &key : fixture.redis({"KEYS", queue.base() + ":*:lock"}).items)
    fixture.redis({"DEL", key.bytes});
}

OperationRequest TstKeyKinds::requestFor(OperationsFixture &fixture, const QueueInfo &queue,
                                         const Step &step) {
  OperationRequest request = operation(step.operation, queue, step.job);
  if (request.operation == "job.updateData")
    request = editRequest(queue, fixture.snapshot(queue, step.job), R"({"edited":true})");
  request.jobTimestamp = fixture.redis({"HGET", queue.id.key(step.job), "timestamp"}).bytes;
  if (request.operation.startsWith("queue."))
    request.jobTimestamp.reset();
  agree(request);
  return request;
}

void TstKeyKinds::asTheLibraryWould_data() {
  QTest::addColumn<int>("library");
  QTest::addColumn<bool>("versioned");
  QTest::addColumn<bool>("ran");
  for (int i = 0; i < 4; ++i)
    for (const bool versioned : {true, false})
      for (const bool ran : {true, false})
        if (versioned ? ran : Libraries[i].family == Family::BullMq4 || (ran && i < 2))
          QTest::addRow("%s%s%s", Libraries[i].name, versioned ? "" : ", no version", ran ? "" : ", new")
              << i << versioned << ran;
}

void TstKeyKinds::asTheLibraryWould() {
  QFETCH(int, library);
  QFETCH(bool, versioned);
  QFETCH(bool, ran);
  const Library &lib = Libraries[library];
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueId ours{"bull", "ours"}, theirs{"bull", "theirs"};
  for (const QueueId &queue : {ours, theirs}) {
    QCOMPARE(fixture.add(lib, queue.name, jobs(ran)).size(), jobs(ran).size());
    forgetLocks(fixture, queue);
  }
  QCOMPARE(kinds(fixture, ours.base()), kinds(fixture, theirs.base()));
  if (!versioned)
    fixture.redis({"HDEL", ours.key("meta"), "version"});
  const auto info = inspect(fixture, ours.name);
  QVERIFY(info);
  if (versioned || (lib.family == Family::BullMq4 && ran))
    QCOMPARE(info->family, lib.family);
  else
    QVERIFY(isUnsure(info->family));

  std::vector<Step> steps;
  QJsonArray wishes;
  for (const Step &step : Steps)
    if (ran || !hasRun(step.job)) {
      steps.push_back(step);
      wishes << QJsonObject{{QStringLiteral("operation"), QLatin1String(step.operation)},
                            {QStringLiteral("id"), QLatin1String(step.job)}};
    }
  const std::vector<Kinds> wanted = byLibrary(fixture, lib, theirs.name, wishes);
  QCOMPARE(wanted.size(), steps.size());
  Kinds made = kinds(fixture, ours.base()); // all that the library ever has there
  for (const Kinds &step : wanted)
    made.insert(step.begin(), step.end());
  bool paused = false;
  int done = 0;
  for (size_t i = 0; i < steps.size(); ++i) {
    const Step &step = steps[i];
    const OperationSpec &spec = *findOperation(step.operation);
    const JobState state = *step.job ? fixture.state(*info, step.job) : JobState::Unknown;
    const bool offered = offers(spec, *info, state, spec.needs, paused);
    QVERIFY2(offered || isUnsure(info->family), step.operation);
    const Kinds before = kinds(fixture, ours.base());
    const Ended ended = fixture.run(requestFor(fixture, *info, step));
    const Kinds after = kinds(fixture, ours.base());
    if (ended.report) {
      QVERIFY2(offered, step.operation);
      if (isUnsure(info->family)) // the library went further: it was not asked which release it is
        QVERIFY2(std::includes(made.begin(), made.end(), after.begin(), after.end()), step.operation);
      else
        QCOMPARE(after, wanted[i]);
      ++done;
    } else {
      QCOMPARE(word(ended), QByteArray("Unsupported/unsure-family"));
      QVERIFY(isUnsure(info->family));
      QCOMPARE(after, before);
      if (step.operation == QByteArray("queue.pause"))
        QCOMPARE(byLibrary(fixture, lib, ours.name, {wishes[qsizetype(i)]}).size(), size_t(1));
    }
    paused = step.operation == QByteArray("queue.pause") || (paused && *step.job);
  }
  QVERIFY(done >= 3);
  if (!isUnsure(info->family))
    QCOMPARE(size_t(done), ran ? std::size(Steps) : std::size(Steps) - 5);
}

/// Who adds jobs by a FlowProducer alone leaves no version: 6 was taken for 5 then, and 4 for 5.
void TstKeyKinds::flowsAloneAreNotGuessed() {
  QFETCH(int, library);
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QJsonObject add{{QStringLiteral("operation"), QStringLiteral("job.addFlow")},
                        {QStringLiteral("id"), QStringLiteral("next")}};
  QCOMPARE(byLibrary(fixture, Libraries[library], "flow", {add}).size(), size_t(1));
  const auto info = inspect(fixture, "flow");
  QVERIFY(info);
  QVERIFY(info->version.isEmpty());
  const bool four = Libraries[library].family == Family::BullMq4;
  QCOMPARE(info->family, four ? Family::BullMq4To6 : Family::BullMq5Or6);
  QCOMPARE(info->basis, four ? FamilyBasis::Nothing : FamilyBasis::Marker);
}

/// BullMQ 4 before the end of 4.18 stores no version. Resume left `marker` there, the queue was taken for one
/// of BullMQ 5 from then on, and Promote wrote its keys.
void TstKeyKinds::anOldQueueStaysOld() {
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const Library &four = Libraries[2];
  fixture.add(four, "old", jobs(true), {QStringLiteral("--pause")});
  const QueueId id{"bull", "old"};
  forgetLocks(fixture, id);
  fixture.redis({"HDEL", id.key("meta"), "version"});
  for (const Step &step : {Step{"queue.resume", ""}, Step{"job.promote", "soon"},
                           Step{"job.promote", "urgent"}, Step{"job.retry", "broken"}}) {
    const auto info = inspect(fixture, "old");
    QVERIFY(info);
    QCOMPARE(info->family, Family::BullMq4);
    const Ended ended = fixture.run(requestFor(fixture, *info, step));
    QVERIFY2(ended.report, why(ended).constData());
    QCOMPARE(fixture.redis({"EXISTS", id.key("marker")}).integer, 0);
  }
  QCOMPARE(fixture.work(four, "old", 5).size(), 5); // and its own worker takes all that waits
}

QTEST_GUILESS_MAIN(TstKeyKinds)
#include "tst_keykinds.moc"
