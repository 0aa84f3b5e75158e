// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/rawpane.h"

#include "models/rawfieldsmodel.h"
#include "ui/panes/payload.h"
#include "ui/theme/fonts.h"
#include "ui/views/viewsetup.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMimeData>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {
namespace {

std::vector<RawFieldsModel::Elided> elidedFields(const JobDetail &detail) {
  const auto isThere = [&](const QByteArray &name) {
    return std::any_of(detail.fields.begin(), detail.fields.end(),
                       [&](const auto &field) { return field.first == name; });
  };
  std::vector<RawFieldsModel::Elided> elided;
  if (detail.dataSize >= 0 && !isThere("data"))
    elided.push_back({"data", detail.dataSize});
  if (detail.returnvalueSize >= 0 && !isThere("returnvalue"))
    elided.push_back({"returnvalue", detail.returnvalueSize});
  return elided;
}

/// Fields that hold a person's JSON; the others are BullMQ's own.
QByteArray maskedField(const QByteArray &field, const QByteArray &value) {
  static const QList<QByteArray> ofPeople{"data", "returnvalue", "opts", "progress"};
  return ofPeople.contains(field) ? maskedValue(value, {}) : value;
}

} // namespace

RawPane::RawPane(QWidget *parent)
    : JobTab(parent)
    , m_model(new RawFieldsModel(this))
    , m_view(new QTableView) {
  setupView();
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_view);
}

void RawPane::setupView() {
  setupTable(m_view, tr("Raw fields"));
  m_view->setModel(m_model);
  m_view->setFont(fonts::monoId());
  QHeaderView *header = m_view->horizontalHeader();
  header->resizeSection(RawFieldsModel::Field, 140);
  header->setSectionResizeMode(RawFieldsModel::Value, QHeaderView::Stretch);
  header->resizeSection(RawFieldsModel::Size, 84);
  auto *copy = new QAction(tr("Copy value"), m_view);
  copy->setShortcut(QKeySequence::Copy);
  copy->setShortcutContext(Qt::WidgetShortcut);
  connect(copy, &QAction::triggered, this, &RawPane::copySelected);
  m_view->addAction(copy);
  m_reveal = new QAction(tr("Reveal"), m_view);
  m_reveal->setObjectName(QStringLiteral("Reveal"));
  connect(m_reveal, &QAction::triggered, this, [this] {
    m_revealed = true;
    updateJob(m_detail);
  });
  m_view->addAction(m_reveal);
  m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void RawPane::copySelected() const {
  const QModelIndex current = m_view->currentIndex();
  if (!current.isValid() || m_model->elidedAt(current.row()))
    return;
  const QByteArray bytes = m_model->valueAt(current.row());
  auto *mime = new QMimeData;
  mime->setText(QString::fromUtf8(bytes));
  mime->setData(QStringLiteral("application/octet-stream"), bytes);
  QGuiApplication::clipboard()->setMimeData(mime);
}

void RawPane::setJob(const JobContext &context, const JobDetail &detail) {
  m_context = context;
  m_revealed = false;
  updateJob(detail);
  m_view->scrollToTop();
}

void RawPane::updateJob(const JobDetail &detail) {
  m_detail = detail;
  const bool masks = m_context.masks() && !m_revealed;
  m_reveal->setVisible(masks);
  m_reveal->setEnabled(m_context.mayReveal());
  m_reveal->setText(m_context.mayReveal() ? tr("Reveal") : mayNotReveal());
  m_model->setMask(masks ? RawFieldsModel::Mask(maskedField) : nullptr);
  m_model->apply(detail.fields, elidedFields(detail));
}

void RawPane::clearJob() {
  m_context = {};
  m_detail = {};
  m_model->apply({});
}

} // namespace oxp
