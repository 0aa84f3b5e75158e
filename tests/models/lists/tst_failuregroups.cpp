// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/failureexamplesmodel.h"
#include "models/failuregroupsmodel.h"
#include "models/roles.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

const QueueId Orders{"bull", "orders"}, Mail{"bull", "mail"};

FailureGroup group(const QByteArray &message, qint64 count, qint64 last = 1'000) {
  FailureGroup out;
  out.print = {"TypeError", message, "run (app.js:1)"};
  out.count = count;
  out.first = 1;
  out.last = last;
  out.course[3] = count;
  out.queues = {Orders};
  return out;
}

FailureReport report(std::vector<FailureGroup> groups) {
  FailureReport out;
  out.groups = std::move(groups);
  out.from = 0;
  out.to = 24'000;
  return out;
}

QString dump(const FailureGroupsModel &model) {
  QStringList rows;
  for (int row = 0; row < model.rowCount(); ++row)
    rows << model.index(row, FailureGroupsModel::Count).data().toString() + u' ' +
                model.index(row, FailureGroupsModel::Reason).data(ErrorMessageRole).toString();
  return rows.join(u", "_s);
}

} // namespace

class TestFailureGroups : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }
  void keepsTheChosenGroupWhileCountsGrow();
  void followsRandomReports();
  void sortsByWhatWasChosen();
  void saysWhatStandsInACell();
  void listsExamples();
};

void TestFailureGroups::keepsTheChosenGroupWhileCountsGrow() {
  FailureGroupsModel model;
  const QAbstractItemModelTester tester(&model);
  QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
  model.apply(report({group("a", 3), group("b", 2)}));
  QCOMPARE(dump(model), u"3 a, 2 b"_s);
  const QPersistentModelIndex chosen = model.index(1, 0);
  model.apply(report({group("c", 9), group("b", 7), group("a", 3)}));
  QCOMPARE(dump(model), u"9 c, 7 b, 3 a"_s);
  QCOMPARE(model.at(chosen.row())->print.message, "b");
  model.clear();
  QCOMPARE(model.rowCount(), 0);
  QCOMPARE(resets.size(), 0);
}

void TestFailureGroups::followsRandomReports() {
  FailureGroupsModel model;
  const QAbstractItemModelTester tester(&model);
  std::mt19937 random(3);
  for (int turn = 0; turn < 100; ++turn) {
    std::vector<FailureGroup> groups;
    QStringList expected;
    for (int i = 0; i < 20; ++i)
      if (random() % 3 > 0)
        groups.push_back(group("m" + QByteArray::number(i), qint64(random() % 5)));
    std::shuffle(groups.begin(), groups.end(), random);
    std::stable_sort(groups.begin(), groups.end(), [](auto &a, auto &b) { return a.count > b.count; });
    for (const FailureGroup &each : groups)
      expected << QString::number(each.count) + u' ' + QString::fromUtf8(each.print.message);
    model.apply(report(groups));
    QCOMPARE(dump(model), expected.join(u", "_s));
  }
}

void TestFailureGroups::sortsByWhatWasChosen() {
  FailureGroupsModel model;
  const QAbstractItemModelTester tester(&model);
  model.apply(report({group("a", 3, 10), group("b", 2, 30), group("c", 1, 20)}));
  model.sort(FailureGroupsModel::Last, Qt::DescendingOrder);
  QCOMPARE(dump(model), u"2 b, 1 c, 3 a"_s);
  model.apply(report({group("a", 3, 10), group("b", 2, 30), group("d", 2, 40), group("c", 1, 20)}));
  QCOMPARE(dump(model), u"2 d, 2 b, 1 c, 3 a"_s);
  model.sort(FailureGroupsModel::Reason, Qt::AscendingOrder); // no order that says anything
  QCOMPARE(model.sortColumn(), int(FailureGroupsModel::Last));
  model.sort(FailureGroupsModel::Count, Qt::AscendingOrder);
  QCOMPARE(dump(model), u"1 c, 2 d, 2 b, 3 a"_s);
}

void TestFailureGroups::saysWhatStandsInACell() {
  FailureGroupsModel model;
  FailureGroup nothing;
  nothing.count = 12'345;
  nothing.queues = {Orders, Mail};
  model.apply(report({nothing, group("card declined", 24)}));
  const auto cell = [&](int row, int column, int role = Qt::DisplayRole) {
    return model.index(row, column).data(role);
  };
  QCOMPARE(cell(0, FailureGroupsModel::Reason).toString(), u"no reason is told"_s);
  QCOMPARE(cell(0, FailureGroupsModel::Queues).toString(), u"orders, mail"_s);
  QCOMPARE(cell(1, FailureGroupsModel::Reason).toString(), u"TypeError: card declined"_s);
  QCOMPARE(cell(1, FailureGroupsModel::Reason, ErrorClassRole).toString(), u"TypeError"_s);
  QCOMPARE(cell(1, FailureGroupsModel::Frame).toString(), u"run (app.js:1)"_s);
  const auto course = cell(1, FailureGroupsModel::Course, CourseRole).value<QList<qint64>>();
  QCOMPARE(course.size(), 24);
  QCOMPARE(course[3], 24);
  QVERIFY(cell(1, FailureGroupsModel::Course, Qt::AccessibleTextRole).toString().contains(u"(24)"));
}

void TestFailureGroups::listsExamples() {
  FailureExamplesModel model;
  const QAbstractItemModelTester tester(&model);
  const QueueInfo orders{Orders, Family::BullMq5, {}, false, {}}, mail{Mail, Family::BullMq5, {}, false, {}};
  model.apply({{orders, "1", 10}, {mail, "1", 9}});
  QCOMPARE(model.rowCount(), 2);
  QCOMPARE(model.index(1, FailureExamplesModel::Queue).data().toString(), u"mail"_s);
  QCOMPARE(model.index(0, 0).data(JobIdRole).toByteArray(), "1");
  model.apply({{mail, "1", 9}});
  QCOMPARE(model.at(0)->queue.id, Mail);
  QCOMPARE(model.at(1), nullptr);
}

QTEST_GUILESS_MAIN(TestFailureGroups)
#include "tst_failuregroups.moc"
