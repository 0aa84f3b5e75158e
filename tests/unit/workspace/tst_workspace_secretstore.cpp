// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/secretstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace oxp;

namespace {

SecretStore::Options memoryOnly() {
  SecretStore::Options options;
  options.useKeychain = false;
  return options;
}

} // namespace

class TestSecretStore : public QObject {
  Q_OBJECT

private slots:
  void keepsPasswordsInMemoryWithoutAKeychain();
  void keepsAPassphraseApart();
  void hasNoSealKeyWithoutAKeychain();
  void forgets();
  void givesUpOnASilentKeychain();
};

void TestSecretStore::keepsPasswordsInMemoryWithoutAKeychain() {
  SecretStore store(memoryOnly());
  QCOMPARE(store.availability(), SecretStore::Availability::None);
  std::optional<bool> stored;
  store.savePassword(u"p"_qs, SecretString("s3cret"), true, this,
                     [&](const Result<bool> &done) { stored = *done; });
  QTRY_VERIFY(stored);
  QVERIFY(!*stored);
  QVERIFY(store.remembers(u"p"_qs));
  QByteArray password;
  store.requestPassword(
      u"p"_qs, this, [&](const Result<SecretStore::MaybeSecret> &found) { password = (*found)->reveal(); });
  QTRY_COMPARE(password, "s3cret"_qba);
}

void TestSecretStore::keepsAPassphraseApart() {
  SecretStore store(memoryOnly());
  store.remember(u"p"_qs, SecretString("s3cret"));
  QVERIFY(!store.remembers(u"p"_qs, SecretKind::KeyPassphrase));
  store.remember(u"p"_qs, SecretString("open sesame"), SecretKind::KeyPassphrase);
  QByteArray password, passphrase;
  store.requestPassword(
      u"p"_qs, this, [&](const Result<SecretStore::MaybeSecret> &found) { password = (*found)->reveal(); });
  store.request(SecretKind::KeyPassphrase, u"p"_qs, this,
                [&](const Result<SecretStore::MaybeSecret> &found) { passphrase = (*found)->reveal(); });
  QTRY_COMPARE(passphrase, "open sesame"_qba);
  QTRY_COMPARE(password, "s3cret"_qba);
}

void TestSecretStore::hasNoSealKeyWithoutAKeychain() {
  SecretStore store(memoryOnly());
  std::optional<QByteArray> key;
  store.requestSealKey(this, [&](const Result<QByteArray> &found) { key = *found; });
  QTRY_VERIFY(key);
  QVERIFY(key->isEmpty());
}

void TestSecretStore::forgets() {
  SecretStore store(memoryOnly());
  store.remember(u"p"_qs, SecretString("x"));
  store.remember(u"p"_qs, SecretString("y"), SecretKind::KeyPassphrase);
  QSignalSpy changed(&store, &SecretStore::storedChanged);
  store.forget(u"p"_qs);
  QVERIFY(!store.remembers(u"p"_qs));
  QVERIFY(!store.remembers(u"p"_qs, SecretKind::KeyPassphrase));
  QCOMPARE(changed.size(), 2);
  bool answered = false;
  store.requestPassword(
      u"p"_qs, this, [&](const Result<SecretStore::MaybeSecret> &found) { answered = !found->has_value(); });
  QTRY_VERIFY(answered);
}

/// No session bus, or one where nobody ever answers: both end as "none" in the time given.
void TestSecretStore::givesUpOnASilentKeychain() {
  qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
  SecretStore::Options options;
  options.service = u"oxpecker-test"_qs;
  options.answerMs = 300;
  SecretStore store(options);
  std::optional<SecretStore::MaybeSecret> found;
  store.requestPassword(u"p"_qs, this,
                        [&](const Result<SecretStore::MaybeSecret> &answer) { found = *answer; });
  QTRY_VERIFY(found);
  QVERIFY(!found->has_value());
  QCOMPARE(store.availability(), SecretStore::Availability::None);
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_workspace_secretstore.moc"
