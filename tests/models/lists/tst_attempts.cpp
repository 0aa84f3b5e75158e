// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attempts.h"

#include <QTest>

using namespace oxp;

class TestAttempts : public QObject {
  Q_OBJECT

private slots:
  void listsTheNewestFirst();
  void numbersByAttemptsMade();
  void fallsBackToTheReason();
  void showsABrokenFieldAsItIs();
  void decodesEscapes();
};

void TestAttempts::listsTheNewestFirst() {
  const auto sections =
      attemptSections(R"x(["Error: one\n    at a (x.js:1)","CardError: two\n    at b"])x", "two", 2);
  QCOMPARE(sections.size(), size_t(2));
  QCOMPARE(sections[0].number, 2);
  QCOMPARE(sections[0].className, u"CardError"_qs);
  QCOMPARE(sections[0].message, u"two"_qs);
  QCOMPARE(sections[0].trace, u"CardError: two\n    at b"_qs);
  QCOMPARE(sections[1].number, 1);
}

void TestAttempts::numbersByAttemptsMade() {
  // stackTraceLimit keeps the newest ones only.
  const auto sections = attemptSections(R"(["Error: d","Error: e"])", {}, 5);
  QCOMPARE(sections[0].number, 5);
  QCOMPARE(sections[1].number, 4);
}

void TestAttempts::fallsBackToTheReason() {
  QCOMPARE(attemptSections("[]", {}, 0).size(), size_t(0));
  QCOMPARE(attemptSections({}, {}, 0).size(), size_t(0));
  const auto sections = attemptSections("[]", "job stalled more than allowable limit", 1);
  QCOMPARE(sections.size(), size_t(1));
  QCOMPARE(sections[0].number, 0);
  QCOMPARE(sections[0].message, u"job stalled more than allowable limit"_qs);
}

void TestAttempts::showsABrokenFieldAsItIs() {
  for (const QByteArray &broken : {"[\"cut"_qba, "[1,2]"_qba, "{}"_qba, "not json"_qba}) {
    const auto sections = attemptSections(broken, "reason", 1);
    QCOMPARE(sections.size(), size_t(1));
    QCOMPARE(sections[0].trace, QString::fromUtf8(broken));
  }
}

void TestAttempts::decodesEscapes() {
  const auto sections = attemptSections(R"(["TypeError: \u4e2d\t\u0007 x"])", {}, 1);
  QCOMPARE(sections[0].className, u"TypeError"_qs);
  QCOMPARE(sections[0].trace, u"TypeError: 中\t\\x07 x"_qs);
}

QTEST_GUILESS_MAIN(TestAttempts)
#include "tst_attempts.moc"
