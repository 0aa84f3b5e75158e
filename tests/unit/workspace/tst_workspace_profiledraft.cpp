// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profiledraft.h"

#include <QDir>
#include <QTest>

using namespace oxp;

class TestProfileDraft : public QObject {
  Q_OBJECT

private slots:
  void guessesTheEnvironment_data();
  void guessesTheEnvironment();
  void makesAProfile();
  void namesIt();
};

void TestProfileDraft::guessesTheEnvironment_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<Environment>("environment");
  QTest::addColumn<EnvironmentBasis>("basis");
  const auto row = [](const char *text, Environment environment, EnvironmentBasis basis) {
    QTest::newRow(text) << QString::fromLatin1(text) << environment << basis;
  };
  using E = Environment;
  using B = EnvironmentBasis;
  row("localhost", E::Local, B::Loopback);
  row("unix:///run/redis.sock", E::Local, B::Loopback);
  row("redis://[::1]:6379", E::Local, B::Loopback);
  row("redis-prod.example.net", E::Production, B::HostName);
  row("prd1.redis.example.net", E::Production, B::HostName);
  row("redis-preprod.example.net", E::Staging, B::HostName);
  row("shop.staging.example.net:6380", E::Staging, B::HostName);
  row("redis-dev-2", E::Staging, B::HostName);
  row("contest.example.net", E::Production, B::Careful); // `test` is no word of its own in it
  row("productions.example.net", E::Production, B::Careful);
  row("10.20.3.17", E::Production, B::Careful);
  row("redis://localhost?environment=production", E::Production, B::Said);
  row("REDIS_URL=redis://10.0.0.1 NODE_ENV=staging", E::Staging, B::NodeEnv);
  row("REDIS_URL=redis://localhost NODE_ENV=development", E::Local, B::NodeEnv);
  row("REDIS_URL=redis://10.0.0.1 NODE_ENV=development", E::Staging, B::NodeEnv);
}

void TestProfileDraft::guessesTheEnvironment() {
  QFETCH(QString, text);
  QFETCH(Environment, environment);
  QFETCH(EnvironmentBasis, basis);
  const ProfileDraft draft = draftProfile(readConnectionLine(text));
  QCOMPARE(draft.profile.environment, environment);
  QCOMPARE(draft.basis, basis);
  QCOMPARE(draft.profile.role, environment == Environment::Production ? Role::Viewer : Role::Operator);
}

void TestProfileDraft::makesAProfile() {
  const ProfileDraft draft = draftProfile(
      readConnectionLine(u"rediss://ada:pw@h.example.net:6380/2?prefix=a,b&role=operator&sni=x"_qs));
  QCOMPARE(draft.profile.endpoint().display(), u"h.example.net:6380"_qs);
  QCOMPARE(draft.profile.database, 2);
  QCOMPARE(draft.profile.user, u"ada"_qs);
  QCOMPARE(draft.password.reveal(), "pw"_qba);
  QCOMPARE(draft.profile.prefixes, (QList<QByteArray>{"a", "b"}));
  QCOMPARE(draft.profile.role, Role::Operator);
  QVERIFY(draft.profile.tls && draft.profile.tls->serverName == u"x");
  QVERIFY(draft.profile.stored && !draft.profile.id.isEmpty());
  const ProfileDraft files =
      draftProfile(readConnectionLine(u"redis-cli --tls -h h --cacert ./ca.pem --key /k"_qs));
  QCOMPARE(files.profile.tls->caFile, QDir::currentPath() + u"/ca.pem"_qs);
  QCOMPARE(files.profile.tls->keyFile, u"/k"_qs);
  QVERIFY(files.profile.tls->certificateFile.isEmpty());
  QCOMPARE(draftProfile(readConnectionLine(u"h"_qs)).profile.prefixes, QList<QByteArray>{"*"});
  QVERIFY(draftProfile(readConnectionLine(u"{ host: process.env.H, port: 1 }"_qs)).profile.host.isEmpty());
}

void TestProfileDraft::namesIt() {
  const auto name = [](const char *text) {
    return draftProfile(readConnectionLine(QString::fromLatin1(text))).profile.name;
  };
  QCOMPARE(name("redis-eu-1.example.net:6380"), u"redis-eu-1"_qs);
  QCOMPARE(name("10.20.3.17:6380"), u"10.20.3.17:6380"_qs);
  QCOMPARE(name("/run/redis/shop.sock"), u"shop.sock"_qs);
  QCOMPARE(name("redis://h?name=Shop"), u"Shop"_qs);
}

QTEST_GUILESS_MAIN(TestProfileDraft)
#include "tst_workspace_profiledraft.moc"
