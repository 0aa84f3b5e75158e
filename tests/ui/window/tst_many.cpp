// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "manytest.h"
#include "ui/actions/actionset.h"
#include "ui/dialogs/bulkeditdialog.h"
#include "ui/panes/jobpane.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/queuepage.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QListView>
#include <QRadioButton>
#include <QSpinBox>

#include <algorithm>

using namespace oxp;
using namespace oxp::test;

/// Somebody chooses several jobs and does something to all of them.
class TestMany : public QObject {
  Q_OBJECT

public:
  static void initMain() { leaveSessionBus(); }

private slots:
  void saysWhatIsSelected();
  void actsOnAllThatAreSelected();
  void showsWhatWouldBecomeOfThem();
  void leavesAloneWhatHasMoved();
  void asksForTheQueuesNameOnProduction();
  void selectsAllOfAState();
  void selectsAllThatMatch();
  void takesTheOldestOfAState();
  void editsThemAndTakesItBack();
  void editsAndRetriesInOneGo();
  void escGoesBackToOne();
  void closedWithoutAWordNothingIsDone();
  void thePaneShowsTheSelection();
  void whatWasTypedStaysBehindIt();
  void oneOfThemCanBeShown();
  void otherJobsAreNoPartOfIt();
  void countsWhatASearchFound();

private:
  static JobListPanel *list(WindowTest &t) { return t.person.window()->page()->list(); }
  static JobPane *pane(WindowTest &t) { return t.person.window()->page()->pane(); }
  /// Each line of a list as assistive tools read it.
  static QStringList lines(WindowTest &t, const QString &list);
  static void ctrlClick(WindowTest &t, int row);
  static qint64 count(WindowTest &t, const char *key) { return t.shop.server.run({"ZCARD", key}).integer; }
};

void TestMany::saysWhatIsSelected() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 1));
  QVERIFY(sentence(t).isEmpty());
  QVERIFY(selectRows(t, 3));
  QTRY_COMPARE(sentence(t), u"3 selected"_qs);
  QVERIFY(t.person.sees(u"Select all matching"_qs));
  for (const QString &name : {u"Retry"_qs, u"Remove"_qs, u"Export"_qs})
    QVERIFY2(barButton(t, name)->isVisible(), qPrintable(name));
  QVERIFY2(!barButton(t, u"Promote"_qs)->isVisible(), "none of them is delayed");
  QVERIFY(t.person.press(u"Clear selection"_qs));
  QTRY_VERIFY(sentence(t).isEmpty());
}

/// The keys of one job open the dialog for all of them.
void TestMany::actsOnAllThatAreSelected() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 3));
  QTRY_COMPARE(sentence(t), u"3 selected"_qs);
  QVERIFY(t.person.key(Qt::Key_R, Qt::ControlModifier));
  BulkPreviewDialog *dialog = preview(t, u"Retry"_qs);
  QVERIFY(dialog);
  QCOMPARE(outcomes(dialog), QStringList{u"would be done 3"_qs});
  QVERIFY(t.person.press(u"Retry"_qs, dialog));
  QVERIFY(t.person.reads(u"Retry: done for 3 jobs."_qs));
  QCOMPARE(count(t, "bull:orders:failed"), 2);
  QCOMPARE(t.shop.waiting().size(), 3);
}

void TestMany::showsWhatWouldBecomeOfThem() {
  WindowTest t;
  QVERIFY(openFailed(t, 4));
  QVERIFY(selectRows(t, 4));
  QVERIFY(t.person.key(Qt::Key_Delete));
  BulkPreviewDialog *dialog = preview(t, u"Remove"_qs);
  QVERIFY(dialog);
  QCOMPARE(outcomes(dialog), QStringList{u"would be done 4"_qs});
  auto *main = t.person.see<QPushButton>(u"Remove"_qs, dialog);
  QTRY_COMPARE(main->text(), u"Remove 4 jobs"_qs);
  QVERIFY2(t.person.sees(u"Sample"_qs, dialog), "the first of them");
  QVERIFY(t.person.press(u"Remove"_qs, dialog));
  QVERIFY(t.person.reads(u"Remove: done for 4 jobs."_qs));
  QCOMPARE(count(t, "bull:orders:failed"), 0);
}

