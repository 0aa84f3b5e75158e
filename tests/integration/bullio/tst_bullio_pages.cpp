// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "bullio/stateprobe.h"
#include "fakes/redis/lyingproxy.h"
#include "integration/bullio/seededredis.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace oxp;

/// Lists of jobs are those of the libraries' own getters, page by page.
class TestBullioPages : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void everyStateHasTheGettersOrder();
  void pagesJoinWithoutGapOrOverlap();
  void countsAreTheGetters();
  void rowsHoldTheGettersFields();
  void dueTimesComeFromTheScore();
  void ghostsAreMissing();
  void sizesAreAskedWithoutFetching();
  void markersAreNeitherListedNorCounted();
  void aDividedWaitingListIsOne();
  void countsAreWholeWhereKeysLieApart();
  void foreignTypesAreSaid();
  void theProbeNamesEveryState();
  void aServerWithoutLposIsReadByRanges();
  void longListsAreNotWalked();
  void latestIsMergedAndBounded();
  void aMarkTellsWhetherAPageHasChanged();
  void theMarkOfLatestMovesWithTheScores();
  void anIdIsFoundInEveryQueue();

private:
  std::vector<QByteArray> ids(const QueueInfo &queue, JobState state, qint64 offset, int count,
                              bool reversed = false);
  qint64 total(const QueueInfo &queue, JobState state);
  QueueInfo queue(const char *library, const QByteArray &name) {
    return m_redis.queue(QString::fromLatin1(library), name).info();
  }

  test::SeededRedis m_redis;
  std::vector<QueueCounts> m_counts;
  QHash<QueueId, QHash<int, std::vector<QByteArray>>> m_lists; ///< read before the getters, which write
  QHash<QueueId, QJsonObject> m_said;
};

std::vector<QByteArray> TestBullioPages::ids(const QueueInfo &queue, JobState state, qint64 offset, int count,
                                             bool reversed) {
  const auto page = reader::page(m_redis.read(), {queue, state, offset, count, reversed, 0}, {});
  if (!page)
    return {"failed: " + page.error().detail.toUtf8()};
  std::vector<QByteArray> ids;
  for (const JobRow &row : page->rows)
    ids.push_back(row.id);
  return ids;
}

qint64 TestBullioPages::total(const QueueInfo &queue, JobState state) {
  const auto page = reader::page(m_redis.read(), {queue, state, 0, 1, false, 0}, {});
  return page ? page->total : -1;
}

void TestBullioPages::initTestCase() {
  QVERIFY2(m_redis.start({u"--big"_qs, u"100000"_qs}), qPrintable(m_redis.error()));
  const auto counts = reader::counts(m_redis.read(), m_redis.infos(), {});
  QVERIFY(counts.has_value());
  m_counts = *counts;
  for (const QueueInfo &queue : m_redis.infos()) {
    for (const JobState state : ShownStates)
      m_lists[queue.id][int(state)] = ids(queue, state, 0, 1000);
  }
  m_said = m_redis.askGetters();
  QVERIFY2(m_said.size() == 45, qPrintable(m_redis.error()));
}

void TestBullioPages::everyStateHasTheGettersOrder() {
  qsizetype jobs = 0;
  for (const QueueInfo &queue : m_redis.infos()) {
    const QJsonObject order = m_said[queue.id][u"order"_qs].toObject();
    for (const JobState state : ShownStates) {
      const auto wanted = test::texts(order[QString::fromLatin1(stateWord(state))]);
      QCOMPARE(m_lists[queue.id][int(state)], wanted);
      jobs += qsizetype(wanted.size());
    }
  }
  QVERIFY(jobs > 500);
}

void TestBullioPages::pagesJoinWithoutGapOrOverlap() {
  for (const char *library : {"bullmq6", "bullmq5", "bullmq4"}) {
    const QueueInfo orders = queue(library, "orders");
    for (const JobState state : ShownStates) {
      std::vector<QByteArray> all = m_lists[orders.id][int(state)];
      for (const bool reversed : {false, true}) {
        std::vector<QByteArray> joined;
        for (qint64 offset = 0; offset < qint64(all.size()) + 7; offset += 7) {
          const auto page = ids(orders, state, offset, 7, reversed);
          joined.insert(joined.end(), page.begin(), page.end());
        }
        QCOMPARE(joined, all);
        std::reverse(all.begin(), all.end());
      }
    }
  }
}

