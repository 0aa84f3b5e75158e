// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/discovery.h"
#include "integration/bullio/seededredis.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace oxp;

namespace {

/// A queue is never taken for another release than the one that made it.
bool mayBe(Family told, Family made) {
  return told == made || told == Family::BullMq4To6 ||
         (told == Family::BullMq5Or6 && (made == Family::BullMq5 || made == Family::BullMq6));
}

} // namespace

/// Every queue is found as what it is, and nothing else is.
class TestBullioDiscovery : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void everyQueueIsFoundWithItsFamily();
  void progressTellsEachQueueOnce();
  void knownQueuesAreToldFirst();
  void aBareQueueThatWasKnownIsToldOnce();
  void askedPrefixesAloneAreLookedAt();
  void otherPrefixesAreNoticed();
  void laterSweepsNoticeWhatIsNew();
  void manyForeignIdsHideNoQueue();
  void aNamedQueueIsFound();
  void aPinnedPrefixKeepsColonsInNamesOfOld();
  void otherProgramsKeysAreNoQueues();
  void leftoversInsideQueuesAreNoQueues();
  void foreignKeysAreNotSeen();
  void inspectTellsFamilyAndVersion();
  void itCanBeCancelled();

private:
  std::set<QByteArray> find(const std::vector<QByteArray> &prefixes);
  static std::set<QByteArray> bases(const std::vector<QueueInfo> &queues);

  test::SeededRedis m_redis;
};

std::set<QByteArray> TestBullioDiscovery::bases(const std::vector<QueueInfo> &queues) {
  std::set<QByteArray> bases;
  for (const QueueInfo &queue : queues)
    bases.insert(queue.id.base());
  return bases;
}

std::set<QByteArray> TestBullioDiscovery::find(const std::vector<QByteArray> &prefixes) {
  const auto found = Discovery::run(m_redis.read(), prefixes, {}, {});
  return found ? bases(*found) : std::set<QByteArray>{"failed: " + found.error().detail.toUtf8()};
}

void TestBullioDiscovery::initTestCase() {
  QVERIFY2(m_redis.start({u"--big"_qs, u"1000"_qs}), qPrintable(m_redis.error()));
  QCOMPARE(m_redis.queues().size(), size_t(45));
}

void TestBullioDiscovery::everyQueueIsFoundWithItsFamily() {
  const auto found = Discovery::run(m_redis.read(), {"*"}, {}, {});
  QVERIFY(found.has_value());
  QCOMPARE(bases(*found), bases(m_redis.infos()));
  for (const test::SeededQueue &made : m_redis.queues()) {
    const auto at =
        std::find_if(found->begin(), found->end(), [&](const QueueInfo &q) { return q.id == made.id; });
    QVERIFY2(at != found->end(), made.id.base().constData());
    QVERIFY2(!at->readOnly(), made.id.base().constData());
    // Producers of a flow write no version: nothing there tells one release from the other.
    const bool isSure = !at->version.isEmpty() || made.library == u"bull4"_qs;
    if (isSure)
      QCOMPARE(at->family, test::familyOf(made.library));
    else
      QVERIFY2(mayBe(at->family, test::familyOf(made.library)), made.id.base().constData());
  }
}

void TestBullioDiscovery::progressTellsEachQueueOnce() {
  std::vector<QueueInfo> told;
  qint64 seen = 0, total = 0;
  const auto tell = [&](Discovery::Progress progress) {
    told.insert(told.end(), progress.found.begin(), progress.found.end());
    QVERIFY(progress.keysSeen >= seen);
    seen = progress.keysSeen;
    total = progress.keysTotal;
  };
  const auto found = Discovery::run(m_redis.read(), {}, tell, {});
  QVERIFY(found.has_value());
  QCOMPARE(told.size(), found->size());
  QCOMPARE(bases(told), bases(*found));
  QVERIFY(total > 900);
  QCOMPARE(seen, total);
}

