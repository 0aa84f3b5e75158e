// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of a recipe as a person fills them in.
#include "edits/codec.h"
#include "recipes/drafts.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::recipes;
using namespace Qt::Literals::StringLiterals;
using edits::Draft;
using Code = edits::DraftFault::Code;
using Field = edits::DraftFault::Field;
using Made = edits::Change::Kind;

namespace {

const std::vector<Question> Questions{{.name = u"stage"_s}, {.name = u"n"_s, .kind = Question::Kind::Number}};

} // namespace

class TstDrafts : public QObject {
  Q_OBJECT

private slots:
  void readsPlaceholders_data();
  void readsPlaceholders();
  void saysWhatIsWrong_data();
  void saysWhatIsWrong();
  void showsWordsBare();
};

void TstDrafts::readsPlaceholders_data() {
  QTest::addColumn<Draft>("draft");
  QTest::addColumn<QByteArray>("value");
  const auto row = [](Made kind, const char *written, const char *value) {
    QTest::addRow("%d %s", int(kind), written)
        << Draft{kind, u"data.a"_s, QString::fromUtf8(written)} << QByteArray(value);
  };
  row(Made::Set, "{stage}", R"("{stage}")");
  row(Made::Set, " {stage} by {me}", R"("{stage} by {me}")");
  row(Made::Set, "{{stage}}", R"("{{stage}}")");
  row(Made::Set, "by {me}", R"("by {me}")");
  row(Made::Set, R"({"at":"{now}", "n": 1.20})", R"({"at":"{now}", "n": 1.20})");
  row(Made::Set, "1.20", "1.20");
  row(Made::Set, R"("5")", R"("5")");
  row(Made::SetIfAbsent, "{now}", R"("{now}")");
  row(Made::Increment, "{n}", R"("{n}")");
  row(Made::Increment, "0.10", "0.10");
  row(Made::MergePatch, R"({"s":"{stage}"})", R"({"s":"{stage}"})");
}

void TstDrafts::readsPlaceholders() {
  QFETCH(Draft, draft);
  QFETCH(QByteArray, value);
  const auto change = changeOf(draft, Questions);
  QVERIFY(change);
  QCOMPARE(change->value, value);
  QCOMPARE(edits::toJson({*change}), edits::toJson({*changeOf(recipes::draftOf(*change), Questions)}));
}

void TstDrafts::saysWhatIsWrong_data() {
  QTest::addColumn<Draft>("draft");
  QTest::addColumn<int>("field");
  QTest::addColumn<int>("code");
  const auto row = [](const char *name, const Draft &draft, Field field, Code code) {
    QTest::newRow(name) << draft << int(field) << int(code);
  };
  row("unknown", {Made::Set, u"a"_s, u"{stgae}"_s}, Field::Value, Code::UnknownName);
  row("unknown in a text", {Made::Set, u"a"_s, u"x {stgae}"_s}, Field::Value, Code::UnknownName);
  row("in a path", {Made::Set, u"data.\"{stage}\""_s, u"1"_s}, Field::Path, Code::NameInPath);
  row("in a new name", {Made::Rename, u"a"_s, u"\"{stage}\""_s}, Field::Path, Code::NameInPath);
  row("increment by a text", {Made::Increment, u"a"_s, u"{stage}"_s}, Field::Value, Code::NoNumber);
  row("increment by two", {Made::Increment, u"a"_s, u"-{n}"_s}, Field::Value, Code::NoNumber);
  row("merge patch", {Made::MergePatch, u"a"_s, u"{stage}"_s}, Field::Value, Code::BadJson);
  row("nothing", {Made::Set, u"a"_s, {}}, Field::Value, Code::Missing);
  row("group", {Made::ReplaceText, u"a"_s, u"({stage})"_s, u"\\2"_s, true}, Field::With, Code::NoGroup);
}

void TstDrafts::saysWhatIsWrong() {
  QFETCH(Draft, draft);
  QFETCH(int, field);
  QFETCH(int, code);
  const auto change = changeOf(draft, Questions);
  QVERIFY(!change);
  QCOMPARE(int(change.error().code), code);
  QCOMPARE(int(change.error().field), field);
}

void TstDrafts::showsWordsBare() {
  const auto shown = [](const char *value) {
    const auto changes =
        edits::fromJson(QByteArray(R"([{"change":"set","path":"a","value":)") + value + "}]");
    return recipes::draftOf(changes->front()).value;
  };
  QCOMPARE(shown(R"("{stage}")"), u"{stage}"_s);
  QCOMPARE(shown(R"("packing")"), u"packing"_s);
  QCOMPARE(shown(R"("5")"), u"\"5\""_s);
  QCOMPARE(shown(R"("true")"), u"\"true\""_s);
  QCOMPARE(shown(R"(" x")"), u"\" x\""_s);
  QCOMPARE(shown("\"{\\\"a\\\":1}\""), u"\"{\\\"a\\\":1}\""_s);
  QCOMPARE(shown(R"("")"), u"\"\""_s);
  QCOMPARE(shown("1.20"), u"1.20"_s);
}

QTEST_GUILESS_MAIN(TstDrafts)
#include "tst_drafts.moc"
