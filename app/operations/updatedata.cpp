// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"
#include "operations/compareandset.h"
#include "operations/specs.h"

#include "json/pointer.h"

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

/// The job as it lies in Redis after the write. A large payload is not fetched again: its length has to do.
JobSnapshot readBack(PlanContext &context) {
  JobSnapshot sent = asSent(context);
  if (sent.data.size() <= ScriptDataLimit)
    return reader::snapshot(context.session, context.request.queue, context.request.jobId, context.stop)
        .value_or(std::move(sent));
  const auto pulse =
      reader::pulse(context.session, context.request.queue, context.request.jobId, context.stop);
  if (!pulse || !pulse->exists)
    return sent;
  if (pulse->dataSize != sent.data.size() || pulse->timestamp != sent.timestamp)
    return reader::snapshot(context.session, context.request.queue, context.request.jobId, context.stop)
        .value_or(std::move(sent));
  sent.state = pulse->state;
  sent.locked = pulse->locked;
  return sent;
}

bool overSizeLimit(const QByteArray &opts, qsizetype size) {
  const json::Scan scan = json::scan(opts);
  if (!scan.valid())
    return false;
  const quint32 limit = json::find(opts, scan, json::Pointer::fromString("/sizeLimit"));
  return limit != json::NoToken && scan.tokens[limit].kind == json::TokenKind::Number &&
         static_cast<double>(size) > json::tokenText(opts, scan.tokens[limit]).toByteArray().toDouble();
}

/// The most important thing to tell of an edit that went through.
QByteArray noteFor(const PlanContext &context, const JobSnapshot &after) {
  if (after.data != context.request.newData)
    return "changed-again";
  if (context.job.schedulerPending) {
    const Family family = context.request.queue.family;
    if (!context.job.schedulerHasTemplate && isUnsure(family))
      return "may-become-template";
    return family == Family::BullMq5 && !context.job.schedulerHasTemplate ? "becomes-template"
                                                                          : "this-run-only";
  }
  if (after.state == JobState::Completed)
    return "no-worker-will-read";
  if (after.state == JobState::Active && after.locked)
    return "worker-has-old-data";
  if (overSizeLimit(context.job.opts, after.data.size()))
    return "over-size-limit";
  return {};
}

Error conflict(PlanContext &context) {
  const auto theirs =
      reader::snapshot(context.session, context.request.queue, context.request.jobId, context.stop);
  if (!theirs)
    return theirs.error();
  context.theirs = *theirs;
  return {ErrorKind::Conflict, "changed", QStringLiteral("somebody else changed the data")};
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

Result<OperationReport> plan(PlanContext &context) {
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

} // namespace

Result<audit::Outcome> settleUpdateData(ReadSession &session, const SettleFacts &facts,
                                        std::stop_token stop) {
  const auto now = reader::snapshot(session, facts.queue, facts.jobId, stop);
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

OperationSpec updateDataSpec() {
  OperationSpec spec;
  spec.id = "job.updateData";
  spec.title = QT_TRANSLATE_NOOP("Operations", "Save changes");
  spec.help = QT_TRANSLATE_NOOP("Operations",
                                "Stores the edited data. State, id and place in the queue stay as they are.");
  spec.icon = "edit";
  spec.shortcut = "";
  spec.words = {QT_TRANSLATE_NOOP("Receipt", "Saved %1"), QT_TRANSLATE_NOOP("Receipt", "Save: %1"),
                QT_TRANSLATE_NOOP("Receipt", "Saved by you %1.")};
  spec.takenBack = {QT_TRANSLATE_NOOP("Receipt", "Reverted %1"),
                    QT_TRANSLATE_NOOP("Receipt", "Take back: %1"),
                    QT_TRANSLATE_NOOP("Receipt", "Taken back by you %1.")};
  spec.historyTitle = QT_TRANSLATE_NOOP("Operations", "Changed data");
  spec.scope = OperationSpec::Scope::Job;
  spec.needs = policy::Capability::EditData;
  spec.inMenu = false;
  spec.sameness = OperationSpec::Sameness::FourToSix;
  spec.edits = true;
  spec.worksWithoutScripts = true;
  spec.writes = {
      {AnyFamily, "HSET", "#", {"data", ""}},
      {AnyMq, "XADD", "events", {"*", "event", ""}},
  };
  spec.plan = plan;
  spec.lookAhead = watchAhead;
  spec.settle = settleUpdateData;
  return spec;
}

} // namespace oxp
