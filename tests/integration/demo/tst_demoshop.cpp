// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/fingerprint.h"
#include "demo/demoserver.h"
#include "fakes/nodepeer/nodepeer.h"
#include "fakes/redis/testsession.h"
#include "models/payloadpaths.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

using namespace oxp;

namespace {

using Bytes = std::vector<QByteArray>;

/// One consistent look at a queue: its lists and sets, and the hashes and locks behind them.
constexpr char LookScript[] = R"lua(
local b = KEYS[1]
local seen, faults = {}, {}
local function note(state, ids)
  for _, id in ipairs(ids) do
    if seen[id] then table.insert(faults, id .. ' is in ' .. seen[id] .. ' and ' .. state) end
    seen[id] = state
    if redis.call('EXISTS', b .. ':' .. id) == 0 then table.insert(faults, id .. ' in ' .. state .. ' has no hash') end
    local locked = redis.call('EXISTS', b .. ':' .. id .. ':lock') == 1
    if locked ~= (state == 'active') then table.insert(faults, id .. ' in ' .. state .. ': wrong lock') end
  end
end
for _, state in ipairs({'wait', 'paused', 'active'}) do note(state, redis.call('LRANGE', b .. ':' .. state, 0, -1)) end
for _, state in ipairs({'delayed', 'prioritized', 'waiting-children', 'completed', 'failed'}) do
  note(state, redis.call('ZRANGE', b .. ':' .. state, 0, -1))
end
return faults
)lua";

/// A job that is delayed or waiting is the next to be taken.
constexpr char MoveUpScript[] = R"lua(
local b, id = KEYS[1], ARGV[1]
if redis.call('ZREM', b .. ':delayed', id) + redis.call('LREM', b .. ':wait', 0, id) > 0 then
  redis.call('RPUSH', b .. ':wait', id)
end
)lua";

} // namespace

class TestDemoShop : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void isFilledAtOnce();
  void hasWorkers();
  void hasAllStates();
  void holdsWhatMakesAnEditorSweat();
  void errorsNameFieldsThatExist();
  void oneMistakeIsOneGroup();
  void isValidForTheRealLibraries();
  void movesInWholeSteps();
  void schedulerGoesOn();
  void queueThatIsPausedStaysWhole();
  void childReleasesItsParent();

private:
  Reply run(const Command &command);
  qint64 number(const Command &command) { return run(command).asInt().value_or(-1); }
  Bytes texts(const Command &command) { return run(command).asBytesList().value_or(Bytes{}); }
  /// `prefix:queue` of all queues, read by pattern.
  Bytes queues();
  qint64 total(const char *state, const char *verb);

  std::unique_ptr<DemoServer> m_demo;
  std::optional<test::TestSession> m_session;
  QString m_socket;
  qint64 m_startMs = 0;
};

Reply TestDemoShop::run(const Command &command) {
  auto reply = m_session->write().call(command, {});
  if (!reply)
    qWarning("%s", qPrintable(reply.error().detail));
  return reply.value_or(Reply::nil());
}

Bytes TestDemoShop::queues() {
  Bytes bases;
  for (const QByteArray &key : texts(Command::of("KEYS", "*:id")))
    bases.push_back(key.chopped(3));
  return bases;
}

qint64 TestDemoShop::total(const char *state, const char *verb) {
  qint64 sum = 0;
  for (const QByteArray &base : queues())
    sum += number(Command::of(verb, base + ':' + state));
  return sum;
}

void TestDemoShop::initTestCase() {
  m_demo = std::make_unique<DemoServer>();
  QSignalSpy ready(m_demo.get(), &DemoServer::ready);
  QElapsedTimer timer;
  timer.start();
  m_demo->start();
  QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 30'000);
  m_startMs = timer.elapsed();
  const auto url = parseConnectionUrl(ready.at(0).at(0).toString());
  QVERIFY(url);
  m_socket = url->endpoint.socketPath;
  m_session.emplace(url->endpoint);
  QVERIFY(m_session->connect());
}

void TestDemoShop::isFilledAtOnce() {
  qInfo("started and filled in %lld ms", m_startMs);
  QCOMPARE(queues().size(), size_t(12));
}

void TestDemoShop::hasWorkers() {
  const QByteArray clients = run(Command::of("CLIENT", "LIST")).bytes;
  QCOMPARE(clients.count("name=bull:" + QByteArray("shop.orders").toBase64() + ":w:"), 3);
}

