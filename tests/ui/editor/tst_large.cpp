// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that are filled, scanned, laid out and searched on a worker.
#include "editortest.h"

#include "ui/editor/editorlimits.h"
#include "ui/editor/validityline.h"
#include "ui/theme/theme.h"
#include "json/layout.h"

#include <QSignalSpy>
#include <QThreadPool>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;
using Sci = QsciScintillaBase;

namespace {

constexpr int Patience = 60'000; // ms; a busy machine with sanitizers

} // namespace

class LargeTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() {
    m_controller = std::make_unique<ThemeController>(ThemeSetting::Light);
    m_text = largeText(2'000'000);
    m_huge = largeText(12'000'000);
  }
  void cleanupTestCase() { m_controller.reset(); }
  void init() {
    m_editor = std::make_unique<JsonEditor>();
    m_editor->resize(600, 400);
    m_editor->show();
  }
  void cleanup() { m_editor.reset(); }

  void loadsOnAWorker() {
    QSignalSpy loaded(m_editor.get(), &JsonEditor::loaded);
    QSignalSpy progress(m_editor.get(), &JsonEditor::loadProgress);
    m_editor->setBytes("[1]");
    QCOMPARE(loaded.size(), 1);
    m_editor->setBytes(m_text);
    QVERIFY(m_editor->isLoading());
    QVERIFY(m_editor->isReadOnly());
    QCOMPARE(m_editor->bytes(), "[1]"); // the old text until the new one is there
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 2, Patience);
    QVERIFY(m_editor->bytes() == m_text);
    QVERIFY(m_editor->validity().valid);
    QVERIFY(!m_editor->isReadOnly());
    QVERIFY(!m_editor->isModified());
    QVERIFY(!progress.isEmpty());
  }

  void theLatestTextWins() {
    QSignalSpy loaded(m_editor.get(), &JsonEditor::loaded);
    m_editor->setBytes(m_text);
    m_editor->setBytes(m_text + ' ');
    m_editor->setBytes("[2]");
    QCOMPARE(loaded.size(), 1);
    QThreadPool::globalInstance()->waitForDone();
    settled(*m_editor);
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(m_editor->bytes(), "[2]");
  }

  void loadingCanBeGivenUp() {
    m_editor->setBytes("[1]");
    m_editor->setBytes(m_text);
    m_editor->cancelLoading();
    QVERIFY(!m_editor->isBusy());
    QThreadPool::globalInstance()->waitForDone();
    settled(*m_editor);
    QCOMPARE(m_editor->bytes(), "[1]");
    QTest::keyClick(m_editor.get(), Qt::Key_Space);
    QCOMPARE(m_editor->bytes(), " [1]");
  }

  void anEditorMayGoWhileLoading() {
    m_editor->setBytes(m_text);
    m_editor.reset();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
  }

  void typingIsJudgedALittleLater() {
    load(m_text);
    m_editor->goToOffset(m_text.size());
    QTest::keyClick(m_editor.get(), Qt::Key_X);
    QTRY_VERIFY_WITH_TIMEOUT(m_editor->validity().checking, Patience);
    ValidityLine line;
    line.setValidity(m_editor->validity());
    QCOMPARE(line.words(), u"Checking…"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_editor->validity().valid, Patience);
    QVERIFY(!m_editor->validity().checking);
    QCOMPARE(m_editor->validity().error->code, json::ScanError::Code::TrailingText);
    QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
    QTRY_VERIFY_WITH_TIMEOUT(m_editor->validity().valid, Patience);
    QVERIFY(m_editor->bytes() == m_text);
  }

  /// A text too large to be replaced in place: documents are swapped, and Undo crosses the swap.
  void undoCrossesASwap() {
    const QByteArray wide = *json::pretty(m_huge, 4);
    load(wide);
    m_editor->goToOffset(0);
    QTest::keyClick(m_editor.get(), Qt::Key_Space); // a step before
    const qint64 document = sci(*m_editor, Sci::SCI_GETDOCPOINTER);
    m_editor->format();
    QVERIFY(m_editor->isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(!m_editor->isBusy(), Patience);
    QVERIFY(sci(*m_editor, Sci::SCI_GETDOCPOINTER) != document);
    const QByteArray formatted = m_editor->bytes();
    const json::Style style = json::Style::readable(m_editor->columns());
    QVERIFY(formatted == json::layOut(m_huge, json::scan(m_huge), style));
    settled(*m_editor);
    QVERIFY(m_editor->isModified() || sci(*m_editor, Sci::SCI_GETMODIFY));
    m_editor->goToOffset(0);
    QTest::keyClick(m_editor.get(), Qt::Key_Space); // and a step after
    m_editor->undo();
    QVERIFY(m_editor->bytes() == formatted);
    m_editor->undo(); // over the swap
    settled(*m_editor);
    QVERIFY(m_editor->bytes() == ' ' + wide);
    m_editor->undo();
    QVERIFY(m_editor->bytes() == wide);
    settled(*m_editor);
    QVERIFY(!sci(*m_editor, Sci::SCI_GETMODIFY));
    m_editor->redo();
    m_editor->redo(); // over the swap again
    settled(*m_editor);
    QVERIFY(m_editor->bytes() == formatted);
    m_editor->undo();
    settled(*m_editor);
    QTest::keyClick(m_editor.get(), Qt::Key_Space); // what was formatted is history now
    m_editor->redo();
    settled(*m_editor);
    QVERIFY(m_editor->bytes() != formatted);
  }

  void replacesAllOnAWorker() {
    load(m_text);
    QSignalSpy finished(m_editor.get(), &JsonEditor::findFinished);
    const int hits = int(m_text.count("1.10"));
    m_editor->replaceAll("1.10", "2.20", true);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
    QCOMPARE(finished.first().first().value<FindResult>().replaced, hits);
    QCOMPARE(int(m_editor->bytes().count("2.20")), hits);
    m_editor->undo();
    settled(*m_editor);
    QVERIFY(m_editor->bytes() == m_text);
  }

  void findsOnAWorker() {
    load(m_text);
    QSignalSpy finished(m_editor.get(), &JsonEditor::findFinished);
    m_editor->find("GRÖSSE 😀 9000\"", false, false); // ß has no capital of one letter: not found
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, Patience);
    QVERIFY(!finished.first().first().value<FindResult>().found);
    m_editor->find("GRÖßE 😀 9000\"", false, false);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, Patience);
    QCOMPARE(m_editor->selectedText(), u"Größe 😀 9000\""_s);
  }

  void foldsAllInSlices() {
    load(m_text);
    m_editor->foldEverything();
    QTRY_VERIFY_WITH_TIMEOUT(!lineShown(*m_editor, 2), Patience);
    QVERIFY(lineShown(*m_editor, 1));
    m_editor->unfoldEverything();
    QVERIFY(lineShown(*m_editor, 2));
  }

  void foldsOneLargeFoldInSlices() {
    load(m_text);
    const int lines = int(m_editor->SendScintilla(QsciScintillaBase::SCI_GETLINECOUNT));
    m_editor->goToLine(2);
    m_editor->foldAtCaret();
    QVERIFY2(!lineShown(*m_editor, 2), "where the person looks it happens at once");
    QTRY_VERIFY_WITH_TIMEOUT(!lineShown(*m_editor, lines - 5), Patience);
    m_editor->unfoldAtCaret();
    QVERIFY(lineShown(*m_editor, 2));
    QTRY_VERIFY_WITH_TIMEOUT(lineShown(*m_editor, lines - 5), Patience);
  }

  void anEditFindsAFoldComplete() {
    load(m_text);
    const int lines = int(m_editor->SendScintilla(QsciScintillaBase::SCI_GETLINECOUNT));
    m_editor->goToLine(2);
    m_editor->foldAtCaret();
    m_editor->replaceRange(0, 1, "\n{");
    QVERIFY(lineShown(*m_editor, 2));
    QVERIFY(!lineShown(*m_editor, 3));
    QVERIFY(!lineShown(*m_editor, lines - 4));
  }

  void longLinesAreRefused() {
    load(m_text);
    QSignalSpy refused(m_editor.get(), &JsonEditor::refused);
    QVERIFY(!m_editor->canMinify());
    m_editor->minify();
    QCOMPARE(refused.size(), 1);
    QVERIFY(m_editor->bytes() == m_text);
  }

  void moreLinesThanTheFirstFoldMayTakeAreRefused() {
    load("[\n" + QByteArray("[\n],\n").repeated(limits::MostFoldedLines / 2) + "0\n]");
    QSignalSpy refused(m_editor.get(), &JsonEditor::refused);
    m_editor->foldEverything();
    QCOMPARE(refused.size(), 1);
    QVERIFY(lineShown(*m_editor, 2));
  }

private:
  void load(const QByteArray &text) {
    QSignalSpy loaded(m_editor.get(), &JsonEditor::loaded);
    m_editor->setBytes(text);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, Patience);
  }

  std::unique_ptr<ThemeController> m_controller;
  std::unique_ptr<JsonEditor> m_editor;
  QByteArray m_text, m_huge;
};

QTEST_MAIN(LargeTest)
#include "tst_large.moc"
