// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What assistive tools see of the editor. Offsets count code points.
#include "editortest.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QAccessibleEditableTextInterface>
#include <QAccessibleTextInterface>
#include <QSignalSpy>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

class AccessibleTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_controller = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_controller.reset(); }
  void init() {
    m_editor = std::make_unique<JsonEditor>();
    m_editor->setAccessibleName(u"Job data"_s);
    m_editor->resize(600, 400);
    m_editor->show();
  }
  void cleanup() { m_editor.reset(); }

  void isOurs() {
    QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(m_editor.get());
    QVERIFY(seen);
    QCOMPARE(seen->text(QAccessible::Name), u"Job data"_s);
    QCOMPARE(seen->role(), QAccessible::EditableText);
    QVERIFY(seen->textInterface());
    QVERIFY(seen->editableTextInterface());
    QVERIFY(seen->state().editable);
    m_editor->setReadOnly(true);
    QVERIFY(seen->state().readOnly);
  }

  void countsCodePoints() {
    m_editor->setBytes("[\"😀é订\",\n 1]");
    QCOMPARE(text()->characterCount(), 11);
    QCOMPARE(text()->text(0, -1), u"[\"😀é订\",\n 1]"_s);
    QCOMPARE(text()->text(2, 3), u"😀"_s);
    QCOMPARE(text()->text(4, 5), u"订"_s);
    QCOMPARE(text()->text(9, 10), u"1"_s);
    text()->setCursorPosition(9);
    QCOMPARE(m_editor->caretOffset(), m_editor->bytes().indexOf('1'));
    QCOMPARE(text()->cursorPosition(), 9);
    text()->setSelection(0, 2, 4);
    int start = 0;
    int end = 0;
    text()->selection(0, &start, &end);
    QCOMPARE(start, 2);
    QCOMPARE(end, 4);
    QCOMPARE(m_editor->selectedText(), u"😀é"_s);
  }

  void clampsEveryOffset() {
    for (const QByteArray &bytes : {QByteArray(""), QByteArray("[1,\n2]"), QByteArray("\"😀\"")}) {
      m_editor->setBytes(bytes);
      const int size = text()->characterCount();
      for (const int offset : {-100, -1, 0, 1, size, size + 1, 1'000'000}) {
        for (const int other : {-5, 0, size, 99'999})
          QVERIFY(text()->text(offset, other).size() <= bytes.size());
        text()->setCursorPosition(offset);
        QVERIFY(text()->cursorPosition() >= 0 && text()->cursorPosition() <= size);
        text()->setSelection(0, offset, offset + 7);
        text()->characterRect(offset);
        text()->scrollToSubstring(offset, offset);
        int start = 0;
        int end = 0;
        text()->textAtOffset(std::clamp(offset, 0, size), QAccessible::LineBoundary, &start, &end);
      }
      text()->removeSelection(0);
      QCOMPARE(m_editor->bytes(), bytes);
    }
    edit()->insertText(1'000'000, u"x"_s);
    edit()->deleteText(500, 1000);
    edit()->deleteText(-3, 0);
    QCOMPARE(m_editor->bytes(), "\"😀\"x");
  }

  void editsAsOneStep() {
    m_editor->setBytes("[\"😀\", 1]");
    edit()->insertText(3, u"!"_s + QString(3, QChar(0))); // as a client that counts bytes
    QCOMPARE(m_editor->bytes(), "[\"😀!\", 1]");
    edit()->deleteText(2, 4);
    QCOMPARE(m_editor->bytes(), "[\"\", 1]");
    edit()->replaceText(0, -1, u"{}"_s);
    QCOMPARE(m_editor->bytes(), "{}");
    m_editor->undo();
    QCOMPARE(m_editor->bytes(), "[\"\", 1]");
    m_editor->setReadOnly(true);
    edit()->insertText(0, u"x"_s);
    QCOMPARE(m_editor->bytes(), "[\"\", 1]");
  }

  /// What a tool writes is told at once, judged, and undone as what is typed.
  void writesAsTyped() {
    m_editor->setBytes("[1]");
    QSignalSpy edits(m_editor.get(), &JsonEditor::edited);
    QSignalSpy modified(m_editor.get(), &JsonEditor::modifiedChanged);
    edit()->replaceText(0, text()->characterCount(), u"[12,]"_s);
    QCOMPARE(edits.size(), 1);
    QCOMPARE(modified.size(), 1);
    QVERIFY(!m_editor->validity().valid);
    QVERIFY(m_editor->canUndo());
    edit()->deleteText(3, 4);
    QCOMPARE(edits.size(), 2);
    QVERIFY(m_editor->validity().valid);
    QCOMPARE(m_editor->bytes(), "[12]");
    edit()->insertText(1, u"-"_s);
    QCOMPARE(edits.size(), 3);
    QCOMPARE(m_editor->bytes(), "[-12]");
    m_editor->undo();
    m_editor->undo();
    m_editor->undo();
    QCOMPARE(m_editor->bytes(), "[1]");
    QTRY_COMPARE(modified.size(), 2);
  }

  /// A mark of a byte order is a character like any other.
  void countsEveryCharacter() {
    m_editor->setBytes("\"\ufeffab\"");
    QCOMPARE(text()->text(1, 4), u"\ufeffab"_s);
    edit()->deleteText(2, 3);
    QCOMPARE(m_editor->bytes(), "\"\ufeffb\"");
  }

  void elidedValuesReadAsTheirLabels() {
    json::Elisions table;
    const QByteArray bytes = json::elideLong("[1, \"" + QByteArray(20'000, 'x') + "\", 2]", table);
    m_editor->setBytes(bytes, table);
    const QString label = u"text, 20,000 characters"_s;
    const QString whole = u"[1, "_s + label + u", 2]"_s;
    QCOMPARE(text()->text(0, -1), whole);
    QCOMPARE(text()->characterCount(), int(whole.size()));
    text()->setCursorPosition(int(whole.indexOf(u'2')) - 3); // within the label: before it
    QCOMPARE(m_editor->caretOffset(), 4);
    const int two = int(whole.lastIndexOf(u'2'));
    text()->setCursorPosition(two);
    QCOMPARE(m_editor->caretOffset(), bytes.lastIndexOf('2'));
    QCOMPARE(text()->cursorPosition(), two);
    // Who writes the whole text back changes only what differs.
    QString wanted = whole;
    wanted.replace(two, 1, u"345"_s);
    edit()->replaceText(0, text()->characterCount(), wanted);
    QCOMPARE(m_editor->elisions().expand(m_editor->bytes()), "[1, \"" + QByteArray(20'000, 'x') + "\", 345]");
    edit()->deleteText(6, 8); // a part of the label is all of it
    QCOMPARE(m_editor->bytes(), "[1, , 345]");
  }

private:
  QAccessibleInterface *seen() { return QAccessible::queryAccessibleInterface(m_editor.get()); }
  QAccessibleTextInterface *text() { return seen()->textInterface(); }
  QAccessibleEditableTextInterface *edit() { return seen()->editableTextInterface(); }

  std::unique_ptr<ThemeController> m_controller;
  std::unique_ptr<JsonEditor> m_editor;
};

QTEST_MAIN(AccessibleTest)
#include "tst_accessible.moc"
