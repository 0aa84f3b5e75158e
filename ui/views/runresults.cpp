// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/runresults.h"

#include "models/format.h"
#include "models/runtext.h"
#include "ui/errortext.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/counttabbar.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/markcells.h"
#include "ui/widgets/searchfield.h"
#include "workspace/profilesession.h"
#include "workspace/sessionruns.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace oxp {
namespace {

using audit::ItemState;

constexpr int FilterWidth = 200, NarrowFilter = 120, NarrowBelow = 760, IdWidth = 160, OutcomeWidth = 116,
              AtWidth = 96; // px
constexpr int RenewEveryMs = 1'000, TypingMs = 250;

/// Ids of the tabs: all, the outcomes by their number, and the view across them.
constexpr int AllTab = 100, SettledTab = 101;

constexpr std::array Outcomes{ItemState::Done, ItemState::Skipped, ItemState::Conflict, ItemState::Failed,
                              ItemState::Unknown};
constexpr std::array ByGravity{ItemState::Failed, ItemState::Unknown, ItemState::Conflict,
                               ItemState::Skipped};

/// The line below the tabs, over the whole width.
class TabsRow : public QWidget {
protected:
  void paintEvent(QPaintEvent *) override {
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), tokens().hair);
  }
};

QString wordOf(ItemState state) {
  switch (state) {
  case ItemState::Done:
    return RunResults::tr("Done");
  case ItemState::Skipped:
    return RunResults::tr("Skipped");
  case ItemState::Conflict:
    return RunResults::tr("Conflict");
  case ItemState::Failed:
    return RunResults::tr("Failed");
  default:
    return RunResults::tr("Unknown");
  }
}

QString noneOf(int tab) {
  switch (tab) {
  case int(ItemState::Done):
    return RunResults::tr("Nothing done");
  case int(ItemState::Skipped):
    return RunResults::tr("Nothing skipped");
  case int(ItemState::Conflict):
    return RunResults::tr("No conflicts");
  case int(ItemState::Failed):
    return RunResults::tr("No failures");
  case int(ItemState::Unknown):
    return RunResults::tr("Nothing unknown");
  default:
    return RunResults::tr("No jobs");
  }
}

/// The sentence of an error whose code is known where single writes are told.
QString sentenceFor(const audit::RunItem &item) {
  return errorText({errorKindOf(item.errorKind), item.errorCode, {}}, Doing::Writing).headline;
}

} // namespace

RunResults::RunResults(QWidget *parent)
    : QWidget(parent)
    , m_model(new RunItemsModel(this))
    , m_banner(new Banner)
    , m_tabs(new CountTabBar)
    , m_filter(new SearchField(FieldFont::Ui))
    , m_open(new QPushButton(tr("Open job")))
    , m_view(new JobTableView)
    , m_empty(new EmptyPlace)
    , m_stack(new QStackedWidget) {
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_banner);
  setupTabs(column);
  setupTable();
  m_empty->setAtTop();
  m_stack->addWidget(m_view);
  m_stack->addWidget(m_empty);
  column->addWidget(m_stack, 1);
  m_model->setWhy(sentenceFor);
  connect(m_model, &RunItemsModel::filled, this, &RunResults::showFilling);
  connect(m_model, &RunItemsModel::failed, this, &RunResults::failed);
  m_renewal.setSingleShot(true);
  m_renewal.setInterval(RenewEveryMs);
  connect(&m_renewal, &QTimer::timeout, this, [this] { m_model->renew(m_row.isOver()); });
}

void RunResults::setupTabs(QVBoxLayout *column) {
  m_tabs->setAccessibleName(tr("Results by outcome"));
  m_tabs->setObjectName(QStringLiteral("Results by outcome"));
  connect(m_tabs, &CountTabBar::currentIdChanged, this, &RunResults::read);
  m_filter->setAccessibleName(tr("Filter results"));
  m_filter->setObjectName(QStringLiteral("Filter results"));
  m_filter->setPlaceholderText(tr("Job id"));
  m_typing.setSingleShot(true);
  m_typing.setInterval(TypingMs);
  connect(m_filter, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
  connect(&m_typing, &QTimer::timeout, this, &RunResults::read);
  m_open->setAccessibleName(m_open->text());
  m_open->setObjectName(QStringLiteral("Open job"));
  m_open->setToolTip(tr("Opens the job as it is now (Return)"));
  setButtonKind(m_open, ButtonKind::Flat);
  connect(m_open, &QPushButton::clicked, this, &RunResults::openJob);
  auto *line = new TabsRow;
  auto *row = new QHBoxLayout(line);
  row->setContentsMargins(0, 0, 12, 0);
  row->setSpacing(8);
  row->addWidget(m_tabs, 1);
  row->addWidget(m_open);
  row->addWidget(m_filter);
  column->addWidget(line);
}

void RunResults::setupTable() {
  m_view->setAccessibleName(tr("Results"));
  m_view->setObjectName(QStringLiteral("Results"));
  m_view->setModel(m_model);
  m_view->setSelectionMode(QAbstractItemView::SingleSelection);
  QHeaderView *header = m_view->horizontalHeader();
  header->setStretchLastSection(false);
  header->resizeSection(RunItemsModel::Id, IdWidth);
  header->resizeSection(RunItemsModel::Outcome, OutcomeWidth);
  header->setSectionResizeMode(RunItemsModel::Why, QHeaderView::Stretch);
  header->resizeSection(RunItemsModel::At, AtWidth);
  connect(m_view, &QAbstractItemView::activated, this, &RunResults::openJob);
  connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex &current) { m_open->setEnabled(current.isValid()); });
  m_open->setEnabled(false);
}

