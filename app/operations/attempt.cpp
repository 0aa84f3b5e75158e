// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/attempt.h"

#include "audit/auditstore.h"
#include "bull/payloadhash.h"
#include "bullio/reader.h"
#include "operations/compareandset.h"
#include "operations/editrequest.h"
#include "json/diff.h"

#include <QDateTime>

#include <algorithm>
#include <future>

namespace oxp {
namespace {

class AttemptRun {
public:
  AttemptRun(Attempt attempt, WriteSession &session, std::stop_token stop)
      : m_attempt(std::move(attempt))
      , m_request(m_attempt.request)
      , m_session(session)
      , m_stop(std::move(stop)) {}

  AttemptResult run() {
    Result<OperationReport> report = prepare() ? carryOut() : Result<OperationReport>(fail(m_error));
    if (report) {
      report->operation = m_request.operation;
      report->recordId = m_detail.recordId;
      report->revertible = m_detail.revertible;
    }
    m_detail.operation = m_request.operation;
    return {std::move(report), std::move(m_detail), std::move(m_facts)};
  }

private:
  /// Everything that may refuse before a record is made.
  bool prepare();
  Result<void> check();
  Result<void> look();
  Result<void> checkState() const;
  bool isOtherJob() const;
  bool hasMoved() const;
  Result<void> decide() const;
  void readAhead(PlanContext &context);
  Result<OperationReport> carryOut();
  void finish(const Result<OperationReport> &report);

