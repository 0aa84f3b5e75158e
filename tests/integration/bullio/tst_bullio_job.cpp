// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "integration/bullio/seededredis.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>

using namespace oxp;

/// What the pane shows of one job, and what an edit starts from.
class TestBullioJob : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void aSnapshotHoldsTheExactBytes_data();
  void aSnapshotHoldsTheExactBytes();
  void aSnapshotTellsMissingFromEmpty();
  void aLargeSnapshotTellsItsProgress();
  void aGoneJobIsNotFound();
  void aPulseTellsEveryChange();
  void aDetailTellsEverythingButThePayload();
  void aLargePayloadIsLeftOnTheServer();
  void locksAreTold_data();
  void locksAreTold();
  void aJobInTwoStatesIsTold();
  void pendingJobsOfSchedulersAreKnown_data();
  void pendingJobsOfSchedulersAreKnown();
  void logsArePaged();
  void flowsAreTrees();
  void flowsCrossPrefixes();
  void aRingOfParentsEnds();
  void aFlowIsCutWhereAJobHasVeryManyChildren();
  void aMarkTellsMissingFromEmpty();
  void schedulersAreTheGetters();
  void legacyRepeatablesAreRead();
  void workersAreCountedByName();

private:
  QueueInfo queue(const char *library, const QByteArray &name) {
    return m_redis.queue(QString::fromLatin1(library), name).info();
  }
  QByteArray field(const QueueInfo &queue, const QByteArray &id, const char *name) {
    return m_redis.server().run({"HGET", queue.id.key(id), name}).bytes;
  }
  QByteArray idNamed(const QueueInfo &queue, const QByteArray &name);
  JobDetail detail(const QueueInfo &queue, const QByteArray &id);
  Result<FlowNode> flow(const QueueInfo &queue, const QByteArray &id);

  test::SeededRedis m_redis;
};

void TestBullioJob::initTestCase() {
  QVERIFY2(m_redis.start(), qPrintable(m_redis.error()));
}

QByteArray TestBullioJob::idNamed(const QueueInfo &queue, const QByteArray &name) {
  for (const JobState state : ShownStates) {
    const auto page = reader::page(m_redis.read(), {queue, state, 0, 500, false, AllJobFields}, {});
    for (const JobRow &row : page ? page->rows : std::vector<JobRow>()) {
      if (row.name == name)
        return row.id;
    }
  }
  return "no job of this name";
}

JobDetail TestBullioJob::detail(const QueueInfo &queue, const QByteArray &id) {
  return reader::detail(m_redis.read(), queue, id, {}).value_or(JobDetail());
}

Result<FlowNode> TestBullioJob::flow(const QueueInfo &queue, const QByteArray &id) {
  return reader::flow(m_redis.read(), queue, id, m_redis.infos(), {});
}

void TestBullioJob::aSnapshotHoldsTheExactBytes_data() {
  QTest::addColumn<QByteArray>("name");
  for (const char *name : {"huge", "wide", "deep", "unicode", "bignum", "nonjson", "binary", "empty"})
    QTest::newRow(name) << QByteArray(name);
}

void TestBullioJob::aSnapshotHoldsTheExactBytes() {
  QFETCH(QByteArray, name);
  for (const char *library : {"bullmq6", "bullmq5", "bullmq4"}) {
    const QueueInfo payloads = queue(library, "payloads");
    const QByteArray id = idNamed(payloads, name);
    const auto snapshot = reader::snapshot(m_redis.read(), payloads, id, {});
    QVERIFY2(snapshot.has_value(), id.constData());
    QCOMPARE(snapshot->data, field(payloads, id, "data"));
    QCOMPARE(snapshot->sha1, QCryptographicHash::hash(snapshot->data, QCryptographicHash::Sha1));
    QCOMPARE(snapshot->timestamp, field(payloads, id, "timestamp"));
    QCOMPARE(snapshot->state, JobState::Waiting);
    QVERIFY(snapshot->present);
    QVERIFY(!snapshot->locked);
    QCOMPARE(snapshot->queue, payloads.id);
    QVERIFY(snapshot->fetchedAt > 1'700'000'000'000);
  }
}

