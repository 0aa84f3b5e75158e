// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/layout.h"
#include "json/splice.h"

#include <QTest>

#include <algorithm>
#include <ctime>

using namespace oxp::json;

class TestSplice : public QObject {
  Q_OBJECT
private slots:
  void changesOnlyWhatWasEdited_data();
  void changesOnlyWhatWasEdited();
  void copiesNoEndlessGap();
  void findsFewBytesInLongStrings();
  void neverCutsACharacter();
  void refusesBrokenEdits();
  void replacesWhatWasNoJson_data();
  void replacesWhatWasNoJson();
  void carriesOutInOrder();
  void oneInsertInALongArrayIsOneSplice();
  void survivesDepth();
  void isLinear_data();
  void isLinear();
};

void TestSplice::changesOnlyWhatWasEdited_data() {
  QTest::addColumn<QByteArray>("stored");
  QTest::addColumn<QByteArray>("edited");
  QTest::addColumn<QByteArray>("result");
  const auto row = [](const char *name, const char *stored, const char *edited, const char *result) {
    QTest::newRow(name) << QByteArray(stored) << QByteArray(edited) << QByteArray(result);
  };
  row("white space alone", R"( {"a" :1 ,"b":[ ]} )", "{\n  \"a\": 1,\n  \"b\": []\n}",
      R"( {"a" :1 ,"b":[ ]} )");
  row("odd numbers stay", R"({"n":1e400,"d":1.10,"z":-0.0,"x":1})",
      "{\n  \"n\": 1e400,\n  \"d\": 1.10,\n  \"z\": -0.0,\n  \"x\": 2\n}",
      R"({"n":1e400,"d":1.10,"z":-0.0,"x":2})");
  row("minified member", R"({"a":1,"b":2})", R"({"a":1,"c":{"d":[1]},"b":2})",
      R"({"a":1,"c":{"d":[1]},"b":2})");
  row("one line member", R"({"a": 1, "b": 2})", R"({"a":1,"c":{"d":[1,2]},"b":2})",
      R"({"a": 1, "c": {"d": [1, 2]}, "b": 2})");
  row("padded", R"({ "a": 1, "b": 2 })", R"({"a":1,"b":2,"c":{"d":1}})",
      R"({ "a": 1, "b": 2, "c": { "d": 1 } })");
  row("four spaces", "{\n    \"a\": 1\n}\n", R"({"a":1,"b":[1]})",
      "{\n    \"a\": 1,\n    \"b\": [\n        1\n    ]\n}\n");
  row("in front", "{\n  \"a\": 1\n}", R"({"0":0,"a":1})", "{\n  \"0\": 0,\n  \"a\": 1\n}");
  row("commas in front", "[\n  1\n, 2\n]", "[1,2,3]", "[\n  1\n, 2\n, 3\n]");
  row("one line inside pretty", "{\n  \"a\": [1, 2],\n  \"b\": {\"c\":1}\n}",
      R"({"a":[1,2,[3,4]],"b":{"c":1,"d":[2,3]}})",
      "{\n  \"a\": [1, 2, [3, 4]],\n  \"b\": {\"c\":1,\"d\":[2,3]}\n}");
  row("into an empty one", "{\n\t\"a\": {}\n}", R"({"a":{"b":1,"c":2}})",
      "{\n\t\"a\": {\n\t\t\"b\": 1,\n\t\t\"c\": 2\n\t}\n}");
  row("into an empty one line", R"({"a": 1, "b": []})", R"({"a":1,"b":[1,2]})", R"({"a": 1, "b": [1, 2]})");
  row("into nothing", "{}", "{\n  \"a\": [\n    1\n  ]\n}", R"({"a":[1]})");
  row("last one out", "[\n  1\n]", "[]", "[]");
  row("first out", "[ 1, 2 , 3 ]", "[2,3]", "[ 2 , 3 ]");
  row("middle out", "[ 1, 2 , 3 ]", "[1,3]", "[ 1 , 3 ]");
  row("end out", "[ 1, 2 , 3 ]", "[1,2]", "[ 1, 2 ]");
  row("duplicate keys", R"({"a":1, "a":2})", R"({"a":1,"a":3})", R"({"a":1, "a":3})");
  row("first duplicate out", R"({"a":1, "a":{ "x" : 1 }})", R"({"a":{"x":1}})", R"({"a":{ "x" : 1 }})");
  row("renamed", R"({ "old" : { "x" :1 } })", R"({"new":{"x":1}})", R"({ "new" : { "x" :1 } })");
  row("key spelled anew", R"({ "a" : [ 1 ] })", R"({"\u0061":[1]})", R"({ "\u0061" : [ 1 ] })");
  row("moved with its white space", R"({"a":[ 1 ],"b":{ },"c":3})", R"({"c":3,"a":[1],"b":{}})",
      R"({"c":3,"a":[ 1 ],"b":{ }})");
  row("moved to the end", R"({"a":[ 1 ],"b":{ },"c":3})", R"({"b":{},"c":3,"a":[1]})",
      R"({"b":{ },"c":3,"a":[ 1 ]})");
  row("moved into the place of a removed one", R"({"x":1,"z":3,"y":[ 1 ]})", R"({"y":[1],"z":3})",
      R"({"y":[ 1 ],"z":3})");
  row("other kind", "{\n  \"a\": [\n    1\n  ]\n}", R"({"a":{"b":1}})",
      "{\n  \"a\": {\n    \"b\": 1\n  }\n}");
  row("other kind on one line", "{\n  \"a\": [ 1 ]\n}", R"({"a":{"b":1}})", "{\n  \"a\": { \"b\": 1 }\n}");
  row("beside small objects", "[\n  { \"a\": 1 },\n  { \"a\": 2 }\n]",
      R"([{"a":1},{"a":3,"b":[1,{}]},{"a":2}])",
      "[\n  { \"a\": 1 },\n  { \"a\": 3, \"b\": [1, {}] },\n  { \"a\": 2 }\n]");
  row("beside small objects without padding", "[\n  {\"a\": 1}\n]", R"([{"a":1},{"a":2}])",
      "[\n  {\"a\": 1},\n  {\"a\": 2}\n]");
  row("beside a small array and a small object", "[\n  [1],\n  {\"a\": 1}\n]", R"([[1],{"a":1},{"b":2}])",
      "[\n  [1],\n  {\"a\": 1},\n  {\"b\": 2}\n]");
  row("a large one beside small ones", "[\n  [1, 2]\n]",
      R"([[1,2],["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]])",
      "[\n  [1, 2],\n  [\n    \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"\n  ]\n]");
  row("within a small one", "{\n  \"a\": { \"b\": 1, \"c\": [] }\n}", R"({"a":{"b":2,"c":[3],"d":null}})",
      "{\n  \"a\": { \"b\": 2, \"c\": [ 3 ], \"d\": null }\n}");
  row("an empty one beside small ones", "{\n  \"a\": { \"b\": 1 },\n  \"c\": {},\n  \"d\": []\n}",
      R"({"a":{"b":1},"c":{"x":1,"y":2},"d":[1,2]})",
      "{\n  \"a\": { \"b\": 1 },\n  \"c\": { \"x\": 1, \"y\": 2 },\n  \"d\": [1, 2]\n}");
  row("another root", " [1] ", R"({"a":1})", R"( {"a":1} )");
  row("surrogates", R"({"a":"\ud800","b":"\u0000"})", R"({"a":"\ud801","b":"\u0000"})",
      R"({"a":"\ud801","b":"\u0000"})");
  row("same again elsewhere", "[1,1,1, 1]", "[1,1,2,1,1]", "[1,1,2,1, 1]");
}

