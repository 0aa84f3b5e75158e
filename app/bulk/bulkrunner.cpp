// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/bulkrunner.h"

#include "base/guimailbox.h"
#include "bulk/bulkroad.h"
#include "bulk/followup.h"
#include "bulk/freeze.h"
#include "operations/attempt.h"

#include <QDateTime>
#include <QPointer>

#include <algorithm>
#include <deque>

namespace oxp {

using audit::RunCounts;
using audit::RunState;

class BulkRunner::Private {
public:
  /// A run that waits for its turn or has it.
  struct Turn {
    qint64 run = 0;
    OperationRequest wish;
    RunCounts counts = {}; ///< when it was put into the line
    bool begun = true;     ///< false: it is being put down
    std::shared_ptr<std::atomic<bool>> pause = std::make_shared<std::atomic<bool>>(false);
    bool cancelled = false;
  };

  Private(BulkRunner *owner, Setup given)
      : q(owner)
      , setup(std::move(given))
      , access(std::make_shared<AccessCheck>()) {}

  Lane &lane(std::unique_ptr<Lane> &one) {
    if (!one)
      one = setup.makeLane();
    return *one;
  }
  policy::Capabilities held() const { return setup.rules->capabilitiesOf(setup.role); }
  policy::ReviewSetting review() const {
    return setup.review ? setup.review() : policy::ReviewSetting::StagingAndProduction;
  }
  BulkSetup workFor(const Turn &turn) const;
  policy::Decision decide(const OperationRequest &wish, qint64 jobs, bool auditAvailable) const;
  std::optional<Error> refusal(const OperationRequest &wish, qint64 jobs) const;
  bool may(const OperationRequest &wish) const;
  std::deque<Turn>::iterator turnOf(qint64 run);
  void add(Turn turn);
  void begun(qint64 run, const Result<qint64> &record);
  void stopWaiting(const std::deque<Turn>::iterator &turn);
  void next();
  void take(const Result<RunCounts> &counts);
  void tellLater(qint64 run, RunState state, Result<RunCounts> counts);

  BulkRunner *q;
  Setup setup;
  std::shared_ptr<AccessCheck> access;
  GuiMailbox mailbox; ///< outlives the lanes
  std::unique_ptr<Lane> writing, looking;
  std::deque<Turn> turns; ///< the first one is under way while `busy`
  bool busy = false;
};

namespace {

/// What is done when a run goes on: what the journal says was agreed to.
OperationRequest wishOf(const audit::Run &run, const QueueInfo &queue) {
  OperationRequest wish;
  wish.operation = run.operation;
  wish.queue = queue;
  wish.arguments = argumentsFrom(run.arguments);
  wish.reason = run.reason;
  return wish;
}

/// How many jobs have been looked at, for who waits for the answer. The lane hands out answers by another way
/// than the mailbox, and may be quicker with them: behind the answer nothing is told.
class Count {
public:
  Count(GuiMailbox &mailbox, QObject *context, std::function<void(qint64 jobs)> told)
      : m_mailbox(mailbox)
      , m_context(context)
      , m_told(std::move(told)) {}

  /// Lane thread.
  static void tell(const std::shared_ptr<Count> &count, qint64 jobs) {
    count->m_mailbox.post([count, jobs] {
      if (!count->m_ended && count->m_context && count->m_told)
        count->m_told(jobs);
    });
  }
  /// GUI thread, as all that follows.
  void end() { m_ended = true; }

private:
  GuiMailbox &m_mailbox;
  QPointer<QObject> m_context;
  std::function<void(qint64 jobs)> m_told;
  bool m_ended = false;
};

policy::Situation situationFor(const OperationRequest &wish, const Author &author, policy::Capabilities may,
                               policy::ReviewSetting review, qint64 jobs) {
  policy::Situation situation = situationOf(wish, author.environment, may, review);
  situation.jobs = jobs;
  situation.queueName = wish.queue.id.name;
  situation.sensitive = situation.edit && wish.arguments.contains(SensitiveArgument);
  return situation;
}

} // namespace

BulkRunner::BulkRunner(Setup setup, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(setup))) {}

BulkRunner::~BulkRunner() {
  for (Private::Turn &turn : d->turns)
    *turn.pause = true;
}

LaneHandle BulkRunner::choose(Selection selection, OperationRequest wish, QObject *context,
                              std::function<void(qint64 jobs)> progress, Chosen handler) {
  return chooseBy(
      [selection = std::move(selection), wish = std::move(wish), store = d->setup.audit,
       profile = d->setup.author.profileId](ReadSession &session, std::stop_token stop, const Told &told) {
        audit::RunJournal journal(*store);
        return freeze(session, journal, selection, wish, profile, std::move(stop), told);
      },
      context, std::move(progress), std::move(handler));
}

