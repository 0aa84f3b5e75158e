// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/operationsfixture.h"

#include <QtTest>

#include <algorithm>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr auto Payload =
    R"({"id":9007199254740993,"price":1.50,"dup":1,"dup":2,"text":"\u00eb \ud800","n":-0.0})";

struct StateCase {
  const char *peer; ///< how add.mjs calls it
  JobState state;
};
constexpr StateCase States[] = {{"waiting", JobState::Waiting},         {"delayed", JobState::Delayed},
                                {"prioritized", JobState::Prioritized}, {"active", JobState::Active},
                                {"failed", JobState::Failed},           {"completed", JobState::Completed},
                                {"scheduler", JobState::Delayed}};

QByteArray edited(const QByteArray &data) {
  return QByteArray(data).replace("1.50", "1.75");
}

QMap<QByteArray, QByteArray> fieldsOf(OperationsFixture &fixture, const QByteArray &key) {
  const Reply reply = fixture.redis({"HGETALL", key});
  QMap<QByteArray, QByteArray> fields;
  for (size_t i = 0; i + 1 < reply.items.size(); i += 2)
    fields.insert(reply.items[i].bytes, reply.items[i + 1].bytes);
  return fields;
}

} // namespace

/// The real libraries add jobs in every state; Oxpecker edits them; nothing but `data` and one stream entry
/// differs; the library's worker receives the edited bytes.
class TstEditEveryState : public QObject {
  Q_OBJECT

private slots:
  void edit_data();
  void edit();

private:
  void addAll(OperationsFixture &fixture, const Library &library, const QueueInfo &queue);
  void editOne(OperationsFixture &fixture, const QueueInfo &queue, const QByteArray &id,
               const StateCase &expected);
  void bringToWorker(OperationsFixture &fixture, const QueueInfo &queue);

  QMap<QByteArray, QByteArray> m_ids; ///< by the peer's word for the state
};

void TstEditEveryState::edit_data() {
  QTest::addColumn<int>("library");
  for (int i = 0; i < 4; ++i)
    QTest::newRow(Libraries[i].name) << i;
}

void TstEditEveryState::edit() {
  QFETCH(int, library);
  const Library &lib = Libraries[library];
  OperationsFixture fixture;
  QVERIFY2(fixture.start(), qPrintable(fixture.server->error()));
  const QueueInfo queue = fixture.queue(lib, "orders");
  addAll(fixture, lib, queue);
  if (QTest::currentTestFailed())
    return;
  for (const StateCase &expected : States) {
    if (!m_ids.contains(expected.peer))
      continue;
    editOne(fixture, queue, m_ids[expected.peer], expected);
    if (QTest::currentTestFailed())
      return;
  }
  bringToWorker(fixture, queue);
  if (QTest::currentTestFailed())
    return;
  m_ids.remove("completed");
  const auto taken = fixture.work(lib, "orders", static_cast<int>(m_ids.size()));
  for (auto it = m_ids.begin(); it != m_ids.end(); ++it)
    QCOMPARE(taken.value(it.value()), edited(Payload));
  QCOMPARE(fixture.records().size(), size_t(std::size(States) - (lib.family == Family::Bull4)) + 3);
}

void TstEditEveryState::addAll(OperationsFixture &fixture, const Library &lib, const QueueInfo &queue) {
  m_ids.clear();
  QJsonArray jobs;
  QList<QByteArray> states;
  // Those that are finished first, so that the peer's worker takes the right ones.
  for (const char *state :
       {"failed", "completed", "active", "waiting", "delayed", "prioritized", "scheduler"}) {
    if (lib.family == Family::Bull4 && state == QByteArray("prioritized"))
      continue; // has no such state
    states << state;
    jobs << QJsonObject{{QStringLiteral("state"), QLatin1String(state)},
                        {QStringLiteral("raw"), QLatin1String(QByteArray(Payload).toBase64())}};
  }
  const auto ids = fixture.add(lib, queue.id.name, jobs);
  QCOMPARE(ids.size(), states.size());
  for (qsizetype i = 0; i < ids.size(); ++i)
    m_ids.insert(states[i], ids[i]);
  if (lib.family == Family::Bull4) // the peer fails it past its lock
    fixture.redis({"DEL", queue.id.key(m_ids["failed"] + ":lock")});
}

void TstEditEveryState::editOne(OperationsFixture &fixture, const QueueInfo &queue, const QByteArray &id,
                                const StateCase &expected) {
  const JobSnapshot baseline = fixture.snapshot(queue, id);
  QCOMPARE(baseline.data, QByteArray(Payload));
  QCOMPARE(stateWord(baseline.state), stateWord(expected.state));
  const QByteArray jobKey = queue.id.key(id), streamKey = queue.id.key("events");
  const Keys before = fixture.keys();
  const auto fieldsBefore = fieldsOf(fixture, jobKey);
  const qint64 entriesBefore = fixture.redis({"XLEN", streamKey}).integer;

  OperationRequest request = editRequest(queue, baseline, edited(baseline.data));
  QCOMPARE(request.splices.size(), size_t(1));
  if (expected.state == JobState::Active)
    agree(request);
  const Ended ended = fixture.run(request);
  QVERIFY2(ended.report, why(ended).constData());

  QCOMPARE(ended.report->after->data, edited(Payload));
  QCOMPARE(ended.report->state, expected.state);
  auto fieldsWanted = fieldsBefore;
  fieldsWanted["data"] = edited(Payload);
  QCOMPARE(fieldsOf(fixture, jobKey), fieldsWanted);
  const bool bull4 = queue.family == Family::Bull4;
  QList<QByteArray> touched = bull4 ? QList<QByteArray>{jobKey} : QList<QByteArray>{jobKey, streamKey};
  std::sort(touched.begin(), touched.end());
  QCOMPARE(differing(before, fixture.keys()), touched);
  QCOMPARE(ended.report->announced, !bull4);
  QCOMPARE(fixture.redis({"XLEN", streamKey}).integer, bull4 ? 0 : entriesBefore + 1);
  if (!bull4) {
    const Reply last = fixture.redis({"XREVRANGE", streamKey, "+", "-", "COUNT", "1"});
    QCOMPARE(last.items[0].items[1].asBytesList().value(),
             (std::vector<QByteArray>{"event", "data-updated", "jobId", id}));
  }
}

void TstEditEveryState::bringToWorker(OperationsFixture &fixture, const QueueInfo &queue) {
  for (const char *delayed : {"delayed", "scheduler"}) {
    const Ended promoted = fixture.run(operation("job.promote", queue, m_ids[delayed]));
    QVERIFY2(promoted.report, why(promoted).constData());
    QCOMPARE(promoted.report->state, JobState::Waiting);
  }
  const Ended retried = fixture.run(operation("job.retry", queue, m_ids["failed"]));
  QVERIFY2(retried.report, why(retried).constData());
  // What the stalled check does with a job whose worker is gone.
  fixture.redis({"DEL", queue.id.key(m_ids["active"] + ":lock")});
  fixture.redis({"LREM", queue.id.key("active"), "0", m_ids["active"]});
  fixture.redis({"RPUSH", queue.id.key("wait"), m_ids["active"]});
}

QTEST_GUILESS_MAIN(TstEditEveryState)
#include "tst_editeverystate.moc"
