// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/fieldsample.h"

#include "bullio/jobscan.h"

namespace oxp {

namespace {

constexpr qint64 JobsAState = 30;
constexpr qint64 LargestPayload = 65'536;

/// Which of the newest jobs have payloads that are quickly read.
Result<std::vector<QByteArray>> smallJobs(ReadSession &session, const QueueInfo &queue, JobState state,
                                          const std::stop_token &stop) {
  ScanRequest request;
  request.queue = queue.id;
  request.state = state;
  request.size = true;
  request.limit = JobsAState;
  std::vector<QByteArray> ids;
  const auto visit = [&](const ScannedJob &job) {
    if (job.size > 0 && job.size <= LargestPayload)
      ids.push_back(job.id);
    return true;
  };
  const auto report = JobScan(session, request, stop).run(visit);
  return report ? Result<std::vector<QByteArray>>(std::move(ids)) : fail(report.error());
}

} // namespace

Result<search::FieldPaths> sampleFieldPaths(ReadSession &session, const QueueInfo &queue,
                                            std::stop_token stop) {
  search::FieldPaths paths;
  for (const JobState state : ShownStates) {
    const auto ids = smallJobs(session, queue, state, stop);
    if (!ids)
      return fail(ids.error());
    std::vector<Command> commands;
    for (const QByteArray &id : *ids)
      commands.push_back(Command::of("HMGET", queue.id.key(id), "data", "opts", "returnvalue"));
    if (commands.empty())
      continue;
    const auto replies = session.pipeline(commands, stop);
    if (!replies)
      return fail(replies.error());
    for (const Reply &reply : *replies) {
      const auto values = reply.asBytesList();
      if (!values || values->size() != 3)
        continue;
      paths.learn(search::Field::Data, (*values)[0]);
      paths.learn(search::Field::Opts, (*values)[1]);
      paths.learn(search::Field::Result, (*values)[2]);
    }
  }
  return paths;
}

} // namespace oxp
