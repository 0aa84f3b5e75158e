// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of change, byte for byte: what it does, what it leaves, and why it cannot be made.
#include "edits/apply.h"
#include "edits/decimalsum.h"

#include <QtTest>

using namespace oxp;
using edits::Change;
using Kind = Change::Kind;
using Code = edits::Problem::Code;

namespace {

std::vector<search::Step> path(const char *text) {
  const QString below = QString::fromUtf8(text);
  if (below.isEmpty())
    return {};
  const auto parsed =
      search::parsePath(QStringLiteral("data") + (below.startsWith(u'[') ? below : u'.' + below));
  return parsed ? parsed->steps : std::vector<search::Step>();
}

Change change(Kind kind, const char *where, const char *value = "") {
  return {.kind = kind, .path = path(where), .value = value};
}
Change set(const char *where, const char *value) {
  return change(Kind::Set, where, value);
}
Change renamed(const char *where, const char *to) {
  return {.kind = Kind::Rename, .path = path(where), .to = to};
}
Change move(const char *where, const char *to) {
  return {.kind = Kind::Move, .path = path(where), .target = path(to)};
}
Change replace(const char *where, const char *find, const char *with, bool regex = false) {
  return {.kind = Kind::ReplaceText,
          .path = path(where),
          .find = QString::fromUtf8(find),
          .with = QString::fromUtf8(with),
          .regex = regex};
}

const char *name(Code code) {
  switch (code) {
  case Code::NotJson:
    return "NotJson";
  case Code::BadValue:
    return "BadValue";
  case Code::NothingThere:
    return "NothingThere";
  case Code::NotAnObject:
    return "NotAnObject";
  case Code::NotAnArray:
    return "NotAnArray";
  case Code::OutOfRange:
    return "OutOfRange";
  case Code::NoNumber:
    return "NoNumber";
  case Code::NumberTooLong:
    return "NumberTooLong";
  case Code::KeyTaken:
    return "KeyTaken";
  case Code::ManyPlaces:
    return "ManyPlaces";
  case Code::IntoItself:
    return "IntoItself";
  case Code::BadRegex:
    return "BadRegex";
  case Code::RegexTooCostly:
    return "RegexTooCostly";
  case Code::TestFailed:
    return "TestFailed";
  }
  return "?";
}

/// The payload after the changes, or the problem's name with its place.
QByteArray made(const QByteArray &payload, const std::vector<Change> &changes) {
  const auto splices = edits::splicesOf(payload, changes);
  return splices ? json::apply(payload, *splices)
                 : name(splices.error().code) + (' ' + splices.error().at.toUtf8());
}

} // namespace

class TstChanges : public QObject {
  Q_OBJECT

private slots:
  void each_data();
  void each();
  void severalInOrder();
  void theProblemSaysWhichChange();
  void whatIsSoAlreadyGivesNoSplices();
  void largePayloadsKeepTheirBytes();
  void sums_data();
  void sums();
};

Q_DECLARE_METATYPE(Change)

