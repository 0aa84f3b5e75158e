// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reviewdialog.h"

#include "ui/dialogs/valuecompare.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/changeslistdelegate.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {
namespace {

constexpr int RowHeight = 28;
constexpr int MostRows = 8;

bool hasReason(const policy::Decision &decision, const char *word) {
  return std::find(decision.reasons.begin(), decision.reasons.end(), word) != decision.reasons.end();
}

} // namespace

ReviewDialog::ReviewDialog(const DialogSubject &subject, std::vector<json::Change> changes,
                           policy::SharedRules rules, const policy::Decision &decision,
                           const QStringList &notes, QWidget *parent)
    : DialogFrame(subject, parent)
    , m_model(new ChangesModel(std::move(changes), rules, rules->masksValues(subject.environment), this))
    , m_decision(decision) {
  resize(820, 480);
  setSentence(sentence());
  setupChanges();
  setupReveal();
  addNotes(content(), notes);
  setupFields();
  setupButtons();
  updateMain();
}

QString ReviewDialog::sentence() const {
  if (m_model->rowCount() == 1 && m_model->change(0).pointer.isRoot())
    return tr("The whole document is replaced.");
  return tr("%n field(s) change. Every other byte of the payload stays as it is.", nullptr,
            int(m_model->changes().size()));
}

void ReviewDialog::setupChanges() {
  m_list = new QTableView;
  m_list->setAccessibleName(tr("Changes"));
  m_list->setObjectName(QStringLiteral("Changes"));
  m_list->setModel(m_model);
  m_list->setItemDelegate(new ChangesListDelegate(m_list));
  m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_list->setSelectionMode(QAbstractItemView::SingleSelection);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setShowGrid(false);
  m_list->setTabKeyNavigation(false);
  m_list->setWordWrap(false);
  m_list->verticalHeader()->hide();
  m_list->verticalHeader()->setMinimumSectionSize(RowHeight);
  m_list->verticalHeader()->setDefaultSectionSize(RowHeight);
  QHeaderView *header = m_list->horizontalHeader();
  header->setHighlightSections(false);
  header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  header->resizeSection(ChangesModel::Kind, 104);
  header->resizeSection(ChangesModel::Path, 168);
  header->setSectionResizeMode(ChangesModel::Before, QHeaderView::Stretch);
  header->setSectionResizeMode(ChangesModel::After, QHeaderView::Stretch);
  header->resizeSection(ChangesModel::Mark, 104);
  const int rows = std::clamp(m_model->rowCount(), 1, MostRows);
  m_list->setMinimumHeight(rows * RowHeight + 28);
  content()->addWidget(m_list, 1);

  m_compare = new ValueCompare;
  content()->addWidget(m_compare);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex &current) { showChange(current.row()); });
  m_list->setCurrentIndex(m_model->index(0, 0));
}

void ReviewDialog::showChange(int row) {
  if (row < 0)
    return;
  m_compare->setValues(m_model->before(row), m_model->after(row));
}

void ReviewDialog::setupReveal() {
  if (!m_model->hidesAny())
    return;
  auto *reveal = new QPushButton(tr("Reveal"));
  reveal->setAccessibleName(tr("Reveal"));
  reveal->setObjectName(QStringLiteral("Reveal"));
  reveal->setIcon(icon(IconId::Eye));
  reveal->setAutoDefault(false);
  setButtonKind(reveal, ButtonKind::Flat);
  content()->addWidget(reveal, 0, Qt::AlignLeft);
  connect(reveal, &QPushButton::clicked, this, [this, reveal] {
    m_model->reveal();
    showChange(m_list->currentIndex().row());
    reveal->hide();
  });
}

void ReviewDialog::setupFields() {
  m_consent = new ConsentFields;
  m_consent->setDecision(m_decision);
  content()->addWidget(m_consent);
  connect(m_consent, &ConsentFields::changed, this, &ReviewDialog::updateMain);
}

void ReviewDialog::setupButtons() {
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_save = addButton(tr("Save changes"), ButtonKind::Main, QDialogButtonBox::AcceptRole);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_save, &QPushButton::clicked, this, [this] {
    emit agreed(m_consent->answer());
    accept();
  });
  if (hasReason(m_decision, "sensitive"))
    setNote(tr("A sensitive value changes."), IconId::Shield);
  setDefault(m_decision.cancelIsDefault ? cancel : m_save);
  for (QLineEdit *field : m_consent->fields())
    setConfirmField(field, m_save);
  m_consent->focusFirst();
}

void ReviewDialog::updateMain() {
  if (!m_save)
    return;
  m_save->setEnabled(m_consent->isComplete());
  m_save->setToolTip(m_consent->missing());
}

} // namespace oxp
