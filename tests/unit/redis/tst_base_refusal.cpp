// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/refusal.h"

#include <QTest>

using namespace oxp;

/// Which right it is that a server's user lacks.
class TestRefusal : public QObject {
  Q_OBJECT

private slots:
  void namesTheCommand_data();
  void namesTheCommand();
  void namesThePrimary();
};

void TestRefusal::namesTheCommand_data() {
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<QString>("line");
  QTest::addColumn<QByteArray>("command");
  QTest::newRow("Redis 7") << QByteArray("NOPERM")
                           << "NOPERM User ox has no permissions to run the 'scan' command"
                           << QByteArray("SCAN");
  QTest::newRow("a subcommand") << QByteArray("NOPERM")
                                << "NOPERM User ox has no permissions to run the 'client|list' command"
                                << QByteArray("CLIENT LIST");
  QTest::newRow("Redis 6")
      << QByteArray("NOPERM")
      << "NOPERM this user has no permissions to run the 'xread' command or its subcommand"
      << QByteArray("XREAD");
  QTest::newRow("a key") << QByteArray("NOPERM") << "NOPERM No permissions to access a key" << QByteArray();
  QTest::newRow("cut off") << QByteArray("NOPERM") << "NOPERM has no permissions to run the 'scan"
                           << QByteArray();
  QTest::newRow("of our own") << QByteArray("viewer") << "has no permissions to run the 'scan' command"
                              << QByteArray();
}

void TestRefusal::namesTheCommand() {
  QFETCH(QByteArray, code);
  QFETCH(QString, line);
  QTEST(refusedCommand({ErrorKind::Denied, code, line, -1}), "command");
  QVERIFY(refusedCommand({ErrorKind::Server, code, line, -1}).isEmpty());
}

void TestRefusal::namesThePrimary() {
  const auto primary = [](const char *code, const QByteArray &line) {
    return primaryOf({ErrorKind::Server, code, QString::fromUtf8(line), -1});
  };
  const QByteArray refusal("READONLY You can't write against a read only replica.");
  QCOMPARE(primary("READONLY", refusalWithPrimary(refusal, "10.0.0.1:6380")),
           QStringLiteral("10.0.0.1:6380"));
  QCOMPARE(refusalWithPrimary(refusal, {}), refusal);
  QVERIFY(primary("READONLY", refusal).isEmpty());
  QVERIFY(primary("OOM", refusalWithPrimary(refusal, "10.0.0.1:6380")).isEmpty());
}

QTEST_APPLESS_MAIN(TestRefusal)
#include "tst_base_refusal.moc"
