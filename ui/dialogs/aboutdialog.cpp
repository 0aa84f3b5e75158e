// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace oxp {
namespace {

/// The licence texts of the script packages, as they came in them.
QString notices() {
  QString text;
  QDirIterator files(QStringLiteral(":/scripts"), {QStringLiteral("LICENSE*"), QStringLiteral("*.LICENSE")},
                     QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.open(QIODevice::ReadOnly))
      text += file.fileName().section(u'/', -2) + QStringLiteral("\n\n") + QString::fromUtf8(file.readAll()) +
              QStringLiteral("\n\n");
  }
  return text;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("About Oxpecker"));
  resize(560, 520);
  auto *name = new TextLabel(QStringLiteral("Oxpecker ") + QStringLiteral(OXPECKER_VERSION));
  name->setFont(fonts::headline());
  auto *words = new TextLabel(
      tr("Looks after BullMQ queues: shows them, finds jobs, and edits their data without losing "
         "a byte. Free software under the GNU General Public License, version 3 or later."),
      Tint::Text2);
  words->setWordWrap(true);
  auto *carried = new TextLabel(tr("The scripts of BullMQ and Bull are carried along under the MIT licence:"),
                                Tint::Text2);
  carried->setWordWrap(true);
  auto *list = new QPlainTextEdit(notices());
  list->setReadOnly(true);
  list->setFont(fonts::monoId());
  list->setAccessibleName(tr("Licence notices"));
  auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
  buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 16, 16, 12);
  layout->setSpacing(12);
  layout->addWidget(new IconLabel(IconId::Bird, Tint::Text2, 64));
  layout->addWidget(name);
  layout->addWidget(words);
  layout->addWidget(carried);
  layout->addWidget(list, 1);
  layout->addWidget(buttons);
}

} // namespace oxp