void TstChanges::each_data() {
  QTest::addColumn<QByteArray>("before");
  QTest::addColumn<Change>("change");
  QTest::addColumn<QByteArray>("after");
  const auto row = [](const char *title, const QByteArray &before, const Change &change,
                      const QByteArray &after) { QTest::newRow(title) << before << change << after; };
  row("set", "{\"a\": 1,  \"b\":2.50}", set("a", "\"x\""), "{\"a\": \"x\",  \"b\":2.50}");
  row("set keeps what is beside it", "{ \"a\" :1e2 , \"b\" : [ 1,2 ] }", set("b[1]", "9"),
      "{ \"a\" :1e2 , \"b\" : [ 1,9 ] }");
  row("set what is missing", "{\"a\": 1}", set("b", "2"), "{\"a\": 1, \"b\": 2}");
  row("set in an empty object", "{}", set("b", "2"), "{\"b\":2}");
  row("set deep down", "{\"a\":1}", set("b.c.d", "2"), "{\"a\":1,\"b\":{\"c\":{\"d\":2}}}");
  row("set behind the last element", "{\"a\":[1, 2]}", set("a[2]", "3"), "{\"a\":[1, 2, 3]}");
  row("set far behind it", "{\"a\":[1]}", set("a[2]", "3"), "OutOfRange a[2]");
  row("set in each", "[{\"n\":1},{\"n\":2},{}]", set("[*].n", "0"), "[{\"n\":0},{\"n\":0},{\"n\":0}]");
  row("set in each of none", "{\"a\":[]}", set("a[*].n", "0"), "{\"a\":[]}");
  row("set in each of what is missing", "{}", set("a[*].n", "0"), "{}");
  row("set below a text", "{\"a\":\"x\"}", set("a.b", "1"), "NotAnObject a.b");
  row("set an element of an object", "{\"a\":{}}", set("a[0]", "1"), "NotAnArray a[0]");
  row("set all of it", "{\"a\":1}", set("", "[1]"), "[1]");
  row("set what is no JSON", "{\"a\":1}", set("a", "{"), "BadValue a");
  row("set the last of two of a name", "{\"a\":1,\"a\":2}", set("a", "3"), "{\"a\":1,\"a\":3}");
  row("set under an odd key", "{\"a.b\":1,\"\\u00e9\":2}", set("\"\xc3\xa9\"", "3"),
      "{\"a.b\":1,\"\\u00e9\":3}");
  row("set if absent", "{\"a\":1}", change(Kind::SetIfAbsent, "a", "2"), "{\"a\":1}");
  row("set if absent, absent", "{\"a\":1}", change(Kind::SetIfAbsent, "b", "2"), "{\"a\":1,\"b\":2}");
  row("remove", "{\"a\": 1, \"b\": 2, \"c\": 3}", change(Kind::Remove, "b"), "{\"a\": 1, \"c\": 3}");
  row("remove the first", "{\"a\": 1, \"b\": 2}", change(Kind::Remove, "a"), "{\"b\": 2}");
  row("remove the only one", "{\"a\":1}", change(Kind::Remove, "a"), "{}");
  row("remove what is not there", "{\"a\":1}", change(Kind::Remove, "b.c"), "{\"a\":1}");
  row("remove each", "{\"a\":[1, 2, 3]}", change(Kind::Remove, "a[*]"), "{\"a\":[]}");
  row("remove in each", "[{\"n\":1,\"m\":2},{\"m\":3}]", change(Kind::Remove, "[*].m"), "[{\"n\":1},{}]");
  row("remove all of it", "{\"a\":1}", change(Kind::Remove, ""), "NothingThere ");
  row("rename", "{\"a\": 1, \"b\":2}", renamed("a", "c\"d"), "{\"c\\\"d\": 1, \"b\":2}");
  row("rename to what is there", "{\"a\":1,\"b\":2}", renamed("a", "b"), "KeyTaken a");
  row("rename to itself", "{\"a\":1}", renamed("a", "a"), "{\"a\":1}");
  row("rename an element", "[1]", renamed("[0]", "b"), "NotAnObject [0]");
  row("rename what is missing", "{}", renamed("a", "b"), "NothingThere a");
  row("move", "{\"a\": {\"x\": 1}, \"b\": {}}", move("a.x", "b.y"), "{\"a\": {}, \"b\": {\"y\": 1}}");
  row("move to what is there", "{\"a\":1,\"b\":2}", move("a", "b"), "KeyTaken b");
  row("move into itself", "{\"a\":{\"b\":1}}", move("a", "a.b.c"), "IntoItself a.b.c");
  row("move many", "{\"a\":[1]}", move("a[*]", "b"), "ManyPlaces a[*]");
  row("increment", "{\"n\": 9007199254740993}", change(Kind::Increment, "n", "1"),
      "{\"n\": 9007199254740994}");
  row("increment by decimals", "{\"n\": 1.20}", change(Kind::Increment, "n", "-0.1"), "{\"n\": 1.10}");
  row("increment a text", "{\"n\": \"1\"}", change(Kind::Increment, "n", "1"), "NoNumber n");
  row("increment by a text", "{\"n\": 1}", change(Kind::Increment, "n", "\"1\""), "BadValue n");
  row("increment each", "[1,2]", change(Kind::Increment, "[*]", "10"), "[11,12]");
  row("increment what is missing", "{}", change(Kind::Increment, "n", "1"), "NothingThere n");
  row("increment an endless one", "{\"n\":1e99999}", change(Kind::Increment, "n", "1"), "NumberTooLong n");
  row("replace text", "{\"u\": \"http:\\/\\/a\", \"http\": \"b\"}", replace("", "http:", "https:"),
      "{\"u\": \"https://a\", \"http\": \"b\"}");
  row("replace text, untouched ones stay", "[\"\\u0041\", \"b\"]", replace("", "b", "c"),
      "[\"\\u0041\", \"c\"]");
  row("replace text at a path", "{\"a\":\"x\",\"b\":\"x\"}", replace("a", "x", "y"),
      "{\"a\":\"y\",\"b\":\"x\"}");
  row("replace by a pattern", "{\"a\":\"ORD-12\"}", replace("a", "ORD-(\\d+)", "\\1/\\\\", true),
      "{\"a\":\"12/\\\\\"}");
  row("replace nothing", "{\"a\":\"x\"}", replace("a", "", "y"), "BadValue a");
  row("a bad pattern", "{\"a\":\"x\"}", replace("a", "(", "y", true), "BadRegex a");
  row("a hostile pattern", "{\"a\":\"" + QByteArray(40, 'a') + "!\"}", replace("a", "(a+)+$", "y", true),
      "RegexTooCostly a");
  row("no JSON", "{\"a\":", set("a", "1"), "NotJson ");
  row("merge patch", "{\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}",
      change(Kind::MergePatch, "", "{\"a\":null,\"b\":{\"c\":9},\"e\":{\"f\":null,\"g\":1}}"),
      "{\"b\": {\"c\": 9, \"d\": 3}, \"e\": {\"g\": 1}}");
  row("merge patch by a text", "{\"a\":1}", change(Kind::MergePatch, "a", "\"x\""), "{\"a\":\"x\"}");
  row("patch in each", "[{\"n\":1},{\"n\":2}]",
      change(Kind::Patch, "[*]", "[{\"op\":\"replace\",\"path\":\"/n\",\"value\":0}]"),
      "[{\"n\":0},{\"n\":0}]");
}

