// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/bulkslice.h"

#include <cmath>

namespace oxp {
namespace {

/// Fields of the hash, in the order of HMGET.
enum Field { Timestamp, Name, Opts, Priority, FinishedOn, ParentKey, AttemptsMade, Fields };
constexpr const char *FieldNames[Fields] = {"timestamp",  "name",      "opts",        "priority",
                                            "finishedOn", "parentKey", "attemptsMade"};

Command fieldsOf(const QByteArray &key) {
  Command command = Command::of("HMGET", key);
  for (const char *field : FieldNames)
    command.add(field);
  return command;
}

/// The score of a delayed job is its due time times 4096 and a counter (Bull 4, BullMQ 4 to 6).
qint64 dueOf(const QByteArray &score) {
  return static_cast<qint64>(std::floor(score.toDouble() / 4096));
}

Result<void> take(SliceJob &slice, const Reply &fields, const Reply &lock, const Reply &score) {
  if (fields.isError() && fields.error()->code == "WRONGTYPE") {
    slice.refusal =
        fields.error(); // somebody's key of another kind: the other jobs have nothing to do with it
    return {};
  }
  for (const Reply *reply : {&fields, &lock, &score}) {
    if (reply->isError())
      return fail(*reply->error());
  }
  const auto values = fields.asBytesList();
  if (!values || values->size() != Fields)
    return fail(ErrorKind::Protocol, QStringLiteral("HMGET answered something else"));
  JobDetail &job = slice.job;
  job.exists = !(*values)[Timestamp].isNull() || !(*values)[Name].isNull();
  job.timestamp = (*values)[Timestamp].isNull() ? QByteArrayLiteral("") : (*values)[Timestamp];
  job.opts = (*values)[Opts];
  job.parentKey = (*values)[ParentKey];
  job.locked = lock.integer > 0;
  job.row.id = slice.item.jobId;
  job.row.name = (*values)[Name];
  job.row.state = slice.item.from;
  job.row.priority = (*values)[Priority].toLongLong();
  job.row.finished = (*values)[FinishedOn].toLongLong();
  job.row.due = slice.item.from == JobState::Delayed ? dueOf(score.bytes) : 0;
  return {};
}

} // namespace

std::vector<SliceJob> sliceOf(const OperationRequest &wish, std::vector<audit::RunItem> items) {
  std::vector<SliceJob> jobs;
  jobs.reserve(items.size());
  for (audit::RunItem &item : items) {
    SliceJob job;
    job.request = wish;
    job.request.jobId = item.jobId;
    job.request.jobTimestamp = item.timestamp;
    job.request.expectedState = item.from;
    job.item = std::move(item);
    jobs.push_back(std::move(job));
  }
  return jobs;
}

audit::ItemState endFor(const Error &error) {
  switch (error.kind) {
  case ErrorKind::NotFound:
  case ErrorKind::WrongState:
    return audit::ItemState::Skipped;
  case ErrorKind::Conflict:
    return audit::ItemState::Conflict;
  default:
    return audit::ItemState::Failed;
  }
}

Result<void> lookAt(ReadSession &session, std::vector<SliceJob> &jobs, std::stop_token stop) {
  std::vector<Command> commands;
  for (const SliceJob &slice : jobs) {
    const QueueId &queue = slice.request.queue.id;
    const QByteArray key = queue.key(slice.item.jobId);
    commands.push_back(fieldsOf(key));
    commands.push_back(Command::of("EXISTS", key + ":lock"));
    commands.push_back(Command::of("ZSCORE", queue.key("delayed"), slice.item.jobId));
  }
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  for (size_t i = 0; i < jobs.size(); ++i) {
    if (auto taken = take(jobs[i], (*replies)[3 * i], (*replies)[3 * i + 1], (*replies)[3 * i + 2]); !taken)
      return taken;
  }
  return {};
}

void refuseOthers(std::vector<SliceJob> &jobs) {
  for (SliceJob &slice : jobs) {
    if (slice.refusal)
      continue;
    if (!slice.job.exists)
      slice.refusal = Error{ErrorKind::NotFound, "gone", QStringLiteral("the job is gone")};
    else if (slice.job.timestamp != slice.item.timestamp)
      slice.refusal =
          Error{ErrorKind::NotFound, "other-job", QStringLiteral("another job bears this id now")};
  }
}

} // namespace oxp
