// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/failurestory.h"

#include "json/fields.h"

#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray arrayOf(const QByteArrayList &texts) {
  QByteArrayList items;
  for (const QByteArray &text : texts)
    items << json::escapeUtf8(text);
  return '[' + items.join(',') + ']';
}

QByteArray trace(const QByteArray &head, const QByteArray &function = "run") {
  return head + "\n    at " + function + " (/srv/shop/src/run.ts:1:2)";
}

FailureFields fields(const QByteArrayList &traces, const QByteArray &reason, int made, int limit = -1,
                     bool keepsOldest = false) {
  return {arrayOf(traces), reason, {made, limit, keepsOldest, true}};
}

/// `Attempts 2–5` of each group, in short.
QStringList numbersOf(const FailureStory &story) {
  QStringList numbers;
  for (const TraceGroup &group : story.groups)
    numbers << attemptRanges(group.attempts) + u" of "_s + QString::number(group.traces);
  return numbers;
}

QueueInfo queueOf(Family family, const QByteArray &version = {}) {
  QueueInfo queue;
  queue.family = family;
  queue.version = version;
  return queue;
}

} // namespace

/// Why a job failed, out of what its hash says.
class TestFailureStory : public QObject {
  Q_OBJECT

private slots:
  void tellsTheReasonWithTheClassOfItsTrace();
  void mergesTheSameTraces();
  void mergesAcrossAnotherTrace();
  void tellsTheReasonThatNoTraceHolds();
  void takesNoWordsOfAMessageForTheReason();
  void tellsAStalledJobOfBullMq4();
  void numbersWhatTheLimitKept();
  void numbersNothingThatItDoesNotKnow();
  void countsAttemptsAsTheLibraryDoes();
  void knowsWhichTracesAreKept();
  void isEmptyWithoutAFailure();
  void showsABrokenFieldAsItIs();
  void showsWhatIsNoText();
  void takesColoursOutOfTheReason();
  void readsMessagesOfManyLines();
  void boundsTracesAndTheReason();
  void endsWhenItIsStopped();
  void putsAllTracesInOneText();
  void writesRanges();
};

void TestFailureStory::tellsTheReasonWithTheClassOfItsTrace() {
  const FailureStory story =
      failureStory(fields({trace("Error: one"), trace("CardError: card declined")}, "card declined", 2));
  QCOMPARE(story.className, u"CardError"_s);
  QCOMPARE(story.message, u"card declined"_s);
  QCOMPARE(story.reason, "CardError: card declined"_qba);
  QCOMPARE(numbersOf(story), (QStringList{u"2 of 1"_s, u"1 of 1"_s}));
  QVERIFY(story.groups[0].tellsReason);
  QVERIFY(!story.groups[1].tellsReason);
  QVERIFY(!story.groups[1].sameError);

  QVERIFY(!story.reasonIsTrace);

  // Retried, or completed since: the traces stay.
  const FailureStory before = failureStory(fields({trace("CardError: declined")}, {}, 1));
  QCOMPARE(before.className, u"CardError"_s);
  QCOMPARE(before.message, u"declined"_s);
  QVERIFY(before.reasonIsTrace);

  // An error without a message leaves an empty reason; a class may bear a code.
  QCOMPARE(failureStory(fields({trace("TypeError")}, "", 1)).message, u"TypeError"_s);
  QCOMPARE(failureStory(fields({trace("TypeError [ERR_X]: no")}, "no", 1)).className, u"TypeError [ERR_X]"_s);
  // The producer's own words may begin with a class.
  const FailureStory named = failureStory(fields({}, "HttpError: 503", 1));
  QCOMPARE(named.className, u"HttpError"_s);
  QCOMPARE(named.message, u"503"_s);
}

void TestFailureStory::mergesTheSameTraces() {
  const QByteArray first = trace("PrismaError: invalid"), other = trace("ValidationError: took ");
  const FailureStory story =
      failureStory(fields({first, trace("ValidationError: took 1 ms"), trace("ValidationError: took 22 ms"),
                           trace("ValidationError: took 333 ms"), trace("ValidationError: took 4444 ms")},
                          "took 4444 ms", 5));
  QCOMPARE(numbersOf(story), (QStringList{u"2–5 of 4"_s, u"1 of 1"_s}));
  QCOMPARE(story.groups[0].message, u"took 4444 ms"_s); // the newest's
  QCOMPARE(story.attempts, 5);
  QCOMPARE(story.traces, 5);
}

void TestFailureStory::mergesAcrossAnotherTrace() {
  const QByteArray a = trace("A: x"), b = trace("B: y");
  QCOMPARE(numbersOf(failureStory(fields({a, b, a, a}, "x", 4))),
           (QStringList{u"1, 3–4 of 3"_s, u"2 of 1"_s}));
  const FailureStory moved = failureStory(fields({trace("A: x", "one"), trace("A: x", "two")}, "x", 2));
  QVERIFY(moved.groups[1].sameError);
}

