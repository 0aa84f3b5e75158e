// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From answers to changes: what an answer is put into, and as what.
#include "edits/apply.h"
#include "edits/codec.h"
#include "recipes/drafts.h"
#include "recipes/making.h"
#include "unit/json/randomjson.h"
#include "json/fields.h"

#include <QTimeZone>
#include <QtTest>

using namespace oxp;
using namespace oxp::recipes;
using namespace Qt::Literals::StringLiterals;
using Kind = Question::Kind;

namespace {

const QDateTime Now(QDate(2026, 11, 24), QTime(12, 4, 19, 700), QTimeZone(3'600));

std::vector<edits::Change> changes(const QByteArray &json) {
  const auto read = edits::fromJson(json);
  return read ? *read : std::vector<edits::Change>();
}

/// One of each kind.
Recipe recipeWith(const QByteArray &json) {
  return {.name = u"r"_s,
          .questions = {{.name = u"stage"_s, .kind = Kind::Choice, .choices = {u"paid"_s, u"packing"_s}},
                        {.name = u"count"_s, .kind = Kind::Number},
                        {.name = u"vip"_s, .kind = Kind::TrueFalse},
                        {.name = u"day"_s, .kind = Kind::Date},
                        {.name = u"note"_s, .kind = Kind::Text, .required = false}},
          .changes = changes(json)};
}

const Answers Right{{u"stage"_s, u"packing"_s},
                    {u"count"_s, u" 9007199254740993.10"_s},
                    {u"vip"_s, u"true"_s},
                    {u"day"_s, u"2026-12-01"_s},
                    {u"note"_s, u"by \"phone\" \\ {stage}"_s}};

QByteArray made(const QByteArray &json, const Answers &answers = Right) {
  const auto all = changesFor(recipeWith(json), answers, Now, u"mk \"x\""_s);
  return all ? edits::toJson(*all) : QByteArray("unanswered ") + QByteArray::number(all.error().question);
}

} // namespace

class TstMaking : public QObject {
  Q_OBJECT

private slots:
  void fillsIn_data();
  void fillsIn();
  void leavesOutWhatWasNotAnswered();
  void saysWhichAnswerIsNone();
  void movesAnOrderToItsStage();
  void anyTextArrivesAsItWasTyped();
  void anyNumberArrivesDigitByDigit();
  void whatHoldsNoPlaceholderStays();
};

void TstMaking::fillsIn_data() {
  QTest::addColumn<QByteArray>("written");
  QTest::addColumn<QByteArray>("is");
  const auto set = [](const char *name, const char *value, const char *is) {
    QTest::newRow(name) << QByteArray(R"([{"change":"set","path":"a","value":)") + value + "}]"
                        << QByteArray(R"([{"change":"set","path":"a","value":)") + is + "}]";
  };
  set("choice", R"("{stage}")", R"("packing")");
  set("number", R"("{count}")", "9007199254740993.10");
  set("number in a text", R"("x {count}")", R"("x 9007199254740993.10")");
  set("number before a space", R"("{count} ")", R"("9007199254740993.10 ")");
  set("truth", R"("{vip}")", "true");
  set("truth in a text", R"("vip={vip}")", R"("vip=true")");
  set("day", R"("{day}")", R"("2026-12-01")");
  set("text is not filled in again", R"("{note}")", R"("by \"phone\" \\ {stage}")");
  set("text in a text", R"x("({note})")x", R"x("(by \"phone\" \\ {stage})")x");
  set("now", R"("{now}")", R"("2026-11-24T11:04:19Z")");
  set("me", R"("done by {me}")", R"("done by mk \"x\"")");
  set("several", R"("{stage}/{stage}-{vip}")", R"("packing/packing-true")");
  set("deep", R"({"k":[{"n":"{count}","t":"at {day}"},null,1.20]})",
      R"({"k":[{"n":9007199254740993.10,"t":"at 2026-12-01"},null,1.20]})");
  set("no key", R"({"{stage}":1})", R"({"{stage}":1})");
  set("braces", R"("{{stage}} {{now}} {} {2} { stage }")", R"("{stage} {now} {} {2} { stage }")");
  const auto row = [](const char *name, const char *written, const char *is) {
    QTest::newRow(name) << QByteArray(written) << QByteArray(is);
  };
  row("increment", R"([{"change":"increment","path":"a","value":"{count}"}])",
      R"([{"change":"increment","path":"a","value":9007199254740993.10}])");
  row("replace text",
      R"([{"change":"replaceText","path":"a","find":"{stage}","with":"{note}","regex":false}])",
      R"([{"change":"replaceText","path":"a","find":"packing","with":"by \"phone\" \\ {stage}","regex":false}])");
  row("replace by an expression",
      R"([{"change":"replaceText","path":"a","find":"^{day}\\p{Lu}{2}","with":"{note}\\1","regex":true}])",
      R"([{"change":"replaceText","path":"a","find":"^2026\\-12\\-01\\p{Lu}{2}","with":"by \"phone\" \\\\ {stage}\\1","regex":true}])");
  row("patch",
      R"([{"change":"patch","path":"","value":[{"op":"add","path":"/{stage}","value":{"s":"{stage}"}}]}])",
      R"([{"change":"patch","path":"","value":[{"op":"add","path":"/{stage}","value":{"s":"packing"}}]}])");
  row("merge patch", R"([{"change":"mergePatch","path":"","value":{"n":"{count}","gone":null}}])",
      R"([{"change":"mergePatch","path":"","value":{"n":9007199254740993.10,"gone":null}}])");
  row("remove", R"([{"change":"remove","path":"a"}])", R"([{"change":"remove","path":"a"}])");
}

