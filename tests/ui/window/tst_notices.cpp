// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/stallingproxy.h"
#include "ui/window/windowtest.h"

#include <QPushButton>

#include <algorithm>

using namespace oxp;
using namespace oxp::test;

namespace {

using AtLimit = StallingProxy::AtLimit;
using Direction = StallingProxy::Direction;
using Scope = StallingProxy::Scope;

const QString NotKnown = u"whether it arrived is not known yet"_qs;
const QString Arrived = u"The write did arrive."_qs;
const QString Lost = u"The write did not arrive; nothing was changed."_qs;

} // namespace

/// What the window says of writes to several jobs, and of one whose outcome comes late.
class TestWindowNotices : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void theAnswerTakesItsQuestionsPlace();
  void anAnswerAboutAnotherJobNamesIt();
  void goodNewsOfAnotherJobLeavesByItself();
  void aLaterSuccessTakesTheFailureAway();

private:
  /// Retries the open job; its reply is lost after the server has done it, or its bytes on the way there.
  bool retryIntoSilence(WindowTest &t, StallingProxy &proxy, bool arrives, const QByteArray &id);
  bool open(WindowTest &t, const StallingProxy &proxy);
};

bool TestWindowNotices::open(WindowTest &t, const StallingProxy &proxy) {
  const QString url =
      QStringLiteral("unix://%1?name=Shop&environment=local").arg(proxy.endpoint().socketPath);
  return t.person.start(url, t.folder.path());
}

bool TestWindowNotices::retryIntoSilence(WindowTest &t, StallingProxy &proxy, bool arrives,
                                         const QByteArray &id) {
  t.shop.server.run({"CLIENT", "PAUSE", "600000", "WRITE"});
  if (!t.person.key(Qt::Key_R, Qt::ControlModifier))
    return false;
  const auto stuck = [&] {
    const QList<QByteArray> clients = t.shop.server.run({"CLIENT", "LIST"}).bytes.split('\n');
    return std::any_of(clients.begin(), clients.end(), [](const QByteArray &client) {
      return client.contains(" flags=b") && client.contains(" cmd=eval");
    });
  };
  if (!t.person.waits("the retry on its way", stuck))
    return false;
  proxy.refuseNew(true); // the question stands until somebody can be asked
  if (arrives) {
    proxy.limit(Scope::Open, Direction::ToClient, 0, AtLimit::Hold);
    t.shop.server.run({"CLIENT", "UNPAUSE"});
    if (!t.person.waits("the retry", [&] { return t.shop.waiting().contains(id); }))
      return false;
  }
  proxy.dropAll();
  if (!t.person.reads(NotKnown))
    return false;
  t.shop.server.run({"CLIENT", "UNPAUSE"});
  return true;
}

void TestWindowNotices::theAnswerTakesItsQuestionsPlace() {
  WindowTest t;
  QVERIFY(t.shop.start());
  StallingProxy proxy(t.shop.server.socketPath());
  const QByteArray other = t.shop.add("failed", "{\"b\":1}"), id = t.shop.add("failed", "{\"a\":1}");
  QVERIFY(open(t, proxy));
  Person &person = t.person;
  QVERIFY(person.openJob(other, u"failed"_qs));
  QVERIFY(person.key(Qt::Key_R, Qt::ControlModifier)); // so that the server knows the script
  QVERIFY(person.waits("the first retry", [&] { return t.shop.waiting().contains(other); }));
  QVERIFY(person.chooseJob(id));
  QVERIFY(person.waits("the job", [&] { return person.text().contains("\"a\""); }));
  QVERIFY(retryIntoSilence(t, proxy, true, id));
  proxy.refuseNew(false);
  QVERIFY(person.reads(Arrived));
  QVERIFY(!person.notices().join(u'\n').contains(NotKnown));
  QVERIFY(!person.sees(u"1 more notice"_qs));
}

void TestWindowNotices::anAnswerAboutAnotherJobNamesIt() {
  WindowTest t;
  QVERIFY(t.shop.start());
  StallingProxy proxy(t.shop.server.socketPath());
  const QByteArray first = t.shop.add("failed", "{\"a\":1}"), second = t.shop.add("failed", "{\"b\":1}");
  QVERIFY(open(t, proxy));
  Person &person = t.person;
  QVERIFY(person.openJob(second, u"failed"_qs));
  QVERIFY(person.openJob(first, u"failed"_qs));
  QVERIFY(person.waits("the job", [&] { return person.text().contains("\"a\""); }));
  QVERIFY(retryIntoSilence(t, proxy, false, first));
  QVERIFY(person.chooseJob(second));
  proxy.refuseNew(false);
  QVERIFY(person.reads(u"Job %1: %2"_qs.arg(QString::fromUtf8(first), Lost)));
  QCOMPARE(t.shop.waiting(), QList<QByteArray>());
}

void TestWindowNotices::goodNewsOfAnotherJobLeavesByItself() {
  WindowTest t;
  QVERIFY(t.shop.start());
  StallingProxy proxy(t.shop.server.socketPath());
  const QByteArray known = t.shop.add("failed", "{\"c\":1}"), first = t.shop.add("failed", "{\"a\":1}"),
                   second = t.shop.add("failed", "{\"b\":1}");
  QVERIFY(open(t, proxy));
  Person &person = t.person;
  QVERIFY(person.openJob(known, u"failed"_qs));
  QVERIFY(person.key(Qt::Key_R, Qt::ControlModifier)); // so that the server knows the script
  QVERIFY(person.waits("the first retry", [&] { return t.shop.waiting().contains(known); }));
  QVERIFY(person.chooseJob(first));
  QVERIFY(person.waits("the job", [&] { return person.text().contains("\"a\""); }));
  QVERIFY(retryIntoSilence(t, proxy, true, first));
  QVERIFY(person.chooseJob(second));
  proxy.refuseNew(false);
  const QString news = u"Job %1: %2"_qs.arg(QString::fromUtf8(first), Arrived);
  QVERIFY(person.reads(news));
  QVERIFY(person.waits("the end of the news", [&] { return !person.notices().join(u'\n').contains(news); }));
}

/// The older one was the graver.
void TestWindowNotices::aLaterSuccessTakesTheFailureAway() {
  WindowTest t;
  QVERIFY(t.shop.start());
  StallingProxy proxy(t.shop.server.socketPath());
  const QByteArray id = t.shop.add("failed", "{\"a\":1}");
  QVERIFY(open(t, proxy));
  Person &person = t.person;
  QVERIFY(person.openJob(id, u"failed"_qs));
  QVERIFY(retryIntoSilence(t, proxy, false, id));
  proxy.refuseNew(false);
  QVERIFY(person.reads(Lost));
  QVERIFY(person.press(u"Retry"_qs));
  QVERIFY(person.waits("the retry", [&] { return t.shop.waiting().contains(id); }));
  QVERIFY(person.waits("the end of the old notice",
                       [&] { return !person.notices().join(u'\n').contains(Lost); }));
}

QTEST_MAIN(TestWindowNotices)
#include "tst_notices.moc"
