// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flowmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;

namespace {

FlowNode node(const QByteArray &id, std::vector<FlowNode> children = {}) {
  FlowNode made;
  made.queue = {"bull", "album"};
  made.jobId = id;
  made.key = made.queue.key(id);
  made.name = "job " + id;
  made.state = JobState::Waiting;
  made.children = std::move(children);
  return made;
}

} // namespace

class TestFlowModel : public QObject {
  Q_OBJECT

private slots:
  void showsATree();
  void findsTheJobOfItsQueue();
  void updatesInPlace();
  void marksWhatIsMissing();
};

void TestFlowModel::showsATree() {
  FlowModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.apply(node("1", {node("2", {node("3"), node("4")}), node("5")}), {"bull", "album"}, "4");
  QCOMPARE(model.rowCount(), 1);
  const QModelIndex root = model.index(0, 0);
  QCOMPARE(model.rowCount(root), 2);
  QCOMPARE(root.data().toString(), u"job 1"_qs);
  const QModelIndex current = model.currentIndex();
  QCOMPARE(model.at(current)->jobId, "4"_qba);
  QCOMPARE(current.data(FlowModel::CurrentRole).toBool(), true);
  QCOMPARE(current.parent().parent(), root);
  model.clear();
  QVERIFY(model.empty());
  QVERIFY(!model.currentIndex().isValid());
}

/// Children lie in other queues, which count their ids anew.
void TestFlowModel::findsTheJobOfItsQueue() {
  FlowNode before = node("4"), behind = node("4");
  before.queue = {"bull", "tracks"};
  behind.queue = {"bull", "covers"};
  FlowModel model;
  model.apply(node("1", {before, node("4"), behind}), {"bull", "album"}, "4");
  const QModelIndex current = model.currentIndex();
  QCOMPARE(current.row(), 1);
  QCOMPARE(model.at(current)->queue.name, "album"_qba);
}

void TestFlowModel::updatesInPlace() {
  FlowModel model;
  model.apply(node("1", {node("2")}), {"bull", "album"}, "1");
  const QPersistentModelIndex child = model.index(0, 0, model.index(0, 0));
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  FlowNode next = node("1", {node("2")});
  model.apply(next, {"bull", "album"}, "1");
  QCOMPARE(changed.size(), 0);
  next.children[0].state = JobState::Completed;
  model.apply(next, {"bull", "album"}, "1");
  QCOMPARE(changed.size(), 1);
  QVERIFY(child.isValid());
  QCOMPARE(child.data(StateRole).toInt(), int(JobState::Completed));
  next.children.push_back(node("3"));
  model.apply(next, {"bull", "album"}, "1");
  QCOMPARE(model.rowCount(model.index(0, 0)), 2);
}

void TestFlowModel::marksWhatIsMissing() {
  FlowModel model;
  FlowNode root = node("1", {node("2")});
  root.children[0].missing = true;
  root.hasMore = true;
  model.apply(root, {"bull", "album"}, "1");
  const QModelIndex child = model.index(0, FlowModel::StateColumn, model.index(0, 0));
  QCOMPARE(child.data().toString(), u"missing"_qs);
  QCOMPARE(model.index(0, 0).data(FlowModel::MoreRole).toBool(), true);
}

QTEST_GUILESS_MAIN(TestFlowModel)
#include "tst_flowmodel.moc"