void TestBullioJob::aSnapshotTellsMissingFromEmpty() {
  const QueueInfo payloads = queue("bullmq5", "payloads");
  const auto empty = reader::snapshot(m_redis.read(), payloads, idNamed(payloads, "empty"), {});
  const auto none = reader::snapshot(m_redis.read(), payloads, idNamed(payloads, "no data"), {});
  QVERIFY(empty && none);
  QVERIFY(empty->present);
  QVERIFY(!none->present);
  QCOMPARE(empty->sha1, none->sha1);
}

void TestBullioJob::aLargeSnapshotTellsItsProgress() {
  qint64 last = 0;
  int times = 0;
  CallOptions options;
  options.progress = [&](qint64, qint64 received) {
    QVERIFY(received >= last);
    last = received;
    ++times;
  };
  const auto snapshot = reader::snapshot(m_redis.read(), queue("bullmq6", "payloads"), "huge", {}, options);
  QVERIFY(snapshot.has_value());
  QVERIFY(snapshot->data.size() > 5'000'000);
  QVERIFY(times > 10);
  QVERIFY(last > 5'000'000);
}

void TestBullioJob::aGoneJobIsNotFound() {
  const QueueInfo orders = queue("bullmq6", "orders");
  QCOMPARE(reader::snapshot(m_redis.read(), orders, "nobody", {}).error().kind, ErrorKind::NotFound);
  QCOMPARE(reader::snapshot(m_redis.read(), orders, "wait", {}).error().kind, ErrorKind::NotFound); // no hash
  QVERIFY(!detail(orders, "nobody").exists);
  const auto pulse = reader::pulse(m_redis.read(), orders, "nobody", {});
  QVERIFY(pulse && !pulse->exists);
}

void TestBullioJob::aPulseTellsEveryChange() {
  const QueueInfo orders = queue("bullmq5", "orders");
  const QByteArray id = idNamed(orders, "nested");
  const auto read = [&] { return reader::pulse(m_redis.read(), orders, id, {}).value_or(reader::Pulse()); };
  const reader::Pulse first = read();
  QVERIFY(first.exists && first.present && !first.locked);
  QCOMPARE(first.state, JobState::Waiting);
  QCOMPARE(read(), first);
  const QByteArray data = field(orders, id, "data");
  QByteArray changed = data;
  changed[changed.size() - 2] = '7'; // of the same length
  m_redis.server().run({"HSET", orders.id.key(id), "data", changed});
  QVERIFY(read() != first);
  m_redis.server().run({"HSET", orders.id.key(id), "data", data});
  QCOMPARE(read(), first);
  m_redis.server().run({"SET", orders.id.key(id) + ":lock", "token"});
  QVERIFY(read().locked);
  m_redis.server().run({"DEL", orders.id.key(id) + ":lock"});
  const auto large = reader::pulse(m_redis.read(), queue("bullmq5", "payloads"), "huge", {});
  QVERIFY(large && large->sha1.isEmpty() && large->dataSize > 5'000'000);
}

