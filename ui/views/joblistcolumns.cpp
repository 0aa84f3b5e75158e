// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/joblistcolumns.h"

#include "models/jobtablemodel.h"
#include "ui/views/columnmenu.h"
#include "ui/views/columnstore.h"
#include "ui/views/joblistplace.h"
#include "ui/widgets/jobtableview.h"
#include "workspace/settings.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace oxp {
namespace {

constexpr int LeastError = 160; // px
/// Where there is little room, unless a person has chosen the columns.
constexpr JobColumn LeaveFirst[] = {JobColumn::Size, JobColumn::Priority, JobColumn::Attempts};

bool contains(const std::vector<JobColumn> &columns, JobColumn column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

/// What takes the rest: numbers at the far right would be hard to read along.
JobColumn wideColumn(const std::vector<JobColumn> &shown) {
  return contains(shown, JobColumn::Error) ? JobColumn::Error : JobColumn::Name;
}

} // namespace

JobListColumns::JobListColumns(const JobListPlace &place, JobTableModel *model, JobTableView *table,
                               Settings &settings, QWidget *room)
    : QObject(room)
    , m_place(place)
    , m_model(model)
    , m_table(table)
    , m_settings(settings)
    , m_room(room) {
  QHeaderView *header = m_table->horizontalHeader();
  header->setSectionsMovable(true);
  header->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(header, &QWidget::customContextMenuRequested, this, &JobListColumns::openMenu);
  connect(header, &QHeaderView::sectionResized, this, &JobListColumns::saveWidths);
  connect(header, &QHeaderView::sectionMoved, this, &JobListColumns::saveWidths);
}

void JobListColumns::openMenu(const QPoint &place) {
  QMenu *menu = makeColumnMenu(m_settings, m_place.kind(), m_room, [this] { apply(); });
  menu->addSeparator();
  emit menuOpening(menu);
  connect(menu->addAction(tr("Default columns")), &QAction::triggered, this, [this] {
    ColumnStore(m_settings).clear(m_place.kind());
    apply();
  });
  menu->popup(m_table->horizontalHeader()->mapToGlobal(place));
}

void JobListColumns::apply() {
  m_applying = true;
  QHeaderView *header = m_table->horizontalHeader();
  ColumnStore(m_settings).restoreOrder(m_place.kind(), header);
  m_shown = shown();
  const JobColumn wide = wideColumn(m_shown);
  for (const JobColumnSpec &spec : jobColumns()) {
    const int section = int(spec.column);
    const bool visible = contains(m_shown, spec.column);
    m_table->setColumnHidden(section, !visible);
    header->setSectionResizeMode(section,
                                 spec.column == wide ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (visible && spec.column != wide)
      header->resizeSection(section, widthOf(spec.column));
  }
  header->setStretchLastSection(!contains(m_shown, wide));
  m_applying = false;
  m_model->setShownColumns(m_shown);
}

/// Whether too little is left of the column that takes the rest.
bool JobListColumns::isTight(const std::vector<JobColumn> &shown) const {
  const JobColumn wide = wideColumn(shown);
  int needed = wide == JobColumn::Error ? LeastError : jobColumn(wide).width;
  for (const JobColumn column : shown)
    needed += column == wide ? 0 : widthOf(column);
  return needed > m_room->width();
}

void JobListColumns::fit() {
  if (shown() != m_shown)
    apply();
}

/// As a person has set it; else as wide as the column wants, or its title, marked as the order.
int JobListColumns::widthOf(JobColumn column) const {
  const int width = ColumnStore(m_settings).width(m_place.kind(), column);
  const bool own = width != jobColumn(column).width;
  return own ? width : std::max(width, m_table->horizontalHeader()->sectionSizeHint(int(column)));
}

void JobListColumns::saveWidths() {
  if (!m_applying)
    ColumnStore(m_settings).save(m_place.kind(), m_table->horizontalHeader());
}

std::vector<JobColumn> JobListColumns::shown() const {
  const ColumnStore store(m_settings);
  std::vector<JobColumn> shown = store.shown(m_place.kind());
  if (store.isChosen(m_place.kind()))
    return shown;
  for (const JobColumn column : LeaveFirst)
    if (isTight(shown))
      shown.erase(std::remove(shown.begin(), shown.end(), column), shown.end());
  return shown;
}

} // namespace oxp
