// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/failurespanel.h"

#include "models/activitymodel.h"
#include "models/failureexamplesmodel.h"
#include "models/failuregroupsmodel.h"
#include "models/format.h"
#include "search/failurequery.h"
#include "ui/flows/errornotice.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/pagehead.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"
#include "workspace/longreads.h"
#include "workspace/profile.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {
namespace {

constexpr qsizetype KeptWords = 5'000;

constexpr int Margin = 12, ProgressWidth = 140, LeastScope = 160, GroupHeight = 200; // px
constexpr int CountWidth = 72, FrameWidth = 230, QueuesWidth = 150, TimeWidth = 104, CourseWidth = 136,
              IdWidth = 160;
/// Below these widths of the page a column is left out, so that the error itself keeps room.
constexpr int FrameFrom = 920, FirstFrom = 760, CourseFrom = 600;

} // namespace

FailuresPanel::FailuresPanel(ActivityModel &activity, QWidget *parent)
    : QWidget(parent)
    , m_activity(activity)
    , m_groups(new FailureGroupsModel(this))
    , m_examples(new FailureExamplesModel(this))
    , m_groupView(new JobTableView)
    , m_exampleView(new JobTableView)
    , m_banner(new Banner)
    , m_empty(new EmptyPlace)
    , m_stack(new QStackedWidget) {
  setupGroups();
  auto *parts = new QSplitter(Qt::Vertical);
  parts->addWidget(m_groupView);
  parts->addWidget(makeGroup());
  parts->setStretchFactor(0, 1);
  parts->setStretchFactor(1, 0);
  parts->setChildrenCollapsible(false);
  m_stack->addWidget(parts);
  m_empty->setAtTop();
  m_stack->addWidget(m_empty);
  auto *page = new QVBoxLayout(this);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  setupHead(page);
  page->addWidget(m_banner);
  page->addWidget(m_stack, 1);
  auto *leave = new QShortcut(Qt::Key_Escape, this);
  leave->setContext(Qt::WidgetWithChildrenShortcut);
  connect(leave, &QShortcut::activated, this, &FailuresPanel::leaveWanted);
}

FailuresPanel::~FailuresPanel() {
  m_request.cancel();
}

void FailuresPanel::setupHead(QVBoxLayout *page) {
  auto *head = new PageHead(tr("Failures"));
  QHBoxLayout *row = head->row();
  connect(head, &PageHead::leaveWanted, this, &FailuresPanel::leaveWanted);
  m_scope = new QComboBox;
  m_scope->setAccessibleName(tr("Failures of"));
  m_scope->setObjectName(QStringLiteral("Failures of"));
  m_scope->setMinimumWidth(LeastScope);
  connect(m_scope, &QComboBox::activated, this, [this](int index) {
    m_all = !m_queue || index > 0;
    read();
  });
  m_line = new TextLabel({}, Tint::Text2);
  m_line->setObjectName(QStringLiteral("Failures report"));
  m_line->setFont(fonts::small());
  m_line->setElide(Qt::ElideRight);
  m_progress = new ProgressLine(ProgressWidth);
  m_cancel = new QPushButton(tr("Cancel"));
  m_cancel->setAccessibleName(tr("Cancel"));
  setButtonKind(m_cancel, ButtonKind::Flat);
  connect(m_cancel, &QPushButton::clicked, this, [this] { m_request.cancel(); });
  m_refresh = new QPushButton(tr("Refresh"));
  m_refresh->setAccessibleName(tr("Refresh"));
  m_refresh->setToolTip(tr("Looks through the failed jobs again"));
  setButtonKind(m_refresh, ButtonKind::Flat);
  connect(m_refresh, &QPushButton::clicked, this, &FailuresPanel::read);
  row->addWidget(m_scope);
  row->addWidget(m_line, 1);
  for (QWidget *widget : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_cancel),
                          static_cast<QWidget *>(m_refresh)})
    row->addWidget(widget);
  page->addWidget(head);
}

void FailuresPanel::setupGroups() {
  m_groupView->setAccessibleName(tr("Failures"));
  m_groupView->setObjectName(QStringLiteral("Failures"));
  m_groupView->setModel(m_groups);
  m_groupView->setSelectionMode(QAbstractItemView::SingleSelection);
  QHeaderView *header = m_groupView->horizontalHeader();
  header->setStretchLastSection(false);
  header->setSectionsClickable(true);
  header->setSortIndicatorShown(true);
  header->setSortIndicator(FailureGroupsModel::Count, Qt::DescendingOrder);
  connect(header, &QHeaderView::sectionClicked, this, [this, header](int section) {
    const bool again = m_groups->sortColumn() == section && m_groups->sortOrder() == Qt::DescendingOrder;
    m_groups->sort(section, again ? Qt::AscendingOrder : Qt::DescendingOrder);
    header->setSortIndicator(m_groups->sortColumn(), m_groups->sortOrder());
  });
  connect(m_groupView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          &FailuresPanel::showGroup);
  connect(m_groupView, &QAbstractItemView::activated, this, &FailuresPanel::showJobs);
}

