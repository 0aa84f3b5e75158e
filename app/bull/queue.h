// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

#include "bull/jobstate.h"

namespace oxp {

/// Whose data model and scripts a queue has (bullmq 4.18, 5.81, 6.7, bull 4.16 were read and run). The last
/// two say that its keys do not tell one release from the other.
enum class Family {
  Unknown,
  BullMq6,
  BullMq5,
  BullMq4,
  Bull4,
  BullMqPro,
  BullMqOld,
  BullMq5Or6,
  BullMq4To6,
};

/// True where several releases may have written a queue: then only what is the same in all of them may be
/// written.
constexpr bool isUnsure(Family family) {
  return family == Family::BullMq5Or6 || family == Family::BullMq4To6;
}

/// BullMQ 5 and 6 refuse `:` in the names of queues.
constexpr bool namesMayHoldColons(Family family) {
  return family != Family::BullMq5 && family != Family::BullMq6 && family != Family::BullMq5Or6;
}

/// What a queue's family was told by (bullmq-protocol 1.9).
enum class FamilyBasis {
  Nothing,      ///< it was not looked at, or nothing in it tells
  Version,      ///< `version` in meta
  Marker,       ///< the key `marker`, which BullMQ 5 and 6 write
  MixedTraces,  ///< `marker` beside fields of BullMQ 4: either may have come later
  AttemptsNew,  ///< a job's `atm` or `ats`, which BullMQ 5 and 6 write
  AttemptsMade, ///< a job's `attemptsMade`, which BullMQ 4 writes
  MarkerIds,    ///< an id `0:…` in a list, which BullMQ 4 writes
  PriorityKey,  ///< the key `priority` beside `events`: BullMQ 3 or older
  NoEvents,     ///< neither `events` nor its length in meta: Bull 4
};

/// A queue's place in Redis: `<prefix>:<name>`. Both as bytes; the prefix may be empty, hold `:` or `{tag}`.
struct QueueId {
  QByteArray prefix;
  QByteArray name;

  /// `<prefix>:<name>`, also when the prefix is empty (`:name`).
  QByteArray base() const { return prefix + ':' + name; }
  /// `<prefix>:<name>:<suffix>`, such as key("wait") or key(jobId).
  QByteArray key(const QByteArray &suffix) const { return prefix + ':' + name + ':' + suffix; }

  /// By prefix, then by name, as bytes.
  bool operator<(const QueueId &other) const {
    return prefix == other.prefix ? name < other.name : prefix < other.prefix;
  }
  bool operator==(const QueueId &) const = default;
};
size_t qHash(const QueueId &id, size_t seed = 0) noexcept;

/// What discovery and detection learned of a queue.
struct QueueInfo {
  QueueId id;
  Family family = Family::Unknown;
  QByteArray version;         ///< semver text from meta.version without its `bullmq:` head, or empty
  bool prefixGuessed = false; ///< the name may hold ':' (BullMQ 4, Bull 4), so the split is a guess
  /// Why nothing may be written here, or empty: a stable word (`pro`, `old`, `newer`, `unknown-family`) that
  /// ui/ turns into a sentence.
  QByteArray readOnlyReason;
  FamilyBasis basis = FamilyBasis::Nothing; ///< what the family was told by

  bool readOnly() const { return !readOnlyReason.isEmpty(); }
  bool operator==(const QueueInfo &) const = default;
};

/// Counts of one queue, read by plain commands in one pipeline. Jobs.
struct QueueCounts {
  std::array<qint64, ShownStates.size()> byState{}; ///< by index of JobState; waiting = wait + paused
  qint64 schedulers = 0;
  bool paused = false;
  bool wrongTypes = false; ///< a key was of another type: junk, or a Redis that is not BullMQ's alone

  qint64 of(JobState state) const { return byState[static_cast<size_t>(state)]; }
  bool operator==(const QueueCounts &) const = default;
};

} // namespace oxp
