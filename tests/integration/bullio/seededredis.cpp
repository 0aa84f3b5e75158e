// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/bullio/seededredis.h"

#include <QHash>
#include <QJsonDocument>

namespace oxp::test {

namespace {

QueueId idOf(const QJsonObject &queue) {
  return {queue.value(u"prefix"_qs).toString().toUtf8(), queue.value(u"name"_qs).toString().toUtf8()};
}

} // namespace

Family familyOf(const QString &library) {
  if (library == u"bullmq6"_qs)
    return Family::BullMq6;
  if (library == u"bullmq5"_qs)
    return Family::BullMq5;
  return library == u"bullmq4"_qs ? Family::BullMq4 : Family::Bull4;
}

QueueInfo SeededQueue::info() const {
  QueueInfo info;
  info.id = id;
  info.family = familyOf(library);
  return info;
}

bool SeededRedis::start(const QStringList &seedArguments) {
  if (!m_server.start()) {
    m_error = m_server.error();
    return false;
  }
  const NodeAnswer seeded = node(u"seed.mjs"_qs, seedArguments);
  m_error = seeded.error;
  if (!seeded.ok)
    return false;
  m_json = seeded[u"queues"_qs].toArray();
  for (const QJsonValue &queue : qAsConst(m_json))
    m_queues.push_back({queue[u"library"_qs].toString(), idOf(queue.toObject())});
  m_session = std::make_unique<TestSession>(m_server.endpoint());
  if (const auto connected = m_session->connect(); !connected) {
    m_error = connected.error().detail;
    return false;
  }
  return true;
}

std::vector<QueueInfo> SeededRedis::infos() const {
  std::vector<QueueInfo> infos;
  for (const SeededQueue &queue : m_queues)
    infos.push_back(queue.info());
  return infos;
}

const SeededQueue &SeededRedis::queue(const QString &library, const QByteArray &name) const {
  for (const SeededQueue &queue : m_queues) {
    if (queue.library == library && queue.id.name == name)
      return queue;
  }
  qFatal("the seed has no such queue");
}

QHash<QueueId, QJsonObject> SeededRedis::askGetters() {
  const NodeAnswer answer =
      node(u"getters.mjs"_qs, {}, QJsonDocument(m_json).toJson(QJsonDocument::Compact) + '\n');
  m_error = answer.error;
  QHash<QueueId, QJsonObject> said;
  for (const QJsonValue &queue : answer[u"queues"_qs].toArray())
    said.insert(idOf(queue.toObject()), queue.toObject());
  return said;
}

NodeAnswer SeededRedis::node(const QString &script, const QStringList &arguments, const QByteArray &input) {
  return NodePeer::run(script, m_server.socketPath(), arguments, input);
}

std::vector<QByteArray> texts(const QJsonValue &array) {
  std::vector<QByteArray> list;
  for (const QJsonValue &value : array.toArray())
    list.push_back(value.toString().toUtf8());
  return list;
}

} // namespace oxp::test
