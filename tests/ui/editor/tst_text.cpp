// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The editor with texts of everyday size: bytes, undo, validity, folds, change bars, finding.
#include "editortest.h"

#include "ui/editor/findbar.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;
using Sci = QsciScintillaBase;

class TextTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_controller = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_controller.reset(); }
  void init() {
    m_editor = std::make_unique<JsonEditor>();
    m_editor->resize(600, 400);
    m_editor->show();
  }
  void cleanup() { m_editor.reset(); }

  void keepsEveryByte_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("lone surrogate") << "{\"a\": \"\\ud800\"}"_qba;
    QTest::newRow("nul escape") << "{\"a\": \"\\u0000\"}"_qba;
    QTest::newRow("raw nul") << QByteArray("{\"a\": \"x\0y\"}\0", 13);
    QTest::newRow("line ends") << "{\r\n\t\"a\": 1,\r \"b\": 2\n}\n\n"_qba;
    QTest::newRow("numbers") << "[9007199254740993, 1.10, 1e400, -0.0, 0.100000000000000000000000000001]"_qba;
    QTest::newRow("astral") << "\"😀 订单 \u2028\""_qba;
    QTest::newRow("bom") << "\xEF\xBB\xBF{}"_qba;
    QTest::newRow("not utf-8") << "\"\xFF\xC0\x80\""_qba;
  }
  void keepsEveryByte() {
    QFETCH(QByteArray, text);
    m_editor->setBytes(text);
    QCOMPARE(m_editor->bytes(), text);
    QVERIFY(!m_editor->isModified());
    sci(*m_editor, Sci::SCI_GOTOPOS, static_cast<unsigned long>(text.size() / 2)); // moves no byte
    QTest::keyClick(m_editor.get(), Qt::Key_A);
    QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
    QCOMPARE(m_editor->bytes(), text);
  }

  void tellsEdits() {
    m_editor->setBytes("[1, 2]");
    QSignalSpy edits(m_editor.get(), &JsonEditor::edited);
    QSignalSpy modified(m_editor.get(), &JsonEditor::modifiedChanged);
    m_editor->goToOffset(2);
    QTest::keyClick(m_editor.get(), Qt::Key_7);
    QCOMPARE(edits.size(), 1); // at once: the next key may be Ctrl+S
    QCOMPARE(edits.takeFirst(), QVariantList({qint64(2), qint64(0), qint64(1)}));
    QTRY_COMPARE(modified.size(), 1);
    m_editor->undo();
    QTRY_COMPARE(edits.size(), 1);
    QCOMPARE(edits.takeFirst(), QVariantList({qint64(2), qint64(1), qint64(0)}));
    QTRY_COMPARE(modified.size(), 2);
    QCOMPARE(modified.last().first().toBool(), false);
    QCOMPARE(m_editor->bytes(), "[1, 2]");
  }

  void judgesWhileTyping() {
    m_editor->setBytes("{\n  \"a\": 1\n}");
    QVERIFY(m_editor->validity().valid);
    m_editor->goToOffset(9); // before the 1
    QTest::keyClick(m_editor.get(), Qt::Key_Comma);
    QTRY_VERIFY(!m_editor->validity().valid);
    QCOMPARE(m_editor->validity().line, 2);
    QCOMPARE(m_editor->validity().column, 8);
    QCOMPARE(m_editor->validity().error->code, json::ScanError::Code::ValueExpected);
    QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
    QTRY_VERIFY(m_editor->validity().valid);
    QVERIFY(m_editor->scan());
  }

  void formatIsOneStep() {
    const QByteArray text = "{\"a\":[1,2,{\"b\":\"\\u00e9\"}],\"n\":9007199254740993}";
    m_editor->setBytes(text);
    m_editor->goToOffset(text.indexOf("900"));
    m_editor->format();
    const QByteArray pretty = m_editor->bytes();
    QCOMPARE(pretty, "{\n  \"a\": [1, 2, { \"b\": \"\\u00e9\" }],\n  \"n\": 9007199254740993\n}");
    QCOMPARE(m_editor->caretOffset(), pretty.indexOf("900")); // at the same token
    m_editor->undo();
    QCOMPARE(m_editor->bytes(), text);
    settled(*m_editor);
    QVERIFY(!m_editor->isModified());
    m_editor->redo();
    QCOMPARE(m_editor->bytes(), pretty);
    m_editor->minify();
    QCOMPARE(m_editor->bytes(), text);
  }

  void theValueOfALineIsFoundFromAnywhereOnIt() {
    m_editor->setBytes("{\n  \"a\": 12,\n  \"b\": { \"c\": \"x\" }\n}");
    const auto valueFrom = [&](qint64 offset) {
      m_editor->goToOffset(offset);
      const std::optional<EditorValue> value = m_editor->scalarAtCaret();
      return value ? value->bytes : QByteArray();
    };
    for (qint64 offset = 2; offset <= 12; ++offset)
      QCOMPARE(valueFrom(offset), "12");
    for (qint64 offset = 13; offset <= 30; ++offset)
      QCOMPARE(valueFrom(offset), "\"x\"");
    QCOMPARE(valueFrom(0), QByteArray());
    m_editor->goToOffset(2);
    m_editor->changeValue(*m_editor->scalarAtCaret(), "13");
    QCOMPARE(m_editor->bytes(), "{\n  \"a\": 13,\n  \"b\": { \"c\": \"x\" }\n}");
  }

  void tellsWhetherThereIsAnythingToUndo() {
    m_editor->setBytes("[1]");
    QSignalSpy changed(m_editor.get(), &JsonEditor::historyChanged);
    QVERIFY(!m_editor->canUndo() && !m_editor->canRedo());
    m_editor->goToOffset(1);
    QTest::keyClick(m_editor.get(), Qt::Key_7);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_editor->canUndo() && !m_editor->canRedo());
    QTest::keyClick(m_editor.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_editor->bytes(), "[1]");
    QCOMPARE(changed.size(), 2);
    QVERIFY(!m_editor->canUndo() && m_editor->canRedo());
    QTest::keyClick(m_editor.get(), Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(m_editor->bytes(), "[71]");
    m_editor->setReadOnly(true);
    QVERIFY(!m_editor->canUndo());
  }

  /// A hex view, or dots in place of a text: nothing of it is an error.
  void plainTextIsNotJudged() {
    m_editor->setPlainText("00000000  ff d8 ff e0  ....\n");
    QVERIFY(!m_editor->validity().known);
    QVERIFY(!m_editor->grab().isNull());
    for (unsigned long at = 0; at < 28; ++at) {
      QCOMPARE(sci(*m_editor, Sci::SCI_INDICATORVALUEAT, ErrorIndicator, long(at)), 0L);
      QCOMPARE(sci(*m_editor, Sci::SCI_GETSTYLEAT, at), 0L);
    }
    QCOMPARE(sci(*m_editor, Sci::SCI_MARKERGET, 0) & (1 << ErrorMarker), 0L);
    m_editor->replaceBytes("[1,]"); // a file takes its place: that is to be JSON again
    QVERIFY(m_editor->validity().known && !m_editor->validity().valid);
    m_editor->setBytes("[1]");
    QVERIFY(m_editor->validity().valid);
  }

  void formatLeavesBrokenTextAlone() {
    m_editor->setBytes("{\"a\":1,}");
    m_editor->format();
    QCOMPARE(m_editor->bytes(), "{\"a\":1,}");
    QVERIFY(!m_editor->isModified());
  }

  void readOnlyTextCannotBeTyped() {
    m_editor->setBytes("[1]");
    m_editor->setReadOnly(true);
    QTest::keyClick(m_editor.get(), Qt::Key_7);
    m_editor->format();
    QCOMPARE(m_editor->bytes(), "[1]");
    m_editor->replaceBytes("[2]"); // what the program does is another matter
    QCOMPARE(m_editor->bytes(), "[2]");
    QVERIFY(m_editor->isReadOnly());
  }

  void foldsSurviveEdits() {
    m_editor->setBytes("{\n  \"a\": [\n    1\n  ],\n  \"b\": [\n    2\n  ]\n}");
    m_editor->goToLine(5);
    m_editor->foldAtCaret();
    QVERIFY(!lineShown(*m_editor, 5));
    m_editor->goToLine(3); // an edit above the fold
    QTest::keyClick(m_editor.get(), Qt::Key_Return);
    settled(*m_editor);
    QVERIFY(lineShown(*m_editor, 5)); // "b": [ is here now
    QVERIFY(!lineShown(*m_editor, 6));
    m_editor->goToLine(1); // text that breaks off above leaves it closed
    QTest::keyClick(m_editor.get(), Qt::Key_X);
    settled(*m_editor);
    QVERIFY(!m_editor->validity().valid);
    QVERIFY(!lineShown(*m_editor, 6));
    QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
    settled(*m_editor);
    m_editor->goToLine(6);
    m_editor->unfoldAtCaret();
    QVERIFY(lineShown(*m_editor, 6));
  }

  void foldsSurviveFormat() {
    const QByteArray longText = '"' + QByteArray(50, 'x') + '"'; // its array has lines when formatted, too
    m_editor->setBytes("{\n \"a\": [\n  1\n ],\n \"b\": [\n  " + longText + "\n ]\n}");
    m_editor->goToLine(5);
    m_editor->foldAtCaret();
    m_editor->format();
    QCOMPARE(m_editor->bytes(), "{\n  \"a\": [1],\n  \"b\": [\n    " + longText + "\n  ]\n}");
    QVERIFY(lineShown(*m_editor, 2));
    QVERIFY(!lineShown(*m_editor, 3));
  }

  void foldAllClosesTheOuterLevel() {
    m_editor->setBytes("{\n  \"a\": [\n    [\n      1\n    ]\n  ],\n  \"b\": [\n    2\n  ]\n}");
    m_editor->foldEverything();
    for (const int hidden : {2, 3, 4, 5, 7, 8})
      QVERIFY(!lineShown(*m_editor, hidden));
    for (const int shown : {0, 1, 6, 9})
      QVERIFY(lineShown(*m_editor, shown));
    m_editor->unfoldEverything();
    for (int line = 0; line < 10; ++line)
      QVERIFY(lineShown(*m_editor, line));
  }

  void aBracketThatGoesOpensItsFold() {
    m_editor->setBytes("{\n  \"a\": [\n    1\n  ]\n}");
    m_editor->goToLine(2);
    m_editor->foldAtCaret();
    QVERIFY(!lineShown(*m_editor, 2));
    m_editor->replaceRange(0, m_editor->byteCount(), "{\n  \"a\": 1,\n\n\n  \"b\": 2\n}");
    settled(*m_editor);
    for (int line = 0; line < 6; ++line)
      QVERIFY(lineShown(*m_editor, line));
  }

  void goingToAHiddenPlaceOpensIt() {
    m_editor->setBytes("{\n  \"a\": [\n    [\n      1\n    ]\n  ]\n}");
    m_editor->goToLine(3);
    m_editor->foldAtCaret();
    m_editor->goToLine(2);
    m_editor->foldAtCaret();
    QVERIFY(!lineShown(*m_editor, 3));
    m_editor->goToLine(4);
    QVERIFY(lineShown(*m_editor, 3));
    QVERIFY(lineShown(*m_editor, 2));
  }

  void marksChangedLines() {
    m_editor->setBytes("{\n  \"a\": 1,\n  \"b\": 2\n}");
    QCOMPARE(m_editor->validity().changedLines, 0);
    m_editor->goToOffset(m_editor->bytes().indexOf('2'));
    QTest::keyClick(m_editor.get(), Qt::Key_4);
    QTRY_COMPARE(m_editor->validity().changedLines, 1);
    m_editor->grab();
    QVERIFY(sci(*m_editor, Sci::SCI_MARKERGET, 2) & (1 << 1));
    QVERIFY(!(sci(*m_editor, Sci::SCI_MARKERGET, 1) & (1 << 1)));
    m_editor->setBaseBytes(m_editor->bytes());
    m_editor->grab();
    QVERIFY(!(sci(*m_editor, Sci::SCI_MARKERGET, 2) & (1 << 1)));
    QVERIFY(!m_editor->isModified());
  }

  void finds() {
    m_editor->setBytes("[\"one\", \"Two\", \"two\"]");
    QSignalSpy finished(m_editor.get(), &JsonEditor::findFinished);
    m_editor->find("two", false, false);
    QCOMPARE(m_editor->selectedText(), u"Two"_s);
    m_editor->find("two", false, false);
    QCOMPARE(m_editor->selectedText(), u"two"_s);
    m_editor->find("two", false, false);
    QCOMPARE(m_editor->selectedText(), u"Two"_s);
    QVERIFY(finished.last().first().value<FindResult>().wrapped);
    m_editor->find("two", false, true);
    QCOMPARE(m_editor->selectedText(), u"two"_s);
    m_editor->find("nothing", false, false);
    QVERIFY(!finished.last().first().value<FindResult>().found);
  }

  void replacesAllAsOneStep() {
    FindBar bar(m_editor.get());
    m_editor->setBytes("[1, 1, 21]");
    bar.open(true);
    bar.findChild<QLineEdit *>(u"Find"_s)->setText(u"1"_s);
    bar.findChild<QLineEdit *>(u"Replace with"_s)->setText(u"10"_s);
    bar.findChild<QPushButton *>(u"Replace all"_s)->click();
    QCOMPARE(m_editor->bytes(), "[10, 10, 210]");
    m_editor->undo();
    QCOMPARE(m_editor->bytes(), "[1, 1, 21]");
    bar.findChild<QPushButton *>(u"Next"_s)->click();
    bar.findChild<QPushButton *>(u"Replace"_s)->click();
    QCOMPARE(m_editor->bytes().count("10"), 1);
  }

  void aNewLineIsIndented() {
    m_editor->setBytes("{}");
    m_editor->goToOffset(1);
    QTest::keyClick(m_editor.get(), Qt::Key_Return);
    QCOMPARE(m_editor->bytes(), "{\n  \n}");
    QCOMPARE(m_editor->caretOffset(), 4);
  }

  void knowsTheValueAtTheCaret() {
    m_editor->setBytes("{\"a\": {\"b\": [10, \"x\"]}}");
    m_editor->goToOffset(m_editor->bytes().indexOf("10") + 1);
    const std::optional<EditorValue> value = m_editor->valueAtCaret();
    QVERIFY(value);
    QCOMPARE(value->bytes, "10");
    QCOMPARE(value->pointer.toString(), "/a/b/0");
    m_editor->changeValue(*value, "1.10");
    QCOMPARE(m_editor->bytes(), "{\"a\": {\"b\": [1.10, \"x\"]}}");
  }

  void bracesPairByTokens() {
    m_editor->setBytes("[\"]\", [1]]");
    m_editor->goToOffset(0);
    settled(*m_editor);
    m_editor->grab();
    QCOMPARE(sci(*m_editor, Sci::SCI_BRACEMATCH, 0), 2L); // what Scintilla believes
    QVERIFY(m_editor->scan());
    QCOMPARE(m_editor->scan()->tokens[m_editor->scan()->tokens[0].partner].offset, 9U);
  }

  void escapeIsTold() {
    QSignalSpy escaped(m_editor.get(), &JsonEditor::escapePressed);
    QTest::keyClick(m_editor.get(), Qt::Key_Escape);
    QCOMPARE(escaped.size(), 1);
  }

  void oursAreNotScintillasKeys() {
    m_editor->setBytes("[1]");
    for (const Qt::Key key : {Qt::Key_D, Qt::Key_L, Qt::Key_T, Qt::Key_U})
      QTest::keyClick(m_editor.get(), key, Qt::ControlModifier);
    QCOMPARE(m_editor->bytes(), "[1]");
  }

private:
  std::unique_ptr<ThemeController> m_controller;
  std::unique_ptr<JsonEditor> m_editor;
};

QTEST_MAIN(TextTest)
#include "tst_text.moc"
