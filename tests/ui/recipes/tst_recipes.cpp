// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe from its making to the job that it was used on.
#include "recipes/codec.h"
#include "ui/actions/actionset.h"
#include "ui/dialogs/recipesdialog.h"
#include "ui/editor/jsoneditor.h"
#include "ui/panes/datapane.h"
#include "ui/panes/jobpane.h"
#include "ui/panes/recipebar.h"
#include "ui/views/queuepage.h"
#include "ui/window/windowtest.h"
#include "workspace/recipestore.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace oxp;
using namespace oxp::test;

namespace {

const QByteArray Payload =
    R"({"orderId":"ORD-1","ledgerId":9007199254740993,"amount":129.90,"stage":"paid"})";

const QByteArray Move = R"({"oxpecker":"recipes","version":1,"recipes":[
  {"name":"Move order to stage …","button":"Move","queues":["orders"],"states":["failed","delayed"],
   "questions":[{"name":"stage","label":"New stage","kind":"choice","choices":["paid","packing","shipped"]}],
   "changes":[{"change":"set","path":"stage","value":"{stage}"},
              {"change":"set","path":"stageAt","value":"{now}"}],"then":"retry"},
  {"name":"Set budget","questions":[{"name":"budget","label":"Budget","kind":"number"}],
   "changes":[{"change":"set","path":"budget","value":"{budget}"}]},
  {"name":"Ask much","questions":[{"name":"a","label":"A"},{"name":"b","label":"B"},{"name":"c","label":"C"}],
   "changes":[{"change":"set","path":"abc","value":"{a}{b}{c}"}]},
  {"name":"For others","queues":["emails"],"changes":[{"change":"remove","path":"stage"}]}]})";

} // namespace

class TestRecipes : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void isMadeUsedAndArrives();
  void savesOnly();
  void isTakenBackByEsc();
  void leavesWhatSomebodyTyped();
  void aWrongAnswerStaysAtItsField();
  void asksMuchInADialog();
  void goesTheRoadOfASave();
  void isAbsentWhereNoneFits();
  void aLongNameMakesNoPaneWider();
  void keepsManyWithoutHoldingTheWindow();
  void tellsOfAFileThatItCannotRead();
  void comesBackAtTheNextStart();

private:
  static RecipeBar *bar(WindowTest &t) { return t.person.window()->findChild<RecipeBar *>(); }
  static bool write(WindowTest &t, const QByteArray &document);
  static bool open(WindowTest &t, const char *environment = "local");
  static QMenu *menu(WindowTest &t);
  static bool use(WindowTest &t, const QString &recipe);
  static bool choose(WindowTest &t, const QString &question, const QString &answer);
};

/// Through the dialog.
bool TestRecipes::write(WindowTest &t, const QByteArray &document) {
  QAction *action = t.person.window()->actions()->action("tools.recipes");
  if (!t.person.waits("the action", [action] { return action->isEnabled(); }))
    return false;
  action->trigger();
  auto *dialog = t.person.see<RecipesDialog>(u"Recipes"_qs);
  auto *editor = dialog ? t.person.see<JsonEditor>(u"Recipes document"_qs, dialog) : nullptr;
  if (!editor)
    return false;
  editor->replaceBytes(document);
  return t.person.press(u"Save recipes"_qs, dialog) && t.person.loses(u"Recipes document"_qs);
}

/// A failed job is open, and the recipes are there.
bool TestRecipes::open(WindowTest &t, const char *environment) {
  if (!t.shop.start())
    return false;
  const QByteArray id = t.shop.add("failed", Payload);
  return t.open(environment) && t.person.openJob(id, u"failed"_qs) && write(t, Move);
}

QMenu *TestRecipes::menu(WindowTest &t) {
  if (!t.person.press(u"Recipes"_qs, t.person.window()))
    return nullptr;
  return t.person.waits("the menu", [] { return QApplication::activePopupWidget() != nullptr; })
             ? qobject_cast<QMenu *>(QApplication::activePopupWidget())
             : nullptr;
}

bool TestRecipes::use(WindowTest &t, const QString &recipe) {
  QMenu *shown = menu(t);
  if (!shown)
    return false;
  for (QAction *action : shown->actions())
    if (action->text() == recipe) {
      shown->setActiveAction(action);
      QTest::keyClick(shown, Qt::Key_Return);
      // Without a window manager a closed popup leaves no window active.
      QWidget *top = QApplication::activeModalWidget();
      top = top ? top : t.person.window();
      top->activateWindow();
      return QTest::qWaitForWindowActive(top, Patience);
    }
  shown->close();
  return false;
}

bool TestRecipes::choose(WindowTest &t, const QString &question, const QString &answer) {
  auto *box = t.person.see<QComboBox>(question, bar(t));
  if (!box || box->findText(answer) < 0)
    return false;
  box->setCurrentIndex(box->findText(answer));
  return true;
}

