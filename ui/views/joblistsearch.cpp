// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The search above the list, and which columns it shows.
#include "ui/views/joblistpanel.h"

#include "models/format.h"
#include "models/jobtablemodel.h"
#include "ui/actions/actionset.h"
#include "ui/views/columnmenu.h"
#include "ui/views/columnstore.h"
#include "ui/views/searchcontrol.h"
#include "ui/views/searchpanel.h"
#include "ui/views/viewsetup.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/searchbox.h"
#include "workspace/settings.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QStackedWidget>

#include <algorithm>
#include <climits>

namespace oxp {
namespace {

constexpr int LeastError = 160; // px
/// Where there is little room, unless a person has chosen the columns.
constexpr JobColumn LeaveFirst[] = {JobColumn::Size, JobColumn::Priority, JobColumn::Attempts};

} // namespace

void JobListPanel::setupSearch() {
  connect(m_search, &SearchControl::wanted, this, [this](const SearchAsk &ask) {
    showResults(true);
    m_filters->setCount({});
    m_results->start(ask);
  });
  m_byError->setObjectName(QStringLiteral("Group by error"));
  m_byError->setAccessibleName(m_byError->text());
  m_byError->setToolTip(tr("Failures: what these jobs failed with, how often and since when"));
  m_byError->hide();
  m_searchBox->addButton(m_byError);
  connect(m_byError, &QPushButton::clicked, m_actions.action("tools.failures"), &QAction::trigger);
  connect(m_search, &SearchControl::emptied, this, [this] { showResults(false); });
  connect(m_search, &SearchControl::broken, this, [this] { showResults(false); });
  connect(m_search, &SearchControl::cancelled, this, [this] {
    m_results->cancel();
    cancelSort();
  });
  connect(m_results, &SearchPanel::progressed, m_searchBox, &SearchBox::setRunning);
  connect(m_results, &SearchPanel::ended, this, [this] {
    if (m_sorting)
      tellSorting({}); // it has the line again, and its Cancel
    else
      m_searchBox->setIdle();
  });
  connect(m_results, &SearchPanel::completed, this, &JobListPanel::searchCompleted);
  connect(m_results, &SearchPanel::everythingWanted, m_search, &SearchControl::askEverything);
  connect(m_results, &SearchPanel::jobActivated, this, &JobListPanel::jobActivated);
  connect(m_results, &SearchPanel::selectionChanged, this, &JobListPanel::selectionChanged);
  connect(m_results, &SearchPanel::contextMenuWanted, this, &JobListPanel::contextMenuWanted);
  connect(m_results, &SearchPanel::currentHitChanged, this, [this](const std::optional<SearchHit> &hit) {
    emit currentJobChanged(hit ? hit->queue : m_shown.queue, hit ? std::optional(hit->row) : std::nullopt);
  });
}

void JobListPanel::setupFilters() {
  m_search->setFailureWords([this](const QByteArray &failure) { return failureWords(failure); });
  connect(m_search, &SearchControl::filtersChanged, this, &JobListPanel::showFilters);
  connect(m_results, &SearchPanel::counted, this, &JobListPanel::showCount);
  connect(m_results, &SearchPanel::clearWanted, m_search, &SearchControl::clear);
  connect(m_filters, &FilterChips::removed, m_search, &SearchControl::removeFilter);
  connect(m_filters, &FilterChips::cleared, m_search, &SearchControl::clear);
}

/// The keyboard comes back to the search when the row that had it goes.
void JobListPanel::showFilters() {
  const QWidget *focus = QApplication::focusWidget();
  const bool here = focus && m_filters->isAncestorOf(focus);
  m_filters->setFilters(m_search->filters());
  if (here && m_search->filters().empty())
    m_searchBox->field()->setFocus();
}

/// With the first job that was found the words of its failure may be known.
void JobListPanel::showCount(qint64 found, qint64 total) {
  m_filters->setCount(total < 0 ? QString()
                                : tr("%1 of %Ln job(s)", nullptr, int(std::min<qint64>(total, INT_MAX)))
                                      .arg(format::number(found)));
  m_filters->setFilters(m_search->filters());
}

/// All jobs that are found by it failed alike.
QString JobListPanel::failureWords(const QByteArray &failure) const {
  const QString known = m_failureWords ? m_failureWords(failure) : QString();
  if (!known.isEmpty() || !m_searching)
    return known;
  const format::ErrorParts parts = format::errorParts(m_results->firstError());
  return parts.className.isEmpty() ? parts.message : tr("%1: %2").arg(parts.className, parts.message);
}

/// The list stays as it was behind the results, and is read again when it comes back.
void JobListPanel::showResults(bool on) {
  if (m_searching == on)
    return;
  m_searching = on;
  tellSort();
  if (on) {
    m_chip->hide();
    m_stack->setCurrentWidget(m_results);
    return;
  }
  m_results->clear();
  if (m_openId.isEmpty())
    choose(m_table->currentIndex());
  m_chip->setVisible(m_model->newAtHead() > 0);
  showEmptyWords();
  readShown();
}

void JobListPanel::focusSearch() {
  m_searchBox->field()->setFocus();
  m_searchBox->field()->selectAll();
}

bool JobListPanel::selectFound(const QueueId &queue, const QByteArray &jobId) {
  const bool found = m_results->select(queue, jobId) || m_results->selectOnly();
  if (!found)
    m_openId.clear(); // the list opens its own again
  return found;
}

void JobListPanel::search(const QString &text, const std::vector<QueueId> &queues) {
  m_search->ask(text, queues);
}

std::vector<SearchHit> JobListPanel::selectedHits() const {
  return m_searching ? m_results->selectedHits() : std::vector<SearchHit>();
}

std::vector<SearchHit> JobListPanel::foundHits() const {
  return m_searching ? m_results->allHits() : std::vector<SearchHit>();
}

bool JobListPanel::isSearchRunning() const {
  return m_searching && m_results->isRunning();
}

int JobListPanel::selectedCount() const {
  return m_searching ? m_results->selectedCount() : selectedRowCount(*m_table);
}

void JobListPanel::chooseColumns(const QPoint &place) {
  QMenu *menu = makeColumnMenu(m_settings, kind(), this, [this] { applyColumns(); });
  menu->addSeparator();
  if (maySort())
    connect(menu->addAction(tr("Sort by a field…")), &QAction::triggered, this, &JobListPanel::askSortField);
  connect(menu->addAction(tr("Default columns")), &QAction::triggered, this, [this] {
    ColumnStore(m_settings).clear(kind());
    applyColumns();
  });
  menu->popup(m_table->horizontalHeader()->mapToGlobal(place));
}

void JobListPanel::applyColumns() {
  m_applyingWidths = true;
  ColumnStore store(m_settings);
  QHeaderView *header = m_table->horizontalHeader();
  store.restoreOrder(kind(), header);
  const std::vector<JobColumn> shown = shownColumns();
  const JobColumn wide = wideColumn(shown);
  const bool hasError = wide == JobColumn::Error;
  for (const JobColumnSpec &spec : jobColumns()) {
    const int section = int(spec.column);
    const bool visible = std::find(shown.begin(), shown.end(), spec.column) != shown.end();
    m_table->setColumnHidden(section, !visible);
    header->setSectionResizeMode(section,
                                 spec.column == wide ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (visible && spec.column != wide)
      header->resizeSection(section, widthOf(spec.column));
  }
  header->setStretchLastSection(!hasError &&
                                std::find(shown.begin(), shown.end(), JobColumn::Name) == shown.end());
  m_applyingWidths = false;
  m_columns = shown;
  m_model->setShownColumns(shown);
}

/// What takes the rest: numbers at the far right would be hard to read along.
JobColumn JobListPanel::wideColumn(const std::vector<JobColumn> &shown) {
  const bool hasError = std::find(shown.begin(), shown.end(), JobColumn::Error) != shown.end();
  return hasError ? JobColumn::Error : JobColumn::Name;
}

/// Whether too little is left of the column that takes the rest.
bool JobListPanel::isTight(const std::vector<JobColumn> &shown) const {
  const JobColumn wide = wideColumn(shown);
  int needed = wide == JobColumn::Error ? LeastError : jobColumn(wide).width;
  for (const JobColumn column : shown)
    needed += column == wide ? 0 : widthOf(column);
  return needed > width();
}

/// The splitter or the window made room, or took it.
void JobListPanel::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  if (shownColumns() != m_columns)
    applyColumns();
}

/// As a person has set it; else as wide as the column wants, or its title, marked as the order.
int JobListPanel::widthOf(JobColumn column) const {
  const int width = ColumnStore(m_settings).width(kind(), column);
  const bool own = width != jobColumn(column).width;
  return own ? width : std::max(width, m_table->horizontalHeader()->sectionSizeHint(int(column)));
}

void JobListPanel::saveWidths() {
  if (!m_applyingWidths)
    ColumnStore(m_settings).save(kind(), m_table->horizontalHeader());
}

std::vector<JobColumn> JobListPanel::shownColumns() const {
  const ColumnStore store(m_settings);
  std::vector<JobColumn> shown = store.shown(kind());
  if (store.isChosen(kind()))
    return shown;
  for (const JobColumn column : LeaveFirst)
    if (isTight(shown))
      shown.erase(std::remove(shown.begin(), shown.end(), column), shown.end());
  return shown;
}

} // namespace oxp
