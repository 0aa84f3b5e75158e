// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person fills into a form, as a change: nothing is guessed, and what is wrong is told at its field.
#include "edits/codec.h"
#include "edits/draft.h"

#include <QtTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;
using edits::Change;
using edits::Draft;
using edits::DraftFault;
using edits::Reading;
using Code = DraftFault::Code;
using Field = DraftFault::Field;
using Kind = Change::Kind;

Q_DECLARE_METATYPE(Draft)
Q_DECLARE_METATYPE(Code)
Q_DECLARE_METATYPE(Field)
Q_DECLARE_METATYPE(Reading)

class TstDraft : public QObject {
  Q_OBJECT

private slots:
  void readsAsMeant_data();
  void readsAsMeant();
  void faults_data();
  void faults();
  void readings_data();
  void readings();
  void goesBothWays();
};

void TstDraft::readsAsMeant_data() {
  QTest::addColumn<Draft>("draft");
  QTest::addColumn<QByteArray>("json");
  const auto row = [](const char *name, const Draft &draft, const QByteArray &json) {
    QTest::newRow(name) << draft << '[' + json + ']';
  };
  row("text", {Kind::Set, u"data.stage"_s, u"packing"_s},
      R"({"change":"set","path":"stage","value":"packing"})");
  row("quoted text", {Kind::Set, u"stage"_s, u"\"packing\""_s},
      R"({"change":"set","path":"stage","value":"packing"})");
  row("number with its digits", {Kind::Set, u"price"_s, u" 1.20 "_s},
      R"({"change":"set","path":"price","value":1.20})");
  row("zeros in front", {Kind::Set, u"zip"_s, u"007"_s}, R"({"change":"set","path":"zip","value":"007"})");
  row("literal", {Kind::SetIfAbsent, u"a"_s, u"null"_s},
      R"({"change":"setIfAbsent","path":"a","value":null})");
  row("words with quotes", {Kind::Set, u"a"_s, u"a \"b\" \\"_s},
      R"({"change":"set","path":"a","value":"a \"b\" \\"})");
  row("whole payload", {Kind::Set, u"data"_s, u"{}"_s}, R"({"change":"set","path":"","value":{}})");
  row("element", {Kind::Set, u"data[0].a"_s, u"1"_s}, R"({"change":"set","path":"[0].a","value":1})");
  row("elements", {Kind::Remove, u" data.items[*].sku "_s}, R"({"change":"remove","path":"items[*].sku"})");
  row("key in quotes", {Kind::Remove, u"\"data.x\""_s}, R"({"change":"remove","path":"\"data.x\""})");
  row("a key that begins so", {Kind::Remove, u"dataset.optsx"_s},
      R"({"change":"remove","path":"dataset.optsx"})");
  row("rename", {Kind::Rename, u"data.shipTo.cntry"_s, u"country"_s},
      R"({"change":"rename","path":"shipTo.cntry","to":"country"})");
  row("rename to a dot", {Kind::Rename, u"a"_s, u"\"b.c\""_s},
      R"({"change":"rename","path":"a","to":"b.c"})");
  row("move", {Kind::Move, u"a"_s, u"data.b.c"_s}, R"({"change":"move","path":"a","to":"b.c"})");
  row("increment", {Kind::Increment, u"n"_s, u"-0.10"_s},
      R"({"change":"increment","path":"n","value":-0.10})");
  row("texts as they are", {Kind::ReplaceText, u"data"_s, u" a "_s, u""_s},
      R"({"change":"replaceText","path":"","find":" a ","with":"","regex":false})");
  row("expression", {Kind::ReplaceText, u"a"_s, u"(x)\\\\"_s, u"\\1\\\\2"_s, true},
      R"({"change":"replaceText","path":"a","find":"(x)\\\\","with":"\\1\\\\2","regex":true})");
  row("patch", {Kind::Patch, u"data"_s, uR"([{"op":"add","path":"/a","value":1}])"_s},
      R"({"change":"patch","path":"","value":[{"op":"add","path":"/a","value":1}]})");
  row("merge patch", {Kind::MergePatch, u"data"_s, u"{\"a\":null}"_s},
      R"({"change":"mergePatch","path":"","value":{"a":null}})");
}

