// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/schedulerspanel.h"

#include "models/schedulermodel.h"
#include "ui/flows/errornotice.h"
#include "ui/views/viewsetup.h"
#include "ui/widgets/emptyplace.h"
#include "workspace/jobrequests.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/serverlink.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace oxp {

namespace {

constexpr int LeastColumn = 56; // px

} // namespace

SchedulersPanel::SchedulersPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new SchedulerModel(this))
    , m_view(new QTableView)
    , m_banner(new Banner)
    , m_empty(new EmptyPlace)
    , m_stack(new QStackedWidget) {
  setupTable(m_view, tr("Schedulers"));
  m_view->setModel(m_model);
  m_view->setSelectionMode(QAbstractItemView::SingleSelection);
  QHeaderView *header = m_view->horizontalHeader();
  header->setSectionResizeMode(SchedulerModel::Id, QHeaderView::Stretch);
  header->setMinimumSectionSize(LeastColumn);
  connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) {
    const Scheduler *scheduler = m_model->at(index.row());
    if (scheduler && !scheduler->legacy && scheduler->next > 0)
      emit jobWanted(m_queue.id, "repeat:" + scheduler->id + ':' + QByteArray::number(scheduler->next));
  });
  m_empty->setHeadline(tr("No schedulers"));
  m_empty->setSentence(tr("A job scheduler adds a job at fixed times. This queue has none."));
  m_stack->addWidget(m_view);
  m_stack->addWidget(m_empty);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_banner);
  layout->addWidget(m_stack, 1);
}

SchedulersPanel::~SchedulersPanel() {
  m_request.cancel();
}

void SchedulersPanel::show(ProfileSession *session, const QueueInfo &queue) {
  if (m_session)
    m_session->forget(this);
  m_request.cancel();
  m_busy = false;
  m_session = session;
  m_queue = queue;
  m_model->apply({});
  m_banner->clear();
  if (!session)
    return;
  connect(&session->live(), &LiveWatch::pollTick, this, &SchedulersPanel::load);
  connect(session, &ProfileSession::refreshed, this, &SchedulersPanel::load);
  m_model->setClockOffset(session->link().clockOffset());
  load();
}

void SchedulersPanel::load() {
  if (m_busy || !m_session || !isVisibleTo(window()))
    return;
  m_busy = true;
  const QueueId asked = m_queue.id;
  m_request = m_session->jobs().requestSchedulers(
      m_queue, this, [this, asked](const Result<std::vector<Scheduler>> &list) {
        if (asked != m_queue.id)
          return;
        m_busy = false;
        if (!list) {
          if (list.error().kind != ErrorKind::Cancelled)
            m_banner->post(errorNotice(list.error(), Doing::Reading, "read"));
          return;
        }
        m_banner->withdraw("read");
        const int before = m_model->rowCount();
        m_model->apply(*list);
        m_stack->setCurrentIndex(list->empty() ? 1 : 0);
        if (m_model->rowCount() != before)
          fitColumns();
      });
}

/// As wide as what stands in them, so that the next run is seen without scrolling; the id takes the rest.
void SchedulersPanel::fitColumns() {
  for (int column = 0; column < m_model->columnCount(); ++column)
    if (column != SchedulerModel::Id)
      m_view->resizeColumnToContents(column);
}

} // namespace oxp
