// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"
#include "base/result.h"
#include "bull/job.h"
#include "json/scannedtext.h"
#include "json/splice.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace oxp::audit {

enum class Outcome { Intent, Done, Failed, Conflict, Cancelled, Unknown };

/// Bytes as a record keeps them: whole up to 1 MB, above that only the changed ranges.
struct KeptBytes {
  bool left = false; ///< not all is kept; `why` says so. holdsPreImage() knows whether it is enough
  /// `sensitive` (no key: values of sensitive fields are left out), `no-key` (sealed, and the key that opens
  /// it is not there), `damaged`.
  QByteArray why;
  bool ranges = false; ///< `bytes` is the removed ranges of Record::splices one after another, not the whole
  QByteArray bytes;
  bool present = true; ///< false: the field did not exist
  qint64 size = 0;     ///< of the whole, in bytes
  QByteArray sha1;     ///< 20 raw bytes over the whole; empty when values were left out
  bool operator==(const KeptBytes &) const = default;
};

/// One write, as it was meant and as it ended. Times in ms since the epoch, this machine's clock.
struct Record {
  qint64 id = 0;
  qint64 at = 0, endedAt = 0;
  QString who;     ///< system user@host, and the Redis user when there is one
  QString profile; ///< the profile's name
  QString profileId;
  Environment environment = Environment::Local;
  QueueId queue;
  QByteArray jobId;        ///< empty for operations on a queue
  QByteArray jobTimestamp; ///< which job of that id
  QByteArray operation;    ///< spec id
  QByteArray arguments;    ///< JSON of the operation's arguments, without payload bytes
  QByteArray facts;        ///< JSON of what settles the outcome later; empty in records of the first schema
  QString reason;
  Outcome outcome = Outcome::Intent;
  QByteArray errorKind, errorCode;
  std::optional<KeptBytes> before, after;
  /// What the write did to `before`. Kept when `before` holds ranges, and when sensitive values were left out
  /// and none of them was changed: then positions count in the kept text.
  std::vector<json::Splice> splices;
  /// Bytes that requestRecord() would bring. A list leaves `before` and `after` out above 64 KB.
  qint64 payloadBytes = 0;
  qint64 revertOf = 0; ///< the record that this one reverts, 0 = none
  bool operator==(const Record &) const = default;
};

/// Whether a record of an edit holds what is needed to take the edit back, on data that are as it left them.
bool holdsPreImage(const Record &record);
/// Whether an edit that was, or may have been, written can be taken back from its record.
bool revertible(const Record &record);

/// What a new record came to.
struct Begun {
  qint64 id = 0;
  bool holdsPreImage = false;
};

/// Unsaved text with the version that it was based on.
struct Draft {
  QString profileId;
  QueueId queue;
  QByteArray jobId;
  QByteArray baseData; ///< as loaded from Redis
  bool basePresent = true;
  QByteArray baseTimestamp;
  QByteArray text; ///< as typed, with what was shortened or masked put back
  qint64 savedAt = 0;
  /// Set by the store: lives in memory only and ends with the program, as it holds sensitive values and there
  /// is no key to seal them (or the store cannot be written).
  bool memoryOnly = false;
  bool operator==(const Draft &) const = default;
};

/// Where the store keeps a draft.
enum class DraftPlace { Disk, Memory };

struct RecordQuery {
  QString profileId; ///< empty = all
  std::optional<QueueId> queue;
  QByteArray jobId; ///< empty = all of the queue
  int limit = 200;
  qint64 beforeId = 0; ///< paging: only ids below it, 0 = newest
};

} // namespace oxp::audit
