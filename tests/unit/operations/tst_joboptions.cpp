// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is offered of a job's options, how it stands in fields, and which bytes a change of them makes.
#include "operations/objecttext.h"
#include "operations/optionvalue.h"

#include <QtTest>

#include <algorithm>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;
Q_DECLARE_METATYPE(Family)
Q_DECLARE_METATYPE(OptionBar)

namespace {

constexpr Family Families[] = {Family::BullMq6, Family::BullMq5,    Family::BullMq4,
                               Family::Bull4,   Family::BullMq5Or6, Family::BullMq4To6};

QByteArray changed(const QByteArray &opts, const Arguments &fields, Family family = Family::BullMq5) {
  const auto made = withOptions(opts, family, fields);
  return made ? *made : "error: " + made.error().code + ' ' + made.error().detail.toUtf8();
}

OptionRow rowOf(const QByteArray &opts, const QByteArray &name, Family family) {
  const std::vector<OptionRow> rows = optionRows(opts, family);
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const OptionRow &row) { return row.name == name; });
  return found == rows.end() ? OptionRow() : *found;
}

class TstJobOptions : public QObject {
  Q_OBJECT

private slots:
  void namesAreOfOneOption();
  void bars_data();
  void bars();
  void brokenOptionsHaveNoRows();
  void fieldsHoldWhatIsStored_data();
  void fieldsHoldWhatIsStored();
  void onlyTheChangeIsWritten_data();
  void onlyTheChangeIsWritten();
  void faultsAreTold_data();
  void faultsAreTold();
  void whatAFormMakesIsTaken();
  void whatNoFormMakesIsRefused_data();
  void whatNoFormMakesIsRefused();
  void ofManyOnlyWhatIsChosenChanges_data();
  void ofManyOnlyWhatIsChosenChanges();
  void ofManyFaultsAreTold_data();
  void ofManyFaultsAreTold();
  void objectsKeepTheirBytes();
};

} // namespace

/// A name leads to one option in each family, and every field has words of its own.
void TstJobOptions::namesAreOfOneOption() {
  for (const Family family : Families) {
    QStringList titles;
    for (const ArgumentSpec &spec : optionArguments("{}", family))
      titles << QLatin1String(spec.title);
    QVERIFY(titles.size() > 4);
    QCOMPARE(titles.removeDuplicates(), qsizetype(0));
    for (const JobOption &option : jobOptions())
      QCOMPARE(findOption(option.id, family), findOption(option.brief, family));
  }
}

void TstJobOptions::bars_data() {
  QTest::addColumn<Family>("family");
  QTest::addColumn<QByteArray>("opts");
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<OptionBar>("bar");
  const auto row = [](const char *words, Family family, const char *opts, const char *name, OptionBar bar) {
    QTest::newRow(words) << family << QByteArray(opts) << QByteArray(name) << bar;
  };
  row("offered", Family::BullMq6, R"({"attempts":3})", "attempts", OptionBar::None);
  row("not there, offered", Family::BullMq6, "{}", "attempts", OptionBar::None);
  row("by its short name", Family::BullMq6, R"({"kl":3})", "keepLogs", OptionBar::None);
  row("a strategy of its own", Family::BullMq6, R"({"backoff":{"type":"mine"}})", "backoff", OptionBar::None);
  row("no number", Family::BullMq6, R"({"attempts":"3"})", "attempts", OptionBar::OtherForm);
  row("a fraction", Family::BullMq6, R"({"attempts":3.5})", "attempts", OptionBar::OtherForm);
  row("twice", Family::BullMq6, R"({"attempts":3,"attempts":4})", "attempts", OptionBar::Twice);
  row("by both names", Family::BullMq6, R"({"kl":3,"keepLogs":4})", "keepLogs", OptionBar::Twice);
  row("kept by nothing", Family::BullMq6, R"({"removeOnFail":{"limit":3}})", "removeOnFail",
      OptionBar::OtherForm);
  row("null", Family::Bull4, R"({"removeOnFail":null})", "removeOnFail", OptionBar::OtherForm);
  row("a field's", Family::BullMq6, R"({"priority":3})", "priority", OptionBar::OwnField);
  row("the parent's field", Family::BullMq6, R"({"fpof":true})", "failParentOnFailure", OptionBar::OwnField);
  row("of BullMQ 4", Family::BullMq4, R"({"fpof":true})", "failParentOnFailure", OptionBar::None);
  row("one of several", Family::BullMq4To6, R"({"fpof":true})", "failParentOnFailure", OptionBar::OwnField);
  row("limits of their own", Family::BullMq4To6, R"({"stackTraceLimit":3})", "stackTraceLimit",
      OptionBar::NotHere);
  row("the same in both", Family::BullMq5Or6, R"({"stackTraceLimit":3})", "stackTraceLimit", OptionBar::None);
  row("a scheduler's", Family::BullMq5, R"({"repeat":{"every":5}})", "repeat", OptionBar::OfScheduler);
  row("at adding", Family::BullMq5, R"({"sizeLimit":5})", "sizeLimit", OptionBar::AtAdding);
  row("a trace's", Family::BullMq5, R"({"tm":"00-1"})", "telemetry metadata", OptionBar::OfTrace);
  row("of Bull 4", Family::BullMq5, R"({"timeout":5})", "timeout", OptionBar::NotHere);
  row("of BullMQ", Family::Bull4, R"({"keepLogs":5})", "keepLogs", OptionBar::NotHere);
  row("of nobody", Family::BullMq5, R"({"colour":"red"})", "colour", OptionBar::Unknown);
}