  Attempt m_attempt;
  OperationRequest &m_request;
  WriteSession &m_session;
  std::stop_token m_stop;
  const OperationSpec *m_spec = nullptr;
  const ScriptBundle *m_bundle = nullptr;
  JobDetail m_job;
  SettleFacts m_facts;
  OperationReport m_detail;
  Error m_error;
};

audit::Outcome outcomeOf(const Error &error) {
  switch (error.kind) {
  case ErrorKind::Conflict:
    return audit::Outcome::Conflict;
  case ErrorKind::Cancelled:
    return audit::Outcome::Cancelled;
  case ErrorKind::OutcomeUnknown:
    return audit::Outcome::Unknown;
  default:
    return audit::Outcome::Failed;
  }
}

bool isBroken(const OperationRequest &request) {
  if (!request.baseline || !request.baseline->present || request.baseline->data.isEmpty())
    return false;
  const QByteArray &data = request.baseline->data;
  return request.scanned && request.scanned->isOf(data) ? !request.scanned->valid()
                                                        : !json::scan(data).valid();
}

bool AttemptRun::prepare() {
  Result<void> ready = check();
  if (ready)
    ready = look();
  if (ready)
    ready = decide();
  if (ready)
    ready = m_attempt.access->check(m_session, *m_spec, m_request, m_job.row.priority > 0, m_stop);
  if (ready && m_stop.stop_requested())
    ready = fail(ErrorKind::Cancelled);
  if (!ready)
    m_error = ready.error();
  return ready.has_value();
}

Result<void> AttemptRun::check() {
  m_spec = findOperation(m_request.operation);
  if (!m_spec || !m_spec->plan)
    return fail(ErrorKind::Invalid, QStringLiteral("no such operation"), QByteArrayLiteral("operation"));
  const auto bundle = m_attempt.scripts->bundleFor(m_request.queue.family, m_request.queue.version);
  if (!bundle)
    return fail(bundle.error());
  m_bundle = *bundle;
  if (!isSameInAll(*m_spec, m_request.queue.family, false)) // while paused: guardPush refuses
    return fail(unsureFamily());
  if (m_spec->destructive && m_spec->scope == OperationSpec::Scope::Job && !m_request.jobTimestamp)
    return fail(ErrorKind::Invalid, QStringLiteral("it is not said which job of this id is meant"),
                QByteArrayLiteral("no-identity"));
  if (auto fits = m_request.checkArguments(*m_spec); !fits)
    return fits;
  if (!m_spec->edits)
    return {};
  auto complete = completeEdit(m_request);
  return complete && m_spec->checkEdit ? m_spec->checkEdit(m_request) : complete;
}

Result<void> AttemptRun::look() {
  if (m_spec->scope == OperationSpec::Scope::Job) {
    auto job = reader::detail(m_session, m_request.queue, m_request.jobId, m_stop);
    if (!job)
      return fail(job.error());
    m_job = std::move(*job);
    if (auto fits = checkState(); !fits)
      return fits;
  }
  m_facts = settleFacts(m_request, m_job, m_session.mark());
  return {};
}

bool AttemptRun::isOtherJob() const {
  return (m_request.jobTimestamp && *m_request.jobTimestamp != m_job.timestamp) ||
         (m_request.baseline && m_request.baseline->timestamp != m_job.timestamp);
}

/// Where a job is makes no difference to an edit, but for running: that decide() sees to.
bool AttemptRun::hasMoved() const {
  const auto &states = m_spec->states;
  const JobState now = m_job.row.state, expected = m_request.expectedState;
  if (!states.empty() && std::find(states.begin(), states.end(), now) == states.end())
    return true;
  return !m_request.baseline && expected != JobState::Unknown && expected != now;
}

// Refuses early and with the best words. Until the write the job may still change: then the guard in front of
// the library's script, or the compare-and-set, refuses, in one step with the write.
Result<void> AttemptRun::checkState() const {
  if (!m_job.exists)
    return fail(ErrorKind::NotFound, QStringLiteral("the job is gone"), QByteArrayLiteral("gone"));
  if (isOtherJob())
    return fail(ErrorKind::NotFound, QStringLiteral("another job bears this id now"),
                QByteArrayLiteral("other-job"));
  if (hasMoved())
    return fail(ErrorKind::WrongState,
                QStringLiteral("the job is %1").arg(QString::fromLatin1(stateWord(m_job.row.state))),
                QByteArrayLiteral("moved"));
  return {};
}

// Once more, on what is there now: since the person looked, a worker may have taken the job.
Result<void> AttemptRun::decide() const {
  policy::Situation situation =
      situationOf(m_request, m_attempt.author.environment, m_attempt.rules->capabilitiesOf(m_attempt.role),
                  m_attempt.review);
  // What the request says of itself is for the dialog only.
  if (m_request.scanned)
    situation.changes = json::diff(*m_request.scanned, m_request.newData, m_request.splices);
  situation.active = m_job.row.state == JobState::Active;
  situation.locked = m_job.locked;
  situation.repairOfBroken = situation.active && isBroken(m_request);
  situation.auditAvailable = true; // the intent will show
  if (const auto missing = missingGrant(m_attempt.rules->decide(situation), m_request, m_attempt.author.who,
                                        QDateTime::currentMSecsSinceEpoch()))
    return fail(*missing);
  return {};
}

/// The hash of large data takes as long as reading what they are to replace: both at once.
void AttemptRun::readAhead(PlanContext &context) {
  std::future<QByteArray> sha1;
  const bool large = m_request.newData.size() > ScriptDataLimit;
  if (m_request.baseline)
    sha1 = std::async(large ? std::launch::async : std::launch::deferred, sha1Of, m_request.newData);
  if (m_spec->lookAhead)
    m_spec->lookAhead(context);
  if (sha1.valid())
    context.newSha1 = m_facts.afterSha1 = sha1.get();
}

Result<OperationReport> AttemptRun::carryOut() {
  PlanContext context{m_session, *m_attempt.scripts, *m_bundle, m_request, m_job, m_stop};
  context.runsScripts = m_attempt.access->runsScripts();
  context.takesHashes = m_attempt.access->takesHashes();
  context.facts = &m_facts;
  readAhead(context);
  const auto begun =
      m_attempt.audit->begin(recordFor(m_attempt.author, m_request, m_facts), m_request.scanned.get());
  if (!begun)
    return fail(begun.error());
  m_detail.recordId = begun->id;
  m_detail.revertible = begun->holdsPreImage;
  Result<OperationReport> report = m_stop.stop_requested()
                                       ? Result<OperationReport>(fail(ErrorKind::Cancelled))
                                       : runPlan(context, *m_spec);
  m_detail.theirs = std::move(context.theirs);
  m_detail.state = m_job.row.state;
  finish(report);
  return report;
}

// A record whose end cannot be written stays an intent, and is settled at the next start.
void AttemptRun::finish(const Result<OperationReport> &report) {
  if (report)
    (void)m_attempt.audit->finish(m_detail.recordId, audit::Outcome::Done, nullptr);
  else
    (void)m_attempt.audit->finish(m_detail.recordId, outcomeOf(report.error()), &report.error());
}

} // namespace

AttemptResult runAttempt(Attempt attempt, WriteSession &session, std::stop_token stop) {
  return AttemptRun(std::move(attempt), session, std::move(stop)).run();
}

policy::Situation situationOf(const OperationRequest &request, Environment environment,
                              policy::Capabilities may, policy::ReviewSetting review) {
  const OperationSpec *spec = findOperation(request.operation);
  policy::Situation situation;
  situation.operation = request.operation;
  situation.edit = spec && spec->edits;
  situation.ofQueue = spec && spec->scope == OperationSpec::Scope::Queue;
  situation.destructive = spec && spec->destructive;
  situation.environment = environment;
  situation.may = may;
  situation.needs = spec ? spec->needs : policy::Capability::None;
  situation.queueReadOnly = request.queue.readOnly();
  situation.active = request.expectedState == JobState::Active;
  situation.repairOfBroken = situation.active && isBroken(request);
  situation.jobId = request.jobId;
  situation.review = review;
  return situation;
}

} // namespace oxp
