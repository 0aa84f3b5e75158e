// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "integration/operations/operationsfixture.h"
#include "operations/objecttext.h"

namespace oxp::test {

/// Job `1` as a library leaves it, made by hand, as the only thing in Redis.
struct Planted {
  QByteArray state; ///< `failed`, `delayed`, `wait`, `active`, or `both lists`: of a paused queue
  QByteArray data = "{\"n\":1}";
  QByteArray opts = "{}";
  std::vector<QByteArray> fields = {}; ///< more of the hash
};

inline constexpr char PlantedTimestamp[] = "17";

inline void pause(OperationsFixture &fixture, const QueueInfo &queue) {
  if (queue.family == Family::Bull4)
    fixture.redis({"SET", queue.id.key("meta-paused"), "1"});
  else
    fixture.redis({"HSET", queue.id.key("meta"), "paused", "1"});
}

inline void plant(OperationsFixture &fixture, const QueueInfo &queue, const Planted &job) {
  const QByteArray key = queue.id.key("1");
  const bool bull4 = queue.family == Family::Bull4;
  fixture.redis({"FLUSHALL"});
  std::vector<QByteArray> hash{"HSET",
                               key,
                               "name",
                               "n",
                               "data",
                               job.data,
                               "timestamp",
                               PlantedTimestamp,
                               "opts",
                               job.opts,
                               bull4 ? "attemptsMade" : "atm",
                               "1"};
  if (job.state == "failed")
    hash.insert(hash.end(), {"finishedOn", "99", "processedOn", "98", "failedReason", "no"});
  hash.insert(hash.end(), job.fields.begin(), job.fields.end());
  fixture.redis(hash);
  if (!bull4)
    fixture.redis({"XADD", queue.id.key("events"), "*", "event", "added", "jobId", "1"});
  if (job.state == "failed" || job.state == "delayed")
    fixture.redis({"ZADD", queue.id.key(job.state), "99", "1"});
  else
    fixture.redis({"LPUSH", queue.id.key(job.state == "both lists" ? "paused" : job.state), "1"});
  if (job.state != "both lists")
    return;
  pause(fixture, queue);
  fixture.redis({"LPUSH", queue.id.key("wait"), "2"});
}

/// The job's options with another number of attempts.
inline OperationRequest optionsWish(OperationsFixture &fixture, const QueueInfo &queue) {
  const JobSnapshot now = fixture.snapshot(queue, "1", "opts");
  ObjectText opts(now.data);
  opts.set("attempts", "5");
  return editRequest(queue, now, opts.bytes(), "job.editOptions");
}

/// What somebody wishes who sees the job, or its queue, as it is.
inline OperationRequest wishFor(OperationsFixture &fixture, const QueueInfo &queue, const char *id) {
  const bool ofJob = QByteArray(id).startsWith("job.");
  OperationRequest request = operation(id, queue, ofJob ? "1" : "");
  const JobSnapshot now = fixture.snapshot(queue, "1");
  if (QByteArray(id) == "job.updateData")
    request = editRequest(queue, now, QByteArray(now.data).replace("\"n\":1", "\"n\":2"));
  if (QByteArray(id) == "job.editOptions")
    request = optionsWish(fixture, queue);
  request.jobTimestamp = ofJob ? std::optional(now.timestamp) : std::nullopt;
  request.expectedState = ofJob ? now.state : JobState::Unknown;
  agree(request);
  return request;
}

} // namespace oxp::test