/// What moves between the preview and the run is nobody's business any more.
void TestMany::leavesAloneWhatHasMoved() {
  WindowTest t;
  QVERIFY(openFailed(t, 4));
  QVERIFY(selectRows(t, 4));
  QVERIFY(t.person.key(Qt::Key_Delete));
  BulkPreviewDialog *dialog = preview(t, u"Remove"_qs);
  QVERIFY(dialog);
  t.shop.server.run({"ZREM", "bull:orders:failed", "2"});
  t.shop.server.run({"ZADD", "bull:orders:completed", "5", "2"});
  t.shop.server.run({"HSET", "bull:orders:3", "timestamp", "77"});
  QVERIFY(t.person.press(u"Remove"_qs, dialog));
  QVERIFY(t.person.reads(u"Remove: done for 2 jobs."_qs));
  QVERIFY(t.person.notices().join(u' ').contains(u"2 left alone"));
  QVERIFY(!t.shop.job("2").isEmpty());
  QVERIFY(!t.shop.job("3").isEmpty());
  QVERIFY(t.shop.job("1").isEmpty());
}

void TestMany::asksForTheQueuesNameOnProduction() {
  WindowTest t;
  QVERIFY(openFailed(t, 120, "production"));
  QVERIFY(selectRows(t, 2));
  QVERIFY(t.person.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier));
  QTRY_COMPARE(sentence(t), u"All 120 failed selected"_qs);
  QVERIFY(t.person.key(Qt::Key_R, Qt::ControlModifier));
  BulkPreviewDialog *dialog = preview(t, u"Retry"_qs);
  QVERIFY(dialog);
  auto *main = t.person.see<QPushButton>(u"Retry"_qs, dialog);
  QVERIFY(!main->isEnabled());
  QVERIFY(main->toolTip().contains(u"orders"));
  QVERIFY(t.person.type(u"Type to confirm"_qs, u"orders"_qs, dialog));
  QTRY_VERIFY(main->isEnabled());
  QTest::mouseClick(main, Qt::LeftButton);
  QVERIFY(t.person.reads(u"Retry: done for 120 jobs."_qs));
  QCOMPARE(t.shop.waiting().size(), 120);
}

void TestMany::selectsAllOfAState() {
  WindowTest t;
  QVERIFY(openFailed(t, 30));
  QVERIFY(selectRows(t, 2));
  QVERIFY(t.person.press(u"Select all matching"_qs));
  QTRY_COMPARE(sentence(t), u"All 30 failed selected"_qs);
  auto *table = t.person.see<QTableView>(u"Jobs"_qs);
  QTest::keyClick(table, Qt::Key_Down);
  QTRY_VERIFY2(sentence(t).isEmpty(), "a choice of one row is another choice");
}

void TestMany::selectsAllThatMatch() {
  WindowTest t;
  QVERIFY(openFailed(t, 30));
  QVERIFY(ask(t.person, u"ORD-1"_qs));
  QTRY_COMPARE(found(t.person).size(), 11); // 1, 10 to 19
  QVERIFY(t.person.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier));
  QTRY_COMPARE(sentence(t), u"All 11 that match selected"_qs);
  QVERIFY(t.person.press(u"Retry"_qs, t.person.window()->findChild<QFrame *>(u"Selection"_qs)));
  BulkPreviewDialog *dialog = preview(t, u"Retry"_qs);
  QVERIFY(dialog);
  QCOMPARE(outcomes(dialog), QStringList{u"would be done 11"_qs});
  QVERIFY(t.person.press(u"Retry"_qs, dialog));
  QVERIFY(t.person.reads(u"Retry: done for 11 jobs."_qs));
  QCOMPARE(count(t, "bull:orders:failed"), 19);
}

