// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/serverfacts.h"
#include "ui/views/serverwords.h"
#include "workspace/serverlook.h"

#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

/// What the line of a server says, and when it wants a hand.
class TestServerWords : public QObject {
  Q_OBJECT

private slots:
  void tellsHowLongItIsUp_data();
  void tellsHowLongItIsUp();
  void namesTroubles_data();
  void namesTroubles();
};

void TestServerWords::tellsHowLongItIsUp_data() {
  QTest::addColumn<int>("seconds");
  QTest::addColumn<QString>("words");
  QTest::newRow("just started") << 0 << u"up 1 s"_s;
  QTest::newRow("seconds") << 59 << u"up 59 s"_s;
  QTest::newRow("whole minutes, so that the line keeps still") << 119 << u"up 1 min"_s;
}

void TestServerWords::tellsHowLongItIsUp() {
  QFETCH(int, seconds);
  QFETCH(QString, words);
  ServerLook look;
  look.uptimeSeconds = seconds;
  const auto all = serverWords({}, look, 0, 0);
  QStringList values;
  for (const ServerWord &word : all)
    values << word.value;
  QVERIFY2(values.contains(words), qPrintable(values.join(u", "_s)));
}

void TestServerWords::namesTroubles_data() {
  QTest::addColumn<QByteArray>("info");
  QTest::addColumn<int>("clockOffset");
  QTest::addColumn<QString>("trouble");
  QTest::newRow("none") << QByteArray("maxmemory_policy:noeviction\r\nrole:master\r\n") << 5'000 << QString();
  QTest::newRow("eviction") << QByteArray("maxmemory_policy:allkeys-lru\r\n") << 0 << u"allkeys-lru"_s;
  QTest::newRow("replica") << QByteArray("role:slave\r\n") << 0 << u"replica"_s;
  QTest::newRow("loading") << QByteArray("loading:1\r\n") << 0 << u"loading its data"_s;
  QTest::newRow("disk") << QByteArray("rdb_last_bgsave_status:err\r\n") << 0 << u"the last save failed"_s;
  QTest::newRow("clock") << QByteArray() << 6'000 << u"clock differs by 6 s"_s;
}

void TestServerWords::namesTroubles() {
  QFETCH(QByteArray, info);
  QFETCH(int, clockOffset);
  QFETCH(QString, trouble);
  ServerFacts facts;
  facts.clock.known = true;
  const auto words = serverWords(facts, serverLook(info), 0, clockOffset);
  QStringList troubles;
  for (const ServerWord &word : words) {
    if (word.trouble)
      troubles << word.value;
    QCOMPARE(word.meaning.isEmpty(), !word.trouble);
  }
  QCOMPARE(troubles, trouble.isEmpty() ? QStringList() : QStringList{trouble});
}

QTEST_MAIN(TestServerWords)
#include "tst_serverwords.moc"
