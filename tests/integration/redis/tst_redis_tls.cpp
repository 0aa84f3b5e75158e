// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/certificateproblem.h"
#include "fakes/redis/certificates.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/silentserver.h"
#include "fakes/redis/testsession.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>

#include <array>
#include <thread>

using namespace oxp;
using namespace oxp::test;
using namespace std::chrono_literals;

class TestTls : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanup();

  void speaksTls();
  void takesBothVersions_data();
  void takesBothVersions();
  void judgesCertificates_data();
  void judgesCertificates();
  void judgesWeakKeys();
  void namesWhatItFound();
  void verifiesAnotherName();
  void sendsNothingBeforeItIsSure();
  void asksForAServerByName();
  void takesThePinnedCertificate();
  void takesNoOtherThanThePinnedOne();
  void showsItsCertificate();
  void saysThatACertificateIsWanted_data();
  void saysThatACertificateIsWanted();
  void unlocksItsKey();
  void namesFilesThatDoNotServe_data();
  void namesFilesThatDoNotServe();
  void refusesOldVersions();
  void carriesLargeValues();
  void tellsWhatIsDecryptedAlready();
  void keepsCancelledReadsApart();
  void endsWithItsServer();
  void stopsInTheHandshake();
  void givesUpOnSilence();

private:
  TlsOptions usual() const;
  Endpoint endpointWith(const TlsOptions &tls) const;
  bool serve(const QStringList &arguments);
  bool serve(const QString &certificate) { return serve(m_certificates.serverArguments(certificate)); }
  Error errorOf(const TlsOptions &tls, const Credentials &with = {}) const;
  QStringList mutualArguments() const;

  Certificates m_certificates;
  RedisServer m_server{{.tcp = true, .arguments = {}, .tls = true}};
};

void TestTls::initTestCase() {
  QVERIFY(m_certificates.makeUsual());
  CertificateWish client{.file = u"client"_qs, .subject = "ann"};
  client.issuer = u"ca"_qs;
  QVERIFY(m_certificates.make(client));
  client.file = u"locked"_qs;
  client.passphrase = "open sesame";
  QVERIFY(m_certificates.make(client));
  QVERIFY(m_certificates.make({.file = u"stranger"_qs, .subject = "mallory"}));
}

void TestTls::cleanup() {
  m_server.killHard();
}

TlsOptions TestTls::usual() const {
  TlsOptions tls;
  tls.caFile = m_certificates.certificate(u"ca"_qs);
  return tls;
}

Endpoint TestTls::endpointWith(const TlsOptions &tls) const {
  Endpoint endpoint = m_server.tlsEndpoint();
  endpoint.tls = tls;
  return endpoint;
}

bool TestTls::serve(const QStringList &arguments) {
  m_server.killHard();
  m_server.setArguments(arguments);
  return m_server.start();
}

/// What connecting ends with; kind Invalid where it does not fail.
Error TestTls::errorOf(const TlsOptions &tls, const Credentials &with) const {
  const auto done = test::TestSession(endpointWith(tls), Role::Operator, with).connect();
  return done ? Error{ErrorKind::Invalid, "CONNECTED", {}} : done.error();
}

QStringList TestTls::mutualArguments() const {
  return m_certificates.serverArguments(u"server"_qs) + QStringList{u"--tls-auth-clients"_qs, u"yes"_qs};
}

void TestTls::speaksTls() {
  QVERIFY2(serve(u"server"_qs), qPrintable(m_server.error()));
  test::TestSession session(endpointWith(usual()));
  const auto connected = session.connect();
  QVERIFY2(connected, qPrintable(connected ? QString() : connected.error().detail));
  QCOMPARE(session.read().facts().tls, u"TLS 1.3"_qs);
  QCOMPARE(*session.read().call(Command::of("PING"), {}), Reply::ofStatus("PONG"));

  test::TestSession plain(m_server.tcpEndpoint());
  QVERIFY(plain.connect());
  QCOMPARE(plain.read().facts().tls, QString());
}

void TestTls::takesBothVersions_data() {
  QTest::addColumn<QString>("protocol");
  QTest::addColumn<QString>("shown");
  QTest::newRow("1.2") << u"TLSv1.2"_qs << u"TLS 1.2"_qs;
  QTest::newRow("1.3") << u"TLSv1.3"_qs << u"TLS 1.3"_qs;
}

