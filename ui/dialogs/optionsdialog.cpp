// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/optionsdialog.h"

#include "operations/optionvalue.h"
#include "ui/dialogs/argumentform.h"
#include "ui/dialogs/consentfields.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {

OptionsDialog::OptionsDialog(const DialogSubject &subject, const QByteArray &opts, Family family,
                             const QStringList &notes, QWidget *parent)
    : DialogFrame(subject, parent)
    , m_opts(opts)
    , m_family(family)
    , m_form(new ArgumentForm(optionArguments(opts, family))) {
  setMinimumWidth(560);
  content()->addWidget(m_form);
  addNotes(content(), notes);
  QPushButton *cancel = addButton(tr("Cancel"), ButtonKind::Normal, QDialogButtonBox::RejectRole);
  m_main = addButton(subject.title, ButtonKind::Main, QDialogButtonBox::AcceptRole);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_main, &QPushButton::clicked, this, [this] {
    emit agreed(m_edited);
    accept();
  });
  connect(m_form, &ArgumentForm::changed, this, &OptionsDialog::update);
  setDefault(m_main);
  for (QLineEdit *line : m_form->lines())
    setConfirmField(line, m_main);
  m_form->focusFirst();
  update();
}

/// What is wrong, else what will happen.
void OptionsDialog::update() {
  QString missing = m_form->missing();
  if (missing.isEmpty()) {
    const Result<QByteArray> edited = withOptions(m_opts, m_family, m_form->values());
    if (!edited)
      missing = edited.error().code == NothingKept ? tr("Say how many are kept, or for how long.")
                                                   : tr("One of the values is not within its limits.");
    else if (*edited == m_opts)
      missing = tr("Nothing is changed yet.");
    m_edited = edited.value_or(QByteArray());
  }
  m_main->setEnabled(missing.isEmpty());
  m_main->setToolTip(missing);
  setNote(missing.isEmpty() ? tr("Every other option stays as it is stored.") : missing);
}

} // namespace oxp
