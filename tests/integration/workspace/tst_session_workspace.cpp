// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "shop.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"
#include "workspace/sessionrunner.h"
#include "workspace/workspace.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace oxp;
using namespace oxp::test;

namespace {

Workspace::Options options(const QTemporaryDir &folder) {
  Workspace::Options made;
  made.dataFolder = folder.path();
  made.useKeychain = false;
  made.pollMs = 50;
  made.backoff = {std::chrono::milliseconds(20), std::chrono::milliseconds(100)};
  return made;
}

audit::KeptBytes whole(const QByteArray &bytes) {
  audit::KeptBytes kept;
  kept.bytes = bytes;
  return kept;
}

} // namespace

class TestWorkspace : public QObject {
  Q_OBJECT

private slots:
  void showsAProfileInTheTree();
  void remembersOpenProfiles();
  void showsRememberedQueuesAtOnce();
  void writesOnlyToConfirmedQueues();
  void keepsASavedProfileFromAUrl();
  void asksForAPasswordOnce();
  void closesAProfile();
  void settlesWhatWasCutOff();
  void closesAtOnceWhileSettling();
  void followsAnEditedProfile();
};

void TestWorkspace::showsAProfileInTheTree() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 3);
  const QTemporaryDir folder;
  Workspace workspace(options(folder));
  QSignalSpy opened(&workspace, &Workspace::sessionOpened);
  const Result<QString> id = workspace.openUrl(server.url() + u"&name=Shop"_qs);
  QVERIFY(id);
  QCOMPARE(opened.size(), 1);
  ProfileSession *session = workspace.session(*id);
  QVERIFY(session);
  const QueueTreeModel &tree = workspace.queueTree();
  QTRY_VERIFY(tree.queueIndex(id->toUtf8(), Orders).isValid());
  session->live().setVisibleQueues({Orders});
  QTRY_VERIFY(tree.counts(id->toUtf8(), Orders));
  const QModelIndex profile = tree.profileIndex(id->toUtf8());
  QCOMPARE(profile.data().toString(), u"Shop"_qs);
  QTRY_VERIFY(profile.data(ConnectedRole).toBool());
  server.stop();
  QTRY_VERIFY(profile.data(FailedRole).toBool());
  QVERIFY(!profile.data(DetailRole).toString().isEmpty());
  QVERIFY2(tree.queueIndex(id->toUtf8(), Orders).isValid(), "its queues stay");
  QVERIFY(!workspace.openUrl(u"some nonsense"_qs));
}

void TestWorkspace::showsRememberedQueuesAtOnce() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  const QueueId mail{"bull", "mail"}, late{"bull", "l\xe4t\xe8 %"};
  seedQueue(server, Orders, 1);
  seedQueue(server, mail, 1);
  const QTemporaryDir folder;
  {
    Workspace workspace(options(folder));
    const Result<QString> id = workspace.openUrl(server.url());
    QVERIFY(id);
    QTRY_VERIFY(workspace.session(*id)->queues().discovery().complete);
    QVERIFY(workspace.session(*id)->queues().isConfirmed(mail));
  }
  QVERIFY(QThreadPool::globalInstance()->waitForDone());
  server.run({"DEL", mail.key("meta"), mail.key("wait"), mail.key("1")});
  seedQueue(server, late, 1);

  Workspace workspace(options(folder));
  const QueueTreeModel &tree = workspace.queueTree();
  QSignalSpy reset(&tree, &QAbstractItemModel::modelReset);
  const Result<QString> id = workspace.openUrl(server.url());
  QVERIFY(id);
  const ProfileSession *session = workspace.session(*id);
  QVERIFY(tree.queueIndex(id->toUtf8(), Orders).isValid());
  QVERIFY(tree.queueIndex(id->toUtf8(), mail).isValid());
  QVERIFY(!session->queues().isConfirmed(Orders));
  const QPersistentModelIndex orders = tree.queueIndex(id->toUtf8(), Orders);
  QTRY_VERIFY(session->queues().discovery().complete);
  QVERIFY(session->queues().isConfirmed(Orders));
  QVERIFY2(orders.isValid(), "the row is the same one");
  QVERIFY(!tree.queueIndex(id->toUtf8(), mail).isValid());
  QVERIFY(tree.queueIndex(id->toUtf8(), late).isValid());
  QCOMPARE(reset.size(), 0);
  QVERIFY(QThreadPool::globalInstance()->waitForDone());

  server.stop();
  Workspace away(options(folder));
  const Result<QString> again = away.openUrl(server.url());
  QVERIFY(again);
  QVERIFY2(away.queueTree().queueIndex(again->toUtf8(), late).isValid(), "also while the server is away");
}