void TestTls::takesBothVersions() {
  QFETCH(QString, protocol);
  QVERIFY(serve(m_certificates.serverArguments(u"server"_qs) + QStringList{u"--tls-protocols"_qs, protocol}));
  test::TestSession session(endpointWith(usual()));
  QVERIFY(session.connect());
  QTEST(session.read().facts().tls, "shown");
}

void TestTls::judgesCertificates_data() {
  QTest::addColumn<QByteArray>("names");
  QTest::addColumn<QString>("issuer");
  QTest::addColumn<int>("fromDay");
  QTest::addColumn<int>("untilDay");
  QTest::addColumn<QByteArray>("purpose");
  QTest::addColumn<bool>("caKnown");
  QTest::addColumn<IssuerFinding>("issuerFinding");
  QTest::addColumn<NameFinding>("nameFinding");
  QTest::addColumn<DatesFinding>("datesFinding");
  QTest::addColumn<KeyFinding>("keyFinding");
  using I = IssuerFinding;
  using N = NameFinding;
  using D = DatesFinding;
  using K = KeyFinding;
  const QByteArray here = "IP:127.0.0.1", other = "DNS:redis-internal.shop.example";
  const auto row = [](const char *title, const QByteArray &names, const QString &issuer, int from, int until,
                      const QByteArray &purpose, bool known, I i, N n, D d, K k) {
    QTest::newRow(title) << names << issuer << from << until << purpose << known << i << n << d << k;
  };
  row("unknown issuer", here, u"ca"_qs, -1, 9, "", false, I::Unknown, N::Fits, D::Within, K::Sound);
  row("self-signed", here, {}, -1, 9, "", true, I::SelfSigned, N::Fits, D::Within, K::Sound);
  row("other name", other, u"ca"_qs, -1, 9, "", true, I::Known, N::Other, D::Within, K::Sound);
  row("ended", here, u"ca"_qs, -30, -12, "", true, I::Known, N::Fits, D::Ended, K::Sound);
  row("not yet", here, u"ca"_qs, 2, 9, "", true, I::Known, N::Fits, D::NotYet, K::Sound);
  row("not for servers", here, u"ca"_qs, -1, 9, "clientAuth", true, I::Known, N::Fits, D::Within,
      K::OtherPurpose);
  row("no authority", here, u"server"_qs, -1, 9, "", true, I::Unknown, N::Fits, D::Within, K::Sound);
  row("all at once", other, {}, -30, -12, "clientAuth", false, I::SelfSigned, N::Other, D::Ended,
      K::OtherPurpose);
}

void TestTls::judgesCertificates() {
  QFETCH(QByteArray, names);
  QFETCH(QString, issuer);
  QFETCH(int, fromDay);
  QFETCH(int, untilDay);
  QFETCH(QByteArray, purpose);
  QFETCH(bool, caKnown);
  CertificateWish wish{.file = u"judged"_qs, .subject = "judged.example"};
  wish.issuer = issuer;
  wish.names = names;
  wish.fromDay = fromDay;
  wish.untilDay = untilDay;
  wish.purpose = purpose;
  QVERIFY(m_certificates.make(wish));
  QVERIFY2(serve(u"judged"_qs), qPrintable(m_server.error()));
  const Error error = errorOf(caKnown ? usual() : TlsOptions());
  QCOMPARE(error.kind, ErrorKind::Tls);
  QCOMPARE(error.code, QByteArray("CERTIFICATE"));
  QVERIFY(error.certificate);
  QTEST(error.certificate->issuer, "issuerFinding");
  QTEST(error.certificate->name, "nameFinding");
  QTEST(error.certificate->dates, "datesFinding");
  QTEST(error.certificate->key, "keyFinding");
  QVERIFY(!error.certificate->pinned);
}

