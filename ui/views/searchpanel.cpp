// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/searchpanel.h"

#include "models/activitymodel.h"
#include "models/format.h"
#include "models/jobtablemodel.h"
#include "models/searchresultsmodel.h"
#include "ui/flows/errornotice.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/views/columnmenu.h"
#include "ui/views/columnstore.h"
#include "ui/views/searchfollower.h"
#include "ui/views/searchreporttext.h"
#include "ui/views/viewsetup.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/textlabel.h"
#include "workspace/longreads.h"
#include "workspace/profilesession.h"
#include "workspace/serverlink.h"
#include "workspace/settings.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace oxp {

namespace {

constexpr int LongMs = 1'000; ///< a search that Activity lists
constexpr int QueueWidth = 120, PathWidth = 140, LineHeight = 28, Margin = 12;

QByteArray keyOf(const SearchHit &hit) {
  return hit.queue.id.key(hit.row.id);
}

} // namespace

SearchPanel::SearchPanel(Settings &settings, ActivityModel &activity, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_activity(activity)
    , m_model(new SearchResultsModel(this))
    , m_table(new JobTableView)
    , m_follower(new SearchFollower(m_model, m_table, this))
    , m_banner(new Banner)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyPlace)
    , m_line(new TextLabel({}, Tint::Text2))
    , m_everything(new QPushButton(tr("Search all"))) {
  setupTable();
  m_empty->setAtTop();
  m_stack->addWidget(m_table);
  m_stack->addWidget(m_empty);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_banner);
  layout->addWidget(m_stack, 1);
  setupLine();
}

SearchPanel::~SearchPanel() {
  m_request.cancel();
}

void SearchPanel::setupTable() {
  m_table->setAccessibleName(tr("Jobs"));
  m_table->setObjectName(QStringLiteral("Found jobs"));
  m_table->setModel(m_model);
  m_table->horizontalHeader()->setStretchLastSection(false);
  connect(m_table, &QWidget::customContextMenuRequested, this,
          [this](const QPoint &place) { emit contextMenuWanted(m_table->viewport()->mapToGlobal(place)); });
  connect(m_table, &QAbstractItemView::pressed, this, &SearchPanel::choose);
  connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
    choose(index);
    emit jobActivated();
  });
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SearchPanel::choose);
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &SearchPanel::selectionChanged);
  QHeaderView *header = m_table->horizontalHeader();
  header->setSectionsClickable(true);
  connect(header, &QHeaderView::sectionClicked, this, &SearchPanel::headerClicked);
  connect(header, &QWidget::customContextMenuRequested, this, &SearchPanel::chooseColumns);
  connect(m_model, &QAbstractItemModel::dataChanged, this, &SearchPanel::noteMoved);
}

void SearchPanel::setupLine() {
  m_foot = new QWidget;
  m_foot->setFixedHeight(LineHeight);
  auto *row = new QHBoxLayout(m_foot);
  row->setContentsMargins(Margin, 0, Margin, 0);
  row->setSpacing(8);
  m_line->setObjectName(QStringLiteral("Search report"));
  m_line->setFont(fonts::small());
  m_line->setElide(Qt::ElideRight);
  setButtonKind(m_everything, ButtonKind::Flat);
  m_everything->setAccessibleName(tr("Search all"));
  m_everything->setObjectName(QStringLiteral("Search all"));
  m_everything->setToolTip(tr("Looks at every job, not only at the newest of each state."));
  m_everything->hide();
  connect(m_everything, &QPushButton::clicked, this, &SearchPanel::everythingWanted);
  row->addWidget(m_line, 1);
  row->addWidget(m_everything);
  layout()->addWidget(m_foot);
}

/// In a low window each line counts: where all was looked at, the count beside the filters says as much.
void SearchPanel::fitFoot() {
  m_foot->setVisible(!m_compact || m_line->text() != m_plain);
}

void SearchPanel::choose(const QModelIndex &index) {
  const SearchHit *hit = index.isValid() ? m_model->hitAt(index.row()) : nullptr;
  const QByteArray chosen = hit ? keyOf(*hit) : QByteArray();
  if (chosen == m_chosen)
    return;
  m_chosen = chosen;
  emit currentHitChanged(hit ? std::optional(*hit) : std::nullopt);
}

void SearchPanel::start(SearchAsk ask) {
  cancel();
  m_ask = std::move(ask);
  m_banner->clear();
  m_chosen.clear();
  m_anyMoved = m_cutShort = false;
  m_stack->setCurrentIndex(0);
  m_everything->hide();
  m_model->begin(m_ask.query.namedPaths());
  m_follower->follow(m_ask.session);
  if (!m_ask.session)
    return;
  m_model->setClockOffset(m_ask.session->link().clockOffset());
  showColumns();
  m_plain.clear();
  m_line->setText(tr("Looking…"));
  fitFoot();
  m_line->setTint(Tint::Text2);
  m_last = {};
  m_running = true;
  m_time.start();
  emit progressed(-1, tr("Looking…"));
  request();
}

