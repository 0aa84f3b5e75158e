// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchtest.h"
#include "ui/editor/jsoneditor.h"
#include "windowtest.h"

#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSettings>
#include <QTableView>
#include <QTest>

using namespace oxp;
using namespace oxp::test;

namespace {

/// What is in the menu that shows, closed again; chooses the entry of this text first, if there is one named.
QStringList menuTexts(const QString &chosen = {}) {
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QStringList texts;
  QAction *wanted = nullptr;
  for (QAction *action : menu ? menu->actions() : QList<QAction *>()) {
    texts << action->text();
    if (action->text() == chosen)
      wanted = action;
  }
  if (wanted)
    wanted->trigger();
  if (menu)
    menu->close();
  return texts;
}

} // namespace

/// From a number that a customer read out to the job that holds it.
class TestSearch : public QObject {
  Q_OBJECT

public:
  static void initMain() { leaveSessionBus(); }

private slots:
  void findsTheJobAndSavesIt();
  void looksThroughAllQueues();
  void saysWhatIsWrongAndKeepsTheList();
  void completesFieldsThatWereSeen();
  void remembersSearchesButNoSecrets();
  void savesRecallsAndForgetsSearches();
  void looksThroughChosenQueues();
  void looksAtTheRestOnlyWhenAsked();
  void sortsAStateByAnyColumn();
  void cancelsASort();
  void refusesWhatTheRoleMayNotSee();
  void refusesToSortByWhatTheRoleMayNotSee();

private:
  /// A queue with so many completed jobs, which are on the screen; the header of their table, or null.
  static QHeaderView *openCompleted(WindowTest &t, const char *environment, int count);
};

QHeaderView *TestSearch::openCompleted(WindowTest &t, const char *environment, int count) {
  if (!t.shop.start())
    return nullptr;
  fill(t.shop, "orders", count);
  if (!t.open(environment) || !t.person.chooseRow({u"Shop"_qs, u"orders"_qs}) ||
      !t.person.chooseState(u"completed"_qs) || !t.person.waits("the jobs", [&] {
        const QStringList ids = found(t.person);
        return ids.size() == count && !ids.contains(QString()); // a row is there before its job is
      }))
    return nullptr;
  return t.person.see<QTableView>(u"Jobs"_qs)->horizontalHeader();
}

void TestSearch::findsTheJobAndSavesIt() {
  WindowTest t;
  QVERIFY(t.shop.start());
  fill(t.shop, "orders", 300);
  const QByteArray id = t.shop.add("waiting", R"({"orderId":"ORD-7","big":9007199254740993})");
  t.shop.add("waiting", R"({"orderId":"ORD-77","big":9007199254740992})");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(person, u"data.big = 9007199254740993"_qs));
  QTRY_COMPARE(found(person), QStringList{QString::fromUtf8(id)});
  QCOMPARE(column(*person.see<QTableView>(u"Jobs"_qs), u"data.big"_qs), QStringList{u"9007199254740993"_qs});
  QVERIFY(person.chooseJob(id));
  QTRY_VERIFY(person.text().contains("ORD-7"));
  QVERIFY(person.retype(u"ORD-7"_qs, u"ORD-8"_qs));
  QVERIFY(person.key(Qt::Key_S, Qt::ControlModifier));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data(id), R"({"orderId":"ORD-8","big":9007199254740993})");
}

void TestSearch::looksThroughAllQueues() {
  WindowTest t;
  QVERIFY(t.shop.start());
  fill(t.shop, "orders", 20);
  fill(t.shop, "refunds", 20);
  t.shop.server.run({"HSET", "bull:refunds:5", "data", R"({"orderId":"R-5"})"});
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(person, u"data.orderId = R-5"_qs));
  auto *report = person.window()->findChild<QLabel *>(u"Search report"_qs);
  QVERIFY(report);
  QTRY_VERIFY2(report->text().startsWith(u"0 found"), qPrintable(report->text()));
  QVERIFY(person.press(u"Search scope"_qs));
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(menu);
  for (QAction *action : menu->actions())
    if (action->text() == u"All queues of this connection")
      action->trigger();
  menu->close();
  QTRY_COMPARE(found(person), QStringList{u"5"_qs});
  QCOMPARE(column(*person.see<QTableView>(u"Jobs"_qs), u"Queue"_qs), QStringList{u"refunds"_qs});
  QVERIFY(person.chooseJob("5"));
  QTRY_VERIFY(person.text().contains("R-5")); // that queue's job of this id, not the open queue's
}

