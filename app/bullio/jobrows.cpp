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

/// Takes the replies to appendRead(); `at` moves on.
JobRow takeRow(const std::vector<Reply> &replies, size_t &at, const ListedJob &job, JobFields fields) {
  const bool exists = replies::integer(replies[at++]) > 0;
  const Reply &values = replies[at++];
  JobRow row = jobcodec::row(job.id, job.state, fields, replies::list(values));
  row.missing = !exists || values.isError();
  if (hasField(fields, JobField::Size)) {
    const Reply &size = replies[at++];
    row.size = row.missing ? -1 : replies::integer(size);
  }
  QByteArray score = job.score;
  if (needsScore(job, fields))
    score = replies::bytes(replies[at++]);
  if (job.state == JobState::Delayed && hasField(fields, JobField::Due))
    row.due = fieldtext::dueFromScore(score);
  if (job.state == JobState::Active) {
    const bool locked = replies::integer(replies[at++]) > 0, finished = replies::integer(replies[at++]) > 0;
    row.unheld = !row.missing && !locked && !finished;
  }
  return row;
}

} // namespace

Result<std::vector<JobRow>> readRows(ReadSession &session, const QueueId &queue,
                                     std::span<const ListedJob> jobs, JobFields fields,
                                     std::stop_token stop) {
  std::vector<JobRow> rows;
  if (jobs.empty())
    return rows;
  const std::vector<QByteArray> names = jobcodec::hashFields(fields);
  std::vector<Command> commands;
  for (const ListedJob &job : jobs)
    appendRead(commands, queue, job, fields, names);
  const auto replies = session.pipeline(commands, stop);
  if (!replies)
    return fail(replies.error());
  if (const auto refused = replies::refusal(*replies))
    return fail(*refused);
  rows.reserve(jobs.size());
  size_t at = 0;
  for (const ListedJob &job : jobs)
    rows.push_back(takeRow(*replies, at, job, fields));
  return rows;
}

} // namespace oxp
