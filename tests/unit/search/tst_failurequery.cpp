// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/failurequery.h"
#include "search/matcher.h"

#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

/// From a group of failures to a search that finds its jobs.
class TestFailureQuery : public QObject {
  Q_OBJECT

private slots:
  void findsTheJobsOfItsGroup_data();
  void findsTheJobsOfItsGroup();
  void isReadable();
  void quotesAnyText_data();
  void quotesAnyText();
};

void TestFailureQuery::findsTheJobsOfItsGroup_data() {
  QTest::addColumn<QByteArray>("reason");
  QTest::addColumn<QByteArray>("stack");
  const auto row = [](const char *reason, const char *stack = "[]") {
    QTest::newRow(reason) << QByteArray(reason) << QByteArray(stack);
  };
  row("Order ORD-104203 not found");
  row("CardError: card \"4242\" declined (code 51)");
  row("TypeError: Cannot read properties of undefined (reading 'id')");
  row("issue #5 of C# \\ and \\\" too");
  row("user f47ac10b-58cc-4372-a567-0e02b2c3d479 gone");
  row("two\nlines");
  row("ends in a backslash \\");
  row("订单 104203 不存在");
  row("");
  row("   ");
  row("TypeError:");
  row("", "[\"TypeError: \\n at a (b.js:1:2)\"]");
  row("only words", "[\"RangeError: only words\\n at a (b.js:1:2)\"]");
  const QByteArray id = "f47ac10b-58cc-4372-a567-0e02b2c3d479 ";
  for (int i = 0; i < 6; ++i)
    QTest::newRow(("long, cut in an id " + QByteArray::number(i)).constData())
        << "Error: " + QByteArray(195 + i, 'x') + ' ' + id.repeated(3) << QByteArray("[]");
}

void TestFailureQuery::findsTheJobsOfItsGroup() {
  QFETCH(QByteArray, reason);
  QFETCH(QByteArray, stack);
  const QString text = search::failureQuery(fingerprint(reason, stack));
  const auto query = search::parse(text, 0);
  QVERIFY2(query, qPrintable(text));
  search::Matcher matcher(*query);
  const auto finds = [&](const QByteArray &error, JobState state) {
    std::vector<QByteArrayView> fields;
    for (const QByteArray &field : matcher.needs().fields)
      fields.push_back(field == "failedReason" ? QByteArrayView(error) : QByteArrayView());
    return matcher.matches({"1", state, {}, fields, 0});
  };
  QVERIFY2(finds(reason, JobState::Failed), qPrintable(text));
  QVERIFY2(!finds(reason, JobState::Completed), qPrintable(text));
  QVERIFY2(!finds("quite another thing went wrong", JobState::Failed), qPrintable(text));
}

void TestFailureQuery::isReadable() {
  QCOMPARE(search::failureQuery(fingerprint("CardError: card declined, code 51", "[]")),
           u"state = failed error ~ \"card declined, code #?[0-9]*\""_s);
}

void TestFailureQuery::quotesAnyText_data() {
  QTest::addColumn<QString>("text");
  for (const char *text : {"", "a", "a b", "\"", "\\", "\\\\", "\\\"", "\\d+\\", "a\\\\\"b\\", "\"\"\\\\\\"})
    QTest::newRow(text) << QString::fromLatin1(text);
}

void TestFailureQuery::quotesAnyText() {
  QFETCH(QString, text);
  const auto query = search::parse(u"name = "_s + search::quoted(text), 0);
  QVERIFY(query);
  const search::Node &node = query->root.children.empty() ? query->root : query->root.children.front();
  QCOMPARE(QString::fromUtf8(node.condition.value.text), text);
}

QTEST_GUILESS_MAIN(TestFailureQuery)
#include "tst_failurequery.moc"
