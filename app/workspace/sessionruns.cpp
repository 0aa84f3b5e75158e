// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/sessionruns.h"

#include "base/clock.h"
#include "bulk/bulkroad.h"
#include "bulk/followup.h"
#include "operations/attemptrecord.h"
#include "workspace/laneset.h"
#include "workspace/queueregistry.h"

#include <algorithm>

namespace oxp {

SessionRuns::SessionRuns(SessionRunner::Setup setup, LaneSet &lanes, const QueueRegistry &queues,
                         QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_lanes(lanes)
    , m_queues(queues) {
  connect(&lanes, &LaneSet::leaving, this, [this] { m_runner.reset(); });
  connect(&lanes, &LaneSet::made, this, &SessionRuns::makeRunner);
  makeRunner();
}

SessionRuns::~SessionRuns() = default;

void SessionRuns::makeRunner() {
  BulkRunner::Setup setup;
  setup.author = {m_setup.profileId, m_setup.profileName, m_setup.who, m_setup.environment};
  setup.role = m_setup.role;
  setup.makeLane = [this] { return m_lanes.make("runs"); };
  setup.audit = m_setup.audit;
  setup.scripts = m_setup.scripts;
  setup.rate = m_setup.rate;
  setup.rules = m_setup.rules;
  setup.review = m_setup.review;
  m_runner = std::make_unique<BulkRunner>(std::move(setup));
  connect(m_runner.get(), &BulkRunner::progressed, this, &SessionRuns::note);
  connect(m_runner.get(), &BulkRunner::stopped, this, &SessionRuns::noteStopped);
  connect(m_runner.get(), &BulkRunner::stopped, this, &SessionRuns::stopped);
  connect(m_runner.get(), &BulkRunner::stopped, this, &SessionRuns::readRuns);
  readRuns();
}

void SessionRuns::readRuns() {
  m_owed = m_reading;
  if (!m_setup.audit || m_reading)
    return;
  m_reading = true;
  audit::RunJournal(*m_setup.audit)
      .requestRuns(m_setup.profileId, this, [this](Result<std::vector<audit::Run>> runs) {
        m_reading = false;
        if (m_owed) // what it says may be of before
          return readRuns();
        if (!runs)
          return; // a store that cannot be read says so itself
        m_runs = std::move(*runs);
        emit changed();
      });
}

/// Before the journal has been read again: one that is not under way any more would look cut off until then.
void SessionRuns::noteStopped(qint64 id, audit::RunState state, const Result<audit::RunCounts> &counts) {
  m_paces.erase(id);
  const auto run =
      std::find_if(m_runs.begin(), m_runs.end(), [id](const audit::Run &each) { return each.id == id; });
  if (run == m_runs.end())
    return;
  run->state = state;
  if (counts)
    run->counts = *counts;
}

void SessionRuns::note(const BulkProgress &progress) {
  RunPace &pace = m_paces[progress.run];
  if (progress.waiting)
    pace.noteHeld(wallClockMs());
  pace.note(progress.counts.ended(), wallClockMs());
  const auto run = std::find_if(m_runs.begin(), m_runs.end(),
                                [&](const audit::Run &each) { return each.id == progress.run; });
  if (run != m_runs.end())
    run->counts = progress.counts;
  else
    readRuns(); // it has begun since
  emit progressed(progress);
}

LaneHandle SessionRuns::choose(Selection selection, OperationRequest wish, QObject *context,
                               std::function<void(qint64 jobs)> progress, BulkRunner::Chosen handler) {
  if (!m_lanes.isOpen())
    return LaneSet::refuseLater<FrozenSelection>(context, std::move(handler), LaneSet::notConnected());
  return m_runner->choose(std::move(selection), std::move(wish), context, std::move(progress),
                          std::move(handler));
}

LaneHandle SessionRuns::chooseUndo(const audit::Run &run, OperationRequest wish, QObject *context,
                                   BulkRunner::Chosen handler) {
  if (!m_lanes.isOpen())
    return LaneSet::refuseLater<FrozenSelection>(context, std::move(handler), LaneSet::notConnected());
  return m_runner->chooseUndo(run, std::move(wish), context, std::move(handler));
}

LaneHandle SessionRuns::foresee(const FrozenSelection &chosen, OperationRequest wish, QObject *context,
                                std::function<void(qint64 jobs)> progress, BulkRunner::Foreseen handler) {
  if (!m_lanes.isOpen())
    return LaneSet::refuseLater<Forecast>(context, std::move(handler), LaneSet::notConnected());
  return m_runner->foresee(chosen, std::move(wish), context, std::move(progress), std::move(handler));
}

void SessionRuns::start(OperationRequest wish, const FrozenSelection &chosen) {
  m_runner->start(std::move(wish), chosen);
  readRuns(); // behind what puts it down
}

/// As it is known now; nothing while it has not been looked at.
std::optional<QueueInfo> SessionRuns::queueOf(const audit::Run &run) const {
  return m_queues.isConfirmed(run.queue) ? m_queues.find(run.queue) : std::nullopt;
}

bool SessionRuns::resume(const audit::Run &run) {
  const std::optional<QueueInfo> queue = queueOf(run);
  if (!queue || isUnderWay(run.id))
    return false;
  m_runner->resume(run, *queue);
  emit changed();
  return true;
}

void SessionRuns::pause(qint64 run) {
  if (!m_runner)
    return;
  m_runner->pause(run);
  noteHalted(run, audit::RunState::Paused);
}

/// One that has left the line at once; what is told of it follows when the journal has it.
void SessionRuns::noteHalted(qint64 id, audit::RunState state) {
  const auto run =
      std::find_if(m_runs.begin(), m_runs.end(), [id](const audit::Run &each) { return each.id == id; });
  if (run == m_runs.end() || isUnderWay(id))
    return;
  run->state = state;
  emit changed();
}

bool SessionRuns::cancel(const audit::Run &run) {
  if (isUnderWay(run.id)) {
    const qint64 id = run.id; // `run` may be one of the list
    m_runner->cancel(id);
    noteHalted(id, audit::RunState::Cancelled);
    return true;
  }
  const std::optional<QueueInfo> queue = queueOf(run);
  if (!queue && run.counts[audit::ItemState::UnderWay] > 0)
    return false;
  m_runner->cancel(run, queue.value_or(QueueInfo()));
  return true;
}

std::vector<qint64> SessionRuns::underWay() const {
  return m_runner ? m_runner->underWay() : std::vector<qint64>();
}

bool SessionRuns::isUnderWay(qint64 run) const {
  const std::vector<qint64> all = underWay();
  return std::find(all.begin(), all.end(), run) != all.end();
}

bool SessionRuns::isCutOff(const audit::Run &run) const {
  return run.state == audit::RunState::Running && !isUnderWay(run.id);
}

RunSpeed SessionRuns::speed(const audit::Run &run) const {
  const auto pace = m_paces.find(run.id);
  if (pace == m_paces.end())
    return {};
  return {pace->second.perSecond(), pace->second.leftMs(run.counts.total() - run.counts.ended()),
          pace->second.isHeld(wallClockMs())};
}

std::optional<OperationRequest> SessionRuns::wishOf(const audit::Run &run) const {
  const std::optional<QueueInfo> queue = queueOf(run);
  if (!queue)
    return {};
  OperationRequest wish;
  wish.operation = run.operation;
  wish.queue = *queue;
  wish.arguments = argumentsFrom(run.arguments);
  return wish;
}

std::optional<OperationRequest> SessionRuns::undoOf(const audit::Run &run) const {
  std::optional<OperationRequest> wish = wishOf(run);
  if (wish)
    wish->arguments = {{UndoesArgument, QByteArray::number(run.id)}};
  return wish;
}

qint64 SessionRuns::undoes(const audit::Run &run) {
  if (!run.arguments.contains(UndoesArgument)) // reading JSON costs more, and lists ask for each run
    return 0;
  return argumentsFrom(run.arguments).value(UndoesArgument).toLongLong();
}

QByteArray SessionRuns::thenOf(const audit::Run &run) {
  return run.arguments.contains(ThenArgument) ? argumentsFrom(run.arguments).value(ThenArgument)
                                              : QByteArray();
}

void SessionRuns::requestItems(qint64 run, const audit::ItemFilter &filter, qint64 after, int limit,
                               QObject *context,
                               audit::RunJournal::Handler<std::vector<audit::RunItem>> handler) const {
  if (m_setup.audit)
    audit::RunJournal(*m_setup.audit).requestItems(run, filter, after, limit, context, std::move(handler));
}

void SessionRuns::requestSettling(qint64 run, QObject *context,
                                  audit::RunJournal::Handler<audit::RunSettling> handler) const {
  if (m_setup.audit)
    audit::RunJournal(*m_setup.audit).requestSettling(run, context, std::move(handler));
}

RunExport *SessionRuns::startExport(RunExport::Wish wish) {
  if (!m_setup.audit)
    return nullptr;
  auto *made = new RunExport(*m_setup.audit, std::move(wish), this);
  connect(made, &RunExport::ended, made, &QObject::deleteLater);
  return made;
}

int usualRate(Environment environment) {
  switch (environment) {
  case Environment::Staging:
    return 500;
  case Environment::Production:
    return 200;
  default:
    return 0;
  }
}

} // namespace oxp
