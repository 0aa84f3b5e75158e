// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/bulkrunner.h"

#include "base/guimailbox.h"
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
    std::optional<qint64> jobs; ///< to be agreed to and begun; none: carried on
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
  policy::Capabilities may() const { return setup.rules->capabilitiesOf(setup.role); }
  policy::ReviewSetting review() const {
    return setup.review ? setup.review() : policy::ReviewSetting::StagingAndProduction;
  }
  BulkSetup workFor(const Turn &turn) const;
  std::function<Result<void>()> beginningOf(const Turn &turn) const;
  void add(Turn turn);
  void next();
  void take(const Result<RunCounts> &counts);
  void halt(qint64 run, bool cancel);

  BulkRunner *q;
  Setup setup;
  std::shared_ptr<AccessCheck> access;
  GuiMailbox mailbox; ///< outlives the lanes
  std::unique_ptr<Lane> writing, looking;
  std::deque<Turn> turns; ///< the first one is under way while `busy`
  bool busy = false;
};

namespace {

policy::Situation situationFor(const OperationRequest &wish, const Author &author, policy::Capabilities may,
                               policy::ReviewSetting review, qint64 jobs) {
  policy::Situation situation = situationOf(wish, author.environment, may, review);
  situation.jobs = jobs;
  situation.queueName = wish.queue.id.name;
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
  const Told tell = [mailbox = &d->mailbox, made, context = QPointer<QObject>(context),
                     progress = std::move(progress)](qint64 run, qint64 jobs) {
    *made = run;
    mailbox->post([context, progress, jobs] {
      if (context && progress)
        progress(jobs);
    });
  };
  return d->lane(d->looking)
      .post(
          Priority::Interactive,
          [work = std::move(work), tell](ReadSession &session, std::stop_token stop) {
            return work(session, std::move(stop), tell);
          },
          this,
          [this, made, context = QPointer<QObject>(context),
           handler = std::move(handler)](const Result<FrozenSelection> &chosen) {
            if (!chosen || !context)
              forget(*made);
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

void BulkRunner::forget(qint64 run) {
  if (run > 0)
    audit::RunJournal(*d->setup.audit).requestDrop(run, this, [](const Result<void> &) {});
}

policy::Decision BulkRunner::decide(const OperationRequest &wish, qint64 jobs) const {
  policy::Situation situation = situationFor(wish, d->setup.author, d->may(), d->review(), jobs);
  situation.auditAvailable = d->setup.audit->available();
  return d->setup.rules->decide(situation);
}

void BulkRunner::start(OperationRequest wish, const FrozenSelection &chosen) {
  Private::Turn turn;
  turn.run = chosen.run;
  turn.wish = std::move(wish);
  turn.jobs = chosen.jobs;
  d->add(std::move(turn));
}

void BulkRunner::resume(const audit::Run &run, const QueueInfo &queue) {
  Private::Turn turn;
  turn.run = run.id;
  turn.wish.operation = run.operation;
  turn.wish.queue = queue;
  turn.wish.arguments = argumentsFrom(run.arguments);
  turn.wish.reason = run.reason;
  d->add(std::move(turn));
}

void BulkRunner::pause(qint64 run) {
  d->halt(run, false);
}

void BulkRunner::cancel(qint64 run) {
  d->halt(run, true);
}

std::vector<qint64> BulkRunner::underWay() const {
  std::vector<qint64> runs;
  for (const Private::Turn &turn : d->turns)
    runs.push_back(turn.run);
  return runs;
}

void BulkRunner::Private::halt(qint64 run, bool cancel) {
  const auto turn =
      std::find_if(turns.begin(), turns.end(), [run](const Turn &each) { return each.run == run; });
  if (turn != turns.end()) {
    turn->cancelled |= cancel;
    *turn->pause = true;
    return;
  }
  if (cancel) // one that was paused or cut off
    audit::RunJournal(*setup.audit)
        .requestState(run, RunState::Cancelled, q, [this, run](const Result<void> &) {
          emit q->stopped(run, RunState::Cancelled, RunCounts());
        });
}

void BulkRunner::Private::add(Turn turn) {
  turns.push_back(std::move(turn));
  if (!busy)
    next();
}

BulkSetup BulkRunner::Private::workFor(const Turn &turn) const {
  return {turn.run, turn.wish,  setup.author, setup.audit, setup.scripts,
          access,   setup.rate, setup.rules,  turn.pause};
}

/// Decides again on the lane, and puts down that the run begins, or that it goes on.
std::function<Result<void>()> BulkRunner::Private::beginningOf(const Turn &turn) const {
  const auto jobs = turn.jobs;
  const policy::Situation situation =
      situationFor(turn.wish, setup.author, may(), review(), jobs.value_or(1));
  return [situation, wish = turn.wish, author = setup.author, run = turn.run, jobs, store = setup.audit,
          rules = setup.rules]() -> Result<void> {
    audit::RunJournal journal(*store);
    if (!jobs)
      return includes(situation.may, situation.needs) ? journal.setState(run, RunState::Running)
                                                      : Result<void>(fail(ErrorKind::Denied));
    if (const auto missing =
            missingGrant(rules->decide(situation), wish, author.who, QDateTime::currentMSecsSinceEpoch()))
      return fail(*missing);
    SettleFacts facts;
    facts.run = run;
    const auto begun = journal.begin(run, recordFor(author, wish, facts));
    return begun ? Result<void>() : fail(begun.error());
  };
}

void BulkRunner::Private::next() {
  if (turns.empty())
    return;
  busy = true;
  const auto tell = [this](const BulkProgress &progress) {
    mailbox.post([this, progress] { emit q->progressed(progress); });
  };
  const auto work = [begin = beginningOf(turns.front()), setup = workFor(turns.front()),
                     tell](WriteSession &session, std::stop_token stop) -> Result<RunCounts> {
    if (const auto begun = begin(); !begun)
      return fail(begun.error());
    auto counts = carryOn(setup, session, stop, tell);
    const bool ended = counts && counts->ended() == counts->total();
    audit::RunJournal journal(*setup.audit);
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
  const RunState state = ended ? RunState::Ended : turn.cancelled ? RunState::Cancelled : RunState::Paused;
  if (state == RunState::Cancelled)
    audit::RunJournal(*setup.audit).requestState(turn.run, state, q, [](const Result<void> &) {});
  const QPointer<BulkRunner> alive(q);
  emit q->stopped(turn.run, state, counts);
  if (alive && !busy)
    next();
}

} // namespace oxp