void TestRecipes::isMadeUsedAndArrives() {
  WindowTest t;
  QVERIFY(open(t));
  QVERIFY(use(t, u"Move order to stage …"_qs));
  auto *main = t.person.see<QPushButton>(u"Move and retry"_qs, bar(t));
  QVERIFY(main);
  QVERIFY2(!main->isEnabled(), "nothing has been answered");
  QVERIFY(!t.person.text().contains("stageAt"));
  QVERIFY(choose(t, u"New stage"_qs, u"shipped"_qs));
  QTRY_VERIFY(t.person.text().contains("\"shipped\""));
  QVERIFY(choose(t, u"New stage"_qs, u"packing"_qs));
  QTRY_VERIFY(t.person.text().contains("\"packing\""));
  QVERIFY(!t.person.text().contains("\"shipped\""));
  QCOMPARE(t.shop.data("1"), Payload);
  QVERIFY(t.person.press(u"Move and retry"_qs, bar(t)));
  QTRY_COMPARE(t.shop.waiting(), QList<QByteArray>{"1"});
  const QByteArray data = t.shop.data("1");
  QVERIFY2(
      data.startsWith(R"({"orderId":"ORD-1","ledgerId":9007199254740993,"amount":129.90,"stage":"packing")"),
      data.constData());
  QVERIFY(data.contains(R"("stageAt":"20)"));
  QTRY_VERIFY(!bar(t)->isOpen());
}

void TestRecipes::savesOnly() {
  WindowTest t;
  QVERIFY(open(t));
  QVERIFY(use(t, u"Set budget"_qs));
  QVERIFY(t.person.type(u"Budget"_qs, u"1.20"_qs, bar(t)));
  QVERIFY(t.person.press(u"Save"_qs, bar(t)));
  QTRY_COMPARE(t.shop.data("1"), QByteArray(Payload).replace("}", ",\"budget\":1.20}"));
  QVERIFY(t.shop.waiting().isEmpty());
}

void TestRecipes::isTakenBackByEsc() {
  WindowTest t;
  QVERIFY(open(t));
  const QByteArray before = t.person.text();
  QVERIFY(use(t, u"Move order to stage …"_qs));
  QVERIFY(choose(t, u"New stage"_qs, u"packing"_qs));
  QVERIFY(choose(t, u"New stage"_qs, u"shipped"_qs));
  QTRY_VERIFY(t.person.text().contains("shipped"));
  QTRY_VERIFY(t.person.window()->page()->pane()->hasUnsaved());
  QTest::keyClick(t.person.see<QComboBox>(u"New stage"_qs, bar(t)), Qt::Key_Escape);
  QTRY_VERIFY(!bar(t)->isOpen());
  QCOMPARE(t.person.text(), before);
  QTRY_VERIFY2(!t.person.window()->page()->pane()->hasUnsaved(), "nothing is left to save");
}

void TestRecipes::leavesWhatSomebodyTyped() {
  WindowTest t;
  QVERIFY(open(t));
  QVERIFY(use(t, u"Move order to stage …"_qs));
  QVERIFY(choose(t, u"New stage"_qs, u"packing"_qs));
  QTRY_VERIFY(t.person.text().contains("packing"));
  QVERIFY(t.person.retype(u"ORD-1"_qs, u"ORD-2"_qs));
  QTRY_VERIFY(!t.person.see<QComboBox>(u"New stage"_qs, bar(t))->isEnabled());
  QVERIFY(t.person.press(u"Close"_qs, bar(t)));
  QTRY_VERIFY(!bar(t)->isOpen());
  QVERIFY(t.person.text().contains("packing") && t.person.text().contains("ORD-2"));
  QCOMPARE(t.shop.data("1"), Payload);
}

void TestRecipes::aWrongAnswerStaysAtItsField() {
  WindowTest t;
  QVERIFY(open(t));
  const QByteArray before = t.person.text();
  QVERIFY(use(t, u"Set budget"_qs));
  QVERIFY(t.person.type(u"Budget"_qs, u"1,20"_qs, bar(t)));
  auto *field = t.person.see<QLineEdit>(u"Budget"_qs, bar(t));
  QTRY_VERIFY(field->accessibleDescription().contains(u"A number is needed"));
  QVERIFY(!t.person.see<QPushButton>(u"Save"_qs, bar(t))->isEnabled());
  QCOMPARE(t.person.text(), before);
  QCOMPARE(field->text(), u"1,20"_qs);
}

void TestRecipes::asksMuchInADialog() {
  WindowTest t;
  QVERIFY(open(t));
  QVERIFY(use(t, u"Ask much"_qs));
  auto *main = t.person.see<QPushButton>(u"Show the changes"_qs);
  QVERIFY(main && !main->isEnabled());
  for (const char *name : {"A", "B", "C"})
    QVERIFY(t.person.type(QString::fromLatin1(name), QString::fromLatin1(name).toLower(), main->window()));
  QVERIFY(t.person.press(u"Show the changes"_qs, main->window()));
  QTRY_VERIFY(t.person.text().contains("\"abc\""));
  QVERIFY(t.person.press(u"Save"_qs, bar(t)));
  QTRY_VERIFY(t.shop.data("1").contains(R"("abc":"abc")"));
}

/// On production what it would write is reviewed first.
void TestRecipes::goesTheRoadOfASave() {
  WindowTest t;
  QVERIFY(open(t, "production"));
  QVERIFY(use(t, u"Set budget"_qs));
  QVERIFY(t.person.type(u"Budget"_qs, u"5"_qs, bar(t)));
  QVERIFY(t.person.press(u"Save"_qs, bar(t)));
  auto *list = t.person.see<QTableView>(u"Changes"_qs);
  QVERIFY(list);
  QCOMPARE(t.shop.data("1"), Payload);
  QVERIFY(t.person.press(u"Cancel"_qs, list->window()));
  QVERIFY(t.person.loses(u"Changes"_qs));
  QVERIFY2(bar(t)->isOpen(), "it can still be taken back");
  QCOMPARE(t.shop.data("1"), Payload);
}

void TestRecipes::isAbsentWhereNoneFits() {
  WindowTest t;
  QVERIFY(open(t));
  QMenu *shown = menu(t);
  QVERIFY(shown);
  QStringList texts;
  for (const QAction *action : shown->actions())
    texts << action->text();
  shown->close();
  QCOMPARE(texts, (QStringList{u"Move order to stage …"_qs, u"Set budget"_qs, u"Ask much"_qs, QString(),
                               u"Edit recipes…"_qs}));
  QVERIFY(write(t, R"({"oxpecker":"recipes","version":1,"recipes":[]})"));
  const QAction *action = t.person.window()->actions()->action("job.recipes");
  QTRY_VERIFY(!action->isEnabled());
  QVERIFY(!t.person.sees(u"Recipes"_qs, t.person.window()->page()->pane()->window()));
}

void TestRecipes::aLongNameMakesNoPaneWider() {
  WindowTest t;
  QVERIFY(open(t));
  const int before = t.person.window()->page()->pane()->width();
  const QByteArray name = QByteArray("Move the order of ").repeated(6),
                   question = QByteArray("stage or ").repeated(12);
  QVERIFY(write(t, R"({"oxpecker":"recipes","version":1,"recipes":[{"name":")" + name +
                       R"(","questions":[{"name":"a","label":")" + question + R"("},{"name":"b","label":")" +
                       question + R"("}],"changes":[{"change":"set","path":"stage","value":"{a}{b}"}]}]})"));
  QVERIFY(t.person.press(u"Recipes"_qs, t.person.window()));
  QVERIFY(t.person.waits("the menu", [] { return QApplication::activePopupWidget() != nullptr; }));
  auto *shown = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(shown);
  shown->setActiveAction(shown->actions().front());
  QTest::keyClick(shown, Qt::Key_Return);
  QTRY_VERIFY(bar(t)->isVisible() && bar(t)->width() > 0);
  QVERIFY(t.person.see<QLineEdit>(QString::fromUtf8(question), bar(t)));
  QCOMPARE(t.person.window()->page()->pane()->width(), before);
}

