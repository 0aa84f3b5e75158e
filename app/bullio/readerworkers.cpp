// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "bullio/replies.h"

#include <QHash>

namespace oxp::reader {

namespace {

/// The value of `name=` in a line of CLIENT LIST.
QByteArray clientName(const QByteArray &line) {
  const qsizetype at = line.indexOf(" name=");
  return at < 0 ? QByteArray() : line.mid(at + 6, line.indexOf(' ', at + 6) - at - 6);
}

/// Where in `all` each queue's place is, by what its workers' connections are called.
QHash<QByteArray, size_t> placesOf(const std::vector<QueueInfo> &queues) {
  QHash<QByteArray, size_t> places;
  for (size_t i = 0; i < queues.size(); ++i)
    places.insert(queues[i].id.prefix + ':' + queues[i].id.name.toBase64(), i);
  return places;
}

/// A connection's queue and the worker's own name: `<queue>`, or `<queue>:w:<name>`. Prefixes may hold `:w:`.
void takeClient(const QByteArray &client, const QHash<QByteArray, size_t> &places,
                std::vector<Workers> &all) {
  static constexpr char Between[] = ":w:";
  if (const auto unnamed = places.constFind(client); unnamed != places.cend())
    ++all[*unnamed].count;
  for (qsizetype at = client.indexOf(Between); at >= 0; at = client.indexOf(Between, at + 1)) {
    const auto queue = places.constFind(client.first(at));
    if (queue == places.cend())
      continue;
    ++all[*queue].count;
    if (const QByteArray name = client.mid(at + 3); !name.isEmpty())
      all[*queue].names.push_back(name);
  }
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
  const QHash<QByteArray, size_t> places = placesOf(queues);
  std::vector<Workers> all(queues.size());
  for (Workers &workers : all)
    workers.known = true;
  for (const QByteArray &line : replies::bytes(*reply).split('\n'))
    takeClient(clientName(line), places, all);
  return all;
}

} // namespace oxp::reader
