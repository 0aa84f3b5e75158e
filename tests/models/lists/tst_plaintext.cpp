// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "models/markedtext.h"
#include "models/textpieces.h"

#include <QRandomGenerator>
#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

/// What is made of the texts of a server before they are drawn.
class TestPlainText : public QObject {
  Q_OBJECT

private slots:
  void leavesColoursOut_data();
  void leavesColoursOut();
  void namesWhatCannotBeSeen();
  void leavesWritingAlone();
  void marksKnowTheirBytes();
  void tellsManyMarksByTheirNumber();
  void cutsWhereNobodyMinds();
  void piecesAreTheText();
  void countsCharacters();
};

void TestPlainText::leavesColoursOut_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("plain");
  QTest::newRow("none") << "as it is"_ba
                        << "as it is"_ba;
  QTest::newRow("colour") << "\x1b[31mred\x1b[0m, \x1b[1;38;2;1;2;3mbold\x1b[m"_ba
                          << "red, bold"_ba;
  QTest::newRow("cursor") << "\x1b[2K\x1b[1Gdone"_ba
                          << "done"_ba;
  QTest::newRow("link") << "\x1b]8;;http://a\x1b\\here\x1b]8;;\x07."_ba
                        << "here."_ba;
  QTest::newRow("cut off") << "end\x1b[31"_ba
                           << "end\x1b[31"_ba;
  QTest::newRow("a bare escape") << "\x1b and \x1b"_ba
                                 << "\x1b and \x1b"_ba;
  QTest::newRow("no command") << "\x1b[3\n1m"_ba
                              << "\x1b[3\n1m"_ba;
  QTest::newRow("two escapes") << "\x1b\x1b[1mx"_ba
                               << "\x1bx"_ba;
}

void TestPlainText::leavesColoursOut() {
  QFETCH(QByteArray, text);
  QTEST(plaintext::withoutColours(text), "plain");
}

void TestPlainText::namesWhatCannotBeSeen() {
  QCOMPARE(plaintext::markOf(0), u"NUL"_s);
  QCOMPARE(plaintext::markOf(0x1B), u"ESC"_s);
  QCOMPARE(plaintext::markOf(0x85), u"U+0085"_s);
  QCOMPARE(plaintext::markOf(0xA0), u"NBSP"_s);
  QCOMPARE(plaintext::markOf(0x200B), u"ZWSP"_s);
  QCOMPARE(plaintext::markOf(0x202E), u"RLO"_s);
  QCOMPARE(plaintext::markOf(0x2067), u"RLI"_s);
  QCOMPARE(plaintext::markOf(0xFEFF), u"BOM"_s);
  QCOMPARE(plaintext::markOf(0xE0041), u"U+E0041"_s);
  for (const char32_t seen : {U'\n', U'\t', U' ', U'~', U'é', U'字', U'😀', U'\uFFFD', U'\U000E0100'})
    QCOMPARE(plaintext::markOf(seen), QString());
}

void TestPlainText::leavesWritingAlone() {
  // A family, a flag of tags, Persian with a joiner that parts, Hindi with one that joins.
  for (const char16_t *text : {u"👨‍👩‍👧", u"🏴󠁧󠁢󠁳󠁣󠁴󠁿", u"می‌خواهم",
                               u"क्‍ष", u"Zoë 字 é"}) {
    const QByteArray utf8 = QString::fromUtf16(text).toUtf8();
    QCOMPARE(MarkedText::of(utf8).text, QString::fromUtf16(text));
  }
  QCOMPARE(MarkedText::of("a\u200Db").marks.size(), 1U);
}

void TestPlainText::marksKnowTheirBytes() {
  const QByteArray utf8 = "a\u202E😀\xff\tz";
  const MarkedText marked = MarkedText::of(utf8);
  QCOMPARE(marked.text, u"a\u200ARLO\u200A😀\u200AxFF\u200A\tz"_s);
  QCOMPARE(marked.marks, (std::vector<MarkedText::Mark>{{1, 5}, {8, 5}}));
  QCOMPARE(marked.placeOf(0), 0);
  QCOMPARE(marked.placeOf(1), 1);
  QCOMPARE(marked.placeOf(2), 6);
  QCOMPARE(marked.placeOf(4), 6);
  QCOMPARE(marked.placeOf(utf8.size()), int(marked.text.size()));
  QCOMPARE(marked.byteAt(3), 1);
  QCOMPARE(marked.byteAt(7), 4);
  QCOMPARE(marked.byteAt(99), utf8.size());
}

