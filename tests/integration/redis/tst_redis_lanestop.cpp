// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/redisserver.h"
#include "fakes/redis/stallingproxy.h"
#include "fakes/redis/writekeyfortests.h"
#include "redis/lane.h"

#include <QElapsedTimer>
#include <QTest>

#include <arpa/inet.h>
#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace oxp;
using namespace oxp::test;
using namespace std::chrono_literals;
using Direction = StallingProxy::Direction;
using AtLimit = StallingProxy::AtLimit;
using Scope = StallingProxy::Scope;
using Phase = LaneState::Phase;

namespace {

constexpr int StopWithinMs = 200;

/// Listens and lets nobody in: its queue is full, so that connect() hangs.
class FullListener {
public:
  FullListener() {
    m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
    m_address.sin_family = AF_INET;
    m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof m_address;
    ::bind(m_listener, generic(), length);
    ::getsockname(m_listener, generic(), &length);
    ::listen(m_listener, 0);
    for (int &filler : m_fillers) {
      filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
      ::connect(filler, generic(), length);
    }
  }
  ~FullListener() {
    for (const int filler : m_fillers)
      ::close(filler);
    ::close(m_listener);
  }
  quint16 port() const { return ntohs(m_address.sin_port); }

private:
  sockaddr *generic() { return reinterpret_cast<sockaddr *>(&m_address); }

  int m_listener;
  sockaddr_in m_address{};
  int m_fillers[4];
};

Lane::Options optionsFor(const Endpoint &endpoint) {
  Lane::Options options;
  options.endpoint = endpoint;
  options.role = Role::Operator;
  return options;
}

} // namespace

/// A lane's thread is joined in well under 200 ms, whatever its server is doing.
class TestLaneStop : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanup();
  void neverStarted();
  void connecting();
  void lookingUpAName();
  void handshaking_data();
  void handshaking();
  void waitingForJobs();
  void waitingForAReply();
  void readingHalfAReply();
  void readingWithoutEnd();
  void writingToAStalledPeer();
  void drainingACancelledReply();
  void waitingForTheNextTry();
  void runningALongJob();

private:
  void connectLane(Lane &lane);
  /// Stops and expects exactly one result of each kind that is allowed.
  void stopInTime(Lane &lane, std::initializer_list<ErrorKind> allowed);
  template <typename Work>
  void post(Lane &lane, Work work) {
    lane.postWrite(WriteKeyForTests::make(), Priority::Normal, std::move(work), this,
                   [this](Result<Reply> result) {
                     m_results.push_back(result ? std::optional<ErrorKind>() : result.error().kind);
                   });
    ++m_posted;
  }

  RedisServer m_server;
  std::vector<std::optional<ErrorKind>> m_results;
  size_t m_posted = 0;
};

void TestLaneStop::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
  m_server.run({"SET", "k", "value"});
  m_server.run({"SET", "big", QByteArray(20'000'000, 'x')});
}

void TestLaneStop::cleanup() {
  m_results.clear();
  m_posted = 0;
}

void TestLaneStop::connectLane(Lane &lane) {
  lane.connectNow();
  QTRY_VERIFY(lane.state().isConnected());
}

void TestLaneStop::stopInTime(Lane &lane, std::initializer_list<ErrorKind> allowed) {
  QElapsedTimer timer;
  timer.start();
  lane.stop();
  const qint64 took = timer.elapsed();
  QVERIFY2(took < StopWithinMs, qPrintable(QStringLiteral("%1 ms").arg(took)));
  QCOMPARE(m_results.size(), m_posted);
  for (const auto &result : m_results)
    QVERIFY2(result && std::find(allowed.begin(), allowed.end(), *result) != allowed.end(),
             result ? errorKindName(*result) : "a value");
  m_results.clear();
  m_posted = 0;
}

void TestLaneStop::neverStarted() {
  Lane lane(optionsFor(m_server.endpoint()));
  stopInTime(lane, {});
}

void TestLaneStop::connecting() {
  FullListener listener;
  Endpoint endpoint;
  endpoint.port = listener.port();
  Lane lane(optionsFor(endpoint));
  post(lane,
       [](WriteSession &session, std::stop_token stop) { return session.call(Command::of("PING"), stop); });
  QTRY_COMPARE(lane.state().phase, Phase::Connecting);
  stopInTime(lane, {ErrorKind::Cancelled});
}

void TestLaneStop::lookingUpAName() {
  Endpoint endpoint;
  endpoint.host = QStringLiteral("no-such-host.invalid");
  Lane lane(optionsFor(endpoint));
  post(lane,
       [](WriteSession &session, std::stop_token stop) { return session.call(Command::of("PING"), stop); });
  stopInTime(lane, {ErrorKind::Cancelled, ErrorKind::Disconnected}); // the look-up may be quick
}

void TestLaneStop::handshaking_data() {
  QTest::addColumn<int>("bytes");
  for (const int bytes : {0, 1, 30, 500})
    QTest::addRow("%d bytes", bytes) << bytes;
}

void TestLaneStop::handshaking() {
  QFETCH(int, bytes);
  StallingProxy proxy(m_server.socketPath());
  proxy.limit(Scope::New, Direction::ToClient, bytes, AtLimit::Hold);
  Lane lane(optionsFor(proxy.endpoint()));
  post(lane,
       [](WriteSession &session, std::stop_token stop) { return session.call(Command::of("PING"), stop); });
  QTRY_COMPARE(proxy.passed(Direction::ToClient), bytes);
  QTRY_COMPARE(lane.state().phase, Phase::Connecting);
  stopInTime(lane, {ErrorKind::Cancelled});
}

