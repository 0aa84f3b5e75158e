// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/conflictdialog.h"
#include "ui/editor/editorlimits.h"
#include "ui/editor/jsoneditor.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
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
  void takesASideHoweverItIsPressed_data();
  void takesASideHoweverItIsPressed();
  void asksWhatTheMergeNeeds();
  void refusesWhatMayNotBeWritten();
  void saysWhatWillBeWritten();
};

static ConflictSides sidesOf(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs) {
  ConflictSides sides{base, mine, {}};
  sides.theirs.data = theirs;
  sides.theirs.present = true;
  return sides;
}

static std::unique_ptr<ConflictDialog> dialogOf(const QByteArray &mine, const QByteArray &theirs,
                                                ConflictAsk ask = {}) {
  DialogSubject subject;
  subject.title = QStringLiteral("Job changed meanwhile");
  auto dialog = std::make_unique<ConflictDialog>(subject, sidesOf(R"({"a":1,"b":1})", mine, theirs), nullptr,
                                                 std::move(ask));
  dialog->setAttribute(Qt::WA_DeleteOnClose, false);
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
  ConflictDialog dialog(subject,
                        sidesOf("{\"a\":1" + filler + ",\"z\":1}", "{\"a\":2" + filler + ",\"z\":2}",
                                "{\"a\":3" + filler + ",\"z\":3}"),
                        nullptr);
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

void TestConflict::takesASideHoweverItIsPressed_data() {
  QTest::addColumn<bool>("byTool");
  QTest::newRow("mouse") << false;
  QTest::newRow("assistive tool") << true;
}

void TestConflict::takesASideHoweverItIsPressed() {
  QFETCH(const bool, byTool);
  const auto dialog = dialogOf(R"({"a":2,"b":1})", R"({"a":5,"b":1})");
  QTRY_VERIFY(buttonOf(*dialog, "Take mine") && buttonOf(*dialog, "Take mine")->isVisible());
  const auto press = [&](const char *name) {
    QPushButton *button = buttonOf(*dialog, name);
    if (!byTool)
      return QTest::mouseClick(button, Qt::LeftButton);
    QAccessibleActionInterface *actions = QAccessible::queryAccessibleInterface(button)->actionInterface();
    actions->doAction(QAccessibleActionInterface::toggleAction());
  };
  press("Take mine");
  QTRY_COMPARE(mergedOf(*dialog), QByteArray(R"({"a":2,"b":1})"));
  QVERIFY(buttonOf(*dialog, "Take mine")->isChecked());
  press("Take mine"); // is taken already
  QVERIFY(buttonOf(*dialog, "Take mine")->isChecked());
  press("Take theirs");
  QTRY_COMPARE(mergedOf(*dialog), QByteArray(R"({"a":5,"b":1})"));
  QVERIFY(buttonOf(*dialog, "Take theirs")->isChecked() && !buttonOf(*dialog, "Take mine")->isChecked());
  QTRY_VERIFY(buttonOf(*dialog, "Save merged")->isEnabled());
}

/// What the review would ask, of the text as it is: and no more when that changes nothing of the kind.
void TestConflict::asksWhatTheMergeNeeds() {
  ConflictAsk ask;
  ask.decide = [](const SavePlan &plan) {
    policy::Decision decision;
    for (const json::Change &change : plan.changes)
      if (change.pointer.toString() == "/a") {
        using Kind = policy::Requirement::Kind;
        decision.requirements = {
            {Kind::Confirm}, {Kind::Tick, "running"}, {Kind::TypeText, "104203"}, {Kind::Reason}};
      }
    return decision;
  };
  ask.notes = {QStringLiteral("The job is running: the worker goes on with the old data.")};
  ask.reason = QStringLiteral("as before");
  const auto dialog = dialogOf(R"({"a":2,"b":1})", R"({"a":5,"b":1})", ask);
  QSignalSpy merged(dialog.get(), &ConflictDialog::mergedWanted);
  QTRY_VERIFY(buttonOf(*dialog, "Take theirs") && buttonOf(*dialog, "Take theirs")->isVisible());
  auto *typed = dialog->findChild<QLineEdit *>(QStringLiteral("Type to confirm"));
  auto *reason = dialog->findChild<QLineEdit *>(QStringLiteral("Reason"));
  auto *running = dialog->findChild<QCheckBox *>(QStringLiteral("The job is running"));
  buttonOf(*dialog, "Take theirs")->click();
  QTRY_VERIFY(buttonOf(*dialog, "Save merged")->isEnabled());
  QVERIFY(!typed->isVisible() && !running->isVisible() && !reason->isVisible());

  buttonOf(*dialog, "Take mine")->click();
  QTRY_VERIFY(typed->isVisible());
  QVERIFY(running->isVisible() && reason->isVisible());
  QCOMPARE(reason->text(), QStringLiteral("as before"));
  QVERIFY(!buttonOf(*dialog, "Save merged")->isEnabled());
  running->toggle();
  typed->setText(QStringLiteral("10420"));
  QVERIFY(!buttonOf(*dialog, "Save merged")->isEnabled());
  typed->setText(QStringLiteral("104203"));
  QVERIFY(buttonOf(*dialog, "Save merged")->isEnabled());
  reason->clear();
  QVERIFY(!buttonOf(*dialog, "Save merged")->isEnabled());
  reason->setText(QStringLiteral("ticket 5512"));
  buttonOf(*dialog, "Save merged")->click();
  QCOMPARE(merged.size(), 1);
  const auto agreement = merged.first().at(2).value<Agreement>();
  QCOMPARE(agreement.changes.size(), 1u);
  QCOMPARE(agreement.changes.front().after, QByteArray("2"));
  QVERIFY(agreement.decision.needs({policy::Requirement::Kind::TypeText, "104203"}));
  QCOMPARE(agreement.answer.ticked, std::vector<QByteArray>{"running"});
  QCOMPARE(agreement.answer.typed, QByteArray("104203"));
  QCOMPARE(agreement.answer.reason, QStringLiteral("ticket 5512"));
}

void TestConflict::refusesWhatMayNotBeWritten() {
  ConflictAsk ask;
  bool asked = false;
  ask.decide = [&asked](const SavePlan &) {
    asked = true;
    policy::Decision decision;
    decision.verdict = policy::Verdict::Deny;
    return decision;
  };
  const auto dialog = dialogOf(R"({"a":2,"b":1})", R"({"a":1,"b":3})", ask);
  QTRY_VERIFY(asked);
  QVERIFY(!buttonOf(*dialog, "Save merged")->isEnabled());
  QVERIFY(!buttonOf(*dialog, "Save merged")->toolTip().isEmpty());
}

void TestConflict::saysWhatWillBeWritten() {
  const auto dialog = dialogOf(R"({"a":2,"b":1})", R"({"a":1,"b":3})");
  const auto says = [&](const QString &words) {
    for (const QLabel *label : dialog->findChildren<QLabel *>())
      if (label->isVisible() && label->text().contains(words))
        return true;
    return false;
  };
  QTRY_VERIFY(says(QStringLiteral("writes /a; edit it freely")));
  auto *editor = dialog->findChild<JsonEditor *>(QStringLiteral("Merged"));
  editor->replaceBytes(R"({"a":1,"b":3})");
  QTRY_VERIFY(says(QStringLiteral("the same as what is in Redis now")));
}

QTEST_MAIN(TestConflict)
#include "tst_conflict.moc"
