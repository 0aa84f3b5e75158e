// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/commandpalette.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace oxp;

class TestPalette : public QObject {
  Q_OBJECT

private slots:
  void isAsHighAsItsHits();
  void returnRunsTheHit();
  void findsActionsByTheirEnglishNames();
  void beginsWithWhereOneHasBeen();
  void putsWhatWasFoundInPlaceOfTheGuess();
  void showsWhatLeadsToTheSameOnce();
  void keepsTheRowOneWentTo();
  void leavesTheKeyboardWhereItWas();
  void isSeenByAssistiveTools();
};

static std::vector<PaletteEntry> entries(int count, int *ran) {
  std::vector<PaletteEntry> made;
  for (int i = 0; i < count; ++i) {
    PaletteEntry entry;
    entry.text = QStringLiteral("Action %1").arg(i);
    entry.run = [ran, i] { *ran = i; };
    made.push_back(entry);
  }
  return made;
}

void TestPalette::isAsHighAsItsHits() {
  int ran = -1;
  CommandPalette palette(entries(20, &ran), {}, nullptr);
  palette.setAttribute(Qt::WA_DeleteOnClose, false);
  palette.show();
  const int high = palette.height();
  auto *list = palette.findChild<QListWidget *>();
  auto *field = palette.findChild<QLineEdit *>();
  field->setText(QStringLiteral("Action 17"));
  QCOMPARE(list->count(), 1);
  QCOMPARE(list->height(), list->sizeHintForRow(0));
  QVERIFY(palette.height() < high / 2);
  field->setText(QStringLiteral("nothing like it"));
  QVERIFY2(list->isHidden(), "a sentence stands there instead");
  field->clear();
  QCOMPARE(palette.height(), high);
}

void TestPalette::returnRunsTheHit() {
  int ran = -1;
  CommandPalette palette(entries(20, &ran), {}, nullptr);
  palette.setAttribute(Qt::WA_DeleteOnClose, false);
  palette.show();
  auto *field = palette.findChild<QLineEdit *>();
  QTest::keyClicks(field, QStringLiteral("action 7"));
  QTest::keyClick(field, Qt::Key_Return);
  QCOMPARE(ran, 7);
}

void TestPalette::findsActionsByTheirEnglishNames() {
  int ran = -1;
  std::vector<PaletteEntry> made = entries(3, &ran);
  made[2].text = QStringLiteral("重试");
  made[2].otherName = QStringLiteral("Retry");
  CommandPalette palette(made, {}, nullptr);
  palette.setAttribute(Qt::WA_DeleteOnClose, false);
  palette.show();
  auto *field = palette.findChild<QLineEdit *>();
  auto *list = palette.findChild<QListWidget *>();
  for (const QString &typed : {QStringLiteral("retry"), QStringLiteral("重")}) {
    field->setText(typed);
    QCOMPARE(list->currentItem()->text(), QStringLiteral("重试"));
  }
}

void TestPalette::beginsWithWhereOneHasBeen() {
  int ran = -1;
  std::vector<PaletteEntry> made = entries(5, &ran);
  made[3].recent = true;
  CommandPalette palette(made, {}, nullptr);
  palette.setAttribute(Qt::WA_DeleteOnClose, false);
  palette.show();
  QCOMPARE(palette.findChild<QListWidget *>()->item(0)->text(), QStringLiteral("Action 3"));
  palette.findChild<QLineEdit *>()->setText(QStringLiteral("Action"));
  QCOMPARE(palette.findChild<QListWidget *>()->item(0)->text(), QStringLiteral("Action 0"));
}

void TestPalette::putsWhatWasFoundInPlaceOfTheGuess() {
  int ran = -1;
  const auto guess = [&ran](const QString &typed) {
    PaletteEntry entry;
    entry.text = QStringLiteral("Go to job ") + typed;
    entry.provisional = true;
    entry.run = [&ran] { ran = 100; };
    return std::vector{entry};
  };
  CommandPalette palette(entries(1, &ran), guess, nullptr);
  palette.setAttribute(Qt::WA_DeleteOnClose, false);
  palette.show();
  auto *field = palette.findChild<QLineEdit *>();
  auto *list = palette.findChild<QListWidget *>();
  field->setText(QStringLiteral("104"));
  QCOMPARE(list->item(0)->text(), QStringLiteral("Go to job 104"));
  PaletteEntry found;
  found.text = QStringLiteral("Go to job 104 of refunds");
  found.run = [&ran] { ran = 200; };
  palette.addFound(QStringLiteral("10"), {found}); // of what stands there no more
  QCOMPARE(list->count(), 1);
  palette.addFound(QStringLiteral("104"), {found});
  QCOMPARE(list->count(), 1);
  QTest::keyClick(field, Qt::Key_Return);
  QCOMPARE(ran, 200);
}

namespace {

PaletteEntry leading(const QString &text, const QByteArray &where, bool recent = false) {
  PaletteEntry entry;
  entry.text = text;
  entry.run = [] {};
  entry.leadsTo = where;
  entry.recent = recent;
  return entry;
}

QStringList shownIn(const CommandPalette &palette) {
  const auto *list = palette.findChild<QListWidget *>();
  QStringList texts;
  for (int row = 0; row < list->count(); ++row)
    texts << list->item(row)->text();
  return texts;
}

} // namespace

