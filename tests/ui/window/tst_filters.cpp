// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/joblistpanel.h"
#include "ui/views/queuepage.h"
#include "ui/window/searchtest.h"

#include <QAbstractButton>
#include <QLabel>

using namespace oxp;
using namespace oxp::test;

namespace {

/// The words of the filters that show, from left to right.
QStringList filters(Person &person) {
  QStringList words;
  const QWidget *row = person.sees(u"Filters"_qs) ? person.see(u"Filters"_qs) : nullptr;
  QList<QAbstractButton *> chips = row ? row->findChildren<QAbstractButton *>() : QList<QAbstractButton *>();
  std::sort(chips.begin(), chips.end(), [](auto *a, auto *b) { return a->x() < b->x(); });
  for (const QAbstractButton *chip : chips)
    if (chip->isVisible() && chip->accessibleName().startsWith(u"Remove filter: "))
      words << chip->accessibleName().mid(15);
  return words;
}

QString typed(Person &person) {
  return person.see<QLineEdit>(u"Search jobs"_qs)->text();
}

QString count(Person &person) {
  const auto *label = person.window()->findChild<QLabel *>(u"Filtered count"_qs);
  return label && label->isVisible() ? label->text() : QString();
}

} // namespace

/// What narrows a list stands above it and can be taken away.
class TestFilters : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void goByMouseByDeleteAndAllAtOnce();
  void anEmptyResultOffersToClearIt();
  void doNotFollowToAnotherQueue();
  void namesAGroupOfFailuresInWords();

private:
  /// Nine completed jobs in `orders`, nothing narrowed.
  bool openCompleted(WindowTest &t);
};

bool TestFilters::openCompleted(WindowTest &t) {
  if (!t.shop.start())
    return false;
  fill(t.shop, "orders", 9);
  fill(t.shop, "mail", 3);
  return t.open("local") && t.person.chooseRow({u"Shop"_qs, u"orders"_qs}) &&
         t.person.chooseState(u"completed"_qs) &&
         t.person.waits("the list", [&] { return found(t.person).size() == 9; });
}

void TestFilters::goByMouseByDeleteAndAllAtOnce() {
  WindowTest t;
  QVERIFY(openCompleted(t));
  Person &person = t.person;
  QVERIFY(person.chooseJob("5")); // a live Remove, had Delete its usual meaning
  QVERIFY(filters(person).isEmpty());
  QVERIFY(ask(person, u"name = order and data.sum > 100 not id = 5"_qs));
  QTRY_COMPARE(filters(person),
               (QStringList{u"completed"_qs, u"name = order"_qs, u"data.sum > 100"_qs, u"not id = 5"_qs}));
  QTRY_VERIFY(count(person).contains(u"of 9 job")); // the plural comes with the translation
  const Keys before = t.shop.keys();

  QVERIFY(person.press(u"Remove filter: data.sum > 100"_qs));
  QTRY_COMPARE(typed(person), u"name = order and not id = 5"_qs);
  QTRY_COMPARE(found(person).size(), 8);
  QVERIFY(!found(person).contains(u"5"));

  auto *chip = person.see<QAbstractButton>(u"Remove filter: name = order"_qs);
  chip->setFocus();
  QVERIFY(person.key(Qt::Key_Delete));
  QTRY_COMPARE(filters(person), (QStringList{u"completed"_qs, u"not id = 5"_qs}));
  QCOMPARE(typed(person), u"not id = 5"_qs);
  // The keyboard stays in the row, and Delete still removes filters and no jobs.
  QVERIFY(person.key(Qt::Key_Delete));
  QTRY_VERIFY(filters(person).isEmpty());
  QVERIFY(typed(person).isEmpty());
  QTRY_COMPARE(found(person).size(), 9);
  QVERIFY(!person.sees(u"Remove"_qs));
  QVERIFY(differing(before, t.shop.keys()).isEmpty());

  // The state's own goes by looking in all states.
  QVERIFY(ask(person, u"name = order"_qs));
  QVERIFY(person.press(u"Remove filter: completed"_qs));
  QTRY_COMPARE(filters(person), QStringList{u"name = order"_qs});
  QCOMPARE(person.see(u"Search scope"_qs)->accessibleDescription(), u"in orders"_qs);
  QVERIFY(person.press(u"Clear filters"_qs));
  QTRY_VERIFY(filters(person).isEmpty());
  QVERIFY(typed(person).isEmpty());
  QCOMPARE(person.see(u"Search scope"_qs)->accessibleDescription(), u"in completed"_qs);
}

void TestFilters::anEmptyResultOffersToClearIt() {
  WindowTest t;
  QVERIFY(openCompleted(t));
  Person &person = t.person;
  QVERIFY(ask(person, u"name = nobody"_qs));
  QVERIFY(person.see(u"No job matches"_qs));
  QVERIFY(person.press(u"Clear filters"_qs, person.see(u"No job matches"_qs)));
  QTRY_COMPARE(found(person).size(), 9);
  QVERIFY(typed(person).isEmpty());
}

void TestFilters::doNotFollowToAnotherQueue() {
  WindowTest t;
  QVERIFY(openCompleted(t));
  Person &person = t.person;
  QVERIFY(ask(person, u"id = 7"_qs));
  QTRY_COMPARE(found(person), QStringList{u"7"_qs});
  QVERIFY(person.chooseState(u"failed"_qs)); // a tab of the same queue is looked at by the same question
  QTRY_COMPARE(filters(person), (QStringList{u"failed"_qs, u"id = 7"_qs}));
  QVERIFY(person.chooseRow({u"Shop"_qs, u"mail"_qs}));
  QVERIFY(person.chooseState(u"completed"_qs));
  QTRY_COMPARE(found(person).size(), 3);
  QVERIFY(typed(person).isEmpty());
  QVERIFY(filters(person).isEmpty());
}

void TestFilters::namesAGroupOfFailuresInWords() {
  WindowTest t;
  QVERIFY(t.shop.start());
  for (int i = 0; i < 2; ++i)
    t.shop.add("failed", "{\"a\":1}", {{u"error"_qs, u"card expired"_qs}});
  t.shop.add("failed", "{\"b\":1}", {{u"error"_qs, u"no stock"_qs}});
  auto *view = t.openFailures(2);
  QVERIFY(view);
  Person &person = t.person;
  view->setCurrentIndex(view->model()->index(0, 0));
  QVERIFY(person.press(u"Show jobs"_qs));
  QVERIFY(person.waits("the words", [&] { return filters(person).join(u'\n').contains(u"card expired"); }));
  QVERIFY(typed(person).contains(u"failure = "));
  QTRY_COMPARE(found(person).size(), 2);
  QVERIFY(filters(person).contains(u"failed"_qs));
}

QTEST_MAIN(TestFilters)
#include "tst_filters.moc"
