// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/certificateproblem.h"
#include "fakes/redis/certificates.h"
#include "fakes/redis/redisserver.h"
#include "redis/lane.h"

#include <QTest>

using namespace oxp;
using namespace oxp::test;
using namespace std::chrono_literals;
using Phase = LaneState::Phase;

class TestTlsLane : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void init();

  void servesOverTls();
  void namesAPlainPort();
  void namesATlsPort();
  void tellsOfAChangedCertificate();
  void doesNotAskAgainSoon();
  void takesAPassphraseLater();

private:
  Lane::Options optionsFor(const Endpoint &endpoint) const;
  Endpoint trusting() const;

  Certificates m_certificates;
  RedisServer m_server{{.tcp = true, .arguments = {}, .tls = true}};
};

void TestTlsLane::initTestCase() {
  QVERIFY(m_certificates.makeUsual());
  CertificateWish wish{.file = u"renewed"_qs, .subject = "redis.shop.example"};
  wish.issuer = u"ca"_qs;
  wish.names = "IP:127.0.0.1";
  QVERIFY(m_certificates.make(wish));
}

void TestTlsLane::init() {
  m_server.killHard();
  m_server.setArguments(m_certificates.serverArguments(u"server"_qs));
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
}

Lane::Options TestTlsLane::optionsFor(const Endpoint &endpoint) const {
  Lane::Options options;
  options.endpoint = endpoint;
  options.role = Role::Operator;
  options.backoff = {.first = 20ms, .most = 1h};
  return options;
}

Endpoint TestTlsLane::trusting() const {
  Endpoint endpoint = m_server.tlsEndpoint();
  endpoint.tls->caFile = m_certificates.certificate(u"ca"_qs);
  return endpoint;
}

void TestTlsLane::servesOverTls() {
  m_server.run({"SET", "k", "v"});
  Lane lane(optionsFor(trusting()));
  std::optional<Result<Reply>> got;
  lane.post(
      Priority::Normal,
      [](ReadSession &session, std::stop_token stop) { return session.call(Command::of("GET", "k"), stop); },
      this, [&](const Result<Reply> &reply) { got = reply; });
  QTRY_VERIFY(got);
  QVERIFY(*got);
  QCOMPARE((*got)->bytes, QByteArray("v"));
  QCOMPARE(lane.state().facts.tls, u"TLS 1.3"_qs);
}

/// It would wait in silence.
void TestTlsLane::namesAPlainPort() {
  Endpoint endpoint = m_server.tcpEndpoint();
  endpoint.tls.emplace();
  Lane lane(optionsFor(endpoint));
  lane.connectNow();
  QTRY_COMPARE_WITH_TIMEOUT(lane.state().phase, Phase::Waiting, 10'000);
  QCOMPARE(lane.state().error.kind, ErrorKind::Tls);
  QCOMPARE(lane.state().error.code, QByteArray("NO-TLS"));
}

/// It hangs up without a word.
void TestTlsLane::namesATlsPort() {
  Endpoint endpoint = m_server.tlsEndpoint();
  endpoint.tls.reset();
  Lane::Options options = optionsFor(endpoint);
  options.credentials = {u"ann"_qs, SecretString("hunter2")};
  Lane lane(options);
  lane.connectNow();
  QTRY_COMPARE(lane.state().phase, Phase::Waiting);
  QCOMPARE(lane.state().error.kind, ErrorKind::Tls);
  QCOMPARE(lane.state().error.code, QByteArray("SPEAKS-TLS"));
}

void TestTlsLane::tellsOfAChangedCertificate() {
  Endpoint endpoint = m_server.tlsEndpoint();
  endpoint.tls->pin = CertificatePin{m_certificates.sha256(u"server"_qs), -1};
  Lane lane(optionsFor(endpoint));
  lane.connectNow();
  QTRY_VERIFY(lane.state().isConnected());

  m_server.setArguments(m_certificates.serverArguments(u"renewed"_qs));
  QVERIFY(m_server.restart());
  QTRY_COMPARE(lane.state().error.code, QByteArray("CERTIFICATE"));
  const auto problem = lane.state().error.certificate;
  QVERIFY(problem);
  QCOMPARE(problem->pinned, m_certificates.sha256(u"server"_qs));
  QCOMPARE(problem->certificate.sha256, m_certificates.sha256(u"renewed"_qs));
}

/// Somebody has to do something about it first.
void TestTlsLane::doesNotAskAgainSoon() {
  Lane lane(optionsFor(m_server.tlsEndpoint()));
  lane.connectNow();
  QTRY_COMPARE(lane.state().phase, Phase::Waiting);
  QCOMPARE(lane.state().error.code, QByteArray("CERTIFICATE"));
  QVERIFY(lane.state().retryAtMs > wallClockMs() + 60'000);
}

void TestTlsLane::takesAPassphraseLater() {
  CertificateWish wish{.file = u"locked"_qs, .subject = "ann"};
  wish.issuer = u"ca"_qs;
  wish.passphrase = "open sesame";
  QVERIFY(m_certificates.make(wish));
  Endpoint endpoint = trusting();
  endpoint.tls->certificateFile = m_certificates.certificate(u"locked"_qs);
  endpoint.tls->keyFile = m_certificates.key(u"locked"_qs);
  Lane lane(optionsFor(endpoint));
  lane.connectNow();
  QTRY_COMPARE(lane.state().error.code, QByteArray("KEY-LOCKED"));
  Credentials credentials;
  credentials.keyPassphrase = SecretString("open sesame");
  lane.setCredentials(credentials);
  lane.reconnectNow();
  QTRY_VERIFY(lane.state().isConnected());
}

QTEST_GUILESS_MAIN(TestTlsLane)
#include "tst_redis_tlslane.moc"
