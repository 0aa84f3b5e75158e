// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/countplan.h"

#include <QTest>

#include <algorithm>

using namespace oxp;

namespace {

using Queues = std::vector<QueueId>;

QueueId named(int number) {
  return {"bull", "queue" + QByteArray::number(number)};
}

Queues some(int count) {
  Queues queues;
  for (int i = 0; i < count; ++i)
    queues.push_back(named(i));
  return queues;
}

bool all(const QueueId &) {
  return true;
}
bool none(const QueueId &) {
  return false;
}

} // namespace

class TestCountPlan : public QObject {
  Q_OBJECT

private slots:
  void countsWhatComesOnTheScreenOnce();
  void countsNothingTwiceThatComesOnTheScreen();
  void countsWhatChangedOnly();
  void letsTheOpenQueueGoFirst();
  void forgetsWhatIsNotOnTheScreen();
  void goesRoundInTheSlowPoll();
  void asksSpeakingQueuesSeldom();
  void countsEachNewOneOnce();
  void countsFollowedOnesBehindThoseOnTheScreen();
};

void TestCountPlan::countsWhatComesOnTheScreenOnce() {
  CountPlan plan;
  QVERIFY(plan.setVisible(some(3)));
  QCOMPARE(plan.takeChanged(10'000), some(3));
  QVERIFY(plan.takeChanged(20'000).empty());
  QVERIFY2(!plan.setVisible(some(2)), "nothing came");
  QVERIFY(plan.setVisible(some(3)));
  QCOMPARE(plan.takeChanged(30'000), Queues{named(2)});
  plan.markAll();
  QCOMPARE(plan.takeChanged(40'000), some(3));
}

void TestCountPlan::countsWhatChangedOnly() {
  CountPlan plan;
  plan.setVisible(some(5));
  plan.takeChanged(10'000);
  QVERIFY(!plan.nextInMs(10'000));
  plan.markChanged(named(3));
  plan.markChanged(named(3));
  // Others than the open one wait until a second has passed, and lose nothing by it.
  QVERIFY(plan.takeChanged(10'400).empty());
  QCOMPARE(plan.nextInMs(10'400), 600);
  plan.markChanged(named(1));
  QCOMPARE(plan.takeChanged(11'000), (Queues{named(1), named(3)}));
}

void TestCountPlan::letsTheOpenQueueGoFirst() {
  CountPlan plan;
  plan.setVisible(some(3));
  plan.setOpen(named(1));
  plan.takeChanged(10'000);
  for (qint64 now = 10'250; now < 11'000; now += 250) {
    plan.markChanged(named(1));
    plan.markChanged(named(2));
    QCOMPARE(plan.nextInMs(now), 0);
    QCOMPARE(plan.takeChanged(now), Queues{named(1)});
  }
  QCOMPARE(plan.takeChanged(11'000), Queues{named(2)});
}

void TestCountPlan::forgetsWhatIsNotOnTheScreen() {
  CountPlan plan;
  plan.setVisible(some(2));
  plan.takeChanged(10'000);
  plan.markChanged(named(7));
  QVERIFY(plan.takeChanged(20'000).empty());
  plan.setOpen(named(7)); // open, but its row is scrolled away
  plan.markChanged(named(7));
  QCOMPARE(plan.takeChanged(30'000), Queues{named(7)});
}

void TestCountPlan::goesRoundInTheSlowPoll() {
  CountPlan plan;
  plan.setVisible(some(10));
  plan.setOpen(named(4));
  QSet<QueueId> seen;
  for (int tick = 0; tick < 3; ++tick) {
    const Queues due = plan.takeSlow(none, 3);
    QCOMPARE(due.size(), size_t(4));
    QCOMPARE(due.front(), named(4));
    seen += QSet<QueueId>(due.begin(), due.end());
  }
  QCOMPARE(seen.size(), 10);
  // Few queues are counted once each, however large the budget.
  plan.setVisible(some(2));
  QCOMPARE(plan.takeSlow(none, 50).size(), size_t(3));
}

void TestCountPlan::asksSpeakingQueuesSeldom() {
  CountPlan plan;
  plan.setVisible(some(40));
  QSet<QueueId> seen;
  for (int tick = 0; tick < 40; ++tick) {
    const Queues due = plan.takeSlow(all, 10);
    QCOMPARE(due.size(), size_t(1));
    seen.insert(due.front());
  }
  QCOMPARE(seen.size(), 40);
  const auto oddSpeak = [](const QueueId &queue) { return queue.name.back() % 2 != 0; };
  const Queues mixed = plan.takeSlow(oddSpeak, 5);
  QCOMPARE(std::count_if(mixed.begin(), mixed.end(), oddSpeak), 1);
  QCOMPARE(mixed.size(), size_t(6));
}

void TestCountPlan::countsEachNewOneOnce() {
  CountPlan plan;
  plan.setVisible(some(2));
  plan.takeChanged(10'000);
  for (const QueueId &queue : some(1'500)) {
    plan.markNew(queue);
    plan.markNew(queue);
  }
  // At once, though nobody sees them.
  QCOMPARE(plan.nextInMs(10'100), 0);
  QSet<QueueId> seen;
  for (int turn = 0; plan.nextInMs(10'100) == 0 && turn < 100; ++turn) {
    const Queues due = plan.takeChanged(10'100);
    QVERIFY(due.size() <= CountPlan::NewAtOnce);
    seen += QSet<QueueId>(due.begin(), due.end());
  }
  QCOMPARE(seen.size(), 1'500);
  QVERIFY(plan.takeChanged(20'000).empty());
}

/// A page of all queues: all of them may change at once, and some are on the screen.
void TestCountPlan::countsFollowedOnesBehindThoseOnTheScreen() {
  CountPlan plan;
  plan.setVisible(some(3));
  plan.takeChanged(10'000);
  plan.setFollowed(some(1'000));
  QVERIFY(plan.takeChanged(20'000).empty()); // they were counted when they were found
  plan.markChanged(named(700));
  plan.markChanged(named(1));
  QCOMPARE(plan.takeChanged(30'000), (Queues{named(1), named(700)}));
  plan.markAll();
  QSet<QueueId> seen;
  for (int turn = 0; plan.nextInMs(0) && turn < 100; ++turn) {
    const Queues due = plan.takeChanged(40'000 + turn * CountPlan::OthersEveryMs);
    QVERIFY(due.size() <= CountPlan::NewAtOnce + 3);
    if (turn == 0)
      QCOMPARE(Queues(due.begin(), due.begin() + 3), some(3));
    seen += QSet<QueueId>(due.begin(), due.end());
  }
  QCOMPARE(seen.size(), 1'000);
  QSet<QueueId> polled;
  for (int tick = 0; tick < 400; ++tick) {
    const Queues due = plan.takeSlow(none, 3);
    polled += QSet<QueueId>(due.begin(), due.end());
  }
  QCOMPARE(polled.size(), 1'000);
  plan.markAll();
  plan.setFollowed({});
  QCOMPARE(plan.takeChanged(900'000), some(3)); // nobody looks at the others any more
}

/// Whatever was counted a moment ago, or is about to be, is not counted because it comes on the screen.
void TestCountPlan::countsNothingTwiceThatComesOnTheScreen() {
  CountPlan plan;
  const std::vector<QueueId> queues = some(4);
  plan.markNew(queues[0]);
  QVERIFY(plan.setVisible(queues, [&](const QueueId &queue) { return queue == queues[1]; }));
  std::vector<QueueId> due = plan.takeChanged(10'000);
  std::sort(due.begin(), due.end());
  QCOMPARE(due, (std::vector<QueueId>{queues[0], queues[2], queues[3]}));
  plan.markChanged(queues[1]); // it has told something
  QCOMPARE(plan.takeChanged(20'000), std::vector<QueueId>{queues[1]});
}

QTEST_APPLESS_MAIN(TestCountPlan)
#include "tst_workspace_countplan.moc"