void SearchPanel::request() {
  SearchRequest request;
  request.scopes = m_ask.scopes;
  request.query = m_ask.query;
  request.limit = m_ask.everything ? -1 : m_settings.value(setting::SearchLimit);
  request.engine = m_ask.onServer ? SearchEngine::Script : SearchEngine::Reading;
  const quint64 number = ++m_number;
  m_request = m_ask.session->longReads().requestSearch(
      request, this,
      [this, number](SearchProgress progress) {
        if (number == m_number)
          applyProgress(std::move(progress));
      },
      [this, number](const Result<SearchReport> &report) {
        if (number == m_number)
          finish(report);
      });
}

/// `created > -5m` means five minutes before now, and not before it was asked first.
void SearchPanel::restart() {
  SearchAsk again = m_ask;
  if (again.session)
    if (auto query = search::parse(again.query.text, again.session->link().serverNow()))
      again.query = std::move(*query);
  start(std::move(again));
}

void SearchPanel::cancel() {
  m_request.cancel();
  if (!std::exchange(m_running, false))
    return;
  ++m_number;
  m_cutShort = true;
  showStopped(tr("Cancelled"));
  endActivity(int(ActivityModel::Status::Cancelled));
  emit ended();
}

void SearchPanel::clear() {
  cancel();
  m_ask = {};
  m_follower->follow(nullptr);
  m_chosen.clear();
  m_model->begin({});
  m_line->setText({});
  m_everything->hide();
}

void SearchPanel::applyProgress(SearchProgress progress) {
  std::vector<SearchHit> hits = std::exchange(progress.hits, {});
  m_last = std::move(progress);
  m_model->append(std::move(hits));
  const double share = m_last.total > 0 ? double(m_last.looked) / double(m_last.total) : -1;
  emit progressed(share, runningText(m_last));
  emit counted(m_last.found, m_last.total);
  tellActivity();
}

/// Most searches are over before anybody could look there.
void SearchPanel::tellActivity() {
  if (m_time.elapsed() < LongMs)
    return;
  const QString where = m_ask.isWide() ? tr("%n queue(s)", nullptr, int(m_ask.scopes.size()))
                                       : format::safeText(m_ask.scopes.front().queue.id.name, 40);
  if (m_row == 0)
    m_row = m_activity.begin(tr("Search in %1").arg(where), tr("jobs"), [panel = QPointer(this)] {
      if (panel)
        panel->cancel();
    });
  m_activity.progress(m_row, m_last.looked, m_last.total, tr("%Ln found", nullptr, int(m_last.found)));
}

void SearchPanel::endActivity(int status) {
  if (const int row = std::exchange(m_row, 0); row > 0)
    m_activity.end(row, ActivityModel::Status(status), m_line->text());
}

