// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

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
  QCOMPARE(session.status().state, State::Disconnected);
  QSignalSpy found(&session, &ProfileSession::queuesChanged);
  session.connectNow();
  QCOMPARE(session.status().state, State::Connecting);
  QTRY_VERIFY(session.discovery().complete);
  QVERIFY(session.isConnected());
  QCOMPARE(session.queues().size(), size_t(2));
  QCOMPARE(session.queue(Orders)->family, Family::BullMq5);
  QVERIFY(!session.queue({"other", "hidden"}));
  QCOMPARE(session.server().kind, ServerKind::Redis);
  QVERIFY(qAbs(session.clockOffset()) < 5'000);
}

void TestConnecting::saysThatAServerIsAway() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  server.stop();
  Surroundings around;
  ProfileSession session(around.setup(profileOf(server.endpoint())));
  session.connectNow();
  QTRY_COMPARE(session.status().state, State::Waiting);
  QCOMPARE(session.status().error.kind, ErrorKind::Disconnected);
  std::optional<Error> error;
  session.requestDetail({Orders, Family::BullMq5, {}, false, {}}, "1", this,
                        [&](const Result<JobDetail> &detail) { error = detail.error(); });
  QVERIFY2(!error, "never from inside the call");
  QTRY_VERIFY(error);
  QCOMPARE(error->kind, ErrorKind::Disconnected);
  QVERIFY(server.restart());
  session.reconnectNow();
  QTRY_VERIFY(session.isConnected());
}

void TestConnecting::asksForAPassword() {
  RedisServer server({false, {u"--requirepass"_qs, u"open sesame"_qs}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  Surroundings around;
  ProfileSession session(around.setup(profileOf(server.endpoint())));
  session.connectNow();
  QTRY_COMPARE(session.status().state, State::NeedsPassword);
  session.setPassword(SecretString("wrong"));
  QTRY_COMPARE(session.status().state, State::Refused);
  QCOMPARE(session.status().error.kind, ErrorKind::Auth);
  session.setPassword(SecretString("open sesame"));
  QTRY_VERIFY(session.isConnected());
  QTRY_VERIFY(session.discovery().complete);
}

void TestConnecting::comesBackAfterAKill() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 3);
  Surroundings around;
  ProfileSession session(around.setup(profileOf(server.endpoint())));
  session.connectNow();
  QTRY_VERIFY(session.discovery().complete);
  QCOMPARE(session.queues().size(), size_t(1));
  session.setVisibleQueues({Orders});
  QTRY_VERIFY(session.counts(Orders));
  server.killHard();
  QTRY_VERIFY(!session.isConnected());
  QCOMPARE(session.queues().size(), size_t(1));
  QVERIFY2(session.counts(Orders), "what is known stays on the screen");
  QSignalSpy refreshed(&session, &ProfileSession::refreshed);
  QVERIFY(server.restart());
  seedQueue(server, Orders, 5);
  QTRY_VERIFY(session.isConnected());
  QCOMPARE(refreshed.size(), 1);
  QTRY_COMPARE(session.counts(Orders)->of(JobState::Waiting), 5);
}

void TestConnecting::keepsTwoProfilesApart() {
  RedisServer good, bad;
  QVERIFY2(good.start() && bad.start(), qPrintable(good.error() + bad.error()));
  seedQueue(good, Orders, 1);
  Surroundings around;
  ProfileSession first(around.setup(profileOf(good.endpoint())));
  ProfileSession second(around.setup(profileOf(bad.endpoint())));
  first.connectNow();
  second.connectNow();
  QTRY_VERIFY(first.discovery().complete && second.discovery().complete);
  QVERIFY(second.queues().empty());
  bad.freeze();
  bool answered = false;
  second.requestState({Orders, Family::BullMq5, {}, false, {}}, "1", this,
                      [&](const Result<JobState> &) { answered = true; });
  std::optional<JobState> state;
  first.requestState(*first.queue(Orders), "1", this, [&](const Result<JobState> &read) { state = *read; });
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
  session.connectNow();
  QTRY_VERIFY(session.discovery().complete);
  session.disconnectNow();
  QCOMPARE(session.status().state, State::Disconnected);
  std::optional<Error> error;
  session.requestState(*session.queue(Orders), "1", this,
                       [&](const Result<JobState> &state) { error = state.error(); });
  QTRY_VERIFY(error);
  QCOMPARE(error->kind, ErrorKind::Disconnected);
  session.connectNow();
  QTRY_VERIFY(session.isConnected());
}

void TestConnecting::endsAtOnceWhateverTheServerDoes() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  Surroundings around;
  auto session = std::make_unique<ProfileSession>(around.setup(profileOf(server.endpoint())));
  session->connectNow();
  QTRY_VERIFY(session->isConnected());
  server.freeze();
  bool called = false;
  session->requestState({Orders, Family::BullMq5, {}, false, {}}, "1", this,
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
  session.connectNow();
  QTRY_VERIFY(session.discovery().complete);
  OperationRequest request;
  request.operation = "job.retry";
  request.queue = *session.queue(Orders);
  request.jobId = "9";
  request.expectedState = JobState::Failed;
  QCOMPARE(session.decide(request, false).verdict, policy::Verdict::Deny);
  std::optional<Error> error;
  session.run(request, this, [&](const Result<OperationReport> &report, const OperationReport &) {
    error = report ? Error{ErrorKind::Server, "WENT THROUGH", {}, -1} : report.error();
  });
  QTRY_VERIFY(error);
  QCOMPARE(error->kind, ErrorKind::Denied);
  QVERIFY(!server.run({"ZSCORE", Orders.key("failed"), "9"}).isNil());
}

QTEST_GUILESS_MAIN(TestConnecting)
#include "tst_session_connecting.moc"
