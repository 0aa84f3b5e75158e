// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/failurequery.h"
#include "search/matcher.h"

#include <QHash>
#include <QTest>

#include <optional>
#include <random>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

/// As it lies in a job; null = the field is missing.
struct Failure {
  QByteArray reason, stack;
};

/// The search for one group's jobs.
class FailureSearch {
public:
  explicit FailureSearch(const Fingerprint &print)
      : m_text(search::failureQuery(print)) {
    const auto query = search::parse(m_text, 0);
    if (query)
      m_matcher.emplace(*query);
  }
  const QString &text() const { return m_text; }
  bool finds(const Failure &failure, JobState state = JobState::Failed) {
    if (!m_matcher)
      return false;
    std::vector<QByteArrayView> fields;
    for (const QByteArray &field : m_matcher->needs().fields)
      fields.push_back(field == "failedReason" ? QByteArrayView(failure.reason)
                       : field == "stacktrace" ? QByteArrayView(failure.stack)
                                               : QByteArrayView());
    return m_matcher->matches({"1", state, {}, fields, 0});
  }

private:
  QString m_text;
  std::optional<search::Matcher> m_matcher;
};

template <typename T, size_t N>
const T &oneOf(const T (&all)[N], std::mt19937 &random) {
  return all[random() % N];
}

/// Of few words, so that many messages are alike but for a piece.
QByteArray randomPiece(std::mt19937 &random) {
  static const QByteArray words[] = {
      "timeout",    "connect", "order",   "5",
      "4711",       "#",       "#7",      "a8Fk2mZ9",
      "deadbeef01", "e4",      "e45678",  "C#",
      "worker10",   "<id>",    "<",       ">",
      "订单",       "ms",      "30000ms", "TypeError:",
      "Error:",     "-",       ".",       "(a|b)",
      "\\d",        "\"",      "\\",      "f47ac10b-58cc-4372-a567-0e02b2c3d479",
      "a1b2c3",     "\t",      "a1b2c3#", "x9y8",
      "12ab34cd"};
  static const QByteArray ends[] = {"", " ", " ", " ", "-", ": "};
  return oneOf(words, random) + oneOf(ends, random);
}

QByteArray randomReason(std::mt19937 &random) {
  static const QByteArray heads[] = {
      "", "", "", "TypeError: ", "TypeError:", "  Error: ", "Http2Error: ", "\n"};
  static const QByteArray tails[] = {"", "", "", " ", "\n", "  \r\nsecond line 5", "\nTypeError: x"};
  QByteArray reason = oneOf(heads, random);
  if (random() % 8 == 0)
    reason += QByteArray(qsizetype(185 + random() % 16), 'x') + ' ';
  for (size_t pieces = random() % 4; pieces > 0; --pieces)
    reason += randomPiece(random);
  return reason + oneOf(tails, random);
}

Failure randomFailure(std::mt19937 &random) {
  static const QByteArray stacks[] = {"[]",
                                      {},
                                      "[\"TypeError: x\\n    at run (/app/a.js:1:2)\"]",
                                      "[\"TypeError: x\\n    at stop (/app/b.js:3:4)\"]",
                                      "[\"Error: x\\n    at run (/app/a.js:1:2)\"]"};
  return {random() % 16 == 0 ? QByteArray() : randomReason(random), oneOf(stacks, random)};
}

} // namespace

/// From a group of failures to a search that finds its jobs.
class TestFailureQuery : public QObject {
  Q_OBJECT

private slots:
  void findsTheJobsOfItsGroup_data();
  void findsTheJobsOfItsGroup();
  void findsExactlyItsGroup_data();
  void findsExactlyItsGroup();
  void isShort();
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
  QTest::newRow("no reason") << QByteArray() << QByteArray("[]");
  QTest::newRow("no reason, but a stack") << QByteArray() << QByteArray("[\"Error: x\\n at a (b.js:1:2)\"]");
  row("only words", "[\"RangeError: only words\\n at a (b.js:1:2)\"]");
  const QByteArray id = "f47ac10b-58cc-4372-a567-0e02b2c3d479 ";
  for (int i = 0; i < 6; ++i)
    QTest::newRow(("long, cut in an id " + QByteArray::number(i)).constData())
        << "Error: " + QByteArray(195 + i, 'x') + ' ' + id.repeated(3) << QByteArray("[]");
}

void TestFailureQuery::findsTheJobsOfItsGroup() {
  QFETCH(QByteArray, reason);
  QFETCH(QByteArray, stack);
  const Failure failure{reason, stack};
  FailureSearch search(fingerprint(reason, stack));
  QVERIFY2(search.finds(failure), qPrintable(search.text()));
  QVERIFY2(!search.finds(failure, JobState::Completed), qPrintable(search.text()));
  QVERIFY2(!search.finds({"quite another thing went wrong", stack}), qPrintable(search.text()));
}

/// The search of each group among the jobs of all groups.
void TestFailureQuery::findsExactlyItsGroup_data() {
  QTest::addColumn<int>("seed");
  for (int seed = 1; seed <= 16; ++seed)
    QTest::addRow("%d", seed) << seed;
}

void TestFailureQuery::findsExactlyItsGroup() {
  QFETCH(int, seed);
  std::mt19937 random{std::mt19937::result_type(seed)};
  QHash<Fingerprint, std::vector<Failure>> groups;
  for (int i = 0; i < 250; ++i) {
    const Failure failure = randomFailure(random);
    groups[fingerprint(failure.reason, failure.stack)].push_back(failure);
  }
  for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
    FailureSearch search(group.key());
    for (auto other = groups.cbegin(); other != groups.cend(); ++other)
      for (const Failure &failure : other.value()) {
        const bool expected = group.key() == other.key();
        QVERIFY2(search.finds(failure) == expected, search.text().toUtf8() +
                                                        (expected ? "\n  misses " : "\n  finds ") +
                                                        failure.reason + ' ' + failure.stack);
      }
  }
}

void TestFailureQuery::isShort() {
  const Fingerprint print = fingerprint("CardError: card declined, code 51", "[]");
  QCOMPARE(search::failureQuery(print), u"state = failed failure = "_s + QLatin1StringView(failureId(print)));
  QCOMPARE(search::failureQuery({}), u"state = failed not failure : \"\""_s);
}

QTEST_GUILESS_MAIN(TestFailureQuery)
#include "tst_failurequery.moc"