void RunResults::open(ProfileSession *session, const RunRow &row) {
  m_session = nullptr; // nothing is read until the tab is known
  m_row = row;
  m_settling = {};
  m_banner->clear();
  m_filter->clear();
  m_renewal.stop();
  showTabs();
  openGravest();
  m_session = session;
  read();
  readSettling();
}

void RunResults::update(const RunRow &row) {
  if (row == m_row)
    return;
  const bool stopped = m_row.isUnderWay() && !row.isUnderWay();
  m_row = row;
  showTabs();
  if (stopped)
    readSettling();
  if (stopped || !m_renewal.isActive())
    renew();
}

void RunResults::clear() {
  m_session = nullptr;
  m_row = {};
  m_renewal.stop();
  m_model->close();
  m_banner->clear();
}

/// At its end whatever there is; before, what has been read of it and not too often.
void RunResults::renew() {
  if (m_row.isUnderWay())
    return m_renewal.start();
  if (m_model->rowCount() > RunItemsModel::MostRenewed)
    return read();
  m_model->renew(m_row.isOver());
}

void RunResults::showTabs() {
  const audit::RunCounts &counts = m_row.run.counts;
  QList<CountTab> tabs{{AllTab, IconId::Latest, Tint::Text2, tr("All"), counts.total()}};
  for (const ItemState state : Outcomes) {
    const MarkLook look = lookOf(runtext::markOf(state, true));
    if (state != ItemState::Unknown || counts[state] > 0)
      tabs << CountTab{int(state), look.icon, look.tint, wordOf(state), counts[state]};
  }
  if (m_settling.jobs() > 0)
    tabs << CountTab{SettledTab, IconId::Unknown, Tint::Text2, tr("Settled after the crash"),
                     m_settling.jobs()};
  m_tabs->setTabs(tabs);
}

void RunResults::openGravest() {
  for (const ItemState state : ByGravity)
    if (m_row.run.counts[state] > 0)
      return m_tabs->setCurrentId(int(state));
  m_tabs->setCurrentId(AllTab);
}

void RunResults::readSettling() {
  if (!m_session)
    return;
  m_session->runs().requestSettling(m_row.run.id, this,
                                    [this, run = m_row.run.id](const Result<audit::RunSettling> &found) {
                                      if (!found || run != m_row.run.id)
                                        return;
                                      m_settling = *found;
                                      showTabs();
                                      tellSettling();
                                    });
}

void RunResults::tellSettling() {
  if (m_settling.jobs() == 0)
    return m_banner->withdraw("settled");
  Notice notice;
  notice.id = "settled";
  notice.what = m_settling.at > 0
                    ? tr("Resumed after a crash at %1.")
                          .arg(format::timeOfDay(QDateTime::fromMSecsSinceEpoch(m_settling.at).time()))
                    : tr("Resumed after a crash.");
  notice.detail = tr("%Ln job(s) were under way:", nullptr, int(m_settling.jobs())) + u' ' +
                  tr("%1 had been done and were kept, %2 had not and their turn came again. No job was "
                     "changed twice.")
                      .arg(format::number(m_settling.kept), format::number(m_settling.again));
  notice.buttons = {{tr("Show the %1").arg(format::number(m_settling.jobs())),
                     [this] { m_tabs->setCurrentId(SettledTab); }}};
  m_banner->post(notice);
}

audit::ItemFilter RunResults::filter() const {
  audit::ItemFilter made;
  made.idPart = m_filter->text().trimmed().toUtf8();
  const int tab = m_tabs->currentId();
  made.settled = tab == SettledTab;
  if (tab != AllTab && tab != SettledTab)
    made.state = ItemState(tab);
  return made;
}

void RunResults::read() {
  m_typing.stop();
  if (!m_session)
    return;
  m_open->setEnabled(false);
  m_model->open(
      [this, run = m_row.run.id, filter = filter()](qint64 after, int limit, RunItemsModel::Page page) {
        m_session->runs().requestItems(run, filter, after, limit, m_model, std::move(page));
      },
      m_row.isOver());
}

void RunResults::showFilling() {
  const bool none = m_model->rowCount() == 0;
  if (none) {
    m_empty->clear();
    m_empty->setHeadline(emptyText());
    m_empty->setSentence({});
  }
  m_stack->setCurrentWidget(none ? static_cast<QWidget *>(m_empty) : m_view);
}

QString RunResults::emptyText() const {
  return m_filter->text().trimmed().isEmpty() ? noneOf(m_tabs->currentId()) : tr("No job fits");
}

void RunResults::openJob() {
  if (const audit::RunItem *item = m_model->at(m_view->currentIndex().row()))
    emit jobWanted(item->jobId);
}

void RunResults::setCompact(bool compact) {
  m_view->setCompact(compact);
}

void RunResults::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  m_filter->setFixedWidth(width() < NarrowBelow ? NarrowFilter : FilterWidth);
}

} // namespace oxp
