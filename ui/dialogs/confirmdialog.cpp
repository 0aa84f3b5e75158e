// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmdialog.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {

ConfirmDialog::ConfirmDialog(const DialogSubject &subject, const policy::Decision &decision, bool destructive,
                             QWidget *parent)
    : DialogFrame(subject, parent)
    , m_consent(new ConsentFields) {
  setMinimumWidth(520);
  m_consent->setDecision(decision);
  content()->addWidget(m_consent);
  connect(m_consent, &ConsentFields::changed, this, &ConfirmDialog::updateMain);
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_main = addButton(subject.title, destructive ? ButtonKind::Danger : ButtonKind::Main,
                     QDialogButtonBox::AcceptRole);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_main, &QPushButton::clicked, this, [this] {
    emit agreed(m_consent->answer());
    accept();
  });
  setDefault(decision.cancelIsDefault || destructive ? cancel : m_main);
  for (QLineEdit *field : m_consent->fields())
    setConfirmField(field, m_main);
  m_consent->focusFirst();
  updateMain();
}

void ConfirmDialog::updateMain() {
  m_main->setEnabled(m_consent->isComplete());
  m_main->setToolTip(m_consent->missing());
}

} // namespace oxp
