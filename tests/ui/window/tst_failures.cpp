// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowtest.h"

#include "models/failureexamplesmodel.h"
#include "models/failuregroupsmodel.h"

#include <QComboBox>
#include <QLabel>
#include <QTableView>

using namespace oxp;
using namespace oxp::test;

namespace {

/// A failed job of any queue, as the libraries leave it.
void addFailed(Shop &shop, const QByteArray &queue, const QByteArray &id, const QByteArray &error,
               qint64 time) {
  const QByteArray base = "bull:" + queue + ':',
                   stack = "[\"TypeError: " + error + "\\n    at run (/app/a.js:1:2)\"]";
  shop.server.run({"HSET", base + "meta", "opts.maxLenEvents", "10000", "version", "bullmq:5.60.0"});
  shop.server.run({"HSET", base + id, "name", "work", "data", "{}", "timestamp", QByteArray::number(time),
                   "failedReason", error, "stacktrace", stack, "finishedOn", QByteArray::number(time)});
  shop.server.run({"ZADD", base + "failed", QByteArray::number(time), id});
}

/// Count and queues of each group.
QStringList rowsOf(const QAbstractItemView *groups) {
  QStringList rows;
  for (int row = 0; row < groups->model()->rowCount(); ++row) {
    const auto cell = [&](int column) { return groups->model()->index(row, column).data().toString(); };
    rows << cell(FailureGroupsModel::Count) + u' ' + cell(FailureGroupsModel::Reason) + u" in "_qs +
                cell(FailureGroupsModel::Queues);
  }
  return rows;
}

} // namespace

/// What failed, in one queue and in all of a profile, and the way to the jobs.
class TestFailures : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void groupsAWholeProfile();
  void showsTheJobsOfNoOtherGroup();
  void readsAgain();

private:
  static void fill(Shop &shop);
};

void TestFailures::fill(Shop &shop) {
  constexpr qint64 Now = 1'760'000'000'000;
  addFailed(shop, "orders", "o1", "timeout", Now);
  addFailed(shop, "orders", "o2", "connect timeout after 5 s", Now + 1'000);
  addFailed(shop, "mail", "m1", "connect timeout after 17 s", Now + 2'000);
  addFailed(shop, "mail", "m2", "connect timeout after 30 s", Now + 3'000);
}

/// From a queue's failures to those of all queues, and on to jobs of several queues.
void TestFailures::groupsAWholeProfile() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  fill(t.shop);
  QTableView *groups = t.openFailures(2);
  QVERIFY(groups);
  QVERIFY(groups->isColumnHidden(FailureGroupsModel::Queues));

  auto *scope = person.see<QComboBox>(u"Failures of"_qs);
  QVERIFY(scope);
  scope->setFocus();
  QVERIFY(person.key(Qt::Key_Down));
  QCOMPARE(scope->currentText(), u"All queues of Shop"_qs);
  QVERIFY(person.waits("the profile's groups", [&] {
    return rowsOf(groups) == QStringList{u"3 TypeError: connect timeout after # s in mail, orders"_qs,
                                         u"1 TypeError: timeout in orders"_qs};
  }));
  QVERIFY(!groups->isColumnHidden(FailureGroupsModel::Queues));
  auto *line = person.window()->findChild<QLabel *>(u"Failures report"_qs);
  QVERIFY(line &&
          person.waits("what was read", [&] { return line->text() == u"4 failed jobs in 2 groups"; }));

  auto *examples = person.see<QTableView>(u"Examples"_qs);
  QVERIFY(person.waits("examples of both queues", [&] { return examples->model()->rowCount() == 3; }));
  QVERIFY(!examples->isColumnHidden(FailureExamplesModel::Queue));
  QVERIFY(person.press(u"Show jobs"_qs));
  auto *jobs = person.see<QAbstractItemView>(u"Jobs"_qs);
  QVERIFY(jobs && person.waits("jobs of both queues", [&] { return jobs->model()->rowCount() == 3; }));
}

void TestFailures::showsTheJobsOfNoOtherGroup() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  fill(t.shop);
  QTableView *groups = t.openFailures(2);
  QVERIFY(groups);
  int row = 0;
  while (!rowsOf(groups)[row].startsWith(u"1 TypeError: timeout"))
    ++row;
  groups->selectRow(row);
  QVERIFY(person.press(u"Show jobs"_qs));
  auto *jobs = person.see<QAbstractItemView>(u"Jobs"_qs);
  QVERIFY(jobs && person.waits("its job", [&] { return jobs->model()->rowCount() == 1; }));
  QCOMPARE(jobs->model()->index(0, 0).data().toString(), u"o1"_qs);
}

/// What failed meanwhile is counted when somebody reads again.
void TestFailures::readsAgain() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  fill(t.shop);
  QTableView *groups = t.openFailures(2);
  QVERIFY(groups);
  addFailed(t.shop, "orders", "o3", "timeout", 1'760'000'009'000);
  QVERIFY(person.press(u"Refresh"_qs));
  QVERIFY(person.waits("the new job",
                       [&] { return rowsOf(groups).value(0).startsWith(u"2 TypeError: timeout"); }));
}

QTEST_MAIN(TestFailures)
#include "tst_failures.moc"
