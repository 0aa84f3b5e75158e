// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/rawpane.h"

#include "models/format.h"
#include "models/rawfieldsmodel.h"
#include "ui/errortext.h"
#include "ui/panes/payload.h"
#include "ui/theme/fonts.h"
#include "ui/views/viewsetup.h"
#include "ui/widgets/fulltextpanel.h"
#include "ui/widgets/longclipboard.h"
#include "workspace/jobrequests.h"
#include "workspace/profilesession.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
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
QByteArray maskedField(const policy::Rules &rules, const QByteArray &field, const QByteArray &value) {
  static const QList<QByteArray> ofPeople{"data", "returnvalue", "opts", "progress"};
  return ofPeople.contains(field) ? maskedValue(rules, value, {}) : value;
}

} // namespace

RawPane::~RawPane() {
  m_request.cancel();
}

RawPane::RawPane(QWidget *parent)
    : JobTab(parent)
    , m_model(new RawFieldsModel(this))
    , m_view(new QTableView)
    , m_place(new FullTextPlace(m_view)) {
  setupView();
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_place);
}

void RawPane::setupView() {
  setupTable(m_view, tr("Raw fields"));
  m_view->setModel(m_model);
  m_view->setFont(fonts::monoId());
  QHeaderView *header = m_view->horizontalHeader();
  header->resizeSection(RawFieldsModel::Field, 140);
  header->setSectionResizeMode(RawFieldsModel::Value, QHeaderView::Stretch);
  header->resizeSection(RawFieldsModel::Size, 84);
  connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) { showValue(index.row()); });
  auto *show = new QAction(tr("Show all"), m_view);
  connect(show, &QAction::triggered, this, [this] { showValue(m_view->currentIndex().row()); });
  m_view->addAction(show);
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
  QGuiApplication::clipboard()->setMimeData(new LongClipboard(bytes));
}

/// A value that was too large to come with the job is asked for first.
void RawPane::showValue(int row) {
  const QByteArray field = m_model->fieldAt(row);
  if (field.isEmpty())
    return;
  if (!m_model->elidedAt(row))
    return openValue(field, m_model->valueAt(row));
  if (m_context.isNull())
    return;
  const JobContext asked = m_context;
  m_request = m_context.session->jobs().requestField(
      asked.queue, asked.jobId, field, this, [this, asked, field](const Result<QByteArray> &value) {
        if (!m_context.sameJob(asked))
          return;
        if (value)
          openValue(field, masks() ? maskedField(*masks(), field, *value) : *value);
        else
          openValue(field, errorText(value.error(), Doing::Reading).oneLine().toUtf8());
      });
}

void RawPane::openValue(const QByteArray &field, const QByteArray &value) {
  m_place->open(format::safeText(field, 100), value, format::safeText(field, 40) + QStringLiteral(".txt"));
}

void RawPane::setJob(const JobContext &context, const JobDetail &detail) {
  if (!m_context.sameJob(context))
    m_place->back();
  m_request.cancel();
  m_context = context;
  m_revealed = false;
  updateJob(detail);
  m_view->scrollToTop();
}

void RawPane::updateJob(const JobDetail &detail) {
  m_detail = detail;
  m_reveal->setVisible(bool(masks()));
  m_reveal->setEnabled(m_context.mayReveal());
  m_reveal->setText(m_context.mayReveal() ? tr("Reveal") : mayNotReveal());
  m_model->setMask(nullptr);
  if (const policy::SharedRules rules = masks())
    m_model->setMask([rules](const QByteArray &field, const QByteArray &value) {
      return maskedField(*rules, field, value);
    });
  m_model->apply(detail.fields, elidedFields(detail));
}

policy::SharedRules RawPane::masks() const {
  return m_revealed ? nullptr : m_context.masks();
}

void RawPane::clearJob() {
  m_request.cancel();
  m_place->back();
  m_context = {};
  m_detail = {};
  m_model->apply({});
}

} // namespace oxp
