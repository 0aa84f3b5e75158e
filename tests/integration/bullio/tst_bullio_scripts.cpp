// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/scriptregistry.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/testsession.h"

#include <QCryptographicHash>
#include <QTest>

using namespace oxp;

/// The scripts that are compiled in are what the server makes of them, and ours does what its head says.
class TestBullioScripts : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void init();
  void bundlesAreChosenByFamilyAndVersion_data();
  void bundlesAreChosenByFamilyAndVersion();
  void everyScriptLoads();
  void licencesComeAlong();
  void aScriptIsHeldOnceItWasSentWhole();
  void wrongKeyCountsAreNotSent();
  void dataIsReplacedAndAnnounced();
  void nothingIsAnnouncedWithoutAnId();
  void noStreamIsEverMade();
  void theStreamKeepsItsLength();
  void whatDiffersIsToldApart_data();
  void whatDiffersIsToldApart();
  void aRefusedAnnouncementLeavesTheData();
  void aRefusedWriteAnnouncesNothing();

private:
  std::vector<QByteArray> args(const QByteArray &old, const QByteArray &replacement,
                               const QByteArray &id = "7") const;
  Result<Reply> compareAndSet(WriteSession &session, const std::vector<QByteArray> &args);
  Reply run(const std::vector<QByteArray> &parts) { return m_server.run(parts); }
  QByteArray data() { return run({"HGET", "bull:q:7", "data"}).bytes; }
  qint64 events() { return run({"XLEN", "bull:q:events"}).integer; }

  test::RedisServer m_server;
  std::unique_ptr<test::TestSession> m_session;
  std::unique_ptr<ScriptRegistry> m_registry;
};

Q_DECLARE_METATYPE(oxp::Family)

namespace {

const QByteArray Old = R"({"id":9223372036854775807,"price":1.10})";
const QByteArray New = R"({"id":9223372036854775807,"price":1.20})";

std::vector<qint64> codes(const Result<Reply> &reply) {
  if (!reply || reply->items.size() != 2)
    return {};
  return {reply->items[0].integer, reply->items[1].integer};
}

} // namespace

void TestBullioScripts::initTestCase() {
  QVERIFY2(m_server.start(), qPrintable(m_server.error()));
  m_session = std::make_unique<test::TestSession>(m_server.endpoint());
  QVERIFY(m_session->connect().has_value());
  auto registry = ScriptRegistry::load();
  QVERIFY2(registry.has_value(), registry ? "" : qPrintable(registry.error().detail));
  m_registry = std::make_unique<ScriptRegistry>(std::move(*registry));
}

void TestBullioScripts::init() {
  run({"FLUSHALL"});
  run({"HSET", "bull:q:7", "data", Old, "timestamp", "1700000000000", "name", "order"});
  run({"XADD", "bull:q:events", "*", "event", "added"});
  run({"HSET", "bull:q:meta", "opts.maxLenEvents", "10000"});
}

std::vector<QByteArray> TestBullioScripts::args(const QByteArray &old, const QByteArray &replacement,
                                                const QByteArray &id) const {
  const QByteArray sha1 = QCryptographicHash::hash(old, QCryptographicHash::Sha1).toHex();
  return {old.isNull() ? "0" : "1", sha1, "1700000000000", replacement, id, "data"};
}

Result<Reply> TestBullioScripts::compareAndSet(WriteSession &session, const std::vector<QByteArray> &args) {
  return runScript(session, *m_registry->own("compareAndSet"), ScriptBody::Whole,
                   {"bull:q:7", "bull:q:events", "bull:q:meta"}, args, {});
}

void TestBullioScripts::bundlesAreChosenByFamilyAndVersion_data() {
  QTest::addColumn<Family>("family");
  QTest::addColumn<QByteArray>("version");
  QTest::addColumn<QByteArray>("bundle"); ///< empty = Unsupported
  QTest::newRow("6.7.0") << Family::BullMq6 << "6.7.0"_qba
                         << "bullmq 6.7.0"_qba;
  QTest::newRow("6, older") << Family::BullMq6 << "6.0.1"_qba
                            << "bullmq 6.7.0"_qba;
  QTest::newRow("6, newer minor") << Family::BullMq6 << "6.12.0"_qba
                                  << "bullmq 6.7.0"_qba;
  QTest::newRow("7") << Family::BullMq6 << "7.0.0"_qba << QByteArray();
  QTest::newRow("5.0") << Family::BullMq5 << "5.0.0"_qba
                       << "bullmq 5.81.5"_qba;
  QTest::newRow("5, newer minor") << Family::BullMq5 << "5.90.0"_qba
                                  << "bullmq 5.81.5"_qba;
  QTest::newRow("5, unsaid") << Family::BullMq5 << QByteArray() << "bullmq 5.81.5"_qba;
  QTest::newRow("4") << Family::BullMq4 << "4.12.0"_qba
                     << "bullmq 4.18.3"_qba;
  QTest::newRow("Bull 4") << Family::Bull4 << QByteArray() << "bull 4.16.5"_qba;
  QTest::newRow("Pro") << Family::BullMqPro << "7.0.0"_qba << QByteArray();
  QTest::newRow("old") << Family::BullMqOld << "3.0.0"_qba << QByteArray();
  QTest::newRow("unknown") << Family::Unknown << QByteArray() << QByteArray();
}

