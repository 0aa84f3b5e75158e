// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alerts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace oxp;
using namespace oxp::alerts;

namespace {

constexpr qint64 Minute = 60'000;
const QueueId Orders{"bull", "orders"}, Mail{"bull", "mail"};

AlertRule ruleOf(AlertKind kind, qint64 limit, int minutes, std::optional<QueueId> queue = {}) {
  return {kind, std::move(queue), limit, minutes, true};
}

AlertSample failedAt(const QueueId &queue, qint64 at, int failed) {
  AlertSample sample;
  sample.queue = queue;
  sample.at = at;
  sample.failed = failed;
  return sample;
}

AlertSample oldestAt(qint64 at, std::vector<WaitingJob> jobs) {
  AlertSample sample = failedAt(Orders, at, 0);
  sample.oldest = std::move(jobs);
  return sample;
}

AlertSample workersAt(qint64 at, int workers) {
  AlertSample sample = failedAt(Orders, at, 0);
  sample.workers = workers;
  return sample;
}

} // namespace

class TestAlerts : public QObject {
  Q_OBJECT

private slots:
  void tellsARiseOnceAndItsEnd();
  void countsAsAPlainSumDoes();
  void looksAtTheQueuesOfItsRules();
  void tellsTooManyWaiting();
  void spreadsWhatWasCountedLate();
  void tellsOfAJobThatWaitsTooLong();
  void believesNoOldSample();
  void countsFromTheFirstSightOfAJob();
  void looksAtTheJobThatWaitsLongest();
  void tellsThatNobodyListens();
  void forgetsWhatItSawBeforeAnOutage();
  void keepsWhatStandsOverAnOutage();
  void tellsStalledJobs();
  void dropsWhatItsRuleLeft();
  void looksAtAStormInNoTime();
  void sumsWhatComesCloseTogether();
  void wantsWhatItsKindUses();
  void keepsQuietHours_data();
  void keepsQuietHours();
};

void TestAlerts::tellsARiseOnceAndItsEnd() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::FailedRises, 10, 5)});
  engine.take(failedAt(Orders, 0, 9));
  QVERIFY(engine.look(0).raised.empty());
  engine.take(failedAt(Orders, Minute, 1));
  const AlertEngine::Change change = engine.look(Minute);
  QCOMPARE(change.raised.size(), size_t(1));
  QCOMPARE(change.raised.front().queue, Orders);
  QCOMPARE(change.raised.front().value, 10);
  engine.take(failedAt(Orders, 2 * Minute, 3));
  QVERIFY2(engine.look(2 * Minute).raised.empty(), "told once");
  QCOMPARE(engine.standing().front().value, 13);
  QCOMPARE(engine.standing().front().since, Minute);
  QCOMPARE(engine.look(5 * Minute + 1).over.size(), size_t(1));
  QVERIFY(engine.standing().empty());
}

/// Events in any rhythm, against a sum over all of them (slices of five seconds are the engine's grain).
void TestAlerts::countsAsAPlainSumDoes() {
  QRandomGenerator random(7);
  for (int round = 0; round < 200; ++round) {
    const int limit = random.bounded(1, 60), minutes = random.bounded(1, 10);
    AlertEngine engine;
    engine.setRules({ruleOf(AlertKind::FailedRises, limit, minutes)});
    std::vector<std::pair<qint64, int>> all;
    for (qint64 now = 0; now < 30 * Minute; now += 5'000 * random.bounded(1, 20)) {
      const int failed = random.bounded(8);
      engine.take(failedAt(Orders, now, failed));
      all.push_back({now, failed});
      qint64 sum = 0;
      for (const auto &[at, count] : all)
        sum += at > now - minutes * Minute ? count : 0;
      engine.look(now);
      QCOMPARE(!engine.standing().empty(), sum >= limit);
      if (sum >= limit)
        QCOMPARE(engine.standing().front().value, sum);
    }
  }
}

void TestAlerts::looksAtTheQueuesOfItsRules() {
  AlertEngine engine;
  AlertRule off = ruleOf(AlertKind::FailedRises, 1, 5);
  off.on = false;
  engine.setRules({ruleOf(AlertKind::FailedRises, 2, 5, Mail), off});
  engine.take(failedAt(Orders, 0, 50));
  QVERIFY(engine.look(0).raised.empty());
  engine.take(failedAt(Mail, 0, 2));
  QCOMPARE(engine.look(0).raised.size(), size_t(1));
  engine.setRules({ruleOf(AlertKind::FailedRises, 2, 5)});
  QCOMPARE(engine.look(0).raised.size(), size_t(2)); // another rule, for each queue
  engine.forget(Mail);
  QCOMPARE(engine.look(0).over.front().queue, Mail);
}

