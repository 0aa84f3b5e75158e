// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/terms.h"

#include <QTest>

using namespace oxp;

namespace {

search::Query queryOf(const QString &text) {
  const auto query = search::parse(text, 1'760'000'000'000);
  if (!query)
    qFatal("no query: %s", qPrintable(text));
  return *query;
}

} // namespace

/// The terms by which a query narrows, and the query without one of them.
class TestTerms : public QObject {
  Q_OBJECT

private slots:
  void areThoseJoinedAtTheTop_data();
  void areThoseJoinedAtTheTop();
  void leaveTheRestAsItWasTyped_data();
  void leaveTheRestAsItWasTyped();
  void tellWhatAPlainFieldHasToEqual();
};

void TestTerms::areThoseJoinedAtTheTop_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QStringList>("terms");
  const auto row = [](const QString &text, const QStringList &terms) {
    QTest::addRow("%s", qPrintable(text)) << text << terms;
  };
  row(u""_qs, {});
  row(u"ORD-7"_qs, {u"ORD-7"_qs});
  row(u"  state = failed  finished > -24h "_qs, {u"state = failed"_qs, u"finished > -24h"_qs});
  row(u"state=failed AND not (name = a or name = b) and \"and more\""_qs,
      {u"state=failed"_qs, u"not (name = a or name = b)"_qs, u"\"and more\""_qs});
  row(u"a or b c"_qs, {u"a or b c"_qs});
  row(u"(a b)"_qs, {u"(a b)"_qs});
  row(u"(a b) c"_qs, {u"(a b)"_qs, u"c"_qs});
  row(u"( ( a ) )  d"_qs, {u"( ( a ) )"_qs, u"d"_qs});
  row(u"data.\"my and key\" = \"x and y\" z"_qs, {u"data.\"my and key\" = \"x and y\""_qs, u"z"_qs});
}

void TestTerms::areThoseJoinedAtTheTop() {
  QFETCH(QString, text);
  QFETCH(QStringList, terms);
  QStringList found;
  for (const search::Term &term : search::topTerms(queryOf(text)))
    found << term.text;
  QCOMPARE(found, terms);
}

void TestTerms::leaveTheRestAsItWasTyped_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<int>("index");
  QTest::addColumn<QString>("rest");
  const auto row = [](const QString &text, int index, const QString &rest) {
    QTest::addRow("%s without %d", qPrintable(text), index) << text << index << rest;
  };
  row(u"a and b c"_qs, 0, u"b c"_qs);
  row(u"a and b c"_qs, 1, u"a and c"_qs);
  row(u"a and b c"_qs, 2, u"a and b"_qs);
  row(u"a  AND  (b or c)"_qs, 1, u"a"_qs);
  row(u"not a (b or c) \"d and e\""_qs, 1, u"not a \"d and e\""_qs);
  row(u"a or b"_qs, 0, u""_qs);
  row(u"a"_qs, 0, u""_qs);
  row(u"(a b)"_qs, 0, u""_qs);
}

void TestTerms::leaveTheRestAsItWasTyped() {
  QFETCH(QString, text);
  QFETCH(int, index);
  QFETCH(QString, rest);
  const search::Query query = queryOf(text);
  QCOMPARE(search::withoutTerm(query, size_t(index)), rest);
  // What is left are the other terms, each as it was.
  QStringList expected, found;
  const std::vector<search::Term> terms = search::topTerms(query);
  for (size_t i = 0; i < terms.size(); ++i)
    if (int(i) != index)
      expected << terms[i].text;
  for (const search::Term &term : search::topTerms(queryOf(rest)))
    found << term.text;
  QCOMPARE(found, expected);
}

void TestTerms::tellWhatAPlainFieldHasToEqual() {
  const auto terms =
      search::topTerms(queryOf(u"failure = 3f9a2c1e7b04 not failure = x failure : y state=failed"_qs));
  QCOMPARE(terms.size(), size_t(4));
  QCOMPARE(terms[0].equals(search::Field::Failure), "3f9a2c1e7b04");
  QCOMPARE(terms[0].equals(search::Field::State), "");
  QCOMPARE(terms[1].equals(search::Field::Failure), "");
  QCOMPARE(terms[2].equals(search::Field::Failure), "");
  QCOMPARE(terms[3].equals(search::Field::State), "failed");
}

QTEST_APPLESS_MAIN(TestTerms)
#include "tst_terms.moc"
