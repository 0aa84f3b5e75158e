// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "bullio/replies.h"

namespace oxp::reader {

namespace {

/// The value of `name=` in a line of CLIENT LIST.
QByteArray clientName(const QByteArray &line) {
  const qsizetype at = line.indexOf(" name=");
  return at < 0 ? QByteArray() : line.mid(at + 6, line.indexOf(' ', at + 6) - at - 6);
}

/// A worker's own name out of its connection's, empty for an unnamed one; nothing for other connections.
std::optional<QByteArray> workerName(const QByteArray &client, const QByteArray &queue) {
  if (client == queue)
    return QByteArray("");
  const QByteArray head = queue + ":w:";
  return client.startsWith(head) ? std::optional(client.mid(head.size())) : std::nullopt;
}

Workers workersOf(const QList<QByteArray> &clients, const QueueId &queue) {
  Workers workers;
  workers.known = true;
  const QByteArray wanted = queue.prefix + ':' + queue.name.toBase64();
  for (const QByteArray &client : clients) {
    const auto name = workerName(client, wanted);
    if (!name)
      continue;
    ++workers.count;
    if (!name->isEmpty())
      workers.names.push_back(*name);
  }
  return workers;
}

} // namespace

Result<std::vector<Workers>> workers(ReadSession &session, const std::vector<QueueInfo> &queues,
                                     std::stop_token stop) {
  const auto reply = session.call(Command::of("CLIENT", "LIST"), stop);
  if (!reply) {
    // Managed servers keep CLIENT back: that is "not known", not "none".
    const ErrorKind kind = reply.error().kind;
    if (kind == ErrorKind::Denied || kind == ErrorKind::Server)
      return std::vector<Workers>(queues.size());
    return fail(reply.error());
  }
  QList<QByteArray> clients;
  for (const QByteArray &line : replies::bytes(*reply).split('\n')) {
    if (const QByteArray name = clientName(line); !name.isEmpty())
      clients.append(name);
  }
  std::vector<Workers> all;
  for (const QueueInfo &queue : queues)
    all.push_back(workersOf(clients, queue.id));
  return all;
}

} // namespace oxp::reader
