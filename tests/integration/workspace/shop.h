// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditstore.h"
#include "bullio/scriptregistry.h"
#include "fakes/redis/redisserver.h"
#include "workspace/profilesession.h"
#include "workspace/sessionsetup.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace oxp::test {

inline const QueueId Orders{"bull", "orders"};

/// Puts a queue there as BullMQ 5 leaves it, with jobs `1` to `count` in wait (1 is next).
inline void seedQueue(RedisServer &server, const QueueId &queue, int count) {
  server.run({"HSET", queue.key("meta"), "opts.maxLenEvents", "10000", "version", "bullmq:5.81.5"});
  for (int i = 1; i <= count; ++i) {
    const QByteArray id = QByteArray::number(i);
    server.run({"HSET", queue.key(id), "name", "order " + id, "data", "{\"n\":" + id + "}", "opts",
                "{\"attempts\":3}", "timestamp", "1700000000000", "delay", "0", "priority", "0"});
    server.run({"LPUSH", queue.key("wait"), id});
  }
}

/// A job in failed, with its reason.
inline void seedFailed(RedisServer &server, const QueueId &queue, const QByteArray &id,
                       const QByteArray &reason) {
  server.run({"HSET",        queue.key(id),   "name",       "refund",        "data",
              "{}",          "opts",          "{}",         "timestamp",     "1700000000000",
              "processedOn", "1700000001000", "finishedOn", "1700000002000", "failedReason",
              reason,        "atm",           "1",          "stacktrace",    "[\"Error: x\"]"});
  server.run({"ZADD", queue.key("failed"), "1700000002000", id});
}

/// Lets a timer of this thread ring so often, however fast the machine is: whatever looks at that interval by
/// a timer of its own, started before, has had its turn as often. To show that nothing came of it.
inline bool ring(int intervalMs, int times) {
  int rung = 0;
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, &timer, [&rung] { ++rung; });
  timer.start(intervalMs);
  return QTest::qWaitFor([&] { return rung >= times; }, 60'000);
}

/// How often the server was sent a command, by its name as in INFO commandstats.
inline qint64 callsOf(RedisServer &server, const QByteArray &command) {
  const QByteArray info = server.run({"INFO", "commandstats"}).bytes;
  const qsizetype at = info.indexOf("cmdstat_" + command + ":calls=");
  return at < 0 ? 0 : info.mid(info.indexOf('=', at) + 1).split(',').front().toLongLong();
}

inline Profile profileOf(const Endpoint &endpoint, Role role = Role::Operator) {
  Profile profile = newProfile();
  profile.name = u"test"_qs;
  profile.host = endpoint.host;
  profile.port = endpoint.port;
  profile.socketPath = endpoint.socketPath;
  profile.database = endpoint.database;
  profile.tls = endpoint.tls;
  profile.role = role;
  return profile;
}

/// What a session needs around it, in a folder of the test's own.
class Surroundings {
public:
  Surroundings()
      : m_store(options()) {
    if (Result<ScriptRegistry> loaded = ScriptRegistry::load())
      m_scripts = std::move(*loaded);
  }

  SessionSetup setup(const Profile &profile) {
    SessionSetup made;
    made.profile = profile;
    made.who = u"tester@here"_qs;
    made.audit = &m_store;
    made.scripts = &m_scripts;
    made.rules = policy::builtInRules();
    made.review = [] { return policy::ReviewSetting::StagingAndProduction; };
    made.pollMs = 50;
    made.backoff = {std::chrono::milliseconds(20), std::chrono::milliseconds(100)};
    return made;
  }
  AuditStore &store() { return m_store; }

private:
  AuditStore::Options options() const {
    AuditStore::Options made;
    made.folder = m_folder.filePath(u"records"_qs);
    return made;
  }

  QTemporaryDir m_folder;
  AuditStore m_store;
  ScriptRegistry m_scripts;
};

} // namespace oxp::test