void TestSearch::saysWhatIsWrongAndKeepsTheList() {
  WindowTest t;
  QVERIFY(t.shop.start());
  fill(t.shop, "orders", 5);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(person.chooseState(u"completed"_qs));
  QVERIFY(ask(person, u"sum > 3 eror = x"_qs));
  QTRY_VERIFY(!person.see(u"Search jobs"_qs)->accessibleDescription().isEmpty());
  const QString said = person.see(u"Search jobs"_qs)->accessibleDescription();
  QVERIFY2(said.startsWith(u"Column "), qPrintable(said));
  QTRY_COMPARE(found(person).size(), 5);
  QVERIFY(ask(person, u"data.sum > 3 eror = x"_qs));
  QTRY_VERIFY(person.see(u"Search jobs"_qs)->accessibleDescription().contains(u"error"));
  QVERIFY(ask(person, u"data.sum >= 0 data.orderId : ord-5"_qs));
  QTRY_COMPARE(found(person), QStringList{u"5"_qs});
  QVERIFY(person.see(u"Search jobs"_qs)->accessibleDescription().isEmpty());
  // Emptied, the list is back.
  QVERIFY(person.key(Qt::Key_F, Qt::ControlModifier) && person.key(Qt::Key_Escape));
  QTRY_COMPARE(found(person).size(), 5);
}

void TestSearch::completesFieldsThatWereSeen() {
  WindowTest t;
  QVERIFY(t.shop.start());
  fill(t.shop, "orders", 5);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(person.key(Qt::Key_F, Qt::ControlModifier));
  auto *field = person.see<QLineEdit>(u"Search jobs"_qs);
  QVERIFY(field);
  const auto offers = [&] {
    QStringList texts;
    for (QWidget *popup : QApplication::topLevelWidgets())
      if (auto *list = qobject_cast<QAbstractItemView *>(popup); list && list->isVisible())
        for (int row = 0; row < list->model()->rowCount(); ++row)
          texts << list->model()->index(row, 0).data().toString();
    return texts;
  };
  QTest::keyClicks(field, u"data.or"_qs);
  QTRY_COMPARE(offers(), QStringList{u"data.orderId"_qs});
  auto *popup = QApplication::activePopupWidget();
  QVERIFY(popup);
  QTest::keyClick(popup, Qt::Key_Down);
  QTest::keyClick(popup, Qt::Key_Return);
  QCOMPARE(field->text(), u"data.orderId "_qs);
  QTest::keyClicks(field, u"= ORD-3"_qs);
  QTest::keyClick(field, Qt::Key_Return);
  QTRY_COMPARE(found(person), QStringList{u"3"_qs});
}

void TestSearch::remembersSearchesButNoSecrets() {
  WindowTest t;
  QVERIFY(t.shop.start());
  fill(t.shop, "orders", 3);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(person, u"data.sum > 1"_qs));
  QVERIFY(ask(person, u"data.apiKey = K-4242"_qs));
  QVERIFY(person.press(u"Saved searches"_qs));
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(menu);
  QStringList texts;
  for (const QAction *action : menu->actions())
    texts << action->text();
  menu->close();
  QVERIFY(texts.contains(u"data.sum > 1"_qs));
  QVERIFY(!texts.join(u' ').contains(u"4242"));
}

