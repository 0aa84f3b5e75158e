// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "fakes/redis/testsession.h"
#include "integration/operations/operationsfixture.h"
#include "operations/plan.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::test;

namespace {

struct Wish {
  const char *operation;
  const char *state; ///< that the job is in when the person looks at it
};
constexpr Wish Wishes[] = {{"job.retry", "failed"}, {"job.promote", "delayed"}, {"job.remove", "failed"}};

QJsonObject job(const char *state, const char *id) {
  return {{QStringLiteral("state"), QLatin1String(state)}, {QStringLiteral("id"), QLatin1String(id)}};
}

} // namespace

/// What a person agreed to is done to the job that was seen, and to no other one: not to a later job of the
/// same id, and not to one that has moved on.
class TstJobIdentity : public QObject {
  Q_OBJECT

private slots:
  void init();
  void anotherJobOfTheId_data();
  void anotherJobOfTheId();
  void movedOn_data() { everyLibrary(); }
  void movedOn();
  void guardKnowsEveryState_data() { everyLibrary(); }
  void guardKnowsEveryState();
  void destructiveNeedsAnIdentity();
  void cleanup();

private:
  static void everyLibrary();
  void add(const char *state);
  void replace();
  OperationRequest seen(const char *id);
  JobDetail detail();
  QByteArray planned(const OperationRequest &request, const JobDetail &job);
  qint64 guardSays(const QByteArray &id, const QByteArray &timestamp, const QByteArray &state);

  const Library *m_library = nullptr;
  std::unique_ptr<OperationsFixture> m_fixture;
  std::unique_ptr<TestSession> m_session;
  QueueInfo m_queue;
};

void TstJobIdentity::everyLibrary() {
  QTest::addColumn<int>("library");
  for (int i = 0; i < 4; ++i)
    QTest::newRow(Libraries[i].name) << i;
}

void TstJobIdentity::anotherJobOfTheId_data() {
  QTest::addColumn<int>("library");
  QTest::addColumn<QByteArray>("operation");
  QTest::addColumn<QByteArray>("state");
  for (int i = 0; i < 4; ++i)
    for (const Wish &wish : Wishes)
      QTest::addRow("%s %s %s", Libraries[i].name, wish.operation, wish.state)
          << i << QByteArray(wish.operation) << QByteArray(wish.state);
}

void TstJobIdentity::init() {
  m_fixture = std::make_unique<OperationsFixture>();
  QVERIFY2(m_fixture->start(), qPrintable(m_fixture->server->error()));
  m_session = std::make_unique<TestSession>(m_fixture->server->endpoint());
  QVERIFY(m_session->connect());
}

void TstJobIdentity::cleanup() {
  m_session.reset();
  m_fixture.reset();
}

void TstJobIdentity::add(const char *state) {
  QCOMPARE(m_fixture->add(*m_library, "orders", {job(state, "mine")}), QList<QByteArray>{"mine"});
  m_queue = m_fixture->queue(*m_library, "orders");
  m_fixture->redis({"DEL", m_queue.id.key("mine:lock")});
}

/// As when somebody removes the job and adds another one under its id, which comes to the same state.
void TstJobIdentity::replace() {
  const QByteArray key = m_queue.id.key("mine");
  const qint64 timestamp = detail().timestamp.toLongLong();
  m_fixture->redis({"HSET", key, "timestamp", QByteArray::number(timestamp + 1)});
}

JobDetail TstJobIdentity::detail() {
  return reader::detail(m_session->read(), m_queue, "mine", {}).value_or(JobDetail());
}

/// The wish of somebody who looks at the job as it is now.
OperationRequest TstJobIdentity::seen(const char *id) {
  OperationRequest request = operation(id, m_queue, "mine");
  const JobDetail job = detail();
  request.jobTimestamp = job.timestamp;
  request.expectedState = job.row.state;
  agree(request);
  return request;
}

/// Carries it out as the runner does after its last look at `job`.
QByteArray TstJobIdentity::planned(const OperationRequest &request, const JobDetail &job) {
  const auto bundle = m_fixture->scripts->bundleFor(m_queue.family, m_queue.version);
  PlanContext context{m_session->write(), *m_fixture->scripts, **bundle, request, job, {}};
  return word({findOperation(request.operation)->plan(context), {}});
}

