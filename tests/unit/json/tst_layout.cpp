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
  void keepsSmallContainersOnOneLine_data();
  void keepsSmallContainersOnOneLine();
  void readableFollowsTheRoom();
  void readableKeepsEveryToken();
  void readableIsTheSameWithValuesKeptOut();
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
  // Deep, and a megabyte of indentation, but no more than a few times the text: all levels are there.
  const QByteArray wide = (QByteArray(30, '1') + ',').repeated(10'000) + "1";
  const QByteArray shown = *pretty(QByteArray(200, '[') + wide + QByteArray(200, ']'));
  QVERIFY(shown.contains('\n' + QByteArray(400, ' ') + '1'));
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
  QTest::newRow("no deeper than around it")
      << QByteArray("[1,\n  {\n  \"a\": 1}]") << Style::Kind::Pretty << QByteArray("  ");
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

void TestLayout::keepsSmallContainersOnOneLine_data() {
  const auto string = [](int characters, const QByteArray &of = "x") {
    return '"' + of.repeated(characters) + '"';
  };
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("shown");
  const auto row = [](const char *name, const QByteArray &text, const QByteArray &shown) {
    QTest::newRow(name) << text << shown;
  };
  row("object", R"({"a":{"sku":"SKU-88-1204","qty":2,"price":49.95}})",
      "{\n  \"a\": { \"sku\": \"SKU-88-1204\", \"qty\": 2, \"price\": 49.95 }\n}");
  row("arrays", "[[1,2],[ ],[[true],{}],3]", "[\n  [1, 2],\n  [],\n  [[true], {}],\n  3\n]");
  row("the outermost has lines", R"({"a":1})", "{\n  \"a\": 1\n}");
  row("objects in an array", R"([[{"a":1},{"b":[]}]])", "[\n  [{ \"a\": 1 }, { \"b\": [] }]\n]");
  row("72 characters", "[[" + string(40) + ',' + string(24) + "]]",
      "[\n  [" + string(40) + ", " + string(24) + "]\n]");
  row("73 characters", "[[" + string(40) + ',' + string(25) + "]]",
      "[\n  [\n    " + string(40) + ",\n    " + string(25) + "\n  ]\n]");
  row("72 in an object", "[{\"k\":" + string(40) + ",\"l\":" + string(12) + "}]",
      "[\n  { \"k\": " + string(40) + ", \"l\": " + string(12) + " }\n]");
  row("73 in an object", "[{\"k\":" + string(40) + ",\"l\":" + string(13) + "}]",
      "[\n  {\n    \"k\": " + string(40) + ",\n    \"l\": " + string(13) + "\n  }\n]");
  row("a long string", "[[" + string(41) + "]]", "[\n  [\n    " + string(41) + "\n  ]\n]");
  row("a long key", "[{" + string(41) + ":1}]", "[\n  {\n    " + string(41) + ": 1\n  }\n]");
  row("characters, not bytes", "[[" + string(40, "\xf0\x9f\xa6\xac") + "]]",
      "[\n  [" + string(40, "\xf0\x9f\xa6\xac") + "]\n]");
  row("small in large", "[[" + string(41) + ",[1]]]", "[\n  [\n    " + string(41) + ",\n    [1]\n  ]\n]");
  row("behind a small one", "[[1],[" + string(41) + "]]", "[\n  [1],\n  [\n    " + string(41) + "\n  ]\n]");
}

void TestLayout::keepsSmallContainersOnOneLine() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, shown);
  QCOMPARE(layOut(text, scan(text), Style::readable()), shown);
  QCOMPARE(layOut(shown, scan(shown), Style::readable()), shown);
}

/// The whole line counts: its indentation, the key, and the comma that may follow.
void TestLayout::readableFollowsTheRoom() {
  const QByteArray text = R"({"address":{"street":"12 Long Road","town":"Ham"},"é":[1]})";
  const QByteArray line = R"(  "address": { "street": "12 Long Road", "town": "Ham" },)";
  const auto shown = [&](qsizetype columns) { return layOut(text, scan(text), Style::readable(columns)); };
  for (const qsizetype columns : {qsizetype(0), line.size(), qsizetype(500)})
    QVERIFY2(shown(columns).contains('\n' + line + '\n'), shown(columns).constData());
  const QByteArray narrow = shown(line.size() - 1);
  QVERIFY(narrow.contains("\n  \"address\": {\n    \"street\""));
  QVERIFY(narrow.contains("\n  \"é\": [1]\n"));
  QVERIFY(shown(11).contains("\n  \"é\": [1]\n")); // characters, not bytes
  QCOMPARE(*minify(shown(1)), text);
}

void TestLayout::readableKeepsEveryToken() {
  RandomJson random(7);
  for (int i = 0; i < 2'000; ++i) {
    const QByteArray text = random.untidy(random.value(5));
    const QByteArray shown = layOut(text, scan(text), Style::readable());
    QCOMPARE(*minify(shown), *minify(text));
    // It is the pretty text with some of its line breaks taken out: no token crosses a line.
    QCOMPARE(layOut(shown, scan(shown), Style::pretty()), *pretty(text));
    for (const QByteArray &line : shown.split('\n'))
      QVERIFY(line == line.trimmed().prepend(QByteArray(line.size() - line.trimmed().size(), ' ')));
  }
  const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
  QCOMPARE(*minify(layOut(deep, scan(deep), Style::readable())), deep);
}

/// Hiding values and laying out again moves nothing.
void TestLayout::readableIsTheSameWithValuesKeptOut() {
  RandomJson random(8);
  int kept = 0;
  for (int i = 0; i < 2'000; ++i) {
    const QByteArray text = random.untidy(random.value(5));
    const QByteArray shown = layOut(text, scan(text), Style::readable());
    Elisions elisions;
    const QByteArray masked =
        mask(shown, elisions, [&](QByteArrayView, const Pointer &) { return random.chance(30); });
    const Scan tokens = scan(masked, &elisions);
    QVERIFY(tokens.valid());
    kept += elisions.size();
    QCOMPARE(layOut(masked, tokens, Style::readable(), &elisions), masked);
  }
  QVERIFY(kept > 500);
}

QTEST_APPLESS_MAIN(TestLayout)
#include "tst_layout.moc"
