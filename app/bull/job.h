// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <vector>

namespace oxp {

/// The light fields of a job, as a list shows them. Never holds data, returnvalue or stacktrace.
/// Times are ms since the epoch by the clock of whoever wrote them; 0 = not set.
struct JobRow {
  QByteArray id;
  QByteArray name; ///< cut at 4 KB, as everybody may write a book there
  JobState state = JobState::Unknown;
  bool missing = false;  ///< a ghost: the id is in the list, the hash is gone
  bool willFail = false; ///< field `defa` is set: the next pick-up fails it (BullMQ 5, 6)
  bool unheld = false;   ///< active, and no worker holds its lock: the next stalled checks take it back
  qint64 created = 0, processed = 0, finished = 0;
  qint64 due = 0;       ///< delayed: floor(score / 4096); else 0
  int attemptsMade = 0; ///< attemptsMade, else atm, else 0
  int attemptsMax = 0;  ///< opts.attempts, 0 when not said
  qint64 priority = 0;
  QByteArray progress; ///< JSON text as stored, cut at 4 KB
  qint64 size = -1;    ///< HSTRLEN of data in bytes, -1 = not asked
  QByteArray error;    ///< failedReason, plain text, cut at 4 KB for lists

  /// The last of the time stamps that a job keeps of itself: what it was added, picked up or finished at.
  qint64 changed() const { return std::max({created, processed, finished}); }

  bool operator==(const JobRow &) const = default;
};

/// Which of JobRow's fields a list needs; drives the HMGET of a page.
enum class JobField : quint32 {
  Name = 1,
  Created = 2,
  Processed = 4,
  Finished = 8,
  Due = 16,
  Attempts = 32,
  Priority = 64,
  Progress = 128,
  Size = 256,
  Error = 512,
};
using JobFields = quint32; ///< JobField values or-ed

constexpr JobFields operator|(JobField a, JobField b) {
  return static_cast<JobFields>(a) | static_cast<JobFields>(b);
}
constexpr JobFields operator|(JobFields a, JobField b) {
  return a | static_cast<JobFields>(b);
}
constexpr bool hasField(JobFields fields, JobField field) {
  return fields & static_cast<JobFields>(field);
}
/// Every column of a list.
inline constexpr JobFields AllJobFields = 1023;

/// A job's data as it was read: the baseline of an edit. Bytes are exactly those of the hash field.
struct JobSnapshot {
  QueueId queue;
  QByteArray jobId;
  QByteArray data;
  bool present = false; ///< the field `data` exists (a missing one and an empty one have the same SHA-1)
  QByteArray sha1;      ///< 20 raw bytes of SHA-1 over `data`
  QByteArray timestamp; ///< the hash's `timestamp` as text: tells a job from a later one of the same id
  JobState state = JobState::Unknown;
  bool locked = false;  ///< `<job>:lock` existed
  qint64 fetchedAt = 0; ///< ms, this machine's clock

  bool operator==(const JobSnapshot &) const = default;
};

/// Everything of a job but the payload's bytes.
struct JobDetail {
  JobRow row;
  QueueId queue;
  bool exists = false;
  bool locked = false;
  qint64 lockTtlMs = -1;
  qint64 lockEndedAt = 0; ///< ms by the server's clock, where somebody saw the lock of an active job run out
  int stalledCount = 0;   ///< `stc`, before BullMQ 5.46 `stalledCounter`
  std::vector<JobState> alsoIn; ///< other states in whose lists the id stands as well
  qint64 dataSize = -1;         ///< bytes; -1 = the field is missing
  qint64 returnvalueSize = -1;
  QByteArray timestamp;          ///< text as stored
  QByteArray opts;               ///< JSON text as stored
  QByteArray returnvalue;        ///< JSON text; empty above 1 MB until asked for
  QByteArray failedReason;       ///< plain text
  QByteArray stacktrace;         ///< JSON array of strings as stored, oldest first
  QByteArray parentKey;          ///< `prefix:queue:id` or empty
  QByteArray repeatJobKey;       ///< `rjk`: scheduler id, or empty
  bool schedulerPending = false; ///< this is the pending job of a job scheduler
  bool schedulerHasTemplate = false;
  QByteArray workerName; ///< `pb`
  qint64 logCount = 0;
  qint64 childrenCount = 0; ///< dependencies + processed + failed + unsuccessful
  /// All other fields (and the small ones above) as stored, for the Raw tab; `data`, `returnvalue` and
  /// `stacktrace` are left out when over 64 KB.
  std::vector<std::pair<QByteArray, QByteArray>> fields;

  bool operator==(const JobDetail &) const = default;
};

/// A child or parent of a flow.
struct FlowNode {
  QByteArray key; ///< full key `prefix:queue:id`
  QueueId queue;
  QByteArray jobId;
  QByteArray name;
  JobState state = JobState::Unknown;
  bool missing = false;
  bool hasMore = false; ///< more children than `children` holds
  std::vector<FlowNode> children;

  bool operator==(const FlowNode &) const = default;
};

/// A job scheduler (or a legacy repeatable) of a queue.
struct Scheduler {
  QByteArray id;
  QByteArray name;
  QByteArray pattern; ///< cron text, or empty
  qint64 every = 0;   ///< ms, or 0
  QByteArray tz;
  qint64 next = 0; ///< ms
  qint64 iterations = 0;
  qint64 limit = 0;
  bool legacy = false;   ///< no `ic` field: a repeatable of BullMQ <= 5.15, 4 or Bull 4
  bool missing = false;  ///< listed in `repeat` without a record
  QByteArray data, opts; ///< template, JSON text

  bool operator==(const Scheduler &) const = default;
};

} // namespace oxp
