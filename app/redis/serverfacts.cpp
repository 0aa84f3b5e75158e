// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/serverfacts.h"

#include <QList>

namespace oxp {

namespace {

struct ProductKey {
  const char *key;
  ServerKind kind;
};
// Fields of INFO that carry a product's own version, beside the redis_version that it is compatible with.
constexpr ProductKey ProductKeys[] = {
    {"valkey_version", ServerKind::Valkey},
    {"dragonfly_version", ServerKind::Dragonfly},
    {"garnet_version", ServerKind::Garnet},
    {"keydb_version", ServerKind::KeyDb},
};

bool applyProduct(const QByteArray &key, const QByteArray &value, ServerFacts &facts) {
  for (const ProductKey &product : ProductKeys) {
    if (key == product.key) {
      facts.kind = product.kind;
      facts.version = value.startsWith("df-v") ? value.mid(4) : value;
      return true;
    }
  }
  return false;
}

void applyRedisVersion(const QByteArray &value, ServerFacts &facts) {
  if (facts.kind != ServerKind::Unknown)
    return;
  facts.kind = ServerKind::Redis;
  facts.version = value;
}

/// What is said of a replica comes behind its role.
void applyRole(const QByteArray &role, ServerFacts &facts) {
  facts.primary.clear();
  if (role == "master")
    facts.readOnlyReplica = false;
}

void applyField(const QByteArray &key, const QByteArray &value, ServerFacts &facts) {
  if (applyProduct(key, value, facts))
    return;
  if (key == "redis_version")
    applyRedisVersion(value, facts);
  else if (key == "executable" && value.contains("keydb"))
    facts.kind = ServerKind::KeyDb;
  else if (key == "redis_mode" || key == "server_mode")
    facts.mode = value;
  else if (key == "run_id")
    facts.runId = value;
  else if (key == "maxmemory_policy")
    facts.maxmemoryPolicy = value;
  else if (key == "maxmemory")
    facts.maxMemory = value.toLongLong();
  else if (key == "used_memory")
    facts.usedMemory = value.toLongLong();
  else if (key == "loading")
    facts.loading = value == "1";
  else if (key == "role")
    applyRole(value, facts);
  else if (key == "master_host")
    facts.primary = value.contains(':') ? '[' + value + ']' : value;
  else if (key == "master_port")
    facts.primary += ':' + value;
  else if (key == "slave_read_only")
    facts.readOnlyReplica = value == "1";
}

} // namespace

const char *serverKindName(ServerKind kind) {
  switch (kind) {
  case ServerKind::Unknown:
    return "Unknown";
  case ServerKind::Redis:
    return "Redis";
  case ServerKind::Valkey:
    return "Valkey";
  case ServerKind::KeyDb:
    return "KeyDB";
  case ServerKind::Dragonfly:
    return "Dragonfly";
  case ServerKind::Garnet:
    return "Garnet";
  case ServerKind::Other:
    return "Other";
  }
  return "Unknown";
}

void applyInfo(const QByteArray &info, ServerFacts &facts) {
  for (const QByteArray &line : info.split('\n')) {
    const QByteArray trimmed = line.trimmed();
    const qsizetype colon = trimmed.indexOf(':');
    if (colon > 0 && !trimmed.startsWith('#'))
      applyField(trimmed.left(colon), trimmed.mid(colon + 1), facts);
  }
}

} // namespace oxp