void TestBullioJob::aDetailTellsEverythingButThePayload() {
  for (const char *library : {"bullmq6", "bullmq5", "bullmq4"}) {
    const QueueInfo orders = queue(library, "orders");
    const auto failed =
        reader::page(m_redis.read(), {orders, JobState::Failed, 60, 3, false, AllJobFields}, {});
    QVERIFY(failed && failed->rows.size() == 3);
    for (const JobRow &row : failed->rows) {
      const JobDetail job = detail(orders, row.id);
      QVERIFY(job.exists);
      QCOMPARE(job.row, row);
      QCOMPARE(job.queue, orders.id);
      QCOMPARE(job.opts, field(orders, row.id, "opts"));
      QCOMPARE(job.failedReason, field(orders, row.id, "failedReason"));
      QCOMPARE(job.stacktrace, field(orders, row.id, "stacktrace"));
      QVERIFY(job.stacktrace.startsWith("["));
      QCOMPARE(job.dataSize, field(orders, row.id, "data").size());
      QCOMPARE(job.timestamp, QByteArray::number(row.created));
      const Reply stored = m_redis.server().run({"HGETALL", orders.id.key(row.id)});
      QCOMPARE(job.fields.size() * 2, stored.items.size());
      for (size_t i = 0; i < job.fields.size(); ++i) {
        QCOMPARE(job.fields[i].first, stored.items[2 * i].bytes);
        QCOMPARE(job.fields[i].second, stored.items[2 * i + 1].bytes);
      }
    }
    const auto completed = reader::page(m_redis.read(), {orders, JobState::Completed, 0, 7, false, 0}, {});
    QVERIFY(completed.has_value());
    const JobDetail first = detail(orders, completed->rows.back().id);
    QCOMPARE(first.returnvalue, R"({"ok":true,"total":12.5})"_qba);
    QCOMPARE(first.returnvalueSize, first.returnvalue.size());
    QCOMPARE(first.logCount, 2);
    QCOMPARE(first.row.state, JobState::Completed);
    if (orders.family != Family::BullMq4)
      QCOMPARE(first.workerName, "seed-worker"_qba);
  }
}

