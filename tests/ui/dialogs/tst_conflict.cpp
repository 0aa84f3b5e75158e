// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/conflictdialog.h"
#include "ui/editor/jsoneditor.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;

/// `Job changed meanwhile`: nothing is chosen for the person where both sides changed a place.
class TestConflict : public QObject {
  Q_OBJECT

private slots:
  void takesWhatOnlyOneSideChanged();
  void wantsAChoiceWhereBothDid();
  void keepsTypedTextFromLaterChoices();
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

QTEST_MAIN(TestConflict)
#include "tst_conflict.moc"