void TestMany::takesTheOldestOfAState() {
  WindowTest t;
  QVERIFY(openFailed(t, 30));
  QVERIFY(selectRows(t, 2));
  QVERIFY(t.person.press(u"Select all matching"_qs));
  QVERIFY(t.person.key(Qt::Key_R, Qt::ControlModifier));
  BulkPreviewDialog *dialog = preview(t, u"Retry"_qs);
  QVERIFY(dialog);
  QCOMPARE(outcomes(dialog), QStringList{u"would be done 30"_qs});
  auto *which = t.person.see<QComboBox>(u"Which"_qs, dialog);
  which->setCurrentIndex(which->findText(u"The oldest"_qs));
  auto *count = t.person.see<QSpinBox>(u"Jobs to take"_qs, dialog);
  count->setValue(4);
  QTRY_COMPARE(outcomes(dialog), QStringList{u"would be done 4"_qs});
  QVERIFY(t.person.press(u"Retry"_qs, dialog));
  QVERIFY(t.person.reads(u"Retry: done for 4 jobs."_qs));
  QCOMPARE(t.shop.waiting().size(), 4);
  for (const char *id : {"1", "2", "3", "4"})
    QVERIFY2(t.shop.waiting().contains(id), id);
}

void TestMany::editsThemAndTakesItBack() {
  WindowTest t;
  QVERIFY(openFailed(t, 6));
  QVERIFY(selectRows(t, 3));
  const QByteArray before = t.shop.data("6");
  QVERIFY(t.person.press(u"Edit"_qs, t.person.window()->findChild<QFrame *>(u"Selection"_qs)));
  auto *form = t.person.see<BulkEditDialog>(u"Bulk edit"_qs);
  QVERIFY(form);
  QVERIFY(t.person.type(u"Path"_qs, u"data.stage"_qs, form));
  QVERIFY(t.person.type(u"Value"_qs, u"packing"_qs, form));
  QTest::keyClick(form, Qt::Key_Escape);
  QVERIFY2(form->isVisible(), "what was written is not lost by a key");
  QVERIFY(t.person.press(u"Preview"_qs, form));
  auto *table = t.person.see<QTableView>(u"What becomes of them"_qs);
  QVERIFY(table);
  auto *dialog = qobject_cast<BulkPreviewDialog *>(table->window());
  QVERIFY(dialog);
  QTRY_COMPARE(outcomes(dialog), QStringList{u"would change 3"_qs});
  QVERIFY2(t.person.sees(u"Sample"_qs, dialog), "what changes in one of them");
  QVERIFY(t.person.press(u"Bulk edit"_qs, dialog));
  QVERIFY(t.person.reads(u"Bulk edit: done for 3 jobs."_qs));
  QVERIFY2(t.person.loses(u"Changes to make"_qs), "it leaves with the beginning of the run");
  QCOMPARE(t.shop.data("6"), R"({"orderId":"ORD-6","stage":"packing"})");
  QCOMPARE(t.shop.data("4"), R"({"orderId":"ORD-4","stage":"packing"})");
  QCOMPARE(t.shop.data("3"), R"({"orderId":"ORD-3"})");

  t.shop.setData("5", R"({"orderId":"ORD-5","stage":"shipped"})");
  QVERIFY(t.person.press(u"Show"_qs));
  QVERIFY(t.person.press(u"Undo"_qs));
  auto *again = t.person.see<BulkPreviewDialog>(u"Undo"_qs);
  QVERIFY(again);
  QTRY_COMPARE(outcomes(again), (QStringList{u"would change 2"_qs, u"conflict 1"_qs}));
  QVERIFY(t.person.press(u"Undo"_qs, again));
  QTRY_COMPARE(t.shop.data("6"), before);
  QVERIFY2(t.shop.data("5").contains("shipped"), "nobody's change is overwritten");
}

