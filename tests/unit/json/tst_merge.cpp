// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/json/randomjson.h"

#include "json/layout.h"
#include "json/merge.h"

#include <QTest>

using namespace oxp::json;

class TestMerge : public QObject {
  Q_OBJECT
private slots:
  void merges_data();
  void merges();
  void namesBothSidesOfAConflict();
  void decidesEachConflict();
  void aRemovalMayBeChosen();
  void namesOneSidedChanges();
  void keepsTheLayoutOfTheirs();
  void refusesBrokenText();
  void oneSideAloneWinsEntirely();
  void allMineAndAllTheirs();
  void survivesDepth();
};

void TestMerge::merges_data() {
  QTest::addColumn<QByteArray>("base");
  QTest::addColumn<QByteArray>("mine");
  QTest::addColumn<QByteArray>("theirs");
  QTest::addColumn<QByteArray>("merged");
  QTest::addColumn<QByteArray>("conflicts");
  const auto row = [](const char *name, const char *base, const char *mine, const char *theirs,
                      const char *merged, const char *conflicts = "") {
    QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs) << QByteArray(merged)
                        << QByteArray(conflicts);
  };
  row("different members", R"({"a":1,"b":1})", R"({"a":2,"b":1})", R"({"a":1,"b":2})", R"({"a":2,"b":2})");
  row("same change", R"({"a":1})", R"({"a":2})", R"({"a":2})", R"({"a":2})");
  row("both change", R"({"a":1,"b":1})", R"({"a":2,"b":1})", R"({"a":3,"b":1})", R"({"a":3,"b":1})", "/a");
  row("other spelling is a change", "[1.0,2]", "[1.00,2]", "[1.0,3]", "[1.00,3]");
  row("deeper", R"({"a":{"x":1,"y":1}})", R"({"a":{"x":2,"y":1}})", R"({"a":{"x":1,"y":2}})",
      R"({"a":{"x":2,"y":2}})");
  row("both add", R"({"a":1})", R"({"m":1,"a":1})", R"({"a":1,"t":1})", R"({"m":1,"a":1,"t":1})");
  row("both add the same", "{}", R"({"a":1})", R"({"a":1})", R"({"a":1})");
  row("both add the same key", "{}", R"({"a":1})", R"({"a":2})", R"({"a":2})", "/a");
  row("mine follows its neighbour", R"({"a":1,"b":1})", R"({"a":1,"m":1,"b":1})", R"({"t":1,"a":1,"b":1})",
      R"({"t":1,"a":1,"m":1,"b":1})");
  row("both remove", R"({"a":1,"b":1,"c":1})", R"({"b":1,"c":1})", R"({"a":1,"b":1})", R"({"b":1})");
  row("changed and removed", R"({"a":1,"b":1})", R"({"a":2,"b":1})", R"({"b":1})", R"({"b":1})", "/a");
  row("removed and changed", R"({"a":1,"b":1})", R"({"b":1})", R"({"a":2,"b":1})", R"({"a":2,"b":1})", "/a");
  row("mine in another order", R"({"a":1,"b":1})", R"({"b":1,"a":1})", R"({"a":1,"b":2})",
      R"({"b":2,"a":1})");
  row("the same element added beside a conflict", R"([1,"k",2])", R"([1,9,"k",3])", R"([1,9,"k",4])",
      R"([1,9,"k",4])", "/3");
  row("duplicate keys are one choice", R"({"x":{"a":1,"a":1}})", R"({"x":{"a":2,"a":1}})",
      R"({"x":{"a":1,"a":2}})", R"({"x":{"a":1,"a":2}})", "/x");
  row("array elements", "[1,2,3]", "[0,1,2,3]", "[1,2,4]", "[0,1,2,4]");
  row("array, same length", R"([{"a":1,"b":1}])", R"([{"a":2,"b":1}])", R"([{"a":1,"b":2}])",
      R"([{"a":2,"b":2}])");
  row("array, element conflict", "[1,2]", "[5,2]", "[6,2]", "[6,2]", "/0");
  row("array, both append", R"({"a":[1]})", R"({"a":[1,2]})", R"({"a":[1,3]})", R"({"a":[1,3]})", "/a");
  row("array, both append the same", "[1]", "[1,2]", "[1,2]", "[1,2]");
  row("array, one empties", "[1,2]", "[]", "[1,2]", "[]");
  row("another kind", R"({"a":{}})", R"({"a":[]})", R"({"a":1})", R"({"a":1})", "/a");
  row("root", "1", "2", "3", "3", "");
  row("strings with brackets", R"({"a":"{,","b":"[,"})", R"({"a":"{,x","b":"[,"})", R"({"a":"{,","b":"[,y"})",
      R"({"a":"{,x","b":"[,y"})");
  row("key spelled anew", R"({"a":1,"b":1})", R"({"\u0061":1,"b":1})", R"({"a":2,"b":1})",
      R"({"\u0061":2,"b":1})");
}

void TestMerge::merges() {
  QFETCH(QByteArray, base);
  QFETCH(QByteArray, mine);
  QFETCH(QByteArray, theirs);
  QFETCH(QByteArray, merged);
  QFETCH(QByteArray, conflicts);
  const auto result = merge(base, mine, theirs);
  QVERIFY(result);
  QCOMPARE(result->merged, merged);
  QByteArrayList pointers;
  for (const Conflict &conflict : result->conflicts)
    pointers << conflict.pointer.toString();
  QCOMPARE(pointers.join(' '), conflicts);
}

void TestMerge::namesBothSidesOfAConflict() {
  const auto result = merge(R"({"a":[1],"b":1,"c":1})", R"({"a":"m","b":2})", R"({"a":{ "t":1 },"c":2})");
  QCOMPARE(result->conflicts.size(), size_t(3));
  const Conflict &a = result->conflicts[0];
  QCOMPARE(a.base, QByteArray("[1]"));
  QCOMPARE(a.mine, QByteArray("\"m\""));
  QCOMPARE(a.theirs, QByteArray("{\"t\":1}"));
  const Conflict &b = result->conflicts[1];
  QCOMPARE(b.pointer.toString(), QByteArray("/b"));
  QCOMPARE(b.mine, QByteArray("2"));
  QVERIFY(b.theirs.isEmpty());
  QVERIFY(result->conflicts[2].mine.isEmpty());
}

void TestMerge::decidesEachConflict() {
  const auto result = merge("{\"a\":1,\"b\":1}", "{\"a\":2,\"b\":2}", "{ \"a\": 3, \"b\": 3 }");
  QCOMPARE(result->merged, QByteArray("{ \"a\": 3, \"b\": 3 }"));
  QCOMPARE(resolve(*result, {Side::Mine}), QByteArray("{ \"a\": 2, \"b\": 3 }"));
  QCOMPARE(resolve(*result, {Side::Theirs, Side::Mine}), QByteArray("{ \"a\": 3, \"b\": 2 }"));
  QCOMPARE(resolve(*result, {Side::Mine, Side::Mine}), QByteArray("{ \"a\": 2, \"b\": 2 }"));
}

void TestMerge::aRemovalMayBeChosen() {
  const auto result = merge(R"({"a":1,"b":1})", R"({"a":2})", R"({"b":2})");
  QCOMPARE(result->conflicts.size(), size_t(2));
  QCOMPARE(resolve(*result, {Side::Mine, Side::Mine}), QByteArray(R"({"a":2})"));
  QCOMPARE(resolve(*result, {Side::Theirs, Side::Mine}), QByteArray("{}"));
  QCOMPARE(resolve(*result, {Side::Theirs, Side::Theirs}), QByteArray(R"({"b":2})"));
  QCOMPARE(*minify(resolve(*result, {Side::Mine, Side::Theirs})), QByteArray(R"({"a":2,"b":2})"));
}

void TestMerge::namesOneSidedChanges() {
  const auto result =
      merge(R"({"a":{"x":1,"y":1},"b":1,"c":[1,2]})", R"({"a":{"x":2,"y":1},"c":[1,2,3],"m":0})",
            R"({"a":{"x":1,"y":3},"b":1,"c":[1,2]})");
  QByteArrayList lines;
  for (const SideChange &each : result->changes)
    lines << (each.side == Side::Mine ? "mine" : "theirs") + each.change.pointer.toString() + ' ' +
                 each.change.before + ">" + each.change.after;
  std::sort(lines.begin(), lines.end());
  QCOMPARE(lines.join(" | "),
           QByteArray("mine/a/x 1>2 | mine/b 1> | mine/c/2 >3 | mine/m >0 | theirs/a/y 1>3"));
}

void TestMerge::keepsTheLayoutOfTheirs() {
  const auto result = merge(R"({"a":1,"b":{"c":1}})", R"({"a":1,"b":{"c":1,"d":2}})",
                            "{\n\t\"a\": 1e400,\n\t\"b\": {\n\t\t\"c\": 1\n\t}\n}\n");
  QCOMPARE(result->merged,
           QByteArray("{\n\t\"a\": 1e400,\n\t\"b\": {\n\t\t\"c\": 1,\n\t\t\"d\": 2\n\t}\n}\n"));
}

void TestMerge::refusesBrokenText() {
  const auto result = merge("{}", "{\"a\"}", "{}");
  QVERIFY(!result);
  QCOMPARE(result.error().kind, oxp::ErrorKind::Invalid);
  QCOMPARE(result.error().code, QByteArray("mine"));
  QCOMPARE(result.error().offset, qsizetype(4));
}

void TestMerge::oneSideAloneWinsEntirely() {
  RandomJson random(30);
  for (int i = 0; i < 2'000; ++i) {
    Node node = random.value();
    const QByteArray base = random.untidy(node);
    random.edit(node);
    const QByteArray changed = render(node, Spelling::pretty());
    const auto byMine = merge(base, changed, base);
    QVERIFY(byMine->conflicts.empty());
    QCOMPARE(*minify(byMine->merged), *minify(changed));
    const auto byTheirs = merge(base, base, changed);
    QVERIFY(byTheirs->conflicts.empty());
    QCOMPARE(byTheirs->merged, changed);
  }
}

/// Whatever both sides did: the merged text is JSON, and a place that neither side touched is as it was.
void TestMerge::allMineAndAllTheirs() {
  RandomJson random(31);
  int withConflicts = 0;
  for (int i = 0; i < 5'000; ++i) {
    const Node base = random.container(3, Node::Object);
    Node mine = base;
    Node theirs = base;
    random.edit(mine);
    random.edit(theirs);
    const auto text = [](const Node &node) { return render(node, Spelling::minified()); };
    const auto result = merge(text(base), text(mine), text(theirs));
    QVERIFY(result);
    QVERIFY(scan(result->merged).valid());
    const std::vector<Side> choices(result->conflicts.size(), Side::Mine);
    QVERIFY(scan(resolve(*result, choices)).valid());
    QCOMPARE(resolve(*result, {}), result->merged);
    const auto mirrored = merge(text(base), text(theirs), text(mine));
    QCOMPARE(mirrored->conflicts.size(), result->conflicts.size());
    withConflicts += result->conflicts.empty() ? 0 : 1;
  }
  QVERIFY(withConflicts > 100);
}

void TestMerge::survivesDepth() {
  const auto nested = [](const char *inner) {
    return QByteArray("[").repeated(50'000) + inner + QByteArray("]").repeated(50'000);
  };
  const auto result = merge(nested("1"), nested("2"), nested("3"));
  QCOMPARE(result->conflicts.size(), size_t(1));
  QCOMPARE(resolve(*result, {Side::Mine}), nested("2"));
}

QTEST_APPLESS_MAIN(TestMerge)
#include "tst_merge.moc"
