// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filesaver.h"

#include "base/background.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>
#include <QWidget>

namespace oxp {

void saveToFile(QWidget *owner, const QString &title, const QString &suggestedName, const QByteArray &bytes,
                const FileSaved &saved) {
  auto *dialog = new QFileDialog(owner->window(), title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  if (!suggestedName.isEmpty())
    dialog->selectFile(suggestedName);
  QObject::connect(dialog, &QFileDialog::fileSelected, owner, [owner, bytes, saved](const QString &name) {
    const auto write = [name, bytes] {
      QSaveFile file(name);
      const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
      return done ? QString() : file.errorString();
    };
    runInBackground<QString>(owner, write, [name, saved](const QString &problem) { saved(name, problem); });
  });
  dialog->open();
}

QString fileSavedWords(const QString &file, const QString &problem) {
  return problem.isEmpty()
             ? QCoreApplication::translate("FileSaver", "Written to %1.").arg(file)
             : QCoreApplication::translate("FileSaver", "%1 could not be written: %2").arg(file, problem);
}

} // namespace oxp