void TstDraft::readsAsMeant() {
  QFETCH(Draft, draft);
  QFETCH(QByteArray, json);
  const auto change = edits::changeOf(draft);
  QVERIFY(change);
  QCOMPARE(edits::toJson({*change}), json);
}

void TstDraft::faults_data() {
  QTest::addColumn<Draft>("draft");
  QTest::addColumn<Field>("field");
  QTest::addColumn<Code>("code");
  QTest::addColumn<QString>("detail");
  const auto row = [](const char *name, const Draft &draft, Field field, Code code,
                      const QString &detail = {}) {
    QTest::newRow(name) << draft << field << code << detail;
  };
  row("no path", {Kind::Set, u" "_s, u"1"_s}, Field::Path, Code::Missing);
  row("open path", {Kind::Set, u"data.shipTo."_s, u"1"_s}, Field::Path, Code::BadPath);
  row("open index", {Kind::Set, u"a[1"_s, u"1"_s}, Field::Path, Code::BadPath);
  row("option", {Kind::Set, u"opts.attempts"_s, u"1"_s}, Field::Path, Code::OtherRoot,
      u"data.opts.attempts"_s);
  row("result", {Kind::Set, u"result"_s, u"1"_s}, Field::Path, Code::OtherRoot, u"data.result"_s);
  row("remove all", {Kind::Remove, u"data"_s}, Field::Path, Code::WholePayload);
  row("rename all", {Kind::Rename, u"data"_s, u"a"_s}, Field::Path, Code::WholePayload);
  row("rename element", {Kind::Rename, u"a[0]"_s, u"b"_s}, Field::Path, Code::NoKey);
  row("rename elements", {Kind::Rename, u"a[*]"_s, u"b"_s}, Field::Path, Code::NoKey);
  row("move many", {Kind::Move, u"a[*].b"_s, u"c"_s}, Field::Path, Code::ManyPlaces);
  row("no value", {Kind::Set, u"a"_s, u" "_s}, Field::Value, Code::Missing);
  row("broken text", {Kind::Set, u"a"_s, u"\"open"_s}, Field::Value, Code::BadJson);
  row("broken object", {Kind::Set, u"a"_s, u"{a:1}"_s}, Field::Value, Code::BadJson);
  row("broken list", {Kind::Set, u"a"_s, u"[urgent] call"_s}, Field::Value, Code::BadJson);
  row("rename to a path", {Kind::Rename, u"a"_s, u"b.c"_s}, Field::Value, Code::NotOneKey);
  row("rename to nothing", {Kind::Rename, u"a"_s}, Field::Value, Code::Missing);
  row("move nowhere", {Kind::Move, u"a"_s}, Field::Value, Code::Missing);
  row("move to many", {Kind::Move, u"a"_s, u"b[*]"_s}, Field::Value, Code::ManyPlaces);
  row("move over all", {Kind::Move, u"a"_s, u"data"_s}, Field::Value, Code::WholePayload);
  row("move into itself", {Kind::Move, u"a"_s, u"data.a.b"_s}, Field::Value, Code::IntoItself);
  row("move to itself", {Kind::Move, u"a"_s, u"a"_s}, Field::Value, Code::IntoItself);
  row("by words", {Kind::Increment, u"a"_s, u"one"_s}, Field::Value, Code::NoNumber);
  row("by a text", {Kind::Increment, u"a"_s, u"\"1\""_s}, Field::Value, Code::NoNumber);
  row("by +1", {Kind::Increment, u"a"_s, u"+1"_s}, Field::Value, Code::NoNumber);
  row("by nothing", {Kind::Increment, u"a"_s}, Field::Value, Code::Missing);
  row("find nothing", {Kind::ReplaceText, u"a"_s, u""_s, u"x"_s}, Field::Value, Code::Missing);
  row("no group", {Kind::ReplaceText, u"a"_s, u"(x)"_s, u"\\\\\\2"_s, true}, Field::With, Code::NoGroup,
      u"\\2"_s);
  row("patch of no list", {Kind::Patch, u"a"_s, u"{}"_s}, Field::Value, Code::NoPatch);
  row("patch of nothing", {Kind::Patch, u"a"_s, u"[]"_s}, Field::Value, Code::NoPatch);
  row("unknown operation", {Kind::Patch, u"a"_s, uR"([{"op":"put","path":"/a"}])"_s}, Field::Value,
      Code::NoPatch);
  row("operation without value", {Kind::Patch, u"a"_s, uR"([{"op":"add","path":"/a"}])"_s}, Field::Value,
      Code::NoPatch);
  row("no pointer", {Kind::Patch, u"a"_s, uR"([{"op":"remove","path":"a"}])"_s}, Field::Value, Code::NoPatch);
  row("patch of words", {Kind::Patch, u"a"_s, u"words"_s}, Field::Value, Code::BadJson);
  row("merge of words", {Kind::MergePatch, u"a"_s, u"words"_s}, Field::Value, Code::BadJson);
}

