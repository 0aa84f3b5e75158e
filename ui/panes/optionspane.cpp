// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/optionspane.h"

#include "models/optionsmodel.h"
#include "operations/specs.h"
#include "ui/actions/actionset.h"
#include "ui/panes/jsonpane.h"
#include "ui/panes/payload.h"
#include "ui/theme/style.h"
#include "ui/views/viewsetup.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int RoomForBoth = 320; // px

} // namespace

OptionsPane::OptionsPane(ActionSet &actions, QWidget *parent)
    : JobTab(parent)
    , m_action(actions.action(editOptionsSpec().id))
    , m_model(new OptionsModel(this))
    , m_table(new QTableView)
    , m_json(new JsonPane(JsonPane::Part::Options))
    , m_edit(new QPushButton(tr("Edit options…"))) {
  setupTable();
  auto *parts = new QSplitter(Qt::Vertical);
  parts->addWidget(m_table);
  parts->addWidget(m_json);
  parts->setChildrenCollapsible(false);
  parts->setStretchFactor(0, 3);
  parts->setStretchFactor(1, 2);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(parts, 1);
  layout->addWidget(makeFooter());
  setFocusProxy(m_table);
}

void OptionsPane::setupTable() {
  oxp::setupTable(m_table, tr("Job options"));
  m_table->setModel(m_model);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setWordWrap(true); // the sentences show whole
  m_table->verticalHeader()->setMinimumSectionSize(m_table->verticalHeader()->defaultSectionSize());
  m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  QHeaderView *header = m_table->horizontalHeader();
  header->resizeSection(OptionsModel::Option, 132);
  header->resizeSection(OptionsModel::Value, 190);
  header->setSectionResizeMode(OptionsModel::Meaning, QHeaderView::Stretch);
  connect(m_table, &QTableView::activated, this, &OptionsPane::edit);
  m_table->installEventFilter(this);
}

QWidget *OptionsPane::makeFooter() {
  m_edit->setAccessibleName(tr("Edit options"));
  m_edit->setObjectName(QStringLiteral("Edit options"));
  setButtonKind(m_edit, ButtonKind::Normal);
  m_edit->setAutoDefault(false);
  connect(m_edit, &QPushButton::clicked, m_action, &QAction::trigger);
  connect(m_action, &QAction::changed, this, &OptionsPane::followAction);
  followAction();
  auto *footer = new QWidget;
  auto *row = new QHBoxLayout(footer);
  row->setContentsMargins(12, 8, 12, 8);
  row->addWidget(m_edit);
  row->addStretch();
  return footer;
}

void OptionsPane::followAction() {
  m_edit->setEnabled(m_action->isEnabled());
}

void OptionsPane::edit(const QModelIndex &index) {
  if (m_model->isOffered(index.row()))
    m_action->trigger();
}

/// F2 is the editor's elsewhere, for the value at its caret.
bool OptionsPane::eventFilter(QObject *watched, QEvent *event) {
  const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
  if (watched != m_table || !key || static_cast<QKeyEvent *>(event)->key() != Qt::Key_F2)
    return JobTab::eventFilter(watched, event);
  if (event->type() == QEvent::KeyPress)
    edit(m_table->currentIndex());
  event->accept();
  return true;
}

/// Where a pane is low the lines keep their room; the JSON is in the tab Raw too.
void OptionsPane::resizeEvent(QResizeEvent *event) {
  JobTab::resizeEvent(event);
  m_json->setVisible(height() >= RoomForBoth);
}

void OptionsPane::setJob(const JobContext &context, const JobDetail &detail) {
  clearJob();
  m_context = context;
  m_model->setMask(nullptr);
  if (const policy::SharedRules rules = context.masks())
    m_model->setMask([rules](const QByteArray &name, const QByteArray &value) {
      return maskedValue(*rules, value, json::Pointer().child(name));
    });
  m_model->apply(optionRows(detail.opts, m_context.queue.family));
  m_json->setJob(context, detail);
}

void OptionsPane::updateJob(const JobDetail &detail) {
  m_model->apply(optionRows(detail.opts, m_context.queue.family));
  m_json->updateJob(detail);
}

void OptionsPane::clearJob() {
  m_context = {};
  m_model->apply({});
  m_json->clearJob();
}

void OptionsPane::applyTheme() {
  m_json->applyTheme();
}

} // namespace oxp
