// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <QTest>

using namespace oxp;

class TestSecret : public QObject {
  Q_OBJECT

private slots:
  void printsStars();
  void copiesAndCompares();
};

void TestSecret::printsStars() {
  QString text;
  QDebug(&text) << SecretString("hunter2") << SecretString();
  QVERIFY(!text.contains(QStringLiteral("hunter2")));
  QVERIFY(text.contains(QStringLiteral("***")));
}

void TestSecret::copiesAndCompares() {
  SecretString first(QByteArray("hunter2"));
  SecretString second = first;
  first = SecretString(QByteArray("other"));
  QCOMPARE(second.reveal(), QByteArray("hunter2"));
  SecretString third = std::move(second);
  QCOMPARE(third.reveal(), QByteArray("hunter2"));
  second = third;
  QVERIFY(second == third);
  QVERIFY(!(second == first));
  third = std::move(first);
  QCOMPARE(second.reveal(), QByteArray("hunter2"));
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_base_secret.moc"
