// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

#include "bull/jobstate.h"

namespace oxp {

/// Whose data model and scripts a queue has (bullmq 4.18, 5.81, 6.7, bull 4.16 were read and run).
enum class Family { Unknown, BullMq6, BullMq5, BullMq4, Bull4, BullMqPro, BullMqOld };

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