void TestDemoShop::hasAllStates() {
  QVERIFY(number(Command::of("ZCARD", "bull:shop.orders:failed")) >= 1284);
  QCOMPARE(number(Command::of("ZCARD", "bull:shop.orders:waiting-children")), 2);
  QCOMPARE(number(Command::of("ZCARD", "bull:shop.orders:repeat")), 4);
  QVERIFY(number(Command::of("LLEN", "bull:shop.orders:wait")) > 0);
  QVERIFY(total("active", "LLEN") > 0);
  QVERIFY(total("paused", "LLEN") > 100);
  QVERIFY(total("delayed", "ZCARD") >= 14);
  QVERIFY(total("completed", "ZCARD") > 500);
  QVERIFY(total("repeat", "ZCARD") >= 4);
  QCOMPARE(number(Command::of("HGET", "bull:shop.emails:meta", "paused")), 1);
}

void TestDemoShop::holdsWhatMakesAnEditorSweat() {
  const DemoPlace place = DemoServer::showcase();
  const QByteArray key = place.prefix + ':' + place.queue + ':' + place.jobId;
  const QByteArray data = run(Command::of("HGET", key, "data")).bytes;
  for (const char *part :
       {"9007199254740993", "7.6510000000000000001", "129.90", "陈晓明", "\"cvc\"", "\\u2013"})
    QVERIFY2(data.contains(part), part);
  QVERIFY(QJsonDocument::fromJson(run(Command::of("HGET", key, "stacktrace")).bytes).array().size() == 5);
  QVERIFY(number(Command::of("LLEN", key + ":logs")) > 2);
  QVERIFY(run(Command::of("ZSCORE", place.prefix + ':' + place.queue + ":failed", place.jobId)).asInt());

  qint64 longest = 0;
  for (const QByteArray &base : queues())
    for (const QByteArray &id : texts(Command::of("ZRANGE", base + ":failed", 0, -1)))
      longest = qMax(longest, number(Command::of("HSTRLEN", base + ':' + id, "data")));
  QVERIFY(longest >= 5'000'000);
}

/// So that a person who follows an error into the payload arrives.
void TestDemoShop::errorsNameFieldsThatExist() {
  int named = 0;
  for (const QByteArray &base : queues()) {
    for (const QByteArray &id : texts(Command::of("ZRANGE", base + ":failed", 0, -1))) {
      const QByteArray key = base + ':' + id;
      const QString reason = QString::fromUtf8(run(Command::of("HGET", key, "failedReason")).bytes);
      std::vector<PathMention> mentions = pathMentions(reason);
      std::erase_if(mentions, [](const PathMention &mention) { return !mention.text.startsWith(u"data."); });
      if (mentions.empty())
        continue;
      const QByteArray data = run(Command::of("HGET", key, "data")).bytes;
      QVERIFY2(foundPaths(mentions, data, json::scan(data)).size() == mentions.size(), qPrintable(reason));
      ++named;
    }
  }
  QVERIFY(named > 100);
}

void TestDemoShop::oneMistakeIsOneGroup() {
  QSet<QByteArray> groups;
  int jobs = 0;
  for (const QByteArray &id : texts(Command::of("ZRANGE", "bull:shop.orders:failed", 0, -1))) {
    const QByteArray key = "bull:shop.orders:" + id;
    const QByteArray reason = run(Command::of("HGET", key, "failedReason")).bytes;
    if (!reason.startsWith("TypeError"))
      continue;
    groups << failureId(fingerprint(reason, run(Command::of("HGET", key, "stacktrace")).bytes));
    ++jobs;
  }
  QVERIFY(jobs > 20);
  QCOMPARE(groups.size(), 1);
}

void TestDemoShop::isValidForTheRealLibraries() {
  QJsonArray asked;
  for (const QByteArray &base : queues()) {
    const QByteArray version = run(Command::of("HGET", base + ":meta", "version")).bytes;
    const QString library =
        version.isEmpty() ? QStringLiteral("bull4") : QStringLiteral("bullmq") + QLatin1Char(version.at(7));
    asked.append(QJsonObject{{QStringLiteral("library"), library},
                             {QStringLiteral("prefix"), QStringLiteral("bull")},
                             {QStringLiteral("name"), QString::fromUtf8(base.mid(5))}});
  }
  const auto answer = test::NodePeer::run(QStringLiteral("sample.mjs"), m_socket, {},
                                          QJsonDocument(asked).toJson(QJsonDocument::Compact));
  QVERIFY2(answer.ok, qPrintable(answer.error));
  const QJsonArray told = answer[QStringLiteral("queues")].toArray();
  QCOMPARE(told.size(), asked.size());
  int deepest = 0, schedulers = 0;
  for (const QJsonValue &queue : told) {
    const QJsonArray broken = queue[QStringLiteral("broken")].toArray();
    QVERIFY2(broken.isEmpty(), QJsonDocument(broken).toJson().constData());
    deepest = qMax(deepest, queue[QStringLiteral("flow")].toInt());
    schedulers += queue[QStringLiteral("schedulers")].toInt();
    if (queue[QStringLiteral("name")] == QStringLiteral("shop.orders"))
      QVERIFY(queue[QStringLiteral("counts")][QStringLiteral("failed")].toInt() >= 1284);
    if (queue[QStringLiteral("name")] == QStringLiteral("shop.emails"))
      QVERIFY(queue[QStringLiteral("paused")].toBool());
  }
  QVERIFY(deepest >= 5); // three levels
  QVERIFY(schedulers >= 4);
}

