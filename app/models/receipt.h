// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bull/job.h"

#include <QString>

namespace oxp {

/// Where the job or the queue of a receipt is, as far as it is known.
struct Whereabouts {
  enum class Kind {
    Looking,     ///< nobody has looked yet
    InState,     ///< the job is in `state`
    Removed,     ///< by this operation
    Gone,        ///< the job is not there any more; `state` Completed: it was told that it completed
    OtherJob,    ///< its id is another job's by now
    QueuePaused, ///< of a queue
    QueueRuns,
    NotKnown,   ///< it cannot be looked at: the connection is lost
    NotSettled, ///< whether the write arrived is being found out
    NotArrived, ///< it did not, nothing was changed
    NeverKnown, ///< whether it arrived could not be found out
  };
  Kind kind = Kind::Looking;
  JobState state = JobState::Unknown;
  qint64 since = 0; ///< ms by the server's clock: taken by a worker, finished, or due (delayed)
  qint64 ranMs = -1;
  QString reason; ///< why it failed, one line

  bool operator==(const Whereabouts &) const = default;
};

/// What became of one operation of the person: a value.
struct Receipt {
  QByteArray operation; ///< the spec's id
  bool isRevert = false;
  QString profile; ///< its id
  QueueInfo queue;
  QByteArray jobId;     ///< empty: the operation was on the queue
  QByteArray timestamp; ///< the job's, which tells it from a later one of the same id; empty = not known
  QString jobName;      ///< empty until it is known
  qint64 record = 0;
  qint64 at = 0; ///< ms, this machine's clock
  bool revertible = false;
  QByteArray note; ///< OperationReport::note
  Whereabouts where;

  bool isOfJob() const { return !jobId.isEmpty(); }
  /// The write was carried out, as far as is known.
  bool isDone() const {
    return where.kind != Whereabouts::Kind::NotSettled && where.kind != Whereabouts::Kind::NotArrived &&
           where.kind != Whereabouts::Kind::NeverKnown;
  }
  /// There is something to go to.
  bool isThere() const {
    return where.kind != Whereabouts::Kind::Removed && where.kind != Whereabouts::Kind::Gone &&
           where.kind != Whereabouts::Kind::OtherJob;
  }
  /// Nothing more is to be found out.
  bool isFinal() const;
  /// Whether a newer receipt takes this one's place: the same action on the same job, or on a queue's run.
  bool isReplacedBy(const Receipt &newer) const;
};

} // namespace oxp
