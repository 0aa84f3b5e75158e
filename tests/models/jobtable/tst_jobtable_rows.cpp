// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesource.h"
#include "rowtally.h"

#include <QTest>

using namespace oxp;
using namespace oxp::test;

/// The rows by themselves: what is counted, told and dropped.
class TestJobTableRows : public QObject {
  Q_OBJECT

private slots:
  void tellsNeighboursAsOne();
  void tellsBeforeRowsComeOrGo();
  void saysNothingOfTheSameJob();
  void countsWhatIsLoadedAndKnown();
  void keepsADroppedRowForItsJob();
  void dropsWhatNobodyLookedAt();
  void tellsWhichMergeSawARow();
  void arrangesLikeAList();

private:
  static constexpr JobFields All = ~JobFields(0);
  void fill(int count) {
    rows.insert(0, count);
    for (int row = 0; row < count; ++row)
      rows.store(row, job(QByteArray::number(row)), All);
    rows.tell();
    tally.take();
  }

  RowTally tally;
  JobRowStore rows{tally};

private slots:
  void init() {
    rows.clear();
    tally.take();
  }
};

void TestJobTableRows::tellsNeighboursAsOne() {
  fill(10);
  for (const int row : {3, 4, 2, 8, 9})
    rows.store(row, job("new" + QByteArray::number(row)), All);
  QCOMPARE(tally.take(), u"~2..4"_qs);
  rows.tell();
  QCOMPARE(tally.take(), u"~8..9"_qs);
  rows.tell();
  QCOMPARE(tally.take(), QString());
}

void TestJobTableRows::tellsBeforeRowsComeOrGo() {
  fill(3);
  rows.store(2, job("c"), All);
  rows.insert(0, 1);
  rows.store(3, job("d"), All);
  rows.remove(1, 2);
  QCOMPARE(tally.take(), u"~2..2 +0..0 ~3..3 -1..2"_qs);
  QCOMPARE(dump(rows), u"? d"_qs);
  rows.insert(0, 0);
  rows.remove(0, -1);
  QCOMPARE(tally.take(), QString());
}

void TestJobTableRows::saysNothingOfTheSameJob() {
  fill(2);
  rows.store(1, job("1"), All);
  rows.tell();
  QCOMPARE(tally.take(), QString());
  rows.store(1, job("1"), All & ~JobFields(1));
  rows.tell();
  QCOMPARE(tally.take(), u"~1..1"_qs);
}

void TestJobTableRows::countsWhatIsLoadedAndKnown() {
  fill(4);
  rows.insert(4, 2);
  QCOMPARE(rows.knownCount(), 4);
  QCOMPARE(rows.loadedCount(), 4);
  rows.unload(1);
  rows.unload(1);
  QCOMPARE(rows.loadedCount(), 3);
  QCOMPARE(rows.knownCount(), 4);
  rows.store(1, job("1"), All);
  QCOMPARE(rows.loadedCount(), 4);
  rows.unload(0);
  rows.remove(0, 3);
  QCOMPARE(rows.loadedCount(), 1);
  QCOMPARE(rows.knownCount(), 1);
  rows.clear();
  QCOMPARE(rows.loadedCount() + rows.knownCount() + rows.size(), 0);
}

void TestJobTableRows::keepsADroppedRowForItsJob() {
  fill(3);
  rows.unload(1);
  QCOMPARE(dump(rows), u"0 * 2"_qs);
  QCOMPARE(rows.idAt(1), JobRowStore::hashOf("1"));
  QCOMPARE(rows.rowOf("1"), -1);
  QCOMPARE(rows.rowOf("2"), 2);
  QVERIFY(!rows.rowAt(1) && !rows.rowAt(-1) && !rows.rowAt(3));
}

void TestJobTableRows::dropsWhatNobodyLookedAt() {
  fill(JobRowStore::LoadedLimit);
  rows.evict();
  QCOMPARE(rows.loadedCount(), JobRowStore::LoadedLimit);
  rows.insert(JobRowStore::LoadedLimit, 1);
  rows.store(JobRowStore::LoadedLimit, job("last"), All);
  rows.use(0);
  rows.evict();
  QCOMPARE(rows.loadedCount(), JobRowStore::LoadedLimit * 3 / 4);
  QVERIFY(rows.rowAt(0));
  QVERIFY(!rows.rowAt(1) && rows.isKnown(1));
  QVERIFY(rows.rowAt(JobRowStore::LoadedLimit));
}

void TestJobTableRows::tellsWhichMergeSawARow() {
  rows.insert(0, 3);
  rows.beginMerge();
  rows.store(0, job("a"), All);
  rows.store(1, job("b"), All);
  rows.beginMerge();
  rows.store(1, job("b"), All); // the same, and seen again
  QVERIFY(rows.mergeAt(1) > rows.mergeAt(0));
  QCOMPARE(rows.mergeAt(2), quint64(0));
  rows.unload(1);
  QCOMPARE(rows.mergeAt(1), quint64(0));
}

void TestJobTableRows::arrangesLikeAList() {
  fill(5);
  QCOMPARE(arrangedLike(rows, {job("3"), job("new"), job("0")}), (std::vector<int>{3, 1, 2, 0, 4}));
  rows.arrange({3, 1, 2, 0, 4});
  QCOMPARE(dump(rows), u"3 1 2 0 4"_qs);
  QCOMPARE(tally.take(), QString());
}

QTEST_GUILESS_MAIN(TestJobTableRows)
#include "tst_jobtable_rows.moc"
