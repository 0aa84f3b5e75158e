// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/redisserver.h"
#include "fakes/redis/writekeyfortests.h"
#include "workspace/laneset.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace oxp;
using namespace oxp::test;

namespace {

LaneSet::Setup setupFor(const RedisServer &server) {
  LaneSet::Setup setup;
  setup.endpoint = server.endpoint();
  setup.role = Role::Operator;
  setup.backoff = {std::chrono::milliseconds(20), std::chrono::milliseconds(100)};
  return setup;
}

Result<Reply> clientId(ReadSession &session, std::stop_token stop) {
  return session.call(Command::of("CLIENT", "ID"), stop);
}

} // namespace

class TestLanes : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void refusesWhileNobodyWantsToBeConnected();
  void makesOneMoreThatMayWrite();
  void tellsBeforeTheyEnd();
  void givesNewCredentialsToWhatIsMadeLater();
  void givesNewCredentialsToLongWork();

private:
  RedisServer m_server;
};

void TestLanes::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
}

void TestLanes::refusesWhileNobodyWantsToBeConnected() {
  LaneSet lanes(setupFor(m_server));
  std::optional<Result<Reply>> answer;
  const auto take = [&](Result<Reply> reply) { answer = std::move(reply); };
  lanes.ask<Reply>(lanes.watch(), Priority::Interactive, clientId, this, take);
  QVERIFY2(!answer, "never from inside the call");
  QTRY_VERIFY(answer);
  QCOMPARE(answer->error().kind, ErrorKind::Disconnected);
  lanes.setOpen(true);
  lanes.ask<Reply>(lanes.watch(), Priority::Interactive, clientId, this, take);
  QTRY_VERIFY(answer->has_value());
}

/// Beside the others: neither waits for the other.
void TestLanes::makesOneMoreThatMayWrite() {
  LaneSet lanes(setupFor(m_server));
  lanes.setOpen(true);
  const std::unique_ptr<Lane> more = lanes.make("bulk");
  std::optional<Result<Reply>> written, command;
  more->postWrite(
      WriteKeyForTests::make(), Priority::Normal,
      [](WriteSession &session, std::stop_token stop) -> Result<Reply> {
        if (Result<Reply> set = session.call(Command::of("SET", "made", "here"), stop); !set)
          return set;
        return clientId(session, stop);
      },
      this, [&](Result<Reply> reply) { written = std::move(reply); });
  lanes.ask<Reply>(lanes.command(), Priority::Interactive, clientId, this,
                   [&](Result<Reply> reply) { command = std::move(reply); });
  QTRY_VERIFY(written && command);
  QVERIFY2(*written, qPrintable(written->error().detail));
  QCOMPARE(m_server.run({"GET", "made"}).bytes, QByteArray("here"));
  QVERIFY((*written)->integer != (*command)->integer);
}

void TestLanes::tellsBeforeTheyEnd() {
  LaneSet lanes(setupFor(m_server));
  lanes.setOpen(true);
  const Lane *before = &lanes.command();
  int told = 0;
  connect(&lanes, &LaneSet::leaving, this, [&] {
    QCOMPARE(&lanes.command(), before);
    ++told;
  });
  connect(&lanes, &LaneSet::made, this, [&] {
    QCOMPARE(lanes.command().state().phase, LaneState::Phase::Idle);
    ++told;
  });
  std::optional<Result<Reply>> answer;
  lanes.ask<Reply>(lanes.scan(), Priority::Background, clientId, this,
                   [&](Result<Reply> reply) { answer = std::move(reply); });
  QTRY_VERIFY(answer);
  lanes.remake();
  QCOMPARE(told, 2);
  QVERIFY2(lanes.isOpen(), "whether somebody wants to be connected is not for the lanes to say");
}

void TestLanes::givesNewCredentialsToWhatIsMadeLater() {
  RedisServer server({false, {u"--requirepass"_qs, u"open sesame"_qs}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  LaneSet lanes(setupFor(server));
  lanes.setOpen(true);
  QSignalSpy given(&lanes, &LaneSet::credentialsChanged);
  lanes.setCredentials({{}, SecretString("open sesame")});
  QCOMPARE(given.size(), 1);
  std::optional<Result<Reply>> own, made;
  lanes.ask<Reply>(lanes.watch(), Priority::Normal, clientId, this,
                   [&](Result<Reply> reply) { own = std::move(reply); });
  const std::unique_ptr<Lane> more = lanes.make("bulk");
  more->post(Priority::Normal, clientId, this, [&](Result<Reply> reply) { made = std::move(reply); });
  QTRY_VERIFY(own && made);
  QVERIFY2(*own, qPrintable(own->error().detail));
  QVERIFY2(*made, qPrintable(made->error().detail));
}

/// The lane that is kept for the next piece of work was made with the password of before.
void TestLanes::givesNewCredentialsToLongWork() {
  RedisServer server({false, {u"--requirepass"_qs, u"before"_qs}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  LaneSet::Setup setup = setupFor(server);
  setup.credentials.password = SecretString("before");
  LaneSet lanes(std::move(setup));
  lanes.setOpen(true);
  std::optional<Result<Reply>> answer;
  const auto work = [](ReadSession &session, const std::function<void(int)> &, std::stop_token stop) {
    return clientId(session, std::move(stop));
  };
  const auto take = [&](Result<Reply> reply) { answer = std::move(reply); };
  lanes.askLong<Reply, int>(work, this, {}, take, LongLanes::One);
  QTRY_VERIFY(answer);
  QVERIFY2(*answer, qPrintable(answer->error().detail));
  server.setArguments({u"--requirepass"_qs, u"after"_qs});
  server.stop();
  QVERIFY(server.restart());
  lanes.setCredentials({{}, SecretString("after")});
  lanes.reconnectNow();
  QTRY_VERIFY(lanes.command().state().isConnected());
  lanes.reconnectOthers();
  QTRY_VERIFY(([&] {
    answer.reset();
    lanes.askLong<Reply, int>(work, this, {}, take, LongLanes::One);
    return QTest::qWaitFor([&] { return answer.has_value(); }) && answer->has_value();
  }()));
}

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_session_lanes.moc"
