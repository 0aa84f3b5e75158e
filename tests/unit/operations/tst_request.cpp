// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/attempt.h"
#include "operations/editrequest.h"

#include <QtTest>

using namespace oxp;

namespace {

OperationRequest edit() {
  OperationRequest request;
  request.operation = "job.updateData";
  request.queue.id = {"bull", "orders"};
  request.queue.family = Family::BullMq6;
  request.jobId = "7";
  request.expectedState = JobState::Waiting;
  JobSnapshot baseline;
  baseline.data = R"({"a":1})";
  baseline.present = true;
  baseline.sha1 = QByteArray(20, 's');
  baseline.timestamp = "17";
  request.baseline = baseline;
  request.splices = {{5, 1, "2"}};
  request.newData = R"({"a":2})";
  return request;
}

} // namespace

class TstRequest : public QObject {
  Q_OBJECT

private slots:
  void hashCoversAllThatMatters();
  void hashDoesNotReadLargeData();
  void editsAreCompleted();
  void recordsGoThereAndBack();
  void situationKnowsBrokenJobs();
  void unsureFamiliesMayDoWhatIsTheSame();
};

void TstRequest::hashCoversAllThatMatters() {
  using Change = std::function<void(OperationRequest &)>;
  const std::vector<Change> changes = {
      [](OperationRequest &r) { r.operation = "job.retry"; },
      [](OperationRequest &r) { r.queue.id.prefix = "bul"; },
      [](OperationRequest &r) {
        r.queue.id = {"bull:orders", ""};
      },
      [](OperationRequest &r) { r.jobId = "8"; },
      [](OperationRequest &r) { r.expectedState = JobState::Active; },
      [](OperationRequest &r) { r.jobTimestamp = "17"; },
      [](OperationRequest &r) { r.jobTimestamp = ""; },
      [](OperationRequest &r) { r.arguments.insert("children", "1"); },
      [](OperationRequest &r) { r.reason = QStringLiteral("x"); },
      [](OperationRequest &r) { r.revertOf = 3; },
      [](OperationRequest &r) { r.baseline->sha1 = QByteArray(20, 't'); },
      [](OperationRequest &r) { r.baseline->timestamp = "18"; },
      [](OperationRequest &r) { r.baseline->present = false; },
      [](OperationRequest &r) { r.splices[0].inserted = "3"; },
      [](OperationRequest &r) { r.splices[0].offset = 6; },
      [](OperationRequest &r) { r.splices[0].removed = 0; },
      [](OperationRequest &r) {
        r.splices.push_back({7, 0, " "});
      },
      [](OperationRequest &r) { r.baseline.reset(); },
  };
  QSet<QByteArray> seen = {edit().hash()};
  for (const Change &change : changes) {
    OperationRequest request = edit();
    change(request);
    QVERIFY(!seen.contains(request.hash()));
    seen.insert(request.hash());
  }
  OperationRequest agreed = edit();
  agreed.grants.push_back({Grant::Kind::Consent, agreed.hash(), {}, 1, "Confirm"});
  QCOMPARE(agreed.hash(), edit().hash()); // a grant is given to the hash, not part of it
}

void TstRequest::hashDoesNotReadLargeData() {
  OperationRequest request = edit();
  request.newData = QByteArray(30'000'000, 'x');
  QCOMPARE(request.hash(), edit().hash()); // baseline and splices make it
}

void TstRequest::editsAreCompleted() {
  OperationRequest request = edit();
  request.newData.clear();
  QVERIFY(completeEdit(request));
  QCOMPARE(request.newData, QByteArray(R"({"a":2})"));
  request = edit();
  request.splices.clear();
  QVERIFY(completeEdit(request));
  QCOMPARE(request.splices, (std::vector<json::Splice>{{5, 1, "2"}})); // only what differs
  request = edit();
  request.splices = {{5, 1, "1"}}; // puts there what is there
  request.newData = request.baseline->data;
  QCOMPARE(completeEdit(request).error().code, QByteArray("nothing-to-save"));
  request.splices = {{5, 1, "01"}};
  request.newData.clear();
  QCOMPARE(completeEdit(request).error().code, QByteArray("not-json"));
  for (const auto &[before, after] :
       {std::pair("aab", "aabab"), {"abab", "ab"}, {"", "x"}, {"x", ""}, {"aa", "aaa"}}) {
    const json::Splice splice = differing(before, after);
    QCOMPARE(json::apply(QByteArray(before), {splice}), QByteArray(after));
  }
}

