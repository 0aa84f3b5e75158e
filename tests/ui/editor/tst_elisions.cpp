// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Values that stand behind one character: they cannot be half edited, and never get lost or given away.
#include "editortest.h"

#include "ui/editor/pilllabel.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;
using Sci = QsciScintillaBase;

namespace {

QByteArray longString() {
  return '"' + QByteArray(20'000, 'x') + "needle\"";
}

} // namespace

class ElisionsTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_controller = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_controller.reset(); }
  void init() {
    m_editor = std::make_unique<JsonEditor>();
    m_editor->resize(600, 400);
    m_editor->show();
    m_table = {};
    const QByteArray whole =
        "{\n  \"long\": " + longString() + ",\n  \"card\": \"4111111111114242\",\n  \"n\": 1\n}";
    const QByteArray elided = json::elideLong(whole, m_table);
    m_text =
        json::mask(elided, m_table, [](QByteArrayView key, const json::Pointer &) { return key == "card"; });
    m_editor->setBytes(m_text, m_table);
  }
  void cleanup() { m_editor.reset(); }

  void markedTextIsValid() {
    QVERIFY(m_editor->validity().valid);
    QCOMPARE(qsizetype(m_editor->marks().size()), 2);
    QCOMPARE(pillLabel(m_table.at(m_editor->marks()[1].number)), u"••••4242"_s);
    QVERIFY(m_text.size() < 100);
    QVERIFY(!m_editor->grab().isNull());
  }

  /// A pill that is scrolled out to the left leaves nothing on the line numbers.
  void scrolledPillsLeaveTheMarginAlone() {
    m_editor->setBytes("{\n  \"wide\": \"" + QByteArray(900, 'w') + "\",\n" + m_text.sliced(2), m_table);
    const QRect margins(0, 0, 40, m_editor->viewport()->height());
    const auto picture = [&] { return m_editor->viewport()->grab().toImage().copy(margins); };
    const QImage before = picture();
    for (int offset = 20; offset < 400; offset += 20) {
      sci(*m_editor, Sci::SCI_SETXOFFSET, static_cast<unsigned long>(offset));
      QCOMPARE(picture(), before);
    }
  }

  void aMarkIsOneCaretStopAndOneDelete() {
    const qint64 mark = m_editor->marks()[0].offset;
    m_editor->goToOffset(mark);
    QTest::keyClick(m_editor.get(), Qt::Key_Right);
    QCOMPARE(m_editor->caretOffset(), mark + 4);
    QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
    QCOMPARE(m_editor->bytes(), m_text.first(mark) + m_text.sliced(mark + 4));
    QCOMPARE(qsizetype(m_editor->marks().size()), 1);
    m_editor->undo();
    QCOMPARE(m_editor->elisions().expand(m_editor->bytes()), m_table.expand(m_text));
    QCOMPARE(qsizetype(m_editor->marks().size()), 2);
  }

  void aCaretNeverStandsWithin() {
    const qint64 mark = m_editor->marks()[0].offset;
    for (int within = 1; within < 4; ++within) {
      m_editor->goToOffset(mark + within);
      QVERIFY(m_editor->caretOffset() == mark || m_editor->caretOffset() == mark + 4);
      QTest::keyClick(m_editor.get(), Qt::Key_Space);
      QVERIFY(m_editor->bytes().contains(json::Elisions::mark(0)));
      m_editor->undo();
    }
  }

  void marksFollowEdits() {
    m_editor->goToOffset(0);
    QTest::keyClick(m_editor.get(), Qt::Key_Space);
    for (const MarkPlace &mark : m_editor->marks())
      QCOMPARE(json::Elisions::markAt(m_editor->bytes(), mark.offset), mark.number);
    m_editor->format();
    m_editor->minify();
    QCOMPARE(qsizetype(m_editor->marks().size()), 2);
    for (const MarkPlace &mark : m_editor->marks())
      QCOMPARE(json::Elisions::markAt(m_editor->bytes(), mark.offset), mark.number);
  }

  void beingBesideAStringIsInvalid() {
    m_editor->goToOffset(m_editor->marks()[0].offset);
    QTest::keyClick(m_editor.get(), Qt::Key_QuoteDbl);
    QTRY_VERIFY(!m_editor->validity().valid);
  }

  void copyExpandsAndPasteElides() {
    const qint64 mark = m_editor->marks()[0].offset;
    select(mark, mark + 4);
    m_editor->copy();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), longString());
    QGuiApplication::clipboard()->setText(u'[' + QString::fromUtf8(longString()) + u']'); // as from elsewhere
    select(mark, mark + 4);
    m_editor->paste();
    QCOMPARE(m_editor->bytes().size(), m_text.size() + 2);
    QCOMPARE(
        m_editor->elisions().expand(m_editor->bytes()),
        m_table.expand(m_text.first(mark) + '[' + m_text.sliced(mark, 4) + ']' + m_text.sliced(mark + 4)));
  }

  void copyGivesTheMask() {
    const qint64 mark = m_editor->marks()[1].offset;
    select(mark - 3, mark + 4);
    m_editor->copy();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"••••4242"));
    QVERIFY(!copied.contains(u"4111"));
  }

  void cutAndPasteMovesAMaskedValue() {
    const qint64 mark = m_editor->marks()[1].offset;
    select(mark, mark + 4);
    m_editor->cut();
    QCOMPARE(qsizetype(m_editor->marks().size()), 1);
    m_editor->paste();
    QCOMPARE(m_editor->bytes(), m_text);
    m_editor->setBytes("[]"); // another document does not know the value
    m_editor->goToOffset(1);
    m_editor->paste();
    QCOMPARE(m_editor->bytes(), "[••••4242]");
    QTRY_VERIFY(!m_editor->validity().valid);
  }

  void foreignMarksAreNotTakenForOurs() {
    QGuiApplication::clipboard()->setText(QString::fromUtf8('"' + json::Elisions::mark(1) + '"'));
    m_editor->goToOffset(m_text.indexOf('1', m_text.indexOf("\"n\"")));
    m_editor->paste();
    QVERIFY(m_editor->bytes().contains("\"\\udb80\\udc01\""));
    QCOMPARE(qsizetype(m_editor->marks().size()), 2);
  }

  void revealPutsTheValueBack() {
    m_editor->goToOffset(m_editor->marks()[1].offset);
    QCOMPARE(m_editor->elisionAtCaret(), m_editor->marks()[1].number);
    QVERIFY(m_editor->valueAtCaret()->masked);
    QVERIFY(m_editor->expandAtCaret());
    QVERIFY(m_editor->bytes().contains("\"4111111111114242\""));
    m_editor->goToOffset(0);
    QVERIFY(!m_editor->expandAtCaret());
  }

  /// Anywhere on its line; not where two could be meant, and the one that is touched goes first.
  void theOnlyOneOnTheLineIsMeant() {
    m_editor->goToOffset(m_text.indexOf("  \"card\""));
    QCOMPARE(m_editor->elisionAtCaret(), m_editor->marks()[1].number);
    QCOMPARE(m_editor->elidedAtCaret()->pointer.toString(), "/card");
    QVERIFY(m_editor->expandAtCaret());
    QVERIFY(m_editor->bytes().contains("\"4111111111114242\""));
    m_editor->setBytes("{\"a\": " + json::Elisions::mark(0) + ", \"b\": " + json::Elisions::mark(0) + "}",
                       m_table);
    m_editor->goToOffset(0);
    QCOMPARE(m_editor->elisionAtCaret(), -1);
    m_editor->goToOffset(m_editor->marks()[1].offset);
    QCOMPARE(m_editor->elisionAtCaret(), 0);
    QCOMPARE(m_editor->elidedAtCaret()->pointer.toString(), "/b");
  }

  /// Of a long value and a masked one beside each other it is the masked one.
  void theOnlyMaskedOneOnTheLineIsMeant() {
    const auto marks = m_editor->marks();
    const QByteArray both = "{\"a\": " + json::Elisions::mark(marks[0].number) +
                            ", \"b\": " + json::Elisions::mark(marks[1].number) + "}";
    m_editor->setBytes(both, m_table);
    m_editor->goToOffset(0);
    QCOMPARE(m_editor->elisionAtCaret(), marks[1].number);
  }

  /// Looking is no edit: nothing is told, nothing is unsaved, nothing can be undone, no line has changed.
  void revealIsNoEdit() {
    QSignalSpy edits(m_editor.get(), &JsonEditor::edited);
    QSignalSpy modified(m_editor.get(), &JsonEditor::modifiedChanged);
    QVERIFY(reveal());
    settled(*m_editor);
    QCOMPARE(edits.size(), 0);
    QCOMPARE(modified.size(), 0);
    QVERIFY(!m_editor->canUndo());
    QVERIFY(!sci(*m_editor, Sci::SCI_GETMODIFY));
    QTRY_COMPARE(m_editor->validity().changedLines, 0);
    m_editor->undo();
    QVERIFY(m_editor->bytes().contains("4111111111114242"));
    type(u'7');
    QCOMPARE(edits.size(), 1);
    QTRY_COMPARE(modified.size(), 1);
  }

  /// Undo takes the edit before it back too, Redo brings both.
  void noUndoStepOnlyHides() {
    m_editor->goToOffset(0);
    type(u' ');
    QVERIFY(reveal());
    const QByteArray revealed = m_editor->bytes();
    m_editor->goToOffset(0);
    type(u' ');
    m_editor->undo();
    QCOMPARE(m_editor->bytes(), revealed);
    m_editor->undo();
    QCOMPARE(m_editor->bytes(), m_text);
    settled(*m_editor);
    QVERIFY(!sci(*m_editor, Sci::SCI_GETMODIFY));
    m_editor->redo();
    QCOMPARE(m_editor->bytes(), revealed);
    m_editor->redo();
    QCOMPARE(m_editor->bytes(), ' ' + revealed);
  }

  void revealKeepsASavedTextSaved() {
    m_editor->goToOffset(0);
    type(u' ');
    m_editor->setBaseBytes(m_editor->bytes());
    QVERIFY(reveal());
    settled(*m_editor);
    QVERIFY(!sci(*m_editor, Sci::SCI_GETMODIFY));
    QCOMPARE(m_editor->validity().changedLines, 0);
    m_editor->undo();
    settled(*m_editor);
    QCOMPARE(m_editor->bytes(), m_text);
    QVERIFY(sci(*m_editor, Sci::SCI_GETMODIFY));
    m_editor->redo();
    settled(*m_editor);
    QVERIFY(!sci(*m_editor, Sci::SCI_GETMODIFY));
  }

  void findSaysWhatIsHidden() {
    QSignalSpy finished(m_editor.get(), &JsonEditor::findFinished);
    m_editor->find("needle", false, false);
    QCOMPARE(finished.first().first().value<FindResult>().found, false);
    QCOMPARE(finished.first().first().value<FindResult>().inElisions, 1);
    m_editor->find("4111", false, false); // a mask is not looked into
    QCOMPARE(finished.last().first().value<FindResult>().inElisions, 0);
  }

  void aLongValueIsElidedOnItsWayIn() {
    m_editor->goToOffset(m_text.indexOf('1', m_text.indexOf("\"n\"")));
    const std::optional<EditorValue> value = m_editor->valueAtCaret();
    QVERIFY(value);
    QCOMPARE(value->bytes, "1");
    m_editor->changeValue(*value, '"' + QByteArray(15'000, 'y') + '"');
    QVERIFY(m_editor->byteCount() < 120);
    QCOMPARE(qsizetype(m_editor->marks().size()), 3);
  }

  void ownCharactersOfThatKindAreLeftAlone() {
    const QByteArray own = "[\"\U000F0000\", 1]";
    m_editor->setBytes(own);
    QVERIFY(m_editor->validity().valid);
    QVERIFY(m_editor->marks().empty());
    m_editor->replaceRange(own.indexOf('1'), 1, longString());
    QCOMPARE(m_editor->bytes(), "[\"\U000F0000\", " + longString() + "]");
  }

  void linesThatCannotBePaintedAreBroken() {
    QByteArray numbers;
    for (int i = 0; i < 30'000; ++i)
      numbers += QByteArray::number(i) + ',';
    const QByteArray broken = "{\"a\":[" + numbers + "],\"s\":" + longString() + ",}"; // no JSON
    m_editor->setBytes(broken);
    QVERIFY(!m_editor->validity().valid);
    for (const QByteArray &line : m_editor->bytes().split('\n'))
      QVERIFY(line.size() < 100);
    QByteArray said = m_editor->elisions().expand(m_editor->bytes());
    QCOMPARE(said.replace("\n", "").replace(" ", ""), broken);
    const QByteArray noise = QByteArray(300'000, 'x') + "é" + QByteArray(300'000, 'y');
    m_editor->setBytes(noise);
    QVERIFY(m_editor->byteCount() < 10'000);
    QCOMPARE(m_editor->elisions().expand(m_editor->bytes()), noise);
  }

private:
  bool reveal() {
    m_editor->goToOffset(m_editor->marks()[1].offset);
    return m_editor->expandAtCaret();
  }
  void type(QChar character) { QTest::keyClick(m_editor.get(), character.toLatin1()); }
  void select(qint64 from, qint64 to) {
    sci(*m_editor, Sci::SCI_SETSEL, static_cast<unsigned long>(from), long(to));
  }

  std::unique_ptr<ThemeController> m_controller;
  std::unique_ptr<JsonEditor> m_editor;
  json::Elisions m_table;
  QByteArray m_text;
};

QTEST_MAIN(ElisionsTest)
#include "tst_elisions.moc"
