// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which jobs a recipe is for.
#include "recipes/fitting.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::recipes;
using namespace Qt::Literals::StringLiterals;

class TstFitting : public QObject {
  Q_OBJECT

private slots:
  void matchesLetterByLetter_data();
  void matchesLetterByLetter();
  void isQuickWhateverIsWritten();
  void isForWhatItNames();
  void isForAllWhereItNamesNothing();
  void isFollowedByWhatFitsTheState();
};

void TstFitting::matchesLetterByLetter_data() {
  QTest::addColumn<QString>("pattern");
  QTest::addColumn<QString>("text");
  QTest::addColumn<bool>("fits");
  const auto row = [](const char *pattern, const char *text, bool fits) {
    QTest::addRow("%s ~ %s", pattern, text) << QString::fromUtf8(pattern) << QString::fromUtf8(text) << fits;
  };
  row("orders", "orders", true);
  row("orders", "Orders", false);
  row("orders", "orders.eu", false);
  row("orders.*", "orders.eu", true);
  row("orders.*", "orders.", true);
  row("orders.*", "orders", false);
  row("orders.*", "ordersXeu", false);
  row("*", "", true);
  row("*", "anything at all", true);
  row("", "", true);
  row("", "a", false);
  row("*eu*", "orders.eu.west", true);
  row("a*b*c", "aXbYbZc", true);
  row("a*b*c", "aXbYbZ", false);
  row("a?c", "abc", false);
  row("[a]", "a", false);
  row("**", "x", true);
}

void TstFitting::matchesLetterByLetter() {
  QFETCH(QString, pattern);
  QFETCH(QString, text);
  QFETCH(bool, fits);
  QCOMPARE(matches(pattern, text), fits);
}

void TstFitting::isQuickWhateverIsWritten() {
  QElapsedTimer clock;
  clock.start();
  QVERIFY(!matches(QString(u"*a"_s).repeated(100), QString(10'000, u'a') + u'b'));
  QVERIFY(clock.elapsed() < 2'000);
}

void TstFitting::isForWhatItNames() {
  const Recipe recipe{.name = u"r"_s,
                      .queues = {u"shop:orders"_s, u"returns.*"_s},
                      .jobNames = {u"refund"_s, u"ship*"_s},
                      .states = {JobState::Failed, JobState::Delayed}};
  QVERIFY(isFor(recipe, {"shop", "orders"}, "refund", JobState::Failed));
  QVERIFY(isFor(recipe, {"shop", "orders"}, "ship-late", JobState::Delayed));
  QVERIFY(isFor(recipe, {"any", "returns.eu"}, "refund", JobState::Failed));
  QVERIFY2(!isFor(recipe, {"other", "orders"}, "refund", JobState::Failed), "another prefix");
  QVERIFY(!isFor(recipe, {"shop", "orders"}, "capture", JobState::Failed));
  QVERIFY(!isFor(recipe, {"shop", "orders"}, "refund", JobState::Completed));
  QVERIFY(isForQueue(recipe, {"shop", "orders"}));
  QVERIFY(!isForQueue(recipe, {"shop", "emails"}));
}

void TstFitting::isForAllWhereItNamesNothing() {
  for (const JobState state : ShownStates)
    QVERIFY(isFor({.name = u"r"_s}, {"", "q"}, "", state));
}

void TstFitting::isFollowedByWhatFitsTheState() {
  const Recipe retry{.name = u"r"_s, .then = Then::Retry}, promote{.name = u"p"_s, .then = Then::Promote};
  for (const JobState state : ShownStates) {
    QCOMPARE(thenIn(retry, state), state == JobState::Failed ? Then::Retry : Then::Nothing);
    QCOMPARE(thenIn(promote, state), state == JobState::Delayed ? Then::Promote : Then::Nothing);
    QCOMPARE(thenIn({.name = u"n"_s}, state), Then::Nothing);
  }
}

QTEST_GUILESS_MAIN(TstFitting)
#include "tst_fitting.moc"
