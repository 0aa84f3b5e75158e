// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/shop.h"

#include "fakes/nodepeer/nodepeer.h"

#include <QJsonDocument>

namespace oxp::test {

bool Shop::start() {
  if (server.start())
    return true;
  qWarning("%s", qPrintable(server.error()));
  return false;
}

QString Shop::url(const char *environment) const {
  return server.url() + QStringLiteral("&name=Shop&environment=") + QLatin1String(environment);
}

QByteArray Shop::add(const char *state, const QByteArray &data, const QJsonObject &more) {
  QJsonObject job{{QStringLiteral("state"), QLatin1String(state)},
                  {QStringLiteral("name"), QStringLiteral("checkout")},
                  {QStringLiteral("raw"), QString::fromLatin1(data.toBase64())}};
  for (auto it = more.begin(); it != more.end(); ++it)
    job.insert(it.key(), it.value());
  const NodeAnswer answer = NodePeer::run(QStringLiteral("add.mjs"), server.socketPath(),
                                          {QStringLiteral("--library"), QStringLiteral("bullmq5"),
                                           QStringLiteral("--queue"), QStringLiteral("orders")},
                                          QJsonDocument(QJsonArray{job}).toJson(QJsonDocument::Compact));
  if (!answer.ok)
    qWarning("%s", qPrintable(answer.error));
  return answer[QStringLiteral("ids")].toArray().first().toString().toUtf8();
}

Taken Shop::work() {
  const NodeAnswer answer = NodePeer::run(QStringLiteral("worker.mjs"), server.socketPath(),
                                          {QStringLiteral("--library"), QStringLiteral("bullmq5"),
                                           QStringLiteral("--queue"), QStringLiteral("orders")});
  if (!answer.ok || !answer[QStringLiteral("errors")].toArray().isEmpty())
    qWarning("%s %s", qPrintable(answer.error), answer.out.constData());
  const QJsonValue job = answer[QStringLiteral("jobs")].toArray().first();
  return {QByteArray::fromBase64(job[QStringLiteral("raw")].toString().toLatin1()),
          job[QStringLiteral("data")].toString().toUtf8()};
}

QMap<QByteArray, QByteArray> Shop::job(const QByteArray &jobId) {
  const Reply reply = server.run({"HGETALL", key(jobId)});
  QMap<QByteArray, QByteArray> fields;
  for (size_t i = 0; i + 1 < reply.items.size(); i += 2)
    fields.insert(reply.items[i].bytes, reply.items[i + 1].bytes);
  return fields;
}

void Shop::setData(const QByteArray &jobId, const QByteArray &data) {
  server.run({"HSET", key(jobId), "data", data});
}

QList<QByteArray> Shop::events() {
  QList<QByteArray> events;
  for (const Reply &entry : server.run({"XRANGE", "bull:orders:events", "-", "+"}).items) {
    QByteArray words;
    for (const Reply &word : entry.items[1].items)
      words += word.bytes + ' ';
    events << words.trimmed();
  }
  return events;
}

QList<QByteArray> Shop::waiting() {
  QList<QByteArray> ids;
  for (const Reply &id : server.run({"LRANGE", "bull:orders:wait", "0", "-1"}).items)
    ids << id.bytes;
  return ids;
}

} // namespace oxp::test