/// Also where one of them has gone, and one lies under a prefix that is no longer asked for.
void TestBullioDiscovery::knownQueuesAreToldFirst() {
  const auto all = Discovery::run(m_redis.read(), {"bull", "bull5"}, {}, {});
  QVERIFY(all.has_value() && all->size() > 3);
  const std::vector<QueueId> known{
      all->back().id, {"bull", "gone"}, {"team:prod:eu", "colons"}, all->front().id};
  std::vector<std::vector<QueueInfo>> told;
  const auto tell = [&](const Discovery::Progress &progress) { told.push_back(progress.found); };
  const auto found = Discovery::run(m_redis.read(), {"bull", "bull5"}, tell, {}, {}, known);
  QVERIFY(found.has_value());
  QCOMPARE(*found, *all);
  QVERIFY(!told.empty());
  QCOMPARE(told.front(), (std::vector<QueueInfo>{all->back(), all->front()}));
  size_t sum = 0;
  for (const auto &part : told)
    sum += part.size();
  QCOMPARE(sum, all->size());
}

/// It has nothing but what a removed job's leftovers have, too: that is decided at the end, once.
void TestBullioDiscovery::aBareQueueThatWasKnownIsToldOnce() {
  const QueueId bare{"bull", "bare"};
  m_redis.server().run({"HSET", bare.key("meta"), "opts.maxLenEvents", "10000"});
  const auto found = Discovery::run(m_redis.read(), {"bull"}, {}, {}, {}, {bare});
  m_redis.server().run({"DEL", bare.key("meta")});
  QVERIFY(found.has_value());
  QCOMPARE(std::count_if(found->begin(), found->end(), [&](auto &queue) { return queue.id == bare; }), 1);
}

void TestBullioDiscovery::askedPrefixesAloneAreLookedAt() {
  QCOMPARE(find({"{ox}"}), (std::set<QByteArray>{"{ox}:tagged", "{ox}:tagged-v5"}));
  QCOMPARE(find({"team:prod:eu", "leg"}),
           (std::set<QByteArray>{"team:prod:eu:colons", "team:prod:eu:colons-v5", "leg:{tagged-legacy}"}));
  QCOMPARE(find({""}), (std::set<QByteArray>{":emptyprefix", ":emptyprefix-v5"}));
  QCOMPARE(find({"team"}), std::set<QByteArray>{}); // their prefix is a longer one
  QCOMPARE(find({"bull4-other"}), (std::set<QByteArray>{"bull4-other:tracks"}));
  QCOMPARE(find({"none"}), std::set<QByteArray>{});
}

void TestBullioDiscovery::otherPrefixesAreNoticed() {
  std::optional<std::vector<QueueId>> others;
  const auto tell = [&](const Discovery::Progress &progress) {
    if (progress.others)
      others = progress.others->settled();
  };
  const auto narrow = Discovery::run(m_redis.read(), {"bull"}, tell, {});
  QVERIFY(narrow && !others);
  m_redis.server().run({"HSET", "bull5:orders:a:b:meta", "opts.maxLenEvents", "10000"}); // left by BullMQ
  m_redis.server().run({"SET", "user:5:id", "1234"});                                    // somebody else's
  m_redis.server().run({"HSET", "blog:meta", "title", "Oxen"});
  const auto wide = Discovery::run(m_redis.read(), {"bull"}, tell, {}, {}, {}, OtherPrefixes());
  QVERIFY(wide);
  QCOMPARE(*wide, *narrow);
  QVERIFY(others);
  std::set<QByteArray> noticed, made;
  for (const QueueId &id : *others)
    noticed.insert(id.base());
  for (const test::SeededQueue &queue : m_redis.queues())
    if (queue.id.prefix != "bull")
      made.insert(queue.id.base());
  QCOMPARE(noticed, made);
  QVERIFY(std::is_sorted(others->begin(), others->end()));
  m_redis.server().run({"DEL", "bull5:orders:a:b:meta", "user:5:id", "blog:meta"});
}