void TestBullioJob::aLargePayloadIsLeftOnTheServer() {
  const QueueInfo payloads = queue("bullmq6", "payloads");
  m_redis.server().run({"HSET", payloads.id.key("huge"), "unheard-of", "1", "dangling", "2"});
  const JobDetail job = detail(payloads, "huge");
  QVERIFY(job.exists);
  QVERIFY(job.dataSize > 5'000'000);
  qsizetype bytes = 0;
  QHash<QByteArray, QByteArray> fields;
  for (const auto &[name, value] : job.fields) {
    QVERIFY2(!fields.contains(name), name.constData());
    fields.insert(name, value);
    bytes += value.size();
  }
  QVERIFY(bytes < 10'000);
  QVERIFY(!fields.contains("data"));
  for (const char *name : {"name", "opts", "timestamp", "delay", "priority", "unheard-of"})
    QCOMPARE(fields.value(name), field(payloads, "huge", name));
  const auto data = reader::field(m_redis.read(), payloads, "huge", "data", {});
  QVERIFY(data && data->size() == job.dataSize);
  m_redis.server().run({"HDEL", payloads.id.key("huge"), "unheard-of", "dangling"});
}

void TestBullioJob::locksAreTold_data() {
  QTest::addColumn<QByteArray>("library");
  for (const char *library : {"bullmq6", "bullmq5", "bullmq4"})
    QTest::newRow(library) << QByteArray(library);
}

void TestBullioJob::locksAreTold() {
  QFETCH(QByteArray, library);
  const QueueInfo orders = queue(library.constData(), "orders");
  const auto active = reader::page(m_redis.read(), {orders, JobState::Active, 0, 3, false, AllJobFields}, {});
  QVERIFY(active && active->rows.size() == 3);
  int locked = 0;
  for (const JobRow &row : active->rows) {
    const JobDetail job = detail(orders, row.id);
    locked += job.locked;
    QCOMPARE(job.locked, job.lockTtlMs > 0);
    QCOMPARE(job.row.unheld, !job.locked);
    QCOMPARE(row.unheld, !job.locked); // the list says it too
    QCOMPARE(job.row.progress, "37.5"_qba);
    QCOMPARE(reader::snapshot(m_redis.read(), orders, row.id, {})->locked, job.locked);
  }
  QCOMPARE(locked, 2); // the third one's worker died
}

void TestBullioJob::aJobInTwoStatesIsTold() {
  const QueueInfo orders = queue("bullmq5", "orders");
  const auto failed = reader::page(m_redis.read(), {orders, JobState::Failed, 0, 1, false, AllJobFields}, {});
  QVERIFY(failed && failed->rows.size() == 1);
  const QByteArray id = failed->rows.front().id;
  QVERIFY(detail(orders, id).alsoIn.empty());
  m_redis.server().run({"RPUSH", orders.id.key("wait"), id});
  m_redis.server().run({"ZADD", orders.id.key("completed"), "1", id});
  const JobDetail twice = detail(orders, id);
  QCOMPARE(twice.row.state, JobState::Completed);
  QCOMPARE(twice.alsoIn, (std::vector<JobState>{JobState::Failed, JobState::Waiting}));
  m_redis.server().run({"LREM", orders.id.key("wait"), "0", id});
  m_redis.server().run({"ZREM", orders.id.key("completed"), id});
  QVERIFY(detail(orders, id).alsoIn.empty());
}

void TestBullioJob::pendingJobsOfSchedulersAreKnown_data() {
  QTest::addColumn<QByteArray>("library");
  QTest::addColumn<QByteArray>("queueName");
  QTest::addColumn<QByteArray>("jobName");
  QTest::addColumn<bool>("hasTemplate");
  QTest::newRow("6 with template") << "bullmq6"_qba
                                   << "cron"_qba
                                   << "report"_qba << true;
  QTest::newRow("6 immediate") << "bullmq6"_qba
                               << "cron"_qba
                               << "ping"_qba << true;
  QTest::newRow("6 without template") << "bullmq6"_qba
                                      << "cron"_qba
                                      << "no-template"_qba << false;
  QTest::newRow("5 colon id") << "bullmq5"_qba
                              << "cron"_qba
                              << "limited"_qba << false;
  QTest::newRow("5 legacy") << "bullmq5"_qba
                            << "cron"_qba
                            << "legacy-repeat"_qba << false;
  QTest::newRow("4 legacy") << "bullmq4"_qba
                            << "cron"_qba
                            << "legacy-every"_qba << false;
  QTest::newRow("Bull 4") << "bull4"_qba
                          << "videos"_qba
                          << "cron"_qba << false;
}

void TestBullioJob::pendingJobsOfSchedulersAreKnown() {
  QFETCH(QByteArray, library);
  QFETCH(QByteArray, queueName);
  QFETCH(QByteArray, jobName);
  const QueueInfo where = queue(library.constData(), queueName);
  const JobDetail job = detail(where, idNamed(where, jobName));
  QVERIFY2(job.exists, job.row.id.constData());
  QVERIFY(job.schedulerPending);
  QVERIFY(!job.repeatJobKey.isEmpty());
  QTEST(job.schedulerHasTemplate, "hasTemplate");
  const QueueInfo orders = queue("bullmq6", "orders");
  QVERIFY(!detail(orders, idNamed(orders, "nested")).schedulerPending);
}

void TestBullioJob::logsArePaged() {
  for (const auto &[library, name] :
       {std::pair("bullmq6", "orders"), std::pair("bullmq4", "orders"), std::pair("bull4", "videos")}) {
    const QueueInfo where = queue(library, name);
    const auto completed = reader::page(m_redis.read(), {where, JobState::Completed, 0, 1, false, 0}, {});
    QVERIFY(completed.has_value());
    const QByteArray id = completed->rows.front().id;
    const Reply stored = m_redis.server().run({"LRANGE", where.id.key(id) + ":logs", "0", "-1"});
    const auto all = reader::logs(m_redis.read(), where, id, 0, 100, {});
    QVERIFY(all.has_value());
    QCOMPARE(all->rows, *stored.asBytesList());
    QVERIFY(!all->rows.empty());
    const auto last = reader::logs(m_redis.read(), where, id, all->total - 1, 100, {});
    QVERIFY(last.has_value());
    QCOMPARE(last->rows, std::vector<QByteArray>{all->rows.back()});
    QCOMPARE(last->offset, all->total - 1);
  }
}

void TestBullioJob::flowsAreTrees() {
  const QueueInfo album = queue("bullmq5", "album");
  const auto tree = flow(album, "album-5-1");
  QVERIFY(tree.has_value());
  QCOMPARE(tree->name, "album-1"_qba);
  QCOMPARE(tree->state, JobState::Waiting); // all its tracks are done
  QCOMPARE(tree->children.size(), size_t(2));
  QVERIFY(!tree->hasMore && !tree->missing);
  for (const FlowNode &track : tree->children) {
    QCOMPARE(track.queue, (QueueId{"bull5", "tracks"}));
    QVERIFY(track.name.startsWith("track-"));
    QCOMPARE(track.state, JobState::Completed);
    QCOMPARE(track.key, track.queue.key(track.jobId));
    QCOMPARE(track.children.size(), size_t(2));
    for (const FlowNode &encode : track.children) {
      QCOMPARE(encode.state, JobState::Completed);
      QCOMPARE(encode.queue.name, "encode"_qba);
    }
  }
  const auto pending = flow(album, "album-5-4");
  QVERIFY(pending && pending->children.size() == 2);
  QCOMPARE(pending->state, JobState::WaitingChildren);
  for (const FlowNode &track : pending->children)
    QCOMPARE(track.state, JobState::WaitingChildren);
  // From a leaf: the whole chain above it, the root first, without siblings.
  const FlowNode leaf = tree->children.front().children.front();
  const auto chain = flow(queue("bullmq5", "encode"), leaf.jobId);
  QVERIFY(chain.has_value());
  QCOMPARE(chain->jobId, "album-5-1"_qba);
  QCOMPARE(chain->children.size(), size_t(1));
  QVERIFY(chain->hasMore);
  QCOMPARE(chain->children.front().key, tree->children.front().key);
  QCOMPARE(chain->children.front().children.front().key, leaf.key);
  QCOMPARE(detail(album, "album-5-1").childrenCount, 2);
}

void TestBullioJob::flowsCrossPrefixes() {
  const QueueInfo album = queue("bullmq6", "album");
  const auto tree = flow(album, idNamed(album, "cross"));
  QVERIFY(tree.has_value());
  QCOMPARE(tree->children.size(), size_t(1));
  QCOMPARE(tree->children.front().queue, (QueueId{"bull-other", "tracks"}));
  QCOMPARE(tree->children.front().name, "other-prefix"_qba);
  QCOMPARE(tree->children.front().state, JobState::Waiting);
}

void TestBullioJob::aRingOfParentsEnds() {
  const QueueInfo orders = queue("bullmq6", "orders");
  m_redis.server().run({"HSET", "bull:orders:ring-a", "name", "a", "parentKey", "bull:orders:ring-b"});
  m_redis.server().run({"HSET", "bull:orders:ring-b", "name", "b", "parentKey", "bull:orders:ring-a"});
  const auto tree = flow(orders, "ring-a");
  m_redis.server().run({"DEL", "bull:orders:ring-a", "bull:orders:ring-b"});
  QVERIFY(tree.has_value());
  QCOMPARE(tree->name, "b"_qba);
  QCOMPARE(tree->children.size(), size_t(1));
  QCOMPARE(tree->children.front().name, "a"_qba);
  QVERIFY(tree->children.front().children.empty());
}

void TestBullioJob::aFlowIsCutWhereAJobHasVeryManyChildren() {
  const QueueInfo orders = queue("bullmq6", "orders");
  m_redis.server().run({"HSET", "bull:orders:many", "name", "many"});
  for (int i = 0; i < 120; ++i) {
    const QByteArray child = "bull:orders:child-" + QByteArray::number(i);
    m_redis.server().run({"SADD", "bull:orders:many:dependencies", child + "-a"});
    m_redis.server().run({"HSET", "bull:orders:many:processed", child + "-b", "1"});
  }
  const auto tree = flow(orders, "many");
  m_redis.server().run(
      {"DEL", "bull:orders:many", "bull:orders:many:dependencies", "bull:orders:many:processed"});
  QVERIFY(tree.has_value());
  QCOMPARE(tree->children.size(), size_t(200));
  QVERIFY(tree->hasMore);
}

void TestBullioJob::aMarkTellsMissingFromEmpty() {
  const QueueInfo orders = queue("bullmq6", "orders");
  const auto mark = [&] {
    return reader::mark(m_redis.read(), orders, "bare", 0, false, {}).value_or("none");
  };
  m_redis.server().run({"HSET", "bull:orders:bare", "name", "bare", "timestamp", "1"});
  const QByteArray missing = mark();
  m_redis.server().run({"HSET", "bull:orders:bare", "data", ""});
  const QByteArray empty = mark();
  m_redis.server().run({"HDEL", "bull:orders:bare", "data"});
  QCOMPARE(mark(), missing);
  QVERIFY(empty != missing);
  m_redis.server().run({"DEL", "bull:orders:bare"});
}

void TestBullioJob::schedulersAreTheGetters() {
  const auto said = m_redis.askGetters();
  for (const auto &[library, name] : {std::pair("bullmq6", "cron"), std::pair("bullmq5", "cron"),
                                      std::pair("bullmq4", "cron"), std::pair("bull4", "videos")}) {
    const QueueInfo where = queue(library, name);
    const auto schedulers = reader::schedulers(m_redis.read(), where, {});
    QVERIFY(schedulers.has_value());
    const QJsonArray wanted = said[where.id][u"schedulers"_qs].toArray();
    QCOMPARE(qsizetype(schedulers->size()), wanted.size());
    QVERIFY(!wanted.isEmpty());
    for (const Scheduler &scheduler : *schedulers) {
      const auto at = std::find_if(wanted.begin(), wanted.end(), [&](const QJsonValue &value) {
        return value[u"key"_qs].toString().toUtf8() == scheduler.id;
      });
      QVERIFY2(at != wanted.end(), scheduler.id.constData());
      QCOMPARE(double(scheduler.next), (*at)[u"next"_qs].toDouble());
      QVERIFY(!scheduler.missing);
    }
  }
  const auto modern = reader::schedulers(m_redis.read(), queue("bullmq6", "cron"), {});
  const auto at =
      std::find_if(modern->begin(), modern->end(), [](auto &s) { return s.id == "nightly-report"; });
  QVERIFY(at != modern->end());
  QCOMPARE(at->name, "report"_qba);
  QCOMPARE(at->pattern, "0 0 3 * * *"_qba);
  QCOMPARE(at->tz, "Asia/Tokyo"_qba);
  QVERIFY(at->data.contains("nightly"));
  QVERIFY(!at->legacy);
}

void TestBullioJob::legacyRepeatablesAreRead() {
  const auto old = reader::schedulers(m_redis.read(), queue("bullmq4", "cron"), {});
  QVERIFY(old && old->size() == 2);
  for (const Scheduler &scheduler : *old) {
    QVERIFY(scheduler.legacy);
    QVERIFY(scheduler.name == "legacy-every" ? scheduler.every == 600'000
                                             : scheduler.pattern == "0 15 3 * * *");
  }
  const auto five = reader::schedulers(m_redis.read(), queue("bullmq5", "cron"), {});
  QVERIFY(five.has_value());
  QCOMPARE(std::count_if(five->begin(), five->end(), [](auto &s) { return s.legacy; }), 2);
  m_redis.server().run({"ZADD", "bull:cron:repeat", "1", "record-is-gone"});
  const auto gone = reader::schedulers(m_redis.read(), queue("bullmq6", "cron"), {});
  QVERIFY(gone && gone->front().missing && !gone->front().legacy);
  m_redis.server().run({"ZREM", "bull:cron:repeat", "record-is-gone"});
}

void TestBullioJob::workersAreCountedByName() {
  test::NodePeer worker;
  QVERIFY(worker.start(u"liveworker.mjs"_qs, m_redis.server().socketPath(),
                       {u"--queue"_qs, u"empty"_qs, u"--prefix"_qs, u"bull5"_qs, u"--name"_qs, u"ox-1"_qs}));
  const auto workers =
      reader::workers(m_redis.read(), {queue("bullmq5", "empty"), queue("bullmq5", "orders")}, {});
  QVERIFY(workers.has_value());
  QVERIFY(workers->front().known);
  QCOMPARE(workers->front().count, 1);
  QCOMPARE(workers->front().names, std::vector<QByteArray>{"ox-1"});
  QCOMPARE(workers->back().count, 0);
}

QTEST_GUILESS_MAIN(TestBullioJob)
#include "tst_bullio_job.moc"
