// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"
#include "ui/startsecrets.h"

#include <QApplication>

#include <algorithm>
#include <array>
#include <cstring>

namespace {

/// --help and --version are answered without a display.
bool wantsWordsOnly(int argc, char **argv) {
  const std::array<const char *, 5> options{"--help", "-h", "--help-all", "--version", "-v"};
  return std::any_of(argv + 1, argv + argc, [&](const char *argument) {
    return std::any_of(options.begin(), options.end(),
                       [&](const char *option) { return std::strcmp(argument, option) == 0; });
  });
}

void nameApplication() {
  QCoreApplication::setApplicationName(QStringLiteral("oxpecker"));
  QCoreApplication::setApplicationVersion(QStringLiteral(OXPECKER_VERSION));
}

} // namespace

int main(int argc, char **argv) {
  const oxp::StartSecrets secrets(argc, argv);
  nameApplication();
  if (argc > 1 && wantsWordsOnly(argc, argv)) {
    QCoreApplication words(argc, argv);
    oxp::readOptions(QCoreApplication::arguments());
    return 0;
  }
  QApplication app(argc, argv);
  QApplication::setApplicationDisplayName(QStringLiteral("Oxpecker"));
  QApplication::setDesktopFileName(QStringLiteral("org.oxpecker.Oxpecker"));
  oxp::StartOptions options = oxp::readOptions(secrets.arguments(QApplication::arguments()));
  options.password = secrets.environmentPassword();
  oxp::Application oxpecker(std::move(options));
  if (!oxpecker.start())
    return 1;
  return QApplication::exec();
}
