// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/operationsfixture.h"

#include <QtTest>

#include <algorithm>

using namespace oxp;
using namespace oxp::test;

namespace {

QJsonObject job(const char *state, const char *id = nullptr) {
  QJsonObject object{{QStringLiteral("state"), QLatin1String(state)},
                     {QStringLiteral("data"), QJsonObject{{QStringLiteral("a"), 1}}}};
  if (id)
    object.insert(QStringLiteral("id"), QLatin1String(id));
  return object;
}

OperationRequest removal(OperationsFixture &fixture, const QueueInfo &queue, const QByteArray &id) {
  OperationRequest request = operation("job.remove", queue, id);
  request.jobTimestamp = fixture.redis({"HGET", queue.id.key(id), "timestamp"}).bytes;
  agree(request);
  return request;
}

} // namespace

/// Retry, promote and remove with the scripts of each library.
class TstJobOperations : public QObject {
  Q_OBJECT

private slots:
  void retryFailedAndCompleted_data() { libraries(); }
  void retryFailedAndCompleted();
  void retryTwiceSaysWhere_data() { libraries(); }
  void retryTwiceSaysWhere();
  void promote_data() { libraries(); }
  void promote();
  void remove_data() { libraries(); }
  void remove();
  void removeRefusesWhatMustStay_data() { libraries(); }
  void removeRefusesWhatMustStay();
  void removeKnowsSchedulersById();
  void removeLeavesChildren_data() { libraries(); }
  void removeLeavesChildren();
  void unknownFamilyAndNewerVersionAreRefused();
  void catalogueIsComplete();

private:
  static void libraries() {
    QTest::addColumn<int>("library");
    for (int i = 0; i < 4; ++i)
      QTest::newRow(Libraries[i].name) << i;
  }
};

void TstJobOperations::retryFailedAndCompleted() {
  QFETCH(int, library);
  const Library &lib = Libraries[library];
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(lib, "orders");
  const auto ids = fixture.add(lib, "orders", {job("failed"), job("completed")});
  for (const QByteArray &id : ids) {
    fixture.redis({"DEL", queue.id.key(id + ":lock")});
    const Ended retried = fixture.run(operation("job.retry", queue, id));
    QVERIFY2(retried.report, why(retried).constData());
    QCOMPARE(retried.report->state, JobState::Waiting);
    for (const char *ofTheLastRun : {"finishedOn", "failedReason", "returnvalue"})
      if (lib.family != Family::Bull4 || ofTheLastRun != QByteArray("returnvalue")) // its script leaves that
        QCOMPARE(fixture.redis({"HEXISTS", queue.id.key(id), ofTheLastRun}).integer, 0);
  }
  const auto taken = fixture.work(lib, "orders", 2);
  QVERIFY(taken.contains(ids[0]) && taken.contains(ids[1]));
}

void TstJobOperations::retryTwiceSaysWhere() {
  QFETCH(int, library);
  const Library &lib = Libraries[library];
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(lib, "orders");
  const auto ids = fixture.add(lib, "orders", {job("failed")});
  fixture.redis({"DEL", queue.id.key(ids[0] + ":lock")});
  QCOMPARE(word(fixture.run(operation("job.retry", queue, ids[0]))), QByteArray("done"));
  const Keys before = fixture.keys();
  QCOMPARE(word(fixture.run(operation("job.retry", queue, ids[0]))), QByteArray("WrongState/moved"));
  QCOMPARE(word(fixture.run(operation("job.retry", queue, "never-was"))), QByteArray("NotFound/gone"));
  QCOMPARE(differing(before, fixture.keys()), QList<QByteArray>());
}

void TstJobOperations::promote() {
  QFETCH(int, library);
  const Library &lib = Libraries[library];
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(lib, "orders");
  const auto ids = fixture.add(lib, "orders", {job("delayed"), job("waiting")});
  const Ended promoted = fixture.run(operation("job.promote", queue, ids[0]));
  QVERIFY2(promoted.report, why(promoted).constData());
  QCOMPARE(promoted.report->state, JobState::Waiting);
  auto wait = fixture.list(queue.id.key("wait"));
  wait.removeIf([](const QByteArray &id) { return id.startsWith("0:"); }); // BullMQ 4's wake-up mark
  QCOMPARE(wait.size(), 2);
  QCOMPARE(word(fixture.run(operation("job.promote", queue, ids[1]))), QByteArray("WrongState/moved"));
  QVERIFY(fixture.work(lib, "orders", 2).contains(ids[0]));
}

void TstJobOperations::remove() {
  QFETCH(int, library);
  const Library &lib = Libraries[library];
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(lib, "orders");
  const auto ids = fixture.add(lib, "orders", {job("failed"), job("waiting"), job("delayed")});
  fixture.redis({"DEL", queue.id.key(ids[0] + ":lock")});
  fixture.redis({"RPUSH", queue.id.key(ids[1] + ":logs"), "a line"});
  OperationRequest unasked = removal(fixture, queue, ids[1]);
  unasked.grants.clear();
  QCOMPARE(word(fixture.run(unasked)), QByteArray("Denied/no-consent"));
  for (const QByteArray &id : ids) {
    const OperationRequest request = removal(fixture, queue, id);
    const Ended removed = fixture.run(request);
    QVERIFY2(removed.report, why(removed).constData());
    QCOMPARE(fixture.redis({"EXISTS", queue.id.key(id), queue.id.key(id + ":logs")}).integer, 0);
    QCOMPARE(word(fixture.run(request)), QByteArray("NotFound/gone"));
  }
  for (const char *key : {"wait", "failed", "delayed"})
    QCOMPARE(fixture.redis({"EXISTS", queue.id.key(key)}).integer, 0);
}

