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

const policy::SharedRules Rules = policy::builtInRules();

/// What the store keeps of an edit, without a key.
audit::Record recordOf(const QByteArray &before, const std::vector<json::Splice> &splices,
                       qint64 wholeLimit = 1'000'000) {
  audit::Payload payload;
  payload.before.emplace().bytes = before;
  payload.after.emplace().bytes = json::apply(before, splices);
  payload.splices = splices;
  const audit::SensitiveKey sensitive = [](const QByteArray &key) { return Rules->isSensitive(key); };
  const audit::Keeping kept = audit::keep(payload, {wholeLimit, sensitive, false});
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
  return OperationRunner::revertRequest(*Rules, record, holding(now), queue);
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
  void sensitiveValuesStayAsTheyAre();
  void leftOutRefusals();
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
  QVERIFY(audit::holdsPreImage(record));
  const audit::Record same = recordOf("", {{0, 0, "{}"}}); // workers read the one as the other
  QVERIFY(!audit::holdsPreImage(same));
  QCOMPARE(code(revert(same, "{}")), QByteArray("nothing-to-save"));
}

/// Without a key the record has no secret, and the ones that are there now stay.
void TstRevert::sensitiveValuesStayAsTheyAre() {
  const QByteArray before = R"({ "password" : "hunter2", "a":1.50, "b":{"token":[1,2]},"c":"x" })";
  const std::vector<json::Splice> splices = {{before.indexOf("1.50"), 4, "2"},
                                             {before.indexOf("\"x\""), 3, "[]"}};
  const QByteArray after = json::apply(before, splices);
  const audit::Record record = recordOf(before, splices);
  QVERIFY(record.before->left && !record.before->bytes.contains("hunter2"));
  QVERIFY(audit::revertible(record));
  const auto request = revert(record, after);
  QCOMPARE(code(request), QByteArray("ok"));
  QCOMPARE(request->newData, before);
  QCOMPARE(json::apply(request->baseline->data, request->splices), before);
  // A secret that was changed since is not touched, whatever its length.
  const auto replaced = [](QByteArray text) { return text.replace("hunter2", "another, longer one"); };
  QCOMPARE(revert(record, replaced(after))->newData, replaced(before));
  // Nor is another field that was.
  const auto other = [](QByteArray text) { return text.replace("\"c\"", "\"d\":7,\"c\""); };
  QCOMPARE(code(revert(record, other(after))), QByteArray("ok"));
  QCOMPARE(revert(record, other(after))->newData, other(before));
  QCOMPARE(revert(record, replaced(other(after)))->newData, replaced(other(before)));
}

void TstRevert::leftOutRefusals() {
  const QByteArray before = R"({"password":"p","a":1,"b":2})";
  const json::Splice splice{before.indexOf('1'), 1, "9"};
  const QByteArray after = json::apply(before, {splice});
  const audit::Record record = recordOf(before, {splice});
  QCOMPARE(code(revert(record, after)), QByteArray("ok"));
  QCOMPARE(code(revert(record, before)), QByteArray("nothing-to-save"));
  QCOMPARE(code(revert(record, R"({"password":"p","a":3,"b":2})")), QByteArray("changed-since"));
  QCOMPARE(code(revert(record, R"({"password":"p","b":2})")), QByteArray("changed-since"));
  QCOMPARE(code(revert(record, "broken")), QByteArray("changed-since"));
  // The secret is gone, or there are more of them: still none is written that was not there.
  QCOMPARE(revert(record, R"({"a":9,"b":2})")->newData, QByteArray(R"({"a":1,"b":2})"));
  QCOMPARE(revert(record, R"({"a":9,"token":"t","password":"q","b":2})")->newData,
           QByteArray(R"({"a":1,"token":"t","password":"q","b":2})"));
  const audit::Record secret = recordOf(before, {{before.indexOf("\"p\""), 3, "\"q\""}});
  QVERIFY(!audit::revertible(secret));
  QCOMPARE(code(revert(secret, json::apply(before, {{before.indexOf("\"p\""), 3, "\"q\""}}))),
           QByteArray("left-out"));
  // The first secret came with the edit: what was there before is whole, and still the record is not.
  const audit::Record added = recordOf(R"({"a":1})", {{1, 0, "\"token\":1,"}});
  QVERIFY(!added.before->left && added.after->left && !audit::revertible(added));
  QCOMPARE(code(revert(added, R"({"token":1,"a":1})")), QByteArray("left-out"));
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
  const audit::Record repair = recordOf("{'a", {{0, 3, "{}"}});
  QCOMPARE(code(revert(repair, "{}")), QByteArray("not-json"));
  QVERIFY(audit::revertible(good) && !audit::revertible(repair));
}

QTEST_APPLESS_MAIN(TstRevert)
#include "tst_revert.moc"