/// By whichever group it came in: the best one has it. The same words that lead elsewhere are another thing.
void TestPalette::showsWhatLeadsToTheSameOnce() {
  const auto guess = [](const QString &typed) {
    PaletteEntry entry = leading(QStringLiteral("Go to job ") + typed, "job here " + typed.toUtf8());
    entry.provisional = true;
    return std::vector{entry};
  };
  CommandPalette palette({leading(QStringLiteral("Retry 7"), "action retry"),
                          leading(QStringLiteral("Go to job 7"), "job here 7", true),
                          leading(QStringLiteral("Go to job 7"), "job there 7", true),
                          leading(QStringLiteral("seven 7"), "queue seven", true),
                          leading(QStringLiteral("seven 7"), "queue seven"),
                          leading(QStringLiteral("Nameless 7"), {}),
                          leading(QStringLiteral("Nameless 7"), {})},
                         guess, nullptr);
  palette.setAttribute(Qt::WA_DeleteOnClose, false);
  palette.show();
  const QString job = QStringLiteral("Go to job 7"), queue = QStringLiteral("seven 7");
  QCOMPARE(shownIn(palette).mid(0, 3), (QStringList{job, job, queue}));
  QCOMPARE(shownIn(palette).count(queue), 1);
  QCOMPARE(shownIn(palette).count(QStringLiteral("Nameless 7")), 2);
  palette.findChild<QLineEdit *>()->setText(QStringLiteral("7"));
  QCOMPARE(shownIn(palette).count(job), 2);
  palette.addFound(QStringLiteral("7"), {leading(job, "job here 7"), leading(job, "job there 7"),
                                         leading(QStringLiteral("Go to job 7 of mails"), "job mails 7")});
  QCOMPARE(shownIn(palette).count(job), 2);
  QCOMPARE(shownIn(palette).count(QStringLiteral("Go to job 7 of mails")), 1);
  palette.addFound(QStringLiteral("7"), {leading(QStringLiteral("Go to job 7 of mails"),
                                                 "job mails 7")}); // of another profile's look
  QCOMPARE(shownIn(palette).count(QStringLiteral("Go to job 7 of mails")), 1);
}

/// Though what was found comes in above it and takes others away.
void TestPalette::keepsTheRowOneWentTo() {
  const auto guess = [](const QString &typed) {
    PaletteEntry entry = leading(QStringLiteral("Go to job ") + typed, "job here " + typed.toUtf8());
    entry.provisional = true;
    return std::vector{entry};
  };
  CommandPalette palette({leading(QStringLiteral("one x7"), "1"), leading(QStringLiteral("two x7"), "2"),
                          leading(QStringLiteral("three x7"), "3")},
                         guess, nullptr);
  palette.setAttribute(Qt::WA_DeleteOnClose, false);
  palette.show();
  auto *list = palette.findChild<QListWidget *>();
  palette.findChild<QLineEdit *>()->setText(QStringLiteral("7"));
  QCOMPARE(list->count(), 4);
  for (int row = 0; row < 2; ++row)
    QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Down);
  const QString chosen = list->currentItem()->text();
  palette.addFound(QStringLiteral("7"),
                   {leading(QStringLiteral("Go to job 7 of a"), "a"),
                    leading(QStringLiteral("Go to job 7 of b"), "b"), leading(QStringLiteral("again"), "1")});
  QCOMPARE(list->currentItem()->text(), chosen);
  QCOMPARE(list->count(), 5);
}

/// By each of the ways to leave it.
void TestPalette::leavesTheKeyboardWhereItWas() {
  QWidget window;
  window.resize(900, 600);
  auto *editor = new QLineEdit(&window);
  auto *other = new QLineEdit(&window);
  other->move(0, 560);
  window.show();
  window.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  int ran = -1;
  const auto open = [&] {
    editor->setFocus();
    QPointer<CommandPalette> palette = new CommandPalette(entries(3, &ran), {}, &window);
    palette->open();
    return palette;
  };
  QPointer<CommandPalette> palette = open();
  QVERIFY(!editor->hasFocus());
  QVERIFY2(!palette->isWindow(), "a popup is a window that assistive tools do not see");
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
  QTRY_VERIFY(!palette);
  QVERIFY(editor->hasFocus());
  palette = open();
  QTest::mouseClick(&window, Qt::LeftButton, {}, QPoint(880, 300));
  QTRY_VERIFY(!palette);
  QVERIFY(editor->hasFocus());
  palette = open();
  other->setFocus();
  QTRY_VERIFY(!palette);
  QVERIFY2(other->hasFocus(), "who took the keyboard keeps it");
  palette = open();
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
  QTRY_VERIFY(!palette);
  QCOMPARE(ran, 0);
  QVERIFY(editor->hasFocus());
}

void TestPalette::isSeenByAssistiveTools() {
  QWidget window;
  window.resize(900, 600);
  window.show();
  int ran = -1;
  auto *palette = new CommandPalette(entries(3, &ran), {}, &window);
  palette->open();
  QAccessibleInterface *field = QAccessible::queryAccessibleInterface(palette->findChild<QLineEdit *>());
  QCOMPARE(field->text(QAccessible::Name), QStringLiteral("Command palette"));
  QAccessibleInterface *top = field;
  while (top->parent() && top->parent()->object() != qApp)
    top = top->parent();
  QCOMPARE(top->object(), &window);
  field->editableTextInterface()->replaceText(0, 0, QStringLiteral("action 2"));
  QCOMPARE(palette->findChild<QListWidget *>()->currentItem()->text(), QStringLiteral("Action 2"));
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
