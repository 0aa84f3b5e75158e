// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/operationsfixture.h"
#include "readmeacl.h"
#include "shop.h"
#include "tour.h"
#include "workspace/jobrequests.h"
#include "workspace/jobwatch.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"
#include "workspace/queuecounter.h"
#include "workspace/queueregistry.h"
#include "workspace/serverlink.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr int PatienceMs = 20'000;

QJsonObject job(const char *state, const char *id) {
  return {{QStringLiteral("state"), QLatin1String(state)},
          {QStringLiteral("id"), QLatin1String(id)},
          {QStringLiteral("data"), QJsonObject{{QStringLiteral("n"), 2}}}};
}

} // namespace

/// A Redis user of its own, with the rights of the manual and with less: what is refused is told, and nothing
/// waits for ever.
class TestRights : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();
  void init();
  void cleanup() { m_session.reset(); }
  void manualsRightsAreEnough_data();
  void manualsRightsAreEnough();
  void eachCommandMayBeRefused_data();
  void eachCommandMayBeRefused();
  void whatMayBeReadIsShown_data();
  void whatMayBeReadIsShown();
  void whoMayNotCountIsToldOnce();
  void withoutScanQueuesAreOpenedByName();

private:
  bool seed(const Library &library);
  void admit(const std::vector<QByteArray> &acl);
  void open(Role role);
  QList<QByteArrayList> aclLog();

  const ReadmeAcl m_acl{QStringLiteral(OXP_README)};
  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<Surroundings> m_around;
  std::unique_ptr<ProfileSession> m_session;
};

void TestRights::initTestCase() {
  QVERIFY2(m_acl.isThere(), "README.md has no rights that can be read");
}

void TestRights::cleanupTestCase() {
  m_session.reset();
  m_server.reset();
}

void TestRights::init() {
  m_around = std::make_unique<Surroundings>();
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
}

/// A queue named as the library, with what the tour needs.
bool TestRights::seed(const Library &library) {
  QJsonArray jobs{job("failed", "failed-job"),   job("completed", "completed-job"),
                  job("waiting", "waiting-job"), job("waiting", "kept"),
                  job("delayed", "delayed-job"), job("scheduler", "pulse"),
                  job("active", "active-job")};
  if (library.family != Family::Bull4)
    jobs << job("waiting-children", "parent-job");
  const NodeAnswer answer = NodePeer::run(QStringLiteral("add.mjs"), m_server->socketPath(),
                                          {QStringLiteral("--library"), QLatin1String(library.name),
                                           QStringLiteral("--queue"), QLatin1String(library.name)},
                                          QJsonDocument(jobs).toJson(QJsonDocument::Compact));
  if (!answer.ok)
    qWarning("%s", qPrintable(answer.error));
  for (const Reply &key : m_server->run({"KEYS", "bull:*:failed-job:lock"}).items)
    m_server->run({"DEL", key.bytes}); // a worker of the peer holds it for half an hour
  return answer.ok;
}

void TestRights::admit(const std::vector<QByteArray> &acl) {
  m_server->run({"ACL", "DELUSER", m_acl.user()});
  const Reply made = m_server->run(acl);
  QVERIFY2(!made.isError(), made.bytes.constData());
  m_server->run({"ACL", "LOG", "RESET"});
}

void TestRights::open(Role role) {
  Profile profile = profileOf(m_server->endpoint(), role);
  profile.user = QString::fromLatin1(m_acl.user());
  SessionSetup setup = m_around->setup(profile);
  setup.password = SecretString("secret");
  setup.passwordKnown = true;
  m_session = std::make_unique<ProfileSession>(std::move(setup));
  m_session->link().connectNow();
}

/// What the server refused: reason and what was asked for.
QList<QByteArrayList> TestRights::aclLog() {
  QList<QByteArrayList> all;
  for (const Reply &entry : m_server->run({"ACL", "LOG"}).items) {
    QByteArrayList words;
    for (size_t i = 0; i + 1 < entry.items.size(); i += 2)
      if (entry.items[i].bytes == "reason" || entry.items[i].bytes == "object")
        words << entry.items[i + 1].bytes;
    all << words;
  }
  return all;
}

