// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/gotodialog.h"

#include "ui/theme/style.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace oxp {

GoToDialog::GoToDialog(const QString &title, const QString &label, QWidget *parent)
    : QDialog(parent)
    , m_field(new QLineEdit) {
  setAttribute(Qt::WA_DeleteOnClose);
  setModal(true);
  setWindowTitle(title);
  setMinimumWidth(400);
  m_field->setAccessibleName(title);
  m_field->setObjectName(QStringLiteral("Go to job"));
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  QPushButton *go = buttons->button(QDialogButtonBox::Ok);
  go->setText(tr("Go"));
  setButtonKind(go, ButtonKind::Main);
  go->setEnabled(false);
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  connect(m_field, &QLineEdit::textChanged, go,
          [go](const QString &text) { go->setEnabled(!text.trimmed().isEmpty()); });
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    emit entered(m_field->text());
    accept();
  });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto *form = new QFormLayout(this);
  form->setContentsMargins(16, 16, 16, 12);
  form->setSpacing(12);
  form->addRow(label, m_field);
  form->addRow(buttons);
}

} // namespace oxp
