// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionset.h"
#include "ui/window/windowtest.h"

#include <QAction>
#include <QMenu>
#include <QTreeView>

using namespace oxp;
using namespace oxp::test;

/// What somebody looks at each day stands at the top of the tree, and stays there.
class TestPins : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void pinsThroughThePalette();
  void unpinsFromTheTreesMenu();

private:
  void stock(Shop &shop);
  /// The rows below the profile.
  QStringList rows(Person &person);
  QAction *action(const Person &person) { return person.window()->actions()->action("view.pinQueue"); }
};

void TestPins::stock(Shop &shop) {
  QVERIFY(shop.start());
  QVERIFY(!shop.add("waiting", "{}").isEmpty());
  for (const char *name : {"album", "pay-in", "pay-out"})
    shop.server.run({"HSET", "bull:" + QByteArray(name) + ":meta", "opts.maxLenEvents", "10000", "version",
                     "bullmq:5.81.5"});
}

QStringList TestPins::rows(Person &person) {
  const QModelIndex shop = person.row({u"Shop"_qs});
  QStringList names;
  for (int row = 0; shop.isValid() && row < shop.model()->rowCount(shop); ++row)
    names << shop.model()->index(row, 0, shop).data().toString();
  return names;
}

void TestPins::pinsThroughThePalette() {
  WindowTest t;
  stock(t.shop);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  QVERIFY(person.row({u"Shop"_qs, u"pay"_qs, u"pay-out"_qs}).isValid());
  QVERIFY(person.row({u"Shop"_qs, u"album"_qs}).isValid());
  QVERIFY(!action(person)->isEnabled());
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QCOMPARE(rows(person), (QStringList{u"album"_qs, u"orders"_qs, u"pay"_qs}));
  QVERIFY(!action(person)->isChecked());
  QVERIFY(person.command(u"Pin queue"_qs));
  QCOMPARE(rows(person), (QStringList{u"orders"_qs, u"album"_qs, u"pay"_qs}));
  QVERIFY(action(person)->isChecked());
  QVERIFY(person.chooseRow({u"Shop"_qs, u"album"_qs}));
  QVERIFY(!action(person)->isChecked());

  person.leave();
  QVERIFY(t.open("local"));
  QVERIFY(person.row({u"Shop"_qs, u"pay"_qs}).isValid());
  QVERIFY(person.waits("the pinned row", [&] { return rows(person).value(0) == u"orders"_qs; }));
  const QModelIndex orders = person.row({u"Shop"_qs, u"orders"_qs});
  const auto spoken = [&] { return orders.siblingAtColumn(1).data(Qt::AccessibleTextRole).toString(); };
  QVERIFY(person.waits("its figures", [&] { return spoken() == u"1 waiting, pinned"_qs; }));
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  QVERIFY(action(person)->isChecked());
  QVERIFY(person.command(u"Pin queue"_qs));
  QCOMPARE(rows(person), (QStringList{u"album"_qs, u"orders"_qs, u"pay"_qs}));
  QVERIFY(!action(person)->isChecked());
}

void TestPins::unpinsFromTheTreesMenu() {
  WindowTest t;
  stock(t.shop);
  QVERIFY(t.open("local"));
  Person &person = t.person;
  for (const char16_t *name : {u"pay-in", u"pay-out"}) {
    QVERIFY(person.chooseRow({u"Shop"_qs, u"pay"_qs, QString::fromUtf16(name)}));
    QVERIFY(person.command(u"Pin queue"_qs));
  }
  QCOMPARE(rows(person), (QStringList{u"pay-in"_qs, u"pay-out"_qs, u"album"_qs, u"orders"_qs}));
  auto *tree = person.see<QTreeView>(u"Queues"_qs);
  QVERIFY(tree);
  QCOMPARE(tree->currentIndex().data().toString(), u"pay-out"_qs);
  emit tree->customContextMenuRequested(tree->visualRect(tree->currentIndex()).center());
  QMenu *menu = nullptr;
  QVERIFY(person.waits("the menu", [&] {
    menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    return menu != nullptr;
  }));
  QVERIFY(menu->actions().contains(action(person)));
  menu->setActiveAction(action(person));
  QTest::keyClick(menu, Qt::Key_Return);
  QCOMPARE(rows(person), (QStringList{u"pay-in"_qs, u"album"_qs, u"orders"_qs, u"pay"_qs}));
  QCOMPARE(tree->currentIndex().data().toString(), u"pay-out"_qs);
  QVERIFY2(tree->visualRect(tree->currentIndex()).isValid(), "its group is new, and open");
}

QTEST_MAIN(TestPins)
#include "tst_pins.moc"