void TestMany::editsAndRetriesInOneGo() {
  WindowTest t;
  QVERIFY(openFailed(t, 6));
  QVERIFY(selectRows(t, 3));
  QVERIFY(t.person.press(u"Edit"_qs, t.person.window()->findChild<QFrame *>(u"Selection"_qs)));
  auto *form = t.person.see<BulkEditDialog>(u"Bulk edit"_qs);
  QVERIFY(form);
  QVERIFY(t.person.type(u"Path"_qs, u"data.stage"_qs, form));
  QVERIFY(t.person.type(u"Value"_qs, u"packing"_qs, form));
  auto *promote = t.person.see<QRadioButton>(u"Edit and promote"_qs, form);
  QVERIFY(promote);
  QVERIFY2(!promote->isEnabled(), "none of them is delayed");
  auto *retry = t.person.see<QRadioButton>(u"Edit and retry"_qs, form);
  QVERIFY(retry);
  retry->click();
  QVERIFY(t.person.press(u"Preview"_qs, form));
  auto *dialog = t.person.see<BulkPreviewDialog>(u"Edit and retry"_qs);
  QVERIFY(dialog);
  QTRY_COMPARE(outcomes(dialog), QStringList{u"would change 3"_qs});
  QVERIFY(t.person.press(u"Edit and retry"_qs, dialog));
  QVERIFY(t.person.reads(u"Edit and retry: done for 3 jobs."_qs));
  QCOMPARE(t.shop.data("6"), R"({"orderId":"ORD-6","stage":"packing"})");
  QCOMPARE(count(t, "bull:orders:failed"), 3);
  QCOMPARE(t.shop.waiting().size(), 3);
}

void TestMany::escGoesBackToOne() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 3));
  QTRY_COMPARE(sentence(t), u"3 selected"_qs);
  auto *table = t.person.see<QTableView>(u"Jobs"_qs);
  QTest::keyClick(table, Qt::Key_Escape);
  QTRY_VERIFY(sentence(t).isEmpty());
  QCOMPARE(list(t)->selection().count(), 1);
}

void TestMany::closedWithoutAWordNothingIsDone() {
  WindowTest t;
  QVERIFY(openFailed(t, 3));
  QVERIFY(selectRows(t, 3));
  const Keys before = t.shop.keys();
  QVERIFY(t.person.key(Qt::Key_Delete));
  BulkPreviewDialog *dialog = preview(t, u"Remove"_qs);
  QVERIFY(dialog);
  QVERIFY(t.person.press(u"Cancel"_qs, dialog));
  QVERIFY(t.person.loses(u"What becomes of them"_qs));
  QCOMPARE(t.shop.keys(), before);
}

QStringList TestMany::lines(WindowTest &t, const QString &list) {
  QStringList lines;
  if (auto *view = t.person.see<QListView>(list))
    for (int row = 0; row < view->model()->rowCount(); ++row)
      lines << view->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
  return lines;
}

void TestMany::ctrlClick(WindowTest &t, int row) {
  auto *table = t.person.see<QTableView>(u"Jobs"_qs);
  QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ControlModifier,
                    table->visualRect(table->model()->index(row, 0)).center());
}

void TestMany::thePaneShowsTheSelection() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  t.shop.server.run({"HSET", "bull:orders:4", "name", "refund", "failedReason", "TimeoutError: 17 is late"});
  QVERIFY(selectRows(t, 1));
  QTRY_VERIFY(pane(t)->isVisible());
  QVERIFY(selectRows(t, 3));
  QTRY_COMPARE(lines(t, u"By name"_qs), (QStringList{u"order 2"_qs, u"refund 1"_qs}));
  QCOMPARE(lines(t, u"By error"_qs), (QStringList{u"no answer 2"_qs, u"TimeoutError: # is late 1"_qs}));
  QVERIFY(!pane(t)->isVisible());
  QVERIFY2(!t.person.window()->actions()->action("edit.save")->isEnabled(),
           "nothing acts on what is covered");
  auto *table = t.person.see<QTableView>(u"Jobs"_qs);
  QTest::keyClick(table, Qt::Key_F6);
  QVERIFY2(t.person.see<QListView>(u"By name"_qs)->hasFocus(), "the next region");
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
  QTRY_VERIFY(pane(t)->isVisible());
  QVERIFY(table->hasFocus());
  QCOMPARE(list(t)->selection().count(), 1);
}

