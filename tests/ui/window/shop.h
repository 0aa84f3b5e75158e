// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/redis/keyspace.h"
#include "fakes/redis/redisserver.h"

#include <QJsonArray>
#include <QJsonObject>

namespace oxp::test {

/// What a real worker received.
struct Taken {
  QByteArray raw;  ///< the field `data` as it lay in Redis
  QByteArray data; ///< what the library parsed, as JSON.stringify writes it
};

/// A private server with one BullMQ 5 queue, `orders`.
class Shop {
public:
  explicit Shop(RedisServerOptions options = {})
      : server(std::move(options)) {}

  [[nodiscard]] bool start();
  /// What the program is started with.
  QString url(const char *environment) const;

  /// Lets the real library add one job with exactly these bytes as its data; its id.
  QByteArray add(const char *state, const QByteArray &data, const QJsonObject &more = {});
  /// Lets a real worker take the next job.
  Taken work();

  QByteArray key(const QByteArray &jobId) const { return "bull:orders:" + jobId; }
  QMap<QByteArray, QByteArray> job(const QByteArray &jobId);
  QByteArray data(const QByteArray &jobId) { return job(jobId).value("data"); }
  /// As another program that changes the payload; BullMQ's Job.updateData does the same.
  void setData(const QByteArray &jobId, const QByteArray &data);
  QList<QByteArray> events();
  QList<QByteArray> waiting();
  Keys keys() { return keysOf(server); }

  RedisServer server;
};

} // namespace oxp::test
