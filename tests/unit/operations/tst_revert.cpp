// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/keeping.h"
#include "operations/operationrunner.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>

using namespace oxp;

namespace {

JobSnapshot holding(const QByteArray &data) {
  JobSnapshot now;
  now.queue = {"bull", "orders"};
  now.jobId = "7";
  now.data = data;
  now.present = true;
  now.sha1 = QCryptographicHash::hash(data, QCryptographicHash::Sha1);
  now.timestamp = "17";
  return now;
}

/// What the store keeps of an edit.
audit::Record recordOf(const QByteArray &before, const std::vector<json::Splice> &splices,
                       qint64 wholeLimit = 1'000'000) {
  audit::Payload payload;
  payload.before.emplace().bytes = before;
  payload.after.emplace().bytes = json::apply(before, splices);
  payload.splices = splices;
  const audit::Keeping kept =
      audit::keep(payload, {wholeLimit, [](const QByteArray &) { return false; }, false});
  audit::Record record;
  record.id = 5;
  record.operation = "job.updateData";
  record.queue = {"bull", "orders"};
  record.jobId = "7";
  record.jobTimestamp = "17";
  record.outcome = audit::Outcome::Done;
  record.before = kept.payload.before;
  record.after = kept.payload.after;
  record.splices = kept.payload.splices;
  return record;
}

Result<OperationRequest> revert(const audit::Record &record, const QByteArray &now) {
  QueueInfo queue;
  queue.id = {"bull", "orders"};
  return OperationRunner::revertRequest(record, holding(now), queue);
}

QByteArray code(const Result<OperationRequest> &request) {
  return request ? QByteArray("ok") : request.error().code;
}

} // namespace

class TstRevert : public QObject {
  Q_OBJECT

private slots:
  void wholeIsByteExact();
  void rangesAreByteExact();
  void missingFieldBecomesAnEmptyObject();
  void refusals();
};

void TstRevert::wholeIsByteExact() {
  const QByteArray before = "{ \"a\" : 1.50,\t\"a\":2 }\n";
  const auto request = revert(recordOf(before, {{8, 4, "2"}}), json::apply(before, {{8, 4, "2"}}));
  QVERIFY(request);
  QCOMPARE(request->newData, before);
  QCOMPARE(json::apply(request->baseline->data, request->splices), before);
  QCOMPARE(request->revertOf, 5);
  QVERIFY(!request->changes.empty());
}

void TstRevert::rangesAreByteExact() {
  QRandomGenerator random(7);
  for (int round = 0; round < 200; ++round) {
    QByteArray before = "[";
    for (int i = 0; i < 30; ++i)
      before += QByteArray::number(random.bounded(1000)) + ',';
    before += "0]";
    std::vector<json::Splice> splices;
    for (qsizetype at = before.indexOf(','); at >= 0 && splices.size() < 4; at = before.indexOf(',', at + 10))
      splices.push_back({at + 1, 0, QByteArray::number(random.bounded(100'000)) + ','});
    splices.push_back({before.size() - 2, 1, QByteArray::number(1 + random.bounded(100'000))});
    const audit::Record record = recordOf(before, splices, 10);
    QVERIFY(record.before->ranges);
    const auto request = revert(record, json::apply(before, splices));
    QCOMPARE(code(request), QByteArray("ok"));
    QCOMPARE(request->newData, before);
    QCOMPARE(code(revert(record, before)), QByteArray("changed-since"));
  }
}

void TstRevert::missingFieldBecomesAnEmptyObject() {
  audit::Record record = recordOf("", {{0, 0, "{\"a\":1}"}});
  record.before->present = false;
  const auto request = revert(record, "{\"a\":1}");
  QVERIFY(request);
  QCOMPARE(request->newData, QByteArray("{}"));
}

void TstRevert::refusals() {
  const QByteArray before = R"({"a":1})", after = R"({"a":2})";
  const audit::Record good = recordOf(before, {{5, 1, "2"}});
  QCOMPARE(code(revert(good, after)), QByteArray("ok"));
  audit::Record record = good;
  record.operation = "job.retry";
  QCOMPARE(code(revert(record, after)), QByteArray("not-revertible"));
  record = good;
  record.outcome = audit::Outcome::Failed;
  QCOMPARE(code(revert(record, after)), QByteArray("not-revertible"));
  record = good;
  record.before->left = true;
  QCOMPARE(code(revert(record, after)), QByteArray("left-out"));
  record = good;
  record.before.reset();
  QCOMPARE(code(revert(record, after)), QByteArray("left-out"));
  record = good;
  record.jobTimestamp = "18";
  QCOMPARE(revert(record, after).error().kind, ErrorKind::NotFound);
  QCOMPARE(code(revert(good, before)), QByteArray("nothing-to-save"));
  QCOMPARE(code(revert(good, R"({"a":3})")), QByteArray("changed-since"));
  QCOMPARE(code(revert(good, "broken")), QByteArray("changed-since"));
  QCOMPARE(code(revert(recordOf("{'a", {{0, 3, "{}"}}), "{}")), QByteArray("not-json"));
}

QTEST_APPLESS_MAIN(TstRevert)
#include "tst_revert.moc"
