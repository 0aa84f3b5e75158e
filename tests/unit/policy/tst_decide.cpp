// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/rules.h"

#include <QtTest>

#include <algorithm>

using namespace oxp;
using namespace oxp::policy;

namespace {

Decision decide(const Situation &situation) {
  static const SharedRules rules = builtInRules();
  return rules->decide(situation);
}

bool says(const Decision &decision, const char *word) {
  return std::find(decision.reasons.begin(), decision.reasons.end(), QByteArray(word)) !=
         decision.reasons.end();
}

QByteArray typed(const Decision &decision) {
  const Requirement *asked = decision.find(Requirement::Kind::TypeText);
  return asked ? asked->text : QByteArray();
}

bool ticksRunning(const Decision &decision) {
  return decision.needs({Requirement::Kind::Tick, "running"});
}

/// Whether somebody has to say yes; what asks for anything asks for that too.
bool confirms(const Decision &decision) {
  return decision.verdict == Verdict::Allow && decision.needs({Requirement::Kind::Confirm});
}

bool allows(const Decision &decision) {
  return decision.verdict == Verdict::Allow && !decision.asks();
}

json::Change changed(const char *pointer, const char *before = "1", const char *after = "2") {
  return {json::Change::Changed, json::Pointer::fromString(QByteArray(pointer)), before, after};
}

void setOperation(Situation &situation, const QByteArray &operation) {
  situation.operation = operation;
  situation.edit = operation == "job.updateData";
  situation.ofQueue = operation.startsWith("queue.");
}

Situation edit(Environment environment, std::vector<json::Change> changes = {changed("/a")}) {
  Situation situation;
  setOperation(situation, "job.updateData");
  situation.environment = environment;
  situation.needs = Capability::EditData;
  situation.may = Capability::EditData;
  situation.jobId = "42";
  situation.changes = std::move(changes);
  return situation;
}

const std::vector<Environment> AllEnvironments = {Environment::Local, Environment::Staging,
                                                  Environment::Production};

} // namespace

class TstDecide : public QObject {
  Q_OBJECT

private slots:
  void deniesWhateverTheEnvironment();
  void saveByEnvironmentAndSetting();
  void sensitiveAsksEverywhere();
  void sensitiveInsideAnAddedContainer();
  void theStrictestChangeDecides();
  void movedSensitiveValueIsNone();
  void markedIsOnlySaid();
  void runningTickByState();
  void removeAsksAndTypesInProduction();
  void queueOperationsAskInProduction();
  void plainJobOperationsNeverAsk();
  void manyAtOnceAreAskedAbout();
  void capabilitiesAreAskedForOneByOne();
  void everyCombinationIsSane();
  void everyCombinationIsAsItIsWritten();
};

void TstDecide::deniesWhateverTheEnvironment() {
  for (Environment environment : AllEnvironments) {
    Situation viewer = edit(environment);
    viewer.may = {};
    QCOMPARE(decide(viewer).verdict, Verdict::Deny);
    QVERIFY(says(decide(viewer), "viewer"));
    Situation readOnly = edit(environment);
    readOnly.queueReadOnly = true;
    QVERIFY(decide(readOnly).verdict == Verdict::Deny && says(decide(readOnly), "queue-read-only"));
    Situation noAudit = edit(environment);
    noAudit.auditAvailable = false;
    QVERIFY(decide(noAudit).verdict == Verdict::Deny && says(decide(noAudit), "audit-unavailable"));
  }
  QCOMPARE(decide({}).verdict, Verdict::Deny); // the default of every fact is the safe one
}

