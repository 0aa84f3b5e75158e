// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/grant.h"

#include "operations/operation.h"

#include <QtTest>

using namespace oxp;
using policy::Decision;
using policy::Verdict;
using Kind = policy::Requirement::Kind;

namespace {

constexpr qint64 Now = 1'000'000'000;
const QString Author = QStringLiteral("ann@desk"), Other = QStringLiteral("ben@desk");

OperationRequest remove() {
  OperationRequest request;
  request.operation = "job.remove";
  request.queue.id = {"bull", "orders"};
  request.jobId = "7";
  request.jobTimestamp = "17";
  request.expectedState = JobState::Waiting;
  return request;
}

OperationRequest agreed(OperationRequest request, const Answer &answer = {}, const QString &who = Author) {
  request.reason = answer.reason;
  request.grants = consents(answer, request.hash(), who, Now);
  return request;
}

/// The code of the error; empty when it may run.
QByteArray missing(const Decision &decision, const OperationRequest &request, qint64 now = Now) {
  const auto error = missingGrant(decision, request, Author, now);
  return error ? error->code : QByteArray();
}

Decision asking(const std::vector<policy::Requirement> &requirements) {
  Decision decision;
  for (const policy::Requirement &requirement : requirements)
    decision.require(requirement);
  return decision;
}

} // namespace

class TstGrant : public QObject {
  Q_OBJECT

private slots:
  void whatAsksForNothingRuns();
  void consentIsForOneRequest();
  void consentGrowsOld();
  void consentIsTheAuthorsOwn();
  void eachRequirementIsMetByItsOwn_data();
  void eachRequirementIsMetByItsOwn();
  void aWorkerThatTookTheJobIsTold();
  void noOneKindStandsForAnother();
  void approvalIsSomebodyElses();
  void denialGoesFirst();
  void onlyConsentIsAskedFor();
  void requirementsAreASetInOrder();
};

void TstGrant::whatAsksForNothingRuns() {
  QCOMPARE(missing({}, remove()), QByteArray());
}

void TstGrant::consentIsForOneRequest() {
  const Decision decision = asking({{Kind::Confirm}});
  QCOMPARE(missing(decision, remove()), QByteArray("no-consent"));
  OperationRequest request = agreed(remove());
  QCOMPARE(missing(decision, request), QByteArray());
  request.jobId = "8";
  QCOMPARE(missing(decision, request), QByteArray("other-consent"));
}

void TstGrant::consentGrowsOld() {
  const Decision decision = asking({{Kind::Confirm}});
  const OperationRequest request = agreed(remove());
  QCOMPARE(missing(decision, request, Now + Grant::LifetimeMs), QByteArray());
  QCOMPARE(missing(decision, request, Now + Grant::LifetimeMs + 1), QByteArray("consent-expired"));
  QCOMPARE(missing(decision, request, Now - Grant::LifetimeMs), QByteArray()); // clocks are set back
  QCOMPARE(missing(decision, request, Now - Grant::LifetimeMs - 1), QByteArray("consent-expired"));
}

void TstGrant::consentIsTheAuthorsOwn() {
  QCOMPARE(missing(asking({{Kind::Confirm}}), agreed(remove(), {}, Other)), QByteArray("no-consent"));
}

void TstGrant::eachRequirementIsMetByItsOwn_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("code");
  QTest::newRow("tick") << int(Kind::Tick) << QByteArray("running") << QByteArray("no-running-tick");
  QTest::newRow("another tick") << int(Kind::Tick) << QByteArray("told-support") << QByteArray("no-tick");
  QTest::newRow("text") << int(Kind::TypeText) << QByteArray("7") << QByteArray("typed-differs");
  QTest::newRow("reason") << int(Kind::Reason) << QByteArray() << QByteArray("no-reason");
}

void TstGrant::eachRequirementIsMetByItsOwn() {
  QFETCH(const int, kind);
  QFETCH(const QByteArray, text);
  QFETCH(const QByteArray, code);
  OperationRequest request = remove();
  request.expectedState = JobState::Active;
  const Decision decision = asking({{Kind::Confirm}, {Kind(kind), text}});
  QCOMPARE(missing(decision, request), QByteArray("no-consent"));
  QCOMPARE(missing(decision, agreed(request)), code);
  QCOMPARE(missing(decision, agreed(request, {{"else"}, "8", QStringLiteral(" ")})), code);
  const Answer right{{"running", "told-support"}, "7", QStringLiteral("ticket 5")};
  QCOMPARE(missing(decision, agreed(request, right)), QByteArray());
}

