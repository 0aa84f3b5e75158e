// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"
#include "workspace/jobrequests.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/sessionrunner.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace oxp::test;
using State = SessionStatus::State;

class TestConnecting : public QObject {
  Q_OBJECT

private slots:
  void findsQueues();
  void saysThatAServerIsAway();
  void asksForAPassword();
  void comesBackAfterAKill();
  void keepsTwoProfilesApart();
  void disconnectsAndConnectsAgain();
  void endsAtOnceWhateverTheServerDoes();
  void letsAViewerWriteNothing();
};

void TestConnecting::findsQueues() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 3);
  seedQueue(server, {"bull", "mail"}, 0);
  seedQueue(server, {"other", "hidden"}, 1);
  Surroundings around;
  ProfileSession session(around.setup(profileOf(server.endpoint())));
  QCOMPARE(session.link().status().state, State::Disconnected);
  QSignalSpy found(&session.queues(), &QueueRegistry::queuesChanged);
  session.link().connectNow();
  QCOMPARE(session.link().status().state, State::Connecting);
  QTRY_VERIFY(session.queues().discovery().complete);
  QVERIFY(session.isConnected());
  QCOMPARE(session.queues().all().size(), size_t(2));
  QCOMPARE(session.queues().find(Orders)->family, Family::BullMq5);
  QVERIFY(!session.queues().find({"other", "hidden"}));
  QCOMPARE(session.link().server().kind, ServerKind::Redis);
  QVERIFY(qAbs(session.link().clockOffset()) < 5'000);
}

void TestConnecting::saysThatAServerIsAway() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  server.stop();
  Surroundings around;
  ProfileSession session(around.setup(profileOf(server.endpoint())));
  session.link().connectNow();
  QTRY_COMPARE(session.link().status().state, State::Waiting);
  QCOMPARE(session.link().status().error.kind, ErrorKind::Disconnected);
  std::optional<Error> error;
  session.jobs().requestDetail({Orders, Family::BullMq5, {}, false, {}}, "1", this,
                               [&](const Result<JobDetail> &detail) { error = detail.error(); });
  QVERIFY2(!error, "never from inside the call");
  QTRY_VERIFY(error);
  QCOMPARE(error->kind, ErrorKind::Disconnected);
  QVERIFY(server.restart());
  session.link().reconnectNow();
  QTRY_VERIFY(session.isConnected());
}

void TestConnecting::asksForAPassword() {
  RedisServer server({false, {u"--requirepass"_qs, u"open sesame"_qs}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  Surroundings around;
  ProfileSession session(around.setup(profileOf(server.endpoint())));
  session.link().connectNow();
  QTRY_COMPARE(session.link().status().state, State::NeedsPassword);
  session.link().setPassword(SecretString("wrong"));
  QTRY_COMPARE(session.link().status().state, State::Refused);
  QCOMPARE(session.link().status().error.kind, ErrorKind::Auth);
  session.link().setPassword(SecretString("open sesame"));
  QTRY_VERIFY(session.isConnected());
  QTRY_VERIFY(session.queues().discovery().complete);
}

void TestConnecting::comesBackAfterAKill() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 3);
  Surroundings around;
  ProfileSession session(around.setup(profileOf(server.endpoint())));
  session.link().connectNow();
  QTRY_VERIFY(session.queues().discovery().complete);
  QCOMPARE(session.queues().all().size(), size_t(1));
  session.live().setVisibleQueues({Orders});
  QTRY_VERIFY(session.counts().of(Orders));
  server.killHard();
  QTRY_VERIFY(!session.isConnected());
  QCOMPARE(session.queues().all().size(), size_t(1));
  QVERIFY2(session.counts().of(Orders), "what is known stays on the screen");
  QSignalSpy refreshed(&session, &ProfileSession::refreshed);
  QVERIFY(server.restart());
  seedQueue(server, Orders, 5);
  QTRY_VERIFY(session.isConnected());
  QCOMPARE(refreshed.size(), 1);
  QTRY_COMPARE(session.counts().of(Orders)->of(JobState::Waiting), 5);
}

