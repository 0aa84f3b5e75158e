// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/refusal.h"
#include "base/result.h"
#include "bull/job.h"
#include "redis/session.h"

#include <functional>
#include <stop_token>

/// Plain read commands over one session. Lane thread only; nothing here writes (no scripts of the libraries:
/// their getCounts, getRanges and getRateLimitTtl write).
namespace oxp::reader {

/// A page of a state's ids and light fields. `offset` counts from the head of the state's own order
/// (next to run first; newest first for completed and failed); `reversed` turns it round.
struct PageRequest {
  QueueInfo queue;
  JobState state = JobState::Waiting;
  qint64 offset = 0;
  int count = 50;
  bool reversed = false;
  JobFields fields = 0;
  QByteArray known = {}; ///< mark of the page as it was read last
};
/// What a page's ids and scores tell of it, in two or three commands: a page whose mark is the one that was
/// known comes back without rows. Running jobs change without a change of place: with them there is no mark.
struct PageMark {
  QByteArray mark;
  bool unchanged = false;
  RefusedCommands refused = {}; ///< kept back: what they bring is missing. Of an unchanged page, not all
  bool operator==(const PageMark &) const = default;
};
struct Page : PageMark {
  qint64 total = 0; ///< jobs in the state when the page was read
  qint64 offset = 0;
  std::vector<JobRow> rows;
  bool operator==(const Page &) const = default;
};
struct Latest : PageMark {
  std::vector<JobRow> rows;
  bool operator==(const Latest &) const = default;
};

Result<Page> page(ReadSession &session, const PageRequest &request, std::stop_token stop);
/// The newest 50 jobs of each state, merged by their last time stamp, at most 200.
Result<Latest> latest(ReadSession &session, const QueueInfo &queue, JobFields fields, std::stop_token stop,
                      const QByteArray &known = {});
/// Rows for given ids (any state), in their order; ids without a hash come back missing. Where `state` is
/// Unknown each job's own is looked up.
Result<std::vector<JobRow>> rows(ReadSession &session, const QueueInfo &queue, JobState state,
                                 const std::vector<QByteArray> &ids, JobFields fields, std::stop_token stop);
/// Counts of several queues in one pipeline.
Result<std::vector<QueueCounts>> counts(ReadSession &session, const std::vector<QueueInfo> &queues,
                                        std::stop_token stop);
/// A job that waits.
struct WaitingJob {
  QByteArray mark;  ///< of the job as it stands there: another one once it was taken or added again
  qint64 since = 0; ///< when it began to wait, ms since the epoch; 0 = its fields do not tell
  bool operator==(const WaitingJob &) const = default;
};
/// How much waits in a queue, and for how long. For alerts.
struct Backlog {
  bool known = false; ///< false: the server did not want to tell of this queue
  qint64 waiting = 0; ///< with the prioritized ones
  qint64 failed = 0;
  /// One of them has waited longest, as far as backlogs() looks; empty = none waits.
  std::vector<WaitingJob> oldest;
  bool operator==(const Backlog &) const = default;
};
/// The backlogs of several queues: two pipelines for all of them, a third where there are several priorities,
/// and a fourth for Bull 4 where each job has one. Looked at are, whatever the length of a queue:
/// - Both ends of `wait` and of `paused`, in all versions: the oldest of jobs added in order is next, that of
///   jobs put in front (LIFO) is at the other end.
/// - BullMQ 4 to 6: the first of `prioritized`, and the first of its last priority, behind all others. In all
///   three a score is priority * 2^32 + a counter.
/// - Bull 4, where they stand in the list itself, before those without: the first without a priority; where
///   each job has one, the first of the last priority. BullMQ 1 to 3: the ends only.
/// Missed are a job in the middle of a list that is filled at both ends, one behind another that was put in
/// front of its priority, and those of a priority that is neither the first nor the last.
Result<std::vector<Backlog>> backlogs(ReadSession &session, const std::vector<QueueInfo> &queues,
                                      std::stop_token stop);
Result<JobDetail> detail(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                         std::stop_token stop);
/// A field, the payload where nothing else is said, with what identifies the version that was read. Size is
/// asked first by detail(). `options` tells how far a large one has come. NotFound when the job is gone.
Result<JobSnapshot> snapshot(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                             std::stop_token stop, const CallOptions &options = {},
                             const QByteArray &field = "data");
/// What an open job is polled with: whether its data may have changed, without fetching a large payload.
struct Pulse {
  bool exists = false;
  JobState state = JobState::Unknown;
  bool locked = false;
  QByteArray timestamp;
  bool present = false; ///< the field `data` exists
  qint64 dataSize = 0;  ///< bytes
  QByteArray sha1;      ///< 20 raw bytes, up to 64 KB of data; else empty
  bool operator==(const Pulse &) const = default;
};
Result<Pulse> pulse(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                    std::stop_token stop);
/// What tells in one or two commands that a pulse has moved, to be asked far more often than it: a hash over
/// the job's own fields and the number of its log lines. `dataSize` is that of the last pulse: data over 64
/// KB count by their size. Whether the job changed lists without a change of its own is left to pulse().
Result<QByteArray> mark(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                        qint64 dataSize, bool withLogs, std::stop_token stop);
/// Where the job is; NotFound when it is gone.
Result<JobState> state(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                       std::stop_token stop);
/// Which of these queues have a job of exactly this id: a pipeline of one HEXISTS a queue, some hundred at a
/// time. A key of another kind is no job.
Result<std::vector<QueueId>> holders(ReadSession &session, const std::vector<QueueInfo> &queues,
                                     const QByteArray &jobId, std::stop_token stop);
/// Any one field's bytes, such as a large returnvalue.
Result<QByteArray> field(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                         const QByteArray &field, std::stop_token stop);
struct LogPage {
  qint64 total = 0;
  qint64 offset = 0;
  std::vector<QByteArray> rows;
  bool operator==(const LogPage &) const = default;
};
Result<LogPage> logs(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId, qint64 offset,
                     int count, std::stop_token stop);
/// Parent chain (root first) with the job's siblings left out and its children down two levels, 200 a node.
Result<FlowNode> flow(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                      const std::vector<QueueInfo> &knownQueues, std::stop_token stop);
Result<std::vector<Scheduler>> schedulers(ReadSession &session, const QueueInfo &queue, std::stop_token stop);
struct Workers {
  bool known = false;
  std::vector<QByteArray> names;
  int count = 0;
  bool operator==(const Workers &) const = default;
};
/// Workers by CLIENT LIST names (bullmq-protocol: `prefix:base64(queue)`); known = false where CLIENT is
/// refused.
Result<std::vector<Workers>> workers(ReadSession &session, const std::vector<QueueInfo> &queues,
                                     std::stop_token stop);

} // namespace oxp::reader
