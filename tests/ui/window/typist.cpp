// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program with somebody typing in it, to be killed: URL FOLDER JOB STATE OLD NEW [save]
#include "ui/window/person.h"

#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  const QStringList words = QApplication::arguments().mid(1);
  if (words.size() < 6)
    return 2;
  oxp::test::Person person;
  const bool typed = person.start(words[0], words[1]) && person.openJob(words[2].toUtf8(), words[3]) &&
                     person.retype(words[4], words[5]);
  if (!typed || (words.value(6) == QStringLiteral("save") && !person.press(QStringLiteral("Save"))))
    return 1;
  return QApplication::exec(); // never ends by itself
}
