// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bull/legacyrepeat.h"

namespace oxp {

std::optional<Scheduler> legacyRepeatable(const QByteArray &member) {
  const QList<QByteArray> parts = member.split(':');
  if (parts.size() < 4)
    return std::nullopt;
  Scheduler scheduler;
  scheduler.id = member;
  scheduler.legacy = true;
  bool isEvery = false;
  scheduler.every = parts.last().toLongLong(&isEvery);
  if (!isEvery) {
    if (!parts.last().contains(' ') && !parts.last().startsWith('@'))
      return std::nullopt;
    scheduler.pattern = parts.last();
  }
  // What follows the name: jobId, endDate, tz and the rule; Bull 4 leaves tz out before a number.
  const qsizetype following = parts.size() == 4 ? 3 : 4;
  if (following == 4)
    scheduler.tz = parts[parts.size() - 2];
  scheduler.name = parts.first(parts.size() - following).join(':');
  return scheduler;
}

} // namespace oxp
