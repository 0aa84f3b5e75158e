// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flows/editflow.h"

#include "base/background.h"
#include "operations/specs.h"
#include "ui/flows/optionnotes.h"
#include "workspace/jobrequests.h"
#include "workspace/profilesession.h"
#include "workspace/sessionrunner.h"
#include "json/merge.h"

#include <QJsonDocument>
#include <QJsonObject>

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

QString schedulerNote(const JobDetail &facts, Family family) {
  if (!facts.schedulerHasTemplate && isUnsure(family))
    return EditFlow::tr(
        "This is the next job of a scheduler without a template: with BullMQ 5 your data become "
        "those of all later runs, with BullMQ 6 only this one run gets them.");
  if (!facts.schedulerHasTemplate && family == Family::BullMq5)
    return EditFlow::tr(
        "This is the next job of a scheduler without a template: your data become those of all later runs.");
  return EditFlow::tr("This is the next job of a scheduler: only this one run gets your data.");
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
    notes << schedulerNote(facts, queue.family);
  if (const qint64 limit = sizeLimitOf(facts.opts); limit > 0 && size > limit)
    notes << EditFlow::tr("The new data are larger than the job's sizeLimit of %n byte(s).", nullptr,
                          int(limit));
  return notes;
}

EditFlow::EditFlow(QWidget *window, QObject *parent)
    : QObject(parent)
    , m_operations(new OperationFlow(window, this)) {}

void EditFlow::setStage(Stage stage) {
  if (m_stage == stage)
    return;
  m_stage = stage;
  if (stage == Stage::Idle) {
    m_wish = {};
    m_sent.clear();
  }
  emit stageChanged();
}

void EditFlow::save(const SaveWish &wish) {
  if (busy() || !wish.target.session)
    return;
  m_wish = wish;
  m_tries = m_merges = 0;
  m_sent.clear();
  attempt(wish);
}

void EditFlow::attempt(const SaveWish &wish) {
  ++m_tries;
  setStage(Stage::Planning);
  const auto planned = [this, wish](Planned result) {
    if (result.plan)
      return propose(wish, *result.plan);
    setStage(Stage::Idle);
    emit refused(wish.target, errorNotice(result.plan.error(), Doing::Writing), result.plan.error().offset);
  };
  const auto plan = [wish] { return Planned{planSave(wish.baseline, wish.text, wish.elisions, wish.scan)}; };
  if (wish.text.size() + wish.baseline.data.size() <= PlanHereLimit)
    planned(plan());
  else
    runInBackground<Planned>(this, plan, planned);
}

OperationRequest EditFlow::requestFor(const SaveWish &wish, const SavePlan &plan) {
  OperationRequest request;
  request.operation = updateDataSpec().id;
  request.queue = wish.target.queue;
  request.jobId = wish.target.jobId;
  request.expectedState = wish.facts.row.state;
  request.baseline = wish.baseline;
  request.newData = plan.newData;
  request.splices = plan.splices;
  request.changes = plan.changes;
  request.scanned = plan.scanned;
  return request;
}

void EditFlow::propose(const SaveWish &wish, const SavePlan &plan) {
  if (plan.splices.empty()) {
    setStage(Stage::Idle);
    emit nothingToSave(wish.target);
    return;
  }
  if (m_merges == 0)
    m_sent = plan.newData;
  carryOut(wish, requestFor(wish, plan), [this, changes = plan.changes](const OperationReport &report) {
    const SavedEdit edit{m_wish, report, changes, m_sent, m_merges};
    setStage(Stage::Idle);
    emit saved(edit);
  });
}

void EditFlow::carryOut(const SaveWish &wish, const OperationRequest &request, const Done &done) {
  OperationSteps steps;
  steps.asking = [this] { setStage(Stage::Asking); };
  steps.sent = [this] { setStage(Stage::Writing); };
  steps.givenUp = [this] { setStage(Stage::Idle); };
  steps.refused = [this, wish](const Error &error) { refuse(wish, error); };
  steps.ended = [this, wish, done](const OperationOutcome &outcome) {
    SaveWish asked = wish;
    asked.agreement = outcome.agreement;
    if (outcome.result)
      done(*outcome.result);
    else
      fail(outcome.result.error(), outcome.detail, asked);
  };
  const QStringList notes = isDataEdit(request.operation)
                                ? reviewNotes(wish.facts, wish.target.queue, request.newData.size())
                                : optionNotes(wish.facts);
  m_operations->carryOut({wish.target, request, notes, wish.agreement}, steps);
}

/// Nothing was sent.
void EditFlow::refuse(const SaveWish &wish, const Error &error) {
  setStage(Stage::Idle);
  emit refused(wish.target, errorNotice(error, Doing::Writing), -1);
}