void TestRights::manualsRightsAreEnough_data() {
  QTest::addColumn<int>("library");
  QTest::addColumn<bool>("writes");
  for (int i = 0; i < 4; ++i)
    for (const bool writes : {false, true})
      QTest::addRow("%s, %s", Libraries[i].name, writes ? "operator" : "viewer") << i << writes;
}

void TestRights::manualsRightsAreEnough() {
  QFETCH(int, library);
  QFETCH(bool, writes);
  QVERIFY(seed(Libraries[library]));
  admit(writes ? m_acl.editor() : m_acl.viewer());
  open(writes ? Role::Operator : Role::Viewer);
  QTRY_VERIFY_WITH_TIMEOUT(m_session->queues().discovery().complete, PatienceMs);
  const QueueId id{"bull", Libraries[library].name};
  QVERIFY(m_session->queues().find(id));
  QCOMPARE(m_session->queues().find(id)->family, Libraries[library].family);
  m_session->live().setVisibleQueues({id});
  QTRY_VERIFY_WITH_TIMEOUT(m_session->live().speaks(id), PatienceMs); // streams, and channels of Bull 4
  Tour tour(*m_session);
  tour.read();
  if (writes)
    tour.write();
  QSignalSpy polled(&m_session->openJob(), &JobWatch::polled);
  m_session->openJob().watch(*m_session->queues().find(id), "kept");
  m_session->openJob().pollNow();
  QTRY_VERIFY_WITH_TIMEOUT(!polled.isEmpty(), PatienceMs);
  QCOMPARE(tour.refused(), QStringList());
  QCOMPARE(tour.broken(), QStringList());
  // A pattern of one queue is tried before that of the prefix, which is granted by its very words.
  for (const QByteArrayList &entry : aclLog())
    QVERIFY2(entry.value(0) == "channel" && entry.value(1) == id.base() + ":*", entry.join(' ').constData());
}

void TestRights::eachCommandMayBeRefused_data() {
  QTest::addColumn<QByteArray>("command");
  for (const QByteArray &command : m_acl.commands())
    if (!command.startsWith("hello") &&
        command != "auth") // without them nobody gets in: tst_session_connecting
      QTest::newRow(command.constData()) << command;
}

/// One command taken out of the manual's rights: what needs it says so, and everything comes to an end.
void TestRights::eachCommandMayBeRefused() {
  QFETCH(QByteArray, command);
  seedQueue(*m_server, Orders, 3);
  seedFailed(*m_server, Orders, "f1", "Error: x");
  std::vector<QByteArray> acl = m_acl.viewer();
  acl.push_back('-' + command);
  admit(acl);
  open(Role::Viewer);
  using State = SessionStatus::State;
  QTRY_VERIFY_WITH_TIMEOUT(m_session->link().status().state != State::Connecting, PatienceMs);
  if (!m_session->isConnected()) {
    QVERIFY(!m_session->link().status().error.detail.isEmpty());
    return;
  }
  const DiscoveryStatus &discovery = m_session->queues().discovery();
  QTRY_VERIFY_WITH_TIMEOUT(!discovery.running && (discovery.complete || discovery.failed), PatienceMs);
  if (!m_session->queues().find(Orders)) {
    // Not found, and that has a reason which can be told.
    QVERIFY(discovery.refused());
    QCOMPARE(discovery.error.code, QByteArray("NOPERM"));
    return;
  }
  Tour tour(*m_session);
  tour.read();
  QCOMPARE(tour.broken(), QStringList());
  QVERIFY(m_session->isConnected());
}

