// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/operations/planting.h"

#include "base/refusal.h"
#include "fakes/redis/testsession.h"
#include "operations/attempt.h"
#include "operations/compareandset.h"

#include <QtTest>

using namespace oxp;
using namespace oxp::test;

namespace {

// All that README.md's list grants for changing, and more.
constexpr const char *Verbs[] = {"set",   "persist", "incr",    "rename", "hset",  "hdel",   "lpush",
                                 "rpush", "lpop",    "rpop",    "lrem",   "ltrim", "sadd",   "srem",
                                 "zadd",  "zrem",    "xadd",    "xtrim",  "del",   "unlink", "multi",
                                 "exec",  "watch",   "linsert", "publish"};

struct Wish {
  const char *operation, *state;
};
constexpr Wish Wishes[] = {{"job.updateData", "wait"},     {"job.retry", "failed"},
                           {"job.promote", "delayed"},     {"job.remove", "failed"},
                           {"job.remove", "wait"},         {"queue.pause", "wait"},
                           {"queue.resume", "both lists"}, {"job.editOptions", "wait"}};

} // namespace

/// What happens where a right is missing: an operation is done as a whole, or refused before it changes
/// anything.
class TstRights : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void withoutAnyOneRight_data();
  void withoutAnyOneRight();
  void withoutScripts_data();
  void withoutScripts();
  void withoutTransactionsEither();
  void editWithoutAnyOneRight_data();
  void editWithoutAnyOneRight();
  void withoutHashes_data();
  void withoutHashes();
  void hashesTakenAwayMeanwhile();
  void rightsToOneQueueAreThoseOnly();
  void asksAnewOnAnotherConnection();
  void stoppedBeforeTheRecord();

private:
  void start(const QByteArrayList &rights, const RedisServerOptions &server = {});
  Ended run(const OperationRequest &request);

  std::unique_ptr<OperationsFixture> m_fixture;
};

void TstRights::initTestCase() {
  start({});
}

/// A user with all rights and these changes to them.
void TstRights::start(const QByteArrayList &rights, const RedisServerOptions &server) {
  OperationsFixture::Options options;
  options.credentials = {QStringLiteral("ox"), SecretString(QByteArray("pw"))};
  options.server = server;
  m_fixture = std::make_unique<OperationsFixture>(options);
  QVERIFY2(m_fixture->start(), qPrintable(m_fixture->server->error()));
  std::vector<QByteArray> user{"ACL", "SETUSER", "ox", "reset", "on", ">pw", "~*", "&*", "+@all"};
  user.insert(user.end(), rights.begin(), rights.end());
  QCOMPARE(m_fixture->redis(user), Reply::ofStatus("OK"));
}

void TstRights::withoutAnyOneRight_data() {
  QTest::addColumn<int>("library");
  QTest::addColumn<int>("wish");
  for (int library = 0; library < 4; ++library)
    for (int wish = 0; wish < int(std::size(Wishes)); ++wish)
      for (const bool priority : {false, true})
        if (!priority || QByteArray(Wishes[wish].operation) == "job.promote")
          QTest::addRow("%s %s %s%s", Libraries[library].name, Wishes[wish].operation, Wishes[wish].state,
                        priority ? " with priority" : "")
              << library << (priority ? -wish : wish);
}

void TstRights::withoutAnyOneRight() {
  QFETCH(int, library);
  QFETCH(int, wish);
  const Wish &wanted = Wishes[std::abs(wish)];
  const QueueInfo queue = m_fixture->queue(Libraries[library], "orders");
  Planted job{.state = wanted.state};
  if (wish < 0) {
    job.opts = "{\"priority\":3}";
    job.fields = {"priority", "3"};
  }
  bool done = false;
  for (const char *verb : Verbs) {
    plant(*m_fixture, queue, job);
    m_fixture->redis({"ACL", "SETUSER", "ox", "+@all", '-' + QByteArray(verb)});
    m_fixture->restartProgram();
    const OperationRequest request = wishFor(*m_fixture, queue, wanted.operation);
    const Keys before = m_fixture->keys();
    const Ended ended = m_fixture->run(request);
    done = done || ended.report;
    if (ended.report)
      continue;
    QVERIFY2(word(ended) == "Denied/NOPERM", QByteArray(verb) + ": " + why(ended));
    QCOMPARE(refusedCommand(ended.report.error()), QByteArray(verb).toUpper());
    QVERIFY2(differing(before, m_fixture->keys()).isEmpty(), verb);
    QVERIFY2(ended.detail.recordId == 0, verb); // it was never begun
  }
  QVERIFY(done);
}

void TstRights::withoutScripts_data() {
  QTest::addColumn<QByteArrayList>("rights");
  QTest::addColumn<QStringList>("arguments");
  QTest::newRow("by the ACL") << QByteArrayList{"-eval", "-evalsha"} << QStringList();
  QTest::newRow("nobody may ask") << QByteArrayList{"-eval", "-evalsha", "-command", "-acl"} << QStringList();
  QTest::newRow("renamed away") << QByteArrayList() << QStringList{QStringLiteral("--rename-command"),
                                                                   QStringLiteral("EVAL"),
                                                                   QString(),
                                                                   QStringLiteral("--rename-command"),
                                                                   QStringLiteral("EVALSHA"),
                                                                   QString()};
}