void TestAlerts::tellsTooManyWaiting() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::WaitingAbove, 100, 0)});
  AlertSample sample = failedAt(Orders, 0, 0);
  for (const auto &[waiting, stands] :
       {std::pair<qint64, bool>{100, false}, {101, true}, {5'000, true}, {3, false}}) {
    sample.waiting = waiting;
    engine.take(sample);
    engine.look(0);
    QCOMPARE(!engine.standing().empty(), stands);
  }
}

/// Failures of which only their growth over an hour is known are not those of the last five minutes.
void TestAlerts::spreadsWhatWasCountedLate() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::FailedRises, 10, 5)});
  AlertSample sample = failedAt(Orders, 60 * Minute, 12);
  sample.from = 1;
  engine.take(sample);
  QVERIFY(engine.look(60 * Minute).raised.empty());
  sample.failed = 120;
  engine.take(sample);
  QCOMPARE(engine.look(60 * Minute).raised.front().value, 1 + 10);
  // All of it lies within the last minutes, and only what still does counts.
  engine.take(failedAt(Mail, 58 * Minute, 1));
  AlertSample late = failedAt(Mail, 60 * Minute, 20);
  late.from = 58 * Minute;
  engine.take(late);
  QCOMPARE(engine.look(60 * Minute).raised.front().value, 21);
  QCOMPARE(engine.look(64 * Minute).over.size(), size_t(1)); // of orders
  QCOMPARE(engine.standing().front().value, 10);
}

void TestAlerts::tellsOfAJobThatWaitsTooLong() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::OldestWaiting, 0, 10)});
  engine.take(oldestAt(11 * Minute, {{"a", Minute}}));
  QVERIFY(engine.look(11 * Minute).raised.empty());
  engine.take(oldestAt(11 * Minute + 1, {{"a", Minute}}));
  QCOMPARE(engine.look(11 * Minute + 1).raised.front().value, 10 * Minute + 1);
  engine.take(oldestAt(12 * Minute, {})); // it was taken
  QCOMPARE(engine.look(12 * Minute).over.size(), size_t(1));
}

/// With many busy queues it takes long until one is looked at again: its job may be gone by then.
void TestAlerts::believesNoOldSample() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::OldestWaiting, 0, 10), ruleOf(AlertKind::NoWorker, 0, 3)});
  engine.take(oldestAt(Minute, {{"a", Minute}}));
  engine.take(workersAt(Minute, 0));
  QVERIFY(engine.look(600 * Minute).raised.empty());
}

void TestAlerts::countsFromTheFirstSightOfAJob() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::OldestWaiting, 0, 10)});
  for (int minute = 100; minute <= 110; ++minute) {
    engine.take(oldestAt(minute * Minute, {{"retried", 0}}));
    QVERIFY(engine.look(minute * Minute).raised.empty());
  }
  // It ran and came back.
  engine.take(oldestAt(111 * Minute, {{"retried again", 0}}));
  QVERIFY(engine.look(111 * Minute).raised.empty());
  engine.take(oldestAt(122 * Minute, {{"retried again", 0}}));
  QCOMPARE(engine.look(122 * Minute).raised.front().value, 11 * Minute);
  // It was not among them for a while: somebody had taken it.
  engine.take(oldestAt(123 * Minute, {}));
  engine.take(oldestAt(124 * Minute, {{"retried again", 0}}));
  QCOMPARE(engine.look(124 * Minute).over.size(), size_t(1));
  engine.take(oldestAt(125 * Minute, {}));
  engine.take(oldestAt(126 * Minute, {{"retried again", 0}}));
  engine.take(oldestAt(137 * Minute, {{"retried again", 0}}));
  QCOMPARE(engine.look(137 * Minute).raised.front().value, 11 * Minute);
  // Somebody promoted a job that was to be run in a week: it waits from now on.
  engine.take(oldestAt(140 * Minute, {{"promoted", 10'000 * Minute}}));
  QCOMPARE(engine.look(140 * Minute).over.size(), size_t(1));
  engine.take(oldestAt(151 * Minute, {{"promoted", 10'000 * Minute}}));
  QCOMPARE(engine.look(151 * Minute).raised.front().value, 11 * Minute);
}

/// Those in order go on, and the prioritized one behind them never comes to its turn.
void TestAlerts::looksAtTheJobThatWaitsLongest() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::OldestWaiting, 0, 10)});
  engine.take(oldestAt(20 * Minute, {{"b", 20 * Minute}, {"prioritized", 5 * Minute}}));
  QCOMPARE(engine.look(20 * Minute).raised.front().value, 15 * Minute);
}

void TestAlerts::tellsThatNobodyListens() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::NoWorker, 0, 3)});
  engine.take(failedAt(Orders, 0, 0)); // nobody knows
  QVERIFY(engine.look(60 * Minute).raised.empty());
  for (const int minute : {60, 61, 62, 63, 64}) { // for more than three minutes
    engine.take(workersAt(minute * Minute, 0));
    QCOMPARE(engine.look(minute * Minute).raised.size(), size_t(minute == 64));
  }
  engine.take(workersAt(64 * Minute, 1));
  QCOMPARE(engine.look(64 * Minute).over.size(), size_t(1));
  engine.take(workersAt(65 * Minute, 0));
  QVERIFY(engine.look(65 * Minute).raised.empty());
}

