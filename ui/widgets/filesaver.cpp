// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filesaver.h"

#include "base/background.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QRegularExpression>
#include <QSaveFile>
#include <QWidget>

#include <algorithm>

namespace oxp {
namespace {

/// Ids and names of fields may be paths, or books.
QString asFileName(const QString &name) {
  constexpr qsizetype Longest = 80;
  static const QRegularExpression odd(QStringLiteral("[\\x00-\\x1f/\\\\:*?\"<>|]"));
  const qsizetype dot = name.lastIndexOf(u'.');
  const QString ending = dot < 0 ? QString() : name.mid(dot).left(8);
  QString made = name.left(dot < 0 ? Longest : std::min(dot, Longest)) + ending;
  return made.replace(odd, QStringLiteral("-"));
}

} // namespace

void saveToFile(QWidget *owner, const QString &title, const QString &suggestedName, const QByteArray &bytes,
                const FileSaved &saved) {
  auto *dialog = new QFileDialog(owner->window(), title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  if (!suggestedName.isEmpty())
    dialog->selectFile(asFileName(suggestedName));
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
