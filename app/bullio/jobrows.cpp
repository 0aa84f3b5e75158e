// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/jobrows.h"

#include "bull/fieldtext.h"
#include "bull/jobcodec.h"
#include "bullio/replies.h"

namespace oxp {

namespace {

bool needsScore(const ListedJob &job, JobFields fields) {
  return job.state == JobState::Delayed && job.score.isEmpty() && hasField(fields, JobField::Due);
}

void appendRead(std::vector<Command> &commands, const QueueId &queue, const ListedJob &job, JobFields fields,
                const std::vector<QByteArray> &names) {
  const QByteArray key = queue.key(job.id);
  commands.push_back(Command::of("EXISTS", key));
  Command fetch = Command::of("HMGET", key);
  for (const QByteArray &name : names)
    fetch.add(name);
  commands.push_back(std::move(fetch));
  if (hasField(fields, JobField::Size))
    commands.push_back(Command::of("HSTRLEN", key, "data"));
  if (needsScore(job, fields))
    commands.push_back(Command::of("ZSCORE", queue.key(stateKey(JobState::Delayed)), job.id));
  if (job.state == JobState::Active) {
    // In this order: the lock of a job that has ended meanwhile is gone too.
    commands.push_back(Command::of("EXISTS", key + ":lock"));
    commands.push_back(Command::of("HEXISTS", key, "finishedOn"));
  }
}

/// Takes the replies to appendRead(); `at` moves on. What was refused is not known: no job is called gone, or
/// without a worker, for that.
JobRow takeRow(const std::vector<Reply> &replies, size_t &at, const ListedJob &job, JobFields fields) {
  const Reply &exists = replies[at++];
  const Reply &values = replies[at++];
  JobRow row = jobcodec::row(job.id, job.state, fields, replies::list(values));
  row.missing = (!exists.isError() && replies::integer(exists) == 0) || replies::isWrongType(values);
  if (hasField(fields, JobField::Size)) {
    const Reply &size = replies[at++];
    row.size = row.missing || size.isError() ? -1 : replies::integer(size);
  }
  QByteArray score = job.score;
  if (needsScore(job, fields))
    score = replies::bytes(replies[at++]);
  if (job.state == JobState::Delayed && hasField(fields, JobField::Due))
    row.due = fieldtext::dueFromScore(score);
  if (job.state == JobState::Active) {
    const Reply &lock = replies[at++];
    const Reply &finished = replies[at++];
    const bool known = !lock.isError() && !finished.isError();
    row.unheld = known && !row.missing && replies::integer(lock) == 0 && replies::integer(finished) == 0;
  }
  return row;
}

} // namespace

Result<JobRows> readRows(ReadSession &session, const QueueId &queue, std::span<const ListedJob> jobs,
                         JobFields fields, std::stop_token stop) {
  JobRows read;
  if (jobs.empty())
    return read;
  const std::vector<QByteArray> names = jobcodec::hashFields(fields);
  std::vector<Command> commands;
  for (const ListedJob &job : jobs)
    appendRead(commands, queue, job, fields, names);
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  replies::Refusals refused = replies::refusals(*replies);
  if (refused.other)
    return fail(*refused.other);
  read.refused = std::move(refused.commands);
  read.rows.reserve(jobs.size());
  size_t at = 0;
  for (const ListedJob &job : jobs)
    read.rows.push_back(takeRow(*replies, at, job, fields));
  return read;
}

} // namespace oxp
