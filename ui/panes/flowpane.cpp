// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/flowpane.h"

#include "models/flowmodel.h"
#include "ui/errortext.h"
#include "ui/theme/fonts.h"
#include "ui/views/viewsetup.h"
#include "workspace/jobrequests.h"
#include "workspace/profilesession.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace oxp {

FlowPane::FlowPane(QWidget *parent)
    : JobTab(parent)
    , m_model(new FlowModel(this))
    , m_view(new QTreeView)
    , m_note(new QLabel) {
  setupView();
  m_note->setContentsMargins(12, 8, 12, 8);
  m_note->setWordWrap(true);
  m_note->hide();
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_note);
  layout->addWidget(m_view, 1);
}

FlowPane::~FlowPane() {
  m_request.cancel();
}

void FlowPane::setupView() {
  setupTree(m_view, tr("Flow"));
  m_view->setModel(m_model);
  m_view->setItemsExpandable(true);
  QHeaderView *header = m_view->header();
  header->setSectionResizeMode(FlowModel::NameColumn, QHeaderView::Stretch);
  header->setStretchLastSection(false);
  header->resizeSection(FlowModel::IdColumn, 120);
  header->resizeSection(FlowModel::QueueColumn, 130);
  header->resizeSection(FlowModel::StateColumn, 120);
  connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
    if (const FlowNode *node = m_model->at(index); node && !node->missing)
      emit jobWanted(node->queue, node->jobId);
  });
  connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &index) {
    const FlowNode *node = m_model->at(index);
    if (node && !node->missing && !index.data(FlowModel::CurrentRole).toBool())
      emit jobWanted(node->queue, node->jobId);
  });
}

void FlowPane::setJob(const JobContext &context, const JobDetail &detail) {
  clearJob();
  m_context = context;
  m_children = detail.childrenCount;
  m_state = detail.row.state;
  m_stale = true;
  if (isVisible())
    activated();
}

void FlowPane::updateJob(const JobDetail &detail) {
  if (detail.childrenCount == m_children && detail.row.state == m_state)
    return;
  m_children = detail.childrenCount;
  m_state = detail.row.state;
  m_stale = true;
  if (isVisible())
    activated();
}

void FlowPane::clearJob() {
  m_request.cancel();
  m_context = {};
  m_model->clear();
  m_note->hide();
  m_stale = false;
}

void FlowPane::activated() {
  if (m_stale && !m_context.isNull())
    load();
}

void FlowPane::load() {
  m_stale = false;
  const JobContext asked = m_context;
  m_request = m_context.session->jobs().requestFlow(
      asked.queue, asked.jobId, this, [this, asked](const Result<FlowNode> &flow) {
        if (!m_context.sameJob(asked))
          return;
        m_note->setVisible(!flow);
        if (!flow) {
          m_note->setText(errorText(flow.error(), Doing::Reading).oneLine());
          m_stale = true;
          return;
        }
        const bool first = m_model->empty();
        m_model->apply(*flow, asked.queue.id, asked.jobId);
        if (first)
          m_view->expandAll();
        m_view->setCurrentIndex(m_model->currentIndex());
      });
}

} // namespace oxp