void TstChanges::each() {
  QFETCH(QByteArray, before);
  QFETCH(Change, change);
  QFETCH(QByteArray, after);
  QCOMPARE(made(before, {change}), after);
}

void TstChanges::severalInOrder() {
  QCOMPARE(
      made("{\"stage\": \"pack\", \"n\": 1}", {renamed("stage", "was"), set("stage", "\"ship\""),
                                               change(Kind::Increment, "n", "1"), move("n", "meta.tries")}),
      QByteArray("{\"was\": \"pack\", \"stage\": \"ship\", \"meta\": {\"tries\": 2}}"));
}

void TstChanges::theProblemSaysWhichChange() {
  const auto splices = edits::splicesOf("{\"a\":1}", {set("a", "2"), renamed("x", "y")});
  QVERIFY(!splices);
  QCOMPARE(splices.error().change, 1);
}

void TstChanges::whatIsSoAlreadyGivesNoSplices() {
  QVERIFY(edits::splicesOf("{ \"a\" : 1 }", {set("a", "1")})->empty());
  QVERIFY(edits::splicesOf("{ \"a\" : 1 }", {change(Kind::Remove, "b")})->empty());
}

void TstChanges::largePayloadsKeepTheirBytes() {
  QByteArray payload = "{\"list\":[";
  for (int i = 0; i < 20'000; ++i)
    payload += (i ? " , " : "") + QByteArray("{\"id\":1.") + QByteArray::number(i) + "0,\"s\" : \"x\"}";
  payload += "]}";
  const auto splices = edits::splicesOf(payload, {set("list[19999].s", "\"y\"")});
  QVERIFY(splices);
  QCOMPARE(splices->size(), size_t(1));
  QByteArray wanted = payload;
  wanted[wanted.lastIndexOf('x')] = 'y';
  QCOMPARE(json::apply(payload, *splices), wanted);
}

void TstChanges::sums_data() {
  QTest::addColumn<QByteArray>("a");
  QTest::addColumn<QByteArray>("b");
  QTest::addColumn<QByteArray>("sum");
  const QByteArray rows[][3] = {{"1", "2", "3"},
                                {"0.1", "0.2", "0.3"},
                                {"1.20", "0.1", "1.30"},
                                {"1", "-1", "0"},
                                {"-0", "0", "0"},
                                {"0.5", "-0.50", "0.00"},
                                {"-5", "3", "-2"},
                                {"3", "-5", "-2"},
                                {"999", "1", "1000"},
                                {"1e3", "1", "1001"},
                                {"1E-3", "1", "1.001"},
                                {"12.5e1", "0", "125"},
                                {"99999999999999999999999999", "1", "100000000000000000000000000"},
                                {"1e1001", "1", ""}};
  for (const auto &row : rows)
    QTest::newRow((row[0] + " + " + row[1]).constData()) << row[0] << row[1] << row[2];
}

void TstChanges::sums() {
  QFETCH(QByteArray, a);
  QFETCH(QByteArray, b);
  QFETCH(QByteArray, sum);
  QCOMPARE(edits::decimalSum(a, b).value_or(QByteArray()), sum);
  QCOMPARE(edits::decimalSum(b, a).value_or(QByteArray()), sum);
}

QTEST_GUILESS_MAIN(TstChanges)
#include "tst_changes.moc"
