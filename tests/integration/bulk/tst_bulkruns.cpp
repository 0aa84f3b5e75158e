// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A run over many jobs does to each what the library would have done, tells what became of each, and touches
// none that was not chosen.
#include "bulk/bulkroad.h"
#include "integration/bulk/bulkfixture.h"

#include "bulk/followup.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::test;
using audit::ItemState;
using audit::RunState;

namespace {

struct Wish {
  const char *operation;
  JobState state;
  const char *word; ///< the state, as add.mjs calls it
};
constexpr Wish Wishes[] = {{"job.retry", JobState::Failed, "failed"},
                           {"job.retry", JobState::Completed, "completed"},
                           {"job.promote", JobState::Delayed, "delayed"},
                           {"job.remove", JobState::Failed, "failed"},
                           {"job.remove", JobState::Delayed, "delayed"}};

constexpr int Jobs = 12;

/// Jobs as they come in practice: plain ones, with a priority, and to the front.
QJsonArray variety(const char *state) {
  QJsonArray jobs;
  for (int i = 0; i < Jobs; ++i) {
    QJsonObject opts{{QStringLiteral("attempts"), 1 + i % 3}};
    if (i % 3 == 1)
      opts.insert(QStringLiteral("priority"), 1 + i % 5);
    if (i % 3 == 2)
      opts.insert(QStringLiteral("lifo"), true);
    if (QByteArray(state) == "delayed")
      opts.insert(QStringLiteral("delay"), 3'600'000 + i * 1000);
    jobs << QJsonObject{{QStringLiteral("state"), QLatin1String(state)},
                        {QStringLiteral("id"), QStringLiteral("j%1").arg(i)},
                        {QStringLiteral("opts"), opts},
                        {QStringLiteral("data"), QJsonObject{{QStringLiteral("n"), i}}}};
  }
  return jobs;
}

} // namespace

class TstBulkRuns : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup() { m_fixture.reset(); }
  void doesWhatTheLibraryDoes_data();
  void doesWhatTheLibraryDoes();
  void touchesOnlyWhatWasChosen();
  void tellsWhatBecameOfEach();
  void oldestFirst();
  void pausesAndGoesOn();
  void cancelsWithinASlice();
  void oneAfterAnother();
  void runsOfASearchTakeIds();
  void anotherJobOfTheSameIdIsNotChosen();
  void noneNamedIsNone();
  void whatWaitsForItsTurnIsKept();
  void goesOnWithWhatWasAgreedTo();
  void isRefusedWhereReleasesDiffer();
  void takesNoArgumentThatItDoesNotKnow();
  void aKeyThatIsNoJobStopsNobody();
  void needsAgreement();
  void aViewerMayNot();
  void keepsTheRate();
  void manyJobsAtOnce();
  void editsMany_data();
  void editsMany();
  void anEditLeavesAloneWhatItIsNotFor();
  void editsAndRetries_data() { editsMany_data(); }
  void editsAndRetries();
  void onlyWhatWasEditedGoesOn();
  void whatFollowsIsAskedForToo();
  void takesAnEditBack();
  void takesBackOnlyTheJobsOwnEdit();
  void takesTheOldest();
  void foreseesWhatItDoes();
  void tellsNothingBehindTheAnswer();
  void asksAboutSensitiveFields();

private:
  QHash<QByteArray, QByteArray> dump();
  void restore(const QHash<QByteArray, QByteArray> &keys);
  Keys comparable();
  QByteArray done(const Stopped &stopped) {
    return stopped.counts ? summary(m_fixture->items(m_fixture->lastRun)) : stopped.counts.error().code;
  }

  std::unique_ptr<BulkFixture> m_fixture;
  QueueInfo m_queue;
};

void TstBulkRuns::init() {
  m_fixture = std::make_unique<BulkFixture>();
  QVERIFY2(m_fixture->startBulk(), qPrintable(m_fixture->server->error()));
  m_queue = m_fixture->queue(Libraries[1], "orders");
}

QHash<QByteArray, QByteArray> TstBulkRuns::dump() {
  QHash<QByteArray, QByteArray> all;
  for (const Reply &key : m_fixture->redis({"KEYS", "*"}).items)
    all.insert(key.bytes, m_fixture->redis({"DUMP", key.bytes}).bytes);
  return all;
}

void TstBulkRuns::restore(const QHash<QByteArray, QByteArray> &keys) {
  m_fixture->redis({"FLUSHALL"});
  for (auto it = keys.begin(); it != keys.end(); ++it)
    m_fixture->redis({"RESTORE", it.key(), "0", it.value()});
}

/// Without what is the time of day; of the events what they say, in their order.
Keys TstBulkRuns::comparable() {
  for (int i = 0; i < Jobs; ++i)
    m_fixture->redis({"HDEL", m_queue.id.key("j" + QByteArray::number(i)), "retriedOn"});
  Keys keys = m_fixture->keys();
  QByteArray events;
  for (const Reply &entry : m_fixture->redis({"XRANGE", m_queue.id.key("events"), "-", "+"}).items) {
    for (const Reply &part : entry.items.at(1).items)
      events += part.bytes + ' ';
    events += '\n';
  }
  keys.insert(m_queue.id.key("events"), events);
  return keys;
}

void TstBulkRuns::doesWhatTheLibraryDoes_data() {
  QTest::addColumn<int>("library");
  QTest::addColumn<int>("wish");
  for (int library = 0; library < 4; ++library)
    for (int wish = 0; wish < int(std::size(Wishes)); ++wish)
      QTest::addRow("%s %s %s", Libraries[library].name, Wishes[wish].operation, Wishes[wish].word)
          << library << wish;
}