/// On a lane that only reads. What nobody waits for any more, or what failed, is forgotten.
LaneHandle BulkRunner::chooseBy(Choosing work, QObject *context, std::function<void(qint64 jobs)> progress,
                                Chosen handler) {
  const auto made = std::make_shared<std::atomic<qint64>>(0); // the run, once there is one
  const auto count = std::make_shared<Count>(d->mailbox, context, std::move(progress));
  return d->lane(d->looking)
      .post(
          Priority::Interactive,
          [work = std::move(work), made, count](ReadSession &session, std::stop_token stop) {
            return work(session, std::move(stop), [&](qint64 run, qint64 jobs) {
              *made = run;
              Count::tell(count, jobs);
            });
          },
          nullptr, // not this: who waits for the choice hears of its end also when the lanes go
          [self = QPointer<BulkRunner>(this), made, count, context = QPointer<QObject>(context),
           handler = std::move(handler)](const Result<FrozenSelection> &chosen) {
            count->end();
            if (self && (!chosen || !context))
              self->forget(*made);
            if (context)
              handler(chosen);
          });
}

LaneHandle BulkRunner::chooseUndo(const audit::Run &run, OperationRequest wish, QObject *context,
                                  Chosen handler) {
  return chooseBy(
      [id = run.id, wish = std::move(wish), store = d->setup.audit,
       profile = d->setup.author.profileId](ReadSession &, std::stop_token stop, const Told &told) {
        audit::RunJournal journal(*store);
        return freezeUndo(journal, id, wish, profile, std::move(stop), told);
      },
      context, {}, std::move(handler));
}

LaneHandle BulkRunner::foresee(const FrozenSelection &chosen, OperationRequest wish, QObject *context,
                               std::function<void(qint64 jobs)> progress, Foreseen handler) {
  const auto count = std::make_shared<Count>(d->mailbox, context, std::move(progress));
  return d->lane(d->looking)
      .post(
          Priority::Interactive,
          [setup = d->workFor({.run = chosen.run, .wish = std::move(wish)}), count](ReadSession &session,
                                                                                    std::stop_token stop) {
            return forecast(setup, session, std::move(stop), [&](qint64 jobs) { Count::tell(count, jobs); });
          },
          context,
          [count, handler = std::move(handler)](Result<Forecast> seen) {
            count->end();
            handler(std::move(seen));
          });
}

void BulkRunner::forget(qint64 run) {
  if (run > 0)
    audit::RunJournal(*d->setup.audit).requestDrop(run, this, [](const Result<void> &) {});
}

policy::Decision BulkRunner::decide(const OperationRequest &wish, qint64 jobs) const {
  return d->decide(wish, jobs, d->setup.audit->available());
}

void BulkRunner::start(OperationRequest wish, const FrozenSelection &chosen) {
  if (const auto refusal = d->refusal(wish, chosen.jobs))
    return d->tellLater(chosen.run, RunState::Paused, fail(*refusal));
  SettleFacts facts;
  facts.run = chosen.run;
  audit::Record intent = recordFor(d->setup.author, wish, facts);
  RunCounts counts;
  counts[audit::ItemState::Skipped] = chosen.gone + chosen.passed;
  counts[audit::ItemState::Waiting] = chosen.jobs - chosen.gone - chosen.passed;
  d->add({.run = chosen.run, .wish = std::move(wish), .counts = counts, .begun = false});
  audit::RunJournal(*d->setup.audit)
      .requestBegin(chosen.run, std::move(intent), this,
                    [this, run = chosen.run](const Result<qint64> &record) { d->begun(run, record); });
}

void BulkRunner::resume(const audit::Run &run, const QueueInfo &queue) {
  d->add({.run = run.id, .wish = wishOf(run, queue), .counts = run.counts});
}

void BulkRunner::pause(qint64 run) {
  const auto turn = d->turnOf(run);
  if (turn == d->turns.end())
    return;
  *turn->pause = true;
  d->stopWaiting(turn);
}

void BulkRunner::cancel(qint64 run) {
  if (const auto turn = d->turnOf(run); turn != d->turns.end())
    turn->cancelled = true;
  pause(run);
}

void BulkRunner::cancel(const audit::Run &run, const QueueInfo &queue) {
  if (run.counts[audit::ItemState::UnderWay] > 0) {
    d->add({.run = run.id, .wish = wishOf(run, queue), .counts = run.counts});
    return cancel(run.id);
  }
  audit::RunJournal(*d->setup.audit)
      .requestState(run.id, RunState::Cancelled, this, [this, run](const Result<void> &ended) {
        emit stopped(run.id, ended ? RunState::Cancelled : run.state,
                     ended ? Result<RunCounts>(run.counts) : fail(ended.error()));
      });
}

std::vector<qint64> BulkRunner::underWay() const {
  std::vector<qint64> runs;
  for (const Private::Turn &turn : d->turns)
    runs.push_back(turn.run);
  return runs;
}

std::deque<BulkRunner::Private::Turn>::iterator BulkRunner::Private::turnOf(qint64 run) {
  return std::find_if(turns.begin(), turns.end(), [run](const Turn &each) { return each.run == run; });
}

