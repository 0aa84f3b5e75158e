// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/settings.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace oxp;

class TestSettings : public QObject {
  Q_OBJECT

private slots:
  void givesDefaults();
  void keepsAndClamps();
  void clampsWhatAFileSays();
  void makesAnOlderFilePrivate();
};

void TestSettings::givesDefaults() {
  const QTemporaryDir folder;
  const Settings settings(folder.filePath(u"s.ini"_qs));
  QCOMPARE(settings.value(setting::PollSeconds), 10);
  QCOMPARE(settings.value(setting::CompactRows), false);
  QCOMPARE(settings.value(setting::Language), QString());
}

void TestSettings::keepsAndClamps() {
  const QTemporaryDir folder;
  const QString file = folder.filePath(u"s.ini"_qs);
  {
    Settings settings(file);
    QSignalSpy changed(&settings, &Settings::changed);
    settings.set(setting::PollSeconds, 1'000);
    settings.set(setting::PollSeconds, 1'000);
    settings.set(setting::CompactRows, true);
    settings.set(setting::Language, u"zh_CN"_qs);
    QCOMPARE(changed.size(), 3);
    QCOMPARE(changed[0][0].toString(), QLatin1String(setting::PollSeconds.key));
    QCOMPARE(settings.value(setting::PollSeconds), 600);
  }
  QVERIFY2(!(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)),
           "from its first byte on");
  const Settings again(file);
  QCOMPARE(again.value(setting::PollSeconds), 600);
  QCOMPARE(again.value(setting::CompactRows), true);
  QCOMPARE(again.value(setting::Language), u"zh_CN"_qs);
  QVERIFY(!(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestSettings::clampsWhatAFileSays() {
  const QTemporaryDir folder;
  Settings settings(folder.filePath(u"s.ini"_qs));
  settings.store().setValue(QLatin1String(setting::RecordDays.key), -7);
  settings.store().setValue(QLatin1String(setting::PollSeconds.key), u"soon"_qs);
  QCOMPARE(settings.value(setting::RecordDays), 1);
  QCOMPARE(settings.value(setting::PollSeconds), 1);
}

void TestSettings::makesAnOlderFilePrivate() {
  const QTemporaryDir folder;
  const QString name = folder.filePath(u"s.ini"_qs);
  QFile file(name);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write("[live]\npollSeconds=7\n");
  file.close();
  QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
  Settings settings(name);
  QCOMPARE(settings.value(setting::PollSeconds), 7);
  settings.set(setting::PollSeconds, 9);
  settings.store().sync();
  QVERIFY(!(QFileInfo(name).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_workspace_settings.moc"
