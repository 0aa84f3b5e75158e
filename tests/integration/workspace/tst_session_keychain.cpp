// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/secretstore.h"

#include <QTest>

using namespace oxp;

namespace {

SecretStore::Options options() {
  SecretStore::Options made;
  made.service = u"oxpecker-test"_qs;
  return made;
}

} // namespace

/// Runs inside a session bus of its own with an unlocked keyring: see CMakeLists.txt.
class TestKeychain : public QObject {
  Q_OBJECT

private slots:
  void keepsPasswords();
  void forgetsPasswords();
  void keepsTheSealKey();
  void mayGoBeforeTheAnswer();
};

void TestKeychain::keepsPasswords() {
  std::optional<bool> stored;
  SecretStore first(options());
  first.savePassword(u"p"_qs, SecretString("gehe\xE2\x9C\x93im"), true, this,
                     [&](const Result<bool> &done) { stored = *done; });
  QTRY_VERIFY(stored);
  QVERIFY(*stored);
  SecretStore second(options());
  QByteArray password;
  second.requestPassword(u"p"_qs, this, [&](const Result<SecretStore::MaybeSecret> &found) {
    password = *found ? (*found)->reveal() : QByteArray("(none)");
  });
  QTRY_VERIFY(!password.isEmpty());
  QCOMPARE(password, QByteArray("gehe\xE2\x9C\x93im"));
  QCOMPARE(second.availability(), SecretStore::Availability::Available);
}

void TestKeychain::forgetsPasswords() {
  const auto isThere = [this] {
    std::optional<bool> there;
    SecretStore store(options());
    store.requestPassword(u"p"_qs, this,
                          [&](const Result<SecretStore::MaybeSecret> &found) { there = found->has_value(); });
    [&] { QTRY_VERIFY(there); }();
    return there.value_or(true);
  };
  QVERIFY(isThere());
  SecretStore store(options());
  store.forget(u"p"_qs);
  QTRY_VERIFY(!isThere());
}

void TestKeychain::keepsTheSealKey() {
  const auto sealKey = [this] {
    QByteArray key;
    SecretStore store(options());
    store.requestSealKey(this, [&](const Result<QByteArray> &found) { key = *found; });
    [&] { QTRY_VERIFY(!key.isEmpty()); }();
    return key;
  };
  const QByteArray key = sealKey();
  QCOMPARE(key.size(), 32);
  QCOMPARE(sealKey(), key);
}

/// The keyring's answer comes to a job whose store has gone with its window.
void TestKeychain::mayGoBeforeTheAnswer() {
  bool told = false;
  for (int i = 0; i < 20; ++i) {
    SecretStore store(options());
    store.requestPassword(u"p"_qs, this, [&](const Result<SecretStore::MaybeSecret> &) { told = true; });
  }
  std::optional<bool> answered;
  SecretStore last(options());
  last.requestPassword(u"p"_qs, this,
                       [&](const Result<SecretStore::MaybeSecret> &found) { answered = found.has_value(); });
  QTRY_VERIFY(answered);
  QVERIFY(!told);
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_session_keychain.moc"
