// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/openqueuedialog.h"

#include "ui/errortext.h"
#include "ui/theme/style.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace oxp {

OpenQueueDialog::OpenQueueDialog(const QByteArray &prefix, QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit)
    , m_prefix(new QLineEdit(QString::fromUtf8(prefix)))
    , m_problem(new TextLabel({}, Tint::Err)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setModal(true);
  setWindowTitle(tr("Open a queue by name"));
  setMinimumWidth(440);
  m_name->setAccessibleName(tr("Queue"));
  m_name->setObjectName(QStringLiteral("Queue"));
  m_prefix->setAccessibleName(tr("Prefix"));
  m_prefix->setObjectName(QStringLiteral("Prefix"));
  m_problem->setWordWrap(true);
  m_problem->hide();
  auto *words = new TextLabel(
      tr("The name as producers and workers give it, without the prefix that stands before it in Redis."),
      Tint::Text2);
  words->setWordWrap(true);
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  m_open = buttons->button(QDialogButtonBox::Ok);
  m_open->setText(tr("Open"));
  setButtonKind(m_open, ButtonKind::Main);
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  for (QLineEdit *field : {m_name, m_prefix})
    connect(field, &QLineEdit::textChanged, this, &OpenQueueDialog::updateButton);
  connect(buttons, &QDialogButtonBox::accepted, this, &OpenQueueDialog::ask);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto *form = new QFormLayout(this);
  form->setContentsMargins(16, 16, 16, 12);
  form->setSpacing(12);
  form->addRow(words);
  form->addRow(tr("Queue"), m_name);
  form->addRow(tr("Prefix"), m_prefix);
  form->addRow(m_problem);
  form->addRow(buttons);
  updateButton();
  m_name->setFocus();
}

void OpenQueueDialog::updateButton() {
  m_problem->hide();
  m_open->setEnabled(!m_asking && !m_name->text().isEmpty());
}

void OpenQueueDialog::ask() {
  m_asking = true;
  updateButton();
  emit wanted({m_prefix->text().toUtf8(), m_name->text().toUtf8()});
}

void OpenQueueDialog::applyError(const Error &error) {
  m_asking = false;
  updateButton();
  m_problem->setText(error.code == "no-queue"
                         ? tr("There is no such queue. The name must match exactly, letter for letter.")
                         : errorText(error, Doing::Reading).oneLine());
  m_problem->setAccessibleName(m_problem->text());
  m_problem->show();
  m_name->setFocus();
  m_name->selectAll();
}

} // namespace oxp
