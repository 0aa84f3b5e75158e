// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reviewdialog.h"

#include "ui/dialogs/valuecompare.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/changeslistdelegate.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
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

QLineEdit *namedField(const QString &name) {
  auto *field = new QLineEdit;
  field->setAccessibleName(name);
  field->setObjectName(name);
  return field;
}

bool hasReason(const policy::Decision &decision, const char *word) {
  return std::find(decision.reasons.begin(), decision.reasons.end(), word) != decision.reasons.end();
}

} // namespace

ReviewDialog::ReviewDialog(const DialogSubject &subject, std::vector<json::Change> changes,
                           const policy::Decision &decision, const QStringList &notes, QWidget *parent)
    : DialogFrame(subject, parent)
    , m_model(new ChangesModel(std::move(changes), policy::masksValues(subject.environment), this))
    , m_decision(decision) {
  resize(820, 480);
  setSentence(sentence());
  setupChanges();
  setupReveal();
  setupNotes(notes);
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

void ReviewDialog::setupNotes(const QStringList &notes) {
  for (const QString &note : notes) {
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *label = new TextLabel(note);
    label->setWordWrap(true);
    row->addWidget(new IconLabel(IconId::Warn, Tint::Warn), 0, Qt::AlignTop);
    row->addWidget(label, 1);
    content()->addLayout(row);
  }
}

void ReviewDialog::setupFields() {
  auto *form = new QFormLayout;
  form->setLabelAlignment(Qt::AlignRight);
  form->setSpacing(8);
  if (m_decision.runningTick) {
    m_running = new QCheckBox(tr("The job is running"));
    m_running->setAccessibleName(m_running->text());
    m_running->setObjectName(QStringLiteral("The job is running"));
    form->addRow(QString(), m_running);
    connect(m_running, &QCheckBox::toggled, this, &ReviewDialog::updateMain);
  }
  if (!m_decision.typeToConfirm.isEmpty()) {
    m_typed = namedField(tr("Type to confirm"));
    m_typed->setPlaceholderText(QString::fromUtf8(m_decision.typeToConfirm));
    form->addRow(tr("Type to confirm"), m_typed);
    connect(m_typed, &QLineEdit::textChanged, this, &ReviewDialog::updateMain);
  }
  if (m_decision.reasonWanted) {
    m_reason = namedField(tr("Reason"));
    m_reason->setToolTip(tr("Kept in History together with your name and both versions."));
    form->addRow(tr("Reason"), m_reason);
    connect(m_reason, &QLineEdit::textChanged, this, &ReviewDialog::updateMain);
  }
  content()->addLayout(form);
}

void ReviewDialog::setupButtons() {
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_save = addButton(tr("Save changes"), ButtonKind::Main, QDialogButtonBox::AcceptRole);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_save, &QPushButton::clicked, this, [this] {
    emit agreed({m_running && m_running->isChecked(), m_typed ? m_typed->text().toUtf8() : QByteArray(),
                 m_reason ? m_reason->text() : QString()});
    accept();
  });
  if (hasReason(m_decision, "sensitive"))
    setNote(tr("A sensitive value changes."), IconId::Shield);
  setDefault(m_decision.cancelIsDefault ? cancel : m_save);
  for (QLineEdit *field : {m_typed, m_reason})
    if (field)
      setConfirmField(field, m_save);
  if (m_typed)
    m_typed->setFocus();
}

void ReviewDialog::updateMain() {
  if (!m_save)
    return;
  const bool ticked = !m_running || m_running->isChecked();
  const bool typed = !m_typed || m_typed->text().toUtf8() == m_decision.typeToConfirm;
  const bool reasoned = !m_reason || !m_reason->text().trimmed().isEmpty();
  m_save->setEnabled(ticked && typed && reasoned);
  m_save->setToolTip(m_save->isEnabled() ? QString()
                     : !ticked           ? tr("Tick that the job is running")
                     : !typed ? tr("Type %1 first").arg(QString::fromUtf8(m_decision.typeToConfirm))
                              : tr("Give a reason first"));
}

} // namespace oxp
