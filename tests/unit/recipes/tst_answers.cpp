// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is an answer to which question.
#include "recipes/answers.h"

#include <QtTest>

using namespace oxp::recipes;
using namespace Qt::Literals::StringLiterals;
using Kind = Question::Kind;

namespace {

Question asking(Kind kind) {
  Question question{.name = u"q"_s, .kind = kind};
  if (kind == Kind::Choice)
    question.choices = QStringList{u"paid"_s, u"packing"_s, u" "_s};
  return question;
}

} // namespace

class TstAnswers : public QObject {
  Q_OBJECT

private slots:
  void judges_data();
  void judges();
  void needsAnAnswerOnlyWhereItSaysSo();
  void wantsTheWholeAnswerToFitItsPattern();
  void endsACostlyPattern();
};

void TstAnswers::judges_data() {
  QTest::addColumn<Kind>("kind");
  QTest::addColumn<QString>("answer");
  QTest::addColumn<bool>("right");
  QTest::addColumn<QByteArray>("json");
  const auto row = [](Kind kind, const char *answer, bool right, const char *json = "") {
    QTest::addRow("%d %s", int(kind), answer)
        << kind << QString::fromUtf8(answer) << right << QByteArray(json);
  };
  row(Kind::Text, "a \"b\" \\ \n{x}", true, R"("a \"b\" \\ \n{x}")");
  row(Kind::Text, " kept ", true, "\" kept \"");
  row(Kind::Text, "007", true, "\"007\"");
  row(Kind::Text, "true", true, "\"true\"");
  row(Kind::Number, "9007199254740993", true, "9007199254740993");
  row(Kind::Number, " 1.20 ", true, "1.20");
  row(Kind::Number, "-0", true, "-0");
  row(Kind::Number, "1e400", true, "1e400");
  row(Kind::Number, "007", false);
  row(Kind::Number, "1,5", false);
  row(Kind::Number, "+1", false);
  row(Kind::Number, "NaN", false);
  row(Kind::Number, "\"1\"", false);
  row(Kind::Number, "1 2", false);
  row(Kind::Number, "[1]", false);
  row(Kind::Choice, "packing", true, "\"packing\"");
  row(Kind::Choice, "Packing", false);
  row(Kind::Choice, "packing ", false);
  row(Kind::TrueFalse, "true", true, "true");
  row(Kind::TrueFalse, "false", true, "false");
  row(Kind::TrueFalse, "yes", false);
  row(Kind::TrueFalse, "True", false);
  row(Kind::Date, "2026-11-24", true, "\"2026-11-24\"");
  row(Kind::Date, "2024-02-29", true, "\"2024-02-29\"");
  row(Kind::Date, "2026-02-29", false);
  row(Kind::Date, "24.11.2026", false);
  row(Kind::Date, "2026-11-24T10:00", false);
}

void TstAnswers::judges() {
  QFETCH(Kind, kind);
  QFETCH(QString, answer);
  QFETCH(bool, right);
  QFETCH(QByteArray, json);
  const Question question = asking(kind);
  QCOMPARE(!faultIn(question, answer).has_value(), right);
  if (right)
    QCOMPARE(jsonOf(question, answer), json);
}

void TstAnswers::needsAnAnswerOnlyWhereItSaysSo() {
  for (const Kind kind : {Kind::Text, Kind::Number, Kind::Choice, Kind::TrueFalse, Kind::Date}) {
    Question question = asking(kind);
    question.pattern = u"x+"_s;
    QCOMPARE(faultIn(question, {}), std::optional(AnswerFault::Missing));
    QCOMPARE(faultIn(question, u" \t"_s), std::optional(AnswerFault::Missing));
    question.required = false;
    QVERIFY(!faultIn(question, {}));
    QVERIFY(!faultIn(question, u" "_s));
  }
}

void TstAnswers::wantsTheWholeAnswerToFitItsPattern() {
  Question question = asking(Kind::Text);
  question.pattern = u"ORD-\\d+|none"_s;
  for (const char *right : {"ORD-1", "none"})
    QVERIFY2(!faultIn(question, QString::fromLatin1(right)), right);
  for (const char *wrong : {"ORD-", "xORD-1", "ORD-1x", "ORD-1\n", "nonesuch", "ord-1"})
    QCOMPARE(faultIn(question, QString::fromLatin1(wrong)), std::optional(AnswerFault::Unfit));
}

void TstAnswers::endsACostlyPattern() {
  Question question = asking(Kind::Text);
  question.pattern = u"(a+)+b"_s;
  QElapsedTimer clock;
  clock.start();
  QCOMPARE(faultIn(question, QString(60, u'a')), std::optional(AnswerFault::Unfit));
  QVERIFY(clock.elapsed() < 5'000);
}

QTEST_GUILESS_MAIN(TstAnswers)
#include "tst_answers.moc"
