// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include "redis/lane.h"
#include "workspace/jobwatch.h"
#include "workspace/livefeed.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"

#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace oxp::test;

namespace {

const QueueId Mail{"bull", "mail"};

/// A slow poll that does not come during a test.
constexpr int Never = 3'600'000;

} // namespace

/// What a session reads by itself, and what it leaves alone.
class TestLive : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void countsWhatEventsName();
  void followsPinnedQueuesOffTheScreen();
  void pollsWhatHasNoEvents();
  void looksAtTheOpenJobWhenAnEventNamesIt();
  void seesAnEditWithoutAnEvent();
  void standsStillWhilePaused();
  void leavesTheServerAloneWhileHidden();
  void readsAllAgainAfterTheServerWasAway();
  void livesWithoutTheRightToListen();
  void countsEachNewQueueOnce();
  void countsNoQuietQueueAgain();
  void countsAgainWhatMovedBeforeItWasHeard();
  void tellsManyEventsAsFewChanges();
  void costsLittleWhileIdle_data();
  void costsLittleWhileIdle();

private:
  void start(int pollMs, const std::function<void(SessionSetup &)> &more = {});
  /// As a producer does it.
  void add(const QueueId &queue, const QByteArray &id) {
    m_server->run({"LPUSH", queue.key("wait"), id});
    tell(queue, "added", id);
  }
  void tell(const QueueId &queue, const QByteArray &event, const QByteArray &id) {
    m_server->run({"XADD", queue.key("events"), "*", "event", event, "jobId", id});
  }
  qint64 waiting(const QueueId &queue) const {
    const auto counts = m_session->counts().of(queue);
    return counts ? counts->of(JobState::Waiting) : -1;
  }
  /// Commands that clients sent, by name; the test's own INFO is left out.
  QMap<QByteArray, qint64> commandCounts();
  bool blocks() { return m_server->run({"INFO", "clients"}).bytes.contains("blocked_clients:1"); }

  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<Surroundings> m_around;
  std::unique_ptr<ProfileSession> m_session;
};

void TestLive::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  m_around = std::make_unique<Surroundings>();
}

void TestLive::cleanup() {
  m_session.reset();
  m_around.reset();
  m_server.reset();
}

void TestLive::start(int pollMs, const std::function<void(SessionSetup &)> &more) {
  SessionSetup setup = m_around->setup(profileOf(m_server->endpoint()));
  setup.pollMs = pollMs;
  setup.pulseMs = pollMs;
  if (more)
    more(setup);
  m_session = std::make_unique<ProfileSession>(std::move(setup));
  m_session->link().connectNow();
  QTRY_VERIFY(m_session->queues().discovery().complete);
}

QMap<QByteArray, qint64> TestLive::commandCounts() {
  QMap<QByteArray, qint64> counts;
  for (const QByteArray &line : m_server->run({"INFO", "commandstats"}).bytes.split('\n')) {
    const qsizetype colon = line.indexOf(":calls=");
    if (!line.startsWith("cmdstat_") || colon < 0)
      continue;
    const QByteArray name = line.sliced(8, colon - 8);
    if (name != "info")
      counts[name] = line.sliced(colon + 7).split(',').front().toLongLong();
  }
  return counts;
}

void TestLive::countsWhatEventsName() {
  seedQueue(*m_server, Orders, 3);
  seedQueue(*m_server, Mail, 1);
  tell(Orders, "added", "3");
  tell(Mail, "added", "1");
  start(Never);
  m_session->live().setVisibleQueues({Orders, Mail});
  QTRY_COMPARE(waiting(Mail), 1);
  QTRY_VERIFY(m_session->live().speaks(Orders) && m_session->live().speaks(Mail));
  QTRY_VERIFY(blocks());
  QSignalSpy changed(&m_session->counts(), &QueueCounter::countsChanged);
  QSignalSpy moved(&m_session->live(), &LiveWatch::queuesMoved);
  add(Orders, "4");
  QTRY_COMPARE(waiting(Orders), 4);
  QCOMPARE(changed.size(), 1);
  QCOMPARE(changed[0][0].value<std::vector<QueueId>>(), std::vector<QueueId>{Orders});
  QCOMPARE(moved.size(), 1);
}

