// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QApplication::setApplicationName(QStringLiteral("oxpecker"));
  QApplication::setApplicationDisplayName(QStringLiteral("Oxpecker"));
  QApplication::setApplicationVersion(QStringLiteral(OXPECKER_VERSION));
  QApplication::setDesktopFileName(QStringLiteral("org.oxpecker.Oxpecker"));
  oxp::Application oxpecker(oxp::readOptions(QApplication::arguments()));
  if (!oxpecker.start())
    return 1;
  return QApplication::exec();
}