/// What is remembered may be of another version by now.
void TestWorkspace::writesOnlyToConfirmedQueues() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 1);
  Surroundings around;
  SessionSetup setup = around.setup(profileOf(server.endpoint()));
  QueueInfo remembered;
  remembered.id = Orders;
  remembered.family = Family::BullMq4;
  setup.knownQueues = {remembered};
  ProfileSession session(std::move(setup));
  QCOMPARE(session.queues().all(), std::vector<QueueInfo>{remembered});
  session.link().connectNow();
  OperationRequest request;
  request.operation = "queue.pause";
  request.queue = remembered;
  std::optional<Result<OperationReport>> report;
  const auto handler = [&](const Result<OperationReport> &done, const OperationReport &) { report = done; };
  session.runner().run(request, this, handler);
  QTRY_VERIFY(report);
  QVERIFY(!*report);
  QCOMPARE(report->error().kind, ErrorKind::Disconnected);
  QTRY_VERIFY(session.queues().isConfirmed(Orders));
  QCOMPARE(session.queues().all().front().family, Family::BullMq5);
  report.reset();
  session.runner().run(request, this, handler);
  QTRY_VERIFY(report);
  QVERIFY2(*report, "with the scripts of the version that is there");
  QCOMPARE(server.run({"HEXISTS", Orders.key("meta"), "paused"}).asInt().value_or(0), 1);
}

void TestWorkspace::remembersOpenProfiles() {
  const QTemporaryDir folder;
  Profile profile = newProfile();
  profile.name = u"Kept"_qs;
  profile.socketPath = folder.filePath(u"nobody.sock"_qs);
  {
    Workspace workspace(options(folder));
    workspace.profiles().save(profile);
    workspace.open(profile.id);
    workspace.openUrl(u"unix://"_qs + folder.filePath(u"other.sock"_qs));
    QCOMPARE(workspace.sessions().size(), size_t(2));
  }
  Workspace workspace(options(folder));
  QCOMPARE(workspace.lastOpen(), QStringList{profile.id});
  QCOMPARE(workspace.queueTree().rowCount(), 1);
}

void TestWorkspace::keepsASavedProfileFromAUrl() {
  const QTemporaryDir folder;
  const QString url = u"unix://"_qs + folder.filePath(u"nobody.sock"_qs);
  Workspace workspace(options(folder));
  const QString first = *workspace.openUrl(url);
  QCOMPARE(*workspace.openUrl(url), first);
  QCOMPARE(workspace.sessions().size(), size_t(1));
  Profile saved = *workspace.profiles().find(first);
  saved.stored = true;
  saved.name = u"Mine"_qs;
  workspace.profiles().save(saved);
  const QString second = *workspace.openUrl(url + u"?name=Other"_qs);
  QVERIFY(second != first);
  QCOMPARE(*workspace.openUrl(url), second);
  QCOMPARE(workspace.profiles().find(first)->name, u"Mine"_qs);
  QVERIFY(workspace.profiles().find(first)->stored);
}

void TestWorkspace::asksForAPasswordOnce() {
  RedisServer server({false, {u"--requirepass"_qs, u"pw"_qs}});
  QVERIFY2(server.start(), qPrintable(server.error()));
  const QTemporaryDir folder;
  Workspace workspace(options(folder));
  QSignalSpy wanted(&workspace, &Workspace::passwordWanted);
  const Result<QString> id = workspace.openUrl(server.url());
  QTRY_COMPARE(wanted.size(), 1);
  QCOMPARE(wanted[0][1].toBool(), false);
  ProfileSession *session = workspace.session(*id);
  QTRY_VERIFY(session->link().status().attempt > 3);
  QCOMPARE(wanted.size(), 1);
  workspace.secrets().remember(*id, SecretString("pw"));
  session->link().setPassword(SecretString("pw"));
  QTRY_VERIFY(session->isConnected());
}

