// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes as JSON: all that they hold comes back, and what is wrong is told with its place.
#include "edits/codec.h"
#include "recipes/codec.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::recipes;
using namespace Qt::Literals::StringLiterals;
using Code = Fault::Code;

namespace {

Recipe full() {
  Recipe recipe{.name = u"Move order to stage …"_s,
                .button = u"Move"_s,
                .help = u"After \"the\" warehouse.\nNot for cancelled orders."_s,
                .queues = {u"shop:orders"_s, u"shop:orders.*"_s},
                .jobNames = {u"refund"_s},
                .states = {JobState::Waiting, JobState::WaitingChildren, JobState::Failed},
                .then = Then::Retry};
  recipe.questions = {
      {.name = u"stage"_s,
       .label = u"New stage"_s,
       .kind = Question::Kind::Choice,
       .choices = {u"paid"_s, u"packing"_s},
       .fallback = u"packing"_s},
      {.name = u"n"_s, .kind = Question::Kind::Number, .fallback = u"1.20"_s, .required = false},
      {.name = u"t"_s, .pattern = u"ORD-\\d+"_s},
      {.name = u"b"_s, .kind = Question::Kind::TrueFalse},
      {.name = u"d"_s, .kind = Question::Kind::Date}};
  recipe.changes = *edits::fromJson(R"([{"change":"set","path":"stage","value":"{stage}"},)"
                                    R"({"change":"set","path":"x","value":{"a": 1.20, "b":"\u0041"}},)"
                                    R"({"change":"increment","path":"n","value":"{n}"}])");
  return recipe;
}

QByteArray fileOf(const QByteArray &recipe) {
  return R"({"oxpecker":"recipes","version":1,"recipes":[)" + recipe + "]}";
}

const QByteArray Change = R"({"change":"set","path":"a","value":"{q}"})";

} // namespace

class TstCodec : public QObject {
  Q_OBJECT

private slots:
  void bringsEverythingBack();
  void isReadableAndShort();
  void acceptsWhatAPersonWrites();
  void says_data();
  void says();
  void neverTakesHalf();
  void whatIsTakenCanBeKept();
};

void TstCodec::bringsEverythingBack() {
  Recipe plain{.name = u"Plain"_s, .changes = *edits::fromJson(R"([{"change":"remove","path":"a"}])")};
  const std::vector<Recipe> all{full(), plain};
  QVERIFY(!faultIn(all));
  const auto read = fromJson(toJson(all));
  QVERIFY(read);
  QVERIFY(*read == all);
  QCOMPARE(read->front().changes[1].value, QByteArray(R"({"a": 1.20, "b":"\u0041"})"));
  const auto none = fromJson(toJson({}));
  QVERIFY(none && none->empty());
}

void TstCodec::isReadableAndShort() {
  const QByteArray text =
      toJson({{.name = u"R"_s,
               .changes = *edits::fromJson("[" + QByteArray(R"({"change":"remove","path":"a"})") + "]")}});
  QVERIFY(text.contains('\n'));
  for (const char *absent : {"button", "help", "queues", "states", "questions", "then"})
    QVERIFY2(!text.contains(absent), absent);
}

void TstCodec::acceptsWhatAPersonWrites() {
  const auto read = fromJson(fileOf(
      R"( {"changes":[{"path":"a","value":[1,"{q}"],"change":"set"}], "questions":[{"name":"q"}], "name":"x","then":"nothing"} )"));
  QVERIFY(read);
  QCOMPARE(read->front().questions.front().kind, Question::Kind::Text);
  QVERIFY(read->front().questions.front().required);
  QCOMPARE(read->front().questions.front().words(), u"q"_s);
}

