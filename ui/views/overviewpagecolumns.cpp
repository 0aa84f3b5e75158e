// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overviewfilterrow.h"
#include "ui/views/overviewpage.h"
#include "ui/widgets/jobtableview.h"
#include "workspace/profileoverview.h"
#include "workspace/settings.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

// Which columns the overview shows: the person's choice, else the column table's.

namespace oxp {
namespace {

const QString ShownKey = QStringLiteral("window/overview/shown");

} // namespace

void OverviewPage::setupColumns() {
  QHeaderView *header = m_view->horizontalHeader();
  header->setMinimumSectionSize(40);
  header->setSectionResizeMode(int(OverviewColumn::Queue), QHeaderView::Stretch);
  auto *menu = new QMenu(m_filter->columnsButton());
  connect(menu, &QMenu::aboutToShow, this, &OverviewPage::fillColumnMenu);
  m_filter->columnsButton()->setMenu(menu);
  connect(header, &QWidget::customContextMenuRequested, this,
          [header, menu](const QPoint &place) { menu->popup(header->mapToGlobal(place)); });
  applyColumns();
}

std::vector<OverviewColumn> OverviewPage::shownColumns() const {
  const QVariant stored = m_settings.store().value(ShownKey);
  const QStringList keys = stored.toStringList();
  std::vector<OverviewColumn> shown;
  for (const OverviewColumnSpec &spec : overviewColumns()) {
    const bool on = stored.isValid() ? keys.contains(QLatin1StringView(spec.key)) : spec.shownByDefault;
    if (on || spec.column == OverviewColumn::Queue)
      shown.push_back(spec.column);
  }
  return shown;
}

/// On small screens what can be left out is, unless somebody has chosen.
void OverviewPage::applyColumns() {
  const std::vector<OverviewColumn> shown = shownColumns();
  const bool chosen = m_settings.store().contains(ShownKey);
  for (const OverviewColumnSpec &spec : overviewColumns()) {
    const bool on = std::find(shown.begin(), shown.end(), spec.column) != shown.end();
    const bool room =
        m_narrow != 1 || spec.onSmallScreens || (chosen && spec.column == OverviewColumn::Memory);
    m_view->setColumnHidden(int(spec.column), !on || !room);
  }
  for (const OverviewColumnSpec &spec : overviewColumns())
    if (spec.column != OverviewColumn::Queue)
      m_view->horizontalHeader()->resizeSection(int(spec.column),
                                                m_narrow == 1 ? spec.narrowWidth : spec.width);
}

void OverviewPage::showColumn(OverviewColumn column, bool on) {
  QStringList keys;
  for (const OverviewColumn one : shownColumns())
    if (one != column)
      keys << QString::fromLatin1(overviewColumn(one).key);
  if (on)
    keys << QString::fromLatin1(overviewColumn(column).key);
  m_settings.store().setValue(ShownKey, keys);
  applyColumns();
}

void OverviewPage::measureMemory() {
  showColumn(OverviewColumn::Memory, true);
  m_model->setMeasured(true);
  m_overview->measureMemory();
}

void OverviewPage::fillColumnMenu() {
  QMenu *menu = m_filter->columnsButton()->menu();
  menu->clear();
  const std::vector<OverviewColumn> shown = shownColumns();
  for (const OverviewColumnSpec &spec : overviewColumns()) {
    if (spec.column == OverviewColumn::Queue)
      continue;
    QAction *choice = menu->addAction(spec.translatedSpokenTitle());
    choice->setCheckable(true);
    choice->setChecked(std::find(shown.begin(), shown.end(), spec.column) != shown.end());
    connect(choice, &QAction::triggered, this,
            [this, column = spec.column](bool on) { showColumn(column, on); });
  }
  menu->addSeparator();
  connect(menu->addAction(tr("Measure memory")), &QAction::triggered, this, &OverviewPage::measureMemory);
  connect(menu->addAction(tr("Default columns")), &QAction::triggered, this, [this] {
    m_settings.store().remove(ShownKey);
    applyColumns();
  });
}

} // namespace oxp