void TestRights::whatMayBeReadIsShown_data() {
  using Commands = RefusedCommands;
  QTest::addColumn<QByteArray>("kept");
  QTest::addColumn<Commands>("missing"); ///< of what is known of the queues
  QTest::addColumn<int>("latest");       ///< rows, of four jobs
  QTest::addColumn<Commands>("latestMissing");
  QTest::addColumn<QByteArray>("waiting"); ///< refused altogether, or empty
  QTest::addColumn<QByteArray>("failed");
  QTest::newRow("TYPE") << "type"_qba << Commands{"TYPE"} << 4 << Commands{} << ""_qba
                        << ""_qba;
  QTest::newRow("LRANGE") << "lrange"_qba << Commands{"LRANGE"} << 1 << Commands{"LRANGE"} << "LRANGE"_qba
                          << ""_qba;
  QTest::newRow("ZREVRANGE") << "zrevrange"_qba << Commands{"ZREVRANGE"} << 3 << Commands{"ZREVRANGE"}
                             << ""_qba
                             << "ZREVRANGE"_qba;
  QTest::newRow("ZRANGE") << "zrange"_qba << Commands{"ZRANGE"} << 4 << Commands{"ZRANGE"} << ""_qba
                          << ""_qba;
  QTest::newRow("HMGET") << "hmget"_qba << Commands{"HMGET"} << 4 << Commands{"HMGET"} << ""_qba
                         << ""_qba;
  QTest::newRow("HSTRLEN") << "hstrlen"_qba << Commands{} << 4 << Commands{"HSTRLEN"} << ""_qba
                           << ""_qba;
}

/// And what is not is named where it is missing.
void TestRights::whatMayBeReadIsShown() {
  QFETCH(QByteArray, kept);
  QFETCH(RefusedCommands, missing);
  QFETCH(int, latest);
  QFETCH(RefusedCommands, latestMissing);
  QFETCH(QByteArray, waiting);
  QFETCH(QByteArray, failed);
  seedQueue(*m_server, Orders, 3);
  seedFailed(*m_server, Orders, "f1", "Error: x");
  m_server->run({"SET", "bull:somebody:elses:meta", "no queue"});
  m_server->run({"HSET", "bull:other:id", "no", "queue"});
  std::vector<QByteArray> acl = m_acl.viewer();
  acl.push_back('-' + kept);
  admit(acl);
  open(Role::Viewer);
  QTRY_VERIFY_WITH_TIMEOUT(m_session->queues().discovery().complete, PatienceMs);
  QCOMPARE(m_session->queues().all().size(), size_t(1));
  QCOMPARE(m_session->queues().discovery().missing, missing);
  const QueueInfo orders = *m_session->queues().find(Orders);
  QTRY_VERIFY_WITH_TIMEOUT(m_session->counts().of(Orders), PatienceMs);
  QCOMPARE(m_session->counts().of(Orders)->of(JobState::Waiting), 3);
  QCOMPARE(m_session->counts().of(Orders)->of(JobState::Failed), 1);

  std::optional<Result<reader::Latest>> newest;
  m_session->jobs().requestLatest(orders, AllJobFields, {}, this,
                                  [&](auto answer) { newest = std::move(answer); });
  QTRY_VERIFY_WITH_TIMEOUT(newest, PatienceMs);
  QVERIFY2(*newest, qPrintable(newest->has_value() ? QString() : newest->error().detail));
  QCOMPARE(int((*newest)->rows.size()), latest);
  QCOMPARE((*newest)->refused, latestMissing);
  for (const JobRow &row : (*newest)->rows) {
    QVERIFY2(!row.missing, "it is there, whatever may be read of it");
    QCOMPARE(row.name.isEmpty(), kept == "hmget");
    QCOMPARE(row.size < 0, kept == "hstrlen");
  }
  const auto page = [&](JobState state) {
    auto answer = std::make_shared<std::optional<Result<reader::Page>>>();
    m_session->jobs().requestPage({orders, state, 0, 5, false, AllJobFields}, this,
                                  [answer](Result<reader::Page> read) { *answer = std::move(read); });
    return QTest::qWaitFor([&] { return answer->has_value(); }, PatienceMs)
               ? **answer
               : Result<reader::Page>(fail(ErrorKind::Timeout));
  };
  for (const auto &[state, refused, jobs] :
       {std::tuple{JobState::Waiting, waiting, 3}, std::tuple{JobState::Failed, failed, 1}}) {
    const Result<reader::Page> read = page(state);
    if (refused.isEmpty())
      QCOMPARE(read ? int(read->rows.size()) : -1, jobs);
    else
      QCOMPARE(read ? QByteArray() : refusedCommand(read.error()), refused);
  }
}