/// A sweep costs what is new: neither what was noticed nor what was no queue is looked at again.
void TestBullioDiscovery::laterSweepsNoticeWhatIsNew() {
  OtherPrefixes others;
  const auto sweep = [&] {
    const auto tell = [&](const Discovery::Progress &progress) { others = progress.others.value_or(others); };
    const auto found = Discovery::run(m_redis.read(), {"bull"}, tell, {}, {}, {}, others);
    return found.has_value();
  };
  const auto notices = [&](const QueueId &id) {
    const std::vector<QueueId> all = others.settled();
    return std::find(all.begin(), all.end(), id) != all.end();
  };
  QVERIFY(sweep());
  const size_t before = others.settled().size();
  const QueueId fresh{"own", "mail"}, older{"own", "tracks"};
  m_redis.server().run({"HSET", fresh.key("meta"), "version", "bullmq:5.81.5", "opts.maxLenEvents", "10000"});
  m_redis.server().run({"SET", older.key("id"), "7"});
  m_redis.server().run({"CONFIG", "RESETSTAT"});
  QVERIFY(sweep());
  QVERIFY(notices(fresh));
  QVERIFY(!notices(older)); // a counter alone may be anybody's
  QCOMPARE(others.settled().size(), before + 1);
  // Three commands for either of the two that are new.
  QVERIFY2(m_redis.server().run({"INFO", "commandstats"}).bytes.contains("cmdstat_exists:calls=2,"),
           "what was looked at is looked at again");
  m_redis.server().run({"LPUSH", older.key("wait"), "7"});
  others.forgetMisses();
  m_redis.server().run({"DEL", fresh.key("meta")});
  QVERIFY(sweep());
  QVERIFY(notices(older));
  QVERIFY(!notices(fresh)); // it is gone
  m_redis.server().run({"DEL", older.key("id"), older.key("wait")});
}

/// Other programs call their keys so.
void TestBullioDiscovery::manyForeignIdsHideNoQueue() {
  m_redis.server().run({"EVAL", "for i = 1, 3000 do redis.call('SET', 'user:' .. i .. ':id', i) end", "0"});
  const QueueId own{"own", "mail"};
  m_redis.server().run({"HSET", own.key("meta"), "version", "bullmq:5.81.5", "opts.maxLenEvents", "10000"});
  std::optional<OtherPrefixes> others;
  const auto tell = [&](const Discovery::Progress &progress) {
    if (progress.others)
      others = progress.others;
  };
  const auto found = Discovery::run(m_redis.read(), {"bull"}, tell, {}, {}, {}, OtherPrefixes());
  m_redis.server().run({"EVAL", "for i = 1, 3000 do redis.call('DEL', 'user:' .. i .. ':id') end", "0"});
  m_redis.server().run({"DEL", own.key("meta")});
  QVERIFY(found && others);
  QVERIFY(others->isFull());
  const std::vector<QueueId> all = others->settled();
  QVERIFY(std::find(all.begin(), all.end(), own) != all.end());
}

void TestBullioDiscovery::aNamedQueueIsFound() {
  const auto orders = Discovery::find(m_redis.read(), {"bull5", "orders"}, {});
  QVERIFY(orders.has_value());
  QCOMPARE(orders->version, "5.81.5"_qba);
  const auto nobody = Discovery::find(m_redis.read(), {"bull5", "Orders"}, {});
  QVERIFY(!nobody.has_value());
  QCOMPARE(nobody.error().kind, ErrorKind::NotFound);
  QCOMPARE(nobody.error().code, "no-queue"_qba);
}

void TestBullioDiscovery::aPinnedPrefixKeepsColonsInNamesOfOld() {
  m_redis.server().run({"SET", "old:eu:mail:id", "1"});
  m_redis.server().run({"LPUSH", "old:eu:mail:wait", "1"});
  const auto pinned = Discovery::run(m_redis.read(), {"old"}, {}, {});
  QVERIFY(pinned.has_value());
  QCOMPARE(pinned->size(), size_t(1));
  QCOMPARE(pinned->front().id, (QueueId{"old", "eu:mail"}));
  QVERIFY(!pinned->front().prefixGuessed);
  const auto all = Discovery::run(m_redis.read(), {}, {}, {});
  QVERIFY(all.has_value());
  const auto at = std::find_if(all->begin(), all->end(), [](auto &q) {
    return q.id == QueueId{"old:eu", "mail"};
  });
  QVERIFY(at != all->end());
  QVERIFY(at->prefixGuessed);
  m_redis.server().run({"DEL", "old:eu:mail:id", "old:eu:mail:wait"});
}