void TstDecide::saveByEnvironmentAndSetting() {
  using R = ReviewSetting;
  const auto asks = [](Environment environment, R review) {
    Situation situation = edit(environment);
    situation.review = review;
    return confirms(decide(situation));
  };
  QVERIFY(asks(Environment::Local, R::Always));
  QVERIFY(asks(Environment::Staging, R::Always));
  QVERIFY(asks(Environment::Production, R::Always));
  QVERIFY(!asks(Environment::Local, R::StagingAndProduction));
  QVERIFY(asks(Environment::Staging, R::StagingAndProduction));
  QVERIFY(asks(Environment::Production, R::StagingAndProduction));
  QVERIFY(!asks(Environment::Local, R::SensitiveOnly));
  QVERIFY(!asks(Environment::Staging, R::SensitiveOnly));
  QVERIFY(!asks(Environment::Production, R::SensitiveOnly));
  QVERIFY(says(decide(edit(Environment::Production)), "production"));
}

void TstDecide::sensitiveAsksEverywhere() {
  for (Environment environment : AllEnvironments) {
    for (ReviewSetting review :
         {ReviewSetting::Always, ReviewSetting::StagingAndProduction, ReviewSetting::SensitiveOnly}) {
      Situation situation = edit(environment, {changed("/a"), changed("/card/cardNumber")});
      situation.review = review;
      const Decision decision = decide(situation);
      QVERIFY(confirms(decision));
      QVERIFY(decision.cancelIsDefault);
      QVERIFY(says(decision, "sensitive"));
      QCOMPARE(typed(decision), environment == Environment::Local ? QByteArray() : QByteArray("42"));
    }
  }
}

void TstDecide::sensitiveInsideAnAddedContainer() {
  json::Change added = changed("/customer", "", "{\"name\":\"a\",\"iban\":\"DE1\"}");
  added.kind = json::Change::Added;
  QVERIFY(says(decide(edit(Environment::Local, {added})), "sensitive"));
  json::Change removed = changed("/customer", "{\"ssn\":1}", "");
  removed.kind = json::Change::Removed;
  QVERIFY(says(decide(edit(Environment::Local, {removed})), "sensitive"));
}

/// Wherever it stands among the others, and in whichever of its texts.
void TstDecide::theStrictestChangeDecides() {
  const json::Change plain = changed("/a"), marked = changed("/email"), sensitive = changed("/token");
  json::Change within = changed("/customer", "{\"iban\":1}", "{\"email\":1}");
  json::Change moved = changed("/token");
  moved.kind = json::Change::Moved;
  using Changes = std::vector<json::Change>;
  for (const Changes &changes :
       {Changes{sensitive}, Changes{sensitive, plain}, Changes{plain, sensitive}, Changes{sensitive, marked},
        Changes{marked, sensitive}, Changes{plain, sensitive, marked, plain}, Changes{within},
        Changes{within, plain}, Changes{within, moved}, Changes{sensitive, moved}}) {
    const Decision decision = decide(edit(Environment::Production, changes));
    QVERIFY(says(decision, "sensitive") && !says(decision, "marked"));
    QCOMPARE(typed(decision), QByteArray("42"));
    QVERIFY(says(decide(edit(Environment::Local, changes)), "sensitive"));
  }
  for (const Changes &changes : {Changes{marked}, Changes{marked, plain}, Changes{plain, marked},
                                 Changes{moved, marked}, Changes{marked, moved}}) {
    const Decision decision = decide(edit(Environment::Local, changes));
    QVERIFY(says(decision, "marked") && !says(decision, "sensitive"));
  }
}

void TstDecide::movedSensitiveValueIsNone() {
  json::Change moved = changed("/token", "1", "1");
  moved.kind = json::Change::Moved;
  QVERIFY(allows(decide(edit(Environment::Local, {moved}))));
}

void TstDecide::markedIsOnlySaid() {
  const Decision decision = decide(edit(Environment::Local, {changed("/email")}));
  QVERIFY(allows(decision));
  QVERIFY(says(decision, "marked"));
}