void TstJobIdentity::anotherJobOfTheId() {
  QFETCH(int, library);
  QFETCH(QByteArray, operation);
  QFETCH(QByteArray, state);
  m_library = &Libraries[library];
  add(state);
  const OperationRequest request = seen(operation);
  const JobDetail last = detail();
  replace();
  const Keys before = m_fixture->keys();
  QCOMPARE(word(m_fixture->run(request)), QByteArray("NotFound/other-job"));
  QCOMPARE(planned(request, last), QByteArray("NotFound/other-job")); // between the last look and the write
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
  QCOMPARE(word(m_fixture->run(seen(operation))), QByteArray("done"));
  m_fixture->redis({"FLUSHALL"});
  QCOMPARE(planned(request, last), QByteArray("NotFound/gone"));
  QCOMPARE(m_fixture->keys(), Keys());
}

void TstJobIdentity::movedOn() {
  QFETCH(int, library);
  m_library = &Libraries[library];
  add("failed");
  const OperationRequest remove = seen("job.remove"), retry = seen("job.retry");
  const JobDetail failed = detail();
  QCOMPARE(word(m_fixture->run(retry)), QByteArray("done")); // somebody else's
  const Keys before = m_fixture->keys();
  QCOMPARE(word(m_fixture->run(remove)), QByteArray("WrongState/moved"));
  QCOMPARE(word(m_fixture->run(retry)), QByteArray("WrongState/moved"));
  QCOMPARE(planned(remove, failed), QByteArray("WrongState/moved")); // between the last look and the write
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

/// The guard alone, in front of a script that changes nothing.
qint64 TstJobIdentity::guardSays(const QByteArray &id, const QByteArray &timestamp, const QByteArray &state) {
  const Script *guard = m_fixture->scripts->own("guardJob");
  const Reply reply = guard ? m_fixture->redis({"EVAL", guard->lua + "\nreturn #ARGV", "0", "first", "second",
                                                m_queue.id.key({}), id, timestamp, state})
                            : Reply();
  return reply.type == Reply::Type::Integer ? reply.integer : -1;
}

void TstJobIdentity::guardKnowsEveryState() {
  QFETCH(int, library);
  m_library = &Libraries[library];
  QJsonArray jobs{job("active", "a"), job("completed", "c"), job("failed", "f"), job("delayed", "d")};
  if (m_library->family != Family::Bull4) {
    jobs << job("prioritized", "p");
    jobs << job("waiting-children", "wc");
  }
  jobs << job("waiting", "w");
  m_queue = m_fixture->queue(*m_library, "orders");
  const QList<QByteArray> ids = m_fixture->add(*m_library, "orders", jobs);
  QCOMPARE(ids.size(), jobs.size());
  for (qsizetype i = 0; i < ids.size(); ++i) {
    const QByteArray &id = ids[i];
    const JobDetail detail = reader::detail(m_session->read(), m_queue, id, {}).value_or(JobDetail());
    QCOMPARE(stateWord(detail.row.state), jobs[i][QStringLiteral("state")].toString().toLatin1());
    for (const JobState claimed : ShownStates)
      QCOMPARE(guardSays(id, detail.timestamp, stateKey(claimed)),
               claimed == detail.row.state ? 2 : StateMoved);
    QCOMPARE(guardSays(id, detail.timestamp, {}), 2);
    QCOMPARE(guardSays(id, detail.timestamp + '0', stateKey(detail.row.state)), OtherJob);
    QCOMPARE(guardSays(id, {}, stateKey(detail.row.state)), OtherJob);
  }
  QCOMPARE(guardSays("never-was", "1", {}), JobGone);
}

void TstJobIdentity::destructiveNeedsAnIdentity() {
  m_library = &Libraries[0];
  add("failed");
  OperationRequest request = operation("job.remove", m_queue, "mine");
  agree(request);
  const Keys before = m_fixture->keys();
  QCOMPARE(word(m_fixture->run(request)), QByteArray("Invalid/no-identity"));
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

QTEST_GUILESS_MAIN(TstJobIdentity)
#include "tst_jobidentity.moc"
