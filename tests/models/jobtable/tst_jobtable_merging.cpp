// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesource.h"
#include "models/jobmerge.h"
#include "models/jobwindow.h"
#include "rowtally.h"

#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr JobFields All = ~JobFields(0);

std::vector<JobRow> rowsOf(const char *ids) {
  std::vector<JobRow> rows;
  for (const QByteArray &id : QByteArray(ids).split(' '))
    rows.push_back(job(id));
  return rows;
}

/// A list of jobs, its rows, and what was told of them.
struct Merging {
  RowTally tally;
  JobRowStore rows{tally};
  JobWindow window{rows};
  JobMerge merge{rows, window};

  explicit Merging(const char *ids) {
    page(ids, 0, int(rowsOf(ids).size()));
    tally.take();
  }
  void page(const char *ids, qint64 offset, qint64 total) {
    merge.mergePage({total, offset, rowsOf(ids)}, All);
  }
};

} // namespace

/// Pages merged into rows, without a model: each way in which a list can have moved before a page, in it and
/// behind it.
class TestJobTableMerging : public QObject {
  Q_OBJECT

private slots:
  void anchorsAreTheLongestRun();
  void anchorsKnowDroppedRows();
  void fillsAnEmptyListAroundThePage();
  void insertsBeforeThePageWhereNobodyLooked();
  void removesBeforeThePageWhereNobodyLooked();
  void takesWhatStandsAboveForWhatItIs();
  void holdsBackWhatCameAtTheHead();
  void forgetsHeldJobsThatLeft();
  void takesAPageOfStrangersForNewOnesAtTheHead();
  void doesNotTakeGrowthByOneForAPage();
  void movesTheWindowWithItsJobs();
  void leavesThePageInItsPlaceWhenCopiesGo();
  void forgetsACopyRightBehindThePage();
  void neverAnchorsAnOldCopyAbove();
  void givesTheTailItsRows();
  void cutsTheTail();
};

void TestJobTableMerging::anchorsAreTheLongestRun() {
  Merging list("a b c d e f");
  const std::vector<JobAnchor> anchors = anchorsOf(list.rows, rowsOf("f b x c e"));
  QCOMPARE(anchors, (std::vector<JobAnchor>{{1, 1}, {2, 3}, {4, 4}}));
  QVERIFY(anchorsOf(list.rows, rowsOf("x y")).empty());
  QVERIFY(anchorsOf(list.rows, {}).empty());
}

void TestJobTableMerging::anchorsKnowDroppedRows() {
  Merging list("a b c");
  list.rows.unload(1);
  QCOMPARE(anchorsOf(list.rows, rowsOf("b")), (std::vector<JobAnchor>{{1, 0}}));
}

void TestJobTableMerging::fillsAnEmptyListAroundThePage() {
  RowTally tally;
  JobRowStore rows(tally);
  JobWindow window(rows);
  JobMerge(rows, window).mergePage({6, 2, rowsOf("c d")}, All);
  QCOMPARE(dump(rows), u"? ? c d ? ?"_qs);
  QCOMPARE(tally.take(), u"+0..5 ~2..3"_qs);
  QCOMPARE(window.total(), 6);
}

void TestJobTableMerging::insertsBeforeThePageWhereNobodyLooked() {
  Merging list("a b c d e f");
  list.page("d e f", 4, 7); // one came before them, at the head or below it
  QCOMPARE(dump(list.rows), u"? a b c d e f"_qs);
  QCOMPARE(list.tally.take(), u"+0..0"_qs);
}

void TestJobTableMerging::removesBeforeThePageWhereNobodyLooked() {
  Merging list("a b c d e f");
  list.page("e f", 3, 5);
  QCOMPARE(dump(list.rows), u"b c d e f"_qs);
  QCOMPARE(list.tally.take(), u"-0..0"_qs);
}

/// `a b c` were seen later than what follows: what came or went did so below them.
void TestJobTableMerging::takesWhatStandsAboveForWhatItIs() {
  Merging list("a b c d e f g h");
  list.page("a b c", 0, 8);
  list.page("g h", 7, 9);
  QCOMPARE(dump(list.rows), u"a b c ? d e f g h"_qs);
  list.page("a b c", 0, 9);
  list.page("g h", 6, 8);
  QCOMPARE(dump(list.rows), u"a b c d e f g h"_qs);
}

