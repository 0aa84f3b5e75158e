// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/panetabbar.h"
#include "ui/widgets/statetabbar.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr TabGaps Gaps{10, 5};

/// Nine like tabs, one of them empty.
QList<TabParts> sampleTabs() {
  QList<TabParts> tabs;
  for (int i = 0; i < 9; ++i)
    tabs.append({16, 60, 48, 30, i == 3});
  return tabs;
}

int total(const QList<TabParts> &tabs, TabFold fold) {
  int width = 0;
  for (const TabParts &tab : tabs)
    width += tabWidth(tab, fold, Gaps);
  return width;
}

} // namespace

class TabsTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_controller = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_controller.reset(); }

  void foldsInOrder() {
    const QList<TabParts> tabs = sampleTabs();
    int before = INT_MAX;
    for (const TabFold fold : {TabFold::None, TabFold::CompactCounts, TabFold::NoIcons, TabFold::FoldEmpty}) {
      const int width = total(tabs, fold);
      QVERIFY(width < before);
      QCOMPARE(foldFor(tabs, width, Gaps), fold);
      before = width;
    }
    QCOMPARE(foldFor(tabs, 10, Gaps), TabFold::FoldEmpty);
  }

  void widthOfOneTab() {
    const TabParts tab{16, 60, 48, 30, true};
    QCOMPARE(tabWidth(tab, TabFold::None, Gaps), 20 + 16 + 5 + 60 + 5 + 48);
    QCOMPARE(tabWidth(tab, TabFold::CompactCounts, Gaps), 20 + 16 + 5 + 60 + 5 + 30);
    QCOMPARE(tabWidth(tab, TabFold::NoIcons, Gaps), 20 + 60 + 5 + 30);
    QCOMPARE(tabWidth(tab, TabFold::FoldEmpty, Gaps), 20 + 16 + 5 + 30);
    QCOMPARE(tabWidth({16, 60, 0, 0, false}, TabFold::None, Gaps), 20 + 16 + 5 + 60);
  }

  void barFoldsWithItsWidth() {
    StateTabBar bar;
    for (const JobState state : ShownStates)
      bar.setCount(tabOf(state), 123'456);
    bar.resize(2000, 32);
    bar.show();
    QTRY_COMPARE(bar.fold(), TabFold::None);
    bar.resize(500, 32);
    QTRY_COMPARE(bar.fold(), TabFold::FoldEmpty);
    // A folded tab keeps its word for assistive tools.
    QCOMPARE(bar.tabText(bar.indexOf(StateTab::Prioritized)), u"Prioritized"_s);
    bar.resize(2000, 32);
    QTRY_COMPARE(bar.fold(), TabFold::None);
  }

  void assistiveNames() {
    StateTabBar bar;
    bar.setCount(StateTab::WaitingChildren, 2);
    QAccessibleInterface *tabs = QAccessible::queryAccessibleInterface(&bar);
    QVERIFY(tabs);
    QAccessibleInterface *tab = tabs->child(bar.indexOf(StateTab::WaitingChildren));
    QCOMPARE(tab->text(QAccessible::Name), u"waiting-children"_s);
    QVERIFY(tab->text(QAccessible::Description).contains(u'2'));
    QCOMPARE(tabs->child(0)->text(QAccessible::Name), u"Latest"_s);
  }

  void statesRoundTrip() {
    for (const JobState state : ShownStates)
      QCOMPARE(stateOf(tabOf(state)), std::optional(state));
    QVERIFY(!stateOf(StateTab::Latest));
    QVERIFY(!stateOf(StateTab::Schedulers));
  }

  void choosingATabTells() {
    StateTabBar bar;
    QSignalSpy chosen(&bar, &StateTabBar::currentTabChanged);
    bar.setCurrentTab(StateTab::Failed);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<StateTab>(), StateTab::Failed);
    // Another family of queue: tabs go, the choice stays, nobody is told.
    bar.setTabs({StateTab::Latest, StateTab::Waiting, StateTab::Failed});
    QCOMPARE(bar.currentTab(), StateTab::Failed);
    QCOMPARE(chosen.count(), 1);
    bar.setTabs({StateTab::Latest, StateTab::Waiting});
    QCOMPARE(bar.currentTab(), StateTab::Latest);
  }

  void unsavedDotTakesRoom() {
    PaneTabBar bar;
    bar.addTab(u"Data"_s);
    bar.addTab(u"Error"_s);
    bar.show();
    const int before = bar.tabRect(0).width();
    bar.setUnsaved(0, true);
    QVERIFY(bar.tabRect(0).width() > before);
    QVERIFY(!bar.tabToolTip(0).isEmpty());
    bar.setUnsaved(0, false);
    QCOMPARE(bar.tabRect(0).width(), before);
    QVERIFY(bar.tabToolTip(0).isEmpty());
  }

private:
  std::unique_ptr<ThemeController> m_controller;
};

QTEST_MAIN(TabsTest)
#include "tst_tabs.moc"
