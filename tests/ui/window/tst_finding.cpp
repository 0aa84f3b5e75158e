// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchtest.h"
#include "ui/panes/jobpane.h"
#include "ui/views/joblistpanel.h"
#include "ui/views/queuepage.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSettings>

#include <algorithm>

using namespace oxp;
using namespace oxp::test;

/// Somebody who has read nothing looks for a job.
class TestFinding : public QObject {
  Q_OBJECT

public:
  static void initMain() { leaveSessionBus(); }

private slots:
  void searchesEverywhereFromTheStart();
  void takesAnUnknownQueueForAJob();
  void opensTheOnlyJobFound();
  void putsAwayAJobThatWasNotFound();
  void keepsTextThatIsBeingEdited();
  void keepsTheKeyboardFromOperations();
  void looksIntoTheStateThatIsShown();
  void keepsLookingAtEverything();
  void escTakesTheSuggestionsFirst();
  void repairsWithOnePress();
  void showsWhatTheQueryNames();
  void listsTheNewestFirst();

private:
  /// `orders` with so many completed jobs, connected; a limit of 0 is the ordinary one.
  static bool open(WindowTest &t, int count, int limit = 0);
  static QByteArray openJob(WindowTest &t) { return t.person.window()->page()->pane()->context().jobId; }
  /// A line on the page, in the end.
  static bool says(WindowTest &t, const QString &words) {
    return t.person.waits("the words", [&] {
      const QList<QLabel *> labels = t.person.window()->findChildren<QLabel *>();
      return std::any_of(labels.begin(), labels.end(),
                         [&](QLabel *label) { return label->isVisible() && label->text() == words; });
    });
  }
  static QString scope(WindowTest &t) {
    return t.person.window()->findChild<QPushButton *>(u"Search scope"_qs)->text();
  }
};

bool TestFinding::open(WindowTest &t, int count, int limit) {
  if (!t.shop.start())
    return false;
  fill(t.shop, "orders", count);
  if (limit > 0)
    QSettings(t.folder.filePath(u"oxpecker.ini"_qs), QSettings::IniFormat)
        .setValue(u"jobs/searchLimit"_qs, limit);
  return t.open("local");
}

void TestFinding::searchesEverywhereFromTheStart() {
  WindowTest t;
  QVERIFY(open(t, 20));
  QVERIFY(t.person.row({u"Shop"_qs, u"orders"_qs}).isValid());
  QVERIFY(t.person.command(u"Search"_qs));
  QVERIFY(t.person.see<QLineEdit>(u"Search jobs"_qs)->hasFocus());
  QVERIFY(scope(t).contains(u"all queues"));
  QVERIFY(ask(t.person, u"ORD-7"_qs));
  QTRY_COMPARE(found(t.person), QStringList{u"7"_qs});
}

void TestFinding::takesAnUnknownQueueForAJob() {
  WindowTest t;
  QVERIFY(open(t, 20));
  auto *filter = t.person.see<QLineEdit>(u"Filter queues"_qs);
  QTest::keyClicks(filter, u"ord"_qs);
  QTRY_VERIFY2(!t.person.sees(u"Search jobs instead"_qs), "a queue is called so");
  QTest::keyClicks(filter, u"-7"_qs);
  QVERIFY(t.person.see<QPushButton>(u"Search jobs instead"_qs));
  QTest::keyClick(filter, Qt::Key_Return);
  QTRY_COMPARE(found(t.person), QStringList{u"7"_qs});
  QVERIFY(filter->text().isEmpty());
}

void TestFinding::opensTheOnlyJobFound() {
  WindowTest t;
  QVERIFY(open(t, 20));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(t.person, u"data.orderId = ORD-7"_qs));
  QTRY_COMPARE(openJob(t), "7");
  QTRY_VERIFY(t.person.text().contains("ORD-7"));
}

void TestFinding::putsAwayAJobThatWasNotFound() {
  WindowTest t;
  QVERIFY(open(t, 20));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(t.person.chooseState(u"completed"_qs));
  QVERIFY(t.person.chooseJob("3"));
  QTRY_COMPARE(openJob(t), "3");
  QVERIFY(ask(t.person, u"data.sum > 0"_qs));
  QTRY_COMPARE(found(t.person).size(), 20);
  QVERIFY2(openJob(t) == "3", "it is among them");
  QVERIFY(ask(t.person, u"data.orderId = ORD-1 or data.orderId = ORD-2"_qs));
  QTRY_COMPARE(found(t.person).size(), 2);
  QTRY_COMPARE(openJob(t), QByteArray());
  QTest::keyClick(t.person.see<QLineEdit>(u"Search jobs"_qs), Qt::Key_Escape);
  QTRY_VERIFY2(openJob(t) == "3", "the list has its own again");
}