void TstMaking::fillsIn() {
  QFETCH(QByteArray, written);
  QFETCH(QByteArray, is);
  QVERIFY(!changes(written).empty());
  QCOMPARE(made(written), is);
}

void TstMaking::leavesOutWhatWasNotAnswered() {
  Answers answers = Right;
  answers.remove(u"note"_s);
  const QByteArray both = R"([{"change":"set","path":"a","value":"{stage}"},)"
                          R"({"change":"set","path":"b","value":{"by":"{me}","note":"{note}"}},)"
                          R"({"change":"replaceText","path":"c","find":"x{note}","with":"y","regex":true}])";
  QCOMPARE(made(both, answers), QByteArray(R"([{"change":"set","path":"a","value":"packing"}])"));
  answers.insert(u"note"_s, u"  "_s);
  QCOMPARE(made(both, answers), QByteArray(R"([{"change":"set","path":"a","value":"packing"}])"));
}

void TstMaking::saysWhichAnswerIsNone() {
  const QByteArray json = R"([{"change":"set","path":"a","value":"{stage}"}])";
  Answers answers = Right;
  answers.insert(u"vip"_s, u"maybe"_s);
  QCOMPARE(made(json, answers), QByteArray("unanswered 2"));
  answers.insert(u"stage"_s, {});
  QCOMPARE(made(json, answers), QByteArray("unanswered 0"));
  const auto all = changesFor(recipeWith(json), answers, Now, {});
  QVERIFY(!all);
  QCOMPARE(all.error().fault, AnswerFault::Missing);
}

void TstMaking::movesAnOrderToItsStage() {
  const QByteArray payload =
      "{ \"orderId\" : \"ORD-1\",\n  \"ledgerId\": 9007199254740993, \"amount\": 129.90,\n"
      "  \"stage\": \"paid\", \"stageAt\": null }";
  const auto all = changesFor(recipeWith(R"([{"change":"set","path":"stage","value":"{stage}"},)"
                                         R"({"change":"set","path":"stageAt","value":"{now}"}])"),
                              Right, Now, u"mk"_s);
  QVERIFY(all);
  const auto splices = edits::splicesOf(payload, *all);
  QVERIFY(splices);
  QByteArray expected = payload;
  expected.replace("\"paid\"", "\"packing\"").replace("null", "\"2026-11-24T11:04:19Z\"");
  QCOMPARE(json::apply(payload, *splices), expected);
}

/// Whatever somebody types is that text in the job, alone or within another, and no JSON of its own.
void TstMaking::anyTextArrivesAsItWasTyped() {
  Recipe recipe{.name = u"r"_s,
                .questions = {{.name = u"t"_s, .required = false}},
                .changes = changes(R"([{"change":"set","path":"a","value":"{t}"},)"
                                   R"({"change":"set","path":"b","value":["<{t}>"]}])")};
  static const QString letters = u"ab{}\"\\/\n\t\u0000\u2028é陈\U0001F600:,[]01"_s;
  for (quint32 seed = 0; seed < 2'000; ++seed) {
    RandomJson random(seed);
    QString text;
    for (int i = random.below(12); i >= 0; --i)
      text += letters[random.below(int(letters.size()))];
    if (!text.isValidUtf16() || text.trimmed().isEmpty())
      continue;
    const auto all = changesFor(recipe, {{u"t"_s, text}}, Now, {});
    QVERIFY(all && all->size() == 2);
    const auto splices = edits::splicesOf("{}", *all);
    QVERIFY(splices);
    const QByteArray after = json::apply(QByteArrayView("{}"), *splices);
    const json::Scan scan = json::scan(after);
    QVERIFY(scan.valid());
    QCOMPARE(scan.tokens.size(), size_t(8)); // { a : text, b : [ text ] }
    QCOMPARE(json::unescape(json::tokenText(after, scan.tokens[2])), text);
    QCOMPARE(json::unescape(json::tokenText(after, scan.tokens[5])), u'<' + text + u'>');
  }
}

void TstMaking::anyNumberArrivesDigitByDigit() {
  Recipe recipe{.name = u"r"_s,
                .questions = {{.name = u"n"_s, .kind = Kind::Number}},
                .changes = changes(R"([{"change":"set","path":"a","value":"{n}"}])")};
  for (quint32 seed = 0; seed < 2'000; ++seed) {
    RandomJson random(seed);
    QByteArray digits = random.chance(50) ? "-" : "";
    digits += char('1' + random.below(9));
    for (int i = random.below(40); i > 0; --i)
      digits += char('0' + random.below(10));
    if (random.chance(50))
      digits += "." + QByteArray::number(random.below(1'000)) + "0";
    if (random.chance(20))
      digits += random.chance(50) ? "e+09" : "E-7";
    const auto all = changesFor(recipe, {{u"n"_s, QString::fromLatin1(digits)}}, Now, {});
    QVERIFY(all);
    QCOMPARE(all->front().value, digits);
  }
}

void TstMaking::whatHoldsNoPlaceholderStays() {
  for (quint32 seed = 0; seed < 1'000; ++seed) {
    RandomJson random(seed);
    const QByteArray value = random.untidy(random.value(3));
    const edits::Change change{.kind = edits::Change::Kind::MergePatch, .path = {}, .value = value};
    const Recipe recipe{.name = u"r"_s, .changes = {change}};
    if (faultIn(change, {}))
      continue; // it happens to hold one
    const auto all = changesFor(recipe, {}, Now, {});
    QVERIFY(all && all->size() == 1);
    QCOMPARE(all->front().value, value);
  }
}

QTEST_GUILESS_MAIN(TstMaking)
#include "tst_making.moc"
