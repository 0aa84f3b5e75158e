// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/matcher.h"
#include "search/numbers.h"

#include <QTest>

#include <random>

using namespace oxp::search;

Q_DECLARE_METATYPE(oxp::search::Prefilter::Kind)

namespace {

Prefilter filterOf(const char *text) {
  const auto query = parse(QString::fromUtf8(text), 0);
  return query ? Matcher(*query).prefilter() : Prefilter();
}

} // namespace

class TestPrefilter : public QObject {
  Q_OBJECT
private slots:
  void findsAsTheNaiveSearch();
  void passes_data();
  void passes();
  void knowsWhenItKnowsNothing_data();
  void knowsWhenItKnowsNothing();
  void speaksJson_data();
  void speaksJson();
  void shortensNumbers_data();
  void shortensNumbers();
  void knowsNumbers();
};

void TestPrefilter::findsAsTheNaiveSearch() {
  std::mt19937 dice(7);
  const QByteArray alphabet("aAbBkK@`[{01-\"\xc3\xa9\x00", 17);
  for (int run = 0; run < 20'000; ++run) {
    QByteArray text, needle;
    for (quint32 i = dice() % 80; i > 0; --i)
      text += alphabet[qsizetype(dice() % (run % 2 == 0 ? 4U : 17U))];
    for (quint32 i = dice() % 5; i > 0; --i)
      needle += alphabet[qsizetype(dice() % (run % 2 == 0 ? 4U : 17U))];
    QCOMPARE(findBytes(text, needle, false), text.indexOf(needle));
    QCOMPARE(findBytes(text, needle.toLower(), true), text.toLower().indexOf(needle.toLower()));
  }
  QCOMPARE(findBytes({}, "a", true), -1);
  QCOMPARE(findBytes({}, {}, true), 0);
  QCOMPARE(findBytes(QByteArray(1'000, 'x') + "needle", "needle", false), 1'000);
}

void TestPrefilter::passes_data() {
  QTest::addColumn<QByteArray>("query");
  QTest::addColumn<QByteArray>("data");
  QTest::addColumn<bool>("expected");
  const auto row = [](const char *query, const QByteArray &data, bool expected) {
    QTest::newRow(query + (" over " + data)) << QByteArray(query) << data << expected;
  };
  row("data.a = xyz", R"({"a":"xyz"})", true);
  row("data.a = xyz", R"({"a":"xyy"})", false);
  row("data.a = xyz", R"({"b":"xyz"})", false);
  row("data.a = xyz", R"({"a":"xy\u007a"})", true);
  row("data.a = 100", R"({"a":1e2})", true);
  row("data.a = 100", R"({"a":99, "be":"be"})", false);
  row("data.a = 1e2", R"({"a":"1e2"})", true); // as a text
  row("data.a = 1e2", R"({"a":100})", true);
  row("data.a = -0.50", R"({"a":"-0.50"})", true);
  row("data.a = 100", QByteArray(R"({"a":)") + QByteArray(40, ' ') + "1E2}", true);
  row("data.a = 1.50", R"({"a":1.5})", true);
  row("data.a : XYZ", R"({"a":"aXyZb"})", true);
  row("data.a : XYZ", R"({"a":"x"})", false);
  row("data.a = x or data.a = y", R"({"a":"y"})", true);
  row("data.a = x or data.a = y", R"({"a":"z"})", false);
  row("data.amount > 5", R"({"b":1})", false);
  row("data.amount > 5", R"({"amount":1})", true);
  row("name : x data.a = y", R"({"a":"z"})", false);
  row("data : \xc3\x89"
      "clair",
      "\xc3\xa9"
      "CLAIR",
      true);
  row("data : \xc3\x89"
      "clair",
      "eclat", false);
}

void TestPrefilter::passes() {
  QFETCH(QByteArray, query);
  QFETCH(QByteArray, data);
  QFETCH(bool, expected);
  QCOMPARE(filterOf(query.constData()).passes(data), expected);
}

void TestPrefilter::knowsWhenItKnowsNothing_data() {
  QTest::addColumn<QByteArray>("query");
  for (const char *query :
       {"", "x", "name : x", "not data.a = 1", "data.a != 1", "data ~ x", "data[0] > 5",
        "data.a = 1 or name : x", "not (data.a = 1 or data.b = 2)", "data : \"\"", "data : \xe8\xae\xa2"})
    QTest::newRow(query) << QByteArray(query);
}

void TestPrefilter::knowsWhenItKnowsNothing() {
  QFETCH(QByteArray, query);
  QVERIFY(filterOf(query.constData()).isTrue());
}

void TestPrefilter::speaksJson_data() {
  QTest::addColumn<QByteArray>("query");
  QTest::addColumn<QByteArray>("json");
  const auto row = [](const char *query, const char *json) {
    QTest::newRow(query) << QByteArray(query) << QByteArray(json);
  };
  row("", R"({"kind":"true"})");
  row("data : Ab", R"({"kind":"contains","needle":"ab","ignoreCase":true,"passEscapes":true})");
  row("data = x", R"({"kind":"contains","needle":"x","passEscapes":true})");
  row("data.k = 10", R"({"kind":"all","children":[{"kind":"contains","needle":"10","passEscapes":true,)"
                     R"("passExponents":true},{"kind":"contains","needle":"k","passEscapes":true}]})");
  row("data = x or data = \"a\\\"b\"",
      R"({"kind":"any","children":[{"kind":"contains","needle":"x","passEscapes":true},)"
      R"({"kind":"contains","needle":"a\"b","passEscapes":true}]})");
}

void TestPrefilter::speaksJson() {
  QFETCH(QByteArray, query);
  QFETCH(QByteArray, json);
  QCOMPARE(filterOf(query.constData()).toJson(), json);
}

void TestPrefilter::shortensNumbers_data() {
  QTest::addColumn<QByteArray>("number");
  QTest::addColumn<QByteArray>("shortest");
  const auto row = [](const char *number, const char *shortest) {
    QTest::newRow(number) << QByteArray(number) << QByteArray(shortest);
  };
  row("0", "0");
  row("-0", "0");
  row("-0.00", "0");
  row("0e5", "0");
  row("1", "1");
  row("1.0", "1");
  row("1.50", "1.5");
  row("-1.50", "-1.5");
  row("1e2", "100");
  row("1.25e1", "12.5");
  row("125e-2", "1.25");
  row("125e-5", "0.00125");
  row("0.00125e3", "1.25");
  row("0.1e1", "1");
  row("100", "100");
  row("1e-2", "0.01");
  row("9007199254740993", "9007199254740993");
  row("1e401", "");
  row("1e99999999999999999999", "");
}

void TestPrefilter::shortensNumbers() {
  QFETCH(QByteArray, number);
  QFETCH(QByteArray, shortest);
  QCOMPARE(canonicalDecimal(number).value_or(QByteArray()), shortest);
}

void TestPrefilter::knowsNumbers() {
  for (const char *good : {"0", "-0", "10", "1.5", "1e2", "1E+2", "-1.5e-3"})
    QVERIFY2(isJsonNumber(good), good);
  for (const char *bad : {"", "-", "+1", "01", "1.", ".5", "1e", "1e+", "1 ", " 1", "1a", "0x1", "NaN"})
    QVERIFY2(!isJsonNumber(bad), bad);
}

QTEST_APPLESS_MAIN(TestPrefilter)
#include "tst_prefilter.moc"