void TstBulkRuns::doesWhatTheLibraryDoes() {
  QFETCH(int, library);
  QFETCH(int, wish);
  const Library &lib = Libraries[library];
  m_queue = m_fixture->queue(lib, "orders");
  const auto ids = m_fixture->add(lib, "orders", variety(Wishes[wish].word));
  QCOMPARE(ids.size(), Jobs);
  for (const QByteArray &id : ids)
    m_fixture->redis({"DEL", m_queue.id.key(id + ":lock")});
  const auto before = dump();
  // In the order of the run, which is that of the set: what was finished, or is due, first.
  QJsonArray steps;
  for (const Reply &id :
       m_fixture->redis({"ZRANGE", m_queue.id.key(stateKey(Wishes[wish].state)), "0", "-1"}).items)
    steps << QJsonObject{{QStringLiteral("operation"), QLatin1String(Wishes[wish].operation)},
                         {QStringLiteral("id"), QString::fromUtf8(id.bytes)}};
  QCOMPARE(steps.size(), Jobs);
  const NodeAnswer answer = NodePeer::run(QStringLiteral("operate.mjs"), m_fixture->server->socketPath(),
                                          {QStringLiteral("--library"), QLatin1String(lib.name),
                                           QStringLiteral("--queue"), QStringLiteral("orders")},
                                          QJsonDocument(steps).toJson(QJsonDocument::Compact));
  QVERIFY2(answer.ok, qPrintable(answer.error));
  const Keys theirs = comparable();

  restore(before);
  const Stopped ours =
      m_fixture->runAll(all(m_queue, Wishes[wish].state), operation(Wishes[wish].operation, m_queue));
  QVERIFY(ours.counts);
  QCOMPARE(ours.state, RunState::Ended);
  QCOMPARE(done(ours), QByteArray("Done 12"));
  QCOMPARE(differing(theirs, comparable()), QList<QByteArray>());
}

void TstBulkRuns::touchesOnlyWhatWasChosen() {
  m_fixture->plant(m_queue, JobState::Failed, 10);
  const OperationRequest wish = operation("job.retry", m_queue);
  const FrozenSelection chosen = m_fixture->choose(all(m_queue, JobState::Failed), wish);
  QCOMPARE(chosen.jobs, 10);
  // One fails later, one is another job of its id by now, one is gone, one was retried by somebody.
  m_fixture->redis(
      {"HSET", m_queue.id.key("late"), "name", "n", "data", "{}", "opts", "{}", "timestamp", "5"});
  m_fixture->redis({"ZADD", m_queue.id.key("failed"), "9", "late"});
  m_fixture->redis({"HSET", m_queue.id.key("3"), "timestamp", "77"});
  m_fixture->redis({"DEL", m_queue.id.key("4")});
  m_fixture->redis({"ZREM", m_queue.id.key("failed"), "5"});
  m_fixture->redis({"LPUSH", m_queue.id.key("wait"), "5"});
  m_fixture->bulk->start(m_fixture->agreed(wish, chosen), chosen);
  const Stopped stopped = m_fixture->awaitStop();
  QCOMPARE(done(stopped), QByteArray("Done 7, Skipped/gone 1, Skipped/moved 1, Skipped/other-job 1"));
  QCOMPARE(m_fixture->redis({"ZRANGE", m_queue.id.key("failed"), "0", "-1"}).items.size(), size_t(3));
  QCOMPARE(m_fixture->redis({"ZSCORE", m_queue.id.key("failed"), "late"}).bytes, QByteArray("9"));
  QCOMPARE(m_fixture->redis({"LLEN", m_queue.id.key("wait")}).integer, 8);
}

void TstBulkRuns::tellsWhatBecameOfEach() {
  m_fixture->plant(m_queue, JobState::Failed, 3);
  const Stopped stopped = m_fixture->runAll(these(m_queue, JobState::Failed, {"3", "1", "gone"}),
                                            operation("job.retry", m_queue));
  QCOMPARE(done(stopped), QByteArray("Done 2, Skipped/gone 1"));
  QCOMPARE(m_fixture->items(m_fixture->lastRun).front().jobId, QByteArray("3"));
  const auto records = m_fixture->records();
  QCOMPARE(records.size(), size_t(3)); // the run and each job that was written
  for (const audit::Record &record : records) {
    QCOMPARE(record.operation, QByteArray("job.retry"));
    QCOMPARE(record.outcome, audit::Outcome::Done);
    QCOMPARE(record.who, QStringLiteral("tester@desk"));
  }
  QCOMPARE(records.back().jobId, QByteArray()); // newest first
  const auto runs = m_fixture->runs();
  QCOMPARE(runs.size(), size_t(1));
  QCOMPARE(runs.front().state, RunState::Ended);
  QCOMPARE(runs.front().record, records.back().id);
}

/// Who waits longest is to run first: as the library's own retry of all does it.
void TstBulkRuns::oldestFirst() {
  m_fixture->plant(m_queue, JobState::Failed, 30);
  m_fixture->runAll(all(m_queue, JobState::Failed), operation("job.retry", m_queue));
  QCOMPARE(m_fixture->redis({"LRANGE", m_queue.id.key("wait"), "-1", "-1"}).items.front().bytes,
           QByteArray("1"));
  QCOMPARE(m_fixture->redis({"LRANGE", m_queue.id.key("wait"), "0", "0"}).items.front().bytes,
           QByteArray("30"));
}

