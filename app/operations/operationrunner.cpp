// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/operationrunner.h"

#include "audit/auditstore.h"
#include "operations/attempt.h"
#include "operations/editrequest.h"
#include "operations/ratelimit.h"
#include "operations/settling.h"

#include <QDateTime>
#include <QPointer>

#include <algorithm>
#include <vector>

namespace oxp {

class OperationRunner::Private {
public:
  /// What a write is to; without an id to the queue as a whole.
  struct Target {
    QueueId queue;
    QByteArray jobId;
    bool operator==(const Target &) const = default;
  };

  Private(OperationRunner *owner, Setup given)
      : q(owner)
      , setup(std::move(given))
      , access(std::make_shared<AccessCheck>()) {}

  policy::ReviewSetting review() const {
    return setup.review ? setup.review() : policy::ReviewSetting::StagingAndProduction;
  }

  Attempt attemptFor(OperationRequest request) const {
    Author author{setup.profileId, setup.profileName, setup.who, setup.environment};
    return {std::move(request), std::move(author), setup.role,  review(),
            setup.audit,        setup.scripts,     setup.rules, access};
  }

  void take(const OperationRequest &request, const Result<AttemptResult> &result, const Handler &handler);
  void settle(qint64 recordId, SettleFacts facts, const OperationRequest &request);
  LaneHandle postSettling(Settling::Work work, QObject *context, Settling::Handler handler);

  void begin(const OperationRequest &request) { underWay.push_back({request.queue.id, request.jobId}); }
  void end(const OperationRequest &request);

  OperationRunner *q;
  Setup setup;
  std::vector<Target> underWay; ///< in the order in which they were asked for
  std::shared_ptr<AccessCheck> access;
  qint64 startedAt = QDateTime::currentMSecsSinceEpoch();
};

OperationRunner::OperationRunner(Setup setup, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(setup))) {}

OperationRunner::~OperationRunner() = default;

policy::Decision OperationRunner::decide(const OperationRequest &request, bool locked) const {
  policy::Situation situation =
      situationOf(request, d->setup.environment, d->setup.rules->capabilitiesOf(d->setup.role), d->review());
  situation.changes = changesOf(request);
  situation.locked = locked;
  situation.auditAvailable = d->setup.audit->available();
  return d->setup.rules->decide(situation);
}

LaneHandle OperationRunner::run(OperationRequest request, QObject *context, Handler handler) {
  if (d->setup.rate)
    d->setup.rate->takeAtOnce(1);
  Attempt attempt = d->attemptFor(request);
  d->begin(request);
  request.scanned.reset(); // large, and freed where it is used last: on the lane
  const bool hasContext = context != nullptr;
  // The context may go before the answer; what is unknown has to be settled all the same.
  Handler guarded = [context = QPointer<QObject>(context), hasContext,
                     handler = std::move(handler)](Result<OperationReport> report, OperationReport detail) {
    if (handler && (!hasContext || context))
      handler(std::move(report), std::move(detail));
  };
  return d->setup.commandLane->postWrite(
      WriteKey(), Priority::Interactive,
      [attempt = std::move(attempt)](WriteSession &session, std::stop_token stop) -> Result<AttemptResult> {
        return runAttempt(attempt, session, std::move(stop));
      },
      this,
      [this, request = std::move(request), guarded = std::move(guarded)](
          const Result<AttemptResult> &result) { d->take(request, result, guarded); });
}

void OperationRunner::Private::take(const OperationRequest &request, const Result<AttemptResult> &result,
                                    const Handler &handler) {
  end(request);
  if (!result)
    return handler(fail(result.error()), {}); // it never ran
  const Result<OperationReport> &report = result->report;
  const QPointer<OperationRunner> alive(q);
  if (!report && report.error().kind == ErrorKind::OutcomeUnknown)
    settle(result->detail.recordId, result->facts, request);
  handler(report, report ? *report : result->detail);
  if (alive && report)
    emit q->finished(request, *report);
  else if (alive && report.error().kind == ErrorKind::OutcomeUnknown)
    emit q->unsettled(result->detail.recordId, request);
}

void OperationRunner::Private::settle(qint64 recordId, SettleFacts facts, const OperationRequest &request) {
  auto post = [this](Settling::Work work, QObject *context, Settling::Handler handler) {
    return postSettling(std::move(work), context, std::move(handler));
  };
  auto *settling =
      new Settling({std::move(facts), recordId, setup.audit, setup.settlePatience, std::move(post)}, q);
  begin(request);
  connect(settling, &Settling::done, q, [this, recordId, request](audit::Outcome outcome) {
    end(request);
    emit q->settled(recordId, outcome, request);
  });
  settling->start();
}

void OperationRunner::Private::end(const OperationRequest &request) {
  const auto at = std::find(underWay.begin(), underWay.end(), Target{request.queue.id, request.jobId});
  if (at != underWay.end())
    underWay.erase(at);
}

bool OperationRunner::isBusyElsewhere(const QueueId &queue, const QByteArray &jobId) const {
  const auto concerns = [&](const Private::Target &target) {
    return target.queue == queue && (target.jobId.isEmpty() || target.jobId == jobId);
  };
  return !d->underWay.empty() && std::none_of(d->underWay.begin(), d->underWay.end(), concerns);
}

LaneHandle OperationRunner::Private::postSettling(Settling::Work work, QObject *context,
                                                  Settling::Handler handler) {
  return setup.commandLane->postWrite(WriteKey(), Priority::Interactive, std::move(work), context,
                                      std::move(handler), WhenAway::Wait);
}

void OperationRunner::settleUnsettled() {
  if (d->setup.role == Role::Viewer)
    return; // the fence may have to end a connection
  d->setup.audit->requestUnsettled(d->setup.profileId, this,
                                   [this](const Result<std::vector<audit::Record>> &records) {
                                     if (!records)
                                       return;
                                     for (const audit::Record &record : *records) {
                                       const SettleFacts facts = settleFacts(record);
                                       // The younger ones are under way, and a run settles its own.
                                       if (record.at < d->startedAt && facts.run == 0)
                                         d->settle(record.id, facts, requestFrom(record));
                                     }
                                   });
}

} // namespace oxp