void TestWorkspace::closesAProfile() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 1);
  const QTemporaryDir folder;
  Workspace workspace(options(folder));
  const Result<QString> id = workspace.openUrl(server.url());
  QTRY_VERIFY(workspace.session(*id)->queues().discovery().complete);
  QSignalSpy closed(&workspace, &Workspace::sessionClosed);
  workspace.close(*id);
  QCOMPARE(closed.size(), 1);
  QVERIFY(!workspace.session(*id));
  const QModelIndex profile = workspace.queueTree().profileIndex(id->toUtf8());
  QCOMPARE(workspace.queueTree().rowCount(profile), 0);
  QCOMPARE(profile.data(ConnectedRole).toBool(), false);
  workspace.open(*id);
  QTRY_VERIFY(workspace.session(*id)->isConnected());
}

/// A write that was begun a minute ago and has no end, as after a kill -9 of the program.
void leaveIntent(const QTemporaryDir &folder, const QString &profileId, const QByteArray &before,
                 const QByteArray &after) {
  AuditStore::Options audit;
  audit.folder = DataFolder(folder.path()).recordsFolder();
  audit.sensitiveKey = [](const QByteArray &) { return false; };
  AuditStore store(audit);
  audit::Record record;
  record.at = wallClockMs() - 60'000;
  record.profileId = profileId;
  record.queue = Orders;
  record.jobId = "1";
  record.jobTimestamp = "1700000000000";
  record.operation = "job.updateData";
  record.before = whole(before);
  record.after = whole(after);
  QVERIFY(store.begin(record));
}

void TestWorkspace::settlesWhatWasCutOff() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 3);
  const QTemporaryDir folder;
  const Profile profile = profileOf(server.endpoint());
  leaveIntent(folder, profile.id, "{}", "{\"n\":1}");
  Workspace workspace(options(folder));
  workspace.profiles().save(profile);
  workspace.open(profile.id);
  QSignalSpy settled(&workspace.session(profile.id)->runner(), &SessionRunner::settled);
  QTRY_COMPARE(settled.size(), 1);
  std::vector<audit::Record> records;
  workspace.audit()->requestRecords({profile.id, Orders, "1"}, this,
                                    [&](const Result<std::vector<audit::Record>> &read) { records = *read; });
  QTRY_COMPARE(records.size(), size_t(1));
  QCOMPARE(records[0].outcome, audit::Outcome::Done);
}

/// What cannot be told yet is looked at again and again; that must not hold the window.
void TestWorkspace::closesAtOnceWhileSettling() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 3);
  const QTemporaryDir folder;
  const Profile profile = profileOf(server.endpoint());
  leaveIntent(folder, profile.id, "{\"n\":1}", "{\"n\":99}");
  auto workspace = std::make_unique<Workspace>(options(folder));
  workspace->profiles().save(profile);
  workspace->open(profile.id);
  QTRY_VERIFY(workspace->session(profile.id) &&
              workspace->session(profile.id)->queues().discovery().complete);
  QTRY_VERIFY(callsOf(server, "lpos") > 0); // the first look is under way or done
  QElapsedTimer time;
  time.start();
  workspace.reset();
  QVERIFY2(time.elapsed() < CommandTimeout.count() / 2, "nobody waits for an answer");
}

void TestWorkspace::followsAnEditedProfile() {
  RedisServer server;
  QVERIFY2(server.start(), qPrintable(server.error()));
  seedQueue(server, Orders, 1);
  seedQueue(server, {"other", "mail"}, 1);
  const QTemporaryDir folder;
  Workspace workspace(options(folder));
  Profile profile = profileOf(server.endpoint());
  workspace.profiles().save(profile);
  workspace.open(profile.id);
  QPointer<ProfileSession> session = workspace.session(profile.id);
  QTRY_VERIFY(session->queues().discovery().complete);
  profile.name = u"Renamed"_qs;
  profile.prefixes = {"other"};
  workspace.profiles().save(profile);
  QVERIFY2(session, "no need for another session");
  QTRY_VERIFY(session->queues().find({"other", "mail"}) && !session->queues().find(Orders));
  QTRY_COMPARE(workspace.queueTree().queues(profile.id.toUtf8()).size(), size_t(1));
  QCOMPARE(workspace.queueTree().profileIndex(profile.id.toUtf8()).data().toString(), u"Renamed"_qs);
  profile.role = Role::Viewer;
  workspace.profiles().save(profile);
  QVERIFY2(!session, "a role is for the whole life of a session");
  QTRY_VERIFY(workspace.session(profile.id)->isConnected());
  QCOMPARE(workspace.session(profile.id)->profile().role, Role::Viewer);
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_session_workspace.moc"
