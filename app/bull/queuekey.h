// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <QSet>

#include <optional>
#include <vector>

/// How keys are taken apart (bullmq-protocol 1.8, 4.10). Names and prefixes may hold colons, so a cut is a
/// guess unless something is known.
namespace oxp::queuekey {

/// `team:prod:eu:orders` -> prefix `team:prod:eu`, name `orders`; nothing without a colon or with an empty
/// name. BullMQ 5 and 6 refuse colons in names, so for them the cut is right.
std::optional<QueueId> splitBase(const QByteArray &base);

/// The same for a base that is known to lie under `prefix`: the whole rest is the name.
std::optional<QueueId> splitBase(const QByteArray &base, const QByteArray &prefix);

/// A job's place, out of its full key.
struct JobKey {
  QueueId queue;
  QByteArray jobId;
  bool operator==(const JobKey &) const = default;
};

/// Takes full job keys apart by the longest base of a known queue; without one by the last two colons.
class JobKeyParser {
public:
  explicit JobKeyParser(const std::vector<QueueInfo> &known);
  /// Nothing when the key has fewer than two colons.
  std::optional<JobKey> parse(const QByteArray &key) const;

private:
  QSet<QueueId> m_known;
};

/// Escapes what SCAN's MATCH would take as a pattern.
QByteArray escapeGlob(const QByteArray &text);

} // namespace oxp::queuekey
