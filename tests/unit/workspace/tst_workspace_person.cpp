// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/person.h"

#include <QSysInfo>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

using namespace oxp;

class TestPerson : public QObject {
  Q_OBJECT

private slots:
  void saysWhoItIs();
};

void TestPerson::saysWhoItIs() {
  const QString host = u'@' + QSysInfo::machineHostName();
  qputenv("USER", "ada");
  qputenv("LOGNAME", "grace");
  QCOMPARE(personAndHost(), u"ada"_qs + host);
  qputenv("USER", "");
  QCOMPARE(personAndHost(), u"grace"_qs + host);
  qunsetenv("USER");
  qunsetenv("LOGNAME");
  const passwd *entry = getpwuid(geteuid());
  const QString name = entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(geteuid());
  QCOMPARE(personAndHost(), name + host);
}

QTEST_GUILESS_MAIN(TestPerson)
#include "tst_workspace_person.moc"
