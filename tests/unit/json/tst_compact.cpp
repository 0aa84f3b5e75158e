// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomjson.h"
#include "json/compact.h"
#include "json/scanner.h"

#include <QTest>

using namespace oxp;

class TestCompact : public QObject {
  Q_OBJECT

private slots:
  void takesForCompactWhatIsJson();
};

/// A yes is never wrong, and what JSON.stringify writes gets one.
void TestCompact::takesForCompactWhatIsJson() {
  RandomJson random(5);
  int yes = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Node value = random.value();
    const QByteArray plain = render(value, Spelling::minified());
    if (json::scan(plain).valid())
      QVERIFY2(json::isCompact(plain), plain.constData());
    QByteArray text = random.chance(50) ? plain : random.untidy(value);
    for (int bytes = random.below(3); bytes > 0 && !text.isEmpty(); --bytes) {
      static const QByteArray odd("{}[]\",:\\u0e+-. tfn\n\x01\x80\xc3\xa9\xed\xa0", 26);
      text[random.below(int(text.size()))] = odd[random.below(int(odd.size()))];
    }
    text.truncate(text.size() - (random.chance(20) ? random.below(int(text.size()) + 1) : 0));
    if (!json::isCompact(text))
      continue;
    ++yes;
    QVERIFY2(json::scan(text).valid() && !text.contains('\n'), text.constData());
  }
  QVERIFY2(yes > 2'000, qPrintable(QString::number(yes)));
  for (const char *no : {"",
                         " 1",
                         "1 ",
                         "{",
                         "[1,]",
                         "{\"a\":1,}",
                         "{\"a\"}",
                         "[1}",
                         "01",
                         "1.",
                         "-",
                         "1e",
                         "\"\\x\"",
                         "\"\\u12g4\"",
                         "\"a",
                         "nul",
                         "1,2",
                         "\xef\xbb\xbf{}",
                         "{\"a\":1}{}",
                         "]",
                         "\"\x1f\"",
                         "\"01234567\x1f\"",
                         "\"\x80\"",
                         "[[]"})
    QVERIFY2(!json::isCompact(no), no);
  for (const char *yes : {"0", "-0.0", "1E+400", "\"\\ud800\\/\"", "[]", "{}", "[[],{}]",
                          "{\"a\":[1,{\"b\":null}],\"a\":\"ë\"}"})
    QVERIFY2(json::isCompact(yes), yes);
  QVERIFY(json::isCompact(QByteArray(64, '[') + QByteArray(64, ']')));
  QVERIFY(!json::isCompact(QByteArray(65, '[') + "1" + QByteArray(65, ']'))); // json::scan's
}

QTEST_APPLESS_MAIN(TestCompact)
#include "tst_compact.moc"
