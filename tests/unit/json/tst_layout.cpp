// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/json/randomjson.h"

#include "json/elisions.h"
#include "json/layout.h"

#include <QTest>

using namespace oxp::json;

class TestLayout : public QObject {
  Q_OBJECT
private slots:
  void laysOutAsJsonStringify();
  void keepsEveryToken();
  void refusesBrokenText();
  void indentsByTabsAndBase();
  void staysSmallAtAnyDepth();
  void recognisesStyles_data();
  void recognisesStyles();
  void movesPlacesBetweenLayouts();
  void carriesMarksAlong();
};

void TestLayout::laysOutAsJsonStringify() {
  const QByteArray text = R"({ "a":[ 1 ,{}, [ ] ],"b" : {"c":null}, "d":"x\u0061 : , [" })";
  QCOMPARE(*pretty(text), QByteArray(R"({
  "a": [
    1,
    {},
    []
  ],
  "b": {
    "c": null
  },
  "d": "x\u0061 : , ["
})"));
  QCOMPARE(*minify(text), QByteArray(R"({"a":[1,{},[]],"b":{"c":null},"d":"x\u0061 : , ["})"));
  QCOMPARE(*pretty(" 5 "), QByteArray("5"));
  QCOMPARE(*pretty("[\n]"), QByteArray("[]"));
}

void TestLayout::keepsEveryToken() {
  RandomJson random(1);
  for (int i = 0; i < 2'000; ++i) {
    const Node node = random.value();
    const QByteArray text = random.untidy(node);
    QCOMPARE(*pretty(text), render(node, Spelling::pretty()));
    QCOMPARE(*pretty(text, 4), render(node, Spelling::pretty("    ")));
    QCOMPARE(*minify(text), render(node, Spelling::minified()));
    QCOMPARE(layOut(text, scan(text), Style::oneLine()), render(node, Spelling::oneLine()));
  }
}

void TestLayout::refusesBrokenText() {
  const auto result = pretty("{\"a\":01}");
  QVERIFY(!result);
  QCOMPARE(result.error().kind, oxp::ErrorKind::Invalid);
  QCOMPARE(result.error().offset, qsizetype(5));
}

void TestLayout::indentsByTabsAndBase() {
  const QByteArray text = R"([{"a":[1]}])";
  Style style = Style::pretty();
  style.indent = "\t";
  style.newline = "\r\n";
  QCOMPARE(layOutValue(text, scan(text), 1, style, "  "),
           QByteArray("{\r\n  \t\"a\": [\r\n  \t\t1\r\n  \t]\r\n  }"));
}

void TestLayout::staysSmallAtAnyDepth() {
  const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
  const QByteArray deep = *pretty(nested(100'000));
  QVERIFY(deep.size() < 100'000'000);
  QCOMPARE(*minify(deep), nested(100'000));
  Node node{Node::Array, {}, {}};
  for (int i = 1; i < 300; ++i)
    node = Node{Node::Array, {}, {{{}, {node}}}};
  QCOMPARE(*pretty(nested(300)), render(node, Spelling::pretty()));
}

void TestLayout::recognisesStyles_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<Style::Kind>("kind");
  QTest::addColumn<QByteArray>("indent");
  QTest::newRow("minified") << QByteArray(R"({"a":[1,2]})") << Style::Kind::Minified << QByteArray();
  QTest::newRow("nothing to see") << QByteArray(" [ ] ") << Style::Kind::Minified << QByteArray();
  QTest::newRow("one line") << QByteArray(R"({"a": [1, 2]})") << Style::Kind::OneLine << QByteArray();
  QTest::newRow("one line, array") << QByteArray(R"([1, 2])") << Style::Kind::OneLine << QByteArray();
  QTest::newRow("two") << QByteArray("{\n  \"a\": 1\n}") << Style::Kind::Pretty << QByteArray("  ");
  QTest::newRow("tab") << QByteArray("[\r\n\t1\r\n]") << Style::Kind::Pretty << QByteArray("\t");
  QTest::newRow("inner first") << QByteArray("[{\n   \"a\": 1\n}]") << Style::Kind::Pretty
                               << QByteArray("   ");
  QTest::newRow("deeper") << QByteArray("  {\n      \"a\": [\n          1]}") << Style::Kind::Pretty
                          << QByteArray("      ");
}

void TestLayout::recognisesStyles() {
  QFETCH(QByteArray, text);
  QFETCH(Style::Kind, kind);
  QFETCH(QByteArray, indent);
  const Style style = detectStyle(text, scan(text));
  QCOMPARE(int(style.kind), int(kind));
  QCOMPARE(style.indent, indent);
}

void TestLayout::movesPlacesBetweenLayouts() {
  const QByteArray text = R"({"key":[1,"text"]})";
  const QByteArray shown = *pretty(text);
  const Scan from = scan(text);
  const Scan to = scan(shown);
  for (const char *word : {"key", "text", "xt", "1", "]", "}"}) {
    const qsizetype there = shown.lastIndexOf(word);
    QCOMPARE(mapOffset(from, to, text.lastIndexOf(word)), there);
    QCOMPARE(mapOffset(to, from, there), text.lastIndexOf(word));
  }
  QCOMPARE(mapOffset(to, from, 3), qsizetype(1)); // in the indentation: behind the bracket before
}

void TestLayout::carriesMarksAlong() {
  Elisions elisions;
  const QByteArray mark = Elisions::mark(elisions.add("\"x\"", Elision::Reason::Long));
  QCOMPARE(*pretty("[" + mark + "]", 2, &elisions), "[\n  " + mark + "\n]");
  QVERIFY(!pretty("[" + mark + "]"));
}

QTEST_APPLESS_MAIN(TestLayout)
#include "tst_layout.moc"