void TstDecide::runningTickByState() {
  for (Environment environment : AllEnvironments) {
    Situation situation = edit(environment);
    QVERIFY(!ticksRunning(decide(situation)));
    situation.active = true;
    situation.locked = true;
    QVERIFY(ticksRunning(decide(situation)));
    QVERIFY(confirms(decide(situation)));
    situation.repairOfBroken = true;
    QVERIFY(ticksRunning(decide(situation))); // a worker holds it after all
    situation.locked = false;
    QVERIFY(!ticksRunning(decide(situation)));
    situation.repairOfBroken = false;
    QVERIFY(ticksRunning(decide(situation))); // stalled: it may still be at work
  }
}

void TstDecide::removeAsksAndTypesInProduction() {
  for (Environment environment : AllEnvironments) {
    Situation situation = edit(environment, {});
    setOperation(situation, "job.remove");
    situation.destructive = true;
    const Decision decision = decide(situation);
    QVERIFY(confirms(decision));
    QVERIFY(decision.cancelIsDefault);
    QCOMPARE(typed(decision), environment == Environment::Production ? QByteArray("42") : QByteArray());
  }
}

void TstDecide::queueOperationsAskInProduction() {
  for (const char *operation : {"queue.pause", "queue.resume"}) {
    Situation situation = edit(Environment::Local, {});
    situation.jobId.clear();
    setOperation(situation, operation);
    QVERIFY(allows(decide(situation)));
    situation.environment = Environment::Staging;
    QVERIFY(allows(decide(situation)));
    situation.environment = Environment::Production;
    QVERIFY(confirms(decide(situation)));
    QVERIFY(says(decide(situation), "whole-queue"));
  }
}

void TstDecide::plainJobOperationsNeverAsk() {
  for (const char *operation : {"job.retry", "job.promote"}) {
    for (Environment environment : AllEnvironments) {
      Situation situation = edit(environment, {});
      setOperation(situation, operation);
      situation.review = ReviewSetting::Always;
      QVERIFY(allows(decide(situation)));
    }
  }
}

