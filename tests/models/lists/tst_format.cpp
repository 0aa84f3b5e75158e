// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/format.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace oxp;

class TestFormat : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
  void writesRelativeTimes_data();
  void writesRelativeTimes();
  void writesPastTimes_data();
  void writesPastTimes();
  void writesDates();
  void writesExactTimes();
  void writesProgress_data();
  void writesProgress();
  void writesSizes();
  void writesDurations();
  void writesCompactNumbers();
  void showsBytesSafely_data();
  void showsBytesSafely();
  void stringsThingsTogether();
  void wrapsTips();
  void boundsWhatLabelsAreGiven();
  void takesErrorsApart();
};

void TestFormat::writesRelativeTimes_data() {
  QTest::addColumn<qint64>("distance");
  QTest::addColumn<QString>("text");
  QTest::newRow("now") << qint64(0) << u"0 s ago"_qs;
  QTest::newRow("12 s") << qint64(-12'900) << u"12 s ago"_qs;
  QTest::newRow("4 min") << qint64(-4 * 60'000) << u"4 min ago"_qs;
  QTest::newRow("2 h") << qint64(-2 * 3'600'000 - 5) << u"2 h ago"_qs;
  QTest::newRow("6 d") << qint64(-6 * 86'400'000) << u"6 d ago"_qs;
  QTest::newRow("ahead") << qint64(4 * 60'000 + 1) << u"in 4 min"_qs;
}

void TestFormat::writesRelativeTimes() {
  QFETCH(qint64, distance);
  const qint64 now = 1'763'800'000'000;
  QTEST(format::relativeTime(now + distance, now), "text");
}

void TestFormat::writesPastTimes_data() {
  QTest::addColumn<qint64>("distance");
  QTest::addColumn<QString>("text");
  QTest::newRow("12 s") << qint64(-12'900) << u"12 s ago"_qs;
  QTest::newRow("clocks agree but for a moment") << qint64(5'000) << u"0 s ago"_qs;
  QTest::newRow("a clock that is ahead") << qint64(5'001) << u"5 s ahead"_qs;
  QTest::newRow("hours") << qint64(16 * 3'600'000) << u"16 h ahead"_qs;
  QTest::newRow("days") << qint64(6 * 86'400'000) << u"6 d ahead"_qs;
}

void TestFormat::writesPastTimes() {
  QFETCH(qint64, distance);
  const qint64 now = 1'763'800'000'000;
  QTEST(format::pastTime(now + distance, now), "text");
}

/// No century is guessed, and texts sort as their times do, in every locale.
void TestFormat::writesDates() {
  const qint64 now = 1'763'800'000'000;
  const auto at = [](const QDate &date) { return QDateTime(date, QTime(12, 0)).toMSecsSinceEpoch(); };
  for (const QLocale &locale : {QLocale::c(), QLocale(QLocale::English), QLocale(QLocale::Chinese)}) {
    QLocale::setDefault(locale);
    QCOMPARE(format::relativeTime(at({2311, 2, 6}), now), u"2311-02-06"_qs);
    QCOMPARE(format::pastTime(at({2311, 2, 6}), now), u"2311-02-06"_qs);
    QCOMPARE(format::relativeTime(at({1998, 12, 31}), now), u"1998-12-31"_qs);
  }
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
  QCOMPARE(format::timeOfDay(QTime(7, 4, 9)), u"07:04:09"_qs);
}

void TestFormat::writesProgress_data() {
  QTest::addColumn<QByteArray>("progress");
  QTest::addColumn<QString>("text");
  QTest::newRow("none") << ""_qba << QString();
  QTest::newRow("not begun") << "0"_qba << QString();
  QTest::newRow("null") << "null"_qba << QString();
  QTest::newRow("percent") << "3"_qba << u"3 %"_qs;
  QTest::newRow("all") << "100"_qba << u"100 %"_qs;
  QTest::newRow("half a percent") << "0.5"_qba << u"0.5 %"_qs;
  QTest::newRow("no share") << "4711"_qba << u"4711"_qs;
  QTest::newRow("nor one below nothing") << "-5"_qba << u"-5"_qs;
  QTest::newRow("as it is spelled") << "9007199254740993"_qba << u"9007199254740993"_qs;
  QTest::newRow("text") << "\"rendering \\u00e9\""_qba << u"rendering é"_qs;
  QTest::newRow("object") << "{\"step\":\"render\",\"percent\":42}"_qba << u"step: render, percent: 42"_qs;
  QTest::newRow("nested") << "{\"at\":{\"page\":3,\"of\":9},\"ok\":true}"_qba
                          << u"at page: 3, of: 9, ok: true"_qs;
  QTest::newRow("array") << "[1,\"a\"]"_qba << u"1, a"_qs;
  QTest::newRow("empty") << "{}"_qba << QString();
  QTest::newRow("no JSON") << "half\tway"_qba << u"half\\tway"_qs;
  QTest::newRow("long") << QByteArray("{\"a\":\"" + QByteArray(5'000, 'x') + "\"}")
                        << u"a: "_qs + QString(197, u'x') + u'…';
}

void TestFormat::writesProgress() {
  QFETCH(QByteArray, progress);
  QTEST(format::progressText(progress), "text");
}

void TestFormat::writesExactTimes() {
  QCOMPARE(format::exactTime(0), u"–"_qs);
  const QString text = format::exactTime(1'763'800'000'123);
  QVERIFY2(QRegularExpression(u"^2025-11-2\\d \\d\\d:\\d\\d:\\d\\d\\.123 [+-]\\d\\d:\\d\\d$"_qs)
               .match(text)
               .hasMatch(),
           qPrintable(text));
  QCOMPARE(format::relativeTime(0, 5), u"–"_qs);
}

void TestFormat::writesSizes() {
  QCOMPARE(format::sizeText(-1), u"–"_qs);
  QCOMPARE(format::sizeText(912), u"912 B"_qs);
  QCOMPARE(format::sizeText(1'234), u"1.2 KB"_qs);
  QCOMPARE(format::sizeText(999'999), u"1.0 MB"_qs);
  QCOMPARE(format::sizeText(5'000'000), u"5.0 MB"_qs);
  QCOMPARE(format::sizeText(2'500'000'000), u"2.5 GB"_qs);
  QVERIFY(format::exactSize(1'234).contains(u"1,234"_qs));
}

void TestFormat::writesDurations() {
  QCOMPARE(format::duration(-1), u"–"_qs);
  QCOMPARE(format::duration(4), u"4 ms"_qs);
  QCOMPARE(format::duration(1'250), u"1.2 s"_qs);
  QCOMPARE(format::duration(200'000), u"3 min 20 s"_qs);
  QCOMPARE(format::duration(600'000), u"10 min"_qs);
  QCOMPARE(format::duration(7'500'000), u"2 h 5 min"_qs);
  QCOMPARE(format::duration(7'200'000), u"2 h"_qs);
  QCOMPARE(format::duration(172'800'000), u"2 d"_qs);
  QCOMPARE(format::duration(529'200'000), u"6 d 3 h"_qs);
}

void TestFormat::writesCompactNumbers() {
  QCOMPARE(format::compactNumber(950), u"950"_qs);
  QCOMPARE(format::compactNumber(1'200), u"1.2 k"_qs);
  QCOMPARE(format::compactNumber(100'000), u"100 k"_qs);
  QCOMPARE(format::compactNumber(1'250'000), u"1.2 M"_qs);
  QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
  QCOMPARE(format::compactNumber(9'999), QLocale().toString(9'999));
  QCOMPARE(format::compactNumber(100'000), u"10 万"_qs);
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestFormat::showsBytesSafely_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("text");
  QTest::newRow("plain") << "plain"_qba << u"plain"_qs;
  QTest::newRow("CJK and emoji") << QByteArray("中文😀") << u"中文😀"_qs;
  QTest::newRow("controls") << QByteArray("a\0b\x1b", 4) << u"a\\x00b\\x1b"_qs;
  QTest::newRow("colours") << "\x1b[31mred\x1b[0m"_qba << u"red"_qs;
  QTest::newRow("not to be seen") << QByteArray("a\u200b\u00adb") << u"a\\u200b\\xadb"_qs;
  QTest::newRow("no-break spaces") << QByteArray("12\u202f000\u00a0€") << u"12\u202f000\u00a0€"_qs;
  QTest::newRow("a family") << QByteArray("👨‍👩‍👧") << u"👨‍👩‍👧"_qs;
  QTest::newRow("accents") << "e" + QByteArray("\u0301").repeated(200) + "x"
                           << u'e' + QString(8, QChar(0x301)) + u"…x"_qs;
  QTest::newRow("lines") << "a\nb\tc"_qba << u"a\\nb\\tc"_qs;
  QTest::newRow("broken") << "\xff\xc3("_qba << u"\\xff\\xc3("_qs;
  QTest::newRow("turned round") << QByteArray("a\u202egpj.exe") << u"a\\u202egpj.exe"_qs;
}

void TestFormat::showsBytesSafely() {
  QFETCH(QByteArray, bytes);
  QTEST(format::safeText(bytes), "text");
  QCOMPARE(format::safeText("abcdef", 4), u"abcd…"_qs);
  QCOMPARE(format::safeText("中文中文", 7), u"中文…"_qs);
  QCOMPARE(format::safeText(QByteArray(8, '\x01'), 8), u"\\x01\\x01…"_qs); // it takes more room than bytes
  QCOMPARE(format::safeText("a\r\nb", 10, true), u"a\nb"_qs);
  QCOMPARE(format::safeText(QByteArray(10'000'000, 'a')).size(), format::LineLimit + 1);
}

void TestFormat::wrapsTips() {
  QCOMPARE(format::tipText("one\ntwo"), u"one\ntwo"_qs);
  QCOMPARE(format::tipText(""), QString());
  const QString whole = format::tipText(QByteArray("word ").repeated(1'000'000));
  QVERIFY(whole.endsWith(u"…\n5.0 MB in all"));
  const QStringList lines = whole.split(u'\n');
  QVERIFY(lines.size() <= 26);
  for (const QString &line : lines)
    QVERIFY(line.size() <= 101);
  QVERIFY(lines.first().endsWith(u"word "));
  QCOMPARE(format::tipText(QByteArray(150, 'x')), QString(100, u'x') + u'\n' + QString(50, u'x'));
  QVERIFY(format::tipText(QByteArray(1'000, '\n')).count(u'\n') <= 25);
  QCOMPARE(format::boundedTip(u"a <b>\nc"_qs), u"a <b>\nc"_qs);
}

namespace {

/// A language whose commas are others.
class OtherCommas : public QTranslator {
public:
  bool isEmpty() const override { return false; }
  QString translate(const char *, const char *text, const char *comment, int) const override {
    if (qstrcmp(text, "%1, %2") != 0)
      return {};
    return qstrcmp(comment, "things of a kind") == 0 ? u"%1、%2"_qs : u"%1，%2"_qs;
  }
};

} // namespace

void TestFormat::stringsThingsTogether() {
  QCOMPARE(format::listed({}), QString());
  QCOMPARE(format::listed({u"bull"_qs}), u"bull"_qs);
  QCOMPARE(format::listed({u"a %2"_qs, u"%1 b"_qs, u"c"_qs}), u"a %2, %1 b, c"_qs);
  QCOMPARE(format::joined({u"running"_qs, QString(), u"3 min left"_qs}), u"running, 3 min left"_qs);
  OtherCommas commas;
  QCoreApplication::installTranslator(&commas);
  QCOMPARE(format::listed({u"a"_qs, u"b"_qs, u"c"_qs}), u"a、b、c"_qs);
  QCOMPARE(format::joined({u"a"_qs, u"b"_qs}), u"a，b"_qs);
  QCoreApplication::removeTranslator(&commas);
}

void TestFormat::boundsWhatLabelsAreGiven() {
  QCOMPARE(format::bounded(u"Saved.\nIt is done.\t"_qs), u"Saved.\nIt is done.\t"_qs);
  QCOMPARE(format::bounded(u"x\u202egpj"_qs), u"x\\u202egpj"_qs);
  QCOMPARE(format::bounded(QString(50, u'a'), 10), QString(10, u'a') + u'…');
  QCOMPARE(format::bounded(u'e' + QString(99, QChar(0x301))), u'e' + QString(8, QChar(0x301)) + u'…');
}

void TestFormat::takesErrorsApart() {
  const auto parts = format::errorParts("CardError: card declined: no money\n    at x");
  QCOMPARE(parts.className, u"CardError"_qs);
  QCOMPARE(parts.message, u"card declined: no money"_qs);
  QCOMPARE(format::errorParts("connect ECONNREFUSED: 127.0.0.1").className, QString());
  QCOMPARE(format::errorParts("Could not: do").className, QString());
  QCOMPARE(format::errorParts("").message, QString());
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