void TestSearch::savesRecallsAndForgetsSearches() {
  WindowTest t;
  QVERIFY(t.shop.start());
  fill(t.shop, "orders", 5);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(person, u"data.orderId = ORD-3"_qs));
  QTRY_COMPARE(found(person), QStringList{u"3"_qs});
  QVERIFY(person.press(u"Saved searches"_qs));
  QVERIFY(menuTexts(u"Save this search"_qs).contains(u"Save this search"_qs));
  // One that names a sensitive field is not written down, and says so.
  QVERIFY(ask(person, u"data.apiKey = K-4242"_qs));
  QVERIFY(person.press(u"Saved searches"_qs));
  menuTexts(u"Save this search"_qs);
  QTRY_VERIFY(person.see(u"Search jobs"_qs)->accessibleDescription().contains(u"is not written down"));
  QSettings written(t.folder.filePath(u"oxpecker.ini"_qs), QSettings::IniFormat);
  for (const QString &key : written.allKeys())
    QVERIFY2(!written.value(key).toStringList().join(u' ').contains(u"4242"), qPrintable(key));
  // Recalled, it is asked at once.
  QVERIFY(person.press(u"Saved searches"_qs));
  const QStringList offered = menuTexts(u"data.orderId = ORD-3"_qs);
  QVERIFY(offered.indexOf(u"data.orderId = ORD-3"_qs) < offered.indexOf(u"Last searches"_qs));
  QVERIFY(!offered.join(u' ').contains(u"4242"));
  QTRY_COMPARE(found(person), QStringList{u"3"_qs});
  QCOMPARE(person.see<QLineEdit>(u"Search jobs"_qs)->text(), u"data.orderId = ORD-3"_qs);
  // Forgotten, only the last searches have it.
  QVERIFY(person.press(u"Saved searches"_qs));
  auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
  QVERIFY(menu);
  for (QAction *action : menu->actions())
    if (action->text() == u"Forget a saved search")
      action->menu()->actions().first()->trigger();
  menu->close();
  QVERIFY(person.press(u"Saved searches"_qs));
  QVERIFY(!menuTexts().contains(u"Saved"_qs));
}

void TestSearch::looksThroughChosenQueues() {
  WindowTest t;
  QVERIFY(t.shop.start());
  for (const char *queue : {"orders", "refunds", "mails"})
    fill(t.shop, queue, 4);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(person.row({u"Shop"_qs, u"mails"_qs}).isValid() &&
          person.row({u"Shop"_qs, u"refunds"_qs}).isValid());
  QVERIFY(ask(person, u"data.orderId = ORD-2"_qs));
  QVERIFY(person.press(u"Search scope"_qs));
  menuTexts(u"Some queues…"_qs);
  auto *list = person.window()->findChild<QListWidget *>(u"Queues to search"_qs);
  QVERIFY(list);
  for (int row = 0; row < list->count(); ++row)
    list->item(row)->setCheckState(list->item(row)->text().contains(u"orders") ? Qt::Unchecked : Qt::Checked);
  QVERIFY(person.press(u"Search these"_qs, list->window()));
  const auto queues = [&] {
    QStringList names =
        person.sees(u"Jobs"_qs) ? column(*person.see<QTableView>(u"Jobs"_qs), u"Queue"_qs) : QStringList();
    names.sort();
    return names;
  };
  QTRY_COMPARE(queues(), (QStringList{u"mails"_qs, u"refunds"_qs}));
  QCOMPARE(found(person), (QStringList{u"2"_qs, u"2"_qs}));
  QCOMPARE(person.see(u"Search scope"_qs)->accessibleDescription(), u"in 2 queues"_qs);
}

