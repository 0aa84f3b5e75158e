// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/overviewpage.h"

#include "models/format.h"
#include "ui/actions/actionset.h"
#include "ui/dialogs/serverdetailsdialog.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/views/overviewfilterrow.h"
#include "ui/views/serverline.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/strip.h"
#include "ui/widgets/textlabel.h"
#include "workspace/livewatch.h"
#include "workspace/profile.h"
#include "workspace/profileoverview.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace oxp {
namespace {

constexpr int HeadHeight = 44, Margin = 12; // px
constexpr int SecondsMs = 5'000;            ///< from one look at the clock to the next

} // namespace

OverviewPage::OverviewPage(ActionSet &actions, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_overview(new ProfileOverview(this))
    , m_model(new OverviewModel(this))
    , m_totals(new OverviewTotalsBar)
    , m_server(new ServerLine)
    , m_filter(new OverviewFilterRow)
    , m_view(new JobTableView)
    , m_empty(new EmptyPlace)
    , m_offer(new Strip)
    , m_stack(new QStackedWidget)
    , m_body(new QWidget) {
  auto *page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  setupHeader(page, actions);
  auto *body = new QVBoxLayout(m_body);
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(0);
  for (QWidget *part :
       {static_cast<QWidget *>(m_totals), static_cast<QWidget *>(m_server), static_cast<QWidget *>(m_filter)})
    body->addWidget(part);
  body->addWidget(m_view, 1);
  body->addWidget(m_offer);
  m_stack->addWidget(m_body);
  m_stack->addWidget(m_empty);
  page->addWidget(m_stack, 1);
  setupTable();
  setupOrder();
  m_offer->setClosable(true);
  m_offer->hide();
  connect(m_offer, &Strip::linkActivated, this, &OverviewPage::offerTaken);
  connect(m_offer, &Strip::closeWanted, this, [this] {
    m_refusedOffer = m_offer->text();
    m_offer->hide();
  });
  connect(m_totals, &OverviewTotalsBar::chosen, this, &OverviewPage::useTotal);
  connect(m_server, &ServerLine::detailsWanted, this, &OverviewPage::showDetails);
  connect(m_filter, &OverviewFilterRow::filterChanged, this, [this] {
    m_model->setFilter(m_filter->filter());
    noteVisible();
  });
  connect(m_filter, &OverviewFilterRow::leftForTable, this, &OverviewPage::focusTable);
  connect(m_overview, &ProfileOverview::rowsChanged, this, &OverviewPage::applyRows);
  connect(m_overview, &ProfileOverview::serverChanged, this, &OverviewPage::applyServer);
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::setupHeader(QVBoxLayout *column, ActionSet &actions) {
  auto *head = new QWidget;
  head->setFixedHeight(HeadHeight);
  auto *row = new QHBoxLayout(head);
  row->setContentsMargins(Margin, 0, Margin, 0);
  row->setSpacing(8);
  m_name = new TextLabel;
  m_name->setFont(fonts::heading());
  m_name->setElide(Qt::ElideMiddle);
  m_facts = new TextLabel({}, Tint::Text2);
  m_facts->setFont(fonts::small());
  m_facts->setElide(Qt::ElideRight);
  const auto button = [](const QString &words, IconId id, Tint tint) {
    auto *made = new QPushButton(words);
    made->setIcon(icon(id, tint));
    made->setAccessibleName(words);
    made->setObjectName(words);
    return made;
  };
  m_failures = button(tr("Failures"), IconId::Failed, Tint::Failed);
  m_edit = button(tr("Edit connection"), IconId::Edit, Tint::Text);
  connect(m_failures, &QPushButton::clicked, this, &OverviewPage::failuresWanted);
  connect(m_edit, &QPushButton::clicked, this, &OverviewPage::connectionWanted);
  m_more = new QToolButton;
  m_more->setAccessibleName(tr("More actions on the profile"));
  m_more->setToolTip(m_more->accessibleName());
  m_more->setIcon(icon(IconId::More));
  m_more->setAutoRaise(true);
  m_more->setPopupMode(QToolButton::InstantPopup);
  auto *menu = new QMenu(m_more);
  for (const char *id : {"tools.search", "file.openQueue", "view.refresh", "file.alerts", "file.connections",
                         "file.disconnect"})
    menu->addAction(actions.action(id));
  m_more->setMenu(menu);
  row->addWidget(m_name);
  row->addWidget(m_facts, 1);
  row->addWidget(m_failures);
  row->addWidget(m_edit);
  row->addWidget(m_more);
  column->addWidget(head);
}

void OverviewPage::setupTable() {
  m_view->setAccessibleName(tr("Overview"));
  m_view->setObjectName(QStringLiteral("Overview"));
  m_view->setSelectionMode(QAbstractItemView::SingleSelection);
  m_view->setModel(m_model);
  QHeaderView *header = m_view->horizontalHeader();
  header->setStretchLastSection(false);
  header->setSectionsMovable(false);
  header->setSectionsClickable(true);
  header->setSortIndicatorShown(true);
  setupColumns();
  connect(header, &QHeaderView::sectionClicked, this, &OverviewPage::sortBy);
  connect(m_view, &QAbstractItemView::activated, this, &OverviewPage::wantQueue);
  connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &OverviewPage::noteVisible);
}

/// A row that somebody looks at or is about to press stays where it is.
void OverviewPage::setupOrder() {
  m_order.setInterval(OrderRestMs);
  connect(&m_order, &QTimer::timeout, this, [this] {
    if (!m_view->viewport()->underMouse() || !window()->isActiveWindow())
      m_model->renewOrder();
  });
  connect(m_overview, &ProfileOverview::completed, m_model, &OverviewModel::renewOrder);
  for (QObject *place : {static_cast<QObject *>(m_view), static_cast<QObject *>(m_view->viewport())})
    place->installEventFilter(this);
  m_seconds.setInterval(SecondsMs);
  connect(&m_seconds, &QTimer::timeout, this, [this] {
    if (!session() || session()->live().isPaused() || window()->isMinimized())
      return;
    m_view->refreshVisible();
    applyTotals();
  });
}

ProfileSession *OverviewPage::session() const {
  return m_overview->session();
}

void OverviewPage::open(ProfileSession *session) {
  if (session == m_overview->session())
    return;
  close();
  m_overview->setSession(session);
  connect(session, &ProfileSession::refreshed, this, [this] {
    m_model->renewOrder();
    m_order.start();
  });
  m_model->setMeasured(false);
  const OverviewColumn first = OverviewColumn::FailedHour;
  m_model->sort(int(first), overviewColumn(first).firstOrder());
  m_view->horizontalHeader()->setSortIndicator(int(first), m_model->sortOrder());
  m_filter->clear();
  applyRows();
  m_model->renewOrder();
  applyServer();
}

void OverviewPage::close() {
  if (ProfileSession *before = session())
    before->forget(this);
  m_overview->setSession(nullptr);
  m_model->apply({});
  m_refusedOffer.clear();
}

void OverviewPage::applyRows() {
  if (!session())
    return;
  m_model->setClockOffset(session()->link().clockOffset());
  m_model->apply(m_overview->rows());
  if (m_view->hasFocus() && !m_view->currentIndex().isValid())
    focusTable(); // it was empty when the keyboard came
  applyTotals();
  noteVisible();
  emit read();
}

void OverviewPage::applyTotals() {
  if (!session())
    return;
  m_sums = totalsOf(m_model->all(), m_model->now());
  m_totals->apply(m_sums, m_model->now());
  m_filter->apply(m_sums);
  m_name->setText(session()->profile().name);
  const bool known = m_sums.queues > 0 || !session()->queues().discovery().refused();
  QStringList facts{
      !known ? tr("queues not known")
      : m_sums.groups > 0
          ? tr("%1 in %n group(s)", nullptr, m_sums.groups).arg(tr("%n queue(s)", nullptr, m_sums.queues))
          : tr("%n queue(s)", nullptr, m_sums.queues)};
  QStringList prefixes;
  for (const QByteArray &prefix : session()->profile().prefixes)
    prefixes << format::safeText(prefix, 60);
  if (!isNarrow() && !prefixes.isEmpty())
    facts << tr("prefixes %1", nullptr, int(prefixes.size())).arg(format::listed(prefixes));
  m_facts->setText(facts.join(QStringLiteral(" · ")));
  const qint64 at = m_overview->answeredAt();
  m_filter->setCounted(
      at > 0 ? tr("Counted %1").arg(format::timeOfDay(QDateTime::fromMSecsSinceEpoch(at).time())) : QString(),
      tr("Counts follow the events of the queues; who has none is looked at in turn. Workers are looked for "
         "with every slow poll. Refresh (F5) reads all of it."));
}

void OverviewPage::applyServer() {
  if (session())
    m_server->setWords(wordsOfServer());
}

std::vector<ServerWord> OverviewPage::wordsOfServer() const {
  return serverWords(session()->link().server(), m_overview->server(), session()->link().serverNow(),
                     session()->link().clockOffset());
}

void OverviewPage::showDetails() {
  if (!session())
    return;
  auto *dialog = new ServerDetailsDialog(session()->profile().name, session()->profile().address(),
                                         wordsOfServer(), window());
  dialog->open();
}

void OverviewPage::showEmpty(bool empty) {
  m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_body);
  m_failures->setVisible(!empty);
  if (!empty && std::exchange(m_focusOwed, false) && m_more->hasFocus())
    focusTable();
}