void TstRequest::recordsGoThereAndBack() {
  OperationRequest request = edit();
  request.arguments.insert("children", "1");
  request.arguments.insert("due", "tomorrow"); // an argument may be called as a fact is
  request.reason = QStringLiteral("why");
  JobDetail job;
  job.timestamp = "17";
  job.row.finished = 1'795'000'000'123;
  job.row.due = 1'795'000'000'456;
  SettleFacts facts = settleFacts(request, job, {42, "run"});
  facts.afterSha1 = QByteArray(20, 'n');
  const audit::Record record = recordFor(
      {QStringLiteral("p"), QStringLiteral("P"), QStringLiteral("w"), Environment::Staging}, request, facts);
  const SettleFacts back = settleFacts(record);
  QCOMPARE(back.operation, facts.operation);
  QCOMPARE(back.queue.id, facts.queue.id);
  QCOMPARE(back.jobTimestamp, facts.jobTimestamp);
  QCOMPARE(back.finished, facts.finished);
  QCOMPARE(back.due, facts.due);
  QCOMPARE(back.beforeSha1, facts.beforeSha1);
  QCOMPARE(back.afterSha1, facts.afterSha1);
  QVERIFY(back.mark == facts.mark);
  QCOMPARE(record.arguments, QByteArray(R"({"children":"1","due":"tomorrow"})"));
  audit::Record older = record; // facts had no place of their own once
  older.arguments = std::exchange(older.facts, {});
  QCOMPARE(settleFacts(older).due, facts.due);
  QVERIFY(settleFacts(older).mark == facts.mark);
  QVERIFY(back.beforePresent);
  request.baseline->present = false;
  QVERIFY(!settleFacts(recordFor({}, request, settleFacts(request, job, {}))).beforePresent);
  const OperationRequest told = requestFrom(record);
  QCOMPARE(told.jobId, request.jobId);
  QCOMPARE(told.operation, request.operation);
}

void TstRequest::situationKnowsBrokenJobs() {
  OperationRequest request = edit();
  request.expectedState = JobState::Active;
  const auto of = [&](const char *data) {
    request.baseline->data = data;
    return situationOf(request, Environment::Local, {}, {}).repairOfBroken;
  };
  QVERIFY(!of("{}"));
  QVERIFY(!of("")); // workers read {}
  QVERIFY(of("{'a'"));
  QVERIFY(of("\xef\xbb\xbf{}"));
}

void TstRequest::unsureFamiliesMayDoWhatIsTheSame() {
  using S = OperationSpec::Sameness;
  const auto may = [](S sameness, Family family, bool paused) {
    OperationSpec spec;
    spec.sameness = sameness;
    return isSameInAll(spec, family, paused);
  };
  for (const bool paused : {false, true}) {
    for (const S sameness : {S::None, S::FiveAndSixUnpaused, S::FiveAndSix, S::FourToSix}) {
      QVERIFY(may(sameness, Family::BullMq6, paused)); // it is known what it is
      QCOMPARE(may(sameness, Family::BullMq4To6, paused), sameness == S::FourToSix);
    }
    QVERIFY(!may(S::None, Family::BullMq5Or6, paused));
    QCOMPARE(may(S::FiveAndSixUnpaused, Family::BullMq5Or6, paused), !paused);
    QVERIFY(may(S::FiveAndSix, Family::BullMq5Or6, paused));
    QVERIFY(may(S::FourToSix, Family::BullMq5Or6, paused));
  }
}

QTEST_APPLESS_MAIN(TstRequest)
#include "tst_request.moc"
