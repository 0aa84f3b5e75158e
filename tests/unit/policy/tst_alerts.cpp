// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/alerts.h"

#include <QRandomGenerator>
#include <QTest>

using namespace oxp;
using namespace oxp::policy;

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

} // namespace

class TestAlerts : public QObject {
  Q_OBJECT

private slots:
  void tellsARiseOnceAndItsEnd();
  void countsAsAPlainSumDoes();
  void looksAtTheQueuesOfItsRules();
  void tellsTooManyWaiting();
  void tellsOfAJobThatWaitsTooLong();
  void tellsThatNobodyListens();
  void tellsStalledJobs();
  void dropsWhatItsRuleLeft();
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

void TestAlerts::tellsOfAJobThatWaitsTooLong() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::OldestWaiting, 0, 10)});
  AlertSample sample = failedAt(Orders, Minute, 0);
  sample.oldest = Minute;
  engine.take(sample);
  QVERIFY(engine.look(11 * Minute).raised.empty());
  QCOMPARE(engine.look(11 * Minute + 1).raised.front().value, 10 * Minute + 1); // nothing new was read
  sample.oldest = 0;                                                            // it was taken
  engine.take(sample);
  QCOMPARE(engine.look(12 * Minute).over.size(), size_t(1));
}

void TestAlerts::tellsThatNobodyListens() {
  AlertEngine engine;
  engine.setRules({ruleOf(AlertKind::NoWorker, 0, 3)});
  AlertSample sample = failedAt(Orders, 0, 0);
  engine.take(sample); // nobody knows
  QVERIFY(engine.look(60 * Minute).raised.empty());
  for (const int minute : {60, 61, 62, 64}) {
    sample.at = minute * Minute;
    sample.workers = 0;
    engine.take(sample);
    QCOMPARE(engine.look(sample.at).raised.size(), size_t(minute == 64));
  }
  sample.workers = 1;
  engine.take(sample);
  QCOMPARE(engine.look(64 * Minute).over.size(), size_t(1));
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

void TestAlerts::keepsQuietHours_data() {
  QTest::addColumn<int>("from");
  QTest::addColumn<int>("to");
  QTest::addColumn<int>("minute");
  QTest::addColumn<bool>("quiet");
  QTest::newRow("night, evening") << 22 * 60 << 7 * 60 << 23 * 60 << true;
  QTest::newRow("night, morning") << 22 * 60 << 7 * 60 << 6 * 60 + 59 << true;
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
