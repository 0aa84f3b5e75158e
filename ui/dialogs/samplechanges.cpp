// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/samplechanges.h"

#include "models/format.h"
#include "models/roles.h"
#include "ui/dialogs/changesmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/widgets/changeslistdelegate.h"
#include "ui/widgets/jobtableview.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace oxp {
namespace {

constexpr int RowHeight = 28, HeaderHeight = 28; // px
constexpr int MostRows = 5;
constexpr int IdWidth = 120, NameWidth = 280, PathWidth = 232; // px

QTableView *changesTable() {
  auto *table = new QTableView;
  table->setItemDelegate(new ChangesListDelegate(table));
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setShowGrid(false);
  table->setTabKeyNavigation(false);
  table->setWordWrap(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setMinimumSectionSize(RowHeight);
  table->verticalHeader()->setDefaultSectionSize(RowHeight);
  table->horizontalHeader()->setHighlightSections(false);
  table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  return table;
}

QPushButton *arrow(IconId id, const QString &name) {
  auto *button = new QPushButton;
  setButtonKind(button, ButtonKind::Flat);
  button->setIcon(icon(id));
  button->setFixedSize(24, 24);
  button->setAutoDefault(false);
  button->setAccessibleName(name);
  button->setObjectName(name);
  button->setToolTip(name);
  return button;
}

QStandardItem *cell(const QString &text, CellKind kind) {
  auto *item = new QStandardItem(text);
  item->setData(int(kind), CellKindRole);
  return item;
}

} // namespace

SampleChanges::SampleChanges(QWidget *parent)
    : QWidget(parent)
    , m_name(new TextLabel)
    , m_id(new TextLabel({}, Tint::Text2))
    , m_place(new TextLabel({}, Tint::Text2))
    , m_up(arrow(IconId::ChevronUp, tr("Previous sample")))
    , m_down(arrow(IconId::ChevronDown, tr("Next sample")))
    , m_changes(changesTable())
    , m_list(new JobTableView) {
  auto *title = new TextLabel(tr("Sample"));
  title->setFont(fonts::uiBold());
  m_id->setFont(fonts::monoId());
  m_place->setFont(fonts::small());
  m_name->setElide(Qt::ElideRight);
  auto *head = new QHBoxLayout;
  head->setSpacing(8);
  for (QWidget *each : {static_cast<QWidget *>(title), static_cast<QWidget *>(m_name),
                        static_cast<QWidget *>(m_id), static_cast<QWidget *>(m_place)})
    head->addWidget(each);
  head->addStretch(1);
  head->addWidget(m_up);
  head->addWidget(m_down);
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addLayout(head);
  for (QTableView *table : {m_changes, m_list}) {
    table->setAccessibleName(tr("Sample"));
    table->setObjectName(QStringLiteral("Sample"));
    column->addWidget(table);
  }
  connect(m_up, &QPushButton::clicked, this, [this] { step(-1); });
  connect(m_down, &QPushButton::clicked, this, [this] { step(1); });
  hide();
}

void SampleChanges::setSamples(std::vector<Forecast::Sample> samples, qint64 jobs,
                               const policy::SharedRules &rules, bool masks) {
  m_samples = std::move(samples);
  m_jobs = jobs;
  m_rules = rules;
  m_masks = masks;
  m_at = 0;
  setVisible(!m_samples.empty());
  if (m_samples.empty())
    return;
  const bool changes = !m_samples.front().changes.empty();
  m_changes->setVisible(changes);
  m_list->setVisible(!changes);
  for (QWidget *part : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_id),
                        static_cast<QWidget *>(m_up), static_cast<QWidget *>(m_down)})
    part->setVisible(changes);
  changes ? showSample() : showJobs();
}

void SampleChanges::step(int by) {
  m_at = std::clamp(m_at + by, 0, int(m_samples.size()) - 1);
  showSample();
}

void SampleChanges::showSample() {
  const Forecast::Sample &sample = m_samples[size_t(m_at)];
  m_name->setText(format::safeText(sample.name, 100));
  m_id->setText(u'#' + format::safeText(sample.jobId, 100));
  m_place->setText(tr("%1 of %2").arg(format::number(m_at + 1), format::number(m_jobs)));
  m_up->setEnabled(m_at > 0);
  m_down->setEnabled(m_at + 1 < int(m_samples.size()));
  QAbstractItemModel *before = m_changes->model();
  m_changes->setModel(new ChangesModel(sample.changes, m_rules, m_masks, m_changes));
  delete before;
  QHeaderView *header = m_changes->horizontalHeader();
  m_changes->setColumnHidden(ChangesModel::Kind, true);
  m_changes->setColumnHidden(ChangesModel::Mark, true);
  header->resizeSection(ChangesModel::Path, PathWidth);
  header->setSectionResizeMode(ChangesModel::Before, QHeaderView::Stretch);
  header->setSectionResizeMode(ChangesModel::After, QHeaderView::Stretch);
  m_changes->setFixedHeight(HeaderHeight + std::clamp(int(sample.changes.size()), 1, MostRows) * RowHeight +
                            2);
}

void SampleChanges::showJobs() {
  const int rows = std::min(int(m_samples.size()), MostRows);
  auto *model = new QStandardItemModel(m_list);
  model->setHorizontalHeaderLabels({tr("Id"), tr("Name"), tr("State")});
  for (int row = 0; row < rows; ++row) {
    const Forecast::Sample &sample = m_samples[size_t(row)];
    auto *state = cell({}, CellKind::State);
    state->setData(int(sample.state), StateRole);
    model->appendRow({cell(format::safeText(sample.jobId, 100), CellKind::Id),
                      cell(format::safeText(sample.name, 100), CellKind::Text), state});
  }
  m_list->setModel(model);
  m_list->horizontalHeader()->resizeSection(0, IdWidth);
  m_list->horizontalHeader()->resizeSection(1, NameWidth);
  m_list->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
  m_list->setFixedHeight(HeaderHeight + rows * m_list->verticalHeader()->defaultSectionSize() + 2);
  m_place->setText(tr("the first %1 of %2").arg(format::number(rows), format::number(m_jobs)));
}

} // namespace oxp
