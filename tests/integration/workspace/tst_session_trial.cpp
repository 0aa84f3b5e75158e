// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs that an edit is tried on: the newest of what was chosen, with their data, and those left out that a
// run would leave alone.
#include "shop.h"
#include "workspace/longreads.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"

using namespace oxp;
using namespace oxp::test;
using edits::TrialJob;

class TestTrial : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void readsTheNewestOfAState();
  void readsNamedOnesInTheirOrder();
  void leavesOutWhatARunLeavesAlone();
  void readsNoMoreThanItMayHold();
  void saysThatThereIsNoConnection();

private:
  std::vector<TrialJob> read(const Selection &selection);
  Selection failed() const { return {m_queue, Selection::WholeState{JobState::Failed}}; }

  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<Surroundings> m_around;
  std::unique_ptr<ProfileSession> m_session;
  QueueInfo m_queue;
};

void TestTrial::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  seedQueue(*m_server, Orders, 3);
  for (int i = 0; i < 600; ++i) {
    const QByteArray id = "f" + QByteArray::number(i);
    m_server->run({"HSET", Orders.key(id), "name", "refund", "timestamp", "1700000000000", "data",
                   "{\"n\":" + QByteArray::number(i) + "}"});
    m_server->run({"ZADD", Orders.key("failed"), QByteArray::number(1'700'000'000'000 + i), id});
  }
  m_around = std::make_unique<Surroundings>();
  m_session = std::make_unique<ProfileSession>(m_around->setup(profileOf(m_server->endpoint())));
  m_session->link().connectNow();
  QTRY_VERIFY(m_session->queues().discovery().complete);
  m_queue = *m_session->queues().find(Orders);
}

void TestTrial::cleanup() {
  m_session.reset();
  m_around.reset();
  m_server.reset();
}

std::vector<TrialJob> TestTrial::read(const Selection &selection) {
  std::optional<Result<std::vector<TrialJob>>> answer;
  m_session->longReads().requestTrialJobs(selection, this, [&](auto jobs) { answer = std::move(jobs); });
  if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000) || !*answer)
    return {};
  return std::move(**answer);
}

void TestTrial::readsTheNewestOfAState() {
  const auto jobs = read(failed());
  QCOMPARE(jobs.size(), size_t(500));
  QCOMPARE(jobs.front().id, QByteArray("f599"));
  QCOMPARE(jobs.front().name, QByteArray("refund"));
  QCOMPARE(jobs.front().data, QByteArray("{\"n\":599}"));
  QCOMPARE(jobs.back().id, QByteArray("f100"));
  Selection bounded = failed();
  std::get<Selection::WholeState>(bounded.of).max = "1700000000009";
  QCOMPARE(read(bounded).size(), size_t(10));
  std::get<Selection::WholeState>(bounded.of).limit = 4;
  QCOMPARE(read(bounded).front().id, QByteArray("f9"));
  QCOMPARE(read(bounded).size(), size_t(4));
}

void TestTrial::readsNamedOnesInTheirOrder() {
  Selection::Jobs named;
  for (int i = 0; i < 600; ++i)
    named.push_back({"f" + QByteArray::number(i), JobState::Failed});
  const auto jobs = read({m_queue, named});
  QCOMPARE(jobs.size(), size_t(500));
  for (size_t i = 0; i < jobs.size(); ++i)
    QCOMPARE(jobs[i].id, named[i].id);
  QVERIFY(read({m_queue, Selection::Jobs()}).empty());
}

void TestTrial::leavesOutWhatARunLeavesAlone() {
  m_server->run({"HSET", Orders.key("big"), "name", "big", "timestamp", "1", "data",
                 '"' + QByteArray(1'000'000, 'x') + '"'});
  m_server->run({"SET", Orders.key("f1") + ":lock", "token"});
  const auto jobs = read({m_queue, Selection::Jobs{{"f0", JobState::Failed},
                                                   {"f1", JobState::Failed},
                                                   {"gone", JobState::Failed},
                                                   {"big", JobState::Failed},
                                                   {"1", JobState::Active}}});
  QCOMPARE(jobs.size(), size_t(5));
  using Bar = TrialJob::Bar;
  const Bar bars[] = {Bar::None, Bar::Running, Bar::Gone, Bar::Large, Bar::Running};
  for (size_t i = 0; i < jobs.size(); ++i) {
    QCOMPARE(int(jobs[i].bar), int(bars[i]));
    QCOMPARE(jobs[i].data.isEmpty(), bars[i] != Bar::None);
  }
}

void TestTrial::readsNoMoreThanItMayHold() {
  const QByteArray data = '"' + QByteArray(999'000, 'x') + '"';
  for (int i = 0; i < 90; ++i)
    m_server->run({"HSET", Orders.key("f" + QByteArray::number(599 - i)), "data", data});
  const auto jobs = read(failed());
  qint64 bytes = 0;
  for (const TrialJob &job : jobs)
    bytes += job.data.size();
  QVERIFY2(jobs.size() > 60 && jobs.size() < 75, qPrintable(QString::number(jobs.size())));
  QVERIFY(bytes < 72'000'000);
}

void TestTrial::saysThatThereIsNoConnection() {
  m_session->link().disconnectNow();
  std::optional<Result<std::vector<TrialJob>>> answer;
  m_session->longReads().requestTrialJobs(failed(), this, [&](auto jobs) { answer = std::move(jobs); });
  QVERIFY(!answer); // never from inside the call
  QTRY_VERIFY(answer);
  QVERIFY(!*answer);
  QCOMPARE(answer->error().kind, ErrorKind::Disconnected);
}

QTEST_GUILESS_MAIN(TestTrial)
#include "tst_session_trial.moc"
