// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/screen.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>

namespace oxp::test {

void useScreen(const QSize &size) {
  static QTemporaryFile file; // as long as the program
  if (!file.open())
    qFatal("no temporary file");
  const QJsonObject screen{{u"name"_qs, u"test"_qs},
                           {u"x"_qs, 0},
                           {u"y"_qs, 0},
                           {u"width"_qs, size.width()},
                           {u"height"_qs, size.height()},
                           {u"logicalDpi"_qs, 96},
                           {u"logicalBaseDpi"_qs, 96},
                           {u"dpr"_qs, 1}};
  file.write(QJsonDocument(QJsonObject{{u"screens"_qs, QJsonArray{screen}}}).toJson());
  file.flush();
  qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + file.fileName().toLocal8Bit());
}

} // namespace oxp::test