void TstCodec::says_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::addColumn<int>("code");
  QTest::addColumn<QString>("place");
  const auto file = [](const char *name, const QByteArray &json, Code code, const char *place) {
    QTest::newRow(name) << json << int(code) << QString::fromLatin1(place);
  };
  file("no JSON", "{", Code::NotJson, "");
  file("no object", "[]", Code::WrongKind, "");
  file("another file", R"({"recipes":[]})", Code::Missing, "/oxpecker");
  file("another kind", R"({"oxpecker":"rules","version":1,"recipes":[]})", Code::UnknownWord, "/oxpecker");
  file("no version", R"({"oxpecker":"recipes","recipes":[]})", Code::Missing, "/version");
  file("later version", R"({"oxpecker":"recipes","version":2,"what":1})", Code::NewerVersion, "/version");
  file("no recipes", R"({"oxpecker":"recipes","version":1})", Code::Missing, "/recipes");
  file("more", R"({"oxpecker":"recipes","version":1,"recipes":[],"x":1})", Code::UnknownMember, "/x");
  const auto recipe = [&file](const char *name, const QByteArray &members, Code code, const char *place) {
    file(name, fileOf("{" + members + "}"), code, (QByteArray("/recipes/0") + place).constData());
  };
  const QByteArray rest = R"("name":"x","changes":[{"change":"remove","path":"a"}])";
  recipe("no name", R"("changes":[{"change":"remove","path":"a"}])", Code::Missing, "/name");
  recipe("no changes", R"("name":"x")", Code::Missing, "/changes");
  recipe("unknown member", rest + R"(,"thne":"retry")", Code::UnknownMember, "/thne");
  recipe("member twice", rest + R"(,"help":"a","help":"b")", Code::Taken, "/help");
  recipe("name of another kind", R"("name":7)", Code::WrongKind, "/name");
  recipe("unknown then", rest + R"(,"then":"obliterate")", Code::UnknownWord, "/then");
  recipe("unknown state", rest + R"(,"states":["failed","wait"])", Code::UnknownWord, "/states/1");
  recipe("queues of another kind", rest + R"(,"queues":"orders")", Code::WrongKind, "/queues");
  recipe("empty pattern", rest + R"(,"queues":["a",""])", Code::Missing, "/queues/1");
  const auto question = [&](const char *name, const QByteArray &members, Code code, const char *place) {
    recipe(name, rest + R"(,"questions":[{)" + members + "}]", code,
           (QByteArray("/questions/0") + place).constData());
  };
  question("question without a name", R"("label":"x")", Code::Missing, "/name");
  question("odd name", R"("name":"a b")", Code::BadName, "/name");
  question("name of ours", R"("name":"now")", Code::Taken, "/name");
  question("unknown kind", R"("name":"q","kind":"colour")", Code::UnknownWord, "/kind");
  question("no choices", R"("name":"q","kind":"choice")", Code::NoChoices, "/choices");
  question("bad pattern", R"("name":"q","pattern":"(")", Code::BadPattern, "/pattern");
  question("bad default", R"("name":"q","kind":"number","default":"x")", Code::FallbackUnfit, "/default");
  question("bad required", R"("name":"q","required":"no")", Code::WrongKind, "/required");
  question("unknown in a question", R"("name":"q","min":1)", Code::UnknownMember, "/min");
  recipe("same question twice", rest + R"(,"questions":[{"name":"q"},{"name":"q"}])", Code::Taken,
         "/questions/1/name");
  recipe("unknown placeholder", R"("name":"x","changes":[)" + Change + "]", Code::BadChange, "/changes/0");
  recipe("bad change",
         R"("name":"x","changes":[{"change":"remove","path":"a"},{"change":"spam","path":"a"}])",
         Code::Missing, "/changes/1");
  recipe("unknown in a change", R"("name":"x","changes":[{"change":"remove","path":"a","if":"b"}])",
         Code::UnknownMember, "/changes/0/if");
  recipe("changes of another kind", R"("name":"x","changes":{})", Code::WrongKind, "/changes");
  file("same recipe twice", fileOf("{" + rest + "},{" + rest + "}"), Code::Taken, "/recipes/1/name");
}

void TstCodec::says() {
  QFETCH(QByteArray, json);
  QFETCH(int, code);
  QFETCH(QString, place);
  const auto read = fromJson(json);
  QVERIFY(!read);
  QCOMPARE(int(read.error().code), code);
  QCOMPARE(read.error().place, place);
}

/// A file that was cut off anywhere, or of which a byte is missing, is either a fault or not what it was.
/// Laid out anew it may be longer than it came in: then it could not be read at the next start.
void TstCodec::whatIsTakenCanBeKept() {
  const auto document = [](int recipes, const QByteArray &blanks) {
    QByteArrayList all;
    for (int i = 0; i < recipes; ++i)
      all << R"({"name":"r)" + QByteArray::number(i) + R"(","changes":[)" +
                 QByteArrayList(20, R"({"change":"remove","path":"a"})").join(',') + "]}";
    return R"({"oxpecker":"recipes","version":1,"recipes":[)" + blanks + all.join(',') + "]}";
  };
  QVERIFY(fromJson(document(200, QByteArray(500'000, ' '))));
  for (int recipes = 200; recipes <= 500; recipes += 20) {
    const auto read = fromJson(document(recipes, {}));
    if (!read)
      QCOMPARE(read.error().code, Code::TooLong);
    else
      QVERIFY(fromJson(toJson(*read)));
  }
  QVERIFY(!fromJson(document(500, {})));
  QCOMPARE(fromJson(document(1, QByteArray(LargestText, ' '))).error().code, Code::TooLong);
}

void TstCodec::neverTakesHalf() {
  const QByteArray whole = toJson({full()}).trimmed();
  for (qsizetype i = 0; i < whole.size(); ++i)
    QVERIFY(!fromJson(whole.left(i)));
}

QTEST_GUILESS_MAIN(TstCodec)
#include "tst_codec.moc"
