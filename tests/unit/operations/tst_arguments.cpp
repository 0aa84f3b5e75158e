// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Arguments are what their specs say, in every operation of the catalogue.
#include "operations/operation.h"

#include <QtTest>

#include <set>

using namespace oxp;
using Kind = ArgumentSpec::Kind;
Q_DECLARE_METATYPE(ArgumentFault)
Q_DECLARE_METATYPE(Kind)

namespace {

ArgumentSpec spec(Kind kind) {
  ArgumentSpec spec{.id = "x", .title = "X", .help = "", .kind = kind, .least = 1, .most = 20};
  if (kind == Kind::Choice)
    spec.choices = {{"fixed", "Fixed"}, {"exponential", "Exponential"}};
  return spec;
}

} // namespace

class TstArguments : public QObject {
  Q_OBJECT

private slots:
  void faults_data();
  void faults();
  void familiesTakeTheirOwn();
  void aTickIsAOne();
  void everyOperationIsWhole();
  void requestsAreHeldToTheSpecs();
};

void TstArguments::faults_data() {
  QTest::addColumn<Kind>("kind");
  QTest::addColumn<QByteArray>("value");
  QTest::addColumn<ArgumentFault>("fault");
  const auto row = [](const char *name, Kind kind, const char *value, ArgumentFault fault) {
    QTest::newRow(name) << kind << QByteArray(value) << fault;
  };
  row("ticked", Kind::Bool, "1", ArgumentFault::Right);
  row("not ticked", Kind::Bool, "", ArgumentFault::Right);
  row("no tick", Kind::Bool, "yes", ArgumentFault::NotOffered);
  row("least", Kind::Integer, "1", ArgumentFault::Right);
  row("most", Kind::Integer, "20", ArgumentFault::Right);
  row("below", Kind::Integer, "0", ArgumentFault::TooSmall);
  row("above", Kind::Integer, "21", ArgumentFault::TooLarge);
  row("nothing", Kind::Integer, "", ArgumentFault::NoNumber);
  row("a fraction", Kind::Integer, "1.5", ArgumentFault::NoNumber);
  row("a space", Kind::Integer, " 2", ArgumentFault::NoNumber);
  row("a zero before", Kind::Integer, "02", ArgumentFault::NoNumber);
  row("more than 64 bits", Kind::Integer, "99999999999999999999", ArgumentFault::NoNumber);
  row("text", Kind::Text, "twenty bytes exactly", ArgumentFault::Right);
  row("a longer text", Kind::Text, "twenty-one bytes here", ArgumentFault::TooLarge);
  row("chosen", Kind::Choice, "fixed", ArgumentFault::Right);
  row("not among them", Kind::Choice, "random", ArgumentFault::NotOffered);
}

void TstArguments::faults() {
  QFETCH(Kind, kind);
  QFETCH(QByteArray, value);
  QTEST(faultIn(spec(kind), value), "fault");
}

void TstArguments::familiesTakeTheirOwn() {
  ArgumentSpec newer = spec(Kind::Bool), all = spec(Kind::Bool);
  newer.families = Mq5Or6;
  const std::vector<ArgumentSpec> both{newer, all};
  QCOMPARE(argumentsFor(both, Family::Bull4).size(), 1u);
  QCOMPARE(argumentsFor(both, Family::BullMq4).size(), 1u);
  for (const Family family : {Family::BullMq5, Family::BullMq6, Family::BullMq5Or6})
    QCOMPARE(argumentsFor(both, family).size(), 2u);
}

void TstArguments::aTickIsAOne() {
  QVERIFY(isTicked({{"x", "1"}}, "x") && !isTicked({{"x", "0"}}, "x") && !isTicked({}, "x"));
}

void TstArguments::everyOperationIsWhole() {
  std::set<QByteArray> ids;
  for (const OperationSpec &operation : operationCatalogue()) {
    const QByteArray about = "of " + operation.id;
    QVERIFY2(ids.insert(operation.id).second, about.constData());
    QVERIFY2(operation.plan && operation.settle, about.constData());
    QVERIFY2(*operation.title && *operation.help && *operation.icon, about.constData());
    for (const char *words : {operation.words.done, operation.words.wished, operation.words.byYou})
      QVERIFY2(QByteArrayView(words).contains("%1"), about.constData());
    QVERIFY2(operation.edits == (*operation.takenBack.done != 0), about.constData());
    for (const FamilySet family : {Bull4Only, Mq4, Mq5, Mq6})
      QVERIFY2(std::any_of(operation.writes.begin(), operation.writes.end(),
                           [&](const WriteSample &write) { return write.families & family; }),
               about.constData());
    for (const ArgumentSpec &argument : operation.arguments) {
      QVERIFY2(*argument.title && *argument.help, about.constData());
      QVERIFY2(faultIn(argument, argument.fallback) == ArgumentFault::Right, about.constData());
    }
  }
}

void TstArguments::requestsAreHeldToTheSpecs() {
  OperationSpec operation{};
  operation.arguments = {spec(Kind::Integer)};
  operation.arguments.front().families = Mq6;
  OperationRequest request;
  request.queue.family = Family::BullMq6;
  QVERIFY(request.checkArguments(operation));
  request.arguments = {{"x", "3"}};
  QVERIFY(request.checkArguments(operation));
  request.queue.family = Family::BullMq4; // whose script does not know it
  QCOMPARE(request.checkArguments(operation).error().code, QByteArray("argument"));
  request.queue.family = Family::BullMq6;
  request.arguments = {{"x", "30"}};
  QCOMPARE(request.checkArguments(operation).error().code, QByteArray("argument"));
  request.arguments = {{"y", "3"}};
  QCOMPARE(request.checkArguments(operation).error().code, QByteArray("argument"));
}

QTEST_GUILESS_MAIN(TstArguments)
#include "tst_arguments.moc"
