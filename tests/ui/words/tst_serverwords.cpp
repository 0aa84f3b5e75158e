// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/serverfacts.h"
#include "ui/views/serverwords.h"
#include "workspace/serverlook.h"

#include <QTest>
#include <QTranslator>

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
  void praisesNoSnapshotThatIsNone();
  void enumeratesAsTheLanguageDoes();
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
  const QByteArray start =
      "uptime_in_seconds:7200\r\nserver_time_usec:7300000000\r\nrdb_last_save_time:100\r\n";
  QTest::newRow("no snapshot") << start + "rdb_changes_since_last_save:1\r\n" << 0 << u"not saved to disk"_s;
  QTest::newRow("no snapshot, and no change") << start << 0 << QString();
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

void TestServerWords::praisesNoSnapshotThatIsNone() {
  const ServerLook look = serverLook("uptime_in_seconds:960\r\nserver_time_usec:1060000000\r\n"
                                     "rdb_last_save_time:100\r\nrdb_saves:0\r\n");
  for (const ServerWord &word : serverWords({}, look, 1'060'000, 0))
    QVERIFY2(!word.value.contains(u"saved"_s), qPrintable(word.value));
}

/// A comma is a word too.
void TestServerWords::enumeratesAsTheLanguageDoes() {
  class Commas : public QTranslator {
  public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override {
      const bool isList = QByteArray(context) == "ServerWords" && QByteArray(source) == "%1, %2";
      return isList ? u"%1，%2"_s : QString();
    }
  } commas;
  ServerLook look;
  look.lastSave = 60;
  QVERIFY(serverWords({}, look, 120'000, 0).back().value.contains(u", "_s));
  QVERIFY(QCoreApplication::installTranslator(&commas));
  const QString words = serverWords({}, look, 120'000, 0).back().value;
  QCoreApplication::removeTranslator(&commas);
  QVERIFY2(words.startsWith(u"saved by snapshots，"_s), qPrintable(words));
}

QTEST_MAIN(TestServerWords)
#include "tst_serverwords.moc"