QWidget *FailuresPanel::makeGroup() {
  auto *group = new QWidget;
  group->setMinimumHeight(GroupHeight);
  m_message = new TextLabel;
  m_message->setFont(fonts::uiBold());
  m_message->setElide(Qt::ElideRight);
  m_frame = new TextLabel({}, Tint::Text2);
  m_frame->setFont(fonts::monoId());
  m_frame->setElide(Qt::ElideRight);
  m_show = new QPushButton(tr("Show jobs"));
  m_show->setAccessibleName(tr("Show jobs"));
  m_show->setObjectName(QStringLiteral("Show jobs"));
  m_show->setToolTip(tr("Searches for all failed jobs with this error (Return)"));
  connect(m_show, &QPushButton::clicked, this, &FailuresPanel::showJobs);
  auto *words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(m_message);
  words->addWidget(m_frame);
  auto *head = new QHBoxLayout;
  head->setContentsMargins(Margin, 8, Margin, 8);
  head->setSpacing(12);
  head->addLayout(words, 1);
  head->addWidget(m_show);
  m_exampleView->setAccessibleName(tr("Examples"));
  m_exampleView->setObjectName(QStringLiteral("Examples"));
  m_exampleView->setModel(m_examples);
  m_exampleView->setSelectionMode(QAbstractItemView::SingleSelection);
  QHeaderView *header = m_exampleView->horizontalHeader();
  header->setStretchLastSection(false);
  header->setSectionResizeMode(FailureExamplesModel::Error, QHeaderView::Stretch);
  header->resizeSection(FailureExamplesModel::Id, IdWidth);
  header->resizeSection(FailureExamplesModel::Queue, QueuesWidth);
  header->resizeSection(FailureExamplesModel::Failed, TimeWidth);
  connect(m_exampleView, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
    if (const FailureExample *example = m_examples->at(index.row()))
      emit jobWanted(example->queue.id, example->jobId);
  });
  auto *column = new QVBoxLayout(group);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(head);
  column->addWidget(m_exampleView, 1);
  return group;
}

void FailuresPanel::open(ProfileSession *session, const std::optional<QueueInfo> &queue) {
  if (m_session)
    m_session->forget(this);
  stop();
  m_session = session;
  m_queue = queue;
  m_all = !queue;
  fillScope();
  connect(session, &ProfileSession::refreshed, this, [this] {
    if (isVisible())
      read();
  });
  read();
}

void FailuresPanel::close() {
  if (m_session)
    m_session->forget(this);
  stop();
  m_session = nullptr;
  m_groups->clear();
  m_banner->clear();
}

void FailuresPanel::fillScope() {
  m_scope->clear();
  if (m_queue)
    m_scope->addItem(format::safeText(m_queue->id.name, 60));
  m_scope->addItem(tr("All queues of %1").arg(m_session->profile().name));
}

std::vector<QueueInfo> FailuresPanel::asked() const {
  return m_all || !m_queue ? m_session->queues().all() : std::vector<QueueInfo>{*m_queue};
}

QString FailuresPanel::place() const {
  return m_all || !m_queue ? m_session->profile().name : format::safeText(m_queue->id.name, 60);
}

void FailuresPanel::stop() {
  ++m_number;
  m_request.cancel();
  if (m_row > 0)
    m_activity.end(std::exchange(m_row, 0), ActivityModel::Status::Cancelled, tr("Cancelled."));
  setRunning(false);
}

void FailuresPanel::read() {
  if (!m_session)
    return;
  stop();
  m_banner->clear();
  m_groups->clear();
  m_groups->setClockOffset(m_session->link().clockOffset());
  m_examples->setClockOffset(m_session->link().clockOffset());
  m_stack->setCurrentIndex(0);
  m_line->setText(tr("Reading the failed jobs…"));
  m_last = {};
  showGroup();
  fitColumns();
  setRunning(true);
  const quint64 number = m_number;
  m_row = m_activity.begin(tr("Failures in %1").arg(place()), tr("jobs"), [this] { m_request.cancel(); });
  m_request = m_session->longReads().requestFailures(
      asked(), this,
      [this, number](const FailureReport &report) {
        if (number == m_number)
          apply(report);
      },
      [this, number](const Result<FailureReport> &report) {
        if (number == m_number)
          finish(report);
      });
}

void FailuresPanel::setRunning(bool running) {
  m_progress->setVisible(running);
  m_progress->setShare(-1);
  m_cancel->setVisible(running);
  m_refresh->setVisible(!running);
}

