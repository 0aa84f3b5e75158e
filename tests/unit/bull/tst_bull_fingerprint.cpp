// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/fingerprint.h"

#include <QRegularExpression>
#include <QTest>

using namespace oxp;

class TestFingerprint : public QObject {
  Q_OBJECT

private slots:
  void masksWhatDiffers_data();
  void masksWhatDiffers();
  void thePatternMatchesItsMessages_data();
  void thePatternMatchesItsMessages();
  void takesClassMessageAndFrame_data();
  void takesClassMessageAndFrame();
  void sameFailuresHaveTheSamePrint();
};

void TestFingerprint::masksWhatDiffers_data() {
  QTest::addColumn<QByteArray>("message");
  QTest::addColumn<QByteArray>("masked");
  const auto row = [](const char *message, const char *masked) {
    QTest::newRow(message) << QByteArray(message) << QByteArray(masked);
  };
  row("Order ORD-104203 not found", "Order ORD-# not found");
  row("connect ECONNREFUSED 127.0.0.1:6379", "connect ECONNREFUSED #.#.#.#:#");
  row("user f47ac10b-58cc-4372-a567-0e02b2c3d479 gone", "user <id> gone");
  row("token deadbeef01 expired", "token <id> expired");
  row("session a8Fk2mZ9 expired", "session <id> expired");
  row("HTTP2 stream s3 failed", "HTTP# stream s# failed");
  row("no figures here", "no figures here");
  row("first line 1\nsecond line 2", "first line #");
  row("issue #5 of C# (a|b) \\d [x] {2} ^$ *.?", "issue # of C# (a|b) \\d [x] {#} ^$ *.?");
  row("订单 104203 不存在", "订单 # 不存在");
  row("", "");
}

void TestFingerprint::masksWhatDiffers() {
  QFETCH(QByteArray, message);
  QFETCH(QByteArray, masked);
  QCOMPARE(maskedMessage(message), masked);
}

void TestFingerprint::thePatternMatchesItsMessages_data() {
  masksWhatDiffers_data();
}

void TestFingerprint::thePatternMatchesItsMessages() {
  QFETCH(QByteArray, message);
  QFETCH(QByteArray, masked);
  const QRegularExpression pattern(messagePattern(masked));
  QVERIFY2(pattern.isValid(), qPrintable(pattern.errorString()));
  QVERIFY(pattern.match(QString::fromUtf8(message)).hasMatch());
  QVERIFY(masked.isEmpty() || !pattern.match(QStringLiteral("something else")).hasMatch());
}

void TestFingerprint::takesClassMessageAndFrame_data() {
  QTest::addColumn<QByteArray>("reason");
  QTest::addColumn<QByteArray>("stack");
  QTest::addColumn<QByteArray>("errorClass");
  QTest::addColumn<QByteArray>("message");
  QTest::addColumn<QByteArray>("frame");
  QTest::newRow("a class in the stack")
      << QByteArray("x is not a function")
      << QByteArray(
             R"j(["TypeError: x is not a function\n    at charge (/app/src/payments/worker.js:118:17)"])j")
      << QByteArray("TypeError") << QByteArray("x is not a function")
      << QByteArray("charge (payments/worker.js:118)");
  QTest::newRow("a class in the reason")
      << QByteArray("CardError: card 4242 declined") << QByteArray("[]") << QByteArray("CardError")
      << QByteArray("card # declined") << QByteArray();
  QTest::newRow("the newest attempt, and the job's own code")
      << QByteArray("boom")
      << QByteArray(
             R"j(["Error: first\n    at old (/a/b.js:1:1)","Error: boom\n    at node:internal/x:1:1\n    at Redis (/app/node_modules/ioredis/a.js:5:1)\n    at async run (file:///srv/app/jobs/mail.mjs:7:3)"])j")
      << QByteArray("Error") << QByteArray("boom") << QByteArray("async run (jobs/mail.mjs:7)");
  QTest::newRow("a frame without a function")
      << QByteArray("boom") << QByteArray(R"j(["Error: boom\n    at /app/src/a.js:9:2"])j")
      << QByteArray("Error") << QByteArray("boom") << QByteArray("src/a.js:9");
  QTest::newRow("no stack at all") << QByteArray("job stalled more than allowable limit") << QByteArray()
                                   << QByteArray() << QByteArray("job stalled more than allowable limit")
                                   << QByteArray();
  QTest::newRow("a broken stack") << QByteArray("boom") << QByteArray(R"j(["Error: boom)j") << QByteArray()
                                  << QByteArray("boom") << QByteArray();
}

void TestFingerprint::takesClassMessageAndFrame() {
  QFETCH(QByteArray, reason);
  QFETCH(QByteArray, stack);
  const Fingerprint print = fingerprint(reason, stack);
  QTEST(print.errorClass, "errorClass");
  QTEST(print.message, "message");
  QTEST(print.frame, "frame");
}

void TestFingerprint::sameFailuresHaveTheSamePrint() {
  const auto print = [](int order) {
    const QByteArray text = "Order " + QByteArray::number(order) + " not found";
    return fingerprint(text, "[\"NotFoundError: " + text + "\\n    at find (/app/a.js:4:2)\"]");
  };
  QCOMPARE(print(1), print(104203));
  QCOMPARE(qHash(print(1)), qHash(print(104203)));
}

QTEST_GUILESS_MAIN(TestFingerprint)
#include "tst_bull_fingerprint.moc"