void TstJobOptions::bars() {
  QFETCH(Family, family);
  QFETCH(QByteArray, opts);
  QFETCH(QByteArray, name);
  const OptionRow row = rowOf(opts, name, family);
  QCOMPARE(row.name, name);
  QTEST(row.bar, "bar");
}

void TstJobOptions::brokenOptionsHaveNoRows() {
  for (const char *opts : {"", "{", "[]", "3", "null"}) {
    QVERIFY(optionRows(opts, Family::BullMq5).empty());
    QVERIFY(!checkOptions(opts, "{\"attempts\":1}", Family::BullMq5, false));
  }
}

void TstJobOptions::fieldsHoldWhatIsStored_data() {
  QTest::addColumn<QByteArray>("opts");
  QTest::addColumn<QByteArray>("field");
  QTest::addColumn<QByteArray>("value");
  const auto row = [](const char *opts, const char *field, const char *value) {
    QTest::addRow("%s %s", opts, field) << QByteArray(opts) << QByteArray(field) << QByteArray(value);
  };
  row(R"({"attempts":3})", "attempts", "3");
  row("{}", "attempts", "");
  row(R"({"keepLogs":30})", "keepLogs", "30");
  row(R"({"lifo":true})", "lifo", "1");
  row(R"({"lifo":false})", "lifo", "");
  row("{}", "backoff", "none");
  row(R"({"backoff":500})", "backoff", "fixed");
  row(R"({"backoff":500})", "backoff.delay", "500");
  row(R"({"backoff":{"delay":1000,"type":"exponential"}})", "backoff", "exponential");
  row(R"({"backoff":{"delay":1000,"type":"exponential"}})", "backoff.delay", "1000");
  row(R"({"backoff":{"type":"mine"}})", "backoff", "own");
  row("{}", "removeOnComplete", "worker");
  row(R"({"removeOnComplete":true})", "removeOnComplete", "remove");
  row(R"({"removeOnComplete":0})", "removeOnComplete", "remove");
  row(R"({"removeOnComplete":{"count":0}})", "removeOnComplete", "remove");
  row(R"({"removeOnComplete":false})", "removeOnComplete", "keep");
  row(R"({"removeOnComplete":-1})", "removeOnComplete", "keep");
  row(R"({"removeOnComplete":50})", "removeOnComplete", "some");
  row(R"({"removeOnComplete":50})", "removeOnComplete.count", "50");
  row(R"({"removeOnComplete":{"age":60}})", "removeOnComplete", "some");
  row(R"({"removeOnComplete":{"age":60}})", "removeOnComplete.age", "60");
  row(R"({"removeOnComplete":{"age":60}})", "removeOnComplete.count", "");
}