void TstRights::withoutScripts() {
  QFETCH(QByteArrayList, rights);
  QFETCH(QStringList, arguments);
  start(rights, {.arguments = arguments});
  const QueueInfo queue = m_fixture->queue(Libraries[0], "orders");
  for (const Wish &wish : Wishes) {
    plant(*m_fixture, queue, {.state = wish.state});
    const OperationRequest request = wishFor(*m_fixture, queue, wish.operation);
    const Keys before = m_fixture->keys();
    const Ended ended = m_fixture->run(request);
    if (isEdit(request.operation)) { // by the road of large ones
      QVERIFY2(ended.report, why(ended).constData());
      QCOMPARE(ended.report->announced, isDataEdit(request.operation));
      QCOMPARE(m_fixture->redis({"HGET", queue.id.key("1"), fieldStoredBy(request.operation)}).bytes,
               request.newData);
      continue;
    }
    QCOMPARE(word(ended), QByteArray("Unsupported/no-eval"));
    QVERIFY2(!why(ended).contains("SPDX") && !why(ended).contains("redis.call"), why(ended).constData());
    QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
    QCOMPARE(ended.detail.recordId, 0);
  }
  initTestCase();
}

/// Without MULTI the HSET would run at once and unwatched.
void TstRights::withoutTransactionsEither() {
  start({"-eval", "-evalsha", "-multi"});
  const QueueInfo queue = m_fixture->queue(Libraries[0], "orders");
  plant(*m_fixture, queue, {.state = "wait"});
  const Keys before = m_fixture->keys();
  QCOMPARE(word(m_fixture->run(wishFor(*m_fixture, queue, "job.updateData"))),
           QByteArray("Unsupported/no-multi"));
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
  initTestCase();
}

void TstRights::editWithoutAnyOneRight_data() {
  QTest::addColumn<bool>("large");
  QTest::addColumn<QByteArray>("verb");
  QTest::addColumn<QByteArray>("ends");
  for (const bool large : {false, true})
    for (const char *verb : {"hset", "xadd"})
      QTest::addRow("%s, %s", large ? "large" : "small", verb)
          << large << QByteArray(verb) << QByteArray("Denied/NOPERM");
  QTest::newRow("large, watch") << true << QByteArray("watch") << QByteArray("Denied/NOPERM");
  QTest::newRow("large, multi") << true << QByteArray("multi") << QByteArray("Unsupported/no-multi");
  QTest::newRow("large, exec") << true << QByteArray("exec") << QByteArray("Denied/NOPERM");
}

