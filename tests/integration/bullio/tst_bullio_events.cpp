// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/eventstream.h"
#include "fakes/nodepeer/nodepeer.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/testsession.h"

#include <QJsonArray>
#include <QTest>

#include <thread>

using namespace oxp;
using namespace oxp::test;
using namespace std::chrono_literals;

namespace {

const QueueId Orders{"bull", "orders"}, Mail{"bull", "mail"}, Late{"bull", "late"};

} // namespace

/// Against a real redis-server, and what the real libraries write.
class TestEvents : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup();
  void tellsWhatRealWorkersDo_data();
  void tellsWhatRealWorkersDo();
  void beginsAtTheEnd();
  void hearsAStreamThatComesLater();
  void noticesWhatWasTrimmed();
  void foldsManyEventsIntoOneChange();
  void tellsOfEventsThatNameNoJob();
  void skipsWhatItCannotFollow();
  void leavesOutWhatMayNotBeRead();
  void endsWhenItIsStopped();

private:
  void add(const QueueId &queue, const QByteArray &event, const QByteArray &job) {
    m_server->run({"XADD", queue.key("events"), "*", "event", event, "jobId", job, "data", "x"});
  }
  /// A stream that is written anew counts its ids from the server's clock: within one millisecond they could
  /// be smaller than those that were read.
  void waitForNextMillisecond() {
    const auto now = [this] {
      const Reply time = m_server->run({"TIME"});
      return time.items[0].bytes.toLongLong() * 1'000 + time.items[1].bytes.toLongLong() / 1'000;
    };
    for (const qint64 begun = now(); now() <= begun;)
      std::this_thread::yield();
  }
  /// Reads from the last cursor on.
  events::Batch read(const std::vector<QueueId> &queues, events::Options options = {}) {
    auto batch = events::read(m_session->read(), queues, m_cursor, options, {});
    if (!batch) {
      QTest::qFail(qPrintable(batch.error().detail), __FILE__, __LINE__);
      return {};
    }
    m_cursor = batch->cursor;
    return *batch;
  }
  static events::Options atOnce() {
    events::Options options;
    options.block = 0ms;
    return options;
  }

  std::unique_ptr<RedisServer> m_server;
  std::unique_ptr<TestSession> m_session;
  events::Cursor m_cursor;
};

void TestEvents::init() {
  m_server = std::make_unique<RedisServer>();
  QVERIFY2(m_server->start(), qPrintable(m_server->error()));
  m_session = std::make_unique<TestSession>(m_server->endpoint(), Role::Viewer);
  QVERIFY(m_session->connect());
  m_cursor.clear();
}

void TestEvents::cleanup() {
  m_session.reset();
  m_server.reset();
}

void TestEvents::tellsWhatRealWorkersDo_data() {
  QTest::addColumn<QString>("library");
  for (const char *library : {"bullmq4", "bullmq5", "bullmq6"})
    QTest::newRow(library) << QString::fromLatin1(library);
}

void TestEvents::tellsWhatRealWorkersDo() {
  QFETCH(QString, library);
  const QStringList at{QStringLiteral("--library"), library, QStringLiteral("--queue"),
                       QStringLiteral("orders")};
  read({Orders});
  const QByteArray jobs = R"([{"state":"waiting"},{"state":"failed"}])";
  const NodeAnswer added = NodePeer::run(QStringLiteral("add.mjs"), m_server->socketPath(), at, jobs);
  QVERIFY2(added.ok, qPrintable(added.error));
  const events::Batch batch = read({Orders});
  QCOMPARE(batch.changes.size(), size_t(1));
  const QueueChange &change = batch.changes.front();
  QCOMPARE(change.queue, Orders);
  QCOMPARE(change.failed, 1);
  QVERIFY(!change.resync);
  for (const QJsonValue &id : added[QStringLiteral("ids")].toArray())
    QVERIFY(change.concerns(id.toString().toUtf8()));
  QVERIFY(!change.concerns("another"));
  QVERIFY(read({Orders}, atOnce()).changes.empty());
}

void TestEvents::beginsAtTheEnd() {
  add(Orders, "added", "1");
  const events::Batch first = read({Orders, Mail});
  // Whoever comes anew reads all of it once: what happened before is not told.
  QCOMPARE(first.changes.size(), size_t(2));
  for (const QueueChange &change : first.changes)
    QVERIFY(change.resync && change.jobs.isEmpty());
  QVERIFY(m_cursor[Orders].speaks);
  QVERIFY2(!m_cursor[Mail].speaks, "it has no stream yet");
  add(Orders, "added", "2");
  const events::Batch second = read({Orders, Mail});
  QCOMPARE(second.changes.size(), size_t(1));
  QCOMPARE(second.changes.front().jobs, QSet<QByteArray>{"2"});
  // Entries deleted from the end do not bring back those before.
  m_server->run({"XTRIM", Orders.key("events"), "MAXLEN", "0"});
  m_cursor.clear();
  read({Orders});
  add(Orders, "added", "3");
  QCOMPARE(read({Orders}).changes.front().jobs, QSet<QByteArray>{"3"});
}

