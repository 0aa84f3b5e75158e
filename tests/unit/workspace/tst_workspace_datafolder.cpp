// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/datafolder.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace oxp;

class TestDataFolder : public QObject {
  Q_OBJECT

private slots:
  void isPrivate();
  void handsAUrlOver();
  void handsOverFromADeepFolder();
  void tellsThatNobodyAnswers();
  void isFreeAgain();
  void cannotUseAFile();
};

void TestDataFolder::isPrivate() {
  const QTemporaryDir parent;
  DataFolder folder(parent.filePath(u"a/b"_qs));
  const Result<DataFolder::Claim> claim = folder.claim();
  QVERIFY(claim && *claim == DataFolder::Claim::Mine);
  const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                      QFile::WriteOther | QFile::ExeOther;
  QVERIFY(!(QFileInfo(folder.path()).permissions() & others));
  QVERIFY(folder.settingsFile().startsWith(folder.path()));
}

void TestDataFolder::handsAUrlOver() {
  const QTemporaryDir parent;
  DataFolder first(parent.path()), second(parent.path());
  QCOMPARE(*first.claim(), DataFolder::Claim::Mine);
  QCOMPARE(*second.claim(), DataFolder::Claim::Taken);
  QSignalSpy received(&first, &DataFolder::received);
  std::optional<bool> done;
  second.handOver(u"redis://h/1?name=店\nx"_qs, this, [&](bool ok) { done = ok; });
  QTRY_VERIFY(done);
  QVERIFY(*done);
  QTRY_COMPARE(received.size(), 1);
  QCOMPARE(received[0][0].toString(), u"redis://h/1?name=店\nx"_qs);
  done.reset();
  second.handOver({}, this, [&](bool ok) { done = ok; });
  QTRY_COMPARE(received.size(), 2);
  QCOMPARE(received[1][0].toString(), QString());
}

void TestDataFolder::handsOverFromADeepFolder() {
  const QTemporaryDir parent;
  const QString deep = parent.filePath(QString(60, u'd') + u'/' + QString(60, u'e'));
  DataFolder first(deep), second(deep);
  QCOMPARE(*first.claim(), DataFolder::Claim::Mine);
  QSignalSpy received(&first, &DataFolder::received);
  second.handOver(u"x"_qs, this, [](bool) {});
  QTRY_COMPARE(received.size(), 1);
}

void TestDataFolder::tellsThatNobodyAnswers() {
  const QTemporaryDir parent;
  DataFolder folder(parent.path());
  std::optional<bool> done;
  folder.handOver(u"x"_qs, this, [&](bool ok) { done = ok; });
  QTRY_VERIFY(done);
  QVERIFY(!*done);
}

void TestDataFolder::isFreeAgain() {
  const QTemporaryDir parent;
  {
    DataFolder folder(parent.path());
    QCOMPARE(*folder.claim(), DataFolder::Claim::Mine);
  }
  DataFolder again(parent.path());
  QCOMPARE(*again.claim(), DataFolder::Claim::Mine);
}

void TestDataFolder::cannotUseAFile() {
  const QTemporaryDir parent;
  QFile file(parent.filePath(u"file"_qs));
  QVERIFY(file.open(QFile::WriteOnly));
  DataFolder folder(file.fileName());
  const Result<DataFolder::Claim> claim = folder.claim();
  QVERIFY(!claim);
  QCOMPARE(claim.error().kind, ErrorKind::Denied);
}

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_workspace_datafolder.moc"
