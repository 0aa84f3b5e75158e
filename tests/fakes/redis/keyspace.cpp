// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/redis/keyspace.h"

#include "fakes/redis/redisserver.h"

#include <algorithm>

namespace oxp::test {
namespace {

QByteArray text(const Reply &reply) {
  switch (reply.type) {
  case Reply::Type::Integer:
    return QByteArray::number(reply.integer);
  case Reply::Type::Array: {
    QByteArray all = "[";
    for (const Reply &item : reply.items)
      all += text(item) + ' ';
    return all + ']';
  }
  case Reply::Type::Nil:
    return "nil";
  default:
    return reply.bytes;
  }
}

QByteArray sortedFields(const Reply &hash) {
  QList<QByteArray> fields;
  for (size_t i = 0; i + 1 < hash.items.size(); i += 2)
    fields << hash.items[i].bytes + '=' + hash.items[i + 1].bytes;
  std::sort(fields.begin(), fields.end());
  return fields.join('\n');
}

} // namespace

Keys keysOf(RedisServer &server) {
  Keys all;
  for (const Reply &item : server.run({"KEYS", "*"}).items) { // a private server: nobody waits
    const QByteArray key = item.bytes, type = server.run({"TYPE", key}).bytes;
    QByteArray value;
    if (type == "hash")
      value = sortedFields(server.run({"HGETALL", key}));
    else if (type == "stream")
      value = text(server.run({"XRANGE", key, "-", "+"}));
    else
      value = server.run({"DUMP", key}).bytes;
    all.insert(key, value + '@' + text(server.run({"PEXPIRETIME", key})));
  }
  return all;
}

QList<QByteArray> differing(const Keys &before, const Keys &after) {
  QList<QByteArray> keys;
  for (auto it = before.begin(); it != before.end(); ++it) {
    if (!after.contains(it.key()) || after.value(it.key()) != it.value())
      keys << it.key();
  }
  for (auto it = after.begin(); it != after.end(); ++it) {
    if (!before.contains(it.key()))
      keys << it.key();
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

} // namespace oxp::test