void TestMany::whatWasTypedStaysBehindIt() {
  WindowTest t;
  QVERIFY(openFailed(t, 3));
  QVERIFY(t.person.chooseJob("3"));
  QVERIFY(t.person.retype(u"ORD-3"_qs, u"ORD-three"_qs));
  const QByteArray typed = t.person.text();
  const Keys before = t.shop.keys();
  ctrlClick(t, 1);
  QTRY_VERIFY(!pane(t)->isVisible());
  QVERIFY(t.person.see<QListView>(u"By name"_qs));
  const auto strips = t.person.window()->findChildren<TextLabel *>();
  QVERIFY(std::any_of(strips.begin(), strips.end(), [](const TextLabel *label) {
    return label->isVisible() &&
           label->text() == u"What you typed in order #3 is kept and is no part of this";
  }));
  QCOMPARE(pane(t)->context().jobId, "3");
  QVERIFY(t.person.key(Qt::Key_S, Qt::ControlModifier));
  ctrlClick(t, 1);
  auto *table = t.person.see<QTableView>(u"Jobs"_qs);
  QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                    table->visualRect(table->model()->index(0, 0)).center());
  QTRY_VERIFY(pane(t)->isVisible());
  QCOMPARE(pane(t)->context().jobId, "3");
  QVERIFY(pane(t)->hasUnsaved());
  QCOMPARE(t.person.text(), typed);
  QCOMPARE(t.shop.keys(), before);
  // Another job alone is another job: the text is a draft from then on.
  QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                    table->visualRect(table->model()->index(2, 0)).center());
  QTRY_COMPARE(pane(t)->context().jobId, "1");
  QVERIFY(t.person.chooseJob("3"));
  QVERIFY(t.person.see(u"Restore draft"_qs));
}

void TestMany::oneOfThemCanBeShown() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 3));
  QVERIFY(t.person.press(u"Show order #3"_qs));
  QTRY_VERIFY(pane(t)->isVisible());
  QCOMPARE(pane(t)->context().jobId, "3");
  QTRY_COMPARE(sentence(t), u"3 selected"_qs);
  auto *table = t.person.see<QTableView>(u"Jobs"_qs);
  table->setFocus();
  QTest::keyClick(table, Qt::Key_Escape);
  QTRY_VERIFY2(!pane(t)->isVisible(), "first back to the selection");
  QCOMPARE(list(t)->selection().count(), 3);
  QVERIFY(t.person.press(u"Show order #3"_qs));
  QVERIFY(t.person.press(u"Back to the selection"_qs));
  QTRY_VERIFY(!pane(t)->isVisible());
  QTest::keyClick(table, Qt::Key_Escape);
  QTRY_VERIFY(pane(t)->isVisible());
  QCOMPARE(list(t)->selection().count(), 1);
}

void TestMany::otherJobsAreNoPartOfIt() {
  WindowTest t;
  QVERIFY(openFailed(t, 5));
  QVERIFY(selectRows(t, 3));
  QTRY_VERIFY(!pane(t)->isVisible());
  QVERIFY(t.person.chooseState(u"completed"_qs));
  QTRY_VERIFY(pane(t)->isVisible());
  QVERIFY(sentence(t).isEmpty());
  QVERIFY(t.person.chooseState(u"failed"_qs));
  QVERIFY(selectRows(t, 2));
  QTRY_VERIFY(!pane(t)->isVisible());
  QVERIFY(t.person.goTo("1"));
  QTRY_VERIFY2(pane(t)->isVisible(), "a job that was asked for by its id shows");
  QCOMPARE(pane(t)->context().jobId, "1");
}

void TestMany::countsWhatASearchFound() {
  WindowTest t;
  QVERIFY(openFailed(t, 30));
  QVERIFY(ask(t.person, u"ORD-1"_qs));
  QTRY_COMPARE(found(t.person).size(), 11);
  QVERIFY(t.person.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier));
  QTRY_COMPARE(lines(t, u"By name"_qs), QStringList{u"order 11"_qs});
  QTRY_VERIFY(t.person.sees(u"What is selected"_qs));
  const auto labels = t.person.window()->findChildren<TextLabel *>();
  const auto says = [&](const QString &words) {
    return std::any_of(labels.begin(), labels.end(), [&](const TextLabel *label) {
      return label->isVisible() && label->text().contains(words);
    });
  };
  QVERIFY(says(u"Counted from all 11"_qs));
  QVERIFY(says(u"The selection follows the search"_qs));
  QVERIFY(says(u"matching ORD-1"_qs));
}

QTEST_MAIN(TestMany)
#include "tst_many.moc"