void TestBullioPages::countsAreTheGetters() {
  for (size_t i = 0; i < m_counts.size(); ++i) {
    const QueueId id = m_redis.infos()[i].id;
    const QJsonObject said = m_said[id];
    const QJsonObject order = said[u"order"_qs].toObject();
    for (const JobState state : ShownStates)
      QCOMPARE(m_counts[i].of(state), order[QString::fromLatin1(stateWord(state))].toArray().size());
    QCOMPARE(m_counts[i].paused, said[u"paused"_qs].toBool());
    QCOMPARE(m_counts[i].schedulers, said[u"schedulers"_qs].toArray().size());
    QVERIFY(!m_counts[i].wrongTypes);
  }
}

void TestBullioPages::rowsHoldTheGettersFields() {
  int compared = 0;
  for (const QueueInfo &queue : m_redis.infos()) {
    const QJsonObject jobs = m_said[queue.id][u"jobs"_qs].toObject();
    for (const JobState state : ShownStates) {
      const auto rows =
          reader::rows(m_redis.read(), queue, state, m_lists[queue.id][int(state)], AllJobFields, {});
      QVERIFY(rows.has_value());
      for (const JobRow &row : *rows) {
        const QJsonValue said = jobs[QString::fromUtf8(row.id)];
        if (!said.isObject())
          continue; // a ghost, or data that the library cannot read
        QCOMPARE(row.name, said[u"name"_qs].toString().toUtf8());
        QCOMPARE(row.attemptsMade, said[u"attemptsMade"_qs].toInt());
        QCOMPARE(row.attemptsMax, said[u"attempts"_qs].toInt());
        QCOMPARE(double(row.created), said[u"timestamp"_qs].toDouble());
        QCOMPARE(double(row.processed), said[u"processedOn"_qs].toDouble());
        QCOMPARE(double(row.finished), said[u"finishedOn"_qs].toDouble());
        QCOMPARE(row.error, said[u"failedReason"_qs].toString().toUtf8());
        if (!row.progress.isEmpty())
          QCOMPARE(row.progress, said[u"progress"_qs].toString().toUtf8());
        QVERIFY(!row.missing);
        QVERIFY(row.size >= 0);
        ++compared;
      }
    }
  }
  QVERIFY(compared > 450);
}

void TestBullioPages::dueTimesComeFromTheScore() {
  const QueueInfo orders = queue("bullmq5", "orders");
  const auto page = reader::page(m_redis.read(), {orders, JobState::Delayed, 0, 50, false, AllJobFields}, {});
  QVERIFY(page.has_value());
  QCOMPARE(page->rows.size(), size_t(14));
  for (size_t i = 0; i < 12; ++i) {
    const JobRow &row = page->rows[i];
    QCOMPARE(row.due, row.created + qint64(i + 1) * 3'600'000);
  }
  QCOMPARE(page->rows[12].due, 1900000000000 + 24 * 3'600'000);
  QCOMPARE(page->rows[13].due, page->rows[12].due); // the same ms, told apart by the low bits
  const auto again =
      reader::rows(m_redis.read(), orders, JobState::Delayed, {page->rows[3].id}, AllJobFields, {});
  QVERIFY(again.has_value());
  QCOMPARE(again->front(), page->rows[3]);
}

void TestBullioPages::ghostsAreMissing() {
  const auto page = reader::page(
      m_redis.read(), {queue("bullmq6", "payloads"), JobState::Waiting, 0, 50, false, AllJobFields}, {});
  QVERIFY(page.has_value());
  QCOMPARE(page->rows.front().id, "ghost-id-without-hash"_qba);
  QVERIFY(page->rows.front().missing);
  QCOMPARE(page->rows.front().size, -1);
  QCOMPARE(std::count_if(page->rows.begin(), page->rows.end(), [](auto &row) { return row.missing; }), 1);
}