void TestLive::followsPinnedQueuesOffTheScreen() {
  const QueueId late{"bull", "late"};
  seedQueue(*m_server, Orders, 3);
  seedQueue(*m_server, Mail, 1);
  tell(Mail, "added", "1");
  start(Never);
  m_session->live().setPinnedQueues({Mail, late});
  m_session->live().setVisibleQueues({Orders});
  QTRY_VERIFY(m_session->live().speaks(Mail));
  QTRY_VERIFY(blocks());
  QSignalSpy moved(&m_session->live(), &LiveWatch::queuesMoved);
  add(Mail, "2");
  QTRY_COMPARE(waiting(Mail), 2);
  QCOMPARE(moved.size(), 1);
  m_session->live().setVisibleQueues({}); // the profile is collapsed
  add(Mail, "3");
  QTRY_COMPARE(waiting(Mail), 3);
  // One that was not there is followed as soon as it is found.
  seedQueue(*m_server, late, 1);
  tell(late, "added", "1");
  m_session->refresh();
  QTRY_VERIFY(m_session->live().speaks(late));
  QTRY_COMPARE(waiting(late), 1);
  add(late, "2");
  QTRY_COMPARE(waiting(late), 2);
  m_session->live().setPinnedQueues({late});
  QTRY_VERIFY(!m_session->live().speaks(Mail));
}

void TestLive::pollsWhatHasNoEvents() {
  seedQueue(*m_server, Orders, 3);
  start(50);
  m_session->live().setVisibleQueues({Orders});
  QTRY_COMPARE(waiting(Orders), 3);
  QVERIFY2(!m_session->live().speaks(Orders), "it has no stream yet");
  m_server->run({"LPUSH", Orders.key("wait"), "77"});
  QTRY_COMPARE(waiting(Orders), 4);
  // A queue that speaks is looked at as well: draining it has no event.
  tell(Orders, "added", "77");
  QTRY_VERIFY(m_session->live().speaks(Orders));
  m_server->run({"DEL", Orders.key("wait")});
  QTRY_COMPARE(waiting(Orders), 0);
}

void TestLive::looksAtTheOpenJobWhenAnEventNamesIt() {
  seedQueue(*m_server, Orders, 3);
  tell(Orders, "added", "3");
  start(Never);
  m_session->live().setVisibleQueues({Orders});
  QTRY_VERIFY(blocks());
  std::optional<JobPulse> last;
  connect(&m_session->openJob(), &JobWatch::polled, this, [&](const JobPulse &pulse) { last = pulse; });
  m_session->openJob().watch(*m_session->queues().find(Orders), "2");
  m_server->run({"LREM", Orders.key("wait"), "0", "2"});
  m_server->run({"LPUSH", Orders.key("active"), "2"});
  tell(Orders, "active", "1");
  QSignalSpy moved(&m_session->live(), &LiveWatch::queuesMoved);
  QTRY_COMPARE(moved.size(), 1);
  QVERIFY2(!last, "another job's event");
  tell(Orders, "active", "2");
  QTRY_VERIFY(last);
  QCOMPARE(last->detail.row.state, JobState::Active);
}

