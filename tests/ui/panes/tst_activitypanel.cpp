// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activitymodel.h"
#include "ui/views/activitypanel.h"

#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QtTest>

using namespace oxp;

/// The list follows its model row by row.
class TestActivityPanel : public QObject {
  Q_OBJECT

private slots:
  void keepsTheRowsThatStay();
  void showsTheNewestOnly();
  void cancelsTheRowThatItsButtonIsIn();

private:
  /// The rows as they lie in the list.
  static QList<QWidget *> rows(const ActivityPanel &panel) {
    const QLayout *layout = panel.findChild<QScrollArea *>()->widget()->layout();
    QList<QWidget *> found;
    for (int i = 0; i < layout->count(); ++i)
      if (QWidget *row = layout->itemAt(i)->widget())
        found += row;
    return found;
  }
  static QStringList titles(const ActivityPanel &panel) {
    QStringList found;
    for (const QWidget *row : rows(panel))
      found += row->accessibleName();
    return found;
  }
};

void TestActivityPanel::keepsTheRowsThatStay() {
  ActivityModel model;
  model.note(u"first"_qs, {});
  ActivityPanel panel(model);
  panel.show();
  QCOMPARE(titles(panel), QStringList{u"first"_qs});
  const QPointer<QWidget> first = rows(panel).front();
  model.note(u"second"_qs, u"what was done"_qs);
  QCOMPARE(titles(panel), (QStringList{u"second"_qs, u"first"_qs}));
  QCOMPARE(rows(panel).front()->accessibleDescription(), u"what was done"_qs);
  QCOMPARE(rows(panel).back(), first.data());
}

/// More notes than the model keeps, each of which is one row in and one row out.
void TestActivityPanel::showsTheNewestOnly() {
  ActivityModel model;
  ActivityPanel panel(model);
  panel.show();
  const int count = 2 * ActivityModel::KeptRows;
  QPointer<QWidget> kept;
  for (int i = 0; i < count; ++i) {
    model.note(QString::number(i), {});
    if (i == count - ActivityPanel::MostRows)
      kept = rows(panel).front();
  }
  QStringList newest;
  for (int i = 0; i < ActivityPanel::MostRows; ++i)
    newest += QString::number(count - 1 - i);
  QCOMPARE(titles(panel), newest);
  QVERIFY(kept);
  QCOMPARE(rows(panel).back(), kept.data());
}

void TestActivityPanel::cancelsTheRowThatItsButtonIsIn() {
  ActivityModel model;
  ActivityPanel panel(model);
  panel.show();
  int id = 0;
  bool cancelled = false;
  id = model.begin(u"work"_qs, {}, [&] {
    cancelled = true;
    model.end(id, ActivityModel::Status::Cancelled, {});
    for (int i = 0; i < ActivityPanel::MostRows; ++i) // its row goes while its button is being pressed
      model.note(QString::number(i), {});
  });
  model.note(u"above it"_qs, {});
  auto *button = rows(panel).back()->findChild<QPushButton *>();
  QTRY_VERIFY(button->isVisible()); // what comes into a layout shows with the next event
  QTest::mouseClick(button, Qt::LeftButton);
  QVERIFY(cancelled);
  QVERIFY(!titles(panel).contains(u"work"_qs));
  QCOMPARE(rows(panel).size(), ActivityPanel::MostRows);
}

QTEST_MAIN(TestActivityPanel)
#include "tst_activitypanel.moc"
