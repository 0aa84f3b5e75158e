// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/align.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace oxp::json;

namespace {

using Values = std::vector<quint64>;

size_t longest(const Values &a, const Values &b) {
  std::vector<std::vector<size_t>> length(a.size() + 1, std::vector<size_t>(b.size() + 1, 0));
  for (size_t i = 0; i < a.size(); ++i) {
    for (size_t j = 0; j < b.size(); ++j)
      length[i + 1][j + 1] = a[i] == b[j] ? length[i][j] + 1 : std::max(length[i][j + 1], length[i + 1][j]);
  }
  return length[a.size()][b.size()];
}

bool sound(const std::vector<IndexPair> &pairs, const Values &a, const Values &b) {
  for (size_t p = 0; p < pairs.size(); ++p) {
    if (a.at(pairs[p].first) != b.at(pairs[p].second))
      return false;
    if (p > 0 && (pairs[p].first <= pairs[p - 1].first || pairs[p].second <= pairs[p - 1].second))
      return false;
  }
  return true;
}

Values randomValues(std::mt19937 &engine, size_t count, quint32 distinct) {
  Values values(count);
  for (quint64 &value : values)
    value = engine() % distinct;
  return values;
}

} // namespace

class TestAlign : public QObject {
  Q_OBJECT
private slots:
  void findsALongestSubsequence();
  void isExactForManyDifferences();
  void isExactWhereFewAreShared();
  void findsFewDifferencesInLongSequences();
  void givesUpOnLongDifferentSequences();
  void keepsToItsBudget();
  void matchesMembersByKey();
};

void TestAlign::findsALongestSubsequence() {
  std::mt19937 engine(7);
  for (int i = 0; i < 3'000; ++i) {
    const Values a = randomValues(engine, engine() % 30, 1 + engine() % 8);
    const Values b = randomValues(engine, engine() % 30, 1 + engine() % 8);
    AlignmentBudget budget;
    const std::vector<IndexPair> pairs = commonSubsequence(a, b, budget);
    QVERIFY(sound(pairs, a, b));
    QCOMPARE(pairs.size(), longest(a, b));
  }
}

void TestAlign::isExactForManyDifferences() {
  std::mt19937 engine(8);
  const Values a = randomValues(engine, 700, 50);
  const Values b = randomValues(engine, 600, 50);
  AlignmentBudget budget;
  const std::vector<IndexPair> pairs = commonSubsequence(a, b, budget);
  QVERIFY(sound(pairs, a, b));
  QCOMPARE(pairs.size(), longest(a, b));
  QVERIFY(budget.comparisons < AlignmentBudget().comparisons);
}

/// With so many differences that the quick search gives up.
void TestAlign::isExactWhereFewAreShared() {
  std::mt19937 engine(11);
  for (const size_t shared : {size_t(0), size_t(3), size_t(40)}) {
    Values a(900), b(800);
    std::iota(a.begin(), a.end(), 1'000);
    std::iota(b.begin(), b.end(), 5'000);
    for (size_t i = 0; i < shared; ++i) {
      a[1 + engine() % 898] = 1 + engine() % 20;
      b[1 + engine() % 798] = 1 + engine() % 20;
    }
    AlignmentBudget budget;
    const std::vector<IndexPair> pairs = commonSubsequence(a, b, budget);
    QVERIFY(sound(pairs, a, b));
    QCOMPARE(pairs.size(), longest(a, b));
  }
}

void TestAlign::findsFewDifferencesInLongSequences() {
  std::mt19937 engine(9);
  const Values a = randomValues(engine, 200'000, 1'000'000);
  Values b = a;
  for (int i = 0; i < 50; ++i)
    b.erase(b.begin() + qsizetype(engine() % b.size()));
  b.insert(b.begin() + 5, 3'000'000);
  AlignmentBudget budget;
  const std::vector<IndexPair> pairs = commonSubsequence(a, b, budget);
  QVERIFY(sound(pairs, a, b));
  QCOMPARE(pairs.size(), a.size() - 50);
}

void TestAlign::givesUpOnLongDifferentSequences() {
  Values a(100'000, 1);
  Values b(100'000, 2);
  a.front() = b.front() = a.back() = b.back() = 7;
  AlignmentBudget budget;
  const std::vector<IndexPair> pairs = commonSubsequence(a, b, budget);
  QCOMPARE(pairs, std::vector<IndexPair>({{0, 0}, {99'999, 99'999}}));
}

void TestAlign::keepsToItsBudget() {
  std::mt19937 engine(10);
  const Values a = randomValues(engine, 1'000, 20);
  const Values b = randomValues(engine, 1'000, 20);
  AlignmentBudget budget{1'500'000};
  QVERIFY(commonSubsequence(a, b, budget).size() > 200);
  QVERIFY(budget.comparisons < 1'000'000);
  QVERIFY(commonSubsequence(a, b, budget).size() < 20);
}

void TestAlign::matchesMembersByKey() {
  const QByteArray before = R"({"a":1,"b":2,"a":3,"c":4,"d":5})";
  const QByteArray after = R"({"c":4,"\u0061":1,"b":0,"a":9,"x":5,"d":5})";
  const Tree a(before);
  const Tree b(after);
  const Alignment rows = alignMembers(a, 0, b, 0);
  QCOMPARE(rows.kept, std::vector<IndexPair>({{0, 1}, {1, 2}, {2, 3}, {4, 5}}));
  QCOMPARE(rows.moved, std::vector<IndexPair>({{3, 0}}));
}

QTEST_APPLESS_MAIN(TestAlign)
#include "tst_align.moc"
