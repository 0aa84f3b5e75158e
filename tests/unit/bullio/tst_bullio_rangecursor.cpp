// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/rangecursor.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <deque>

using namespace oxp;

namespace {

using Ids = std::vector<QByteArray>;

Ids range(const std::deque<QByteArray> &list, RangeCursor::Range range) {
  Ids out;
  for (qint64 i = range.offset; i < range.offset + range.count && i < qint64(list.size()); ++i)
    out.push_back(list[size_t(i)]);
  return out;
}

std::deque<QByteArray> numbered(int count) {
  std::deque<QByteArray> list;
  for (int i = 0; i < count; ++i)
    list.push_back(QByteArray::number(i));
  return list;
}

/// Walks to the end; `between` changes the list after each range.
Ids walk(RangeCursor &cursor, std::deque<QByteArray> &list, const std::function<void()> &between = {}) {
  Ids seen;
  for (int steps = 0; !cursor.atEnd() && steps < 10'000; ++steps) {
    const Ids ids = range(list, cursor.next());
    const size_t fresh = cursor.take(ids);
    seen.insert(seen.end(), ids.begin() + qsizetype(fresh), ids.end());
    if (between)
      between();
  }
  return seen;
}

} // namespace

class TestRangeCursor : public QObject {
  Q_OBJECT

private slots:
  void seesEachOnceWhenNothingMoves_data();
  void seesEachOnceWhenNothingMoves();
  void seesNoneTwiceWhenNewOnesComeInFront();
  void readsNoneAgainWhenVeryManyComeInFront();
  void missesNoneWhenManyLeaveInFront();
  void looksAsFarAsItSays_data();
  void looksAsFarAsItSays();
  void beginsAgainWhenAllThatWasSeenLeft();
  void missesNoneThatStays_data();
  void missesNoneThatStays();
  void endsWhenAllIsGone();
};

