// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/outcomejudge.h"

#include "operations/compareandset.h"

#include <QtTest>

namespace oxp::test {

using audit::Outcome;

void OutcomeJudge::start() {
  OperationsFixture::Options options;
  options.commandTimeout = std::chrono::milliseconds(1'000);
  options.backoff = {std::chrono::milliseconds(5), std::chrono::milliseconds(20)};
  m_fixture = std::make_unique<OperationsFixture>(options);
  m_proxy = std::make_unique<LyingProxy>(m_fixture->server->socketPath());
  m_fixture->options.endpoint = m_proxy->endpoint();
  QVERIFY2(m_fixture->start(), qPrintable(m_fixture->server->error()));
  m_queue = m_fixture->queue(Libraries[0], "orders");
  for (const Wish &wish : Wishes) {
    plant(wish);
    const qint64 before = events();
    const Ended ended = m_fixture->run(request(wish));
    QVERIFY2(ended.report, why(ended).constData());
    m_announces[wish.operation] = events() - before;
    QVERIFY2(m_announces[wish.operation] > 0 || wish.operation == "job.editOptions"_qba, wish.operation);
  }
}

void OutcomeJudge::stop() {
  m_fixture.reset();
  m_proxy.reset();
}

void OutcomeJudge::plant(const Wish &wish) {
  const QByteArray blob(wish.large ? ScriptDataLimit : 10, 'x');
  test::plant(*m_fixture, m_queue, {.state = wish.state, .data = "{\"blob\":\"" + blob + "\",\"n\":1}"});
}

OperationRequest OutcomeJudge::request(const Wish &wish) {
  // The lie before may have left a connection that answers nothing.
  (void)QTest::qWaitFor([&] { return m_fixture->snapshot(m_queue, "1").present; }, 20'000);
  return wishFor(*m_fixture, m_queue, wish.operation);
}

Outcome OutcomeJudge::recorded(qint64 id) {
  for (const audit::Record &record : m_fixture->records()) {
    if (record.id == id)
      return record.outcome;
  }
  return Outcome::Intent;
}

void OutcomeJudge::judge(const OperationRequest &request, bool lied) {
  QSignalSpy settled(m_fixture->runner.get(), &OperationRunner::settled);
  const Keys before = m_fixture->keys();
  const qint64 announced = events();
  const Ended ended = m_fixture->run(request);
  QCOMPARE(m_proxy->hasLied(), lied);
  if (ended.report) {
    QVERIFY2(!differing(before, m_fixture->keys()).isEmpty(), "told as done");
    QCOMPARE(events() - announced, m_announces[request.operation]);
    return;
  }
  Outcome told = Outcome::Failed;
  if (ended.report.error().kind == ErrorKind::OutcomeUnknown) {
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 30'000);
    QCOMPARE(settled.at(0).at(0).toLongLong(), ended.detail.recordId);
    told = settled.at(0).at(1).value<Outcome>();
    QVERIFY2(told == Outcome::Done || told == Outcome::Failed, "never found out");
  }
  const QList<QByteArray> changed = differing(before, m_fixture->keys());
  QVERIFY2(changed.isEmpty() == (told == Outcome::Failed), why(ended) + " but changed: " + changed.join(' '));
  QCOMPARE(recorded(ended.detail.recordId) == Outcome::Done, told == Outcome::Done);
  QVERIFY(events() - announced <=
          (told == Outcome::Done ? m_announces[request.operation] : 0)); // never twice
}

} // namespace oxp::test