void TestSearch::looksAtTheRestOnlyWhenAsked() {
  WindowTest t;
  QVERIFY(t.shop.start());
  fill(t.shop, "orders", 1'500);
  QSettings(t.folder.filePath(u"oxpecker.ini"_qs), QSettings::IniFormat)
      .setValue(u"jobs/searchLimit"_qs, 1'000);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(person, u"data.orderId = ORD-7"_qs));
  auto *report = person.window()->findChild<QLabel *>(u"Search report"_qs);
  QVERIFY(report);
  QTRY_VERIFY2(report->text().contains(u"the newest 1,000 of 1,500 completed"), qPrintable(report->text()));
  QVERIFY(person.press(u"Search all"_qs));
  QTRY_COMPARE(found(person), QStringList{u"7"_qs});
  QTRY_VERIFY2(report->text().contains(u"all 1,500 job"), qPrintable(report->text()));
}

void TestSearch::sortsAStateByAnyColumn() {
  WindowTest t;
  QVERIFY(t.shop.start());
  for (int i = 1; i <= 12; ++i)
    t.shop.add("waiting", "{\"n\":\"" + QByteArray(i * 37 % 13, 'x') + "\"}");
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(person.chooseState(u"waiting"_qs));
  QTRY_COMPARE(found(person).size(), 12);
  QTRY_VERIFY2(!found(person).contains(QString()), "rows are there before they have been read");
  const QStringList own = found(person);
  auto *view = person.see<QTableView>(u"Jobs"_qs);
  QHeaderView *header = view->horizontalHeader();
  const int id = 0;
  const auto click = [&] {
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(id) + 20, header->height() / 2));
  };
  click();
  QVERIFY(person.reads(u"Sorted by id."_qs));
  QStringList sorted = own;
  std::sort(sorted.begin(), sorted.end(), [](auto &a, auto &b) { return a.toInt() < b.toInt(); });
  QTRY_COMPARE(found(person), sorted);
  click();
  std::reverse(sorted.begin(), sorted.end());
  QTRY_COMPARE(found(person), sorted);
  QVERIFY(person.press(u"Own order"_qs));
  QTRY_COMPARE(found(person), own);
}

/// The header tells the order that is shown, not the one that was asked for and never came.
void TestSearch::cancelsASort() {
  WindowTest t;
  QHeaderView *header = openCompleted(t, "local", 20);
  QVERIFY(header);
  Person &person = t.person;
  const QStringList own = found(person);
  const int section = header->sortIndicatorSection();
  const Qt::SortOrder order = header->sortIndicatorOrder();
  t.shop.server.freeze();
  QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                    QPoint(header->sectionViewportPosition(0) + 20, header->height() / 2));
  QVERIFY(person.press(u"Cancel search"_qs));
  QVERIFY(person.loses(u"Cancel search"_qs));
  t.shop.server.thaw();
  QCOMPARE(header->sortIndicatorSection(), section);
  QCOMPARE(header->sortIndicatorOrder(), order);
  QVERIFY(header->isSortIndicatorShown());
  QTRY_COMPARE(found(person), own);
  QVERIFY(!person.notices().join(u' ').contains(u"Sorted by"));
}

void TestSearch::refusesWhatTheRoleMayNotSee() {
  WindowTest t;
  QVERIFY(t.shop.start());
  fill(t.shop, "orders", 3);
  t.shop.server.run({"HSET", "bull:orders:2", "data", R"({"apiKey":"K-4242"})"});
  QVERIFY(t.open("production&role=viewer"));
  Person &person = t.person;
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(ask(person, u"data.apiKey = K-4242"_qs));
  QTRY_VERIFY(
      person.see(u"Search jobs"_qs)->accessibleDescription().contains(u"Your role may not see data.apiKey"));
  QVERIFY(ask(person, u"K-4242"_qs));
  QTRY_VERIFY(person.see(u"Search jobs"_qs)->accessibleDescription().isEmpty());
  auto *report = person.window()->findChild<QLabel *>(u"Search report"_qs);
  QTRY_VERIFY2(report->text().startsWith(u"0 found"), qPrintable(report->text()));
}

void TestSearch::refusesToSortByWhatTheRoleMayNotSee() {
  WindowTest t;
  QHeaderView *header = openCompleted(t, "production&role=viewer", 3);
  QVERIFY(header);
  Person &person = t.person;
  const QStringList own = found(person);
  emit header->customContextMenuRequested(QPoint(20, 5));
  QVERIFY(menuTexts(u"Sort by a field…"_qs).contains(u"Sort by a field…"_qs));
  QVERIFY(person.type(u"Sort by a field"_qs, u"data.apiKey"_qs));
  QVERIFY(person.press(u"Go"_qs));
  QVERIFY(person.reads(u"Your role may not see data.apiKey"_qs));
  QCOMPARE(found(person), own);
}

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
