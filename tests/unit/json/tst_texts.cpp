// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json/decimal.h"
#include "json/fields.h"
#include "json/scanner.h"

#include <QTest>

using namespace oxp::json;

/// Numbers, strings and keys.
class TestTexts : public QObject {
  Q_OBJECT
private slots:
  void comparesNumbersExactly_data();
  void comparesNumbersExactly();
  void splitsKeysIntoWords_data();
  void splitsKeysIntoWords();
  void unescapes_data();
  void unescapes();
  void keepsLoneSurrogatesApart();
  void escapesAsJsonStringify();
  void escapesBytes();
  void escapingAndBackIsTheSame();
  void countsCharacters();
};

void TestTexts::comparesNumbersExactly_data() {
  QTest::addColumn<QByteArray>("a");
  QTest::addColumn<QByteArray>("b");
  QTest::addColumn<int>("order");
  const auto row = [](const QByteArray &a, const QByteArray &b, int order) {
    QTest::newRow((a.left(40) + " and " + b.left(40)).constData()) << a << b << order;
  };
  row("1", "1", 0);
  row("1.0", "1.00", 0);
  row("1e2", "100", 0);
  row("1E+2", "1000e-1", 0);
  row("0.001", "1e-3", 0);
  row("0.0010", "10E-4", 0);
  row("-0", "0", 0);
  row("-0.0", "0e99", 0);
  row("9007199254740993", "9007199254740992", 1);
  row("0.1", "0.10000000000000000000000000000000001", -1);
  row("1e400", "1e401", -1);
  row("1e400", "10e399", 0);
  row("-1e400", "1", -1);
  row("-2", "-3", 1);
  row("-2", "-10", 1);
  row("2", "10", -1);
  row("0.5", "0.45", 1);
  row("-1.5", "-2.5", 1);
  row("-1.5", "-1.25", -1);
  row("-1e3", "-1e2", -1);
  row("-0.1", "0.1", -1);
  row("-123456789012345678901", "-123456789012345678902", 1);
  row("9999999999999999999", "1", 1);
  row("-9999999999999999999", "-1", -1);
  row("999999999999999999", "1000000000000000000", -1);
  row("12e-1", "1.3", -1);
  row("0.01", "0.1", -1);
  row("100.5", "99.5", 1);
  row("0", "1e-999", -1);
  row("0", "-1e-999", 1);
  row("1e99999999999999999999", "1e88888888888888888888", 0);
  row("1e99999999999999999999", "1e5", 1);
  row("1e-99999999999999999999", "1e5", -1);
  row("1" + QByteArray(50'000, '0'), "1e50000", 0);
}

void TestTexts::comparesNumbersExactly() {
  QFETCH(QByteArray, a);
  QFETCH(QByteArray, b);
  QFETCH(int, order);
  const auto sign = [](std::strong_ordering o) { return o < 0 ? -1 : o > 0 ? 1 : 0; };
  QCOMPARE(sign(compareNumbers(a, b)), order);
  QCOMPARE(sign(compareNumbers(b, a)), -order);
  QCOMPARE(sameNumber(a, b), order == 0);
}

void TestTexts::splitsKeysIntoWords_data() {
  QTest::addColumn<QByteArray>("key");
  QTest::addColumn<QByteArray>("words");
  const auto row = [](const char *key, const char *words) {
    QTest::newRow(key) << QByteArray(key) << QByteArray(words);
  };
  row("", "");
  row("password", "password");
  row("apiKey", "api key");
  row("APIKey", "api key");
  row("api_key", "api key");
  row("API_KEY", "api key");
  row("x-api-key", "x api key");
  row("user.accessKey", "user access key");
  row("cardNumber2", "card number 2");
  row("iban1Old", "iban 1 old");
  row("HTTPServerURL", "http server url");
  row("__token__", "token");
  row("secret key", "secret key");
  row("\xe5\xaf\x86\xe7\xa0\x81Token", "\xe5\xaf\x86\xe7\xa0\x81 token");
}

void TestTexts::splitsKeysIntoWords() {
  QFETCH(QByteArray, key);
  QFETCH(QByteArray, words);
  const std::vector<QByteArray> found = keyWords(key);
  QCOMPARE(QByteArrayList(found.begin(), found.end()).join(' '), words);
}

void TestTexts::unescapes_data() {
  QTest::addColumn<QByteArray>("token");
  QTest::addColumn<QString>("text");
  QTest::newRow("empty") << QByteArray(R"("")") << QString(u""_qs);
  QTest::newRow("plain") << QByteArray("\"a\xe4\xb8\xad\"") << QString(u"a中"_qs);
  QTest::newRow("short ones") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << QString(u"\"\\/\b\f\n\r\t"_qs);
  QTest::newRow("hex") << QByteArray(R"("\u00e9\u00E9")") << QString(u"éé"_qs);
  QTest::newRow("pair") << QByteArray(R"("\ud83e\uddac!")") << QString(u"🦬!"_qs);
  QTest::newRow("pair at the end") << QByteArray(R"("\ud83e\uddac")") << QString(u"🦬"_qs);
  QTest::newRow("nul") << QByteArray(R"("a\u0000b")") << QString(QLatin1StringView("a\0b", 3));
  QTest::newRow("lone") << QByteArray(R"("\ud800x")") << QString(QChar(0xD800)) + u'x';
  QTest::newRow("byte order marks") << QByteArray("\"\xef\xbb\xbf a\\n\xef\xbb\xbf\"")
                                    << QString(QChar(0xFEFF)) + u" a\n"_qs + QChar(0xFEFF);
  QTest::newRow("two highs") << QByteArray(R"("\ud800\ud83e\uddac")") << QString(QChar(0xD800)) + u"🦬"_qs;
}

void TestTexts::unescapes() {
  QFETCH(QByteArray, token);
  QFETCH(QString, text);
  QCOMPARE(unescape(token), text);
  if (text.isValidUtf16())
    QCOMPARE(unescapeUtf8(token), text.toUtf8());
}

void TestTexts::keepsLoneSurrogatesApart() {
  QCOMPARE(unescapeUtf8(R"("\ud800")"), QByteArray("\xed\xa0\x80"));
  QVERIFY(unescapeUtf8(R"("\ud800")") != unescapeUtf8(R"("\ud801")"));
  QVERIFY(unescapeUtf8(R"("\ud800")") != unescapeUtf8(R"("\ufffd")"));
}

void TestTexts::escapesAsJsonStringify() {
  QCOMPARE(escape(u"a\"\\/\b\f\n\r\t\x01\x7fé中🦬"_qs), QByteArray(R"("a\"\\/\b\f\n\r\t\u0001)"
                                                                   "\x7fé中🦬\""));
  QCOMPARE(escape(QString(QChar(0xDC00)) + QChar(0xD800)), QByteArray(R"("\udc00\ud800")"));
}

void TestTexts::escapesBytes() {
  QCOMPARE(escapeUtf8(QByteArray("a\0\"中", 6)), QByteArray(R"("a\u0000\"中")"));
  QCOMPARE(escapeUtf8("\xed\xa0\x80"), QByteArray(R"("\ud800")"));
  QCOMPARE(escapeUtf8("a\xff"
                      "b"),
           QByteArray("\"a\xef\xbf\xbd"
                      "b\""));
}

void TestTexts::escapingAndBackIsTheSame() {
  QString text;
  for (char32_t c = 0; c < 0x11000; c += 7)
    text += QStringView(QChar::fromUcs4(c));
  for (char16_t c = 0xD800; c < 0xE000; c += 0x401)
    text += QChar(c) + u'x';
  const QByteArray token = escape(text);
  QVERIFY(scan(token).valid());
  QCOMPARE(unescape(token), text);
  QCOMPARE(escapeUtf8(unescapeUtf8(token)), token);
}

void TestTexts::countsCharacters() {
  QCOMPARE(contentLength(R"("")"), qsizetype(0));
  QCOMPARE(contentLength("\"a\xe4\xb8\xad\\n\xf0\x9f\xa6\xac\\ud83e\\uddac\\ud800\""), qsizetype(6));
}

QTEST_APPLESS_MAIN(TestTexts)
#include "tst_texts.moc"