/// What was there is kept in its place; the first group is chosen until somebody chooses another one.
void FailuresPanel::apply(const FailureReport &report) {
  m_last = report;
  m_last.groups.clear();
  m_groups->apply(report);
  noteWords(report);
  m_line->setText(tr("%1 of %2 failed jobs read, %Ln group(s)", nullptr, int(report.groups.size()))
                      .arg(format::number(report.looked), format::number(report.total)));
  m_progress->setShare(report.total > 0 ? double(report.looked) / double(report.total) : -1);
  m_activity.progress(m_row, report.looked, report.total,
                      tr("%Ln group(s)", nullptr, int(report.groups.size())));
  if (!m_groupView->currentIndex().isValid() && m_groups->rowCount() > 0)
    m_groupView->setCurrentIndex(m_groups->index(0, 0));
  showGroup();
}

void FailuresPanel::noteWords(const FailureReport &report) {
  if (m_words.size() > KeptWords)
    m_words.clear();
  for (const FailureGroup &group : report.groups)
    m_words.insert(failureId(group.print), failureText(group.print));
}

void FailuresPanel::finish(const Result<FailureReport> &report) {
  setRunning(false);
  const int row = std::exchange(m_row, 0);
  if (report) {
    apply(*report);
    showReport(*report);
    return m_activity.end(row, ActivityModel::Status::Done, m_line->text());
  }
  const bool cancelled = report.error().kind == ErrorKind::Cancelled;
  m_line->setText(tr("%1: %2 of %3 failed jobs were read.")
                      .arg(cancelled ? tr("Cancelled") : tr("Stopped"), format::number(m_last.looked),
                           format::number(m_last.total)));
  if (!cancelled)
    m_banner->post(errorNotice(report.error(), Doing::Reading, "read"));
  m_activity.end(row, cancelled ? ActivityModel::Status::Cancelled : ActivityModel::Status::Failed,
                 m_line->text());
}

void FailuresPanel::showReport(const FailureReport &report) {
  QString text = tr("%1 failed jobs in %Ln group(s)", nullptr, int(report.groups.size()))
                     .arg(format::number(report.looked));
  if (report.ungrouped > 0)
    text += u' ' + tr("and %Ln more in further groups", nullptr, int(report.ungrouped));
  if (report.lostTrack)
    text += u' ' + tr("The jobs moved faster than they could be read: some may have been passed over.");
  m_line->setText(text);
  if (!report.groups.empty() || report.lostTrack)
    return;
  m_line->setText({});
  m_empty->clear();
  m_empty->setHeadline(tr("No failed jobs"));
  m_empty->setSentence(m_all || !m_queue ? tr("No queue of %1 has failed jobs.").arg(place())
                                         : tr("The queue %1 has no failed jobs.").arg(place()));
  connect(m_empty->addButton(tr("Back to the jobs"), ButtonKind::Flat), &QPushButton::clicked, this,
          &FailuresPanel::leaveWanted);
  m_stack->setCurrentIndex(1);
}

void FailuresPanel::showGroup() {
  const FailureGroup *group = m_groups->at(m_groupView->currentIndex().row());
  m_message->setText(group ? failureText(group->print) : QString());
  m_frame->setText(group ? format::safeText(group->print.frame, 300) : QString());
  m_examples->apply(group ? group->examples : std::vector<FailureExample>());
  m_show->setEnabled(group != nullptr);
}

void FailuresPanel::showJobs() {
  const FailureGroup *group = m_groups->at(m_groupView->currentIndex().row());
  if (!group || !m_session)
    return;
  std::vector<QueueId> queues = group->queues;
  if (queues.size() >= FailureGroup::MostQueues) { // there may be more than it names
    queues.clear();
    for (const QueueInfo &queue : asked())
      queues.push_back(queue.id);
  }
  emit searchWanted(queues, search::failureQuery(group->print));
}

void FailuresPanel::focusTable() {
  m_groupView->setFocus();
}

void FailuresPanel::setCompact(bool compact) {
  m_groupView->setCompact(compact);
  m_exampleView->setCompact(compact);
}

void FailuresPanel::fitColumns() {
  using Groups = FailureGroupsModel;
  QHeaderView *header = m_groupView->horizontalHeader();
  header->setSectionResizeMode(Groups::Reason, QHeaderView::Stretch);
  header->resizeSection(Groups::Count, CountWidth);
  header->resizeSection(Groups::Frame, FrameWidth);
  header->resizeSection(Groups::Queues, QueuesWidth);
  header->resizeSection(Groups::First, TimeWidth);
  header->resizeSection(Groups::Last, TimeWidth);
  header->resizeSection(Groups::Course, CourseWidth);
  const bool several = m_all || !m_queue;
  m_groupView->setColumnHidden(Groups::Queues, !several);
  m_groupView->setColumnHidden(Groups::Frame, width() < FrameFrom);
  m_groupView->setColumnHidden(Groups::First, width() < FirstFrom);
  m_groupView->setColumnHidden(Groups::Course, width() < CourseFrom);
  m_exampleView->setColumnHidden(FailureExamplesModel::Queue, !several);
}

void FailuresPanel::resizeEvent(QResizeEvent *event) {
  QWidget::resizeEvent(event);
  fitColumns();
}

} // namespace oxp
