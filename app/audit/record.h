// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/environment.h"
#include "base/result.h"
#include "bull/job.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace oxp::audit {

enum class Outcome { Intent, Done, Failed, Conflict, Cancelled, Unknown };

/// Bytes as a record keeps them: whole up to 1 MB, above that only the changed ranges.
struct KeptBytes {
  bool left = false;       ///< nothing kept (sensitive without a keychain, or switched off); `why` says so
  QByteArray why;
  bool ranges = false;     ///< `bytes` belongs to the splices in `splices`, not to the whole
  QByteArray bytes;
  bool operator==(const KeptBytes &) const = default;
};

/// One write, as it was meant and as it ended. Times in ms since the epoch, this machine's clock.
struct Record {
  qint64 id = 0;
  qint64 at = 0, endedAt = 0;
  QString who;             ///< system user@host, and the Redis user when there is one
  QString profile;         ///< the profile's name
  QString profileId;
  Environment environment = Environment::Local;
  QueueId queue;
  QByteArray jobId;        ///< empty for operations on a queue
  QByteArray jobTimestamp; ///< which job of that id
  QByteArray operation;    ///< spec id
  QByteArray arguments;    ///< JSON of the operation's arguments, without payload bytes
  QString reason;
  Outcome outcome = Outcome::Intent;
  QByteArray errorKind, errorCode;
  std::optional<KeptBytes> before, after;
  qint64 revertOf = 0;     ///< the record that this one reverts, 0 = none
  bool operator==(const Record &) const = default;
};

/// Unsaved text with the version that it was based on.
struct Draft {
  QString profileId;
  QueueId queue;
  QByteArray jobId;
  QByteArray baseData;     ///< as loaded from Redis
  bool basePresent = true;
  QByteArray baseTimestamp;
  QByteArray text;         ///< editor bytes with elisions expanded
  qint64 savedAt = 0;
  bool operator==(const Draft &) const = default;
};

struct RecordQuery {
  QString profileId;       ///< empty = all
  std::optional<QueueId> queue;
  QByteArray jobId;        ///< empty = all of the queue
  int limit = 200;
  qint64 beforeId = 0;     ///< paging: only ids below it, 0 = newest
};

} // namespace oxp::audit