void TestBullioScripts::bundlesAreChosenByFamilyAndVersion() {
  QFETCH(Family, family);
  QFETCH(QByteArray, version);
  QFETCH(QByteArray, bundle);
  const auto chosen = m_registry->bundleFor(family, version);
  if (bundle.isEmpty()) {
    QCOMPARE(chosen.error().kind, ErrorKind::Unsupported);
    QVERIFY(!chosen.error().detail.isEmpty());
    return;
  }
  QVERIFY(chosen.has_value());
  QCOMPARE((*chosen)->package() + ' ' + (*chosen)->version(), bundle);
  for (const char *script : {"pause", "promote", "reprocessJob", "removeJob", "updateData"})
    QVERIFY2((*chosen)->find(script), script);
  QVERIFY(!(*chosen)->find("noSuchScript"));
  QCOMPARE(m_registry->newestBullMq().family(), Family::BullMq6);
}

void TestBullioScripts::everyScriptLoads() {
  int loaded = 0;
  for (const Family family : {Family::BullMq6, Family::BullMq5, Family::BullMq4, Family::Bull4}) {
    for (const Script &script : (*m_registry->bundleFor(family, {}))->scripts()) {
      const Reply sha = run({"SCRIPT", "LOAD", script.lua});
      QVERIFY2(!sha.isError(), sha.bytes.constData());
      QCOMPARE(sha.bytes, script.sha1);
      ++loaded;
    }
  }
  QVERIFY(loaded > 75);
  QCOMPARE(run({"SCRIPT", "LOAD", m_registry->own("compareAndSet")->lua}).bytes,
           m_registry->own("compareAndSet")->sha1);
}

void TestBullioScripts::licencesComeAlong() {
  QCOMPARE(m_registry->licences().size(), size_t(4));
  for (const ScriptRegistry::Licence &licence : m_registry->licences())
    QVERIFY(licence.text.contains("MIT") || licence.text.contains("Permission is hereby granted"));
}

void TestBullioScripts::aScriptIsHeldOnceItWasSentWhole() {
  const Script *update = (*m_registry->bundleFor(Family::BullMq5, {}))->find("updateData");
  const auto send = [&](ScriptBody body, const QByteArray &value) {
    return runScript(m_session->write(), *update, body, {"bull:q:7"}, {value}, {});
  };
  run({"SCRIPT", "FLUSH"});
  QCOMPARE(holdsScript(m_session->write(), *update, {}), Result<bool>(false));
  QCOMPARE(send(ScriptBody::Hash, New).error().code, QByteArray("NOSCRIPT"));
  QCOMPARE(data(), Old);
  QVERIFY(send(ScriptBody::Whole, New).has_value());
  QCOMPARE(data(), New);
  QCOMPARE(holdsScript(m_session->write(), *update, {}), Result<bool>(true));
  QVERIFY(send(ScriptBody::Hash, Old).has_value());
  QCOMPARE(data(), Old);
}

void TestBullioScripts::wrongKeyCountsAreNotSent() {
  const Script *update = (*m_registry->bundleFor(Family::BullMq5, {}))->find("updateData");
  const auto reply =
      runScript(m_session->write(), *update, ScriptBody::Hash, {"bull:q:7", "bull:q:meta"}, {New}, {});
  QCOMPARE(reply.error().kind, ErrorKind::Invalid);
  QCOMPARE(data(), Old);
}

void TestBullioScripts::dataIsReplacedAndAnnounced() {
  const auto reply = compareAndSet(m_session->write(), args(Old, New));
  QCOMPARE(codes(reply), (std::vector<qint64>{1, New.size()}));
  QCOMPARE(data(), New);
  const Reply last = run({"XREVRANGE", "bull:q:events", "+", "-", "COUNT", "1"});
  const auto fields = last.items.front().items[1].asBytesList();
  QCOMPARE(*fields, (std::vector<QByteArray>{"event", "data-updated", "jobId", "7"}));
  QCOMPARE(run({"HLEN", "bull:q:7"}).integer, 3);
  QCOMPARE(run({"HGET", "bull:q:7", "timestamp"}).bytes, "1700000000000"_qba);
}

void TestBullioScripts::nothingIsAnnouncedWithoutAnId() {
  QCOMPARE(codes(compareAndSet(m_session->write(), args(Old, New, ""))),
           (std::vector<qint64>{1, New.size()}));
  QCOMPARE(data(), New);
  QCOMPARE(events(), 1);
}