void TestFailureStory::tellsTheReasonThatNoTraceHolds() {
  const FailureStory story = failureStory(fields({}, "job stalled more than allowable limit", 1));
  QCOMPARE(story.message, u"job stalled more than allowable limit"_s);
  QVERIFY(story.groups.empty());
  QVERIFY(!story.lastIsSilent);
  QVERIFY(!story.isEmpty());
}

/// The reason's words may stand in another error's message, too.
void TestFailureStory::takesNoWordsOfAMessageForTheReason() {
  const QByteArray trace("HttpError: " + QByteArray("no answer, ").repeated(20) +
                         "timeout\n    at a (/s/a.ts:1:1)");
  QVERIFY(failureStory(fields({trace}, "timeout", 1)).lastIsSilent);
  QVERIFY(!failureStory(fields({"HttpError: timeout\n    at a (/s/a.ts:1:1)"}, "timeout", 1)).lastIsSilent);
}

/// Its attempt is counted when it starts, and nothing is written of it but the reason.
void TestFailureStory::tellsAStalledJobOfBullMq4() {
  const FailureStory story =
      failureStory(fields({trace("Error: gateway timeout")}, "job stalled more than allowable limit", 2));
  QCOMPARE(story.message, u"job stalled more than allowable limit"_s);
  QVERIFY(story.className.isEmpty());
  QCOMPARE(numbersOf(story), QStringList{u"1 of 1"_s});
  QVERIFY(story.lastIsSilent);
  QCOMPARE(story.silentAttempt, 2);
  QVERIFY(!story.groups[0].tellsReason);
}

void TestFailureStory::numbersWhatTheLimitKept() {
  const QByteArrayList two{trace("A: d"), trace("B: e")};
  QCOMPARE(numbersOf(failureStory(fields(two, "e", 5, 2))), (QStringList{u"5 of 1"_s, u"4 of 1"_s}));
  // The last one left none: stalled.
  QCOMPARE(numbersOf(failureStory(fields(two, "stalled", 5, 2))), (QStringList{u"4 of 1"_s, u"3 of 1"_s}));
  // BullMQ before 5.4.6 keeps the oldest.
  const FailureStory oldest = failureStory(fields(two, "z", 5, 2, true));
  QCOMPARE(numbersOf(oldest), (QStringList{u"2 of 1"_s, u"1 of 1"_s}));
  QCOMPARE(oldest.message, u"z"_s);
  QCOMPARE(oldest.silentAttempt, 5);
}

void TestFailureStory::numbersNothingThatItDoesNotKnow() {
  // Some attempt left no trace (a stall between), and nothing says which.
  QCOMPARE(numbersOf(failureStory(fields({trace("A: d"), trace("B: e")}, "e", 4))),
           (QStringList{u"4 of 1"_s, u" of 1"_s}));
  QCOMPARE(numbersOf(failureStory(fields({trace("A: d"), trace("B: e")}, "stalled", 4))),
           (QStringList{u" of 1"_s, u" of 1"_s}));
  // Retried, and its attempts counted anew.
  QCOMPARE(numbersOf(failureStory(fields({trace("A: d"), trace("B: e"), trace("C: f")}, "f", 1))),
           (QStringList{u"1 of 1"_s, u" of 1"_s, u" of 1"_s}));
  QCOMPARE(numbersOf(failureStory(fields({trace("A: d")}, "", 0))), QStringList{u" of 1"_s});
}

void TestFailureStory::countsAttemptsAsTheLibraryDoes() {
  JobDetail detail;
  detail.row.attemptsMade = 2;
  detail.row.state = JobState::Active;
  QCOMPARE(attemptFacts(queueOf(Family::BullMq4), detail).made, 1);
  QCOMPARE(attemptFacts(queueOf(Family::BullMq5), detail).made, 2);
  QCOMPARE(attemptFacts(queueOf(Family::Bull4), detail).made, 2);
  detail.row.state = JobState::Failed;
  QCOMPARE(attemptFacts(queueOf(Family::BullMq4), detail).made, 2);
}

void TestFailureStory::knowsWhichTracesAreKept() {
  JobDetail detail;
  QCOMPARE(attemptFacts(queueOf(Family::BullMq5), detail).limit, -1);
  detail.opts = R"({"attempts":5,"stackTraceLimit":10})";
  const AttemptFacts facts = attemptFacts(queueOf(Family::BullMq5, "5.81.5"), detail);
  QCOMPARE(facts.limit, 10);
  QVERIFY(!facts.keepsOldest);
  QVERIFY(attemptFacts(queueOf(Family::BullMq5, "5.4.5"), detail).keepsOldest);
  QVERIFY(!attemptFacts(queueOf(Family::BullMq5, "5.4.6"), detail).keepsOldest);
  QVERIFY(attemptFacts(queueOf(Family::BullMq4, "4.18.3"), detail).keepsOldest);
  QVERIFY(!attemptFacts(queueOf(Family::BullMq6, "6.0.0"), detail).keepsOldest);
  QVERIFY(!attemptFacts(queueOf(Family::Bull4), detail).keepsOldest);
}