void TstJobOptions::fieldsHoldWhatIsStored() {
  QFETCH(QByteArray, opts);
  QFETCH(QByteArray, field);
  QFETCH(QByteArray, value);
  const std::vector<ArgumentSpec> fields = optionArguments(opts, Family::BullMq6);
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const ArgumentSpec &spec) { return spec.id == field; });
  QVERIFY(found != fields.end());
  QCOMPARE(found->fallback, value);
}

void TstJobOptions::onlyTheChangeIsWritten_data() {
  QTest::addColumn<QByteArray>("opts");
  QTest::addColumn<Arguments>("fields");
  QTest::addColumn<QByteArray>("after");
  const auto row = [](const char *words, const char *opts, const Arguments &fields, const char *after) {
    QTest::newRow(words) << QByteArray(opts) << fields << QByteArray(after);
  };
  row("nothing", R"( {"attempts" : 3} )", {}, R"( {"attempts" : 3} )");
  row("the same", R"({"attempts":3})", {{"attempts", "3"}}, R"({"attempts":3})");
  row("another number", R"({ "a":1.50,"attempts": 3 ,"b":1e400})", {{"attempts", "5"}},
      R"({ "a":1.50,"attempts": 5 ,"b":1e400})");
  row("a new member", R"({"delay":0})", {{"attempts", "5"}}, R"({"delay":0,"attempts":5})");
  row("in the style of the others", R"({"delay": 0, "a": 1})", {{"attempts", "5"}},
      R"({"delay": 0, "a": 1, "attempts": 5})");
  row("the first", "{}", {{"attempts", "5"}}, R"({"attempts":5})");
  row("a member less", R"({"attempts":3,"delay":0})", {{"attempts", ""}}, R"({"delay":0})");
  row("the last of all", R"({"attempts":3})", {{"attempts", ""}}, "{}");
  row("by the short name", "{}", {{"keepLogs", "5"}}, R"({"kl":5})");
  row("by the name that is there", R"({"keepLogs":4})", {{"keepLogs", "5"}}, R"({"keepLogs":5})");
  row("a tick", "{}", {{"lifo", "1"}}, R"({"lifo":true})");
  row("no tick", R"({"lifo":true})", {{"lifo", ""}}, R"({"lifo":false})");
  row("a backoff", "{}", {{"backoff", "fixed"}, {"backoff.delay", "100"}},
      R"({"backoff":{"type":"fixed","delay":100}})");
  row("its delay alone", R"({"backoff":{"delay":1,"jitter":0.50,"type":"fixed"}})", {{"backoff.delay", "2"}},
      R"({"backoff":{"delay":2,"jitter":0.50,"type":"fixed"}})");
  row("its type alone", R"({"backoff":{"delay":1,"jitter":0.50,"type":"fixed"}})",
      {{"backoff", "exponential"}}, R"({"backoff":{"delay":1,"jitter":0.50,"type":"exponential"}})");
  row("a number's delay", R"({"backoff":1})", {{"backoff.delay", "2"}}, R"({"backoff":2})");
  row("no backoff", R"({"backoff":1,"attempts":2})", {{"backoff", "none"}}, R"({"attempts":2})");
  row("instead of one's own", R"({"backoff":{"type":"mine","x":1}})",
      {{"backoff", "fixed"}, {"backoff.delay", "9"}}, R"({"backoff":{"type":"fixed","x":1,"delay":9}})");
  row("another spelling of the same", R"({"removeOnFail":0})", {{"removeOnFail", "remove"}},
      R"({"removeOnFail":0})");
  row("removed", R"({"removeOnFail":5})", {{"removeOnFail", "remove"}}, R"({"removeOnFail":true})");
  row("kept", R"({"removeOnFail":5})", {{"removeOnFail", "keep"}}, R"({"removeOnFail":false})");
  row("as the worker says", R"({"removeOnFail":5})", {{"removeOnFail", "worker"}}, "{}");
  row("some by count", "{}", {{"removeOnFail", "some"}, {"removeOnFail.count", "7"}},
      R"({"removeOnFail":7})");
  row("some by age", R"({"removeOnFail":7})", {{"removeOnFail.age", "60"}},
      R"({"removeOnFail":{"age":60,"count":7}})");
  row("what else is there stays", R"({"removeOnFail":{"age":1,"limit":9}})", {{"removeOnFail.age", "60"}},
      R"({"removeOnFail":{"age":60,"limit":9}})");
  row("one limit less", R"({"removeOnFail":{"age":1,"count":9}})", {{"removeOnFail.age", ""}},
      R"({"removeOnFail":{"count":9}})");
}

