// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes tried on jobs: what becomes of each, counted so that nothing is left out.
#include "edits/codec.h"
#include "edits/trial.h"

#include <QtTest>

using namespace oxp;
using edits::TrialJob;
using edits::TrialOutcome;
using edits::TrialSum;
using Kind = TrialOutcome::Kind;

namespace {

std::vector<edits::Change> changes() {
  return *edits::fromJson(R"([{"change":"increment","path":"n","value":1},)"
                          R"({"change":"set","path":"ship.to","value":"CH"}])");
}

std::vector<TrialJob> jobs() {
  return {
      {.id = "1", .data = R"({"n":1,"ship":{}})"},
      {.id = "2", .data = R"({"n":"1","ship":{}})"},
      {.id = "3", .data = R"({"n":1,"ship":[]})"},
      {.id = "4", .data = R"({"ship":{}})"},
      {.id = "5", .data = "{"},
      {.id = "6", .bar = TrialJob::Bar::Running},
      {.id = "7", .data = R"({"n":true})"},
      {.id = "8", .bar = TrialJob::Bar::Large},
      {.id = "9", .data = ""},
  };
}

} // namespace

class TstTrial : public QObject {
  Q_OBJECT

private slots:
  void saysWhatBecomesOfEach();
  void addsUp();
  void leavesWhatIsSoAlready();
  void stops();
};

void TstTrial::saysWhatBecomesOfEach() {
  const auto outcomes = edits::tryOut(jobs(), changes());
  QCOMPARE(outcomes.size(), jobs().size());
  QCOMPARE(int(outcomes[0].kind), int(Kind::Changes));
  QCOMPARE(json::apply(jobs()[0].data, outcomes[0].splices), QByteArray(R"({"n":2,"ship":{"to":"CH"}})"));
  for (size_t i = 1; i < outcomes.size(); ++i) {
    QCOMPARE(int(outcomes[i].kind), int(Kind::Refused));
    QVERIFY(outcomes[i].splices.empty());
    QCOMPARE(int(outcomes[i].bar), int(jobs()[i].bar));
  }
  QCOMPARE(int(outcomes[2].problem.code), int(edits::Problem::Code::NotAnObject));
  QCOMPARE(outcomes[2].problem.change, 1);
}

void TstTrial::addsUp() {
  const auto outcomes = edits::tryOut(jobs(), changes());
  const TrialSum sum = edits::sumOf(outcomes);
  QCOMPARE(sum.changes + sum.stay + sum.refused, int(jobs().size()));
  QCOMPARE(sum.changes, 1);
  QCOMPARE(sum.refused, 8);
  int of = 0;
  for (const TrialSum::Reason &reason : sum.reasons)
    of += reason.jobs;
  QCOMPARE(of, sum.refused);
  QCOMPARE(sum.reasons.size(), size_t(6));
  QCOMPARE(sum.reasons[0].jobs, 2); // the most frequent first
  QCOMPARE(sum.reasons[1].jobs, 2);
  for (const TrialOutcome &outcome : outcomes)
    QCOMPARE(sum.reasonOf(outcome) >= 0, outcome.kind == Kind::Refused);
  QCOMPARE(sum.reasonOf(outcomes[1]), sum.reasonOf(outcomes[6]));
  QVERIFY(sum.reasonOf(outcomes[5]) != sum.reasonOf(outcomes[7]));
}

void TstTrial::leavesWhatIsSoAlready() {
  const auto same = *edits::fromJson(R"([{"change":"set","path":"a","value":1}])");
  const auto outcomes =
      edits::tryOut({{.id = "1", .data = R"({"a": 1})"}, {.id = "2", .data = R"({"a":1.0})"}}, same);
  QCOMPARE(int(outcomes[0].kind), int(Kind::Stays));
  QCOMPARE(int(outcomes[1].kind), int(Kind::Changes));
  QCOMPARE(edits::sumOf(outcomes), (TrialSum{1, 1, 0, {}}));
}

void TstTrial::stops() {
  std::stop_source source;
  source.request_stop();
  QVERIFY(edits::tryOut(jobs(), changes(), source.get_token()).empty());
}

QTEST_APPLESS_MAIN(TstTrial)
#include "tst_trial.moc"
