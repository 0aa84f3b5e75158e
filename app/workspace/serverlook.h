// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace oxp {

/// What a server says of itself while it runs, for a page that is looked at. What it keeps back stays empty.
struct ServerLook {
  QByteArray version; ///< of the product
  QByteArray role;    ///< `master`, `slave`
  QByteArray policy;  ///< maxmemory-policy
  std::optional<qint64> replicas, uptimeSeconds, clients;
  std::optional<qint64> usedMemory, maxMemory; ///< bytes; of maxMemory 0 = no limit
  bool appendsToFile = false;                  ///< AOF is on
  bool saveFailed = false; ///< the last snapshot or write to the AOF: writes may be refused
  bool loading = false;
  bool unsaved = false; ///< no AOF, and for more than an hour no snapshot of what changed since the start
  qint64 lastSave = 0;  ///< s since the epoch, of the last snapshot; 0 = not said, or none since the start

  bool evicts() const { return !policy.isEmpty() && policy != "noeviction"; }
  bool operator==(const ServerLook &) const = default;
};

/// Out of an INFO text.
ServerLook serverLook(const QByteArray &info);

} // namespace oxp