/// And does not ask all the time: each refusal is a line in the server's log.
void TestRights::whoMayNotCountIsToldOnce() {
  seedQueue(*m_server, Orders, 3);
  std::vector<QByteArray> acl = m_acl.viewer();
  acl.push_back("-zcard");
  admit(acl);
  open(Role::Viewer);
  m_session->live().setPollInterval(60'000);
  QTRY_VERIFY_WITH_TIMEOUT(m_session->queues().discovery().missing.contains("ZCARD"), PatienceMs);
  QVERIFY(m_session->queues().find(Orders));
  m_session->live().setVisibleQueues({Orders});
  const auto rejected = [this] {
    const QByteArray info = m_server->run({"INFO", "commandstats"}).bytes;
    const qsizetype at = info.indexOf("rejected_calls=", info.indexOf("cmdstat_zcard:"));
    return info.mid(at + 15).split(',').front().toLongLong();
  };
  const qint64 before = rejected();
  QVERIFY(ring(int(CountPlan::OthersEveryMs), 3));
  // The rest of a count that was under way, and one more; asking all the time would be three at least.
  QVERIFY2(rejected() - before <= 10, QByteArray::number(rejected() - before).constData());
}

void TestRights::withoutScanQueuesAreOpenedByName() {
  seedQueue(*m_server, Orders, 3);
  seedQueue(*m_server, {"other", "mail"}, 1);
  std::vector<QByteArray> acl = m_acl.viewer();
  acl.push_back("-scan");
  admit(acl);
  open(Role::Viewer);
  QTRY_VERIFY_WITH_TIMEOUT(m_session->queues().discovery().refused(), PatienceMs);
  QVERIFY(!m_session->queues().discovery().complete && !m_session->queues().discovery().running);
  QVERIFY(m_session->queues().all().empty());

  const auto named = [this](const QueueId &id) {
    auto answer = std::make_shared<std::optional<Result<QueueInfo>>>();
    m_session->queues().requestQueue(id, this,
                                     [answer](Result<QueueInfo> queue) { *answer = std::move(queue); });
    return QTest::qWaitFor([&] { return answer->has_value(); }, PatienceMs)
               ? **answer
               : Result<QueueInfo>(fail(ErrorKind::Timeout));
  };
  QCOMPARE(named({"bull", "nobody"}).error().code, QByteArray("no-queue"));
  QCOMPARE(named({"other", "mail"}).error().kind, ErrorKind::Denied); // another prefix than the user's
  QVERIFY(m_session->queues().all().empty());
  QSignalSpy found(&m_session->queues(), &QueueRegistry::queuesFound);
  QVERIFY(named(Orders));
  QCOMPARE(found.size(), 1);
  QVERIFY(m_session->queues().find(Orders) && m_session->queues().isConfirmed(Orders));
  QTRY_VERIFY_WITH_TIMEOUT(m_session->counts().of(Orders), PatienceMs);
  QCOMPARE(m_session->counts().of(Orders)->of(JobState::Waiting), 3);
  Tour tour(*m_session);
  tour.read();
  QCOMPARE(tour.refused() + tour.broken(), QStringList());
  m_session->refresh(); // SCAN is tried again, refused again, and the queue stays
  QTRY_VERIFY_WITH_TIMEOUT(!m_session->queues().discovery().running, PatienceMs);
  QVERIFY(m_session->queues().find(Orders));
}

QTEST_GUILESS_MAIN(TestRights)
#include "tst_session_rights.moc"
