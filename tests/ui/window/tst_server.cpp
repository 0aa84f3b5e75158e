// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/stallingproxy.h"
#include "ui/window/windowtest.h"

#include <QPushButton>

using namespace oxp;
using namespace oxp::test;
using Direction = StallingProxy::Direction;
using Scope = StallingProxy::Scope;
using AtLimit = StallingProxy::AtLimit;

namespace {

const QByteArray Order = "{\"to\": \"12 Long Road\",\"total\" : 1.10}";
const QByteArray Edited = "{\"to\": \"7 Short Road\",\"total\" : 1.10}";

// Long enough that only the write itself passes the limits below.
const QByteArray Large = "{\"blob\":\"" + QByteArray(150'000, 'x') + "\",\"to\": \"12 Long Road\"}";
constexpr qint64 MoreThanReads = 50'000;

RedisServerOptions lasting() {
  return {false, {u"--appendonly"_qs, u"yes"_qs}};
}

} // namespace

/// The server goes away while text is typed or saved, and comes back.
class TestServer : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void refusesASaveWhileItIsAwayAndSavesAfterwards();
  void goesOnWhereItStoodAfterARestart();
  void keepsTheTextWhenTheDataAreGone();
  void settlesAWriteThatNeverArrived();
  void settlesAWriteWhoseReplyWasLost();

private:
  static bool says(Person &person, const QString &words);
  static void openThroughProxy(WindowTest &t, const StallingProxy &proxy, QByteArray &id);
};

/// What the tree says at the profile.
bool TestServer::says(Person &person, const QString &words) {
  return person.waits(qPrintable(words), [&] {
    const QModelIndex profile = person.row({u"Shop"_qs});
    return profile.isValid() && profile.siblingAtColumn(1).data().toString() == words;
  });
}

void TestServer::refusesASaveWhileItIsAwayAndSavesAfterwards() {
  WindowTest t(lasting());
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  QVERIFY(t.open());
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(says(person, u"1 queue"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Sh"_qs));
  t.shop.server.killHard();
  QVERIFY(says(person, u"away, trying again"_qs));
  QVERIFY(person.keys(u"ort"_qs));
  QVERIFY(person.text().contains("7 Short Road"));

  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.press(u"Save changes"_qs, person.see(u"Review changes"_qs)));
  QVERIFY(person.reads(u"The server cannot be reached. Nothing was changed."_qs));
  QVERIFY(person.text().contains("7 Short Road"));

  QVERIFY(t.shop.server.restart());
  QVERIFY(person.command(u"Reconnect now"_qs));
  QVERIFY(says(person, u"1 queue"_qs));
  QCOMPARE(t.shop.data(id), Order);
  const Keys before = t.shop.keys();
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.press(u"Save changes"_qs, person.see(u"Review changes"_qs)));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data(id), Edited);
  QCOMPARE(differing(before, t.shop.keys()), (QList<QByteArray>{t.shop.key(id), "bull:orders:events"}));
}

void TestServer::goesOnWhereItStoodAfterARestart() {
  WindowTest t(lasting());
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  QVERIFY(t.open());
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(person.press(u"Save"_qs));
  QWidget *review = person.see(u"Review changes"_qs);
  QVERIFY(review);
  t.shop.server.killHard();
  QVERIFY(says(person, u"away, trying again"_qs));
  QVERIFY(t.shop.server.restart());
  QVERIFY(says(person, u"1 queue"_qs));
  QVERIFY(person.press(u"Save changes"_qs, review));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data(id), Edited);
}

void TestServer::keepsTheTextWhenTheDataAreGone() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("failed", Order);
  QVERIFY(t.open());
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(t.shop.server.restart());
  QVERIFY(person.reads(u"This job is gone."_qs));
  QVERIFY(person.text().contains("7 Short Road"));
  QVERIFY(!person.see<QPushButton>(u"Save"_qs)->isEnabled());
  QVERIFY(t.shop.keys().isEmpty());
}

void TestServer::openThroughProxy(WindowTest &t, const StallingProxy &proxy, QByteArray &id) {
  id = t.shop.add("failed", Large);
  const QString url =
      QStringLiteral("unix://%1?name=Shop&environment=local").arg(proxy.endpoint().socketPath);
  QVERIFY(t.person.start(url, t.folder.path()));
  QVERIFY(t.person.openJob(id, u"failed"_qs));
  QVERIFY(t.person.retype(u"12 Long"_qs, u"7 Short"_qs));
}

void TestServer::settlesAWriteThatNeverArrived() {
  WindowTest t(lasting());
  QVERIFY(t.shop.start());
  StallingProxy proxy(t.shop.server.socketPath());
  QByteArray id;
  openThroughProxy(t, proxy, id);
  Person &person = t.person;
  proxy.limit(Scope::Open, Direction::ToServer, MoreThanReads, AtLimit::Hold);
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.waits("the write on its way", [&] { return proxy.held(Direction::ToServer) > 0; }));
  t.shop.server.killHard();
  proxy.dropAll();
  QVERIFY(person.reads(u"The connection broke while writing; whether it arrived is not known yet."_qs));
  QVERIFY(person.text().contains("7 Short Road"));
  QVERIFY(t.shop.server.restart());
  QVERIFY(person.reads(u"The write did not arrive; nothing was changed."_qs));
  QVERIFY(person.text().contains("7 Short Road"));
  QCOMPARE(t.shop.data(id), Large);

  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.reads(u"Saved."_qs));
  QByteArray expected = Large;
  expected.replace("12 Long", "7 Short");
  QCOMPARE(t.shop.data(id), expected);
}

void TestServer::settlesAWriteWhoseReplyWasLost() {
  WindowTest t(lasting());
  QVERIFY(t.shop.start());
  StallingProxy proxy(t.shop.server.socketPath());
  QByteArray id;
  openThroughProxy(t, proxy, id);
  Person &person = t.person;
  QVERIFY(person.press(u"Save"_qs)); // once through, so that the server knows the script
  QVERIFY(person.reads(u"Saved."_qs));
  QVERIFY(person.retype(u"7 Short"_qs, u"3 Wide"_qs));
  proxy.limit(Scope::Open, Direction::ToServer, MoreThanReads, AtLimit::Hold);
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.waits("the write on its way", [&] { return proxy.held(Direction::ToServer) > 0; }));
  proxy.limit(Scope::Open, Direction::ToClient, 0, AtLimit::Hold);
  proxy.limit(Scope::Open, Direction::ToServer, -1, AtLimit::Hold);
  QByteArray expected = Large;
  expected.replace("12 Long", "3 Wide");
  QVERIFY(person.waits("the write", [&] { return t.shop.data(id) == expected; }));
  const auto events = t.shop.events();
  proxy.dropAll();
  QVERIFY(person.reads(u"The write did arrive."_qs));
  // What is typed is what is stored: there is nothing left to save, and nothing to compare.
  auto *save = person.see<QPushButton>(u"Save"_qs);
  QVERIFY(person.waits("a clean editor", [&] { return !save->isEnabled(); }));
  QCOMPARE(save->accessibleDescription(), u"Nothing has been changed."_qs);
  QVERIFY(person.text().contains("3 Wide Road"));
  QCOMPARE(t.shop.data(id), expected);
  QCOMPARE(t.shop.events(), events);
}

QTEST_MAIN(TestServer)
#include "tst_server.moc"