void TestEvents::hearsAStreamThatComesLater() {
  read({Late});
  add(Late, "added", "1");
  const events::Batch batch = read({Late});
  QCOMPARE(batch.changes.size(), size_t(1));
  QCOMPARE(batch.changes.front().jobs, QSet<QByteArray>{"1"});
  QVERIFY(!batch.changes.front().resync);
  QVERIFY(m_cursor[Late].speaks);
}

void TestEvents::noticesWhatWasTrimmed() {
  read({Orders, Mail});
  add(Orders, "added", "1");
  add(Mail, "added", "1");
  read({Orders, Mail});
  for (int i = 2; i < 10; ++i)
    add(Orders, "failed", QByteArray::number(i));
  add(Mail, "added", "2");
  m_server->run({"XTRIM", Orders.key("events"), "MAXLEN", "3"});
  m_server->run({"XTRIM", Mail.key("events"), "MAXLEN", "2"}); // what was read last is still there
  for (const QueueChange &change : read({Orders, Mail}).changes)
    QCOMPARE(change.resync, change.queue == Orders);
  add(Orders, "added", "10");
  QVERIFY2(!read({Orders, Mail}).changes.front().resync, "told once");
}

void TestEvents::foldsManyEventsIntoOneChange() {
  read({Orders});
  for (int i = 0; i < 500; ++i)
    add(Orders, i % 5 == 0 ? "failed" : "active", QByteArray::number(i));
  const events::Batch batch = read({Orders});
  QCOMPARE(batch.events, 500);
  QCOMPARE(batch.changes.size(), size_t(1));
  const QueueChange &change = batch.changes.front();
  QCOMPARE(change.failed, 100);
  QCOMPARE(change.jobs.size(), events::Options().jobs);
  QVERIFY(change.allJobs && change.concerns("499"));
  QVERIFY(!change.resync);
}

void TestEvents::tellsOfEventsThatNameNoJob() {
  read({Orders});
  const auto told = [this](const QByteArray &event) {
    m_server->run({"XADD", Orders.key("events"), "*", "event", event, "count", "3"});
    const events::Batch batch = read({Orders}, atOnce());
    return batch.changes.size() == 1 && batch.changes.front().allJobs;
  };
  QVERIFY(told("cleaned"));
  QVERIFY(told("bulk-data-updated"));
  QVERIFY(!told("drained")); // waiting jobs are gone: their count says it
}

void TestEvents::skipsWhatItCannotFollow() {
  read({Orders, Mail});
  for (int i = 0; i < 450; ++i)
    add(Orders, "active", QByteArray::number(i));
  add(Mail, "active", "1");
  events::Options options = atOnce();
  options.entries = 200; // a hundred of each in one round
  options.rounds = 2;
  for (const QueueChange &change : read({Orders, Mail}, options).changes)
    QCOMPARE(change.resync, change.queue == Orders);
  QVERIFY(read({Orders, Mail}, options).changes.empty());
  options.rounds = 4;
  m_server->run({"DEL", Orders.key("events")});
  waitForNextMillisecond();
  for (int i = 0; i < 250; ++i)
    add(Orders, "active", QByteArray::number(i));
  QCOMPARE(read({Orders, Mail}, options).events, 250);
}

void TestEvents::leavesOutWhatMayNotBeRead() {
  m_server->run({"SET", Mail.key("events"), "not a stream"});
  m_server->run({"ACL", "SETUSER", "reader", "on", ">pw", "resetkeys", "%R~bull:orders:*", "%R~bull:mail:*",
                 "-@all", "+hello", "+auth", "+info", "+time", "+client", "+xread", "+xrange",
                 "+xinfo|stream"});
  TestSession session(m_server->endpoint(), Role::Viewer, {u"reader"_qs, SecretString("pw")});
  QVERIFY(session.connect());
  const std::vector<QueueId> queues{Orders, Mail, Late};
  auto batch = events::read(session.read(), queues, {}, atOnce(), {});
  QVERIFY(batch);
  QVERIFY(batch->cursor[Mail].lastId.isEmpty() && batch->cursor[Late].lastId.isEmpty());
  add(Orders, "added", "1");
  add(Late, "added", "1");
  batch = events::read(session.read(), queues, batch->cursor, atOnce(), {});
  QVERIFY(batch);
  QCOMPARE(batch->changes.size(), size_t(1));
  QCOMPARE(batch->changes.front().queue, Orders);
  m_server->run({"ACL", "SETUSER", "reader", "-xread"});
  batch = events::read(session.read(), queues, batch->cursor, atOnce(), {});
  QVERIFY(!batch);
  QCOMPARE(batch.error().kind, ErrorKind::Denied);
}

void TestEvents::endsWhenItIsStopped() {
  read({Orders});
  std::stop_source stop;
  std::jthread later([&] {
    while (!m_server->run({"CLIENT", "LIST"}).bytes.contains("cmd=xread"))
      std::this_thread::yield();
    stop.request_stop();
  });
  events::Options options;
  options.block = 60s;
  const auto batch = events::read(m_session->read(), {Orders}, m_cursor, options, stop.get_token());
  QVERIFY(!batch);
  QCOMPARE(batch.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_bullio_events.moc"
