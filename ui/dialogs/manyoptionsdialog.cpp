// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/manyoptionsdialog.h"

#include "operations/optionvalue.h"
#include "ui/dialogs/argumentform.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {

ManyOptionsDialog::ManyOptionsDialog(const DialogSubject &subject, Family family, QWidget *parent)
    : DialogFrame(subject, parent)
    , m_family(family)
    , m_form(new ArgumentForm(optionArgumentsForMany(family))) {
  setMinimumWidth(560);
  content()->addWidget(m_form);
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_preview = addButton(tr("Preview…"), ButtonKind::Main, QDialogButtonBox::AcceptRole);
  m_preview->setAccessibleName(tr("Preview"));
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_preview, &QPushButton::clicked, this, [this] { emit previewWanted(m_form->values()); });
  connect(m_form, &ArgumentForm::changed, this, &ManyOptionsDialog::update);
  setDefault(m_preview);
  for (QLineEdit *line : m_form->lines())
    setConfirmField(line, m_preview);
  m_form->focusFirst();
  update();
}

void ManyOptionsDialog::update() {
  const Arguments fields = m_form->values();
  QString missing = m_form->missing();
  if (missing.isEmpty() && fields.isEmpty())
    missing = tr("Nothing is changed yet.");
  if (const auto fits = checkFieldsOfMany(m_family, fields); missing.isEmpty() && !fits)
    missing = fits.error().code == NothingKept ? tr("Say how many are kept, or for how long.")
                                               : tr("One of the values is not within its limits.");
  m_preview->setEnabled(missing.isEmpty());
  m_preview->setToolTip(missing);
  setNote(missing.isEmpty() ? tr("Nothing has been written.") : missing);
}

} // namespace oxp
