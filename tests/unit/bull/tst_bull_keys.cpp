// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/fieldtext.h"
#include "bull/jobstate.h"
#include "bull/queuekey.h"

#include <QTest>

using namespace oxp;

/// How keys and the texts in them are read.
class TestBullKeys : public QObject {
  Q_OBJECT

private slots:
  void statesHaveWordsAndKeys();
  void wordsReadBack();
  void basesAreCutAtTheLastColon();
  void aKnownPrefixLeavesTheRestAsName();
  void jobKeysAreCutByTheLongestKnownBase();
  void unknownJobKeysAreCutAtTheLastColons();
  void globCharactersAreEscaped();
  void scoresBecomeDueTimes_data();
  void scoresBecomeDueTimes();
  void numbersMayBeFloatTexts();
  void markersAreNoIds();
  void textIsCutBetweenCharacters();
};

void TestBullKeys::statesHaveWordsAndKeys() {
  QCOMPARE(stateKey(JobState::Waiting), "wait"_qba);
  QCOMPARE(stateWord(JobState::Waiting), "waiting"_qba);
  QCOMPARE(stateKey(JobState::WaitingChildren), "waiting-children"_qba);
  QCOMPARE(stateKey(JobState::Unknown), QByteArray());
}

void TestBullKeys::wordsReadBack() {
  for (const JobState state : ShownStates) {
    QCOMPARE(stateFromWord(stateWord(state)), state);
    QCOMPARE(stateFromWord(stateKey(state)), state);
  }
  QCOMPARE(stateFromWord("paused"), JobState::Waiting);
  QCOMPARE(stateFromWord("stalled"), JobState::Unknown);
  QCOMPARE(stateFromWord(""), JobState::Unknown);
}

void TestBullKeys::basesAreCutAtTheLastColon() {
  QCOMPARE(queuekey::splitBase("team:prod:eu:orders"), (QueueId{"team:prod:eu", "orders"}));
  QCOMPARE(queuekey::splitBase("{ox}:tagged"), (QueueId{"{ox}", "tagged"}));
  QCOMPARE(queuekey::splitBase(":emptyprefix"), (QueueId{"", "emptyprefix"}));
  QVERIFY(!queuekey::splitBase("nocolon"));
  QVERIFY(!queuekey::splitBase("noname:"));
}

void TestBullKeys::aKnownPrefixLeavesTheRestAsName() {
  QCOMPARE(queuekey::splitBase("bull:eu:orders", "bull"), (QueueId{"bull", "eu:orders"}));
  QVERIFY(!queuekey::splitBase("bullish:orders", "bull"));
  QVERIFY(!queuekey::splitBase("bull:", "bull"));
}

void TestBullKeys::jobKeysAreCutByTheLongestKnownBase() {
  QueueInfo outer, inner;
  outer.id = {"bull", "orders"};
  inner.id = {"bull:orders", "eu"};
  const queuekey::JobKeyParser parser({outer, inner});
  QCOMPARE(parser.parse("bull:orders:tenant:42:order"), (queuekey::JobKey{outer.id, "tenant:42:order"}));
  QCOMPARE(parser.parse("bull:orders:eu:7"), (queuekey::JobKey{inner.id, "7"}));
  QCOMPARE(parser.parse("bull:orders:repeat:a:b:1700"), (queuekey::JobKey{outer.id, "repeat:a:b:1700"}));
  QueueInfo bare;
  bare.id = {"", "orders"}; // an empty prefix is one, too
  QCOMPARE(queuekey::JobKeyParser({bare}).parse(":orders:tenant:42"),
           (queuekey::JobKey{bare.id, "tenant:42"}));
}

void TestBullKeys::unknownJobKeysAreCutAtTheLastColons() {
  const queuekey::JobKeyParser parser({});
  QCOMPARE(parser.parse("bull-other:tracks:12"), (queuekey::JobKey{{"bull-other", "tracks"}, "12"}));
  QCOMPARE(parser.parse(":emptyprefix:3"), (queuekey::JobKey{{"", "emptyprefix"}, "3"}));
  QVERIFY(!parser.parse("tracks:12"));
  QVERIFY(!parser.parse("12"));
  QVERIFY(!parser.parse(""));
}

void TestBullKeys::globCharactersAreEscaped() {
  QCOMPARE(queuekey::escapeGlob("a*b?[c]\\{d}"), "a\\*b\\?\\[c\\]\\\\{d}"_qba);
}

void TestBullKeys::scoresBecomeDueTimes_data() {
  QTest::addColumn<QByteArray>("score");
  QTest::addColumn<qint64>("due");
  QTest::newRow("plain") << QByteArray::number(1900000000000 * 4096) << qint64(1900000000000);
  QTest::newRow("third in its ms") << QByteArray::number(1900000000000 * 4096 + 3) << qint64(1900000000000);
  QTest::newRow("exponent") << "7.7824e+15"_qba << qint64(1900000000000);
  QTest::newRow("infinite") << "inf"_qba << qint64(0);
  QTest::newRow("none") << QByteArray() << qint64(0);
}

void TestBullKeys::scoresBecomeDueTimes() {
  QFETCH(QByteArray, score);
  QFETCH(qint64, due);
  QCOMPARE(fieldtext::dueFromScore(score), due);
}

void TestBullKeys::numbersMayBeFloatTexts() {
  QCOMPARE(fieldtext::number("1500"), 1500);
  QCOMPARE(fieldtext::number("1500.7"), 1500);
  QCOMPARE(fieldtext::number("-3"), -3);
  QCOMPARE(fieldtext::number("1e400"), 0);
  QCOMPARE(fieldtext::number("1e300"), 0); // no count of anything
  QCOMPARE(fieldtext::number("-1e300"), 0);
  QCOMPARE(fieldtext::number("soon"), 0);
  QCOMPARE(fieldtext::number(""), 0);
}

void TestBullKeys::markersAreNoIds() {
  QVERIFY(fieldtext::isMarker("0:0"));
  QVERIFY(fieldtext::isMarker("0:1700000000000"));
  QVERIFY(!fieldtext::isMarker("10:0"));
  QVERIFY(!fieldtext::isMarker("0"));
}

void TestBullKeys::textIsCutBetweenCharacters() {
  const QByteArray text = "队列";
  QCOMPARE(fieldtext::cutUtf8(text, 6), text);
  QCOMPARE(fieldtext::cutUtf8(text, 5), text.left(3));
  QCOMPARE(fieldtext::cutUtf8(text, 4), text.left(3));
  QCOMPARE(fieldtext::cutUtf8(text, 3), text.left(3));
  QCOMPARE(fieldtext::cutUtf8("\x80\x80\x80\x80\x80\x80", 4).size(), 1); // no UTF-8: ends all the same
}

QTEST_APPLESS_MAIN(TestBullKeys)
#include "tst_bull_keys.moc"
