// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/workspace/shop.h"
#include "workspace/livewatch.h"
#include "workspace/profileoverview.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"

#include <QSignalSpy>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr int Patience = 20'000, Queues = 120;

QueueId named(int i) {
  return {"bull", "queue" + QByteArray::number(i)};
}

} // namespace

/// What a page of all queues costs, and that it comes to know all of them.
class TestSessionOverview : public QObject {
  Q_OBJECT

private slots:
  void knowsAllQueuesAndRests();
  void asksAgainWhatEventsTell();
  void endsWithItsSession();

private:
  static void fill(RedisServer &server);
  static const OverviewRow *row(const ProfileOverview &overview, const QueueId &queue);
};

void TestSessionOverview::fill(RedisServer &server) {
  for (int i = 0; i < Queues; ++i) {
    seedQueue(server, named(i), 1);
    server.run({"XADD", named(i).key("events"), "*", "event", "waiting", "jobId", "1"});
    server.run({"ZADD", named(i).key("failed"), QByteArray::number(wallClockMs() - 60'000), "f"});
    server.run({"HSET", named(i).key("f"), "name", "x", "failedReason", "x"});
  }
}

const OverviewRow *TestSessionOverview::row(const ProfileOverview &overview, const QueueId &queue) {
  for (const OverviewRow &each : overview.rows())
    if (each.info.id == queue)
      return &each;
  return nullptr;
}

void TestSessionOverview::knowsAllQueuesAndRests() {
  RedisServer server;
  QVERIFY(server.start());
  fill(server);
  Surroundings around;
  const auto session = std::make_unique<ProfileSession>(around.setup(profileOf(server.endpoint())));
  ProfileOverview overview;
  QSignalSpy completed(&overview, &ProfileOverview::completed);
  overview.setSession(session.get());
  session->link().connectNow();
  QTRY_COMPARE_WITH_TIMEOUT(session->queues().all().size(), size_t(Queues), Patience);
  QTRY_VERIFY_WITH_TIMEOUT(session->counts().of(named(Queues - 1)).has_value(), Patience);
  QCOMPARE(callsOf(server, "zrevrangebyscore"), 0); // nobody looks
  overview.setShown(true);
  QTRY_COMPARE_WITH_TIMEOUT(completed.size(), 1, Patience);
  QVERIFY(overview.isComplete());
  for (int i = 0; i < Queues; ++i) {
    const OverviewRow *known = row(overview, named(i));
    QVERIFY(known && known->counts && known->facts.failures);
    QCOMPARE(known->facts.failures->inHour(session->link().serverNow()), 1);
    QCOMPARE(known->facts.oldestWaiting, 1'700'000'000'000);
  }
  QTRY_COMPARE_WITH_TIMEOUT(row(overview, named(0))->facts.workers, 0, Patience);
  QTRY_VERIFY_WITH_TIMEOUT(overview.server().has_value(), Patience);
  QTRY_VERIFY_WITH_TIMEOUT(session->live().speaks(named(Queues - 1)), Patience); // also off the screen
  QCOMPARE(callsOf(server, "zrevrangebyscore"), Queues);                         // each once
  QVERIFY(ring(ProfileOverview::RestMs / 4, 6));
  QCOMPARE(callsOf(server, "zrevrangebyscore"), Queues); // and nothing moved since
}

void TestSessionOverview::asksAgainWhatEventsTell() {
  RedisServer server;
  QVERIFY(server.start());
  fill(server);
  Surroundings around;
  const auto session = std::make_unique<ProfileSession>(around.setup(profileOf(server.endpoint())));
  ProfileOverview overview;
  overview.setSession(session.get());
  overview.setShown(true);
  session->link().connectNow();
  QTRY_VERIFY_WITH_TIMEOUT(overview.isComplete(), Patience);
  QTRY_VERIFY_WITH_TIMEOUT(session->live().speaks(named(77)), Patience);
  const qint64 before = callsOf(server, "zrevrangebyscore");
  server.run({"ZADD", named(77).key("failed"), QByteArray::number(wallClockMs()), "f2"});
  server.run({"XADD", named(77).key("events"), "*", "event", "failed", "jobId", "f2"});
  QTRY_COMPARE_WITH_TIMEOUT(row(overview, named(77))->facts.failures->inHour(session->link().serverNow()), 2,
                            Patience);
  QVERIFY(callsOf(server, "zrevrangebyscore") - before <= 2);
}

/// Answers under way find nobody.
void TestSessionOverview::endsWithItsSession() {
  RedisServer server;
  QVERIFY(server.start());
  fill(server);
  Surroundings around;
  auto session = std::make_unique<ProfileSession>(around.setup(profileOf(server.endpoint())));
  ProfileOverview overview;
  overview.setSession(session.get());
  overview.setShown(true);
  session->link().connectNow();
  QTRY_COMPARE_WITH_TIMEOUT(overview.rows().size(), size_t(Queues), Patience);
  overview.setSession(nullptr);
  QVERIFY(overview.rows().empty());
  session.reset();
  QVERIFY(!overview.isComplete());
}

QTEST_GUILESS_MAIN(TestSessionOverview)
#include "tst_session_overview.moc"
