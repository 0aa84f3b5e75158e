// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace oxp {

enum class ServerKind { Unknown, Redis, Valkey, KeyDb, Dragonfly, Garnet, Other };

/// "Redis", "Valkey", …: names of products, not translated.
const char *serverKindName(ServerKind kind);

/// What a server said of itself at connect. Fields that it (or its ACL) kept back stay empty.
struct ServerFacts {
  ServerKind kind = ServerKind::Unknown;
  QByteArray version;         ///< of the product, such as "7.0.15"
  QByteArray mode;            ///< "standalone", "cluster", "sentinel"
  QByteArray runId;           ///< changes with every start of the server
  QByteArray maxmemoryPolicy; ///< anything but "noeviction" may drop jobs
  qint64 maxMemory = 0;       ///< bytes; 0 = no limit, or not said
  qint64 usedMemory = 0;      ///< bytes
  qint64 clientId = -1;       ///< this connection; -1 = not said
  QString tls;                ///< `TLS 1.3`; empty = in plain
  bool loading = false;
  bool readOnlyReplica = false;
  QByteArray primary; ///< of a replica: `host:port` of the server that it follows
  ServerClock clock;
  std::chrono::microseconds latency{0}; ///< one round trip

  bool evicts() const { return !maxmemoryPolicy.isEmpty() && maxmemoryPolicy != "noeviction"; }

  bool operator==(const ServerFacts &) const = default;
};

/// Takes what an INFO text says into `facts` (any sections, in any number of calls).
void applyInfo(const QByteArray &info, ServerFacts &facts);

} // namespace oxp
