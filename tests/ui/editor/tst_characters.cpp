// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts from right to left, characters that cannot be seen, and characters made of several.
#include "editortest.h"

#include "ui/editor/characters.h"
#include "ui/theme/theme.h"

using namespace oxp;
using namespace Qt::Literals::StringLiterals;
using Sci = QsciScintillaBase;

class CharactersTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_controller = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_controller.reset(); }
  void init() {
    m_editor = std::make_unique<JsonEditor>();
    m_editor->resize(800, 300);
    m_editor->show();
  }
  void cleanup() { m_editor.reset(); }

  void findsWhatIsReadFromRightToLeft_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("ascii") << u"\"name\": \"Jane 12\","_s << QStringList();
    QTest::newRow("Arabic") << u"  \"name\": \"سلام\","_s << QStringList{u"سلام"_s};
    QTest::newRow("words") << u"\"שלום עולם!\""_s << QStringList{u"שלום עולם"_s};
    QTest::newRow("numbers within and behind")
        << u"\"12 شارع 34 مبنى 5\""_s << QStringList{u"شارع 34 مبنى 5"_s};
    QTest::newRow("Latin between") << u"\"שלום abc עולם\""_s << QStringList{u"שלום"_s, u"עולם"_s};
    QTest::newRow("two strings") << u"[\"שלום\", \"עולם\"]"_s << QStringList{u"שלום"_s, u"עולם"_s};
    QTest::newRow("escapes") << u"\"שלום\\nעולם\""_s << QStringList{u"שלום"_s, u"עולם"_s};
    QTest::newRow("Persian with ZWNJ") << u"\"می\u200cروم\""_s << QStringList{u"می\u200cروم"_s};
    QTest::newRow("vowels") << u"\"سَلَامٌ\""_s << QStringList{u"سَلَامٌ"_s};
    QTest::newRow("a control ends it") << u"\"של\u202eום\""_s << QStringList{u"של"_s, u"ום"_s};
    QTest::newRow("Latin with marks") << u"\"e\u0301 né\""_s << QStringList();
  }
  void findsWhatIsReadFromRightToLeft() {
    QFETCH(QString, line);
    QFETCH(QStringList, parts);
    const QByteArray bytes = line.toUtf8();
    QStringList found;
    for (const RightToLeft &part : rightToLeftParts(bytes))
      found << QString::fromUtf8(bytes.sliced(part.begin, part.end - part.begin));
    QCOMPARE(found, parts);
  }

  void namesWhatCannotBeSeen_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("plain") << u"a b\tc"_s << QStringList();
    QTest::newRow("no-break") << u"10\u00a0€\u202fx"_s << QStringList{u"NBSP"_s, u"NNBS"_s};
    QTest::newRow("zero width") << u"a\u200bb\ufeffc\u2060"_s << QStringList{u"ZWSP"_s, u"BOM"_s, u"WJ"_s};
    QTest::newRow("direction") << u"\u202eabc\u202c \u2066x\u2069"_s
                               << QStringList{u"RLO"_s, u"PDF"_s, u"LRI"_s, u"PDI"_s};
    QTest::newRow("control") << u"\u0001\u0085"_s << QStringList{u"01"_s, u"85"_s};
    QTest::newRow("joiner between letters") << u"a\u200db"_s << QStringList{u"ZWJ"_s};
    QTest::newRow("family") << u"👨\u200d👩\u200d👧"_s << QStringList();
    QTest::newRow("heart") << u"❤\ufe0f\u200d🔥 ☺\ufe0f"_s << QStringList();
    QTest::newRow("joiner behind an emoji") << u"👨\u200d"_s << QStringList{u"ZWJ"_s};
    QTest::newRow("flag") << u"🇩🇪"_s << QStringList();
  }
  void namesWhatCannotBeSeen() {
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    QStringList found;
    for (const CharacterPlace &place : unseenIn(text.toUtf8()))
      found << unseenName(place.character);
    QCOMPARE(found, names);
  }

  /// The places of all characters of a line grow from left to right, none has the place of another token, and
  /// what stands behind has the room of what stands in front.
  void eachTokenHasItsOwnPlace_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("least"); // px of it
    QTest::newRow("Arabic") << u"السلام عليكم"_s << 40;
    QTest::newRow("Hebrew") << u"שלום עולם"_s << 40;
    QTest::newRow("Persian") << u"می\u200cروم"_s << 20;
    QTest::newRow("mixed") << u"Order שלום 12 עולם ok"_s << 100;
    QTest::newRow("override") << u"abc\u202edef\u202cghi"_s << 80;
    QTest::newRow("isolate") << u"\u2066abc\u2069"_s << 30;
    QTest::newRow("zero width") << u"a\u200bb\ufeff"_s << 25;
    QTest::newRow("no-break") << u"a\u00a0b"_s << 20;
  }
  void eachTokenHasItsOwnPlace() {
    QFETCH(QString, word);
    QFETCH(int, least);
    const QByteArray text = "[\"" + word.toUtf8() + "\", 12345]";
    m_editor->setBytes(text);
    QVERIFY(!m_editor->grab().isNull()); // painted once: rooms are made for what is shown
    settled(*m_editor);
    long before = xOf(0);
    for (qint64 at = sci(*m_editor, Sci::SCI_POSITIONAFTER, 0); at < text.size();
         at = sci(*m_editor, Sci::SCI_POSITIONAFTER, static_cast<unsigned long>(at))) {
      const long x = xOf(at);
      QVERIFY2(x > before, qPrintable(QString::number(at)));
      before = x;
    }
    const qint64 closing = text.lastIndexOf('"');
    QVERIFY(xOf(closing) - xOf(2) >= least);
  }

  void whatIsUnseenGetsAMark() {
    m_editor->setBytes("[\"ab\"]");
    const QImage without = picture();
    m_editor->setBytes("[\"a\u00a0b\"]");
    QVERIFY(picture() != without);
    m_editor->setBytes("[\"a b\"]");
    const QImage space = picture();
    m_editor->setBytes("[\"a\u00a0b\"]");
    QVERIFY(picture() != space);
  }

  /// What is drawn in the rooms has the ground of its line, and nothing is drawn beside them.
  void roomsHaveTheGroundOfTheirLine() {
    m_editor->activateWindow();
    m_editor->setFocus();
    QTRY_VERIFY(m_editor->hasFocus());
    const QByteArray text = "[\n\"שלום\",\n\"עולם\"\n]";
    m_editor->setBytes(text);
    m_editor->goToOffset(text.indexOf("\"ש"));
    const QImage image = picture();
    const auto sameGround = [&](qint64 at) {
      const int y = int(sci(*m_editor, Sci::SCI_POINTYFROMPOSITION, 0, long(at))) + 1;
      return image.pixelColor(int(xOf(at)) + 1, y) == image.pixelColor(image.width() - 40, y);
    };
    QVERIFY(sameGround(text.indexOf("ש")));
    QVERIFY(sameGround(text.indexOf("ע")));
    m_editor->setBytes("[\n\"ab\",\n\"cd\"\n]");
    m_editor->goToOffset(2);
    const QRect start(0, 0, int(xOf(0)), image.height());
    QCOMPARE(image.copy(start), picture().copy(start));
  }

  void aFamilyStaysOnePicture() {
    m_editor->setBytes("[\"👨\u200d👩\u200d👧\", 1]");
    QVERIFY(!picture().isNull());
    for (const CharacterPlace &place : unseenIn(m_editor->bytes()))
      QFAIL(qPrintable(unseenName(place.character)));
  }

  void keysTakeWhatAPersonSeesAsOne_data() {
    QTest::addColumn<QString>("cluster");
    QTest::newRow("letter") << u"x"_s;
    QTest::newRow("Chinese") << u"陈"_s;
    QTest::newRow("accent") << u"e\u0301"_s;
    QTest::newRow("emoji") << u"😀"_s;
    QTest::newRow("skin") << u"👍🏽"_s;
    QTest::newRow("flag") << u"🇩🇪"_s;
    QTest::newRow("heart") << u"❤\ufe0f"_s;
    QTest::newRow("Devanagari") << u"नि"_s;
    QTest::newRow("vowel") << u"سَ"_s;
    QTest::newRow("Hangul") << u"\u1112\u1161\u11ab"_s;
  }
  void keysTakeWhatAPersonSeesAsOne() {
    QFETCH(QString, cluster);
    const QByteArray one = cluster.toUtf8();
    const QByteArray text = "[\"" + one + one + one + "\"]";
    const QByteArray two = "[\"" + one + one + "\"]";
    m_editor->setBytes(text);
    m_editor->goToOffset(2 + one.size());
    QTest::keyClick(m_editor.get(), Qt::Key_Right);
    QCOMPARE(m_editor->caretOffset(), 2 + 2 * one.size());
    QTest::keyClick(m_editor.get(), Qt::Key_Left);
    QCOMPARE(m_editor->caretOffset(), 2 + one.size());
    QTest::keyClick(m_editor.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_editor->selectedText(), cluster);
    QTest::keyClick(m_editor.get(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(m_editor->selectedText().isEmpty());
    QTest::keyClick(m_editor.get(), Qt::Key_Delete);
    QCOMPARE(m_editor->bytes(), two);
    m_editor->undo();
    QCOMPARE(m_editor->bytes(), text);
    m_editor->goToOffset(2 + 2 * one.size());
    QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
    QCOMPARE(m_editor->bytes(), two);
    QCOMPARE(m_editor->caretOffset(), 2 + one.size());
    m_editor->setReadOnly(true);
    QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
    QTest::keyClick(m_editor.get(), Qt::Key_Delete);
    QCOMPARE(m_editor->bytes(), two);
  }

  /// A click goes to the character that is drawn there: the first of a text from right to left is at the
  /// right.
  void aClickFindsTheCharacterThatIsSeen() {
    const QByteArray text = "[\"שלוםשלום\"]";
    m_editor->setBytes(text);
    QVERIFY(!m_editor->grab().isNull());
    settled(*m_editor);
    const int y = int(sci(*m_editor, Sci::SCI_POINTYFROMPOSITION)) + 5;
    const int left = int(xOf(2)), right = int(xOf(text.size() - 2));
    const auto click = [&](int x) {
      QTest::mouseClick(m_editor->viewport(), Qt::LeftButton, {}, QPoint(x, y));
      return m_editor->caretOffset();
    };
    const qint64 nearRight = click(right - (right - left) / 4);
    const qint64 nearLeft = click(left + (right - left) / 4);
    QVERIFY(nearRight < nearLeft);
    QVERIFY(nearRight > 2 && nearLeft < text.size() - 2);
  }

private:
  long xOf(qint64 at) const { return sci(*m_editor, Sci::SCI_POINTXFROMPOSITION, 0, long(at)); }
  QImage picture() {
    settled(*m_editor);
    return m_editor->viewport()->grab().toImage();
  }

  std::unique_ptr<ThemeController> m_controller;
  std::unique_ptr<JsonEditor> m_editor;
};

QTEST_MAIN(CharactersTest)
#include "tst_characters.moc"
