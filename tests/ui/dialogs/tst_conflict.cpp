// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/conflictdialog.h"
#include "ui/editor/editorlimits.h"
#include "ui/editor/jsoneditor.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace oxp;

/// `Job changed meanwhile`: nothing is chosen for the person where both sides changed a place.
class TestConflict : public QObject {
  Q_OBJECT

private slots:
  void takesWhatOnlyOneSideChanged();
  void wantsAChoiceWhereBothDid();
  void keepsTypedTextFromLaterChoices();
  void marksThePlacesInAllThree();
  void goesToTheConflict();
};

static std::unique_ptr<ConflictDialog> dialogOf(const QByteArray &mine, const QByteArray &theirs) {
  DialogSubject subject;
  subject.title = QStringLiteral("Job changed meanwhile");
  auto dialog = std::make_unique<ConflictDialog>(subject, R"({"a":1,"b":1})", mine, theirs);
  dialog->show();
  return dialog;
}

static QPushButton *buttonOf(const ConflictDialog &dialog, const char *name) {
  for (QPushButton *button : dialog.findChildren<QPushButton *>())
    if (button->text().startsWith(QLatin1StringView(name)))
      return button;
  return nullptr;
}

static QByteArray mergedOf(const ConflictDialog &dialog) {
  QByteArray text = dialog.findChild<JsonEditor *>(QStringLiteral("Merged"))->bytes();
  text.replace(' ', "").replace('\n', "");
  return text;
}

void TestConflict::takesWhatOnlyOneSideChanged() {
  const auto dialog = dialogOf(R"({"a":2,"b":1})", R"({"a":1,"b":3})");
  QSignalSpy merged(dialog.get(), &ConflictDialog::mergedWanted);
  QTRY_VERIFY(buttonOf(*dialog, "Save merged")->isEnabled());
  QCOMPARE(mergedOf(*dialog), QByteArray(R"({"a":2,"b":3})"));
  dialog->setAttribute(Qt::WA_DeleteOnClose, false);
  buttonOf(*dialog, "Save merged")->click();
  QCOMPARE(merged.size(), 1);
}

void TestConflict::wantsAChoiceWhereBothDid() {
  const auto dialog = dialogOf(R"({"a":2,"b":1})", R"({"a":5,"b":1})");
  QTRY_VERIFY(buttonOf(*dialog, "Take mine") && buttonOf(*dialog, "Take mine")->isVisible());
  auto *editor = dialog->findChild<JsonEditor *>(QStringLiteral("Merged"));
  QTRY_VERIFY(mergedOf(*dialog).contains("5"));
  QVERIFY(!buttonOf(*dialog, "Save merged")->isEnabled());
  QVERIFY2(editor->isReadOnly(), "first the sides, then the text");
  buttonOf(*dialog, "Take mine")->click();
  QTRY_VERIFY(buttonOf(*dialog, "Save merged")->isEnabled());
  QCOMPARE(mergedOf(*dialog), QByteArray(R"({"a":2,"b":1})"));
  QVERIFY(!editor->isReadOnly());
}

void TestConflict::keepsTypedTextFromLaterChoices() {
  const auto dialog = dialogOf(R"({"a":2,"b":1})", R"({"a":5,"b":1})");
  QTRY_VERIFY(buttonOf(*dialog, "Take mine") && buttonOf(*dialog, "Take mine")->isVisible());
  buttonOf(*dialog, "Take mine")->click();
  QTRY_VERIFY(buttonOf(*dialog, "Save merged")->isEnabled());
  auto *editor = dialog->findChild<JsonEditor *>(QStringLiteral("Merged"));
  editor->goToOffset(editor->bytes().indexOf('2'));
  QTest::keyClick(editor->viewport(), Qt::Key_9);
  QTRY_COMPARE(mergedOf(*dialog), QByteArray(R"({"a":92,"b":1})"));
  QTRY_VERIFY(!buttonOf(*dialog, "Take theirs")->isEnabled());
  editor->undo();
  QTRY_VERIFY(buttonOf(*dialog, "Take theirs")->isEnabled());
}

static bool hasMarker(const JsonEditor &editor, int line, int marker) {
  return editor.SendScintilla(QsciScintillaBase::SCI_MARKERGET, static_cast<unsigned long>(line)) &
         (1 << marker);
}

void TestConflict::marksThePlacesInAllThree() {
  const auto dialog = dialogOf(R"({"a":2,"b":1,"c":7})", R"({"a":5,"b":3})");
  const auto editor = [&](const char *name) {
    auto *found = dialog->findChild<JsonEditor *>(QLatin1StringView(name));
    found->viewport()->grab(); // markers are set as lines are shown
    return found;
  };
  for (const char *name : {"Mine", "Theirs", "Merged"})
    QTRY_VERIFY(hasMarker(*editor(name), 1, ConflictLine));
  QVERIFY(!hasMarker(*editor("Mine"), 2, TakenLine));
  QVERIFY(hasMarker(*editor("Mine"), 3, TakenLine));
  QVERIFY(hasMarker(*editor("Theirs"), 2, TakenLine));
  QVERIFY(hasMarker(*editor("Merged"), 2, TakenLine));
  QVERIFY(hasMarker(*editor("Merged"), 3, TakenLine));
}

void TestConflict::goesToTheConflict() {
  QByteArray filler;
  for (int i = 0; i < 300; ++i)
    filler += ",\"k" + QByteArray::number(i) + "\":0";
  DialogSubject subject;
  subject.title = QStringLiteral("Job changed meanwhile");
  ConflictDialog dialog(subject, "{\"a\":1" + filler + ",\"z\":1}", "{\"a\":2" + filler + ",\"z\":2}",
                        "{\"a\":3" + filler + ",\"z\":3}");
  dialog.show();
  QTRY_VERIFY(dialog.findChild<QToolButton *>(QStringLiteral("Next conflict")));
  auto *next = dialog.findChild<QToolButton *>(QStringLiteral("Next conflict"));
  QTRY_VERIFY(next->isVisible());
  next->click();
  for (const char *name : {"Mine", "Theirs", "Merged"}) {
    auto *editor = dialog.findChild<JsonEditor *>(QLatin1StringView(name));
    QTRY_COMPARE(editor->bytes().size() - editor->caretOffset(), 3); // the value, a line end and the bracket
    QTRY_VERIFY(editor->SendScintilla(QsciScintillaBase::SCI_GETFIRSTVISIBLELINE) > 200);
  }
}

QTEST_MAIN(TestConflict)
#include "tst_conflict.moc"
