// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A program that holds a demo as the window does, to be killed by a test. Prints the URL once the demo is
// ready.
#include "demo/demoserver.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv) {
  QCoreApplication app(argc, argv);
  oxp::DemoServer demo;
  QObject::connect(&demo, &oxp::DemoServer::ready, &app, [](const QString &url) {
    std::printf("%s\n", qPrintable(url));
    std::fflush(stdout);
  });
  QObject::connect(&demo, &oxp::DemoServer::failed, &app, [](const QString &sentence) {
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    QCoreApplication::exit(1);
  });
  demo.start();
  return QCoreApplication::exec();
}