void TestConnecting::keepsTwoProfilesApart() {
  RedisServer good, bad;
  QVERIFY2(good.start() && bad.start(), qPrintable(good.error() + bad.error()));
  seedQueue(good, Orders, 1);
  Surroundings around;
  ProfileSession first(around.setup(profileOf(good.endpoint())));
  ProfileSession second(around.setup(profileOf(bad.endpoint())));
  first.link().connectNow();
  second.link().connectNow();
  QTRY_VERIFY(first.queues().discovery().complete && second.queues().discovery().complete);
  QVERIFY(second.queues().all().empty());
  bad.freeze();
  bool answered = false;
  second.jobs().requestState({Orders, Family::BullMq5, {}, false, {}}, "1", this,
                             [&](const Result<JobState> &) { answered = true; });
  std::optional<JobState> state;
  first.jobs().requestState(*first.queues().find(Orders), "1", this,
                            [&](const Result<JobState> &read) { state = *read; });
  QTRY_COMPARE(state, JobState::Waiting);
  QVERIFY(!answered);
  bad.thaw();
  QTRY_VERIFY(answered);
}

void TestConnecting::disconnectsAndConnectsAgain() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 1);
  Surroundings around;
  ProfileSession session(around.setup(profileOf(server.endpoint())));
  session.link().connectNow();
  QTRY_VERIFY(session.queues().discovery().complete);
  session.link().disconnectNow();
  QCOMPARE(session.link().status().state, State::Disconnected);
  std::optional<Error> error;
  session.jobs().requestState(*session.queues().find(Orders), "1", this,
                              [&](const Result<JobState> &state) { error = state.error(); });
  QTRY_VERIFY(error);
  QCOMPARE(error->kind, ErrorKind::Disconnected);
  session.link().connectNow();
  QTRY_VERIFY(session.isConnected());
}

void TestConnecting::endsAtOnceWhateverTheServerDoes() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  Surroundings around;
  auto session = std::make_unique<ProfileSession>(around.setup(profileOf(server.endpoint())));
  session->link().connectNow();
  QTRY_VERIFY(session->isConnected());
  server.freeze();
  bool called = false;
  session->jobs().requestState({Orders, Family::BullMq5, {}, false, {}}, "1", this,
                               [&](const Result<JobState> &) { called = true; });
  session->refresh();
  QVERIFY(ring(20, 5)); // lanes are in the middle of their commands now
  QElapsedTimer time;
  time.start();
  session.reset();
  const qint64 took = time.elapsed();
  server.thaw();
  QTRY_VERIFY2(called, "whoever asked hears that there will be no answer");
  QVERIFY2(took < CommandTimeout.count() / 2, "nobody waits for an answer");
}

void TestConnecting::letsAViewerWriteNothing() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 1);
  seedFailed(server, Orders, "9", "boom");
  Surroundings around;
  ProfileSession session(around.setup(profileOf(server.endpoint(), Role::Viewer)));
  session.link().connectNow();
  QTRY_VERIFY(session.queues().discovery().complete);
  OperationRequest request;
  request.operation = "job.retry";
  request.queue = *session.queues().find(Orders);
  request.jobId = "9";
  request.expectedState = JobState::Failed;
  QCOMPARE(session.runner().decide(request, false).verdict, policy::Verdict::Deny);
  std::optional<Error> error;
  session.runner().run(request, this, [&](const Result<OperationReport> &report, const OperationReport &) {
    error = report ? Error{ErrorKind::Server, "WENT THROUGH", {}, -1} : report.error();
  });
  QTRY_VERIFY(error);
  QCOMPARE(error->kind, ErrorKind::Denied);
  QVERIFY(!server.run({"ZSCORE", Orders.key("failed"), "9"}).isNil());
}

QTEST_GUILESS_MAIN(TestConnecting)
#include "tst_session_connecting.moc"