void TestFinding::keepsTextThatIsBeingEdited() {
  WindowTest t;
  QVERIFY(open(t, 20));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(t.person.chooseState(u"completed"_qs));
  QVERIFY(t.person.chooseJob("3"));
  QTRY_VERIFY(t.person.text().contains("ORD-3"));
  QVERIFY(t.person.retype(u"ORD-3"_qs, u"ORD-33"_qs));
  QVERIFY(ask(t.person, u"data.orderId = ORD-1"_qs));
  QTRY_COMPARE(found(t.person), QStringList{u"1"_qs});
  QCOMPARE(openJob(t), "3");
  QVERIFY(t.person.text().contains("ORD-33"));
}

/// The way of the Tab key leads from the search to Retry and Pause queue.
void TestFinding::keepsTheKeyboardFromOperations() {
  WindowTest t;
  QVERIFY(open(t, 1'200, 1'000));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(t.person, u"data.sum > 500"_qs));
  auto *all = t.person.see<QPushButton>(u"Search all"_qs);
  QVERIFY(all);
  all->setFocus();
  QTest::keyClick(all, Qt::Key_Space);
  QTRY_VERIFY(!t.person.sees(u"Search all"_qs));
  QWidget *focus = QApplication::focusWidget();
  QVERIFY(focus);
  QVERIFY2(!qobject_cast<QAbstractButton *>(focus), qPrintable(focus->objectName()));
}

void TestFinding::looksIntoTheStateThatIsShown() {
  WindowTest t;
  QVERIFY(open(t, 20));
  t.shop.add("waiting", R"({"orderId":"ORD-7"})");
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(t.person, u"ORD-7"_qs));
  QTRY_COMPARE(found(t.person).size(), 2);
  t.person.window()->page()->list()->search(u"ORD-7"_qs, {}); // every queue of the profile
  QTRY_VERIFY(scope(t).contains(u"all queues"));
  QVERIFY(t.person.chooseState(u"completed"_qs));
  QVERIFY(scope(t).contains(u"completed"));
  QTRY_COMPARE(found(t.person), QStringList{u"7"_qs});
}

void TestFinding::keepsLookingAtEverything() {
  WindowTest t;
  QVERIFY(open(t, 1'200, 1'000));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(t.person, u"data.orderId = ORD-7"_qs));
  QVERIFY(says(t, u"Nothing found so far"_qs));
  QVERIFY(t.person.press(u"Search all"_qs));
  QTRY_COMPARE(found(t.person), QStringList{u"7"_qs});
  QVERIFY(t.person.chooseState(u"completed"_qs));
  QTest::keyClick(t.person.see<QLineEdit>(u"Search jobs"_qs), Qt::Key_Return);
  QTRY_COMPARE(found(t.person), QStringList{u"7"_qs});
  QVERIFY(ask(t.person, u"data.orderId = ORD-8"_qs));
  QVERIFY2(says(t, u"Nothing found so far"_qs), "another text is another search");
}

void TestFinding::escTakesTheSuggestionsFirst() {
  WindowTest t;
  QVERIFY(open(t, 5));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(t.person.key(Qt::Key_F, Qt::ControlModifier));
  auto *field = t.person.see<QLineEdit>(u"Search jobs"_qs);
  QTest::keyClicks(field, u"data.or"_qs);
  QTRY_VERIFY(QApplication::activePopupWidget());
  QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
  QTRY_VERIFY(!QApplication::activePopupWidget());
  QCOMPARE(field->text(), u"data.or"_qs);
}

void TestFinding::repairsWithOnePress() {
  WindowTest t;
  QVERIFY(open(t, 20));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(t.person, u"orderId = ORD-7"_qs));
  QVERIFY(t.person.press(u"Use data.orderId"_qs));
  QCOMPARE(t.person.see<QLineEdit>(u"Search jobs"_qs)->text(), u"data.orderId = ORD-7"_qs);
  QTRY_COMPARE(found(t.person), QStringList{u"7"_qs});
}

void TestFinding::showsWhatTheQueryNames() {
  WindowTest t;
  QVERIFY(open(t, 20));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(t.person, u"attempts = 1 and id = 7"_qs));
  QTRY_COMPARE(found(t.person), QStringList{u"7"_qs});
  QCOMPARE(column(*t.person.see<QTableView>(u"Jobs"_qs), u"Attempts"_qs).size(), 1);
}

/// States are looked at one after the other.
void TestFinding::listsTheNewestFirst() {
  WindowTest t;
  QVERIFY(open(t, 3));
  const QString newest = QString::fromUtf8(t.shop.add("waiting", R"({"orderId":"ORD-9"})"));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(t.person, u"ORD"_qs));
  QTRY_COMPARE(found(t.person), (QStringList{newest, u"3"_qs, u"2"_qs, u"1"_qs}));
  QHeaderView *header = t.person.see<QTableView>(u"Jobs"_qs)->horizontalHeader();
  QTRY_VERIFY(header->isSortIndicatorShown()); // once the search has ended
}

QTEST_MAIN(TestFinding)
#include "tst_finding.moc"
