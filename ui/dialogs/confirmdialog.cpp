// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmdialog.h"

#include "ui/dialogs/argumentform.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {

ConfirmDialog::ConfirmDialog(const DialogSubject &subject, const policy::Decision &decision, bool destructive,
                             const std::vector<ArgumentSpec> &arguments, QWidget *parent)
    : DialogFrame(subject, parent)
    , m_arguments(new ArgumentForm(arguments))
    , m_consent(new ConsentFields) {
  setMinimumWidth(520);
  m_consent->setDecision(decision);
  m_arguments->setVisible(!arguments.empty());
  content()->addWidget(m_arguments);
  content()->addWidget(m_consent);
  connect(m_arguments, &ArgumentForm::changed, this, &ConfirmDialog::updateMain);
  connect(m_consent, &ConsentFields::changed, this, &ConfirmDialog::updateMain);
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_main = addButton(subject.title, destructive ? ButtonKind::Danger : ButtonKind::Main,
                     QDialogButtonBox::AcceptRole);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_main, &QPushButton::clicked, this, [this] {
    emit agreed(m_consent->answer(), m_arguments->values());
    accept();
  });
  setDefault(decision.cancelIsDefault || destructive ? cancel : m_main);
  for (QLineEdit *field : m_consent->fields() + m_arguments->lines())
    setConfirmField(field, m_main);
  m_consent->focusFirst();
  updateMain();
}

void ConfirmDialog::updateMain() {
  const QString missing = m_arguments->isComplete() ? m_consent->missing() : m_arguments->missing();
  m_main->setEnabled(missing.isEmpty());
  m_main->setToolTip(missing);
}

} // namespace oxp