void TstGrant::aWorkerThatTookTheJobIsTold() {
  const Decision decision = asking({{Kind::Confirm}, {Kind::Tick, "running"}});
  QCOMPARE(missingGrant(decision, remove(), Author, Now)->kind, ErrorKind::WrongState);
  QCOMPARE(missing(decision, agreed(remove())), QByteArray("now-running"));
  QCOMPARE(missing(decision, agreed(remove(), {{"running"}, {}, {}})), QByteArray());
}

/// A text that was typed is no tick, and who proved who they are has not agreed.
void TstGrant::noOneKindStandsForAnother() {
  OperationRequest request = remove();
  request.expectedState = JobState::Active;
  QCOMPARE(missing(asking({{Kind::Tick, "running"}}), agreed(request, {{}, "running", {}})),
           QByteArray("no-running-tick"));
  request.grants = {{Grant::Kind::Authentication, request.hash(), Author, Now, proofOf({Kind::Confirm})}};
  QCOMPARE(missing(asking({{Kind::Confirm}}), request), QByteArray("no-consent"));
  QCOMPARE(missing(asking({{Kind::Authenticate}}), request), QByteArray());
  QCOMPARE(missing(asking({{Kind::Authenticate}}), agreed(remove())), QByteArray("no-authentication"));
}

void TstGrant::approvalIsSomebodyElses() {
  const Decision decision = asking({{Kind::Approve}});
  OperationRequest request = agreed(remove());
  QCOMPARE(missing(decision, request), QByteArray("no-approval"));
  QCOMPARE(missingGrant(decision, request, Author, Now)->kind, ErrorKind::Denied);
  request.grants.push_back({Grant::Kind::Approval, request.hash(), Author, Now, {}});
  QCOMPARE(missing(decision, request), QByteArray("no-approval"));
  request.grants.back().who = Other;
  QCOMPARE(missing(decision, request), QByteArray());
  request.grants.back().requestHash = "of another";
  QCOMPARE(missing(decision, request), QByteArray("other-consent"));
}

void TstGrant::denialGoesFirst() {
  Decision decision = asking({{Kind::Confirm}});
  decision.verdict = Verdict::Deny;
  decision.reasons = {"viewer"};
  QCOMPARE(missing(decision, agreed(remove())), QByteArray("viewer"));
  decision.reasons = {"audit-unavailable"};
  QCOMPARE(missingGrant(decision, remove(), Author, Now)->kind, ErrorKind::AuditUnavailable);
}

void TstGrant::onlyConsentIsAskedFor() {
  QVERIFY(!refusalOf({}));
  QVERIFY(!refusalOf(asking({{Kind::Confirm}, {Kind::Tick, "a"}, {Kind::TypeText, "b"}, {Kind::Reason}})));
  QCOMPARE(refusalOf(asking({{Kind::Confirm}, {Kind::Authenticate}}))->code, QByteArray("no-authentication"));
  QCOMPARE(refusalOf(asking({{Kind::Approve}}))->code, QByteArray("no-approval"));
  Decision denied;
  denied.verdict = Verdict::Deny;
  denied.reasons = {"queue-read-only"};
  QCOMPARE(refusalOf(denied)->code, QByteArray("queue-read-only"));
}

void TstGrant::requirementsAreASetInOrder() {
  const Decision decision = asking(
      {{Kind::Reason}, {Kind::TypeText, "7"}, {Kind::Confirm}, {Kind::TypeText, "7"}, {Kind::Tick, "a"}});
  const std::vector<policy::Requirement> expected = {
      {Kind::Confirm}, {Kind::Tick, "a"}, {Kind::TypeText, "7"}, {Kind::Reason}};
  QVERIFY(decision.requirements == expected);
  QVERIFY(decision.find(Kind::Reason) && !decision.find(Kind::Approve));
}

QTEST_APPLESS_MAIN(TstGrant)
#include "tst_grant.moc"