QString SearchPanel::runningText(const SearchProgress &progress) const {
  QStringList parts;
  if (progress.total > 0)
    parts << tr("%1 %").arg(100 * progress.looked / progress.total);
  parts << tr("%Ln found", nullptr, int(progress.found));
  const qint64 ms = m_time.elapsed();
  if (ms > 1'000 && progress.looked > 0) {
    parts << tr("%1 jobs/s").arg(format::compactNumber(progress.looked * 1'000 / ms));
    const qint64 left = ms * (progress.total - progress.looked) / progress.looked;
    parts << tr("%1 left").arg(format::duration(std::max<qint64>(1'000, left / 1'000 * 1'000)));
  }
  return parts.join(u" · "_qs);
}

void SearchPanel::finish(const Result<SearchReport> &report) {
  m_running = false;
  m_cutShort = !report || report->capped || report->lostTrack;
  emit ended();
  if (report) {
    showReport(*report);
    endActivity(int(ActivityModel::Status::Done));
    sortNewestFirst();
    emit completed();
    return;
  }
  const bool cancelled = report.error().kind == ErrorKind::Cancelled;
  if (!cancelled)
    m_banner->post(errorNotice(report.error(), Doing::Reading, "read"));
  showStopped(cancelled ? tr("Cancelled") : tr("Stopped"));
  endActivity(int(cancelled ? ActivityModel::Status::Cancelled : ActivityModel::Status::Failed));
}

void SearchPanel::showStopped(const QString &why) {
  m_line->setText(tr("%1: %2 of %3 jobs were looked at, %Ln found.", nullptr, int(m_last.found))
                      .arg(why, format::number(m_last.looked), format::number(m_last.total)));
}

void SearchPanel::showReport(const SearchReport &report) {
  const bool offered = !m_ask.everything && !report.capped && searchtext::isPartial(report);
  const qint64 total = searchtext::total(report);
  m_line->setText(searchtext::sentence(report, offered, m_ask.onServer));
  m_line->setTint(offered ? Tint::Warn : Tint::Text2);
  m_everything->setText(tr("Search all %1").arg(format::number(total)));
  m_everything->setVisible(offered);
  m_plain = searchtext::isPlain(report, m_ask.onServer) ? m_line->text() : QString();
  fitFoot();
  emit counted(report.found, total);
  if (m_model->rowCount() == 0)
    showEmptyWords(report.looked, total);
}

void SearchPanel::showEmptyWords(qint64 looked, qint64 total) {
  const bool partly = isPartial();
  m_empty->clear();
  m_empty->setHeadline(partly ? tr("Nothing found so far") : tr("No job matches"));
  m_empty->setSentence(partly ? tr("Only the newest %1 of %2 jobs were looked at.")
                                    .arg(format::number(looked), format::number(total))
                              : tr("Every job that the search is meant for was looked at."));
  if (partly) {
    QPushButton *all = m_empty->addButton(m_everything->text(), ButtonKind::Main);
    all->setAccessibleName(tr("Search all"));
    connect(all, &QPushButton::clicked, this, &SearchPanel::everythingWanted);
  }
  QPushButton *clear = m_empty->addButton(tr("Clear"), ButtonKind::Flat);
  clear->setAccessibleName(tr("Clear filters"));
  connect(clear, &QPushButton::clicked, this, &SearchPanel::clearWanted);
  m_stack->setCurrentIndex(1);
}

std::vector<JobColumn> SearchPanel::shownColumns() const {
  return ColumnStore(m_settings).shown(JobListKind::Latest);
}

/// The queue first where there are several, then id, name and state, what the query names, and the rest.
void SearchPanel::showColumns() {
  QHeaderView *header = m_table->horizontalHeader();
  const std::vector<JobColumn> shown = shownColumns();
  ColumnStore store(m_settings);
  const std::vector<search::Field> named = m_ask.query.namedFields();
  const auto isNamed = [&](JobColumn column) {
    return std::find(named.begin(), named.end(), fieldOf(column)) != named.end();
  };
  const auto isShown = [&](JobColumn column) {
    return isNamed(column) || std::find(shown.begin(), shown.end(), column) != shown.end();
  };
  for (int section = 0; section < JobColumnCount; ++section) {
    const auto column = JobColumn(section);
    m_table->setColumnHidden(section, !isShown(column));
    header->setSectionResizeMode(section, QHeaderView::Interactive);
    header->resizeSection(section, std::max(store.width(JobListKind::Latest, column),
                                            isShown(column) ? header->sectionSizeHint(section) : 0));
  }
  showStates();
  m_table->setColumnHidden(SearchResultsModel::QueueColumn, !m_ask.isWide());
  header->resizeSection(SearchResultsModel::QueueColumn, QueueWidth);
  std::vector<int> order{SearchResultsModel::QueueColumn, int(JobColumn::Id), int(JobColumn::Name),
                         int(JobColumn::State)};
  for (int section = SearchResultsModel::FirstPathColumn; section < m_model->columnCount(); ++section) {
    order.push_back(section);
    m_table->setColumnHidden(section, false);
    header->resizeSection(section, PathWidth);
  }
  for (int section = int(JobColumn::State) + 1; section < JobColumnCount; ++section)
    if (isNamed(JobColumn(section)) && section != int(JobColumn::Error))
      order.push_back(section);
  for (size_t visual = 0; visual < order.size(); ++visual)
    header->moveSection(header->visualIndex(order[visual]), int(visual));
  header->setSectionResizeMode(int(isShown(JobColumn::Error) ? JobColumn::Error : JobColumn::Name),
                               QHeaderView::Stretch);
  header->setSortIndicatorShown(m_model->sortColumn() >= 0);
}

/// Where one state was searched all jobs are in it, until one of them has left it.
void SearchPanel::showStates() {
  const std::vector<JobColumn> shown = shownColumns();
  const bool isWanted = std::find(shown.begin(), shown.end(), JobColumn::State) != shown.end();
  m_table->setColumnHidden(int(JobColumn::State), !isWanted || (m_ask.oneState() && !m_anyMoved));
}

void SearchPanel::noteMoved(const QModelIndex &changed) {
  const SearchHit *hit = m_model->hitAt(changed.row());
  const std::optional<JobState> searched = m_ask.oneState();
  if (!hit || !searched || m_anyMoved || hit->row.missing || hit->row.state == *searched)
    return;
  m_anyMoved = true;
  showStates();
}

void SearchPanel::chooseColumns(const QPoint &place) {
  QMenu *menu = makeColumnMenu(m_settings, JobListKind::Latest, this, [this] { showColumns(); });
  menu->popup(m_table->horizontalHeader()->mapToGlobal(place));
}

/// The values of a path are amounts if the first one is.
Qt::SortOrder SearchPanel::firstOrder(int section) const {
  if (section < JobColumnCount)
    return jobColumn(JobColumn(section)).firstOrder();
  const SearchHit *first = m_model->hitAt(0);
  const size_t path = size_t(section - SearchResultsModel::FirstPathColumn);
  const bool isNumber = section >= SearchResultsModel::FirstPathColumn && first &&
                        path < first->values.size() &&
                        first->values[path].kind == search::Found::Kind::Number;
  return isNumber ? Qt::DescendingOrder : Qt::AscendingOrder;
}

/// One way, the other, and back to the order in which they were found.
void SearchPanel::headerClicked(int section) {
  const Qt::SortOrder first = firstOrder(section);
  if (m_model->sortColumn() != section)
    sortBy(section, first);
  else if (m_model->sortOrder() == first)
    sortBy(section, first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
  else
    sortBy(-1, Qt::AscendingOrder);
}

void SearchPanel::sortBy(int section, Qt::SortOrder order) {
  m_model->sort(section, order);
  m_table->horizontalHeader()->setSortIndicatorShown(m_model->sortColumn() >= 0);
  m_table->horizontalHeader()->setSortIndicator(m_model->sortColumn(), m_model->sortOrder());
}

/// Several states and queues are found one after the other, which is nobody's order. Left alone once a person
/// has chosen a job or an order, and where no column would show it.
void SearchPanel::sortNewestFirst() {
  const int changed = int(JobColumn::Changed);
  if (!m_ask.oneState() && m_model->sortColumn() < 0 && !m_table->currentIndex().isValid() &&
      !m_table->isColumnHidden(changed))
    sortBy(changed, Qt::DescendingOrder);
}

QByteArray SearchPanel::firstError() const {
  const SearchHit *hit = m_model->hitAt(0);
  return hit ? hit->row.error : QByteArray();
}

void SearchPanel::visitHits(bool onlySelected, const std::function<void(const SearchHit &)> &visit) const {
  const std::vector<RowRange> all{{0, m_model->rowCount() - 1}};
  for (const RowRange &range : onlySelected ? rowRanges(m_table->selectionModel()->selection()) : all)
    for (int row = range.first; row <= range.last; ++row)
      if (const SearchHit *hit = m_model->hitAt(row))
        visit(*hit);
}

int SearchPanel::selectedCount() const {
  return selectedRowCount(*m_table);
}

int SearchPanel::foundCount() const {
  return m_model->rowCount();
}

void SearchPanel::selectAll() {
  m_table->selectAll();
}

QTableView *SearchPanel::table() const {
  return m_table;
}

bool SearchPanel::isPartial() const {
  return !m_everything->isHidden();
}

bool SearchPanel::select(const QueueId &queue, const QByteArray &jobId) {
  const int row = m_model->rowOf(queue, jobId);
  if (row >= 0)
    m_table->setCurrentIndex(m_model->index(row, int(JobColumn::Id)));
  return row >= 0;
}

void SearchPanel::unmark() {
  m_table->selectionModel()->clear();
}

bool SearchPanel::selectOnly() {
  if (m_model->rowCount() != 1)
    return false;
  m_table->setCurrentIndex(m_model->index(0, int(JobColumn::Id)));
  return true;
}

int SearchPanel::nextFailedRow() const {
  const int rows = m_model->rowCount(), current = m_table->currentIndex().row();
  for (int step = 1; step <= rows; ++step) {
    const int row = (current + step) % rows;
    const SearchHit *hit = m_model->hitAt(row);
    if (row != current && hit && hit->row.state == JobState::Failed && !hit->row.missing)
      return row;
  }
  return -1;
}

void SearchPanel::selectRow(int row) {
  if (row >= 0)
    m_table->setCurrentIndex(m_model->index(row, int(JobColumn::Id)));
}

void SearchPanel::focusTable() {
  m_table->setFocus();
  if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
    m_table->setCurrentIndex(m_model->index(0, int(JobColumn::Id)));
}

bool SearchPanel::rest() {
  if (m_stack->currentIndex() != 0)
    return false;
  m_table->setFocus();
  return true;
}

void SearchPanel::setCompact(bool compact) {
  m_table->setCompact(compact);
  m_compact = compact;
  fitFoot();
}

void SearchPanel::tick() {
  m_table->refreshVisible();
}

} // namespace oxp