/// Where the rights cannot be asked for. Nothing is written unwatched, and nothing told that is not written.
void TstRights::editWithoutAnyOneRight() {
  QFETCH(bool, large);
  QFETCH(QByteArray, verb);
  QFETCH(QByteArray, ends);
  const QueueInfo queue = m_fixture->queue(Libraries[0], "orders");
  m_fixture->redis({"ACL", "SETUSER", "ox", "+@all", '-' + verb, "-acl"});
  m_fixture->restartProgram();
  const QByteArray blob(large ? ScriptDataLimit : 10, 'x');
  plant(*m_fixture, queue, {.state = "wait", .data = "{\"blob\":\"" + blob + "\",\"n\":1}"});
  const OperationRequest request = wishFor(*m_fixture, queue, "job.updateData");
  const Keys before = m_fixture->keys();
  const Ended ended = m_fixture->run(request);
  QCOMPARE(word(ended), ends);
  if (ends.startsWith("Denied"))
    QCOMPARE(refusedCommand(ended.report.error()), verb.toUpper());
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

void TstRights::withoutHashes_data() {
  QTest::addColumn<QByteArrayList>("rights");
  QTest::addColumn<QStringList>("arguments");
  QTest::newRow("by the ACL") << QByteArrayList{"-evalsha"} << QStringList();
  QTest::newRow("nobody may ask") << QByteArrayList{"-evalsha", "-command", "-acl"} << QStringList();
  QTest::newRow("renamed away") << QByteArrayList()
                                << QStringList{QStringLiteral("--rename-command"), QStringLiteral("EVALSHA"),
                                               QString()};
}

/// Whole scripts run where hashes do not, and nothing is refused that would have to be looked into.
void TstRights::withoutHashes() {
  QFETCH(QByteArrayList, rights);
  QFETCH(QStringList, arguments);
  start(rights, {.arguments = arguments});
  const QueueInfo queue = m_fixture->queue(Libraries[0], "orders");
  for (const Wish &wish : Wishes) {
    plant(*m_fixture, queue, {.state = wish.state});
    const Ended ended = m_fixture->run(wishFor(*m_fixture, queue, wish.operation));
    QVERIFY2(ended.report, why(ended).constData());
  }
  // Asked before the first write once, and not tried since.
  const QByteArray stats = m_fixture->redis({"INFO", "commandstats"}).bytes;
  const qsizetype at = stats.indexOf("cmdstat_evalsha:");
  const QByteArray line = at < 0 ? QByteArray() : stats.mid(at, stats.indexOf('\n', at) - at);
  const qsizetype tries =
      line.isEmpty() ? 0 : line.mid(line.indexOf("rejected_calls=") + 15).split(',').first().toLongLong();
  QVERIFY2(tries <= 1, line);
  initTestCase();
}

/// The right to send hashes is taken away after it was asked for.
void TstRights::hashesTakenAwayMeanwhile() {
  const QueueInfo queue = m_fixture->queue(Libraries[0], "orders");
  m_fixture->redis({"ACL", "SETUSER", "ox", "+@all"});
  m_fixture->restartProgram();
  for (const char *right : {"+evalsha", "-evalsha"}) {
    m_fixture->redis({"ACL", "SETUSER", "ox", right});
    for (const Wish &wish : Wishes) {
      plant(*m_fixture, queue, {.state = wish.state});
      const Ended ended = m_fixture->run(wishFor(*m_fixture, queue, wish.operation));
      QVERIFY2(ended.report, why(ended).constData());
    }
  }
  m_fixture->redis({"ACL", "SETUSER", "ox", "+@all"});
}

/// What was allowed in one queue says nothing of the next.
void TstRights::rightsToOneQueueAreThoseOnly() {
  const QueueInfo mine = m_fixture->queue(Libraries[0], "orders"),
                  theirs = m_fixture->queue(Libraries[0], "mails");
  m_fixture->redis({"ACL", "SETUSER", "ox", "+@all", "resetkeys", "~bull:orders:*", "%R~*"});
  m_fixture->restartProgram();
  plant(*m_fixture, mine, {.state = "wait"});
  QCOMPARE(word(m_fixture->run(wishFor(*m_fixture, mine, "job.updateData"))), QByteArray("done"));
  plant(*m_fixture, theirs, {.state = "wait"});
  const OperationRequest request = wishFor(*m_fixture, theirs, "job.updateData");
  const Keys before = m_fixture->keys();
  const Ended ended = m_fixture->run(request);
  QCOMPARE(word(ended), QByteArray("Denied/NOPERM"));
  QCOMPARE(ended.detail.recordId, 0); // it was never begun
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
  m_fixture->redis({"ACL", "SETUSER", "ox", "~*"});
}

/// What was allowed to one connection says nothing of the next.
void TstRights::asksAnewOnAnotherConnection() {
  const QueueInfo queue = m_fixture->queue(Libraries[0], "orders");
  m_fixture->redis({"ACL", "SETUSER", "ox", "+@all"});
  plant(*m_fixture, queue, {.state = "failed"});
  QCOMPARE(word(m_fixture->run(wishFor(*m_fixture, queue, "job.retry"))), QByteArray("done"));
  plant(*m_fixture, queue, {.state = "failed"});
  const OperationRequest request = wishFor(*m_fixture, queue, "job.retry");
  m_fixture->redis({"ACL", "SETUSER", "ox", "-xadd"});
  m_fixture->redis({"CLIENT", "KILL", "USER", "ox"});
  m_fixture->snapshot(queue, "1"); // on the next connection
  const Keys before = m_fixture->keys();
  QCOMPARE(word(m_fixture->run(request)), QByteArray("Denied/NOPERM"));
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

/// Taken back when all is looked at and nothing recorded: then nothing is.
void TstRights::stoppedBeforeTheRecord() {
  const QueueInfo queue = m_fixture->queue(Libraries[0], "orders");
  m_fixture->redis({"ACL", "SETUSER", "ox", "+@all"});
  m_fixture->restartProgram();
  plant(*m_fixture, queue, {.state = "wait"});
  test::TestSession session(m_fixture->server->endpoint());
  QVERIFY(session.connect());
  Attempt attempt;
  attempt.request = operation("queue.pause", queue);
  attempt.author = {QStringLiteral("p1"), QStringLiteral("Test"), QStringLiteral("t"), Environment::Local};
  attempt.role = Role::Operator;
  attempt.audit = m_fixture->audit.get();
  attempt.scripts = m_fixture->scripts.get();
  attempt.rules = m_fixture->rules;
  attempt.access = std::make_shared<AccessCheck>();
  QVERIFY(attempt.access->check(session.write(), *findOperation(attempt.request.operation), attempt.request,
                                false, {})); // nothing is left to be asked
  const auto records = m_fixture->records().size();
  std::stop_source stop;
  stop.request_stop();
  const Keys before = m_fixture->keys();
  const AttemptResult result = runAttempt(attempt, session.write(), stop.get_token());
  QCOMPARE(result.report.error().kind, ErrorKind::Cancelled);
  QCOMPARE(m_fixture->records().size(), records);
  QCOMPARE(result.detail.recordId, 0);
  QCOMPARE(differing(before, m_fixture->keys()), QList<QByteArray>());
}

QTEST_GUILESS_MAIN(TstRights)
#include "tst_rights.moc"
