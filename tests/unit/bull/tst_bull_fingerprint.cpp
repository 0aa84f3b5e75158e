// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/fingerprint.h"

#include <QSet>
#include <QTest>

using namespace oxp;

class TestFingerprint : public QObject {
  Q_OBJECT

private slots:
  void masksWhatDiffers_data();
  void masksWhatDiffers();
  void cutsAfterTwoHundredCharacters_data();
  void cutsAfterTwoHundredCharacters();
  void tellsMessagesApart_data();
  void tellsMessagesApart();
  void takesClassMessageAndFrame_data();
  void takesClassMessageAndFrame();
  void sameFailuresHaveTheSamePrint();
  void anIdIsTheSameInEveryRun();
  void anIdTellsEveryPart();
  void nothingToldHasNoId();
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
  row("id a1b2c3d4#7 of f47ac10b-58cc-4372-a567-0e02b2c3d4790", "id <id> of <id>-#cc-#-a#-<id>");
  row("timeout after 30000ms", "timeout after #ms");
  row("\n  behind a line break  \r\nmore", "behind a line break");
  row("tab\tand \x01 control", "tab\tand \x01 control");
  row("an <id> of its own", "an <id> of its own");
  row("", "");
}

void TestFingerprint::cutsAfterTwoHundredCharacters_data() {
  QTest::addColumn<QByteArray>("message");
  QTest::addColumn<QByteArray>("masked");
  const QByteArray x(190, 'x'), dots = QByteArrayLiteral("…");
  QTest::newRow("as long as may be") << x + " 12345678 end" << x + " # end";
  QTest::newRow("just as long") << x + "123456789 a" << x + "# a";
  QTest::newRow("200") << QByteArray(200, 'x') << QByteArray(200, 'x');
  QTest::newRow("201") << QByteArray(201, 'x') << QByteArray(200, 'x') + dots;
  QTest::newRow("200 of three bytes")
      << QByteArrayLiteral("订").repeated(200) << QByteArrayLiteral("订").repeated(200);
  QTest::newRow("201 of three bytes")
      << QByteArrayLiteral("订").repeated(201) << QByteArrayLiteral("订").repeated(200) + dots;
  QTest::newRow("within an id") << x + "xxxxxxx a1b2c3d4" << x + "xxxxxxx <i" + dots;
  QTest::newRow("blanks behind") << QByteArray(200, 'x') + "   \n more" << QByteArray(200, 'x');
}

void TestFingerprint::cutsAfterTwoHundredCharacters() {
  QFETCH(QByteArray, message);
  QFETCH(QByteArray, masked);
  QCOMPARE(maskedMessage(message), masked);
}

/// Which of two messages have the same mask.
void TestFingerprint::tellsMessagesApart_data() {
  QTest::addColumn<QByteArray>("one");
  QTest::addColumn<QByteArray>("other");
  QTest::addColumn<bool>("same");
  const auto row = [](const char *one, const char *other, bool same) {
    QTest::addRow("%s | %s", one, other) << QByteArray(one) << QByteArray(other) << same;
  };
  row("timeout", "connect timeout after 5 s", false);
  row("timeout", "timeout after 5 s", false);
  row("timeout", " timeout \nmore", true);
  row("order 17 failed", "order 4711 failed", true);
  row("order 17 failed", "order  failed", false);
  row("order #17 failed", "order 17 failed", true);
  row("session a8Fk2mZ9 expired", "session 17b9c0d1e expired", true);
  row("session a8Fk2mZ9 expired", "session anna expired", false);
  row("session a8Fk2mZ9 expired", "session worker10 expired", false);
  row("disk e4 full", "disk e45678901 full", false); // the second is an id
  row("user f47ac10b-58cc-4372-a567-0e02b2c3d479", "user deadbeef01", true);
  row("user deadbeef01-2", "user f47ac10b-58cc-4372-a567-0e02b2c3d479", false);
  row("id x-1", "id x-1-2", false);
  const QByteArray x(198, 'x');
  QTest::newRow("cut: the same so far") << x + " 1 a b" << x + " 22 c" << true;
  QTest::newRow("cut: and one that is whole") << x + " 1 a" << x + " 22" << false;
  QTest::newRow("cut in a word, and an id") << x + " abcdef" << x + " a1b2c3" << false;
  QTest::newRow("cut in an id") << x + " a1b2c3" << x + " b2c3d4" << true;
  QTest::newRow("cut in an id, and a bracket") << x + " a1b2c3" << x + " <b>" << true;
  QTest::newRow("cut in an id, and only a bracket") << x + " a1b2c3" << x + " <" << false;
}

