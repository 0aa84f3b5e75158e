// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/serverlook.h"

#include "redis/serverfacts.h"

#include <QHash>

namespace oxp {
namespace {

/// By when the laziest of Redis's usual save points (one change in an hour) has begun a snapshot, s.
constexpr qint64 LongestUsualWait = 3'660;
constexpr qint64 StartSlack = 2; ///< s between the two times that a server notes of its start

QHash<QByteArray, QByteArray> fieldsOf(const QByteArray &info) {
  QHash<QByteArray, QByteArray> fields;
  for (const QByteArray &line : info.split('\n'))
    if (const qsizetype colon = line.indexOf(':'); colon > 0 && !line.startsWith('#'))
      fields.insert(line.first(colon), line.mid(colon + 1).trimmed());
  return fields;
}

std::optional<qint64> numberOf(const QHash<QByteArray, QByteArray> &fields, const char *name) {
  const auto found = fields.constFind(name);
  return found != fields.cend() ? std::optional(found->toLongLong()) : std::nullopt;
}

/// A server that has made no snapshot yet gives the time of its start as that of the last one. Before 6.2 it
/// does not tell its time, and is believed. The save points themselves are not asked for: CONFIG is a right
/// that a user for looking should not have.
void readSnapshots(const QHash<QByteArray, QByteArray> &fields, ServerLook &look) {
  look.lastSave = numberOf(fields, "rdb_last_save_time").value_or(0);
  const std::optional<qint64> now = numberOf(fields, "server_time_usec");
  if (!now || !look.uptimeSeconds || look.lastSave == 0 || numberOf(fields, "rdb_saves").value_or(0) > 0)
    return;
  const qint64 age = *now / 1'000'000 - look.lastSave;
  if (age + StartSlack < *look.uptimeSeconds)
    return;
  look.lastSave = 0;
  look.unsaved = !look.appendsToFile && !look.loading && age > LongestUsualWait &&
                 numberOf(fields, "rdb_changes_since_last_save").value_or(0) > 0 &&
                 numberOf(fields, "rdb_bgsave_in_progress").value_or(0) == 0;
}

} // namespace

ServerLook serverLook(const QByteArray &info) {
  const QHash<QByteArray, QByteArray> fields = fieldsOf(info);
  const auto number = [&](const char *name) { return numberOf(fields, name); };
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
  readSnapshots(fields, look);
  return look;
}

} // namespace oxp
