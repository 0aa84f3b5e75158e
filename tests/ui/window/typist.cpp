// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program with somebody typing in it, to be killed: URL FOLDER JOB STATE OLD NEW [save|ask]. "save"
// presses Save at once, "ask" when a line comes on the standard input; "pressed" is said then.
#include "ui/window/person.h"

#include <QApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <cstdio>
#include <unistd.h>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  const QStringList words = QApplication::arguments().mid(1);
  if (words.size() < 6)
    return 2;
  oxp::test::Person person;
  const QString then = words.value(6);
  const auto save = [&person] {
    // By the keyboard: the editor keeps the focus.
    const bool pressed = person.key(Qt::Key_S, Qt::ControlModifier);
    if (pressed)
      QTextStream(stdout) << "pressed" << Qt::endl;
    return pressed;
  };
  const bool typed = person.start(words[0], words[1]) && person.openJob(words[2].toUtf8(), words[3]) &&
                     person.retype(words[4], words[5]);
  if (!typed || (then == QStringLiteral("save") && !save()))
    return 1;
  QSocketNotifier asked(STDIN_FILENO, QSocketNotifier::Read);
  asked.setEnabled(then == QStringLiteral("ask"));
  QObject::connect(&asked, &QSocketNotifier::activated, &app, [&] {
    asked.setEnabled(false);
    if (!save())
      QApplication::exit(1);
  });
  return QApplication::exec(); // never ends by itself
}