void TestJobTableMerging::holdsBackWhatCameAtTheHead() {
  Merging list("a b c");
  QSignalSpy heads(&list.window, &JobWindow::newAtHeadChanged);
  list.window.setHoldHead(true);
  list.page("x y a b c", 0, 5);
  QCOMPARE(dump(list.rows), u"a b c"_qs);
  QCOMPARE(list.window.newAtHead(), 2);
  QCOMPARE(heads.size(), 1);
  list.window.takeNew();
  QCOMPARE(dump(list.rows), u"? ? a b c"_qs);
  QCOMPARE(list.window.newAtHead(), 0);
}

void TestJobTableMerging::forgetsHeldJobsThatLeft() {
  Merging list("a b c");
  list.window.setHoldHead(true);
  list.page("x y z a b c", 0, 6);
  list.page("y a b c", 0, 4); // two of the three have gone
  QCOMPARE(list.window.newAtHead(), 1);
  QCOMPARE(dump(list.rows), u"a b c"_qs);
  list.page("b c", 0, 2);
  QCOMPARE(list.window.newAtHead(), 0);
  QCOMPARE(dump(list.rows), u"b c"_qs);
}

void TestJobTableMerging::takesAPageOfStrangersForNewOnesAtTheHead() {
  Merging list("a b c");
  list.page("x y z", 0, 6);
  QCOMPARE(dump(list.rows), u"x y z a b c"_qs);
}

/// Strangers stand where others did, and the list grew by one: they did not all come at the head.
void TestJobTableMerging::doesNotTakeGrowthByOneForAPage() {
  Merging list("a b c d e");
  list.window.setHoldHead(true);
  list.page("x y z", 0, 6);
  QCOMPARE(list.window.newAtHead(), 0);
  QVERIFY(dump(list.rows).startsWith(u"x y z"));
  QCOMPARE(list.rows.size(), 6);
}

void TestJobTableMerging::movesTheWindowWithItsJobs() {
  RowTally tally;
  JobRowStore rows(tally);
  JobWindow window(rows);
  JobMerge merge(rows, window);
  window.setTotal(1'000'000);
  window.fit();
  window.moveTo(500'000);
  QCOMPARE(rows.size(), JobWindow::WindowRows);
  merge.mergePage({1'000'000, 500'100, rowsOf("a b c")}, All);
  merge.mergePage({1'000'007, 500'107, rowsOf("a b c")}, All);
  QCOMPARE(window.start(), 500'007);
  QCOMPARE(rows.rowOf("a"), 100);
  merge.mergePage({999'998, 500'098, rowsOf("a b c")}, All);
  QCOMPARE(window.start(), 499'998);
  QCOMPARE(rows.rowOf("a"), 100);
  QCOMPARE(rows.size(), JobWindow::WindowRows);
}

/// `a` went down the list and is read there.
void TestJobTableMerging::leavesThePageInItsPlaceWhenCopiesGo() {
  Merging list("a b c d e f");
  list.page("e a f", 3, 6);
  QCOMPARE(list.rows.size(), 6);
  QCOMPARE(list.rows.rowOf("a"), 4);
  QVERIFY(dump(list.rows).endsWith(u"e a f"));
}

void TestJobTableMerging::forgetsACopyRightBehindThePage() {
  Merging list("a b c d e f");
  list.page("a e b", 0, 6);
  QVERIFY(dump(list.rows).startsWith(u"a e b"));
  QCOMPARE(dump(list.rows).count(u'e'), 1);
  QCOMPARE(list.rows.size(), 6);
}

/// The first job of the page has an old row far above the others: it has moved, they have not.
void TestJobTableMerging::neverAnchorsAnOldCopyAbove() {
  Merging list("a b c d e f g h");
  list.page("b f g h", 4, 8);
  QVERIFY(dump(list.rows).endsWith(u"b f g h"));
  QCOMPARE(list.rows.size(), 8);
  QCOMPARE(dump(list.rows).count(u'b'), 1);
}

void TestJobTableMerging::givesTheTailItsRows() {
  Merging list("a b c");
  list.page("c d", 2, 6);
  QCOMPARE(dump(list.rows), u"a b c d ? ?"_qs);
}

void TestJobTableMerging::cutsTheTail() {
  Merging list("a b c d e f");
  list.page("b c", 1, 3);
  QCOMPARE(dump(list.rows), u"a b c"_qs);
  list.page("a", 0, 2);
  QCOMPARE(list.rows.size(), 2);
}

QTEST_GUILESS_MAIN(TestJobTableMerging)
#include "tst_jobtable_merging.moc"