void TestPlainText::tellsManyMarksByTheirNumber() {
  QByteArray accents = "e";
  for (int i = 0; i < 500; ++i)
    accents += "\u0301";
  const MarkedText marked = MarkedText::of(accents + "x");
  QCOMPARE(marked.text, u'e' + QString(8, QChar(0x301)) + u"\u200A◌×492\u200Ax"_s);
  QCOMPARE(marked.placeOf(accents.size()), int(marked.text.size()) - 1);
  QCOMPARE(MarkedText::of(QByteArray(40, '\0')).text, u"\u200ANUL×40\u200A"_s);
  QCOMPARE(MarkedText::of(QByteArray(2, '\0')).marks.size(), 2U);
  QCOMPARE(MarkedText::of(QByteArray(3, '\0')).marks.size(), 3U);
  QCOMPARE(MarkedText::of(QByteArray(4, '\0')).marks.size(), 1U);
  QVERIFY(MarkedText::of(QByteArray("e\u0301").repeated(50)).marks.empty()); // one to each letter is writing
}

void TestPlainText::cutsWhereNobodyMinds() {
  const TextPieces words = TextPieces::of(QByteArray("lorem ").repeated(2'000));
  QVERIFY(words.count() > 5);
  for (qsizetype piece = 0; piece + 1 < words.count(); ++piece)
    QVERIFY(words.bytes(piece).endsWith(' '));
  const TextPieces letters = TextPieces::of(QByteArray("e\u0301👨‍👩‍👧").repeated(1'000));
  for (qsizetype piece = 1; piece < letters.count(); ++piece)
    QVERIFY(letters.bytes(piece).startsWith("e") || letters.bytes(piece).startsWith("👨"));
  QCOMPARE(TextPieces::of("a\r\nb\n\nc\n").count(), 4);
  QCOMPARE(TextPieces::of("a\r\nb\n\nc\n").lines(), 4);
  QCOMPARE(TextPieces::of({}).count(), 1);
  for (const char *text : {"a\r\nb", "a\nb"})
    QCOMPARE(TextPieces::of(text).bytes(0).toByteArray(), "a"_ba);
  // A line that just fits leaves no empty row behind it.
  QCOMPARE(TextPieces::of(QByteArray(TextPieces::Largest, 'x') + "\r\nb").count(), 2);
}

void TestPlainText::piecesAreTheText() {
  QRandomGenerator random(7);
  const QByteArray alphabet[] = {"a", " ", "\n", "\r\n", "\u0301", "😀", "\xff", "\x1b", "字", "\u202E"};
  for (int round = 0; round < 60; ++round) {
    QByteArray text;
    const int kinds = 1 + int(random.bounded(int(std::size(alphabet))));
    while (text.size() < 6'000)
      text += alphabet[random.bounded(kinds)];
    const TextPieces pieces = TextPieces::of(text);
    QByteArray joined;
    for (qsizetype piece = 0; piece < pieces.count(); ++piece) {
      const qsizetype from = pieces.start(piece);
      QVERIFY(piece == 0 || from == pieces.start(piece - 1) + (from - pieces.start(piece - 1)));
      QVERIFY(pieces.end(piece) - from <= TextPieces::Largest);
      QVERIFY(!pieces.bytes(piece).contains('\n'));
      QCOMPARE(pieces.pieceAt(from), piece);
      joined += pieces.text().mid(from, pieces.start(piece + 1) - from);
      const MarkedText marked = MarkedText::of(pieces.bytes(piece));
      QCOMPARE(marked.bytes.size(), size_t(marked.text.size()) + 1);
      QVERIFY(std::is_sorted(marked.bytes.begin(), marked.bytes.end()));
      QVERIFY(marked.text.size() <= 6 * TextPieces::Largest);
    }
    QCOMPARE(joined, text);
  }
}

void TestPlainText::countsCharacters() {
  const QByteArray text = QByteArray("aé字😀\n").repeated(700);
  const TextPieces pieces = TextPieces::of(text);
  const auto all = QString::fromUtf8(text).toUcs4();
  QCOMPARE(pieces.charactersBefore(pieces.count()), all.size());
  for (qint64 character = 0; character <= all.size(); character += 3) {
    const qsizetype byte =
        QString::fromUcs4(reinterpret_cast<const char32_t *>(all.data()), character).toUtf8().size();
    QCOMPARE(pieces.byteOfCharacter(character), byte);
    QCOMPARE(pieces.charactersAt(byte), character);
  }
}

QTEST_APPLESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
