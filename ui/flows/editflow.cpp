// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/editflow.h"

#include "base/background.h"
#include "ui/dialogs/reviewdialog.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWidget>

namespace oxp {
namespace {

constexpr qsizetype PlanHereLimit = 200'000; // bytes; planning more goes to a worker thread

struct Planned {
  Result<SavePlan> plan;
};

qint64 sizeLimitOf(const QByteArray &opts) {
  return QJsonDocument::fromJson(opts).object().value(u"sizeLimit"_qs).toInteger(0);
}

bool isGone(const Error &error) {
  return error.kind == ErrorKind::NotFound;
}

} // namespace

QStringList reviewNotes(const JobDetail &facts, const QueueInfo &queue, qint64 size) {
  QStringList notes;
  if (facts.row.state == JobState::Active && facts.locked)
    notes << EditFlow::tr(
        "The job is running: the worker goes on with the old data. A retry will use yours. If the "
        "worker updates the data itself, yours is overwritten.");
  if (facts.row.state == JobState::Completed)
    notes << EditFlow::tr(
        "The job is completed: no worker will read these data, and the result does not change.");
  if (facts.schedulerPending)
    notes << (queue.family == Family::BullMq5 && !facts.schedulerHasTemplate
                  ? EditFlow::tr(
                        "This is the next job of a scheduler without a template: your data become those of "
                        "all later runs.")
                  : EditFlow::tr("This is the next job of a scheduler: only this one run gets your data."));
  if (const qint64 limit = sizeLimitOf(facts.opts); limit > 0 && size > limit)
    notes << EditFlow::tr("The new data are larger than the job's sizeLimit of %n byte(s).", nullptr,
                          int(limit));
  return notes;
}

EditFlow::EditFlow(QWidget *window, QObject *parent)
    : QObject(parent)
    , m_window(window) {}

void EditFlow::setBusy(bool busy) {
  if (m_busy == busy)
    return;
  m_busy = busy;
  emit busyChanged(busy);
}

void EditFlow::save(const SaveWish &wish) {
  if (m_busy || !wish.target.session)
    return;
  setBusy(true);
  const auto planned = [this, wish](Planned result) {
    if (result.plan)
      return propose(wish, *result.plan);
    setBusy(false);
    emit refused(wish.target, errorNotice(result.plan.error(), Doing::Writing), result.plan.error().offset);
  };
  const auto plan = [wish] { return Planned{planSave(wish.baseline, wish.text, wish.elisions, wish.scan)}; };
  if (wish.text.size() + wish.baseline.data.size() <= PlanHereLimit)
    planned(plan());
  else
    runInBackground<Planned>(this, plan, planned);
}

void EditFlow::propose(const SaveWish &wish, const SavePlan &plan) {
  if (plan.splices.empty()) {
    setBusy(false);
    emit nothingToSave(wish.target);
    return;
  }
  OperationRequest request;
  request.operation = "job.updateData";
  request.queue = wish.target.queue;
  request.jobId = wish.target.jobId;
  request.expectedState = wish.facts.row.state;
  request.baseline = wish.baseline;
  request.newData = plan.newData;
  request.splices = plan.splices;
  request.changes = plan.changes;
  request.scanned = plan.scanned;
  const std::vector<json::Change> changes = plan.changes;
  review(wish.target, wish.facts, std::move(request), changes,
         [this, wish, changes](OperationRequest agreed) {
           write(std::move(agreed), wish,
                 [this, wish, changes](const OperationReport &report) { emit saved(wish, report, changes); });
         });
}

void EditFlow::review(const OperationTarget &target, const JobDetail &facts, OperationRequest request,
                      const std::vector<json::Change> &changes,
                      const std::function<void(OperationRequest)> &go) {
  if (!target.session)
    return setBusy(false);
  const policy::Decision decision = target.session->decide(request, facts.locked);
  if (decision.verdict == policy::Verdict::Allow)
    return go(std::move(request));
  if (decision.verdict == policy::Verdict::Deny) {
    setBusy(false);
    const QByteArray reason = decision.reasons.empty() ? QByteArray() : decision.reasons.front();
    emit refused(target, errorNotice({ErrorKind::Denied, reason, {}, -1}, Doing::Writing), -1);
    return;
  }
  auto *dialog =
      new ReviewDialog(dialogSubject(ReviewDialog::tr("Review changes"), target), changes, decision,
                       reviewNotes(facts, target.queue, request.newData.size()), m_window);
  connect(dialog, &ReviewDialog::agreed, this, [request, go](const ReviewAnswer &answer) mutable {
    request.reason = answer.reason;
    request.consent = {request.hash(), QDateTime::currentMSecsSinceEpoch(), answer.runningTicked,
                       answer.typed};
    go(std::move(request));
  });
  connect(dialog, &QDialog::rejected, this, [this] {
    setBusy(false);
    emit cancelled();
  });
  dialog->open();
}

void EditFlow::write(OperationRequest request, const SaveWish &wish, const Done &done) {
  if (!wish.target.session)
    return setBusy(false);
  wish.target.session->run(
      std::move(request), this,
      [this, wish, done](const Result<OperationReport> &result, const OperationReport &detail) {
        setBusy(false);
        if (result)
          done(*result);
        else
          fail(result.error(), detail, wish);
      });
}

void EditFlow::fail(const Error &error, const OperationReport &detail, const SaveWish &wish) {
  if (error.kind == ErrorKind::Conflict && detail.theirs)
    emit conflicted(wish, *detail.theirs);
  else if (error.code == "now-running" && !wish.facts.locked && !wish.text.isNull())
    saveRunning(wish);
  else if (isGone(error))
    emit gone(wish.target, errorNotice(error, Doing::Writing));
  else
    emit refused(wish.target, errorNotice(error, Doing::Writing), error.offset);
}

/// A worker has taken the job since it was last looked at: the review asks for the tick.
void EditFlow::saveRunning(SaveWish wish) {
  wish.facts.row.state = JobState::Active;
  wish.facts.locked = wish.target.locked = true;
  save(wish);
}

void EditFlow::revert(const OperationTarget &target, const JobDetail &facts, const audit::Record &record) {
  if (m_busy || !target.session)
    return;
  setBusy(true);
  target.session->requestSnapshot(target.queue, target.jobId, this,
                                  [this, target, facts, record](const Result<JobSnapshot> &now) {
                                    if (now)
                                      return revertFrom(target, facts, record, *now);
                                    setBusy(false);
                                    emit refused(target, errorNotice(now.error(), Doing::Writing), -1);
                                  });
}

void EditFlow::revertFrom(const OperationTarget &target, const JobDetail &facts, const audit::Record &record,
                          const JobSnapshot &now) {
  using Made = Result<OperationRequest>;
  const auto make = [record, now, queue = target.queue]() -> Made {
    return OperationRunner::revertRequest(record, now, queue);
  };
  SaveWish wish;
  wish.target = target;
  wish.baseline = now;
  wish.facts = facts;
  runInBackground<Made>(this, make, [this, wish](const Made &request) {
    if (!request) {
      setBusy(false);
      emit refused(wish.target, errorNotice(request.error(), Doing::Writing), -1);
      return;
    }
    review(wish.target, wish.facts, *request, request->changes, [this, wish](OperationRequest agreed) {
      write(std::move(agreed), wish,
            [this, wish](const OperationReport &report) { emit reverted(wish.target, report); });
    });
  });
}

} // namespace oxp
