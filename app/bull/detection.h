// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/queue.h"

namespace oxp {

/// What a queue's keys show of who wrote them (bullmq-protocol 1.1, 1.4, 1.9).
struct QueueEvidence {
  QueueId id;
  // fields of `meta`
  QByteArray version;          ///< as stored, such as `bullmq:5.81.5`
  bool maxLenEvents = false;   ///< `opts.maxLenEvents`
  bool otherMetaField = false; ///< paused, concurrency or max
  // keys of the right type
  bool idCounter = false, events = false, marker = false, priority = false, metaPaused = false;
  bool jobs = false;     ///< any of the states' lists and sets, or `repeat`
  bool idMarker = false; ///< an id `0:…` at the end of a list
  // fields of sampled jobs
  bool attemptsMade = false;
  bool atm = false; ///< or ats
};

/// True when these are a queue's keys, and not another program's keys with the same endings.
/// `idAlone`: a counter with nothing else is enough, as under a prefix that was asked for.
bool looksLikeQueue(const QueueEvidence &evidence, bool idAlone);

/// True for what BullMQ leaves behind inside another queue (4.10): meta and events, and nothing that a job
/// left.
bool mayBeResidue(const QueueEvidence &evidence);

/// Family, version, and why nothing may be written. Any evidence gets an answer.
QueueInfo detectFamily(const QueueEvidence &evidence);

} // namespace oxp
