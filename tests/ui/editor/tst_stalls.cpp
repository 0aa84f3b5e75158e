// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is in a payload, and whatever a person does with it: the window goes on.
#include "../longtexts/stalls.h"
#include "editortest.h"

#include "ui/editor/editorlimits.h"
#include "ui/theme/theme.h"
#include "json/layout.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QThreadPool>

#include <functional>
#include <vector>

using namespace oxp;
using oxp::test::Stalls;
using oxp::test::StallSteps;
using Sci = QsciScintillaBase;

namespace {

constexpr int Patience = 120'000; // ms; a busy machine with sanitizers

QByteArray laidOut(const QByteArray &text) {
  return json::layOut(text, json::scan(text), json::Style::readable());
}

QByteArray manyKeys() {
  QByteArray text = "{";
  for (int i = 0; i < 2'000'000; ++i)
    text += "\"k" + QByteArray::number(i) + "\":" + QByteArray::number(i % 10) + ',';
  return laidOut(text + "\"end\":0}");
}

/// With a fold for each four lines.
QByteArray manyFolds(int lines) {
  QByteArray text = "[";
  const QByteArray item = "{\"name\":\"" + QByteArray(41, 'n') + "\",\"ok\":true},";
  for (int i = 0; i < lines / 4; ++i)
    text += item;
  return laidOut(text + "0]");
}

} // namespace

class StallsTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_controller = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_controller.reset(); }

  void nothingHoldsTheWindow_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("2,000,000 keys") << manyKeys();
    QTest::newRow("1,000,000 lines with folds") << manyFolds(1'000'000);
    QTest::newRow("as many lines as can be folded") << manyFolds(int(limits::MostFoldedLines) - 10);
    QTest::newRow("10 MB in one string") << "[\n  \"" + QByteArray(10'000'000, 'x') + "\"\n]";
    QTest::newRow("1,000,000 combining characters")
        << "[\n  \"a" + QByteArray("\u0301").repeated(1'000'000) + "\"\n]";
    QTest::newRow("just short enough to be shown") << "[\n  \"a" + QByteArray("\u0301").repeated(9'998) +
                                                          "\",\n  \"" + QByteArray("\u0634").repeated(9'990) +
                                                          "\"\n]";
    QTest::newRow("10 MB of no JSON in one line") << QByteArray(10'000'000, '7');
    QTest::newRow("many marks that mean nothing") << "[\"" + QByteArray("\u202e").repeated(3'000'000) + "\"]";
    QTest::newRow("nesting of 100,000") << laidOut(QByteArray(100'000, '[') + QByteArray(100'000, ']'));
  }
  void nothingHoldsTheWindow() {
    QFETCH(QByteArray, text);
    doEverything(text);
  }

  /// The same while somebody listens: then characters are counted, and each edit is told.
  void norForAssistiveTools_data() { nothingHoldsTheWindow_data(); }
  void norForAssistiveTools() {
    QFETCH(QByteArray, text);
    QAccessible::setActive(true);
    doEverything(text);
    QAccessible::setActive(false);
  }

private:
  void doEverything(const QByteArray &text) {
    const QString held = StallSteps::heldBy([&](StallSteps &steps) { doOnce(text, steps); });
    QVERIFY2(held.isEmpty(), qPrintable(held));
  }

  void doOnce(const QByteArray &text, StallSteps &taken) {
    JsonEditor editor;
    editor.resize(600, 400);
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    const auto end = [&] { return editor.byteCount(); };
    const auto key = [&](int code, Qt::KeyboardModifiers with = {}) {
      return [&editor, code, with] { QTest::keyClick(&editor, Qt::Key(code), with); };
    };
    QSignalSpy loaded(&editor, &JsonEditor::loaded);
    QSignalSpy found(&editor, &JsonEditor::findFinished);
    const std::vector<std::pair<const char *, std::function<void()>>> steps{
        {"load", [&] { editor.setBytes(text); }},
        {"to the end", [&] { editor.goToOffset(end()); }},
        {"to the middle", [&] { editor.goToOffset(end() / 2); }},
        {"page up", key(Qt::Key_PageUp)},
        {"select all", [&] { sci(editor, Sci::SCI_SELECTALL); }},
        {"to the start", [&] { editor.goToOffset(1); }},
        {"type", key(Qt::Key_Space)},
        {"line break", key(Qt::Key_Return)},
        {"type in the middle",
         [&] {
           editor.goToOffset(end() / 2);
           key(Qt::Key_Space)();
         }},
        {"undo", [&] { editor.undo(); }},
        {"find", [&] { editor.find("k1999999", false, false); }},
        {"find back", [&] { editor.find("nowhere", false, true); }},
        {"fold all", [&] { editor.foldEverything(); }},
        {"type while folded",
         [&] {
           editor.goToOffset(0);
           key(Qt::Key_Space)();
         }},
        {"unfold all", [&] { editor.unfoldEverything(); }},
        {"fold at the caret",
         [&] {
           editor.goToOffset(2);
           editor.foldAtCaret();
         }},
        {"unfold at the caret", [&] { editor.unfoldAtCaret(); }},
        {"value at the caret",
         [&] {
           editor.goToOffset(end() - 4);
           editor.scalarAtCaret();
         }},
        {"dark", [&] { editor.setColours(editorColours()); }},
        {"another text", [&] { editor.setBytes("[1]"); }},
    };
    for (const auto &[name, step] : steps) {
      Stalls::self()->restart();
      Stalls::self()->during(step);
      QTRY_VERIFY_WITH_TIMEOUT(isQuiet(editor), Patience);
      taken.note(QLatin1StringView(name));
    }
  }

  /// Nothing is on its way any more, and it has been painted.
  static bool isQuiet(const JsonEditor &editor) {
    settled(const_cast<JsonEditor &>(editor));
    return !editor.isBusy() && !editor.validity().checking && !editor.isFolding() &&
           QThreadPool::globalInstance()->activeThreadCount() == 0;
  }

  std::unique_ptr<ThemeController> m_controller;
};

int main(int argc, char **argv) {
  Stalls application(argc, argv);
  StallsTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_stalls.moc"