/// Above 100 jobs everywhere, and on production with the queue's name; a few of them where others share it.
void TstDecide::manyAtOnceAreAskedAbout() {
  const auto decided = [](Environment environment, qint64 jobs, bool destructive = false) {
    Situation situation = edit(environment, {});
    setOperation(situation, destructive ? "job.remove" : "job.retry");
    situation.destructive = destructive;
    situation.jobId.clear();
    situation.jobs = jobs;
    situation.queueName = "orders";
    return decide(situation);
  };
  QVERIFY(allows(decided(Environment::Local, 100)));
  QVERIFY(confirms(decided(Environment::Local, 101)));
  QVERIFY(confirms(decided(Environment::Staging, 2)));
  QVERIFY(typed(decided(Environment::Staging, 1'000)).isEmpty());
  QVERIFY(confirms(decided(Environment::Production, 2)));
  QVERIFY(typed(decided(Environment::Production, 100)).isEmpty());
  QCOMPARE(typed(decided(Environment::Production, 101)), QByteArray("orders"));
  QCOMPARE(typed(decided(Environment::Production, 2, true)), QByteArray("orders"));
  QVERIFY(decided(Environment::Local, 2, true).cancelIsDefault);
}

void TstDecide::capabilitiesAreAskedForOneByOne() {
  Situation situation = edit(Environment::Local);
  situation.may = Capability::RunAgain | Capability::Remove;
  QVERIFY(says(decide(situation), "viewer"));
  situation.needs = Capability::RunAgain;
  QVERIFY(allows(decide(situation)));
  situation.needs = Capability::None;
  QCOMPARE(decide(situation).verdict, Verdict::Deny);
}

void TstDecide::everyCombinationIsSane() {
  for (int bits = 0; bits < 64; ++bits) {
    for (Environment environment : AllEnvironments) {
      Situation situation =
          edit(environment, (bits & 1) ? std::vector{changed("/token")} : std::vector{changed("/a")});
      situation.may.setFlag(Capability::EditData, bits & 2);
      situation.active = bits & 4;
      situation.locked = bits & 8;
      situation.auditAvailable = bits & 16;
      situation.queueReadOnly = bits & 32;
      const Decision decision = decide(situation);
      const bool denied = !(bits & 2) || !situation.auditAvailable || situation.queueReadOnly;
      QCOMPARE(decision.verdict == Verdict::Deny, denied);
      if (!denied) // what asks for something needs the dialog
        QCOMPARE(decision.asks(), confirms(decision));
      if (allows(decision))
        QVERIFY(!decision.cancelIsDefault);
      if (denied)
        QVERIFY(!decision.reasons.empty() && !decision.asks());
    }
  }
}

namespace {

/// The page on decisions (the window, "one dialog a save at most"), said once more in other words.
Decision asWritten(const Situation &at, FieldKind strictest) {
  Decision decision;
  if (!includes(at.may, at.needs))
    decision.reasons.emplace_back("viewer");
  if (at.queueReadOnly)
    decision.reasons.emplace_back("queue-read-only");
  if (!at.auditAvailable)
    decision.reasons.emplace_back("audit-unavailable");
  if (!decision.reasons.empty()) {
    decision.verdict = Verdict::Deny;
    return decision;
  }
  const bool edits = at.edit;
  const bool local = at.environment == Environment::Local;
  const bool production = at.environment == Environment::Production;
  const auto ask = [&decision](const char *word) {
    decision.require({Requirement::Kind::Confirm});
    decision.reasons.emplace_back(word);
  };
  if (edits && strictest == FieldKind::Sensitive) {
    ask("sensitive");
    decision.cancelIsDefault = true;
    if (!local)
      decision.require({Requirement::Kind::TypeText, at.jobId});
  }
  if (edits && strictest == FieldKind::Marked)
    decision.reasons.emplace_back("marked");
  if (edits && at.active && (at.locked || !at.repairOfBroken)) {
    ask("running");
    decision.require({Requirement::Kind::Tick, "running"});
  }
  if (at.destructive) {
    ask("destructive");
    decision.cancelIsDefault = true;
    if (production)
      decision.require({Requirement::Kind::TypeText, at.jobId});
  }
  if (at.ofQueue && production)
    ask("whole-queue");
  if (edits &&
      (at.review == ReviewSetting::Always || (at.review == ReviewSetting::StagingAndProduction && !local)))
    ask("review");
  if (production)
    decision.reasons.emplace_back("production");
  return decision;
}

} // namespace

void TstDecide::everyCombinationIsAsItIsWritten() {
  const std::pair<const char *, FieldKind> fields[] = {
      {"/a", FieldKind::Plain}, {"/email", FieldKind::Marked}, {"/token", FieldKind::Sensitive}};
  for (const char *operation :
       {"job.updateData", "job.retry", "job.remove", "job.copyToQueue", "queue.pause", "queue.obliterate"})
    for (Environment environment : AllEnvironments)
      for (ReviewSetting review :
           {ReviewSetting::Always, ReviewSetting::StagingAndProduction, ReviewSetting::SensitiveOnly})
        for (const auto &[pointer, kind] : fields)
          for (int bits = 0; bits < 128; ++bits) {
            Situation situation = edit(environment, {changed(pointer)});
            setOperation(situation, operation);
            situation.review = review;
            situation.destructive = bits & 1;
            situation.may.setFlag(Capability::EditData, bits & 2);
            situation.active = bits & 4;
            situation.locked = bits & 8;
            situation.repairOfBroken = bits & 16;
            situation.auditAvailable = bits & 32;
            situation.queueReadOnly = bits & 64;
            const QString where = QStringLiteral("%1 %2 %3 %4 %5")
                                      .arg(QLatin1String(operation), QLatin1String(pointer))
                                      .arg(int(environment))
                                      .arg(int(review))
                                      .arg(bits);
            QVERIFY2(decide(situation) == asWritten(situation, kind), qPrintable(where));
          }
}

QTEST_APPLESS_MAIN(TstDecide)
#include "tst_decide.moc"