void TstDraft::faults() {
  QFETCH(Draft, draft);
  QFETCH(Field, field);
  QFETCH(Code, code);
  QFETCH(QString, detail);
  const auto change = edits::changeOf(draft);
  QVERIFY(!change);
  QCOMPARE(int(change.error().code), int(code));
  QCOMPARE(int(change.error().field), int(field));
  QCOMPARE(change.error().detail, detail);
}

void TstDraft::readings_data() {
  QTest::addColumn<QString>("value");
  QTest::addColumn<Reading>("reading");
  const auto rows = [](Reading reading, const QStringList &values) {
    for (const QString &value : values)
      QTest::newRow(qPrintable(value)) << value << reading;
  };
  rows(Reading::Json, {u""_s, u"1.20"_s, u"-0"_s, u"1e5"_s, u"true"_s, u"null"_s, u"\"x\""_s, u"\"open"_s});
  rows(Reading::Text,
       {u"packing"_s, u"10 days"_s, u"2026-11-30"_s, u"1.2.3"_s, u"a1"_s, u"-"_s, u"+"_s, u"."_s});
  rows(Reading::NoNumber, {u"007"_s, u".5"_s, u"+1"_s, u"1,5"_s, u"1_000"_s, u"5."_s, u"0x1F"_s, u"NaN"_s,
                           u"-Infinity"_s, u"1e"_s, u"00"_s, u"1 000"_s});
  rows(Reading::NoLiteral, {u"True"_s, u"None"_s, u"NULL"_s, u"undefined"_s});
}

void TstDraft::readings() {
  QFETCH(QString, value);
  QFETCH(Reading, reading);
  QCOMPARE(int(edits::readingOf(value)), int(reading));
}

void TstDraft::goesBothWays() {
  const auto path = *edits::pathFrom(u"items[*].\"odd \\\"key\"[3].b"_s);
  const std::vector<Change> changes = {
      {.kind = Kind::Set, .path = path, .value = "{\"a\": 1.50}"},
      {.kind = Kind::SetIfAbsent, .path = {}, .value = "null"},
      {.kind = Kind::Remove, .path = path},
      {.kind = Kind::Rename, .path = path, .to = "\xc3\xa9\"\\ ."},
      {.kind = Kind::Move, .path = *edits::pathFrom(u"a.b"_s), .target = *edits::pathFrom(u"[0].b"_s)},
      {.kind = Kind::Increment, .path = path, .value = "-0.10"},
      {.kind = Kind::ReplaceText, .path = path, .find = u"(a)\n"_s, .with = u"\\1\n"_s, .regex = true},
      {.kind = Kind::MergePatch, .path = path, .value = "{}"},
  };
  for (const Change &change : changes) {
    const auto again = edits::changeOf(edits::draftOf(change));
    QVERIFY2(again, edits::toJson({change}));
    QVERIFY2(*again == change, edits::toJson({*again}));
  }
}

QTEST_APPLESS_MAIN(TstDraft)
#include "tst_draft.moc"
