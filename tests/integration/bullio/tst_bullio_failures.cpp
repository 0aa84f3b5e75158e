// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/failures.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/testsession.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <numeric>
#include <random>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr qint64 Now = 1'760'000'000'000;

QueueInfo queue(const char *name) {
  return {{"bull", name}, Family::BullMq6, "6.7.0", false, {}};
}

struct Failure {
  QueueInfo queue;
  QByteArray id, reason, stack;
  qint64 finished = 0;
};

/// What the groups should say of one kind of failure, counted by hand.
struct Plain {
  qint64 count = 0, first = 0, last = 0;
  std::map<qint64, QByteArray> ids; ///< by time
  QSet<QByteArray> queues;
};

} // namespace

/// The groups against counting by hand.
class TestBullioFailures : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanup();

  void countsAsByHand();
  void tellsTheGroupsSoFar();
  void findsNothingWhereNothingFailed();
  void endsWhenCancelled();

private:
  void add(const Failure &failure);

  RedisServer m_server;
  std::unique_ptr<test::TestSession> m_session;
};

void TestBullioFailures::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
  m_session = std::make_unique<test::TestSession>(m_server.endpoint());
  QVERIFY(m_session->connect());
}

void TestBullioFailures::cleanup() {
  m_server.run({"FLUSHALL"});
}

void TestBullioFailures::add(const Failure &failure) {
  m_server.run({"HSET", failure.queue.id.key(failure.id), "name", "order", "failedReason", failure.reason,
                "stacktrace", failure.stack});
  m_server.run({"ZADD", failure.queue.id.key("failed"), QByteArray::number(failure.finished), failure.id});
}

void TestBullioFailures::countsAsByHand() {
  std::mt19937 random(5);
  const std::vector<QueueInfo> queues{queue("orders"), queue("mail"), queue("empty")};
  // Each kind with what differs from job to job; the number stands for it.
  const std::vector<std::pair<QByteArray, QByteArray>> kinds{
      {"TypeError: order %1 has no total", "pay"},     {"TypeError: order %1 has no total", "ship"},
      {"CardError: card declined (%1)", "pay"},        {"plain words", ""},
      {"Timeout after %1 ms at 10.0.0.%1:6379", "io"}, {"", ""}};
  std::map<size_t, Plain> plain;
  for (int i = 0; i < 3'000; ++i) {
    const size_t kind = random() % kinds.size();
    const QByteArray number = QByteArray::number(random() % 100'000);
    QByteArray reason = kinds[kind].first;
    reason.replace("%1", number);
    const QByteArray &frame = kinds[kind].second;
    const QByteArray stack = frame.isEmpty()
                                 ? QByteArray("[]")
                                 : "[\"older\",\"" + reason + "\\n    at " + frame + " (/app/a.js:4:2)\"]";
    const Failure failure{queues[random() % 2], QByteArray::number(i), reason, stack,
                          Now + qint64(random() % 1'000'000) * 1'000 + i};
    add(failure);
    Plain &group = plain[kind];
    group.first = group.count == 0 ? failure.finished : std::min(group.first, failure.finished);
    group.last = std::max(group.last, failure.finished);
    group.ids[failure.finished] = failure.queue.id.name + '/' + failure.id;
    group.queues.insert(failure.queue.id.name);
    ++group.count;
  }
  const auto report = groupFailures(m_session->read(), queues, {}, {});
  QVERIFY(report);
  QVERIFY(report->complete);
  QCOMPARE(report->looked, 3'000);
  QCOMPARE(report->total, 3'000);
  QCOMPARE(report->ungrouped, 0);
  QCOMPARE(report->groups.size(), kinds.size());
  for (size_t i = 1; i < report->groups.size(); ++i)
    QVERIFY(report->groups[i - 1].count >= report->groups[i].count);
  for (const auto &[kind, expected] : plain) {
    const auto same = [&](const FailureGroup &group) { return group.last == expected.last; };
    const auto group = std::find_if(report->groups.begin(), report->groups.end(), same);
    QVERIFY(group != report->groups.end());
    QCOMPARE(group->count, expected.count);
    QCOMPARE(group->first, expected.first);
    QCOMPARE(std::accumulate(group->course.begin(), group->course.end(), qint64(0)), expected.count);
    QCOMPARE(group->queues.size(), size_t(expected.queues.size()));
    QCOMPARE(group->examples.size(), FailureGroup::MostExamples);
    auto latest = expected.ids.rbegin();
    for (const FailureExample &example : group->examples) {
      QCOMPARE(example.finished, latest->first);
      QCOMPARE(latest++->second, example.queue.id.name + '/' + example.jobId);
    }
    const QRegularExpression pattern(messagePattern(group->print.message));
    QVERIFY2(pattern.isValid(), qPrintable(pattern.pattern()));
    QByteArray reason = kinds[kind].first;
    QVERIFY2(pattern.match(QString::fromUtf8(reason.replace("%1", "4711"))).hasMatch(),
             qPrintable(pattern.pattern()));
  }
}

void TestBullioFailures::tellsTheGroupsSoFar() {
  for (int i = 0; i < 2'000; ++i)
    add({queue("orders"), QByteArray::number(i), "Error: one", "[]", Now + i});
  std::vector<FailureReport> told;
  const auto report = groupFailures(m_session->read(), {queue("orders")},
                                    [&](FailureReport so) { told.push_back(std::move(so)); }, {});
  QVERIFY(report);
  for (const FailureReport &so : told) {
    QVERIFY(!so.complete);
    QVERIFY(so.looked <= so.total);
  }
  QCOMPARE(report->groups.size(), 1U);
  QCOMPARE(report->from, Now);
  QCOMPARE(report->to, Now + 1'999);
}

void TestBullioFailures::findsNothingWhereNothingFailed() {
  const auto report = groupFailures(m_session->read(), {queue("orders")}, {}, {});
  QVERIFY(report);
  QVERIFY(report->complete);
  QVERIFY(report->groups.empty());
}

void TestBullioFailures::endsWhenCancelled() {
  add({queue("orders"), "1", "Error: one", "[]", Now});
  std::stop_source stop;
  stop.request_stop();
  const auto report = groupFailures(m_session->read(), {queue("orders")}, {}, stop.get_token());
  QVERIFY(!report);
  QCOMPARE(report.error().kind, ErrorKind::Cancelled);
  QVERIFY(m_session->read().call(Command::of("PING"), {}));
}

QTEST_GUILESS_MAIN(TestBullioFailures)
#include "tst_bullio_failures.moc"