void TestDemoShop::movesInWholeSteps() {
  const QByteArray base("bull:shop.orders");
  const qint64 completed = number(Command::of("ZCARD", base + ":completed"));
  const qint64 ids = number(Command::of("GET", base + ":id"));
  const auto movedOn = [&] {
    for (const QByteArray &queue : queues()) {
      const Bytes faults = texts(Command::of("EVAL", LookScript, 1, queue));
      if (!faults.empty())
        QTest::qFail((queue + ": " + faults.front()).constData(), __FILE__, __LINE__);
    }
    return number(Command::of("ZCARD", base + ":completed")) > completed + 1 &&
           number(Command::of("GET", base + ":id")) > ids + 1;
  };
  QTRY_VERIFY_WITH_TIMEOUT(movedOn(), 30'000);
  QVERIFY(number(Command::of("LLEN", base + ":wait")) > 20);
}

void TestDemoShop::schedulerGoesOn() {
  const QByteArray base("bull:shop.orders");
  const Command next = Command::of("ZSCORE", base + ":repeat", "abandoned");
  const QByteArray before = "repeat:abandoned:" + run(next).bytes;
  // Its hour may have come by itself meanwhile.
  run(Command::of("EVAL", MoveUpScript, 1, base, before));
  QTRY_VERIFY_WITH_TIMEOUT("repeat:abandoned:" + run(next).bytes != before, 30'000);
  const QByteArray after = "repeat:abandoned:" + run(next).bytes;
  QCOMPARE(number(Command::of("ZSCORE", base + ":delayed", after)) / 4096, number(next));
  QCOMPARE(run(Command::of("HGET", base + ':' + after, "rjk")).bytes, QByteArray("abandoned"));
  const auto opts = QJsonDocument::fromJson(run(Command::of("HGET", base + ':' + after, "opts")).bytes);
  QCOMPARE(opts[QStringLiteral("jobId")].toString(), QString::fromLatin1(after));
}

/// As BullMQ 5 pauses: what waits is renamed. New jobs must go there too, and nothing may start.
void TestDemoShop::queueThatIsPausedStaysWhole() {
  const QByteArray base("bull:shop.orders");
  m_session->write().pipeline({Command::of("MULTI"), Command::of("RENAME", base + ":wait", base + ":paused"),
                               Command::of("HSET", base + ":meta", "paused", 1), Command::of("EXEC")},
                              {});
  const qint64 paused = number(Command::of("LLEN", base + ":paused"));
  QTRY_VERIFY_WITH_TIMEOUT(number(Command::of("LLEN", base + ":paused")) > paused + 1, 30'000);
  QCOMPARE(number(Command::of("LLEN", base + ":wait")), 0);
  QTRY_COMPARE_WITH_TIMEOUT(number(Command::of("LLEN", base + ":active")), 0, 30'000);
}

/// A delayed child is promoted: its workers end it, and its parent may run then.
void TestDemoShop::childReleasesItsParent() {
  const QByteArray base("bull:media.thumbnail");
  const Bytes parents = texts(Command::of("ZRANGE", "bull:media.encode:waiting-children", 0, 0));
  QCOMPARE(parents.size(), size_t(1));
  const QByteArray parent = "bull:media.encode:" + parents.front();
  const Bytes children = texts(Command::of("SMEMBERS", parent + ":dependencies"));
  QCOMPARE(children.size(), size_t(1));
  const QByteArray id = children.front().mid(base.size() + 1);
  m_session->write().pipeline({Command::of("MULTI"), Command::of("ZREM", base + ":delayed", id),
                               Command::of("RPUSH", base + ":wait", id), Command::of("EXEC")},
                              {});
  QTRY_COMPARE_WITH_TIMEOUT(number(Command::of("SCARD", parent + ":dependencies")), 0, 30'000);
  QVERIFY(run(Command::of("HGET", parent + ":processed", children.front())).asBytes());
  QVERIFY(run(Command::of("ZSCORE", "bull:media.encode:waiting-children", parents.front())).isNil());
  QVERIFY(run(Command::of("LPOS", "bull:media.encode:wait", parents.front())).asInt() ||
          run(Command::of("LPOS", "bull:media.encode:active", parents.front())).asInt() ||
          run(Command::of("ZSCORE", "bull:media.encode:completed", parents.front())).asInt());
}

QTEST_GUILESS_MAIN(TestDemoShop)
#include "tst_demoshop.moc"