void TestAlerts::forgetsWhatItSawBeforeAnOutage() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::WaitingAbove, 100, 0), ruleOf(AlertKind::OldestWaiting, 0, 10),
                   ruleOf(AlertKind::NoWorker, 0, 3)});
  AlertSample sample = workersAt(20 * Minute, 0);
  sample.waiting = 5'000;
  sample.oldest = {{"a", Minute}};
  engine.take(sample);
  engine.loseSight();
  QVERIFY(engine.look(60 * Minute).raised.empty());
  engine.take(workersAt(60 * Minute, 0)); // for how long is not known
  QVERIFY(engine.look(60 * Minute).raised.empty());
  engine.take(workersAt(64 * Minute, 0));
  QCOMPARE(engine.look(64 * Minute).raised.front().value, 4 * Minute);
}

void TestAlerts::keepsWhatStandsOverAnOutage() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::WaitingAbove, 100, 0), ruleOf(AlertKind::NoWorker, 0, 3)});
  AlertSample sample = workersAt(Minute, 0);
  sample.waiting = 5'000;
  engine.take(sample);
  sample.at = 5 * Minute;
  engine.take(sample);
  QCOMPARE(engine.look(5 * Minute).raised.size(), size_t(2));
  engine.loseSight();
  const AlertEngine::Change blind = engine.look(6 * Minute);
  QVERIFY(blind.raised.empty() && blind.over.empty());
  QVERIFY(!engine.standing().front().seen && !engine.standing().back().seen);
  sample.at = 7 * Minute;
  engine.take(sample); // nothing has changed, but that the time without workers is counted anew
  const AlertEngine::Change again = engine.look(7 * Minute);
  QVERIFY(again.raised.empty() && again.over.empty());
  for (const Alert &alert : engine.standing()) {
    QCOMPARE(alert.since, 5 * Minute);
    QCOMPARE(alert.seen, alert.rule.kind == AlertKind::WaitingAbove);
  }
  sample.waiting = 0;
  sample.workers = 2;
  engine.take(sample);
  QCOMPARE(engine.look(7 * Minute).over.size(), size_t(2));
}

void TestAlerts::tellsStalledJobs() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::Stalled, 1, 5)});
  AlertSample sample = failedAt(Orders, 0, 5);
  engine.take(sample);
  QVERIFY(engine.look(0).raised.empty());
  sample.stalled = 1;
  engine.take(sample);
  QCOMPARE(engine.look(0).raised.front().value, 1);
}

void TestAlerts::dropsWhatItsRuleLeft() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::FailedRises, 1, 5)});
  engine.take(failedAt(Orders, 0, 5));
  engine.look(0);
  engine.setRules({});
  QCOMPARE(engine.look(0).over.size(), size_t(1));
}