void EditFlow::fail(const Error &error, const OperationReport &detail, const SaveWish &wish) {
  if (mayTryAgain(error, detail, wish))
    return error.kind == ErrorKind::Conflict ? mergeAgain(wish, *detail.theirs) : attempt(wish);
  if (error.code == "now-running" && !wish.facts.locked && !wish.text.isNull())
    return saveRunning(wish);
  const Doing doing = wish.then == recipes::Then::Retry ? Doing::SavingToRetry : Doing::Writing;
  const bool gaveUp = m_merges > 0 && m_tries >= MostTries;
  setStage(Stage::Idle);
  if (error.kind == ErrorKind::Conflict && gaveUp)
    giveUpMerging(wish);
  else if (error.kind == ErrorKind::Conflict && detail.theirs && isDataEdit(detail.operation))
    emit conflicted(wish, *detail.theirs);
  else if (isGone(error))
    emit gone(wish.target, errorNotice(error, doing), error.code == "other-job");
  else
    emit refused(wish.target, errorNotice(error, doing), error.offset);
}

/// Nothing was written, and what came between may not touch what is to be: another field of a large job moved
/// at each look, or somebody wrote the data of which the person has merged an earlier version.
bool EditFlow::mayTryAgain(const Error &error, const OperationReport &detail, const SaveWish &wish) const {
  if (m_tries >= MostTries || wish.text.isNull())
    return false;
  if (error.kind == ErrorKind::WrongState)
    return error.code == "keeps-moving";
  return error.kind == ErrorKind::Conflict && wish.merged && detail.theirs &&
         detail.theirs->timestamp == wish.baseline.timestamp;
}

/// The same change once more, on what is stored now. Where both sides changed a place the person chooses.
void EditFlow::mergeAgain(const SaveWish &wish, const JobSnapshot &theirs) {
  setStage(Stage::Planning);
  using Merged = std::optional<QByteArray>;
  const auto merge = [wish, theirs]() -> Merged {
    const Result<json::Merge> made =
        json::merge(wish.baseline.data, wish.elisions.expand(wish.text), theirs.data);
    return made && made->conflicts.empty() ? Merged(made->merged) : std::nullopt;
  };
  runInBackground<Merged>(this, merge, [this, wish, theirs](const Merged &merged) {
    if (!merged) {
      setStage(Stage::Idle);
      emit conflicted(wish, theirs);
      return;
    }
    SaveWish again = wish;
    again.baseline = theirs;
    again.text = *merged;
    again.elisions = {};
    again.scan.reset();
    ++m_merges;
    attempt(again);
  });
}

void EditFlow::giveUpMerging(const SaveWish &wish) {
  Notice notice;
  notice.id = "outcome";
  notice.kind = NoticeKind::Warn;
  notice.what = tr("The job keeps changing faster than the merge can be saved.");
  notice.detail =
      tr("Tried %n time(s); nothing of yours was written, and your text is kept.", nullptr, MostTries);
  emit refused(wish.target, notice, -1);
}

/// A worker has taken the job since it was last looked at: the review asks for the tick.
void EditFlow::saveRunning(SaveWish wish) {
  wish.facts.row.state = JobState::Active;
  wish.facts.locked = wish.target.locked = true;
  attempt(wish);
}

void EditFlow::revert(const OperationTarget &target, const JobDetail &facts, const audit::Record &record) {
  if (busy() || !target.session)
    return;
  m_tries = 1;
  m_merges = 0;
  setStage(Stage::Planning);
  target.session->jobs().requestSnapshot(
      target.queue, target.jobId, this,
      [this, target, facts, record](const Result<JobSnapshot> &now) {
        if (now)
          return revertFrom(target, facts, record, *now);
        setStage(Stage::Idle);
        emit refused(target, errorNotice(now.error(), Doing::Writing), -1);
      },
      {}, fieldStoredBy(record.operation));
}

void EditFlow::revertFrom(const OperationTarget &target, const JobDetail &facts, const audit::Record &record,
                          const JobSnapshot &now) {
  if (!target.session)
    return setStage(Stage::Idle);
  using Made = Result<OperationRequest>;
  const auto make = [record, now, queue = target.queue, rules = target.session->rules()]() -> Made {
    return SessionRunner::revertRequest(*rules, record, now, queue);
  };
  SaveWish wish;
  wish.target = target;
  wish.baseline = now;
  wish.facts = facts;
  runInBackground<Made>(this, make, [this, wish](const Made &request) {
    if (!request)
      return refuse(wish, request.error());
    carryOut(wish, *request, [this, wish](const OperationReport &report) {
      setStage(Stage::Idle);
      emit reverted(wish.target, report);
    });
  });
}

} // namespace oxp