void TestLive::seesAnEditWithoutAnEvent() {
  seedQueue(*m_server, Orders, 3);
  start(Never, [](SessionSetup &setup) { setup.pulseMs = 50; });
  std::optional<JobPulse> last;
  connect(&m_session->openJob(), &JobWatch::polled, this, [&](const JobPulse &pulse) { last = pulse; });
  m_session->openJob().watch(*m_session->queues().find(Orders), "2");
  QTRY_VERIFY(last);
  const QByteArray before = last->sha1;
  // Of the same length, so that only its bytes tell.
  m_server->run({"HSET", Orders.key("2"), "data", "{\"n\":3}"});
  QTRY_VERIFY(last->sha1 != before);
  const QByteArray large(100'000, 'x');
  m_server->run({"HSET", Orders.key("2"), "data", large});
  QTRY_COMPARE(last->detail.dataSize, large.size());
  m_server->run({"HSET", Orders.key("2"), "data", large + "y"});
  QTRY_COMPARE(last->detail.dataSize, large.size() + 1);
  m_server->run({"DEL", Orders.key("2")});
  QTRY_VERIFY(!last->detail.exists);
}

void TestLive::standsStillWhilePaused() {
  seedQueue(*m_server, Orders, 3);
  tell(Orders, "added", "3");
  start(50);
  m_session->live().setVisibleQueues({Orders});
  QTRY_COMPARE(waiting(Orders), 3);
  QSignalSpy paused(&m_session->live(), &LiveWatch::pausedChanged);
  m_session->live().setPaused(true);
  QCOMPARE(paused.size(), 1);
  QTRY_VERIFY(!blocks());
  QTRY_VERIFY(m_session->queues().discovery().complete && !m_session->queues().discovery().running);
  auto before = commandCounts();
  const auto isStill = [&] { // what was under way when the view was paused has come
    if (!ring(50, 2))
      return false;
    const auto last = std::exchange(before, commandCounts());
    return last == before;
  };
  QTRY_VERIFY(isStill());
  add(Orders, "4");
  before = commandCounts();
  QVERIFY(ring(50, 4)); // several polls, if there were any
  QVERIFY2(commandCounts() == before, "nothing is asked");
  QCOMPARE(waiting(Orders), 3);
  m_session->refresh(); // F5 reads once
  QTRY_COMPARE(waiting(Orders), 4);
  add(Orders, "5");
  m_session->live().setPaused(false);
  QTRY_COMPARE(waiting(Orders), 5);
}

void TestLive::leavesTheServerAloneWhileHidden() {
  seedQueue(*m_server, Orders, 3);
  tell(Orders, "added", "3");
  start(50);
  m_session->live().setVisibleQueues({Orders});
  QTRY_VERIFY(m_session->live().speaks(Orders));
  m_session->live().setWindowActive(false);
  QVERIFY(!m_session->live().speaks(Orders));
  QTRY_VERIFY(!blocks());
  QTRY_VERIFY(!m_session->queues().discovery().running);
  add(Orders, "4");
  const auto before = commandCounts();
  QVERIFY(ring(50, 4));
  QVERIFY(commandCounts() == before);
  m_session->live().setWindowActive(true);
  QTRY_COMPARE(waiting(Orders), 4);
}

void TestLive::readsAllAgainAfterTheServerWasAway() {
  seedQueue(*m_server, Orders, 3);
  tell(Orders, "added", "3");
  start(Never);
  m_session->live().setVisibleQueues({Orders});
  QTRY_VERIFY(m_session->live().speaks(Orders));
  m_server->killHard();
  QTRY_VERIFY(!m_session->isConnected());
  QVERIFY(m_server->restart());
  seedQueue(*m_server, Orders, 7);
  tell(Orders, "added", "7");
  QTRY_VERIFY_WITH_TIMEOUT(m_session->isConnected(), 10'000);
  QTRY_COMPARE_WITH_TIMEOUT(waiting(Orders), 7, 10'000);
  QTRY_VERIFY_WITH_TIMEOUT(m_session->live().speaks(Orders), 10'000);
  add(Orders, "8");
  QTRY_COMPARE(waiting(Orders), 8);
}

void TestLive::livesWithoutTheRightToListen() {
  seedQueue(*m_server, Orders, 3);
  tell(Orders, "added", "3");
  m_server->run({"ACL", "SETUSER", "default", "-xread"});
  start(50);
  m_session->live().setVisibleQueues({Orders});
  QTRY_COMPARE(waiting(Orders), 3);
  const auto isRefused = [&] {
    return commandCounts().contains("xinfo|stream") && !m_session->live().speaks(Orders);
  };
  QTRY_VERIFY(isRefused());
  add(Orders, "4");
  QTRY_COMPARE(waiting(Orders), 4);
}

/// Told while they are looked for and again at the end of that, before an answer can have come.
void TestLive::countsEachNewQueueOnce() {
  constexpr int Queues = 30;
  const auto queue = [](int i) { return QueueId{"bull", "queue" + QByteArray::number(i)}; };
  for (int i = 0; i < Queues; ++i)
    seedQueue(*m_server, queue(i), 1);
  start(Never);
  for (int i = 0; i < Queues; ++i)
    QTRY_COMPARE(waiting(queue(i)), 1);
  QVERIFY(ring(50, 4)); // whatever else was to be counted would have been
  QCOMPARE(commandCounts()["llen"], 2 * Queues);
}

/// All queues are followed from now on, and nothing happened in them since they were counted.
void TestLive::countsNoQuietQueueAgain() {
  const auto isQuiet = [this](const QueueId &queue) { // since long ago
    m_server->run({"XADD", queue.key("events"), "1700000000000-1", "event", "added", "jobId", "1"});
  };
  std::vector<QueueId> queues{Orders, Mail};
  for (int i = 0; i < 20; ++i)
    queues.push_back({"bull", "quiet" + QByteArray::number(i)});
  for (const QueueId &queue : queues) {
    seedQueue(*m_server, queue, 1);
    isQuiet(queue);
  }
  start(Never);
  for (const QueueId &queue : queues)
    QTRY_COMPARE(waiting(queue), 1);
  const auto before = commandCounts();
  m_session->live().setFollowsAll(true);
  for (const QueueId &queue : queues)
    QTRY_VERIFY(m_session->live().speaks(queue));
  add(Mail, "2"); // counted after all that hearing them made necessary
  QTRY_COMPARE(waiting(Mail), 2);
  QCOMPARE(commandCounts()["llen"] - before["llen"], 2); // of Mail alone
}

/// What came between the count and the first event that is heard is not lost.
void TestLive::countsAgainWhatMovedBeforeItWasHeard() {
  seedQueue(*m_server, Orders, 1);
  seedQueue(*m_server, Mail, 1);
  start(Never);
  QTRY_COMPARE(waiting(Mail), 1);
  QTRY_COMPARE(waiting(Orders), 1);
  add(Mail, "2");
  m_session->live().setFollowsAll(true);
  QTRY_COMPARE(waiting(Mail), 2);
}

void TestLive::tellsManyEventsAsFewChanges() {
  tell(Orders, "added", "0");
  Lane lane([&] {
    Lane::Options options;
    options.endpoint = m_server->endpoint();
    return options;
  }());
  LiveFeed feed({});
  int told = 0, events = 0;
  connect(&feed, &LiveFeed::changed, this, [&](const std::vector<QueueChange> &changes) {
    ++told;
    for (const QueueChange &change : changes)
      events += change.events;
  });
  feed.setLane(&lane);
  feed.setQueues({Orders});
  feed.setRunning(true);
  QTRY_VERIFY(feed.speaks(Orders));
  constexpr int Many = 20'000;
  QElapsedTimer clock;
  clock.start();
  for (int i = 0; i < Many / 1'000; ++i)
    m_server->run({"EVAL",
                   "for i = 1, 1000 do redis.call('XADD', KEYS[1], '*', 'event', 'active', 'jobId', i) end",
                   "1", Orders.key("events")});
  QTRY_COMPARE(events, Many);
  QVERIFY2(told <= 2 + clock.elapsed() / 250, "a few changes a second, whatever happens");
}

void TestLive::costsLittleWhileIdle_data() {
  QTest::addColumn<int>("queues");
  QTest::addColumn<double>("most"); // commands a second, at the default intervals
  QTest::newRow("one open among 208") << 208 << 6.7;
  QTest::newRow("a thousand") << 1'000 << 20.0;
}

/// Counted over slow polls in a hurry, and taken back to the intervals that a person has: a slow poll every
/// 10 s, a look for new queues every 8 s, the open job's mark every 2 s, an XREAD a second. What the page of
/// a queue adds is counted with the window (tst_window_live).
void TestLive::costsLittleWhileIdle() {
  QFETCH(int, queues);
  QFETCH(double, most);
  std::vector<QueueId> visible;
  for (int i = 0; i < queues; ++i) {
    const QueueId queue{"bull", "queue-" + QByteArray::number(i)};
    seedQueue(*m_server, queue, 1);
    tell(queue, "added", "1");
    if (i < 35)
      visible.push_back(queue);
  }
  constexpr int PollMs = 60;
  start(PollMs, [](SessionSetup &setup) { setup.rediscoverMs = PollMs * 8 / 10; });
  m_session->live().setVisibleQueues(visible);
  m_session->live().setOpenQueue(visible.front());
  m_session->openJob().watch(*m_session->queues().find(visible.front()), "1");
  const auto allSpeak = [&] {
    return std::all_of(visible.begin(), visible.end(),
                       [&](const QueueId &id) { return m_session->live().speaks(id); });
  };
  QTRY_VERIFY(allSpeak());
  QSignalSpy ticks(&m_session->live(), &LiveWatch::pollTick);
  QTRY_VERIFY(ticks.size() >= 12); // what counting all of them once has left behind is over
  const auto before = commandCounts();
  ticks.clear();
  constexpr int Ticks = 4 * LiveWatch::TicksPerSpoken;
  QTRY_VERIFY_WITH_TIMEOUT(ticks.size() >= Ticks, 60'000);
  const auto after = commandCounts();
  qint64 commands = 0;
  for (auto it = after.begin(); it != after.end(); ++it)
    if (it.key() != "xread")
      commands += it.value() - before.value(it.key());
  // One mark in each poll was counted; at the default intervals there are five.
  constexpr double Marks = 4, Reads = 5, PollSeconds = 10;
  const double perSecond = (double(commands) / ticks.size() + Marks + Reads) / PollSeconds;
  qInfo("%d queues: %.1f commands a second", queues, perSecond);
  QVERIFY2(perSecond <= most, qPrintable(QString::number(perSecond)));
}

QTEST_GUILESS_MAIN(TestLive)
#include "tst_session_live.moc"