void TestRangeCursor::seesEachOnceWhenNothingMoves_data() {
  QTest::addColumn<int>("count");
  QTest::addColumn<int>("first");
  for (const int count : {0, 1, 31, 32, 33, 99, 100, 101, 1'000})
    QTest::addRow("%d", count) << count << 0;
  QTest::addRow("from within") << 500 << 77;
}

void TestRangeCursor::seesEachOnceWhenNothingMoves() {
  QFETCH(int, count);
  QFETCH(int, first);
  std::deque<QByteArray> list = numbered(count);
  RangeCursor cursor(first, 100);
  QCOMPARE(walk(cursor, list), Ids(list.begin() + first, list.end()));
  QVERIFY(!cursor.lostTrack());
}

void TestRangeCursor::seesNoneTwiceWhenNewOnesComeInFront() {
  std::deque<QByteArray> list = numbered(1'000);
  const Ids before(list.begin(), list.end());
  RangeCursor cursor(0, 100);
  int number = 0;
  const Ids seen = walk(cursor, list, [&] {
    for (int i = 0; i < 20; ++i)
      list.push_front("new" + QByteArray::number(++number));
  });
  QCOMPARE(seen, before);
}

/// Far more than a range at once: what was seen is found again further on, and is not given out again.
void TestRangeCursor::readsNoneAgainWhenVeryManyComeInFront() {
  for (const int first : {0, 700}) {
    std::deque<QByteArray> list = numbered(3'000);
    const Ids before(list.begin() + first, list.end());
    RangeCursor cursor(first, 100);
    int turn = 0, ranges = 0;
    const Ids seen = walk(cursor, list, [&] {
      ++ranges;
      if (++turn != 10)
        return;
      for (int i = 0; i < 2'500; ++i)
        list.push_front("new" + QByteArray::number(i));
    });
    QCOMPARE(seen, before);
    QCOMPARE(cursor.restarts(), 0);
    QVERIFY2(ranges < 100, QByteArray::number(ranges).constData());
  }
}

void TestRangeCursor::looksAsFarAsItSays_data() {
  QTest::addColumn<int>("moved");
  QTest::addColumn<int>("restarts");
  // The first 1,000 were seen in ranges of 100, so the last 256 of them are looked for from 968 on.
  constexpr int Step = 100, Anchors = 256, Lead = 32;
  constexpr int Last = 1'000 - Lead + RangeCursor::MostLooks * Step; // where the last look begins
  constexpr int FirstAnchor = 1'000 - Anchors;
  QTest::newRow("ahead, in the last look") << Last + Lead + Step - 1 - FirstAnchor << 0;
  QTest::newRow("ahead, behind it") << Last + Lead + Step - FirstAnchor << 1;
}

/// Exactly MostLooks ranges: one less would begin again, one more would read for nothing.
void TestRangeCursor::looksAsFarAsItSays() {
  QFETCH(int, moved);
  QFETCH(int, restarts);
  std::deque<QByteArray> list = numbered(20'000);
  RangeCursor cursor(0, 100);
  bool done = false;
  walk(cursor, list, [&] {
    if (done || cursor.next().offset != 1'000 - RangeCursor::Overlap)
      return;
    done = true;
    for (int i = 0; i < moved; ++i)
      list.push_front("new" + QByteArray::number(i));
  });
  QVERIFY(done);
  QCOMPARE(cursor.restarts(), restarts);
}

void TestRangeCursor::beginsAgainWhenAllThatWasSeenLeft() {
  std::deque<QByteArray> list = numbered(5'000);
  RangeCursor cursor(0, 100);
  int turn = 0;
  const Ids seen = walk(cursor, list, [&] {
    if (++turn == 10)
      list.erase(list.begin(), list.begin() + 1'000); // all that was seen, to the id
  });
  QCOMPARE(seen.size(), 5'000U);
  QCOMPARE(seen.back(), "4999");
  QCOMPARE(cursor.restarts(), 1);
}

void TestRangeCursor::missesNoneWhenManyLeaveInFront() {
  std::deque<QByteArray> list = numbered(5'000);
  RangeCursor cursor(0, 100);
  Ids seen;
  int turn = 0;
  seen = walk(cursor, list, [&] {
    if (++turn == 10)
      list.erase(list.begin(), list.begin() + 900); // nearly all that was seen so far
  });
  const QSet<QByteArray> all(seen.begin(), seen.end());
  for (const QByteArray &id : list)
    QVERIFY2(all.contains(id), id.constData());
}

void TestRangeCursor::missesNoneThatStays_data() {
  QTest::addColumn<int>("seed");
  for (int seed = 1; seed <= 200; ++seed)
    QTest::addRow("%d", seed) << seed;
}

void TestRangeCursor::missesNoneThatStays() {
  QFETCH(int, seed);
  QRandomGenerator random{quint32(seed)};
  std::deque<QByteArray> list = numbered(int(random.bounded(2'000)));
  QSet<QByteArray> stay(list.begin(), list.end());
  RangeCursor cursor(0, 50 + random.bounded(100));
  const int most = seed % 4 ? 40 : 600; // every fourth time far more than a range holds
  const int pushes = int(random.bounded(most)), removals = int(random.bounded(most));
  const int inARow = seed % 3 ? 1 : 50;
  int left = 60; // turns in which something moves
  int number = 0;
  const Ids seen = walk(cursor, list, [&] {
    if (--left < 0)
      return;
    for (int i = 0; i < pushes; ++i)
      list.push_front("new" + QByteArray::number(++number));
    for (int i = 0; i < removals; i += inARow) {
      const auto from = list.begin() + (list.empty() ? 0 : random.bounded(int(list.size())));
      const auto to = from + std::min<qptrdiff>(inARow, list.end() - from);
      std::for_each(from, to, [&](const QByteArray &id) { stay.remove(id); });
      list.erase(from, to);
    }
  });
  const QSet<QByteArray> all(seen.begin(), seen.end());
  QVERIFY(cursor.atEnd());
  for (const QByteArray &id : stay)
    QVERIFY2(cursor.lostTrack() || all.contains(id), id.constData());
  QVERIFY(!cursor.lostTrack());
}

void TestRangeCursor::endsWhenAllIsGone() {
  std::deque<QByteArray> list = numbered(1'000);
  RangeCursor cursor(0, 100);
  int turn = 0;
  walk(cursor, list, [&] {
    if (++turn == 3)
      list.clear();
  });
  QVERIFY(cursor.atEnd());
}

QTEST_GUILESS_MAIN(TestRangeCursor)
#include "tst_bullio_rangecursor.moc"