void TstJobOptions::onlyTheChangeIsWritten() {
  QFETCH(QByteArray, opts);
  QFETCH(Arguments, fields);
  QTEST(changed(opts, fields), "after");
  QVERIFY(checkOptions(opts, changed(opts, fields), Family::BullMq5, false));
}

void TstJobOptions::faultsAreTold_data() {
  QTest::addColumn<Arguments>("fields");
  QTest::addColumn<QByteArray>("error");
  QTest::newRow("too many") << Arguments{{"attempts", "1000001"}} << "error: bad-option attempts"_qba;
  QTest::newRow("no number") << Arguments{{"attempts", "many"}} << "error: bad-option attempts"_qba;
  QTest::newRow("below nothing") << Arguments{{"attempts", "-1"}} << "error: bad-option attempts"_qba;
  QTest::newRow("without its delay") << Arguments{{"backoff", "fixed"}} << "error: bad-option backoff"_qba;
  QTest::newRow("nothing kept") << Arguments{{"removeOnFail", "some"}}
                                << "error: nothing-kept removeOnFail"_qba;
  QTest::newRow("a strategy that nobody has")
      << Arguments{{"backoff", "own"}} << "error: bad-option backoff"_qba;
}

void TstJobOptions::faultsAreTold() {
  QFETCH(Arguments, fields);
  QTEST(changed("{}", fields), "error");
}

/// Whatever the fields of one option hold, in each family.
void TstJobOptions::whatAFormMakesIsTaken() {
  const QByteArray before = R"({"attempts":3,"backoff":{"type":"fixed","delay":10},"removeOnComplete":5})";
  for (const Family family : Families)
    for (const ArgumentSpec &spec : optionArguments(before, family)) {
      if (spec.kind != ArgumentSpec::Kind::Integer || !spec.shownBy.isEmpty())
        continue;
      for (const qint64 value : {spec.least, spec.most}) {
        const QByteArray after = changed(before, {{spec.id, QByteArray::number(value)}}, family);
        QVERIFY2(checkOptions(before, after, family, false), after.constData());
        QVERIFY2(checkOptions(after, before, family, false), after.constData());
      }
    }
}

void TstJobOptions::whatNoFormMakesIsRefused_data() {
  QTest::addColumn<QByteArray>("after");
  QTest::addColumn<bool>("mayBeReverted"); ///< it may be put back where it was there before
  QTest::newRow("another option") << R"({"attempts":3,"backoff":{"type":"mine"},"priority":5})"_qba << false;
  QTest::newRow("a text") << R"({"attempts":"3","backoff":{"type":"mine"}})"_qba << true;
  QTest::newRow("too many") << R"({"attempts":1000001,"backoff":{"type":"mine"}})"_qba << true;
  QTest::newRow("another of one's own") << R"({"attempts":3,"backoff":{"type":"yours"}})"_qba << true;
  QTest::newRow("twice") << R"({"attempts":3,"attempts":4,"backoff":{"type":"mine"}})"_qba << false;
  QTest::newRow("no object") << "[]"_qba << false;
}

void TstJobOptions::whatNoFormMakesIsRefused() {
  QFETCH(QByteArray, after);
  QFETCH(bool, mayBeReverted);
  const QByteArray before = R"({"attempts":3,"backoff":{"type":"mine"}})";
  QVERIFY(!checkOptions(before, after, Family::BullMq6, false));
  QCOMPARE(checkOptions(before, after, Family::BullMq6, true).has_value(), mayBeReverted);
}