void BulkRunner::Private::tellLater(qint64 run, RunState state, Result<RunCounts> counts) {
  mailbox.post([this, run, state, counts = std::move(counts)] { emit q->stopped(run, state, counts); });
}

void BulkRunner::Private::add(Turn turn) {
  turns.push_back(std::move(turn));
  next();
}

void BulkRunner::Private::begun(qint64 run, const Result<qint64> &record) {
  const auto turn = turnOf(run);
  if (turn == turns.end())
    return;
  turn->begun = record.has_value();
  if (!record) {
    turns.erase(turn);
    tellLater(run, RunState::Paused, fail(record.error()));
  } else {
    stopWaiting(turn);
  }
  next();
}

/// One that only waits for its turn need not get it to be stopped; but what was under way when it was cut off
/// has to be settled before it can end.
void BulkRunner::Private::stopWaiting(const std::deque<Turn>::iterator &turn) {
  const bool hasTurn = busy && turn == turns.begin();
  const bool settlesFirst = turn->cancelled && turn->counts[audit::ItemState::UnderWay] > 0;
  if (hasTurn || !turn->begun || !*turn->pause || settlesFirst)
    return;
  const RunState state = turn->cancelled ? RunState::Cancelled : RunState::Paused;
  const Turn gone = *turn;
  turns.erase(turn);
  audit::RunJournal(*setup.audit)
      .requestState(gone.run, state, q, [this, gone, state](const Result<void> &kept) {
        emit q->stopped(gone.run, kept ? state : RunState::Paused,
                        kept ? Result<RunCounts>(gone.counts) : fail(kept.error()));
      });
}

BulkSetup BulkRunner::Private::workFor(const Turn &turn) const {
  return {turn.run, turn.wish,  setup.author, setup.audit, setup.scripts,
          access,   setup.rate, setup.rules,  turn.pause};
}

/// Of an edit and what follows it: all that either of them asks.
policy::Decision BulkRunner::Private::decide(const OperationRequest &wish, qint64 jobs,
                                             bool auditAvailable) const {
  policy::Situation situation = situationFor(wish, setup.author, held(), review(), jobs);
  situation.auditAvailable = auditAvailable;
  policy::Decision decision = setup.rules->decide(situation);
  if (const auto then = followUpOf(wish); then && *then)
    decision.join(decide(**then, jobs, auditAvailable));
  return decision;
}

std::optional<Error> BulkRunner::Private::refusal(const OperationRequest &wish, qint64 jobs) const {
  // Where records cannot be written, it fails when its own is.
  return missingGrant(decide(wish, jobs, true), wish, setup.author.who, QDateTime::currentMSecsSinceEpoch());
}

bool BulkRunner::Private::may(const OperationRequest &wish) const {
  const OperationSpec *spec = findOperation(wish.operation);
  const auto then = followUpOf(wish);
  // What may not follow is refused for what it is.
  return spec && includes(held(), spec->needs) && (!then || !*then || may(**then));
}

void BulkRunner::Private::next() {
  if (busy || turns.empty() || !turns.front().begun)
    return;
  busy = true;
  const auto tell = [this](const BulkProgress &progress) {
    mailbox.post([this, progress] { emit q->progressed(progress); });
  };
  const auto work = [allowed = may(turns.front().wish), setup = workFor(turns.front()),
                     tell](WriteSession &session, std::stop_token stop) -> Result<RunCounts> {
    audit::RunJournal journal(*setup.audit);
    if (!allowed)
      return fail(ErrorKind::Denied);
    if (const auto goesOn = journal.setState(setup.run, RunState::Running); !goesOn)
      return fail(goesOn.error());
    auto counts = carryOn(setup, session, std::move(stop), tell);
    const bool ended = counts && counts->ended() == counts->total();
    if (auto kept = journal.setState(setup.run, ended ? RunState::Ended : RunState::Paused); !kept && counts)
      return fail(kept.error());
    return counts;
  };
  lane(writing).postWrite(
      WriteKey(), Priority::Interactive, work, q,
      [this](const Result<RunCounts> &counts) {
        mailbox.post([this, counts] { take(counts); }); // behind the progress that was told before
      },
      WhenAway::Wait);
}

void BulkRunner::Private::take(const Result<RunCounts> &counts) {
  const Turn turn = turns.front();
  turns.pop_front();
  busy = false;
  const bool ended = counts && counts->ended() == counts->total();
  // One that broke off may have jobs under way, which only a run that goes on can settle.
  const bool cancelled = turn.cancelled && counts && !ended;
  const RunState state = ended ? RunState::Ended : cancelled ? RunState::Cancelled : RunState::Paused;
  if (cancelled)
    audit::RunJournal(*setup.audit).requestState(turn.run, state, q, [](const Result<void> &) {});
  const QPointer<BulkRunner> alive(q);
  emit q->stopped(turn.run, state, counts);
  if (alive)
    next();
}

} // namespace oxp
