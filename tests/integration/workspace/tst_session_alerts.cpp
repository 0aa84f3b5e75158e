// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include "workspace/alertwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace oxp::test;
using policy::Alert;
using policy::AlertKind;
using policy::AlertRule;

namespace {

const QueueId Legacy{"bull", "legacy"};

AlertRule ruleOf(AlertKind kind, qint64 limit, int minutes = 5) {
  return {kind, std::nullopt, limit, minutes, true};
}

} // namespace

class TestSessionAlerts : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void tellsFailuresWhileHidden();
  void tellsFailuresOfAQueueWithoutEvents();
  void tellsABacklogAndItsEnd();
  void tellsOfAJobThatWaitsTooLong();
  void asksNothingWithoutRules();
  void readsOnlyWhatMoved();

private:
  void watch(std::vector<AlertRule> rules) {
    m_watch = std::make_unique<AlertWatch>(*m_session, 50);
    connect(m_watch.get(), &AlertWatch::raised, this, [this](const Alert &alert) { m_raised += alert; });
    connect(m_watch.get(), &AlertWatch::over, this, [this](const Alert &alert) { m_over += alert; });
    m_watch->setRules(std::move(rules));
  }
  void tell(const QueueId &queue, const QByteArray &event) {
    m_server->run({"XADD", queue.key("events"), "*", "event", event, "jobId", "1"});
  }
  qint64 calls(const QByteArray &command) {
    const QByteArray info = m_server->run({"INFO", "commandstats"}).bytes;
    const qsizetype at = info.indexOf("cmdstat_" + command + ":calls=");
    return at < 0 ? 0 : info.mid(info.indexOf('=', at) + 1).split(',').front().toLongLong();
  }

  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<Surroundings> m_around;
  std::unique_ptr<ProfileSession> m_session;
  std::unique_ptr<AlertWatch> m_watch;
  QList<Alert> m_raised, m_over;
};

void TestSessionAlerts::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  seedQueue(*m_server, Orders, 3);
  tell(Orders, "added");
  m_around = std::make_unique<Surroundings>();
  m_session = std::make_unique<ProfileSession>(m_around->setup(profileOf(m_server->endpoint())));
  m_session->setWindowActive(false);
  m_session->connectNow();
  QTRY_VERIFY(m_session->discovery().complete);
  m_raised.clear();
  m_over.clear();
}

void TestSessionAlerts::cleanup() {
  m_watch.reset();
  m_session.reset();
  m_around.reset();
  m_server.reset();
}

void TestSessionAlerts::tellsFailuresWhileHidden() {
  watch({ruleOf(AlertKind::FailedRises, 3), ruleOf(AlertKind::Stalled, 1)});
  QTRY_VERIFY(m_session->speaks(Orders));
  tell(Orders, "failed");
  tell(Orders, "failed");
  tell(Orders, "stalled");
  QTRY_COMPARE(m_raised.size(), 1);
  QCOMPARE(m_raised.front().rule.kind, AlertKind::Stalled);
  tell(Orders, "failed");
  QTRY_COMPARE(m_raised.size(), 2);
  QCOMPARE(m_raised.back().queue, Orders);
  QCOMPARE(m_raised.back().value, 3);
  m_watch->setRules({});
  QCOMPARE(m_over.size(), 2);
}

void TestSessionAlerts::tellsFailuresOfAQueueWithoutEvents() {
  seedQueue(*m_server, Legacy, 1);
  m_server->run({"DEL", Orders.key("events")});
  m_session->refresh();
  QTRY_VERIFY(m_session->queue(Legacy));
  QSignalSpy backlogs(m_session.get(), &ProfileSession::statusChanged);
  watch({ruleOf(AlertKind::FailedRises, 2)});
  seedFailed(*m_server, Legacy, "old", "it was there before");
  const qint64 before = calls("zcard");
  QTRY_VERIFY(calls("zcard") >= before + 8); // twice, two of each queue
  QVERIFY(m_raised.isEmpty());
  for (const char *id : {"a", "b", "c"})
    seedFailed(*m_server, Legacy, id, "new");
  QTRY_COMPARE(m_raised.size(), 1);
  QCOMPARE(m_raised.front().queue, Legacy);
}

void TestSessionAlerts::tellsABacklogAndItsEnd() {
  watch({ruleOf(AlertKind::WaitingAbove, 3)});
  QTRY_VERIFY(m_session->speaks(Orders));
  m_server->run({"LPUSH", Orders.key("wait"), "4"});
  tell(Orders, "added");
  QTRY_COMPARE(m_raised.size(), 1);
  QCOMPARE(m_raised.front().value, 4);
  m_server->run({"RPOP", Orders.key("wait")});
  tell(Orders, "active");
  QTRY_COMPARE(m_over.size(), 1);
  QVERIFY(m_watch->standing().empty());
}

void TestSessionAlerts::tellsOfAJobThatWaitsTooLong() {
  watch({ruleOf(AlertKind::OldestWaiting, 0, 10)}); // the seed's jobs are of 2023
  QTRY_COMPARE(m_raised.size(), 1);
  QVERIFY(m_raised.front().value > 10 * 60'000);
}

void TestSessionAlerts::asksNothingWithoutRules() {
  watch({});
  QTRY_VERIFY(!m_session->discovery().running);
  const qint64 before = calls("llen");
  QTest::qWait(250);
  QCOMPARE(calls("llen"), before);
  QCOMPARE(calls("xread"), 0);
}

void TestSessionAlerts::readsOnlyWhatMoved() {
  watch({ruleOf(AlertKind::WaitingAbove, 1'000)});
  QTRY_VERIFY(m_session->speaks(Orders));
  QTRY_VERIFY(calls("lindex") > 0);
  QTest::qWait(200); // looks that have nothing to read
  const qint64 settled = calls("lindex");
  QTest::qWait(200);
  QCOMPARE(calls("lindex"), settled);
  tell(Orders, "added");
  QTRY_VERIFY(calls("lindex") > settled);
}

QTEST_GUILESS_MAIN(TestSessionAlerts)
#include "tst_session_alerts.moc"