/// Texts above what is judged at once.
void TestRecipes::keepsManyWithoutHoldingTheWindow() {
  WindowTest t;
  QVERIFY(open(t));
  QByteArrayList many;
  for (int i = 0; i < 300; ++i)
    many << R"({"name":"r)" + QByteArray::number(i) +
                R"(","queues":["orders"],"changes":[{"change":"set","path":"stage","value":")" +
                QByteArray(100, 'x') + R"("}]})";
  QVERIFY(write(t, R"({"oxpecker":"recipes","version":1,"recipes":[)" + many.join(',') + "]}"));
  QMenu *shown = menu(t);
  QVERIFY(shown);
  QVERIFY(shown->actions().size() > 300);
  shown->close();
}

void TestRecipes::tellsOfAFileThatItCannotRead() {
  WindowTest t;
  QVERIFY(open(t));
  const QDir folder(t.folder.filePath(u"recipes"_qs));
  QTRY_COMPARE(folder.entryList(QDir::Files).size(), 1);
  t.person.leave();
  const QString path = folder.filePath(folder.entryList(QDir::Files).front());
  const QByteArray broken = R"({"oxpecker":"recipes","version":1,"recipes":[{"name":"x","thne":1}]})";
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write(broken) == broken.size());
  file.close();
  QVERIFY(t.person.start(t.shop.url("local"), t.folder.path()));
  QVERIFY(t.person.reads(u"The recipes of this profile cannot be read."_qs));
  QVERIFY(t.person.press(u"Set the file aside"_qs));
  QVERIFY(t.person.reads(u"The file is kept as"_qs));
  QVERIFY(!QFile::exists(path));
  QCOMPARE(folder.entryList({u"*.unreadable-*"_qs}, QDir::Files).size(), 1);
}

void TestRecipes::comesBackAtTheNextStart() {
  WindowTest t;
  QVERIFY(open(t));
  t.person.leave();
  QVERIFY(t.person.start(t.shop.url("local"), t.folder.path()));
  QVERIFY(t.person.openJob("1", u"failed"_qs));
  QMenu *shown = menu(t);
  QVERIFY(shown);
  QCOMPARE(shown->actions().front()->text(), u"Move order to stage …"_qs);
  shown->close();
}

QTEST_MAIN(TestRecipes)
#include "tst_recipes.moc"
