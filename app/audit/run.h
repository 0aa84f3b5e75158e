// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "bull/jobstate.h"

#include <array>
#include <numeric>
#include <optional>

/// An operation on many jobs as the store keeps it: what was chosen, and what became of each job.
namespace oxp::audit {

enum class RunState {
  Frozen,    ///< chosen and looked at; nobody has agreed to it yet
  Running,   ///< or cut off while it was, when nobody runs it
  Paused,    ///< by a person
  Ended,     ///< every job has its end
  Cancelled, ///< by a person; the jobs that were left are Waiting for ever
};

enum class ItemState {
  Waiting,
  UnderWay, ///< its intent is durable, its end not known yet
  Done,
  Skipped,  ///< the job is gone, another one by now, or elsewhere: nothing was changed
  Conflict, ///< somebody else changed it first: nothing was changed
  Failed,   ///< refused: nothing was changed
  Unknown,  ///< whether it was done could not be found out
};
inline constexpr int ItemStates = 7;

/// How many jobs of a run are in each state.
struct RunCounts {
  std::array<qint64, ItemStates> jobs{};

  qint64 &operator[](ItemState state) { return jobs[size_t(state)]; }
  qint64 operator[](ItemState state) const { return jobs[size_t(state)]; }
  qint64 total() const { return std::accumulate(jobs.begin(), jobs.end(), qint64(0)); }
  /// Of which nothing is open any more.
  qint64 ended() const { return total() - (*this)[ItemState::Waiting] - (*this)[ItemState::UnderWay]; }
  bool operator==(const RunCounts &) const = default;
};

/// A run. What was done, to which queue and by whom stands in its record, which begins with the run.
struct Run {
  qint64 id = 0;
  RunState state = RunState::Frozen;
  qint64 createdAt = 0, endedAt = 0; ///< ms since the epoch, this machine's clock
  qint64 begunAt = 0;                ///< when it was agreed to; 0 = not begun, or its record is gone
  QString profileId;
  QueueId queue;
  QByteArray operation; ///< spec id
  QByteArray arguments; ///< JSON, as in a record
  QString reason;
  qint64 record = 0; ///< the run's own; 0 = not begun
  RunCounts counts;
  bool operator==(const Run &) const = default;
};

/// One job of a run.
struct RunItem {
  qint64 seq = 0; ///< jobs are done in ascending order of it; any number, each once
  QByteArray jobId, timestamp;
  JobState from = JobState::Unknown; ///< where it was when it was chosen
  ItemState state = ItemState::Waiting;
  QByteArray errorKind, errorCode; ///< why it was not done
  qint64 record = 0, at = 0;
  bool settled = false; ///< it was cut off under way, and what had become of it was found out afterwards
  bool again = false;   ///< of those: it had not been done, and its turn came again
  /// The record of the edit that was made of it, where something else follows the edit; `record` is then that
  /// one's. 0 = none.
  qint64 edited = 0;
  bool operator==(const RunItem &) const = default;
};

/// Which jobs of a run are meant; all that is set has to fit.
struct ItemFilter {
  std::optional<ItemState> state = std::nullopt;
  bool settled = false;   ///< only those
  bool written = false;   ///< only those that were done, or edited where not all was
  QByteArray idPart = {}; ///< bytes that the id holds
  bool operator==(const ItemFilter &) const = default;
};

/// What was found out of the jobs that were under way when a run was cut off.
struct RunSettling {
  qint64 kept = 0;  ///< had been done
  qint64 again = 0; ///< had not: their turn came again
  qint64 at = 0;    ///< when, ms since the epoch; 0 = none had been done
  qint64 jobs() const { return kept + again; }
  bool operator==(const RunSettling &) const = default;
};

/// A job that is about to be written.
struct ItemBegin {
  qint64 seq = 0;
  Record intent;
};
/// How one ended. Without a record (0) it was left alone before anything was meant for it.
struct ItemEnd {
  qint64 seq = 0, record = 0;
  ItemState state = ItemState::Done;
  std::optional<Error> error = std::nullopt;
  bool settled = false;
  /// The edit was made, by this record, and what follows it waits for its turn: `state` is Waiting.
  bool edited = false;
};
/// What is written down of a run at once: how some of its jobs ended, and which are begun.
struct RunStep {
  std::vector<ItemEnd> ends = {};
  std::vector<ItemBegin> begins = {};
  bool isEmpty() const { return ends.empty() && begins.empty(); }
};

} // namespace oxp::audit