void TestFingerprint::tellsMessagesApart() {
  QFETCH(QByteArray, one);
  QFETCH(QByteArray, other);
  QFETCH(bool, same);
  QCOMPARE(maskedMessage(one) == maskedMessage(other), same);
}

void TestFingerprint::masksWhatDiffers() {
  QFETCH(QByteArray, message);
  QFETCH(QByteArray, masked);
  QCOMPARE(maskedMessage(message), masked);
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
  QTest::newRow("no code of the job's own")
      << QByteArray("boom")
      << QByteArray(
             R"j(["Error: boom\n    at Redis (/app/node_modules/ioredis/a.js:5:1)\n    at node:internal/x:1:1"])j")
      << QByteArray("Error") << QByteArray("boom") << QByteArray("Redis (ioredis/a.js:5)");
  QTest::newRow("a frame without a function")
      << QByteArray("boom") << QByteArray(R"j(["Error: boom\n    at /app/src/a.js:9:2"])j")
      << QByteArray("Error") << QByteArray("boom") << QByteArray("src/a.js:9");
  QTest::newRow("no stack at all") << QByteArray("job stalled more than allowable limit") << QByteArray()
                                   << QByteArray() << QByteArray("job stalled more than allowable limit")
                                   << QByteArray();
  QTest::newRow("a class told twice")
      << QByteArray(" TypeError: TypeError: boom ") << QByteArray(R"j(["TypeError: boom\n    at a.js:1:1"])j")
      << QByteArray("TypeError") << QByteArray("TypeError: boom") << QByteArray("a.js:1");
  QTest::newRow("another class in the reason")
      << QByteArray("TypeError: boom") << QByteArray(R"j(["Error: TypeError: boom\n    at a.js:1:1"])j")
      << QByteArray("Error") << QByteArray("TypeError: boom") << QByteArray("a.js:1");
  QTest::newRow("a broken stack") << QByteArray("boom") << QByteArray(R"j(["Error: boom)j") << QByteArray()
                                  << QByteArray("boom") << QByteArray();
  QTest::newRow("an empty reason") << QByteArray("")
                                   << QByteArray(R"j(["Error\n    at charge (/app/a.js:1:1)"])j")
                                   << QByteArray() << QByteArray() << QByteArray("charge (app/a.js:1)");
  QTest::newRow("no reason") << QByteArray() << QByteArray(R"j(["TypeError: boom\n    at a.js:1:1"])j")
                             << QByteArray() << QByteArray() << QByteArray();
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
  QCOMPARE(failureId(print(1)), failureId(print(104203)));
}

/// People keep searches.
void TestFingerprint::anIdIsTheSameInEveryRun() {
  QCOMPARE(failureId({"TypeError", "order # has no total", "charge (payments/worker.js:118)"}),
           QByteArray("198da0498cce"));
}

void TestFingerprint::anIdTellsEveryPart() {
  const Fingerprint prints[] = {{"TypeError", "boom", "a.js:1"},
                                {"RangeError", "boom", "a.js:1"},
                                {"TypeError", "bang", "a.js:1"},
                                {"TypeError", "boom", "b.js:1"},
                                {"", "boom", "a.js:1"},
                                {"TypeError", "", "a.js:1"},
                                {"TypeError", "boom", ""},
                                {"", "TypeErrorboom", "a.js:1"},
                                {"TypeError", "booma.js:1", ""},
                                {"", "", "boom"},
                                {"", "boom", ""}};
  QSet<QByteArray> ids;
  for (const Fingerprint &print : prints)
    ids.insert(failureId(print));
  QCOMPARE(size_t(ids.size()), std::size(prints));
}

void TestFingerprint::nothingToldHasNoId() {
  QCOMPARE(failureId(fingerprint(" ", "[]")), QByteArray());
  QCOMPARE(failureId(fingerprint({}, R"(["Error: boom\n    at a.js:1:1"])")), QByteArray());
}

QTEST_GUILESS_MAIN(TestFingerprint)
#include "tst_bull_fingerprint.moc"