void OverviewPage::setOffer(const QString &words) {
  const QString text = words.isEmpty() ? QString() : tr("%1, outside this profile's prefixes.").arg(words);
  m_offer->setContent(NoticeKind::Info, text, tr("Show them too"));
  m_offer->setVisible(!text.isEmpty() && text != m_refusedOffer);
}

void OverviewPage::sortBy(int section) {
  const auto column = static_cast<OverviewColumn>(section);
  if (column == OverviewColumn::Memory)
    measureMemory();
  const Qt::SortOrder first = overviewColumn(column).firstOrder();
  const Qt::SortOrder other = first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
  const bool again = m_model->sortColumn() == column && m_model->sortOrder() == first;
  m_model->sort(section, again ? other : first);
  m_view->horizontalHeader()->setSortIndicator(section, m_model->sortOrder());
  m_order.start();
  noteVisible();
}

/// A sum is the way to the queues that it is made of.
void OverviewPage::useTotal(OverviewTotalsBar::Total total) {
  using Bar = OverviewTotalsBar;
  if (total == Bar::Paused)
    return m_filter->setKind(OverviewFilter::Kind::Paused);
  if (total == Bar::Workers && m_sums.lackWorkers > 0)
    return m_filter->setKind(OverviewFilter::Kind::WithoutWorkers);
  if (total == Bar::Failed)
    m_filter->setKind(OverviewFilter::Kind::WithFailed);
  static const QHash<int, OverviewColumn> columns{{Bar::Waiting, OverviewColumn::Waiting},
                                                  {Bar::Active, OverviewColumn::Active},
                                                  {Bar::Delayed, OverviewColumn::Delayed},
                                                  {Bar::Failed, OverviewColumn::Failed},
                                                  {Bar::FailedHour, OverviewColumn::FailedHour},
                                                  {Bar::Workers, OverviewColumn::Workers},
                                                  {Bar::WaitingChildren, OverviewColumn::WaitingChildren}};
  const OverviewColumn column = columns.value(total, OverviewColumn::Waiting);
  m_model->sort(int(column), Qt::DescendingOrder);
  m_view->horizontalHeader()->setSortIndicator(int(column), Qt::DescendingOrder);
  m_view->scrollToTop();
  noteVisible();
}