void TstJobOperations::removeRefusesWhatMustStay() {
  QFETCH(int, library);
  const Library &lib = Libraries[library];
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(lib, "orders");
  const auto ids = fixture.add(lib, "orders", {job("active"), job("scheduler")});
  const Keys before = fixture.keys();
  QCOMPARE(word(fixture.run(removal(fixture, queue, ids[0]))), QByteArray("WrongState/locked"));
  QCOMPARE(word(fixture.run(removal(fixture, queue, ids[1]))), QByteArray("WrongState/scheduler-job"));
  QCOMPARE(differing(before, fixture.keys()), QList<QByteArray>());
}

/// Ids of people may look like those of a scheduler's jobs.
void TstJobOperations::removeKnowsSchedulersById() {
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(Libraries[0], "orders");
  fixture.redis({"ZADD", queue.id.key("repeat"), "5000", "cron"});
  const auto removed = [&](const QByteArray &id) {
    fixture.redis({"HSET", queue.id.key(id), "name", "n", "data", "{}", "timestamp", "17", "opts", "{}"});
    fixture.redis({"LPUSH", queue.id.key("wait"), id});
    return word(fixture.run(removal(fixture, queue, id)));
  };
  QCOMPARE(removed("repeat:cron:5000"), QByteArray("WrongState/scheduler-job"));
  QCOMPARE(removed("repeat:cron:4000"), QByteArray("done")); // one of before
  QCOMPARE(removed("repeat:every:week"), QByteArray("done"));
}

/// And nothing can be asked for that would take them along.
void TstJobOperations::removeLeavesChildren() {
  QFETCH(int, library);
  const Library &lib = Libraries[library];
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(lib, "orders");
  const QByteArray child = queue.id.key("child");
  for (const char *children : {"", "0", "1"}) {
    fixture.redis({"FLUSHALL"});
    fixture.redis({"HSET", queue.id.key("1"), "name", "n", "data", "{}", "timestamp", "17", "opts", "{}"});
    fixture.redis({"HSET", child, "name", "n", "data", "{}", "timestamp", "17", "opts", "{}"});
    fixture.redis({"HSET", queue.id.key("1:processed"), child, "1"});
    fixture.redis({"ZADD", queue.id.key("completed"), "5", "1", "5", "child"});
    OperationRequest request = removal(fixture, queue, "1");
    if (*children)
      request.arguments.insert("children", children);
    agree(request);
    QCOMPARE(word(fixture.run(request)), QByteArray(*children ? "Invalid/argument" : "done"));
    QCOMPARE(fixture.redis({"EXISTS", queue.id.key("1")}).integer, *children ? 1 : 0);
    QCOMPARE(fixture.redis({"EXISTS", child}).integer, 1);
  }
}

void TstJobOperations::unknownFamilyAndNewerVersionAreRefused() {
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  QueueInfo queue = fixture.queue(Libraries[0], "orders");
  fixture.add(Libraries[0], "orders", {job("failed", "f1")});
  queue.version = "7.0.0";
  QCOMPARE(word(fixture.run(operation("job.retry", queue, "f1"))), QByteArray("Unsupported/newer"));
  queue.family = Family::BullMqPro;
  QCOMPARE(word(fixture.run(operation("job.retry", queue, "f1"))), QByteArray("Unsupported/pro"));
  queue = fixture.queue(Libraries[0], "orders");
  queue.readOnlyReason = "pro";
  QCOMPARE(word(fixture.run(operation("job.retry", queue, "f1"))), QByteArray("Denied/queue-read-only"));
  QCOMPARE(word(fixture.run(operation("job.explode", fixture.queue(Libraries[0], "orders"), "f1"))),
           QByteArray("Invalid/operation"));
}

void TstJobOperations::catalogueIsComplete() {
  const policy::Capabilities operators = policy::builtInRules()->capabilitiesOf(Role::Operator);
  QList<QByteArray> ids;
  for (const OperationSpec &spec : operationCatalogue()) {
    QVERIFY(includes(operators, spec.needs));
    QVERIFY(spec.plan && spec.settle && spec.title && spec.help && spec.icon && spec.shortcut);
    QVERIFY(!ids.contains(spec.id));
    ids << spec.id;
    QCOMPARE(findOperation(spec.id)->title, spec.title);
  }
  QVERIFY(!ids.isEmpty());
  QVERIFY(!findOperation("job.explode"));
  const QueueInfo queue{{"bull", "q"}, Family::BullMq6, "6.7.0", false, {}};
  const OperationSpec &retry = *findOperation("job.retry");
  QVERIFY(offers(retry, queue, JobState::Failed, operators, false));
  QVERIFY(!offers(retry, queue, JobState::Waiting, operators, false));
  QVERIFY(!offers(retry, queue, JobState::Failed, policy::Capabilities(), false));
  QVERIFY(offers(*findOperation("queue.pause"), queue, JobState::Unknown, operators, false));
  QVERIFY(!offers(*findOperation("queue.pause"), queue, JobState::Unknown, operators, true));
  QVERIFY(offers(*findOperation("queue.resume"), queue, JobState::Unknown, operators, true));
}

QTEST_GUILESS_MAIN(TstJobOperations)
#include "tst_joboperations.moc"