/// An authority's key that can be guessed proves nothing, though the authority is known. The server's own key
/// is no way to test it: OpenSSL shows no such certificate.
void TestTls::judgesWeakKeys() {
  CertificateWish authority{.file = u"weakca"_qs, .subject = "Old Shop CA"};
  authority.authority = true;
  authority.rsaBits = 1'024;
  CertificateWish server{.file = u"ofweak"_qs, .subject = "redis.shop.example"};
  server.issuer = authority.file;
  server.names = "IP:127.0.0.1";
  QVERIFY(m_certificates.make(authority) && m_certificates.make(server));
  QVERIFY2(serve(u"ofweak"_qs), qPrintable(m_server.error()));
  TlsOptions tls;
  tls.caFile = m_certificates.certificate(u"weakca"_qs);
  const Error error = errorOf(tls);
  QCOMPARE(error.code, QByteArray("CERTIFICATE"));
  QVERIFY(error.certificate);
  QCOMPARE(error.certificate->key, KeyFinding::Weak);
  QCOMPARE(error.certificate->issuer, IssuerFinding::Known);
  QCOMPARE(error.certificate->name, NameFinding::Fits);
  QCOMPARE(error.certificate->dates, DatesFinding::Within);
}

void TestTls::namesWhatItFound() {
  QVERIFY(serve(u"server"_qs));
  const Error error = errorOf({});
  QVERIFY(error.certificate);
  const CertificateProblem &problem = *error.certificate;
  QCOMPARE(problem.certificate.subject, u"CN=redis.shop.example, O=Shop GmbH"_qs);
  QCOMPARE(problem.certificate.issuer, u"CN=Shop Internal CA, O=Shop GmbH"_qs);
  QCOMPARE(problem.certificate.issuerName, u"Shop Internal CA"_qs);
  QCOMPARE(problem.authority, u"Shop Internal CA"_qs);
  QCOMPARE(problem.certificate.names,
           (QStringList{u"localhost"_qs, u"redis.shop.example"_qs, u"127.0.0.1"_qs, u"::1"_qs}));
  QCOMPARE(problem.certificate.sha256, m_certificates.sha256(u"server"_qs));
  QCOMPARE(problem.certificate.key, u"EC 256"_qs);
  QCOMPARE(problem.certificate.digest, u"SHA-256"_qs);
  QCOMPARE(problem.expectedName, u"127.0.0.1"_qs);
  QCOMPARE(problem.tlsVersion, u"TLS 1.3"_qs);
  constexpr qint64 DayMs = 24 * 60 * 60 * 1'000;
  QVERIFY(std::abs(problem.certificate.notBeforeMs + DayMs - problem.seenMs) < 60'000);
  QVERIFY(std::abs(problem.certificate.notAfterMs - 90 * DayMs - problem.seenMs) < 60'000);
  QVERIFY(problem.answered > 0us && problem.answered < 5s);
}

void TestTls::verifiesAnotherName() {
  CertificateWish wish{.file = u"elsewhere"_qs, .subject = "x"};
  wish.issuer = u"ca"_qs;
  wish.names = "DNS:*.shop.example,IP:10.20.3.17";
  QVERIFY(m_certificates.make(wish));
  QVERIFY(serve(u"elsewhere"_qs));
  TlsOptions tls = usual();
  for (const QString &name : {u"redis.shop.example"_qs, u"REDIS.shop.example"_qs, u"10.20.3.17"_qs}) {
    tls.verifyName = name;
    QCOMPARE(errorOf(tls).code, QByteArray("CONNECTED"));
  }
  for (const QString &name :
       {u"shop.example"_qs, u"a.b.shop.example"_qs, u"10.20.3.18"_qs, u"127.0.0.1"_qs}) {
    tls.verifyName = name;
    const Error error = errorOf(tls);
    QVERIFY2(error.certificate, qPrintable(name));
    QCOMPARE(error.certificate->name, NameFinding::Other);
    QCOMPARE(error.certificate->expectedName, name);
  }
}

/// Neither a command nor a certificate of ours.
void TestTls::sendsNothingBeforeItIsSure() {
  QVERIFY(serve(mutualArguments()));
  Credentials credentials{u"ann"_qs, SecretString("hunter2")};
  TlsOptions tls;
  tls.certificateFile = m_certificates.certificate(u"client"_qs);
  tls.keyFile = m_certificates.key(u"client"_qs);
  QCOMPARE(errorOf(tls, credentials).code, QByteArray("CERTIFICATE"));
  const QByteArray commands = m_server.run({"INFO", "commandstats"}).bytes;
  QVERIFY(!commands.contains("auth"));
  QVERIFY(!commands.contains("client|setname"));
}

void TestTls::asksForAServerByName() {
  const auto helloOf = [](const QString &host, const QString &serverName) {
    SilentServer silent;
    QByteArray hello;
    std::stop_source heard;
    std::jthread listening([&] {
      hello = silent.hear();
      heard.request_stop();
    });
    Endpoint endpoint = silent.endpoint();
    const QString address = endpoint.host;
    endpoint.host = host;
    endpoint.tls.emplace().serverName = serverName;
    const auto transport = redis::makeTransport(endpoint, {address});
    const auto opened = transport->open({heard.get_token(), Deadline::in(20s)});
    listening.join();
    return opened ? QByteArray() : hello;
  };
  QVERIFY(helloOf(u"redis.shop.example"_qs, {}).contains("redis.shop.example"));
  QVERIFY(helloOf(u"b\u00fccher.example"_qs, {}).contains("xn--bcher-kva.example"));
  QVERIFY(helloOf(u"127.0.0.1"_qs, u"eu.shop.example"_qs).contains("eu.shop.example"));
  const QByteArray nameless = helloOf(u"127.0.0.1"_qs, {});
  QVERIFY(nameless.startsWith(QByteArray("\x16\x03", 2)));
  QVERIFY(!nameless.contains("127.0.0.1"));
}

/// Whatever else is wrong with it.
void TestTls::takesThePinnedCertificate() {
  CertificateWish wish{.file = u"pinned"_qs, .subject = "old.example"};
  wish.fromDay = -30;
  wish.untilDay = -12;
  QVERIFY(m_certificates.make(wish));
  QVERIFY(serve(u"pinned"_qs));
  TlsOptions tls;
  QCOMPARE(errorOf(tls).code, QByteArray("CERTIFICATE"));
  tls.pin = CertificatePin{m_certificates.sha256(u"pinned"_qs), -1};
  QCOMPARE(errorOf(tls).code, QByteArray("CONNECTED"));
}

/// Not even one that would do without a pin.
void TestTls::takesNoOtherThanThePinnedOne() {
  QVERIFY(serve(u"server"_qs));
  TlsOptions tls = usual();
  QCOMPARE(errorOf(tls).code, QByteArray("CONNECTED"));
  tls.pin = CertificatePin{m_certificates.sha256(u"stranger"_qs), -1};
  const Error error = errorOf(tls);
  QVERIFY(error.certificate);
  QVERIFY(!error.certificate->failed());
  QCOMPARE(error.certificate->pinned, m_certificates.sha256(u"stranger"_qs));
  QCOMPARE(error.certificate->certificate.sha256, m_certificates.sha256(u"server"_qs));
}

void TestTls::showsItsCertificate() {
  QVERIFY(serve(mutualArguments()));
  TlsOptions tls = usual();
  tls.certificateFile = m_certificates.certificate(u"client"_qs);
  tls.keyFile = m_certificates.key(u"client"_qs);
  QCOMPARE(errorOf(tls).code, QByteArray("CONNECTED"));
}

void TestTls::saysThatACertificateIsWanted_data() {
  QTest::addColumn<QString>("protocol");
  QTest::addColumn<QString>("shown");
  QTest::addColumn<QByteArray>("code");
  for (const QString &protocol : {u"TLSv1.2"_qs, u"TLSv1.3"_qs}) {
    QTest::addRow("none, %s", qPrintable(protocol)) << protocol << QString() << QByteArray("CERT-WANTED");
    QTest::addRow("stranger's, %s", qPrintable(protocol))
        << protocol << u"stranger"_qs << QByteArray("CERT-REFUSED");
  }
}

/// In TLS 1.3 the server looks at it when the client has gone on; a hang-up must not hide why.
void TestTls::saysThatACertificateIsWanted() {
  QFETCH(QString, protocol);
  QFETCH(QString, shown);
  QVERIFY(serve(mutualArguments() + QStringList{u"--tls-protocols"_qs, protocol}));
  TlsOptions tls = usual();
  if (!shown.isEmpty()) {
    tls.certificateFile = m_certificates.certificate(shown);
    tls.keyFile = m_certificates.key(shown);
  }
  for (int i = 0; i < 20; ++i) {
    const Error error = errorOf(tls, {u"ann"_qs, SecretString("hunter2")});
    QCOMPARE(error.kind, ErrorKind::Tls);
    QTEST(error.code, "code");
  }
}

void TestTls::unlocksItsKey() {
  QVERIFY(serve(mutualArguments()));
  TlsOptions tls = usual();
  tls.certificateFile = m_certificates.certificate(u"locked"_qs);
  tls.keyFile = m_certificates.key(u"locked"_qs);
  QCOMPARE(errorOf(tls).code, QByteArray("KEY-LOCKED"));
  Credentials credentials;
  credentials.keyPassphrase = SecretString("open barley");
  const Error wrong = errorOf(tls, credentials);
  QCOMPARE(wrong.code, QByteArray("KEY-PASSPHRASE"));
  QVERIFY(!wrong.detail.contains(u"barley"));
  credentials.keyPassphrase = SecretString("open sesame");
  QCOMPARE(errorOf(tls, credentials).code, QByteArray("CONNECTED"));
}

void TestTls::namesFilesThatDoNotServe_data() {
  QTest::addColumn<QString>("ca");
  QTest::addColumn<QString>("certificate");
  QTest::addColumn<QString>("key");
  QTest::addColumn<QByteArray>("code");
  const QString client = u"client.pem"_qs, key = u"client.key"_qs;
  QTest::newRow("no CA file") << u"nothing.pem"_qs << QString() << QString() << QByteArray("CA-FILE");
  QTest::newRow("a CA file without one") << key << QString() << QString() << QByteArray("CA-FILE");
  QTest::newRow("no certificate") << QString() << u"nothing.pem"_qs << key << QByteArray("CERT-FILE");
  QTest::newRow("no key") << QString() << client << u"nothing.key"_qs << QByteArray("KEY-FILE");
  QTest::newRow("a key without one") << QString() << client << QString() << QByteArray("KEY-FILE");
  QTest::newRow("another's key") << QString() << client << u"stranger.key"_qs << QByteArray("KEY-MISMATCH");
}

void TestTls::namesFilesThatDoNotServe() {
  QFETCH(QString, ca);
  QFETCH(QString, certificate);
  QFETCH(QString, key);
  const QString folder = QFileInfo(m_certificates.certificate(u"ca"_qs)).path() + u'/';
  const auto path = [&](const QString &file) { return file.isEmpty() ? QString() : folder + file; };
  TlsOptions tls;
  tls.caFile = path(ca);
  tls.certificateFile = path(certificate);
  tls.keyFile = path(key);
  const Error error = errorOf(tls); // without a server: files come first
  QCOMPARE(error.kind, ErrorKind::Tls);
  QTEST(error.code, "code");
  QVERIFY2(error.detail.startsWith(folder), qPrintable(error.detail));
  const bool absent = error.detail.contains(u"nothing.");
  QCOMPARE(error.detail.contains(u": No such file"), absent);
  QVERIFY2(!error.detail.contains(u"system lib"), qPrintable(error.detail));
}

void TestTls::refusesOldVersions() {
  QVERIFY(
      serve(m_certificates.serverArguments(u"server"_qs) +
            QStringList{u"--tls-protocols"_qs, u"TLSv1.1"_qs, u"--tls-ciphers"_qs, u"ALL:@SECLEVEL=0"_qs}));
  const Error error = errorOf(usual());
  QCOMPARE(error.kind, ErrorKind::Tls);
  QCOMPARE(error.code, QByteArray("TLS-VERSION"));
}

void TestTls::carriesLargeValues() {
  QVERIFY(serve(u"server"_qs));
  test::TestSession session(endpointWith(usual()));
  QVERIFY(session.connect());
  QByteArray value(30'000'000, 'x');
  for (qsizetype i = 0; i < value.size(); i += 997)
    value[i] = char(i);
  qint64 sent = 0, received = 0;
  CallOptions options;
  options.progress = [&](qint64 out, qint64 in) {
    sent = out;
    received = in;
  };
  QVERIFY(session.write().call(Command::of("SET", "big", value), {}, options));
  QVERIFY(sent > 29'000'000);
  const auto reply = session.read().call(Command::of("GET", "big"), {}, options);
  QVERIFY(reply);
  QVERIFY(reply->bytes == value);
  QVERIFY(received > 29'000'000);
  const std::vector<Command> pings(20'000, Command::of("PING"));
  QCOMPARE(session.read().pipeline(pings, {})->size(), pings.size());
}

/// The descriptor is quiet then, and a wait for it would last for ever.
void TestTls::tellsWhatIsDecryptedAlready() {
  QVERIFY(serve(u"server"_qs));
  const auto transport = redis::makeTransport(endpointWith(usual()), {u"127.0.0.1"_qs});
  QVERIFY(transport->open({{}, Deadline::in(5s)}));
  QCOMPARE(transport->writeSome("PING\r\nPING\r\n"), 12);
  QByteArray heard;
  std::array<char, 2> two{};
  while (heard.size() < 14) {
    const auto ready = transport->wait({.read = true, .write = false}, {{}, Deadline::in(5s)});
    QVERIFY(ready && ready->read);
    const auto got = transport->readSome(two);
    QVERIFY(got);
    heard.append(two.data(), *got);
  }
  QCOMPARE(heard, QByteArray("+PONG\r\n+PONG\r\n"));
  QVERIFY(transport->wait({.read = true, .write = false}, {{}, Deadline::in(5s)})); // perhaps there is more
  QCOMPARE(transport->readSome(two), 0);
  const auto silence = transport->wait({.read = true, .write = false}, {{}, Deadline::in(20ms)});
  QCOMPARE(silence.error().kind, ErrorKind::Timeout);
}

/// Their replies come, and belong to nobody.
void TestTls::keepsCancelledReadsApart() {
  QVERIFY(serve(u"server"_qs));
  m_server.run({"SET", "big", QByteArray(8'000'000, 'b')});
  test::TestSession session(endpointWith(usual()));
  QVERIFY(session.connect());
  for (int i = 0; i < 10; ++i) {
    std::stop_source stop;
    CallOptions options;
    options.progress = [&](qint64, qint64 received) {
      if (received > 500'000)
        stop.request_stop();
    };
    QCOMPARE(session.read().call(Command::of("GET", "big"), stop.get_token(), options).error().kind,
             ErrorKind::Cancelled);
    const QByteArray word = "word " + QByteArray::number(i);
    m_server.run({"SET", "word", word});
    const auto reply = session.read().call(Command::of("GET", "word"), {});
    QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().detail));
    QCOMPARE(reply->bytes, word);
  }
}

void TestTls::endsWithItsServer() {
  QVERIFY(serve(u"server"_qs));
  test::TestSession reader(endpointWith(usual())), writer(endpointWith(usual())), idle(endpointWith(usual()));
  QVERIFY(reader.connect());
  QVERIFY(writer.connect());
  QVERIFY(idle.connect());
  const auto killAtProgress = [this] {
    CallOptions options;
    options.progress = [this](qint64, qint64) { m_server.killHard(); };
    return options;
  };
  const auto written =
      writer.write().call(Command::of("SET", "k", QByteArray(60'000'000, 'v')), {}, killAtProgress());
  QVERIFY2(!written, "it was cut off at its first progress");
  QCOMPARE(written.error().kind, ErrorKind::OutcomeUnknown);
  QVERIFY(!writer.read().isOpen());
  QCOMPARE(reader.read().call(Command::of("GET", "k"), {}).error().kind, ErrorKind::Disconnected);
  QCOMPARE(idle.connection().checkIdle().error().kind, ErrorKind::Disconnected);
}

void TestTls::stopsInTheHandshake() {
  SilentServer silent;
  Endpoint endpoint = silent.endpoint();
  endpoint.tls.emplace();
  std::stop_source stop;
  std::jthread listening([&] {
    silent.hear();
    stop.request_stop();
  });
  QElapsedTimer time;
  time.start();
  QCOMPARE(test::TestSession(endpoint).connect(stop.get_token()).error().kind, ErrorKind::Cancelled);
  QVERIFY(time.elapsed() < 1'000);
}

void TestTls::givesUpOnSilence() {
  SilentServer silent;
  Endpoint endpoint = silent.endpoint();
  endpoint.tls.emplace();
  const auto transport = redis::makeTransport(endpoint, {endpoint.host});
  QCOMPARE(transport->open({{}, Deadline::in(50ms)}).error().kind, ErrorKind::Timeout);
  QCOMPARE(transport->descriptor(), -1);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_redis_tls.moc"