/// White space of absurd length is no style to follow.
void TestSplice::copiesNoEndlessGap() {
  const QByteArray gap(2'000, ' ');
  const auto saved = [](const QByteArray &stored, const QByteArray &edited) {
    return oxp::json::apply(stored, *splicesFor(stored, edited));
  };
  QCOMPARE(saved("{\"a\":" + gap + "1}", R"({"a":1,"b":2})"), "{\"a\":" + gap + "1, \"b\": 2}");
  QCOMPARE(saved("{\n  \"a\":" + gap + "1\n}", R"({"a":1,"b":2})"),
           "{\n  \"a\":" + gap + "1,\n  \"b\": 2\n}");
  QCOMPARE(saved("[1," + gap + "2]", "[1,2,3]"), "[1," + gap + "2, 3]");
  QCOMPARE(saved("[" + gap + "1, 2]", "[0,1,2]"), "[" + gap + "0, 1, 2]");
  QCOMPARE(saved("[\n" + gap + "1\n]", R"([1,{"b":2}])").count(gap), 1);
  QCOMPARE(saved("{\"a\":" + gap.first(99) + "1}", R"({"a":1,"b":2})"),
           "{\"a\":" + gap.first(99) + "1, \"b\":" + gap.first(99) + "2}");
}

void TestSplice::changesOnlyWhatWasEdited() {
  QFETCH(QByteArray, stored);
  QFETCH(QByteArray, edited);
  QFETCH(QByteArray, result);
  const auto splices = splicesFor(stored, edited);
  QVERIFY(splices);
  QCOMPARE(oxp::json::apply(stored, *splices), result);
  QCOMPARE(splices->empty(), stored == result);
}

void TestSplice::findsFewBytesInLongStrings() {
  const QByteArray filler(100'000, 'x');
  const auto splices =
      splicesFor("[\"" + filler + "a" + filler + "\"]", "[\"" + filler + "bc" + filler + "\"]");
  QCOMPARE(*splices, std::vector<Splice>({{100'002, 1, "bc"}}));
  // Short ones stay whole tokens, which is easier to read in a record.
  const auto token = [](int size, char last) { return '"' + QByteArray(size - 3, 'x') + last + '"'; };
  QCOMPARE(*splicesFor("[" + token(64, 'a') + "]", "[" + token(64, 'b') + "]"),
           std::vector<Splice>({{1, 64, token(64, 'b')}}));
  QCOMPARE(*splicesFor("[" + token(65, 'a') + "]", "[" + token(65, 'b') + "]"),
           std::vector<Splice>({{64, 1, "b"}}));
}

void TestSplice::neverCutsACharacter() {
  const QByteArray filler(100, 'x');
  const auto splices =
      splicesFor('"' + filler + "\xe4\xb8\xad" + filler + '"', '"' + filler + "\xe4\xb8\xae" + filler + '"');
  QCOMPARE(*splices, std::vector<Splice>({{101, 3, "\xe4\xb8\xae"}}));
  // The same last bytes are no common end either.
  QCOMPARE(
      *splicesFor('"' + filler + "\xe4\xb8\xad" + filler + '"', '"' + filler + "\xe5\xb8\xad" + filler + '"'),
      std::vector<Splice>({{101, 3, "\xe5\xb8\xad"}}));
  // Nor does a broken one make a part of a whole one.
  QCOMPARE(*splicesFor("\"\xe4", "\"\xe4\xb8\xad\""), std::vector<Splice>({{1, 1, "\xe4\xb8\xad\""}}));
}

void TestSplice::refusesBrokenEdits() {
  const auto splices = splicesFor("{}", "{\"a\":}");
  QVERIFY(!splices);
  QCOMPARE(splices.error().kind, oxp::ErrorKind::Invalid);
  QCOMPARE(splices.error().offset, qsizetype(5));
}

void TestSplice::replacesWhatWasNoJson_data() {
  QTest::addColumn<QByteArray>("stored");
  for (const char *stored :
       {"", "  ", "\xef\xbb\xbf{\"a\": 1}", "{\"a\": 1,}", "[object Object]", "\xff\xfe"})
    QTest::newRow(QByteArray(stored).toPercentEncoding().constData()) << QByteArray(stored);
}

void TestSplice::replacesWhatWasNoJson() {
  QFETCH(QByteArray, stored);
  const QByteArray edited = "{\"a\": 1 }\n";
  const auto splices = splicesFor(stored, edited);
  QVERIFY(splices);
  QCOMPARE(splices->size(), size_t(1));
  QCOMPARE(oxp::json::apply(stored, *splices), edited);
}

void TestSplice::carriesOutInOrder() {
  QCOMPARE(oxp::json::apply("0123456789", {{0, 1, "a"}, {3, 0, "b"}, {3, 2, ""}, {10, 0, "c"}}),
           QByteArray("a12b56789c"));
  QCOMPARE(oxp::json::apply("", {}), QByteArray());
}

void TestSplice::oneInsertInALongArrayIsOneSplice() {
  QByteArray stored("[");
  for (int i = 0; i < 50'000; ++i)
    stored += QByteArray::number(i) + ',';
  stored += "0]";
  QByteArray edited = stored;
  edited.insert(edited.indexOf("40000"), "\"new\",").insert(1, "\"first\",");
  const auto splices = splicesFor(stored, edited);
  QCOMPARE(splices->size(), size_t(2));
  QCOMPARE(oxp::json::apply(stored, *splices), edited);
}

void TestSplice::survivesDepth() {
  const auto nested = [](const char *inner) {
    return QByteArray("[").repeated(100'000) + inner + QByteArray("]").repeated(100'000);
  };
  const QByteArray stored = nested("1");
  QCOMPARE(splicesFor(stored, nested("2"))->size(), size_t(1));
  QCOMPARE(oxp::json::apply(stored, *splicesFor(stored, nested("{\"a\":2}"))), nested("{\"a\":2}"));
}

void TestSplice::isLinear_data() {
  QTest::addColumn<QByteArray>("part");
  QTest::addColumn<QByteArray>("editedPart");
  QTest::newRow("one value each") << QByteArray(R"({"id":1,"name":"ox"})")
                                  << QByteArray(R"({"id":2,"name":"ox"})");
  QTest::newRow("each replaced") << QByteArray(R"({"id":1})") << QByteArray("[1]");
  QTest::newRow("each array") << QByteArray("[1,2,3,4,5,6]") << QByteArray("[6,5,4,3,2,1,0]");
}

static double threadMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Everything in a large document changes. Ten times as much takes some ten times as long; what is not linear
/// would take a hundred times.
void TestSplice::isLinear() {
  QFETCH(QByteArray, part);
  QFETCH(QByteArray, editedPart);
  const auto took = [&](int parts) {
    const auto repeated = [&](const QByteArray &text) { return '[' + (text + ',').repeated(parts) + "0]"; };
    const QByteArray stored = repeated(part), edited = repeated(editedPart);
    const double begin = threadMs();
    const auto splices = splicesFor(stored, edited);
    const double ms = threadMs() - begin;
    [&] { QCOMPARE(oxp::json::apply(stored, *splices), edited); }();
    return ms;
  };
  const double some = std::min({took(5'000), took(5'000), took(5'000)}), many = took(50'000);
  QVERIFY2(many < 50 * some, qPrintable(QStringLiteral("%1 and %2 ms").arg(some).arg(many)));
}

QTEST_APPLESS_MAIN(TestSplice)
#include "tst_splice.moc"
