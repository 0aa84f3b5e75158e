// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/certificates.h"
#include "shop.h"
#include "workspace/livewatch.h"
#include "workspace/longreads.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/sessionrunner.h"
#include "workspace/testconnection.h"
#include "workspace/workspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace oxp::test;
using State = SessionStatus::State;

/// What a profile does with TLS: all of its connections, and what it asks of a person.
class TestSessionTls : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void init();

  void worksOverTlsThroughout();
  void connectsAnewByOtherWords();
  void triesAProfileOut();
  void tellsOfACertificateOnce();
  void asksForAPassphrase();

private:
  Profile profile() const;
  Workspace::Options optionsIn(const QTemporaryDir &folder) const;

  Certificates m_certificates;
  RedisServer m_server{{.arguments = {}, .tls = true}};
};

void TestSessionTls::initTestCase() {
  QVERIFY(m_certificates.makeUsual());
}

void TestSessionTls::init() {
  m_server.killHard();
  m_server.setArguments(m_certificates.serverArguments(u"server"_qs));
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
  seedQueue(m_server, Orders, 3);
}

Profile TestSessionTls::profile() const {
  Profile made = profileOf(m_server.tlsEndpoint());
  made.tls->caFile = m_certificates.certificate(u"ca"_qs);
  return made;
}

Workspace::Options TestSessionTls::optionsIn(const QTemporaryDir &folder) const {
  Workspace::Options options;
  options.dataFolder = folder.path();
  options.useKeychain = false;
  options.backoff = {std::chrono::milliseconds(20), std::chrono::milliseconds(100)};
  return options;
}

/// Nothing of a profile that has no other way to the server works around TLS.
void TestSessionTls::worksOverTlsThroughout() {
  seedFailed(m_server, Orders, "9", "boom");
  m_server.run({"XADD", Orders.key("events"), "*", "event", "added", "jobId", "3"});
  Surroundings around;
  ProfileSession session(around.setup(profile()));
  session.link().connectNow();
  QTRY_VERIFY(session.queues().discovery().complete);
  QCOMPARE(session.link().server().tls, u"TLS 1.3"_qs);

  session.live().setVisibleQueues({Orders});
  QTRY_VERIFY(session.counts().of(Orders));
  QTRY_VERIFY(session.live().speaks(Orders));

  SearchRequest search;
  search.query = *search::parse(u"id = 2"_qs, 0);
  search.scopes = {{*session.queues().find(Orders), {JobState::Waiting}}};
  std::optional<Result<SearchReport>> found;
  session.longReads().requestSearch(search, this, {},
                                    [&](const Result<SearchReport> &report) { found = report; });
  QTRY_VERIFY(found);
  QVERIFY2(*found, qPrintable(*found ? QString() : (*found).error().detail));
  QCOMPARE((*found)->found, 1);

  OperationRequest retry;
  retry.operation = "job.retry";
  retry.queue = *session.queues().find(Orders);
  retry.jobId = "9";
  retry.expectedState = JobState::Failed;
  std::optional<Result<OperationReport>> done;
  session.runner().run(
      retry, this, [&](const Result<OperationReport> &report, const OperationReport &) { done = report; });
  QTRY_VERIFY(done);
  QVERIFY2(*done, qPrintable(*done ? QString() : (*done).error().detail));
  QVERIFY(m_server.run({"ZSCORE", Orders.key("failed"), "9"}).isNil());
}

void TestSessionTls::connectsAnewByOtherWords() {
  Surroundings around;
  Profile edited = profile();
  edited.tls->caFile.clear();
  ProfileSession session(around.setup(edited));
  session.link().connectNow();
  QTRY_COMPARE(session.link().status().state, State::Failed);
  QVERIFY(session.link().status().error.certificate);

  edited.tls->pin = CertificatePin{session.link().status().error.certificate->certificate.sha256, -1};
  QVERIFY(session.takeProfile(edited));
  QTRY_VERIFY(session.isConnected());
  QTRY_VERIFY(session.queues().discovery().complete);
  QCOMPARE(session.queues().all().size(), size_t(1));
}

void TestSessionTls::triesAProfileOut() {
  TestConnection test;
  std::optional<ConnectionReport> report;
  std::optional<Error> error;
  connect(&test, &TestConnection::done, this, [&](const ConnectionReport &made) { report = made; });
  connect(&test, &TestConnection::failed, this, [&](const Error &made) { error = made; });
  test.start(profile(), {});
  QTRY_VERIFY(report || error);
  QVERIFY(report);
  QCOMPARE(report->facts.tls, u"TLS 1.3"_qs);
  QVERIFY(report->text().contains(u"Encrypted with TLS 1.3."_qs));

  Profile unsure = profile();
  unsure.tls->caFile.clear();
  test.start(unsure, {});
  QTRY_VERIFY(error);
  QVERIFY(error->certificate);
  QCOMPARE(error->certificate->issuer, IssuerFinding::Unknown);
}

void TestSessionTls::tellsOfACertificateOnce() {
  const QTemporaryDir folder;
  Workspace workspace(optionsIn(folder));
  QSignalSpy refused(&workspace, &Workspace::certificateRefused);
  Profile unsure = profile();
  unsure.tls->caFile.clear();
  workspace.profiles().save(unsure);
  workspace.open(unsure.id);
  QTRY_COMPARE(refused.size(), 1);
  const ProfileSession *session = workspace.session(unsure.id);
  QTRY_VERIFY(session->link().status().attempt > 2); // by itself
  QCOMPARE(refused.size(), 1);
  workspace.open(unsure.id);
  QTRY_COMPARE(refused.size(), 2);

  unsure.tls->pin = CertificatePin{m_certificates.sha256(u"server"_qs), -1};
  workspace.profiles().save(unsure);
  QCOMPARE(workspace.session(unsure.id), session);
  QTRY_VERIFY(session->isConnected());
  QCOMPARE(refused.size(), 2);
}

void TestSessionTls::asksForAPassphrase() {
  CertificateWish wish{.file = u"locked"_qs, .subject = "ann"};
  wish.issuer = u"ca"_qs;
  wish.passphrase = "open sesame";
  QVERIFY(m_certificates.make(wish));
  Profile locked = profile();
  locked.tls->certificateFile = m_certificates.certificate(u"locked"_qs);
  locked.tls->keyFile = m_certificates.key(u"locked"_qs);
  const QTemporaryDir folder;
  Workspace workspace(optionsIn(folder));
  QSignalSpy wanted(&workspace, &Workspace::passphraseWanted);
  workspace.profiles().save(locked);
  workspace.open(locked.id);
  QTRY_COMPARE(wanted.size(), 1);
  QCOMPARE(wanted[0][1].toBool(), false);
  workspace.enterPassphrase(locked.id, SecretString("open barley"), false);
  QTRY_COMPARE(wanted.size(), 2);
  QCOMPARE(wanted[1][1].toBool(), true);
  workspace.enterPassphrase(locked.id, SecretString("open sesame"), false);
  QTRY_VERIFY(workspace.session(locked.id)->isConnected());
  QCOMPARE(wanted.size(), 2);
}

QTEST_GUILESS_MAIN(TestSessionTls)
#include "tst_session_tls.moc"
