// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of RFC 6902 (appendix A) and RFC 7396 (appendix A).
#include "edits/patches.h"

#include "json/compact.h"

#include <QJsonDocument>
#include <QtTest>

using namespace oxp;

namespace {

/// As JSON, whatever the order of members; texts and numbers alone in a list.
QByteArray canonical(const QByteArray &json) {
  return QJsonDocument::fromJson('[' + json + ']').toJson(QJsonDocument::Compact);
}

} // namespace

class TstPatches : public QObject {
  Q_OBJECT

private slots:
  void patch_data();
  void patch();
  void allOrNothing();
  void mergePatch_data();
  void mergePatch();
};

void TstPatches::patch_data() {
  QTest::addColumn<QByteArray>("before");
  QTest::addColumn<QByteArray>("steps");
  QTest::addColumn<QByteArray>("after"); ///< empty: it is refused
  const QByteArray rows[][4] = {
      {"A.1", R"({"foo":"bar"})", R"({"op":"add","path":"/baz","value":"qux"})",
       R"({"baz":"qux","foo":"bar"})"},
      {"A.2", R"({"foo":["bar","baz"]})", R"({"op":"add","path":"/foo/1","value":"qux"})",
       R"({"foo":["bar","qux","baz"]})"},
      {"A.3", R"({"baz":"qux","foo":"bar"})", R"({"op":"remove","path":"/baz"})", R"({"foo":"bar"})"},
      {"A.4", R"({"foo":["bar","qux","baz"]})", R"({"op":"remove","path":"/foo/1"})",
       R"({"foo":["bar","baz"]})"},
      {"A.5", R"({"baz":"qux","foo":"bar"})", R"({"op":"replace","path":"/baz","value":"boo"})",
       R"({"baz":"boo","foo":"bar"})"},
      {"A.6", R"({"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}})",
       R"({"op":"move","from":"/foo/waldo","path":"/qux/thud"})",
       R"({"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}})"},
      {"A.7", R"({"foo":["all","grass","cows","eat"]})", R"({"op":"move","from":"/foo/1","path":"/foo/3"})",
       R"({"foo":["all","cows","eat","grass"]})"},
      {"A.8", R"({"baz":"qux","foo":["a",2,"c"]})",
       R"({"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2})",
       R"({"baz":"qux","foo":["a",2,"c"]})"},
      {"A.9", R"({"baz":"qux"})", R"({"op":"test","path":"/baz","value":"bar"})", ""},
      {"A.10", R"({"foo":"bar"})", R"({"op":"add","path":"/child","value":{"grandchild":{}}})",
       R"({"foo":"bar","child":{"grandchild":{}}})"},
      {"A.11", R"({"foo":"bar"})", R"({"op":"add","path":"/baz","value":"qux","xyz":123})",
       R"({"foo":"bar","baz":"qux"})"},
      {"A.12", R"({"foo":"bar"})", R"({"op":"add","path":"/baz/bat","value":"qux"})", ""},
      {"A.14", R"({"/":9,"~1":10})", R"({"op":"test","path":"/~01","value":10})", R"({"/":9,"~1":10})"},
      {"A.15", R"({"/":9,"~1":10})", R"({"op":"test","path":"/~01","value":"10"})", ""},
      {"A.16", R"({"foo":["bar"]})", R"({"op":"add","path":"/foo/-","value":["abc","def"]})",
       R"({"foo":["bar",["abc","def"]]})"},
      {"copy", R"({"a":[1],"b":{}})", R"({"op":"copy","from":"/a","path":"/b/c"})",
       R"({"a":[1],"b":{"c":[1]}})"},
      {"the whole", R"({"a":1})", R"({"op":"replace","path":"","value":[2]})", "[2]"},
      {"numbers by value", R"({"a":1e2})", R"({"op":"test","path":"/a","value":100})", R"({"a":100})"},
      {"members in any order", R"({"a":{"x":1,"y":[2]}})",
       R"({"op":"test","path":"/a","value":{"y":[2],"x":1}})", R"({"a":{"x":1,"y":[2]}})"},
      {"below itself", R"({"a":{}})", R"({"op":"move","from":"/a","path":"/a/b"})", ""},
      {"an index with zeros", R"([1,2])", R"({"op":"remove","path":"/01"})", ""},
      {"behind the end", R"([1])", R"({"op":"add","path":"/2","value":3})", ""},
      {"an unknown operation", R"([1])", R"({"op":"spam","path":"/0"})", ""},
      {"without a value", R"([1])", R"({"op":"add","path":"/0"})", ""},
  };
  for (const auto &row : rows)
    QTest::newRow(row[0].constData()) << row[1] << '[' + row[2] + ']' << row[3];
}

void TstPatches::patch() {
  QFETCH(QByteArray, before);
  QFETCH(QByteArray, steps);
  QFETCH(QByteArray, after);
  const auto patched = edits::patched(before, steps);
  QCOMPARE(patched.has_value(), !after.isEmpty());
  if (patched)
    QCOMPARE(canonical(*patched), canonical(after));
}

void TstPatches::allOrNothing() {
  QVERIFY(!edits::patched("{\"a\":1}", R"([{"op":"remove","path":"/a"},{"op":"remove","path":"/b"}])"));
  QVERIFY(!edits::patched("{\"a\":1}", R"({"op":"remove","path":"/a"})")); // no list
}

void TstPatches::mergePatch_data() {
  QTest::addColumn<QByteArray>("before");
  QTest::addColumn<QByteArray>("patch");
  QTest::addColumn<QByteArray>("after");
  const QByteArray rows[][3] = {{R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})"},
                                {R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})"},
                                {R"({"a":"b"})", R"({"a":null})", R"({})"},
                                {R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})"},
                                {R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})"},
                                {R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})"},
                                {R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})"},
                                {R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})"},
                                {R"(["a","b"])", R"(["c","d"])", R"(["c","d"])"},
                                {R"({"a":"b"})", R"(["c"])", R"(["c"])"},
                                {R"({"a":"foo"})", R"(null)", R"(null)"},
                                {R"({"a":"foo"})", R"("bar")", R"("bar")"},
                                {R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})"},
                                {R"([1,2])", R"({"a":"b","c":null})", R"({"a":"b"})"},
                                {R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})"}};
  for (const auto &row : rows)
    QTest::newRow((row[0] + " by " + row[1]).constData()) << row[0] << row[1] << row[2];
}

void TstPatches::mergePatch() {
  QFETCH(QByteArray, before);
  QFETCH(QByteArray, patch);
  QFETCH(QByteArray, after);
  QCOMPARE(canonical(edits::mergePatched(before, patch)), canonical(after));
}

QTEST_GUILESS_MAIN(TstPatches)
#include "tst_patches.moc"