void TestFailureStory::isEmptyWithoutAFailure() {
  QVERIFY(failureStory({}).isEmpty());
  QVERIFY(failureStory(fields({}, {}, 0)).isEmpty());
}

void TestFailureStory::showsABrokenFieldAsItIs() {
  for (const QByteArray &broken : {"[\"cut"_qba, "{}"_qba, "not json"_qba, "\"Error: x\""_qba}) {
    const FailureStory story = failureStory({broken, "reason", {1, -1, false, true}});
    QCOMPARE(story.groups.size(), size_t(1));
    QVERIFY(!story.isList);
    QCOMPARE(story.groups[0].trace.text, broken);
    QVERIFY(story.groups[0].attempts.empty());
    QCOMPARE(story.message, u"reason"_s);
    QVERIFY(story.className.isEmpty());
  }
}

void TestFailureStory::showsWhatIsNoText() {
  const FailureStory story = failureStory({"[1, {\"a\": 2}, null]", "reason", {3, -1, false, true}});
  QCOMPARE(story.groups.size(), size_t(3));
  QCOMPARE(story.groups[0].trace.text, "null"_qba);
  QCOMPARE(story.groups[1].trace.text, "{\"a\": 2}"_qba);
}

void TestFailureStory::takesColoursOutOfTheReason() {
  const FailureStory story = failureStory(fields(
      {trace("\x1b[31mError\x1b[39m: \x1b[1mboom\x1b[22m 中\t\x07")}, "\x1b[1mboom\x1b[22m 中\t\x07 ", 1));
  QVERIFY(!story.lastIsSilent);
  QCOMPARE(story.className, u"Error"_s);
  QVERIFY(story.message.startsWith(u"boom 中"_s));
}

void TestFailureStory::readsMessagesOfManyLines() {
  const QByteArray message("\nInvalid `prisma.user.create()` call:\n\nUnknown field");
  const FailureStory story = failureStory(fields({trace("PrismaError: " + message)}, message, 1));
  QVERIFY(!story.lastIsSilent);
  QCOMPARE(story.className, u"PrismaError"_s);
  QCOMPARE(story.message, u"Invalid `prisma.user.create()` call:\n\nUnknown field"_s);
  QVERIFY(story.groups[0].tellsReason);
}

void TestFailureStory::boundsTracesAndTheReason() {
  QByteArrayList traces;
  for (int i = 0; i < 2'000; ++i)
    traces << trace(i % 2 ? "A: odd" : "B: even");
  const QByteArray reason = QByteArray("f").repeated(100'000);
  traces << trace("Error: " + reason);
  const FailureStory story = failureStory(fields(traces, reason, 2'001));
  QCOMPARE(story.traces, 2'001);
  QCOMPARE(story.tracesRead, FailureStory::MostTraces);
  QCOMPARE(story.groups.size(), size_t(3));
  QCOMPARE(story.groups[1].attempts.front(), 2'000);
  QVERIFY(!story.isWhole);
  QVERIFY(story.message.size() <= FailureStory::MostHead + 1);
  QCOMPARE(story.reason.size(), reason.size() + 7);
}

void TestFailureStory::endsWhenItIsStopped() {
  std::stop_source stop;
  stop.request_stop();
  QVERIFY(failureStory(fields({trace("A: x")}, "x", 1), stop.get_token()).isEmpty());
}

void TestFailureStory::putsAllTracesInOneText() {
  QCOMPARE(allTraces(fields({"A: x\n at a", "B: y\n at b"}, "y", 2)), "B: y\n at b\n\nA: x\n at a"_qba);
  QCOMPARE(allTraces(fields({"A: x\n at a"}, "stalled", 2)), "stalled\n\nA: x\n at a"_qba);
  QCOMPARE(allTraces(fields({}, "stalled", 2)), "stalled"_qba);
  QCOMPARE(allTraces({"[\"cut", "why", {}}), "why\n\n[\"cut"_qba);
}

void TestFailureStory::writesRanges() {
  QCOMPARE(attemptRanges({}), QString());
  QCOMPARE(attemptRanges({7}), u"7"_s);
  QCOMPARE(attemptRanges({9, 5, 4, 3, 1}), u"1, 3–5, 9"_s);
}

QTEST_GUILESS_MAIN(TestFailureStory)
#include "tst_failurestory.moc"