void TestLaneStop::waitingForJobs() {
  Lane lane(optionsFor(m_server.endpoint()));
  connectLane(lane);
  stopInTime(lane, {});
}

void TestLaneStop::waitingForAReply() {
  StallingProxy proxy(m_server.socketPath());
  for (const char *verb : {"GET", "INCR"}) {
    Lane lane(optionsFor(proxy.endpoint()));
    connectLane(lane);
    const qint64 before = proxy.held(Direction::ToServer);
    proxy.limit(Scope::Open, Direction::ToServer, 0, AtLimit::Hold);
    post(lane, [verb](WriteSession &session, std::stop_token stop) {
      return session.call(Command::of(verb, "counter"), stop);
    });
    QTRY_VERIFY(proxy.held(Direction::ToServer) > before);
    stopInTime(lane, {qstrcmp(verb, "GET") == 0 ? ErrorKind::Cancelled : ErrorKind::OutcomeUnknown});
  }
}

void TestLaneStop::readingHalfAReply() {
  StallingProxy proxy(m_server.socketPath());
  Lane lane(optionsFor(proxy.endpoint()));
  connectLane(lane);
  const qint64 before = proxy.passed(Direction::ToClient);
  proxy.limit(Scope::Open, Direction::ToClient, 1'000'000, AtLimit::Hold);
  post(lane, [](WriteSession &session, std::stop_token stop) {
    return session.call(Command::of("GET", "big"), stop);
  });
  QTRY_COMPARE(proxy.passed(Direction::ToClient) - before, 1'000'000);
  stopInTime(lane, {ErrorKind::Cancelled});
}

void TestLaneStop::readingWithoutEnd() {
  Lane lane(optionsFor(m_server.endpoint()));
  connectLane(lane);
  std::atomic<bool> begun = false;
  post(lane, [&begun](WriteSession &session, std::stop_token stop) {
    Result<Reply> reply = Reply::nil();
    while (reply) {
      reply = session.call(Command::of("GET", "big"), stop);
      begun = true;
    }
    return reply;
  });
  QTRY_VERIFY(begun);
  stopInTime(lane, {ErrorKind::Cancelled});
}

void TestLaneStop::writingToAStalledPeer() {
  StallingProxy proxy(m_server.socketPath());
  Lane lane(optionsFor(proxy.endpoint()));
  connectLane(lane);
  const qint64 before = proxy.passed(Direction::ToServer);
  proxy.limit(Scope::Open, Direction::ToServer, 1'000'000, AtLimit::Block);
  post(lane, [](WriteSession &session, std::stop_token stop) {
    return session.call(Command::of("SET", "k", QByteArray(20'000'000, 'y')), stop);
  });
  QTRY_COMPARE(proxy.passed(Direction::ToServer) - before, 1'000'000);
  stopInTime(lane, {ErrorKind::OutcomeUnknown});
  // Half a command never happens.
  proxy.dropAll();
  QTRY_COMPARE(proxy.openClients(), 0);
  QCOMPARE(m_server.run({"GET", "k"}).bytes, QByteArray("value"));
}

void TestLaneStop::drainingACancelledReply() {
  StallingProxy proxy(m_server.socketPath());
  Lane lane(optionsFor(proxy.endpoint()));
  connectLane(lane);
  const qint64 before = proxy.passed(Direction::ToClient);
  proxy.limit(Scope::Open, Direction::ToClient, 1'000'000, AtLimit::Hold);
  std::stop_source own;
  post(lane, [&own](WriteSession &session, std::stop_token) {
    return session.call(Command::of("GET", "big"), own.get_token());
  });
  QTRY_COMPARE(proxy.passed(Direction::ToClient) - before, 1'000'000);
  own.request_stop();
  QTRY_COMPARE(m_results.size(), size_t(1));
  stopInTime(lane, {ErrorKind::Cancelled});
}

void TestLaneStop::waitingForTheNextTry() {
  Endpoint endpoint;
  endpoint.socketPath = QStringLiteral("/nowhere/redis.sock");
  Lane::Options options = optionsFor(endpoint);
  options.backoff = {.first = 1h, .most = 1h};
  Lane lane(options);
  lane.connectNow();
  QTRY_COMPARE(lane.state().phase, Phase::Waiting);
  lane.post(
      Priority::Normal,
      [](ReadSession &session, std::stop_token stop) { return session.call(Command::of("PING"), stop); },
      this, [this](Result<Reply> result) { m_results.push_back(result.error().kind); }, WhenAway::Wait);
  ++m_posted;
  stopInTime(lane, {ErrorKind::Cancelled});
}

void TestLaneStop::runningALongJob() {
  Lane lane(optionsFor(m_server.endpoint()));
  connectLane(lane);
  std::atomic<bool> begun = false;
  post(lane, [&begun](WriteSession &session, std::stop_token stop) {
    Result<Reply> reply = Reply::nil();
    while (reply) {
      reply = session.call(Command::of("HSCAN", "k2", 0), stop);
      begun = true;
    }
    return reply;
  });
  QTRY_VERIFY(begun);
  stopInTime(lane, {ErrorKind::Cancelled});
}

QTEST_GUILESS_MAIN(TestLaneStop)
#include "tst_redis_lanestop.moc"
