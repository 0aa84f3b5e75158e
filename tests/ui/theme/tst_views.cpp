// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/environment.h"
#include "bull/jobstate.h"
#include "models/roles.h"
#include "ui/theme/theme.h"
#include "ui/widgets/changeslistdelegate.h"
#include "ui/widgets/jobtabledelegate.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/profilelistdelegate.h"
#include "ui/widgets/queuetreeview.h"

#include <QHeaderView>
#include <QListView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

QStandardItemModel *jobs(QObject *parent, int rows) {
  auto *model = new QStandardItemModel(rows, 3, parent);
  for (int row = 0; row < rows; ++row) {
    const CellKind kinds[] = {CellKind::Id, CellKind::State, CellKind::Error};
    for (int column = 0; column < 3; ++column) {
      auto *item = new QStandardItem(u"text"_s);
      item->setData(int(kinds[column]), CellKindRole);
      item->setData(int(JobState::Failed), StateRole);
      item->setData(u"CardError"_s, ErrorClassRole);
      item->setData(u"card expired"_s, ErrorMessageRole);
      model->setItem(row, column, item);
    }
  }
  return model;
}

int countOf(const QImage &image, const QColor &colour) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x)
      count += image.pixel(x, y) == colour.rgb();
  }
  return count;
}

void showActive(QWidget *window) {
  window->show();
  window->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(window));
}

} // namespace

class ViewsTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_controller = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_controller.reset(); }

  void rowsAreDense() {
    JobTableView table;
    table.setModel(jobs(&table, 3));
    QCOMPARE(table.rowHeight(0), 24);
    table.setCompact(true);
    QVERIFY(table.rowHeight(0) < 24);
    QCOMPARE(table.accessibleName(), u"Jobs"_s);
  }

  void selectionSaysWhoHasTheKeyboard() {
    const Tokens &t = tokensFor(Scheme::Light);
    QWidget window;
    auto *table = new JobTableView(&window);
    auto *other = new QListView(&window);
    table->setModel(jobs(table, 5));
    table->setGeometry(0, 0, 400, 200);
    other->setGeometry(0, 200, 400, 50);
    window.resize(400, 250);
    showActive(&window);
    table->setFocus();
    table->selectRow(1);
    const QImage focused = table->viewport()->grab().toImage();
    QVERIFY(countOf(focused, t.sel) > 1000);
    QCOMPARE(focused.pixelColor(1, table->rowViewportPosition(1) + 10), t.accent); // the bar
    other->setFocus();
    const QImage resting = table->viewport()->grab().toImage();
    QCOMPARE(countOf(resting, t.sel), 0);
    QVERIFY(countOf(resting, t.selOff) > 1000);
  }

  void visibleRows() {
    JobTableView table;
    QVERIFY(table.visibleRows().first > table.visibleRows().second);
    table.setModel(jobs(&table, 200));
    table.resize(400, 24 * 10 + table.horizontalHeader()->sizeHint().height());
    table.show();
    QTRY_VERIFY(table.visibleRows().second >= 8);
    QCOMPARE(table.visibleRows().first, 0);
    table.scrollToBottom();
    QCOMPARE(table.visibleRows().second, 199);
  }

  /// Whatever comes and goes: the row that the person works with stays where it is, else the first that is
  /// left.
  void whatIsSeenStays() {
    QRandomGenerator random(11);
    JobTableView table;
    QStandardItemModel *model = jobs(&table, 300);
    table.setModel(model);
    table.resize(400, 24 * 10 + table.horizontalHeader()->sizeHint().height());
    table.show();
    QTRY_VERIFY(table.visibleRows().second >= 8);
    for (int round = 0; round < 200; ++round) {
      const int rows = model->rowCount();
      table.verticalScrollBar()->setValue(random.bounded(1, table.verticalScrollBar()->maximum()));
      const auto [first, last] = table.visibleRows();
      const int chosen = random.bounded(2) ? random.bounded(first, last + 1) : -1;
      table.setCurrentIndex(chosen < 0 ? QModelIndex() : model->index(chosen, 0));
      const QPersistentModelIndex kept = model->index(chosen < 0 ? first : chosen, 0);
      const int place = table.visualRect(kept).y();
      const int below = kept.row() - first;
      for (int change = 0; change < 3; ++change) {
        const int count = random.bounded(1, 4), above = kept.row() - below;
        if (model->rowCount() > rows && above >= count)
          model->removeRows(random.bounded(above - count + 1), count);
        else
          model->insertRows(random.bounded(above + 1), count);
      }
      QCoreApplication::sendPostedEvents();
      QTRY_COMPARE(table.visualRect(kept).y(), place);
    }
  }

  void theTopGoesOnByItself() {
    JobTableView table;
    QStandardItemModel *model = jobs(&table, 100);
    table.setModel(model);
    table.setFocusPolicy(Qt::NoFocus); // the keyboard would choose a row
    table.resize(400, 200);
    table.show();
    QTRY_VERIFY(table.verticalScrollBar()->maximum() > 0);
    QVERIFY(!table.wantsHeadHeld());
    model->insertRows(0, 5);
    QCoreApplication::processEvents();
    QCOMPARE(table.visibleRows().first, 0);
    QSignalSpy held(&table, &JobTableView::headHoldChanged);
    table.setCurrentIndex(model->index(2, 0)); // somebody works here now
    QVERIFY(table.wantsHeadHeld());
    table.setCurrentIndex({});
    table.verticalScrollBar()->setValue(7);
    QVERIFY(table.wantsHeadHeld());
    table.scrollToTop();
    QVERIFY(!table.wantsHeadHeld());
    QCOMPARE(held.size(), 4);
    model->removeRows(5, model->rowCount() - 5); // all of it fits
    QTRY_COMPARE(table.verticalScrollBar()->maximum(), 0);
    table.setCurrentIndex(model->index(2, 0));
    QVERIFY(!table.wantsHeadHeld());
  }

  void greyBarsComeLate() {
    JobTableView table;
    QStandardItemModel *model = jobs(&table, 5);
    for (int column = 0; column < 3; ++column)
      model->item(2, column)->setData(true, LoadingRole);
    table.setModel(model);
    table.resize(400, 200);
    auto *delegate = static_cast<JobTableDelegate *>(table.itemDelegate());
    table.show();
    QTRY_VERIFY(delegate->showsLoading());
    for (int column = 0; column < 3; ++column)
      model->item(2, column)->setData(false, LoadingRole);
    table.refreshVisible();
    QTRY_VERIFY(!delegate->showsLoading());
  }

  void treeDrawsWholeRows() {
    QueueTreeView tree;
    auto *model = new QStandardItemModel(0, 2, &tree);
    auto *profile = new QStandardItem(u"shop"_s);
    profile->setData(int(NodeKind::Profile), NodeKindRole);
    profile->setData(int(Environment::Production), EnvironmentRole);
    profile->setData(true, ConnectedRole);
    auto *queue = new QStandardItem(u"orders"_s);
    queue->setData(int(NodeKind::Queue), NodeKindRole);
    queue->setData(1284, FailedCountRole);
    profile->appendRow({queue, new QStandardItem});
    model->appendRow({profile, new QStandardItem});
    tree.setModel(model);
    tree.expandAll();
    tree.resize(248, 200);
    tree.show();
    const Tokens &t = tokensFor(Scheme::Light);
    const QImage image = tree.viewport()->grab().toImage();
    QVERIFY(countOf(image, t.production.mark) > 40); // the filled square
    QVERIFY(countOf(image, t.errBg) > 200);          // the badge
    QCOMPARE(tree.columnWidth(0) + tree.columnWidth(1), tree.viewport()->width());
    // A click on the chevron folds the row.
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, QPoint(8, 12));
    QVERIFY(!tree.isExpanded(model->index(0, 0)));
  }

  void otherDelegatesDrawWithoutData() {
    QStandardItemModel model(3, 5);
    QTableView changes;
    changes.setModel(&model);
    changes.setItemDelegate(new ChangesListDelegate(&changes));
    QVERIFY(!changes.grab().isNull());
    QListView profiles;
    profiles.setModel(&model);
    profiles.setItemDelegate(new ProfileListDelegate(&profiles));
    QVERIFY(!profiles.grab().isNull());
    QueueTreeView tree;
    tree.setModel(&model);
    QVERIFY(!tree.grab().isNull());
  }

private:
  std::unique_ptr<ThemeController> m_controller;
};

QTEST_MAIN(ViewsTest)
#include "tst_views.moc"