void TestBullioScripts::noStreamIsEverMade() {
  run({"DEL", "bull:q:events", "bull:q:meta"});
  QCOMPARE(codes(compareAndSet(m_session->write(), args(Old, New))), (std::vector<qint64>{1, New.size()}));
  QCOMPARE(data(), New);
  QCOMPARE(run({"DBSIZE"}).integer, 1);
}

void TestBullioScripts::theStreamKeepsItsLength() {
  for (int i = 0; i < 500; ++i)
    run({"XADD", "bull:q:events", "*", "event", "added"});
  run({"HSET", "bull:q:meta", "opts.maxLenEvents", "100"});
  QCOMPARE(codes(compareAndSet(m_session->write(), args(Old, New))), (std::vector<qint64>{1, New.size()}));
  QVERIFY(events() < 300); // `~` keeps whole nodes of 100
  run({"DEL", "bull:q:meta"});
  run({"SET", "bull:q:meta", "no hash"});
  QCOMPARE(codes(compareAndSet(m_session->write(), args(New, Old))), (std::vector<qint64>{1, Old.size()}));
}

void TestBullioScripts::whatDiffersIsToldApart_data() {
  QTest::addColumn<QList<QByteArray>>("before"); ///< a command
  QTest::addColumn<QByteArray>("old");
  QTest::addColumn<std::vector<qint64>>("codes");
  QTest::newRow("gone") << QList<QByteArray>{"DEL", "bull:q:7"} << Old << std::vector<qint64>{-1, 0};
  QTest::newRow("another job of this id")
      << QList<QByteArray>{"HSET", "bull:q:7", "timestamp", "1700000000001"} << Old
      << std::vector<qint64>{-2, 0};
  QTest::newRow("no timestamp now") << QList<QByteArray>{"HDEL", "bull:q:7", "timestamp"} << Old
                                    << std::vector<qint64>{-2, 0};
  QTest::newRow("changed") << QList<QByteArray>{"HSET", "bull:q:7", "data", "{}"} << Old
                           << std::vector<qint64>{0, 2};
  QTest::newRow("removed meanwhile") << QList<QByteArray>{"HDEL", "bull:q:7", "data"} << Old
                                     << std::vector<qint64>{0, -1};
  QTest::newRow("emptied, was missing")
      << QList<QByteArray>{"HSET", "bull:q:7", "data", ""} << QByteArray() << std::vector<qint64>{0, 0};
  QTest::newRow("removed, was empty")
      << QList<QByteArray>{"HDEL", "bull:q:7", "data"} << QByteArray("") << std::vector<qint64>{0, -1};
  QTest::newRow("missing, as before")
      << QList<QByteArray>{"HDEL", "bull:q:7", "data"} << QByteArray() << std::vector<qint64>{1, New.size()};
  QTest::newRow("empty, as before") << QList<QByteArray>{"HSET", "bull:q:7", "data", ""} << QByteArray("")
                                    << std::vector<qint64>{1, New.size()};
  QTest::newRow("only progress moved")
      << QList<QByteArray>{"HSET", "bull:q:7", "progress", "50"} << Old << std::vector<qint64>{1, New.size()};
}

void TestBullioScripts::whatDiffersIsToldApart() {
  QFETCH(QList<QByteArray>, before);
  QFETCH(QByteArray, old);
  QFETCH(std::vector<qint64>, codes);
  run({before.begin(), before.end()});
  const Reply state = run({"HGETALL", "bull:q:7"});
  QCOMPARE(::codes(compareAndSet(m_session->write(), args(old, New))), codes);
  const bool written = codes.front() == 1;
  QCOMPARE(events(), written ? 2 : 1);
  if (written)
    QCOMPARE(data(), New);
  else
    QCOMPARE(run({"HGETALL", "bull:q:7"}), state);
}

void TestBullioScripts::aRefusedAnnouncementLeavesTheData() {
  run({"ACL", "SETUSER", "noxadd", "on", ">secret", "resetkeys", "~bull:*", "+@all", "-xadd"});
  test::TestSession session(m_server.endpoint(), Role::Operator, {u"noxadd"_qs, SecretString("secret")});
  QVERIFY(session.connect().has_value());
  const auto reply = compareAndSet(session.write(), args(Old, New));
  QVERIFY(!reply.has_value());
  QVERIFY(reply.error().kind == ErrorKind::Denied || reply.error().kind == ErrorKind::Server);
  QCOMPARE(data(), Old);
  QCOMPARE(events(), 1);
}

void TestBullioScripts::aRefusedWriteAnnouncesNothing() {
  run({"ACL", "SETUSER", "nohset", "on", ">secret", "resetkeys", "~bull:*", "+@all", "-hset"});
  test::TestSession session(m_server.endpoint(), Role::Operator, {u"nohset"_qs, SecretString("secret")});
  QVERIFY(session.connect().has_value());
  QVERIFY(!compareAndSet(session.write(), args(Old, New)).has_value());
  QCOMPARE(data(), Old);
  QCOMPARE(events(), 1);
}

QTEST_GUILESS_MAIN(TestBullioScripts)
#include "tst_bullio_scripts.moc"
