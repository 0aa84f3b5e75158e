// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/storefield.h"

#include "bullio/reader.h"
#include "operations/compareandset.h"

#include <QDateTime>

namespace oxp {
namespace {

/// What is known without asking: the data as they were sent, all else as it was.
JobSnapshot asSent(const PlanContext &context) {
  JobSnapshot sent = *context.request.baseline;
  sent.data = context.request.newData;
  sent.present = true;
  sent.sha1 = context.newSha1;
  sent.state = context.job.row.state;
  sent.locked = context.job.locked;
  sent.fetchedAt = QDateTime::currentMSecsSinceEpoch();
  return sent;
}

Result<JobSnapshot> now(const PlanContext &context) {
  const OperationRequest &request = context.request;
  return reader::snapshot(context.session, request.queue, request.jobId, context.stop, {},
                          fieldStoredBy(request.operation));
}

/// The job as it lies in Redis after the write. A large payload is not fetched again: its length has to do.
JobSnapshot readBack(PlanContext &context) {
  JobSnapshot sent = asSent(context);
  if (sent.data.size() <= ScriptDataLimit || !isDataEdit(context.request.operation))
    return now(context).value_or(std::move(sent));
  const auto pulse =
      reader::pulse(context.session, context.request.queue, context.request.jobId, context.stop);
  if (!pulse || !pulse->exists)
    return sent;
  if (pulse->dataSize != sent.data.size() || pulse->timestamp != sent.timestamp)
    return now(context).value_or(std::move(sent));
  sent.state = pulse->state;
  sent.locked = pulse->locked;
  return sent;
}

Error conflict(PlanContext &context) {
  const auto theirs = now(context);
  if (!theirs)
    return theirs.error();
  context.theirs = *theirs;
  return {ErrorKind::Conflict, "changed", QStringLiteral("somebody else changed it")};
}

Error errorFor(PlanContext &context, Swap::Result result) {
  switch (result) {
  case Swap::Changed:
    return conflict(context);
  case Swap::OtherJob:
    return {ErrorKind::NotFound, "other-job", QStringLiteral("another job bears this id now")};
  case Swap::KeepsMoving:
    return {ErrorKind::WrongState, "keeps-moving",
            QStringLiteral("other fields of the job changed at every try")};
  default:
    return {ErrorKind::NotFound, "gone", QStringLiteral("the job is gone")};
  }
}

} // namespace

Result<OperationReport> storeField(PlanContext &context, EditNote noteFor) {
  const auto swap = compareAndSet(context);
  if (!swap)
    return fail(swap.error());
  if (swap->result != Swap::Written)
    return refused(context, errorFor(context, swap->result));
  OperationReport report;
  report.after = readBack(context);
  report.state = report.after->state;
  report.announced = swap->announced;
  report.note = noteFor(context, *report.after);
  report.count = 1;
  return report;
}

Result<audit::Outcome> settleEdit(ReadSession &session, const SettleFacts &facts, std::stop_token stop) {
  const auto now =
      reader::snapshot(session, facts.queue, facts.jobId, stop, {}, fieldStoredBy(facts.operation));
  if (!now && now.error().kind != ErrorKind::NotFound)
    return fail(now.error());
  if (!now || now->timestamp != facts.jobTimestamp || facts.afterSha1.isEmpty())
    return audit::Outcome::Unknown;
  if (now->present && now->sha1 == facts.afterSha1)
    return audit::Outcome::Done;
  const bool untouched =
      now->present == facts.beforePresent && (!now->present || now->sha1 == facts.beforeSha1);
  return untouched ? audit::Outcome::Failed : audit::Outcome::Unknown;
}

} // namespace oxp
