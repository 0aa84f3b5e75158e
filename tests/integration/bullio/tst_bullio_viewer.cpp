// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/discovery.h"
#include "bullio/jobsearch.h"
#include "bullio/reader.h"
#include "integration/bullio/seededredis.h"

#include <QTest>

using namespace oxp;

/// Reading needs no more than the viewer's rights, and changes nothing.
class TestBullioViewer : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void everyReaderRunsAsAViewer();
  void readingSendsNoWrite();
  void refusedReadsSayDenied();

private:
  void readEverything(ReadSession &session);
  QByteArray digest() { return m_redis.server().run({"DEBUG", "DIGEST"}).bytes; }

  test::SeededRedis m_redis;
};

namespace {

/// The viewer of the manual: what a server's admin gives to people who may look.
std::vector<QByteArray> viewerAcl(const QByteArray &user) {
  std::vector<QByteArray> acl{"ACL",  "SETUSER",       user,   "on", ">secret", "resetkeys",
                              "%R~*", "resetchannels", "-@all"};
  const QByteArray commands = "hello auth ping select quit reset command client|setname client|getname "
                              "client|id client|list info dbsize scan "
                              "type exists pttl ttl memory|usage object|encoding get strlen hget hmget "
                              "hgetall hlen hstrlen hexists hscan llen "
                              "lrange lindex lpos zcard zcount zrange zrevrange zrangebyscore "
                              "zrevrangebyscore zscore zmscore zrank zrevrank "
                              "zscan scard smembers sismember sscan xlen xrange xrevrange xread xinfo|stream "
                              "multi exec discard watch unwatch "
                              "time acl|whoami acl|dryrun";
  for (const QByteArray &command : commands.split(' '))
    acl.push_back('+' + command);
  return acl;
}

Credentials credentialsOf(const char *user) {
  return {QString::fromLatin1(user), SecretString("secret")};
}

} // namespace

void TestBullioViewer::initTestCase() {
  QVERIFY2(m_redis.start({u"--big"_qs, u"100000"_qs}), qPrintable(m_redis.error()));
  const Reply made = m_redis.server().run(viewerAcl("viewer"));
  QVERIFY2(!made.isError(), made.bytes.constData());
}

void TestBullioViewer::readEverything(ReadSession &session) {
  const auto found = Discovery::run(session, {}, {}, {});
  QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
  QCOMPARE(found->size(), size_t(45));
  QVERIFY(reader::counts(session, *found, {}).has_value());
  const auto workers = reader::workers(session, *found, {});
  QVERIFY(workers && workers->front().known);
  for (const QueueInfo &queue : *found) {
    QVERIFY(Discovery::inspect(session, queue.id, {}).has_value());
    QVERIFY(reader::latest(session, queue, AllJobFields, {}).has_value());
    QVERIFY(reader::schedulers(session, queue, {}).has_value());
    for (const JobState state : ShownStates) {
      SearchRequest search;
      search.scopes = {{queue, {state}}};
      search.query = *search::parse(u"order or data.x > 1"_qs, 0);
      QVERIFY(searchJobs(session, search, {}, {}).has_value());
      const auto page = reader::page(session, {queue, state, 0, 5, false, AllJobFields}, {});
      QVERIFY(page.has_value());
      for (const JobRow &row : page->rows) {
        QVERIFY(reader::detail(session, queue, row.id, {}).has_value());
        QVERIFY(reader::pulse(session, queue, row.id, {}).has_value());
        QVERIFY(reader::logs(session, queue, row.id, 0, 10, {}).has_value());
        QVERIFY(reader::flow(session, queue, row.id, *found, {}).has_value());
        if (!row.missing)
          QVERIFY(reader::snapshot(session, queue, row.id, {}).has_value());
      }
    }
  }
}

void TestBullioViewer::everyReaderRunsAsAViewer() {
  test::TestSession viewer(m_redis.server().endpoint(), Role::Viewer, credentialsOf("viewer"));
  QVERIFY(viewer.connect().has_value());
  readEverything(viewer.read());
  const Reply log = m_redis.server().run({"ACL", "LOG"});
  QVERIFY(log.isArray());
  for (const Reply &entry : log.items) {
    for (size_t i = 0; i + 1 < entry.items.size(); i += 2)
      QVERIFY2(entry.items[i].bytes != "object", entry.items[i + 1].bytes.constData());
  }
}

void TestBullioViewer::readingSendsNoWrite() {
  const QByteArray before = digest();
  QVERIFY(!before.isEmpty());
  readEverything(m_redis.read());
  QCOMPARE(digest(), before);
}

void TestBullioViewer::refusedReadsSayDenied() {
  const Reply made = m_redis.server().run({"ACL", "SETUSER", "stranger", "on", ">secret", "resetkeys",
                                           "%R~other:*", "-@all", "+@read", "+@connection", "-client|list"});
  QVERIFY2(!made.isError(), made.bytes.constData());
  test::TestSession stranger(m_redis.server().endpoint(), Role::Viewer, credentialsOf("stranger"));
  QVERIFY(stranger.connect().has_value());
  ReadSession &session = stranger.read();
  const QueueInfo orders = m_redis.queue(u"bullmq6"_qs, "orders").info();
  const auto isDenied = [](const auto &result) {
    return !result && result.error().kind == ErrorKind::Denied;
  };
  QVERIFY(isDenied(reader::page(session, {orders, JobState::Failed, 0, 5, false, AllJobFields}, {})));
  QVERIFY(isDenied(reader::page(session, {orders, JobState::Waiting, 0, 5, false, AllJobFields}, {})));
  QVERIFY(isDenied(reader::counts(session, {orders}, {})));
  QVERIFY(isDenied(reader::detail(session, orders, "1", {})));
  QVERIFY(isDenied(reader::snapshot(session, orders, "1", {})));
  QVERIFY(isDenied(reader::state(session, orders, "1", {})));
  const auto workers = reader::workers(session, {orders}, {});
  QVERIFY(workers && !workers->front().known); // not known is not none
  const auto found = Discovery::run(session, {}, {}, {});
  QVERIFY(found && found->empty());
}

QTEST_GUILESS_MAIN(TestBullioViewer)
#include "tst_bullio_viewer.moc"