/// Every queue of a large server at once; what grows with the square takes minutes here.
void TestAlerts::looksAtAStormInNoTime() {
  constexpr int Queues = 20'000;
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::WaitingAbove, 1, 0)});
  AlertSample sample;
  sample.waiting = 2;
  for (int i = 0; i < Queues; ++i) {
    sample.queue = {"bull", QByteArray::number(i)};
    engine.take(sample);
  }
  QCOMPARE(engine.look(0).raised.size(), size_t(Queues));
  for (int i = 0; i < 10; ++i)
    QVERIFY(engine.look(i).raised.empty());
  engine.setRules({});
  QCOMPARE(engine.look(0).over.size(), size_t(Queues));
}

/// Within the engine's grain of five seconds; what was counted late stays spread all the same.
void TestAlerts::sumsWhatComesCloseTogether() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::FailedRises, 1, 5), ruleOf(AlertKind::Stalled, 1, 5)});
  const auto valueOf = [&](AlertKind kind) {
    qint64 value = 0;
    for (const Alert &alert : engine.standing())
      value += alert.rule.kind == kind ? alert.value : 0;
    return value;
  };
  AlertSample sample = failedAt(Orders, 60 * Minute, 0);
  sample.stalled = 2; // and nothing failed
  engine.take(sample);
  engine.look(sample.at);
  QCOMPARE(valueOf(AlertKind::Stalled), 2);
  QCOMPARE(valueOf(AlertKind::FailedRises), 0);
  for (const auto &[failed, stalled] : {std::pair(5, 0), {6, 3}, {0, 4}}) {
    sample.at += 1'000;
    sample.failed = failed;
    sample.stalled = stalled;
    engine.take(sample);
  }
  engine.look(sample.at);
  QCOMPARE(valueOf(AlertKind::FailedRises), 11);
  QCOMPARE(valueOf(AlertKind::Stalled), 9);
  sample.stalled = 0;
  sample.failed = 120;
  sample.from = sample.at - 60 * Minute;
  engine.take(sample);
  engine.look(sample.at);
  QCOMPARE(valueOf(AlertKind::FailedRises), 11 + 10);
}

void TestAlerts::wantsWhatItsKindUses() {
  const std::pair<AlertKind, std::pair<bool, bool>> kinds[] = {{AlertKind::FailedRises, {true, true}},
                                                               {AlertKind::WaitingAbove, {true, false}},
                                                               {AlertKind::OldestWaiting, {false, true}},
                                                               {AlertKind::NoWorker, {false, true}},
                                                               {AlertKind::Stalled, {true, true}}};
  QCOMPARE(int(std::size(kinds)), AlertKindCount);
  for (const auto &[kind, uses] : kinds)
    QCOMPARE(std::pair(usesLimit(kind), usesMinutes(kind)), uses);
}

void TestAlerts::keepsQuietHours_data() {
  QTest::addColumn<int>("from");
  QTest::addColumn<int>("to");
  QTest::addColumn<int>("minute");
  QTest::addColumn<bool>("quiet");
  QTest::newRow("night, evening") << 22 * 60 << 7 * 60 << 23 * 60 << true;
  QTest::newRow("night, morning") << 22 * 60 << 7 * 60 << 6 * 60 + 59 << true;
  QTest::newRow("night, its first minute") << 22 * 60 << 7 * 60 << 22 * 60 << true;
  QTest::newRow("day, its first minute") << 9 * 60 << 17 * 60 << 9 * 60 << true;
  QTest::newRow("day, its last minute") << 9 * 60 << 17 * 60 << 17 * 60 - 1 << true;
  QTest::newRow("day, over") << 9 * 60 << 17 * 60 << 17 * 60 << false;
  QTest::newRow("night, over") << 22 * 60 << 7 * 60 << 7 * 60 << false;
  QTest::newRow("night, noon") << 22 * 60 << 7 * 60 << 12 * 60 << false;
  QTest::newRow("day, noon") << 9 * 60 << 17 * 60 << 12 * 60 << true;
  QTest::newRow("day, evening") << 9 * 60 << 17 * 60 << 18 * 60 << false;
  QTest::newRow("no length") << 9 * 60 << 9 * 60 << 9 * 60 << false;
}

void TestAlerts::keepsQuietHours() {
  QFETCH(int, from);
  QFETCH(int, to);
  QFETCH(int, minute);
  QFETCH(bool, quiet);
  QCOMPARE((QuietHours{true, from, to}.covers(minute)), quiet);
  QVERIFY(!(QuietHours{false, from, to}.covers(minute)));
}

QTEST_APPLESS_MAIN(TestAlerts)
#include "tst_alerts.moc"