void TestBullioPages::sizesAreAskedWithoutFetching() {
  const auto rows = reader::rows(m_redis.read(), queue("bullmq5", "payloads"), JobState::Waiting,
                                 {"huge", "nobody"}, static_cast<JobFields>(JobField::Size), {});
  QVERIFY(rows.has_value());
  QVERIFY(rows->front().size > 100'000);
  QVERIFY(rows->back().missing);
}

void TestBullioPages::markersAreNeitherListedNorCounted() {
  const QueueInfo limited = queue("bullmq4", "limited");
  const std::vector<QByteArray> before = ids(limited, JobState::Waiting, 0, 50);
  // As BullMQ 4 leaves them: one at the tail, one that a LIFO job was put behind.
  m_redis.server().run({"RPUSH", "bull4:limited:wait", "0:1700000000000", "lifo", "0:0"});
  std::vector<QByteArray> wanted{"lifo"};
  wanted.insert(wanted.end(), before.begin(), before.end());
  QCOMPARE(ids(limited, JobState::Waiting, 0, 50), wanted);
  QCOMPARE(ids(limited, JobState::Waiting, 1, 1), before);
  std::reverse(wanted.begin(), wanted.end());
  QCOMPARE(ids(limited, JobState::Waiting, 0, 50, true), wanted);
  QCOMPARE(total(limited, JobState::Waiting), 2);
  const auto counts = reader::counts(m_redis.read(), {limited}, {});
  QVERIFY(counts.has_value());
  QCOMPARE(counts->front().of(JobState::Waiting), 2);
  m_redis.server().run({"LTRIM", "bull4:limited:wait", "0", "-4"});
  QCOMPARE(ids(limited, JobState::Waiting, 0, 50), before);
}

void TestBullioPages::aDividedWaitingListIsOne() {
  QueueInfo both;
  both.id = {"bull", "divided"};
  m_redis.server().run({"RPUSH", "bull:divided:wait", "w3", "w2", "w1"});
  m_redis.server().run({"RPUSH", "bull:divided:paused", "p2", "p1"});
  const std::vector<QByteArray> wanted{"w1", "w2", "w3", "p1", "p2"};
  QCOMPARE(ids(both, JobState::Waiting, 0, 50), wanted);
  for (qint64 i = 0; i < 5; ++i) {
    QCOMPARE(ids(both, JobState::Waiting, i, 1), std::vector<QByteArray>{wanted[size_t(i)]});
    QCOMPARE(ids(both, JobState::Waiting, i, 1, true), std::vector<QByteArray>{wanted[size_t(4 - i)]});
  }
  QCOMPARE(ids(both, JobState::Waiting, 2, 2), (std::vector<QByteArray>{"w3", "p1"}));
  QCOMPARE(total(both, JobState::Waiting), 5);
  m_redis.server().run({"DEL", "bull:divided:wait", "bull:divided:paused"});
}

/// A cluster does not say of the keys of several queues whether any of them is there.
void TestBullioPages::countsAreWholeWhereKeysLieApart() {
  using Lie = test::LyingProxy::Lie;
  test::LyingProxy proxy(m_redis.server().socketPath());
  test::TestSession session(proxy.endpoint());
  QVERIFY(session.connect());
  proxy.lieAbout([](const QByteArrayList &words) { return words.value(0) == "EXISTS"; },
                 {Lie::BeforeBytes, Lie::Says, "-CROSSSLOT Keys in request don't hash to the same slot\r\n"});
  QueueInfo both;
  both.id = {"bull", "apart"};
  m_redis.server().run({"RPUSH", "bull:apart:paused", "p2", "p1"});
  const auto counts = reader::counts(session.read(), {both}, {});
  m_redis.server().run({"DEL", "bull:apart:paused"});
  QVERIFY(proxy.hasLied());
  QVERIFY(counts.has_value());
  QCOMPARE(counts->front().of(JobState::Waiting), 2);
}

void TestBullioPages::foreignTypesAreSaid() {
  m_redis.server().run({"SET", "bull:junk:wait", "text"});
  QueueInfo junk;
  junk.id = {"bull", "junk"};
  const auto counts = reader::counts(m_redis.read(), {junk, queue("bullmq6", "orders")}, {});
  QVERIFY(counts.has_value());
  QVERIFY(counts->front().wrongTypes);
  QCOMPARE(counts->front().of(JobState::Waiting), 0);
  QVERIFY(!counts->back().wrongTypes);
  m_redis.server().run({"DEL", "bull:junk:wait"});
}

void TestBullioPages::theProbeNamesEveryState() {
  for (const char *library : {"bullmq6", "bullmq5", "bullmq4"}) {
    const QueueInfo orders = queue(library, "orders");
    for (const JobState state : ShownStates) {
      const auto &listed = m_lists[orders.id][int(state)];
      if (!listed.empty())
        QCOMPARE(reader::state(m_redis.read(), orders, listed.front(), {}), state);
    }
    const QueueInfo emails = queue(library, "emails");
    QCOMPARE(reader::state(m_redis.read(), emails, m_lists[emails.id][0].front(), {}), JobState::Waiting);
  }
  const auto gone = reader::state(m_redis.read(), queue("bullmq6", "orders"), "nobody", {});
  QCOMPARE(gone.error().kind, ErrorKind::NotFound);
  m_redis.server().run({"HSET", "bull:orders:orphan", "name", "x"});
  QCOMPARE(reader::state(m_redis.read(), queue("bullmq6", "orders"), "orphan", {}), JobState::Unknown);
  m_redis.server().run({"DEL", "bull:orders:orphan"});
}

void TestBullioPages::aServerWithoutLposIsReadByRanges() {
  const QueueInfo orders = queue("bullmq6", "orders");
  const StateProbe probe(false, 100);
  for (const JobState state : {JobState::Waiting, JobState::Active, JobState::Failed}) {
    const QByteArray id = m_lists[orders.id][int(state)].front();
    std::vector<Command> commands;
    probe.append(commands, orders.id, id);
    QVERIFY(std::none_of(commands.begin(), commands.end(),
                         [](auto &command) { return command.verb() == "LPOS"; }));
    const auto replies = m_redis.read().pipeline(commands, {});
    QVERIFY(replies.has_value());
    const StateProbe::Found found = probe.read(*replies, id);
    QVERIFY(found.exists);
    QCOMPARE(found.state, state);
  }
}

void TestBullioPages::longListsAreNotWalked() {
  const StateProbe probe(true, 4);
  // The second queue is paused: its jobs lie in the other list.
  for (const QueueInfo &where : {queue("bullmq6", "orders"), queue("bullmq5", "emails")}) {
    const auto &waiting = m_lists[where.id][int(JobState::Waiting)];
    for (const QByteArray &id : {waiting[0], waiting[waiting.size() / 2], waiting.back()}) {
      std::vector<Command> commands;
      probe.append(commands, where.id, id);
      QCOMPARE(commands.size(), StateProbe::CommandCount);
      const auto replies = m_redis.read().pipeline(commands, {});
      QVERIFY(replies.has_value());
      QCOMPARE(probe.read(*replies, id).state, JobState::Waiting);
    }
  }
  // Both ends together are the whole list here: what stands at neither is not in it.
  m_redis.server().run({"RPUSH", "bull:six:wait", "1", "2", "3", "4", "5", "6"});
  m_redis.server().run({"HSET", "bull:six:orphan", "name", "x"});
  std::vector<Command> commands;
  probe.append(commands, {"bull", "six"}, "orphan");
  const auto replies = m_redis.read().pipeline(commands, {});
  m_redis.server().run({"DEL", "bull:six:wait", "bull:six:orphan"});
  QVERIFY(replies.has_value());
  QCOMPARE(probe.read(*replies, "orphan").state, JobState::Unknown);
}

void TestBullioPages::latestIsMergedAndBounded() {
  const QueueInfo orders = queue("bullmq5", "orders");
  const auto latest = reader::latest(m_redis.read(), orders, AllJobFields, {});
  QVERIFY(latest.has_value());
  QCOMPARE(latest->mark, ""); // some of these jobs run
  const std::vector<JobRow> *rows = &latest->rows;
  // 35 waiting, 3 active, 14 delayed, 6 prioritized, 7 completed and 50 of the 63 failed
  QCOMPARE(rows->size(), size_t(115));
  const auto stamp = [](const JobRow &row) { return std::max({row.created, row.processed, row.finished}); };
  QVERIFY(std::is_sorted(rows->begin(), rows->end(), [&](auto &a, auto &b) { return stamp(a) > stamp(b); }));
  QCOMPARE(
      std::count_if(rows->begin(), rows->end(), [](auto &row) { return row.state == JobState::Delayed; }),
      14);
  for (const JobRow &row : *rows)
    QVERIFY(row.state != JobState::Delayed || row.due > row.created);
}

/// Nothing but the order, the scores and the number of jobs is looked at, by two commands.
void TestBullioPages::aMarkTellsWhetherAPageHasChanged() {
  const QueueInfo orders = queue("bullmq5", "orders");
  const auto read = [&](JobState state, const QByteArray &known) {
    return reader::page(m_redis.read(), {orders, state, 0, 10, false, AllJobFields, known}, {});
  };
  for (const JobState state : {JobState::Failed, JobState::Delayed, JobState::Waiting}) {
    const auto first = read(state, {});
    QVERIFY(first && !first->unchanged && first->rows.size() == 10 && !first->mark.isEmpty());
    const auto second = read(state, first->mark);
    QVERIFY(second && second->unchanged && second->rows.empty());
    QCOMPARE(second->mark, first->mark);
    QCOMPARE(second->total, first->total);
    const auto other = read(state, "another");
    QVERIFY(other && !other->unchanged && other->rows == first->rows);
  }
  const auto active = read(JobState::Active, {});
  QVERIFY(active && !active->rows.empty());
  QCOMPARE(active->mark, ""); // progress moves without a change of place
  QVERIFY(!read(JobState::Active, active->mark)->unchanged);
}

/// A job that fails again where it stood: the ids are the same, and its time is not.
void TestBullioPages::theMarkOfLatestMovesWithTheScores() {
  const QueueInfo emails = queue("bullmq5", "emails");
  const auto read = [&](const QByteArray &known) {
    return reader::latest(m_redis.read(), emails, AllJobFields, {}, known);
  };
  const QByteArray failed = emails.id.key("failed");
  m_redis.server().run({"ZADD", failed, "1700000000000", "again"});
  m_redis.server().run(
      {"HSET", emails.id.key("again"), "name", "x", "timestamp", "1", "finishedOn", "1700000000000"});
  const auto first = read({});
  QVERIFY(first && !first->mark.isEmpty());
  QVERIFY(read(first->mark)->unchanged);
  m_redis.server().run({"ZADD", failed, "1700000060000", "again"});
  QVERIFY(!read(first->mark)->unchanged);
  m_redis.server().run({"ZREM", failed, "again"});
  m_redis.server().run({"DEL", emails.id.key("again")});
}

void TestBullioPages::anIdIsFoundInEveryQueue() {
  const auto holders = [&](const QByteArray &id) {
    const auto found = reader::holders(m_redis.read(), m_redis.infos(), id, {});
    return found ? *found : std::vector<QueueId>{{"failed", found.error().detail.toUtf8()}};
  };
  QSet<int> families;
  for (const QueueInfo &queue : m_redis.infos()) {
    const std::vector<QByteArray> &failed = m_lists[queue.id][int(JobState::Failed)];
    if (failed.empty())
      continue;
    families.insert(int(queue.family));
    const QByteArray &id = failed.front();
    std::vector<QueueId> expected;
    for (const QueueInfo &one : m_redis.infos())
      if (m_redis.server().run({"HEXISTS", one.id.key(id), "name"}).asInt() == 1 &&
          m_redis.server().run({"HEXISTS", one.id.key(id), "opts"}).asInt() == 1)
        expected.push_back(one.id);
    QVERIFY2(std::find(expected.begin(), expected.end(), queue.id) != expected.end(),
             queue.id.base().constData());
    QCOMPARE(holders(id), expected);
  }
  QCOMPARE(families.size(), 4);
  for (const char *key : {"meta", "wait", "failed", "events", "id", "no such job"})
    QCOMPARE(holders(key), std::vector<QueueId>());
}

QTEST_GUILESS_MAIN(TestBullioPages)
#include "tst_bullio_pages.moc"
