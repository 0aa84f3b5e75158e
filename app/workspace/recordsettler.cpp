// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/recordsettler.h"

#include "audit/auditstore.h"
#include "bullio/discovery.h"
#include "bullio/reader.h"

namespace oxp {
namespace {

bool holds(const std::optional<audit::KeptBytes> &kept, const QByteArray &bytes) {
  return kept && !kept->left && !kept->ranges && kept->bytes == bytes;
}

/// Done when the job holds what was to be written, Failed when it still holds what was there before.
audit::Outcome judge(const audit::Record &record, const JobSnapshot &now) {
  if (record.operation != "job.updateData" || now.timestamp != record.jobTimestamp)
    return audit::Outcome::Unknown;
  if (holds(record.after, now.data))
    return audit::Outcome::Done;
  return holds(record.before, now.data) ? audit::Outcome::Failed : audit::Outcome::Unknown;
}

Result<audit::Outcome> lookAt(ReadSession &session, const audit::Record &record, std::stop_token stop) {
  if (record.jobId.isEmpty())
    return audit::Outcome::Unknown;
  const Result<QueueInfo> queue = Discovery::inspect(session, record.queue, stop);
  if (!queue)
    return fail(queue.error());
  const Result<JobSnapshot> now = reader::snapshot(session, *queue, record.jobId, stop);
  if (now)
    return judge(record, *now);
  if (now.error().kind == ErrorKind::NotFound)
    return audit::Outcome::Unknown;
  return fail(now.error());
}

} // namespace

std::function<Result<SettledCount>(ReadSession &, std::stop_token)>
settleWork(AuditStore *store, QString profileId, qint64 startedAt) {
  return [store, profileId = std::move(profileId), startedAt](ReadSession &session,
                                                              std::stop_token stop) -> Result<SettledCount> {
    const Result<std::vector<audit::Record>> records = store->unsettled(profileId);
    if (!records)
      return fail(records.error());
    SettledCount count;
    for (const audit::Record &record : *records) {
      if (record.at >= startedAt)
        continue; // of this run: the runner looks after it
      const Result<audit::Outcome> outcome = lookAt(session, record, stop);
      if (!outcome && (outcome.error().kind == ErrorKind::Cancelled || !session.isOpen()))
        return fail(outcome.error());
      const audit::Outcome end = outcome.value_or(audit::Outcome::Unknown);
      ++(end == audit::Outcome::Unknown ? count.unknown : count.settled);
      if (end != record.outcome)
        if (const Result<void> kept = store->finish(record.id, end, nullptr); !kept)
          return fail(kept.error());
    }
    return count;
  };
}

} // namespace oxp
