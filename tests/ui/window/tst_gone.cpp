// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowtest.h"

#include <QPushButton>

using namespace oxp;
using namespace oxp::test;

namespace {

const QByteArray Order = "{\"to\": \"12 Long Road\",\"total\" : 1.10}";
const QByteArray OtherOrder = "{\"to\": \"12 Long Road\",\"total\" : 99}";

} // namespace

/// The job goes away while text is typed; its id may come back as another job's.
class TestGone : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void keepsTheTextOfARemovedJob();
  void tellsOnSavingThatTheJobIsGone();
  void neverSavesOverAnotherJobOfTheSameId();
  void neverComparesWithAnotherJob();
  void refusesTheIdsNextJobOnSaving();
  void offersADraftOnlyForReadingOnAnotherJob();

private:
  /// The job is open and "12 Long" typed over with "7 Short".
  void typeInto(WindowTest &t, const char *environment = "local");
  static void remove(WindowTest &t);
  static void addAgain(WindowTest &t);
};

void TestGone::typeInto(WindowTest &t, const char *environment) {
  QVERIFY(t.shop.start());
  QCOMPARE(t.shop.add("failed", Order, {{u"id"_qs, u"order-7"_qs}}), "order-7");
  t.shop.add("failed", "{\"b\":2}", {{u"id"_qs, u"other"_qs}});
  QVERIFY(t.open(environment));
  QVERIFY(t.person.openJob("order-7", u"failed"_qs));
  QVERIFY(t.person.retype(u"12 Long"_qs, u"7 Short"_qs));
}

void TestGone::remove(WindowTest &t) {
  t.shop.server.run({"ZREM", "bull:orders:failed", "order-7"});
  t.shop.server.run({"DEL", t.shop.key("order-7")});
}

void TestGone::addAgain(WindowTest &t) {
  remove(t);
  QCOMPARE(t.shop.add("failed", OtherOrder, {{u"id"_qs, u"order-7"_qs}}), "order-7");
}

void TestGone::keepsTheTextOfARemovedJob() {
  WindowTest t;
  Person &person = t.person;
  typeInto(t);
  remove(t);
  const Keys before = t.shop.keys();
  QVERIFY(person.reads(u"This job is gone. It was removed or cleaned up. Your text is kept."_qs));
  QVERIFY(person.text().contains("7 Short Road"));
  auto *save = person.see<QPushButton>(u"Save"_qs);
  QVERIFY(!save->isEnabled());
  QCOMPARE(save->accessibleDescription(), u"The job is gone; your text is kept."_qs);
  QVERIFY(person.key(Qt::Key_S, Qt::ControlModifier));

  // Elsewhere and back: the text is offered again, though there is nothing to save it to.
  QVERIFY(person.chooseJob("other"));
  QVERIFY(person.waits("the other job", [&] { return person.text().contains("\"b\""); }));
  QVERIFY(person.goTo("order-7"));
  QVERIFY(person.reads(u"Unsaved text from"_qs));
  QVERIFY(person.reads(u"The job that it was typed on is gone; it can be read and copied."_qs));
  QVERIFY(person.press(u"Restore draft"_qs));
  QVERIFY(person.waits("the typed text", [&] { return person.text().contains("7 Short Road"); }));
  QVERIFY(!person.see<QPushButton>(u"Save"_qs)->isEnabled());
  QVERIFY(differing(before, t.shop.keys()).isEmpty());
}

void TestGone::tellsOnSavingThatTheJobIsGone() {
  WindowTest t;
  Person &person = t.person;
  typeInto(t, "production");
  QVERIFY(person.press(u"Save"_qs));
  QWidget *review = person.see(u"Review changes"_qs);
  QVERIFY(review);
  remove(t);
  const Keys before = t.shop.keys();
  QVERIFY(person.press(u"Save changes"_qs, review));
  QVERIFY(person.reads(u"The job is gone. Nothing was changed."_qs));
  QVERIFY(person.text().contains("7 Short Road"));
  QVERIFY(differing(before, t.shop.keys()).isEmpty());
}

void TestGone::neverSavesOverAnotherJobOfTheSameId() {
  WindowTest t;
  Person &person = t.person;
  typeInto(t);
  addAgain(t);
  const Keys before = t.shop.keys();
  QVERIFY(person.reads(u"Another job bears this id now; the one you opened is gone."_qs));
  QVERIFY(person.text().contains("7 Short Road"));
  QVERIFY(!person.sees(u"Compare"_qs));
  QVERIFY(!person.see<QPushButton>(u"Save"_qs)->isEnabled());
  QVERIFY(person.key(Qt::Key_S, Qt::ControlModifier));
  QVERIFY(differing(before, t.shop.keys()).isEmpty());

  // The typed text goes only when the person says so, and then the other job can be edited.
  QVERIFY(person.press(u"Discard"_qs));
  QVERIFY(person.waits("the other job's data", [&] { return person.text().contains("99"); }));
  QVERIFY(person.retype(u"12 Long"_qs, u"3 Wide"_qs));
  QVERIFY(person.press(u"Save"_qs));
  QVERIFY(person.reads(u"Saved."_qs));
  QCOMPARE(t.shop.data("order-7"), "{\"to\": \"3 Wide Road\",\"total\" : 99}");
}

void TestGone::neverComparesWithAnotherJob() {
  WindowTest t;
  Person &person = t.person;
  typeInto(t);
  t.shop.setData("order-7", "{\"to\": \"99 Other Road\",\"total\" : 1.10}");
  QVERIFY(person.reads(u"Changed on the server."_qs));
  addAgain(t);
  if (person.sees(u"Compare"_qs)) // else the pane knows already
    QVERIFY(person.press(u"Compare"_qs));
  QVERIFY(person.reads(u"Another job bears this id now; the one you opened is gone."_qs));
  QVERIFY(!person.sees(u"Job changed meanwhile"_qs));
  QVERIFY(person.text().contains("7 Short Road"));
}

void TestGone::refusesTheIdsNextJobOnSaving() {
  WindowTest t;
  Person &person = t.person;
  typeInto(t, "production");
  QVERIFY(person.press(u"Save"_qs));
  QWidget *review = person.see(u"Review changes"_qs);
  QVERIFY(review);
  addAgain(t);
  const Keys before = t.shop.keys();
  QVERIFY(person.press(u"Save changes"_qs, review));
  QVERIFY(
      person.reads(u"Another job bears this id now; the one you opened is gone. Nothing was changed."_qs));
  QVERIFY(person.text().contains("7 Short Road"));
  QVERIFY(differing(before, t.shop.keys()).isEmpty());
}

void TestGone::offersADraftOnlyForReadingOnAnotherJob() {
  WindowTest t;
  Person &person = t.person;
  typeInto(t);
  QVERIFY(person.chooseJob("other"));
  QVERIFY(person.waits("the other job", [&] { return person.text().contains("\"b\""); }));
  addAgain(t);
  QVERIFY(person.chooseJob("order-7"));
  QVERIFY(person.reads(u"The job that it was typed on is gone; it can be read and copied."_qs));
  QVERIFY(person.text().contains("99"));
  QVERIFY(person.press(u"Restore draft"_qs));
  QVERIFY(person.waits("the typed text", [&] { return person.text().contains("7 Short Road"); }));
  QVERIFY(person.reads(u"Another job bears this id now; the one you opened is gone."_qs));
  QVERIFY(!person.see<QPushButton>(u"Save"_qs)->isEnabled());
  QCOMPARE(t.shop.data("order-7"), OtherOrder);
}

QTEST_MAIN(TestGone)
#include "tst_gone.moc"
