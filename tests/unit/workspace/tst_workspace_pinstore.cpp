// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/pinstore.h"
#include "workspace/workspace.h"

#include <QTemporaryDir>
#include <QTest>

using namespace oxp;

namespace {

const QueueId Orders{"bull", "orders"};
const QueueId Odd{"{eu}:b%u/ll", "l\xe4t\xe8, \"x\"; %2C"};
const QueueId NoPrefix{"", "mail"};

} // namespace

class TestPinStore : public QObject {
  Q_OBJECT

private slots:
  void keepsAnyBytes();
  void leavesOutWhatItCannotRead();
  void keepsEachProfilesOwn();
  void isKeptByAWorkspace();
};

void TestPinStore::keepsAnyBytes() {
  const QTemporaryDir folder;
  const QString file = folder.filePath(u"s.ini"_qs);
  {
    Settings settings(file);
    PinStore(settings, u"p1"_qs).save({Orders, Odd, NoPrefix});
  }
  Settings settings(file);
  QCOMPARE(PinStore(settings, u"p1"_qs).load(), (std::vector<QueueId>{Orders, Odd, NoPrefix}));
}

void TestPinStore::leavesOutWhatItCannotRead() {
  const QTemporaryDir folder;
  Settings settings(folder.filePath(u"s.ini"_qs));
  settings.store().setValue(u"pins/p1"_qs,
                            QStringList{u"nothing"_qs, u"bull:"_qs, u"bull:orders"_qs, u"bull:orders"_qs});
  QCOMPARE(PinStore(settings, u"p1"_qs).load(), std::vector<QueueId>{Orders});
}

void TestPinStore::keepsEachProfilesOwn() {
  const QTemporaryDir folder;
  Settings settings(folder.filePath(u"s.ini"_qs));
  PinStore one(settings, u"p1"_qs), two(settings, u"p2"_qs);
  one.save({Orders});
  two.save({NoPrefix});
  one.save({});
  QVERIFY(one.load().empty());
  QCOMPARE(two.load(), std::vector<QueueId>{NoPrefix});
  two.forget();
  QVERIFY(two.load().empty());
  QVERIFY(!settings.store().contains(u"pins/p2"_qs));
}

void TestPinStore::isKeptByAWorkspace() {
  const QTemporaryDir folder;
  Workspace::Options options;
  options.dataFolder = folder.path();
  options.useKeychain = false;
  Profile profile = newProfile();
  profile.socketPath = folder.filePath(u"nobody.sock"_qs);
  {
    Workspace workspace(options);
    workspace.profiles().save(profile);
    workspace.setPinned(profile.id, Orders, true);
    QVERIFY2(!workspace.isPinned(profile.id, Orders), "it was not opened yet");
    workspace.open(profile.id);
    workspace.setPinned(profile.id, Orders, true);
    workspace.setPinned(profile.id, NoPrefix, true);
    workspace.setPinned(profile.id, NoPrefix, false);
    QueueInfo orders, album;
    orders.id = Orders;
    album.id = {"bull", "album"};
    workspace.queueTree().applyQueues(profile.id.toUtf8(), {album, orders});
    QCOMPARE(workspace.queueTree().queueIndex(profile.id.toUtf8(), Orders).row(), 0);
  }
  {
    Workspace workspace(options);
    workspace.open(profile.id);
    QVERIFY(workspace.isPinned(profile.id, Orders));
    QVERIFY(!workspace.isPinned(profile.id, NoPrefix));
    workspace.profiles().remove(profile.id);
    QVERIFY(!workspace.isPinned(profile.id, Orders));
  }
  Settings settings(DataFolder(folder.path()).settingsFile());
  QVERIFY(PinStore(settings, profile.id).load().empty());
}

QTEST_GUILESS_MAIN(TestPinStore)
#include "tst_workspace_pinstore.moc"
