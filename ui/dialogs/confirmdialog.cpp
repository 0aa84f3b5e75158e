// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {

ConfirmDialog::ConfirmDialog(const DialogSubject &subject, const policy::Decision &decision, bool destructive,
                             QWidget *parent)
    : DialogFrame(subject, parent)
    , m_decision(decision) {
  setMinimumWidth(520);
  setupFields();
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_main = addButton(subject.title, destructive ? ButtonKind::Danger : ButtonKind::Main,
                     QDialogButtonBox::AcceptRole);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_main, &QPushButton::clicked, this, [this] {
    emit agreed({m_running && m_running->isChecked(), m_typed ? m_typed->text().toUtf8() : QByteArray(), {}});
    accept();
  });
  setDefault(decision.cancelIsDefault || destructive ? cancel : m_main);
  if (m_typed) {
    setConfirmField(m_typed, m_main);
    m_typed->setFocus();
  }
  updateMain();
}

void ConfirmDialog::setupFields() {
  auto *form = new QFormLayout;
  form->setSpacing(8);
  form->setLabelAlignment(Qt::AlignRight);
  if (m_decision.runningTick) {
    m_running = new QCheckBox(tr("The job is running"));
    m_running->setAccessibleName(m_running->text());
    form->addRow(QString(), m_running);
    connect(m_running, &QCheckBox::toggled, this, &ConfirmDialog::updateMain);
  }
  if (!m_decision.typeToConfirm.isEmpty()) {
    m_typed = new QLineEdit;
    m_typed->setAccessibleName(tr("Type to confirm"));
    m_typed->setObjectName(QStringLiteral("Type to confirm"));
    m_typed->setPlaceholderText(QString::fromUtf8(m_decision.typeToConfirm));
    form->addRow(tr("Type to confirm"), m_typed);
    connect(m_typed, &QLineEdit::textChanged, this, &ConfirmDialog::updateMain);
  }
  content()->addLayout(form);
}

void ConfirmDialog::updateMain() {
  if (!m_main)
    return;
  const bool ticked = !m_running || m_running->isChecked();
  const bool typed = !m_typed || m_typed->text().toUtf8() == m_decision.typeToConfirm;
  m_main->setEnabled(ticked && typed);
}

} // namespace oxp