void TstBulkRuns::pausesAndGoesOn() {
  m_fixture->plant(m_queue, JobState::Failed, 2'000);
  const OperationRequest wish = operation("job.retry", m_queue);
  const FrozenSelection chosen = m_fixture->choose(all(m_queue, JobState::Failed), wish);
  QObject::connect(m_fixture->bulk.get(), &BulkRunner::progressed, m_fixture->bulk.get(),
                   [&](const BulkProgress &now) {
                     if (now.counts[ItemState::Done] > 0)
                       m_fixture->bulk->pause(chosen.run);
                   });
  m_fixture->rate->set(400); // slow enough that the pause comes in the middle
  m_fixture->bulk->start(m_fixture->agreed(wish, chosen), chosen);
  Stopped stopped = m_fixture->awaitStop();
  QVERIFY(stopped.counts);
  QCOMPARE(stopped.state, RunState::Paused);
  QVERIFY((*stopped.counts)[ItemState::Waiting] > 0);
  QCOMPARE((*stopped.counts)[ItemState::UnderWay], 0);
  QCOMPARE(m_fixture->redis({"LLEN", m_queue.id.key("wait")}).integer, (*stopped.counts)[ItemState::Done]);

  m_fixture->rate->set(0);
  m_fixture->restartBulk(); // a new start of the program
  const auto runs = m_fixture->runs();
  QCOMPARE(runs.front().state, RunState::Paused);
  m_fixture->stopped.reset();
  m_fixture->bulk->resume(runs.front(), m_queue);
  stopped = m_fixture->awaitStop();
  QCOMPARE(stopped.state, RunState::Ended);
  QCOMPARE(done(stopped), QByteArray("Done 2000"));
  QCOMPARE(m_fixture->redis({"LLEN", m_queue.id.key("wait")}).integer, 2'000);
}

void TstBulkRuns::cancelsWithinASlice() {
  m_fixture->plant(m_queue, JobState::Failed, 2'000);
  const OperationRequest wish = operation("job.retry", m_queue);
  const FrozenSelection chosen = m_fixture->choose(all(m_queue, JobState::Failed), wish);
  m_fixture->bulk->start(m_fixture->agreed(wish, chosen), chosen);
  m_fixture->bulk->cancel(chosen.run);
  const Stopped stopped = m_fixture->awaitStop();
  QCOMPARE(stopped.state, RunState::Cancelled);
  QVERIFY((*stopped.counts)[ItemState::Waiting] > 1'000);
  QTRY_COMPARE(m_fixture->runs().front().state, RunState::Cancelled);
}

void TstBulkRuns::oneAfterAnother() {
  m_fixture->plant(m_queue, JobState::Failed, 50);
  const OperationRequest retry = operation("job.retry", m_queue), remove = operation("job.remove", m_queue);
  const FrozenSelection first = m_fixture->choose(all(m_queue, JobState::Failed), retry);
  const FrozenSelection second = m_fixture->choose(all(m_queue, JobState::Failed), remove);
  m_fixture->bulk->start(m_fixture->agreed(retry, first), first);
  m_fixture->bulk->start(m_fixture->agreed(remove, second), second);
  QCOMPARE(m_fixture->bulk->underWay(), (std::vector<qint64>{first.run, second.run}));
  QTRY_VERIFY(m_fixture->bulk->underWay().empty());
  QCOMPARE(summary(m_fixture->items(first.run)), QByteArray("Done 50"));
  QCOMPARE(summary(m_fixture->items(second.run)), QByteArray("Skipped/moved 50")); // they wait by now
}

void TstBulkRuns::runsOfASearchTakeIds() {
  m_fixture->plant(m_queue, JobState::Failed, 5);
  Selection mixed = these(m_queue, JobState::Failed, {"2", "4"});
  std::get<Selection::Jobs>(mixed.of).push_back({"1", JobState::Waiting}); // retry is not for these
  const FrozenSelection chosen = m_fixture->choose(mixed, operation("job.retry", m_queue));
  QCOMPARE(chosen.jobs, 3);
  QCOMPARE(chosen.passed, 1);
  m_fixture->bulk->forget(chosen.run);
  QTRY_VERIFY(m_fixture->items(chosen.run).empty());
}

/// Where somebody has seen which job it is.
void TstBulkRuns::anotherJobOfTheSameIdIsNotChosen() {
  m_fixture->plant(m_queue, JobState::Failed, 3);
  const auto timestampOf = [this](const QByteArray &id) {
    return m_fixture->redis({"HGET", m_queue.id.key(id), "timestamp"}).bytes;
  };
  const Selection seen{m_queue, Selection::Jobs{{"1", JobState::Failed, timestampOf("1")},
                                                {"2", JobState::Failed, "77"},
                                                {"3", JobState::Failed}}};
  const FrozenSelection chosen = m_fixture->choose(seen, operation("job.retry", m_queue));
  QCOMPARE(chosen.jobs, 3);
  QCOMPARE(chosen.gone, 1);
  QCOMPARE(summary(m_fixture->items(chosen.run)), QByteArray("Skipped/other-job 1, Waiting 2"));
  m_fixture->bulk->forget(chosen.run);
}

/// It was agreed to: the end of the program does not take it back.
void TstBulkRuns::whatWaitsForItsTurnIsKept() {
  m_fixture->plant(m_queue, JobState::Failed, 100);
  m_fixture->rate->set(20);
  const OperationRequest wish = operation("job.retry", m_queue);
  const FrozenSelection first = m_fixture->choose(all(m_queue, JobState::Failed), wish);
  const FrozenSelection second = m_fixture->choose(these(m_queue, JobState::Failed, {"7", "9"}), wish);
  m_fixture->bulk->start(m_fixture->agreed(wish, first), first);
  m_fixture->bulk->start(m_fixture->agreed(wish, second), second);
  QVERIFY(QTest::qWaitFor([&] { return !m_fixture->progress.empty() && m_fixture->runs().size() == 2; }));
  m_fixture->restartBulk();
  m_fixture->rate->set(0);
  for (const audit::Run &run : m_fixture->runs()) {
    QVERIFY(run.state == RunState::Paused || run.state == RunState::Running);
    m_fixture->stopped.reset();
    m_fixture->bulk->resume(run, m_queue);
    QCOMPARE(m_fixture->awaitStop().state, RunState::Ended);
  }
  QCOMPARE(m_fixture->redis({"LLEN", m_queue.id.key("wait")}).integer, 100);
}

/// What was chosen comes before what is asked for in the dialog.
void TstBulkRuns::goesOnWithWhatWasAgreedTo() {
  m_fixture->plant(m_queue, JobState::Failed, 3);
  OperationRequest wish = operation("job.retry", m_queue);
  const FrozenSelection chosen = m_fixture->choose(all(m_queue, JobState::Failed), wish);
  wish.arguments.insert("resetAttempts", "1");
  wish.reason = QStringLiteral("the bank is back");
  m_fixture->stopped.reset();
  m_fixture->bulk->start(m_fixture->agreed(wish, chosen), chosen);
  m_fixture->bulk->pause(chosen.run);
  QCOMPARE(m_fixture->awaitStop().state, RunState::Paused);
  const audit::Run paused = m_fixture->runs().front();
  QCOMPARE(paused.reason, wish.reason);
  m_fixture->stopped.reset();
  m_fixture->bulk->resume(paused, m_queue);
  QCOMPARE(m_fixture->awaitStop().state, RunState::Ended);
  QCOMPARE(m_fixture->redis({"HGET", m_queue.id.key("1"), "atm"}).bytes, QByteArray()); // all attempts anew
}

/// And not all, whatever has emptied the list.
void TstBulkRuns::noneNamedIsNone() {
  m_fixture->plant(m_queue, JobState::Failed, 3);
  const Keys before = m_fixture->keys();
  const Stopped stopped =
      m_fixture->runAll(these(m_queue, JobState::Failed, {}), operation("job.remove", m_queue));
  QVERIFY(stopped.counts);
  QCOMPARE(stopped.counts->total(), 0);
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

/// As a single one: what all may be of whom the queue may be would not do the same is done by none.
void TstBulkRuns::isRefusedWhereReleasesDiffer() {
  m_fixture->plant(m_queue, JobState::Failed, 3);
  m_queue.family = Family::BullMq4To6;
  m_queue.version.clear();
  const Keys before = m_fixture->keys();
  QCOMPARE(done(m_fixture->runAll(all(m_queue, JobState::Failed), operation("job.retry", m_queue))),
           QByteArray("unsure-family"));
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

void TstBulkRuns::takesNoArgumentThatItDoesNotKnow() {
  m_fixture->plant(m_queue, JobState::Failed, 1);
  OperationRequest wish = operation("job.retry", m_queue);
  wish.arguments.insert("resetAttempts", "perhaps");
  QCOMPARE(done(m_fixture->runAll(all(m_queue, JobState::Failed), wish)), QByteArray("argument"));
  QCOMPARE(m_fixture->redis({"LLEN", m_queue.id.key("wait")}).integer, 0);
}

void TstBulkRuns::aKeyThatIsNoJobStopsNobody() {
  m_fixture->plant(m_queue, JobState::Failed, 4);
  const FrozenSelection chosen =
      m_fixture->choose(all(m_queue, JobState::Failed), operation("job.retry", m_queue));
  m_fixture->redis({"DEL", m_queue.id.key("2")});
  m_fixture->redis({"SET", m_queue.id.key("2"), "somebody's"});
  m_fixture->stopped.reset();
  m_fixture->bulk->start(m_fixture->agreed(operation("job.retry", m_queue), chosen), chosen);
  QCOMPARE(done(m_fixture->awaitStop()), QByteArray("Done 3, Failed/WRONGTYPE 1"));
  // And when it is so at the time of choosing.
  m_fixture->plant(m_queue, JobState::Failed, 1);
  const Stopped stopped =
      m_fixture->runAll(these(m_queue, JobState::Failed, {"2", "1"}), operation("job.retry", m_queue));
  QCOMPARE(done(stopped), QByteArray("Done 1, Skipped/gone 1"));
}

void TstBulkRuns::needsAgreement() {
  m_fixture->options.environment = Environment::Production;
  m_fixture->restartBulk();
  m_fixture->plant(m_queue, JobState::Failed, 150);
  const OperationRequest wish = operation("job.retry", m_queue);
  const FrozenSelection chosen = m_fixture->choose(all(m_queue, JobState::Failed), wish);
  OperationRequest agreed = m_fixture->agreed(wish, chosen);
  const auto refusal = [&](const OperationRequest &request) {
    m_fixture->stopped.reset();
    m_fixture->bulk->start(request, chosen);
    const Stopped stopped = m_fixture->awaitStop();
    return stopped.counts ? QByteArray() : stopped.counts.error().code;
  };
  OperationRequest unasked = agreed, otherJobs = agreed, untyped = agreed;
  unasked.grants.clear();
  otherJobs.selection = "others";
  std::erase_if(untyped.grants, [](const Grant &grant) { return grant.proof == "TypeText orders"; });
  QCOMPARE(refusal(unasked), QByteArray("no-consent"));
  QCOMPARE(refusal(otherJobs), QByteArray("other-consent"));
  QCOMPARE(refusal(untyped), QByteArray("typed-differs"));
  QCOMPARE(agreed.grants.size(), untyped.grants.size() + 1);
  QCOMPARE(m_fixture->redis({"LLEN", m_queue.id.key("wait")}).integer, 0);
  QCOMPARE(m_fixture->runs().size(), size_t(0));
  QCOMPARE(refusal(agreed), QByteArray());
  QCOMPARE(m_fixture->redis({"LLEN", m_queue.id.key("wait")}).integer, 150);
}

void TstBulkRuns::aViewerMayNot() {
  m_fixture->options.role = Role::Viewer;
  m_fixture->restartBulk();
  m_fixture->plant(m_queue, JobState::Failed, 2);
  const Stopped stopped = m_fixture->runAll(all(m_queue, JobState::Failed), operation("job.retry", m_queue));
  QVERIFY(!stopped.counts);
  QCOMPARE(stopped.counts.error().kind, ErrorKind::Denied);
  QCOMPARE(m_fixture->redis({"LLEN", m_queue.id.key("wait")}).integer, 0);
}

/// By the number of jobs that are let through in a time that is waited for, not by a clock.
void TstBulkRuns::keepsTheRate() {
  m_fixture->plant(m_queue, JobState::Failed, 60);
  const OperationRequest wish = operation("job.retry", m_queue);
  const FrozenSelection chosen = m_fixture->choose(all(m_queue, JobState::Failed), wish);
  QElapsedTimer timer;
  timer.start();
  m_fixture->rate->set(50);
  m_fixture->bulk->start(m_fixture->agreed(wish, chosen), chosen);
  QCOMPARE(done(m_fixture->awaitStop()), QByteArray("Done 60"));
  // The bucket begins empty: the 60th job may not go before 60 fiftieths of a second.
  QVERIFY(timer.elapsed() >= 1'000);
  QVERIFY(std::any_of(m_fixture->progress.begin(), m_fixture->progress.end(),
                      [](const BulkProgress &now) { return now.waiting; }));
}

void TstBulkRuns::manyJobsAtOnce() {
  m_fixture->plant(m_queue, JobState::Failed, 5'000);
  QElapsedTimer timer;
  timer.start();
  const Stopped stopped = m_fixture->runAll(all(m_queue, JobState::Failed), operation("job.retry", m_queue));
  QCOMPARE(done(stopped), QByteArray("Done 5000"));
  qInfo("5000 retried in %lld ms", timer.elapsed());
}

void TstBulkRuns::editsMany_data() {
  QTest::addColumn<int>("library");
  for (int library = 0; library < 4; ++library)
    QTest::newRow(Libraries[library].name) << library;
}

/// Payloads of a real library, in every state that no worker is in; then a real worker takes them.
void TstBulkRuns::editsMany() {
  QFETCH(int, library);
  const Library &lib = Libraries[library];
  m_queue = m_fixture->queue(lib, "orders");
  m_fixture->add(lib, "orders", variety("waiting"));
  OperationRequest wish = operation("job.updateData", m_queue);
  wish.arguments.insert("changes", R"([{"change":"increment","path":"n","value":100},
                                      {"change":"set","path":"stage","value":"ship"}])");
  QList<QByteArray> ids;
  for (int i = 0; i < Jobs; ++i)
    ids << "j" + QByteArray::number(i);
  const Selection chosen = these(m_queue, JobState::Waiting, ids);
  const Stopped stopped = m_fixture->runAll(chosen, wish);
  QCOMPARE(done(stopped), QByteArray("Done 12"));
  const auto taken = m_fixture->work(lib, "orders", Jobs);
  QCOMPARE(taken.size(), Jobs);
  for (int i = 0; i < Jobs; ++i)
    QCOMPARE(taken["j" + QByteArray::number(i)],
             "{\"n\":" + QByteArray::number(100 + i) + ",\"stage\":\"ship\"}");
  // Each has a record that it can be taken back by; one event says that data have changed.
  const auto records = m_fixture->records();
  QCOMPARE(records.size(), size_t(Jobs + 1));
  QVERIFY(audit::revertible(records.front()));
  int announced = 0;
  for (const Reply &entry : m_fixture->redis({"XRANGE", m_queue.id.key("events"), "-", "+"}).items)
    announced += entry.items.at(1).items.at(1).bytes == "data-updated" ? 1 : 0;
  QCOMPARE(announced, lib.family == Family::Bull4 ? 0 : 1);
}

void TstBulkRuns::anEditLeavesAloneWhatItIsNotFor() {
  m_fixture->plant(m_queue, JobState::Failed, 8);
  const auto data = [&](const char *id) { return m_queue.id.key(id); };
  m_fixture->redis({"HSET", data("2"), "data", "{\"n\":\"two\"}"});
  m_fixture->redis({"HSET", data("3"), "data", "not json"});
  m_fixture->redis({"HSET", data("4"), "data", "{\"n\":1,\"x\":\"" + QByteArray(1'000'001, 'x') + "\"}"});
  m_fixture->redis({"SET", data("5:lock"), "worker"});
  m_fixture->redis({"HDEL", data("6"), "data"});
  m_fixture->redis({"HSET", data("7"), "data", "{ \"n\" : 9007199254740993 , \"k\":1.0 }"});
  OperationRequest wish = operation("job.updateData", m_queue);
  wish.arguments.insert("changes", R"([{"change":"increment","path":"n","value":1}])");
  const Stopped stopped = m_fixture->runAll(all(m_queue, JobState::Failed), wish);
  QCOMPARE(done(stopped),
           QByteArray("Done 3, Failed/large 1, Failed/no-number 1, Failed/not-json 2, Skipped/running 1"));
  QCOMPARE(m_fixture->redis({"HGET", data("7"), "data"}).bytes,
           QByteArray("{ \"n\" : 9007199254740994 , \"k\":1.0 }"));
  QCOMPARE(m_fixture->redis({"HEXISTS", data("6"), "data"}).integer, 0);
  QCOMPARE(m_fixture->redis({"HGET", data("3"), "data"}).bytes, QByteArray("not json"));

  wish.arguments.insert("changes", R"([{"change":"set","path":"k","value":1.0}])");
  QCOMPARE(done(m_fixture->runAll(these(m_queue, JobState::Failed, {"7"}), wish)),
           QByteArray("Skipped/unchanged 1"));
  wish.arguments.insert("changes", "[]");
  QCOMPARE(done(m_fixture->runAll(these(m_queue, JobState::Failed, {"7"}), wish)), QByteArray("changes"));
}

/// As if somebody had edited each job and then retried it; a real worker takes them.
void TstBulkRuns::editsAndRetries() {
  QFETCH(int, library);
  const Library &lib = Libraries[library];
  m_queue = m_fixture->queue(lib, "orders");
  m_fixture->plant(m_queue, JobState::Failed, 450);
  OperationRequest wish = operation("job.updateData", m_queue);
  wish.arguments = {{ChangesArgument, R"([{"change":"increment","path":"n","value":1000}])"},
                    {ThenArgument, "job.retry"}};
  QCOMPARE(done(m_fixture->runAll(all(m_queue, JobState::Failed), wish)), QByteArray("Done 450"));
  QCOMPARE(m_fixture->redis({"ZCARD", m_queue.id.key("failed")}).integer, 0);
  const auto taken = m_fixture->work(lib, "orders", 450);
  for (int i = 1; i <= 450; ++i)
    QCOMPARE(taken[QByteArray::number(i)], "{\"n\":" + QByteArray::number(1'000 + i) + "}");
  for (const audit::RunItem &item : m_fixture->items(m_fixture->lastRun)) {
    QVERIFY(item.edited > 0);
    QVERIFY(item.record > item.edited); // the intent of what follows stands behind the edit
  }
  QCOMPARE(m_fixture->allRecords().size(), size_t(2 * 450 + 1));
}

/// What follows is done to no job that was not edited; a job that it cannot be done to keeps its edit, and
/// that can be taken back.
void TstBulkRuns::onlyWhatWasEditedGoesOn() {
  m_fixture->plant(m_queue, JobState::Failed, 6);
  m_fixture->redis({"HSET", m_queue.id.key("2"), "data", R"({"n":"two"})"});
  OperationRequest wish = operation("job.updateData", m_queue);
  wish.arguments = {{ChangesArgument, R"([{"change":"increment","path":"n","value":100}])"},
                    {ThenArgument, "job.retry"}};
  const FrozenSelection chosen = m_fixture->choose(all(m_queue, JobState::Failed), wish);
  m_fixture->redis({"ZREM", m_queue.id.key("failed"), "5"}); // somebody else has taken it
  m_fixture->redis({"ZADD", m_queue.id.key("completed"), "1", "5"});
  m_fixture->lastRun = chosen.run;
  m_fixture->stopped.reset();
  m_fixture->bulk->start(m_fixture->agreed(wish, chosen), chosen);
  const QByteArray became = done(m_fixture->awaitStop());
  QCOMPARE(became, QByteArray("Done 4, Failed/no-number 1, Skipped/moved 1"));
  QCOMPARE(m_fixture->redis({"LLEN", m_queue.id.key("wait")}).integer, 4);
  QVERIFY(!m_fixture->redis({"ZSCORE", m_queue.id.key("failed"), "2"}).isNil());
  QCOMPARE(m_fixture->redis({"HGET", m_queue.id.key("2"), "data"}).bytes, R"({"n":"two"})");
  QCOMPARE(m_fixture->redis({"HGET", m_queue.id.key("5"), "data"}).bytes, R"({"n":105})");

  const auto edited = m_fixture->runs().front();
  wish.arguments = {{UndoesArgument, QByteArray::number(edited.id)}};
  std::optional<Result<FrozenSelection>> got;
  m_fixture->bulk->chooseUndo(edited, wish, this,
                              [&](Result<FrozenSelection> undone) { got = std::move(undone); });
  QVERIFY(QTest::qWaitFor([&] { return got.has_value(); }));
  QVERIFY(*got);
  m_fixture->lastRun = (*got)->run;
  m_fixture->stopped.reset();
  m_fixture->bulk->start(m_fixture->agreed(wish, **got), **got);
  QCOMPARE(done(m_fixture->awaitStop()), QByteArray("Done 5"));
  for (int id : {1, 3, 4, 5, 6})
    QCOMPARE(m_fixture->redis({"HGET", m_queue.id.key(QByteArray::number(id)), "data"}).bytes,
             "{\"n\":" + QByteArray::number(id) + "}");
}

/// Jobs in a state that one of the two is not for are left alone by both, and what may not follow is refused.
void TstBulkRuns::whatFollowsIsAskedForToo() {
  m_fixture->plant(m_queue, JobState::Failed, 2);
  OperationRequest wish = operation("job.updateData", m_queue);
  wish.arguments = {{ChangesArgument, R"([{"change":"set","path":"n","value":0}])"},
                    {ThenArgument, "job.promote"}};
  QCOMPARE(done(m_fixture->runAll(all(m_queue, JobState::Failed), wish)),
           QByteArray("Skipped/other-state 2"));
  wish.arguments[ThenArgument] = "job.remove";
  QCOMPARE(done(m_fixture->runAll(all(m_queue, JobState::Failed), wish)), QByteArray("then"));
  QCOMPARE(m_fixture->redis({"HGET", m_queue.id.key("1"), "data"}).bytes, R"({"n":1})");
}

/// Byte for byte, but where somebody has changed the same since; what others changed elsewhere stays.
void TstBulkRuns::takesAnEditBack() {
  m_fixture->plant(m_queue, JobState::Failed, 6);
  const auto data = [&](int id) {
    return m_fixture->redis({"HGET", m_queue.id.key(QByteArray::number(id)), "data"}).bytes;
  };
  const auto store = [&](int id, const QByteArray &bytes) {
    m_fixture->redis({"HSET", m_queue.id.key(QByteArray::number(id)), "data", bytes});
  };
  store(1, "{ \"n\" : 1.0 , \"k\":[ 1,2 ] }");
  OperationRequest wish = operation("job.updateData", m_queue);
  wish.arguments.insert("changes",
                        R"([{"change":"set","path":"n","value":5},{"change":"set","path":"m","value":1}])");
  QCOMPARE(done(m_fixture->runAll(all(m_queue, JobState::Failed), wish)), QByteArray("Done 6"));
  const auto edited = m_fixture->runs().front();
  store(2, "{\"n\":7,\"m\":1}");
  store(3, "{\"n\":5,\"m\":1,\"theirs\":true}");
  m_fixture->redis({"DEL", m_queue.id.key("4")});

  wish.arguments = {{"undoes", QByteArray::number(edited.id)}};
  std::optional<Result<FrozenSelection>> got;
  m_fixture->bulk->chooseUndo(edited, wish, this,
                              [&](Result<FrozenSelection> chosen) { got = std::move(chosen); });
  QVERIFY(QTest::qWaitFor([&] { return got.has_value(); }));
  QVERIFY(*got);
  QCOMPARE((*got)->jobs, 6);
  m_fixture->lastRun = (*got)->run;
  m_fixture->stopped.reset();
  m_fixture->bulk->start(m_fixture->agreed(wish, **got), **got);
  QCOMPARE(done(m_fixture->awaitStop()), QByteArray("Conflict/changed-since 1, Done 4, Skipped/gone 1"));
  QCOMPARE(data(1), QByteArray("{ \"n\" : 1.0 , \"k\":[ 1,2 ] }"));
  QCOMPARE(data(2), QByteArray("{\"n\":7,\"m\":1}"));
  QCOMPARE(data(3), QByteArray("{\"n\":3,\"theirs\":true}"));
  QCOMPARE(data(6), QByteArray("{\"n\":6}"));
  QCOMPARE(m_fixture->records().front().revertOf > 0, true);
}

/// A job at the place of another one in the run that is taken back, and made in the same millisecond.
void TstBulkRuns::takesBackOnlyTheJobsOwnEdit() {
  m_fixture->plant(m_queue, JobState::Failed, 2);
  m_fixture->redis({"HSET", m_queue.id.key("2"), "timestamp", "1700000000001", "data", R"({"n":1})"});
  OperationRequest wish = operation("job.updateData", m_queue);
  wish.arguments.insert(ChangesArgument, R"([{"change":"set","path":"n","value":5}])");
  QCOMPARE(done(m_fixture->runAll(these(m_queue, JobState::Failed, {"1"}), wish)), QByteArray("Done 1"));
  m_fixture->redis({"HSET", m_queue.id.key("2"), "data", R"({"n":5})"});
  wish.arguments = {{UndoesArgument, QByteArray::number(m_fixture->lastRun)}};
  QVERIFY(!done(m_fixture->runAll(these(m_queue, JobState::Failed, {"2"}), wish)).contains("Done"));
  QCOMPARE(m_fixture->redis({"HGET", m_queue.id.key("2"), "data"}).bytes, R"({"n":5})");
}

void TstBulkRuns::takesTheOldest() {
  m_fixture->plant(m_queue, JobState::Failed, 2'500);
  Selection oldest{m_queue, Selection::WholeState{.state = JobState::Failed, .limit = 1'200, .oldest = true}};
  const auto before = m_fixture->redis({"ZRANGE", m_queue.id.key("failed"), "0", "-1"}).asBytesList().value();
  const QList<QByteArray> all(before.begin(), before.end());
  const OperationRequest wish = operation("job.remove", m_queue);
  QCOMPARE(done(m_fixture->runAll(oldest, wish)), QByteArray("Done 1200"));
  const auto left = m_fixture->redis({"ZRANGE", m_queue.id.key("failed"), "0", "-1"}).asBytesList().value();
  QCOMPARE(QList<QByteArray>(left.begin(), left.end()), all.mid(1'200));
  const auto items = m_fixture->items(m_fixture->lastRun);
  QCOMPARE(items.front().jobId, all.front());

  oldest.of = Selection::WholeState{.state = JobState::Waiting, .limit = 5, .oldest = true};
  QCOMPARE(m_fixture->choose(oldest, wish).run, 0);
}

/// The counts before are those after, where nobody comes in between; and nothing is written for them.
void TstBulkRuns::foreseesWhatItDoes() {
  m_fixture->plant(m_queue, JobState::Failed, 450);
  const auto data = [this](const char *id, const QByteArray &json) {
    m_fixture->redis({"HSET", m_queue.id.key(id), "data", json});
  };
  data("2", "no json");
  data("3", R"({"n":"three"})");
  data("4", R"({"n":9007199254740993})");
  data("400", '"' + QByteArray(1'100'000, 'x') + '"');
  m_fixture->redis({"DEL", m_queue.id.key("5")});
  m_fixture->redis({"SET", m_queue.id.key("6:lock"), "token"});
  OperationRequest wish;
  wish.operation = "job.updateData";
  wish.queue = m_queue;
  wish.arguments.insert(ChangesArgument, R"([{"change":"increment","path":"n","value":1}])");
  const FrozenSelection chosen = m_fixture->choose(all(m_queue, JobState::Failed), wish);
  const Keys before = m_fixture->keys();
  const auto seen = m_fixture->foresee(chosen, wish);
  QVERIFY(seen);
  QCOMPARE(m_fixture->keys(), before);
  QCOMPARE(seen->jobs, 450);
  QCOMPARE(seen->samples.size(), Forecast::MostSamples);
  QVERIFY2(seen->bytes >= seen->done * 1'000 && seen->bytes < seen->room, "what the store keeps of it");
  QCOMPARE(summary(*seen), QByteArray("Done 445, Failed/large 1, Failed/no-number 1, Failed/not-json 1, "
                                      "Skipped/gone 1, Skipped/running 1"));
  m_fixture->stopped.reset();
  m_fixture->bulk->start(m_fixture->agreed(wish, chosen), chosen);
  QCOMPARE(done(m_fixture->awaitStop()), summary(*seen));
  QCOMPARE(m_fixture->redis({"HGET", m_queue.id.key("4"), "data"}).bytes, R"({"n":9007199254740994})");
}

/// Who has the answer would take a count that follows it for one that goes on for ever. The lane hands out
/// all answers that it has at once, those too to what was asked for by whoever got the one before.
void TstBulkRuns::tellsNothingBehindTheAnswer() {
  m_fixture->plant(m_queue, JobState::Failed, 3);
  const OperationRequest wish = operation("job.remove", m_queue);
  const auto looks = [this] {
    const QByteArray stats = m_fixture->redis({"INFO", "commandstats"}).bytes;
    const qsizetype at = stats.indexOf("cmdstat_hmget:calls=");
    return at < 0 ? 0 : stats.mid(at + 20, stats.indexOf(',', at) - at - 20).toInt();
  };
  bool seen = false;
  int late = 0;
  FrozenSelection chosen;
  m_fixture->bulk->choose(all(m_queue, JobState::Failed), wish, this, {},
                          [&](const Result<FrozenSelection> &got) {
                            chosen = got.value_or(FrozenSelection());
                            const int before = looks();
                            m_fixture->bulk->foresee(
                                chosen, wish, this, [&](qint64) { late += seen; },
                                [&](const Result<Forecast> &) { seen = true; });
                            while (looks() < before + 3) {
                            }
                            for (int i = 0; i < 20; ++i) // behind what the forecast asks the store for
                              m_fixture->items(chosen.run);
                          });
  QVERIFY(QTest::qWaitFor([&] { return seen; }));
  QVERIFY(m_fixture->foresee(chosen, wish)); // what was on its way before has come by then
  QCOMPARE(late, 0);
}

/// As with a single edit: who has not agreed to it changes no sensitive field, whatever the others become.
void TstBulkRuns::asksAboutSensitiveFields() {
  m_fixture->plant(m_queue, JobState::Failed, 3);
  m_fixture->redis({"HSET", m_queue.id.key("2"), "data", R"({"password":"old"})"});
  OperationRequest wish;
  wish.operation = "job.updateData";
  wish.queue = m_queue;
  wish.arguments.insert(ChangesArgument, R"([{"change":"replaceText","path":"","find":"old","with":"new"},
                                             {"change":"set","path":"k","value":1}])");
  FrozenSelection chosen = m_fixture->choose(all(m_queue, JobState::Failed), wish);
  const auto seen = m_fixture->foresee(chosen, wish);
  QVERIFY(seen);
  QCOMPARE(seen->sensitive, 1);
  QCOMPARE(done(m_fixture->runAll(all(m_queue, JobState::Failed), wish)),
           QByteArray("Done 2, Failed/sensitive 1"));
  QCOMPARE(m_fixture->redis({"HGET", m_queue.id.key("2"), "data"}).bytes, R"({"password":"old"})");

  wish.arguments.insert(SensitiveArgument, "1");
  chosen = m_fixture->choose(these(m_queue, JobState::Failed, {"2"}), wish);
  QVERIFY2(m_fixture->bulk->decide(wish, chosen.jobs).asks(), "even of one job, and locally");
  m_fixture->stopped.reset();
  OperationRequest unasked = wish;
  unasked.selection = chosen.digest;
  m_fixture->bulk->start(unasked, chosen);
  QVERIFY(!m_fixture->awaitStop().counts);
  QCOMPARE(done(m_fixture->runAll(these(m_queue, JobState::Failed, {"2"}), wish)), QByteArray("Done 1"));
  QCOMPARE(m_fixture->redis({"HGET", m_queue.id.key("2"), "data"}).bytes, R"({"password":"new","k":1})");
}

QTEST_GUILESS_MAIN(TstBulkRuns)
#include "tst_bulkruns.moc"
