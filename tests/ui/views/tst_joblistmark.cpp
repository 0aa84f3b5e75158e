// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtable/fakesource.h"
#include "models/jobtablemodel.h"
#include "ui/views/joblistmark.h"
#include "ui/widgets/jobtableview.h"

#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace oxp;
using namespace oxp::test;

namespace {

/// A list of jobs that a test changes, its table and its mark.
struct List {
  explicit List(int count) {
    table.setModel(&model);
    mark = std::make_unique<JobListMark>(&model, &table, nullptr);
    QObject::connect(mark.get(), &JobListMark::currentChanged, mark.get(),
                     [this](const std::optional<JobRow> &job) {
                       opened << (job ? QString::fromUtf8(job->id) : QStringLiteral("-"));
                     });
    source->rows = jobs(0, count);
    model.setSource(source, JobState::Waiting, count);
    read();
  }
  ~List() { table.setModel(nullptr); }

  void read() { model.applyPage(source->page(0, JobTableModel::PageRows)); }
  void remove(int row) {
    source->rows.erase(source->rows.begin() + row);
    read();
    QCoreApplication::processEvents(); // the view's own choice is taken back then
  }
  void choose(int row) { table.setCurrentIndex(model.index(row, 0)); }
  /// What has been opened since, by ids; `-` = nothing is current any more.
  QString take() { return std::exchange(opened, {}).join(u' '); }
  /// The ids that look selected.
  QString selected() const {
    QStringList ids;
    for (const QModelIndex &index : table.selectionModel()->selectedRows())
      ids << QString::fromUtf8(model.idAt(index.row()));
    return ids.join(u' ');
  }

  std::shared_ptr<FakeSource> source = std::make_shared<FakeSource>();
  JobTableModel model;
  JobTableView table;
  std::unique_ptr<JobListMark> mark;
  QStringList opened;
};

} // namespace

/// Which job is the open one while its list changes under it.
class TestJobListMark : public QObject {
  Q_OBJECT

private slots:
  void opensWhatAPersonChooses();
  void opensNoNeighbourOfARowThatLeaves();
  void comesBackWithItsRow();
  void waitsForAJobThatIsNotRead();
  void opensARowThatWasLoading();
  void goesOnBelowARowThatLeft();
  void goesRoundTheEnd();
  void opensTheCurrentJobAgain();
};

void TestJobListMark::opensWhatAPersonChooses() {
  List list(5);
  list.choose(2);
  QCOMPARE(list.take(), u"2"_qs);
  list.mark->choose(2); // the open one
  QCOMPARE(list.take(), QString());
  list.mark->choose(3);
  QCOMPARE(list.take(), u"3"_qs);
  QCOMPARE(list.selected(), u"3"_qs);
}

void TestJobListMark::opensNoNeighbourOfARowThatLeaves() {
  List list(5);
  list.choose(2);
  list.take();
  list.remove(2);
  QVERIFY2(!list.take().contains(QRegularExpression(u"\\d"_qs)), "nobody has chosen a neighbour");
  QVERIFY(!list.table.currentIndex().isValid());
}

void TestJobListMark::comesBackWithItsRow() {
  List list(5);
  list.choose(2);
  list.remove(2);
  list.take();
  list.source->rows.push_back(job("2"));
  list.read();
  QCOMPARE(list.take(), u"2"_qs);
  QCOMPARE(list.selected(), u"2"_qs);
  QCOMPARE(list.table.currentIndex().row(), 4);
}

void TestJobListMark::waitsForAJobThatIsNotRead() {
  List list(5);
  list.choose(1);
  list.mark->set("new");
  QCOMPARE(list.selected(), QString());
  list.take();
  list.source->rows.insert(list.source->rows.begin(), job("new"));
  list.read();
  QCOMPARE(list.take(), u"new"_qs);
  QCOMPARE(list.selected(), u"new"_qs);
}

void TestJobListMark::opensARowThatWasLoading() {
  List list(300);
  list.choose(250);
  QCOMPARE(list.take(), u"-"_qs);
  list.model.applyPage(list.source->page(200, 100));
  QCOMPARE(list.take(), u"250"_qs);
  QCOMPARE(list.selected(), u"250"_qs);
}

/// A job that was retried leaves the list of failed ones: the next is the one behind it, at the end the
/// first.
void TestJobListMark::goesOnBelowARowThatLeft() {
  List list(5);
  for (const int row : {2, 0}) {
    list.mark->choose(row);
    const QByteArray behind = list.model.idAt(row + 1);
    list.remove(row);
    QCOMPARE(list.model.idAt(list.mark->nextRow()), behind);
  }
  list.mark->choose(2);
  list.remove(2);
  QCOMPARE(list.mark->nextRow(), 0);
}

void TestJobListMark::goesRoundTheEnd() {
  List list(3);
  QCOMPARE(list.mark->nextRow(), 0);
  list.choose(1);
  QCOMPARE(list.mark->nextRow(), 2);
  list.choose(2);
  QCOMPARE(list.mark->nextRow(), 0);
  List one(1);
  one.choose(0);
  QCOMPARE(one.mark->nextRow(), -1);
  QCOMPARE(List(0).mark->nextRow(), -1);
}

/// After results of a search have covered the list and opened a job of their own.
void TestJobListMark::opensTheCurrentJobAgain() {
  List list(5);
  list.choose(2);
  list.take();
  list.mark->openCurrent();
  QCOMPARE(list.take(), QString());
  list.mark->forgetOpen();
  list.mark->openCurrent();
  QCOMPARE(list.take(), u"2"_qs);
}

QTEST_MAIN(TestJobListMark)
#include "tst_joblistmark.moc"