void OverviewPage::wantQueue(const QModelIndex &index) {
  const OverviewRow *row = m_model->at(index.row());
  const bool failed = index.column() == int(OverviewColumn::Failed);
  if (row)
    emit queueWanted(row->info.id, failed && row->of(JobState::Failed).value_or(0) > 0);
}

void OverviewPage::select(const QueueId &queue) {
  const QModelIndex index = m_model->indexOf(queue);
  if (index.isValid() && index.row() != m_view->currentIndex().row())
    m_view->setCurrentIndex(index);
}

const std::vector<QueueId> &OverviewPage::visibleQueues() const {
  return m_overview->onScreen();
}

bool OverviewPage::isComplete() const {
  return m_overview->isComplete() && m_model->all() == m_overview->rows();
}

bool OverviewPage::followsEvents() const {
  const std::vector<QueueId> &queues = visibleQueues();
  return session() && std::any_of(queues.begin(), queues.end(),
                                  [this](const QueueId &queue) { return session()->live().speaks(queue); });
}

void OverviewPage::noteVisible() {
  std::vector<QueueId> queues;
  const auto [first, last] = m_view->visibleRows();
  for (int row = first; isVisible() && row <= last; ++row)
    if (const OverviewRow *shown = m_model->at(row))
      queues.push_back(shown->info.id);
  if (queues == m_overview->onScreen())
    return;
  m_overview->setOnScreen(std::move(queues));
  emit visibleChanged();
}

void OverviewPage::setCompact(bool compact) {
  m_compact = compact;
  m_view->setCompact(compact || isNarrow());
  noteVisible();
}

void OverviewPage::focusTable() {
  m_focusOwed = m_stack->currentWidget() != m_body;
  if (m_focusOwed)
    return m_more->setFocus();
  if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
    m_view->setCurrentIndex(m_model->index(0, 0));
  m_view->setFocus();
}

void OverviewPage::focusFilter() {
  m_filter->focusField();
}

bool OverviewPage::filterHasFocus() const {
  const QWidget *focus = QApplication::focusWidget();
  return focus && m_filter->isAncestorOf(focus);
}

void OverviewPage::showEvent(QShowEvent *event) {
  QWidget::showEvent(event);
  m_overview->setShown(true);
  m_order.start();
  m_seconds.start();
  fit();
  noteVisible();
}

void OverviewPage::hideEvent(QHideEvent *event) {
  QWidget::hideEvent(event);
  m_overview->setShown(false);
  m_order.stop();
  m_seconds.stop();
  noteVisible();
}

void OverviewPage::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  fit();
  noteVisible();
}

bool OverviewPage::eventFilter(QObject *watched, QEvent *event) {
  switch (event->type()) {
  case QEvent::KeyPress:
  case QEvent::MouseMove:
  case QEvent::MouseButtonPress:
  case QEvent::HoverMove:
  case QEvent::Wheel:
    if (isVisible())
      m_order.start();
    break;
  default:
    break;
  }
  return QWidget::eventFilter(watched, event);
}

bool OverviewPage::isNarrow() const {
  return window()->width() < NarrowBelow;
}

void OverviewPage::fit() {
  if (m_narrow == int(isNarrow()))
    return;
  m_narrow = isNarrow();
  m_totals->setNarrow(m_narrow);
  m_filter->setNarrow(m_narrow);
  m_server->setVisible(!m_narrow);
  m_edit->setVisible(!m_narrow);
  m_model->setMarksPaused(m_narrow);
  setCompact(m_compact);
  applyColumns();
  applyTotals();
}

} // namespace oxp
