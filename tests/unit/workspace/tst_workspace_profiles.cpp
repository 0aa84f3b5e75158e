// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/profilestore.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace oxp;

class TestProfiles : public QObject {
  Q_OBJECT

private slots:
  void keepsProfiles();
  void keepsTls();
  void forgetsProfilesFromUrls();
  void keepsNoPassword();
  void readsUrls_data();
  void readsUrls();
  void knowsAPlaceAgain();
  void refusesBadUrls();
  void namesProblems();
};

void TestProfiles::keepsProfiles() {
  const QTemporaryDir folder;
  const QString file = folder.filePath(u"s.ini"_qs);
  Profile profile = newProfile();
  profile.name = u"Werkstatt 店"_qs;
  profile.host = u"redis.example"_qs;
  profile.port = 6'380;
  profile.database = 3;
  profile.user = u"ann"_qs;
  profile.prefixes = {"bull", "{tag}", "a:b", QByteArray("\xff\0,", 3), "", "*"};
  profile.environment = Environment::Staging;
  profile.role = Role::Viewer;
  profile.passwordSaved = true;
  {
    QSettings settings(file, QSettings::IniFormat);
    ProfileStore store(&settings);
    QSignalSpy changed(&store, &ProfileStore::changed);
    store.save(profile);
    store.save(profile);
    QCOMPARE(changed.size(), 1);
  }
  QSettings settings(file, QSettings::IniFormat);
  ProfileStore store(&settings);
  QCOMPARE(store.profiles().size(), size_t(1));
  QVERIFY(store.profiles().front() == profile);
  QVERIFY(store.find(profile.id));
  store.remove(profile.id);
  QVERIFY(!store.find(profile.id));
  QSettings again(file, QSettings::IniFormat);
  QVERIFY(ProfileStore(&again).profiles().empty());
}

void TestProfiles::keepsTls() {
  const QTemporaryDir folder;
  QSettings settings(folder.filePath(u"s.ini"_qs), QSettings::IniFormat);
  ProfileStore store(&settings);
  Profile profile =
      profileFromUrl(u"rediss://h?cacert=/ca.pem&cert=/c.pem&key=/k.pem&sni=a&verify=b"_qs)->profile;
  QVERIFY(profile.tls);
  QCOMPARE(profile.endpoint().tls, profile.tls);
  profile.stored = true;
  profile.tls->pin = CertificatePin{QByteArray(32, '\xab'), 1'796'342'399'000};
  store.save(profile);
  QCOMPARE(ProfileStore(&settings).find(profile.id)->tls, profile.tls);

  profile.tls->pin.reset();
  store.save(profile);
  QCOMPARE(ProfileStore(&settings).find(profile.id)->tls, profile.tls);

  profile.tls.reset();
  store.save(profile);
  QVERIFY(!ProfileStore(&settings).find(profile.id)->tls);
}

void TestProfiles::forgetsProfilesFromUrls() {
  const QTemporaryDir folder;
  QSettings settings(folder.filePath(u"s.ini"_qs), QSettings::IniFormat);
  ProfileStore store(&settings);
  const Result<UrlProfile> read = profileFromUrl(u"redis://127.0.0.1:7000/2"_qs);
  QVERIFY(read);
  store.save(read->profile);
  QVERIFY(store.find(read->profile.id));
  QVERIFY(ProfileStore(&settings).profiles().empty());
}

void TestProfiles::keepsNoPassword() {
  const QTemporaryDir folder;
  const QString file = folder.filePath(u"s.ini"_qs);
  QSettings settings(file, QSettings::IniFormat);
  ProfileStore store(&settings);
  Result<UrlProfile> read = profileFromUrl(u"redis://ann:hunter2@127.0.0.1"_qs);
  QVERIFY(read);
  QCOMPARE(read->password.reveal(), "hunter2"_qba);
  read->profile.stored = true;
  store.save(read->profile);
  QFile written(file);
  QVERIFY(written.open(QFile::ReadOnly));
  const QByteArray text = written.readAll();
  QVERIFY(text.contains("ann"));
  QVERIFY(!text.contains("hunter2"));
}

void TestProfiles::readsUrls_data() {
  QTest::addColumn<QString>("url");
  QTest::addColumn<QString>("address");
  QTest::addColumn<int>("environment");
  QTest::addColumn<QString>("name");
  const auto row = [](const char *title, const QString &url, const QString &address, Environment environment,
                      const QString &name) {
    QTest::newRow(title) << url << address << int(environment) << name;
  };
  row("loopback", u"redis://localhost:7601"_qs, u"localhost:7601/0"_qs, Environment::Local,
      u"localhost:7601"_qs);
  row("remote", u"redis://r.example/4"_qs, u"r.example:6379/4"_qs, Environment::Production,
      u"r.example:6379"_qs);
  row("said", u"redis://127.0.0.1?environment=production&name=Shop"_qs, u"127.0.0.1:6379/0"_qs,
      Environment::Production, u"Shop"_qs);
  row("socket", u"unix:///tmp/r.sock?db=1"_qs, u"/tmp/r.sock/1"_qs, Environment::Local, u"/tmp/r.sock"_qs);
}

void TestProfiles::readsUrls() {
  QFETCH(QString, url);
  const Result<UrlProfile> read = profileFromUrl(url);
  QVERIFY(read);
  QTEST(read->profile.address(), "address");
  QTEST(int(read->profile.environment), "environment");
  QTEST(read->profile.name, "name");
  QVERIFY(!read->profile.stored);
  QCOMPARE(read->profile.prefixes, QList<QByteArray>{"bull"});
  QVERIFY(profileProblems(read->profile).isEmpty());
}

/// Drafts and records are kept under the id: the next start has to find them.
void TestProfiles::knowsAPlaceAgain() {
  const auto id = [](const QString &url) { return profileFromUrl(url)->profile.id; };
  const QString first = id(u"redis://ann:one@r.example/4"_qs);
  QCOMPARE(id(u"redis://ann:two@r.example:6379/4?environment=staging&name=Shop"_qs), first);
  for (const QString &other :
       {u"redis://r.example/4"_qs, u"redis://ann@r.example/5"_qs, u"redis://ann@r.example:6380/4"_qs})
    QVERIFY2(id(other) != first, qPrintable(other));
}

void TestProfiles::refusesBadUrls() {
  for (const QString &url : {u"http://x"_qs, u"redis://h:99999"_qs, u""_qs})
    QVERIFY2(!profileFromUrl(url), qPrintable(url));
}

void TestProfiles::namesProblems() {
  Profile profile = newProfile();
  profile.host = u" "_qs;
  profile.port = 0;
  profile.database = -1;
  profile.prefixes = {};
  QCOMPARE(profileProblems(profile), (QList<QByteArray>{"name", "host", "port", "database", "prefixes"}));
  profile.socketPath = u"/tmp/x"_qs;
  QCOMPARE(profileProblems(profile), (QList<QByteArray>{"name", "database", "prefixes"}));
  profile.tls.emplace().keyFile = u"/k.pem"_qs;
  QCOMPARE(profileProblems(profile), (QList<QByteArray>{"name", "database", "certificate", "prefixes"}));
  profile.tls->certificateFile = u"/c.pem"_qs;
  QCOMPARE(profileProblems(profile), (QList<QByteArray>{"name", "database", "prefixes"}));
}

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_workspace_profiles.moc"