void TestBullioDiscovery::otherProgramsKeysAreNoQueues() {
  m_redis.server().run({"HSET", "blog:meta", "title", "Oxen"});
  m_redis.server().run({"HSET", "game:player:meta", "paused", "1"});
  m_redis.server().run({"SET", "user:5:id", "1234"});
  m_redis.server().run({"HSET", "user:6:id", "a", "b"});
  m_redis.server().run({"SET", "photo:7:meta", "1024x768"});
  m_redis.server().run({"SET", "bull:orders:media", "no trail of a queue"});
  m_redis.server().run({"SET", "bull:orders:de:id", "7"});
  m_redis.server().run({"HSET", "bull:cron:repeat:meta", "name", "a scheduler called meta"});
  m_redis.server().run({"HSET", "bull::relay:{ns}:meta", "version", "bullmq:6.7.0"});
  QCOMPARE(find({"*"}), bases(m_redis.infos()));
  QVERIFY(!find({"bull"}).contains("bull::relay:{ns}"));
}

void TestBullioDiscovery::leftoversInsideQueuesAreNoQueues() {
  m_redis.server().run({"HSET", "bull:orders:a:b:meta", "opts.maxLenEvents", "10000"});
  m_redis.server().run({"XADD", "bull:orders:a:b:events", "*", "event", "removed"});
  QCOMPARE(find({"*"}), bases(m_redis.infos()));
  QVERIFY(!find({"bull"}).contains("bull:orders:a:b"));
}

void TestBullioDiscovery::foreignKeysAreNotSeen() {
  const Reply made = m_redis.server().run({"ACL", "SETUSER", "ox", "on", ">secret", "resetkeys", "%R~bull5:*",
                                           "-@all", "+@read", "+@connection"});
  QVERIFY2(!made.isError(), made.bytes.constData());
  Credentials credentials;
  credentials.user = u"ox"_qs;
  credentials.password = SecretString("secret");
  test::TestSession session(m_redis.server().endpoint(), Role::Viewer, credentials);
  QVERIFY(session.connect().has_value());
  const auto found = Discovery::run(session.read(), {}, {}, {});
  QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail));
  QCOMPARE(found->size(), size_t(10));
  for (const QueueInfo &queue : *found)
    QCOMPARE(queue.id.prefix, "bull5"_qba);
  const auto denied = Discovery::inspect(session.read(), {"bull", "orders"}, {});
  QVERIFY(!denied.has_value());
  QCOMPARE(denied.error().kind, ErrorKind::Denied);
}

void TestBullioDiscovery::inspectTellsFamilyAndVersion() {
  const auto orders = Discovery::inspect(m_redis.read(), {"bull5", "orders"}, {});
  QVERIFY(orders.has_value());
  QCOMPARE(orders->family, Family::BullMq5);
  QCOMPARE(orders->version, "5.81.5"_qba);
  m_redis.server().run({"HDEL", "bull4:orders:meta", "version"});
  const auto old = Discovery::inspect(m_redis.read(), {"bull4", "orders"}, {});
  QVERIFY(old.has_value());
  QCOMPARE(old->family, Family::BullMq4); // by the fields of its jobs
  QVERIFY(old->version.isEmpty());
  m_redis.server().run({"HDEL", "bull5:orders:meta", "version"});
  const auto younger = Discovery::inspect(m_redis.read(), {"bull5", "orders"}, {});
  QVERIFY(younger.has_value());
  QCOMPARE(younger->family, Family::BullMq5Or6); // by the same, and nothing tells which
}

void TestBullioDiscovery::itCanBeCancelled() {
  std::stop_source source;
  source.request_stop();
  const auto found = Discovery::run(m_redis.read(), {}, {}, source.get_token());
  QVERIFY(!found.has_value());
  QCOMPARE(found.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestBullioDiscovery)
#include "tst_bullio_discovery.moc"