void TstJobOptions::ofManyOnlyWhatIsChosenChanges_data() {
  QTest::addColumn<QByteArray>("opts");
  QTest::addColumn<Arguments>("fields");
  QTest::addColumn<QByteArray>("after");
  const auto row = [](const char *words, const char *opts, const Arguments &fields, const char *after) {
    QTest::newRow(words) << QByteArray(opts) << fields << QByteArray(after);
  };
  row("a number", R"({"kl":9})", {{"attempts", "5"}}, R"({"kl":9,"attempts":5})");
  row("it is so already", R"({"attempts":5})", {{"attempts", "5"}}, R"({"attempts":5})");
  row("yes", "{}", {{"lifo", "1"}}, R"({"lifo":true})");
  row("no", R"({"lifo":true})", {{"lifo", "0"}}, R"({"lifo":false})");
  row("it is no already", "{}", {{"lifo", "0"}}, "{}");
  row("a backoff", R"({"backoff":{"type":"mine"}})", {{"backoff", "fixed"}, {"backoff.delay", "5"}},
      R"({"backoff":{"type":"fixed","delay":5}})");
  row("the whole of an option", R"({"removeOnFail":{"age":9,"count":3}})",
      {{"removeOnFail", "some"}, {"removeOnFail.count", "7"}}, R"({"removeOnFail":{"count":7}})");
  row("as the worker says", R"({"removeOnFail":{"age":9,"count":3}})", {{"removeOnFail", "worker"}}, "{}");
  row("a form that is not offered", R"({"attempts":"3"})", {{"attempts", "5"}}, "bad-option");
  row("another option in such a form", R"({"attempts":"3"})", {{"lifo", "1"}},
      R"({"attempts":"3","lifo":true})");
  row("no options", "[]", {{"attempts", "5"}}, "bad-option");
}

void TstJobOptions::ofManyOnlyWhatIsChosenChanges() {
  QFETCH(QByteArray, opts);
  QFETCH(Arguments, fields);
  QVERIFY(checkFieldsOfMany(Family::BullMq5, fields));
  const auto made = withOptionsOfMany(opts, Family::BullMq5, fields);
  QTEST(made ? *made : made.error().code, "after");
}

void TstJobOptions::ofManyFaultsAreTold_data() {
  QTest::addColumn<Arguments>("fields");
  QTest::addColumn<QByteArray>("error");
  QTest::newRow("nothing") << Arguments() << "bad-option"_qba;
  QTest::newRow("left as it is") << Arguments{{"lifo", "leave"}} << "bad-option"_qba;
  QTest::newRow("of another library") << Arguments{{"timeout", "5"}} << "bad-option"_qba;
  QTest::newRow("no option") << Arguments{{"priority", "5"}} << "bad-option"_qba;
  QTest::newRow("a part of nothing") << Arguments{{"backoff.delay", "5"}} << "bad-option"_qba;
  QTest::newRow("too many") << Arguments{{"attempts", "1000001"}} << "bad-option"_qba;
  QTest::newRow("without its delay") << Arguments{{"backoff", "fixed"}} << "bad-option"_qba;
  QTest::newRow("nothing kept") << Arguments{{"removeOnFail", "some"}} << "nothing-kept"_qba;
}

void TstJobOptions::ofManyFaultsAreTold() {
  QFETCH(Arguments, fields);
  const auto fits = checkFieldsOfMany(Family::BullMq5, fields);
  QTEST(fits ? QByteArray() : fits.error().code, "error");
}

void TstJobOptions::objectsKeepTheirBytes() {
  ObjectText text(R"({ "a" : 1 , "b" : [2] , "c" : {} })");
  text.set("b", "3");
  QCOMPARE(text.bytes(), R"({ "a" : 1 , "b" : 3 , "c" : {} })"_qba);
  text.remove("a");
  QCOMPARE(text.bytes(), R"({ "b" : 3 , "c" : {} })"_qba);
  text.remove("c");
  QCOMPARE(text.bytes(), R"({ "b" : 3 })"_qba);
  text.set("d", "4");
  QCOMPARE(text.keys(), (std::vector<QByteArray>{"b", "d"}));
  QVERIFY(text.value("c").isEmpty() && !ObjectText("[1]").isObject());
}

QTEST_APPLESS_MAIN(TstJobOptions)
#include "tst_joboptions.moc"
