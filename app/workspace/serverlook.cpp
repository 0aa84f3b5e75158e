// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/serverlook.h"

#include "redis/serverfacts.h"

#include <QHash>

namespace oxp {
namespace {

QHash<QByteArray, QByteArray> fieldsOf(const QByteArray &info) {
  QHash<QByteArray, QByteArray> fields;
  for (const QByteArray &line : info.split('\n'))
    if (const qsizetype colon = line.indexOf(':'); colon > 0 && !line.startsWith('#'))
      fields.insert(line.first(colon), line.mid(colon + 1).trimmed());
  return fields;
}

} // namespace

ServerLook serverLook(const QByteArray &info) {
  const QHash<QByteArray, QByteArray> fields = fieldsOf(info);
  const auto number = [&](const char *name) {
    const auto found = fields.constFind(name);
    return found != fields.cend() ? std::optional(found->toLongLong()) : std::nullopt;
  };
  ServerFacts facts;
  applyInfo(info, facts);
  ServerLook look;
  look.version = facts.version;
  look.role = fields.value("role");
  look.policy = facts.maxmemoryPolicy;
  look.replicas = number("connected_slaves");
  look.uptimeSeconds = number("uptime_in_seconds");
  look.clients = number("connected_clients");
  look.usedMemory = number("used_memory");
  look.maxMemory = number("maxmemory");
  look.appendsToFile = number("aof_enabled").value_or(0) > 0;
  look.saveFailed = fields.value("rdb_last_bgsave_status") == "err" ||
                    (look.appendsToFile && fields.value("aof_last_write_status") == "err");
  look.loading = facts.loading;
  look.lastSave = number("rdb_last_save_time").value_or(0);
  return look;
}

} // namespace oxp
