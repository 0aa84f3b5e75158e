// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search/textsearch.h"

#include <QTest>

using oxp::TextSearch;

/// A plain text in bytes, forwards and backwards.
class TestTextSearch : public QObject {
  Q_OBJECT

private slots:
  void findsForwards();
  void findsBackwards();
  void takesEachCase();
  void findsNothingOfNothing();
};

void TestTextSearch::findsForwards() {
  const TextSearch search("aa", true);
  QCOMPARE(search.next("xaaa", 0).offset, 1);
  QCOMPARE(search.next("xaaa", 2).offset, 2);
  QVERIFY(!search.next("xaaa", 3).found());
  QVERIFY(!search.next("xaaa", 99).found());
}

/// A hit ends where the next one begins, at the latest.
void TestTextSearch::findsBackwards() {
  const TextSearch search("aa", true);
  QCOMPARE(search.previous("aaax", 4).offset, 1);
  QCOMPARE(search.previous("aaax", 99).offset, 1);
  QCOMPARE(search.previous("aaax", 2).offset, 0);
  QVERIFY(!search.previous("aaax", 1).found());
}

/// Which may be of other lengths.
void TestTextSearch::takesEachCase() {
  const QByteArray text = "stra\xc3\x9f"
                          "e \xc3\x89\xc3\xa9 \xe2\xb1\xa5";
  QCOMPARE(TextSearch("\xc3\xa9\xc3\xa9", false).next(text, 0).offset, 8);
  QVERIFY(!TextSearch("\xc3\xa9\xc3\xa9", true).next(text, 0).found());
  const TextSearch::Hit hit = TextSearch("\xc8\xba", false).previous(text, text.size());
  QCOMPARE(hit.offset, 13);
  QCOMPARE(hit.length, 3);
}

void TestTextSearch::findsNothingOfNothing() {
  const TextSearch nothing("", false);
  QVERIFY(nothing.isEmpty());
  QVERIFY(!nothing.next("abc", 0).found());
  QVERIFY(!nothing.previous("abc", 3).found());
}

QTEST_APPLESS_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
