// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"
#include "fakes/nodepeer/nodepeer.h"
#include "fakes/redis/redisserver.h"
#include "fakes/redis/testsession.h"

#include <QJsonArray>

#include <memory>

namespace oxp::test {

/// A queue that the seed made, by the library's own account.
struct SeededQueue {
  QString library; ///< bullmq6, bullmq5, bullmq4, bull4
  QueueId id;
  QueueInfo info() const;
};

Family familyOf(const QString &library);

/// A private redis-server that seed.mjs filled, and a session to it.
class SeededRedis {
public:
  /// Started, seeded and connected. Without redis-server, node or the packages it fails, and so must the
  /// test.
  [[nodiscard]] bool start(const QStringList &seedArguments = {});
  QString error() const { return m_error; }

  RedisServer &server() { return m_server; }
  ReadSession &read() { return m_session->read(); }
  WriteSession &write() { return m_session->write(); }
  const std::vector<SeededQueue> &queues() const { return m_queues; }
  const QJsonArray &queuesAsJson() const { return m_json; }
  std::vector<QueueInfo> infos() const;
  const SeededQueue &queue(const QString &library, const QByteArray &name) const;
  /// What getters.mjs says of all queues, by queue.
  QHash<QueueId, QJsonObject> askGetters();
  NodeAnswer node(const QString &script, const QStringList &arguments = {}, const QByteArray &input = {});

private:
  RedisServer m_server;
  std::unique_ptr<TestSession> m_session;
  std::vector<SeededQueue> m_queues;
  QJsonArray m_json;
  QString m_error;
};

/// The texts of a JSON array.
std::vector<QByteArray> texts(const QJsonValue &array);

} // namespace oxp::test
