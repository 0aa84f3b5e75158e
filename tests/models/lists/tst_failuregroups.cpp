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

using Number = std::pair<int, int>; ///< key and value

/// The merging alone, and how often it asks for a key.
class Numbers : public MergedTable<Number> {
public:
  void apply(const std::vector<Number> &target) {
    merge(target, [this](const Number &row) {
      ++asked;
      return row.first;
    });
  }
  const std::vector<Number> &rows() const { return m_rows; }
  int rowCount(const QModelIndex &parent = {}) const override {
    return parent.isValid() ? 0 : int(m_rows.size());
  }
  int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
  QVariant data(const QModelIndex &index, int role) const override {
    return role == Qt::DisplayRole ? m_rows[size_t(index.row())].second : QVariant();
  }

  int asked = 0;
};

/// The same rows after this or that happened to them.
std::vector<Number> changed(std::vector<Number> rows, std::mt19937 &random) {
  if (random() % 2)
    std::erase_if(rows, [share = random() % 4, &random](const Number &) { return random() % 10 < share; });
  if (random() % 3 == 0)
    std::shuffle(rows.begin(), rows.end(), random);
  for (size_t more = random() % (random() % 2 ? 3 : 60); more > 0; --more) {
    const int key = int(random());
    rows.insert(rows.begin() + qsizetype(random() % (rows.size() + 1)), {key, 0});
  }
  for (Number &row : rows)
    row.second += random() % 8 == 0;
  return rows;
}

} // namespace

class TestFailureGroups : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { QLocale::setDefault(QLocale::c()); }
  void keepsTheChosenGroupWhileCountsGrow();
  void followsRandomReports();
  void chosenRowsFollowRandomReports();
  void mergesManyInFewSteps();
  void measuresTwoThousandGroups();
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

/// Rows that come, go and change places by the hundred and one by one: a chosen one stays the same row.
void TestFailureGroups::chosenRowsFollowRandomReports() {
  Numbers model;
  const QAbstractItemModelTester tester(&model);
  std::mt19937 random(7);
  for (int turn = 0; turn < 300; ++turn) {
    const std::vector<Number> before = model.rows();
    std::vector<QPersistentModelIndex> chosen;
    for (int row = 0; row < model.rowCount(); ++row)
      chosen.emplace_back(model.index(row, 0));
    const std::vector<Number> target = changed(before, random);
    model.apply(target);
    QVERIFY(model.rows() == target);
    for (size_t i = 0; i < chosen.size(); ++i) {
      const bool stays = std::any_of(target.begin(), target.end(),
                                     [&](const Number &row) { return row.first == before[i].first; });
      QCOMPARE(chosen[i].isValid(), stays);
      QVERIFY(!stays || target[size_t(chosen[i].row())].first == before[i].first);
    }
  }
}

/// Four times a second on the window's thread: no look at all rows for each row, no signal for each row.
void TestFailureGroups::mergesManyInFewSteps() {
  constexpr int Count = 2'000;
  Numbers model;
  std::vector<Number> rows;
  for (int i = 0; i < Count; ++i)
    rows.emplace_back(2 * i, 0);
  model.apply(rows);
  std::mt19937 random(11);
  std::shuffle(rows.begin(), rows.end(), random);
  for (Number &row : rows)
    row = {row.first + int(random() % 2), 1}; // half of them are others now, here and there
  int signalsSeen = 0;
  const auto count = [&signalsSeen] { ++signalsSeen; };
  connect(&model, &QAbstractItemModel::rowsInserted, this, count);
  connect(&model, &QAbstractItemModel::rowsRemoved, this, count);
  connect(&model, &QAbstractItemModel::rowsMoved, this, count);
  connect(&model, &QAbstractItemModel::dataChanged, this, count);
  connect(&model, &QAbstractItemModel::layoutChanged, this, count);
  model.asked = 0;
  model.apply(rows);
  QVERIFY(model.rows() == rows);
  QVERIFY2(model.asked <= 4 * Count, QByteArray::number(model.asked));
  QVERIFY2(signalsSeen <= Count / 2 + 10, QByteArray::number(signalsSeen)); // most are of changed values
}

void TestFailureGroups::measuresTwoThousandGroups() {
  FailureGroupsModel model;
  std::mt19937 random(13);
  std::vector<FailureGroup> groups;
  for (int i = 0; i < 2'000; ++i)
    groups.push_back(group("the message of the group with the number " + QByteArray::number(i), i));
  model.apply(report(groups));
  QBENCHMARK {
    for (FailureGroup &each : groups)
      each.count += qint64(random() % 2'000);
    model.apply(report(groups));
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
  nothing.queues.push_back({"bull", "pay"});
  model.apply(report({nothing}));
  QCOMPARE(cell(0, FailureGroupsModel::Queues).toString(), u"orders, mail, pay"_s);
  nothing.queues.push_back({"bull", "ship"});
  model.apply(report({nothing, group("card declined", 24)}));
  QCOMPARE(cell(0, FailureGroupsModel::Queues).toString(), u"orders, mail, pay, …"_s);
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
  model.apply({{orders, "1", 10, "order 17 has no total"}, {mail, "1", 9}});
  QCOMPARE(model.index(0, FailureExamplesModel::Error).data(ErrorMessageRole).toString(),
           u"order 17 has no total"_s);
  QCOMPARE(model.rowCount(), 2);
  QCOMPARE(model.index(1, FailureExamplesModel::Queue).data().toString(), u"mail"_s);
  QCOMPARE(model.index(0, 0).data(JobIdRole).toByteArray(), "1");
  model.apply({{mail, "1", 9}});
  QCOMPARE(model.at(0)->queue.id, Mail);
  QCOMPARE(model.at(1), nullptr);
}

QTEST_GUILESS_MAIN(TestFailureGroups)
#include "tst_failuregroups.moc"
